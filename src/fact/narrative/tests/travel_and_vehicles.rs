//! “三公” expenditure and its counts, as reports of many provinces word them.

use super::{FINAL_ACCOUNTS, check};

#[test]
fn travel_and_vehicles_1() {
    check(
        FINAL_ACCOUNTS,
        "八、财政拨款“三公”经费支出决算情况说明",
        &[
            (
                "2023年度“三公”经费财政拨款支出年初预算为20.00万元，支出决算为15.00万元，完成年初预算的75.00%，2023年度“三公”经费支出决算数小于年初预算数的主要原因是厉行节约。决算数与2022年度相比，减少2.00万元，下降11.76%。",
                &[
                    "three_public.total amount 150000",
                    "three_public.total amount approved 200000",
                    "three_public.total change -20000",
                    "three_public.total change_rate -11.76",
                    "three_public.total completion_rate 75",
                ],
            ),
            (
                "2023年度“三公”经费财政拨款支出决算10万元（其中：一般公共预算支出10万元；政府性基金预算支出0万元；国有资本经营预算支出0万元）。与上年相比，减少2万元，变动原因：节约。其中，因公出国（境）费支出0万元，占“三公”经费的0%；公务用车购置及运行维护费支出8万元，占“三公”经费的80%；公务接待费支出2万元，占“三公”经费的20%。具体情况如下：",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.hospitality share 20",
                    "three_public.overseas amount 0",
                    "three_public.overseas share 0",
                    "three_public.total amount 100000",
                    "three_public.total amount fund=general_public_budget 100000",
                    "three_public.total amount fund=government_fund 0",
                    "three_public.total amount fund=state_capital 0",
                    "three_public.total change -20000",
                    "three_public.vehicles amount 80000",
                    "three_public.vehicles share 80",
                ],
            ),
            (
                "1.因公出国（境）费支出预算0万元（其中：一般公共预算支出0万元；政府性基金预算支出0万元；国有资本经营预算支出0万元），支出决算0万元（其中：一般公共预算支出0万元；政府性基金预算支出0万元；国有资本经营预算支出0万元），完成调整预算的100%，决算数与预算数相同。全年使用财政拨款涉及的出国（境）团组0个，累计0人次。",
                &[
                    "three_public.overseas amount 0",
                    "three_public.overseas amount approved 0",
                    "three_public.overseas amount approved fund=general_public_budget 0",
                    "three_public.overseas amount approved fund=government_fund 0",
                    "three_public.overseas amount approved fund=state_capital 0",
                    "three_public.overseas amount fund=general_public_budget 0",
                    "three_public.overseas amount fund=government_fund 0",
                    "three_public.overseas amount fund=state_capital 0",
                    "three_public.overseas completion_rate 100",
                    "three_public.overseas variance 0",
                    "three_public.overseas.delegations count 0",
                    "three_public.overseas.persons count 0",
                ],
            ),
            (
                "2.公务用车购置及运行维护费支出预算9万元，支出决算8万元，完成调整预算的88.89%，决算数与预算数的差异原因：节约。其中：\n（1）公务用车购置支出预算0万元，支出决算0万元，完成调整预算的100%，决算数与预算数相同。本年度使用财政拨款购置公务用车0辆。\n（2）公务用车运行维护费支出预算9万元，支出决算8万元，完成调整预算的88.89%。公务用车运行维护费主要用于车辆燃料费。截至2023年12月31日，使用财政拨款开支的公务用车保有量为4辆。",
                &[
                    "three_public.vehicles amount 80000",
                    "three_public.vehicles amount approved 90000",
                    "three_public.vehicles completion_rate 88.89",
                    "three_public.vehicles.held count 4",
                    "three_public.vehicles.operation amount 80000",
                    "three_public.vehicles.operation amount approved 90000",
                    "three_public.vehicles.operation completion_rate 88.89",
                    "three_public.vehicles.purchase amount 0",
                    "three_public.vehicles.purchase amount approved 0",
                    "three_public.vehicles.purchase completion_rate 100",
                    "three_public.vehicles.purchase variance 0",
                    "three_public.vehicles.purchased count 0",
                ],
            ),
            (
                "3.公务接待费支出预算3万元，支出决算2万元，完成调整预算的66.67%。其中：国内公务接待支出2万元，接待30批次，200人次，开支内容：接待来访；国（境）外公务接待支出0万元，接待0批次，0人次，开支内容：无。",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.hospitality amount approved 30000",
                    "three_public.hospitality completion_rate 66.67",
                    "three_public.hospitality.domestic amount 20000",
                    "three_public.hospitality.domestic.batches count 30",
                    "three_public.hospitality.domestic.persons count 200",
                    "three_public.hospitality.foreign amount 0",
                    "three_public.hospitality.foreign.batches count 0",
                    "three_public.hospitality.foreign.persons count 0",
                ],
            ),
            (
                "公务用车购置支出0.00万元（含购置税等附加费用），主要用于经批准购置的0辆公务用车；公务用车运行维护费支出8.50万元，主要用于燃料费等支出。截至2023年12月31日，本部门开支一般公共预算财政拨款的公务用车保有量为5辆。",
                &[
                    "three_public.vehicles.held count 5",
                    "three_public.vehicles.operation amount 85000",
                    "three_public.vehicles.purchase amount 0",
                    "three_public.vehicles.purchased count 0",
                ],
            ),
            (
                "公务接待费支出2.10万元，主要用于接待考察等支出。其中：接待外宾支出0.00万元，接待0批次，累计0人次；其他国内公务接待支出2.10万元，接待35批次，累计280人次。",
                &[
                    "three_public.hospitality amount 21000",
                    "three_public.hospitality.domestic amount 21000",
                    "three_public.hospitality.domestic.batches count 35",
                    "three_public.hospitality.domestic.persons count 280",
                    "three_public.hospitality.foreign amount 0",
                    "three_public.hospitality.foreign.batches count 0",
                    "three_public.hospitality.foreign.persons count 0",
                ],
            ),
            (
                "公务接待费年初预算为3.00万元，支出决算为2.10万元，完成年初预算的70.00%，占“三公”经费支出决算的19.81%，与2022年度相比，减少0.40万元，下降16.00%。其中，本部门国内公务接待累计35批次，280人次。",
                &[
                    "three_public.hospitality amount 21000",
                    "three_public.hospitality amount approved 30000",
                    "three_public.hospitality change -4000",
                    "three_public.hospitality change_rate -16",
                    "three_public.hospitality completion_rate 70",
                    "three_public.hospitality share 19.81",
                    "three_public.hospitality.domestic.batches count 35",
                    "three_public.hospitality.domestic.persons count 280",
                ],
            ),
            (
                "（一）因公出国（境）费支出0万元。本部门2023年度因公出国（境）费支出0万元，与预算持平；与上年持平。因公出国（境）团组0个、共0人、无本单位组织的出国（境）团组。",
                &[
                    "three_public.overseas amount 0",
                    "three_public.overseas change 0",
                    "three_public.overseas variance 0",
                    "three_public.overseas.delegations count 0",
                    "three_public.overseas.persons count 0",
                ],
            ),
            (
                "（二）公务用车购置及运行维护费支出8万元。本部门2023年度公务用车购置及运行维护费较预算减少1万元，降低11.11%，主要是节约；较上年减少0.5万元，降低5.88%，主要是节约。其中：",
                &[
                    "three_public.vehicles amount 80000",
                    "three_public.vehicles change -5000",
                    "three_public.vehicles change_rate -5.88",
                    "three_public.vehicles variance -10000",
                    "three_public.vehicles variance_rate -11.11",
                ],
            ),
            (
                "公务用车运行维护费支出8万元：本部门2023年度单位公务用车保有量4辆。公务用车运行维护费支出较预算减少1万元，降低11.11%，主要是节约；较上年减少0.5万元，降低5.88%，主要是节约。",
                &[
                    "three_public.vehicles.held count 4",
                    "three_public.vehicles.operation amount 80000",
                    "three_public.vehicles.operation change -5000",
                    "three_public.vehicles.operation change_rate -5.88",
                    "three_public.vehicles.operation variance -10000",
                    "three_public.vehicles.operation variance_rate -11.11",
                ],
            ),
            (
                "（三）公务接待费支出2万元。本部门2023年度公务接待费支出2万元，公务接待共30批次、200人次。公务接待费支出较预算减少1万元，降低33.33%，主要是节约；较上年减少0.2万元，降低9.09%。",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.hospitality change -2000",
                    "three_public.hospitality change_rate -9.09",
                    "three_public.hospitality variance -10000",
                    "three_public.hospitality variance_rate -33.33",
                ],
            ),
            (
                "因公出国（境）支出全年预算数为0万元，决算数为0万元，完成全年预算的0%，决算数与2022年持平。决算数与年初预算数持平。全年安排因公出国（境）团组0个，累计0人次。",
                &[
                    "three_public.overseas amount 0",
                    "three_public.overseas amount adjusted 0",
                    "three_public.overseas change 0",
                    "three_public.overseas completion_rate 0",
                    "three_public.overseas variance 0",
                    "three_public.overseas.delegations count 0",
                    "three_public.overseas.persons count 0",
                ],
            ),
            (
                "公务接待费支出全年预算数为3万元，决算数为2万元，完成全年预算的66.67%，决算数较2022年减少0.2万元，下降9.09%。全年国内公务接待30批，累计接待200人次，其中外事接待0批，累计接待0人次，主要为接待来访。",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.hospitality amount adjusted 30000",
                    "three_public.hospitality change -2000",
                    "three_public.hospitality change_rate -9.09",
                    "three_public.hospitality completion_rate 66.67",
                    "three_public.hospitality.domestic.batches count 30",
                    "three_public.hospitality.domestic.persons count 200",
                    "three_public.hospitality.foreign.batches count 0",
                    "three_public.hospitality.foreign.persons count 0",
                ],
            ),
            (
                "2023年“三公”经费一般公共预算财政拨款支出10万元，同比下降16.67%。具体情况如下：\n（一）因公出国（境）费支出0万元，与上年持平。\n（二）公务用车购置及运行费8万元。其中：公务用车购置费0万元，2023年公务用车购置0辆。公务用车运行费8万元，主要用于燃油等方面支出，年末公务用车保有量4辆。与2022年相比，公务用车购置及运行费下降5.88%，其中：公务用车购置费与上年持平，公务用车运行费下降5.88%。\n（三）公务接待费2万元。主要用于接待等方面的支出，累计接待30批次、接待总人数200人次。与2022年相比，公务接待费支出下降9.09%。",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.hospitality change_rate -9.09",
                    "three_public.overseas amount 0",
                    "three_public.overseas change 0",
                    "three_public.total amount 100000",
                    "three_public.total change_rate -16.67",
                    "three_public.vehicles amount 80000",
                    "three_public.vehicles change_rate -5.88",
                    "three_public.vehicles.held count 4",
                    "three_public.vehicles.operation amount 80000",
                    "three_public.vehicles.operation change_rate -5.88",
                    "three_public.vehicles.purchase amount 0",
                    "three_public.vehicles.purchase change 0",
                    "three_public.vehicles.purchased count 0",
                    "? 30批次",
                    "? 200人次",
                ],
            ),
            (
                "财政拨款“三公”经费支出10万元，比上年减少2万元，下降16.67%，主要原因是：节约。其中：因公出国（境）费支出0.00万元，占0.00%，与上年相比无变化；公务用车购置及运行维护费支出8万元，占80%，比上年减少0.5万元，下降5.88%；公务接待费支出2万元，占20%，比上年减少0.2万元，下降9.09%。",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.hospitality change -2000",
                    "three_public.hospitality change_rate -9.09",
                    "three_public.hospitality share 20",
                    "three_public.overseas amount 0",
                    "three_public.overseas change 0",
                    "three_public.overseas share 0",
                    "three_public.total amount 100000",
                    "three_public.total change -20000",
                    "three_public.total change_rate -16.67",
                    "three_public.vehicles amount 80000",
                    "three_public.vehicles change -5000",
                    "three_public.vehicles change_rate -5.88",
                    "three_public.vehicles share 80",
                ],
            ),
            (
                "因公出国（境）费支出0.00万元。单位全年安排的因公出国（境）团组0个，因公出国（境）0人次。",
                &[
                    "three_public.overseas amount 0",
                    "three_public.overseas.delegations count 0",
                    "three_public.overseas.persons count 0",
                ],
            ),
            (
                "公务用车购置及运行维护费8万元，其中：公务用车购置费0.00万元，公务用车运行维护费8万元。公务用车运行维护费开支内容包括：燃料费、维修费。公务用车购置数0辆，公务用车保有量4辆。",
                &[
                    "three_public.vehicles amount 80000",
                    "three_public.vehicles.held count 4",
                    "three_public.vehicles.operation amount 80000",
                    "three_public.vehicles.purchase amount 0",
                    "three_public.vehicles.purchased count 0",
                ],
            ),
            (
                "公务接待费2万元，开支内容包括：业务接待。单位全年安排的国内公务接待30批次，200人次。",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.hospitality.domestic.batches count 30",
                    "three_public.hospitality.domestic.persons count 200",
                ],
            ),
            (
                "与年初预算相比，年初预算数12万元，决算数10万元，预决算差异率-16.67%，主要原因是：节约。其中：因公出国（境）费预算数0.00万元，决算数0.00万元，预决算差异率0.00%，主要原因是：无差异；公务用车购置费预算数0.00万元，决算数0.00万元，预决算差异率0.00%；公务用车运行维护费预算数9万元，决算数8万元，预决算差异率-11.11%；公务接待费预算数3万元，决算数2万元，预决算差异率-33.33%。",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.hospitality amount approved 30000",
                    "three_public.hospitality variance_rate -33.33",
                    "three_public.overseas amount 0",
                    "three_public.overseas amount approved 0",
                    "three_public.overseas variance_rate 0",
                    "three_public.total amount 100000",
                    "three_public.total amount approved 120000",
                    "three_public.total variance_rate -16.67",
                    "three_public.vehicles.operation amount 80000",
                    "three_public.vehicles.operation amount approved 90000",
                    "three_public.vehicles.operation variance_rate -11.11",
                    "three_public.vehicles.purchase amount 0",
                    "three_public.vehicles.purchase amount approved 0",
                    "three_public.vehicles.purchase variance_rate 0",
                ],
            ),
            (
                "2023年组织因公出国（境）团组1个、2人次，人均因公出国（境）费用3.2万元。",
                &[
                    "three_public.overseas.delegations count 1",
                    "three_public.overseas.persons count 2",
                    "? 3.2万元",
                ],
            ),
            (
                "2023年公务用车购置及运行维护费决算数8万元，比2023年年初预算9万元减少1万元。其中，公务用车购置费2023年决算数0万元，比2023年年初预算减少0万元。2023年购置（更新）0辆，车均购置费0万元。公务用车运行维护费2023年决算数8万元，比2023年年初预算减少1万元，主要原因：节约。2023年公务用车运行维护费中，公务用车加油3万元，公务用车维修2万元，公务用车保险2万元，公务用车其他支出1万元。2023年公务用车保有量4辆，车均运行维护费2万元。",
                &[
                    "three_public.vehicles amount 80000",
                    "three_public.vehicles amount approved 90000",
                    "three_public.vehicles variance -10000",
                    "three_public.vehicles.held count 4",
                    "three_public.vehicles.operation amount 80000",
                    "three_public.vehicles.operation variance -10000",
                    "three_public.vehicles.purchase amount 0",
                    "three_public.vehicles.purchase variance 0",
                    "three_public.vehicles.purchased count 0",
                    "? 0万元",
                    "? 3万元",
                    "? 2万元",
                    "? 2万元",
                    "? 1万元",
                    "? 2万元",
                ],
            ),
            (
                "公务接待费2023年决算数2万元，比2023年年初预算3万元减少1万元。主要原因：节约。公务接待主要包括来访接待，公务接待30批次，公务接待200人次。",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.hospitality amount approved 30000",
                    "three_public.hospitality variance -10000",
                ],
            ),
            (
                "2023年度本部门人均接待费100元，车均购置费18万元，车均维护费2万元。",
                &["? 100元", "? 18万元", "? 2万元"],
            ),
            (
                "费用支出较年初预算数减少1.2万元，下降13.2%，主要原因是节约。较上年支出数增加0.4万元，增长5.1%，主要原因是活动增加。",
                &[
                    "three_public.total change 4000",
                    "three_public.total change_rate 5.1",
                    "three_public.total variance -12000",
                    "three_public.total variance_rate -13.2",
                ],
            ),
            (
                "公务车购置费0.00万元。公务车运行维护费8.00万元，主要用于下乡。费用支出较年初预算数减少1.2万元，下降13.2%。",
                &[
                    "three_public.vehicles.operation amount 80000",
                    "three_public.vehicles.operation variance -12000",
                    "three_public.vehicles.operation variance_rate -13.2",
                    "three_public.vehicles.purchase amount 0",
                ],
            ),
            (
                "国内接待费2万元，主要用于接待来访。共接待国内来访团组30个、来宾200人次（不包括陪同人员）。接待国（境）外来访团组0个、来访外宾0人次。",
                &[
                    "three_public.hospitality.domestic amount 20000",
                    "three_public.hospitality.domestic.batches count 30",
                    "three_public.hospitality.domestic.persons count 200",
                    "three_public.hospitality.foreign.batches count 0",
                    "three_public.hospitality.foreign.persons count 0",
                ],
            ),
            (
                "2.公务用车购置及运行费预算为9万元，支出决算为8万元，完成预算的88.89%。其中，公务用车购置支出为0万元，购置车辆0辆。公务用车运行支出8万元。主要用于所需的燃料费等。期末，部门开支财政拨款的公务用车保有量为4辆。",
                &[
                    "three_public.vehicles amount 80000",
                    "three_public.vehicles amount approved 90000",
                    "three_public.vehicles completion_rate 88.89",
                    "three_public.vehicles.held count 4",
                    "three_public.vehicles.operation amount 80000",
                    "three_public.vehicles.purchase amount 0",
                    "three_public.vehicles.purchased count 0",
                ],
            ),
            (
                "2023年本年度因公出国（境）团组1个，累计3人次，支出6.5万元。",
                &[
                    "three_public.overseas amount 65000",
                    "three_public.overseas.delegations count 1",
                    "three_public.overseas.persons count 3",
                ],
            ),
            (
                "1.本部门“三公”经费支出合计10万元。2.因公出国（境）费0万元；公务用车购置及运行费8万元；公务接待费2万元。",
                &[
                    "three_public.hospitality amount 20000",
                    "three_public.overseas amount 0",
                    "three_public.total amount 100000",
                    "three_public.vehicles amount 80000",
                ],
            ),
        ],
    );
}

#[test]
fn what_all_of_it_was_is_counted() {
    check(
        FINAL_ACCOUNTS,
        "六、“三公”经费支出决算情况说明",
        &[
            (
                "公务接待费3.20万元，全部为国内公务接待，累计接待28批次、196人次。",
                &[
                    "three_public.hospitality amount 32000",
                    "three_public.hospitality.domestic.batches count 28",
                    "three_public.hospitality.domestic.persons count 196",
                ],
            ),
            (
                "公务接待费3.20万元，均为国内接待费，比上年减少0.10万元。",
                &[
                    "three_public.hospitality amount 32000",
                    "three_public.hospitality change -1000",
                ],
            ),
        ],
    );
}

#[test]
fn what_a_year_is_told_of_behind_reasons_and_parts_of_what_was_stated() {
    check(
        FINAL_ACCOUNTS,
        "六、“三公”经费支出决算情况说明",
        &[
            (
                "公务用车购置费15万元，比上年增加15万元，主要原因是上年未购置，全年购置公务用车1辆。",
                &[
                    "three_public.vehicles.purchase amount 150000",
                    "three_public.vehicles.purchase change 150000",
                    "three_public.vehicles.purchased count 1",
                ],
            ),
            (
                "公务用车购置费15万元，比上年减少15万元，主要原因是上年购置公务用车1辆。",
                &[
                    "three_public.vehicles.purchase amount 150000",
                    "three_public.vehicles.purchase change -150000",
                    "? 1辆",
                ],
            ),
            (
                "公务接待费5万元，比上年减少1万元，主要原因是厉行节约，全年国内公务接待58批次、接待300人次。",
                &[
                    "three_public.hospitality amount 50000",
                    "three_public.hospitality change -10000",
                    "three_public.hospitality.domestic.batches count 58",
                    "three_public.hospitality.domestic.persons count 300",
                ],
            ),
            (
                "公务接待费5万元，比上年减少1万元，主要原因是上级检查58批次、接待300人次。",
                &[
                    "three_public.hospitality amount 50000",
                    "three_public.hospitality change -10000",
                    "? 58批次",
                    "? 300人次",
                ],
            ),
        ],
    );
    check(
        FINAL_ACCOUNTS,
        "八、其他情况说明",
        &[
            (
                "政府采购支出总额9万元，货物类5万元，服务类4万元。",
                &[
                    "procurement.goods amount 50000",
                    "procurement.services amount 40000",
                    "procurement.total amount 90000",
                ],
            ),
            (
                "固定资产总额9万元，货物类5万元，服务类4万元。",
                &["? 9万元", "? 5万元", "? 4万元"],
            ),
            (
                "“三公”经费支出9万元，其中用于公务用车运行维护的8万元，用于公务接待的1万元。",
                &[
                    "three_public.hospitality amount 10000",
                    "three_public.total amount 90000",
                    "three_public.vehicles.operation amount 80000",
                ],
            ),
            (
                "项目支出9万元，其中用于公务接待的1万元。",
                &["? 9万元", "? 1万元"],
            ),
        ],
    );
}
