//! Forms of invented projects in the layouts that sources have: text with a cell a line, grids with merged cells, blanks
//! in place of merged cells.

mod levels;
mod lists;
mod money;
mod pages;
mod records;

use serde_json::Value;

use super::*;
use crate::document::{Block, BlockKind, Cell, Format, Span, Table};
use crate::identity::Kind;

/// A document while it is put together.
#[derive(Default)]
struct Pages {
    text: String,
    blocks: Vec<Block>,
    tables: Vec<Table>,
}

impl Pages {
    /// Adds a paragraph.
    fn line(mut self, line: &str) -> Self {
        let start = self.text.len();
        self.text.push_str(line);
        self.blocks.push(Block::new(
            Span::new(start, self.text.len()),
            BlockKind::Paragraph,
        ));
        self.text.push('\n');
        self
    }

    /// Adds a table: a row a line, cells parted by `|`. `<` continues the cell on the left, `^` the one above.
    fn table(mut self, rows: &str) -> Self {
        let from = self.text.len();
        let mut cells: Vec<Cell> = Vec::new();
        for (row, line) in rows.trim_matches('\n').lines().enumerate() {
            for (column, words) in line.split('|').map(str::trim).enumerate() {
                let covering = |cells: &[Cell], row: usize, column: usize| {
                    cells.iter().position(|c| {
                        (c.row..c.row + c.rows).contains(&row)
                            && (c.column..c.column + c.columns).contains(&column)
                    })
                };
                match words {
                    "<" => {
                        let left = covering(&cells, row, column - 1).unwrap();
                        cells[left].columns =
                            cells[left].columns.max(column + 1 - cells[left].column);
                    }
                    "^" => {
                        let above = covering(&cells, row - 1, column).unwrap();
                        cells[above].rows = row + 1 - cells[above].row;
                    }
                    _ => {
                        let start = self.text.len();
                        self.text.push_str(words);
                        cells.push(Cell {
                            text: words.into(),
                            span: Span::new(start, self.text.len()),
                            row,
                            column,
                            rows: 1,
                            columns: 1,
                            header: false,
                        });
                        self.text.push('\t');
                    }
                }
            }
            self.text.push('\n');
        }
        let span = Span::new(from, self.text.len());
        self.blocks
            .push(Block::new(span, BlockKind::Table(self.tables.len())));
        self.tables.push(Table::new(span, cells));
        self
    }

    fn document(self, format: Format) -> Document {
        Document::new(
            format,
            "UTF-8",
            self.text,
            self.blocks,
            self.tables,
            Vec::new(),
        )
    }

    fn read(self, format: Format) -> Evaluations {
        let evaluations = read(&self.document(format), &report(), Grammar::embedded());
        for record in &evaluations.records {
            every_field_has_its_place(record);
        }
        evaluations
    }
}

fn report() -> Identity {
    Identity {
        kind: Kind::ProjectSelfAssessment,
        title: None,
        year: Some(2030),
        publisher: None,
        published: None,
    }
}

/// Every value of a record has a span, and every span quotes words that hold the value.
fn every_field_has_its_place(record: &Evaluation) {
    let json = serde_json::to_value(record).unwrap();
    for (pointer, quote) in &record.spans {
        assert!(!quote.exact.is_empty(), "{pointer} has no words");
        if pointer.ends_with("/operator") || pointer.ends_with("/source") {
            continue;
        }
        let bare = |text: &str| text.replace([' ', ','], "");
        let value = match json.pointer(pointer) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            other => panic!("{pointer} is {other:?}"),
        };
        let (words, value) = (bare(&quote.exact), bare(&value));
        assert!(
            words.contains(&value) || value.starts_with(&words),
            "{pointer}: {value} is not in {words}"
        );
    }
    for (index, indicator) in record.indicators.iter().enumerate() {
        let Value::Object(fields) = serde_json::to_value(indicator).unwrap() else {
            panic!()
        };
        for (name, _) in fields.iter().filter(|(_, value)| !value.is_null()) {
            let pointer = format!("/indicators/{index}/{name}");
            let words = name == "operator" && indicator.operator.as_deref() == Some("qualitative");
            assert!(
                words || record.spans.contains_key(&pointer),
                "{pointer} has no place"
            );
        }
    }
}

/// What stands at a JSON Pointer, as a test writes it.
fn at(record: &Evaluation, pointer: &str) -> String {
    match serde_json::to_value(record).unwrap().pointer(pointer) {
        None | Some(Value::Null) => "null".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

fn expect(record: &Evaluation, values: &[(&str, &str)]) {
    for (pointer, value) in values {
        assert_eq!(at(record, pointer), *value, "{pointer}");
    }
}

#[test]
fn the_forms_read_their_own_examples() {
    let grammar = Grammar::embedded();
    for form in grammar.forms.all() {
        assert!(!form.examples.is_empty(), "{} has no example", form.id);
        for example in &form.examples {
            let pages = Pages::default().line(&example.title).table(&example.rows);
            let read = read(&pages.document(Format::Text), &report(), grammar);
            assert_eq!(read.records.len(), 1, "{}", example.title);
            for (pointer, value) in &example.gives {
                assert_eq!(
                    &at(&read.records[0], pointer),
                    value,
                    "{}: {pointer}",
                    form.id
                );
            }
            every_field_has_its_place(&read.records[0]);
        }
    }
}

/// The form of the ministry as a web page prints it: merged cells, the block's label down its rows.
const MERGED: &str = "
项目名称 | < | 沿河步道修缮 | < | < | < | < | < | <
主管部门 | < | 清源区园林处 | < | < | 实施单位 | < | 清源区公园管理所 | <
项目资金 （万元） | < |  | 年初预算数 | 全年预算数 （A） | 全年执行数 （B） | 分值 | 执行率 （B/A） | 得分
^ | ^ | 年度资金总额： | 1,080.00 | 1,064.00 | 480 | 10 | 45.11% | 4.5
^ | ^ | 其中：当年财政拨款 | 1,080.00 | 1,060.00 | 476 | - | - | -
^ | ^ | 上年结转资金 |  | 4 | 4 | - | - | -
年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | <
^ | 修缮步道2公里。 | < | < | < | 修缮步道2.4公里。 | < | < | <
绩 效 指 标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析 及改进措施
^ | 产 出 指 标 （60分） | 数量指标 | 指标1：修缮长度 | ≥2公里 | 2.4公里 | 30 | 30 |
^ | ^ | ^ | 指标2： |  |  |  |  |
^ | ^ | ^ | …… |  |  |  |  |
^ | ^ | 时效指标 | 完工时间 | 10月底前 | 11月 | 30 | 22.5 | 连续降雨
^ | 效益指标（30分） | 社会效益指标 | 指标1：受益人口 | ≥1.2万人 | 1.26万人 | 15 | 15 | 统计口径变化
^ | ^ | 生态效益指标 | 指标1：/ |  |  |  |  | ^
^ | ^ | ^ | 植被恢复 | 明显改善 | 达成预期指标 | 15 | 13 | ^
总分 | < | < | < | < | < | 100 | 85 |
";

const MERGED_VALUES: &[(&str, &str)] = &[
    ("/form", "project.ministry"),
    ("/kind", "project_self_assessment"),
    ("/year", "2024"),
    ("/unit", "万元"),
    ("/project_code", "null"),
    ("/project_name", "沿河步道修缮"),
    ("/department", "清源区园林处"),
    ("/implementing_unit", "清源区公园管理所"),
    ("/annual_target", "修缮步道2公里。"),
    ("/target_completion", "修缮步道2.4公里。"),
    ("/budget/0/source", "total"),
    ("/budget/0/approved", "1080.00"),
    ("/budget/0/rate", "45.11"),
    ("/budget/0/score", "4.5"),
    ("/budget/1/weight", "null"),
    ("/budget/2/source", "carryover"),
    ("/budget/2/approved", "null"),
    ("/budget/2/executed", "4"),
    ("/budget/3", "null"),
    ("/indicators/0/id", "指标1"),
    ("/indicators/0/level1", "产出指标"),
    ("/indicators/0/level1_weight", "60"),
    ("/indicators/0/operator", ">="),
    ("/indicators/0/target", "2"),
    ("/indicators/0/unit", "公里"),
    ("/indicators/0/actual", "2.4公里"),
    ("/indicators/0/reason", "null"),
    ("/indicators/1/id", "null"),
    ("/indicators/1/level1", "产出指标"),
    ("/indicators/1/level2", "时效指标"),
    ("/indicators/1/operator", "null"),
    ("/indicators/1/target", "10月底前"),
    ("/indicators/1/score", "22.5"),
    ("/indicators/1/reason", "连续降雨"),
    ("/indicators/2/unit", "万人"),
    ("/indicators/3/level2", "生态效益指标"),
    ("/indicators/3/operator", "qualitative"),
    ("/indicators/3/actual", "达成预期指标"),
    ("/indicators/4", "null"),
    ("/total_weight", "100"),
    ("/total_score", "85"),
    ("/conclusion", "null"),
];

#[test]
fn merged_cells_give_their_value_to_the_rows_they_cover() {
    let read = Pages::default()
        .line("项目支出绩效自评表")
        .line("（2024年度）")
        .table(MERGED)
        .read(Format::Html);
    assert_eq!(read.records.len(), 1);
    assert_eq!(read.tables, [(0, "self_assessment.project")]);
    expect(&read.records[0], MERGED_VALUES);
    // A merged reason holds for each of its rows.
    expect(
        &read.records[0],
        &[
            ("/indicators/2/reason", "统计口径变化"),
            ("/indicators/3/reason", "统计口径变化"),
        ],
    );
}

#[test]
fn blanks_in_place_of_merged_cells_say_the_same() {
    let exploded = MERGED.replace(['<', '^'], " ");
    for format in [Format::Html, Format::Text, Format::Xlsx] {
        let read = Pages::default()
            .line("2024年度项目支出绩效自评表")
            .table(&exploded)
            .read(format);
        assert_eq!(read.records.len(), 1);
        expect(&read.records[0], MERGED_VALUES);
        expect(&read.records[0], &[("/indicators/3/reason", "null")]);
    }
}

#[test]
fn a_text_export_prints_merged_cells_once() {
    // Cells merged into the left are not printed at all, those merged into the one above are empty.
    let rows: String = MERGED
        .lines()
        .map(|line| line.replace("| <", "").replace('^', " ") + "\n")
        .collect();
    let read = Pages::default()
        .line("项目支出绩效自评表")
        .line("（2024年度）")
        .table(&rows)
        .read(Format::Text);
    assert_eq!(read.records.len(), 1);
    expect(&read.records[0], MERGED_VALUES);
}

#[test]
fn rows_whose_last_empty_cells_are_not_printed_begin_together() {
    let rows: String = MERGED
        .replace(['<', '^'], " ")
        .lines()
        .map(|line| line.trim_end_matches([' ', '|']).to_owned() + "\n")
        .collect();
    let read = Pages::default()
        .line("项目支出绩效自评表")
        .line("（2024年度）")
        .table(&rows)
        .read(Format::Text);
    assert_eq!(read.records.len(), 1);
    expect(&read.records[0], MERGED_VALUES);
    // Operator and unit have columns of their own, and the reason is printed where there is one.
    let read = Pages::default()
        .line("项目支出绩效自评表（2024年度）")
        .table(
            "
项目名称 | 芦荡清淤
 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分 | 未完成原因分析
 | 产出指标 | 数量指标 | 清淤长度 | ≥ | 20 | 公里 | 21 | 30 | 30
 | | 时效指标 | 完成时间 | 定性 | 12月底前 | | 12月底前 | 10 | 10
 | 效益指标 | 社会效益指标 | 投诉件数 | ≤ | 3 | 件 | 5 | 20 | 18 | 汛期扰民
 | | | 管护机制 | 定性 | 健全
 | | 生态效益指标 | 河岸植被 | = | 有所恢复 | | 有所恢复 | 5 | 5
 | | | 水质等级 | ≥ | 3 | 类 | 3 | 5 | 5
 | | 可持续影响指标 | 设备检修 | ≤ | 3场/季度，2场/月 | | 3场 | 5 | 5
合计 | | | | | | | | 75 | 73
",
        )
        .read(Format::Text);
    expect(
        &read.records[0],
        &[
            ("/form", "project.sichuan"),
            ("/indicators/0/level1", "产出指标"),
            ("/indicators/0/level3", "清淤长度"),
            ("/indicators/0/operator", ">="),
            ("/indicators/0/actual", "21"),
            ("/indicators/0/score", "30"),
            ("/indicators/1/operator", "qualitative"),
            ("/indicators/1/unit", "null"),
            ("/indicators/2/level1", "效益指标"),
            ("/indicators/2/reason", "汛期扰民"),
            ("/indicators/3/level3", "管护机制"),
            ("/indicators/3/target", "健全"),
            // A sign beside words compares nothing; one beside what has a number does.
            ("/indicators/4/operator", "qualitative"),
            ("/indicators/4/target", "有所恢复"),
            ("/indicators/5/operator", ">="),
            ("/indicators/6/operator", "<="),
            ("/indicators/3/weight", "null"),
            ("/total_weight", "75"),
            ("/total_score", "73"),
        ],
    );
}

#[test]
fn rows_that_close_a_form_are_no_indicators() {
    let read = Pages::default()
        .line("项目支出绩效自评表（2024年度）")
        .table(
            "
项目名称 | 芦荡清淤 | < | < | <
三级指标 | 指标值 | 实际完成值 | 分值 | 自评得分
清淤长度 | 达到20公里 | 21公里 | 100 | 97
投诉件数 | 无 | 无 | 无 | 无
无 | 无 | 无 | |
合计 | < | < | 100 | 97
自评等级：优 | < | < | < | <
填表人：林晓 | < | 联系电话：0000-1234567 | < | <
",
        )
        .read(Format::Html);
    expect(
        &read.records[0],
        &[
            ("/indicators/0/operator", ">="),
            ("/indicators/0/target", "20"),
            ("/indicators/1/level3", "投诉件数"),
            ("/indicators/2", "null"),
            ("/total_score", "97"),
        ],
    );
}

#[test]
fn the_heading_of_the_scores_may_hold_the_weight_of_the_money() {
    let read = Pages::default()
        .line("项目支出绩效自评表（2024年度）")
        .table(
            "
项目名称 | 芦荡清淤 | < | < | < | <
项目资金（元） | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 得分（10分）
年度资金总额 | 90,000 | 80,000 | 72,000 | 90% | 9
其中：财政拨款 | 90,000 | 80,000 | 72,000 | 90% | —
三级指标 | < | 指标值 | 实际完成值 | 分值 | 得分
清淤长度 | < | ≥20公里 | 21公里 | 90 | 88
合计 | < | < | < | 100 | 97
",
        )
        .read(Format::Html);
    expect(
        &read.records[0],
        &[
            ("/budget/0/weight", "10"),
            ("/budget/0/score", "9"),
            ("/budget/1/weight", "null"),
            ("/total_weight", "100"),
        ],
    );
}

#[test]
fn parts_of_one_kind_are_rows_of_their_own() {
    let read = Pages::default()
        .line("项目支出绩效自评表（2024年度）")
        .table(
            "
项目名称 | 芦荡清淤 | < | < | <
项目资金（万元） | 预算数： | 120 | 执行数： | 108
^ | 其中：中央补助 | 100 | 其中：中央补助 | 90
^ | 地方资金 | 20 | 地方资金 | 18
三级指标 | 指标值 | 实际完成值 | 分值 | 得分
清淤长度 | ≥20公里 | 21公里 | 100 | 97
",
        )
        .read(Format::Html);
    expect(
        &read.records[0],
        &[
            ("/budget/1/source", "fiscal"),
            ("/budget/1/approved", "100"),
            ("/budget/1/executed", "90"),
            ("/budget/2/source", "fiscal"),
            ("/budget/2/approved", "20"),
            ("/budget/2/executed", "18"),
            ("/budget/3", "null"),
        ],
    );
}

#[test]
fn the_plainest_label_of_a_field_is_the_one_that_counts() {
    let read = Pages::default()
        .line("项目支出绩效自评表")
        .table(
            "
项目名称 | 芦荡清淤 | < | < | <
预算单位 | 云溪县水务局 | < | 实施单位 | 云溪县河道站
年度 | 2024年 | < | 项目属性 | 延续项目
年度总体目标 | 预期目标 | < | 实际完成情况 | <
^ | 清淤20公里。 | < | 清淤21公里。 | <
三级指标 | 指标值 | 实际完成值 | 分值 | 得分
清淤长度 | ≥20公里 | 21公里 | 100 | 97
",
        )
        .read(Format::Html);
    expect(
        &read.records[0],
        &[
            ("/implementing_unit", "云溪县河道站"),
            ("/year", "2024"),
            ("/annual_target", "清淤20公里。"),
            ("/target_completion", "清淤21公里。"),
        ],
    );
}

#[test]
fn values_below_labels_come_in_their_order_where_places_do_not_tell() {
    // The block's name is printed once, in the row above, and the empty cells at the ends are not.
    let read = Pages::default()
        .line("项目支出绩效自评表（2024年度）")
        .table(
            "
项目名称 | 芦荡清淤
年度总体目标 | 预期目标 | 实际完成情况
清淤20公里。 | 清淤21公里。
三级指标 | 指标值 | 实际完成值 | 分值 | 得分
清淤长度 | ≥20公里 | 21公里 | 100 | 97
",
        )
        .read(Format::Text);
    expect(
        &read.records[0],
        &[
            ("/annual_target", "清淤20公里。"),
            ("/target_completion", "清淤21公里。"),
            ("/indicators/0/score", "97"),
        ],
    );
}

#[test]
fn the_rows_of_a_block_of_aims_have_labels_of_their_own() {
    let read = Pages::default()
        .line("项目支出绩效自评表（2024年度）")
        .table(
            "
项目名称 | 芦荡清淤
年度总体目标 | 预期目标 | 清淤20公里，惠及3村。
^ | 实际完成情况 | 清淤21公里。
三级指标 | 指标值 | 实际完成值 | 分值 | 得分
清淤长度 | ≥20公里 | 21公里 | 100 | 97
",
        )
        .read(Format::Text);
    expect(
        &read.records[0],
        &[
            ("/annual_target", "清淤20公里，惠及3村。"),
            ("/target_completion", "清淤21公里。"),
            ("/indicators/0/score", "97"),
        ],
    );
}

#[test]
fn money_and_score_are_facts_of_the_project() {
    let read = Pages::default()
        .line("项目支出绩效自评表（2024年度）")
        .table(&MERGED.replace("沿河步道修缮", "“沿河步道”修缮（2023年、2024年）"))
        .read(Format::Html);
    let facts: Vec<String> = read
        .statements
        .iter()
        .map(|s| {
            format!(
                "{} {:?} {:?} {} {} {} {:?} {}",
                s.concept,
                s.metric,
                s.phase,
                s.value.unwrap(),
                s.unit,
                s.decimals.unwrap(),
                s.base,
                s.quote.exact
            )
        })
        .collect();
    assert_eq!(
        facts,
        [
            "project.funds Amount Approved 10800000 CNY -2 None 1,080.00",
            "project.funds Amount Adjusted 10640000 CNY -2 None 1,064.00",
            "project.funds Amount Executed 4800000 CNY -4 None 480",
            "project.funds CompletionRate Executed 45.11 % 2 Some(Adjusted) 45.11%",
            "performance.project_score Score Executed 85 points 0 None 85",
        ]
    );
    for statement in &read.statements {
        assert_eq!(statement.dimensions["project"], "“沿河步道”修缮");
        assert_eq!(
            (statement.year, statement.table.as_deref()),
            (Some(2024), Some("t1"))
        );
    }
    assert_eq!(read.statements[0].label, "年度资金总额：");
    assert_eq!(read.statements[4].label, "总分");
}

#[test]
fn amounts_without_a_unit_are_no_facts_in_yuan() {
    let read = Pages::default()
        .line("项目支出绩效自评表")
        .table(&MERGED.replace("（万元）", ""))
        .read(Format::Html);
    let metrics: Vec<_> = read
        .statements
        .iter()
        .map(|s| format!("{:?}", s.metric))
        .collect();
    assert_eq!(metrics, ["CompletionRate", "Score"]);
    assert_eq!(at(&read.records[0], "/unit"), "null");
}

#[test]
fn levels_do_not_outlive_the_one_above_them() {
    let read = Pages::default()
        .table(
            "
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
产出指标 | 数量指标 | 甲 | 1 | 1 | 30 | 30
 | | 乙 | 2 | 2 | 30 | 30
效益指标 | | 丙 | 3 | 3 | 20 | 20
小计 | | | | | 80 | 80
满意度指标 | 满意度 | 无 | / | / | / | /
 | 服务对象 | 丁 | ＞90％ | 93% | 20分 | 19.5分
合计 | | | | | 100 | 99.5
注：分值由财政局核定。 | < | < | < | < | < | <
",
        )
        .read(Format::Html);
    expect(
        &read.records[0],
        &[
            ("/kind", "department_self_assessment"),
            ("/indicators/1/level2", "数量指标"),
            ("/indicators/2/level1", "效益指标"),
            ("/indicators/2/level2", "null"),
            ("/indicators/2/actual", "3"),
            ("/indicators/3/level2", "服务对象"),
            ("/indicators/3/operator", ">"),
            ("/indicators/3/unit", "％"),
            ("/indicators/3/actual", "93%"),
            ("/indicators/3/weight", "20"),
            ("/indicators/3/score", "19.5"),
            ("/indicators/4", "null"),
            ("/total_weight", "100"),
            ("/total_score", "99.5"),
        ],
    );
}

#[test]
fn the_department_and_its_score() {
    let read = Pages::default()
        .line("2024年区级部门整体支出绩效评价指标体系")
        .table(
            "
绩效指标 | < | < | 指标分值 | 指标解释 | 计分标准 | 自评得分 | 备注
一级指标 | 二级指标 | 三级指标 | ^ | ^ | ^ | ^ | ^
预算管理（60分） | 编制（20分） | 目标制定 | 20 | 目标是否完整。 | 完整的得20分。 | 19 |
^ | 执行（40分） | 进度（40分） |  | 进度是否均衡。 | 按比例计分。 | 38 |
合计 | < | < | 60 |  |  | 57 |
",
        )
        .read(Format::Html);
    expect(
        &read.records[0],
        &[
            ("/form", "department.levels"),
            ("/year", "2024"),
            ("/unit", "null"),
            ("/indicators/0/level1_weight", "60"),
            ("/indicators/1/level2", "执行"),
            ("/indicators/1/level3", "进度"),
            ("/indicators/1/weight", "40"),
            ("/indicators/1/criterion", "按比例计分。"),
            ("/total_score", "57"),
        ],
    );
    let [score] = &read.statements[..] else {
        panic!()
    };
    assert_eq!(score.concept, "performance.department_score");
    assert_eq!((score.year, score.dimensions.len()), (Some(2024), 0));
}

#[test]
fn instructions_that_nobody_replaced_stay() {
    let instruction = "对照年度目标，说明完成情况（100字以内）";
    let read = Pages::default()
        .line("项目支出绩效自评表")
        .table(&MERGED.replace("修缮步道2.4公里。", instruction))
        .read(Format::Html);
    assert_eq!(at(&read.records[0], "/target_completion"), instruction);
    assert_eq!(
        read.records[0].year,
        Some(2030),
        "no title names a year, so it is that of the report"
    );
}

#[test]
fn a_new_form_is_a_file() {
    let form = r#"
id = "project.tianhu"
subject = "project"
marks = ["考核要点", "自评打分"]
[fields]
project_name = ["事项"]
project_lead = ["经办"]
[budget.columns]
approved = ["批复额"]
executed = ["开支额"]
[budget.sources]
total = ["全部经费"]
[indicators]
totals = ["总成绩"]
[indicators.columns]
level1 = ["方面"]
level3 = ["考核要点"]
target = ["应达到"]
actual = ["已达到"]
weight = ["满额"]
score = ["自评打分"]
"#;
    let rows = "
事项 | 湖滨路灯更换 | 经办 | 高原 |
经费（元） | 批复额 | 开支额 | |
全部经费 | 56,000 | 54,320.50 | |
方面 | 考核要点 | 应达到 | 已达到 | 满额 | 自评打分
产出 | 更换盏数 | 至少70盏 | 72盏 | 100 | 96
总成绩 | | | | 100 | 96
";
    let grammar = Grammar::load(&[("tables/self_assessment_tianhu.toml", form)]).unwrap();
    let document = || {
        Pages::default()
            .line("路灯事项自评表（2024年）")
            .table(rows)
            .document(Format::Html)
    };
    let with = read(&document(), &report(), &grammar);
    expect(
        &with.records[0],
        &[
            ("/form", "project.tianhu"),
            ("/year", "2024"),
            ("/unit", "元"),
            ("/project_name", "湖滨路灯更换"),
            ("/project_lead", "高原"),
            ("/budget/0/executed", "54320.50"),
            ("/indicators/0/level1", "产出"),
            ("/indicators/0/operator", ">="),
            ("/indicators/0/target", "70"),
            ("/total_score", "96"),
        ],
    );
    assert_eq!(with.statements.len(), 3);
    assert!(
        read(&document(), &report(), Grammar::embedded())
            .records
            .is_empty()
    );
}
