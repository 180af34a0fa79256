//! Totals, income, expenditure and appropriations.

use super::*;

#[test]
fn overall() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[
            (
                "2023年度收入总计1,286.53万元，支出总计1,286.53万元。与2022年度相比，收、支总计各减少48.27万元，下降3.62%，主要原因是人员减少。",
                &[
                    "expenditure.grand_total amount 12865300",
                    "expenditure.grand_total change -482700",
                    "expenditure.grand_total change_rate -3.62",
                    "revenue.grand_total amount 12865300",
                    "revenue.grand_total change -482700",
                    "revenue.grand_total change_rate -3.62",
                ],
            ),
            (
                "2023年度收、支总计均为1286.53万元。与2022年相比，收、支总计各增加105.4万元，增长8.92%。主要变动原因是项目增加32万元。",
                &[
                    "expenditure.grand_total amount 12865300",
                    "expenditure.grand_total change 1054000",
                    "expenditure.grand_total change_rate 8.92",
                    "revenue.grand_total amount 12865300",
                    "revenue.grand_total change 1054000",
                    "revenue.grand_total change_rate 8.92",
                    "? 32万元",
                ],
            ),
            (
                "本部门2023年度收支总计（含结转和结余）1286.53万元，与上年度持平。",
                &[
                    "expenditure.grand_total amount 12865300",
                    "expenditure.grand_total change 0",
                    "revenue.grand_total amount 12865300",
                    "revenue.grand_total change 0",
                ],
            ),
            (
                "2023年度本部门收入总计1286.53万元，其中：本年收入合计1200.11万元，使用非财政拨款结余0万元，年初结转和结余86.42万元；支出总计1286.53万元，其中：本年支出合计1230.2万元，结余分配0万元，年末结转和结余56.33万元。",
                &[
                    "carryover.closing amount 563300",
                    "carryover.opening amount 864200",
                    "expenditure.grand_total amount 12865300",
                    "expenditure.total amount 12302000",
                    "revenue.grand_total amount 12865300",
                    "revenue.total amount 12001100",
                    "surplus.distributed amount 0",
                    "surplus.used amount 0",
                ],
            ),
            (
                "2023年收入总计1286.53万元，包括：一般公共预算财政拨款收入1100万元、政府性基金预算财政拨款收入50.11万元、国有资本经营预算财政拨款收入0万元、事业收入20万元、其他收入30万元、年初结转和结余86.42万元。",
                &[
                    "carryover.opening amount 864200",
                    "revenue.general_public_budget amount 11000000",
                    "revenue.government_fund amount 501100",
                    "revenue.grand_total amount 12865300",
                    "revenue.institutional amount 200000",
                    "revenue.other amount 300000",
                    "revenue.state_capital amount 0",
                ],
            ),
            (
                "2023年度收入总计、支出总计分别为1286.53万元、1286.53万元，较上年分别增加20.5万元、20.5万元。",
                &[
                    "expenditure.grand_total amount 12865300",
                    "expenditure.grand_total change 205000",
                    "revenue.grand_total amount 12865300",
                    "revenue.grand_total change 205000",
                ],
            ),
            (
                "2023年度总收入1286.53万元，比上年增加66.53万元，增长5.45%；总支出1286.53万元，比上年增加66.53万元，增长5.45%。",
                &[
                    "expenditure.grand_total amount 12865300",
                    "expenditure.grand_total change 665300",
                    "expenditure.grand_total change_rate 5.45",
                    "revenue.grand_total amount 12865300",
                    "revenue.grand_total change 665300",
                    "revenue.grand_total change_rate 5.45",
                ],
            ),
            (
                "我局2023年度收入总计为1286.53万元，较2022年度决算数1220.00万元增加66.53万元，增长5.45%。",
                &[
                    "revenue.grand_total amount 12865300",
                    "revenue.grand_total amount 2022 12200000",
                    "revenue.grand_total change 665300",
                    "revenue.grand_total change_rate 5.45",
                ],
            ),
            (
                "2023年度收入支出总计1286.53万元，上年决算数为1220万元，增加66.53万元，增幅5.45%。",
                &[
                    "expenditure.grand_total amount 12865300",
                    "expenditure.grand_total amount 2022 12200000",
                    "expenditure.grand_total change 665300",
                    "expenditure.grand_total change_rate 5.45",
                    "revenue.grand_total amount 12865300",
                    "revenue.grand_total amount 2022 12200000",
                    "revenue.grand_total change 665300",
                    "revenue.grand_total change_rate 5.45",
                ],
            ),
            (
                "与上年相比，2023年收入总计增加66.53万元，增长5.45％，主要是上级补助增加。",
                &[
                    "revenue.grand_total change 665300",
                    "revenue.grand_total change_rate 5.45",
                ],
            ),
            (
                "2023年收入支出总计均为1286.53万元，同比增加66.53万元，同比增长5.45%。",
                &[
                    "expenditure.grand_total amount 12865300",
                    "expenditure.grand_total change 665300",
                    "expenditure.grand_total change_rate 5.45",
                    "revenue.grand_total amount 12865300",
                    "revenue.grand_total change 665300",
                    "revenue.grand_total change_rate 5.45",
                ],
            ),
            (
                "2023年度我单位收支总决算均为1286.53万元。与上年决算数相比，收支均增长5.45%。",
                &[
                    "expenditure.grand_total amount 12865300",
                    "expenditure.grand_total change_rate 5.45",
                    "revenue.grand_total amount 12865300",
                    "revenue.grand_total change_rate 5.45",
                ],
            ),
            (
                "收入总计1286.53万元。",
                &["revenue.grand_total amount 12865300"],
            ),
            (
                "支出总计 1286.53 万元。",
                &["expenditure.grand_total amount 12865300"],
            ),
            (
                "本年度收入总额1286.53万元，支出总额1250.53万元，结转下年36万元。",
                &[
                    "carryover.closing amount 360000",
                    "expenditure.grand_total amount 12505300",
                    "revenue.grand_total amount 12865300",
                ],
            ),
            (
                "2023年度收、支总计1286.53万元，与2022年度相比增长13.95%。",
                &[
                    "expenditure.grand_total amount 12865300",
                    "expenditure.grand_total change_rate 13.95",
                    "revenue.grand_total amount 12865300",
                    "revenue.grand_total change_rate 13.95",
                ],
            ),
            (
                "2023年度收入总计1286.53万元，比2019年减少35.2万元，下降2.66%。",
                &[
                    "revenue.grand_total amount 12865300",
                    "revenue.grand_total change versus=2019 -352000",
                    "revenue.grand_total change_rate versus=2019 -2.66",
                ],
            ),
            (
                "2023年度全县生产总值完成128.65亿元，增长6.2%。",
                &["? 128.65亿元", "? 6.2%"],
            ),
            (
                "全年共接待游客32.5万人次，实现旅游收入2.3亿元，同比增长12%。",
                &["? 2.3亿元", "? 12%"],
            ),
        ],
    );
}

#[test]
fn revenue() {
    check(
        FINAL_ACCOUNTS,
        "二、收入决算情况说明",
        &[
            (
                "2023年度本年收入合计978.12万元，其中：财政拨款收入950.12万元，占97.14%；上级补助收入0万元，占0%；事业收入20万元，占2.04%；经营收入0万元，占0%；附属单位上缴收入0万元，占0%；其他收入8万元，占0.82%。",
                &[
                    "revenue.affiliate_remittance amount 0",
                    "revenue.affiliate_remittance share 0",
                    "revenue.appropriation amount 9501200",
                    "revenue.appropriation share 97.14",
                    "revenue.business amount 0",
                    "revenue.business share 0",
                    "revenue.institutional amount 200000",
                    "revenue.institutional share 2.04",
                    "revenue.other amount 80000",
                    "revenue.other share 0.82",
                    "revenue.superior_subsidy amount 0",
                    "revenue.superior_subsidy share 0",
                    "revenue.total amount 9781200",
                ],
            ),
            (
                "本年收入合计978.12万元。其中：一般公共预算财政拨款收入930.12万元，占比95.09%；政府性基金预算财政拨款收入20万元，占比2.04%；国有资本经营预算财政拨款收入0万元，占比0.00%；其他收入28万元，占比2.86%。",
                &[
                    "revenue.general_public_budget amount 9301200",
                    "revenue.general_public_budget share 95.09",
                    "revenue.government_fund amount 200000",
                    "revenue.government_fund share 2.04",
                    "revenue.other amount 280000",
                    "revenue.other share 2.86",
                    "revenue.state_capital amount 0",
                    "revenue.state_capital share 0",
                    "revenue.total amount 9781200",
                ],
            ),
            (
                "2023年度收入合计978.12万元，其中：财政拨款收入950.12万元，占收入合计的97.14%；其他收入28万元，占收入合计的2.86%。",
                &[
                    "revenue.appropriation amount 9501200",
                    "revenue.appropriation share 97.14",
                    "revenue.other amount 280000",
                    "revenue.other share 2.86",
                    "revenue.total amount 9781200",
                ],
            ),
            (
                "2023年本年收入978.12万元，比上年增加50.3万元，增长5.42%，主要原因是：增加了文物保护资金40万元。其中：财政拨款收入950.12万元，占本年收入的97.14%，比上年增加30.3万元；其他收入28万元，占本年收入的2.86%，比上年增加20万元。",
                &[
                    "revenue.appropriation amount 9501200",
                    "revenue.appropriation change 303000",
                    "revenue.appropriation share 97.14",
                    "revenue.other amount 280000",
                    "revenue.other change 200000",
                    "revenue.other share 2.86",
                    "revenue.total amount 9781200",
                    "revenue.total change 503000",
                    "revenue.total change_rate 5.42",
                    "? 40万元",
                ],
            ),
            (
                "本年收入978.12万元，全部为财政拨款收入，占100%。",
                &[
                    "revenue.appropriation share 100",
                    "revenue.total amount 9781200",
                ],
            ),
            (
                "本年收入合计978.12万元，均为财政拨款收入。",
                &["revenue.total amount 9781200"],
            ),
            (
                "2023年收入合计978.12万元，包括财政拨款收入950.12万元（占97.14%）、事业收入28万元（占2.86%）。",
                &[
                    "revenue.appropriation amount 9501200",
                    "revenue.appropriation share 97.14",
                    "revenue.institutional amount 280000",
                    "revenue.institutional share 2.86",
                    "revenue.total amount 9781200",
                ],
            ),
            (
                "（一）财政拨款收入950.12万元，占本年收入97.14%，为当年从财政取得的资金，较上年增加30.3万元，增长3.29%。",
                &[
                    "revenue.appropriation amount 9501200",
                    "revenue.appropriation change 303000",
                    "revenue.appropriation change_rate 3.29",
                    "revenue.appropriation share 97.14",
                ],
            ),
            (
                "1.财政拨款收入950.12万元，为县本级财政当年拨付的资金，较2022年度决算数增加30.3万元，增长3.29%。",
                &[
                    "revenue.appropriation amount 9501200",
                    "revenue.appropriation change 303000",
                    "revenue.appropriation change_rate 3.29",
                ],
            ),
            (
                "2.一般公共预算财政拨款收入950.12万元，系当年取得的拨款，比上年增加30.3万元，增长3.29%，主要原因是人员增资。",
                &[
                    "revenue.general_public_budget amount 9501200",
                    "revenue.general_public_budget change 303000",
                    "revenue.general_public_budget change_rate 3.29",
                ],
            ),
            (
                "财政拨款收入950.12万元，占总收入的97.14%；事业收入28万元，占总收入的2.86%。",
                &[
                    "revenue.appropriation amount 9501200",
                    "revenue.appropriation share 97.14",
                    "revenue.institutional amount 280000",
                    "revenue.institutional share 2.86",
                ],
            ),
            (
                "本年收入合计978.12万元，其中财政拨款收入950.12万元、上级补助收入0元、事业收入20万元、其他收入8万元，分别占97.14%、0%、2.04%、0.82%。",
                &[
                    "revenue.appropriation amount 9501200",
                    "revenue.appropriation share 97.14",
                    "revenue.institutional amount 200000",
                    "revenue.institutional share 2.04",
                    "revenue.other amount 80000",
                    "revenue.other share 0.82",
                    "revenue.superior_subsidy amount 0",
                    "revenue.superior_subsidy share 0",
                    "revenue.total amount 9781200",
                ],
            ),
            (
                "财政拨款收入、事业收入、其他收入分别为950.12万元、20万元、8万元，占本年收入合计的97.14%、2.04%、0.82%。",
                &[
                    "revenue.appropriation amount 9501200",
                    "revenue.appropriation share 97.14",
                    "revenue.institutional amount 200000",
                    "revenue.institutional share 2.04",
                    "revenue.other amount 80000",
                    "revenue.other share 0.82",
                ],
            ),
            (
                "全县税收收入完成3.56亿元，增长7.2%，其中增值税1.2亿元。",
                &["? 3.56亿元", "? 7.2%", "? 1.2亿元"],
            ),
        ],
    );
}

#[test]
fn expenditure() {
    check(
        FINAL_ACCOUNTS,
        "三、支出决算情况说明",
        &[
            (
                "2023年度本年支出合计965.3万元，其中：基本支出620.1万元，占64.24%；项目支出345.2万元，占35.76%；上缴上级支出0万元，占0%；经营支出0万元，占0%；对附属单位补助支出0万元，占0%。",
                &[
                    "expenditure.affiliate_subsidy amount 0",
                    "expenditure.affiliate_subsidy share 0",
                    "expenditure.basic amount 6201000",
                    "expenditure.basic share 64.24",
                    "expenditure.business amount 0",
                    "expenditure.business share 0",
                    "expenditure.project amount 3452000",
                    "expenditure.project share 35.76",
                    "expenditure.superior_remittance amount 0",
                    "expenditure.superior_remittance share 0",
                    "expenditure.total amount 9653000",
                ],
            ),
            (
                "2023年度支出合计965.3万元，其中：基本支出620.1万元，占支出合计的64.24%；项目支出345.2万元，占支出合计的35.76%。",
                &[
                    "expenditure.basic amount 6201000",
                    "expenditure.basic share 64.24",
                    "expenditure.project amount 3452000",
                    "expenditure.project share 35.76",
                    "expenditure.total amount 9653000",
                ],
            ),
            (
                "本年支出合计965.3万元，较2022年度减少12.5万元，下降1.28%。其中：基本支出620.1万元，占总支出的64.24%，较上年增加10万元，增长1.64%；项目支出345.2万元，占总支出的35.76%，较上年减少22.5万元，下降6.12%。",
                &[
                    "expenditure.basic amount 6201000",
                    "expenditure.basic change 100000",
                    "expenditure.basic change_rate 1.64",
                    "expenditure.basic share 64.24",
                    "expenditure.project amount 3452000",
                    "expenditure.project change -225000",
                    "expenditure.project change_rate -6.12",
                    "expenditure.project share 35.76",
                    "expenditure.total amount 9653000",
                    "expenditure.total change -125000",
                    "expenditure.total change_rate -1.28",
                ],
            ),
            (
                "2023年支出965.3万元，其中：工资福利支出500万元，商品和服务支出400万元，对个人和家庭的补助65.3万元。",
                &[
                    "expenditure.total amount 9653000",
                    "expenditure.total amount economic=301 5000000",
                    "expenditure.total amount economic=302 4000000",
                    "expenditure.total amount economic=303 653000",
                ],
            ),
            (
                "按支出功能分类：文化旅游体育与传媒支出700万元，占72.52%；社会保障和就业支出150万元，占15.54%；卫生健康支出60万元，占6.22%；住房保障支出55.3万元，占5.73%。",
                &[
                    "expenditure.total amount function=207 7000000",
                    "expenditure.total amount function=208 1500000",
                    "expenditure.total amount function=210 600000",
                    "expenditure.total amount function=221 553000",
                    "expenditure.total share function=207 72.52",
                    "expenditure.total share function=208 15.54",
                    "expenditure.total share function=210 6.22",
                    "expenditure.total share function=221 5.73",
                ],
            ),
            (
                "本年支出合计965.3万元，按功能分类科目分，文化旅游体育与传媒支出（类）700万元，占72.52%；社会保障和就业支出（类）265.3万元，占27.48%。",
                &[
                    "expenditure.total amount 9653000",
                    "expenditure.total amount function=207 7000000",
                    "expenditure.total amount function=208 2653000",
                    "expenditure.total share function=207 72.52",
                    "expenditure.total share function=208 27.48",
                ],
            ),
            (
                "基本支出620.1万元，主要用于人员工资、办公费30万元等，占64.24%。",
                &[
                    "expenditure.basic amount 6201000",
                    "expenditure.basic share 64.24",
                    "? 30万元",
                ],
            ),
            (
                "（一）基本支出620.1万元，占本年支出64.24%，较上年增长1.64%，其中：人员经费550万元，公用经费70.1万元。",
                &[
                    "expenditure.basic amount 6201000",
                    "expenditure.basic change_rate 1.64",
                    "expenditure.basic share 64.24",
                ],
            ),
            (
                "（二）项目支出345.2万元，占本年支出35.76%，主要用于馆舍维修工程200万元，下乡演出45.2万元。",
                &[
                    "expenditure.project amount 3452000",
                    "expenditure.project share 35.76",
                    "? 200万元",
                    "? 45.2万元",
                ],
            ),
            (
                "本年支出965.3万元，完成年初预算的103.2%。",
                &[
                    "expenditure.total amount 9653000",
                    "expenditure.total completion_rate 103.2",
                ],
            ),
        ],
    );
}

#[test]
fn appropriation() {
    check(
        FINAL_ACCOUNTS,
        "四、财政拨款收入支出决算总体情况说明",
        &[
            (
                "2023年度财政拨款收、支总计均为1012.6万元。与2022年度相比，财政拨款收、支总计各增加25.3万元，增长2.56%。",
                &[
                    "appropriation.expenditure.grand_total amount 10126000",
                    "appropriation.expenditure.grand_total change 253000",
                    "appropriation.expenditure.grand_total change_rate 2.56",
                    "appropriation.revenue.grand_total amount 10126000",
                    "appropriation.revenue.grand_total change 253000",
                    "appropriation.revenue.grand_total change_rate 2.56",
                ],
            ),
            (
                "2023年度财政拨款收入总计1012.6万元，支出总计1012.6万元。与2022年相比，财政拨款收入总计、支出总计各减少25.3万元，下降2.44%。",
                &[
                    "appropriation.expenditure.grand_total amount 10126000",
                    "appropriation.expenditure.grand_total change -253000",
                    "appropriation.expenditure.grand_total change_rate -2.44",
                    "appropriation.revenue.grand_total amount 10126000",
                    "appropriation.revenue.grand_total change -253000",
                    "appropriation.revenue.grand_total change_rate -2.44",
                ],
            ),
            (
                "2023年度财政拨款收入总计1012.6万元，其中：本年财政拨款收入950.12万元，年初财政拨款结转和结余62.48万元。支出总计1012.6万元，其中本年财政拨款支出965.3万元，年末财政拨款结转和结余47.3万元。",
                &[
                    "appropriation.expenditure.grand_total amount 10126000",
                    "appropriation.expenditure.total amount 9653000",
                    "appropriation.revenue.grand_total amount 10126000",
                    "appropriation.revenue.total amount 9501200",
                ],
            ),
            (
                "财政拨款本年收入950.12万元，其中：一般公共预算财政拨款收入930.12万元，政府性基金预算财政拨款收入20万元，国有资本经营预算财政拨款收入0万元。",
                &[
                    "appropriation.revenue.total amount 9501200",
                    "revenue.general_public_budget amount 9301200",
                    "revenue.government_fund amount 200000",
                    "revenue.state_capital amount 0",
                ],
            ),
            (
                "2023年度财政拨款收入950.12万元，比上年增加30.3万元，增长3.29%；本年支出965.3万元，比上年减少12.5万元，下降1.28%。",
                &[
                    "appropriation.expenditure.total amount 9653000",
                    "appropriation.expenditure.total change -125000",
                    "appropriation.expenditure.total change_rate -1.28",
                    "revenue.appropriation amount 9501200",
                    "revenue.appropriation change 303000",
                    "revenue.appropriation change_rate 3.29",
                ],
            ),
            (
                "2023年财政拨款收支总决算1012.6万元。与上年相比，财政拨款收支各增长2.56%。",
                &[
                    "appropriation.expenditure.grand_total amount 10126000",
                    "appropriation.expenditure.grand_total change_rate 2.56",
                    "appropriation.revenue.grand_total amount 10126000",
                    "appropriation.revenue.grand_total change_rate 2.56",
                ],
            ),
            (
                "本年财政拨款支出965.3万元，较年初预算数增加65.3万元，增长7.26%，完成年初预算的107.26%。",
                &[
                    "appropriation.expenditure.total amount 9653000",
                    "appropriation.expenditure.total completion_rate 107.26",
                    "appropriation.expenditure.total variance 653000",
                    "appropriation.expenditure.total variance_rate 7.26",
                ],
            ),
            (
                "2023年度财政拨款收、支总决算1012.6万元，与2022年相比，财政拨款收、支总计各增加25.3万元，增长2.56%。",
                &[
                    "appropriation.expenditure.grand_total amount 10126000",
                    "appropriation.expenditure.grand_total change 253000",
                    "appropriation.expenditure.grand_total change_rate 2.56",
                    "appropriation.revenue.grand_total amount 10126000",
                    "appropriation.revenue.grand_total change 253000",
                    "appropriation.revenue.grand_total change_rate 2.56",
                ],
            ),
        ],
    );
}

#[test]
fn more_revenue() {
    check(
        FINAL_ACCOUNTS,
        "二、收入决算情况说明",
        &[
            (
                "2023年度收入合计978.12万元，比上年度928.12万元增加50万元，增长5.39%。",
                &[
                    "revenue.total amount 2022 9281200",
                    "revenue.total amount 9781200",
                    "revenue.total change 500000",
                    "revenue.total change_rate 5.39",
                ],
            ),
            (
                "事业收入20万元，同比减少5万元，下降20%，占总收入的2.04%。",
                &[
                    "revenue.institutional amount 200000",
                    "revenue.institutional change -50000",
                    "revenue.institutional change_rate -20",
                    "revenue.institutional share 2.04",
                ],
            ),
            (
                "其他收入8万元，较上年增长1,055.4%，主要是利息收入6.5万元。",
                &[
                    "revenue.other amount 80000",
                    "revenue.other change_rate 1055.4",
                    "? 6.5万元",
                ],
            ),
            (
                "财政拨款收入950.12万元，同比下降3.2%；除财政拨款外，门票收入12万元。",
                &[
                    "revenue.appropriation amount 9501200",
                    "revenue.appropriation change_rate -3.2",
                    "? 12万元",
                ],
            ),
            ("实现门票收入12万元，同比增长8%。", &["? 12万元", "? 8%"]),
            (
                "缴纳税款3.2万元，上缴国库非税收入15万元。",
                &["? 3.2万元", "? 15万元"],
            ),
        ],
    );
}

#[test]
fn more_overall() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[
            (
                "2023年度收入总计1286.53万元，支出总计1286.53万元。与上年相比，收入总计增加20万元，增长1.58%；支出总计增加20万元，增长1.58%。",
                &[
                    "expenditure.grand_total amount 12865300",
                    "expenditure.grand_total change 200000",
                    "expenditure.grand_total change_rate 1.58",
                    "revenue.grand_total amount 12865300",
                    "revenue.grand_total change 200000",
                    "revenue.grand_total change_rate 1.58",
                ],
            ),
            (
                "2023年度收、支总计各1286.53万元，比上年各增加20万元，各增长1.58%。",
                &[
                    "expenditure.grand_total amount 12865300",
                    "expenditure.grand_total change 200000",
                    "expenditure.grand_total change_rate 1.58",
                    "revenue.grand_total amount 12865300",
                    "revenue.grand_total change 200000",
                    "revenue.grand_total change_rate 1.58",
                ],
            ),
            (
                "2023年度收、支总计均为1286.53万元，与2022年度收、支总计相比无变化。",
                &[
                    "expenditure.grand_total amount 12865300",
                    "expenditure.grand_total change 0",
                    "revenue.grand_total amount 12865300",
                    "revenue.grand_total change 0",
                ],
            ),
            (
                "本年收入合计1200.11万元，本年支出合计1230.2万元，年末结转和结余56.33万元。",
                &[
                    "carryover.closing amount 563300",
                    "expenditure.total amount 12302000",
                    "revenue.total amount 12001100",
                ],
            ),
            (
                "引进项目3个，总投资12.5亿元，同比增长8%。",
                &["? 3个", "? 12.5亿元", "? 8%"],
            ),
        ],
    );
}

#[test]
fn a_total_by_a_word_of_several_meanings() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[
            // The amount of the year was stated before, so it is no total with carry-overs.
            (
                "年初结转和结余2万元，本年收入20万元，本年支出19万元。\n（一）收入20万元，比上年增加3万元，具体情况如下：\n1.财政拨款收入20万元。\n（二）支出19万元，比上年减少1万元。",
                &[
                    "carryover.opening amount 20000",
                    "expenditure.total amount 190000",
                    "expenditure.total change -10000",
                    "revenue.appropriation amount 200000",
                    "revenue.total amount 200000",
                    "revenue.total change 30000",
                ],
            ),
            // Another amount is that of the total.
            (
                "本年收入20万元。收入22万元，比上年增加3万元。",
                &[
                    "revenue.grand_total amount 220000",
                    "revenue.grand_total change 30000",
                    "revenue.total amount 200000",
                ],
            ),
        ],
    );
}

#[test]
fn what_is_divided_anew_in_a_sentence_of_its_own() {
    check(
        BUDGET,
        "四、支出预算情况",
        &[(
            "2024年支出预算合计20万元，按功能分类：公共安全支出15万元，占75%；住房保障支出5万元，占25%。按支出性质分类：基本支出12万元，占60%；项目支出8万元。",
            &[
                "expenditure.basic amount 120000",
                "expenditure.basic share 60",
                "expenditure.project amount 80000",
                "expenditure.total amount 200000",
                "expenditure.total amount function=204 150000",
                "expenditure.total amount function=221 50000",
                "expenditure.total share function=204 75",
                "expenditure.total share function=221 25",
            ],
        )],
    );
}

#[test]
fn parts_named_together_and_amounts_told_twice() {
    check(
        FINAL_ACCOUNTS,
        "三、收入支出决算总体情况说明",
        &[
            (
                "收入总计由本年收入合计、使用非财政拨款结余、年初结转和结余三项组成，分别为53万元、2万元和4万元，各占收入总计的89.8%、3.4%和6.8%。",
                &[
                    "carryover.opening amount 40000",
                    "carryover.opening share 6.8",
                    "revenue.total amount 530000",
                    "revenue.total share 89.8",
                    "surplus.used amount 20000",
                    "surplus.used share 3.4",
                ],
            ),
            // As many names as numbers, or none of them.
            (
                "收入总计由本年收入合计、使用非财政拨款结余、其他来源、年初结转和结余组成，分别为53万元、2万元、1万元和4万元。",
                &["? 53万元", "? 2万元", "? 1万元", "? 4万元"],
            ),
            (
                "收入总计0.52亿元（即5,249.52万元），支出总计52,495,231.20元（折合5,249.52万元）。",
                &[
                    "expenditure.grand_total amount 52495231.2",
                    "revenue.grand_total amount 52495200",
                    "? 5,249.52万元",
                ],
            ),
            (
                "收入总计0.52亿元（上年5,049.52万元）。",
                &[
                    "revenue.grand_total amount 2022 50495200",
                    "revenue.grand_total amount 52000000",
                ],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "四、收入决算情况说明",
        &[
            (
                "3.事业收入主要是培训费、住宿费等收入。决算数比年初预算数75万元和上年决算数73万元分别多3万元和5万元，分别增长4%和6.85%。",
                &[
                    "revenue.institutional amount 2022 730000",
                    "revenue.institutional amount approved 750000",
                    "revenue.institutional change 50000",
                    "revenue.institutional change_rate 6.85",
                    "revenue.institutional variance 30000",
                    "revenue.institutional variance_rate 4",
                ],
            ),
            (
                "事业收入78万元，占本年收入合计的比重由2022年的14.62%提高到2023年的14.89%。",
                &[
                    "revenue.institutional amount 780000",
                    "revenue.institutional share 14.89",
                    "revenue.institutional share 2022 14.62",
                ],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "五、支出决算情况说明",
        &[(
            "本年支出合计90万元，生均支出18,445元，比上年的18,408元增加37元。",
            &[
                "expenditure.total amount 900000",
                "? 18,445元",
                "? 18,408元",
                "? 37元",
            ],
        )],
    );
}

#[test]
fn stages_and_comparisons_of_several_at_once() {
    check(
        FINAL_ACCOUNTS,
        "六、一般公共预算财政拨款支出决算情况说明",
        &[
            (
                "支出100万元，其中：教育（类）支出88万元，占88%；其余12万元为科学技术（类）支出，占12%。",
                &[
                    "general_public_budget.expenditure amount 1000000",
                    "general_public_budget.expenditure amount function=205 880000",
                    "general_public_budget.expenditure amount function=206 120000",
                    "general_public_budget.expenditure share function=205 88",
                    "general_public_budget.expenditure share function=206 12",
                ],
            ),
            (
                "5.科学技术支出（类）技术研究与开发（款）科技成果转化与扩散（项）。年初预算和支出决算均为12万元，决算数与年初预算数持平。",
                &[
                    "general_public_budget.expenditure amount approved function=2060404 120000",
                    "general_public_budget.expenditure amount function=2060404 120000",
                    "general_public_budget.expenditure variance function=2060404 0",
                ],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "七、“三公”经费支出决算情况说明",
        &[
            (
                "因公出国（境）费年初预算和支出决算均为0万元，与预算、与上年均持平。",
                &[
                    "three_public.overseas amount 0",
                    "three_public.overseas amount approved 0",
                    "three_public.overseas change 0",
                    "three_public.overseas variance 0",
                ],
            ),
            (
                "公务接待费5万元，与预算、上年相比，分别减少1万元、2万元。",
                &[
                    "three_public.hospitality amount 50000",
                    "three_public.hospitality change -20000",
                    "three_public.hospitality variance -10000",
                ],
            ),
            (
                "公务接待费5万元，与预算相比，减少1万元、2万元。",
                &[
                    "three_public.hospitality amount 50000",
                    "? 1万元",
                    "? 2万元",
                ],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "二、人员构成情况",
        &[(
            "在职人员171人，比上年末净增5人（新招聘12人、调出3人、退休4人）；退休人员63人。",
            &[
                "staff.actual count 171",
                "staff.retired count 63",
                "? 5人",
                "? 12人",
                "? 3人",
                "? 4人",
            ],
        )],
    );
}

#[test]
fn what_stands_beside_and_what_something_consists_of() {
    check(
        FINAL_ACCOUNTS,
        "二、收入决算情况说明",
        &[(
            "本年收入合计21.41万元。其中：财政拨款收入21.25万元，占99.23%，包括一般公共预算财政拨款收入20.45万元、政府性基金预算财政拨款收入0.80万元；其他收入0.16万元，占0.77%。",
            &[
                "revenue.appropriation amount 212500",
                "revenue.appropriation share 99.23",
                "revenue.general_public_budget amount 204500",
                "revenue.government_fund amount 8000",
                "revenue.other amount 1600",
                "revenue.other share 0.77",
                "revenue.total amount 214100",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "三、收入支出决算总体情况说明",
        &[(
            "年末结转和结余52万元，由一般公共预算结转41万元、政府性基金结转7万元和其他资金结转4万元构成，比上年增加9万元，增长20.93%。",
            &[
                "carryover.closing amount 520000",
                "carryover.closing change 90000",
                "carryover.closing change_rate 20.93",
                "? 41万元",
                "? 7万元",
                "? 4万元",
            ],
        )],
    );
    check(
        FINAL_ACCOUNTS,
        "四、政府性基金预算财政拨款收入支出决算情况说明",
        &[(
            "本年支出85万元。支出全部为城乡社区支出(类)国有土地使用权出让收入安排的支出(款)农村基础设施建设支出(项)，共85万元，用于绿化提升。",
            &[
                "government_fund.expenditure amount 850000",
                "government_fund.expenditure amount function=2120804 850000",
            ],
        )],
    );
}

#[test]
fn amounts_that_the_next_clause_names() {
    check(
        FINAL_ACCOUNTS,
        "财政拨款收入支出决算总体情况说明",
        &[
            (
                "3,201.75万元，是云溪县林业和草原局2023年度财政拨款收、支总计数。与年初预算相比，财政拨款收、支总计各增加364.85万元，增长12.86%。",
                &[
                    "appropriation.expenditure.grand_total amount 32017500",
                    "appropriation.expenditure.grand_total variance 3648500",
                    "appropriation.expenditure.grand_total variance_rate 12.86",
                    "appropriation.revenue.grand_total amount 32017500",
                    "appropriation.revenue.grand_total variance 3648500",
                    "appropriation.revenue.grand_total variance_rate 12.86",
                ],
            ),
            (
                "3,201.75万元，是2023年度财政拨款支出总计，比上年增加3万元。",
                &[
                    "appropriation.expenditure.grand_total amount 32017500",
                    "appropriation.expenditure.grand_total change 30000",
                ],
            ),
        ],
    );
}

#[test]
fn units_counted_beside_the_office_itself() {
    check(
        FINAL_ACCOUNTS,
        "部门决算单位构成",
        &[
            (
                "纳入2023年度本部门决算编制范围的单位共3个，包括局本级1个和下属单位2个。",
                &["organization.subordinate_units count 2", "? 3个", "? 1个"],
            ),
            (
                "本部门决算包括机关本级1家和下属事业单位2家。",
                &["organization.subordinate_units count 2", "? 1家"],
            ),
            (
                "本部门共有3个下属单位，其中2个事业单位、1个参公单位。",
                &[
                    "organization.subordinate_units count 3",
                    "organization.subordinate_units count unit_type=civil_service_managed 1",
                    "organization.subordinate_units count unit_type=other_institution 2",
                ],
            ),
        ],
    );
}
