//! Forms of invented projects with a cell a line: the rows of their grids, cells joined by `¦`.

use std::ops::Range;

use super::super::Lines;
use super::fit::{Column, Fit, fit};
use crate::source::text_table::tests::spans;

/// The rows of the forms of a text whose cells are parted by ` / ` or stand on lines of their own, each form led by the
/// lines that it takes.
fn forms(text: &str) -> Vec<Vec<String>> {
    let text = text.replace(" / ", "\n");
    let spans = spans(&text);
    let lines = Lines::new(&text, &spans);
    let found = super::find(&lines, &vec![false; lines.len()]);
    let shown = found.into_iter().map(|(range, table)| {
        let rows = (0..table.height()).map(|row| {
            let cells: Vec<&str> = (0..table.width()).map(|at| table.text(row, at)).collect();
            cells.join("¦").trim_end_matches('¦').to_owned()
        });
        let lines = format!("{}..{}", range.start, range.end);
        [lines].into_iter().chain(rows).collect()
    });
    shown.collect()
}

/// The only form of a text, without the lines that it takes.
fn form(text: &str) -> Vec<String> {
    let mut forms = forms(text);
    assert_eq!(forms.len(), 1, "{forms:?}");
    forms.remove(0).split_off(1)
}

const MONEY: &str =
    "项目资金（万元） / 年初预算数 / 全年预算数 / 全年执行数 / 分值 / 执行率 / 得分";
const HEADING: &str =
    "一级指标 / 二级指标 / 三级指标 / 年度指标值 / 实际完成值 / 分值 / 得分 / 偏差原因分析";

#[test]
fn a_whole_form() {
    let text = format!(
        "项目支出绩效自评表\n（2024年度）\n项目名称 / 山塘加固\n主管部门 / 某县水利局 / 实施单位 / 某县水管站\n{MONEY}\n\
         年度资金总额 / 12.00 / 12.00 / 11.40 / 10 / 95.00% / 9.5\n其中：财政拨款 / 12.00 / 12.00 / 11.40 / — / 95.00% / —\n\
         年度总体目标 / 预期目标 / 实际完成情况\n加固山塘3座。 / 已加固3座。\n绩效指标\n{HEADING}\n\
         产出指标 / 数量指标 / 加固座数 / ≥3座 / 3座 / 50 / 50\n质量指标 / 验收合格率 / 100% / 98% / 20 / 19 / 一处返工\n\
         效益指标 / 社会效益指标 / 受益农户 / ≥80户 / 81户 / 20 / 20\n总分 / 100 / 98.5\n填表人：李明\n项目负责人：王芳  财务负责人：赵平\n以上为自评情况。"
    );
    assert_eq!(
        forms(&text),
        [[
            "2..69",
            "项目名称¦山塘加固",
            "主管部门¦某县水利局",
            "实施单位¦某县水管站",
            "项目资金（万元）¦¦年初预算数¦全年预算数¦全年执行数¦分值¦执行率¦得分",
            "项目资金（万元）¦年度资金总额¦12.00¦12.00¦11.40¦10¦95.00%¦9.5",
            "项目资金（万元）¦其中：财政拨款¦12.00¦12.00¦11.40¦—¦95.00%¦—",
            "年度总体目标¦预期目标¦实际完成情况",
            "¦加固山塘3座。¦已加固3座。",
            "绩效指标¦一级指标¦二级指标¦三级指标¦年度指标值¦实际完成值¦分值¦得分¦偏差原因分析",
            "绩效指标¦产出指标¦数量指标¦加固座数¦≥3座¦3座¦50¦50",
            "绩效指标¦产出指标¦质量指标¦验收合格率¦100%¦98%¦20¦19¦一处返工",
            "绩效指标¦效益指标¦社会效益指标¦受益农户¦≥80户¦81户¦20¦20",
            "¦总分¦¦¦¦¦100¦98.5",
            "填表人：李明",
            "项目负责人：王芳  财务负责人：赵平",
        ]]
    );
}

#[test]
fn empty_lines_tell_nothing() {
    let rows = "产出指标 / 数量指标 / 加固座数 / ≥3座 / 3座 / 50 / 50";
    let text = format!("{HEADING} / {rows} / 总分 / 100 / 98");
    let expected = form(&text);
    assert_eq!(form(&text.replace(" / ", " /  / ")), expected);
    assert_eq!(
        form(&text.replace(" / 数量", " /  / 数量")),
        expected,
        "an empty cell"
    );
    assert_eq!(
        form(&text.replace(rows, &format!(" / {rows} / "))),
        expected,
        "rows apart"
    );
}

#[test]
fn rows_of_money() {
    for (rows, expected) in [
        (
            "年度资金总额 / 12 / 12 / 9 / 10 / 75% / 7.5",
            &["年度资金总额¦12¦12¦9¦10¦75%¦7.5"][..],
        ),
        // What has no rate has no points.
        (
            "年度资金总额 / 12 / 12 / 9 / 10 / 75% / 7.5 / 其中：财政拨款 / 12 / 12 / 9 / 75%",
            &[
                "年度资金总额¦12¦12¦9¦10¦75%¦7.5",
                "其中：财政拨款¦12¦12¦9¦¦75%",
            ],
        ),
        (
            "年度资金总额 / 12 / 12 / 9 / 10 / 75% / 7.5 / 其他资金 / 0 / 0 / 0",
            &["年度资金总额¦12¦12¦9¦10¦75%¦7.5", "其他资金¦0¦0¦0"],
        ),
        // A source that is not known.
        (
            "年度资金总额 / 12 / 12 / 9 / 10 / 75% / 7.5 / 对口帮扶款 / 0 / 0 / 0 / — / — / —",
            &["年度资金总额¦12¦12¦9¦10¦75%¦7.5", "对口帮扶款¦0¦0¦0¦—¦—¦—"],
        ),
    ] {
        let row = "产出指标 / 数量指标 / 加固座数 / 3座 / 3座 / 50 / 50";
        let text = format!("项目名称 / 山塘加固\n{MONEY}\n{rows}\n{HEADING}\n{row}");
        let expected: Vec<String> = expected
            .iter()
            .map(|row| format!("项目资金（万元）¦{row}"))
            .collect();
        let shown = form(&text);
        assert_eq!(shown[2..2 + expected.len()], expected, "{rows}");
    }
}

#[test]
fn rows_of_indicators() {
    for (heading, rows, expected) in [
        // Reasons and further indicators are told apart by the numbers.
        (
            HEADING,
            "产出指标 / 数量指标 / 甲数 / 3 / 3 / 10 / 10 / 乙数 / 5 / 4 / 10 / 8 / 材料晚到 / 丙数 / 1 / 1 / 10 / 10",
            &[
                "产出指标¦数量指标¦甲数¦3¦3¦10¦10",
                "产出指标¦数量指标¦乙数¦5¦4¦10¦8¦材料晚到",
                "产出指标¦数量指标¦丙数¦1¦1¦10¦10",
            ][..],
        ),
        // Levels of no known name.
        (
            "一级指标 / 三级指标 / 分值 / 评分标准 / 自评得分",
            "投入 / 预算编制 / 5 / 编制规范的得5分，否则酌情扣分。 / 5 / 过程 / 执行率 / 10 / 达到95%的得10分。 / 未达到的按比例得分。 / 9.5",
            &[
                "投入¦预算编制¦5¦编制规范的得5分，否则酌情扣分。¦5",
                "过程¦执行率¦10¦达到95%的得10分。未达到的按比例得分。¦9.5",
            ],
        ),
        // Levels of no known name, with their weights.
        (
            "一级指标 / 分值 / 二级指标 / 分值 / 三级指标 / 分值 / 指标解释 / 评分标准 / 得分",
            "投入 / 15 / 目标设定 / 10 / 目标合理 / 5 / 目标是否合理。 / 合理的得5分。 / 5 / 指标明确 / 5 / 指标是否明确。 / 明确的得5分。 / 4 / 预算配置 / 5 / 人员控制率 / 5 / 在职数与编制数之比。 / 不高于1的得5分。 / 5",
            &[
                "投入¦15¦目标设定¦10¦目标合理¦5¦目标是否合理。¦合理的得5分。¦5",
                "投入¦15¦目标设定¦10¦指标明确¦5¦指标是否明确。¦明确的得5分。¦4",
                "投入¦15¦预算配置¦5¦人员控制率¦5¦在职数与编制数之比。¦不高于1的得5分。¦5",
            ],
        ),
        // Signs and units are cells of their own; what is told in words has neither.
        (
            "一级指标 / 二级指标 / 三级指标 / 指标性质 / 指标值 / 度量单位 / 完成值 / 权重 / 得分",
            "产出指标 / 数量指标 / 甲数 / ≥ / 3 / 座 / 4 / 10 / 10 / 时效指标 / 完成时间 / 定性 / 年底前 / 年底前 / 10 / 9",
            &[
                "产出指标¦数量指标¦甲数¦≥¦3¦座¦4¦10¦10",
                "产出指标¦时效指标¦完成时间¦定性¦年底前¦¦年底前¦10¦9",
            ],
        ),
        // 成本指标 is a second level here; what only numbers an indicator is none.
        (
            HEADING,
            "产出指标 / 数量指标 / 指标1：甲数 / 3 / 3 / 10 / 10 / 指标2： / … / 成本指标 / 总成本 / 5万元 / 5万元 / 10 / 10 / 效益指标 / 经济效益指标 / 乙数 / 1 / 1 / 5 / 5",
            &[
                "产出指标¦数量指标¦指标1：甲数¦3¦3¦10¦10",
                "产出指标¦成本指标¦总成本¦5万元¦5万元¦10¦10",
                "效益指标¦经济效益指标¦乙数¦1¦1¦5¦5",
            ],
        ),
        (
            HEADING,
            "成本指标 / 经济成本指标 / 总成本 / 5万元 / 5万元 / 10 / 10 / 产出指标 / 数量指标 / 甲数 / 3 / 3 / 10 / 10",
            &[
                "成本指标¦经济成本指标¦总成本¦5万元¦5万元¦10¦10",
                "产出指标¦数量指标¦甲数¦3¦3¦10¦10",
            ],
        ),
        // What comes behind the last row is none of the form.
        (
            HEADING,
            "产出指标 / 数量指标 / 甲数 / 3 / 3 / 10 / 10 / 本项目由某县水利局组织实施。",
            &["产出指标¦数量指标¦甲数¦3¦3¦10¦10¦本项目由某县水利局组织实施。"],
        ),
        (
            HEADING,
            "产出指标 / 数量指标 / 甲数 / 3 / 3 / 10 / 10 / 五、其他事项 / 无其他事项。",
            &["产出指标¦数量指标¦甲数¦3¦3¦10¦10"],
        ),
    ] {
        let shown = form(&format!("{heading}\n{rows}"));
        assert_eq!(shown[1..], *expected, "{rows}");
    }
}

#[test]
fn forms_one_behind_the_other() {
    let rows = "产出指标 / 数量指标 / 加固座数 / 3座 / 3座 / 50 / 50";
    let one =
        format!("项目支出绩效自评表\n项目名称 / 甲项目\n{HEADING}\n{rows}\n总分 / 100 / 98\n");
    let two = format!("项目名称 / 乙项目\n{HEADING}\n{rows}\n总分 / 100 / 97\n");
    let found = forms(&(one + &two));
    let names: Vec<&str> = found.iter().map(|rows| rows[1].as_str()).collect();
    assert_eq!(names, ["项目名称¦甲项目", "项目名称¦乙项目"]);
}

#[test]
fn aims_of_several_lines() {
    let row = "产出指标 / 数量指标 / 甲数 / 3 / 3 / 10 / 10";
    let with = |aims: &str| {
        let heading = "年度总体目标 / 预期目标 / 实际完成情况";
        form(&format!(
            "项目名称 / 甲\n{heading}\n{aims}\n{HEADING}\n{row}"
        ))
    };
    assert_eq!(
        with("1.修渠。 / 2.修路。 / 1.渠已修。 / 2.路已修。")[2],
        "¦1.修渠。2.修路。¦1.渠已修。2.路已修。"
    );
    // Where nothing tells which are those of which they are in no column.
    assert_eq!(with("修渠。 / 修路。 / 渠已修，路也已修。")[2], "");
}

#[test]
fn what_is_no_form() {
    for text in [
        "一级指标 / 二级指标 / 三级指标",
        "一级指标 / 三级指标 / 得分",
        "一级指标 / 三级指标 / 得分 / 五、名词解释 / 一、财政拨款收入",
        "绩效指标：指反映产出和效果的指标。 / 一级指标 / 分为产出、效益、满意度三类。",
        "得分 / 分值 / 三级指标说明",
        "一级指标 / 三级指标 / 实际完成值 / 得分 / 无",
        "一级指标 / 三级指标 / 实际完成值 / 得分 / 1 / 2 / 3 / 4",
    ] {
        assert!(forms(text).is_empty(), "{text}");
    }
}

/// A column of letters, and one of digits that may be empty.
struct Sort<'a>(&'a str, bool);

impl Column for Sort<'_> {
    fn empty(&self) -> Option<u32> {
        self.1.then_some(1)
    }

    fn takes(&self, cell: usize) -> Option<u32> {
        let is_digit = self.0.as_bytes()[cell].is_ascii_digit();
        (is_digit == self.1).then_some(0)
    }

    fn goes_on(&self, cell: usize) -> Option<u32> {
        (!self.1 && !self.0.as_bytes()[cell].is_ascii_digit()).then_some(2)
    }
}

#[test]
fn the_cheapest_rows() {
    let shown = |cells: &str| -> Option<(Vec<String>, usize)> {
        let columns = [Sort(cells, false), Sort(cells, true)];
        let Fit { rows, end } = fit(0..cells.len(), &columns)?;
        let words = |range: &Range<usize>| cells[range.clone()].to_owned();
        let rows = rows
            .iter()
            .map(|row| row.iter().map(words).collect::<Vec<_>>().join("|"));
        Some((rows.collect(), end))
    };
    let rows = |rows: &[&str]| rows.iter().map(|row| (*row).to_owned()).collect::<Vec<_>>();
    assert_eq!(shown("a1b2"), Some((rows(&["a|1", "b|2"]), 4)));
    assert_eq!(shown("ab2"), Some((rows(&["a|", "b|2"]), 3)));
    assert_eq!(shown("a1b22"), Some((rows(&["a|1", "b|2"]), 4)));
    assert_eq!(shown("1a"), None);
    assert_eq!(shown(""), None);
}
