//! Statements of final accounts.

use super::*;

#[test]
fn two_ledgers_side_by_side() {
    check(
        FINAL,
        &Sheet {
            above: &[
                "收入支出决算总表",
                "公开01表",
                "部门：云溪县水务局 金额单位：万元",
            ],
            rows: &[
                "收入|<|<|<|支出|<|<|<",
                "项目|行次|年初预算数|决算数|项目（按功能分类）|行次|年初预算数|决算数",
                "栏次||1|2|栏次||3|4",
                "一、一般公共预算财政拨款收入|1|1,200.50|1,180.00|一、一般公共服务支出|31||",
                "二、政府性基金预算财政拨款收入|2||0.00|八、社会保障和就业支出|32|40.00|38.20",
                "八、其他收入|3|—|(3.10)|十二、农林水支出|33|1,160.50|1,138.70",
                "本年收入合计|4|1,200.50|1,176.90|本年支出合计|34|1,200.50|1,176.90",
                "使用非财政拨款结余（含专用结余）|5|/|--|结余分配|35||",
                "年初结转和结余|6||2.00|年末结转和结余|36||2.00",
                "总计|7|1,200.50|1,178.90|总计|37|1,200.50|1,178.90",
                "注：尾差由四舍五入产生。|<|<|<|<|<|<|<",
            ],
        },
        &[
            "revenue.general_public_budget approved = 12005000",
            "revenue.general_public_budget = 11800000",
            "revenue.government_fund = 0",
            "revenue.other = -31000",
            "revenue.total approved = 12005000",
            "revenue.total = 11769000",
            "carryover.opening = 20000",
            "revenue.grand_total approved = 12005000",
            "revenue.grand_total = 11789000",
            "expenditure.total approved 208 = 400000",
            "expenditure.total 208 = 382000",
            "expenditure.total approved 213 = 11605000",
            "expenditure.total 213 = 11387000",
            "expenditure.total approved = 12005000",
            "expenditure.total = 11769000",
            "carryover.closing = 20000",
            "expenditure.grand_total approved = 12005000",
            "expenditure.grand_total = 11789000",
        ],
    );
}

#[test]
fn three_code_columns_and_the_total_last() {
    check(
        FINAL,
        &Sheet {
            above: &[
                "支出决算表",
                "公开03表",
                "编制单位：云溪县水务局",
                "单位：万元",
            ],
            rows: &[
                "项目|<|<|<|本年支出合计|基本支出|项目支出|上缴上级支出",
                "支出功能分类科目编码|<|<|科目名称|^|^|^|^",
                "类|款|项|^|^|^|^|^",
                "213|||农林水支出|5.00|2.00|3.00|",
                "213|03||水利|5.00|2.00|3.00|",
                "213|03|01|行政运行|2.00|2.00||",
                "|||合计|5.00|2.00|3.00|0.00",
            ],
        },
        &[
            "expenditure.total 213 = 50000",
            "expenditure.basic 213 = 20000",
            "expenditure.project 213 = 30000",
            "expenditure.total 21303 = 50000",
            "expenditure.basic 21303 = 20000",
            "expenditure.project 21303 = 30000",
            "expenditure.total 2130301 = 20000",
            "expenditure.basic 2130301 = 20000",
            "expenditure.total = 50000",
            "expenditure.basic = 20000",
            "expenditure.project = 30000",
            "expenditure.superior_remittance = 0",
        ],
    );
}

#[test]
fn names_alone_are_looked_up_below_the_rows_above() {
    check(
        FINAL,
        &Sheet {
            above: &["一般公共预算财政拨款支出决算表", "单位：万元"],
            rows: &[
                "项目|本年支出|<|<",
                "^|小计|基本支出|项目支出",
                "社会保障和就业支出|3.00|3.00|",
                "行政事业单位养老支出|3.00|3.00|",
                "行政单位离退休|3.00|3.00|",
                "农林水支出|5.00|2.00|3.00",
                "水利|5.00|2.00|3.00",
                "行政运行|2.00|2.00|",
                "水文化长廊|3.00||3.00",
                "合计|8.00|5.00|3.00",
            ],
        },
        &[
            "general_public_budget.expenditure 208 = 30000",
            "general_public_budget.basic 208 = 30000",
            "general_public_budget.expenditure 20805 = 30000",
            "general_public_budget.basic 20805 = 30000",
            "general_public_budget.expenditure 2080501 = 30000",
            "general_public_budget.basic 2080501 = 30000",
            "general_public_budget.expenditure 213 = 50000",
            "general_public_budget.basic 213 = 20000",
            "general_public_budget.project 213 = 30000",
            "general_public_budget.expenditure 21303 = 50000",
            "general_public_budget.basic 21303 = 20000",
            "general_public_budget.project 21303 = 30000",
            "general_public_budget.expenditure 2130301 = 20000",
            "general_public_budget.basic 2130301 = 20000",
            "general_public_budget.expenditure = 80000",
            "general_public_budget.basic = 50000",
            "general_public_budget.project = 30000",
        ],
    );
}

#[test]
fn appropriations_by_fund_with_carry_overs() {
    check(
        FINAL,
        &Sheet {
            above: &["财政拨款收入支出决算总表", "单位：万元"],
            rows: &[
                "收　　入|<|支　　出|<|<|<",
                "项目|决算数|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款",
                "一、一般公共预算财政拨款|7.00|一、教育支出|6.00|6.00|",
                "二、政府性基金预算财政拨款|1.00|二、其他支出|1.00||1.00",
                "本年收入合计|8.00|本年支出合计|7.00|6.00|1.00",
                "年初财政拨款结转和结余|0.50|年末财政拨款结转和结余|1.50|1.50|",
                "一、一般公共预算财政拨款|0.50|||",
                "二、政府性基金预算财政拨款||||",
                "总计|8.50|总计|8.50|7.50|1.00",
            ],
        },
        &[
            "revenue.general_public_budget = 70000",
            "revenue.government_fund = 10000",
            "appropriation.revenue.total = 80000",
            "x.appropriation.carryover.opening = 5000",
            "x.appropriation.carryover.opening general_public_budget = 5000",
            "appropriation.revenue.grand_total = 85000",
            "appropriation.expenditure.total 205 = 60000",
            "general_public_budget.expenditure 205 = 60000",
            "appropriation.expenditure.total 229 = 10000",
            "government_fund.expenditure 229 = 10000",
            "appropriation.expenditure.total = 70000",
            "general_public_budget.expenditure = 60000",
            "government_fund.expenditure = 10000",
            "x.appropriation.carryover.closing = 15000",
            "x.appropriation.carryover.closing general_public_budget = 15000",
            "appropriation.expenditure.grand_total = 85000",
            "appropriation.expenditure.grand_total general_public_budget = 75000",
            "appropriation.expenditure.grand_total government_fund = 10000",
        ],
    );
}

#[test]
fn basic_expenditure_in_three_ledgers() {
    check(
        FINAL,
        &Sheet {
            above: &["一般公共预算财政拨款基本支出决算表", "单位：元"],
            rows: &[
                "人员经费|<|<|公用经费|<|<|<|<|<",
                "科目编码|科目名称|金额|科目编码|科目名称|金额|科目编码|科目名称|金额",
                "301|工资福利支出|90.00|302|商品和服务支出|8.00|310|资本性支出|1.00",
                "30101|基本工资|90.00|30201|办公费|8.00|31002|办公设备购置|1.00",
                "人员经费合计|<|90.00|公用经费合计|<|<|<|<|9.00",
            ],
        },
        &[
            "general_public_budget.basic.personnel 301 = 90.00",
            "general_public_budget.basic.personnel 30101 = 90.00",
            "general_public_budget.basic.operating 302 = 8.00",
            "general_public_budget.basic.operating 30201 = 8.00",
            "general_public_budget.basic.operating 310 = 1.00",
            "general_public_budget.basic.operating 31002 = 1.00",
            "general_public_budget.basic.personnel = 90.00",
            "general_public_budget.basic.operating = 9.00",
        ],
    );
}

#[test]
fn basic_expenditure_in_columns_and_in_blocks() {
    check(
        BUDGET,
        &Sheet {
            above: &["一般公共预算基本支出表", "单位：万元"],
            rows: &[
                "部门预算支出经济分类科目|<|2023年基本支出|<|<",
                "科目编码|科目名称|合计|人员经费|公用经费",
                "合计|<|9.90|9.00|0.90",
                "301|工资福利支出|9.00|9.00|",
                "30201|办公费|0.90||0.90",
            ],
        },
        &[
            "general_public_budget.basic approved = 99000",
            "general_public_budget.basic.personnel approved = 90000",
            "general_public_budget.basic.operating approved = 9000",
            "general_public_budget.basic approved 301 = 90000",
            "general_public_budget.basic.personnel approved 301 = 90000",
            "general_public_budget.basic approved 30201 = 9000",
            "general_public_budget.basic.operating approved 30201 = 9000",
        ],
    );
    check(
        FINAL,
        &Sheet {
            above: &["一般公共预算财政拨款基本支出决算表", "单位：万元"],
            rows: &[
                "经济分类科目|决算数",
                "一、人员经费|9.00",
                "工资福利支出|9.00",
                "基本工资|9.00",
                "二、公用经费|0.90",
                "商品和服务支出|0.90",
                "办公费|0.90",
                "合计|9.90",
            ],
        },
        &[
            "general_public_budget.basic.personnel = 90000",
            "general_public_budget.basic.personnel 301 = 90000",
            "general_public_budget.basic.personnel 30101 = 90000",
            "general_public_budget.basic.operating = 9000",
            "general_public_budget.basic.operating 302 = 9000",
            "general_public_budget.basic.operating 30201 = 9000",
            "general_public_budget.basic = 99000",
        ],
    );
}

#[test]
fn three_public_expenses_in_twelve_columns() {
    check(
        FINAL,
        &Sheet {
            above: &["财政拨款“三公”经费支出决算表", "单位：万元"],
            rows: &[
                "预算数|<|<|<|<|<|决算数|<|<|<|<|<",
                "合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费",
                "^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^|小计|公务用车购置费|公务用车运行维护费|^",
                "1|2|3|4|5|6|7|8|9|10|11|12",
                "5.00|0.00|3.00||3.00|2.00|4.00|0.00|3.00||3.00|1.00",
            ],
        },
        &[
            "three_public.total approved = 50000",
            "three_public.overseas approved = 0",
            "three_public.vehicles approved = 30000",
            "three_public.vehicles.operation approved = 30000",
            "three_public.hospitality approved = 20000",
            "three_public.total = 40000",
            "three_public.overseas = 0",
            "three_public.vehicles = 30000",
            "three_public.vehicles.operation = 30000",
            "three_public.hospitality = 10000",
        ],
    );
}

#[test]
fn three_public_expenses_with_meetings_and_phases_in_rows() {
    check(
        FINAL,
        &Sheet {
            above: &[
                "财政拨款“三公”经费及会议费、培训费支出决算表",
                "金额单位：万元",
            ],
            rows: &[
                "项目|一般公共预算财政拨款安排的“三公”经费|<|<|<|会议费|培训费",
                "^|小计|因公出国（境）费用|公务接待费|公务用车费用|^|^",
                "预算数|5.00|0.00|2.00|3.00|0.50|0.40",
                "决算数|4.00|0.00|1.00|3.00|0.50|",
            ],
        },
        &[
            "three_public.total approved = 50000",
            "three_public.overseas approved = 0",
            "three_public.hospitality approved = 20000",
            "three_public.vehicles approved = 30000",
            "meeting_cost approved = 5000",
            "training_cost approved = 4000",
            "three_public.total = 40000",
            "three_public.overseas = 0",
            "three_public.hospitality = 10000",
            "three_public.vehicles = 30000",
            "meeting_cost = 5000",
        ],
    );
}

#[test]
fn three_public_expenses_in_rows_with_counts() {
    check(
        FINAL,
        &Sheet {
            above: &["“三公”经费支出情况表", "单位：万元"],
            rows: &[
                "项目|行次|年初预算数|全年预算数|决算数",
                "一、“三公”经费支出|1|||",
                "（一）支出合计|2|5.00|4.50|4.00",
                "1.因公出国（境）费|3||0.00|0.00",
                "2.公务用车购置及运行维护费|4|3.00|3.00|3.00",
                "（1）公务用车购置费|5|||",
                "（2）公务用车运行维护费|6|3.00|3.00|3.00",
                "3.公务接待费|7|2.00|1.50|1.00",
                "（1）国内接待费|8|||1.00",
                "其中：外事接待费|9|||0.20",
                "（二）相关统计数|10|||",
                "1.公务用车保有量（辆）|11|||2",
                "2.国内公务接待批次（个）|12|||15",
                "3.国内公务接待人次（人）|13|||120",
            ],
        },
        &[
            "three_public.total approved = 50000",
            "three_public.total adjusted = 45000",
            "three_public.total = 40000",
            "three_public.overseas adjusted = 0",
            "three_public.overseas = 0",
            "three_public.vehicles approved = 30000",
            "three_public.vehicles adjusted = 30000",
            "three_public.vehicles = 30000",
            "three_public.vehicles.operation approved = 30000",
            "three_public.vehicles.operation adjusted = 30000",
            "three_public.vehicles.operation = 30000",
            "three_public.hospitality approved = 20000",
            "three_public.hospitality adjusted = 15000",
            "three_public.hospitality = 10000",
            "three_public.hospitality.domestic = 10000",
            "three_public.hospitality.foreign = 2000",
            "three_public.vehicles.held = 2",
            "three_public.hospitality.domestic.batches = 15",
            "three_public.hospitality.domestic.persons = 120",
        ],
    );
}

#[test]
fn government_funds_with_revenue_and_carry_overs() {
    check(
        FINAL,
        &Sheet {
            above: &[
                "政府性基金预算财政拨款收入支出决算表",
                "公开08表",
                "单位：元",
            ],
            rows: &[
                "项目|<|年初结转和结余|本年收入|本年支出|<|<|年末结转和结余",
                "科目代码|科目名称|^|^|小计|基本支出|项目支出|^",
                "栏次|<|1|2|3|4|5|6",
                "合计|<|1.00|9.00|8.00||8.00|2.00",
                "212|城乡社区支出|1.00|9.00|8.00||8.00|2.00",
            ],
        },
        &[
            "x.government_fund.carryover.opening = 1.00",
            "government_fund.revenue = 9.00",
            "government_fund.expenditure = 8.00",
            "x.government_fund.project = 8.00",
            "x.government_fund.carryover.closing = 2.00",
            "x.government_fund.carryover.opening 212 = 1.00",
            "government_fund.revenue 212 = 9.00",
            "government_fund.expenditure 212 = 8.00",
            "x.government_fund.project 212 = 8.00",
            "x.government_fund.carryover.closing 212 = 2.00",
        ],
    );
}

#[test]
fn units_in_the_header_and_code_with_name() {
    check(
        FINAL,
        &Sheet {
            above: &["云溪县水务局2022年度国有资本经营预算财政拨款支出决算表"],
            rows: &[
                "项目|合计（万元）|项目支出（万元）",
                "223 国有资本经营预算支出|3.00|3.00",
                "合计|3.00|3.00",
            ],
        },
        &[
            "state_capital.expenditure 2022 223 = 30000",
            "x.state_capital.project 2022 223 = 30000",
            "state_capital.expenditure 2022 = 30000",
            "x.state_capital.project 2022 = 30000",
        ],
    );
}

#[test]
fn merged_cells_that_are_printed_once() {
    let check = |rows: &[&str], title: &str, want: &[&str]| {
        let above = [title, "单位：元"];
        let sheet = Sheet {
            above: &above,
            rows,
        };
        let mut want = want.to_vec();
        want.sort_unstable();
        for document in [sheet.tabbed(), sheet.tabbed_once()] {
            assert_eq!(facts(document, FINAL), want, "{title}");
        }
    };
    // A header of three rows over three columns of codes; a total over all of them.
    check(
        &[
            "项目|<|<|<|本年收入合计|事业收入|<|其他收入",
            "功能分类科目编码|<|<|科目名称|^|小计|其中：教育事业收入|^",
            "类|款|项|栏次|1|2|3|4",
            "合计|<|<|<|9.00|8.00|2.00|1.00",
            "2050201|<|<|学前教育|9.00|8.00|2.00|1.00",
        ],
        "收入决算表",
        &[
            "revenue.institutional = 8.00",
            "revenue.institutional 2050201 = 8.00",
            "revenue.other = 1.00",
            "revenue.other 2050201 = 1.00",
            "revenue.total = 9.00",
            "revenue.total 2050201 = 9.00",
        ],
    );
    check(
        &[
            "预算数|<|<|<|<|<|决算数|<|<|<|<|<",
            "合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费",
            "^|^|小计|购置费|运行费|^|^|^|小计|购置费|运行费|^",
            "3.00|0.00|2.00||2.00|1.00|2.50|0.00|2.00||2.00|0.50",
        ],
        "“三公”经费支出决算表",
        &[
            "three_public.hospitality = 0.50",
            "three_public.hospitality approved = 1.00",
            "three_public.overseas = 0.00",
            "three_public.overseas approved = 0.00",
            "three_public.total = 2.50",
            "three_public.total approved = 3.00",
            "three_public.vehicles = 2.00",
            "three_public.vehicles approved = 2.00",
            "three_public.vehicles.operation = 2.00",
            "three_public.vehicles.operation approved = 2.00",
        ],
    );
    // Which columns some rows divide, the words say.
    check(
        &[
            "项目|<|年初结转和结余|本年收入|本年支出|<|<|年末结转和结余",
            "科目编码|科目名称|^|^|小计|基本支出|项目支出|^",
            "栏次|<|1|2|3|4|5|6",
            "合计|<||7.00|7.00||7.00|",
            "21208|国有土地使用权出让收入安排的支出||7.00|7.00||7.00|",
        ],
        "政府性基金预算财政拨款收入支出决算表",
        &[
            "government_fund.expenditure = 7.00",
            "government_fund.expenditure 21208 = 7.00",
            "government_fund.revenue = 7.00",
            "government_fund.revenue 21208 = 7.00",
            "x.government_fund.project = 7.00",
            "x.government_fund.project 21208 = 7.00",
        ],
    );
    // Which of three blocks the two headings cover, the items say.
    check(
        &[
            "人员经费|<|<|公用经费|<|<|<|<|<",
            "科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数",
            "301|工资福利支出|4.00|302|商品和服务支出|9.00|310|资本性支出|1.00",
            "人员经费合计|<|4.00|公用经费合计|<|<|<|<|10.00",
        ],
        "一般公共预算财政拨款基本支出决算表",
        &[
            "general_public_budget.basic.operating 302 = 9.00",
            "general_public_budget.basic.operating 310 = 1.00",
            "general_public_budget.basic.operating = 10.00",
            "general_public_budget.basic.personnel 301 = 4.00",
            "general_public_budget.basic.personnel = 4.00",
        ],
    );
    check(
        &[
            "人员经费|<|<|<|<|<|公用经费|<|<",
            "科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数",
            "301|工资福利支出|4.00|303|对个人和家庭的补助|1.50|302|商品和服务支出|9.00",
        ],
        "一般公共预算财政拨款基本支出决算表",
        &[
            "general_public_budget.basic.operating 302 = 9.00",
            "general_public_budget.basic.personnel 301 = 4.00",
            "general_public_budget.basic.personnel 303 = 1.50",
        ],
    );
    // Nothing says what the two words of the second row divide, unless empty cells do.
    let sheet = Sheet {
        above: &["收入决算表", "单位：元"],
        rows: &[
            "科目编码|科目名称|本年收入合计|财政拨款收入|<|事业收入|其他收入",
            "^|^|^|甲类|乙类|^|^",
            "205|教育支出|9.00|4.00|2.00|2.00|1.00",
        ],
    };
    assert_eq!(facts(sheet.tabbed(), FINAL).len(), 3);
    assert_eq!(facts(sheet.tabbed_once(), FINAL), [""; 0]);
}

#[test]
fn a_column_of_dashes_is_one_of_numbers() {
    check(
        FINAL,
        &Sheet {
            above: &["财政拨款“三公”经费支出决算表", "金额单位：万元"],
            rows: &[
                "项目|预算数|决算数",
                "栏次|1|2",
                "一、“三公”经费支出合计|3.00|2.00",
                "1.公务接待费|3.00|2.00",
                "二、相关统计数|-|-",
                "1.因公出国（境）团组数（个）|--|0",
                "2.公务用车保有量（辆）|—|4",
                "3.国内公务接待批次（个）|/|5",
            ],
        },
        &[
            "three_public.total approved = 30000",
            "three_public.total = 20000",
            "three_public.hospitality approved = 30000",
            "three_public.hospitality = 20000",
            "three_public.overseas.delegations = 0",
            "three_public.vehicles.held = 4",
            "three_public.hospitality.domestic.batches = 5",
        ],
    );
}

#[test]
fn a_title_with_its_number_in_the_same_row_parts_statements() {
    let csv = "收入支出决算总表,,\n部门：云溪县水务局,2023年度,单位：元\n项目,决算数,\n一、其他收入,50.00,\n本年收入合计,50.00,\n,收入决算表,公开02表\n,2023年度,单位：元\n科目编码,科目名称,本年收入合计\n合计,,50.00\n208,社会保障和就业支出,50.00\n213,农林水支出,0.00\n";
    let document = crate::source::read(csv.as_bytes(), &Default::default()).unwrap();
    let found = facts(document, Kind::DepartmentFinalAccounts);
    assert_eq!(
        found,
        [
            "revenue.other = 50.00",
            "revenue.total 208 = 50.00",
            "revenue.total 213 = 0.00",
            "revenue.total = 50.00",
            "revenue.total = 50.00",
        ]
    );
}

#[test]
fn a_total_below_its_items_says_what_they_are() {
    check(
        FINAL,
        &Sheet {
            above: &["一般公共预算财政拨款基本支出决算表", "单位：元"],
            rows: &[
                "经济分类科目编码|科目名称|决算数|经济分类科目编码|科目名称|决算数",
                "301|工资福利支出|9.00|302|商品和服务支出|3.00",
                "30101|基本工资|9.00|30201|办公费|3.00",
                "人员经费合计|<|9.00|公用经费合计|<|3.00",
                "合计|<|<|<|<|12.00",
            ],
        },
        &[
            "general_public_budget.basic.personnel 301 = 9.00",
            "general_public_budget.basic.personnel 30101 = 9.00",
            "general_public_budget.basic.operating 302 = 3.00",
            "general_public_budget.basic.operating 30201 = 3.00",
            "general_public_budget.basic.personnel = 9.00",
            "general_public_budget.basic.operating = 3.00",
            "general_public_budget.basic = 12.00",
        ],
    );
    check(
        FINAL,
        &Sheet {
            above: &["一般公共预算财政拨款基本支出决算表", "单位：元"],
            rows: &[
                "科目编码|科目名称|决算数",
                "301|工资福利支出|9.00",
                "|人员经费合计|9.00",
                "302|商品和服务支出|3.00",
                "|公用经费合计|3.00",
            ],
        },
        &[
            "general_public_budget.basic.personnel 301 = 9.00",
            "general_public_budget.basic.personnel = 9.00",
            "general_public_budget.basic.operating 302 = 3.00",
            "general_public_budget.basic.operating = 3.00",
        ],
    );
    // Both totals below all items.
    check(
        FINAL,
        &Sheet {
            above: &["一般公共预算财政拨款基本支出决算表", "单位：元"],
            rows: &[
                "科目编码|科目名称|决算数",
                "301|工资福利支出|9.00",
                "302|商品和服务支出|3.00",
                "|人员经费合计|9.00",
                "|公用经费合计|3.00",
            ],
        },
        &[
            "general_public_budget.basic 301 = 9.00",
            "general_public_budget.basic 302 = 3.00",
            "general_public_budget.basic.personnel = 9.00",
            "general_public_budget.basic.operating = 3.00",
        ],
    );
}

#[test]
fn figures_of_the_report_in_two_halves() {
    check(
        FINAL,
        &Sheet {
            above: &["部门决算公开相关信息统计表", "单位：万元"],
            rows: &[
                "项目|行次|预算数|统计数|项目|行次|统计数",
                "一、“三公”经费支出|1|||二、机关运行经费|10|7.00",
                "（一）支出合计|2|5.00|4.00|（一）行政单位|11|7.00",
                "3.公务接待费|7|2.00|1.00|三、国有资产占用情况|12|—",
                "（二）相关统计数|8|—|—|（一）车辆数合计（辆）|13|2",
                "4.公务用车保有量（辆）|9|—|2|（二）单价50万元（含）以上的通用设备（台、套）|14|1",
                "||||（一）政府采购支出合计|15|3.00",
            ],
        },
        &[
            "three_public.total approved = 50000",
            "three_public.total = 40000",
            "three_public.hospitality approved = 20000",
            "three_public.hospitality = 10000",
            "three_public.vehicles.held = 2",
            "operating_cost = 70000",
            "assets.vehicles = 2",
            "assets.equipment_over_500k = 1",
            "procurement.total = 30000",
        ],
    );
}

#[test]
fn a_column_that_counts_the_rows_is_none_of_amounts() {
    let table = |numbers: [&str; 6]| {
        let names = [
            "教育支出",
            "国防支出",
            "外交支出",
            "公共安全支出",
            "卫生健康支出",
            "农林水支出",
        ];
        let rows = names.iter().zip(numbers);
        let rows: Vec<String> = rows
            .map(|(name, number)| format!("{name}|{number}|"))
            .collect();
        let rows: Vec<&str> = ["项目|金额|备注"]
            .into_iter()
            .chain(rows.iter().map(String::as_str))
            .collect();
        let sheet = Sheet {
            above: &["支出决算表", "单位：万元"],
            rows: &rows,
        };
        facts(sheet.page(), FINAL).len()
    };
    assert_eq!(table(["31", "32", "33", "34", "35", "36"]), 0);
    // The number of one row may be lost, but amounts rise by more, and fall.
    assert_eq!(table(["31", "32", "", "34", "35", "36"]), 0);
    assert_eq!(table(["31", "32", "33", "44", "55", "66"]), 6);
    assert_eq!(table(["31", "32", "33", "34", "35", "30"]), 6);
    assert_eq!(table(["31", "32", "33", "34", "35.00", "36"]), 6);
}

/// A table without a title below headings.
fn untitled(headings: &[&str], rows: &[&str], want: &[&str]) {
    let mut above = vec!["第三部分 2023年度部门决算情况说明"];
    above.extend(headings);
    above.extend(["具体情况如下表：", "单位：万元"]);
    let document = Sheet {
        above: &above,
        rows,
    }
    .page();
    assert_eq!(facts(document, FINAL), want, "{headings:?} {rows:?}");
}

const BY_NAMES: &[&str] = &[
    "功能分类|<|<|年初预算数|支出决算数|完成预算（%）",
    "类|款|项|^|^|^",
    "文化旅游体育与传媒支出|文化和旅游|行政运行|40.00|42.00|105.00",
    "^|^|群众文化|50.00|45.00|90.00",
    "合计|<|<|90.00|87.00|96.67",
];

#[test]
fn comparisons_without_a_title_are_told_by_the_section_of_the_notes() {
    untitled(
        &[
            "五、一般公共预算财政拨款支出决算情况说明",
            "（三）一般公共预算财政拨款支出决算具体情况",
        ],
        BY_NAMES,
        &[
            "general_public_budget.expenditure 2070101 = 420000",
            "general_public_budget.expenditure 2070109 = 450000",
            "general_public_budget.expenditure = 870000",
            "general_public_budget.expenditure approved 2070101 = 400000",
            "general_public_budget.expenditure approved 2070109 = 500000",
            "general_public_budget.expenditure approved = 900000",
            "general_public_budget.expenditure completionrate 2070101 = 105.00",
            "general_public_budget.expenditure completionrate 2070109 = 90.00",
            "general_public_budget.expenditure completionrate = 96.67",
        ],
    );
    untitled(
        &["七、财政拨款“三公”经费支出决算情况说明"],
        &[
            "项目|<|预算数|决算数",
            "公务用车购置及运行维护费|小计|3.00|2.00",
            "^|公务用车运行维护费|3.00|2.00",
            "公务接待费|<|1.00|0.50",
        ],
        &[
            "three_public.hospitality = 5000",
            "three_public.hospitality approved = 10000",
            "three_public.vehicles = 20000",
            "three_public.vehicles approved = 30000",
            "three_public.vehicles.operation = 20000",
            "three_public.vehicles.operation approved = 30000",
        ],
    );
    // In sections on something else, where rows say something else, or where the columns name no final accounts.
    untitled(&["三、支出决算情况说明"], BY_NAMES, &[]);
    let detail = "（三）一般公共预算财政拨款支出决算具体情况";
    let section = ["五、一般公共预算财政拨款支出决算情况说明", detail];
    untitled(
        &section,
        &[
            "项目|年初预算数|决算数",
            "教育支出|4.00|4.00",
            "局机关|3.00|3.00",
            "下属馆所|1.00|1.00",
        ],
        &[],
    );
    untitled(&section, &["项目|金额", "教育支出|4.00", "合计|4.00"], &[]);
}
