//! Wordings of published reports that differ from the statutory ones: a word left out, put in or exchanged.

use super::{BUDGET, FINAL_ACCOUNTS, check};

#[test]
fn staff_is_counted_by_its_own_names() {
    check(
        FINAL_ACCOUNTS,
        "二、机构设置",
        &[
            (
                "核定人员编制64人，实际正式教职工58人，其中副高级职称6人，中级职称21人，技师4人，退休职工17人。",
                &[
                    "staff.actual count 58",
                    "staff.establishment count 64",
                    "staff.retired count 17",
                    "? 6人",
                    "? 21人",
                    "? 4人",
                ],
            ),
            (
                "核定编制30名，正式聘用护理员12名，临时保洁员3名。",
                &["staff.establishment count 30", "? 12名", "? 3名"],
            ),
            (
                "在编教职员工46人，在校学生820人。",
                &["staff.actual count 46", "? 820人"],
            ),
        ],
    );
}

#[test]
fn totals_of_the_unit() {
    check(
        FINAL_ACCOUNTS,
        "三、支出决算情况说明",
        &[
            (
                "2023年度，本单位支出为742.5万元，其中：基本支出542.5万元，占73.06%。",
                &[
                    "expenditure.basic amount 5425000",
                    "expenditure.basic share 73.06",
                    "expenditure.total amount 7425000",
                ],
            ),
            ("旅游支出为35万元。", &["? 35万元"]),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "四、财政拨款收入支出决算总体情况说明",
        &[(
            "财政拨款总收支510.2万元，较上年下降3.85%。",
            &[
                "appropriation.expenditure.grand_total amount 5102000",
                "appropriation.expenditure.grand_total change_rate -3.85",
                "appropriation.revenue.grand_total amount 5102000",
                "appropriation.revenue.grand_total change_rate -3.85",
            ],
        )],
    );
}

#[test]
fn travel_abroad_without_its_brackets() {
    check(
        FINAL_ACCOUNTS,
        "七、财政拨款“三公”经费支出决算情况说明",
        &[(
            "其中，因公出国支出决算比预算无增减变化，比去年增加1.2万元；公务接待费支出决算比去年减少0.3万元。",
            &[
                "three_public.hospitality change -3000",
                "three_public.overseas change 12000",
                "three_public.overseas variance 0",
            ],
        )],
    );
}

#[test]
fn the_parts_of_a_category_are_its_own() {
    check(
        FINAL_ACCOUNTS,
        "五、一般公共预算财政拨款支出决算情况说明",
        &[
            (
                "文化旅游体育与传媒支出类科目85万元，占78.33%，其中：基本支出80万元，项目支出5万元；卫生健康支出40万元。",
                &[
                    "general_public_budget.basic amount function=207 800000",
                    "general_public_budget.expenditure amount function=207 850000",
                    "general_public_budget.expenditure amount function=210 400000",
                    "general_public_budget.expenditure share function=207 78.33",
                    "general_public_budget.project amount function=207 50000",
                ],
            ),
            (
                "农林水支出60万元，其中人员经费30万元，公用经费5万元，公务接待费1万元。",
                &[
                    "general_public_budget.basic.operating amount function=213 50000",
                    "general_public_budget.basic.personnel amount function=213 300000",
                    "general_public_budget.expenditure amount function=213 600000",
                    "three_public.hospitality amount 10000",
                ],
            ),
            (
                "项目支出29.7万元，其中：商品和服务支出预算29.7万元。",
                &["general_public_budget.project amount 297000"],
            ),
        ],
    );
}

#[test]
fn a_unit_said_once_for_a_list() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[
            (
                "2023年度收、支总计分别为425.49、443.91万元，与上年相比分别增加20.10、30.20万元，分别增长4.96、7.38%。",
                &[
                    "expenditure.grand_total amount 4439100",
                    "expenditure.grand_total change 302000",
                    "expenditure.grand_total change_rate 7.38",
                    "revenue.grand_total amount 4254900",
                    "revenue.grand_total change 201000",
                    "revenue.grand_total change_rate 4.96",
                ],
            ),
            (
                "2023年度收、支总计各是425.49,443.91万元。",
                &[
                    "expenditure.grand_total amount 4439100",
                    "revenue.grand_total amount 4254900",
                ],
            ),
            ("附件1、2万元。", &["? 2万元"]),
        ],
    );
}

#[test]
fn items_of_a_list_within_a_sentence() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[(
            "2023年度收入、支出决算总计627.84万元。与上年相比，收、支总计各增加9.47万元，增长1.53%。其中：（一）收入决算总计627.84万元。包括：1.本年收入决算合计624.93万元。与上年相比，增加9.73万元，增长1.58%。2.年初结转和结余2.91万元。与上年相比，减少0.26万元，下降8.2%。",
            &[
                "carryover.opening amount 29100",
                "carryover.opening change -2600",
                "carryover.opening change_rate -8.2",
                "expenditure.grand_total amount 6278400",
                "expenditure.grand_total change 94700",
                "expenditure.grand_total change_rate 1.53",
                "revenue.grand_total amount 6278400",
                "revenue.grand_total change 94700",
                "revenue.grand_total change_rate 1.53",
                "revenue.total amount 6249300",
                "revenue.total change 97300",
                "revenue.total change_rate 1.58",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "（四）国有资产占用情况说明",
        &[(
            "共有车辆8辆，其中，接送学生用车2辆、机要通信用车1辆、副省级及以上领导用车0辆。",
            &[
                "assets.vehicles count 8",
                "assets.vehicles count vehicle_use=confidential 1",
                "assets.vehicles count vehicle_use=deputy_provincial 0",
                "? 2辆",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "二、机构设置",
        &[
            (
                "编制范围包括局本级及所属2个事业单位，下设8个科室。",
                &["organization.subordinate_units count 2", "? 8个"],
            ),
            (
                "全系统部门编制64人，劳动关系在外单位的3人。",
                &["staff.establishment count 64", "? 3人"],
            ),
        ],
    );
}

#[test]
fn what_defines_a_name_states_nothing() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[
            (
                "4.事业收入12.5万元，为事业单位开展业务活动取得的收入。较2022年度决算数增加2.5万元，增长25%。",
                &[
                    "revenue.institutional amount 125000",
                    "revenue.institutional change 25000",
                    "revenue.institutional change_rate 25",
                ],
            ),
            (
                "6.其他收入6万元，为预算单位在“财政拨款收入”“事业收入”“经营收入”之外取得的收入。较2022年度决算数增加1万元，增长20%。",
                &[
                    "revenue.other amount 60000",
                    "revenue.other change 10000",
                    "revenue.other change_rate 20",
                ],
            ),
        ],
    );
}

#[test]
fn reception_without_the_word_for_its_cost() {
    check(
        FINAL_ACCOUNTS,
        "七、财政拨款“三公”经费支出决算情况说明",
        &[
            (
                "“三公”经费合计支出20.12万元，其中：因公出国（境）经费0万元，公务接待12.39万元，公务用车运行费用7.73万元。",
                &[
                    "three_public.hospitality amount 123900",
                    "three_public.overseas amount 0",
                    "three_public.total amount 201200",
                    "three_public.vehicles.operation amount 77300",
                ],
            ),
            (
                "国内公务接待批次为52个，接待人次为420人。",
                &[
                    "three_public.hospitality.domestic.batches count 52",
                    "three_public.hospitality.domestic.persons count 420",
                ],
            ),
        ],
    );
}

#[test]
fn names_in_quotation_marks_with_their_level() {
    check(
        FINAL_ACCOUNTS,
        "（三）一般公共预算财政拨款支出决算具体情况",
        &[
            (
                "“抚恤”（款）2023年度决算20万元，比2023年年初预算增加2万元。",
                &[
                    "general_public_budget.expenditure amount function=20808 200000",
                    "general_public_budget.expenditure variance function=20808 20000",
                ],
            ),
            (
                "“社会保障和就业支出”（类）“抚恤”（款）“死亡抚恤”（项）2万元。",
                &["general_public_budget.expenditure amount function=2080801 20000"],
            ),
        ],
    );
}

#[test]
fn counts_before_what_they_count() {
    check(
        FINAL_ACCOUNTS,
        "二、机构设置",
        &[
            (
                "下属单位6个，其中：1个行政单位、2个参照公务员法管理事业单位、3个其他事业单位。",
                &[
                    "organization.subordinate_units count 6",
                    "organization.subordinate_units count unit_type=administrative 1",
                    "organization.subordinate_units count unit_type=civil_service_managed 2",
                    "organization.subordinate_units count unit_type=other_institution 3",
                ],
            ),
            (
                "开支单位包括1个行政单位、3个事业单位。",
                &["? 1个", "? 3个"],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "（四）国有资产占用情况说明",
        &[(
            "共有车辆5辆，包括2辆机要通信用车、3辆执法执勤用车。",
            &[
                "assets.vehicles count 5",
                "assets.vehicles count vehicle_use=confidential 2",
                "assets.vehicles count vehicle_use=law_enforcement 3",
            ],
        )],
    );
}

#[test]
fn operating_cost_by_what_it_is() {
    check(
        FINAL_ACCOUNTS,
        "（一）机关运行经费支出情况",
        &[(
            "本部门行政单位使用一般公共预算财政拨款安排的基本支出中的日常公用经费支出，合计21.5万元，比上年减少8.4万元。",
            &[
                "operating_cost amount 215000",
                "operating_cost change -84000",
            ],
        )],
    );
}

#[test]
fn budgets_of_their_own_wording() {
    check(
        BUDGET,
        "（一）机关运行经费",
        &[(
            "2024年机关运行经费当年一般公共预算拨款45.6万元，比上年预算增加5.6万元，上升14%。",
            &[
                "operating_cost amount 456000",
                "operating_cost change 56000",
                "operating_cost change_rate 14",
            ],
        )],
    );
    check(
        BUDGET,
        "（五）国有资产占用使用及新增资产配置情况",
        &[(
            "截至2023年12月底，共有公务用车2辆，其中，应急保障用车2辆。2024年拟新增配置公务用车1辆，其中，应急保障用车1辆；新增配备单位价值100万元以上专用设备3台。",
            &[
                "assets.vehicles count executed 2023 2",
                "assets.vehicles count executed 2023 vehicle_use=emergency 2",
                "? 1辆",
                "? 1辆",
                "? 100万元",
                "? 3台",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "二、机构设置",
        &[(
            "全局现有在职人员87人（行政21人，事业66人），退休人员45人。",
            &[
                "staff.actual count 87",
                "staff.actual count staff_type=administrative 21",
                "staff.actual count staff_type=institution 66",
                "staff.retired count 45",
            ],
        )],
    );
}

#[test]
fn a_pair_that_rose_and_items_numbered_before_a_code() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[(
            "2023年度收入总计100万元，支出总计100万元。与2022年度相比，收入、支出各增加10万元，增长11.11%。",
            &[
                "expenditure.grand_total amount 1000000",
                "expenditure.grand_total change 100000",
                "expenditure.grand_total change_rate 11.11",
                "revenue.grand_total amount 1000000",
                "revenue.grand_total change 100000",
                "revenue.grand_total change_rate 11.11",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "（三）一般公共预算财政拨款支出决算具体情况",
        &[(
            "1.2010301行政运行支出50万元，完成年初预算的100%。",
            &[
                "general_public_budget.expenditure amount function=2010301 500000",
                "general_public_budget.expenditure completion_rate function=2010301 100",
            ],
        )],
    );
}

#[test]
fn vehicles_of_their_own_wording() {
    check(
        FINAL_ACCOUNTS,
        "（二）“三公”经费财政拨款支出决算具体情况说明",
        &[(
            "公务用车购置费及运行维护费支出决算为6万元，占75%，其中：公务用车运行维护费6万元，主要是燃料费支出，截至2023年12月31日，我单位开支财政拨款的公务用车保有量为2辆。",
            &[
                "three_public.vehicles amount 60000",
                "three_public.vehicles share 75",
                "three_public.vehicles.held count 2",
                "three_public.vehicles.operation amount 60000",
            ],
        )],
    );
}

#[test]
fn the_year_of_an_introduction() {
    check(
        BUDGET,
        "二、预算单位构成情况",
        &[(
            "我部门编制2024年部门预算单位共3个。其中：财政全额供给单位3个。截至2023年12月统计，部门基本情况如下：在职人员编制79人，其中：行政编制18人，事业编制61人。在职实有74人，其中：财政全额保障74人。离退休人员41人，其中：离休0人，退休41人。",
            &[
                "staff.actual count executed 2023 74",
                "staff.establishment count executed 2023 79",
                "staff.establishment count executed 2023 staff_type=administrative 18",
                "staff.establishment count executed 2023 staff_type=institution 61",
                "staff.retired count executed 2023 41",
                "staff.retired count executed 2023 retired_type=离休 0",
                "staff.retired count executed 2023 retired_type=退休 41",
                "? 3个",
                "? 3个",
                "? 74人",
            ],
        )],
    );
    check(
        BUDGET,
        "四、预算单位支出情况",
        &[(
            "一般公共预算财政拨款安排支出20万元，包括基本支出12万元，项目支出8万元。",
            &[
                "general_public_budget.basic amount 120000",
                "general_public_budget.expenditure amount 200000",
                "general_public_budget.project amount 80000",
            ],
        )],
    );
    check(
        BUDGET,
        "（二）公务接待费",
        &[(
            "2024年公务接待费预算为3.80万元，国内公务接待批次为52次，共计接待410人次。",
            &[
                "three_public.hospitality amount 38000",
                "three_public.hospitality.domestic.batches count 52",
                "three_public.hospitality.domestic.persons count 410",
            ],
        )],
    );
}

#[test]
fn respectively_with_one_number_for_all() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[
            (
                "2023年度收、支总计100万元。与上年度相比，收、支总计分别增加10万元，增长11.11%，主要是项目增加。",
                &[
                    "expenditure.grand_total amount 1000000",
                    "expenditure.grand_total change 100000",
                    "expenditure.grand_total change_rate 11.11",
                    "revenue.grand_total amount 1000000",
                    "revenue.grand_total change 100000",
                    "revenue.grand_total change_rate 11.11",
                ],
            ),
            (
                "2023年度收入总计100万元，支出总计90万元。与上年度相比，收入总计和支出总计分别增加10万元、5万元。",
                &[
                    "expenditure.grand_total amount 900000",
                    "expenditure.grand_total change 50000",
                    "revenue.grand_total amount 1000000",
                    "revenue.grand_total change 100000",
                ],
            ),
        ],
    );
}

#[test]
fn comparisons_with_several_or_of_several() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[(
            "2023年度收入总计100万元、支出总计100万元，与2022年度相比各减少10万元，下降9.09%。",
            &[
                "expenditure.grand_total amount 1000000",
                "expenditure.grand_total change -100000",
                "expenditure.grand_total change_rate -9.09",
                "revenue.grand_total amount 1000000",
                "revenue.grand_total change -100000",
                "revenue.grand_total change_rate -9.09",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "七、“三公”经费支出决算情况",
        &[
            (
                "（一）因公出国（境）费0.00万元，与年初预算数、上年决算数均持平。",
                &[
                    "three_public.overseas amount 0",
                    "three_public.overseas change 0",
                    "three_public.overseas variance 0",
                ],
            ),
            (
                "（一）因公出国（境）费0.00万元，与上年决算数和年初预算数持平。",
                &[
                    "three_public.overseas amount 0",
                    "three_public.overseas change 0",
                    "three_public.overseas variance 0",
                ],
            ),
        ],
    );
}

#[test]
fn staff_behind_the_posts_of_their_type() {
    check(
        FINAL_ACCOUNTS,
        "一、机构设置情况",
        &[
            (
                "年末行政编制15名，实有13人；事业编制86名，实有80人。",
                &[
                    "staff.actual count staff_type=administrative 13",
                    "staff.actual count staff_type=institution 80",
                    "staff.establishment count staff_type=administrative 15",
                    "staff.establishment count staff_type=institution 86",
                ],
            ),
            (
                "核定行政编制15名，事业编制86名，实有93人。",
                &[
                    "staff.actual count 93",
                    "staff.establishment count staff_type=administrative 15",
                    "staff.establishment count staff_type=institution 86",
                ],
            ),
        ],
    );
}

#[test]
fn state_capital_among_the_appropriations() {
    check(
        FINAL_ACCOUNTS,
        "（一）财政拨款收支与2022年度决算对比情况",
        &[(
            "国有资本经营预算财政拨款本年收入0.00万元，与上年持平；本年支出0.00万元，与上年持平。",
            &[
                "state_capital.expenditure amount 0",
                "state_capital.expenditure change 0",
                "state_capital.revenue amount 0",
                "state_capital.revenue change 0",
            ],
        )],
    );
}

#[test]
fn levels_of_projects_behind_the_self_assessment() {
    for joint in ["，涉及", "，", "，其中：", "。其中，"] {
        let sentence = format!(
            "本部门对2023年度项目支出全面开展绩效自评{joint}一级项目3个，二级项目15个，共涉及资金200万元。"
        );
        check(
            FINAL_ACCOUNTS,
            "十、预算绩效情况说明",
            &[(
                sentence.as_str(),
                &[
                    "performance.self_assessed_projects amount 2000000",
                    "performance.self_assessed_projects count project_level=1 3",
                    "performance.self_assessed_projects count project_level=2 15",
                ],
            )],
        );
    }
}

#[test]
fn sides_that_stand_beside_each_other() {
    check(
        FINAL_ACCOUNTS,
        "四、财政拨款收入支出决算总体情况说明",
        &[
            (
                "2023年度财政拨款收入810万元，支出800万元，收入与2022年持平，支出减少25万元，下降3.03%。",
                &[
                    "appropriation.expenditure.total amount 8000000",
                    "appropriation.expenditure.total change -250000",
                    "appropriation.expenditure.total change_rate -3.03",
                    "revenue.appropriation amount 8100000",
                    "revenue.appropriation change 0",
                ],
            ),
            (
                "2023年财政拨款收入合计2240万元，支出合计2190万元。",
                &[
                    "appropriation.expenditure.total amount 21900000",
                    "revenue.appropriation amount 22400000",
                ],
            ),
            // No money is spent of what has no other side.
            (
                "事业收入20万元，支出18万元。",
                &["revenue.institutional amount 200000", "? 18万元"],
            ),
        ],
    );
}

#[test]
fn numbers_in_the_order_of_names_and_stages() {
    check(
        FINAL_ACCOUNTS,
        "六、一般公共预算财政拨款基本支出决算情况说明",
        &[(
            "一般公共预算财政拨款基本支出126万元。人员经费与公用经费分别为112万元、14万元。",
            &[
                "general_public_budget.basic amount 1260000",
                "general_public_budget.basic.operating amount 140000",
                "general_public_budget.basic.personnel amount 1120000",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "七、“三公”经费支出决算情况说明",
        &[
            (
                "“三公”经费年初预算数和决算数分别为6万元和4.8万元，完成80%。",
                &[
                    "three_public.total amount 48000",
                    "three_public.total amount approved 60000",
                    "three_public.total completion_rate 80",
                ],
            ),
            (
                "“三公”经费支出决算占年初预算的62.5%，占本年支出合计的0.21%。",
                &[
                    "three_public.total completion_rate 62.5",
                    "three_public.total share 0.21",
                ],
            ),
            // A reason that leads the sentence; one that follows goes on to its end.
            (
                "因疫情未召开大型会议，会议费支出0.25万元，完成预算的10%。",
                &[
                    "meeting_cost amount 2500",
                    "meeting_cost completion_rate 10",
                ],
            ),
            (
                "公务接待费支出2万元，主要原因是人员增加，会议费支出0.25万元。",
                &["three_public.hospitality amount 20000", "? 0.25万元"],
            ),
        ],
    );
}

#[test]
fn what_is_nothing_without_a_unit() {
    check(
        FINAL_ACCOUNTS,
        "二、收入决算情况说明",
        &[
            (
                "上级补助收入、经营收入均为0。",
                &[
                    "revenue.business amount 0",
                    "revenue.superior_subsidy amount 0",
                ],
            ),
            ("经营收入均为7。", &[]),
            ("经营收入增长率为0。", &[]),
        ],
    );
}

#[test]
fn years_that_do_not_go_on() {
    check(
        BUDGET,
        "三、一般公共预算支出情况",
        &[
            (
                "住房公积金（项）2024年预算数为69万元，2023年执行数为66万元，增加3万元，增长4.55%。",
                &[
                    "general_public_budget.expenditure amount executed 2023 function=2210201 660000",
                    "general_public_budget.expenditure amount function=2210201 690000",
                    "general_public_budget.expenditure change function=2210201 30000",
                    "general_public_budget.expenditure change_rate function=2210201 4.55",
                ],
            ),
            (
                "2024年一般公共预算支出预算1200万元；2023年预算数1150万元，2023年执行数1180万元；比上年预算数增长4.35%。",
                &[
                    "general_public_budget.expenditure amount 12000000",
                    "general_public_budget.expenditure amount 2023 11500000",
                    "general_public_budget.expenditure amount executed 2023 11800000",
                    "general_public_budget.expenditure change_rate 4.35",
                ],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "五、支出情况",
        &[(
            "2023年支出1050万元（2022年支出930万元），其中项目支出700万元。",
            &[
                "expenditure.project amount 7000000",
                "expenditure.total amount 10500000",
                "expenditure.total amount 2022 9300000",
            ],
        )],
    );
}

#[test]
fn names_behind_numbers_and_words_that_point_back() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[(
            "收入总计由三部分构成：27.28万元为本年收入合计，12.60万元为使用非财政拨款结余，41.56万元为年初结转和结余。",
            &[
                "carryover.opening amount 415600",
                "revenue.total amount 272800",
                "surplus.used amount 126000",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "一、一般公共预算财政拨款支出决算情况说明",
        &[
            (
                "3.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）57.96万元，完成年初预算59.20万元的97.91%；2022年度该项支出为54.30万元，同比增加3.66万元，增长6.74%。",
                &[
                    "general_public_budget.expenditure amount 2022 function=2080506 543000",
                    "general_public_budget.expenditure amount approved function=2080506 592000",
                    "general_public_budget.expenditure amount function=2080506 579600",
                    "general_public_budget.expenditure change function=2080506 36600",
                    "general_public_budget.expenditure change_rate function=2080506 6.74",
                    "general_public_budget.expenditure completion_rate function=2080506 97.91",
                ],
            ),
            (
                "2023年度一般公共预算财政拨款支出22.93万元，比年初预算2,243.40万元多支出50.26万元，完成年初预算的102.24%，但比2022年度的2,381.20万元减少87.54万元，下降3.68%。",
                &[
                    "general_public_budget.expenditure amount 2022 23812000",
                    "general_public_budget.expenditure amount 229300",
                    "general_public_budget.expenditure amount approved 22434000",
                    "general_public_budget.expenditure change -875400",
                    "general_public_budget.expenditure change_rate -3.68",
                    "general_public_budget.expenditure completion_rate 102.24",
                    "general_public_budget.expenditure variance 502600",
                ],
            ),
            (
                "一般公共预算财政拨款支出22.93万元，去向是：1,919.80万元用于交通运输支出（类），占83.70%；219.06万元用于社会保障和就业支出（类），占9.55%。",
                &[
                    "general_public_budget.expenditure amount 229300",
                    "general_public_budget.expenditure amount function=208 2190600",
                    "general_public_budget.expenditure amount function=214 19198000",
                    "general_public_budget.expenditure share function=208 9.55",
                    "general_public_budget.expenditure share function=214 83.7",
                ],
            ),
            (
                "4.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）、事业单位医疗（项）年初预算分别为38.50万元、27.30万元，支出决算分别为38.50万元、26.84万元，前者完成年初预算的100%，后者完成年初预算的98.32%。",
                &[
                    "general_public_budget.expenditure amount approved function=2101101 385000",
                    "general_public_budget.expenditure amount approved function=2101102 273000",
                    "general_public_budget.expenditure amount function=2101101 385000",
                    "general_public_budget.expenditure amount function=2101102 268400",
                    "general_public_budget.expenditure completion_rate function=2101101 100",
                    "general_public_budget.expenditure completion_rate function=2101102 98.32",
                ],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "一、政府采购支出情况",
        &[(
            "授予中小企业合同金额462.30万元，占政府采购支出总额的95.08%，其中287.40万元授予小微企业，占授予中小企业合同金额的62.17%。",
            &[
                "procurement.micro amount 2874000",
                "procurement.micro share 62.17",
                "procurement.sme amount 4623000",
                "procurement.sme share 95.08",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "一、预算绩效情况",
        &[(
            "“出租汽车油价补贴”项目因补贴对象核减，全年预算数48.00万元，执行数31.40万元，完成全年预算的65.42%，自评得分86.2分。",
            &[
                "performance.project_score score project=出租汽车油价补贴 86.2",
                "project.funds amount adjusted project=出租汽车油价补贴 480000",
                "project.funds amount project=出租汽车油价补贴 314000",
                "project.funds completion_rate project=出租汽车油价补贴 65.42",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "一、机关运行经费支出情况",
        &[(
            "本部门机关运行经费支出98.76万元。分单位看，局本级57.42万元，比上年减少2.38万元，下降3.98%；县交通运输综合行政执法大队41.34万元，比上年减少1.21万元，下降2.84%。",
            &[
                "operating_cost amount 987600",
                "? 57.42万元",
                "? 2.38万元",
                "? 3.98%",
                "? 41.34万元",
                "? 1.21万元",
                "? 2.84%",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "一、收入决算情况说明",
        &[(
            "2023年度本年收入合计27.28万元，与2022年度的2,620.33万元相比增加107.97万元，增长4.12%。其中，2,606.18万元为财政拨款收入，占本年收入合计的95.52%；86.40万元为事业收入，占3.17%；35.72万元为其他收入，占1.31%，上年为51.30万元，减少15.58万元，下降30.37%。",
            &[
                "revenue.appropriation amount 26061800",
                "revenue.appropriation share 95.52",
                "revenue.institutional amount 864000",
                "revenue.institutional share 3.17",
                "revenue.other amount 2022 513000",
                "revenue.other amount 357200",
                "revenue.other change -155800",
                "revenue.other change_rate -30.37",
                "revenue.other share 1.31",
                "revenue.total amount 2022 26203300",
                "revenue.total amount 272800",
                "revenue.total change 1079700",
                "revenue.total change_rate 4.12",
            ],
        )],
    );
}
