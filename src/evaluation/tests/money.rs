//! The order of the columns of the money.

use super::*;

/// A record with one row of money under a heading of the points, in the layouts of a web page and of a text.
fn points(heading: &str, row: &str, format: Format) -> [String; 3] {
    let read = Pages::default()
        .line("项目支出绩效自评表（2024年度）")
        .table(&format!(
            "
项目名称 | 芦荡清淤 | < | < | < | < | <
项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | {heading}
 | 年度资金总额 | 90.00 | 80.00 | 71.36 | {row}
 | 其中：当年财政拨款 | 90.00 | 80.00 | 71.36 | — | — | —
一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 清淤长度 | ≥20公里 | 21公里 | 90 | 88
"
        ))
        .read(format);
    ["rate", "weight", "score"].map(|field| at(&read.records[0], &format!("/budget/0/{field}")))
}

#[test]
fn the_rate_is_told_from_the_points_wherever_it_is_filled_in() {
    for (heading, row) in [
        // As the heading says, in every order.
        ("分值 | 执行率 | 得分", "10 | 89.20% | 8.92"),
        ("执行率 | 分值 | 得分", "89.20% | 10 | 8.92"),
        ("分值 | 得分 | 执行率", "10 | 8.92 | 89.20%"),
        ("执行率（%） | 分值 | 得分", "89.20 | 10 | 8.92"),
        ("权重（%） | 执行率 | 得分", "10% | 89.20 | 8.92"),
        // Two of them filled in the other way round.
        ("分值 | 执行率 | 得分", "89.20% | 10 | 8.92"),
        ("执行率 | 分值 | 得分", "10 | 89.20% | 8.92"),
        ("分值 | 执行率 | 得分", "89.20 | 10 | 8.92"),
        ("分值 | 得分 | 执行率", "10 | 89.20% | 8.92"),
    ] {
        for format in [Format::Html, Format::Text] {
            assert_eq!(
                points(heading, row, format),
                ["89.20", "10", "8.92"],
                "{heading}: {row}"
            );
        }
    }
}

#[test]
fn a_wrong_rate_stays_under_its_heading() {
    for (heading, row, values) in [
        // No number is the rate.
        (
            "分值 | 执行率 | 得分",
            "10 | 98.20% | 8.92",
            ["98.20", "10", "8.92"],
        ),
        (
            "分值 | 执行率 | 得分",
            "10 | 98.20 | 8.92",
            ["98.20", "10", "8.92"],
        ),
        (
            "权重 | 执行率 | 得分",
            "10% | 98.20 | 8.92",
            ["98.20", "10", "8.92"],
        ),
        // Points that happen to be the rate.
        (
            "分值 | 执行率 | 得分",
            "89.2 | 98.20% | 8.92",
            ["98.20", "89.2", "8.92"],
        ),
        ("分值 | 执行率 | 得分", "10 | | 10", ["null", "10", "10"]),
        // A wrong rate in the place of the points is marked by its sign.
        (
            "分值 | 执行率 | 得分",
            "98.20% | 10 | 8.92",
            ["98.20", "10", "8.92"],
        ),
    ] {
        assert_eq!(
            points(heading, row, Format::Html),
            values,
            "{heading}: {row}"
        );
    }
}

#[test]
fn the_reasons_of_all_deviations_may_have_a_row_of_their_own() {
    for (label, reason) in [
        ("偏差大或 目标未完成 原因分析", "材料晚到。"),
        ("目标未完成原因", "材料晚到。"),
        ("未完成目标的原因分析：", "无"),
        ("绩效目标未完成情况及原因", "null"),
    ] {
        let value = if reason == "null" { "" } else { reason };
        for merged in [" |", " <|"] {
            let rows = format!(
                "
项目名称 | 芦荡清淤 | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 清淤长度 | ≥20公里 | 18公里 | 100 | 88
总分 | < | < | < | < | 100 | 88
{label} | {value} |{merged}{merged}{merged}{merged} |
改进措施及结果应用方案 | 提前备料。 |{merged}{merged}{merged}{merged} |
"
            );
            let read = Pages::default()
                .line("2024年度芦荡清淤项目绩效自评表")
                .table(&rows)
                .read(Format::Html);
            expect(
                &read.records[0],
                &[
                    ("/deviation_reason", reason),
                    ("/improvements", "提前备料。"),
                    ("/indicators/1", "null"),
                    ("/problems", "null"),
                ],
            );
        }
    }
}

/// A record with this block of money in it, and its first aim.
fn record(money: &str) -> Evaluation {
    let read = Pages::default()
        .line("项目支出绩效自评表（2024年度）")
        .table(&format!(
            "
项目名称 | 芦荡清淤 | < | < | < | < | <
{money}
一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 清淤长度 | ≥20公里 | 21公里 | 80 | 78
"
        ))
        .read(Format::Html);
    read.records[0].clone()
}

#[test]
fn points_may_stand_in_the_name_of_the_block() {
    let total = ["adjusted", "executed", "rate", "weight", "score"];
    for (money, values) in [
        (
            "预算执行情况（万元）（20分） | < | 全年预算数 | 执行数 | 执行率 | 得分 |
 | 部门整体支出总额 | 80.00 | 71.36 | 89.20% | 17.84 | ",
            ["80.00", "71.36", "89.20", "20", "17.84"],
        ),
        // What stands over the scores, or in a column, says it better.
        (
            "预算执行情况（万元）（20分） | < | 全年预算数 | 执行数 | 执行率 | 得分（10分） |
 | 年度总金额 | 80.00 | 71.36 | 89.20% | 8.92 | ",
            ["80.00", "71.36", "89.20", "10", "8.92"],
        ),
        (
            "预算执行情况（万元）（20分） | < | 调整预算数 | 执行数 | 执行率 | 执行率权重 | 执行率得分
 | 年度总金额 | 80.00 | 71.36 | 89.20 | 10 | 8.92",
            ["80.00", "71.36", "89.20", "10", "8.92"],
        ),
        // Without scores, the points are of more than the money.
        (
            "项目管理（20分） | 资金（万元） | 全年预算数 | 执行数 | 执行率 | |
 | 年度资金总额 | 80.00 | 71.36 | 89.20% | | ",
            ["80.00", "71.36", "89.20", "null", "null"],
        ),
        // What was changed stands beside the budget that came of it.
        (
            "项目资金（万元） | 调整预算数 | 全年预算数 | 执行数 | 执行率 | 分值 | 得分
年度资金总额 | -10.00 | 80.00 | 71.36 | 89.20% | 10 | 8.92",
            ["80.00", "71.36", "89.20", "10", "8.92"],
        ),
    ] {
        let record = record(money);
        let read = total.map(|field| at(&record, &format!("/budget/0/{field}")));
        assert_eq!(read, values, "{money}");
    }
}

#[test]
fn aims_may_have_numbers_or_be_changed() {
    for (aims, target, completion) in [
        (
            "年度绩效目标 | 年初绩效目标 | < | 全年（调整）绩效目标 | < | 目标实际完成情况 | <
 | 清淤20公里。 | < | 清淤18公里。 | < | 清淤21公里。 | <",
            "清淤20公里。",
            "清淤21公里。",
        ),
        (
            "当年绩效目标 | 年初绩效目标 | < | 调整后绩效目标 | < | 目标实际完成情况 | <
 | | < | 清淤18公里。 | < | 清淤21公里。 | <",
            "清淤18公里。",
            "清淤21公里。",
        ),
        (
            "年度目标1：（45分） | 清淤20公里。 | < | < | < | < | <
年度目标2：（35分） | 管护2处。 | < | < | < | < | <",
            "清淤20公里。 管护2处。",
            "null",
        ),
        (
            "年度主要任务 | 任务名称 | 主要内容 | < | < | 完成情况 | <
 | 清淤 | 清淤20公里。 | < | < | 已完成 | <",
            "null",
            "null",
        ),
    ] {
        let record = record(aims);
        assert_eq!(at(&record, "/annual_target"), target, "{aims}");
        assert_eq!(at(&record, "/target_completion"), completion, "{aims}");
    }
}

#[test]
fn targets_may_be_changed_and_misses_have_a_note() {
    let read = Pages::default()
        .line("项目支出绩效自评表（2024年度）")
        .table(
            "
项目名称 | 芦荡清淤 | < | < | < | < | < | <
指标名称 | 指标性质 | 年初指标值 | 调整指标值 | 全年完成值 | 指标权重 | 指标得分 | 说明
清淤长度 | ≥ | 20 | 18 | 21 | 50 | 50 |
管护点数 | ≥ | | 2 | 1 | 50 | 25 | 人手不足
合计 | | | | | | 100 | 75
",
        )
        .read(Format::Html);
    let record = &read.records[0];
    for (pointer, value) in [
        ("/indicators/0/target", "20"),
        ("/indicators/1/target", "2"),
        ("/indicators/1/operator", ">="),
        ("/indicators/1/reason", "人手不足"),
        // One column to the right of where they belong.
        ("/total_weight", "100"),
        ("/total_score", "75"),
    ] {
        assert_eq!(at(record, pointer), value, "{pointer}");
    }
}

#[test]
fn sources_may_stand_side_by_side() {
    let fields = [
        "source", "approved", "adjusted", "executed", "rate", "weight", "score",
    ];
    let read = |money: &str| -> Vec<[String; 7]> {
        let record = record(money);
        let row = |index| fields.map(|field| at(&record, &format!("/budget/{index}/{field}")));
        (0..record.budget.len()).map(row).collect()
    };
    let total = ["total", "90.00", "80.00", "71.36", "89.20", "10", "8.92"];
    let fiscal = ["fiscal", "70.00", "60.00", "60.00", "null", "null", "null"];
    let other = ["other", "20.00", "20.00", "11.36", "null", "null", "null"];
    let money = "
资金情况（万元） | | 年度资金总额 | 财政拨款 | 其他资金 | 执行率 | 分值 | 得分
^ | 年初预算数 | 90.00 | 70.00 | 20.00 | | |
^ | 全年预算数 | 80.00 | 60.00 | 20.00 | | |
^ | 全年执行数 | 71.36 | 60.00 | 11.36 | 89.20% | 10 | 8.92";
    assert_eq!(read(money.trim()), [total, fiscal, other]);
    let money = "
项目资金（万元） | 资金来源 | 其中：财政拨款 | 其他资金 | 合计 | 执行率 | 分值 | 得分
^ | 年初预算 | 70.00 | 20.00 | 90.00 | 89.20% | 10 | 8.92
^ | 调整后预算数 | 60.00 | 20.00 | 80.00 | ^ | ^ | ^
^ | 实际支出数 | 60.00 | 11.36 | 71.36 | ^ | ^ | ^";
    assert_eq!(read(money.trim()), [fiscal, other, total]);
    // The rates may be a row below the stages.
    let money = "
预算执行情况（万元） | 阶段 | 资金总额 | 财政拨款 | 其他资金 | 分值 | 得分
^ | 年初预算数 | 90.00 | 70.00 | 20.00 | 10 | 8.92
^ | 全年预算数 | 80.00 | 60.00 | 20.00 | ^ | ^
^ | 全年执行数 | 71.36 | 60.00 | 11.36 | ^ | ^
^ | 执行率（%） | 89.20 | 100.00 | 56.80 | ^ | ^";
    let rated = |mut row: [&'static str; 7], rate| {
        row[4] = rate;
        row
    };
    let [fiscal, other] = [rated(fiscal, "100.00"), rated(other, "56.80")];
    assert_eq!(read(money.trim()), [total, fiscal, other]);
    // Without the whole it is not known what the stages are of.
    let money = "
资金来源（万元） | 财政拨款 | 其他资金 | | | |
经费 | 70.00 | 20.00 | | | |";
    assert!(read(money.trim()).is_empty());
}
