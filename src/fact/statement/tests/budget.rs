//! Statements of departmental budgets.

use super::*;

#[test]
fn sides_named_by_their_header_and_functions_by_nature() {
    check(
        BUDGET,
        &Sheet {
            above: &[
                "2023年预算单位财务收支预算总表",
                "编制单位：云溪县水务局 单位：元",
            ],
            rows: &[
                "本年收入|<|本年支出|<|<|<|<",
                "项目|预算数|项目|预算数|<|<|<",
                "^|^|^|合计|基本支出|<|项目支出",
                "^|^|^|^|人员经费|公用经费|^",
                "一、财政拨款收入|9.00|一、农林水支出|9.00|3.00|1.00|5.00",
                "1、一般公共预算|9.00|||||",
                "收入总计|9.00|支出总计|9.00|3.00|1.00|5.00",
            ],
        },
        &[
            "revenue.appropriation approved = 9.00",
            "revenue.general_public_budget approved = 9.00",
            "revenue.grand_total approved = 9.00",
            "expenditure.total approved 213 = 9.00",
            "x.expenditure.basic.personnel approved 213 = 3.00",
            "x.expenditure.basic.operating approved 213 = 1.00",
            "expenditure.project approved 213 = 5.00",
            "expenditure.grand_total approved = 9.00",
        ],
    );
    check(
        BUDGET,
        &Sheet {
            above: &["2023年预算单位财政拨款收支预算总表", "单位：元"],
            rows: &[
                "财政拨款收入|<|财政拨款支出|<|<",
                "项目|预算数|项目|合计|一般公共预算",
                "一、一般公共预算|9.00|一、农林水支出|9.00|9.00",
                "收入总计|9.00|支出总计|9.00|9.00",
            ],
        },
        &[
            "revenue.general_public_budget approved = 9.00",
            "appropriation.revenue.grand_total approved = 9.00",
            "appropriation.expenditure.total approved 213 = 9.00",
            "general_public_budget.expenditure approved 213 = 9.00",
            "appropriation.expenditure.grand_total approved = 9.00",
            "appropriation.expenditure.grand_total approved general_public_budget = 9.00",
        ],
    );
}

#[test]
fn three_public_expenses_beside_operating_cost() {
    check(
        BUDGET,
        &Sheet {
            above: &["2023年单位“三公”经费和机关运行经费预算表", "单位:万元"],
            rows: &[
                "“三公”经费预算数|<|<|<|<|<|机关运行经费预算数",
                "合计|因公出国(境)费|公务接待费|公务用车购置及运行费|<|<|^",
                "^|^|^|小计|购置费|运行费|^",
                "5.00|0.00|2.00|3.00||3.00|44.00",
            ],
        },
        &[
            "three_public.total approved = 50000",
            "three_public.overseas approved = 0",
            "three_public.hospitality approved = 20000",
            "three_public.vehicles approved = 30000",
            "three_public.vehicles.operation approved = 30000",
            "operating_cost approved = 440000",
        ],
    );
}

#[test]
fn three_ledgers_by_function_and_by_nature() {
    check(
        BUDGET,
        &Sheet {
            above: &["2024年部门收支总表", "单位：元"],
            rows: &[
                "收 入|<|支 出|<|<|<",
                "项 目|预算数|项目（按功能分类）|预算数|项目（按支出性质和经济分类）|预算数",
                "一、财政拨款收入|500.00|一、教育支出|400.00|一、基本支出|300.00",
                "（一）一般公共预算拨款|500.00|二、其他支出|130.00|工资福利支出|200.00",
                "二、事业收入|20.00|||二、项目支出|230.00",
                "||||其他支出|5.00",
                "本年收入合计|520.00|本年支出合计|530.00|本年支出合计|530.00",
                "上年结转|10.00|结转下年||结转下年|",
                "收入总计|530.00|支出总计|530.00|支出总计|530.00",
            ],
        },
        &[
            "revenue.appropriation approved 2024 = 500.00",
            "revenue.general_public_budget approved 2024 = 500.00",
            "revenue.institutional approved 2024 = 20.00",
            "revenue.total approved 2024 = 520.00",
            "carryover.opening approved 2024 = 10.00",
            "revenue.grand_total approved 2024 = 530.00",
            "expenditure.total approved 2024 205 = 400.00",
            "expenditure.total approved 2024 229 = 130.00",
            "expenditure.basic approved 2024 = 300.00",
            "expenditure.project approved 2024 = 230.00",
            "expenditure.total approved 2024 = 530.00",
            "expenditure.total approved 2024 = 530.00",
            "expenditure.grand_total approved 2024 = 530.00",
            "expenditure.grand_total approved 2024 = 530.00",
        ],
    );
}

#[test]
fn codes_left_out_where_they_are_as_above() {
    check(
        BUDGET,
        &Sheet {
            above: &["一般公共预算支出表", "单位：元"],
            rows: &[
                "科目编码|<|<|科目名称|2023年预算数|<|<",
                "类|款|项|^|合计|基本支出|项目支出",
                "合计|<|<|<|9.00|4.00|5.00",
                "213|||农林水支出|9.00|4.00|5.00",
                "|03||水利|9.00|4.00|5.00",
                "||01|行政运行|4.00|4.00|",
                "||05|水利工程建设|5.00||5.00",
            ],
        },
        &[
            "general_public_budget.expenditure approved = 9.00",
            "general_public_budget.basic approved = 4.00",
            "general_public_budget.project approved = 5.00",
            "general_public_budget.expenditure approved 213 = 9.00",
            "general_public_budget.basic approved 213 = 4.00",
            "general_public_budget.project approved 213 = 5.00",
            "general_public_budget.expenditure approved 21303 = 9.00",
            "general_public_budget.basic approved 21303 = 4.00",
            "general_public_budget.project approved 21303 = 5.00",
            "general_public_budget.expenditure approved 2130301 = 4.00",
            "general_public_budget.basic approved 2130301 = 4.00",
            "general_public_budget.expenditure approved 2130305 = 5.00",
            "general_public_budget.project approved 2130305 = 5.00",
        ],
    );
}

#[test]
fn units_between_the_functions_and_codes_stored_as_numbers() {
    check(
        BUDGET,
        &Sheet {
            above: &["部门支出总表", "单位：元"],
            rows: &[
                "科目编码|<|<|单位代码|单位名称（科目）|合计|基本支出|项目支出",
                "类|款|项|^|^|^|^|^",
                "||||合计|9.00|4.00|5.00",
                "|||301|云溪县水务局|9.00|4.00|5.00",
                "213.0|3.0|1.0|301001|行政运行|4.00|4.00|",
                "213.0|3.0|5.0|301001|水利工程建设|5.00||5.00",
            ],
        },
        &[
            "expenditure.total approved = 9.00",
            "expenditure.basic approved = 4.00",
            "expenditure.project approved = 5.00",
            "expenditure.total approved 2130301 = 4.00",
            "expenditure.basic approved 2130301 = 4.00",
            "expenditure.total approved 2130305 = 5.00",
            "expenditure.project approved 2130305 = 5.00",
        ],
    );
}

#[test]
fn revenue_by_source_with_last_years_money() {
    check(
        BUDGET,
        &Sheet {
            above: &["2024年部门收入总表", "金额单位：元"],
            rows: &[
                "科目编码|科目名称|合计|上年结转|一般公共预算拨款收入|政府性基金预算拨款收入|事业收入|<|其他收入",
                "^|^|^|^|^|^|金额|其中：教育收费|^",
                "|合计|9.00|1.00|8.00||||",
                "205|教育支出|9.00|1.00|8.00||0.00|0.00|",
            ],
        },
        &[
            "revenue.grand_total approved 2024 = 9.00",
            "carryover.opening approved 2024 = 1.00",
            "revenue.general_public_budget approved 2024 = 8.00",
            "revenue.grand_total approved 2024 205 = 9.00",
            "carryover.opening approved 2024 205 = 1.00",
            "revenue.general_public_budget approved 2024 205 = 8.00",
            "revenue.institutional approved 2024 205 = 0.00",
        ],
    );
}

#[test]
fn two_years_of_a_budget() {
    check(
        BUDGET,
        &Sheet {
            above: &["一般公共预算“三公”经费支出表", "2024年度", "单位：万元"],
            rows: &[
                "单位名称|2023年预算数|<|<|2024年预算数|<|<",
                "^|合计|公务接待费|公务用车运行费|合计|公务接待费|公务用车运行费",
                "云溪县水务局|5.00|2.00|3.00|4.00|1.00|3.00",
            ],
        },
        &[
            "three_public.total approved = 50000",
            "three_public.hospitality approved = 20000",
            "three_public.vehicles.operation approved = 30000",
            "three_public.total approved 2024 = 40000",
            "three_public.hospitality approved 2024 = 10000",
            "three_public.vehicles.operation approved 2024 = 30000",
        ],
    );
    check(
        BUDGET,
        &Sheet {
            above: &["2024年一般公共预算支出表", "单位：万元"],
            rows: &[
                "功能分类科目|<|2023年执行数|2024年预算数|<|<|增减变动|<",
                "科目编码|科目名称|^|小计|基本支出|项目支出|增减额|增减%",
                "205|教育支出|6.00|7.00|4.00|3.00|1.00|16.67",
                "|合计|6.00|7.00|4.00|3.00|1.00|16.67",
            ],
        },
        &[
            "general_public_budget.expenditure 205 = 60000",
            "general_public_budget.expenditure approved 2024 205 = 70000",
            "general_public_budget.expenditure change approved 2024 205 = 10000",
            "general_public_budget.expenditure changerate approved 2024 205 = 16.67",
            "general_public_budget.expenditure change approved 2024 = 10000",
            "general_public_budget.expenditure changerate approved 2024 = 16.67",
            "general_public_budget.basic approved 2024 205 = 40000",
            "general_public_budget.project approved 2024 205 = 30000",
            "general_public_budget.expenditure = 60000",
            "general_public_budget.expenditure approved 2024 = 70000",
            "general_public_budget.basic approved 2024 = 40000",
            "general_public_budget.project approved 2024 = 30000",
        ],
    );
}

#[test]
fn aligned_columns_whose_header_is_elsewhere() {
    let read = |header: &str, row: &str| {
        let text = format!(
            "政府性基金预算支出表\n单位：元\n{header}\n{}",
            row.repeat(3)
        );
        let document = crate::source::text::read(text.as_bytes(), &Default::default()).unwrap();
        assert_eq!(document.tables.len(), 1, "{text}");
        facts(document, BUDGET)
    };
    let row = "212      城乡社区支出       50.00                50.00\n";
    // A column without numbers keeps its place.
    let found = read(
        "编码     科目名称           合计      基本支出   项目支出",
        row,
    );
    assert!(found.contains(&"government_fund.expenditure approved 212 = 50.00".to_owned()));
    assert!(found.contains(&"x.government_fund.project approved 212 = 50.00".to_owned()));
    // Numbers under none of the words are of no column.
    let found = read(
        "编码     科目名称   合计            基本支出             项目支出",
        row,
    );
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn aligned_ledgers_under_the_headings_of_their_groups() {
    let text = "\
                              收入支出决算总表
部门：云溪县水务局                                                                                  单位：元
                  收入                                                    支出
        项        目                行次      决算数          项        目            行次      决算数
            栏次                                 1                栏次                             2
  一、一般公共预算财政拨款收入       1         50.00      一、农林水支出               31        48.00
  二、政府性基金预算财政拨款收入     2          0.00      二、住房保障支出             32         2.00
  本年收入合计                      27         50.00      本年支出合计                 58        50.00
";
    let document = crate::source::text::read(text.as_bytes(), &Default::default()).unwrap();
    assert_eq!(document.tables.len(), 1, "{text}");
    let mut found = facts(document, Kind::DepartmentFinalAccounts);
    found.sort_unstable();
    assert_eq!(
        found,
        [
            "expenditure.total 213 = 48.00",
            "expenditure.total 221 = 2.00",
            "expenditure.total = 50.00",
            "revenue.general_public_budget = 50.00",
            "revenue.government_fund = 0.00",
            "revenue.total = 50.00",
        ]
    );
}

#[test]
fn columns_that_compare_with_the_year_before() {
    for header in [
        ["比上年增减额", "增减幅度（%）"],
        ["2023年比2022年增减", "增减百分比"],
        ["较上年增减金额（万元）", "较上年增减%"],
        ["增减额", "增减率"],
    ] {
        let top = format!("项目|2022年预算数|2023年预算数|{}|{}", header[0], header[1]);
        check(
            BUDGET,
            &Sheet {
                above: &["一般公共预算“三公”经费支出情况表", "单位：万元"],
                rows: &[
                    &top,
                    "合计|12.8|8.4|-4.4|-34.38",
                    "1.公务接待费|1.3|1.3|0|0",
                    "2.公务用车运行维护费|11.5|7.1|-4.4|-38.26%",
                ],
            },
            &[
                "three_public.total approved 2022 = 128000",
                "three_public.total approved = 84000",
                "three_public.total change approved = -44000",
                "three_public.total changerate approved = -34.38",
                "three_public.hospitality approved 2022 = 13000",
                "three_public.hospitality approved = 13000",
                "three_public.hospitality change approved = 0",
                "three_public.hospitality changerate approved = 0",
                "three_public.vehicles.operation approved 2022 = 115000",
                "three_public.vehicles.operation approved = 71000",
                "three_public.vehicles.operation change approved = -44000",
                "three_public.vehicles.operation changerate approved = -38.26",
            ],
        );
    }
}

#[test]
fn differences_from_the_budget_are_no_changes() {
    for header in ["增减额", "决算数比预算数增减", "差异率"] {
        for stages in [
            "预算数|决算数",
            "2023年预算数|2023年决算数",
            "本年预算数|本年决算数",
        ] {
            let top = format!("项目|{stages}|{header}");
            check(
                FINAL,
                &Sheet {
                    above: &["财政拨款“三公”经费支出决算表", "单位：万元"],
                    rows: &[&top, "合计|12.8|8.4|-4.4", "公务接待费|12.8|8.4|-4.4"],
                },
                &[
                    "three_public.total approved = 128000",
                    "three_public.total = 84000",
                    "three_public.hospitality approved = 128000",
                    "three_public.hospitality = 84000",
                ],
            );
        }
    }
}

#[test]
fn a_mark_over_the_parts_of_a_group_says_nothing() {
    check(
        BUDGET,
        &Sheet {
            above: &["一般公共预算支出预算表（按功能科目分类）", "单位：元"],
            rows: &[
                "部门预算支出功能分类科目|<|合计|基本支出|<|<|项目支出",
                "科目编码|科目名称|^|小计|其中：|<|^",
                "^|^|^|^|人员经费|公用经费|^",
                "1|2|3|4|5|6|7",
                "20805|行政事业单位养老支出|9.00|9.00|8.00|1.00|",
                "合计||9.00|9.00|8.00|1.00|",
            ],
        },
        &[
            "general_public_budget.expenditure approved 20805 = 9.00",
            "general_public_budget.basic approved 20805 = 9.00",
            "general_public_budget.basic.personnel approved 20805 = 8.00",
            "general_public_budget.basic.operating approved 20805 = 1.00",
            "general_public_budget.expenditure approved = 9.00",
            "general_public_budget.basic approved = 9.00",
            "general_public_budget.basic.personnel approved = 8.00",
            "general_public_budget.basic.operating approved = 1.00",
        ],
    );
}

#[test]
fn a_header_over_all_columns_may_be_the_title_once_more() {
    check(
        BUDGET,
        &Sheet {
            above: &["一般公共预算“三公”经费支出预算情况表", "单位：元"],
            rows: &[
                "项目|一般公共预算“三公”经费|<",
                "^|2022年预算数|2023年预算数",
                "合计|8.00|7.30",
                "1、因公出国（境）费用|0.00|0.00",
                "2、公务接待费|8.00|7.30",
            ],
        },
        &[
            "three_public.total approved 2022 = 8.00",
            "three_public.total approved = 7.30",
            "three_public.overseas approved 2022 = 0.00",
            "three_public.overseas approved = 0.00",
            "three_public.hospitality approved 2022 = 8.00",
            "three_public.hospitality approved = 7.30",
        ],
    );
}

#[test]
fn the_classification_of_departments_beside_that_of_governments() {
    check(
        BUDGET,
        &Sheet {
            above: &["2023年一般公共预算基本支出预算表", "单位：元"],
            rows: &[
                "部门预算支出经济分类科目|<|政府预算支出经济分类科目|<|2023年基本支出预算|<|<",
                "科目编码|科目名称|科目编码|科目名称|合计|人员经费|公用经费",
                "合计||||9.00|7.00|2.00",
                "301|工资福利支出|||7.00|7.00|",
                "30101|基本工资|50101|工资奖金津补贴|7.00|7.00|",
                "30201|办公费|50201|办公经费|2.00||2.00",
            ],
        },
        &[
            "general_public_budget.basic approved = 9.00",
            "general_public_budget.basic.personnel approved = 7.00",
            "general_public_budget.basic.operating approved = 2.00",
            "general_public_budget.basic approved 301 = 7.00",
            "general_public_budget.basic.personnel approved 301 = 7.00",
            "general_public_budget.basic approved 30101 = 7.00",
            "general_public_budget.basic.personnel approved 30101 = 7.00",
            "general_public_budget.basic approved 30201 = 2.00",
            "general_public_budget.basic.operating approved 30201 = 2.00",
        ],
    );
}

#[test]
fn projects_by_name() {
    check(
        BUDGET,
        &Sheet {
            above: &["2023年项目支出预算表", "单位：元"],
            rows: &[
                "单位名称|项目名称|合计|本年财政拨款|<|单位资金",
                "^|^|^|一般公共预算|政府性基金预算|^",
                "合计||9.00|6.00|2.00|1.00",
                "云溪县水务局|河道清淤|6.00|6.00||",
                "|山塘“整治”工程|2.00||2.00|",
                // What is called by one name twice is not one thing.
                "|其他|0.50|||0.50",
                "|其他|0.50|||0.50",
            ],
        },
        &[
            "project.funds approved 河道清淤 = 6.00",
            "project.funds approved 山塘“整治”工程 = 2.00",
        ],
    );
}

#[test]
fn codes_of_units_are_no_functions() {
    check(
        BUDGET,
        &Sheet {
            above: &["支出总表", "单位：万元"],
            rows: &[
                "功能科目编码|<|<|科目编码|科目名称|合计|基本支出|项目支出",
                "类|款|项|^|^|^|^|^",
                "||||合计|9.00|4.00|5.00",
                "|||203|云溪县水务局|9.00|4.00|5.00",
                "|||203001|云溪县水务局本级|9.00|4.00|5.00",
                "213|||213|农林水支出|9.00|4.00|5.00",
                "213|03||21303|水利|9.00|4.00|5.00",
            ],
        },
        &[
            "expenditure.total approved = 90000",
            "expenditure.basic approved = 40000",
            "expenditure.project approved = 50000",
            "expenditure.total approved 213 = 90000",
            "expenditure.basic approved 213 = 40000",
            "expenditure.project approved 213 = 50000",
            "expenditure.total approved 21303 = 90000",
            "expenditure.basic approved 21303 = 40000",
            "expenditure.project approved 21303 = 50000",
        ],
    );
}

#[test]
fn expenditure_by_three_classifications() {
    check(
        BUDGET,
        &Sheet {
            above: &["收支总表", "单位：万元"],
            rows: &[
                "收入|<|支出|<|<|<|<|<",
                "项目|本年预算|项目（按功能分类）|本年预算|项目（按部门预算经济分类）|本年预算|项目（按政府预算经济分类）|本年预算",
                "一、其他收入|9.00|一、农林水支出|9.00|一、基本支出|6.00|一、机关工资福利支出|5.00",
                "||||工资福利支出|6.00|二、机关商品和服务支出|4.00",
                "||||二、项目支出|3.00|||",
                "本年收入合计|9.00|本年支出合计|9.00|本年支出合计|9.00|本年支出合计|9.00",
            ],
        },
        &[
            "revenue.other approved = 90000",
            "revenue.total approved = 90000",
            "expenditure.total approved 213 = 90000",
            "expenditure.basic approved = 60000",
            "expenditure.project approved = 30000",
            "expenditure.total approved = 90000",
            "expenditure.total approved = 90000",
            "expenditure.total approved = 90000",
        ],
    );
}

#[test]
fn a_total_without_a_name_of_its_own() {
    let sheet = |rows| Sheet {
        above: &["部门收支总体情况表", "单位：元"],
        rows,
    };
    // 小计 above what is carried over and the grand total is the year's.
    check(
        BUDGET,
        &sheet(&[
            "收入|<|支出|<",
            "项目|预算数|功能分类|预算数",
            "财政拨款（补助）|90.00|205 教育支出|70.00",
            "  一般公共预算|90.00|208 社会保障和就业支出|24.00",
            "其他收入|4.00||",
            "小  计|94.00|小  计|94.00",
            "上年结转|6.00|年末结转结余|6.00",
            "收 入 总 计|100.00|支 出 总 计|100.00",
        ]),
        &[
            "revenue.appropriation approved = 90.00",
            "revenue.general_public_budget approved = 90.00",
            "revenue.other approved = 4.00",
            "revenue.total approved = 94.00",
            "carryover.opening approved = 6.00",
            "revenue.grand_total approved = 100.00",
            "expenditure.total approved 205 = 70.00",
            "expenditure.total approved 208 = 24.00",
            "expenditure.total approved = 94.00",
            "carryover.closing approved = 6.00",
            "expenditure.grand_total approved = 100.00",
        ],
    );
    // One of a group, one of several, and one that nothing stands below are not.
    check(
        BUDGET,
        &sheet(&[
            "收入|<|支出|<",
            "项目|预算数|功能分类|预算数",
            "财政拨款|90.00|205 教育支出|60.00",
            "小计|90.00|小计|60.00",
            "事业收入|3.00|208 社会保障和就业支出|34.00",
            "其他收入|1.00|小计|94.00",
            "合计|94.00|支出总计|94.00",
        ]),
        &[
            "revenue.appropriation approved = 90.00",
            "revenue.institutional approved = 3.00",
            "revenue.other approved = 1.00",
            "expenditure.total approved 205 = 60.00",
            "expenditure.total approved 208 = 34.00",
            "expenditure.grand_total approved = 94.00",
        ],
    );
}

#[test]
fn a_column_of_what_was_left_that_holds_nothing() {
    let sheet = |rows| Sheet {
        above: &["部门收入总体情况表", "单位：元"],
        rows,
    };
    check(
        BUDGET,
        &sheet(&[
            "功能分类科目编码|<|<|功能分类科目名称|总计|财政拨款（补助）|<|上年结转",
            "类|款|项|^|^|一般公共预算|政府性基金预算|^",
            "**|**|**|**|1|2|3|4",
            "205|||教育支出|7.00|7.00||",
            "|||合计|7.00|7.00||",
        ]),
        &[
            "revenue.total approved 205 = 7.00",
            "revenue.total approved = 7.00",
            "revenue.general_public_budget approved 205 = 7.00",
            "revenue.general_public_budget approved = 7.00",
        ],
    );
    check(
        BUDGET,
        &sheet(&[
            "科目编码|科目名称|总计|财政拨款|上年结转",
            "205|教育支出|7.00|6.00|1.00",
        ]),
        &[
            "revenue.grand_total approved 205 = 7.00",
            "revenue.appropriation approved 205 = 6.00",
            "carryover.opening approved 205 = 1.00",
        ],
    );
}

#[test]
fn projects_by_function_in_a_table_of_one_fund() {
    check(
        BUDGET,
        &Sheet {
            above: &["一般公共预算项目支出情况表", "单位：元"],
            rows: &[
                "功能分类科目编码|<|<|功能分类科目名称|项目名称|项目支出合计",
                "类|款|项|^|^|^",
                "207|01|09|群众文化|戏曲进乡村|5.00",
                "207|02|05|博物馆|馆藏文物修复|2.00",
                "||||合计|7.00",
            ],
        },
        &[
            "project.funds approved 戏曲进乡村 = 5.00",
            "project.funds approved 馆藏文物修复 = 2.00",
        ],
    );
    // Without names there are no projects.
    check(
        BUDGET,
        &Sheet {
            above: &["一般公共预算项目支出情况表", "单位：元"],
            rows: &[
                "科目编码|科目名称|项目支出合计",
                "207|文化旅游体育与传媒支出|7.00",
            ],
        },
        &[],
    );
}
