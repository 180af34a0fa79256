//! Tables in texts, layout by layout.

use super::*;

/// The lines of a text, with what ends them.
pub(super) fn spans(text: &str) -> Vec<Span> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        start += line.len();
        Span::new(start - line.len(), start)
    });
    lines.collect()
}

/// The tables of a text: the lines that each takes, and its rows with cells joined by `¦`.
fn tables(text: &str) -> Vec<(Range<usize>, Vec<String>)> {
    let lines = spans(text);
    let shown = |table: &Table| {
        (0..table.height())
            .map(|row| {
                let cells: Vec<&str> = (0..table.width())
                    .map(|column| table.text(row, column))
                    .collect();
                cells.join("¦")
            })
            .collect()
    };
    let found = find(text, &lines, &[]);
    for (_, table) in &found {
        for cell in table.cells() {
            let words = &text[cell.span.start..cell.span.end];
            assert_eq!(words.replace(['\n', '\t'], " "), cell.text);
        }
    }
    found
        .iter()
        .map(|(range, table)| (range.clone(), shown(table)))
        .collect()
}

#[test]
fn a_cell_a_line_led_by_a_tab() {
    let text = "绩效目标表\n\t项目\n\t金额\n\n\t甲\n\t1.00\n\n\t\n\t\n\n以上为全部项目。";
    assert_eq!(
        tables(text),
        [(
            1..9,
            vec!["项目¦金额".to_owned(), "甲¦1.00".into(), "¦".into()]
        )]
    );
}

#[test]
fn a_cell_of_several_paragraphs() {
    let text = "\t标准\n\t1.达标的，得5分。\n2.未达标的，不得分。\n\n3.其余的，酌情扣分。\n\t10\n\n\t乙\n\t\n\t8\n";
    let rows = &tables(text)[0].1;
    assert_eq!(
        rows[0],
        "标准¦1.达标的，得5分。 2.未达标的，不得分。  3.其余的，酌情扣分。¦10"
    );
    assert_eq!(rows[1], "乙¦¦8");
}

#[test]
fn text_between_two_tables_is_no_cell_of_the_first() {
    let table = "\t项目\n\t金额\n\n\t甲\n\t1.00\n";
    for text in [
        "1.收入3万元，占1%。\n2.支出2万元，占2%。\n收支对比表\n单位：万元\n",
        "1.收入3万元，占1%。\n二、支出情况\n",
        "对比情况如下\n",
    ] {
        let close = format!("{table}{text}\n{table}");
        let found: Vec<_> = tables(&close).into_iter().map(|(range, _)| range).collect();
        assert_eq!(found[0], 0..5, "{text}");
        let found = tables(&format!("{table}\n{text}{table}"));
        let ranges: Vec<Range<usize>> = found.into_iter().map(|(range, _)| range).collect();
        let below = 6 + text.lines().count();
        assert_eq!(ranges, [0..5, below..below + 5], "{text}");
    }
}

#[test]
fn a_title_begins_a_table_of_its_own() {
    let text = "\t甲\n\t1\n\n\t乙\n\t2\n\n\t项目绩效自评表（2023年度）\n\n\t丙\n\t3\n\n\t丁\n\t\n";
    let found = tables(text);
    assert_eq!(found.len(), 2);
    assert_eq!((found[0].0.clone(), found[1].0.clone()), (0..5, 8..13));
}

#[test]
fn rows_separated_by_bars_or_tabs() {
    for text in [
        "项目 | 金额 | \n甲 |  | 1.00\n | 乙 | \n",
        "| 项目 | 金额 | |\n|---|---|---|\n| 甲 | | 1.00 |\n| | 乙 | |\n",
        "项目\t金额\t\n甲\t\t1.00\n\t乙\t\n",
        "项目 | 金额 | \n\n甲 |  | 1.00\n\n | 乙 | \n",
    ] {
        let found = tables(text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].1, ["项目¦金额¦", "甲¦¦1.00", "¦乙¦"], "{text}");
    }
}

#[test]
fn a_framed_row_of_one_cell_above_the_others() {
    let text = "表一\n|公开01表|\n|项目|金额|\n|甲|1.00|\n";
    let rows = ["公开01表¦", "项目¦金额", "甲¦1.00"].map(str::to_owned);
    assert_eq!(tables(text), [(1..4, rows.to_vec())]);
    // Bars around a line above other text, or above rows without a frame, are none of a table.
    for text in ["|附注|\n甲|1.00\n", "|附注|\n正文\n", "||\n|甲|1.00|\n"] {
        assert!(
            tables(text).iter().all(|(range, _)| range.start > 0),
            "{text}"
        );
    }
}

#[test]
fn a_row_of_one_cell_between_rows_of_tabs() {
    let text = "资金\t来源\t金额\n\t财政\t1.00\n\t其他\n目标\t内容\t完成\n\t甲\t乙\n\t本表由财政股填报。\n";
    let (range, rows) = &tables(text)[0];
    assert_eq!((range.clone(), rows[2].as_str()), (0..5, "¦其他¦"));
}

#[test]
fn phases_on_lines_above_rows_of_tabs() {
    let rows = "合计\t接待费\t合计\t接待费\n3.00\t1.00\t2.00\t0.50\n";
    let (range, read) = &tables(&format!("单位：元\n预算数\n决算数\n{rows}"))[0];
    assert_eq!((range.clone(), read[0].as_str()), (1..5, "预算数¦决算数¦¦"));
    // One alone, other words, or a line between.
    for above in ["决算数\n", "云溪县\n决算数\n", "预算数\n决算数\n\n"] {
        let text = format!("{above}{rows}");
        let found = tables(&text);
        assert_eq!(found[0].1.len(), 2, "{above}");
    }
}

#[test]
fn a_cell_a_line_ended_by_a_bar() {
    let text = "项目|\n金额|\n\n甲|\n1.00|\n";
    assert_eq!(
        tables(text),
        [(0..5, vec!["项目¦金额".to_owned(), "甲¦1.00".into()])]
    );
}

#[test]
fn columns_kept_apart_by_spaces() {
    let text = "\
2023年度收入支出决算总表
    项目              行次     预算数       决算数
一、财政拨款收入            1     1,200.50     1,180.00
二、事业收入                2                     20.15
三、其他收入                3         8.00         0.00
本年收入合计                4     1,208.50     1,200.15
注：本表反映收支情况。
";
    let found = tables(text);
    assert_eq!(found.len(), 1);
    let (range, rows) = &found[0];
    assert_eq!(*range, 1..6);
    assert_eq!(rows[0], "项目¦行次¦预算数¦决算数");
    assert_eq!(rows[2], "二、事业收入¦2¦¦20.15");
}

#[test]
fn aligned_columns_of_words_with_few_numbers() {
    let text = "\
项目名称     芦荡清淤
主管部门     云溪县水务局                 实施单位     云溪县河道站
一级指标     二级指标     三级指标        指标值       完成情况     分值
产出指标     数量指标     清淤长度        达到5公里    5公里        50
         时效指标     完成时间        12月底前     12月底前     20
满意度指标   满意度       群众满意度      ＞95%        96%          30
自评等级     优
负责人       林晓
";
    let (range, rows) = &tables(text)[0];
    assert_eq!(*range, 0..8);
    assert_eq!(rows[4], "¦时效指标¦完成时间¦12月底前¦12月底前¦20");
    assert_eq!(rows[6], "自评等级¦优¦¦¦¦");
}

#[test]
fn three_cells_with_a_wide_space_between_them() {
    let text = "序号　内容　是否空表\n表1　收入决算表　否\n表2　支出决算表　是　不涉及\n\n第三部分　情况说明\n";
    let (range, rows) = &tables(text)[0];
    assert_eq!(
        (range.clone(), rows[2].as_str()),
        (0..3, "表2¦支出决算表¦是¦不涉及")
    );
}

#[test]
fn as_many_wide_spaces_between_all_cells() {
    let text = "项目　　　　上年数　　本年数　　增减　　增减%\n“三公”经费　　15.50　　14.30　　-1.20　　-7.74\n出国（境）费　　0.00　　0.00　　0.00\n其中：购置费　　2.00　　1.00　　-1.00　　-50.00\n";
    let (range, rows) = &tables(text)[0];
    assert_eq!(*range, 0..4);
    assert_eq!(rows[1], "“三公”经费¦15.50¦14.30¦-1.20¦-7.74");
    assert_eq!(rows[3], "其中：购置费¦2.00¦1.00¦-1.00¦-50.00");
    // Where there is more room, a cell may be left out.
    let text = "项目　　上年数　　本年数\n甲　　1.00　　2.00\n乙　　　　4.00\n";
    assert_eq!(tables(text), []);
}

#[test]
fn prose_is_no_table() {
    for text in [
        "一、部门职责\n\t负责水务管理。\n\t负责防汛抗旱。\n\n\t二、机构设置\n\t本部门设三个股室。\n",
        "\t第一部分\n\t一、职责\n\n\t第二部分\n\t二、决算表\n",
        "首页 | 政务公开 | 财政\n本部门2023年支出3万元。\n",
        "部门：甲局\t单位：万元\n本年支出3万元。",
        "第一部分  部门概况\n第二部分  部门决算表\n第三部分  名词解释\n",
        "一、部门职责      3\n二、机构设置      4\n三、决算表        12\n",
        "一、部门职责\t3\n二、机构设置\t4\n三、决算表\t12\n",
        "第一部分　概况\n第二部分　决算表\n第三部分　说明\n",
        "　　第一　第二　第三\n　　第四　第五　第六\n　　第七　第八　第九\n",
        "支出3万元。  其中：\n收入4万元。  其中：\n结余1万元。  其中：\n",
        "",
    ] {
        assert_eq!(tables(text), [], "{text}");
    }
}

#[test]
fn many_indented_paragraphs_are_read_once() {
    let text = "\t一段。\n\n".repeat(20_000) + &"甲  乙\n".repeat(20_000);
    assert_eq!(tables(&text), []);
}
