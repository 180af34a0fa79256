//! The “三公”, meetings and training in rows and in columns, of several years, with counts.

use super::*;

#[test]
fn stages_and_years_in_rows() {
    for (rows, want) in [
        (["2023年年初预算数", "2023年决算数"], ["approved", ""]),
        (["2023年初预算", "2023年度决算"], ["approved", ""]),
        (["本年预算数", "本年决算数"], ["approved", ""]),
        (["上年决算数", "本年决算数"], ["2022", ""]),
        (["2022年决算数", "2023年决算数"], ["2022", ""]),
    ] {
        let (first, second) = (
            format!("{}|5.00|0|3.00|0|3.00|2.00", rows[0]),
            format!("{}|4.00|0|3.00|0|3.00|1.00", rows[1]),
        );
        let lines: Vec<String> = [
            ("three_public.total", "50000", "40000"),
            ("three_public.overseas", "0", "0"),
            ("three_public.vehicles", "30000", "30000"),
            ("three_public.vehicles.purchase", "0", "0"),
            ("three_public.vehicles.operation", "30000", "30000"),
            ("three_public.hospitality", "20000", "10000"),
        ]
        .iter()
        .flat_map(|(concept, first, second)| {
            let line = |said: &str, value| match said {
                "" => format!("{concept} = {value}"),
                said => format!("{concept} {said} = {value}"),
            };
            [line(want[0], first), line(want[1], second)]
        })
        .collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        check(
            FINAL,
            &Sheet {
                above: &["财政拨款“三公”经费支出决算表", "单位：万元"],
                rows: &[
                    "项目|合计|因公出国（境）费用|公务用车购置及运行维护费|<|<|公务接待费",
                    "^|^|^|小计|公务用车购置费|公务用车运行维护费|^",
                    &first,
                    &second,
                ],
            },
            &lines,
        );
    }
}

#[test]
fn years_of_a_budget_in_rows_with_their_difference() {
    for years in [
        ["2022年预算数", "2023年预算数"],
        ["上年预算数", "本年预算数"],
        ["2022年", "2023年"],
        ["2022", "2023"],
        ["上年数", "本年数"],
    ] {
        let first = format!("{}|8.1|1.0|7.1|1.2|1.5", years[0]);
        let second = format!("{}|7.3|0.8|6.5|0.9|1.5", years[1]);
        check(
            BUDGET,
            &Sheet {
                above: &[
                    "一般公共预算“三公”经费、会议费、培训费支出情况表",
                    "单位：万元",
                ],
                rows: &[
                    "年度|“三公”经费|<|<|会议费|培训费",
                    "^|小计|公务接待费|公务用车购置和运行费|^|^",
                    &first,
                    &second,
                    "增减额|-0.8|-0.2|-0.6|-0.3|0",
                    "增减%|-9.88%|-20.00%|-8.45%|-25.00%|0.00%",
                ],
            },
            &[
                "three_public.total approved 2022 = 81000",
                "three_public.hospitality approved 2022 = 10000",
                "three_public.vehicles approved 2022 = 71000",
                "meeting_cost approved 2022 = 12000",
                "training_cost approved 2022 = 15000",
                "three_public.total approved = 73000",
                "three_public.hospitality approved = 8000",
                "three_public.vehicles approved = 65000",
                "meeting_cost approved = 9000",
                "training_cost approved = 15000",
                "three_public.total change approved = -8000",
                "three_public.hospitality change approved = -2000",
                "three_public.vehicles change approved = -6000",
                "meeting_cost change approved = -3000",
                "training_cost change approved = 0",
                "three_public.total changerate approved = -9.88",
                "three_public.hospitality changerate approved = -20.00",
                "three_public.vehicles changerate approved = -8.45",
                "meeting_cost changerate approved = -25.00",
                "training_cost changerate approved = 0.00",
            ],
        );
    }
}

#[test]
fn a_difference_in_a_row_between_stages_is_no_change() {
    for (difference, year) in [
        ("增减额", ""),
        ("决算数比预算数增减", ""),
        ("增减额", "2023年"),
        ("差异", "本年"),
    ] {
        let last = format!("{difference}|-1.00|0|-1.00");
        let first = format!("{year}预算数|5.00|0|2.00");
        let second = format!("{year}决算数|4.00|0|1.00");
        check(
            FINAL,
            &Sheet {
                above: &["“三公”经费支出决算表", "单位：万元"],
                rows: &[
                    "项目|合计|因公出国（境）费|公务接待费",
                    &first,
                    &second,
                    &last,
                ],
            },
            &[
                "three_public.total approved = 50000",
                "three_public.overseas approved = 0",
                "three_public.hospitality approved = 20000",
                "three_public.total = 40000",
                "three_public.overseas = 0",
                "three_public.hospitality = 10000",
            ],
        );
    }
}

#[test]
fn counts_in_a_grid_below_that_of_the_amounts() {
    let amounts = [
        "three_public.total approved = 60000",
        "three_public.hospitality approved = 20000",
        "three_public.vehicles approved = 40000",
        "meeting_cost approved = 5000",
        "three_public.total = 50000",
        "three_public.hospitality = 15000",
        "three_public.vehicles = 35000",
        "meeting_cost = 4000",
    ];
    let counts = [
        "three_public.overseas.delegations = 0",
        "three_public.vehicles.purchased = 1",
        "three_public.hospitality.domestic.batches = 26",
        "three_public.hospitality.foreign.batches = 0",
        "three_public.hospitality.domestic.persons = 214",
        "three_public.vehicles.held = 9",
    ];
    let want: Vec<&str> = amounts.iter().chain(&counts).copied().collect();
    let header = [
        "项  目|“三公”经费|<|<|会议费",
        "^|合计|公务接待费|公务用车购置及运行维护费|^",
        "预算数|6.00|2.00|4.00|0.50",
        "决算数|5.00|1.50|3.50|0.40",
    ];
    let rows = [
        "因公出国（境）团组数（个）|<|0|公务用车购置数（辆）|1",
        "国内公务接待批次（个）|<|26|国（境）外公务接待批次（个）|0",
        "国内公务接待人次（人次）|<|214|公务用车保有量（辆）|9",
        "召开会议次数（个）|<|4|参加会议人次（人次）|186",
    ];
    for heads in [
        &["相 关 统 计 数|<|<|<|<", "项目|<|统计数|项目|统计数"][..],
        &["相关统计数：|<|<|<|<"],
        &["项目|<|数量|项目|数量"],
        &[],
    ] {
        let rows: Vec<&str> = header.iter().chain(heads).chain(&rows).copied().collect();
        let above = ["财政拨款“三公”经费、会议费支出决算表", "单位：万元"];
        check(
            FINAL,
            &Sheet {
                above: &above,
                rows: &rows,
            },
            &want,
        );
    }
}

#[test]
fn counts_below_each_other_with_a_header_of_their_own() {
    check(
        FINAL,
        &Sheet {
            above: &["“三公”经费支出决算表", "单位：万元"],
            rows: &[
                "项目|合计|因公出国（境）费|公务接待费",
                "决算数|4.00|0|4.00",
                "项目|统计数||",
                "公务用车保有量（辆）|3||",
                "国内公务接待批次（个）|7||",
            ],
        },
        &[
            "three_public.total = 40000",
            "three_public.overseas = 0",
            "three_public.hospitality = 40000",
            "three_public.vehicles.held = 3",
            "three_public.hospitality.domestic.batches = 7",
        ],
    );
}

#[test]
fn counts_in_columns() {
    check(
        FINAL,
        &Sheet {
            above: &["“三公”经费支出决算表", "单位：万元"],
            rows: &[
                "单位名称|合计|公务接待费|公务用车购置及运行费|国内公务接待批次（批）|国内公务接待人次|公务用车保有量（辆）",
                "合计|5.00|2.00|3.00|20|160|4",
                "云溪县水务局|3.00|1.00|2.00|12|90|3",
                "云溪县水文站|2.00|1.00|1.00|8|70|1",
            ],
        },
        &[
            "three_public.total = 50000",
            "three_public.hospitality = 20000",
            "three_public.vehicles = 30000",
            "three_public.hospitality.domestic.batches = 20",
            "three_public.hospitality.domestic.persons = 160",
            "three_public.vehicles.held = 4",
        ],
    );
}

#[test]
fn what_exists_is_so_in_a_budget_too() {
    check(
        BUDGET,
        &Sheet {
            above: &["“三公”经费预算表", "单位：万元"],
            rows: &[
                "项目|2023年预算数",
                "“三公”经费合计|5.00",
                "公务用车运行维护费|5.00",
                "公务用车购置数（辆）|1",
                "公务用车保有量（辆）|4",
            ],
        },
        &[
            "three_public.total approved = 50000",
            "three_public.vehicles.operation approved = 50000",
            "three_public.vehicles.purchased approved = 1",
            "three_public.vehicles.held = 4",
        ],
    );
}

#[test]
fn guests_from_abroad_beside_foreign_ones_at_home() {
    let sheet = |rows: &[&str], want: &[&str]| {
        let mut all = vec!["项目|决算数", "1.公务接待费|2.00"];
        all.extend(rows);
        let above = ["“三公”经费支出决算表", "单位：万元"];
        check(
            FINAL,
            &Sheet {
                above: &above,
                rows: &all,
            },
            want,
        );
    };
    sheet(
        &[
            "国内接待费|1.00",
            "其中：外事接待费|0.20",
            "国（境）外接待费|1.00",
        ],
        &[
            "three_public.hospitality = 20000",
            "three_public.hospitality.domestic = 10000",
            "three_public.hospitality.foreign = 2000",
            "x.three_public.hospitality.abroad = 10000",
        ],
    );
    sheet(
        &["国内接待费|1.00", "国（境）外接待费|1.00"],
        &[
            "three_public.hospitality = 20000",
            "three_public.hospitality.domestic = 10000",
            "three_public.hospitality.foreign = 10000",
        ],
    );
}

#[test]
fn expenses_of_offices_with_the_cost_of_running_them() {
    check(
        FINAL,
        &Sheet {
            above: &[
                "财政拨款“三公”经费、行政参公单位机关运行经费情况表",
                "单位：元",
            ],
            rows: &[
                "项目|行次|年初预算数|全年预算数|决算统计数",
                "栏次||1|2|3",
                "一、“三公”经费支出|1|—|—|—",
                "（一）支出合计|2|5.00|4.50|4.00",
                "1.因公出国（境）费|3|0.00|0.00|0.00",
                "2.公务用车购置及运行维护费|4|3.00|3.00|3.00",
                "（1）公务用车购置费|5|0.00|0.00|0.00",
                "（2）公务用车运行维护费|6|3.00|3.00|3.00",
                "3.公务接待费|7|2.00|1.50|1.00",
                "（1）国内接待费|8|—|—|1.00",
                "其中：外事接待费|9|—|—|0.00",
                "（2）国（境）外接待费|10|—|—|0.00",
                "（二）相关统计数|11|—|—|—",
                "1.因公出国（境）团组数（个）|12|—|—|0",
                "3.公务用车购置数（辆）|14|—|—|0",
                "4.公务用车保有量（辆）|15|—|—|2",
                "5.国内公务接待批次（个）|16|—|—|9",
                "其中：外事接待批次（个）|17|—|—|0",
                "6.国内公务接待人次（人）|18|—|—|80",
                "二、机关运行经费|21|—|—|7.00",
                "（一）行政单位|22|—|—|7.00",
                "（二）参照公务员法管理事业单位|23|—|—|0.00",
            ],
        },
        &[
            "three_public.total approved = 5.00",
            "three_public.total adjusted = 4.50",
            "three_public.total = 4.00",
            "three_public.overseas approved = 0.00",
            "three_public.overseas adjusted = 0.00",
            "three_public.overseas = 0.00",
            "three_public.vehicles approved = 3.00",
            "three_public.vehicles adjusted = 3.00",
            "three_public.vehicles = 3.00",
            "three_public.vehicles.purchase approved = 0.00",
            "three_public.vehicles.purchase adjusted = 0.00",
            "three_public.vehicles.purchase = 0.00",
            "three_public.vehicles.operation approved = 3.00",
            "three_public.vehicles.operation adjusted = 3.00",
            "three_public.vehicles.operation = 3.00",
            "three_public.hospitality approved = 2.00",
            "three_public.hospitality adjusted = 1.50",
            "three_public.hospitality = 1.00",
            "three_public.hospitality.domestic = 1.00",
            "three_public.hospitality.foreign = 0.00",
            "x.three_public.hospitality.abroad = 0.00",
            "three_public.overseas.delegations = 0",
            "three_public.vehicles.purchased = 0",
            "three_public.vehicles.held = 2",
            "three_public.hospitality.domestic.batches = 9",
            "three_public.hospitality.foreign.batches = 0",
            "three_public.hospitality.domestic.persons = 80",
            "operating_cost = 7.00",
        ],
    );
}

#[test]
fn a_header_repeated_on_the_next_page_parts_nothing() {
    check(
        FINAL,
        &Sheet {
            above: &["一般公共预算财政拨款基本支出决算表", "单位：元"],
            rows: &[
                "人员经费|<|<|公用经费|<|<",
                "科目编码|科目名称|决算数|科目编码|科目名称|决算数",
                "30101|基本工资|9.00|30201|办公费|1.00",
                "人员经费|<|<|公用经费|<|<",
                "科目编码|科目名称|决算数|科目编码|科目名称|决算数",
                "30102|津贴补贴|8.00|30202|印刷费|2.00",
            ],
        },
        &[
            "general_public_budget.basic.personnel 30101 = 9.00",
            "general_public_budget.basic.operating 30201 = 1.00",
            "general_public_budget.basic.personnel 30102 = 8.00",
            "general_public_budget.basic.operating 30202 = 2.00",
        ],
    );
}

#[test]
fn a_total_with_meetings_is_not_that_of_the_three() {
    check(
        FINAL,
        &Sheet {
            above: &["“三公”经费及会议费、培训费支出决算表", "单位：万元"],
            rows: &[
                "项目|预算数|决算数",
                "合计|9.00|7.00",
                "一、“三公”经费小计|5.00|4.00",
                "1.公务接待费|5.00|4.00",
                "二、会议费|4.00|3.00",
            ],
        },
        &[
            "three_public.total approved = 50000",
            "three_public.total = 40000",
            "three_public.hospitality approved = 50000",
            "three_public.hospitality = 40000",
            "meeting_cost approved = 40000",
            "meeting_cost = 30000",
        ],
    );
}
