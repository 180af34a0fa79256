//! Forms of invented projects in the layouts that sources have: text with a cell a line, grids with merged cells, blanks
//! in place of merged cells.

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
                            text: words.to_owned(),
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
