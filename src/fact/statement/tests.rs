//! Layouts of statements as provinces print them, read from a web page with merged cells and from text without them.

mod added;
mod budget;
mod classifications;
mod final_accounts;
mod government;
mod listed;
mod three_public;

use super::*;
use crate::document::caption::attach;
use crate::document::{Block, BlockKind, Format, Span};
use crate::identity::Kind;
use crate::source::text_table;

/// Lines above a grid, and its rows; `<` continues the cell to the left, `^` the cell above.
struct Sheet<'a> {
    above: &'a [&'a str],
    rows: &'a [&'a str],
}

impl Sheet<'_> {
    fn cells(&self) -> Vec<Vec<&str>> {
        self.rows
            .iter()
            .map(|row| row.split('|').map(str::trim).collect())
            .collect()
    }

    /// As a web page, with merged cells.
    fn page(&self) -> Document {
        let cells = self.cells();
        let mut html = String::from("<html><body>");
        for line in self.above {
            html.push_str(&format!("<p>{line}</p>"));
        }
        html.push_str("<table>");
        for (r, row) in cells.iter().enumerate() {
            html.push_str("<tr>");
            for (c, cell) in row.iter().enumerate() {
                if matches!(*cell, "<" | "^") {
                    continue;
                }
                let columns = row[c + 1..].iter().take_while(|next| **next == "<").count() + 1;
                let rows = cells[r + 1..]
                    .iter()
                    .take_while(|below| below.get(c) == Some(&"^"))
                    .count()
                    + 1;
                html.push_str(&format!("<td colspan={columns} rowspan={rows}>{cell}</td>"));
            }
            html.push_str("</tr>");
        }
        html.push_str("</table></body></html>");
        crate::source::read(html.as_bytes(), &Default::default()).unwrap()
    }

    /// As text with a cell a line led by a tab, a merged cell once, an empty one for each row that it goes on in.
    fn tabbed(&self) -> Document {
        self.cell_lines(Some(""))
    }

    /// The same with nothing for the rows that a merged cell goes on in.
    fn tabbed_once(&self) -> Document {
        self.cell_lines(None)
    }

    /// As text with a cell a line, `goes_on` being printed for a cell that the one above covers.
    fn cell_lines(&self, goes_on: Option<&str>) -> Document {
        let mut text = String::new();
        for line in self.above {
            text.push_str(&format!("{line}\n"));
        }
        for row in self.cells() {
            for cell in row.into_iter().filter(|cell| *cell != "<") {
                if let Some(cell) = if cell == "^" { goes_on } else { Some(cell) } {
                    text.push_str(&format!("\t{cell}\n"));
                }
            }
            text.push('\n');
        }
        crate::source::text::read(text.as_bytes(), &Default::default()).unwrap()
    }

    /// As text with a row a line, its cells between tabs, in the ways that programs copy merged cells: printed once or
    /// with an empty cell where they go on, each with the empty cells at the ends of rows or without them.
    fn between_tabs(&self) -> [Document; 4] {
        [(true, false), (true, true), (false, false), (false, true)]
            .map(|(once, cut)| self.tab_rows(once, cut))
    }

    fn tab_rows(&self, once: bool, cut: bool) -> Document {
        let mut text = String::new();
        for line in self.above {
            text.push_str(&format!("{line}\n"));
        }
        for row in self.cells() {
            let cells = row.into_iter().filter(|cell| !once || *cell != "<");
            let cells = cells.map(|cell| if matches!(cell, "<" | "^") { "" } else { cell });
            let line = cells.collect::<Vec<&str>>().join("\t");
            text.push_str(if cut { line.trim_end() } else { &line });
            text.push('\n');
        }
        crate::source::text::read(text.as_bytes(), &Default::default()).unwrap()
    }

    /// As text with a cell a line and nothing to tell it by, a merged cell once.
    fn listed(&self) -> Document {
        let mut text = String::new();
        for line in self.above {
            text.push_str(&format!("{line}\n"));
        }
        let cells = self.cells().into_iter().flatten();
        for cell in cells.filter(|cell| !matches!(*cell, "<" | "^")) {
            text.push_str(&format!("{cell}\n"));
        }
        text.push_str("注：以上为全部。\n");
        crate::source::text::read(text.as_bytes(), &Default::default()).unwrap()
    }

    /// The same with an empty line behind each row, and one for each cell that goes on from the row above.
    fn listed_apart(&self) -> Document {
        let mut text = String::new();
        for line in self.above {
            text.push_str(&format!("{line}\n"));
        }
        for row in self.cells() {
            for cell in row.into_iter().filter(|cell| *cell != "<") {
                text.push_str(&format!("{}\n", cell.trim_start_matches('^')));
            }
            text.push('\n');
        }
        text.push_str("注：以上为全部。\n");
        crate::source::text::read(text.as_bytes(), &Default::default()).unwrap()
    }

    /// As text with separated cells, merged ones blank but for the first.
    fn text(&self) -> Document {
        let mut text = String::new();
        for line in self.above {
            text.push_str(&format!("{line}\n"));
        }
        for row in self.cells() {
            let row: Vec<&str> = row
                .into_iter()
                .map(|cell| if matches!(cell, "<" | "^") { "" } else { cell })
                .collect();
            text.push_str(&format!("{}\n", row.join(" | ")));
        }
        let mut lines = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            lines.push(Span::new(start, start + line.trim_end().len()));
            start += line.len();
        }
        let (mut blocks, mut tables) = (Vec::new(), Vec::new());
        let mut taken = 0..0;
        for (range, table) in text_table::find(&text, &lines, &[]) {
            taken = range;
            blocks.push(Block::new(table.span, BlockKind::Table(tables.len())));
            tables.push(table);
        }
        for (at, &line) in lines.iter().enumerate() {
            if !taken.contains(&at) && !line.is_empty() {
                blocks.push(Block::new(line, BlockKind::Paragraph));
            }
        }
        blocks.sort_by_key(|block| block.span.start);
        Document::new(Format::Text, "UTF-8", text, blocks, tables, Vec::new())
    }
}

fn identity(kind: Kind) -> Identity {
    Identity {
        kind,
        title: None,
        year: Some(2023),
        publisher: None,
        published: None,
    }
}

/// What the tables of a document state in a kind of report.
fn of(document: &Document, kind: Kind) -> Statements {
    let (identity, grammar) = (identity(kind), Grammar::embedded());
    let outline = crate::outline::read(document, &document.fold(), &identity, grammar);
    read(document, &outline, &identity, grammar)
}

/// The statements of a document, one a line: concept, metric where it is a change, phase where it is not executed, year where it is not that of the
/// report, dimensions, value.
fn facts(mut document: Document, kind: Kind) -> Vec<String> {
    let grammar = Grammar::embedded();
    attach(&mut document, &grammar.statements.captions);
    let read = of(&document, kind);
    let mut lines: Vec<String> = read
        .statements
        .iter()
        .map(|s| {
            assert_eq!(document.slice(s.quote.bytes), s.quote.exact);
            let mut line = s.concept.to_string();
            if !matches!(s.metric, Metric::Amount | Metric::Count) {
                line.push_str(&format!(" {:?}", s.metric).to_lowercase());
            }
            if s.phase != Phase::Executed {
                line.push_str(&format!(" {:?}", s.phase).to_lowercase());
            }
            if s.year != Some(2023) {
                line.push_str(&format!(" {}", s.year.unwrap_or_default()));
            }
            for value in s.dimensions.values() {
                line.push_str(&format!(" {value}"));
            }
            format!("{line} = {}", s.value.unwrap_or_default())
        })
        .collect();
    lines.sort();
    lines
}

use crate::fact::{Metric, Phase};

fn check(kind: Kind, sheet: &Sheet, want: &[&str]) {
    let mut want: Vec<&str> = want.to_vec();
    want.sort_unstable();
    assert_eq!(facts(sheet.page(), kind), want, "page {:?}", sheet.above);
    assert_eq!(facts(sheet.text(), kind), want, "text {:?}", sheet.above);
    // Where merged cells can be understood in several ways there are fewer facts, but none of their own.
    let lines = [sheet.tabbed(), sheet.tabbed_once(), sheet.listed()];
    for document in lines.into_iter().chain(sheet.between_tabs()) {
        let text = document.text.clone();
        for fact in facts(document, kind) {
            assert!(
                want.contains(&fact.as_str()),
                "lines {:?}: {fact}\n{text}",
                sheet.above
            );
        }
    }
}

const FINAL: Kind = Kind::DepartmentFinalAccounts;
const BUDGET: Kind = Kind::DepartmentBudget;

#[test]
fn what_is_no_statement_gives_nothing() {
    let nothing = |kind, above: &[&str], rows: &[&str]| {
        check(kind, &Sheet { above, rows }, &[]);
    };
    // A title of no form, a unit that nobody states, columns that the form does not have.
    nothing(
        FINAL,
        &["政府购买服务情况表", "单位：万元"],
        &["项目|金额", "货物|3.00", "合计|3.00"],
    );
    nothing(
        FINAL,
        &["支出决算表"],
        &["项目|基本支出", "教育支出|3.00", "合计|3.00"],
    );
    nothing(
        FINAL,
        &["收入决算表", "单位：万元"],
        &["股室|人数", "办公室|3", "财务股|4"],
    );
    nothing(
        Kind::GovernmentBudget,
        &["支出总表", "单位：亿元"],
        &["项目|预算数", "教育支出|3.00", "合计|3.00"],
    );
    nothing(
        FINAL,
        &["支出决算表", "单位：万元"],
        &[
            "项目|本年支出合计|完成率",
            "某项支出|3.00|90%",
            "某单位|--|",
        ],
    );
}

#[test]
fn merged_cells_between_tabs_are_read_however_they_are_copied() {
    let all = |sheet: &Sheet| {
        let want = facts(sheet.page(), FINAL);
        assert!(want.len() > 5, "{want:?}");
        for document in sheet.between_tabs() {
            let text = document.text.clone();
            assert_eq!(facts(document, FINAL), want, "{text}");
        }
    };
    all(&Sheet {
        above: &["收入决算表", "单位：万元"],
        rows: &[
            "项目|<|本年收入合计|财政拨款收入|上级补助收入|其他收入",
            "科目编码|科目名称|^|^|^|^",
            "合计|<|912.00|905.00||7.00",
            "205|教育支出|812.00|805.00||7.00",
            "20502|普通教育|812.00|805.00||7.00",
            "221|住房保障支出|100.00|100.00||",
        ],
    });
    all(&Sheet {
        above: &["政府性基金预算财政拨款收入支出决算表", "单位：万元"],
        rows: &[
            "项目|<|年初结转和结余|本年收入|本年支出|<|<|年末结转和结余",
            "科目编码|科目名称|^|^|小计|基本支出|项目支出|^",
            "合计|<|3.00|61.00|58.00||58.00|6.00",
            "212|城乡社区支出|3.00|61.00|58.00||58.00|6.00",
            "21208|国有土地使用权出让收入安排的支出|3.00|61.00|58.00||58.00|6.00",
        ],
    });
}

#[test]
fn places_are_those_of_the_whole_table() {
    let sheet = Sheet {
        above: &["支出决算表", "单位：万元"],
        rows: &[
            "项目|本年支出合计|基本支出",
            "教育支出|98|98",
            "合计|357.26|98",
        ],
    };
    let mut document = sheet.page();
    let grammar = Grammar::embedded();
    attach(&mut document, &grammar.statements.captions);
    let read = of(&document, FINAL);
    let places: Vec<_> = read
        .statements
        .iter()
        .map(|s| (s.decimals, s.place))
        .collect();
    assert_eq!(
        places,
        [
            (Some(-4), Some(-2)),
            (Some(-4), Some(-2)),
            (Some(-2), Some(-2)),
            (Some(-4), Some(-2))
        ]
    );
    assert_eq!(read.kinds[0].kind.as_deref(), Some("final_accounts.03"));
    assert_eq!(read.kinds[0].unit.as_deref(), Some("万元"));
}

#[test]
fn the_name_of_a_sheet_is_that_of_no_statement_with_a_title() {
    let sheet = Sheet {
        above: &["收入决算表", "单位：万元"],
        rows: &[
            "项目|<|本年收入合计|财政拨款收入|其他收入",
            "科目编码|科目名称|^|^|^",
            "合计|<|357.26|350|7.26",
            "205|教育支出|357.26|350|7.26",
        ],
    };
    for (title, name, kind) in [
        ("收入决算表", "收支决算表", Some("final_accounts.02")),
        ("收入决算表", "Sheet1", Some("final_accounts.02")),
        // Revenue, but not that of the form.
        ("非税收入决算表", "收入决算表", None),
        ("部门决算公开报表", "收入决算表", Some("final_accounts.02")),
    ] {
        let mut document = Sheet {
            above: &[title, "单位：万元"],
            ..sheet
        }
        .page();
        let grammar = Grammar::embedded();
        attach(&mut document, &grammar.statements.captions);
        document.tables[0].sheet = Some(name.to_owned());
        let read = of(&document, FINAL);
        assert_eq!(read.kinds[0].kind.as_deref(), kind, "{title} {name}");
    }
}

#[test]
fn a_row_is_one_list_though_its_code_is_blank() {
    let sheet = Sheet {
        above: &["收入决算表", "单位：万元"],
        rows: &[
            "科目编码|科目名称|合计|财政拨款收入|其他收入",
            "|合计|357.26|350|7.26",
            "205|教育支出|357.26|350|7.26",
        ],
    };
    let mut document = sheet.page();
    let table = &document.tables[0];
    let cells = table.cells().iter().filter(|cell| !cell.text.is_empty());
    document.tables[0] = Table::new(table.span, cells.cloned().collect());
    let grammar = Grammar::embedded();
    attach(&mut document, &grammar.statements.captions);
    let read = of(&document, FINAL);
    let lists: Vec<_> = read
        .statements
        .iter()
        .filter_map(|s| Some(s.list.as_ref()?.id))
        .collect();
    assert_eq!(lists.len(), 6);
    assert!(lists[..3].iter().all(|id| *id == lists[0]), "{lists:?}");
    assert!(lists[3..].iter().all(|id| *id == lists[3]), "{lists:?}");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    /// Whatever the cells say and however they are merged, reading ends, and every statement quotes its cell.
    #[test]
    fn any_grid_is_read(
        title in proptest::sample::select(&["收入支出决算总表", "支出决算表", "一般公共预算基本支出表", "“三公”经费支出表", "政府性基金预算支出表", "政府采购预算表", "机关运行经费表", "政府性基金预算收支表"][..]),
        rows in proptest::collection::vec(proptest::collection::vec(proptest::sample::select(CELLS), 1..7), 1..9),
    ) {
        let rows: Vec<String> = rows.iter().map(|row| row.join("|")).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let sheet = Sheet { above: &[title, "单位：万元"], rows: &rows };
        facts(sheet.page(), FINAL);
        facts(sheet.text(), BUDGET);
    }
}

/// What cells of statements say, and what they should not.
const CELLS: &[&str] = &[
    "",
    "<",
    "^",
    "合计",
    "项目",
    "科目编码",
    "科目名称",
    "类",
    "款",
    "项",
    "基本支出",
    "小计",
    "201",
    "2010301",
    "08",
    "3.00",
    "(1)",
    "--",
    "一、教育支出",
    "总计",
    "收入",
    "支出",
    "预算数",
    "2022年决算数",
    "上年",
    "（",
    "）",
    "注：",
    "续表",
    "收入决算表",
    "单位：元",
    "公开05表",
    "办公费",
    "人员经费",
    "其中：",
    "99999999999999999999999999",
    "1,2,3",
    "（）",
    "支出决算表",
    "统计数",
    "2023年决算数",
    "增减额",
    "货物",
    "公务用车保有量（辆）",
    "2022",
];
