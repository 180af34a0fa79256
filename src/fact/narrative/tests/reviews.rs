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
