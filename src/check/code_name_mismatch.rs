//! `code-name-mismatch`: a classification code and the name beside it belong together.

use smol_str::SmolStr;

use super::log::Log;
use super::rules::Rule;
use super::{Context, Severity};
use crate::document::fold::fold_text;
use crate::document::{Quote, Span};
use crate::grammar::codes::{Economic, Functional};
use crate::report::Table;

pub(super) const RULE: Rule = Rule {
    name: "code-name-mismatch",
    severity: Severity::Warning,
    page: include_str!("code_name_mismatch.md"),
    run,
};

/// The first year of the list of economic items; before it their codes were others.
const ECONOMIC_SINCE: i32 = 2018;

/// A classification.
#[derive(Clone, Copy)]
enum List {
    Functional,
    Economic,
}

impl List {
    /// That of a code, by its first digit: 4 and 5 are no codes of departments.
    fn of(code: &str) -> Option<Self> {
        match code.as_bytes() {
            [b'2', ..] => Some(Self::Functional),
            [b'3', ..] => Some(Self::Economic),
            _ => None,
        }
    }

    fn name_of(self, code: &str) -> Option<&'static str> {
        match self {
            Self::Functional => Functional::embedded().name_of(code),
            Self::Economic => Economic::embedded().name_of(code),
        }
    }

    fn bears(self, code: &str, name: &str) -> Option<bool> {
        match self {
            Self::Functional => Functional::embedded().bears(code, name),
            Self::Economic => Economic::embedded().bears(code, name),
        }
    }

    fn is_of_another(self, name: &str, code: &str) -> bool {
        match self {
            Self::Functional => Functional::embedded().is_of_another(name, code),
            Self::Economic => Economic::embedded().is_of_another(name, code),
        }
    }
}

fn run(log: &mut Log<'_>) {
    let context = log.ledger.context;
    let economic = context
        .identity
        .year
        .is_some_and(|year| year >= ECONOMIC_SINCE);
    for (index, table) in context.tables.iter().enumerate() {
        for (row, cells) in table.cells.iter().enumerate() {
            for named in codes_and_names(cells) {
                if economic || matches!(named.list, List::Functional) {
                    check(log, &named, |column| {
                        quote(context, table, index, row, column)
                    });
                }
            }
        }
    }
}

/// Checks that a code and a name belong together; `quote` finds the cell of the name.
fn check(log: &mut Log<'_>, named: &Named<'_>, quote: impl Fn(usize) -> Quote) {
    let Named { list, code, .. } = named;
    let right = list.name_of(code);
    if right == Some(named.name) {
        log.holds();
        return;
    }
    let name = fold_text(named.name);
    if list.bears(code, &name) == Some(true) {
        log.holds();
    } else if list.is_of_another(&name, code) {
        let right = right.unwrap_or_default();
        let draft = log.report(
            format!("科目编码{code}的名称是“{right}”，表中写作“{name}”"),
            format!("code {code} is “{right}”, but the table calls it “{name}”"),
        );
        draft.quotes.push(("stated", quote(named.column)));
    } else {
        // A name that no code bears may be a newer wording; only one that is another code's is wrong.
        log.unchecked();
    }
}

/// A code and the name beside it.
struct Named<'a> {
    list: List,
    code: String,
    column: usize,
    name: &'a str,
}

/// The codes and names of a row: one function, or economic items side by side.
fn codes_and_names(cells: &[SmolStr]) -> Vec<Named<'_>> {
    // A column that counts the rows may stand before the codes.
    let counted = || cells.first().is_some_and(|cell| is_digits(cell.trim()));
    let first = code_and_name(cells, 0).or_else(|| counted().then(|| code_and_name(cells, 1))?);
    let mut end = match &first {
        Some(named) if matches!(named.list, List::Economic) => named.column + 1,
        _ => cells.len(),
    };
    let mut all: Vec<Named> = first.into_iter().collect();
    while end < cells.len() {
        let words = cells[end].trim();
        let begins = matches!(words.len(), 3 | 5) && words.starts_with('3') && is_digits(words);
        let named = code_and_name(cells, end).filter(|_| begins);
        end = named.as_ref().map_or(end, |named| named.column) + 1;
        all.extend(named);
    }
    all
}

/// The code that begins in a cell and stands in it or in several (类, 款, 项), and the name in the next cell.
fn code_and_name(cells: &[SmolStr], start: usize) -> Option<Named<'_>> {
    let mut code = String::new();
    let mut last = "";
    for (column, cell) in cells.iter().enumerate().skip(start).take(5) {
        let words = cell.trim();
        if words.is_empty() || words == last {
            continue;
        }
        if !is_digits(words) {
            let list = List::of(&code).filter(|_| matches!(code.len(), 3 | 5 | 7))?;
            return Some(Named {
                list,
                code,
                column,
                name: words,
            });
        }
        // The whole code once more behind its steps: 208 | 05 | 01 | 2080501.
        if !code.is_empty() && words == code {
            continue;
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

fn is_digits(words: &str) -> bool {
    words.bytes().all(|byte| byte.is_ascii_digit())
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
