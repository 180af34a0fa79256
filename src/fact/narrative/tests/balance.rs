//! Income and expenditure of all funds, as reports of many provinces word them.

use super::{FINAL_ACCOUNTS, check};

#[test]
fn balance_1() {
    check(
        FINAL_ACCOUNTS,
        "一、收入支出决算总体情况说明",
        &[
            (
                "2023年度收、支总计1,234.56万元，与2022年度相比，各增加56.78万元，增长4.82%。主要原因是：人员增加。",
                &[
                    "expenditure.grand_total amount 12345600",
                    "expenditure.grand_total change 567800",
                    "expenditure.grand_total change_rate 4.82",
                    "revenue.grand_total amount 12345600",
                    "revenue.grand_total change 567800",
                    "revenue.grand_total change_rate 4.82",
                ],
            ),
            (
                "2023年度收入、支出总计1,234.56万元，与上年相比收、支总计各增加100.12万元，增长8.83%。其中：\n（一）收入总计1,234.56万元。包括：\n1.本年收入合计1,200.00万元。与上年相比，增加90万元，增长8.11%，变动原因：项目增加。\n2.使用非财政拨款结余0万元。与上年决算数相同。\n3.年初结转和结余34.56万元。与上年相比，增加10.12万元，增长41.41%。\n（二）支出总计1,234.56万元。包括：\n1.本年支出合计1,210.00万元。与上年相比，增加95.5万元。\n2.结余分配0万元。与上年决算数相同。\n3.年末结转和结余24.56万元。结转和结余事项：项目未完成。与上年相比，增加4.62万元。",
                &[
                    "carryover.closing amount 245600",
                    "carryover.closing change 46200",
                    "carryover.opening amount 345600",
                    "carryover.opening change 101200",
                    "carryover.opening change_rate 41.41",
                    "expenditure.grand_total amount 12345600",
                    "expenditure.grand_total change 1001200",
                    "expenditure.grand_total change_rate 8.83",
                    "expenditure.total amount 12100000",
                    "expenditure.total change 955000",
                    "revenue.grand_total amount 12345600",
                    "revenue.grand_total change 1001200",
                    "revenue.grand_total change_rate 8.83",
                    "revenue.total amount 12000000",
                    "revenue.total change 900000",
                    "revenue.total change_rate 8.11",
                    "surplus.distributed amount 0",
                    "surplus.distributed change 0",
                    "surplus.used amount 0",
                    "surplus.used change 0",
                ],
            ),
            (
                "本部门2023年度收、支总计（含结转和结余）1234.56万元。与2022年度决算相比，收支各增加56.78万元，增长4.82%，主要是人员增加。",
                &[
                    "expenditure.grand_total amount 12345600",
                    "expenditure.grand_total change 567800",
                    "expenditure.grand_total change_rate 4.82",
                    "revenue.grand_total amount 12345600",
                    "revenue.grand_total change 567800",
                    "revenue.grand_total change_rate 4.82",
                ],
            ),
            (
                "收入总计1234.56万元，包括本年收入1200万元、使用非财政拨款结余0万元和年初结转和结余34.56万元。",
                &[
                    "carryover.opening amount 345600",
                    "revenue.grand_total amount 12345600",
                    "revenue.total amount 12000000",
                    "surplus.used amount 0",
                ],
            ),
            (
                "本部门2023年度收入总计1234.56万元，其中年初结转和结余34.56万元，较2022年增加12.3万元，增长55.26%；本年收入合计1200万元，较2022年增加44.48万元，增长3.85%，主要原因是：人员增加。",
                &[
                    "carryover.opening amount 345600",
                    "carryover.opening change 123000",
                    "carryover.opening change_rate 55.26",
                    "revenue.grand_total amount 12345600",
                    "revenue.total amount 12000000",
                    "revenue.total change 444800",
                    "revenue.total change_rate 3.85",
                ],
            ),
            (
                "本部门2023年度支出总计1234.56万元，其中本年支出合计1210万元，较2022年增加50万元，增长4.31%，主要原因是：人员增加；年末结转和结余24.56万元，较2022年减少10万元，下降28.94%，主要原因是：加快支出。",
                &[
                    "carryover.closing amount 245600",
                    "carryover.closing change -100000",
                    "carryover.closing change_rate -28.94",
                    "expenditure.grand_total amount 12345600",
                    "expenditure.total amount 12100000",
                    "expenditure.total change 500000",
                    "expenditure.total change_rate 4.31",
                ],
            ),
            (
                "2023年度部门年初结转和结余34.56万元，本年收入1200万元，本年支出1210万元，使用非财政拨款结余0万元，结余分配0万元，年末结转和结余24.56万元。",
                &[
                    "carryover.closing amount 245600",
                    "carryover.opening amount 345600",
                    "expenditure.total amount 12100000",
                    "revenue.total amount 12000000",
                    "surplus.distributed amount 0",
                    "surplus.used amount 0",
                ],
            ),
            (
                "2023年度收入总计1,234.56万元，其中：本年收入合计1,200.00万元，使用非财政拨款结余0.00万元，年初结转和结余34.56万元。\n2023年度支出总计1,234.56万元，其中：本年支出合计1,210.00万元，结余分配0.00万元，年末结转和结余24.56万元。\n收入支出总体与上年相比，增加56.78万元，增长4.82%，主要原因是：人员增加。",
                &[
                    "carryover.closing amount 245600",
                    "carryover.opening amount 345600",
                    "expenditure.grand_total amount 12345600",
                    "expenditure.grand_total change 567800",
                    "expenditure.grand_total change_rate 4.82",
                    "expenditure.total amount 12100000",
                    "revenue.grand_total amount 12345600",
                    "revenue.grand_total change 567800",
                    "revenue.grand_total change_rate 4.82",
                    "revenue.total amount 12000000",
                    "surplus.distributed amount 0",
                    "surplus.used amount 0",
                ],
            ),
            (
                "1.总体情况。2023年度收入总计1234.56万元，支出总计1234.56万元。收支较上年决算数增加56.78万元，增长4.82%，主要原因是政府性基金减少401.85万元，年初结转结余减少1475.63万元。",
                &[
                    "expenditure.grand_total amount 12345600",
                    "expenditure.grand_total change 567800",
                    "expenditure.grand_total change_rate 4.82",
                    "revenue.grand_total amount 12345600",
                    "revenue.grand_total change 567800",
                    "revenue.grand_total change_rate 4.82",
                    "? 401.85万元",
                    "? 1475.63万元",
                ],
            ),
            (
                "2.收入情况。2023年度收入合计1200.00万元，较上年决算数增加44.48万元，增长3.85%，主要原因是人员增加。其中：财政拨款收入1180.00万元，占98.3%；事业收入0.00万元，占0.0%；经营收入0.00万元，占0.0%；其他收入20.00万元，占1.7%。此外，使用非财政拨款结余0.00万元，年初结转和结余34.56万元。",
                &[
                    "carryover.opening amount 345600",
                    "revenue.appropriation amount 11800000",
                    "revenue.appropriation share 98.3",
                    "revenue.business amount 0",
                    "revenue.business share 0",
                    "revenue.institutional amount 0",
                    "revenue.institutional share 0",
                    "revenue.other amount 200000",
                    "revenue.other share 1.7",
                    "revenue.total amount 12000000",
                    "revenue.total change 444800",
                    "revenue.total change_rate 3.85",
                    "surplus.used amount 0",
                ],
            ),
            (
                "3.支出情况。2023年度支出合计1210.00万元，较上年决算数增加50万元，增长4.3%，主要原因是人员增加。其中：基本支出800.00万元，占66.1%；项目支出410.00万元，占33.9%；经营支出0.00万元，占0.0%。此外，结余分配0.00万元。",
                &[
                    "expenditure.basic amount 8000000",
                    "expenditure.basic share 66.1",
                    "expenditure.business amount 0",
                    "expenditure.business share 0",
                    "expenditure.project amount 4100000",
                    "expenditure.project share 33.9",
                    "expenditure.total amount 12100000",
                    "expenditure.total change 500000",
                    "expenditure.total change_rate 4.3",
                    "surplus.distributed amount 0",
                ],
            ),
            (
                "4.结转结余情况。2023年度年末结转和结余24.56万元，较上年决算数减少10万元，下降28.9%，主要原因是加快支出。",
                &[
                    "carryover.closing amount 245600",
                    "carryover.closing change -100000",
                    "carryover.closing change_rate -28.9",
                ],
            ),
            (
                "2023年度收、支总计各是1234.56万元。与2022年相比，收、支总计各减少67.86万元，各下降5.21%。",
                &[
                    "expenditure.grand_total amount 12345600",
                    "expenditure.grand_total change -678600",
                    "expenditure.grand_total change_rate -5.21",
                    "revenue.grand_total amount 12345600",
                    "revenue.grand_total change -678600",
                    "revenue.grand_total change_rate -5.21",
                ],
            ),
            (
                "收支总计1234.56万元，比上年增加56.78万元，增长4.82%。",
                &[
                    "expenditure.grand_total amount 12345600",
                    "expenditure.grand_total change 567800",
                    "expenditure.grand_total change_rate 4.82",
                    "revenue.grand_total amount 12345600",
                    "revenue.grand_total change 567800",
                    "revenue.grand_total change_rate 4.82",
                ],
            ),
            (
                "2023年收入总计1234.56万元、支出总计1234.56万元，分别较上年增加56.78万元、56.78万元，增长4.82%、4.82%。",
                &[
                    "expenditure.grand_total amount 12345600",
                    "expenditure.grand_total change 567800",
                    "expenditure.grand_total change_rate 4.82",
                    "revenue.grand_total amount 12345600",
                    "revenue.grand_total change 567800",
                    "revenue.grand_total change_rate 4.82",
                ],
            ),
            (
                "2023年度本单位总收入1234.56万元，总支出1234.56万元，较2022年总收入、总支出各减少20万元，下降1.59%。",
                &[
                    "expenditure.grand_total amount 12345600",
                    "expenditure.grand_total change -200000",
                    "expenditure.grand_total change_rate -1.59",
                    "revenue.grand_total amount 12345600",
                    "revenue.grand_total change -200000",
                    "revenue.grand_total change_rate -1.59",
                ],
            ),
            (
                "2023年度收入总计1234.56万元，上年为1177.78万元，增加56.78万元，增长4.82%。",
                &[
                    "revenue.grand_total amount 12345600",
                    "revenue.grand_total amount 2022 11777800",
                    "revenue.grand_total change 567800",
                    "revenue.grand_total change_rate 4.82",
                ],
            ),
            (
                "与2022年度1177.78万元相比，收、支总计各增加56.78万元，增长4.82%。",
                &[
                    "expenditure.grand_total amount 2022 11777800",
                    "expenditure.grand_total change 567800",
                    "expenditure.grand_total change_rate 4.82",
                    "revenue.grand_total amount 2022 11777800",
                    "revenue.grand_total change 567800",
                    "revenue.grand_total change_rate 4.82",
                ],
            ),
        ],
    );
}

#[test]
fn balance_2() {
    check(
        FINAL_ACCOUNTS,
        "二、收入决算情况说明",
        &[
            (
                "本年收入合计1,200.00万元，其中：财政拨款收入1,180.00万元，占收入合计98.33%（其中：一般公共预算1,100.00万元，政府性基金预算80.00万元，国有资本经营预算0.00万元）；事业收入0.00万元，占收入合计0.00%；其他收入20.00万元，占收入合计1.67%。",
                &[
                    "revenue.appropriation amount 11800000",
                    "revenue.appropriation share 98.33",
                    "revenue.general_public_budget amount 11000000",
                    "revenue.government_fund amount 800000",
                    "revenue.institutional amount 0",
                    "revenue.institutional share 0",
                    "revenue.other amount 200000",
                    "revenue.other share 1.67",
                    "revenue.state_capital amount 0",
                    "revenue.total amount 12000000",
                ],
            ),
            (
                "2023年度本年收入合计1200万元，比上年增加44.48万元，增长3.85%。其中：财政拨款收入1180万元，占收入合计的98.33%；事业收入0万元，占收入合计的0.00%；其他收入20万元，占收入合计的1.67%。",
                &[
                    "revenue.appropriation amount 11800000",
                    "revenue.appropriation share 98.33",
                    "revenue.institutional amount 0",
                    "revenue.institutional share 0",
                    "revenue.other amount 200000",
                    "revenue.other share 1.67",
                    "revenue.total amount 12000000",
                    "revenue.total change 444800",
                    "revenue.total change_rate 3.85",
                ],
            ),
            (
                "本年收入的具体构成为：财政拨款收入1100万元，占91.67%；事业收入60万元，占5%；经营收入0万元，占0%；其他收入40万元，占3.33%。",
                &[
                    "revenue.appropriation amount 11000000",
                    "revenue.appropriation share 91.67",
                    "revenue.business amount 0",
                    "revenue.business share 0",
                    "revenue.institutional amount 600000",
                    "revenue.institutional share 5",
                    "revenue.other amount 400000",
                    "revenue.other share 3.33",
                ],
            ),
            (
                "本年收入1,200.00万元，其中：财政拨款收入1,180.00万元，占98.33%；上级补助收入0.00万元，占0.00%；其他收入20.00万元，占1.67%。",
                &[
                    "revenue.appropriation amount 11800000",
                    "revenue.appropriation share 98.33",
                    "revenue.other amount 200000",
                    "revenue.other share 1.67",
                    "revenue.superior_subsidy amount 0",
                    "revenue.superior_subsidy share 0",
                    "revenue.total amount 12000000",
                ],
            ),
            (
                "本年收入合计1200万元，其中：一般公共预算财政拨款收入1100万元，占91.67%；政府性基金收入80万元，占6.67%；其余为其他收入20万元，占1.66%。",
                &[
                    "revenue.general_public_budget amount 11000000",
                    "revenue.general_public_budget share 91.67",
                    "revenue.government_fund amount 800000",
                    "revenue.government_fund share 6.67",
                    "revenue.other amount 200000",
                    "revenue.other share 1.66",
                    "revenue.total amount 12000000",
                ],
            ),
            (
                "本年收入合计1200万元，其中：财政拨款收入占98.33%，为1180万元；其他收入占1.67%，为20万元。",
                &[
                    "revenue.appropriation amount 11800000",
                    "revenue.appropriation share 98.33",
                    "revenue.other amount 200000",
                    "revenue.other share 1.67",
                    "revenue.total amount 12000000",
                ],
            ),
            (
                "1.财政拨款收入1180万元。与上年决算相比，增加20万元，增长1.72%。\n2.其他收入20万元。与上年决算相比，减少5万元，下降20%，主要原因是利息减少。",
                &[
                    "revenue.appropriation amount 11800000",
                    "revenue.appropriation change 200000",
                    "revenue.appropriation change_rate 1.72",
                    "revenue.other amount 200000",
                    "revenue.other change -50000",
                    "revenue.other change_rate -20",
                ],
            ),
            (
                "财政拨款收入1180万元，占比98.33%，较上年增加20万元，增幅1.72%；其他收入20万元，占比1.67%，较上年减少5万元，减幅20%。",
                &[
                    "revenue.appropriation amount 11800000",
                    "revenue.appropriation change 200000",
                    "revenue.appropriation change_rate 1.72",
                    "revenue.appropriation share 98.33",
                    "revenue.other amount 200000",
                    "revenue.other change -50000",
                    "revenue.other change_rate -20",
                    "revenue.other share 1.67",
                ],
            ),
            (
                "财政专户管理资金收入35万元，占2.9%；单位资金收入20万元，占1.6%。",
                &[],
            ),
        ],
    );
}

#[test]
fn balance_3() {
    check(
        FINAL_ACCOUNTS,
        "三、支出决算情况说明",
        &[
            (
                "本年支出合计1,210.00万元，其中：基本支出800.00万元，占66.12%；项目支出410.00万元，占33.88%；上缴上级支出0.00万元，占0.00%；经营支出0.00万元，占0.00%；对附属单位补助支出0.00万元，占0.00%。",
                &[
                    "expenditure.affiliate_subsidy amount 0",
                    "expenditure.affiliate_subsidy share 0",
                    "expenditure.basic amount 8000000",
                    "expenditure.basic share 66.12",
                    "expenditure.business amount 0",
                    "expenditure.business share 0",
                    "expenditure.project amount 4100000",
                    "expenditure.project share 33.88",
                    "expenditure.superior_remittance amount 0",
                    "expenditure.superior_remittance share 0",
                    "expenditure.total amount 12100000",
                ],
            ),
            (
                "本年支出的具体构成为：基本支出800万元，占66.12%；项目支出410万元，占33.88%。",
                &[
                    "expenditure.basic amount 8000000",
                    "expenditure.basic share 66.12",
                    "expenditure.project amount 4100000",
                    "expenditure.project share 33.88",
                ],
            ),
            (
                "支出按支出性质分类：基本支出800万元，占66.12%；项目支出410万元，占33.88%。按支出经济分类：工资福利支出600万元，商品和服务支出300万元，资本性支出310万元。",
                &[
                    "expenditure.basic amount 8000000",
                    "expenditure.basic share 66.12",
                    "expenditure.project amount 4100000",
                    "expenditure.project share 33.88",
                    "expenditure.total amount economic=301 6000000",
                    "expenditure.total amount economic=302 3000000",
                    "expenditure.total amount economic=310 3100000",
                ],
            ),
            (
                "2023年度支出总计1210万元，按用途划分为：基本支出800万元，占66.12%，其中：人员经费700万元，日常公用经费100万元；项目支出410万元，占33.88%。",
                &[
                    "expenditure.basic amount 8000000",
                    "expenditure.basic share 66.12",
                    "expenditure.grand_total amount 12100000",
                    "expenditure.project amount 4100000",
                    "expenditure.project share 33.88",
                ],
            ),
        ],
    );
}

#[test]
fn parts_of_what_is_left_over() {
    check(
        FINAL_ACCOUNTS,
        "三、收入支出决算总体情况说明",
        &[
            (
                "年末结转和结余9万元，其中：教育支出4万元、卫生健康支出5万元。",
                &["carryover.closing amount 90000", "? 4万元", "? 5万元"],
            ),
            (
                "年末结转和结余9万元，包括基本支出结转4万元、项目支出结转5万元；本年支出合计90万元，其中基本支出60万元，项目支出30万元。",
                &[
                    "carryover.closing amount 90000",
                    "expenditure.basic amount 600000",
                    "expenditure.project amount 300000",
                    "expenditure.total amount 900000",
                    "? 4万元",
                    "? 5万元",
                ],
            ),
            (
                "收入总计100万元，其中：年初结转和结余4万元，本年收入合计96万元。",
                &[
                    "carryover.opening amount 40000",
                    "revenue.grand_total amount 1000000",
                    "revenue.total amount 960000",
                ],
            ),
        ],
    );
}
