//! Procurement, assets, performance, organization.

use super::{FINAL_ACCOUNTS, GOVERNMENT, check};

#[test]
fn other() {
    check(
        FINAL_ACCOUNTS,
        "十、其他重要事项的情况说明",
        &[
            (
                "2023年度机关运行经费支出70.1万元，比年初预算数减少2.3万元，降低3.18%。",
                &[
                    "operating_cost amount 701000",
                    "operating_cost variance -23000",
                    "operating_cost variance_rate -3.18",
                ],
            ),
            (
                "2023年，县文化馆机关运行经费支出70.1万元，比2022年增加5.1万元，增长7.85%，主要原因是办公费增加3.2万元。",
                &[
                    "operating_cost amount 701000",
                    "operating_cost change 51000",
                    "operating_cost change_rate 7.85",
                    "? 3.2万元",
                ],
            ),
            (
                "本部门2023年度机关运行经费支出为0万元，与上年持平。",
                &["operating_cost amount 0", "operating_cost change 0"],
            ),
            ("我单位为事业单位，无机关运行经费。", &[]),
            (
                "2023年度政府采购支出总额156.8万元，其中：政府采购货物支出36.8万元、政府采购工程支出80万元、政府采购服务支出40万元。授予中小企业合同金额150万元，占政府采购支出总额的95.66%，其中：授予小微企合同金额100万元，占政府采购支出总额的63.78%。",
                &[
                    "procurement.goods amount 368000",
                    "procurement.services amount 400000",
                    "procurement.sme amount 1500000",
                    "procurement.sme share 95.66",
                    "procurement.total amount 1568000",
                    "procurement.works amount 800000",
                    "? 100万元",
                    "? 63.78%",
                ],
            ),
            (
                "政府采购支出总额156.8万元。授予中小企业合同金额150万元，占政府采购支出总额的95.66%，其中：授予小微企业合同金额100万元，占授予中小企业合同金额的66.67%；货物采购授予中小企业合同金额占货物支出金额的100%，工程采购授予中小企业合同金额占工程支出金额的92%，服务采购授予中小企业合同金额占服务支出金额的100%。",
                &[
                    "procurement.micro amount 1000000",
                    "procurement.micro share 66.67",
                    "procurement.sme amount 1500000",
                    "procurement.sme share 95.66",
                    "procurement.total amount 1568000",
                    "? 100%",
                    "? 92%",
                    "? 100%",
                ],
            ),
            (
                "2023年度政府采购支出156.8万元，其中货物类36.8万元、工程类80万元、服务类40万元。",
                &[
                    "procurement.goods amount 368000",
                    "procurement.services amount 400000",
                    "procurement.total amount 1568000",
                    "procurement.works amount 800000",
                ],
            ),
            (
                "截至2023年12月31日，本单位共有车辆5辆，其中：副部（省）级及以上领导用车0辆、主要领导干部用车0辆、机要通信用车1辆、应急保障用车1辆、执法执勤用车0辆、特种专业技术用车2辆、离退休干部用车0辆、其他用车1辆，其他用车主要是流动演出车；单位价值100万元以上设备（不含车辆）1台（套）。",
                &[
                    "assets.equipment_over_1m count 1",
                    "assets.vehicles count 5",
                    "assets.vehicles count vehicle_use=confidential 1",
                    "assets.vehicles count vehicle_use=deputy_provincial 0",
                    "assets.vehicles count vehicle_use=emergency 1",
                    "assets.vehicles count vehicle_use=law_enforcement 0",
                    "assets.vehicles count vehicle_use=leadership 0",
                    "assets.vehicles count vehicle_use=other 1",
                    "assets.vehicles count vehicle_use=retired 0",
                    "assets.vehicles count vehicle_use=special 2",
                    "? 100万元",
                ],
            ),
            (
                "截至2023年12月31日，共有车辆5辆，其中，部级领导干部用车0辆、一般公务用车3辆、其他用车2辆，单价50万元（含）以上的通用设备2台（套），单价100万元（含）以上专用设备0台（套）。",
                &[
                    "assets.equipment_over_1m count 0",
                    "assets.equipment_over_500k count 2",
                    "assets.vehicles count 5",
                    "assets.vehicles count vehicle_use=deputy_provincial 0",
                    "assets.vehicles count vehicle_use=other 2",
                    "? 50万元",
                    "? 100万元",
                ],
            ),
            (
                "本部门共有车辆5辆，比上年减少1辆，主要是报废处置。",
                &["assets.vehicles count 5", "? 1辆"],
            ),
            (
                "期末资产总额3256.8万元，其中：流动资产200万元，固定资产3056.8万元。",
                &["? 3256.8万元", "? 200万元", "? 3056.8万元"],
            ),
            (
                "房屋面积3560平方米，账面价值1200.5万元，出租收入12万元。",
                &["? 1200.5万元", "? 12万元"],
            ),
            (
                "根据预算绩效管理要求，本部门组织对2023年度项目支出开展绩效自评，共涉及项目8个，涉及资金335.2万元，占项目支出总额的100%。",
                &[
                    "performance.self_assessed_projects amount 3352000",
                    "performance.self_assessed_projects count 8",
                    "performance.self_assessed_projects share 100",
                ],
            ),
            (
                "本部门在2023年度预算编制阶段，组织对文化下乡等2个项目开展了预算事前绩效评估，对8个项目编制了绩效目标，预算执行过程中，选取8个项目开展绩效监控，组织对8个项目开展绩效自评。",
                &[
                    "performance.monitored_projects count 8",
                    "performance.preassessed_projects count 2",
                    "performance.self_assessed_projects count 8",
                    "performance.targeted_projects count 8",
                ],
            ),
            (
                "文化下乡项目绩效自评综述：根据年初设定的绩效目标，项目自评得分为96.5分。项目全年预算数为50万元，执行数为48.2万元，完成预算的96.4%。",
                &[
                    "performance.project_score score project=文化下乡项目 96.5",
                    "project.funds amount adjusted project=文化下乡项目 500000",
                    "project.funds amount project=文化下乡项目 482000",
                    "project.funds completion_rate project=文化下乡项目 96.4",
                ],
            ),
            (
                "1.“馆舍维修”项目自评综述：全年预算数为200万元，执行数为180万元，完成预算的90%。主要产出和效果：维修面积1200平方米，节约电费3万元。",
                &[
                    "project.funds amount adjusted project=馆舍维修 2000000",
                    "project.funds amount project=馆舍维修 1800000",
                    "project.funds completion_rate project=馆舍维修 90",
                    "? 3万元",
                ],
            ),
            (
                "组织对“文化下乡”“馆舍维修”等2个项目开展了部门评价，涉及一般公共预算支出250万元。",
                &[],
            ),
            (
                "从评价情况来看，8个项目评价结果均为优，平均得分95.2分。",
                &[],
            ),
            (
                "部门整体支出绩效自评得分为94分，等级为优。",
                &["performance.department_score score 94"],
            ),
            (
                "2023年度政府性基金预算财政拨款支出20万元，其中：基本支出0万元，项目支出20万元。",
                &[
                    "government_fund.expenditure amount 200000",
                    "? 0万元",
                    "? 20万元",
                ],
            ),
        ],
    );
}

#[test]
fn org() {
    check(
        FINAL_ACCOUNTS,
        "二、机构设置",
        &[
            (
                "云溪县文化馆下属二级预算单位3个，其中行政单位1个，参照公务员法管理的事业单位1个，其他事业单位1个。",
                &[
                    "organization.subordinate_units count 3",
                    "organization.subordinate_units count unit_type=administrative 1",
                    "organization.subordinate_units count unit_type=civil_service_managed 1",
                    "organization.subordinate_units count unit_type=other_institution 1",
                ],
            ),
            (
                "核定编制12人，实有公务用车2辆。",
                &["assets.vehicles count 2", "staff.establishment count 12"],
            ),
            (
                "纳入2023年度部门决算编制范围的二级预算单位包括：县图书馆、县博物馆。",
                &[],
            ),
            (
                "截至2023年底，核定编制45人，其中行政编制10人、事业编制33人、工勤编制2人；实有人员42人，其中行政10人、事业30人、工勤2人；离退休人员15人。",
                &[
                    "staff.actual count 42",
                    "staff.actual count staff_type=administrative 10",
                    "staff.actual count staff_type=institution 30",
                    "staff.actual count staff_type=worker 2",
                    "staff.establishment count 45",
                    "staff.establishment count staff_type=administrative 10",
                    "staff.establishment count staff_type=institution 33",
                    "staff.establishment count staff_type=worker 2",
                    "staff.retired count 15",
                ],
            ),
            (
                "实有在职人员42人，其中行政人员12人、事业人员30人；退休人员15人。另有社区干部20人，护林员8人。",
                &[
                    "staff.actual count 42",
                    "staff.actual count staff_type=administrative 12",
                    "staff.actual count staff_type=institution 30",
                    "staff.retired count 15",
                    "? 20人",
                    "? 8人",
                ],
            ),
            (
                "部门共有编制45名，实有在职人员42人，退休15人，遗属2人。",
                &[
                    "staff.actual count 42",
                    "staff.establishment count 45",
                    "staff.retired count 15",
                    "? 2人",
                ],
            ),
            ("内设机构6个：办公室、业务科、财务科。", &["? 6个"]),
        ],
    );
}

#[test]
fn more_other() {
    check(
        FINAL_ACCOUNTS,
        "十、其他重要事项的情况说明",
        &[
            (
                "2023年度机关运行经费支出70.1万元，比年初预算数72.4万元减少2.3万元；比上年决算数65万元增加5.1万元，增长7.85%。",
                &[
                    "operating_cost amount 2022 650000",
                    "operating_cost amount 701000",
                    "operating_cost amount approved 724000",
                    "operating_cost change 51000",
                    "operating_cost change_rate 7.85",
                    "operating_cost variance -23000",
                ],
            ),
            (
                "机关运行经费支出70.1万元，与上年相比增长7.85%，其中：办公费12万元、水电费8万元、差旅费5.6万元。",
                &[
                    "operating_cost amount 701000",
                    "operating_cost change_rate 7.85",
                    "? 12万元",
                    "? 8万元",
                    "? 5.6万元",
                ],
            ),
            (
                "政府采购支出总额156.8万元，其中：货物支出36.8万元、工程支出80万元、服务支出40万元，分别占23.47%、51.02%、25.51%。",
                &[
                    "procurement.goods amount 368000",
                    "procurement.goods share 23.47",
                    "procurement.services amount 400000",
                    "procurement.services share 25.51",
                    "procurement.total amount 1568000",
                    "procurement.works amount 800000",
                    "procurement.works share 51.02",
                ],
            ),
            (
                "授予中小企业合同金额150万元，占政府采购支出总额的95.66%，其中：授予小微企业合同金额100万元，占政府采购支出总额的63.78%。",
                &[
                    "procurement.micro amount 1000000",
                    "procurement.micro share 63.78",
                    "procurement.sme amount 1500000",
                    "procurement.sme share 95.66",
                ],
            ),
            (
                "截至2023年12月31日，单位共有车辆5辆，较上年增加1辆，其中：机要通信用车1辆、应急保障用车2辆、其他用车2辆。",
                &[
                    "assets.vehicles count 5",
                    "assets.vehicles count vehicle_use=confidential 1",
                    "assets.vehicles count vehicle_use=emergency 2",
                    "assets.vehicles count vehicle_use=other 2",
                    "? 1辆",
                ],
            ),
            (
                "截至2023年12月31日，本部门固定资产原值3256.8万元，净值1800.2万元。",
                &["? 3256.8万元", "? 1800.2万元"],
            ),
            (
                "馆舍维修项目绩效自评综述：项目自评得分92分，全年预算数200万元，执行数180万元，完成预算的90%，主要产出是维修面积1200平方米，发现问题2个。",
                &[
                    "performance.project_score score project=馆舍维修项目 92",
                    "project.funds amount adjusted project=馆舍维修项目 2000000",
                    "project.funds amount project=馆舍维修项目 1800000",
                    "project.funds completion_rate project=馆舍维修项目 90",
                    "? 2个",
                ],
            ),
            (
                "“全民阅读”项目绩效自评综述：全年预算数为30.5万元，执行数为30.5万元，完成预算的100%。",
                &[
                    "project.funds amount adjusted project=全民阅读 305000",
                    "project.funds amount project=全民阅读 305000",
                    "project.funds completion_rate project=全民阅读 100",
                ],
            ),
            (
                "第三方机构评价费用5万元，评价项目2个。",
                &["? 5万元", "? 2个"],
            ),
            (
                "举办展览12场，观众8万人次，文创收入3.6万元。",
                &["? 12场", "? 3.6万元"],
            ),
        ],
    );
}

#[test]
fn government() {
    check(
        GOVERNMENT,
        "一、一般公共预算收支决算情况",
        &[
            (
                "税收收入3.56亿元，增长7.2%，占地方一般公共预算收入的63.35%。",
                &["? 3.56亿元", "? 7.2%", "? 63.35%"],
            ),
            (
                "一般公共预算平衡情况：地方一般公共预算收入35亿元，收入总计69亿元。地方一般公共预算支出55亿元，支出总计68亿元。",
                &[
                    "general_public_budget.expenditure amount 5500000000",
                    "revenue.general_public_budget amount 3500000000",
                    "? 69亿元",
                    "? 68亿元",
                ],
            ),
            (
                "2023年全县社会保险基金预算收入6.3亿元，支出5.1亿元，年末滚存结余12.6亿元。",
                &["? 12.6亿元"],
            ),
            (
                "上级补助收入30.5亿元，上年结余1.2亿元，收入总计50.1亿元，年终结转1.3亿元。",
                &["? 30.5亿元", "? 1.2亿元", "? 50.1亿元", "? 1.3亿元"],
            ),
            (
                "全县一般公共预算收入完成12.56亿元，为预算的102.3%。",
                &[
                    "revenue.general_public_budget amount 1256000000",
                    "revenue.general_public_budget completion_rate 102.3",
                ],
            ),
            (
                "全县政府债务余额35.6亿元，其中一般债务15.2亿元，专项债务20.4亿元。",
                &["? 35.6亿元", "? 15.2亿元", "? 20.4亿元"],
            ),
            (
                "教育支出6.5亿元，增长4.2%；社会保障和就业支出5.1亿元，下降2%。",
                &[
                    "general_public_budget.expenditure amount function=205 650000000",
                    "general_public_budget.expenditure amount function=208 510000000",
                    "general_public_budget.expenditure change_rate function=205 4.2",
                    "general_public_budget.expenditure change_rate function=208 -2",
                ],
            ),
        ],
    );
}

#[test]
fn scores_of_several_projects() {
    check(
        FINAL_ACCOUNTS,
        "（二）绩效自评结果",
        &[
            (
                "经自评，送戏下乡项目、馆舍维修项目和古籍保护费自评得分分别为96分、94.5分和91分。",
                &[
                    "performance.project_score score project=古籍保护费 91",
                    "performance.project_score score project=送戏下乡项目 96",
                    "performance.project_score score project=馆舍维修项目 94.5",
                ],
            ),
            (
                "“馆舍维修（二期）”和“古籍、字画修复”项目自评得分均为93分。",
                &[
                    "performance.project_score score project=古籍、字画修复 93",
                    "performance.project_score score project=馆舍维修（二期） 93",
                ],
            ),
            (
                "“送戏下乡”项目得分97分，“古籍保护(一期)”项目得分92.5分，馆舍维修项目得分90分。",
                &[
                    "performance.project_score score project=古籍保护(一期) 92.5",
                    "performance.project_score score project=送戏下乡 97",
                    "performance.project_score score project=馆舍维修项目 90",
                ],
            ),
            // Two names and three scores: whose they are is not said.
            (
                "送戏下乡项目、馆舍维修项目自评得分分别为80分、81分、82分。",
                &[],
            ),
        ],
    );
}

/// What a self-assessment of two projects states of them in a sentence, in the order of the ids.
fn of_listed(sentence: &str) -> Vec<String> {
    let text = format!(
        "云溪县文化馆2023年度项目支出绩效自评情况\n\n一、项目概况\n{sentence}\n\n项目绩效自评汇总表\n\
         项目名称\t自评得分\t自评等级\n馆舍维修\t97\t优\n送戏下乡项目\t92\t优\n"
    );
    let report = crate::extract(text.as_bytes(), &crate::report::Options::default())
        .expect("a text is read");
    let facts = report.facts.iter().filter(|fact| fact.table.is_none());
    facts
        .filter_map(|fact| {
            let project = fact.dimensions.get("project")?;
            let (concept, phase) = (&fact.concept, super::word(&fact.phase));
            Some(format!(
                "{concept} {phase} {project} {}",
                fact.value?.normalize()
            ))
        })
        .collect()
}

#[test]
fn projects_of_the_tables_are_known_in_the_text() {
    let none: &[&str] = &[];
    for (sentence, want) in [
        (
            "（一）馆舍维修。年初预算8万元，因标准提高，年中调增2万元，调整后预算10万元，资金到位9万元，执行率60%。",
            &[
                "project.funds approved 馆舍维修 80000",
                "project.funds adjustment 馆舍维修 20000",
                "project.funds adjusted 馆舍维修 100000",
                "project.received executed 馆舍维修 90000",
                "project.funds executed 馆舍维修 60",
            ][..],
        ),
        (
            "送戏下乡年初预算5万元，年中调减1万元；馆舍维修项目全年预算10万元，自评得分97分。",
            &[
                "project.funds approved 送戏下乡项目 50000",
                "project.funds adjustment 送戏下乡项目 -10000",
                "project.funds adjusted 馆舍维修 100000",
                "performance.project_score executed 馆舍维修 97",
            ],
        ),
        // What explains a rate stands behind it.
        (
            "馆舍维修全年支出6万元，执行率60%，主要原因是材料降价，年中调减1万元。",
            &[
                "project.funds executed 馆舍维修 60000",
                "project.funds executed 馆舍维修 60",
            ],
        ),
        // Other projects, and what the project did.
        ("（一）古籍修复。年初预算8万元，全年支出7万元。", none),
        ("馆舍维修面积90平方米，惠及1200人，节约3万元。", none),
        ("旧馆舍维修另行安排，送戏下乡演出60场。", none),
    ] {
        assert_eq!(of_listed(sentence), want, "{sentence}");
    }
}

#[test]
fn a_project_has_one_name_in_text_and_table() {
    let text = "云溪县文化馆2023年度部门决算\n\n（二）绩效自评结果\n\
        “馆舍维修(二期)”项目自评得分为97分。\n\n项目支出绩效自评表（2023年度）\n\
        项目名称\t馆舍维修（二期）\t\t\t\n三级指标\t指标值\t实际完成值\t分值\t得分\n\
        维修面积\t≥90平方米\t91平方米\t100\t97\n合计\t\t\t100\t97\n";
    let report = crate::extract(text.as_bytes(), &crate::report::Options::default())
        .expect("a text is read");
    let [score] = &report.facts[..] else {
        panic!("{:#?}", report.facts)
    };
    assert_eq!(score.dimensions["project"], "馆舍维修（二期）");
    assert_eq!(score.spans.len(), 2);
}
