//! Appropriation, categories, basic expenditure and the funds, as reports of many provinces word them.

use super::{FINAL_ACCOUNTS, check};

#[test]
fn categories_1() {
    check(
        FINAL_ACCOUNTS,
        "四、财政拨款收入支出决算总体情况说明",
        &[
            (
                "2023年度财政拨款收、支总计1,180.50万元。与2022年相比，财政拨款收、支总计各增加20.00万元，增长1.72%。主要变动原因是人员增加。",
                &[
                    "appropriation.expenditure.grand_total amount 11805000",
                    "appropriation.expenditure.grand_total change 200000",
                    "appropriation.expenditure.grand_total change_rate 1.72",
                    "appropriation.revenue.grand_total amount 11805000",
                    "appropriation.revenue.grand_total change 200000",
                    "appropriation.revenue.grand_total change_rate 1.72",
                ],
            ),
            (
                "财政拨款收入总计1180.5万元，其中：年初财政拨款结转和结余20.5万元，本年财政拨款收入1160万元。财政拨款支出总计1180.5万元，其中：年末财政拨款结转和结余10.5万元，本年财政拨款支出1170万元。财政拨款收入支出总体与上年相比，增加20万元，增长1.72%。与年初预算相比，年初预算数1000.00万元，决算数1180.5万元，预决算差异率18.05%，主要原因是：追加项目。",
                &[
                    "appropriation.expenditure.grand_total amount 11805000",
                    "appropriation.expenditure.grand_total amount approved 10000000",
                    "appropriation.expenditure.grand_total change 200000",
                    "appropriation.expenditure.grand_total change_rate 1.72",
                    "appropriation.expenditure.grand_total variance_rate 18.05",
                    "appropriation.expenditure.total amount 11700000",
                    "appropriation.revenue.grand_total amount 11805000",
                    "appropriation.revenue.grand_total amount approved 10000000",
                    "appropriation.revenue.grand_total change 200000",
                    "appropriation.revenue.grand_total change_rate 1.72",
                    "appropriation.revenue.grand_total variance_rate 18.05",
                    "appropriation.revenue.total amount 11600000",
                ],
            ),
            (
                "1.收入情况。2023年度一般公共预算财政拨款收入1160.00万元，较上年决算数增加20.00万元，增长1.8%。主要原因是人员增加。较年初预算数增加160.00万元，增长16.0%。主要原因是追加经费。此外，年初财政拨款结转和结余20.50万元。",
                &[
                    "revenue.general_public_budget amount 11600000",
                    "revenue.general_public_budget change 200000",
                    "revenue.general_public_budget change_rate 1.8",
                    "revenue.general_public_budget variance 1600000",
                    "revenue.general_public_budget variance_rate 16",
                ],
            ),
            (
                "2.支出情况。2023年度一般公共预算财政拨款支出1170.00万元，较上年决算数增加15.00万元，增长1.3%。主要原因是人员增加。较年初预算数增加170.00万元，增长17.0%。主要原因是追加经费。",
                &[
                    "general_public_budget.expenditure amount 11700000",
                    "general_public_budget.expenditure change 150000",
                    "general_public_budget.expenditure change_rate 1.3",
                    "general_public_budget.expenditure variance 1700000",
                    "general_public_budget.expenditure variance_rate 17",
                ],
            ),
            (
                "3.结转结余情况。2023年度年末一般公共预算财政拨款结转和结余10.50万元，较上年决算数减少10.00万元，下降48.8%。",
                &[],
            ),
            (
                "（1）一般公共服务支出900.00万元，占76.9%，较年初预算数增加150.00万元，增长20.0%，主要原因是追加经费。",
                &[
                    "appropriation.expenditure.total amount function=201 9000000",
                    "appropriation.expenditure.total share function=201 76.9",
                    "appropriation.expenditure.total variance function=201 1500000",
                    "appropriation.expenditure.total variance_rate function=201 20",
                ],
            ),
            (
                "（2）社会保障与就业支出150.00万元，占12.8%，较年初预算数增加10.00万元，增长7.1%，主要原因是缴费基数调整。",
                &[
                    "appropriation.expenditure.total amount function=208 1500000",
                    "appropriation.expenditure.total share function=208 12.8",
                    "appropriation.expenditure.total variance function=208 100000",
                    "appropriation.expenditure.total variance_rate function=208 7.1",
                ],
            ),
        ],
    );
}

#[test]
fn categories_2() {
    check(
        FINAL_ACCOUNTS,
        "五、一般公共预算财政拨款支出决算情况说明",
        &[
            (
                "2023年度一般公共预算财政拨款支出1,100.00万元，占本年支出合计的91.67%。与2022年度相比，一般公共预算财政拨款支出增加50万元，增长4.76%，主要原因是：人员增加。",
                &[
                    "general_public_budget.expenditure amount 11000000",
                    "general_public_budget.expenditure change 500000",
                    "general_public_budget.expenditure change_rate 4.76",
                    "general_public_budget.expenditure share 91.67",
                ],
            ),
            (
                "2023年度一般公共预算财政拨款支出1,100.00万元，主要用于以下方面：一般公共服务（类）支出800.00万元，占72.73%；科学技术（类）支出20.00万元，占1.82%；社会保障和就业（类）支出180.00万元，占16.36%；住房保障（类）支出100.00万元，占9.09%。",
                &[
                    "general_public_budget.expenditure amount 11000000",
                    "general_public_budget.expenditure amount function=201 8000000",
                    "general_public_budget.expenditure amount function=206 200000",
                    "general_public_budget.expenditure amount function=208 1800000",
                    "general_public_budget.expenditure amount function=221 1000000",
                    "general_public_budget.expenditure share function=201 72.73",
                    "general_public_budget.expenditure share function=206 1.82",
                    "general_public_budget.expenditure share function=208 16.36",
                    "general_public_budget.expenditure share function=221 9.09",
                ],
            ),
            (
                "2023年度一般公共预算财政拨款支出年初预算为1,050.00万元，支出决算为1,100.00万元，完成年初预算的104.76%，主要原因是追加。其中：\n（1）一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为500.00万元，支出决算为520.00万元，完成年初预算的104.00%，决算数大于年初预算数的主要原因是增人。\n（2）一般公共服务支出（类）财政事务（款）其他财政事务支出（项）。年初预算为0.00万元，支出决算为12.00万元，决算数大于年初预算数的主要原因是上级追加。",
                &[
                    "general_public_budget.expenditure amount 11000000",
                    "general_public_budget.expenditure amount approved 10500000",
                    "general_public_budget.expenditure amount approved function=2010601 5000000",
                    "general_public_budget.expenditure amount approved function=2010699 0",
                    "general_public_budget.expenditure amount function=2010601 5200000",
                    "general_public_budget.expenditure amount function=2010699 120000",
                    "general_public_budget.expenditure completion_rate 104.76",
                    "general_public_budget.expenditure completion_rate function=2010601 104",
                ],
            ),
            (
                "2023年度一般公共预算拨款支出1100万元，比上年决算数增加50万元，增长4.76%，具体情况如下（按项级科目分类统计）：\n（一）2010301行政运行500万元，较上年决算数增加20万元，增长4.17%。主要原因是增人。\n（二）2080505机关事业单位基本养老保险缴费支出60万元，较上年决算数减少3万元，下降4.76%。",
                &[
                    "general_public_budget.expenditure amount 11000000",
                    "general_public_budget.expenditure amount function=2010301 5000000",
                    "general_public_budget.expenditure amount function=2080505 600000",
                    "general_public_budget.expenditure change 500000",
                    "general_public_budget.expenditure change function=2010301 200000",
                    "general_public_budget.expenditure change function=2080505 -30000",
                    "general_public_budget.expenditure change_rate 4.76",
                    "general_public_budget.expenditure change_rate function=2010301 4.17",
                    "general_public_budget.expenditure change_rate function=2080505 -4.76",
                ],
            ),
            (
                "1.一般公共服务支出（类）财政事务（款）行政运行（项）：支出决算数为500万元，比上年决算增加20万元，增长4.17%，主要原因是：人员增加。",
                &[
                    "general_public_budget.expenditure amount function=2010601 5000000",
                    "general_public_budget.expenditure change function=2010601 200000",
                    "general_public_budget.expenditure change_rate function=2010601 4.17",
                ],
            ),
            (
                "一般公共预算财政拨款支出1100万元。与上年相比，增加50万元，增长4.76%。与年初预算相比，年初预算数1050万元，决算数1100万元，预决算差异率4.76%，主要原因是：追加。",
                &[
                    "general_public_budget.expenditure amount 11000000",
                    "general_public_budget.expenditure amount approved 10500000",
                    "general_public_budget.expenditure change 500000",
                    "general_public_budget.expenditure change_rate 4.76",
                    "general_public_budget.expenditure variance_rate 4.76",
                ],
            ),
            (
                "本年一般公共预算财政拨款支出1100万元，占本年支出合计的91.67%。与上年相比增加50万元，增长4.76%。其中：基本支出700万元，项目支出400万元。",
                &[
                    "general_public_budget.basic amount 7000000",
                    "general_public_budget.expenditure amount 11000000",
                    "general_public_budget.expenditure change 500000",
                    "general_public_budget.expenditure change_rate 4.76",
                    "general_public_budget.expenditure share 91.67",
                    "general_public_budget.project amount 4000000",
                ],
            ),
            (
                "财政拨款本年支出年初预算数为1050万元，决算数为1100万元，完成年初预算的104.76%。其中：\n（一）一般公共服务支出年初预算数为780万元，决算数为800万元，完成年初预算的102.56%，主要原因是：追加。\n（二）社会保障和就业支出年初预算数为180万元，决算数为180万元，完成年初预算的100%。",
                &[
                    "appropriation.expenditure.total amount 11000000",
                    "appropriation.expenditure.total amount approved 10500000",
                    "appropriation.expenditure.total amount approved function=201 7800000",
                    "appropriation.expenditure.total amount approved function=208 1800000",
                    "appropriation.expenditure.total amount function=201 8000000",
                    "appropriation.expenditure.total amount function=208 1800000",
                    "appropriation.expenditure.total completion_rate 104.76",
                    "appropriation.expenditure.total completion_rate function=201 102.56",
                    "appropriation.expenditure.total completion_rate function=208 100",
                ],
            ),
            (
                "行政运行（2010301）支出500万元，占45.45%。",
                &[
                    "general_public_budget.expenditure amount function=2010301 5000000",
                    "general_public_budget.expenditure share function=2010301 45.45",
                ],
            ),
            (
                "201（类）03（款）01（项）行政运行支出决算500万元。",
                &["general_public_budget.expenditure amount function=2010301 5000000"],
            ),
            (
                "“一般公共服务支出”（类）800万元，占72.73%，与年初预算数780万元相比增加20万元。",
                &[
                    "general_public_budget.expenditure amount approved function=201 7800000",
                    "general_public_budget.expenditure amount function=201 8000000",
                    "general_public_budget.expenditure share function=201 72.73",
                    "general_public_budget.expenditure variance function=201 200000",
                ],
            ),
            (
                "一般公共服务支出（类）2023年度决算800万元，比2023年年初预算增加20万元，增长2.56%。其中：“财政事务”（款）2023年度决算700万元，比2023年年初预算增加15万元，增长2.19%。主要原因：追加经费。",
                &[
                    "general_public_budget.expenditure amount function=201 8000000",
                    "general_public_budget.expenditure amount function=20106 7000000",
                    "general_public_budget.expenditure variance function=201 200000",
                    "general_public_budget.expenditure variance function=20106 150000",
                    "general_public_budget.expenditure variance_rate function=201 2.56",
                    "general_public_budget.expenditure variance_rate function=20106 2.19",
                ],
            ),
            (
                "教育支出（205类）100万元，占9.09%。",
                &[
                    "general_public_budget.expenditure amount function=205 1000000",
                    "general_public_budget.expenditure share function=205 9.09",
                ],
            ),
            (
                "社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）。年初预算60万元，支出决算60万元，完成年初预算的100%，与年初预算持平。",
                &[
                    "general_public_budget.expenditure amount approved function=2080505 600000",
                    "general_public_budget.expenditure amount function=2080505 600000",
                    "general_public_budget.expenditure completion_rate function=2080505 100",
                    "general_public_budget.expenditure variance function=2080505 0",
                ],
            ),
            (
                "卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。年初预算为30万元，支出决算为28万元，预决算差异率-6.67%。",
                &[
                    "general_public_budget.expenditure amount approved function=2101101 300000",
                    "general_public_budget.expenditure amount function=2101101 280000",
                    "general_public_budget.expenditure variance_rate function=2101101 -6.67",
                ],
            ),
            (
                "住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算数为0，支出决算为12万元，年初预算数为0，无法计算完成率。",
                &["general_public_budget.expenditure amount function=2210201 120000"],
            ),
        ],
    );
}

#[test]
fn categories_3() {
    check(
        FINAL_ACCOUNTS,
        "六、一般公共预算财政拨款基本支出决算情况说明",
        &[
            (
                "2023年度一般公共预算财政拨款基本支出700.00万元，其中：人员经费620.00万元，主要包括：基本工资200万元、津贴补贴150万元、奖金100万元；公用经费80.00万元，主要包括：办公费20万元、印刷费5万元。",
                &[
                    "general_public_budget.basic amount 7000000",
                    "general_public_budget.basic.operating amount 800000",
                    "general_public_budget.basic.operating amount economic=30201 200000",
                    "general_public_budget.basic.operating amount economic=30202 50000",
                    "general_public_budget.basic.personnel amount 6200000",
                    "general_public_budget.basic.personnel amount economic=30101 2000000",
                    "general_public_budget.basic.personnel amount economic=30102 1500000",
                    "general_public_budget.basic.personnel amount economic=30103 1000000",
                ],
            ),
            (
                "基本支出700万元，其中：\n（一）工资福利支出500万元，较2022年增加20万元，增长4.17%，主要原因是：调资。\n（二）商品和服务支出80万元，较2022年减少5万元，下降5.88%。\n（三）对个人和家庭补助支出115万元，较2022年增加3万元，增长2.68%。\n（四）资本性支出5万元，较2022年增加1万元，增长25%。",
                &[
                    "general_public_budget.basic amount 7000000",
                    "general_public_budget.basic amount economic=301 5000000",
                    "general_public_budget.basic amount economic=302 800000",
                    "general_public_budget.basic amount economic=303 1150000",
                    "general_public_budget.basic amount economic=310 50000",
                    "general_public_budget.basic change economic=301 200000",
                    "general_public_budget.basic change economic=302 -50000",
                    "general_public_budget.basic change economic=303 30000",
                    "general_public_budget.basic change economic=310 10000",
                    "general_public_budget.basic change_rate economic=301 4.17",
                    "general_public_budget.basic change_rate economic=302 -5.88",
                    "general_public_budget.basic change_rate economic=303 2.68",
                    "general_public_budget.basic change_rate economic=310 25",
                ],
            ),
            (
                "人员经费620万元，占基本支出的88.57%，主要包括基本工资、津贴补贴；公用经费80万元，占基本支出的11.43%。",
                &[
                    "general_public_budget.basic.operating amount 800000",
                    "general_public_budget.basic.operating share 11.43",
                    "general_public_budget.basic.personnel amount 6200000",
                    "general_public_budget.basic.personnel share 88.57",
                ],
            ),
            (
                "一般公共预算财政拨款基本支出700万元，较上年决算数增加12万元，增长1.74%。人员经费用途主要包括基本工资等。公用经费80万元，较上年决算数减少2万元，下降2.4%。",
                &[
                    "general_public_budget.basic amount 7000000",
                    "general_public_budget.basic change 120000",
                    "general_public_budget.basic change_rate 1.74",
                    "general_public_budget.basic.operating amount 800000",
                    "general_public_budget.basic.operating change -20000",
                    "general_public_budget.basic.operating change_rate -2.4",
                ],
            ),
            (
                "基本支出中，人员经费620万元，公用经费80万元。",
                &[
                    "general_public_budget.basic.operating amount 800000",
                    "general_public_budget.basic.personnel amount 6200000",
                ],
            ),
        ],
    );
}

#[test]
fn categories_4() {
    check(
        FINAL_ACCOUNTS,
        "九、政府性基金预算收入支出决算情况说明",
        &[
            (
                "2023年度政府性基金预算财政拨款年初结转和结余0.00万元，本年收入80.00万元，本年支出80.00万元，年末结转和结余0.00万元。",
                &[
                    "government_fund.expenditure amount 800000",
                    "government_fund.revenue amount 800000",
                ],
            ),
            (
                "政府性基金预算财政拨款收入80万元，与上年相比增加30万元，增长60%；支出80万元，与上年相比增加30万元，增长60%，主要用于：城乡社区支出（类）国有土地使用权出让收入安排的支出（款）农业农村生态环境支出（项）80万元。",
                &[
                    "government_fund.expenditure amount 800000",
                    "government_fund.expenditure amount function=2120816 800000",
                    "government_fund.expenditure change 300000",
                    "government_fund.expenditure change_rate 60",
                    "government_fund.revenue amount 800000",
                    "government_fund.revenue change 300000",
                    "government_fund.revenue change_rate 60",
                ],
            ),
            ("本部门2023年度无政府性基金预算财政拨款支出。", &[]),
            (
                "2023年度政府性基金支出80万元，年初预算50万元，完成年初预算的160%。",
                &[
                    "government_fund.expenditure amount 800000",
                    "government_fund.expenditure amount approved 500000",
                    "government_fund.expenditure completion_rate 160",
                ],
            ),
            (
                "国有资本经营预算财政拨款支出0万元。",
                &["state_capital.expenditure amount 0"],
            ),
        ],
    );
}

#[test]
fn categories_5() {
    check(
        FINAL_ACCOUNTS,
        "十、国有资本经营预算支出决算情况说明",
        &[
            (
                "2023年度国有资本经营预算财政拨款本年收入5.00万元，本年支出5.00万元，其中：基本支出0万元，项目支出5万元。",
                &[
                    "state_capital.expenditure amount 50000",
                    "state_capital.revenue amount 50000",
                    "? 0万元",
                    "? 5万元",
                ],
            ),
            (
                "国有资本经营预算财政拨款支出5万元，占本年支出合计的0.42%，较上年减少2万元，下降28.57%。",
                &[
                    "state_capital.expenditure amount 50000",
                    "state_capital.expenditure change -20000",
                    "state_capital.expenditure change_rate -28.57",
                    "state_capital.expenditure share 0.42",
                ],
            ),
            (
                "国有资本经营预算支出年初预算5万元，支出决算5万元，完成年初预算的100%。其中：国有资本经营预算支出（类）解决历史遗留问题及改革成本支出（款）国有企业退休人员社会化管理补助支出（项）5万元。",
                &[
                    "state_capital.expenditure amount 50000",
                    "state_capital.expenditure amount approved 50000",
                    "state_capital.expenditure amount function=2230105 50000",
                    "state_capital.expenditure completion_rate 100",
                ],
            ),
        ],
    );
}
