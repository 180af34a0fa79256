//! Statement tables → facts: the public statements of final accounts and budgets, told by their titles, read by what the
//! grammar says of their rows and columns. A table that is none of them gives no facts.

mod grid;
mod label;
mod measure;
mod number;
mod projects;
mod ragged;
mod reader;
mod rows;
mod unplaced;
mod when;

use crate::document::caption::{Unit, is_title, squeeze};
use crate::document::table::Places;
use crate::document::{Document, Table};
use crate::grammar::Grammar;
use crate::grammar::statements::{Family, Form, Ledger};
use crate::identity::Identity;
use crate::outline::Outline;

use smol_str::{SmolStr, format_smolstr};

use super::Statement;
use super::part::{Parts, SCOPE};
use grid::header_words;
use reader::{Reader, Reading};
pub use unplaced::unplaced;

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

impl Statements {
    /// Whether all that a table states is of projects; so it is with a table that was not recognised.
    pub fn names_projects(&self, index: usize) -> bool {
        let table = table_id(index);
        let mut own = self.statements.iter();
        let mut own = own
            .by_ref()
            .filter(|s| s.table.as_ref() == Some(&table))
            .peekable();
        let is_recognised = self.kinds[index].kind.is_some();
        !is_recognised || own.peek().is_some() && own.all(|s| s.dimensions.get("project").is_some())
    }

    /// Takes back what a table states: it is none of these.
    pub fn forget(&mut self, index: usize) {
        let table = table_id(index);
        self.statements.retain(|s| s.table.as_ref() != Some(&table));
        self.kinds[index].kind = None;
    }
}

/// The id of a table by its index.
fn table_id(index: usize) -> SmolStr {
    format_smolstr!("t{}", index + 1)
}

/// Reads the statements of a document whose tables have their captions (see [`crate::document::caption::attach`]).
pub fn read(
    document: &Document,
    outline: &Outline,
    identity: &Identity,
    grammar: &Grammar,
) -> Statements {
    let usual = usual_unit(document);
    let mut read = Statements::default();
    for (index, table) in document.tables.iter().enumerate() {
        let caption = &table.caption;
        let mut kind = TableKind {
            kind: None,
            title: caption.title.clone(),
            unit: caption.unit.as_ref().map(|unit| unit.name.clone()),
        };
        let section = || outline.at(table.span.start)?.kind.as_deref();
        let recognised = recognise(table, identity, grammar)
            .or_else(|| untitled(table, section()?, identity, grammar));
        if let Some(recognised) = recognised {
            let reader = |table| Reader {
                document,
                table,
                index,
                grammar,
                family: recognised.family,
                year: caption
                    .year
                    .or_else(|| usual_year(recognised.family, identity)),
                unit: caption.unit.as_ref().or(usual),
            };
            let best = |table| best(&recognised.forms, &reader(table));
            let found = match &recognised.straight {
                Some(readings) => alike(readings.iter().filter_map(best).collect()),
                None => best(table),
            };
            let found = found.filter(|best| !recognised.is_untitled || best.unread == 0);
            if let Some(Best {
                form,
                mut statements,
                ..
            }) = found
            {
                kind.kind = Some(form.kind.clone());
                if identity.kind.is_government() {
                    let section = outline.at(table.span.start);
                    let title = recognised.title.as_deref();
                    let part = Parts::above(title, section, outline, identity, grammar);
                    of_government(&mut statements, &form.kind, part.as_deref(), grammar);
                }
                read.statements.extend(statements);
            }
        }
        read.kinds.push(kind);
    }
    read
}

/// Leaves of the statements in a table of a government what such a report states, and says which part of the place they
/// are of.
fn of_government(
    statements: &mut Vec<Statement>,
    kind: &str,
    part: Option<&str>,
    grammar: &Grammar,
) {
    let words = &grammar.reports.government;
    let kind = [SmolStr::from(kind)];
    statements.retain(|s| {
        s.year.is_some() && words.states(&s.concept, &s.dimensions, &s.label, &kind, None)
    });
    for statement in statements {
        if let Some(part) = part {
            statement.dimensions.insert(SCOPE, part);
        }
    }
}

/// A table as the form that understands most of it.
struct Best<'g> {
    form: &'g Form,
    ledgers: Vec<&'g Ledger>,
    statements: Vec<Statement>,
    /// How many rows with numbers are not understood.
    unread: usize,
}

impl Best<'_> {
    /// How many statements are of an economic item that is none of those that their column is about.
    fn strays(&self) -> usize {
        let is_stray = |s: &&Statement| {
            let item = s.dimensions.get("economic");
            item.is_some_and(|item| {
                let mut ledgers = self.ledgers.iter();
                ledgers.any(|ledger| !ledger.may_hold(&s.concept, item))
            })
        };
        self.statements.iter().filter(is_stray).count()
    }
}

/// Of the forms that a table may be, with the ledgers that each may have, the first that understands all its rows, or else
/// the one that gets most of it.
fn best<'g>(forms: &[&'g Form], reader: &Reader<'_, 'g>) -> Option<Best<'g>> {
    let mut best: Option<Best> = None;
    for form in forms {
        for ledgers in reader.grammar.statements.ledgers(form) {
            let Some(Reading { statements, unread }) = reader.read(&ledgers) else {
                continue;
            };
            let most = best.as_ref().map(|best| best.statements.len());
            if unread == 0 || most.is_none_or(|most| statements.len() > most) {
                best = Some(Best {
                    form,
                    ledgers,
                    statements,
                    unread,
                });
            }
            if unread == 0 {
                return best;
            }
        }
    }
    best
}

/// Of the readings of a header the one that its rows fit best; `None` where others that fit as well state something else.
fn alike(mut readings: Vec<Best<'_>>) -> Option<Best<'_>> {
    if readings.len() > 1 {
        let odd = |best: &Best| (best.unread, best.strays());
        let least = readings.iter().map(odd).min()?;
        readings.retain(|best| odd(best) == least);
    }
    let (first, others) = readings.split_first()?;
    let agrees = |other: &Best| other.statements == first.statements;
    others.iter().all(agrees).then(|| readings.swap_remove(0))
}

/// The year of a table that says none: that of the report, unless a government reports on what was carried out beside the
/// budget to come, which is of another year.
fn usual_year(family: &Family, identity: &Identity) -> Option<i32> {
    let is_other = identity.kind.is_government() && family.report != identity.kind;
    identity.year.filter(|_| !is_other)
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
    /// The forms that bear the title.
    forms: Vec<&'g Form>,
    /// The table with its merged cells over their columns in each way that may be, where the source does not tell them.
    straight: Option<Vec<Table>>,
    /// The title that tells it.
    title: Option<String>,
    /// Whether it has no title, and only the section that it stands in tells it.
    is_untitled: bool,
}

/// What a table may be: by its title, or its sheet's name, or by its number where it has neither.
fn recognise<'g>(
    table: &Table,
    identity: &Identity,
    grammar: &'g Grammar,
) -> Option<Recognised<'g>> {
    let families = grammar.statements.of(identity.kind);
    let forms = || families.clone().flat_map(|family| &family.statements);
    let own = table.caption.title.as_deref();
    // A sheet may hold several statements: its name tells nothing of one that has a title that tells, or that is not one
    // of these though it speaks of the same.
    let speaks = own.is_some_and(|title| forms().any(|form| form.is_spoken_of(title)));
    let sheet = table.sheet.as_deref().map(squeeze).filter(|_| !speaks);
    let titles: Vec<&str> = own.into_iter().chain(sheet.as_deref()).collect();
    let is_titled = |title: &&str| forms().any(|form| form.is_titled(title));
    let title = titles.iter().copied().find(is_titled);
    // So does the number of a table that is called one.
    let called = own.is_some_and(|title| speaks || is_title(title));
    let number = table.caption.number.as_deref().filter(|_| !called);
    if table.width() < 2 || table.body.len() < 2 {
        return None;
    }
    if !forms().any(|form| is_form(form, title, number)) {
        return None;
    }
    let straight = straight(table, grammar)?;
    let header = || header_words(table, &grammar.statements);
    let family = family(&titles, header, identity, grammar)?;
    if titles.iter().any(|title| family.never.is_match(title)) {
        return None;
    }
    let forms = family.statements.iter();
    let forms: Vec<&Form> = forms.filter(|form| is_form(form, title, number)).collect();
    Some(Recognised {
        family,
        forms,
        straight,
        title: title.map(str::to_owned),
        is_untitled: false,
    })
}

/// What a table without a title may be in a section of the notes on the statements: one of those that the section is on, if
/// its header speaks of their family.
fn untitled<'g>(
    table: &Table,
    section: &str,
    identity: &Identity,
    grammar: &'g Grammar,
) -> Option<Recognised<'g>> {
    if table.is_named() || table.width() < 2 || table.body.len() < 2 {
        return None;
    }
    let mut families = grammar.statements.of(identity.kind);
    let family = families.find(|family| family.report == identity.kind)?;
    let forms = family.statements.iter();
    let forms: Vec<&Form> = forms.filter(|form| form.stands_in(section)).collect();
    let speaks = || {
        let header = header_words(table, &grammar.statements);
        family.words.is_match(&header)
    };
    Some(Recognised {
        family,
        straight: (!forms.is_empty() && speaks()).then(|| straight(table, grammar))??,
        forms,
        title: None,
        is_untitled: true,
    })
}

/// The ways that the cells of a table may stand over its columns, `None` where the source tells them; no way at all where
/// nothing does.
#[expect(
    clippy::option_option,
    reason = "that nothing need be told is not that nothing is"
)]
fn straight(table: &Table, grammar: &Grammar) -> Option<Option<Vec<Table>>> {
    match table.places {
        Places::Known => Some(None),
        Places::Ragged | Places::Short => Some(Some(ragged::readings(table, &grammar.statements))),
        Places::Unclear => None,
    }
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
    header: impl Fn() -> String,
    identity: &Identity,
    grammar: &'g Grammar,
) -> Option<&'g Family> {
    let families = || grammar.statements.of(identity.kind);
    let said = |words: &str| families().find(|family| family.words.is_match(words));
    titles
        .iter()
        .find_map(|title| said(title))
        .or_else(|| families().find(|family| family.report == identity.kind))
        .or_else(|| said(&header()))
}

#[cfg(test)]
mod tests;
