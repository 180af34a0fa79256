//! What a sentence goes on with, and what only looks so: purposes that name an amount, plans, what was reported before.

use super::*;

#[test]
fn purposes_that_tell_what_an_amount_is_of() {
    check(
        FINAL_ACCOUNTS,
        "六、一般公共预算财政拨款基本支出决算情况说明",
        &[
            (
                "2023年度用于保障本馆机关、下属单位等机构正常运转的日常支出782.4万元。其中：人员经费701.2万元。",
                &[
                    "general_public_budget.basic amount 7824000",
                    "general_public_budget.basic.personnel amount 7012000",
                ],
            ),
            // Behind an amount it is only what that was for.
            (
                "公用经费20万元，用于保障机构正常运转的日常支出3万元。",
                &[
                    "general_public_budget.basic.operating amount 200000",
                    "? 3万元",
                ],
            ),
            ("主要用于机构运转的维修12万元。", &["? 12万元"]),
        ],
    );
}

#[test]
fn the_budget_of_what_was_spent_on_a_purpose() {
    check(
        FINAL_ACCOUNTS,
        "五、一般公共预算财政拨款支出决算具体情况",
        &[
            (
                "教育支出（类）9.65万元，主要用于购书补助，年初预算为0万元，决算数大于年初预算数的主要原因是年中下达资金。",
                &[
                    "general_public_budget.expenditure amount approved function=205 0",
                    "general_public_budget.expenditure amount function=205 96500",
                ],
            ),
            (
                "教育支出（类）9.65万元，主要用于购书，预算安排的图书馆建设3万元。",
                &[
                    "general_public_budget.expenditure amount function=205 96500",
                    "? 3万元",
                ],
            ),
        ],
    );
}

#[test]
fn what_was_reported_before_the_accounts_were_closed() {
    check(
        GOVERNMENT,
        "二、一般公共预算支出决算情况",
        &[
            (
                "全县一般公共预算支出745万元，增长4.9%。与县人大三次会议报告的执行数相比，支出减少12万元。",
                &[
                    "general_public_budget.expenditure amount 7450000",
                    "general_public_budget.expenditure change_rate 4.9",
                    "? 12万元",
                ],
            ),
            // What is stated outright is stated.
            (
                "与向县人大报告的执行数相比，一般公共预算支出决算数为745万元，与快报数一致。",
                &["general_public_budget.expenditure amount 7450000"],
            ),
            (
                "全县一般公共预算支出745万元，与上年执行数相比，支出减少12万元。",
                &[
                    "general_public_budget.expenditure amount 7450000",
                    "general_public_budget.expenditure change -120000",
                ],
            ),
        ],
    );
}

#[test]
fn changes_of_several_things_that_were_named_once_more() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[
            (
                "与2022年度相比，收、支总计分别减少12万元、15万元，分别下降23.5%、27.5%。",
                &[
                    "expenditure.grand_total change -150000",
                    "expenditure.grand_total change_rate -27.5",
                    "revenue.grand_total change -120000",
                    "revenue.grand_total change_rate -23.5",
                ],
            ),
            (
                "收入总计30万元，支出总计30万元。收、支与2022年度相比，增加6万元，增长25%。",
                &[
                    "expenditure.grand_total amount 300000",
                    "expenditure.grand_total change 60000",
                    "expenditure.grand_total change_rate 25",
                    "revenue.grand_total amount 300000",
                    "revenue.grand_total change 60000",
                    "revenue.grand_total change_rate 25",
                ],
            ),
            (
                "事业基金弥补收支差额2万元，年末结转和结余7万元。结转和结余事项：质保金。与上年相比，减少3万元。",
                &[
                    "carryover.closing amount 70000",
                    "carryover.closing change -30000",
                    "surplus.used amount 20000",
                ],
            ),
        ],
    );
}

#[test]
fn plans_go_on_to_the_end_of_their_sentence() {
    check(
        BUDGET,
        "国有资产占用情况",
        &[(
            "截至2023年末，共有车辆3辆；单价50万元以上设备1台（套）。\n2024年部门预算安排购置公务用车2辆；单价50万元以上设备4台（套）。",
            &[
                "assets.equipment_over_500k count executed 2023 1",
                "assets.vehicles count executed 2023 3",
                "? 50万元",
                "? 2辆",
                "? 50万元",
                "? 4台（套）",
            ],
        )],
    );
}

#[test]
fn governments_tell_place_and_year_once() {
    check(
        GOVERNMENT,
        "1.县级一般公共预算支出安排",
        &[
            (
                "全县一般公共预算支出98万元。主要支出项目完成情况如下：\n（一）教育支出8万元，增长1%。",
                &[
                    "general_public_budget.expenditure amount 980000",
                    "general_public_budget.expenditure amount function=205 80000",
                    "general_public_budget.expenditure change_rate function=205 1",
                ],
            ),
            (
                "2022年，全县地方级财政收入完成21万元，下降2%。全县一般公共预算支出完成98万元。",
                &[
                    "general_public_budget.expenditure amount 2022 980000",
                    "? 21万元",
                    "? 2%",
                ],
            ),
            // What goes with a budget is none of it, and factors are no reasons.
            (
                "全县一般公共预算总支出120万元，其中：一般公共预算支出98万元，上解上级支出2万元，债券还本支出20万元。",
                &[
                    "general_public_budget.expenditure amount 980000",
                    "? 120万元",
                    "? 2万元",
                    "? 20万元",
                ],
            ),
            (
                "综合以上因素，全县一般公共预算收入安排18万元，增长6%，税收占比75%。",
                &[
                    "revenue.general_public_budget amount 180000",
                    "revenue.general_public_budget change_rate 6",
                    "? 75%",
                ],
            ),
        ],
    );
}

#[test]
fn what_was_done_to_how_many_projects() {
    check(
        FINAL_ACCOUNTS,
        "十、预算绩效管理情况说明",
        &[
            (
                "本部门未开展部门评价；共对12个项目开展了绩效自评价，涉及资金90万元。",
                &[
                    "performance.self_assessed_projects amount 900000",
                    "performance.self_assessed_projects count 12",
                ],
            ),
            (
                "对12个项目编制了绩效目标，反映“河道清淤”“山塘加固”两个项目绩效目标实际完成情况。",
                &["performance.targeted_projects count 12", "? 两个"],
            ),
            (
                "组织开展部门整体支出绩效评价，涉及支出18万元。从评价情况来看，自评得分为94.6分。",
                &["performance.department_score score 94.6", "? 18万元"],
            ),
            // That of a project is not the department's.
            (
                "组织开展部门整体支出绩效评价。选取河道清淤项目评价，自评得分为94.6分。",
                &[],
            ),
            (
                "反映馆藏修复等2个项目绩效自评结果。\n馆藏修复项目绩效自评综述：自评得分98分。",
                &[
                    "performance.project_score score project=馆藏修复 98",
                    "? 2个",
                ],
            ),
        ],
    );
}

#[test]
fn what_was_saved_and_what_it_cost_to_run() {
    check(
        FINAL_ACCOUNTS,
        "（二）政府采购支出情况",
        &[(
            "政府采购规模12万元，其中：货物3万元，服务9万元。节约资金6万元。集中采购8万元，占政府采购支出的67%；授予中小企业合同金额9万元，占采购规模的75%。",
            &[
                "procurement.goods amount 30000",
                "procurement.services amount 90000",
                "procurement.sme amount 90000",
                "procurement.sme share 75",
                "procurement.total amount 120000",
                "? 6万元",
                "? 8万元",
                "? 67%",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "（一）机关运行经费支出情况",
        &[(
            "机关运行经费支出92万元，其中：办公费16万元，公务用车运行维护费5万元，公务接待费1万元。",
            &["operating_cost amount 920000", "? 16万元"],
        )],
    );
}
