//! `code-name-mismatch`: a classification code and the name beside it belong together.

use smol_str::SmolStr;

use super::log::Log;
use super::rules::Rule;
use super::{Context, Severity};
use crate::document::fold::fold_text;
use crate::document::{Quote, Span};
use crate::grammar::codes::Functional;
use crate::report::Table;

pub(super) const RULE: Rule = Rule {
    name: "code-name-mismatch",
    severity: Severity::Warning,
    page: include_str!("code_name_mismatch.md"),
    run,
};

fn run(log: &mut Log<'_>) {
    let context = log.ledger.context;
    let codes = Functional::embedded();
    for (index, table) in context.tables.iter().enumerate() {
        for (row, cells) in table.cells.iter().enumerate() {
            let Some((code, column, name)) = code_and_name(cells) else {
                continue;
            };
            if codes.name_of(&code) == Some(name) {
                log.holds();
                continue;
            }
            let name = fold_text(name);
            match codes.bears(&code, &name) {
                Some(true) => log.holds(),
                // A name that no code bears may be a newer wording; only one that is another code's is wrong.
                Some(false) if other(codes, &code, &name) => {
                    let right = codes.name_of(&code).unwrap_or_default();
                    let quote = quote(context, table, index, row, column);
                    let draft = log.report(
                        format!("科目编码{code}的名称是“{right}”，表中写作“{name}”"),
                        format!("code {code} is “{right}”, but the table calls it “{name}”"),
                    );
                    draft.quotes.push(("stated", quote));
                }
                _ => log.unchecked(),
            }
        }
    }
}

/// The functional code of a row, in one cell or in three (类, 款, 项), and the name in the next cell.
fn code_and_name(cells: &[SmolStr]) -> Option<(String, usize, &str)> {
    let mut code = String::new();
    let mut last = "";
    for (column, cell) in cells.iter().enumerate().take(5) {
        let words = cell.trim();
        if words.is_empty() || words == last {
            continue;
        }
        if !words.bytes().all(|b| b.is_ascii_digit()) {
            let whole = matches!(code.len(), 3 | 5 | 7) && code.starts_with('2');
            return whole.then_some((code, column, words));
        }
        // One whole code, or the next step of one: 208, 05, 01.
        let step = matches!((code.len(), words.len()), (0, 3 | 5 | 7) | (3 | 5, 2));
        if !step {
            return None;
        }
        code.push_str(words);
        last = if words.len() > 2 { cell.trim() } else { "" };
    }
    None
}

/// Whether a name is that of another code: one beside the code, or the only one with the name.
fn other(codes: &Functional, code: &str, name: &str) -> bool {
    let level = match code.len() {
        3 => 1,
        5 => 2,
        _ => 3,
    };
    let above = |length: usize| code.get(..length).unwrap_or_default();
    let within = [above(code.len().saturating_sub(2)), above(3), ""];
    within
        .into_iter()
        .find_map(|within| codes.on_level(name, within, level))
        .is_some_and(|found| found != code)
}

/// The cell of a name: the table of the document that holds it at the same place, else the table.
fn quote(context: &Context<'_>, table: &Table, index: usize, row: usize, column: usize) -> Quote {
    let document = context.document;
    let cell = document
        .tables
        .get(index)
        .and_then(|grid| grid.get(row, column))
        .filter(|cell| cell.text == table.cells[row][column]);
    document.quote(cell.map_or(Span::new(0, 0), |cell| cell.span))
}
