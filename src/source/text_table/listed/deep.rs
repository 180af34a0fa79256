//! The statement of one row of amounts whose header is printed column by column.
//!
//! ```text
//! 预算数                        a stage, over the columns behind it
//! 合计
//! 因公出国（境）费
//! 公务用车购置及运行维护费      what is divided, over its sum and its parts
//! 小计
//! 公务用车购置费
//! 公务用车运行维护费
//! 公务接待费
//! 决算数                        the next stage, over as many
//! …
//! 12.00                         an amount for each column
//! …
//! ```
//!
//! A word for a sum stands behind what is divided, and the concepts tell what its parts are. So many columns must have as many
//! amounts, and the numbers of the columns, if they stand between, must count them.

use std::collections::HashSet;
use std::ops::Range;

use super::super::form::{Placed, grid};
use super::{FEWEST_COLUMNS, Region, Sort};
use crate::document::Table;
use crate::document::fold::fold_text;
use crate::grammar::Grammar;

/// A column, or columns under one heading.
struct Column {
    cell: usize,
    parts: Vec<Column>,
}

impl Column {
    fn alone(cell: usize) -> Self {
        let parts = Vec::new();
        Self { cell, parts }
    }

    /// How many columns of amounts it has.
    fn width(&self) -> usize {
        self.parts.iter().map(Self::width).sum::<usize>().max(1)
    }

    /// How many rows of the header it takes.
    fn height(&self) -> usize {
        let below = self.parts.iter().map(Self::height).max();
        below.unwrap_or(0) + 1
    }

    /// Its cells in the rows of a header.
    fn place(&self, region: &Region, rows: Range<usize>, column: usize, placed: &mut Vec<Placed>) {
        let own = match self.parts.is_empty() {
            true => rows.clone(),
            false => rows.start..rows.start + 1,
        };
        placed.push(Placed {
            rows: own,
            columns: column..column + self.width(),
            pieces: region.pieces(self.cell),
        });
        let mut column = column;
        for part in &self.parts {
            part.place(region, rows.start + 1..rows.end, column, placed);
            column += part.width();
        }
    }
}

/// The statement that the cells of a region are: the lines that it takes, and its grid.
pub(super) fn read(region: &Region) -> Option<(Range<usize>, Table)> {
    let cells: Vec<usize> = (0..region.filled)
        .filter(|&at| region.sort(at) != Sort::Nothing)
        .collect();
    let is_words = |&&at: &&usize| region.sort(at) == Sort::Words;
    let header = cells.iter().take_while(is_words).count();
    let (header, behind) = cells.split_at(header);
    let columns = columns(region, header)?;
    let width = columns.iter().map(Column::width).sum();
    let counts = |(at, &cell): (usize, &usize)| region.words(cell).parse() == Ok(at + 1);
    let numbered = behind.len() == 2 * width && behind[..width].iter().enumerate().all(counts);
    let amounts = behind.get(if numbered { width } else { 0 }..)?;
    let is_amount = |&at: &usize| matches!(region.sort(at), Sort::Number | Sort::Code);
    if width < FEWEST_COLUMNS || amounts.len() != width || !amounts.iter().all(is_amount) {
        return None;
    }
    let height = columns.iter().map(Column::height).max()?;
    let mut placed = Vec::new();
    let mut first = 0;
    for column in &columns {
        column.place(region, 0..height, first, &mut placed);
        first += column.width();
    }
    for (row, cells) in (height..).zip(behind.chunks(width)) {
        placed.extend(cells.iter().enumerate().map(|(column, &at)| Placed {
            rows: row..row + 1,
            columns: column..column + 1,
            pieces: region.pieces(at),
        }));
    }
    let range = region.at[*cells.first()?]..region.at[*cells.last()?] + 1;
    Some((range.clone(), grid(region.lines, range, placed)))
}

/// The columns of a header, each stage of the budget over its own, if stages head it.
fn columns(region: &Region, header: &[usize]) -> Option<Vec<Column>> {
    let (&first, rest) = header.split_first()?;
    if region.is_sum(first) {
        return parted(region, header);
    }
    let sum = *rest.first().filter(|&&at| region.is_sum(at))?;
    // The next stage stands before the next sum of the same word.
    let opens = |at: &usize| {
        let next = header.get(at + 1);
        next.is_some_and(|&next| region.words(next) == region.words(sum))
    };
    let stages: Vec<usize> = (0..header.len()).filter(opens).collect();
    let ends = stages.iter().skip(1).copied().chain([header.len()]);
    let stages = stages.iter().zip(ends).map(|(&start, end)| {
        let parts = parted(region, &header[start + 1..end])?;
        let cell = header[start];
        Some(Column { cell, parts })
    });
    let stages: Vec<Column> = stages.collect::<Option<_>>()?;
    let width = stages.first()?.width();
    stages
        .iter()
        .all(|stage| stage.width() == width)
        .then_some(stages)
}

/// Columns, of which those before a sum hold it and their parts; none has the name of another.
fn parted(region: &Region, cells: &[usize]) -> Option<Vec<Column>> {
    let mut names = HashSet::new();
    if !cells.iter().all(|&at| names.insert(region.words(at))) {
        return None;
    }
    let mut columns: Vec<Column> = Vec::new();
    let mut open: Option<usize> = None;
    for (at, &cell) in cells.iter().enumerate() {
        if at > 0 && region.is_sum(cell) {
            open = columns.len().checked_sub(1);
        }
        let whole = open.and_then(|open| columns.get_mut(open));
        match whole {
            Some(whole)
                if region.is_sum(cell) || is_part(region.words(cell), region.words(whole.cell)) =>
            {
                whole.parts.push(Column::alone(cell));
            }
            _ => {
                open = None;
                columns.push(Column::alone(cell));
            }
        }
    }
    Some(columns)
}

/// Whether a label names a part of what another names.
fn is_part(part: &str, whole: &str) -> bool {
    let labels = &Grammar::embedded().concepts.labels;
    let concepts = |words: &str| {
        let meanings = labels.get(fold_text(words).as_str());
        let meanings = meanings.into_iter().flatten();
        meanings.flat_map(|meaning| &meaning.concepts)
    };
    concepts(whole).any(|whole| {
        concepts(part).any(|part| {
            part.strip_prefix(whole.as_str())
                .is_some_and(|rest| rest.starts_with('.'))
        })
    })
}
