//! Bare words of income and expenditure, whose names stand before.

use super::*;

#[test]
fn stated_before() {
    check(
        FINAL_ACCOUNTS,
        "2023年度财政拨款收入支出总体情况说明",
        &[
            (
                "2023年度财政拨款收入、支出均为612.38万元，与上年相比收入、支出各增加45.21万元，增长7.97%，主要原因是人员增加。",
                &[
                    "appropriation.expenditure.total amount 6123800",
                    "appropriation.expenditure.total change 452100",
                    "appropriation.expenditure.total change_rate 7.97",
                    "revenue.appropriation amount 6123800",
                    "revenue.appropriation change 452100",
                    "revenue.appropriation change_rate 7.97",
                ],
            ),
            (
                "2023年度财政拨款收入612.38万元，财政拨款支出600万元。与上年相比，收入增加45.21万元，增长7.97%；支出减少3万元，下降0.5%。",
                &[
                    "appropriation.expenditure.total amount 6000000",
                    "appropriation.expenditure.total change -30000",
                    "appropriation.expenditure.total change_rate -0.5",
                    "revenue.appropriation amount 6123800",
                    "revenue.appropriation change 452100",
                    "revenue.appropriation change_rate 7.97",
                ],
            ),
            (
                "2023年度财政拨款收入612.38万元、支出612.38万元。与上年相比，收入、支出各增加45.21万元，增长7.97%。",
                &[
                    "appropriation.expenditure.total amount 6123800",
                    "appropriation.expenditure.total change 452100",
                    "appropriation.expenditure.total change_rate 7.97",
                    "revenue.appropriation amount 6123800",
                    "revenue.appropriation change 452100",
                    "revenue.appropriation change_rate 7.97",
                ],
            ),
            (
                "2023年度财政拨款收入612.38万元，支出612.38万元，与上年相比，收入和支出均增加45.21万元，增长7.97%。",
                &[
                    "appropriation.expenditure.total amount 6123800",
                    "appropriation.expenditure.total change 452100",
                    "appropriation.expenditure.total change_rate 7.97",
                    "revenue.appropriation amount 6123800",
                    "revenue.appropriation change 452100",
                    "revenue.appropriation change_rate 7.97",
                ],
            ),
            (
                "2023年度财政拨款收入612.38万元，其中政府性基金收入12万元。与上年相比，支出减少3万元，下降0.5%。",
                &[
                    "revenue.appropriation amount 6123800",
                    "revenue.government_fund amount 120000",
                    "? 3万元",
                    "? 0.5%",
                ],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "政府性基金预算财政拨款收入支出决算情况说明",
        &[(
            "2023年度政府性基金收入12万元，支出10万元，与上年相比，收入增加3万元，支出减少2万元。",
            &[
                "government_fund.expenditure amount 100000",
                "government_fund.expenditure change -20000",
                "government_fund.revenue amount 120000",
                "government_fund.revenue change 30000",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "收入决算情况说明",
        &[(
            "2023年度本年收入合计100万元，其中：财政拨款收入90万元，占90%；事业收入10万元，占10%。支出合计95万元。",
            &[
                "expenditure.total amount 950000",
                "revenue.appropriation amount 900000",
                "revenue.appropriation share 90",
                "revenue.institutional amount 100000",
                "revenue.institutional share 10",
                "revenue.total amount 1000000",
            ],
        )],
    );
}

#[test]
fn behind_changes_of_the_other() {
    check(
        FINAL_ACCOUNTS,
        "财政拨款收入支出决算总体情况说明",
        &[
            (
                "2023年财政拨款收入1200万元，比上年增加20万元，增长1.69%，支出1150万元，比上年减少10万元，下降0.86%。",
                &[
                    "appropriation.expenditure.total amount 11500000",
                    "appropriation.expenditure.total change -100000",
                    "appropriation.expenditure.total change_rate -0.86",
                    "revenue.appropriation amount 12000000",
                    "revenue.appropriation change 200000",
                    "revenue.appropriation change_rate 1.69",
                ],
            ),
            (
                "2023年财政拨款收入1200万元，支出1200万元，收支平衡。收入较上年增长1.69%，支出较上年增长1.69%，收支均较年初预算增加200万元。",
                &[
                    "appropriation.expenditure.grand_total variance 2000000",
                    "appropriation.expenditure.total amount 12000000",
                    "appropriation.expenditure.total change_rate 1.69",
                    "appropriation.revenue.grand_total variance 2000000",
                    "revenue.appropriation amount 12000000",
                    "revenue.appropriation change_rate 1.69",
                ],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "政府性基金预算财政拨款收入支出决算情况说明",
        &[(
            "政府性基金预算财政拨款收入12万元，较上年减少5万元。支出11万元，较上年增加1万元。",
            &[
                "government_fund.expenditure amount 110000",
                "government_fund.expenditure change 10000",
                "government_fund.revenue amount 120000",
                "government_fund.revenue change -50000",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "一般公共预算财政拨款支出决算情况说明",
        &[(
            "2023年度一般公共预算财政拨款收入600万元，比上年增长1%，支出增加了12万元。",
            &[
                "general_public_budget.expenditure change 120000",
                "revenue.general_public_budget amount 6000000",
                "revenue.general_public_budget change_rate 1",
            ],
        )],
    );
}
