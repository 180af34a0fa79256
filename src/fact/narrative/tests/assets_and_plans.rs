//! Assets and reviews, and sentences of budgets.

use super::{BUDGET, FINAL_ACCOUNTS, check};

#[test]
fn assets_and_plans_1() {
    check(
        FINAL_ACCOUNTS,
        "（三）国有资产占有使用情况",
        &[
            (
                "截至2023年12月31日，房屋2,000.00平方米，价值300.00万元。车辆5辆，价值100.00万元，其中：机要通信用车1辆；其他用车4辆，其他用车主要是：业务用车；单位价值100万元（含）以上设备（不含车辆）0台（套）。",
                &[
                    "assets.equipment_over_1m count 0",
                    "assets.vehicles count 5",
                    "assets.vehicles count vehicle_use=confidential 1",
                    "assets.vehicles count vehicle_use=other 4",
                    "? 300.00万元",
                    "? 100.00万元",
                    "? 100万元",
                ],
            ),
            (
                "2023年末固定资产总额1200万元，其中：房屋800平方米，账面价值300万元；车辆5台，账面价值100万元；单价50万元（含）以上的通用设备2台（套），单价100万元（含）以上的专用设备0台（套）。",
                &[
                    "assets.equipment_over_1m count 0",
                    "assets.equipment_over_500k count 2",
                    "assets.vehicles count 5",
                    "? 1200万元",
                    "? 300万元",
                    "? 100万元",
                    "? 50万元",
                    "? 100万元",
                ],
            ),
            (
                "本部门车辆编制5辆，实有4辆，其中执法执勤用车4辆。",
                &[
                    "assets.vehicles count 4",
                    "assets.vehicles count vehicle_use=law_enforcement 4",
                    "? 5辆",
                ],
            ),
            (
                "办公设备实有20台，公务用车核定编制5辆，实际保有3辆。",
                &["assets.vehicles count 3", "? 5辆"],
            ),
            (
                "车辆年末数5辆，比上年减少1辆，其中轿车2辆、越野车3辆。",
                &["assets.vehicles count 5", "? 1辆", "? 2辆", "? 3辆"],
            ),
            (
                "单位占用房屋面积500平方米，50万元以上设备3台，100万元以上设备1台。",
                &[
                    "assets.equipment_over_1m count 1",
                    "assets.equipment_over_500k count 3",
                    "? 50万元",
                    "? 100万元",
                ],
            ),
            (
                "期末共有车辆5辆，其中副部（省）级及以上领导用车0辆、主要领导干部用车1辆、机要通信用车1辆、应急保障用车1辆、执法执勤用车1辆、特种专业技术用车1辆、其他用车0辆；单价50万元以上通用设备2台（套），单价100万元以上专用设备0台（套）。",
                &[
                    "assets.equipment_over_1m count 0",
                    "assets.equipment_over_500k count 2",
                    "assets.vehicles count 5",
                    "assets.vehicles count vehicle_use=confidential 1",
                    "assets.vehicles count vehicle_use=deputy_provincial 0",
                    "assets.vehicles count vehicle_use=emergency 1",
                    "assets.vehicles count vehicle_use=law_enforcement 1",
                    "assets.vehicles count vehicle_use=leadership 1",
                    "assets.vehicles count vehicle_use=other 0",
                    "assets.vehicles count vehicle_use=special 1",
                    "? 50万元",
                    "? 100万元",
                ],
            ),
            (
                "车辆数合计5辆，其中：其他按照规定配备的公务用车1辆、执法执勤用车4辆。",
                &[
                    "assets.vehicles count 5",
                    "assets.vehicles count vehicle_use=law_enforcement 4",
                    "assets.vehicles count vehicle_use=other 1",
                ],
            ),
            (
                "本部门共有车辆5台，其中，执法执勤用车5台；无单价100万元以上设备。",
                &[
                    "assets.vehicles count 5",
                    "assets.vehicles count vehicle_use=law_enforcement 5",
                    "? 100万元",
                ],
            ),
        ],
    );
}

#[test]
fn assets_and_plans_2() {
    check(
        FINAL_ACCOUNTS,
        "（四）预算绩效管理工作开展情况",
        &[
            (
                "本部门组织对2023年度一般公共预算项目支出全面开展绩效自评。其中，一级项目3个，二级项目12个，共涉及资金410万元，占一般公共预算项目支出总额的100%。",
                &[
                    "performance.self_assessed_projects amount 4100000",
                    "performance.self_assessed_projects count project_level=1 3",
                    "performance.self_assessed_projects count project_level=2 12",
                    "performance.self_assessed_projects share 100",
                ],
            ),
            (
                "组织对2023年度12个项目开展了绩效自评，涉及一般公共预算支出410万元，政府性基金预算支出80万元。",
                &[
                    "performance.self_assessed_projects amount 4100000",
                    "performance.self_assessed_projects amount fund=government_fund 800000",
                    "performance.self_assessed_projects count 12",
                ],
            ),
            (
                "我单位2023年度共12个项目纳入绩效自评范围，涉及资金490万元，自评覆盖率100%。",
                &[
                    "performance.self_assessed_projects amount 4900000",
                    "performance.self_assessed_projects count 12",
                    "? 100%",
                ],
            ),
            (
                "全年预算数为50万元，执行数为48万元，完成预算的96%。",
                &["? 50万元", "? 48万元", "? 96%"],
            ),
            (
                "“下乡演出”项目绩效自评综述：根据年初设定的绩效目标，项目自评得分为95分。项目全年预算数为50万元，执行数为48万元，完成预算的96%。",
                &[
                    "performance.project_score score project=下乡演出 95",
                    "project.funds amount adjusted project=下乡演出 500000",
                    "project.funds amount project=下乡演出 480000",
                    "project.funds completion_rate project=下乡演出 96",
                ],
            ),
            (
                "2023年，本部门共对3个500万元以上项目开展事前绩效评估，评估资金2000万元，核减资金120万元。",
                &[
                    "performance.preassessed_projects count 3",
                    "? 500万元",
                    "? 2000万元",
                    "? 120万元",
                ],
            ),
            (
                "2023年度本部门整体支出绩效自评得分92.5分，评价等次为“优”。",
                &["performance.department_score score 92.5"],
            ),
            (
                "绩效自评结果为优的项目10个，占83.33%；结果为良的项目2个，占16.67%。",
                &["? 10个", "? 83.33%", "? 2个", "? 16.67%"],
            ),
        ],
    );
}

#[test]
fn assets_and_plans_3() {
    check(
        BUDGET,
        "第三部分 2024年部门预算情况说明",
        &[
            (
                "2024年收入预算总额1150.6万元，比2023年增加50.6万元，增长4.6%，其中：财政拨款收入1120万元，教育收费资金收入10万元，事业收入5万元，其他收入15.6万元。",
                &[
                    "revenue.appropriation amount 11200000",
                    "revenue.grand_total amount 11506000",
                    "revenue.grand_total change 506000",
                    "revenue.grand_total change_rate 4.6",
                    "revenue.institutional amount 50000",
                    "revenue.other amount 156000",
                ],
            ),
            (
                "2024年“三公”经费预算12.00万元，比2023年“三公”经费预算增加0万元，增长0%。其中：因公出国（境）费用0万元；公务用车运行维护费10万元；公务用车购置费0万元；公务接待费2万元。",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.overseas amount 0",
                    "three_public.total amount 120000",
                    "three_public.total change 0",
                    "three_public.total change_rate 0",
                    "three_public.vehicles.operation amount 100000",
                    "three_public.vehicles.purchase amount 0",
                ],
            ),
            (
                "2024年一般公共预算安排机关运行经费85万元，比上年增加2万元，增长2.41%。",
                &[
                    "operating_cost amount 850000",
                    "operating_cost change 20000",
                    "operating_cost change_rate 2.41",
                ],
            ),
            (
                "2024年本部门机关运行经费财政拨款预算85万元，比2023年预算增加2万元。其中：办公费20万元，印刷费5万元。",
                &[
                    "operating_cost amount 850000",
                    "operating_cost change 20000",
                    "? 20万元",
                    "? 5万元",
                ],
            ),
            (
                "2024年政府采购预算总额260万元，其中：货物类采购预算60万元，工程类采购预算100万元，服务类采购预算100万元。其中面向中小企业预留200万元。",
                &[
                    "procurement.goods amount 600000",
                    "procurement.services amount 1000000",
                    "procurement.total amount 2600000",
                    "procurement.works amount 1000000",
                    "? 200万元",
                ],
            ),
            (
                "截至2023年底，本部门共有车辆5辆，其中，执法执勤用车3辆，其他用车2辆。单位价值50万元以上通用设备1台（套），单位价值100万元以上专用设备0台（套）。2024年部门预算安排购置车辆0辆，单位价值50万元以上通用设备0台。",
                &[
                    "assets.equipment_over_1m count executed 2023 0",
                    "assets.equipment_over_500k count executed 2023 1",
                    "assets.vehicles count executed 2023 5",
                    "assets.vehicles count executed 2023 vehicle_use=law_enforcement 3",
                    "assets.vehicles count executed 2023 vehicle_use=other 2",
                    "? 50万元",
                    "? 100万元",
                    "? 0辆",
                    "? 50万元",
                    "? 0台",
                ],
            ),
            (
                "2024年本部门对12个项目设置了绩效目标，涉及预算资金450.6万元，其中一般公共预算拨款430.6万元，政府性基金20万元。",
                &[
                    "performance.targeted_projects amount 4506000",
                    "performance.targeted_projects count 12",
                    "? 430.6万元",
                    "? 20万元",
                ],
            ),
            (
                "2024年纳入部门预算绩效目标管理的项目12个，金额450.6万元。",
                &["performance.targeted_projects count 12", "? 450.6万元"],
            ),
            (
                "本年收入预算1135万元，比上年预算数增加35万元，其中一般公共预算拨款1115万元。",
                &[
                    "revenue.general_public_budget amount 11150000",
                    "revenue.total amount 11350000",
                    "revenue.total change 350000",
                ],
            ),
        ],
    );
}

#[test]
fn assets_and_plans_4() {
    check(
        BUDGET,
        "五、一般公共预算当年拨款情况说明",
        &[
            (
                "（一）一般公共预算当年拨款规模变化情况\n2024年一般公共预算当年拨款1100万元，比2023年执行数增加40万元，增长3.77%，主要是增人。",
                &[
                    "general_public_budget.expenditure amount 11000000",
                    "general_public_budget.expenditure change 400000",
                    "general_public_budget.expenditure change_rate 3.77",
                ],
            ),
            (
                "（二）一般公共预算当年拨款结构情况\n一般公共服务支出800万元，占72.73%；社会保障和就业支出180万元，占16.36%；住房保障支出120万元，占10.91%。",
                &[
                    "general_public_budget.expenditure amount function=201 8000000",
                    "general_public_budget.expenditure amount function=208 1800000",
                    "general_public_budget.expenditure amount function=221 1200000",
                    "general_public_budget.expenditure share function=201 72.73",
                    "general_public_budget.expenditure share function=208 16.36",
                    "general_public_budget.expenditure share function=221 10.91",
                ],
            ),
            (
                "1.基本支出700万元，其中：工资福利支出500万元、商品和服务支出100万元、对个人和家庭的补助100万元。",
                &[
                    "general_public_budget.basic amount 7000000",
                    "general_public_budget.basic amount economic=301 5000000",
                    "general_public_budget.basic amount economic=302 1000000",
                    "general_public_budget.basic amount economic=303 1000000",
                ],
            ),
            (
                "2.项目支出400万元，其中：部门预算安排的下乡演出经费50万元，文物修缮专项资金120万元。",
                &[
                    "general_public_budget.project amount 4000000",
                    "? 50万元",
                    "? 120万元",
                ],
            ),
            (
                "2024年财政拨款“三公”经费预算12万元，较上年持平。",
                &[
                    "three_public.total amount 120000",
                    "three_public.total change 0",
                ],
            ),
        ],
    );
}

#[test]
fn a_day_said_over_a_list() {
    check(
        BUDGET,
        "（三）国有资产占用使用情况",
        &[
            (
                "截至2023年底，本单位占用使用国有资产总体情况为\n1.房屋1860平方米，价值412.35万元。\n2.车辆4辆，其中：应急保障用车1辆。\n单价50万元以上设备1台（套）。",
                &[
                    "assets.equipment_over_500k count executed 2023 1",
                    "assets.vehicles count executed 2023 4",
                    "assets.vehicles count executed 2023 vehicle_use=emergency 1",
                    "? 412.35万元",
                    "? 50万元",
                ],
            ),
            (
                "截至2023年底，资产情况如下：\n车辆4辆。\n2024年拟购置车辆1辆。",
                &["assets.vehicles count executed 2023 4", "? 1辆"],
            ),
            (
                "2023年购置的设备均已入账。\n车辆4辆。",
                &["assets.vehicles count executed 4"],
            ),
        ],
    );
}

#[test]
fn projects_announced_by_name() {
    check(
        BUDGET,
        "七、一般公共预算项目支出情况说明",
        &[
            (
                "（一）项目名称：馆藏文物修复项目\n政策依据：《文物保护条例》\n预算安排规模：120.00万元\n资金分配情况：修复劳务支出96.00万元，材料购置24.00万元\n（二）项目名称：流动图书车\n预算安排规模：48.50万元，较上年增加3.50万元",
                &[
                    "project.funds amount project=流动图书车 485000",
                    "project.funds amount project=馆藏文物修复项目 1200000",
                    "project.funds change project=流动图书车 35000",
                    "? 96.00万元",
                    "? 24.00万元",
                ],
            ),
            (
                "项目名称：戏曲进乡村（二期）；预算安排规模：12万元；实施单位：云溪县文化馆。",
                &["project.funds amount project=戏曲进乡村（二期） 120000"],
            ),
            // No name is none.
            (
                "项目名称：无\n预算安排规模：0万元",
                &["general_public_budget.project amount 0"],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "十、预算绩效情况说明",
        &[(
            "项目名称：馆藏文物修复。全年预算数12.00万元，执行数11.40万元，完成预算的95%。",
            &[
                "project.funds amount adjusted project=馆藏文物修复 120000",
                "project.funds amount project=馆藏文物修复 114000",
                "project.funds completion_rate project=馆藏文物修复 95",
            ],
        )],
    );
}

#[test]
fn what_is_counted_beside_or_again_is_something_else() {
    check(
        FINAL_ACCOUNTS,
        "十、国有资产占用情况",
        &[
            (
                "本单位共有车辆7辆，其中：应急保障用车3辆、其他用车4辆。另有摩托车6辆。",
                &[
                    "assets.vehicles count 7",
                    "assets.vehicles count vehicle_use=emergency 3",
                    "assets.vehicles count vehicle_use=other 4",
                    "? 6辆",
                ],
            ),
            (
                "本单位共有车辆7辆，另有电动自行车11辆。",
                &["assets.vehicles count 7", "? 11辆"],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "八、“三公”经费支出决算情况说明",
        &[
            (
                "国内公务接待17批次130人次，其中：接待上级检查11批次90人次，接待兄弟单位6批次40人次。",
                &[
                    "three_public.hospitality.domestic.batches count 17",
                    "three_public.hospitality.domestic.persons count 130",
                    "? 11批次",
                    "? 90人次",
                    "? 6批次",
                    "? 40人次",
                ],
            ),
            (
                "公务用车购置费18万元，更新购置河道巡查用车2辆；公务用车运行维护费40万元。年末公务用车保有量为16辆。",
                &[
                    "three_public.vehicles.held count 16",
                    "three_public.vehicles.operation amount 400000",
                    "three_public.vehicles.purchase amount 180000",
                    "three_public.vehicles.purchased count 2",
                ],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "十一、政府采购支出情况",
        &[(
            "2023年度政府采购计划80万元，实际采购金额75万元，其中货物40万元，服务35万元。",
            &[
                "procurement.goods amount 400000",
                "procurement.services amount 350000",
                "procurement.total amount 750000",
                "procurement.total amount approved 800000",
            ],
        )],
    );
}

#[test]
fn scores_stand_directly_behind_the_assessment() {
    check(
        FINAL_ACCOUNTS,
        "（四）预算绩效管理工作开展情况",
        &[
            (
                "部门整体支出绩效自评87.5分。",
                &["performance.department_score score 87.5"],
            ),
            (
                "湖滩育苗专项资金绩效自评情况：项目自评得分为96分。项目全年预算数为50万元，执行数为48万元，完成预算的96%。",
                &[
                    "performance.project_score score project=湖滩育苗专项资金 96",
                    "project.funds amount adjusted project=湖滩育苗专项资金 500000",
                    "project.funds amount project=湖滩育苗专项资金 480000",
                    "project.funds completion_rate project=湖滩育苗专项资金 96",
                ],
            ),
        ],
    );
}
