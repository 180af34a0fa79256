//! Comparisons, wholes with their own amounts, and names behind their numbers.

use super::{FINAL_ACCOUNTS, check};

#[test]
fn comparisons_1() {
    check(
        FINAL_ACCOUNTS,
        "八、“三公”经费支出决算情况说明",
        &[
            (
                "2023年度“三公”经费支出8.66万元，占年初预算12万元的72.17%。",
                &[
                    "three_public.total amount 86600",
                    "three_public.total amount approved 120000",
                    "three_public.total completion_rate 72.17",
                ],
            ),
            (
                "2023年度“三公”经费支出8.66万元，占年初预算的72.17%。",
                &[
                    "three_public.total amount 86600",
                    "three_public.total completion_rate 72.17",
                ],
            ),
            (
                "公务接待费支出2万元，占“三公”经费支出总额10万元的20%。",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.hospitality share 20",
                    "three_public.total amount 100000",
                ],
            ),
            (
                "“三公”经费支出10万元，其中：公务接待费2万元，占预算总额12万元的16.67%。",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.total amount 100000",
                    "? 12万元",
                    "? 16.67%",
                ],
            ),
            (
                "2023年“三公”经费比上年增加0.5万元，增长13.95，主要原因是活动增加。",
                &[
                    "three_public.total change 5000",
                    "three_public.total change_rate 13.95",
                ],
            ),
            (
                "“三公”经费支出比上年减少0.5万元，下降13.95。",
                &[
                    "three_public.total change -5000",
                    "three_public.total change_rate -13.95",
                ],
            ),
            (
                "“三公”经费支出比上年增长13.95，增加了0.5万元。",
                &["three_public.total change 5000"],
            ),
            (
                "公务接待费2万元，上年同期为1万元，增长100%。",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.hospitality amount 2022 10000",
                    "three_public.hospitality change_rate 100",
                ],
            ),
            (
                "公务接待费：2万元",
                &["three_public.hospitality amount 20000"],
            ),
            (
                "公务用车购置费0万元、公务用车运行维护费8万元，较上年均无变化。",
                &[
                    "three_public.vehicles.operation amount 80000",
                    "three_public.vehicles.operation change 0",
                    "three_public.vehicles.purchase amount 0",
                    "three_public.vehicles.purchase change 0",
                ],
            ),
            (
                "因公出国（境）费、公务用车购置费、公务接待费均为0万元，均与上年持平。",
                &[
                    "three_public.hospitality amount 0",
                    "three_public.hospitality change 0",
                    "three_public.overseas amount 0",
                    "three_public.overseas change 0",
                    "three_public.vehicles.purchase amount 0",
                    "three_public.vehicles.purchase change 0",
                ],
            ),
            (
                "公务用车运行维护费8万元，与2019年相比减少2万元，下降20%。",
                &[
                    "three_public.vehicles.operation amount 80000",
                    "three_public.vehicles.operation change versus=2019 -20000",
                    "three_public.vehicles.operation change_rate versus=2019 -20",
                ],
            ),
            (
                "因公出国（境）费0万元，增长0%。",
                &[
                    "three_public.overseas amount 0",
                    "three_public.overseas change_rate 0",
                ],
            ),
            (
                "全年因公出国（境）支出合计0万元，公务用车支出合计8万元，接待支出合计2万元。",
                &["three_public.overseas amount 0", "? 8万元", "? 2万元"],
            ),
            (
                "2万元为公务接待费，8万元为公务用车运行维护费。",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.vehicles.operation amount 80000",
                ],
            ),
            (
                "“三公”经费支出8.66万元，完成预算的72.17%；其余为公务接待费2万元。",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.total amount 86600",
                    "three_public.total completion_rate 72.17",
                ],
            ),
        ],
    );
}

#[test]
fn comparisons_2() {
    check(
        FINAL_ACCOUNTS,
        "三、支出决算情况说明",
        &[(
            "本年支出合计1210万元，其中：基本支出800万元，占本年支出合计1210万元的66.12%；项目支出410万元，占本年支出合计的33.88%。",
            &[
                "expenditure.basic amount 8000000",
                "expenditure.basic share 66.12",
                "expenditure.project amount 4100000",
                "expenditure.project share 33.88",
                "expenditure.total amount 12100000",
            ],
        )],
    );
}

#[test]
fn directions_left_open() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[
            (
                "2023年度收入总计86万元，与2022年度相比增加（减少）4.30万元，增长（下降）5.26%。",
                &["revenue.grand_total amount 860000", "? 4.30万元", "? 5.26%"],
            ),
            (
                "2023年度收入总计86万元，比上年减少/增加4.30万元，下降或增长5.26%。",
                &["revenue.grand_total amount 860000", "? 4.30万元", "? 5.26%"],
            ),
            (
                "2023年度收入总计86万元，比上年增加（减少）-4.30万元，增长（下降）-4.76%。",
                &[
                    "revenue.grand_total amount 860000",
                    "revenue.grand_total change -43000",
                    "revenue.grand_total change_rate -4.76",
                ],
            ),
            (
                "2023年度收入总计86万元，比上年减少4.30万元，增长（下降）4.76%。",
                &[
                    "revenue.grand_total amount 860000",
                    "revenue.grand_total change -43000",
                    "revenue.grand_total change_rate -4.76",
                ],
            ),
            (
                "2023年度收入总计86万元，比上年增加（减少）0万元，增长（下降）0%。",
                &[
                    "revenue.grand_total amount 860000",
                    "revenue.grand_total change 0",
                    "revenue.grand_total change_rate 0",
                ],
            ),
        ],
    );
}

#[test]
fn surplus_left_and_used() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[
            (
                "年末结转和结余32万元，其中：非财政拨款结余7万元。",
                &["carryover.closing amount 320000", "? 7万元"],
            ),
            (
                "收入总计86万元，其中：本年收入80万元，非财政拨款结余6万元。",
                &[
                    "revenue.grand_total amount 860000",
                    "revenue.total amount 800000",
                    "surplus.used amount 60000",
                ],
            ),
            (
                "用非财政拨款结余弥补收支差额6万元。",
                &["surplus.used amount 60000"],
            ),
        ],
    );
}

#[test]
fn years_that_amounts_are_of() {
    check(
        FINAL_ACCOUNTS,
        "二、收入支出变化情况",
        &[
            (
                "2021年、2022年、2023年本年收入合计分别为70万元、80万元、90万元；本年支出合计分别为71万元、82万元、93万元。",
                &[
                    "expenditure.total amount 2021 710000",
                    "expenditure.total amount 2022 820000",
                    "expenditure.total amount 930000",
                    "revenue.total amount 2021 700000",
                    "revenue.total amount 2022 800000",
                    "revenue.total amount 900000",
                ],
            ),
            (
                "2022年和2023年，本年收入合计分别为80万元和90万元。",
                &[
                    "revenue.total amount 2022 800000",
                    "revenue.total amount 900000",
                ],
            ),
            // As many things as amounts are no years.
            (
                "2023年本年收入、本年支出分别为90万元、93万元。",
                &[
                    "expenditure.total amount 930000",
                    "revenue.total amount 900000",
                ],
            ),
            (
                "本年支出90万元。其中基本支出由40万元增加到50万元，项目支出由45万元减少到40万元。",
                &[
                    "expenditure.basic amount 2022 400000",
                    "expenditure.basic amount 500000",
                    "expenditure.project amount 2022 450000",
                    "expenditure.project amount 400000",
                    "expenditure.total amount 900000",
                ],
            ),
            // A budget that was adjusted is none of the year before.
            (
                "本年支出年初预算由80万元增加到90万元。",
                &["expenditure.total amount approved 800000", "? 90万元"],
            ),
        ],
    );
}

#[test]
fn years_and_budgets_that_had_nothing() {
    check(
        FINAL_ACCOUNTS,
        "五、一般公共预算财政拨款支出决算情况说明",
        &[
            (
                "动植物保护支出12万元，上年无此项支出，增加12万元，增长率无法计算。",
                &[
                    "general_public_budget.expenditure amount function=2130211 120000",
                    "general_public_budget.expenditure change function=2130211 120000",
                    "general_public_budget.expenditure change_rate function=2130211 -",
                ],
            ),
            (
                "动植物保护支出12万元，2022年未安排该项预算，增加12万元。",
                &[
                    "general_public_budget.expenditure amount function=2130211 120000",
                    "general_public_budget.expenditure change function=2130211 120000",
                ],
            ),
            (
                "动植物保护支出12万元，年初未安排预算，增加12万元。",
                &[
                    "general_public_budget.expenditure amount function=2130211 120000",
                    "general_public_budget.expenditure variance function=2130211 120000",
                ],
            ),
            (
                "动植物保护支出12万元，年初预算未安排此项支出，增加12万元。",
                &[
                    "general_public_budget.expenditure amount function=2130211 120000",
                    "general_public_budget.expenditure variance function=2130211 120000",
                ],
            ),
            (
                "动植物保护支出12万元，上年没有此项支出。",
                &["general_public_budget.expenditure amount function=2130211 120000"],
            ),
            // Nor does a year compare that is the report's own, or that nothing was stated before.
            (
                "动植物保护支出12万元，2023年未安排此项预算，增加12万元。",
                &[
                    "general_public_budget.expenditure amount function=2130211 120000",
                    "? 12万元",
                ],
            ),
            ("上年未安排此项预算，增加12万元。", &["? 12万元"]),
        ],
    );
}
