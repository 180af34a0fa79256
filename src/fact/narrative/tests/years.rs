//! Reports of governments on two years: what was carried out in the one, and what is planned for the next.

use super::*;

const PLAN: Frame = Frame {
    title: "关于云溪县2023年预算执行情况和2024年预算草案的报告",
    part: "",
    phase: Phase::Executed,
    year: 2023,
};

#[test]
fn what_is_said_of_the_year_before_was_carried_out() {
    check(
        PLAN,
        "一、主要工作",
        &[
            (
                "2023年，全县一般公共预算收入9.4亿元，增长3.1%。一般公共预算支出31亿元，下降2%。",
                &[
                    "general_public_budget.expenditure amount 3100000000",
                    "general_public_budget.expenditure change_rate -2",
                    "revenue.general_public_budget amount 940000000",
                    "revenue.general_public_budget change_rate 3.1",
                ],
            ),
            (
                "2023年一般公共预算支出年初预算合计30亿元，执行中因上级补助增加等，支出预算调整为36亿元，实际完成35亿元，为调整预算的97.2%。",
                &[
                    "general_public_budget.expenditure amount 3500000000",
                    "general_public_budget.expenditure amount adjusted 3600000000",
                    "general_public_budget.expenditure amount approved 3000000000",
                    "general_public_budget.expenditure completion_rate 97.2",
                ],
            ),
            // What was spent in a part of the planned year is no budget of it.
            (
                "截至2024年4月底，全县一般公共预算支出9.6亿元。",
                &["? 9.6亿元"],
            ),
            (
                "建议2024年一般公共预算收入按上年快报数增长4%安排。",
                &["revenue.general_public_budget change_rate approved 2024 4"],
            ),
            (
                "2024年“三公”经费预算按不高于2023年预算数编制，其中：公务接待费82万元。",
                &["three_public.hospitality amount approved 2024 820000"],
            ),
        ],
    );
}

#[test]
fn marks_that_were_passed_and_shares_of_something_else_are_no_amounts() {
    check(
        GOVERNMENT,
        "一、主要工作",
        &[
            (
                "全县一般公共预算收入突破12亿元，达到12.31亿元，增长5%。",
                &[
                    "revenue.general_public_budget amount 1231000000",
                    "revenue.general_public_budget change_rate 5",
                    "? 12亿元",
                ],
            ),
            (
                "全县一般公共预算支出41亿元，占财力的88.2%。",
                &[
                    "general_public_budget.expenditure amount 4100000000",
                    "? 88.2%",
                ],
            ),
            (
                "政府性基金预算收入由7亿元调整为4亿元。",
                &[
                    "government_fund.revenue amount adjusted 400000000",
                    "government_fund.revenue amount approved 700000000",
                ],
            ),
        ],
    );
}

#[test]
fn a_heading_that_runs_on_closes_the_budget_before_it() {
    check(
        GOVERNMENT,
        "一、执行情况",
        &[(
            "1.一般公共预算。收入完成9亿元，支出完成20亿元。\n2.国有资本经营预算。收入完成300万元。\n3.社会保险基金预算。全县社会保险基金预算收入12亿元，其中：其他收入1亿元。加上年结余20亿元。\n4.预备费动用情况。预备费预算1亿元。",
            &[
                "general_public_budget.expenditure amount 2000000000",
                "revenue.general_public_budget amount 900000000",
                "state_capital.revenue amount 3000000",
                "? 1亿元",
                "? 20亿元",
                "? 1亿元",
            ],
        )],
    );
}

#[test]
fn a_comparison_behind_the_figure_of_last_year() {
    check(
        BUDGET,
        "四、机关运行经费情况说明",
        &[(
            "2024年机关运行经费41万元，2023年为40万元，比上年增加1万元，增长2.5%。",
            &[
                "operating_cost amount 2023 400000",
                "operating_cost amount 410000",
                "operating_cost change 10000",
                "operating_cost change_rate 2.5",
            ],
        )],
    );
}
