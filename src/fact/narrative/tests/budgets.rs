//! Budgets, where `approved` is the stage of all that says no other.

use super::{BUDGET, check};

#[test]
fn budget_total() {
    check(
        BUDGET,
        "一、收支预算总体情况说明",
        &[
            (
                "2024年收入预算1150.6万元，其中：一般公共预算拨款收入1100万元，政府性基金预算拨款收入20万元，上年结转30.6万元。支出预算1150.6万元，其中：基本支出700万元，项目支出450.6万元。",
                &[
                    "carryover.opening amount 306000",
                    "expenditure.basic amount 7000000",
                    "expenditure.grand_total amount 11506000",
                    "expenditure.project amount 4506000",
                    "revenue.general_public_budget amount 11000000",
                    "revenue.government_fund amount 200000",
                    "revenue.grand_total amount 11506000",
                ],
            ),
            (
                "按照综合预算的原则，部门所有收入和支出均纳入部门预算管理。收支总预算1150.6万元，比2023年预算增加50.6万元，增长4.6%，主要是人员经费增加30万元。",
                &[
                    "expenditure.grand_total amount 11506000",
                    "expenditure.grand_total change 506000",
                    "expenditure.grand_total change_rate 4.6",
                    "revenue.grand_total amount 11506000",
                    "revenue.grand_total change 506000",
                    "revenue.grand_total change_rate 4.6",
                    "? 30万元",
                ],
            ),
            (
                "2024年部门预算收入总计1150.6万元，较上年减少25万元，下降2.13%。",
                &[
                    "revenue.grand_total amount 11506000",
                    "revenue.grand_total change -250000",
                    "revenue.grand_total change_rate -2.13",
                ],
            ),
            (
                "2024年收入总计、支出总计均为1150.6万元，与2023年预算相比，收、支总计各增加50.6万元，增长4.6%。",
                &[
                    "expenditure.grand_total amount 11506000",
                    "expenditure.grand_total change 506000",
                    "expenditure.grand_total change_rate 4.6",
                    "revenue.grand_total amount 11506000",
                    "revenue.grand_total change 506000",
                    "revenue.grand_total change_rate 4.6",
                ],
            ),
            (
                "本年收入1120万元，占97.34%；上年结转结余30.6万元，占2.66%。",
                &[
                    "carryover.opening amount 306000",
                    "carryover.opening share 2.66",
                    "revenue.total amount 11200000",
                    "revenue.total share 97.34",
                ],
            ),
        ],
    );
}

#[test]
fn budget_gpb() {
    check(
        BUDGET,
        "五、一般公共预算支出情况说明",
        &[
            (
                "2024年一般公共预算支出1100万元，比2023年预算数增加40万元，增长3.77%。其中：基本支出700万元，占63.64%，比2023年预算数增加20万元；项目支出400万元，占36.36%，比2023年预算数增加20万元。",
                &[
                    "general_public_budget.basic amount 7000000",
                    "general_public_budget.basic change 200000",
                    "general_public_budget.basic share 63.64",
                    "general_public_budget.expenditure amount 11000000",
                    "general_public_budget.expenditure change 400000",
                    "general_public_budget.expenditure change_rate 3.77",
                    "general_public_budget.project amount 4000000",
                    "general_public_budget.project change 200000",
                    "general_public_budget.project share 36.36",
                ],
            ),
            (
                "一般公共预算当年拨款1100万元，主要用于以下方面：文化旅游体育与传媒支出850万元，占77.27%；社会保障和就业支出150万元，占13.64%；卫生健康支出50万元，占4.55%；住房保障支出50万元，占4.55%。",
                &[
                    "general_public_budget.expenditure amount 11000000",
                    "general_public_budget.expenditure amount function=207 8500000",
                    "general_public_budget.expenditure amount function=208 1500000",
                    "general_public_budget.expenditure amount function=210 500000",
                    "general_public_budget.expenditure amount function=221 500000",
                    "general_public_budget.expenditure share function=207 77.27",
                    "general_public_budget.expenditure share function=208 13.64",
                    "general_public_budget.expenditure share function=210 4.55",
                    "general_public_budget.expenditure share function=221 4.55",
                ],
            ),
            (
                "1.文化旅游体育与传媒支出（类）文化和旅游（款）图书馆（项）2024年预算数为120万元，比2023年预算数增加10万元，增长9.09%。",
                &[
                    "general_public_budget.expenditure amount function=2070104 1200000",
                    "general_public_budget.expenditure change function=2070104 100000",
                    "general_public_budget.expenditure change_rate function=2070104 9.09",
                ],
            ),
            (
                "社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）：2024年预算数65万元，主要用于单位缴纳养老保险。",
                &["general_public_budget.expenditure amount function=2080505 650000"],
            ),
        ],
    );
}

#[test]
fn budget_basic() {
    check(
        BUDGET,
        "六、一般公共预算基本支出情况说明",
        &[
            (
                "2024年一般公共预算基本支出700万元，其中：人员经费620万元，主要包括：基本工资210万元、津贴补贴80万元；公用经费80万元，主要包括：办公费15万元、水费2万元、电费5万元。",
                &[
                    "general_public_budget.basic amount 7000000",
                    "general_public_budget.basic.operating amount 800000",
                    "general_public_budget.basic.operating amount economic=30201 150000",
                    "general_public_budget.basic.operating amount economic=30205 20000",
                    "general_public_budget.basic.operating amount economic=30206 50000",
                    "general_public_budget.basic.personnel amount 6200000",
                    "general_public_budget.basic.personnel amount economic=30101 2100000",
                    "general_public_budget.basic.personnel amount economic=30102 800000",
                ],
            ),
            (
                "人员经费620万元，较上年预算增加15万元，增长2.48%；公用经费80万元，较上年预算减少1万元，下降1.23%。",
                &[
                    "general_public_budget.basic.operating amount 800000",
                    "general_public_budget.basic.operating change -10000",
                    "general_public_budget.basic.operating change_rate -1.23",
                    "general_public_budget.basic.personnel amount 6200000",
                    "general_public_budget.basic.personnel change 150000",
                    "general_public_budget.basic.personnel change_rate 2.48",
                ],
            ),
        ],
    );
}

#[test]
fn budget_three() {
    check(
        BUDGET,
        "七、“三公”经费预算情况说明",
        &[
            (
                "2024年“三公”经费预算数为10万元，其中：因公出国（境）费0万元，公务用车购置及运行费8万元（公务用车购置费0万元，公务用车运行费8万元），公务接待费2万元。与2023年预算相比减少1万元，下降9.09%。",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.overseas amount 0",
                    "three_public.total amount 100000",
                    "three_public.total change -10000",
                    "three_public.total change_rate -9.09",
                    "three_public.vehicles amount 80000",
                    "three_public.vehicles.operation amount 80000",
                    "three_public.vehicles.purchase amount 0",
                ],
            ),
            (
                "1.因公出国（境）费预算0万元，与上年预算持平。",
                &[
                    "three_public.overseas amount 0",
                    "three_public.overseas change 0",
                ],
            ),
            (
                "2.公务接待费2万元，比上年预算减少0.5万元，下降20%。",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.hospitality change -5000",
                    "three_public.hospitality change_rate -20",
                ],
            ),
            (
                "（三）公务用车购置及运行维护费8万元。比2023年预算减少0.5万元，其中公务用车购置费0万元，与上年一致；公务用车运行维护费8万元，比2023年减少0.5万元。",
                &[
                    "three_public.vehicles amount 80000",
                    "three_public.vehicles change -5000",
                    "three_public.vehicles.operation amount 80000",
                    "three_public.vehicles.operation change -5000",
                    "three_public.vehicles.purchase amount 0",
                    "three_public.vehicles.purchase change 0",
                ],
            ),
            (
                "2024年“三公”经费财政拨款预算总额10万元，较2023年预算总额减少1万元。",
                &[
                    "three_public.total amount 100000",
                    "three_public.total change -10000",
                ],
            ),
        ],
    );
}

#[test]
fn budget_other() {
    check(
        BUDGET,
        "十、其他重要事项的情况说明",
        &[
            (
                "2024年机关运行经费预算80万元，比2023年预算增加3万元，增长3.9%。",
                &[
                    "operating_cost amount 800000",
                    "operating_cost change 30000",
                    "operating_cost change_rate 3.9",
                ],
            ),
            (
                "2024年本部门政府采购预算总额260万元，其中：政府采购货物预算60万元、政府采购工程预算100万元、政府采购服务预算100万元。",
                &[
                    "procurement.goods amount 600000",
                    "procurement.services amount 1000000",
                    "procurement.total amount 2600000",
                    "procurement.works amount 1000000",
                ],
            ),
            (
                "截至2023年12月31日，本部门共有车辆5辆，其中：执法执勤用车2辆，其他用车3辆。单价50万元以上通用设备0台（套），单价100万元以上专用设备1台（套）。",
                &[
                    "assets.equipment_over_1m count executed 2023 1",
                    "assets.equipment_over_500k count executed 2023 0",
                    "assets.vehicles count executed 2023 5",
                    "assets.vehicles count executed 2023 vehicle_use=law_enforcement 2",
                    "assets.vehicles count executed 2023 vehicle_use=other 3",
                    "? 50万元",
                    "? 100万元",
                ],
            ),
            (
                "2024年本部门实行绩效目标管理的项目8个，涉及一般公共预算拨款400万元。",
                &[
                    "performance.targeted_projects amount 4000000",
                    "performance.targeted_projects count 8",
                ],
            ),
            (
                "2024年会议费预算3万元，拟召开会议4次，参会人数200人；培训费预算5万元，拟开展培训2次。",
                &[
                    "meeting_cost amount 30000",
                    "training_cost amount 50000",
                    "? 200人",
                ],
            ),
            (
                "国有资产占有使用情况：上年末固定资产金额3056.8万元，其中房屋3560平方米，价值1200.5万元。",
                &["? 3056.8万元", "? 1200.5万元"],
            ),
        ],
    );
}

#[test]
fn a_numbered_sentence_is_no_heading() {
    check(
        BUDGET,
        "七、“三公”经费财政拨款预算安排情况说明",
        &[(
            "（一）因公出国（境）经费与2023年预算持平。\n（二）公务接待费与2023年预算相比减少0.5万元，下降9.09%。\n（三）公务用车购置及运行维护费与2023年预算持平。单位现有公务用车3辆。2024年安排公务用车购置费0万元。",
            &[
                "three_public.hospitality change -5000",
                "three_public.hospitality change_rate -9.09",
                "three_public.overseas change 0",
                "three_public.vehicles change 0",
                "three_public.vehicles.held count executed 3",
                "three_public.vehicles.purchase amount 0",
            ],
        )],
    );
}

#[test]
fn categories_in_other_words_and_sides_of_the_appropriation() {
    check(
        BUDGET,
        "一、支出预算情况",
        &[(
            "支出预算总计90万元。按支出功能分类，其中：农林水类支出60万元，占66.67%；节能环保类支出30万元，占33.33%。",
            &[
                "expenditure.grand_total amount 900000",
                "expenditure.total amount function=211 300000",
                "expenditure.total amount function=213 600000",
                "expenditure.total share function=211 33.33",
                "expenditure.total share function=213 66.67",
            ],
        )],
    );
    check(
        BUDGET,
        "二、一般公共预算支出情况",
        &[
            (
                "一般公共预算支出90万元，主要用于以下方面：占比最高的是农林水（类）支出60万元，占66.67%；其次是节能环保（类）支出30万元，占33.33%。",
                &[
                    "general_public_budget.expenditure amount 900000",
                    "general_public_budget.expenditure amount function=211 300000",
                    "general_public_budget.expenditure amount function=213 600000",
                    "general_public_budget.expenditure share function=211 33.33",
                    "general_public_budget.expenditure share function=213 66.67",
                ],
            ),
            (
                "（11）农林水支出（类）林业和草原（款）森林资源培育（项）预算数为18万元（含上年结转8万元），同比减少2万元，降幅10%，主要是造林任务减少。",
                &[
                    "general_public_budget.expenditure amount function=2130205 180000",
                    "general_public_budget.expenditure change function=2130205 -20000",
                    "general_public_budget.expenditure change_rate function=2130205 -10",
                    "? 8万元",
                ],
            ),
        ],
    );
    check(
        BUDGET,
        "三、绩效目标情况",
        &[(
            "“草原修复治理项目”安排资金26万元，“公益林补偿项目”安排资金41万元，受益农户投资3万元。",
            &[
                "project.funds amount project=公益林补偿项目 410000",
                "project.funds amount project=草原修复治理项目 260000",
                "? 3万元",
            ],
        )],
    );
    check(
        BUDGET,
        "四、收支增减变化情况\n（一）财政拨款收支预算情况",
        &[(
            "财政拨款收支总预算33万元。收入包括：一般公共预算拨款收入31万元、一般公共预算上年结转2万元；支出包括：教育支出30万元、农林水支出3万元。",
            &[
                "appropriation.expenditure.grand_total amount 330000",
                "appropriation.expenditure.total amount function=205 300000",
                "appropriation.expenditure.total amount function=213 30000",
                "appropriation.revenue.grand_total amount 330000",
                "revenue.general_public_budget amount 310000",
            ],
        )],
    );
}

#[test]
fn what_is_described_and_what_brackets_divide() {
    check(
        BUDGET,
        "一、收入预算情况说明",
        &[
            (
                "3.事业收入126.80万元，占本年收入的1.06%，系县殡葬管理所收取的服务费，与上年预算持平。",
                &[
                    "revenue.institutional amount 1268000",
                    "revenue.institutional change 0",
                    "revenue.institutional share 1.06",
                ],
            ),
            (
                "3.事业收入126.80万元，占本年收入的1.06%，与上年预算持平。",
                &[
                    "revenue.institutional amount 1268000",
                    "revenue.institutional change 0",
                    "revenue.institutional share 1.06",
                ],
            ),
            (
                "3.事业收入126.80万元，系县殡葬管理所收取的服务费，比上年预算增加2万元。",
                &[
                    "revenue.institutional amount 1268000",
                    "revenue.institutional change 20000",
                ],
            ),
        ],
    );
    check(
        BUDGET,
        "二、政府采购情况",
        &[(
            "2024年政府采购预算总额312.60万元，按采购品目分：76.20万元用于货物采购，占24.38%；38.00万元用于工程采购，占12.16%；服务采购198.40万元，占63.47%。",
            &[
                "procurement.goods amount 762000",
                "procurement.goods share 24.38",
                "procurement.services amount 1984000",
                "procurement.services share 63.47",
                "procurement.total amount 3126000",
                "procurement.works amount 380000",
                "procurement.works share 12.16",
            ],
        )],
    );
    check(
        BUDGET,
        "二、项目支出情况说明",
        &[(
            "项目支出共安排10851.30万元。按资金来源分为：本年一般公共预算拨款安排10541.50万元，政府性基金预算安排184.40万元（含上年结转36.40万元），单位资金安排125.40万元。",
            &[
                "? 10851.30万元",
                "? 10541.50万元",
                "? 184.40万元",
                "? 36.40万元",
            ],
        )],
    );
    check(
        BUDGET,
        "三、一般公共预算支出情况说明",
        &[(
            "10.社会保障和就业支出（类）社会福利（款）养老服务（项）安排预算462.00万元。因新增助餐服务体系建设资金128万元，较上年预算增加110.00万元，增幅31.25%。",
            &[
                "general_public_budget.expenditure amount function=2081006 4620000",
                "general_public_budget.expenditure change function=2081006 1100000",
                "general_public_budget.expenditure change_rate function=2081006 31.25",
                "? 128万元",
            ],
        )],
    );
}
