//! What a line, a quoted project or a repeated name announces, and what the words behind it say of it.

use super::{BUDGET, FINAL_ACCOUNTS, check};

#[test]
fn lines_below_a_line_that_only_names() {
    check(
        FINAL_ACCOUNTS,
        "（三）一般公共预算财政拨款支出决算具体情况",
        &[
            (
                "1.207（类）01（款）09（项）群众文化\n年初预算数86.40万元；\n支出决算数91.25万元；\n完成年初预算的105.61%；\n决算数较年初预算数增加4.85万元，主要原因：补发奖金；\n决算数较上年减少2.10万元，下降2.25%。",
                &[
                    "general_public_budget.expenditure amount approved function=2070109 864000",
                    "general_public_budget.expenditure amount function=2070109 912500",
                    "general_public_budget.expenditure change function=2070109 -21000",
                    "general_public_budget.expenditure change_rate function=2070109 -2.25",
                    "general_public_budget.expenditure completion_rate function=2070109 105.61",
                    "general_public_budget.expenditure variance function=2070109 48500",
                ],
            ),
            // What names something else, or begins with other words, is not of the line above.
            (
                "1.207（类）01（款）09（项）群众文化\n年初预算数6万元；\n职工宿舍维修8万元；\n支出决算数7万元。",
                &[
                    "general_public_budget.expenditure amount approved function=2070109 60000",
                    "? 8万元",
                    "? 7万元",
                ],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "七、财政拨款“三公”经费支出决算情况说明",
        &[(
            "公务接待费\n年初预算数3万元\n决算数2万元\n较上年减少1万元",
            &[
                "three_public.hospitality amount 20000",
                "three_public.hospitality amount approved 30000",
                "three_public.hospitality change -10000",
            ],
        )],
    );
}

#[test]
fn names_with_brackets_of_their_own() {
    check(
        FINAL_ACCOUNTS,
        "五、财政拨款支出决算情况说明",
        &[(
            "（一）一般公共服务支出（类）\n1．政府办公厅（室）及相关机构事务（款）行政运行（项）。年初预算118万元，支出决算124万元，完成年初预算的105.08%。\n2．政府办公厅（室）及相关机构事务（款）事业运行（项）。年初预算0万元，支出决算46万元（年初预算数为0万元，无法计算完成比率）。",
            &[
                "appropriation.expenditure.total amount approved function=2010301 1180000",
                "appropriation.expenditure.total amount approved function=2010350 0",
                "appropriation.expenditure.total amount function=2010301 1240000",
                "appropriation.expenditure.total amount function=2010350 460000",
                "appropriation.expenditure.total completion_rate function=2010301 105.08",
                "appropriation.expenditure.total completion_rate function=2010350 -",
            ],
        )],
    );
    check(
        BUDGET,
        "（二）一般公共预算财政拨款支出预算情况",
        &[
            (
                "“教育支出”2024年预算8.6万元，与2023年年初预算持平。其中：",
                &[
                    "general_public_budget.expenditure amount function=205 86000",
                    "general_public_budget.expenditure change function=205 0",
                ],
            ),
            // A name that is another's without its last word is its own: 20820, not 2082001.
            (
                "“临时救助”2024年预算28万元。",
                &["general_public_budget.expenditure amount function=20820 280000"],
            ),
            (
                "临时救助支出28万元。",
                &["general_public_budget.expenditure amount function=2082001 280000"],
            ),
        ],
    );
}

#[test]
fn the_other_side_of_a_fund() {
    check(
        FINAL_ACCOUNTS,
        "（二）财政拨款收支与年初预算数对比情况",
        &[
            (
                "一般公共预算财政拨款本年收入完成年初预算103.7%，比年初预算增加10万元；支出完成年初预算104.8%，比年初预算增加13万元。",
                &[
                    "general_public_budget.expenditure completion_rate 104.8",
                    "general_public_budget.expenditure variance 130000",
                    "revenue.general_public_budget completion_rate 103.7",
                    "revenue.general_public_budget variance 100000",
                ],
            ),
            // A fund that is an item of the income does not say of which fund the expenditure is.
            (
                "收入包括：一般公共预算当年拨款收入228万元、上年结转4万元；支出包括：农林水支出201万元、住房保障支出31万元。",
                &[
                    "appropriation.expenditure.total amount function=213 2010000",
                    "appropriation.expenditure.total amount function=221 310000",
                    "revenue.general_public_budget amount 2280000",
                ],
            ),
        ],
    );
    // The vocabulary has no basic expenditure of all appropriations.
    check(
        FINAL_ACCOUNTS,
        "二、财政拨款支出决算情况说明",
        &[(
            "2023年度财政拨款支出366万元，其中：基本支出141万元，项目支出225万元。财政拨款支出完成年初预算的111.9%，其中：基本支出完成年初预算的101.3%。",
            &[
                "appropriation.expenditure.total amount 3660000",
                "appropriation.expenditure.total completion_rate 111.9",
            ],
        )],
    );
    check(
        BUDGET,
        "三、支出预算情况说明\n（一）基本支出",
        &[(
            "基本支出预算988万元，比2023年年初预算数961万元增加27万元，增长2.81%。",
            &[
                "expenditure.basic amount 2023 9610000",
                "expenditure.basic amount 9880000",
                "expenditure.basic change 270000",
                "expenditure.basic change_rate 2.81",
            ],
        )],
    );
}

#[test]
fn what_is_left_of_a_list_by_nature() {
    check(
        FINAL_ACCOUNTS,
        "三、支出决算情况说明",
        &[
            (
                "本年支出合计199万元，其中：基本支出90万元，占45.23%；项目支出109万元，占54.77%；其他支出（对附属单位补助、上缴上级）0万元，占0%。",
                &[
                    "expenditure.basic amount 900000",
                    "expenditure.basic share 45.23",
                    "expenditure.project amount 1090000",
                    "expenditure.project share 54.77",
                    "expenditure.total amount 1990000",
                    "? 0万元",
                    "? 0%",
                ],
            ),
            (
                "本年支出合计199万元，其中：教育支出190万元，其他支出9万元。",
                &[
                    "expenditure.total amount 1990000",
                    "expenditure.total amount function=205 1900000",
                    "expenditure.total amount function=229 90000",
                ],
            ),
        ],
    );
}

#[test]
fn money_of_projects_in_quotation_marks() {
    check(
        BUDGET,
        "三、支出预算情况说明",
        &[(
            "1.“高龄津贴发放”项目，2024年预算安排42.8万元，主要用于发放津贴。\n2.“机构运营补贴”项目，2024年预算安排28.6万元。",
            &[
                "project.funds amount project=机构运营补贴 286000",
                "project.funds amount project=高龄津贴发放 428000",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "十、预算绩效情况说明",
        &[
            (
                "部门整体支出绩效自评得分91.5分；“馆舍改造”项目年初无预算，全年预算45万元，实际支出43万元，预算执行率95.56%，自评得分90分，共改造馆舍6处。",
                &[
                    "performance.department_score score 91.5",
                    "performance.project_score score project=馆舍改造 90",
                    "project.funds amount adjusted project=馆舍改造 450000",
                    "project.funds amount project=馆舍改造 430000",
                    "project.funds completion_rate project=馆舍改造 95.56",
                    "? 6处",
                ],
            ),
            (
                "绩效目标完成情况：一是完成12个村庄的整治；二是保障14个村（居）运转。",
                &["? 12个", "? 14个"],
            ),
        ],
    );
    // In the list of a fund's items, a project in quotation marks is a reason, not a subject.
    check(
        FINAL_ACCOUNTS,
        "八、政府性基金预算财政拨款支出决算情况说明",
        &[(
            "政府性基金预算财政拨款支出8万元。“健身步道”项目年初预算5万元。",
            &["government_fund.expenditure amount 80000", "? 5万元"],
        )],
    );
}

#[test]
fn what_a_comparison_starts_from() {
    check(
        BUDGET,
        "五、财政拨款“三公”经费预算情况说明",
        &[(
            "2024年“三公”经费财政拨款预算4.4万元，比2023年“三公”经费财政拨款预算2.7万元增加1.7万元，增长62.96%。",
            &[
                "three_public.total amount 2023 27000",
                "three_public.total amount 44000",
                "three_public.total change 17000",
                "three_public.total change_rate 62.96",
            ],
        )],
    );
    check(
        BUDGET,
        "二、收入预算情况说明",
        &[
            (
                "上年结转4.8万元，比2023年年初预算数5.8万元减少1万元，下降17.24%。",
                &[
                    "carryover.opening amount 2023 58000",
                    "carryover.opening amount 48000",
                    "carryover.opening change -10000",
                    "carryover.opening change_rate -17.24",
                ],
            ),
            (
                "本年财政拨款收入295万元，比2023年年初预算数282万元增加13万元。",
                &[
                    "revenue.appropriation amount 2023 2820000",
                    "revenue.appropriation amount 2950000",
                    "revenue.appropriation change 130000",
                ],
            ),
        ],
    );
    check(
        BUDGET,
        "（一）一般公共预算当年拨款规模变化情况",
        &[(
            "2024年一般公共预算当年支出228万元，2023年预算数为222万元，增加6万元，同比增长2.7%。",
            &[
                "general_public_budget.expenditure amount 2023 2220000",
                "general_public_budget.expenditure amount 2280000",
                "general_public_budget.expenditure change 60000",
                "general_public_budget.expenditure change_rate 2.7",
            ],
        )],
    );
}

#[test]
fn what_was_spent_of_the_budget_of_the_year() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[(
            "2023年度收入总计、支出总计748万元。从预算执行情况看，本部门2023年度支出全年预算数753万元，支出决算数733万元，预算执行率为97.34%。",
            &[
                "expenditure.grand_total amount 7480000",
                "expenditure.total amount 7330000",
                "expenditure.total amount adjusted 7530000",
                "expenditure.total completion_rate 97.34",
                "revenue.grand_total amount 7480000",
            ],
        )],
    );
}

#[test]
fn what_is_planned_to_be_bought_is_not_there() {
    check(
        BUDGET,
        "五、国有资产占有使用情况",
        &[(
            "截至2023年8月31日，共有车辆16辆，其中：机要通信用车1辆、其他用车15辆。2024年部门预算安排购置机要通信用车1辆。",
            &[
                "assets.vehicles count executed 2023 16",
                "assets.vehicles count executed 2023 vehicle_use=confidential 1",
                "assets.vehicles count executed 2023 vehicle_use=other 15",
                "? 1辆",
            ],
        )],
    );
}

#[test]
fn counts_between_a_name_and_its_amount() {
    check(
        BUDGET,
        "（一）机关运行经费",
        &[
            (
                "2024年本部门履行一般行政管理职能、维持机关日常运行而开支的机关运行经费，涉及1家行政单位，合计41.6万元。",
                &["operating_cost amount 416000", "? 1家"],
            ),
            (
                "机关运行经费，涉及1家行政单位和1家参照公务员法管理的事业单位，合计41.6万元，比2023年年初预算数43.9万元减少2.3万元。",
                &[
                    "operating_cost amount 2023 439000",
                    "operating_cost amount 416000",
                    "operating_cost change -23000",
                    "? 1家",
                    "? 1家",
                ],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "七、财政拨款“三公”经费支出决算情况说明",
        &[
            (
                "国内接待费2.3万元，主要用于接待上级检查和兄弟县市交流，共接待26批次、218人次。",
                &[
                    "three_public.hospitality.domestic amount 23000",
                    "three_public.hospitality.domestic.batches count 26",
                    "three_public.hospitality.domestic.persons count 218",
                ],
            ),
            (
                "国内接待费2.3万元，主要用于接待检查组5批次。",
                &["three_public.hospitality.domestic amount 23000", "? 5批次"],
            ),
            (
                "因公出国（境）共计0个团组，0人。",
                &[
                    "three_public.overseas.delegations count 0",
                    "three_public.overseas.persons count 0",
                ],
            ),
            (
                "全年使用一般公共预算财政拨款支出涉及本部门组织的因公出国（境）团组0个；累计0人次。",
                &[
                    "three_public.overseas.delegations count 0",
                    "three_public.overseas.persons count 0",
                ],
            ),
            // A date without a year has that of the report.
            (
                "截至12月31日，公务用车保有量为6辆。",
                &["three_public.vehicles.held count 6"],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "二、机构设置",
        &[(
            "部门决算包括：局本级决算和下属6家预算单位决算，其中：参照公务员法管理的事业单位1家，其他事业单位5家。",
            &[
                "organization.subordinate_units count 6",
                "organization.subordinate_units count unit_type=civil_service_managed 1",
                "organization.subordinate_units count unit_type=other_institution 5",
            ],
        )],
    );
}

#[test]
fn what_is_said_in_passing() {
    check(
        FINAL_ACCOUNTS,
        "二、部门资金收支情况",
        &[
            (
                "2023年度本年支出年初预算128万元，年中调整预算数11万元，全年预算139万元，实际支出137万元，预算执行率为98.56%。",
                &[
                    "budget.adjustment amount adjustment 110000",
                    "expenditure.total amount 1370000",
                    "expenditure.total amount adjusted 1390000",
                    "expenditure.total amount approved 1280000",
                    "expenditure.total completion_rate 98.56",
                ],
            ),
            (
                "2023年度本年支出年初预算128万元，年中调减11万元，全年预算117万元。",
                &[
                    "budget.adjustment amount adjustment -110000",
                    "expenditure.total amount adjusted 1170000",
                    "expenditure.total amount approved 1280000",
                ],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "二、机构设置",
        &[
            // A number of staff without its classifier, and a change of it, which is none.
            (
                "编制数28。实有人数37人，其中：在职26人，减少2人；离退休11人，增加 1人。",
                &[
                    "staff.actual count 26",
                    "staff.establishment count 28",
                    "staff.retired count 11",
                    "? 37人",
                    "? 2人",
                    "? 1人",
                ],
            ),
            ("编制数2.8倍。", &[]),
            (
                "离退休人员37人，其中由养老保险基金发放养老金的离退休人员34人。",
                &["staff.retired count 37", "? 34人"],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "（二）绩效自评结果",
        &[
            (
                "我部门在部门决算中反映6个项目绩效自评结果，其中3个项目的自评表见附件2：",
                &["? 6个", "? 3个"],
            ),
            (
                "组织对6个项目开展绩效自评，其中3个项目的自评表见附件。",
                &["performance.self_assessed_projects count 6", "? 3个"],
            ),
        ],
    );
}

#[test]
fn totals_of_a_fund_with_what_was_carried_over() {
    check(
        FINAL_ACCOUNTS,
        "八、政府性基金预算财政拨款收支决算情况说明",
        &[(
            "2023年度政府性基金预算财政拨款收入总计16万元，其中：年初结转和结余4万元，本年收入12万元。政府性基金预算财政拨款支出总计16万元，其中：本年支出16万元。",
            &[
                "government_fund.expenditure amount 160000",
                "government_fund.revenue amount 120000",
            ],
        )],
    );
    check(
        BUDGET,
        "六、政府性基金预算支出情况说明",
        &[(
            "2024年使用政府性基金预算拨款安排的支出20万元，比2023年预算数减少6万元，下降23.08%。",
            &[
                "government_fund.expenditure amount 200000",
                "government_fund.expenditure change -60000",
                "government_fund.expenditure change_rate -23.08",
            ],
        )],
    );
    check(
        BUDGET,
        "三、财政拨款收支预算情况说明",
        &[(
            "收入包括：本年一般公共预算拨款收入224万元、上年结转一般公共预算拨款收入6万元；支出包括：社会保障和就业支出17万元、交通运输支出213万元。",
            &[
                "appropriation.expenditure.total amount function=208 170000",
                "appropriation.expenditure.total amount function=214 2130000",
                "revenue.general_public_budget amount 2240000",
            ],
        )],
    );
}

#[test]
fn projects_behind_the_words_that_list_them() {
    check(
        FINAL_ACCOUNTS,
        "十、预算绩效情况说明",
        &[
            (
                "一是“防火能力建设”项目年初预算12万元，全年预算16.8万元，实际支出16万元，预算执行率95.24%，自评得分96.5分；二是“天然林管护”项目年初预算15万元，自评得分99分。",
                &[
                    "performance.project_score score project=天然林管护 99",
                    "performance.project_score score project=防火能力建设 96.5",
                    "project.funds amount adjusted project=防火能力建设 168000",
                    "project.funds amount approved project=天然林管护 150000",
                    "project.funds amount approved project=防火能力建设 120000",
                    "project.funds amount project=防火能力建设 160000",
                    "project.funds completion_rate project=防火能力建设 95.24",
                ],
            ),
            (
                "本部门对6个项目开展了绩效自评价，涉及财政性资金61万元；共开展1项部门整体支出绩效自评价。",
                &[
                    "performance.self_assessed_projects amount 610000",
                    "performance.self_assessed_projects count 6",
                    "? 1项",
                ],
            ),
        ],
    );
}

#[test]
fn what_is_set_aside_for_small_firms_is_no_total() {
    check(
        BUDGET,
        "三、政府采购预算情况",
        &[(
            "2024年本部门政府采购预算104万元。2024年本部门面向中小企业预留政府采购项目预算金额41万元，其中，预留给小型和微型企业的政府采购项目预算为28万元。",
            &["procurement.total amount 1040000", "? 28万元"],
        )],
    );
}

#[test]
fn projects_described_below_their_names() {
    check(
        BUDGET,
        "（九）项目绩效情况说明",
        &[(
            "1.山塘加固\n（1）项目概述：对全县山塘加固。\n（2）年度预算安排：32万元\n2.渠道清淤\n（1）项目概述：清淤。\n（2）年度预算安排：8.6万元",
            &[
                "project.funds amount project=山塘加固 320000",
                "project.funds amount project=渠道清淤 86000",
            ],
        )],
    );
}
