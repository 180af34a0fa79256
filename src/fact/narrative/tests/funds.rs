//! Expenditure by category, basic expenditure and the funds.

use super::{FINAL_ACCOUNTS, check};

#[test]
fn gpb() {
    check(
        FINAL_ACCOUNTS,
        "五、一般公共预算财政拨款支出决算情况说明",
        &[
            (
                "2023年度一般公共预算财政拨款支出945.3万元，占本年支出合计的97.93%。与2022年度相比，一般公共预算财政拨款支出减少15.5万元，下降1.61%。",
                &[
                    "general_public_budget.expenditure amount 9453000",
                    "general_public_budget.expenditure change -155000",
                    "general_public_budget.expenditure change_rate -1.61",
                    "general_public_budget.expenditure share 97.93",
                ],
            ),
            (
                "2023年度一般公共预算财政拨款支出年初预算为880万元，支出决算为945.3万元，完成年初预算的107.42%。决算数大于预算数的主要原因是追加经费。",
                &[
                    "general_public_budget.expenditure amount 9453000",
                    "general_public_budget.expenditure amount approved 8800000",
                    "general_public_budget.expenditure completion_rate 107.42",
                ],
            ),
            (
                "一般公共预算财政拨款支出945.3万元，主要用于以下方面：文化旅游体育与传媒（类）支出690万元，占72.99%；社会保障和就业（类）支出145万元，占15.34%；卫生健康（类）支出55.3万元，占5.85%；住房保障（类）支出55万元，占5.82%。",
                &[
                    "general_public_budget.expenditure amount 9453000",
                    "general_public_budget.expenditure amount function=207 6900000",
                    "general_public_budget.expenditure amount function=208 1450000",
                    "general_public_budget.expenditure amount function=210 553000",
                    "general_public_budget.expenditure amount function=221 550000",
                    "general_public_budget.expenditure share function=207 72.99",
                    "general_public_budget.expenditure share function=208 15.34",
                    "general_public_budget.expenditure share function=210 5.85",
                    "general_public_budget.expenditure share function=221 5.82",
                ],
            ),
            (
                "1.文化旅游体育与传媒支出（类）文化和旅游（款）群众文化（项）。年初预算为300万元，支出决算为320.5万元，完成年初预算的106.83%，决算数大于预算数的主要原因是追加演出经费20.5万元。",
                &[
                    "general_public_budget.expenditure amount approved function=2070109 3000000",
                    "general_public_budget.expenditure amount function=2070109 3205000",
                    "general_public_budget.expenditure completion_rate function=2070109 106.83",
                    "? 20.5万元",
                ],
            ),
            (
                "2.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）年初预算40万元，支出决算40万元，完成预算100%，决算数等于预算数。",
                &[
                    "general_public_budget.expenditure amount approved function=2080505 400000",
                    "general_public_budget.expenditure amount function=2080505 400000",
                    "general_public_budget.expenditure completion_rate function=2080505 100",
                ],
            ),
            (
                "3.住房保障支出（类）住房改革支出（款）住房公积金（项）：预算数为55万元，决算数为55万元，完成预算的100%。决算数与预算数持平。",
                &[
                    "general_public_budget.expenditure amount approved function=2210201 550000",
                    "general_public_budget.expenditure amount function=2210201 550000",
                    "general_public_budget.expenditure completion_rate function=2210201 100",
                    "general_public_budget.expenditure variance function=2210201 0",
                ],
            ),
            (
                "（1）卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）决算数为25.3万元，比2022年决算数减少1.2万元，下降4.53%。",
                &[
                    "general_public_budget.expenditure amount function=2101102 253000",
                    "general_public_budget.expenditure change function=2101102 -12000",
                    "general_public_budget.expenditure change_rate function=2101102 -4.53",
                ],
            ),
            (
                "2070109群众文化320.5万元，2080505机关事业单位基本养老保险缴费支出40万元，2210201住房公积金55万元。",
                &[
                    "general_public_budget.expenditure amount function=2070109 3205000",
                    "general_public_budget.expenditure amount function=2080505 400000",
                    "general_public_budget.expenditure amount function=2210201 550000",
                ],
            ),
            (
                "一般公共预算财政拨款支出945.3万元，其中：基本支出610.1万元，占64.54%；项目支出335.2万元，占35.46%。",
                &[
                    "general_public_budget.basic amount 6101000",
                    "general_public_budget.basic share 64.54",
                    "general_public_budget.expenditure amount 9453000",
                    "general_public_budget.project amount 3352000",
                    "general_public_budget.project share 35.46",
                ],
            ),
            (
                "住房公积金（2210201）支出55万元，完成年初预算的100%，年初预算数与决算数一致。",
                &[
                    "general_public_budget.expenditure amount function=2210201 550000",
                    "general_public_budget.expenditure completion_rate function=2210201 100",
                    "general_public_budget.expenditure variance function=2210201 0",
                ],
            ),
            (
                "社会保障和就业支出145万元，占一般公共预算财政拨款支出的15.34%，完成年初预算的101.2%，主要用于缴纳养老保险。",
                &[
                    "general_public_budget.expenditure amount function=208 1450000",
                    "general_public_budget.expenditure completion_rate function=208 101.2",
                    "general_public_budget.expenditure share function=208 15.34",
                ],
            ),
            (
                "一般公共预算财政拨款支出945.3万元，与年初预算数相比增加65.3万元，增长7.42%。",
                &[
                    "general_public_budget.expenditure amount 9453000",
                    "general_public_budget.expenditure variance 653000",
                    "general_public_budget.expenditure variance_rate 7.42",
                ],
            ),
            (
                "一般公共预算财政拨款支出945.3万元，预决算差异率7.42%。",
                &[
                    "general_public_budget.expenditure amount 9453000",
                    "general_public_budget.expenditure variance_rate 7.42",
                ],
            ),
            (
                "4.卫生健康支出（类）行政事业单位医疗（款）公务员医疗补助（项）。年初预算数0万元，支出决算数5.3万元，决算数大于预算数5.3万元，增长--%（年初预算为0，无法计算）。",
                &[
                    "general_public_budget.expenditure amount approved function=2101103 0",
                    "general_public_budget.expenditure amount function=2101103 53000",
                    "general_public_budget.expenditure variance function=2101103 53000",
                ],
            ),
        ],
    );
}

#[test]
fn basic() {
    check(
        FINAL_ACCOUNTS,
        "六、一般公共预算财政拨款基本支出决算情况说明",
        &[
            (
                "2023年度一般公共预算财政拨款基本支出610.1万元，其中：人员经费540万元，主要包括：基本工资、津贴补贴、奖金；公用经费70.1万元，主要包括：办公费、印刷费。",
                &[
                    "general_public_budget.basic amount 6101000",
                    "general_public_budget.basic.operating amount 701000",
                    "general_public_budget.basic.personnel amount 5400000",
                ],
            ),
            (
                "人员经费540万元，占88.51%，主要包括基本工资180万元、津贴补贴60万元、绩效工资150.5万元、机关事业单位基本养老保险缴费40万元、住房公积金55万元、退休费10万元、生活补助4.5万元。",
                &[
                    "general_public_budget.basic.personnel amount 5400000",
                    "general_public_budget.basic.personnel amount economic=30101 1800000",
                    "general_public_budget.basic.personnel amount economic=30102 600000",
                    "general_public_budget.basic.personnel amount economic=30107 1505000",
                    "general_public_budget.basic.personnel amount economic=30108 400000",
                    "general_public_budget.basic.personnel amount economic=30113 550000",
                    "general_public_budget.basic.personnel amount economic=30302 100000",
                    "general_public_budget.basic.personnel amount economic=30305 45000",
                    "general_public_budget.basic.personnel share 88.51",
                ],
            ),
            (
                "公用经费70.1万元，占11.49%，主要包括办公费12万元、差旅费8.5万元、培训费2.1万元、公务接待费0.6万元、工会经费6万元、公务用车运行维护费3万元。",
                &[
                    "general_public_budget.basic.operating amount 701000",
                    "general_public_budget.basic.operating amount economic=30201 120000",
                    "general_public_budget.basic.operating amount economic=30211 85000",
                    "general_public_budget.basic.operating amount economic=30216 21000",
                    "general_public_budget.basic.operating amount economic=30217 6000",
                    "general_public_budget.basic.operating amount economic=30228 60000",
                    "general_public_budget.basic.operating amount economic=30231 30000",
                    "general_public_budget.basic.operating share 11.49",
                ],
            ),
            (
                "2023年度财政拨款基本支出610.1万元，其中：（一）工资福利支出525.5万元。较2022年减少10万元，下降1.87%。（二）商品和服务支出70.1万元。较上年增加2.3万元，增长3.39%。（三）对个人和家庭补助支出14.5万元。较上年持平。",
                &[
                    "general_public_budget.basic amount 6101000",
                    "general_public_budget.basic amount economic=301 5255000",
                    "general_public_budget.basic amount economic=302 701000",
                    "general_public_budget.basic amount economic=303 145000",
                    "general_public_budget.basic change economic=301 -100000",
                    "general_public_budget.basic change economic=302 23000",
                    "general_public_budget.basic change economic=303 0",
                    "general_public_budget.basic change_rate economic=301 -1.87",
                    "general_public_budget.basic change_rate economic=302 3.39",
                ],
            ),
            (
                "基本支出610.1万元，包括人员经费540万元和公用经费70.1万元，分别占88.51%、11.49%。",
                &[
                    "general_public_budget.basic amount 6101000",
                    "general_public_budget.basic.operating amount 701000",
                    "general_public_budget.basic.operating share 11.49",
                    "general_public_budget.basic.personnel amount 5400000",
                    "general_public_budget.basic.personnel share 88.51",
                ],
            ),
            (
                "人员经费540.00万元，较上年增长1.5%；公用经费70.10万元，较上年下降2.2%。",
                &[
                    "general_public_budget.basic.operating amount 701000",
                    "general_public_budget.basic.operating change_rate -2.2",
                    "general_public_budget.basic.personnel amount 5400000",
                    "general_public_budget.basic.personnel change_rate 1.5",
                ],
            ),
            (
                "基本支出610.1万元，与上年相比，增加12.5万元，增长2.09%。其中：人员经费540万元，日常公用经费70.1万元。",
                &[
                    "general_public_budget.basic amount 6101000",
                    "general_public_budget.basic change 125000",
                    "general_public_budget.basic change_rate 2.09",
                    "general_public_budget.basic.operating amount 701000",
                    "general_public_budget.basic.personnel amount 5400000",
                ],
            ),
        ],
    );
}

#[test]
fn fund() {
    check(
        FINAL_ACCOUNTS,
        "八、政府性基金预算财政拨款支出决算情况说明",
        &[
            (
                "2023年度政府性基金预算财政拨款支出20万元，与上年持平。",
                &[
                    "government_fund.expenditure amount 200000",
                    "government_fund.expenditure change 0",
                ],
            ),
            (
                "2023年度政府性基金预算财政拨款年初结转和结余0万元，本年收入20万元，本年支出20万元，年末结转和结余0万元。",
                &[
                    "government_fund.expenditure amount 200000",
                    "government_fund.revenue amount 200000",
                ],
            ),
            (
                "本部门2023年度没有政府性基金预算财政拨款收入，也没有使用政府性基金安排的支出。",
                &[],
            ),
            (
                "政府性基金预算财政拨款支出决算20万元，其中：其他支出（类）彩票公益金安排的支出（款）用于文化事业的彩票公益金支出（项）20万元，主要用于设备购置。",
                &[
                    "government_fund.expenditure amount 200000",
                    "government_fund.expenditure amount function=2296010 200000",
                ],
            ),
            (
                "政府性基金预算收入20万元，支出20万元，较上年增加5万元，增长33.33%。",
                &[
                    "government_fund.expenditure amount 200000",
                    "government_fund.expenditure change 50000",
                    "government_fund.expenditure change_rate 33.33",
                    "government_fund.revenue amount 200000",
                ],
            ),
        ],
    );
}

#[test]
fn capital() {
    check(
        FINAL_ACCOUNTS,
        "九、国有资本经营预算财政拨款支出决算情况说明",
        &[
            (
                "2023年度国有资本经营预算财政拨款本年收入3万元，本年支出3万元，其中基本支出0万元，项目支出3万元。",
                &[
                    "state_capital.expenditure amount 30000",
                    "state_capital.revenue amount 30000",
                    "? 0万元",
                    "? 3万元",
                ],
            ),
            (
                "国有资本经营预算财政拨款支出决算0万元，与上年持平。",
                &[
                    "state_capital.expenditure amount 0",
                    "state_capital.expenditure change 0",
                ],
            ),
            ("本单位无国有资本经营预算财政拨款支出。", &[]),
        ],
    );
}

#[test]
fn more_gpb() {
    check(
        FINAL_ACCOUNTS,
        "五、一般公共预算财政拨款支出决算情况说明",
        &[
            (
                "一般公共服务支出（类）支出决算为320万元、社会保障和就业支出（类）支出决算为40万元、住房保障支出（类）支出决算为55万元，分别占77.11%、9.64%、13.25%。",
                &[
                    "general_public_budget.expenditure amount function=201 3200000",
                    "general_public_budget.expenditure amount function=208 400000",
                    "general_public_budget.expenditure amount function=221 550000",
                    "general_public_budget.expenditure share function=201 77.11",
                    "general_public_budget.expenditure share function=208 9.64",
                    "general_public_budget.expenditure share function=221 13.25",
                ],
            ),
            (
                "社会保障和就业支出（类）40万元，占4.23%，比上年增加2万元，增长5.26%。",
                &[
                    "general_public_budget.expenditure amount function=208 400000",
                    "general_public_budget.expenditure change function=208 20000",
                    "general_public_budget.expenditure change_rate function=208 5.26",
                    "general_public_budget.expenditure share function=208 4.23",
                ],
            ),
            (
                "一般公共预算财政拨款支出945.3万元，完成年初预算880万元的107.42%，较2022年增加25.3万元。",
                &[
                    "general_public_budget.expenditure amount 9453000",
                    "general_public_budget.expenditure amount approved 8800000",
                    "general_public_budget.expenditure change 253000",
                    "general_public_budget.expenditure completion_rate 107.42",
                ],
            ),
            (
                "一般公共预算财政拨款支出945.3万元，比2019年增加100万元，增长11.83%。",
                &[
                    "general_public_budget.expenditure amount 9453000",
                    "general_public_budget.expenditure change versus=2019 1000000",
                    "general_public_budget.expenditure change_rate versus=2019 11.83",
                ],
            ),
            (
                "教育支出（类）进修及培训（款）培训支出（项）年初预算2.5万元，支出决算2.1万元，完成年初预算的84%，决算数小于年初预算数0.4万元。",
                &[
                    "general_public_budget.expenditure amount approved function=2050803 25000",
                    "general_public_budget.expenditure amount function=2050803 21000",
                    "general_public_budget.expenditure completion_rate function=2050803 84",
                    "general_public_budget.expenditure variance function=2050803 -4000",
                ],
            ),
            ("为支持教育发展，全县财政投入2.3亿元。", &["? 2.3亿元"]),
            (
                "争取上级财政资金500万元，完成投资1200万元。",
                &["? 500万元", "? 1200万元"],
            ),
        ],
    );
}
