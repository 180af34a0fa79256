//! What stands in lists: units that are said once, names behind their numbers, types, stages in brackets, joined names.

use super::{BUDGET, FINAL_ACCOUNTS, check};

#[test]
fn units_that_are_said_once() {
    check(
        FINAL_ACCOUNTS,
        "五、一般公共预算财政拨款支出决算情况说明",
        &[
            (
                "一般公共预算财政拨款支出主要用于（单位：万元）：教育支出61.20，占60%；卫生健康支出40.80，占40%。",
                &[
                    "general_public_budget.expenditure amount function=210 408000",
                    "general_public_budget.expenditure share 60",
                    "general_public_budget.expenditure share function=210 40",
                    "? 61.20",
                ],
            ),
            (
                "各项支出如下（单位：万元）：\n教育支出61.20，占60%；\n卫生健康支出8，占7.84%。",
                &[
                    "general_public_budget.expenditure amount function=205 612000",
                    "general_public_budget.expenditure amount function=210 80000",
                    "general_public_budget.expenditure share function=205 60",
                    "general_public_budget.expenditure share function=210 7.84",
                ],
            ),
            (
                "按支出功能分类（万元）：教育支出61.20、卫生健康支出8.05。",
                &[
                    "general_public_budget.expenditure amount function=205 612000",
                    "general_public_budget.expenditure amount function=210 80500",
                ],
            ),
            (
                "一般公共预算财政拨款支出（单位：元）：教育支出612,000.50；卫生健康支出80,500。",
                &[
                    "general_public_budget.expenditure amount function=205 612000.5",
                    "general_public_budget.expenditure amount function=210 80500",
                ],
            ),
            (
                "教育支出61.20，占60%。",
                &["general_public_budget.expenditure share function=205 60"],
            ),
            ("部门：云溪县文化馆 单位：万元 教育支出 61.20", &[]),
            (
                "（单位：万元）教育支出61.20，比上年增长12.5。",
                &["general_public_budget.expenditure amount function=205 612000"],
            ),
        ],
    );
}

#[test]
fn what_is_named_behind_the_rest() {
    check(
        FINAL_ACCOUNTS,
        "二、收入决算情况说明",
        &[
            (
                "本年收入合计50万元，其中：30万元为财政拨款收入，占60%；其余20万元为其他收入，占40%。",
                &[
                    "revenue.appropriation amount 300000",
                    "revenue.appropriation share 60",
                    "revenue.other amount 200000",
                    "revenue.other share 40",
                    "revenue.total amount 500000",
                ],
            ),
            (
                "本年收入合计50万元，其余20万元属于其他收入。",
                &["revenue.other amount 200000", "revenue.total amount 500000"],
            ),
            (
                "本年收入合计50万元，其余20万元用于活动。",
                &["revenue.total amount 500000", "? 20万元"],
            ),
            (
                "本年收入合计50万元，其余20万元。",
                &["revenue.total amount 500000", "? 20万元"],
            ),
        ],
    );
}

#[test]
fn units_named_behind_their_number() {
    check(
        FINAL_ACCOUNTS,
        "二、机构设置",
        &[
            (
                "下属单位4个，其中1个为行政单位，3个为其他事业单位。",
                &[
                    "organization.subordinate_units count 4",
                    "organization.subordinate_units count unit_type=administrative 1",
                    "organization.subordinate_units count unit_type=other_institution 3",
                ],
            ),
            (
                "下属单位有4个，其中参照公务员法管理的事业单位1个（县文物所），其余3个为其他事业单位（县图书馆等）。",
                &[
                    "organization.subordinate_units count 4",
                    "organization.subordinate_units count unit_type=civil_service_managed 1",
                    "organization.subordinate_units count unit_type=other_institution 3",
                ],
            ),
        ],
    );
}

#[test]
fn types_of_staff_without_a_word_for_parts() {
    check(
        FINAL_ACCOUNTS,
        "三、人员构成",
        &[
            (
                "实有在职人员36人，行政人员、事业人员分别为20人、16人。",
                &[
                    "staff.actual count 36",
                    "staff.actual count staff_type=administrative 20",
                    "staff.actual count staff_type=institution 16",
                ],
            ),
            (
                "实有在职人员36人，行政人员20人、事业人员16人。",
                &[
                    "staff.actual count 36",
                    "staff.actual count staff_type=administrative 20",
                    "staff.actual count staff_type=institution 16",
                ],
            ),
            (
                "实有在职人员36人，行政和事业人员分别为20人、16人。",
                &[
                    "staff.actual count 36",
                    "staff.actual count staff_type=administrative 20",
                    "staff.actual count staff_type=institution 16",
                ],
            ),
            // The list of the posts ends where the staff is counted.
            (
                "编制40名，其中：行政编制22名、事业编制18名。实有在职人员36人，行政人员20人、事业人员16人。",
                &[
                    "staff.actual count 36",
                    "staff.actual count staff_type=administrative 20",
                    "staff.actual count staff_type=institution 16",
                    "staff.establishment count 40",
                    "staff.establishment count staff_type=administrative 22",
                    "staff.establishment count staff_type=institution 18",
                ],
            ),
            (
                "编制40名，其中行政编制22名、事业编制18名；实有36人，行政20人、事业16人。",
                &[
                    "staff.actual count 36",
                    "staff.actual count staff_type=administrative 20",
                    "staff.actual count staff_type=institution 16",
                    "staff.establishment count 40",
                    "staff.establishment count staff_type=administrative 22",
                    "staff.establishment count staff_type=institution 18",
                ],
            ),
            // But posts or staff?
            (
                "编制40名，实有36人，行政20人、事业16人。",
                &[
                    "staff.actual count 36",
                    "staff.establishment count 40",
                    "? 20人",
                    "? 16人",
                ],
            ),
            (
                "在职人员36人，退休人员8人，行政人员2人。",
                &["staff.actual count 36", "staff.retired count 8", "? 2人"],
            ),
            (
                "编制合计40个，其中：行政编制22个，事业编制18个。",
                &[
                    "staff.establishment count 40",
                    "staff.establishment count staff_type=administrative 22",
                    "staff.establishment count staff_type=institution 18",
                ],
            ),
        ],
    );
}

#[test]
fn several_counts_in_one() {
    check(
        FINAL_ACCOUNTS,
        "（三）国有资产占用情况",
        &[
            (
                "共有车辆3辆，其中，其他用车3辆，主要领导干部用车、机要通信用车、离退休干部用车均为0辆。",
                &[
                    "assets.vehicles count 3",
                    "assets.vehicles count vehicle_use=confidential 0",
                    "assets.vehicles count vehicle_use=leadership 0",
                    "assets.vehicles count vehicle_use=other 3",
                    "assets.vehicles count vehicle_use=retired 0",
                ],
            ),
            (
                "共有车辆3辆，其中，其他用车3辆，主要领导干部用车、机要通信用车0辆。",
                &[
                    "assets.vehicles count 3",
                    "assets.vehicles count vehicle_use=other 3",
                    "? 0辆",
                ],
            ),
        ],
    );
}

#[test]
fn changes_behind_a_semicolon() {
    check(
        FINAL_ACCOUNTS,
        "二、收入决算情况说明",
        &[
            (
                "与上年相比，财政拨款收入减少3万元，下降6%；事业收入、其他收入无增减变化。",
                &[
                    "revenue.appropriation change -30000",
                    "revenue.appropriation change_rate -6",
                    "revenue.institutional change 0",
                    "revenue.other change 0",
                ],
            ),
            (
                "财政拨款收入30万元；事业收入、其他收入无增减变化。",
                &["revenue.appropriation amount 300000"],
            ),
        ],
    );
}

#[test]
fn a_total_behind_its_parts() {
    check(
        FINAL_ACCOUNTS,
        "四、财政拨款收入支出决算总体情况说明",
        &[
            (
                "与2022年度相比，财政拨款收、支总计各减少2万元，下降5%。其中，一般公共预算财政拨款支出和政府性基金预算财政拨款支出分别为30万元和8万元，合计38万元。",
                &[
                    "appropriation.expenditure.grand_total change -20000",
                    "appropriation.expenditure.grand_total change_rate -5",
                    "appropriation.revenue.grand_total change -20000",
                    "appropriation.revenue.grand_total change_rate -5",
                    "general_public_budget.expenditure amount 300000",
                    "government_fund.expenditure amount 80000",
                    "? 38万元",
                ],
            ),
            (
                "一般公共预算财政拨款支出30万元，政府性基金预算财政拨款支出8万元，共计38万元。",
                &[
                    "general_public_budget.expenditure amount 300000",
                    "government_fund.expenditure amount 80000",
                    "? 38万元",
                ],
            ),
        ],
    );
}

#[test]
fn stages_in_brackets_behind_their_number() {
    check(
        FINAL_ACCOUNTS,
        "五、一般公共预算财政拨款支出决算情况说明",
        &[
            (
                "2070109群众文化：24万元（年初预算数）、23.10万元（决算数），完成率96.25%，结余主要是人员调出。",
                &[
                    "general_public_budget.expenditure amount approved function=2070109 240000",
                    "general_public_budget.expenditure amount function=2070109 231000",
                    "general_public_budget.expenditure completion_rate function=2070109 96.25",
                ],
            ),
            (
                "群众文化（2070109）：24万元（年初预算数），25万元（全年预算数），23.10万元（决算数）。",
                &[
                    "general_public_budget.expenditure amount adjusted function=2070109 250000",
                    "general_public_budget.expenditure amount approved function=2070109 240000",
                    "general_public_budget.expenditure amount function=2070109 231000",
                ],
            ),
            (
                "群众文化（2070109）24万元（含上年结转2万元）。",
                &[
                    "general_public_budget.expenditure amount function=2070109 240000",
                    "? 2万元",
                ],
            ),
        ],
    );
}

#[test]
fn items_behind_an_amount_that_they_divide() {
    check(
        FINAL_ACCOUNTS,
        "六、一般公共预算财政拨款基本支出决算情况说明",
        &[
            (
                "人员经费20万元，（1）工资福利支出18万元，包括基本工资9万元、津贴补贴3万元等；（2）对个人和家庭的补助2万元。",
                &[
                    "general_public_budget.basic.personnel amount 200000",
                    "general_public_budget.basic.personnel amount economic=301 180000",
                    "general_public_budget.basic.personnel amount economic=30101 90000",
                    "general_public_budget.basic.personnel amount economic=30102 30000",
                    "general_public_budget.basic.personnel amount economic=303 20000",
                ],
            ),
            (
                "人员经费20万元，①工资福利支出18万元；②对个人和家庭的补助2万元。",
                &[
                    "general_public_budget.basic.personnel amount 200000",
                    "general_public_budget.basic.personnel amount economic=301 180000",
                    "general_public_budget.basic.personnel amount economic=303 20000",
                ],
            ),
            (
                "公用经费4万元，其中办公费、差旅费分别为2.60万元、1.40万元。",
                &[
                    "general_public_budget.basic.operating amount 40000",
                    "general_public_budget.basic.operating amount economic=30201 26000",
                    "general_public_budget.basic.operating amount economic=30211 14000",
                ],
            ),
        ],
    );
}

#[test]
fn names_that_a_list_only_gives() {
    check(
        FINAL_ACCOUNTS,
        "六、一般公共预算财政拨款基本支出决算情况说明",
        &[
            (
                "（一）人员经费主要包括：基本工资、津贴补贴。较上年增加5万元，增长4%。",
                &[
                    "general_public_budget.basic.personnel change 50000",
                    "general_public_budget.basic.personnel change_rate 4",
                ],
            ),
            (
                "人员经费主要包括基本工资。较上年增加5万元。",
                &["general_public_budget.basic.personnel change 50000"],
            ),
            (
                "项目支出30万元，主要包括设备更新、群众文化等支出，占本年支出的60%。",
                &[
                    "general_public_budget.project amount 300000",
                    "general_public_budget.project share 60",
                ],
            ),
            (
                "公用经费主要用于办公费、差旅费等。比上年减少2万元。",
                &["general_public_budget.basic.operating change -20000"],
            ),
        ],
    );
}

#[test]
fn numbered_reasons() {
    check(
        FINAL_ACCOUNTS,
        "三、支出决算情况说明",
        &[
            (
                "本年支出30万元，比上年增加3万元。主要原因：（1）群众文化增加1万元；（2）图书馆增加2万元。",
                &[
                    "expenditure.total amount 300000",
                    "expenditure.total change 30000",
                    "? 1万元",
                    "? 2万元",
                ],
            ),
            (
                "基本支出20万元，主要原因是人员调整；（2）项目支出10万元，比上年减少1万元。",
                &[
                    "expenditure.basic amount 200000",
                    "expenditure.project amount 100000",
                    "expenditure.project change -10000",
                ],
            ),
        ],
    );
}

#[test]
fn sentences_between_a_thing_and_its_change() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[
            (
                "年末结转和结余7.40万元。结转和结余事项：图书馆修缮尚未完工。与上年决算相比，减少0.70万元，下降8.64%。",
                &[
                    "carryover.closing amount 74000",
                    "carryover.closing change -7000",
                    "carryover.closing change_rate -8.64",
                ],
            ),
            (
                "结余分配1万元。结余分配事项：提取专用基金。与上年决算相比，增加1万元，增长--。",
                &[
                    "surplus.distributed amount 10000",
                    "surplus.distributed change 10000",
                    "surplus.distributed change_rate -",
                ],
            ),
        ],
    );
}

#[test]
fn a_stage_said_with_a_change() {
    check(
        FINAL_ACCOUNTS,
        "八、三公经费",
        &[
            (
                "2024年度“三公”经费预算较2023年度增加1.60万元，其中公务接待费减少0.50万元。",
                &[
                    "three_public.hospitality change approved 2024 -5000",
                    "three_public.total change approved 2024 16000",
                ],
            ),
            (
                "2023年“三公”经费支出较上年增加1.60万元，其中公务接待费减少0.50万元。",
                &[
                    "three_public.hospitality change -5000",
                    "three_public.total change 16000",
                ],
            ),
        ],
    );
}

#[test]
fn several_categories_joined() {
    check(
        BUDGET,
        "（四）一般公共预算支出情况",
        &[
            (
                "行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）、机关事业单位职业年金缴费支出（项）各是9万元、4万元，均与2023年预算一致。",
                &[
                    "general_public_budget.expenditure amount function=2080505 90000",
                    "general_public_budget.expenditure amount function=2080506 40000",
                    "general_public_budget.expenditure change function=2080505 0",
                    "general_public_budget.expenditure change function=2080506 0",
                ],
            ),
            (
                "文化和旅游（款）合计30万元，其中图书馆（项）、群众文化（项）和文化活动（项）分别为12万元、10万元、8万元。",
                &[
                    "general_public_budget.expenditure amount function=20701 300000",
                    "general_public_budget.expenditure amount function=2070104 120000",
                    "general_public_budget.expenditure amount function=2070108 80000",
                    "general_public_budget.expenditure amount function=2070109 100000",
                ],
            ),
            (
                "1.文化旅游体育与传媒支出（类）30万元：\n彩票公益金安排的支出（款）用于社会福利的彩票公益金支出（项）2万元。",
                &[
                    "general_public_budget.expenditure amount function=207 300000",
                    "general_public_budget.expenditure amount function=2296002 20000",
                ],
            ),
            (
                "文化和旅游（款）图书馆（项）\n12.00万，比2023年预算增加2.00万元，增长20.00%；",
                &[
                    "general_public_budget.expenditure amount function=2070104 120000",
                    "general_public_budget.expenditure change function=2070104 20000",
                    "general_public_budget.expenditure change_rate function=2070104 20",
                ],
            ),
        ],
    );
}

#[test]
fn figures_of_another_year() {
    check(
        BUDGET,
        "（三）财政拨款支出情况",
        &[
            (
                "2024年财政拨款支出预算总额61万元，2023年为58万元，同比增加3万元，增长5.17%。",
                &[
                    "appropriation.expenditure.total amount 2023 580000",
                    "appropriation.expenditure.total amount 610000",
                    "appropriation.expenditure.total change 30000",
                    "appropriation.expenditure.total change_rate 5.17",
                ],
            ),
            (
                "2024年财政拨款支出预算61万元，上年为58万元，同比增加3万元。",
                &[
                    "appropriation.expenditure.total amount 2023 580000",
                    "appropriation.expenditure.total amount 610000",
                    "appropriation.expenditure.total change 30000",
                ],
            ),
        ],
    );
}

#[test]
fn what_money_is_for() {
    check(
        FINAL_ACCOUNTS,
        "五、一般公共预算财政拨款支出决算情况说明",
        &[
            (
                "一般公共预算财政拨款支出主要用于：教育支出60万元，占60%；卫生健康支出40万元，占40%。",
                &[
                    "general_public_budget.expenditure amount function=205 600000",
                    "general_public_budget.expenditure amount function=210 400000",
                    "general_public_budget.expenditure share function=205 60",
                    "general_public_budget.expenditure share function=210 40",
                ],
            ),
            (
                "一般公共预算财政拨款支出100万元，主要用于教育（类）支出60万元，占60%；卫生健康（类）支出40万元，占40%。",
                &[
                    "general_public_budget.expenditure amount 1000000",
                    "general_public_budget.expenditure amount function=205 600000",
                    "general_public_budget.expenditure amount function=210 400000",
                    "general_public_budget.expenditure share function=205 60",
                    "general_public_budget.expenditure share function=210 40",
                ],
            ),
            (
                "项目支出100万元，主要用于：图书购置60万元，占60%；馆舍维修40万元，占40%。",
                &[
                    "general_public_budget.project amount 1000000",
                    "? 60万元",
                    "? 60%",
                    "? 40万元",
                    "? 40%",
                ],
            ),
            (
                "项目支出100万元，主要用于图书购置60万元、馆舍维修40万元等，占60%。",
                &[
                    "general_public_budget.project amount 1000000",
                    "general_public_budget.project share 60",
                    "? 60万元",
                    "? 40万元",
                ],
            ),
            (
                "项目支出100万元，主要用于教育等支出60万元。",
                &["general_public_budget.project amount 1000000", "? 60万元"],
            ),
        ],
    );
}

#[test]
fn figures_that_another_came_down_to() {
    check(
        FINAL_ACCOUNTS,
        "八、三公经费",
        &[
            (
                "公务接待费由上年的2.50万元减少到2.20万元，减少0.30万元，下降12%。",
                &[
                    "three_public.hospitality amount 2022 25000",
                    "three_public.hospitality amount 22000",
                    "three_public.hospitality change -3000",
                    "three_public.hospitality change_rate -12",
                ],
            ),
            (
                "2023年公务接待费由2022年的2.50万元降至2.20万元。",
                &[
                    "three_public.hospitality amount 2022 25000",
                    "three_public.hospitality amount 22000",
                ],
            ),
            (
                "公务接待费2.20万元，由上年的2.50万元降至2.20万元。",
                &[
                    "three_public.hospitality amount 2022 25000",
                    "three_public.hospitality amount 22000",
                ],
            ),
            (
                "主要原因是每辆的费用由1万元提高到2万元。",
                &["? 1万元", "? 2万元"],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "（三）政府采购支出情况",
        &[(
            "授予中小企业合同金额24万元，占80%，其中小微企业20万元，占83.33%。",
            &[
                "procurement.micro amount 200000",
                "procurement.micro share 83.33",
                "procurement.sme amount 240000",
                "procurement.sme share 80",
            ],
        )],
    );
}

#[test]
fn what_was_spent_of_a_budget() {
    check(
        FINAL_ACCOUNTS,
        "（二）会议费、培训费支出情况",
        &[
            (
                "会议费预算0.80万元，支出0.60万元，完成预算的75%；培训费预算1.20万元，全年支出0.90万元。",
                &[
                    "meeting_cost amount 6000",
                    "meeting_cost amount approved 8000",
                    "meeting_cost completion_rate 75",
                    "training_cost amount 9000",
                    "training_cost amount approved 12000",
                ],
            ),
            (
                "会议费年初预算0.80万元，调整预算1万元，共支出0.60万元。",
                &[
                    "meeting_cost amount 6000",
                    "meeting_cost amount adjusted 10000",
                    "meeting_cost amount approved 8000",
                ],
            ),
            (
                "会议费年初预算0.80万元，支出用于工作会议2次。",
                &["meeting_cost amount approved 8000", "? 2次"],
            ),
        ],
    );
    check(
        BUDGET,
        "（二）会议费情况",
        &[(
            "会议费预算0.80万元，支出主要用于培训0.60万元。",
            &["meeting_cost amount 8000", "? 0.60万元"],
        )],
    );
}

#[test]
fn projects_that_begin_an_item() {
    check(
        FINAL_ACCOUNTS,
        "（四）预算绩效情况说明",
        &[
            (
                "自评结果如下：（1）图书流动车项目：自评得分96分。全年预算数30万元，执行数29万元，完成预算的96.67%。\n（2）乡村书屋运行专项经费：自评得分98分。",
                &[
                    "performance.project_score score project=乡村书屋运行专项经费 98",
                    "performance.project_score score project=图书流动车项目 96",
                    "project.funds amount adjusted project=图书流动车项目 300000",
                    "project.funds amount project=图书流动车项目 290000",
                    "project.funds completion_rate project=图书流动车项目 96.67",
                ],
            ),
            (
                "1.部门整体支出项目：自评得分96分。",
                &["performance.department_score score 96"],
            ),
            ("1.存在的问题：自评得分偏低的项目2个。", &["? 2个"]),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "（二）政府采购支出情况",
        &[
            (
                "货物支出授予中小企业合同金额占货物支出金额的100%，工程采购授予中小企业合同金额占工程支出金额的92.50%。",
                &["? 100%", "? 92.50%"],
            ),
            (
                "授予中小企业合同金额20万元，占政府采购支出总额的80%。",
                &["procurement.sme amount 200000", "procurement.sme share 80"],
            ),
        ],
    );
}

#[test]
fn reviews_of_projects_by_their_quoted_names() {
    check(
        FINAL_ACCOUNTS,
        "（四）预算绩效情况说明",
        &[
            (
                "“老旧馆舍改造项目”绩效自评情况：根据年初设定的绩效目标，项目自评得分为97分。全年预算数为88万元，执行数为86万元。",
                &[
                    "performance.project_score score project=老旧馆舍改造项目 97",
                    "project.funds amount adjusted project=老旧馆舍改造项目 880000",
                    "project.funds amount project=老旧馆舍改造项目 860000",
                ],
            ),
            ("项目绩效目标完成情况：完成改造馆舍12个。", &["? 12个"]),
            (
                "部门绩效自评情况：自评得分为97分。",
                &["performance.department_score score 97"],
            ),
        ],
    );
}

#[test]
fn posts_without_their_type() {
    check(
        FINAL_ACCOUNTS,
        "二、人员情况",
        &[
            (
                "共有编制66名，其中：行政编制27名，事业编制39名。",
                &[
                    "staff.establishment count 66",
                    "staff.establishment count staff_type=administrative 27",
                    "staff.establishment count staff_type=institution 39",
                ],
            ),
            (
                "编制42名，其中行政编制21名、事业编制21名；实有36人。",
                &[
                    "staff.actual count 36",
                    "staff.establishment count 42",
                    "staff.establishment count staff_type=administrative 21",
                    "staff.establishment count staff_type=institution 21",
                ],
            ),
            ("负责编制规划3个。", &["? 3个"]),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "一、机构设置",
        &[
            (
                "纳入决算编制范围的预算单位共3个，其中局属二级预算单位2个。",
                &["organization.subordinate_units count 2", "? 3个"],
            ),
            (
                "纳入决算编制范围的二级预算单位共2个。",
                &["organization.subordinate_units count 2"],
            ),
            ("本年编制规划3个，编制预算单位2个。", &["? 3个", "? 2个"]),
        ],
    );
}

#[test]
fn classes_of_what_was_counted() {
    check(
        BUDGET,
        "（四）绩效目标设置情况",
        &[
            (
                "2024年开展绩效目标管理的项目6个，涉及预算200万元。其中：人员类项目2个，涉及预算100万元；运转类项目2个，涉及预算50万元；特定目标类项目2个，涉及预算50万元。",
                &[
                    "performance.targeted_projects amount 2000000",
                    "performance.targeted_projects count 6",
                    "? 2个",
                    "? 100万元",
                    "? 2个",
                    "? 50万元",
                    "? 2个",
                    "? 50万元",
                ],
            ),
            (
                "2024年实行绩效目标管理的项目6个，其中重点项目2个，涉及资金50万元。",
                &["performance.targeted_projects count 6", "? 2个", "? 50万元"],
            ),
            (
                "2024年实行绩效目标管理的项目6个，涉及资金50万元。",
                &[
                    "performance.targeted_projects amount 500000",
                    "performance.targeted_projects count 6",
                ],
            ),
        ],
    );
}

#[test]
fn projects_that_are_counted_or_stand_out() {
    check(
        FINAL_ACCOUNTS,
        "九、预算绩效情况说明",
        &[
            (
                "经自评，校舍维修改造、教学设备购置、场地器材补短板3个项目自评得分分别为96.78分、97.60分和99.11分，等级均为“优”。",
                &[
                    "performance.project_score score project=场地器材补短板 99.11",
                    "performance.project_score score project=教学设备购置 97.6",
                    "performance.project_score score project=校舍维修改造 96.78",
                    "? 3个",
                ],
            ),
            // Of more projects than are named it is not said whose they are.
            (
                "经自评，校舍维修改造、教学设备购置等3个项目自评得分分别为96.78分、97.60分。",
                &["? 3个"],
            ),
        ],
    );
    check(
        BUDGET,
        "（四）预算绩效目标情况说明",
        &[(
            "2024年纳入绩效目标编制范围的项目12个，涉及资金1408.50万元。重点项目为“公益林补偿”项目，2024年预算安排824.60万元；“储备林建设”项目，2024年预算安排180.00万元。",
            &[
                "performance.targeted_projects amount 14085000",
                "performance.targeted_projects count 12",
                "project.funds amount project=储备林建设 1800000",
                "project.funds amount project=公益林补偿 8246000",
            ],
        )],
    );
}

#[test]
fn a_heading_of_all_projects_names_none() {
    let text = "云溪县教育局2023年度项目支出绩效自评报告\n二、项目支出绩效自评情况\n（一）项目概况\n年初预算5.00万元，全年执行4.00万元。\n三、山塘加固\n（一）项目概述\n年初预算7.00万元，全年执行6.00万元。\n";
    let report = crate::extract(text.as_bytes(), &crate::report::Options::default())
        .expect("a text is read");
    let facts = report.facts.iter();
    let names: Vec<&str> = facts
        .filter_map(|fact| Some(fact.dimensions.get("project")?.as_str()))
        .collect();
    assert_eq!(names, ["山塘加固", "山塘加固"]);
}

#[test]
fn items_named_by_projects_of_tables_speak_of_their_own() {
    let form = |name: &str| {
        format!(
            "项目支出绩效自评表\n（2023年度）\n单位：万元\n项目名称\t{name}\t\t\n项目资金\t\t年初预算数\t全年预算数\t全年执行数\n\t年度资金总额\t5.00\t5.00\t5.00\n\n"
        )
    };
    let text = format!(
        "云溪县教育局2023年度项目支出绩效自评报告\n一、项目基本情况\n（一）校舍维修改造。年初预算420.00万元，全年执行392.74万元。\n（二）农村义务教育学生营养改善计划补助资金。年初预算1200.00万元。\n（三）设备购置。年初预算90.00万元。\n{}{}{}",
        form("校舍维修改造"),
        form("农村义务教育学生营养改善计划补助资金"),
        form("设备购置"),
    );
    let report = crate::extract(text.as_bytes(), &crate::report::Options::default())
        .expect("a text is read");
    let told = report.facts.iter().filter(|fact| fact.table.is_none());
    let told: Vec<String> = told
        .filter(|fact| fact.concept == "project.funds")
        .map(|fact| {
            format!(
                "{} {}",
                fact.dimensions.get("project").map_or("", |name| name),
                fact.value.unwrap_or_default()
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "校舍维修改造 4200000",
            "校舍维修改造 3927400",
            "农村义务教育学生营养改善计划补助资金 12000000",
            "设备购置 900000",
        ]
    );
}
