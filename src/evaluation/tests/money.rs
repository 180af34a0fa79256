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
