//! The rows of a table as the forms are read: positions with cells, whether or not columns of different rows align.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use crate::document::{Cell, Document, Format, Quote, Span, Table};
use crate::grammar::forms::key;

use super::value;

/// Words of a cell, or of a line above a table: the whole of it or a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words<'a> {
    whole: &'a str,
    span: Span,
    range: Range<usize>,
}

impl<'a> Words<'a> {
    /// All that a cell says.
    pub fn of(cell: &'a Cell) -> Self {
        Self::new(&cell.text, cell.span)
    }

    /// A text that stands at a span.
    pub fn new(whole: &'a str, span: Span) -> Self {
        let range = value::trim(whole, 0..whole.len());
        Self { whole, span, range }
    }

    /// What they say.
    pub fn text(&self) -> &'a str {
        self.whole.get(self.range.clone()).unwrap_or_default()
    }

    /// A part of them, by its bytes in [`Words::text`].
    pub fn part(&self, range: Range<usize>) -> Self {
        let start = self.range.start + range.start;
        Self {
            range: start..self.range.start + range.end,
            ..self.clone()
        }
    }

    /// The place of the words in the canonical text. Where the text of a cell is not that of its span letter by letter
    /// the words are looked for in it; the whole cell stands for words that are not found.
    pub fn quote(&self, document: &Document) -> Quote {
        let printed = document.slice(self.span);
        let words = self.text();
        let at = match printed.get(self.range.clone()) {
            Some(same) if same == words => Some(self.range.start),
            _ => printed.find(words),
        };
        let start = self.span.start;
        document.quote(at.map_or(self.span, |at| {
            Span::new(start + at, start + at + words.len())
        }))
    }
}

/// How the rows of a table stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alignment {
    /// A position is a column.
    Grid,
    /// A text whose rows lack the empty cells at their ends: they begin together.
    Beginning,
    /// A text that prints merged cells once, and empty ones at the ends of rows: rows end together, as a rule.
    End,
}

/// A row: what stands at each position. In a grid a position is a column and a merged cell stands at each that it covers;
/// in a ragged table it is the place of a printed cell in its row.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    row: usize,
    alignment: Alignment,
    slots: Vec<Option<&'a Cell>>,
    /// What the cell at each position is compared by if it is a [label](label()).
    labels: Vec<Rc<str>>,
}

impl<'a> Line<'a> {
    /// The rows of a table.
    pub fn all(document: &Document, table: &'a Table) -> Vec<Self> {
        let alignment = alignment(document, table);
        let mut labels = Labels::default();
        (0..table.height())
            .map(|row| {
                let slots: Vec<Option<&Cell>> = match alignment {
                    Alignment::Grid => table.positions(row).collect(),
                    _ => table.row(row).map(Some).collect(),
                };
                let labels = slots.iter().map(|slot| labels.of(*slot)).collect();
                Self {
                    row,
                    alignment,
                    slots,
                    labels,
                }
            })
            .collect()
    }

    /// Whether columns of different rows do not align.
    pub fn is_ragged(&self) -> bool {
        self.alignment != Alignment::Grid
    }

    /// How far its positions stand from those of a row with `length` of them, as rows of its table do as a rule.
    pub fn shift(&self, length: usize) -> isize {
        match self.alignment {
            Alignment::Grid | Alignment::Beginning => 0,
            Alignment::End => self.len() as isize - length as isize,
        }
    }

    /// Whether it is the first row of its table.
    pub fn begins_table(&self) -> bool {
        self.row == 0
    }

    /// How many positions it has.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// The cell at a position, empty or not.
    pub fn cell(&self, position: usize) -> Option<&'a Cell> {
        self.slots.get(position).copied().flatten()
    }

    /// What the cell at a position is compared by if it is a label; nothing for what is none.
    pub fn label(&self, position: usize) -> &str {
        self.labels.get(position).map_or("", |label| label)
    }

    /// Its cells that are not empty, each once, with the position where it begins.
    pub fn cells(&self) -> impl Iterator<Item = (usize, &'a Cell)> {
        let mut last: Option<&Cell> = None;
        self.slots
            .iter()
            .enumerate()
            .filter_map(move |(position, slot)| {
                let cell = (*slot)?;
                let repeated = last.is_some_and(|last| std::ptr::eq(last, cell));
                last = Some(cell);
                (!repeated && !cell.text.trim().is_empty()).then_some((position, cell))
            })
    }

    /// Those of its cells that do not come down from a row above.
    pub fn own(&self) -> impl Iterator<Item = (usize, &'a Cell)> {
        self.cells().filter(|(_, cell)| cell.row == self.row)
    }

    /// Whether the cell at a position says something and does not come down from a row above.
    pub fn is_own(&self, position: usize) -> bool {
        self.cell(position)
            .is_some_and(|cell| cell.row == self.row && !cell.text.trim().is_empty())
    }

    /// Its one cell, if it has one that is not empty and no other.
    pub fn only(&self) -> Option<&'a Cell> {
        let mut cells = self.cells();
        let (_, cell) = cells.next()?;
        cells.next().is_none().then_some(cell)
    }

    /// Whether one of its own cells is a number, a rate or points.
    pub fn has_number(&self) -> bool {
        self.own().any(|(_, cell)| is_number(&cell.text))
    }
}

/// The labels of the cells of a table, made once of what covers several positions side by side.
struct Labels<'a> {
    last: Option<&'a Cell>,
    label: Rc<str>,
    none: Rc<str>,
}

impl Default for Labels<'_> {
    fn default() -> Self {
        let none: Rc<str> = "".into();
        Self {
            last: None,
            label: none.clone(),
            none,
        }
    }
}

impl<'a> Labels<'a> {
    /// The label of what stands at a position.
    fn of(&mut self, cell: Option<&'a Cell>) -> Rc<str> {
        let Some(cell) = cell else {
            return self.none.clone();
        };
        if !self.last.is_some_and(|last| std::ptr::eq(last, cell)) {
            self.last = Some(cell);
            self.label = match label(&cell.text) {
                label if label.is_empty() => self.none.clone(),
                label => label.into(),
            };
        }
        self.label.clone()
    }
}

/// What a cell is compared by if it is a label; nothing for what is none: without Chinese characters, or too long.
pub(super) fn label(text: &str) -> String {
    const LONGEST: usize = 120;
    match text.is_ascii() || text.len() > LONGEST {
        true => String::new(),
        false => key(text),
    }
}

/// Whether a cell is a number, a rate or points.
pub(super) fn is_number(text: &str) -> bool {
    value::number_with(text, &["%", "分", "元", "万元"]).is_some()
}

/// How the rows of a table stand to each other. Only a text has rows of different lengths; rows of one cell are titles.
fn alignment(document: &Document, table: &Table) -> Alignment {
    if document.format != Format::Text || table.cells().iter().any(|c| c.rows > 1 || c.columns > 1)
    {
        return Alignment::Grid;
    }
    let rows: Vec<Vec<&Cell>> = (0..table.height())
        .map(|row| table.row(row).collect())
        .filter(|row: &Vec<_>| row.len() > 1)
        .collect();
    // Columns kept apart by spaces leave positions open.
    let has_holes = rows.iter().any(|row| {
        row.iter()
            .enumerate()
            .any(|(place, cell)| cell.column != place)
    });
    let is_even = rows.windows(2).all(|pair| pair[0].len() == pair[1].len());
    let ends_empty = |row: &Vec<&Cell>| row.last().is_some_and(|cell| cell.text.trim().is_empty());
    match (is_even || has_holes, rows.iter().any(ends_empty)) {
        (true, _) => Alignment::Grid,
        (false, true) => Alignment::End,
        (false, false) => Alignment::Beginning,
    }
}

/// How much it speaks against a place of a row that a cell stands outside the heading.
const BEYOND: i32 = 2;

/// The heading of a block: which column stands at which positions.
#[derive(Debug, Clone)]
pub(super) struct Header<'a, C> {
    labels: Vec<(Rc<str>, Option<&'a Cell>)>,
    /// What the label at each position names, and how much it is preferred.
    named: Vec<Option<(C, usize)>>,
    columns: BTreeMap<C, Vec<usize>>,
}

impl<'a, C: Copy + Ord> Header<'a, C> {
    /// Reads a row as a heading, `column` telling what a label names and how much it is preferred (0 most).
    pub fn read(line: &Line<'a>, column: impl Fn(&str) -> Option<(C, usize)>) -> Self {
        let cells = line.slots.iter().copied();
        Self::of(line.labels.iter().cloned().zip(cells).collect(), column)
    }

    /// This heading with a second row under it, if each of the row's own cells names a column, by itself or together with
    /// what stands over it (一级指标 over 名称 | 权重). The labels of the row stand before those above them.
    pub fn under(
        &self,
        below: &Line<'a>,
        column: impl Fn(&str) -> Option<(C, usize)>,
    ) -> Option<Self> {
        let mut labels = Vec::with_capacity(self.len().max(below.len()));
        let mut any = false;
        for (above, position) in self.pairs(below) {
            let over = above.and_then(|at| self.labels.get(at));
            let own = position.filter(|&at| below.is_own(at));
            let Some(position) = own else {
                labels.push(over.cloned().unwrap_or_else(|| ("".into(), None)));
                continue;
            };
            let words = below.label(position);
            let named = |label: &str| column(label).is_some();
            let joined = over.and_then(|(over, _)| {
                [format!("{over}{words}"), format!("{words}{over}")]
                    .into_iter()
                    .find(|label| !over.is_empty() && named(label))
            });
            let label: Rc<str> = match joined {
                Some(label) => label.into(),
                None if named(words) => words.into(),
                None => return None,
            };
            any = true;
            labels.push((label, below.cell(position)));
        }
        any.then(|| Self::of(labels, column))
    }

    /// Which position of this heading stands over which of a row under it, from left to right.
    fn pairs(&self, below: &Line<'a>) -> Vec<(Option<usize>, Option<usize>)> {
        if let Some(pairs) = self.groups(below) {
            return pairs;
        }
        let shift = below.shift(self.len());
        let length = usize::try_from(self.len() as isize + shift).unwrap_or(0);
        let mut over = None;
        (0..below.len().max(length))
            .map(|position| {
                let above = usize::try_from(position as isize - shift).ok();
                // The positions that an unmerged label reaches over are empty.
                if above.is_some_and(|at| self.labels.get(at).is_some_and(|(l, _)| !l.is_empty())) {
                    over = above;
                }
                let is_own = below.is_own(position);
                (if is_own { over } else { above }, Some(position))
            })
            .collect()
    }

    /// The pairs where merged cells are printed once, so that the row under the heading is the longer one: a label has
    /// under it one empty cell, or the names that it parts into, each once.
    fn groups(&self, below: &Line<'a>) -> Option<Vec<(Option<usize>, Option<usize>)>> {
        // Blanks in the place of what merged cells cover keep the positions apart.
        let has_blanks = self.labels.iter().any(|(label, _)| label.is_empty());
        let may_part = below.len() > self.len() || below.len() < self.len() && !has_blanks;
        if !below.is_ragged() || !may_part {
            return None;
        }
        let mut pairs = Vec::with_capacity(below.len());
        let mut over: Option<usize> = None;
        let mut names: Vec<&str> = Vec::new();
        for position in 0..below.len() {
            let name = below.label(position);
            if name.is_empty() || names.is_empty() || names.contains(&name) {
                over = Some(over.map_or(0, |at| at + 1));
                names.clear();
            }
            if !name.is_empty() {
                names.push(name);
            }
            pairs.push((over, Some(position)));
        }
        let rest = over.map_or(0, |at| at + 1);
        pairs.extend((rest..self.len()).map(|at| (Some(at), None)));
        (rest <= self.len()).then_some(pairs)
    }

    fn of(
        labels: Vec<(Rc<str>, Option<&'a Cell>)>,
        column: impl Fn(&str) -> Option<(C, usize)>,
    ) -> Self {
        let named = labels.iter().map(|(label, _)| column(label)).collect();
        let mut header = Self {
            labels,
            named,
            columns: BTreeMap::new(),
        };
        header.place();
        header
    }

    /// Finds the positions of the columns: of several labels for one the most preferred, then the first.
    fn place(&mut self) {
        let mut best: BTreeMap<C, (usize, usize)> = BTreeMap::new();
        for (position, named) in self.named.iter().enumerate() {
            if let &Some((column, place)) = named {
                let first = best.entry(column).or_insert((place, position));
                *first = (*first).min((place, position));
            }
        }
        self.columns = best
            .into_iter()
            .map(|(column, (_, start))| (column, covered(&self.labels, start)))
            .collect();
    }

    /// This heading with its positions named anew; one that `rename` leaves without a column has none.
    pub fn renamed(mut self, rename: impl Fn(&mut [Option<C>])) -> Self {
        let mut columns: Vec<Option<C>> = self
            .named
            .iter()
            .map(|named| named.map(|(column, _)| column))
            .collect();
        rename(&mut columns);
        for (named, column) in self.named.iter_mut().zip(columns) {
            *named = named.and_then(|(_, place)| Some((column?, place)));
        }
        self.place();
        self
    }

    /// Whether it has a column.
    pub fn has(&self, column: C) -> bool {
        self.columns.contains_key(&column)
    }

    /// The cell that heads a column.
    pub fn heading(&self, column: C) -> Option<&'a Cell> {
        let position = *self.columns.get(&column)?.first()?;
        self.labels.get(position)?.1
    }

    /// The cells on the left of its columns.
    pub fn left(&self) -> impl Iterator<Item = &'a Cell> {
        let left = self.labels.iter().take(self.first());
        left.filter_map(|(_, cell)| *cell)
    }

    /// How many columns it has.
    pub fn count(&self) -> usize {
        self.columns.len()
    }

    /// How many positions it has.
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// The first position that is a column.
    pub fn first(&self) -> usize {
        self.columns.values().flatten().copied().min().unwrap_or(0)
    }

    /// How far the positions of a row stand from those of the heading. In a grid they are the same. In a ragged table
    /// the cells tell, `fits` saying how well words suit a column: rows may end together or begin together.
    pub fn shift(&self, line: &Line<'a>, fits: impl Fn(C, &str) -> i32) -> isize {
        if !line.is_ragged() {
            return 0;
        }
        let end = line.len() as isize - self.len() as isize;
        let usual = line.shift(self.len());
        // The usual one comes first, and holds unless another fits better.
        [usual, 0, end]
            .into_iter()
            .chain(end.min(0)..=end.max(0))
            .rev()
            .max_by_key(|&shift| self.fit(line, shift, &fits))
            .unwrap_or(usual)
    }

    /// How well the cells of a row suit the columns that they stand under; a cell beyond the heading suits none.
    fn fit(&self, line: &Line<'a>, shift: isize, fits: &impl Fn(C, &str) -> i32) -> i32 {
        let suits: i32 = self
            .columns
            .keys()
            .filter_map(|&column| Some(fits(column, self.words(line, column, shift)?.text())))
            .sum();
        let beyond = line
            .cells()
            .filter(|&(position, _)| {
                let place = position as isize - shift;
                place < 0 || place >= self.len() as isize
            })
            .count();
        suits - beyond as i32 * BEYOND
    }

    /// The cell of a row under a column.
    pub fn cell(&self, line: &Line<'a>, column: C, shift: isize) -> Option<&'a Cell> {
        self.columns
            .get(&column)?
            .iter()
            .filter_map(|&position| line.cell(usize::try_from(position as isize + shift).ok()?))
            .find(|cell| !cell.text.trim().is_empty())
    }

    /// What a row says under a column; `None` for blanks, `/` and dashes.
    pub fn words(&self, line: &Line<'a>, column: C, shift: isize) -> Option<Words<'a>> {
        self.cell(line, column, shift)
            .filter(|cell| !value::is_blank(&cell.text))
            .map(Words::of)
    }
}

/// The positions that the cell at `start` covers.
fn covered(labels: &[(Rc<str>, Option<&Cell>)], start: usize) -> Vec<usize> {
    let same = |position: &usize| match (labels[start].1, labels[*position].1) {
        (Some(a), Some(b)) => std::ptr::eq(a, b),
        _ => *position == start,
    };
    (start..labels.len()).take_while(same).collect()
}
