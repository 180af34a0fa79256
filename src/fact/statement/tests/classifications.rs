//! Functions, items of departments and items of governments in one statement.

use super::*;

#[test]
fn ledgers_by_classifications_under_headers_of_any_wording() {
    let sheet = |functions: &str, items: &str, others: &str| {
        let header = format!("项 目|预算数|{functions}|预算数|{items}|预算数|{others}|预算数");
        let rows = [
            "收      入|<|支      出|<|<|<|<|<",
            &header,
            "一、部门预算|52.00|一、部门预算|50.00|一、部门预算|50.00|一、部门预算|50.00",
            "1、财政拨款|52.00|1、一般公共服务支出||1、人员经费和公用经费支出|42.00|1、机关工资福利支出|30.00",
            "(1)一般公共预算拨款|48.00|2、农林水支出|44.00|(1)工资福利支出|30.00|2、机关商品和服务支出|20.00",
            "其中：专项资金列入部门预算的项目|6.00|3、其他支出|6.00|(2)商品和服务支出|12.00|3、对个人和家庭的补助|",
            "(2)政府性基金拨款|4.00|||2、专项业务经费支出|8.00|4、其他支出|",
            "||||(10)其他支出|8.00||",
            "本年收入合计|52.00|本年支出合计|50.00|本年支出合计|50.00|本年支出合计|50.00",
            "上年结转|1.00|结转下年|3.00|结转下年||结转下年|",
            "其中：财政拨款资金结转|1.00||||||",
            "收入总计|53.00|支出总计|53.00|支出总计|53.00|支出总计|53.00",
        ];
        let sheet = Sheet {
            above: &["2023年部门综合预算收支总表", "单位：万元"],
            rows: &rows,
        };
        (facts(sheet.page(), BUDGET), facts(sheet.text(), BUDGET))
    };
    let revenue = [
        "carryover.opening approved = 10000",
        "revenue.appropriation approved = 520000",
        "revenue.general_public_budget approved = 480000",
        "revenue.government_fund approved = 40000",
        "revenue.grand_total approved = 530000",
        "revenue.total approved = 520000",
    ];
    let expenditure = [
        "carryover.closing approved = 30000",
        "expenditure.grand_total approved = 530000",
        "expenditure.total approved 213 = 440000",
        "expenditure.total approved 229 = 60000",
        "expenditure.total approved = 500000",
    ];
    let mut all: Vec<&str> = revenue.into_iter().chain(expenditure).collect();
    all.sort_unstable();
    for (functions, items, others) in [
        (
            "支出功能分科目（按大类）",
            "部门预算支出经济科目（按大类）",
            "政府预算支出经济分类科目（按大类）",
        ),
        ("支出功能分类", "支出部门经济分类", "支出政府经济分类"),
        ("按功能科目划分", "按部门经济科目划分", "按政府经济科目划分"),
        // What they are is told by their rows.
        ("项目", "项目", "项目"),
    ] {
        let (mut page, mut text) = sheet(functions, items, others);
        // The totals stand in each of the ledgers.
        page.dedup();
        text.dedup();
        assert_eq!(page, all, "page {functions}");
        assert_eq!(text, all, "text {functions}");
    }
    // Whose rows those are is not known, but not those of the revenue.
    let (page, text) = sheet("去向", "去向", "去向");
    assert_eq!(page, revenue, "page");
    assert_eq!(text, revenue, "text");
}

#[test]
fn a_ledger_of_a_fund_by_three_classifications() {
    check(
        BUDGET,
        &Sheet {
            above: &["2023年部门综合预算政府性基金收支表", "单位：元"],
            rows: &[
                "收入|<|支出|<|<|<|<|<",
                "项目|预算数|支出功能分类科目（按大类）|预算数|部门预算支出经济分类科目（按大类）|预算数|政府预算支出经济分类科目（按大类）|预算数",
                "一、政府性基金拨款|9.00|一、城乡社区支出|7.00|一、人员经费和公用经费支出||一、机关工资福利支出|",
                "||二、其他支出|2.00|二、专项业务经费支出|9.00|二、其他支出|9.00",
                "||||其他支出|9.00||",
                "本年收入合计|9.00|本年支出合计|9.00|||本年支出合计|9.00",
                "收入总计|9.00|支出总计|9.00||||",
            ],
        },
        &[
            "government_fund.revenue approved = 9.00",
            "government_fund.revenue approved = 9.00",
            "x.government_fund.revenue.grand_total approved = 9.00",
            "government_fund.expenditure approved 212 = 7.00",
            "government_fund.expenditure approved 229 = 2.00",
            "government_fund.expenditure approved = 9.00",
            "government_fund.expenditure approved = 9.00",
            "x.government_fund.expenditure.grand_total approved = 9.00",
        ],
    );
}

#[test]
fn codes_with_their_names_in_each_of_three_ledgers() {
    check(
        BUDGET,
        &Sheet {
            above: &["收支总体情况表", "单位：元"],
            rows: &[
                "收入|<|支出|<|<|<|<|<",
                "项目|预算数|支出功能分类|预算数|部门预算支出经济分类|预算数|政府预算支出经济分类|预算数",
                "一、事业收入|9.00|205教育支出|6.00|301-工资福利支出|5.00|501-机关工资福利支出|5.00",
                "||229其他支出|3.00|399-其他支出|4.00|599-其他支出|4.00",
                "收入总计|9.00|支出总计|9.00|支出总计|9.00|支出总计|9.00",
            ],
        },
        &[
            "revenue.institutional approved = 9.00",
            "revenue.grand_total approved = 9.00",
            "expenditure.total approved 205 = 6.00",
            "expenditure.total approved 229 = 3.00",
            "expenditure.grand_total approved = 9.00",
            "expenditure.grand_total approved = 9.00",
            "expenditure.grand_total approved = 9.00",
        ],
    );
}

#[test]
fn items_of_governments_beside_those_of_departments() {
    let basic = |header: &[&str], rows: &[&str]| {
        let rows: Vec<&str> = header.iter().chain(rows).copied().collect();
        check(
            BUDGET,
            &Sheet {
                above: &[
                    "2023年一般公共预算基本支出明细表（按支出经济分类科目）",
                    "单位：元",
                ],
                rows: &rows,
            },
            &[
                "general_public_budget.basic approved = 9.00",
                "general_public_budget.basic.personnel approved = 7.00",
                "general_public_budget.basic.operating approved = 2.00",
                "general_public_budget.basic approved 301 = 7.00",
                "general_public_budget.basic.personnel approved 301 = 7.00",
                "general_public_budget.basic approved 30101 = 7.00",
                "general_public_budget.basic.personnel approved 30101 = 7.00",
                "general_public_budget.basic approved 302 = 2.00",
                "general_public_budget.basic.operating approved 302 = 2.00",
                "general_public_budget.basic approved 30215 = 2.00",
                "general_public_budget.basic.operating approved 30215 = 2.00",
            ],
        );
    };
    let first = [
        "合计||||9.00|7.00|2.00|",
        "301|工资福利支出|||7.00|7.00||",
        "30101|基本工资|50101|工资奖金津补贴|7.00|7.00||含补发",
        "302|商品和服务支出|||2.00||2.00|",
        "30215|会议费|50202|会议费|2.00||2.00|",
    ];
    for header in [
        "部门经济科目编码|部门经济科目名称|政府经济科目编码|政府经济科目名称|合计|人员经费支出|公用经费支出|备注",
        "部门支出经济分类编码|部门支出经济分类名称|政府支出经济分类编码|政府支出经济分类名称|合计|人员经费|公用经费|备注",
    ] {
        basic(&[header], &first);
    }
    // Those of governments first.
    basic(
        &[
            "政府经济科目编码|政府经济科目名称|部门经济科目编码|部门经济科目名称|合计|人员经费支出|公用经费支出",
        ],
        &[
            "合计||||9.00|7.00|2.00",
            "||301|工资福利支出|7.00|7.00|",
            "50101|工资奖金津补贴|30101|基本工资|7.00|7.00|",
            "||302|商品和服务支出|2.00||2.00",
            "50202|会议费|30215|会议费|2.00||2.00",
        ],
    );
    // Each with numbers of its own: the same money twice.
    check(
        BUDGET,
        &Sheet {
            above: &["一般公共预算基本支出表", "单位：元"],
            rows: &[
                "部门预算支出经济分类|<|金额|政府预算支出经济分类|<|金额",
                "科目编码|科目名称|^|科目编码|科目名称|^",
                "301|工资福利支出|9.00|501|机关工资福利支出|9.00",
                "30101|基本工资|9.00|50101|工资奖金津补贴|9.00",
            ],
        },
        &[
            "general_public_budget.basic approved 301 = 9.00",
            "general_public_budget.basic approved 30101 = 9.00",
        ],
    );
}

#[test]
fn expenditure_of_the_general_public_budget_by_item() {
    let facts = [
        "general_public_budget.expenditure approved = 9.00",
        "general_public_budget.basic approved = 6.00",
        "general_public_budget.project approved = 3.00",
        "general_public_budget.expenditure approved 302 = 9.00",
        "general_public_budget.basic approved 302 = 6.00",
        "general_public_budget.project approved 302 = 3.00",
        "general_public_budget.expenditure approved 30201 = 9.00",
        "general_public_budget.basic approved 30201 = 6.00",
        "general_public_budget.project approved 30201 = 3.00",
    ];
    let rows = [
        "部门经济科目编码|部门经济科目名称|政府经济科目编码|政府经济科目名称|合计|基本支出|专项业务经费支出|备注",
        "合计||||9.00|6.00|3.00|",
        "302|商品和服务支出|||9.00|6.00|3.00|",
        "30201|办公费|50201|办公经费|9.00|6.00|3.00|",
    ];
    for title in [
        "2023年一般公共预算支出明细表（按支出经济分类科目）",
        "一般公共预算支出经济分类情况表",
        "一般公共预算财政拨款支出预算表（按部门预算经济科目）",
    ] {
        check(
            BUDGET,
            &Sheet {
                above: &[title, "单位：元"],
                rows: &rows,
            },
            &facts,
        );
    }
    for title in [
        "一般公共预算支出表（按政府预算支出经济分类）",
        "政府性基金预算支出明细表（按支出经济分类科目）",
        "财政拨款上年结转资金支出表",
        "一般公共预算上年结转支出预算表",
    ] {
        check(
            BUDGET,
            &Sheet {
                above: &[title, "单位：元"],
                rows: &rows,
            },
            &[],
        );
    }
}

#[test]
fn items_within_functions_are_totals_of_neither() {
    let header = "功能科目编码|功能科目名称|部门经济科目编码|部门经济科目名称|政府经济科目编码|政府经济科目名称|合计";
    let total = "合计||||||9.00";
    let within = [
        header,
        total,
        "2130301|行政运行|30101|基本工资|50101|工资奖金津补贴|6.00",
        "2130301|行政运行|30201|办公费|50201|办公经费|2.00",
        "2080501|行政单位离退休|30201|办公费|50201|办公经费|1.00",
    ];
    let below = [
        header,
        total,
        "213|农林水支出|||||8.00",
        "||30101|基本工资|50101|工资奖金津补贴|6.00",
        "||30201|办公费|50201|办公经费|2.00",
        "208|社会保障和就业支出|||||1.00",
        "||30201|办公费|50201|办公经费|1.00",
    ];
    let government = [
        "支出功能分类科目|政府预算支出经济分类科目|金额",
        "合计||9.00",
        "水利|50101工资奖金津补贴|8.00",
        "水利|599其他支出|1.00",
    ];
    for (title, concept) in [
        ("一般公共预算支出表", "general_public_budget.expenditure"),
        ("一般公共预算基本支出表", "general_public_budget.basic"),
    ] {
        let sheet = |rows: &[&str], want: &[&str]| {
            let want: Vec<String> = want.iter().map(|end| format!("{concept} {end}")).collect();
            let want: Vec<&str> = want.iter().map(String::as_str).collect();
            let above = [title, "单位：元"];
            check(
                BUDGET,
                &Sheet {
                    above: &above,
                    rows,
                },
                &want,
            );
        };
        sheet(&within, &["approved = 9.00"]);
        sheet(&government, &["approved = 9.00"]);
        sheet(
            &below,
            &[
                "approved = 9.00",
                "approved 213 = 8.00",
                "approved 208 = 1.00",
            ],
        );
    }
}

#[test]
fn words_between_the_numbers_of_a_row() {
    check(
        BUDGET,
        &Sheet {
            above: &["2023年财政拨款收支总表", "单位：元"],
            rows: &[
                "收入|<|<|支出|<|<|<|<",
                "项目|预算数|备注|支出功能分类科目|合计|一般公共预算|政府性基金预算|备注",
                "一、一般公共预算拨款|8.00|含追加|一、农林水支出|6.00|6.00||见附表",
                "其中：专项资金|2.00|另列|二、城乡社区支出|3.00|2.00|1.00|见附表",
                "二、政府性基金拨款|1.00|无|||||",
                "收入总计|9.00||支出总计|9.00|8.00|1.00|",
            ],
        },
        &[
            "revenue.general_public_budget approved = 8.00",
            "revenue.government_fund approved = 1.00",
            "appropriation.revenue.grand_total approved = 9.00",
            "appropriation.expenditure.total approved 213 = 6.00",
            "general_public_budget.expenditure approved 213 = 6.00",
            "appropriation.expenditure.total approved 212 = 3.00",
            "general_public_budget.expenditure approved 212 = 2.00",
            "government_fund.expenditure approved 212 = 1.00",
            "appropriation.expenditure.grand_total approved = 9.00",
            "appropriation.expenditure.grand_total approved general_public_budget = 8.00",
            "appropriation.expenditure.grand_total approved government_fund = 1.00",
        ],
    );
}

#[test]
fn procurement_with_what_goes_with_it_in_brackets() {
    check(
        BUDGET,
        &Sheet {
            above: &["2023年政府采购（资产配置、购买服务）预算表", "单位：万元"],
            rows: &[
                "科目编码|<|<|单位名称|采购项目|采购目录|购买服务内容|数量|部门预算支出经济科目编码|政府预算支出经济科目编码|实施采购时间|预算金额",
                "类|款|项|^|^|^|^|^|^|^|^|^",
                "合计|||||||||||7.50",
                "213|03|01|云溪县水务局|办公设备|A-打印机||6|31002|50306|2023年6月|4.50",
                "213|03|05|云溪县水务局|巡河服务|C-其他服务|河道巡查|1|30227|50205|2023年4月|3.00",
            ],
        },
        &["procurement.total approved = 75000"],
    );
}

#[test]
fn projects_below_their_units() {
    let sheet = |header: &str, rows: &[&str], want: &[&str]| {
        let rows: Vec<&str> = std::iter::once(header)
            .chain(rows.iter().copied())
            .collect();
        check(
            BUDGET,
            &Sheet {
                above: &["2023年部门综合预算专项业务经费支出表", "单位：元"],
                rows: &rows,
            },
            want,
        );
    };
    let header = "单位编码|单位（项目）名称|项目金额|项目简介";
    let rows = [
        "|合计|9.00|",
        "301|云溪县水务局|9.00|",
        "301001|云溪县水务局（机关）|6.00|",
        "|通用项目|6.00|",
        "|专项业务费|6.00|",
        "|河道清淤经费|2.00|清淤三公里。",
        "|山洪预警平台运维|4.00|",
        "301002|云溪县水库管理所|3.00|",
        "|专用项目|3.00|",
        "|水库除险资金|3.00|大坝加固。",
    ];
    sheet(
        header,
        &rows,
        &[
            "project.funds approved 河道清淤经费 = 2.00",
            "project.funds approved 山洪预警平台运维 = 4.00",
            "project.funds approved 水库除险资金 = 3.00",
        ],
    );
    // Nothing tells units from projects.
    sheet("序号|单位（项目）名称|项目金额|项目简介", &rows, &[]);
    // What stands below the unit is not what it has.
    sheet(
        header,
        &[
            "|合计|9.00|",
            "301001|云溪县水务局（机关）|9.00|",
            "|河道清淤经费|2.00|",
            "|山洪预警平台运维|4.00|",
        ],
        &[],
    );
}

#[test]
fn what_is_spent_of_last_years_money_is_not_all() {
    let rows = [
        "功能科目编码|功能科目名称|金额|备注",
        "合计||9.00|",
        "213|农林水支出|9.00|",
    ];
    for (kind, title) in [
        (BUDGET, "财政拨款上年结转资金支出表"),
        (BUDGET, "一般公共预算结转结余支出预算表"),
        (FINAL, "财政拨款结转资金支出决算表"),
        (FINAL, "上年结转项目支出决算表"),
    ] {
        let sheet = Sheet {
            above: &[title, "单位：元"],
            rows: &rows,
        };
        check(kind, &sheet, &[]);
    }
    check(
        FINAL,
        &Sheet {
            above: &["政府性基金预算财政拨款支出及结转和结余情况表", "单位：元"],
            rows: &rows,
        },
        &[
            "government_fund.expenditure = 9.00",
            "government_fund.expenditure 213 = 9.00",
        ],
    );
}

#[test]
fn codes_of_governments_alone_are_those_that_are_printed() {
    for codes in ["政府预算支出经济分类编码", "政府经济分类科目编码"] {
        let heading = format!("{codes}|科目名称|预算数");
        let rows = [
            heading.as_str(),
            "|合计|110.00",
            "501|机关工资福利支出|90.00",
            "50103|住房公积金|90.00",
            "502|机关商品和服务支出|20.00",
        ];
        let sheet = Sheet {
            above: &[
                "2023年一般公共预算基本支出表（按政府预算支出经济分类）",
                "单位：元",
            ],
            rows: &rows,
        };
        assert_eq!(
            facts(sheet.page(), BUDGET),
            [
                "general_public_budget.basic approved 501 = 90.00",
                "general_public_budget.basic approved 50103 = 90.00",
                "general_public_budget.basic approved 502 = 20.00",
                "general_public_budget.basic approved = 110.00",
            ],
            "{codes}"
        );
    }
}
