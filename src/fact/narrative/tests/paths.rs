//! Categories by the names and digits of their levels.

use super::*;

#[test]
fn digits_behind_the_names_of_levels() {
    check(
        FINAL_ACCOUNTS,
        "五、一般公共预算财政拨款支出决算具体情况",
        &[
            (
                "1.农林水（213）林业和草原（02）行政运行（01）：支出决算为87.45万元，完成预算100%。",
                &[
                    "general_public_budget.expenditure amount function=2130201 874500",
                    "general_public_budget.expenditure completion_rate function=2130201 100",
                ],
            ),
            (
                "一般公共服务支出（201）政府办公厅（室）及相关机构事务（03）行政运行（01）支出20万元，教育支出（205）普通教育（02）支出3万元。",
                &[
                    "general_public_budget.expenditure amount function=2010301 200000",
                    "general_public_budget.expenditure amount function=20502 30000",
                ],
            ),
            // Digits in brackets that are no level of a code, and a class alone.
            ("馆舍养护（21）屋面维护（2）支出3万元。", &["? 3万元"]),
            ("公务用车（213）辆，运行费支出（02）元。", &[]),
        ],
    );
}

#[test]
fn a_subject_under_another_name_of_its_level() {
    check(
        FINAL_ACCOUNTS,
        "五、一般公共预算财政拨款支出决算具体情况",
        &[
            // Of 教育支出 one 项 alone bears the name.
            (
                "教育支出（类）教育附加安排的支出（款）农村中小学校舍建设（项）：支出决算数为0.00万元，比上年减少80.00万元。",
                &[
                    "general_public_budget.expenditure amount function=2050901 0",
                    "general_public_budget.expenditure change function=2050901 -800000",
                ],
            ),
            // Of 农林水支出 many do.
            (
                "农林水支出（类）水产事务（款）行政运行（项）：支出决算数为5万元。",
                &["? 5万元"],
            ),
            (
                "教育支出（类）教育附加安排的支出（款）：支出决算数为5万元。",
                &["? 5万元"],
            ),
        ],
    );
}
