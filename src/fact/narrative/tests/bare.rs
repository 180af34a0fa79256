//! Numbers right behind others without a word of their own, clauses without a number that only say what another is, and
//! lists of one stage after those of another.

use super::{FINAL_ACCOUNTS, check};

#[test]
fn rates_and_changes_right_behind_each_other() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[
            (
                "收支总计918万元，比上年减少102万元，-10.00%。",
                &[
                    "expenditure.grand_total amount 9180000",
                    "expenditure.grand_total change -1020000",
                    "expenditure.grand_total change_rate -10",
                    "revenue.grand_total amount 9180000",
                    "revenue.grand_total change -1020000",
                    "revenue.grand_total change_rate -10",
                ],
            ),
            (
                "收入总计918万元，较2022年增加18万元（+2%）；支出总计918万元，较2022年增加18万元（2%）。",
                &[
                    "expenditure.grand_total amount 9180000",
                    "expenditure.grand_total change 180000",
                    "expenditure.grand_total change_rate 2",
                    "revenue.grand_total amount 9180000",
                    "revenue.grand_total change 180000",
                    "revenue.grand_total change_rate 2",
                ],
            ),
            (
                "收入总计918万元，较上年下降10%（102万元）。",
                &[
                    "revenue.grand_total amount 9180000",
                    "revenue.grand_total change -1020000",
                    "revenue.grand_total change_rate -10",
                ],
            ),
            // neither its sign nor the amounts tell what it is
            (
                "收入总计918万元，较上年减少102万元（7%）。",
                &[
                    "revenue.grand_total amount 9180000",
                    "revenue.grand_total change -1020000",
                    "? 7%",
                ],
            ),
        ],
    );
}

#[test]
fn shares_of_a_total_that_no_word_divides() {
    check(
        FINAL_ACCOUNTS,
        "三、支出决算情况说明",
        &[
            (
                "支出合计800万元，基本支出600万元（75.00%），项目支出200万元（25.00%）。",
                &[
                    "expenditure.basic amount 6000000",
                    "expenditure.basic share 75",
                    "expenditure.project amount 2000000",
                    "expenditure.project share 25",
                    "expenditure.total amount 8000000",
                ],
            ),
            (
                "支出合计800万元，基本支出600万元（88%）。",
                &[
                    "expenditure.basic amount 6000000",
                    "expenditure.total amount 8000000",
                    "? 88%",
                ],
            ),
        ],
    );
}

#[test]
fn what_all_is() {
    check(
        FINAL_ACCOUNTS,
        "二、收入决算情况说明",
        &[
            (
                "收入合计502万元，全部为一般公共预算财政拨款收入，完成年初预算438万元的114.61%。",
                &[
                    "revenue.total amount 5020000",
                    "revenue.total amount approved 4380000",
                    "revenue.total completion_rate 114.61",
                ],
            ),
            (
                "收入合计502万元，均为财政拨款收入，比上年增加2万元。",
                &["revenue.total amount 5020000", "revenue.total change 20000"],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "（三）国有资产占用情况",
        &[
            (
                "共有车辆3辆，均为应急保障用车，主要用于防汛；单价100万元以上专用设备1台（套）。",
                &[
                    "assets.equipment_over_1m count 1",
                    "assets.vehicles count 3",
                    "assets.vehicles count vehicle_use=emergency 3",
                    "? 100万元",
                ],
            ),
            ("共有车辆3辆，均为国产。", &["assets.vehicles count 3"]),
        ],
    );
}

#[test]
fn parts_of_an_amount() {
    check(
        FINAL_ACCOUNTS,
        "六、一般公共预算财政拨款基本支出决算情况说明",
        &[(
            "一般公共预算财政拨款基本支出187万元，其中人员经费163万元（工资福利支出150万元，对个人和家庭的补助13万元），公用经费24万元，含办公费2万元。",
            &[
                "general_public_budget.basic amount 1870000",
                "general_public_budget.basic.operating amount 240000",
                "general_public_budget.basic.operating amount economic=30201 20000",
                "general_public_budget.basic.personnel amount 1630000",
                "general_public_budget.basic.personnel amount economic=301 1500000",
                "general_public_budget.basic.personnel amount economic=303 130000",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "四、财政拨款收入支出决算总体情况说明",
        &[
            (
                "财政拨款支出105万元，分预算看：一般公共预算81万元，增长1.8%；政府性基金预算24万元。",
                &[
                    "appropriation.expenditure.total amount 1050000",
                    "general_public_budget.expenditure amount 810000",
                    "general_public_budget.expenditure change_rate 1.8",
                    "government_fund.expenditure amount 240000",
                ],
            ),
            (
                "一般公共预算财政拨款支出年初预算数90万元，决算数81万元。按功能分类：教育支出60万元，占74.07%；卫生健康支出21万元，占25.93%。",
                &[
                    "general_public_budget.expenditure amount 810000",
                    "general_public_budget.expenditure amount approved 900000",
                    "general_public_budget.expenditure amount function=205 600000",
                    "general_public_budget.expenditure amount function=210 210000",
                    "general_public_budget.expenditure share function=205 74.07",
                    "general_public_budget.expenditure share function=210 25.93",
                ],
            ),
        ],
    );
}

#[test]
fn lists_of_one_stage_after_those_of_another() {
    check(
        FINAL_ACCOUNTS,
        "七、“三公”经费财政拨款支出决算情况说明",
        &[
            (
                "全年“三公”经费预算10万元，其中因公出国（境）费3万元、公务接待费7万元；决算5万元，其中因公出国（境）费1万元、公务接待费4万元。",
                &[
                    "three_public.hospitality amount 40000",
                    "three_public.hospitality amount approved 70000",
                    "three_public.overseas amount 10000",
                    "three_public.overseas amount approved 30000",
                    "three_public.total amount 50000",
                    "three_public.total amount approved 100000",
                ],
            ),
            // without parts, it goes on with what was named last
            (
                "“三公”经费预算10万元，其中公务接待费7万元；决算5万元。",
                &[
                    "three_public.hospitality amount 50000",
                    "three_public.hospitality amount approved 70000",
                    "three_public.total amount approved 100000",
                ],
            ),
            (
                "“三公”经费支出合计14万元（上年13万元），其中：公务接待费3万元（2022年为4万元）。",
                &[
                    "three_public.hospitality amount 2022 40000",
                    "three_public.hospitality amount 30000",
                    "three_public.total amount 140000",
                    "three_public.total amount 2022 130000",
                ],
            ),
            // an amount between them was not understood
            (
                "公务接待费3万元、杂项5万元、公务用车运行维护费7万元，分别下降1%、2%、3%。",
                &[
                    "three_public.hospitality amount 30000",
                    "three_public.vehicles.operation amount 70000",
                    "? 5万元",
                    "? 1%",
                    "? 2%",
                    "? 3%",
                ],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "（一）机关运行经费支出情况",
        &[(
            "机关运行经费支出212万元，较年初预算数230万元低18万元；较上年支出219万元低7万元，主要是压减差旅费12万元。",
            &[
                "operating_cost amount 2022 2190000",
                "operating_cost amount 2120000",
                "operating_cost amount approved 2300000",
                "operating_cost change -70000",
                "operating_cost variance -180000",
                "? 12万元",
            ],
        )],
    );
}

#[test]
fn differences_right_behind_an_amount() {
    check(
        FINAL_ACCOUNTS,
        "二、收入决算情况说明",
        &[
            (
                "收入合计50万元，增加2万元，增长4.17%。其中：财政拨款收入48万元，占96%，增长5%；其他收入2万元，下降23%。",
                &[
                    "revenue.appropriation amount 480000",
                    "revenue.appropriation change_rate 5",
                    "revenue.appropriation share 96",
                    "revenue.other amount 20000",
                    "revenue.other change_rate -23",
                    "revenue.total amount 500000",
                    "revenue.total change 20000",
                    "revenue.total change_rate 4.17",
                ],
            ),
            // It may be against the budget that the sentence has named.
            (
                "收入合计年初预算45万元，决算数50万元，增长11.11%。",
                &[
                    "revenue.total amount 500000",
                    "revenue.total amount approved 450000",
                    "? 11.11%",
                ],
            ),
            // A reason, and a number of something else.
            (
                "收入合计50万元，主要是学杂费增加3万元，增长8%。",
                &["revenue.total amount 500000", "? 3万元", "? 8%"],
            ),
            (
                "收入合计50万元，增长点3个，增长2万元以上。",
                &["revenue.total amount 500000", "? 3个", "? 2万元"],
            ),
        ],
    );
}
