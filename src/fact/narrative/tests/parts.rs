//! What brackets, types and clauses of their own divide, describe or leave open.

use super::{BUDGET, FINAL_ACCOUNTS, Frame, GOVERNMENT, check};
use crate::fact::Phase;

#[test]
fn brackets_behind_a_number_divide_that_number() {
    check(
        FINAL_ACCOUNTS,
        "（三）人员情况",
        &[
            (
                "年末实有人员编制41人。其中：行政编制16人（含行政工勤编制2人），事业编制25人。",
                &[
                    "staff.establishment count 41",
                    "staff.establishment count staff_type=administrative 16",
                    "staff.establishment count staff_type=institution 25",
                    "staff.establishment count staff_type=worker 2",
                ],
            ),
            (
                "在职在编实有行政人员15人（含行政工勤人员2人），参照公务员法管理事业人员3人，非参公管理事业人员21人。",
                &[
                    "staff.actual count staff_type=administrative 15",
                    "staff.actual count staff_type=civil_service_managed 3",
                    "staff.actual count staff_type=institution 21",
                    "staff.actual count staff_type=worker 2",
                ],
            ),
            (
                "离退休人员12人（离休1人，退休11人）。",
                &[
                    "staff.retired count 12",
                    "staff.retired count retired_type=离休 1",
                    "staff.retired count retired_type=退休 11",
                ],
            ),
            // The ones that the unit pays itself are no more than a part of the retired.
            (
                "尚未移交养老保险基金发放养老金的离退休人员共计1人（离休1人，退休0人）。由养老保险基金发放养老金的离退休人员30人（离休0人，退休30人）。",
                &[
                    "staff.retired count 30",
                    "staff.retired count retired_type=离休 0",
                    "staff.retired count retired_type=退休 30",
                ],
            ),
            ("车辆编制6辆。", &["? 6辆"]),
        ],
    );
}

#[test]
fn a_clause_that_says_what_something_is_names_nothing() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[
            (
                "其他收入8万元，为单位取得的除财政拨款收入以外的收入，较2022年度减少2万元，下降20%。",
                &[
                    "revenue.other amount 80000",
                    "revenue.other change -20000",
                    "revenue.other change_rate -20",
                ],
            ),
            (
                "年初结转和结余11万元，为以前年度支出预算因条件变化未执行完毕的资金，比上年增加1万元。",
                &[
                    "carryover.opening amount 110000",
                    "carryover.opening change 10000",
                ],
            ),
            // What ends with an amount of its own is said of what it names.
            (
                "事业收入8万元，为财政拨款收入64万元的补充。",
                &[
                    "revenue.appropriation amount 640000",
                    "revenue.institutional amount 80000",
                ],
            ),
        ],
    );
}

#[test]
fn the_next_class_is_no_part_of_the_one_before() {
    let text = "教育支出（类）80万元，占80%，其中：普通教育（款）60万元、职业教育（款）20万元；住房保障支出（类）20万元，占20%。";
    let title = "云溪县文化馆2023年度部门决算\n（二）一般公共预算财政拨款支出决算结构情况\n";
    let report = crate::extract(format!("{title}{text}\n").as_bytes(), &Default::default())
        .expect("a text is read");
    let share = report.facts.iter().rfind(|fact| fact.whole.is_some());
    let whole = share.and_then(|fact| fact.whole.as_ref());
    let whole = whole.expect("the share of the last class");
    assert_eq!(whole.concept, "general_public_budget.expenditure");
    assert!(whole.dimensions.is_empty(), "{whole:?}");
}

#[test]
fn what_is_unchanged_is_so_for_each() {
    check(
        FINAL_ACCOUNTS,
        "三、支出决算情况说明",
        &[
            (
                "与上年相比，项目支出减少2万元；上缴上级支出、经营支出与上年持平。",
                &[
                    "expenditure.business change 0",
                    "expenditure.project change -20000",
                    "expenditure.superior_remittance change 0",
                ],
            ),
            // One amount of several together is of none of them.
            ("上缴上级支出、经营支出共4万元。", &["? 4万元"]),
        ],
    );
}

#[test]
fn classes_of_projects_and_bands_of_scores() {
    check(
        FINAL_ACCOUNTS,
        "三、支出决算情况说明",
        &[(
            "项目支出90万元，其中：基本建设类项目支出30万元。",
            &["expenditure.project amount 900000", "? 30万元"],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "七、财政拨款基本支出决算情况说明",
        &[(
            "使用一般公共预算财政拨款安排基本支出61万元，使用政府性基金财政拨款安排基本支出2万元。",
            &["general_public_budget.basic amount 610000", "? 2万元"],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "第四部分 部门绩效评价情况",
        &[(
            "实施绩效自评，评价项目14个，涉及金额320万元。评价得分在90（含）-100分的12个，评价得分在75（含）-90分的2个。",
            &[
                "performance.self_assessed_projects amount 3200000",
                "performance.self_assessed_projects count 14",
                "? 12个",
                "? 2个",
            ],
        )],
    );
}

#[test]
fn a_fund_under_other_matters() {
    check(
        FINAL_ACCOUNTS,
        "五、其他重要事项情况说明",
        &[(
            "2023年度政府性基金预算财政拨款本年收入86万元，本年支出76万元，其中：基本支出0万元，项目支出76万元。",
            &[
                "government_fund.expenditure amount 760000",
                "government_fund.revenue amount 860000",
                "? 0万元",
                "? 76万元",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "二、收入决算情况说明",
        &[(
            "财政拨款收入100万元，其中：一般公共预算财政拨款收入90万元，政府性基金预算财政拨款本年收入10万元。",
            &[
                "revenue.appropriation amount 1000000",
                "revenue.general_public_budget amount 900000",
                "revenue.government_fund amount 100000",
            ],
        )],
    );
    check(
        BUDGET,
        "一、部门收支总体情况",
        &[(
            "财政拨款收入120万元，其中：本年收入118万元，上年结转收入2万元。",
            &[
                "appropriation.revenue.total amount 1180000",
                "revenue.appropriation amount 1200000",
            ],
        )],
    );
}

#[test]
fn what_there_is_at_a_date_goes_on_below() {
    check(
        BUDGET,
        "二、预算单位基本情况",
        &[(
            "截至2023年12月统计，部门基本情况如下：\n在职人员编制37人。在职实有35人。\n离退休人员19人。",
            &[
                "staff.actual count executed 2023 35",
                "staff.establishment count executed 2023 37",
                "staff.retired count executed 2023 19",
            ],
        )],
    );
    check(
        BUDGET,
        "四、国有资产占用情况",
        &[(
            "截至2023年12月31日，资产总额48万元。与上年相比，资产总额减少2万元。共有车辆3辆。",
            &[
                "assets.vehicles count executed 2023 3",
                "? 48万元",
                "? 2万元",
            ],
        )],
    );
}

#[test]
fn a_purchase_or_a_cost_by_another_word() {
    check(
        FINAL_ACCOUNTS,
        "一、“三公”经费财政拨款决算情况",
        &[(
            "公务用车购置费2023年决算数0万元。2023年购置（更新）0辆，车均购置费0万元。",
            &[
                "three_public.vehicles.purchase amount 0",
                "three_public.vehicles.purchased count 0",
                "? 0万元",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "二、机关运行经费支出情况",
        &[(
            "为维持机关日常运行，用于一般公共预算安排的行政运行经费，合计46.5万元，比上年减少1.5万元，减少原因：压减办公费。",
            &[
                "operating_cost amount 465000",
                "operating_cost change -15000",
            ],
        )],
    );
}

#[test]
fn a_government_speaks_of_parts_of_its_place() {
    check(
        GOVERNMENT,
        "（一）一般公共预算收支情况",
        &[
            (
                "2023年，全县完成地方一般公共预算收入35亿元，增长2.1%。县本级完成地方一般公共预算收入26亿元，增长2%。城东新区完成地方一般公共预算收入9亿元。",
                &[
                    "revenue.general_public_budget amount 3500000000",
                    "revenue.general_public_budget amount scope=县本级 2600000000",
                    "revenue.general_public_budget amount scope=城东新区 900000000",
                    "revenue.general_public_budget change_rate 2.1",
                    "revenue.general_public_budget change_rate scope=县本级 2",
                ],
            ),
            (
                "2023年云溪县一般公共预算支出8亿元，云溪镇一般公共预算支出1亿元。",
                &[
                    "general_public_budget.expenditure amount 800000000",
                    "general_public_budget.expenditure amount scope=云溪镇 100000000",
                ],
            ),
            (
                "全县一般公共预算支出55亿元。县本级收支平衡情况良好。一般公共预算支出8亿元。",
                &[
                    "general_public_budget.expenditure amount 5500000000",
                    "general_public_budget.expenditure amount scope=县本级 800000000",
                ],
            ),
            (
                "县本级收支平衡情况良好。一般公共预算支出8亿元。",
                &["general_public_budget.expenditure amount 800000000"],
            ),
            (
                "全县一般公共预算支出55亿元，下降0.5%，剔除新增国债因素，同口径增长4%。",
                &[
                    "general_public_budget.expenditure amount 5500000000",
                    "general_public_budget.expenditure change_rate -0.5",
                    "? 4%",
                ],
            ),
            (
                "全县一般公共预算支出55亿元，同口径增长4%。",
                &[
                    "general_public_budget.expenditure amount 5500000000",
                    "general_public_budget.expenditure change_rate 4",
                ],
            ),
        ],
    );
    check(
        GOVERNMENT,
        "2.县本级预算执行情况\n（1）一般公共预算",
        &[(
            "地方一般公共预算收入33亿元。全县地方一般公共预算收入41亿元。",
            &[
                "revenue.general_public_budget amount 4100000000",
                "revenue.general_public_budget amount scope=县本级 3300000000",
            ],
        )],
    );
}

#[test]
fn several_years_together_are_no_year() {
    check(
        GOVERNMENT,
        "（三）财政工作成效",
        &[(
            "“十四五”期间，全县地方一般公共预算收入完成518亿元，增长43.5%。2023年，全县地方一般公共预算收入完成113亿元。",
            &[
                "revenue.general_public_budget amount 11300000000",
                "? 518亿元",
                "? 43.5%",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "二、机关运行经费支出情况",
        &[
            ("2021-2023年，机关运行经费共支出30万元。", &["? 30万元"]),
            ("近三年机关运行经费支出共计30万元。", &["? 30万元"]),
            (
                "2023年度机关运行经费支出12万元。",
                &["operating_cost amount 120000"],
            ),
        ],
    );
}

#[test]
fn what_the_office_alone_spends() {
    check(
        FINAL_ACCOUNTS,
        "（一）机关运行经费说明",
        &[
            (
                "云溪县文化馆机关本级机关运行经费支出132.6万元。",
                &["operating_cost amount 1326000"],
            ),
            (
                "局本级机关运行经费支出50万元，下属参公单位机关运行经费支出30万元。",
                &[
                    "operating_cost amount scope=下属参公单位 300000",
                    "operating_cost amount scope=局本级 500000",
                ],
            ),
        ],
    );
}

#[test]
fn what_is_counted_in_a_reason_or_planned() {
    check(
        FINAL_ACCOUNTS,
        "六、“三公”经费支出决算情况说明",
        &[
            (
                "公务用车运行维护费支出4.3万元，主要原因是：校车维修费用减少，年末公务用车保有1辆。",
                &[
                    "three_public.vehicles.held count 1",
                    "three_public.vehicles.operation amount 43000",
                ],
            ),
            // How many fewer there are is a reason.
            (
                "公务用车运行维护费支出4.3万元，主要原因是公务用车保有量减少2辆。",
                &["three_public.vehicles.operation amount 43000", "? 2辆"],
            ),
        ],
    );
    check(
        BUDGET,
        "三、“三公”经费增减变化情况",
        &[
            (
                "因公出国（境）费0万元。2024年拟安排出国（境）0个团组、0人次。",
                &[
                    "three_public.overseas amount 0",
                    "three_public.overseas.delegations count 0",
                    "three_public.overseas.persons count 0",
                ],
            ),
            (
                "公务接待费3.6万元，计划接待国内公务45批次、360人次。",
                &[
                    "three_public.hospitality amount 36000",
                    "three_public.hospitality.domestic.batches count 45",
                    "three_public.hospitality.domestic.persons count 360",
                ],
            ),
        ],
    );
}

/// A report on one project, which only its title names.
const PROJECT: Frame = Frame {
    title: "云溪县文化馆2023年度乡村书屋改造项目支出绩效自评报告",
    part: "",
    phase: Phase::Executed,
    year: 2023,
};

#[test]
fn the_project_that_the_title_names() {
    check(
        PROJECT,
        "二、项目资金安排及使用情况",
        &[
            (
                "年初预算86万元，年中根据招标结果调减4.5万元，调整后全年预算81.5万元，其中上级补助资金52万元。",
                &[
                    "project.funds amount adjusted project=乡村书屋改造项目 815000",
                    "project.funds amount adjustment project=乡村书屋改造项目 -45000",
                    "project.funds amount approved project=乡村书屋改造项目 860000",
                    "? 52万元",
                ],
            ),
            (
                "截至2023年12月31日，项目资金实际到位81.5万元，资金到位率100%。",
                &[
                    "project.received amount project=乡村书屋改造项目 815000",
                    "? 100%",
                ],
            ),
            (
                "项目实际支出76.8万元，预算执行率94%，结余4.7万元已由县财政收回。",
                &[
                    "project.funds amount project=乡村书屋改造项目 768000",
                    "project.funds completion_rate project=乡村书屋改造项目 94",
                    "? 4.7万元",
                ],
            ),
        ],
    );
    check(
        PROJECT,
        "四、绩效指标完成情况",
        &[(
            "实际改造书屋25间，完成率98%，占全县书屋的50%；为村民节约开支12万元。",
            &["? 98%", "? 50%", "? 12万元"],
        )],
    );
}

#[test]
fn a_government_states_no_transfers_and_procurement_under_its_heading() {
    check(
        GOVERNMENT,
        "（一）一般公共预算收支情况",
        &[
            (
                "全县一般公共预算支出年初预算8亿元，经县人大常委会批准调整为9亿元，决算数8.8亿元，为调整预算的97.8%。",
                &[
                    "general_public_budget.expenditure amount 880000000",
                    "general_public_budget.expenditure amount adjusted 900000000",
                    "general_public_budget.expenditure amount approved 800000000",
                    "general_public_budget.expenditure completion_rate 97.8",
                ],
            ),
            (
                "一般公共预算支出8亿元，其中：教育支出2亿元。加上债务还本支出1亿元，上解支出0.5亿元，安排预算稳定调节基金0.2亿元。",
                &[
                    "general_public_budget.expenditure amount 800000000",
                    "general_public_budget.expenditure amount function=205 200000000",
                    "? 1亿元",
                    "? 0.5亿元",
                    "? 0.2亿元",
                ],
            ),
            (
                "一般公共预算收入加上转移性收入3亿元，收入总计5亿元。",
                &["? 3亿元", "? 5亿元"],
            ),
            (
                "预备费预算0.8亿元。2023年末，全县预算稳定调节基金余额1.2亿元。",
                &[
                    "general_public_budget.expenditure amount approved function=227 80000000",
                    "? 1.2亿元",
                ],
            ),
            (
                "全县政府采购规模3亿元，节约资金0.2亿元。",
                &["? 3亿元", "? 0.2亿元"],
            ),
        ],
    );
    check(
        GOVERNMENT,
        "（二）政府采购情况",
        &[(
            "2023年，全县政府采购规模3亿元，其中货物类1亿元、工程类1.5亿元、服务类0.5亿元。",
            &[
                "procurement.goods amount 100000000",
                "procurement.services amount 50000000",
                "procurement.total amount 300000000",
                "procurement.works amount 150000000",
            ],
        )],
    );
}

#[test]
fn shares_that_the_head_of_a_list_announces_and_items_of_both_parts() {
    check(
        FINAL_ACCOUNTS,
        "四、财政拨款支出决算情况说明",
        &[(
            "支出按功能科目划分，占财政拨款本年支出的比重分别为：教育支出8%、卫生健康支出2%。",
            &[
                "appropriation.expenditure.total share function=205 8",
                "appropriation.expenditure.total share function=210 2",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "四、一般公共预算财政拨款支出决算情况说明",
        &[
            (
                "一般公共预算财政拨款支出100万元，各类支出占比为：教育支出8%，卫生健康支出2%。",
                &[
                    "general_public_budget.expenditure amount 1000000",
                    "general_public_budget.expenditure share function=205 8",
                    "general_public_budget.expenditure share function=210 2",
                ],
            ),
            // Nothing says of what the rates are.
            (
                "一般公共预算财政拨款支出100万元，群众满意率分别为：教育支出8%、卫生健康支出2%。",
                &[
                    "general_public_budget.expenditure amount 1000000",
                    "? 8%",
                    "? 2%",
                ],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "五、一般公共预算财政拨款基本支出决算情况说明",
        &[
            (
                "基本支出23万元。其中，人员经费20万元；公用经费3万元。具体为：\n（一）工资福利支出18万元，较2022年增加1万元。\n（二）商品和服务支出2万元。",
                &[
                    "general_public_budget.basic amount 230000",
                    "general_public_budget.basic.operating amount 30000",
                    "general_public_budget.basic.operating amount economic=302 20000",
                    "general_public_budget.basic.personnel amount 200000",
                    "general_public_budget.basic.personnel amount economic=301 180000",
                    "general_public_budget.basic.personnel change economic=301 10000",
                ],
            ),
            (
                "基本支出23万元。\n（一）工资福利支出18万元。\n（二）商品和服务支出5万元。",
                &[
                    "general_public_budget.basic amount 230000",
                    "general_public_budget.basic amount economic=301 180000",
                    "general_public_budget.basic amount economic=302 50000",
                ],
            ),
        ],
    );
}
