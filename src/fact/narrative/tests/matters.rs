//! Operating cost, procurement, assets, performance, meetings, as reports of many provinces word them.

use super::{BUDGET, FINAL_ACCOUNTS, check};

#[test]
fn matters_1() {
    check(
        FINAL_ACCOUNTS,
        "十一、其他重要事项的情况说明",
        &[
            (
                "（一）机关运行经费支出情况。2023年度机关运行经费支出80.00万元，与2022年度相比，增加5.00万元，增长6.67%，主要原因是：业务增加。",
                &[
                    "operating_cost amount 800000",
                    "operating_cost change 50000",
                    "operating_cost change_rate 6.67",
                ],
            ),
            (
                "本部门2023年度机关运行经费支出80万元，比年初预算数增加3万元，增长3.9%，主要原因是业务增加。",
                &[
                    "operating_cost amount 800000",
                    "operating_cost variance 30000",
                    "operating_cost variance_rate 3.9",
                ],
            ),
            (
                "2023年度行政单位机关运行经费80万元、事业单位公用经费30万元。",
                &["operating_cost amount 800000", "? 30万元"],
            ),
            (
                "机关运行经费支出80万元（与部门决算中行政单位和参照公务员法管理事业单位一般公共预算财政拨款基本支出中公用经费之和保持一致），比上年决算数减少2万元，降低2.44%。",
                &[
                    "operating_cost amount 800000",
                    "operating_cost change -20000",
                    "operating_cost change_rate -2.44",
                ],
            ),
            (
                "2023年度机关运行经费支出0万元，上年为3万元，减少3万元，下降100%。",
                &[
                    "operating_cost amount 0",
                    "operating_cost amount 2022 30000",
                    "operating_cost change -30000",
                    "operating_cost change_rate -100",
                ],
            ),
            ("本单位为事业单位，按规定未开支机关运行经费。", &[]),
            (
                "机关运行经费年初预算82万元，决算80万元，完成预算的97.56%，较上年减少1.5万元，降低1.84%。",
                &[
                    "operating_cost amount 800000",
                    "operating_cost amount approved 820000",
                    "operating_cost change -15000",
                    "operating_cost change_rate -1.84",
                    "operating_cost completion_rate 97.56",
                ],
            ),
            (
                "2023年度机关运行经费较2019年减少12万元，下降13.04%。",
                &[
                    "operating_cost change versus=2019 -120000",
                    "operating_cost change_rate versus=2019 -13.04",
                ],
            ),
            ("2023年机关运行经费增长13.95，主要是业务增加。", &[]),
            (
                "机关运行经费比2022年增加5万元，增长率6.67％。主要用于办公费20万元、印刷费5万元、差旅费12万元。",
                &[
                    "operating_cost change 50000",
                    "operating_cost change_rate 6.67",
                    "? 20万元",
                    "? 5万元",
                    "? 12万元",
                ],
            ),
            (
                "政府采购支出总额100.00万元，其中：政府采购货物支出60.00万元、政府采购工程支出10.00万元、政府采购服务支出30.00万元。授予中小企业合同金额80.00万元，占政府采购支出总额的80.00%，其中：授予小微企业合同金额50.00万元，占授予中小企业合同金额的62.50%；货物采购授予中小企业合同金额占货物支出金额的75.00%，工程采购授予中小企业合同金额占工程支出金额的100.00%，服务采购授予中小企业合同金额占服务支出金额的83.33%。",
                &[
                    "procurement.goods amount 600000",
                    "procurement.micro amount 500000",
                    "procurement.micro share 62.5",
                    "procurement.services amount 300000",
                    "procurement.sme amount 800000",
                    "procurement.sme share 80",
                    "procurement.total amount 1000000",
                    "procurement.works amount 100000",
                    "? 75.00%",
                    "? 100.00%",
                    "? 83.33%",
                ],
            ),
            (
                "2023年度政府采购支出总额100万元，其中：货物支出60万元、工程支出10万元、服务支出30万元。政府采购授予中小企业合同金额80万元，占政府采购支出总额的80%，其中：授予小微企业合同金额50万元，占政府采购支出总额的50%。",
                &[
                    "procurement.goods amount 600000",
                    "procurement.micro amount 500000",
                    "procurement.micro share 50",
                    "procurement.services amount 300000",
                    "procurement.sme amount 800000",
                    "procurement.sme share 80",
                    "procurement.total amount 1000000",
                    "procurement.works amount 100000",
                ],
            ),
            (
                "本部门2023年度政府采购支出100万元，其中政府采购货物类支出60万元，占60%；服务类支出40万元，占40%。面向中小企业采购80万元，占比80%；其中面向小微企业采购50万元，占比62.5%。",
                &[
                    "procurement.goods amount 600000",
                    "procurement.goods share 60",
                    "procurement.micro amount 500000",
                    "procurement.micro share 62.5",
                    "procurement.services amount 400000",
                    "procurement.services share 40",
                    "procurement.sme amount 800000",
                    "procurement.sme share 80",
                    "procurement.total amount 1000000",
                ],
            ),
            (
                "2023年政府采购支出总额100万元。授予中小微企业合同金额80万元，占政府采购支出总额的80%，其中授予小微型企业合同金额50万元。",
                &[
                    "procurement.micro amount 500000",
                    "procurement.sme amount 800000",
                    "procurement.sme share 80",
                    "procurement.total amount 1000000",
                ],
            ),
            (
                "2023年本单位政府采购预算120万元，实际采购金额100万元，节约资金20万元，节约率16.67%。",
                &[
                    "procurement.total amount 1000000",
                    "procurement.total amount approved 1200000",
                    "procurement.total variance -200000",
                    "? 16.67%",
                ],
            ),
            ("无政府采购支出。", &[]),
            (
                "本部门2023年未发生政府采购，授予中小企业合同金额占0%。",
                &["procurement.sme share 0"],
            ),
            (
                "截至2023年12月31日，本部门共有车辆5辆，其中，副部（省）级及以上领导用车0辆、主要负责人用车0辆、机要通信用车1辆、应急保障用车1辆、执法执勤用车0辆、特种专业技术用车0辆、离退休干部服务用车0辆、其他用车3辆，其他用车主要是下乡用车；单价100万元（含）以上设备（不含车辆）1台（套）。",
                &[
                    "assets.equipment_over_1m count 1",
                    "assets.vehicles count 5",
                    "assets.vehicles count vehicle_use=confidential 1",
                    "assets.vehicles count vehicle_use=deputy_provincial 0",
                    "assets.vehicles count vehicle_use=emergency 1",
                    "assets.vehicles count vehicle_use=law_enforcement 0",
                    "assets.vehicles count vehicle_use=leadership 0",
                    "assets.vehicles count vehicle_use=other 3",
                    "assets.vehicles count vehicle_use=retired 0",
                    "assets.vehicles count vehicle_use=special 0",
                    "? 100万元",
                ],
            ),
            (
                "截至2023年12月31日，房屋2,000.00平方米，价值300.00万元。车辆5辆，价值100.00万元，其中：机要通信用车1辆；其他用车4辆，其他用车主要是：业务用车；单位价值100万元（含）以上设备（不含车辆）0台（套）。",
                &[
                    "assets.equipment_over_1m count 0",
                    "assets.vehicles count vehicle_use=confidential 1",
                    "? 300.00万元",
                    "? 5辆",
                    "? 100.00万元",
                    "? 4辆",
                    "? 100万元",
                ],
            ),
            (
                "2023年末固定资产总额1200万元，其中：房屋800平方米，账面价值300万元；车辆5台，账面价值100万元；单价50万元（含）以上的通用设备2台（套），单价100万元（含）以上的专用设备0台（套）。",
                &[
                    "assets.equipment_over_1m count 0",
                    "assets.equipment_over_500k count 2",
                    "? 1200万元",
                    "? 300万元",
                    "? 5台",
                    "? 100万元",
                    "? 50万元",
                    "? 100万元",
                ],
            ),
            (
                "本部门共有车辆5辆，其中：一般公务用车2辆、一般执法执勤用车3辆；单位价值50万元以上通用设备0台（套），单位价值100万元以上专用设备0台（套）。",
                &[
                    "assets.equipment_over_1m count 0",
                    "assets.equipment_over_500k count 0",
                    "assets.vehicles count 5",
                    "assets.vehicles count vehicle_use=law_enforcement 3",
                    "? 50万元",
                    "? 100万元",
                ],
            ),
            (
                "截至2023年底，本单位无公务用车，单价50万元以上设备0台。",
                &["assets.equipment_over_500k count 0", "? 50万元"],
            ),
            (
                "车辆年末数5辆，比上年减少1辆，其中轿车2辆、越野车3辆。",
                &["? 5辆", "? 1辆", "? 2辆", "? 3辆"],
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
                "（一）绩效管理工作开展情况。根据预算绩效管理要求，本部门组织对2023年度一般公共预算项目支出全面开展绩效自评。其中，一级项目3个，二级项目12个，共涉及资金410万元，占一般公共预算项目支出总额的100%。",
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
                "本单位2023年度预算绩效自评项目12个，共涉及资金490万元，占项目支出总额的100%。其中，评价等级为优的10个，良的2个。",
                &[
                    "performance.self_assessed_projects amount 4900000",
                    "performance.self_assessed_projects count 12",
                    "performance.self_assessed_projects share 100",
                    "? 10个",
                    "? 2个",
                ],
            ),
            (
                "组织对“公共文化服务”、“文物保护”等2个项目开展部门评价，涉及资金120万元。",
                &[],
            ),
            (
                "会议费支出2.5万元，较上年决算数减少0.5万元，下降16.7%，主要原因是线上会议增多。本年度培训费支出3.2万元，较上年决算数增加0.2万元，增长6.7%。",
                &[
                    "meeting_cost amount 25000",
                    "meeting_cost change -5000",
                    "meeting_cost change_rate -16.7",
                    "training_cost amount 32000",
                    "training_cost change 2000",
                    "training_cost change_rate 6.7",
                ],
            ),
            (
                "2023年度会议费支出2.5万元，共召开会议5个，参加会议300人次。培训费支出3.2万元，组织培训4个，培训人员220人次。",
                &[
                    "meeting_cost amount 25000",
                    "training_cost amount 32000",
                    "? 300人次",
                    "? 220人次",
                ],
            ),
            (
                "本年度一般公共预算财政拨款会议费支出0万元，培训费支出0万元。与上年相比均无变化。",
                &[
                    "meeting_cost amount 0",
                    "meeting_cost change 0",
                    "training_cost amount 0",
                    "training_cost change 0",
                ],
            ),
            (
                "会议费支出0万元，上年0万元，不可比。",
                &["meeting_cost amount 0", "meeting_cost amount 2022 0"],
            ),
            (
                "培训费3.2万元，上年为0，增长率无法计算。",
                &["training_cost amount 32000"],
            ),
        ],
    );
}

#[test]
fn grades_of_reviewed_projects() {
    check(
        FINAL_ACCOUNTS,
        "（三）绩效评价",
        &[
            (
                "全馆7个项目开展自评，4个项目评为优、2个评为良、1个评为中。",
                &[
                    "performance.self_assessed_projects count 7",
                    "? 4个",
                    "? 2个",
                    "? 1个",
                ],
            ),
            (
                "我局组织14个项目绩效自评，11个项目被评为“优”，3个项目等级为良。",
                &[
                    "performance.self_assessed_projects count 14",
                    "? 11个",
                    "? 3个",
                ],
            ),
            (
                "5个项目评定为优，6个项目编制绩效目标。",
                &["performance.targeted_projects count 6", "? 5个"],
            ),
            (
                "部门整体支出绩效自评得分91分，评为“优”。",
                &["performance.department_score score 91"],
            ),
        ],
    );
}

#[test]
fn vehicles_by_use_in_a_row() {
    check(
        FINAL_ACCOUNTS,
        "（三）国有资产占用情况",
        &[
            (
                "共有车辆9辆，其中，机要通信用车、应急保障用车、执法执勤用车分别为2、4、3辆。",
                &["assets.vehicles count 9", "? 3辆"],
            ),
            (
                "共有车辆9辆，其中，机要通信用车和应急保障用车分别为5和4辆。",
                &["assets.vehicles count 9", "? 4辆"],
            ),
            (
                "共有车辆9辆，其中，机要通信用车、应急保障用车分别为5辆、4辆。",
                &[
                    "assets.vehicles count 9",
                    "assets.vehicles count vehicle_use=confidential 5",
                    "assets.vehicles count vehicle_use=emergency 4",
                ],
            ),
        ],
    );
}

#[test]
fn groups_abroad_and_vehicles_for_enforcement() {
    check(
        FINAL_ACCOUNTS,
        "七、“三公”经费支出决算情况",
        &[
            (
                "因公出国（境）费：年初预算0万元，支出决算0万元，团组0个，0人次。",
                &[
                    "three_public.overseas amount 0",
                    "three_public.overseas amount approved 0",
                    "three_public.overseas.delegations count 0",
                    "three_public.overseas.persons count 0",
                ],
            ),
            (
                "公务接待费支出5万元，国内公务接待团组6批次，接待60人次。",
                &[
                    "three_public.hospitality amount 50000",
                    "three_public.hospitality.domestic.batches count 6",
                    "three_public.hospitality.domestic.persons count 60",
                ],
            ),
            (
                "公务接待费支出1万元，接待团组5个。",
                &["three_public.hospitality amount 10000", "? 5个"],
            ),
            (
                "公务用车购置费36万元，购置执法用车2辆；公务用车运行维护费4万元，保有量3辆。",
                &[
                    "three_public.vehicles.held count 3",
                    "three_public.vehicles.operation amount 40000",
                    "three_public.vehicles.purchase amount 360000",
                    "three_public.vehicles.purchased count 2",
                ],
            ),
        ],
    );
}

#[test]
fn what_changed_of_a_project_is_not_its_money() {
    check(
        BUDGET,
        "五、绩效目标情况说明",
        &[(
            "“病虫害防治”项目。年度目标为发病面积较上年下降10%，满意度达到90%。",
            &["? 10%", "? 90%"],
        )],
    );
}
