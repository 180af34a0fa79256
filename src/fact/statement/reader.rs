//! One statement: which ledger of its form each side is, and what its columns mean there.

use std::collections::HashSet;

use smol_str::SmolStr;

use super::grid::{Grid, Side, Value};
use super::rows::LedgerReader;
use crate::document::caption::{Unit, squeeze};
use crate::document::{Document, Table};
use crate::fact::{Metric, Statement};
use crate::grammar::Grammar;
use crate::grammar::statements::{Classified, ColumnMeaning, Family, Form, Header, Ledger, key};

/// Reads one statement.
pub(super) struct Reader<'a, 'g> {
    pub document: &'a Document,
    pub table: &'a Table,
    /// The place of the table in the document.
    pub index: usize,
    pub grammar: &'g Grammar,
    pub form: &'g Form,
    pub family: &'g Family,
    pub year: Option<i32>,
    pub unit: Option<&'a Unit>,
}

/// A column of numbers with its meaning in the ledger.
pub(super) struct Column<'v, 'g> {
    pub value: &'v Value<'g>,
    pub concept: Option<&'g SmolStr>,
    pub fund: Option<&'g str>,
    /// Whether it only repeats what the ledger is about.
    pub plain: bool,
}

impl<'g> Reader<'_, 'g> {
    /// The statements of the table in reading order; `None` where no column is one of the form.
    pub fn read(&self, grid: &Grid<'g>) -> Option<Vec<Statement>> {
        let rows: Vec<usize> = grid
            .rows
            .clone()
            .filter(|&row| !self.is_ruler(row))
            .collect();
        let ledgers: Vec<&Ledger> = self.grammar.statements.ledgers(self.form).collect();
        let mut statements = Vec::new();
        let mut known = false;
        for (index, side) in grid.ledgers.iter().enumerate() {
            let choice = match (ledgers.len(), grid.ledgers.len()) {
                // One ledger stands over the other, or there is but one.
                (_, 1) | (1, _) => 0..ledgers.len(),
                _ => {
                    let at = self.side(side, index, &ledgers);
                    at..at + 1
                }
            };
            let choices: Vec<_> = ledgers
                .get(choice)?
                .iter()
                .map(|ledger| (*ledger, self.columns(side, ledger)))
                .collect();
            let reads = |ledger: &Ledger| {
                ledger.classified != Some(Classified::Project) || side.project.is_some()
            };
            known |= choices
                .iter()
                .any(|(ledger, columns)| reads(ledger) && !columns.is_empty());
            let left = index.checked_sub(1).and_then(|left| grid.ledgers.get(left));
            LedgerReader::new(self, side, left, choices).read(&rows, &mut statements);
        }
        place(&mut statements);
        statements.sort_by_key(|statement| statement.quote.bytes.start);
        known.then_some(statements)
    }

    /// What headers say in every statement.
    pub fn header(&self) -> &'g Header {
        &self.grammar.statements.header
    }

    /// Which of the form's ledgers a side is: by the words of its header, else by its place.
    fn side(&self, side: &Side, index: usize, ledgers: &[&Ledger]) -> usize {
        let is_said = |ledger: &&Ledger| {
            let word = ledger.side.as_deref();
            word.is_some_and(|word| side.words.contains(word))
        };
        let said: Vec<usize> = (0..ledgers.len())
            .filter(|&at| is_said(&ledgers[at]))
            .collect();
        match said[..] {
            [only] => only,
            _ => index.min(ledgers.len().saturating_sub(1)),
        }
    }

    /// The columns of a side that mean something in a ledger.
    fn columns<'v>(&self, side: &'v Side<'g>, ledger: &'g Ledger) -> Vec<Column<'v, 'g>> {
        let shared = side.shared();
        let meaning =
            |value: &'v Value<'g>| Some((value, value.meaning(shared, ledger, self.header())?));
        let found: Vec<_> = side.values.iter().filter_map(meaning).collect();
        let concepts: HashSet<&str> = found
            .iter()
            .filter_map(|(_, (meaning, _))| meaning.concept.as_deref())
            .collect();
        let column = |&(value, (meaning, plain)): &(_, (&'g ColumnMeaning, bool))| {
            let beside = meaning
                .beside
                .as_deref()
                .is_some_and(|other| concepts.contains(other));
            let concept = if beside {
                &meaning.otherwise
            } else {
                &meaning.concept
            };
            (!beside || concept.is_some()).then_some(Column {
                value,
                concept: concept.as_ref(),
                fund: meaning.fund.as_deref(),
                plain,
            })
        };
        found.iter().filter_map(column).collect()
    }

    /// Whether a row only numbers the columns.
    fn is_ruler(&self, row: usize) -> bool {
        let cells = self.table.row(row).map(|cell| squeeze(&cell.text));
        let cells: Vec<String> = cells.filter(|text| !text.is_empty()).collect();
        if cells
            .first()
            .is_some_and(|first| self.header().rulers.contains(&key(first)))
        {
            return true;
        }
        let number = |text: &String| text.trim_matches(['(', ')']).parse::<i64>().ok();
        let numbers: Option<Vec<i64>> = cells.iter().map(number).collect();
        numbers.is_some_and(|numbers| {
            let grows = |pair: &[i64]| pair[0].checked_add(1) == Some(pair[1]);
            numbers.len() > 2 && numbers.windows(2).all(grows)
        })
    }
}

/// Gives the amounts of a table the finest place that any of them is printed to.
fn place(statements: &mut [Statement]) {
    let amounts = || {
        statements
            .iter()
            .filter(|statement| statement.metric == Metric::Amount)
    };
    let place = amounts().filter_map(|statement| statement.decimals).max();
    for statement in statements {
        if statement.metric == Metric::Amount {
            statement.place = place;
        }
    }
}
