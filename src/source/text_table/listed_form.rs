//! Self-assessment forms whose cells are a line each, as they are copied from pages whose tables are lost.
//!
//! ```text
//! 项目名称                      labels with their values
//! 山塘加固
//! 项目资金（万元）              the money: its heading, and for each source a label and numbers
//! 年初预算数
//! 全年执行数
//! 年度资金总额
//! 12.00
//! 11.50
//! 一级指标                      the indicators: their heading, and for each a cell a column
//! 三级指标
//! 年度指标值
//! 实际完成值
//! 得分
//! 产出指标
//! 加固座数
//! ≥3座
//! 3座
//! 50
//! 总分
//! 98
//! ```
//!
//! Empty cells may be empty lines or left out, and an empty line may end each row, so that empty lines tell nothing. The
//! words of labels tell where each part begins; of all ways to cut the cells of a part into rows, that is taken which fits
//! the columns of its heading best ([`fit`]). What comes behind the last row that fits stays text.

mod column;
mod fit;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::Lines;
use super::form::{Placed, grid, heads_indicators, heads_money, vocabulary};
use super::page::Piece;
use crate::document::fold::fold_text;
use crate::document::{Table, numbering};
use crate::grammar::forms::{BudgetColumn, Field, IndicatorColumn, key};
use column::{Column, Said, Says};
use fit::Fit;

/// The longest label, in bytes.
const LABEL: usize = 60;

/// The longest name of a level of indicators, in bytes.
const LEVEL: usize = 36;

/// How many cells stand between the name of a form and the heading of its indicators at most.
const ABOVE: usize = 120;

/// The most columns of a heading.
const WIDEST: usize = 24;

/// The most cells under a heading.
const LONGEST: usize = 2000;

/// How many lines the words of an aim or of a conclusion are at most.
const TEXT: usize = 12;

/// Finds the forms among the lines that are not `taken`.
pub(super) fn find(lines: &Lines, taken: &[bool]) -> Vec<(Range<usize>, Table)> {
    let is_free = |&at: &usize| !taken[at];
    // Most texts have none.
    if !(0..lines.len())
        .filter(is_free)
        .any(|at| names_level(lines, at))
    {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut cells: Vec<Said> = Vec::new();
    for (at, &taken) in taken.iter().enumerate() {
        if taken {
            find_in(lines, &std::mem::take(&mut cells), &mut found);
        } else if !lines.is_blank(at) {
            let said = Said::new(lines, at);
            if !said.is_filler() {
                cells.push(said);
            }
        }
    }
    find_in(lines, &cells, &mut found);
    found
}

/// Whether a line is nothing but the name of a level of indicators.
fn names_level(lines: &Lines, at: usize) -> bool {
    let words = lines.line(at).trim();
    // Most lines are longer, are numbers, or have the number of a heading.
    let may_be = words.len() <= LEVEL && !words.is_ascii() && !words.contains(['、', '，', '。']);
    if !may_be {
        return false;
    }
    let column = vocabulary().indicator_column(&key(words));
    column.is_some_and(|(column, _)| column.is_level())
}

/// Adds the forms among cells between which no other table stands.
fn find_in(lines: &Lines, cells: &[Said], found: &mut Vec<(Range<usize>, Table)>) {
    let (mut at, mut least) = (0, 0);
    while at < cells.len() {
        let Some(columns) = Form::new(cells, at).indicators(at) else {
            at += 1;
            continue;
        };
        // Without what stands above its heading it is still a form.
        let read = |first| Form::new(cells, first).read(at);
        let first = begin(&cells[..at], least);
        let Some(form) = read(first).or_else(|| read(at)) else {
            at += columns.len();
            continue;
        };
        let first = form.first;
        (at, least) = (form.at, form.at);
        let range = cells[first].line..cells[at - 1].line + 1;
        let table = grid(lines, range.clone(), form.placed);
        found.push((range, table));
    }
}

/// The first cell of the form whose indicators have their heading behind some cells, none before `least`: its first label
/// under its title, if there is one.
fn begin(above: &[Said], least: usize) -> usize {
    let least = least.max(above.len().saturating_sub(ABOVE));
    let title = above[least..].iter().rposition(Said::is_title);
    let from = title.map_or(least, |title| least + title + 1);
    let label = above[from..].iter().position(|cell| cell.field.is_some());
    label.map_or(above.len(), |label| from + label)
}

/// A label that goes on over rows, from a row on.
#[derive(Debug, Clone, Copy)]
struct Open {
    label: usize,
    row: usize,
    column: usize,
}

/// A form while it is read.
struct Form<'a, 'l> {
    cells: &'a [Said<'l>],
    first: usize,
    /// The next cell.
    at: usize,
    placed: Vec<Placed>,
    /// How many rows of the grid are placed.
    height: usize,
}

impl<'a, 'l> Form<'a, 'l> {
    fn new(cells: &'a [Said<'l>], first: usize) -> Self {
        Self {
            cells,
            first,
            at: first,
            placed: Vec::new(),
            height: 0,
        }
    }

    /// Reads the form that has the heading of its indicators at a cell; `None` where it has none.
    fn read(mut self, heading: usize) -> Option<Self> {
        while self.at < heading {
            if self.at > self.first && self.ends(self.at) {
                return None;
            }
            // 项目资金（万元） before the heading of the money, 年度总体目标 before that of the aims.
            let next = self.at + 1;
            let has_margin = self.begins_block(next) && !self.begins_block(self.at);
            let margin = has_margin.then_some(self.at);
            let head = if has_margin { next } else { self.at };
            if let Some(columns) = self.money(head) {
                self.place_money(margin, head, &columns);
            } else if let Some(aims) = self.aims(head) {
                self.place_aims(margin, head, &aims);
            } else {
                self.place_field();
            }
        }
        let columns = self.indicators(self.at)?;
        self.place_indicators(&columns).then_some(self)
    }

    /// Whether a cell is none of the form: a heading, the title of another form, or the name of another project.
    fn ends(&self, at: usize) -> bool {
        let Some(cell) = self.cells.get(at) else {
            return true;
        };
        cell.field == Some(Field::ProjectName) || cell.is_title() || cell.is_heading()
    }

    fn begins_block(&self, at: usize) -> bool {
        self.money(at).is_some() || self.aims(at).is_some()
    }

    /// Whether a cell is a label, or none of the form.
    fn is_other(&self, at: usize) -> bool {
        self.ends(at)
            || self.cells[at].closes()
            || self.begins_block(at)
            || self.indicators(at).is_some()
    }

    /// Whether a cell begins what comes behind a text: its heading may have a name before it.
    fn begins(&self, at: usize) -> bool {
        self.is_other(at) || self.begins_block(at + 1)
    }

    /// The columns that cells from one on name. Between them one may be unknown, but not beside the first, which is then a
    /// label with its value: 项目名称.
    fn columns<C: Copy>(&self, at: usize, named: impl Fn(&Said) -> Option<C>) -> Vec<Option<C>> {
        let mut columns = Vec::new();
        for cell in self.cells.iter().skip(at).take(WIDEST) {
            let column = named(cell);
            let follows = columns.len() > 1 && columns.last().is_some_and(Option::is_some);
            if column.is_none() && (!follows || cell.is_value()) {
                break;
            }
            columns.push(column);
        }
        while columns.last().is_some_and(Option::is_none) {
            columns.pop();
        }
        columns
    }

    /// The columns of the indicators that cells from one on head.
    fn indicators(&self, at: usize) -> Option<Vec<Option<IndicatorColumn>>> {
        let mut columns = self.columns(at, |cell| cell.indicator);
        IndicatorColumn::by_levels(&mut columns);
        heads_indicators(&columns).then_some(columns)
    }

    /// The columns of the money that cells from one on head.
    fn money(&self, at: usize) -> Option<Vec<Option<BudgetColumn>>> {
        let columns = self.columns(at, |cell| cell.money);
        heads_money(&columns).then_some(columns)
    }

    /// The aims that cells from one on head: 预期目标, 实际完成情况.
    fn aims(&self, at: usize) -> Option<Vec<Field>> {
        let cells = self.cells.get(at..)?.iter();
        let aims: Vec<Field> = cells.map_while(|cell| cell.aim()).collect();
        let has = |field| aims.contains(&field);
        (has(Field::AnnualTarget) && has(Field::TargetCompletion)).then_some(aims)
    }

    /// Places a cell alone, or a label with its value.
    fn place_field(&mut self) {
        let label = self.at;
        let is_label = self.cells[label].field.is_some();
        let value = label + 1;
        let mut end = value;
        if is_label && !self.is_other(value) {
            end += 1;
            // A text may have several lines, if something tells where it ends.
            let limit = (value + TEXT).min(self.cells.len());
            if self.cells[label].has_text() {
                end = (end..limit).find(|&at| self.begins(at)).unwrap_or(end);
            }
        }
        self.place(label..value, 0);
        self.place(value..end, 1);
        self.at = end;
        self.height += 1;
    }

    /// Places the aims: their heading, and what stands under each.
    fn place_aims(&mut self, margin: Option<usize>, head: usize, aims: &[Field]) {
        let first = head + aims.len();
        let limit = (first + aims.len() * TEXT).min(self.cells.len());
        let end = (first..limit).find(|&at| self.begins(at)).unwrap_or(first);
        // What names the block stands right before them.
        self.place_each(margin.unwrap_or(head)..first, 0);
        self.height += 1;
        // 年度总体目标 beside 预期目标 is the name of the block.
        let columns: Vec<usize> = (0..aims.len())
            .filter(|&at| !aims[at + 1..].contains(&aims[at]))
            .map(|at| at + usize::from(margin.is_some()))
            .collect();
        let under = self.divide(first..end, columns.len());
        for (column, cells) in columns.into_iter().zip(under) {
            self.place(cells, column);
        }
        self.height += 1;
        self.at = end;
    }

    /// The lines under so many aims: one for each, or lists that each begin with the same number; none where nothing tells.
    fn divide(&self, cells: Range<usize>, count: usize) -> Vec<Range<usize>> {
        let number = |at: usize| {
            let words = fold_text(self.cells[at].words);
            numbering::number(&words).map(|number| number.text.to_owned())
        };
        let starts: Vec<usize> = match cells.len() == count {
            true => cells.clone().collect(),
            false => {
                let first = cells.clone().next().and_then(number);
                let is_first = |&at: &usize| first.is_some() && number(at) == first;
                cells.clone().filter(is_first).collect()
            }
        };
        if starts.len() != count {
            return Vec::new();
        }
        let ends = starts.iter().skip(1).copied().chain([cells.end]);
        starts
            .iter()
            .copied()
            .zip(ends)
            .map(|(a, b)| a..b)
            .collect()
    }

    /// Places the money: its heading, and a row for each source.
    fn place_money(
        &mut self,
        margin: Option<usize>,
        head: usize,
        columns: &[Option<BudgetColumn>],
    ) {
        /// The columns beside those of the heading: the name of the block, and the sources.
        const BESIDE: usize = 2;
        let first = head + columns.len();
        let limit = self.cells.len().min(first + LONGEST);
        let is_row = |at: usize| {
            let cell = &self.cells[at];
            let next = self.cells.get(at + 1);
            cell.is_value() || cell.is_source || next.is_some_and(|next| next.is_value())
        };
        let end = (first..limit)
            .find(|&at| self.indicators(at).is_some() || !is_row(at))
            .unwrap_or(limit);
        let says = columns.iter().map(|column| Says::Money(*column));
        let fitted = self.fit(first..end, [Says::Source].into_iter().chain(says));
        let top = self.height;
        self.place_each(head..first, BESIDE);
        self.height += 1;
        self.at = first;
        if let Some(fitted) = fitted {
            for row in fitted.rows {
                for (column, cells) in row.into_iter().enumerate() {
                    self.place(cells, column + BESIDE - 1);
                }
                self.height += 1;
            }
            self.at = fitted.end;
        }
        if let Some(margin) = margin {
            self.place_over(Open {
                label: margin,
                row: top,
                column: 0,
            });
        }
    }

    /// Places the indicators, their totals and what closes the form; whether there are any.
    fn place_indicators(&mut self, columns: &[Option<IndicatorColumn>]) -> bool {
        let head = self.at;
        let first = head + columns.len();
        let limit = self.cells.len().min(first + LONGEST);
        let end = (first..limit)
            .find(|&at| self.ends_indicators(at))
            .unwrap_or(limit);
        // 绩效指标 beside 一级指标 names the block.
        let margins = columns.iter().take_while(|column| column.is_none()).count();
        let says = columns[margins..].iter().copied().map(Says::Indicator);
        let Some(fitted) = self.fit(first..end, says) else {
            return false;
        };
        let top = self.height;
        self.place_each(head + margins..first, margins);
        self.height += 1;
        let mut open: Vec<Option<Open>> = vec![None; columns.len() - margins];
        for row in fitted.rows {
            for (column, cells) in row.into_iter().enumerate() {
                let merges = columns[column + margins].is_some_and(IndicatorColumn::merges);
                match merges {
                    false => self.place(cells, column + margins),
                    true if cells.is_empty() => {}
                    // A level goes on until the next, and no further than the level above it.
                    true => {
                        self.close(&mut open[column..]);
                        open[column] = Some(Open {
                            label: cells.start,
                            row: self.height,
                            column: column + margins,
                        });
                    }
                }
            }
            self.height += 1;
        }
        self.close(&mut open);
        for margin in 0..margins {
            self.place_over(Open {
                label: head + margin,
                row: top,
                column: margin,
            });
        }
        self.at = fitted.end;
        self.place_totals(columns);
        while !self.ends(self.at) && self.cells[self.at].closes() {
            self.place_field();
        }
        true
    }

    /// The rows that cells are.
    fn fit(&self, cells: Range<usize>, says: impl Iterator<Item = Says>) -> Option<Fit> {
        fit::fit(cells, &Column::all(self.cells, says))
    }

    /// Whether a cell is none of an indicator: the label of the totals, or of what closes the form.
    fn ends_indicators(&self, at: usize) -> bool {
        let cell = &self.cells[at];
        let is_total = cell.is_total && self.cells.get(at + 1).is_some_and(Said::is_value);
        is_total || cell.closes() || self.ends(at) || self.indicators(at).is_some()
    }

    /// Places the totals of the weights and of the scores, if they come next.
    fn place_totals(&mut self, columns: &[Option<IndicatorColumn>]) {
        if !self.cells.get(self.at).is_some_and(|cell| cell.is_total) {
            return;
        }
        let first = self.at + 1;
        let behind = self.cells[first..].iter();
        let count = behind.take_while(|cell| cell.is_value()).count();
        let column = |named| columns.iter().rposition(|column| *column == Some(named));
        let (weight, score) = (IndicatorColumn::Weight, IndicatorColumn::Score);
        // One alone is what was scored.
        let places: Vec<usize> = match count {
            1 => column(score).into_iter().collect(),
            _ => [weight, score].into_iter().filter_map(column).collect(),
        };
        let label = columns.iter().take_while(|column| column.is_none()).count();
        self.place(self.at..first, label);
        for (at, &column) in places.iter().enumerate().take(count) {
            self.place(first + at..first + at + 1, column);
        }
        self.height += 1;
        self.at = first + count;
    }

    /// Places cells together in a column of the next row.
    fn place(&mut self, cells: Range<usize>, column: usize) {
        self.place_in(cells, self.height..self.height + 1, column);
    }

    /// Places cells in the next row, each in a column of its own from one on.
    fn place_each(&mut self, cells: Range<usize>, column: usize) {
        for (column, at) in (column..).zip(cells) {
            self.place(at..at + 1, column);
        }
    }

    /// Places a label over all rows from its own on.
    fn place_over(&mut self, open: Open) {
        let cells = open.label..open.label + 1;
        self.place_in(cells, open.row..self.height, open.column);
    }

    /// Places labels that end with the last row.
    fn close(&mut self, open: &mut [Option<Open>]) {
        for label in open.iter_mut().filter_map(Option::take) {
            self.place_over(label);
        }
    }

    fn place_in(&mut self, cells: Range<usize>, rows: Range<usize>, column: usize) {
        let pieces: Vec<Piece> = self.cells[cells]
            .iter()
            .map(|cell| Piece {
                span: cell.span,
                from: 0,
                to: 0,
            })
            .collect();
        if !pieces.is_empty() {
            self.placed.push(Placed {
                rows,
                columns: column..column + 1,
                pieces,
            });
        }
    }
}
