//! Sentences of the reports of governments: several budgets in one sentence, functions behind the budget that they are of.

use super::{BUDGET, FINAL_ACCOUNTS, GOVERNMENT, check};

#[test]
fn several_budgets_with_one_side() {
    check(
        GOVERNMENT,
        "一、2023年预算执行总体情况",
        &[
            (
                "全县一般公共预算、政府性基金预算、国有资本经营预算收入分别完成31.2亿元、8.4亿元、0.6亿元，分别为预算的101.5%、84.0%、120.0%；支出分别完成52.7亿元、11.3亿元、0.2亿元，分别增长2.5%、3.5%、4.5%。",
                &[
                    "general_public_budget.expenditure amount 5270000000",
                    "general_public_budget.expenditure change_rate 2.5",
                    "government_fund.expenditure amount 1130000000",
                    "government_fund.expenditure change_rate 3.5",
                    "government_fund.revenue amount 840000000",
                    "government_fund.revenue completion_rate 84",
                    "revenue.general_public_budget amount 3120000000",
                    "revenue.general_public_budget completion_rate 101.5",
                    "state_capital.expenditure amount 20000000",
                    "state_capital.expenditure change_rate 4.5",
                    "state_capital.revenue amount 60000000",
                    "state_capital.revenue completion_rate 120",
                ],
            ),
            (
                "全县一般公共预算和政府性基金预算支出分别为52.7亿元、11.3亿元。",
                &[
                    "general_public_budget.expenditure amount 5270000000",
                    "government_fund.expenditure amount 1130000000",
                ],
            ),
            (
                "全县一般公共预算收入、支出分别为31.2亿元、52.7亿元，分别增长3.1%、2.5%。",
                &[
                    "general_public_budget.expenditure amount 5270000000",
                    "general_public_budget.expenditure change_rate 2.5",
                    "revenue.general_public_budget amount 3120000000",
                    "revenue.general_public_budget change_rate 3.1",
                ],
            ),
            // one of three is not known
            (
                "全县一般公共预算、政府性基金预算、水利基金收入分别完成31.2亿元、8.4亿元、0.6亿元，分别增长1%、2%、3%。",
                &[
                    "? 31.2亿元",
                    "? 8.4亿元",
                    "? 0.6亿元",
                    "? 1%",
                    "? 2%",
                    "? 3%",
                ],
            ),
        ],
    );
}

#[test]
fn functions_are_of_the_budget_named_before() {
    check(
        GOVERNMENT,
        "（二）财政支出执行情况",
        &[
            (
                "全县一般公共预算支出完成52.7亿元，增长2.5%。分科目看：教育支出9.1亿元，占总支出的17.27%；科技支出0.3亿元，下降4.2%。",
                &[
                    "general_public_budget.expenditure amount 5270000000",
                    "general_public_budget.expenditure amount function=205 910000000",
                    "general_public_budget.expenditure amount function=206 30000000",
                    "general_public_budget.expenditure change_rate 2.5",
                    "general_public_budget.expenditure change_rate function=206 -4.2",
                    "general_public_budget.expenditure share function=205 17.27",
                ],
            ),
            (
                "全县一般公共预算支出完成52.7亿元。主要支出科目完成情况如下：教育支出9.1亿元，增长1.4%；社保和就业支出6.3亿元，增长2.2%。",
                &[
                    "general_public_budget.expenditure amount 5270000000",
                    "general_public_budget.expenditure amount function=205 910000000",
                    "general_public_budget.expenditure amount function=208 630000000",
                    "general_public_budget.expenditure change_rate function=205 1.4",
                    "general_public_budget.expenditure change_rate function=208 2.2",
                ],
            ),
            (
                "全县政府性基金预算支出完成11.3亿元，增长2.5%。主要是：国有土地使用权出让收入安排的支出9.5亿元，增长3%；债务付息支出1.8亿元。",
                &[
                    "government_fund.expenditure amount 1130000000",
                    "government_fund.expenditure amount function=21208 950000000",
                    "government_fund.expenditure amount function=232 180000000",
                    "government_fund.expenditure change_rate 2.5",
                    "government_fund.expenditure change_rate function=21208 3",
                ],
            ),
            // no budget was named
            (
                "教育支出9.1亿元，科技支出0.3亿元。",
                &["? 9.1亿元", "? 0.3亿元"],
            ),
            // more of them than numbers
            (
                "全县一般公共预算支出完成52.7亿元。教育、科技、卫生健康支出分别完成9.1亿元、0.3亿元，分别增长1%、2%。",
                &[
                    "general_public_budget.expenditure amount 5270000000",
                    "? 9.1亿元",
                    "? 0.3亿元",
                    "? 1%",
                    "? 2%",
                ],
            ),
        ],
    );
}

#[test]
fn revenue_of_a_fund_under_its_own_heading() {
    check(
        GOVERNMENT,
        "1．收入决算",
        &[(
            "全县政府性基金收入完成8.4亿元，较上年减少1.6亿元，下降16%。",
            &[
                "government_fund.revenue amount 840000000",
                "government_fund.revenue change -160000000",
                "government_fund.revenue change_rate -16",
            ],
        )],
    );
}

#[test]
fn shares_of_what_a_reason_names() {
    check(
        FINAL_ACCOUNTS,
        "三、支出决算情况说明",
        &[
            (
                "本年支出合计600万元，主要是：修缮支出300万元，占50%。",
                &["expenditure.total amount 6000000", "? 300万元", "? 50%"],
            ),
            (
                "本年支出合计600万元。主要是：教育支出300万元，占50%；卫生健康支出12万元，占2%。",
                &[
                    "expenditure.total amount 6000000",
                    "expenditure.total amount function=205 3000000",
                    "expenditure.total amount function=210 120000",
                    "expenditure.total share function=205 50",
                    "expenditure.total share function=210 2",
                ],
            ),
        ],
    );
}

#[test]
fn what_follows_a_completion_rate() {
    check(
        GOVERNMENT,
        "一、一般公共预算收入执行情况",
        &[
            (
                "全县一般公共预算收入完成预算29600万元的101.86%，达到30150万元，增长7.28%。",
                &[
                    "revenue.general_public_budget amount 301500000",
                    "revenue.general_public_budget amount approved 296000000",
                    "revenue.general_public_budget change_rate 7.28",
                    "revenue.general_public_budget completion_rate 101.86",
                ],
            ),
            (
                "全县一般公共预算收入完成预算的101.86%，净增550万元。",
                &[
                    "revenue.general_public_budget completion_rate 101.86",
                    "? 550万元",
                ],
            ),
        ],
    );
}

#[test]
fn the_plan_behind_what_was_spent() {
    check(
        GOVERNMENT,
        "一般公共预算支出",
        &[(
            "教育支出2023年预算数60120万元，2023年执行数63004万元，2024年预算数64510万元，比上年预算数增长7.3%。",
            &[
                "general_public_budget.expenditure amount approved 2024 function=205 645100000",
                "general_public_budget.expenditure amount approved function=205 601200000",
                "general_public_budget.expenditure amount function=205 630040000",
                "general_public_budget.expenditure change_rate approved 2024 function=205 7.3",
            ],
        )],
    );
}

#[test]
fn shares_without_a_word() {
    check(
        BUDGET,
        "（二）支出预算情况",
        &[
            (
                "支出预算800万元，其中：基本支出280万元，35%；项目支出520万元（65%），比上年增长4%。",
                &[
                    "expenditure.basic amount 2800000",
                    "expenditure.basic share 35",
                    "expenditure.project amount 5200000",
                    "expenditure.project change_rate 4",
                    "expenditure.project share 65",
                    "expenditure.total amount 8000000",
                ],
            ),
            // the amounts tell that it is none
            (
                "支出预算800万元，其中：基本支出280万元，25%；项目支出520万元，比上年增加20万元，9%。",
                &[
                    "expenditure.basic amount 2800000",
                    "expenditure.project amount 5200000",
                    "expenditure.project change 200000",
                    "expenditure.total amount 8000000",
                    "? 25%",
                    "? 9%",
                ],
            ),
        ],
    );
}

#[test]
fn the_stages_of_a_budget() {
    check(
        GOVERNMENT,
        "（一）一般公共预算收支决算情况",
        &[
            // A bare 支出 is what was spent of the budgets before it.
            (
                "城乡社区支出年初预算18045万元，变动预算24510万元，支出23896万元，完成变动预算的97.49%，比上年增长7.77%。",
                &[
                    "general_public_budget.expenditure amount adjusted function=212 245100000",
                    "general_public_budget.expenditure amount approved function=212 180450000",
                    "general_public_budget.expenditure amount function=212 238960000",
                    "general_public_budget.expenditure change_rate function=212 7.77",
                    "general_public_budget.expenditure completion_rate function=212 97.49",
                ],
            ),
            // What changed a budget stands behind its reason; the same amount in brackets is no other.
            (
                "全县一般公共预算支出年初预算安排315683万元，执行中因上级转移支付增加等因素调增58694万元，年终变动预算为374377万元，实际支出365040万元（36.50亿元），为变动预算的97.51%，增长3.03%。",
                &[
                    "general_public_budget.expenditure amount 3650400000",
                    "general_public_budget.expenditure amount adjusted 3743770000",
                    "general_public_budget.expenditure amount adjustment 586940000",
                    "general_public_budget.expenditure amount approved 3156830000",
                    "general_public_budget.expenditure change_rate 3.03",
                    "general_public_budget.expenditure completion_rate 97.51",
                    "? 36.50亿元",
                ],
            ),
            // Amounts that explain a difference change nothing.
            (
                "教育支出8000万元，完成预算的98%，主要是上级追加500万元。",
                &[
                    "general_public_budget.expenditure amount function=205 80000000",
                    "general_public_budget.expenditure completion_rate function=205 98",
                    "? 500万元",
                ],
            ),
            (
                "一般公共预算支出中，基本支出151880万元，占一般公共预算支出的41.61%；项目支出213160万元，占58.39%。",
                &[
                    "general_public_budget.basic amount 1518800000",
                    "general_public_budget.basic share 41.61",
                    "general_public_budget.project amount 2131600000",
                    "general_public_budget.project share 58.39",
                ],
            ),
            // Of the money of the place these are no parts of the budget.
            (
                "支出结构情况：工资、公用经费支出37亿元，占财力的55.2%；事业发展等项目支出19.4亿元，占财力的29%。",
                &["? 37亿元", "? 55.2%", "? 19.4亿元", "? 29%"],
            ),
            (
                "国有资源（资产）有偿使用收入11874万元，为预算的121.16%，同比增长41.16%。",
                &["? 11874万元", "? 121.16%", "? 41.16%"],
            ),
        ],
    );
}

#[test]
fn what_is_as_good_as_before() {
    check(
        FINAL_ACCOUNTS,
        "（三）会议费、培训费情况",
        &[
            (
                "培训费支出274.3万元，比上年增加0.86万元，基本持平。",
                &["training_cost amount 2743000", "training_cost change 8600"],
            ),
            (
                "会议费支出12万元，与上年基本持平。",
                &["meeting_cost amount 120000", "meeting_cost change 0"],
            ),
        ],
    );
}

#[test]
fn who_assesses_is_not_assessed() {
    for frame in [GOVERNMENT, FINAL_ACCOUNTS] {
        check(
            frame,
            "（四）预算绩效管理情况",
            &[
                (
                    "组织87个预算部门开展绩效自评，自评项目1286个。",
                    &["performance.self_assessed_projects count 1286", "? 87个"],
                ),
                (
                    "组织72个部门对612个项目编制绩效目标。",
                    &["performance.targeted_projects count 612", "? 72个"],
                ),
                (
                    "对3个部门项目开展绩效自评。",
                    &["performance.self_assessed_projects count 3"],
                ),
            ],
        );
    }
}

#[test]
fn what_was_added_to_a_budget() {
    let stages = [
        "general_public_budget.expenditure amount 3010500000",
        "general_public_budget.expenditure amount adjusted 3102000000",
        "general_public_budget.expenditure amount approved 2329000000",
        "general_public_budget.expenditure completion_rate 97.05",
    ];
    let added = |words: &str| {
        format!(
            "全县一般公共预算支出年初预算23.29亿元，{words}，调整预算31.02亿元，决算数30.105亿元，为调整预算的97.05%。"
        )
    };
    for words in [
        "加上上级转移支付、一般债券、上年结转等",
        "加上年初结转和结余",
        "执行中追加项目支出",
    ] {
        check(
            GOVERNMENT,
            "一、一般公共预算收支决算情况",
            &[(added(words).as_str(), &stages)],
        );
    }
}

#[test]
fn the_accounts_beside_what_was_reported_of_them() {
    check(
        GOVERNMENT,
        "一、一般公共预算收支决算情况",
        &[(
            "一般公共预算支出30.1亿元，比上年增加1.5亿元。支出决算数比报告的执行数减少0.2亿元。",
            &[
                "general_public_budget.expenditure amount 3010000000",
                "general_public_budget.expenditure change 150000000",
                "? 0.2亿元",
            ],
        )],
    );
}

#[test]
fn names_within_the_class_that_a_list_divides() {
    check(
        GOVERNMENT,
        "一、一般公共预算收支决算情况",
        &[(
            "农林水支出6.9亿元，其中：农业农村支出2.8亿元，水利支出0.6亿元。",
            &[
                "general_public_budget.expenditure amount function=213 690000000",
                "general_public_budget.expenditure amount function=21301 280000000",
                "general_public_budget.expenditure amount function=21303 60000000",
            ],
        )],
    );
}

#[test]
fn levels_side_by_side() {
    check(
        GOVERNMENT,
        "一、一般公共预算收支决算情况",
        &[(
            "分级次看，县本级一般公共预算收入9.8亿元，支出27.6亿元。乡镇级收入2.0亿元，支出2.5亿元。",
            &[
                "general_public_budget.expenditure amount scope=乡镇级 250000000",
                "general_public_budget.expenditure amount scope=县本级 2760000000",
                "revenue.general_public_budget amount scope=乡镇级 200000000",
                "revenue.general_public_budget amount scope=县本级 980000000",
            ],
        )],
    );
}

#[test]
fn three_public_and_what_is_no_expenditure_of_the_year() {
    check(
        GOVERNMENT,
        "一、“三公”经费支出情况",
        &[(
            "“三公”经费支出20万元，较年初预算25万元减少5万元；受出国（境）活动恢复影响，比上年增加2万元，增长11.1%。其中：因公出国（境）费2万元；公务用车购置及运行维护费15万元；公务接待费3万元。上述三项支出占“三公”经费的比重分别为10%、75%和15%。",
            &[
                "three_public.hospitality amount 30000",
                "three_public.hospitality share 15",
                "three_public.overseas amount 20000",
                "three_public.overseas share 10",
                "three_public.total amount 200000",
                "three_public.total amount approved 250000",
                "three_public.total change 20000",
                "three_public.total change_rate 11.1",
                "three_public.total variance -50000",
                "three_public.vehicles amount 150000",
                "three_public.vehicles share 75",
            ],
        )],
    );
    check(
        GOVERNMENT,
        "二、国有资本经营预算",
        &[(
            "全市国有资本经营预算支出4000万元，用于解决历史遗留问题及改革成本支出1000万元、国有资本金注入2000万元等。",
            &[
                "state_capital.expenditure amount 40000000",
                "state_capital.expenditure amount function=22301 10000000",
                "state_capital.expenditure amount function=22302 20000000",
            ],
        )],
    );
    check(
        GOVERNMENT,
        "三、一般公共预算",
        &[(
            "市级财力除安排本级支出外，补助镇（街道）支出24亿元，教育（含职业教育）支出3亿元。",
            &["? 24亿元", "? 3亿元"],
        )],
    );
    check(
        GOVERNMENT,
        "四、下一步打算",
        &[(
            "今年上半年，全市一般公共预算支出52亿元，完成年初预算的50.9%，同比增长2.1%。",
            &["? 52亿元", "? 50.9%", "? 2.1%"],
        )],
    );
    check(
        GOVERNMENT,
        "五、管理效能",
        &[(
            "“三公”经费预算比上年压减5%，收回存量资金3亿元统筹使用。",
            &["three_public.total change_rate approved -5", "? 3亿元"],
        )],
    );
}
