//! One statement: which ledger of its form each side is, and what its columns mean there.

use std::collections::HashSet;
use std::ops::Range;

use smol_str::SmolStr;

use super::grid::{Grid, Side, Value, begins_as_ruler, header_end, is_figure, label_columns};
use super::label::without_unit;
use super::measure::Measure;
use super::number;
use super::rows::LedgerReader;
use crate::document::caption::{Unit, squeeze, without_number};
use crate::document::{Cell, Document, Table};
use crate::fact::{Metric, Statement};
use crate::grammar::Grammar;
use crate::grammar::statements::{
    Classified, ColumnMeaning, Family, Header, Ledger, RowMeaning, key,
};

/// Reads one statement.
pub(super) struct Reader<'a, 'g> {
    pub document: &'a Document,
    pub table: &'a Table,
    /// The place of the table in the document.
    pub index: usize,
    pub grammar: &'g Grammar,
    pub family: &'g Family,
    pub year: Option<i32>,
    pub unit: Option<&'a Unit>,
}

/// What is read of a table.
#[derive(Default)]
pub(super) struct Reading {
    /// Its statements, in reading order.
    pub statements: Vec<Statement>,
    /// How many rows with numbers are not understood.
    pub unread: usize,
}

/// A column of numbers with its meaning in the ledger.
pub(super) struct Column<'v, 'g> {
    pub value: &'v Value<'g>,
    pub concept: Option<&'g SmolStr>,
    pub meaning: &'g ColumnMeaning,
    /// Whether it only repeats what the ledger is about.
    pub plain: bool,
    /// Whether it says nothing of rows with a meaning of their own: it is that of the total, or of no concept.
    pub open: bool,
}

/// The columns of numbers below a header, as the rows that follow show them.
struct Numbers<'a> {
    table: &'a Table,
    /// The rows of the header.
    header: Range<usize>,
    /// Whether a column holds codes or names, by its header.
    labels: Vec<bool>,
    seen: Vec<bool>,
}

impl<'a> Numbers<'a> {
    fn below(table: &'a Table, rows: Range<usize>, grammar: &Grammar) -> Self {
        let grammar = &grammar.statements;
        Self {
            table,
            header: rows.start..header_end(table, rows.clone(), grammar),
            labels: label_columns(table, rows, grammar),
            seen: vec![false; table.width()],
        }
    }

    /// Takes the next row, unless it has `names` in a column of numbers and is not the header once more.
    fn take(&mut self, row: usize, names: impl Fn(&Cell) -> bool) -> bool {
        if row < self.header.end {
            return true;
        }
        let own = || self.table.row(row).filter(|cell| cell.row == row);
        if own().any(|cell| self.seen[cell.column] && names(cell)) {
            let said = |row| self.table.row(row).map(|cell| squeeze(&cell.text));
            return self.header.clone().any(|top| said(top).eq(said(row)));
        }
        for cell in own().filter(|cell| is_figure(&cell.text, &[])) {
            self.seen[cell.column] |= !self.labels[cell.column];
        }
        true
    }

    /// The first row of a header that has a row: those above it that hold several words and no number belong to it.
    fn top(&self, row: usize) -> usize {
        let of_words = |&row: &usize| {
            let cells = self.table.row(row);
            let said: Vec<_> = cells.filter(|cell| !cell.text.trim().is_empty()).collect();
            said.len() > 1 && !said.iter().any(|cell| is_figure(&cell.text, &[]))
        };
        let above = (self.header.end..row).rev();
        above.take_while(of_words).last().unwrap_or(row)
    }
}

impl<'g> Reader<'_, 'g> {
    /// The table as a form with some ledgers; `None` where no column is one of these.
    pub fn read(&self, ledgers: &[&'g Ledger]) -> Option<Reading> {
        let mut reading = Reading::default();
        let mut known = false;
        let own = (self.family.phase, self.year);
        for rows in self.stacked(ledgers) {
            let grid = Grid::read(self.table, rows, own, &self.grammar.statements);
            known |= self.read_grid(&grid, ledgers, &mut reading);
        }
        place(&mut reading.statements);
        let order = |statement: &Statement| statement.quote.bytes.start;
        reading.statements.sort_by_key(order);
        known.then_some(reading)
    }

    /// The rows of the grids that stand one below the other in the table: from a row on that has words where those above
    /// have numbers (`项目 | 统计数 | 项目 | 统计数` below the columns of the “三公”), columns are others.
    fn stacked(&self, ledgers: &[&Ledger]) -> Vec<Range<usize>> {
        let body = &self.table.body;
        let header = self.header();
        let names = |cell: &Cell| {
            let words = squeeze(&cell.text);
            let word = key(without_unit(without_number(&words)));
            let counts = |ledger: &&Ledger| ledger.row(&word).is_some_and(RowMeaning::counts);
            header.names.contains(&word)
                || header.phases.contains_key(&word)
                || ledgers.iter().any(counts)
        };
        let mut grids = Vec::new();
        let mut start = body.start;
        while start < body.end {
            let rows = start..body.end;
            let mut numbers = Numbers::below(self.table, rows.clone(), self.grammar);
            let next = rows
                .clone()
                .find(|&row| !self.is_ruler(row) && !numbers.take(row, names));
            let end = next.map_or(body.end, |row| numbers.top(row).max(start + 1));
            grids.push(start..end);
            start = end;
        }
        grids
    }

    /// Adds the statements of one grid; whether any of its columns is one of the form.
    fn read_grid(&self, grid: &Grid<'g>, ledgers: &[&'g Ledger], reading: &mut Reading) -> bool {
        // What is by function alone has no side of revenue.
        if matches!(ledgers, [only] if only.side.is_none()) && self.is_two_sided(grid) {
            return false;
        }
        let rows: Vec<usize> = grid
            .rows
            .clone()
            .filter(|&row| !self.is_ruler(row))
            .collect();
        let mut known = false;
        for (index, side) in grid.ledgers.iter().enumerate() {
            let choice = match (ledgers.len(), grid.ledgers.len()) {
                // One ledger stands over the other, or there is but one.
                (_, 1) | (1, _) => 0..ledgers.len(),
                _ => {
                    let at = self.side(side, index, ledgers);
                    at..at + 1
                }
            };
            let choices: Vec<_> = ledgers
                .get(choice)
                .into_iter()
                .flatten()
                .map(|ledger| (*ledger, self.columns(side, ledger, &rows)))
                .collect();
            let reads = |ledger: &Ledger| {
                ledger.classified != Some(Classified::Project) || side.project.is_some()
            };
            known |= choices
                .iter()
                .any(|(ledger, columns)| reads(ledger) && !columns.is_empty());
            let left = index.checked_sub(1).and_then(|left| grid.ledgers.get(left));
            let rows_reader = LedgerReader::new(self, side, left, choices);
            reading.unread += rows_reader.read(&rows, &mut reading.statements);
        }
        known
    }

    /// What headers say in every statement.
    pub fn header(&self) -> &'g Header {
        &self.grammar.statements.header
    }

    /// Whether one ledger of a grid is of revenue and another of expenditure.
    fn is_two_sided(&self, grid: &Grid) -> bool {
        let sides = &self.header().sides;
        let said = |side: &Side| {
            let mut said = sides
                .iter()
                .filter(|word| side.words.contains(word.as_str()));
            said.next().filter(|_| said.next().is_none()).cloned()
        };
        let said: HashSet<String> = grid.ledgers.iter().filter_map(said).collect();
        said.len() > 1
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

    /// The columns of a side that mean something in a ledger, of which `rows` hold the numbers.
    fn columns<'v>(
        &self,
        side: &'v Side<'g>,
        ledger: &'g Ledger,
        rows: &[usize],
    ) -> Vec<Column<'v, 'g>> {
        let shared = side.shared();
        let meaning =
            |value: &'v Value<'g>| Some((value, value.meaning(shared, ledger, self.header())?));
        let unnamed =
            |value: &&'v Value<'g>| !ledger.single && value.wordy && meaning(value).is_none();
        // Behind words that the ledger does not know numbers may be those of the words: a ledger of its own.
        let own = side.values.iter().take_while(|value| !unnamed(value));
        let mut found: Vec<_> = own.filter_map(meaning).collect();
        // Beside columns that are not understood it is not known what 合计 totals: transfers too, or several places.
        let unknown =
            |value: &&'v Value<'g>| value.measure == Measure::Amount && meaning(value).is_none();
        if ledger.has_beyond() && side.values.iter().any(|value| unknown(&value)) {
            found.retain(|(value, (_, plain))| !plain || value.about.is_empty());
        }
        // A column of nothing adds nothing to a total.
        let is_filled = |column: usize| {
            let mut cells = rows.iter().map(|&row| self.table.text(row, column));
            cells.any(|text| number::read(text, &[]).is_some_and(|n| !n.value.is_zero()))
        };
        let has = |concept: &str, is_total: bool| {
            let of = |(_, (meaning, _)): &&(_, (&ColumnMeaning, _))| {
                meaning.concept.as_deref() == Some(concept)
            };
            let mut others = found.iter().filter(of);
            others.any(|(value, _): &(&Value, _)| !is_total || is_filled(value.column))
        };
        let total = ledger.column("").and_then(|total| total.concept.as_ref());
        let column = |&(value, (meaning, plain)): &(_, (&'g ColumnMeaning, bool))| {
            let beside = meaning.beside.as_deref();
            let beside = beside.is_some_and(|other| has(other, plain));
            let concept = if beside {
                &meaning.otherwise
            } else {
                &meaning.concept
            };
            (!beside || concept.is_some()).then_some(Column {
                value,
                concept: concept.as_ref(),
                meaning,
                plain,
                open: plain || concept.is_none() || concept.as_ref() == total,
            })
        };
        found.iter().filter_map(column).collect()
    }

    /// Whether a row only numbers the columns.
    fn is_ruler(&self, row: usize) -> bool {
        if begins_as_ruler(self.table, row, self.header()) {
            return true;
        }
        let says = |text: &String| text.contains(char::is_alphanumeric);
        let cells = self.table.row(row).map(|cell| squeeze(&cell.text));
        let cells: Vec<String> = cells.filter(says).collect();
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
