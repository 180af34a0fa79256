//! What a whole consists of, and whether the words behind speak of the whole or of its part.

use super::*;

#[test]
fn all_of_it_is_one_thing() {
    check(
        FINAL_ACCOUNTS,
        "二、收入决算情况说明",
        &[
            (
                "本年收入合计60万元，全部为财政拨款收入，占100%，比上年增加5万元，增长9.09%。",
                &[
                    "revenue.appropriation share 100",
                    "revenue.total amount 600000",
                    "revenue.total change 50000",
                    "revenue.total change_rate 9.09",
                ],
            ),
            (
                "本年收入合计60万元，均为一般公共预算财政拨款，较上年减少3万元。",
                &["revenue.total amount 600000", "revenue.total change -30000"],
            ),
            // What has an amount of its own is spoken of by itself.
            (
                "本年收入合计60万元，其中财政拨款50万元，比上年增加5万元；其他收入10万元。",
                &[
                    "revenue.appropriation amount 500000",
                    "revenue.appropriation change 50000",
                    "revenue.other amount 100000",
                    "revenue.total amount 600000",
                ],
            ),
            (
                "事业收入42万元（其中：门诊收入12万元，住院收入30万元）。",
                &[
                    "revenue.institutional amount 420000",
                    "? 12万元",
                    "? 30万元",
                ],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "五、财政拨款“三公”经费支出决算情况说明",
        &[(
            "“三公”经费财政拨款支出9万元，全部为公务接待费，同比下降10%。",
            &[
                "three_public.total amount 90000",
                "three_public.total change_rate -10",
            ],
        )],
    );
}

#[test]
fn what_stands_beside_the_head_of_a_list() {
    check(
        BUDGET,
        "五、一般公共预算支出情况",
        &[(
            "一般公共预算支出100万元，其中：基本支出60万元，占60%，包括人员经费50万元和公用经费10万元；项目支出40万元，占40%。",
            &[
                "general_public_budget.basic amount 600000",
                "general_public_budget.basic share 60",
                "general_public_budget.basic.operating amount 100000",
                "general_public_budget.basic.personnel amount 500000",
                "general_public_budget.expenditure amount 1000000",
                "general_public_budget.project amount 400000",
                "general_public_budget.project share 40",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "（二）政府采购支出情况",
        &[
            (
                "政府采购预算12万元，实际采购9万元，其中：货物5万元，工程4万元，节约资金3万元。",
                &[
                    "procurement.goods amount 50000",
                    "procurement.total amount 90000",
                    "procurement.total amount approved 120000",
                    "procurement.works amount 40000",
                    "? 3万元",
                ],
            ),
            (
                "政府采购预算12万元，实际采购9万元，节约资金3万元。",
                &[
                    "procurement.total amount 90000",
                    "procurement.total amount approved 120000",
                    "procurement.total variance -30000",
                ],
            ),
        ],
    );
}

#[test]
fn what_is_bought_is_not_what_there_is() {
    check(
        BUDGET,
        "（三）国有资产占有使用情况",
        &[
            (
                "截至2023年末，共有车辆5辆，其中：执法执勤用车5辆。2024年安排购置车辆2辆，其中执法执勤用车2辆。",
                &[
                    "assets.vehicles count executed 2023 5",
                    "assets.vehicles count executed 2023 vehicle_use=law_enforcement 5",
                    "? 2辆",
                    "? 2辆",
                ],
            ),
            (
                "单价50万元以上设备2台；本年购置单价50万元以上设备1台。",
                &[
                    "assets.equipment_over_500k count executed 2",
                    "? 50万元",
                    "? 50万元",
                    "? 1台",
                ],
            ),
        ],
    );
}

#[test]
fn when_something_was_done_later() {
    check(
        FINAL_ACCOUNTS,
        "（五）结转结余情况",
        &[(
            "年末结转和结余12万元，已于2024年1月收回，年初结转和结余7万元。",
            &[
                "carryover.closing amount 120000",
                "carryover.opening amount 70000",
            ],
        )],
    );
}
