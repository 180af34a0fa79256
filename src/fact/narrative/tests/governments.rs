//! Sentences of the reports of governments: several budgets in one sentence, functions behind the budget that they are of.

use super::{FINAL_ACCOUNTS, GOVERNMENT, check};

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
