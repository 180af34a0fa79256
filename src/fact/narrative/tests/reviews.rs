//! Reviews of the department and of its projects: whose a score is, and whose the money.

use super::*;

#[test]
fn scores_of_the_department() {
    check(
        FINAL_ACCOUNTS,
        "十、预算绩效管理情况说明",
        &[
            (
                "部门整体支出年初预算40万元，自评得分95.5分。",
                &["performance.department_score score 95.5", "? 40万元"],
            ),
            (
                "2.对单位整体支出开展绩效自评，自评结果为“良”，综合得分86分。",
                &["performance.department_score score 86"],
            ),
            (
                "整体绩效自评为94分。",
                &["performance.department_score score 94"],
            ),
            // The parts of a score, and the scores of others.
            (
                "部门整体支出绩效自评得分95分，其中：产出指标50分，得分48分。",
                &["performance.department_score score 95"],
            ),
            ("部门整体支出和项目支出均已自评，平均得分92分。", &[]),
            ("项目整体绩效自评94分。", &[]),
            (
                "开展部门整体支出绩效评价，“芦荡清淤”项目得分92分。",
                &["performance.project_score score project=芦荡清淤 92"],
            ),
        ],
    );
}

#[test]
fn quoted_projects() {
    for heading in ["十、预算绩效管理情况说明", "（三）项目绩效自评结果"] {
        check(
            FINAL_ACCOUNTS,
            heading,
            &[
                (
                    "其中“苗圃抚育”年初预算30万元，到位30万元，实际支出27万元，执行率90%，自评得分93分。",
                    &[
                        "performance.project_score score project=苗圃抚育 93",
                        "project.funds amount approved project=苗圃抚育 300000",
                        "project.funds amount project=苗圃抚育 270000",
                        "project.funds completion_rate project=苗圃抚育 90",
                        "project.received amount project=苗圃抚育 300000",
                    ],
                ),
                (
                    "1.“苗圃抚育”：全年预算30万元。2.“渡口改造”项目：全年预算20万元。",
                    &[
                        "project.funds amount adjusted project=渡口改造 200000",
                        "project.funds amount adjusted project=苗圃抚育 300000",
                    ],
                ),
                // What stands in quotation marks and is no project's.
                ("“三公”年初预算5万元。", &["? 5万元"]),
                ("“过紧日子”要求压减支出5万元。", &["? 5万元"]),
            ],
        );
    }
}

#[test]
fn several_projects_together() {
    check(
        FINAL_ACCOUNTS,
        "十、预算绩效管理情况说明",
        &[
            (
                "“芦荡清淤”和“堤防加固”两个项目全年预算数分别为46万元、60万元，执行数分别为45万元、57万元，预算执行率分别为97.83%、95%，自评得分分别为98分、97分。",
                &[
                    "performance.project_score score project=堤防加固 97",
                    "performance.project_score score project=芦荡清淤 98",
                    "project.funds amount adjusted project=堤防加固 600000",
                    "project.funds amount adjusted project=芦荡清淤 460000",
                    "project.funds amount project=堤防加固 570000",
                    "project.funds amount project=芦荡清淤 450000",
                    "project.funds completion_rate project=堤防加固 95",
                    "project.funds completion_rate project=芦荡清淤 97.83",
                    "? 两个",
                ],
            ),
            (
                "“芦荡清淤”项目和“堤防加固”项目，全年预算数分别为46万元、60万元，预算执行率均为100%。",
                &[
                    "project.funds amount adjusted project=堤防加固 600000",
                    "project.funds amount adjusted project=芦荡清淤 460000",
                    "project.funds completion_rate project=堤防加固 100",
                    "project.funds completion_rate project=芦荡清淤 100",
                ],
            ),
            // One amount of both is of neither; nor are three of two.
            (
                "“芦荡清淤”和“堤防加固”项目，全年预算数分别为46万元、60万元，共支出100万元。",
                &[
                    "project.funds amount adjusted project=堤防加固 600000",
                    "project.funds amount adjusted project=芦荡清淤 460000",
                    "? 100万元",
                ],
            ),
            (
                "“芦荡清淤”和“堤防加固”项目，全年预算数分别为46万元、60万元、7万元。",
                &["? 46万元", "? 60万元", "? 7万元"],
            ),
            // Each behind its own name.
            (
                "“芦荡清淤”项目自评得分86.7分、“堤防加固”项目自评得分88.1分；“渡口补助”项目99.5分。",
                &[
                    "performance.project_score score project=堤防加固 88.1",
                    "performance.project_score score project=渡口补助 99.5",
                    "performance.project_score score project=芦荡清淤 86.7",
                ],
            ),
            // A name that begins its sentence needs no quotation marks before a stage of its money.
            (
                "健身路径更新项目（政府性基金）全年预算46万元，实际支出43.5万元，预算执行率94.57%，自评得96.2分。",
                &[
                    "performance.project_score score project=健身路径更新项目 96.2",
                    "project.funds amount adjusted project=健身路径更新项目 460000",
                    "project.funds amount project=健身路径更新项目 435000",
                    "project.funds completion_rate project=健身路径更新项目 94.57",
                ],
            ),
        ],
    );
}

#[test]
fn items_of_what_stands_alone() {
    check(
        FINAL_ACCOUNTS,
        "六、一般公共预算财政拨款基本支出决算情况说明",
        &[(
            "1.人员经费。工资福利支出83万元，包括：基本工资29万元、津贴补贴14万元。",
            &[
                "general_public_budget.basic.personnel amount economic=301 830000",
                "general_public_budget.basic.personnel amount economic=30101 290000",
                "general_public_budget.basic.personnel amount economic=30102 140000",
            ],
        )],
    );
}

#[test]
fn scores_behind_the_number_of_projects() {
    check(
        FINAL_ACCOUNTS,
        "七、预算绩效情况说明",
        &[
            (
                "“养老服务”“残疾人补贴”2个项目自评得分分别为95.60分、92.50分。",
                &[
                    "performance.project_score score project=养老服务 95.6",
                    "performance.project_score score project=残疾人补贴 92.5",
                    "? 2个",
                ],
            ),
            (
                "我局反映“养老服务”和“残疾人补贴”2个项目的绩效自评结果，自评得分分别为95.60分和92.50分。",
                &[
                    "performance.project_score score project=养老服务 95.6",
                    "performance.project_score score project=残疾人补贴 92.5",
                    "? 2个",
                ],
            ),
            (
                "我局反映“养老服务”和“残疾人补贴”3个项目的绩效自评结果，自评得分分别为95.60分和92.50分。",
                &["? 3个"],
            ),
        ],
    );
}

#[test]
fn departments_as_a_whole_and_parts_of_scores() {
    check(
        FINAL_ACCOUNTS,
        "七、预算绩效情况说明",
        &[
            (
                "2023年，本部门全年预算数为90万元，其中：基本支出全年预算数60万元，项目支出全年预算数30万元。资金总体支出88万元，其中：基本支出60万元，项目支出28万元。部门整体预算执行率为97.78%。",
                &[
                    "expenditure.basic amount 600000",
                    "expenditure.basic amount adjusted 600000",
                    "expenditure.project amount 280000",
                    "expenditure.project amount adjusted 300000",
                    "expenditure.total amount 880000",
                    "expenditure.total amount adjusted 900000",
                    "expenditure.total completion_rate 97.78",
                ],
            ),
            (
                "部门整体支出绩效自评得分91分。其中预算执行情况得分19分（满分20分），整体绩效目标实现情况得分54分（满分60分）。",
                &["performance.department_score score 91"],
            ),
            (
                "我局对拟新增的2个重点项目开展事前绩效评估，涉及资金6万元。",
                &[
                    "performance.preassessed_projects amount 60000",
                    "performance.preassessed_projects count 2",
                ],
            ),
            (
                "“评审经费”项目全年预算48万元。单个项目平均评审成本2万元，较2022年下降5%。",
                &[
                    "project.funds amount adjusted project=评审经费 480000",
                    "? 2万元",
                    "? 5%",
                ],
            ),
        ],
    );
}

#[test]
fn counts_of_new_projects_limits_and_other_funds() {
    check(
        FINAL_ACCOUNTS,
        "一、预算绩效情况",
        &[
            (
                "我局填报部门整体支出绩效目标，并对纳入预算的12个项目逐一编制绩效目标；对当年新增的2个项目开展了事前绩效评估，其中1个项目因条件不成熟未予安排。",
                &[
                    "performance.preassessed_projects count 2",
                    "performance.targeted_projects count 12",
                    "? 1个",
                ],
            ),
            (
                "列入重点管理的三个项目，即“草原修复项目（2022年）”“病虫害防治项目”“核桃提质项目”，自评得分分别为97分、92分、87分。",
                &[
                    "performance.project_score score project=核桃提质项目 87",
                    "performance.project_score score project=病虫害防治项目 92",
                    "performance.project_score score project=草原修复项目 97",
                    "? 三个",
                ],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "二、“三公”经费支出情况",
        &[
            (
                "“三公”经费支出决算15万元，控制在年初预算18万元以内，完成年初预算的83.33%。",
                &[
                    "three_public.total amount 150000",
                    "three_public.total amount approved 180000",
                    "three_public.total completion_rate 83.33",
                ],
            ),
            (
                "“三公”经费支出决算15万元，控制在18万元以内。",
                &["three_public.total amount 150000", "? 18万元"],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "三、部门整体收支情况",
        &[(
            "按资金性质，政府性基金预算财政拨款支出45万元，占1.36%；其他资金支出43万元，占1.30%。一般公共预算财政拨款基本支出11万元，用于人员经费的9万元，占基本支出的81.82%；用于公用经费的2万元，占基本支出的18.18%。",
            &[
                "general_public_budget.basic amount 110000",
                "general_public_budget.basic.operating amount 20000",
                "general_public_budget.basic.operating share 18.18",
                "general_public_budget.basic.personnel amount 90000",
                "general_public_budget.basic.personnel share 81.82",
                "government_fund.expenditure amount 450000",
                "government_fund.expenditure share 1.36",
                "? 43万元",
                "? 1.30%",
            ],
        )],
    );
}
