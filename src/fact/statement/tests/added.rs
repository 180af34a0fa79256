//! Statements that some provinces add: procurement, the cost of running an office, expenditure from appropriations, the
//! same by other classifications.

use super::*;

#[test]
fn procurement_by_kind_in_rows() {
    let want = [
        "procurement.total = 90000",
        "procurement.goods = 20000",
        "procurement.works = 30000",
        "procurement.services = 40000",
        "procurement.sme = 60000",
        "procurement.micro = 50000",
    ];
    for rows in [
        &[
            "项目|行次|金额",
            "一、政府采购支出合计|1|9.00",
            "（一）政府采购货物支出|2|2.00",
            "（二）政府采购工程支出|3|3.00",
            "（三）政府采购服务支出|4|4.00",
            "二、政府采购授予中小企业合同金额|5|6.00",
            "其中：授予小微企业合同金额|6|5.00",
        ][..],
        &[
            "项目|决算数",
            "政府采购支出总额|9.00",
            "1.货物|2.00",
            "2.工程|3.00",
            "3.服务|4.00",
            "授予中小企业合同金额|6.00",
            "其中：授予小微企业合同金额|5.00",
        ],
        &[
            "采购类别|采购金额",
            "A货物|2.00",
            "工程类|3.00",
            "服务类|4.00",
            "合计|9.00",
            "授予中小企业合同金额|6.00",
            "授予小微企业合同金额|5.00",
            "授予中小企业合同金额占比|66.67%",
        ],
    ] {
        for title in ["政府采购支出情况表", "政府采购支出决算表", "政府采购情况表"]
        {
            let above = [title, "单位：万元"];
            let sheet = Sheet {
                above: &above,
                rows,
            };
            check(FINAL, &sheet, &want);
        }
    }
}

#[test]
fn procurement_by_kind_in_columns() {
    check(
        FINAL,
        &Sheet {
            above: &["政府采购支出情况表", "单位：万元"],
            rows: &[
                "项目|合计|货物|工程|服务",
                "预算数|9.00|2.00|3.00|4.00",
                "决算数|8.00|2.00|2.00|4.00",
            ],
        },
        &[
            "procurement.total approved = 90000",
            "procurement.goods approved = 20000",
            "procurement.works approved = 30000",
            "procurement.services approved = 40000",
            "procurement.total = 80000",
            "procurement.goods = 20000",
            "procurement.works = 20000",
            "procurement.services = 40000",
        ],
    );
    check(
        BUDGET,
        &Sheet {
            above: &["政府采购预算表", "单位：万元"],
            rows: &[
                "单位名称|政府采购预算|<|<|<",
                "^|合计|货物类|工程类|服务类",
                "云溪县水务局|5.00|2.00|0.00|3.00",
                "云溪县水文站|1.00|1.00||",
                "合计|6.00|3.00|0.00|3.00",
            ],
        },
        &[
            "procurement.total approved = 60000",
            "procurement.goods approved = 30000",
            "procurement.works approved = 0",
            "procurement.services approved = 30000",
        ],
    );
}

#[test]
fn procurement_of_a_budget_with_what_is_bought() {
    // Kinds with their items below them.
    check(
        BUDGET,
        &Sheet {
            above: &["部门政府采购预算表", "单位：万元"],
            rows: &[
                "采购类别|采购目录（品目）|数量|单位|单价|预算金额|备注",
                "合计|||||9.00|",
                "货物类|||||4.00|",
                "|A02010105 便携式计算机|6|台|0.50|3.00|",
                "|A02370300 消防设备|2|套|0.50|1.00|",
                "工程类|||||0|",
                "服务类|||||5.00|",
                "|C99000000 其他服务|1|项|5.00|5.00|",
            ],
        },
        &[
            "procurement.total approved = 90000",
            "procurement.goods approved = 40000",
            "procurement.works approved = 0",
            "procurement.services approved = 50000",
        ],
    );
    // Kinds beside the items: they are no totals.
    check(
        BUDGET,
        &Sheet {
            above: &["部门政府采购预算", "单位：万元"],
            rows: &[
                "项目名称|采购品目|采购类别|计量单位|数量|政府采购预算|<|<",
                "^|^|^|^|^|合计|一般公共预算|单位资金",
                "公用经费|计算机|货物|台|6|3.00|3.00|",
                "公用经费|打印机|货物|台|2|1.00|1.00|",
                "水库维护|维修|服务|项|1|5.00|4.00|1.00",
                "合计|||||9.00|8.00|1.00",
            ],
        },
        &[
            "procurement.services approved = 50000",
            "procurement.total approved = 90000",
        ],
    );
}

#[test]
fn the_cost_of_running_an_office_by_economic_item() {
    check(
        FINAL,
        &Sheet {
            above: &["财政拨款机关运行经费支出决算表", "单位：万元"],
            rows: &[
                "项目|<|机关运行经费支出",
                "科目编码|科目名称|^",
                "合计|<|5.00",
                "302|商品和服务支出|4.00",
                "30201|办公费|4.00",
                "310|资本性支出|1.00",
                "31002|办公设备购置|1.00",
            ],
        },
        &[
            "operating_cost = 50000",
            "operating_cost 302 = 40000",
            "operating_cost 30201 = 40000",
            "operating_cost 310 = 10000",
            "operating_cost 31002 = 10000",
        ],
    );
    check(
        BUDGET,
        &Sheet {
            above: &["一般公共预算机关运行经费", "单位：万元"],
            rows: &[
                "科目编码|经济分类科目名称|预算数",
                "30201|办公费|4.00",
                "30211|差旅费|1.00",
                "合计||5.00",
            ],
        },
        &[
            "operating_cost approved 30201 = 40000",
            "operating_cost approved 30211 = 10000",
            "operating_cost approved = 50000",
        ],
    );
    check(
        BUDGET,
        &Sheet {
            above: &["机关运行经费预算表", "单位：万元"],
            rows: &["单位名称|机关运行经费", "云溪县水务局|5.00"],
        },
        &["operating_cost approved = 50000"],
    );
}

#[test]
fn appropriations_of_all_funds_by_function() {
    check(
        FINAL,
        &Sheet {
            above: &["财政拨款支出决算表（功能科目）", "公开05表", "单位：万元"],
            rows: &[
                "项目|<|<|<|本年支出合计|基本支出|项目支出",
                "功能分类科目编码|<|<|科目名称|^|^|^",
                "类|款|项|^|^|^|^",
                "合计|<|<|<|9.00|4.00|5.00",
                "213|||农林水支出|7.00|4.00|3.00",
                "213|03||水利|7.00|4.00|3.00",
                "229|||其他支出|2.00||2.00",
            ],
        },
        &[
            "appropriation.expenditure.total = 90000",
            "x.appropriation.basic = 40000",
            "x.appropriation.project = 50000",
            "appropriation.expenditure.total 213 = 70000",
            "x.appropriation.basic 213 = 40000",
            "x.appropriation.project 213 = 30000",
            "appropriation.expenditure.total 21303 = 70000",
            "x.appropriation.basic 21303 = 40000",
            "x.appropriation.project 21303 = 30000",
            "appropriation.expenditure.total 229 = 20000",
            "x.appropriation.project 229 = 20000",
        ],
    );
    check(
        BUDGET,
        &Sheet {
            above: &["财政拨款支出预算表", "单位：元"],
            rows: &[
                "科目编码|科目名称|合计|一般公共预算拨款|<|<|政府性基金预算拨款",
                "^|^|^|小计|基本支出|项目支出|^",
                "213|农林水支出|9.00|7.00|4.00|3.00|2.00",
                "合计||9.00|7.00|4.00|3.00|2.00",
            ],
        },
        &[
            "appropriation.expenditure.total approved 213 = 9.00",
            "general_public_budget.expenditure approved 213 = 7.00",
            "general_public_budget.basic approved 213 = 4.00",
            "general_public_budget.project approved 213 = 3.00",
            "government_fund.expenditure approved 213 = 2.00",
            "appropriation.expenditure.total approved = 9.00",
            "general_public_budget.expenditure approved = 7.00",
            "general_public_budget.basic approved = 4.00",
            "general_public_budget.project approved = 3.00",
            "government_fund.expenditure approved = 2.00",
        ],
    );
}

#[test]
fn basic_expenditure_by_function() {
    check(
        BUDGET,
        &Sheet {
            above: &[
                "一般公共预算基本支出明细表（按支出功能分类科目）",
                "单位：元",
            ],
            rows: &[
                "功能科目编码|功能科目名称|合计|人员经费支出|公用经费支出|备注",
                "|合计|9.00|7.00|2.00|",
                "213|农林水支出|9.00|7.00|2.00|",
                "21303|水利|9.00|7.00|2.00|",
                "2130301|行政运行|9.00|7.00|2.00|",
            ],
        },
        &[
            "general_public_budget.basic approved = 9.00",
            "general_public_budget.basic.personnel approved = 7.00",
            "general_public_budget.basic.operating approved = 2.00",
            "general_public_budget.basic approved 213 = 9.00",
            "general_public_budget.basic.personnel approved 213 = 7.00",
            "general_public_budget.basic.operating approved 213 = 2.00",
            "general_public_budget.basic approved 21303 = 9.00",
            "general_public_budget.basic.personnel approved 21303 = 7.00",
            "general_public_budget.basic.operating approved 21303 = 2.00",
            "general_public_budget.basic approved 2130301 = 9.00",
            "general_public_budget.basic.personnel approved 2130301 = 7.00",
            "general_public_budget.basic.operating approved 2130301 = 2.00",
        ],
    );
}

#[test]
fn revenue_and_expenditure_with_their_kinds_in_rows() {
    check(
        BUDGET,
        &Sheet {
            above: &["部门收入总体情况表", "单位：万元"],
            rows: &[
                "收入项目|预算数",
                "收入总计|9.50",
                "一、本年收入|9.00",
                "（一）财政拨款收入|8.00",
                "1.一般公共预算拨款收入|8.00",
                "2.政府性基金预算拨款收入|0",
                "（二）事业收入|",
                "（七）其他收入|1.00",
                "二、上年结转|0.50",
            ],
        },
        &[
            "revenue.grand_total approved = 95000",
            "revenue.total approved = 90000",
            "revenue.appropriation approved = 80000",
            "revenue.general_public_budget approved = 80000",
            "revenue.government_fund approved = 0",
            "revenue.other approved = 10000",
            "carryover.opening approved = 5000",
        ],
    );
    check(
        BUDGET,
        &Sheet {
            above: &["部门支出总体情况表", "单位：万元"],
            rows: &[
                "支出项目|预算数",
                "一、基本支出|6.00",
                "二、项目支出|3.00",
                "本年支出合计|9.00",
                "结转下年|0.50",
                "支出总计|9.50",
            ],
        },
        &[
            "expenditure.basic approved = 60000",
            "expenditure.project approved = 30000",
            "expenditure.total approved = 90000",
            "carryover.closing approved = 5000",
            "expenditure.grand_total approved = 95000",
        ],
    );
}

#[test]
fn what_a_unit_owns_is_counted() {
    for kind in [FINAL, BUDGET] {
        check(
            kind,
            &Sheet {
                above: &[
                    "部门固定资产占用情况表",
                    "编制部门：云溪县水务局 截止时间：2022年12月31日",
                ],
                rows: &[
                    "项目|数量|价值（金额单位：万元）",
                    "资产总额|——|186",
                    "1、房屋（平方米）|420|92",
                    "2、车辆（台、辆）|3|15",
                    "其中：机要通信用车|1|5",
                    "其他用车|2|10",
                    "3、单价在20万元以上的设备|4|90",
                    "4、单价在50万元（含）以上的设备（台、套）|1|60",
                ],
            },
            &[
                "assets.vehicles 2022 = 3",
                "assets.vehicles 2022 confidential = 1",
                "assets.vehicles 2022 other = 2",
                "assets.equipment_over_500k 2022 = 1",
            ],
        );
    }
}

#[test]
fn revenue_and_expenditure_of_a_fund_side_by_side() {
    check(
        BUDGET,
        &Sheet {
            above: &["政府性基金预算收支表", "单位：元"],
            rows: &[
                "收入|<|支出|<",
                "项目|预算数|项目|预算数",
                "一、政府性基金预算拨款收入|9.00|一、城乡社区支出|7.00",
                "||二、其他支出|1.00",
                "本年收入合计|9.00|本年支出合计|8.00",
                "上年结转|1.00|结转下年|2.00",
                "收入总计|10.00|支出总计|10.00",
            ],
        },
        &[
            "government_fund.revenue approved = 9.00",
            "government_fund.revenue approved = 9.00",
            "x.government_fund.carryover.opening approved = 1.00",
            "x.government_fund.revenue.grand_total approved = 10.00",
            "government_fund.expenditure approved 212 = 7.00",
            "government_fund.expenditure approved 229 = 1.00",
            "government_fund.expenditure approved = 8.00",
            "x.government_fund.carryover.closing approved = 2.00",
            "x.government_fund.expenditure.grand_total approved = 10.00",
        ],
    );
    // What 合计 totals beside the sources of revenue is not known.
    check(
        BUDGET,
        &Sheet {
            above: &["国有资本经营预算收支表", "单位：元"],
            rows: &[
                "收入|<|支出|<",
                "项目|预算数|项目|预算数",
                "一、利润收入|9.00|国有资本经营预算支出|7.00",
                "合计|9.00|本年支出合计|7.00",
            ],
        },
        &[
            "state_capital.expenditure approved 223 = 7.00",
            "state_capital.expenditure approved = 7.00",
        ],
    );
}

#[test]
fn what_a_unit_owns_in_columns() {
    check(
        FINAL,
        &Sheet {
            above: &["国有资产占用情况表", "部门：云溪县水务局 公开10表"],
            rows: &[
                "项目|车辆数（辆）|<|<|<|单价100万元（含）以上设备（不含车辆）（台、套）",
                "^|合计|主要负责人用车|执法执勤用车|其他用车|^",
                "栏次|1|2|3|4|5",
                "数量|6|0|5|1|2",
            ],
        },
        &[
            "assets.vehicles = 6",
            "assets.vehicles leadership = 0",
            "assets.vehicles law_enforcement = 5",
            "assets.vehicles other = 1",
            "assets.equipment_over_1m = 2",
        ],
    );
}

#[test]
fn rows_of_units_have_codes_of_their_own() {
    check(
        super::FINAL,
        &Sheet {
            above: &["支出决算表", "金额单位：万元"],
            rows: &[
                "科目编码|科目名称|本年支出合计|基本支出|项目支出",
                "|合计|76.10|46.00|30.10",
                "203|云溪县文化馆|76.10|46.00|30.10",
                "207|文化旅游体育与传媒支出|76.10|46.00|30.10",
            ],
        },
        &[
            "expenditure.total = 761000",
            "expenditure.basic = 460000",
            "expenditure.project = 301000",
            "expenditure.total 207 = 761000",
            "expenditure.basic 207 = 460000",
            "expenditure.project 207 = 301000",
        ],
    );
}
