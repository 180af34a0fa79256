//! Statement tables → facts: the public statements of final accounts and budgets, told by their titles, read by what the
//! grammar says of their rows and columns. A table that is none of them gives no facts.

mod grid;
mod label;
mod measure;
mod number;
mod ragged;
mod reader;
mod rows;

use crate::document::caption::{Unit, squeeze};
use crate::document::table::Places;
use crate::document::{Document, Table};
use crate::grammar::Grammar;
use crate::grammar::statements::{Family, Form};
use crate::identity::{Identity, Kind};

use super::Statement;
use grid::Grid;

/// What a table was recognised as.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableKind {
    /// `final_accounts.05`; `None` where no form fits.
    pub kind: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// `元`, `万元`.
    pub unit: Option<String>,
}

/// What the tables of a document state.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Statements {
    /// What each of [`Document::tables`] is.
    pub kinds: Vec<TableKind>,
    /// The statements, in reading order.
    pub statements: Vec<Statement>,
}

/// Reads the statements of a document whose tables have their captions (see [`crate::document::caption::attach`]).
pub fn read(document: &Document, identity: &Identity, grammar: &Grammar) -> Statements {
    let usual = usual_unit(document);
    let mut read = Statements::default();
    for (index, table) in document.tables.iter().enumerate() {
        let caption = &table.caption;
        let mut kind = TableKind {
            kind: None,
            title: caption.title.clone(),
            unit: caption.unit.as_ref().map(|unit| unit.name.clone()),
        };
        if let Some(statement) = recognise(table, identity, grammar) {
            let reader = reader::Reader {
                document,
                table: statement.table(table),
                index,
                grammar,
                form: statement.form,
                family: statement.family,
                year: caption.year.or(identity.year),
                unit: caption.unit.as_ref().or(usual),
            };
            if let Some(statements) = reader.read(&statement.grid) {
                kind.kind = Some(statement.form.kind.clone());
                read.statements.extend(statements);
            }
        }
        read.kinds.push(kind);
    }
    read
}

/// The unit that all tables of a document declare, for one that declares none.
fn usual_unit(document: &Document) -> Option<&Unit> {
    let mut units = document
        .tables
        .iter()
        .filter_map(|table| table.caption.unit.as_ref());
    let first = units.next()?;
    units.all(|unit| unit == first).then_some(first)
}

struct Recognised<'g> {
    family: &'g Family,
    form: &'g Form,
    grid: Grid<'g>,
    /// The table with its merged cells over their columns, where the source does not tell them.
    straight: Option<Table>,
}

impl Recognised<'_> {
    /// The table to read.
    fn table<'t>(&'t self, printed: &'t Table) -> &'t Table {
        self.straight.as_ref().unwrap_or(printed)
    }
}

/// The form of a table: by its title, or its sheet's name, or by its number where it has neither.
fn recognise<'g>(
    table: &Table,
    identity: &Identity,
    grammar: &'g Grammar,
) -> Option<Recognised<'g>> {
    if matches!(
        identity.kind,
        Kind::GovernmentBudget | Kind::GovernmentFinalAccounts
    ) {
        return None;
    }
    let titles = [
        table.caption.title.clone(),
        table.sheet.as_deref().map(squeeze),
    ];
    let families = &grammar.statements.families;
    let forms = || families.iter().flat_map(|family| &family.statements);
    let is_titled = |title: &&str| forms().any(|form| form.is_titled(title));
    // A sheet may hold several statements: its name tells nothing of one that has a title of its own.
    let titles: Vec<&str> = titles.iter().flatten().map(String::as_str).collect();
    let title = titles.iter().copied().find(is_titled);
    let number = table
        .caption
        .number
        .as_deref()
        .filter(|_| table.caption.title.is_none());
    if table.width() < 2 || table.body.len() < 2 {
        return None;
    }
    if !forms().any(|form| is_form(form, title, number)) {
        return None;
    }
    let straight = match table.places {
        Places::Known => None,
        Places::Ragged => Some(ragged::straighten(table, &grammar.statements)?),
        Places::Unclear => return None,
    };
    let grid = Grid::read(straight.as_ref().unwrap_or(table), &grammar.statements);
    let family = family(&titles, &grid, identity, grammar)?;
    if titles.iter().any(|title| family.never.is_match(title)) {
        return None;
    }
    let form = family
        .statements
        .iter()
        .find(|form| is_form(form, title, number))?;
    Some(Recognised {
        family,
        form,
        grid,
        straight,
    })
}

/// Whether a title, or else a number, is that of a form.
fn is_form(form: &Form, title: Option<&str>, number: Option<&str>) -> bool {
    title.is_some_and(|title| form.is_titled(title))
        || number.is_some_and(|number| {
            let digits: String = number.chars().filter(char::is_ascii_digit).collect();
            // Provinces number the last three differently.
            ("01".."07").contains(&digits.as_str()) && form.kind.ends_with(&format!(".{digits}"))
        })
}

/// Whether a statement is one of final accounts or of a budget: its title says it, else the report, else its header.
fn family<'g>(
    titles: &[&str],
    grid: &Grid,
    identity: &Identity,
    grammar: &'g Grammar,
) -> Option<&'g Family> {
    let families = &grammar.statements.families;
    let said = |words: &str| families.iter().find(|family| family.words.is_match(words));
    let of = |id: &str| families.iter().find(|family| family.id == id);
    titles
        .iter()
        .find_map(|title| said(title))
        .or_else(|| match identity.kind {
            Kind::DepartmentFinalAccounts => of("final_accounts"),
            Kind::DepartmentBudget => of("budget"),
            _ => None,
        })
        .or_else(|| said(&grid.words))
}

#[cfg(test)]
mod tests;
