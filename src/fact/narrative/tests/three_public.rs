//! “三公” expenditure and its counts.

use super::{FINAL_ACCOUNTS, check};

#[test]
fn three() {
    check(
        FINAL_ACCOUNTS,
        "七、财政拨款“三公”经费支出决算情况说明",
        &[
            (
                "2023年度“三公”经费财政拨款支出预算为12万元，支出决算为8.66万元，完成预算的72.17%，决算数小于预算数的主要原因是厉行节约。",
                &[
                    "three_public.total amount 86600",
                    "three_public.total amount approved 120000",
                    "three_public.total completion_rate 72.17",
                ],
            ),
            (
                "2023年度“三公”经费支出预算数12万元，决算数8.66万元，同比减少1.2万元，下降12.17%。",
                &[
                    "three_public.total amount 86600",
                    "three_public.total amount approved 120000",
                    "three_public.total change -12000",
                    "three_public.total change_rate -12.17",
                ],
            ),
            (
                "2023年度“三公”经费支出共计8.66万元，比年初预算减少3.34万元，下降27.83%；比上年减少1.2万元，下降12.17%。",
                &[
                    "three_public.total amount 86600",
                    "three_public.total change -12000",
                    "three_public.total change_rate -12.17",
                    "three_public.total variance -33400",
                    "three_public.total variance_rate -27.83",
                ],
            ),
            (
                "因公出国（境）费支出0万元，公务用车购置及运行维护费支出8万元，公务接待费支出0.66万元，分别占0%、92.38%、7.62%。",
                &[
                    "three_public.hospitality amount 6600",
                    "three_public.hospitality share 7.62",
                    "three_public.overseas amount 0",
                    "three_public.overseas share 0",
                    "three_public.vehicles amount 80000",
                    "three_public.vehicles share 92.38",
                ],
            ),
            (
                "“三公”经费中，因公出国（境）费、公务用车购置及运行费、公务接待费决算分别为0万元、8万元、0.66万元。",
                &[
                    "three_public.hospitality amount 6600",
                    "three_public.overseas amount 0",
                    "three_public.vehicles amount 80000",
                ],
            ),
            (
                "因公出国（境）费支出决算为0万元，占0%；公务用车购置及运行维护费支出决算8万元，占92.38%；公务接待费支出决算0.66万元，占7.62%。",
                &[
                    "three_public.hospitality amount 6600",
                    "three_public.hospitality share 7.62",
                    "three_public.overseas amount 0",
                    "three_public.overseas share 0",
                    "three_public.vehicles amount 80000",
                    "three_public.vehicles share 92.38",
                ],
            ),
            (
                "1.因公出国（境）费支出0万元，与上年持平。全年安排因公出国（境）团组0个，累计0人次。",
                &[
                    "three_public.overseas amount 0",
                    "three_public.overseas change 0",
                    "three_public.overseas.delegations count 0",
                    "three_public.overseas.persons count 0",
                ],
            ),
            (
                "1.因公出国（境）费预算0万元，支出决算0万元，与预算一致，与上年无变化，全年使用财政拨款安排因公出国（境）团组0个，因公出国（境）0人次。",
                &[
                    "three_public.overseas amount 0",
                    "three_public.overseas amount approved 0",
                    "three_public.overseas change 0",
                    "three_public.overseas variance 0",
                    "three_public.overseas.delegations count 0",
                    "three_public.overseas.persons count 0",
                ],
            ),
            (
                "2.公务用车购置及运行维护费支出8万元，其中：公务用车购置费0万元，公务用车运行维护费8万元。年末公务用车保有量3辆。",
                &[
                    "three_public.vehicles amount 80000",
                    "three_public.vehicles.held count 3",
                    "three_public.vehicles.operation amount 80000",
                    "three_public.vehicles.purchase amount 0",
                ],
            ),
            (
                "公务用车购置支出0万元，全年购置公务用车0辆。公务用车运行维护费支出8万元，主要用于公务用车燃料费、维修费、过路过桥费、保险费，2023年年末，单位开支财政拨款的公务用车保有量为3辆。",
                &[
                    "three_public.vehicles.held count 3",
                    "three_public.vehicles.operation amount 80000",
                    "three_public.vehicles.purchase amount 0",
                    "three_public.vehicles.purchased count 0",
                ],
            ),
            (
                "公务用车购置支出18.6万元，购置1辆。公务用车运行维护费8万元，比年初预算减少1万元，比上年减少0.5万元，公务用车保有量3辆，平均每辆运行费2.67万元。",
                &[
                    "three_public.vehicles.held count 3",
                    "three_public.vehicles.operation amount 80000",
                    "three_public.vehicles.operation change -5000",
                    "three_public.vehicles.operation variance -10000",
                    "three_public.vehicles.purchase amount 186000",
                    "three_public.vehicles.purchased count 1",
                    "? 2.67万元",
                ],
            ),
            (
                "更新购置公务用车2辆，支出36.5万元，其中：轿车1辆，金额16.5万元；越野车1辆，金额20万元。",
                &[
                    "three_public.vehicles.purchase amount 365000",
                    "three_public.vehicles.purchase amount vehicle_type=sedan 165000",
                    "three_public.vehicles.purchase amount vehicle_type=suv 200000",
                    "three_public.vehicles.purchased count 2",
                    "three_public.vehicles.purchased count vehicle_type=sedan 1",
                    "three_public.vehicles.purchased count vehicle_type=suv 1",
                ],
            ),
            (
                "3.公务接待费支出0.66万元，比上年减少0.2万元，下降23.26%。其中：国内公务接待支出0.66万元，共接待国内来访团组12个、来访人次86人次；国（境）外接待支出0万元，接待国（境）外来访团组0个、来访人次0人次。",
                &[
                    "three_public.hospitality amount 6600",
                    "three_public.hospitality change -2000",
                    "three_public.hospitality change_rate -23.26",
                    "three_public.hospitality.domestic amount 6600",
                    "three_public.hospitality.domestic.batches count 12",
                    "three_public.hospitality.domestic.persons count 86",
                    "three_public.hospitality.foreign amount 0",
                    "three_public.hospitality.foreign.batches count 0",
                    "three_public.hospitality.foreign.persons count 0",
                ],
            ),
            (
                "国内公务接待12批次，86人次（不包括陪同人员），共计支出0.66万元，具体内容包括：接待省厅检查组0.2万元，外县考察0.46万元。",
                &[
                    "three_public.hospitality.domestic amount 6600",
                    "three_public.hospitality.domestic.batches count 12",
                    "three_public.hospitality.domestic.persons count 86",
                    "? 0.2万元",
                    "? 0.46万元",
                ],
            ),
            (
                "外事接待0批次，0人次，共计支出0万元。",
                &[
                    "three_public.hospitality.foreign amount 0",
                    "three_public.hospitality.foreign.batches count 0",
                    "three_public.hospitality.foreign.persons count 0",
                ],
            ),
            (
                "公务接待费0.66万元，国内接待费0.66万元，接待12批次86人次，国（境）外接待费0万元。",
                &[
                    "three_public.hospitality amount 6600",
                    "three_public.hospitality.domestic amount 6600",
                    "three_public.hospitality.domestic.batches count 12",
                    "three_public.hospitality.domestic.persons count 86",
                    "three_public.hospitality.foreign amount 0",
                ],
            ),
            (
                "公务接待费年初预算2万元，支出决算0.66万元，完成预算的33%，较年初预算减少1.34万元。",
                &[
                    "three_public.hospitality amount 6600",
                    "three_public.hospitality amount approved 20000",
                    "three_public.hospitality completion_rate 33",
                    "three_public.hospitality variance -13400",
                ],
            ),
            (
                "“三公”经费较上年减少1.2万元，其中：因公出国（境）费无增减变化，公务用车运行维护费减少1万元，公务接待费减少0.2万元。",
                &[
                    "three_public.hospitality change -2000",
                    "three_public.overseas change 0",
                    "three_public.total change -12000",
                    "three_public.vehicles.operation change -10000",
                ],
            ),
            (
                "三公经费决算数8.66万元，预算数12万元，节约3.34万元。",
                &[
                    "three_public.total amount 86600",
                    "three_public.total amount approved 120000",
                    "three_public.total variance -33400",
                ],
            ),
            (
                "全年因公出国（境）团组1个，2人次，支出5.2万元，赴日本交流。",
                &[
                    "three_public.overseas amount 52000",
                    "three_public.overseas.delegations count 1",
                    "three_public.overseas.persons count 2",
                ],
            ),
            (
                "公务用车运行维护费支出8万元。其中：燃油费3万元，维修费3.5万元，保险费1.5万元。",
                &[
                    "three_public.vehicles.operation amount 80000",
                    "? 3万元",
                    "? 3.5万元",
                    "? 1.5万元",
                ],
            ),
            (
                "公务接待费支出支出0.66万元,比上年减少0.2万元,下降23.26%.",
                &[
                    "three_public.hospitality amount 6600",
                    "three_public.hospitality change -2000",
                    "three_public.hospitality change_rate -23.26",
                ],
            ),
            (
                "公务接待费2023年决算数为0.66万元，2022年决算数为0.86万元，减少0.2万元。",
                &[
                    "three_public.hospitality amount 2022 8600",
                    "three_public.hospitality amount 6600",
                    "three_public.hospitality change -2000",
                ],
            ),
            ("三公经费增长--%（上年为0，不可比）。", &[]),
            (
                "因公出国（境）费上年决算数为0万元，本年决算数为5.2万元，增加5.2万元，增长率不可比。",
                &[
                    "three_public.overseas amount 2022 0",
                    "three_public.overseas amount 52000",
                    "three_public.overseas change 52000",
                    "three_public.overseas change_rate -",
                ],
            ),
            (
                "其中，会议费支出1.2万元，较上年减少0.3万元，召开会议3次，参会人数120人；培训费支出2.1万元，培训人数60人次。",
                &[
                    "meeting_cost amount 12000",
                    "meeting_cost change -3000",
                    "training_cost amount 21000",
                    "? 120人",
                    "? 60人次",
                ],
            ),
            (
                "2023年因公出国（境）费、公务用车购置费均为0万元，与上年持平。",
                &[
                    "three_public.overseas amount 0",
                    "three_public.overseas change 0",
                    "three_public.vehicles.purchase amount 0",
                    "three_public.vehicles.purchase change 0",
                ],
            ),
            ("除此之外，其余支出0.5万元。", &["? 0.5万元"]),
        ],
    );
}

#[test]
fn more_three() {
    check(
        FINAL_ACCOUNTS,
        "七、财政拨款“三公”经费支出决算情况说明",
        &[
            (
                "2023年度“三公”经费财政拨款支出决算8.66万元，比2022年决算数9.86万元减少1.2万元，下降12.17%。",
                &[
                    "three_public.total amount 2022 98600",
                    "three_public.total amount 86600",
                    "three_public.total change -12000",
                    "three_public.total change_rate -12.17",
                ],
            ),
            (
                "“三公”经费2023年度决算数为8.66万元，较上年同期减少1.2万元，降幅12.17%，较年初预算数12万元减少3.34万元。",
                &[
                    "three_public.total amount 86600",
                    "three_public.total amount approved 120000",
                    "three_public.total change -12000",
                    "three_public.total change_rate -12.17",
                    "three_public.total variance -33400",
                ],
            ),
            (
                "公务用车购置及运行维护费决算8万元，比上年度决算数增加0.5万元，增长6.67%，主要原因是车辆维修增加0.5万元。",
                &[
                    "three_public.vehicles amount 80000",
                    "three_public.vehicles change 5000",
                    "three_public.vehicles change_rate 6.67",
                    "? 0.5万元",
                ],
            ),
            (
                "因公出国（境）费0万元，公务用车购置费0万元，公务用车运行维护费8万元，公务接待费0.66万元，均与上年持平。",
                &[
                    "three_public.hospitality amount 6600",
                    "three_public.hospitality change 0",
                    "three_public.overseas amount 0",
                    "three_public.overseas change 0",
                    "three_public.vehicles.operation amount 80000",
                    "three_public.vehicles.operation change 0",
                    "three_public.vehicles.purchase amount 0",
                    "three_public.vehicles.purchase change 0",
                ],
            ),
            (
                "“三公”经费支出中：因公出国（境）费占0%，公务用车购置及运行维护费占92.38%，公务接待费占7.62%。",
                &[
                    "three_public.hospitality share 7.62",
                    "three_public.overseas share 0",
                    "three_public.vehicles share 92.38",
                ],
            ),
            (
                "公务接待费0.66万元，较上年减少0.2万元，其中外事接待费0万元，与上年持平。",
                &[
                    "three_public.hospitality amount 6600",
                    "three_public.hospitality change -2000",
                    "three_public.hospitality.foreign amount 0",
                    "three_public.hospitality.foreign change 0",
                ],
            ),
            (
                "公务接待费支出6,600.00元，比上年减少2,000.00元。",
                &[
                    "three_public.hospitality amount 6600",
                    "three_public.hospitality change -2000",
                ],
            ),
            (
                "会议费、培训费分别为1.2万元、2.1万元，较上年分别下降20%、增长5%。",
                &[
                    "meeting_cost amount 12000",
                    "meeting_cost change_rate -20",
                    "training_cost amount 21000",
                    "training_cost change_rate 5",
                ],
            ),
            (
                "2023年公务接待12批次86人，其中：国内接待12批次86人，外事接待0批次0人。",
                &[
                    "three_public.hospitality.domestic.batches count 12",
                    "three_public.hospitality.domestic.persons count 86",
                    "three_public.hospitality.foreign.batches count 0",
                    "three_public.hospitality.foreign.persons count 0",
                ],
            ),
            (
                "全年国内公务接待批次12个，国内公务接待人次86人，国（境）外公务接待批次0个，国（境）外公务接待人次0人。",
                &[
                    "three_public.hospitality.domestic.batches count 12",
                    "three_public.hospitality.domestic.persons count 86",
                    "three_public.hospitality.foreign.batches count 0",
                    "three_public.hospitality.foreign.persons count 0",
                ],
            ),
            (
                "公务用车购置数0辆，公务用车保有量3辆。",
                &[
                    "three_public.vehicles.held count 3",
                    "three_public.vehicles.purchased count 0",
                ],
            ),
            ("单位无因公出国（境）费、公务用车购置费支出。", &[]),
            ("参加培训60人次，人均180元。", &["? 60人次", "? 180元"]),
        ],
    );
}
