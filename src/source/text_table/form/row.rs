//! The rows of the money and of the indicators.

use std::ops::Range;

use super::super::page::{Piece, overlap};
use super::block::Form;
use super::column::Columns;
use super::heading::{Heading, Kind};
use super::label::Labels;
use super::merged::Extent;
use super::wrap::{Anchor, Division, Entry, Parted, Style, Wraps};
use super::{Placed, Row};
use crate::grammar::forms::{BudgetColumn, IndicatorColumn, key};

/// How many characters stand on a line of a label that is written downwards.
const SPREAD: usize = 2;

/// What a column of a block says.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Says {
    /// Whether its numbers tell the rows.
    numeric: bool,
    /// Whether every row has something in it.
    filled: bool,
    /// Whether its cells may be merged over rows.
    pub merges: bool,
    /// Whether it is one label for the whole block.
    pub whole: bool,
}

impl Says {
    fn money(column: Option<(BudgetColumn, usize)>) -> Self {
        Self {
            numeric: !matches!(column, None | Some((BudgetColumn::Reason, _))),
            ..Self::default()
        }
    }

    fn indicator(column: Option<IndicatorColumn>) -> Self {
        use IndicatorColumn::{Actual, Level3, Score, Target, Weight};
        Self {
            numeric: matches!(column, Some(Score | Weight)),
            filled: matches!(column, Some(Level3 | Target | Actual)),
            merges: column.is_some_and(IndicatorColumn::merges),
            whole: false,
        }
    }
}

/// What a row has in one column, and the columns that it takes.
#[derive(Debug, Clone, Default)]
struct Slot {
    pieces: Vec<Piece>,
    end: usize,
}

impl Form<'_, '_> {
    /// Adds the heading of the money or of the indicators and the rows under it from a row on; gives how many rows they
    /// take.
    pub fn place_rows(
        &self,
        heading: &Heading,
        rows: Range<usize>,
        row: usize,
        placed: &mut Vec<Placed>,
    ) -> usize {
        let mut rows = self.led(heading, rows);
        for row in &mut rows {
            row.pieces = self.apart(heading, std::mem::take(&mut row.pieces));
        }
        let columns = Columns::find(&heading.columns, &rows, |row| self.amounts(heading, row));
        let says = self.says(heading, &columns, &rows);
        let lines = rows.iter().enumerate();
        let mut parted: Vec<Parted> = lines
            .map(|(at, row)| Parted::new(at, row, &columns))
            .collect();
        for (at, row) in rows.iter().enumerate().skip(1) {
            self.in_order(at, row, &says, &mut parted[at]);
        }
        let head = self.place_heads(heading, &columns, row, placed);
        // What stands beside the heading is of its row, but for the label of the whole block.
        let (whole, beside): (Vec<Entry>, Vec<Entry>) = std::mem::take(&mut parted[0].entries)
            .into_iter()
            .partition(|entry| says[entry.columns.start].whole);
        parted[0].entries = whole;
        placed.extend(beside.into_iter().map(|entry| Placed {
            rows: head.clone(),
            columns: entry.columns,
            pieces: entry.pieces,
        }));
        let anchors = self.anchors(&parted, &says);
        let (slots, extents) = self.slots(&rows, &parted, &anchors, &says);
        for (index, slots) in slots.into_iter().enumerate() {
            let row = head.end + index;
            let slots = slots.into_iter().enumerate();
            placed.extend(slots.filter(|(_, slot)| !slot.pieces.is_empty()).map(
                |(column, slot)| Placed {
                    rows: row..row + 1,
                    columns: column..slot.end,
                    pieces: slot.pieces,
                },
            ));
        }
        let labels = Labels {
            form: self,
            rows: &rows,
            parted: &parted,
            anchors: &anchors,
            extents: &extents,
        };
        labels.place(&says, head.clone(), placed);
        head.len() + anchors.len()
    }

    /// The numbers of a row of money, if it has one under each heading.
    fn amounts<'r>(&self, heading: &Heading, row: &'r Row) -> &'r [Piece] {
        let numbers = self.last_numbers(&row.pieces);
        match heading.kind == Kind::Money && numbers.len() == heading.columns.len() {
            true => numbers,
            false => &[],
        }
    }

    /// The numbers that pieces end with.
    fn last_numbers<'p>(&self, pieces: &'p [Piece]) -> &'p [Piece] {
        let numbers = pieces.iter().rev();
        let count = numbers.take_while(|piece| self.is_number(piece)).count();
        &pieces[pieces.len() - count..]
    }

    /// Gives the last numbers of a row the columns of numbers in their order, where there are as many and one stands
    /// elsewhere: programs that turn pages into text move them to make room.
    fn in_order(&self, at: usize, row: &Row, says: &[Says], parted: &mut Parted) {
        let numeric: Vec<usize> = (0..says.len()).filter(|&at| says[at].numeric).collect();
        let (Some(&first), Some(&last)) = (numeric.first(), numeric.last()) else {
            return;
        };
        // Words may follow them: the reasons.
        let is_number = |piece: &Piece| self.is_number(piece);
        let end = row
            .pieces
            .iter()
            .rposition(is_number)
            .map_or(0, |at| at + 1);
        let numbers = self.last_numbers(&row.pieces[..end]);
        if last - first + 1 != numeric.len() || numbers.len() < numeric.len() {
            return;
        }
        let numbers = &numbers[numbers.len() - numeric.len()..];
        let is_own = |entry: &Entry| entry.pieces.iter().any(|piece| numbers.contains(piece));
        let alone = |entry: &&Entry| entry.pieces.len() == 1 && says[entry.columns.start].numeric;
        let own: Vec<&Entry> = parted.entries.iter().filter(|e| is_own(e)).collect();
        let starts = own.iter().map(|entry| entry.columns.start);
        if own.iter().all(alone) && starts.eq(numeric.iter().copied()) {
            return;
        }
        let mut others = std::mem::take(&mut parted.entries);
        for entry in &mut others {
            entry.pieces.retain(|piece| !numbers.contains(piece));
            // What stands beside the numbers leaves them their columns.
            if entry.columns.start < first {
                entry.columns.end = entry.columns.end.min(first);
            }
        }
        others.retain(|entry| !entry.pieces.is_empty());
        let ordered = numeric.iter().zip(numbers).map(|(&column, number)| Entry {
            pieces: vec![number.clone()],
            columns: column..column + 1,
            lines: (at, at),
        });
        parted.entries = others.into_iter().chain(ordered).collect();
        parted.entries.sort_by_key(|entry| entry.columns.start);
    }

    /// The pieces of a line, those parted at single spaces whose words stand under different headings.
    fn apart(&self, heading: &Heading, pieces: Vec<Piece>) -> Vec<Piece> {
        let over = |piece: &Piece| -> Vec<usize> {
            let heads = heading.columns.iter().enumerate();
            let over = heads.filter(|(_, head)| overlap(&head.places, &piece.places()));
            over.map(|(at, _)| at).collect()
        };
        let apart = |piece: Piece| {
            let words = self.measure.words_of(self.lines, &piece);
            // Numbers have no spaces within.
            if words.iter().all(|word| self.is_number(word)) {
                return words;
            }
            if over(&piece).len() < 2 {
                return vec![piece];
            }
            let under: Vec<Vec<usize>> = words.iter().map(over).collect();
            let each = under.iter().all(|heads| heads.len() == 1);
            let differ = under.windows(2).all(|pair| pair[0] != pair[1]);
            if each && differ { words } else { vec![piece] }
        };
        pieces.into_iter().flat_map(apart).collect()
    }

    /// What each column of a block says.
    fn says(&self, heading: &Heading, columns: &Columns, rows: &[Row]) -> Vec<Says> {
        let mut margins = vec![
            Says {
                merges: heading.kind == Kind::Indicators,
                whole: true,
                ..Says::default()
            };
            columns.margins
        ];
        for row in rows {
            for (piece, range) in row.pieces.iter().zip(columns.of(&row.pieces)) {
                // A label written downwards is that of the block.
                if let Some(margin) = margins.get_mut(range.start) {
                    margin.whole &= self.words(piece).chars().count() <= SPREAD;
                }
            }
        }
        if heading.kind == Kind::Money {
            // The last one names the sources.
            let last = columns.margins.saturating_sub(1);
            for (at, margin) in margins.iter_mut().enumerate() {
                margin.whole = at < last;
                margin.merges = at < last;
            }
        }
        let labels = heading.columns.iter().map(|head| head.label.as_str());
        let heads: Vec<Says> = match heading.kind {
            Kind::Money => labels
                .map(|label| Says::money(self.vocabulary.budget_column(label)))
                .collect(),
            _ => {
                let mut columns: Vec<Option<IndicatorColumn>> = labels
                    .map(|label| Some(self.vocabulary.indicator_column(label)?.0))
                    .collect();
                IndicatorColumn::by_levels(&mut columns);
                columns.into_iter().map(Says::indicator).collect()
            }
        };
        [margins, heads].concat()
    }

    /// The lines that have the numbers of a row, or stand for one without.
    fn anchors(&self, parted: &[Parted], says: &[Says]) -> Vec<Anchor> {
        let has_numbers = |line: &Parted| {
            line.entries.iter().any(|entry| {
                let says = &says[entry.columns.start];
                let words = self.joined(&entry.pieces);
                let is_source = || self.vocabulary.source(&key(&words)).is_some();
                says.numeric && entry.pieces.iter().all(|piece| self.is_number(piece))
                    || is_filler(&words)
                    || !says.numeric && !says.merges && is_source()
            })
        };
        let has_several = |line: &Parted| line.entries.len() > 2;
        let has_any = |line: &Parted| !line.entries.is_empty();
        let ways: [&dyn Fn(&Parted) -> bool; 3] = [&has_numbers, &has_several, &has_any];
        let anchors = ways.into_iter().map(|is_anchor| -> Vec<Anchor> {
            let lines = parted.iter().enumerate().skip(1);
            lines
                .filter(|(_, line)| is_anchor(line))
                .map(|(at, line)| Anchor {
                    at,
                    is_total: self.is_total(line),
                })
                .collect()
        });
        anchors
            .into_iter()
            .find(|anchors| !anchors.is_empty())
            .unwrap_or_default()
    }

    /// Whether a row has totals.
    fn is_total(&self, line: &Parted) -> bool {
        line.entries.first().is_some_and(|entry| {
            let label = key(&self.joined(&entry.pieces));
            self.vocabulary.is_total(&label) || self.vocabulary.is_subtotal(&label)
        })
    }

    /// What each row has in each column that is not merged over rows, and the lines of the text that it takes.
    fn slots(
        &self,
        rows: &[Row],
        parted: &[Parted],
        anchors: &[Anchor],
        says: &[Says],
    ) -> (Vec<Vec<Slot>>, Vec<Extent>) {
        let mut slots = vec![vec![Slot::default(); says.len()]; anchors.len()];
        let line = |at: usize| rows[at].line;
        let mut extents: Vec<Extent> = anchors
            .iter()
            .map(|anchor| (line(anchor.at), line(anchor.at)))
            .collect();
        for (column, mut owners) in self.divide(parted, anchors, says) {
            let own = anchors.iter().enumerate();
            owners.extend(own.map(|(index, anchor)| (anchor.at, index)));
            owners.sort_unstable();
            for (at, index) in owners {
                let starts = |entry: &&Entry| entry.columns.start == column;
                for entry in parted[at].entries.iter().filter(starts) {
                    let slot = &mut slots[index][column];
                    slot.pieces.extend(entry.pieces.iter().cloned());
                    slot.end = slot.end.max(entry.columns.end);
                    let (first, last) = extents[index];
                    extents[index] = (first.min(line(at)), last.max(line(at)));
                }
            }
        }
        (slots, extents)
    }

    /// The lines of each column that stand between anchors, each with its row.
    fn divide(
        &self,
        parted: &[Parted],
        anchors: &[Anchor],
        says: &[Says],
    ) -> Vec<(usize, Vec<(usize, usize)>)> {
        let columns: Vec<usize> = (0..says.len()).filter(|&at| !says[at].merges).collect();
        let wraps: Vec<Wraps> = columns
            .iter()
            .map(|&column| Wraps::new(self.lines, parted, anchors, column, says[column].filled))
            .collect();
        // The style of a form is that of all its columns.
        let [top, middle] = [Style::Top, Style::Middle].map(|style| {
            let all: Vec<Division> = wraps.iter().map(|wraps| wraps.divide(style)).collect();
            let cost: usize = all.iter().map(|division| division.cost).sum();
            (cost, all)
        });
        let (_, all) = if middle.0 < top.0 { middle } else { top };
        let rows = all.into_iter().map(|division| division.rows);
        columns.into_iter().zip(rows).collect()
    }
}

/// Whether words stand for more rows: ……
fn is_filler(words: &str) -> bool {
    // A full stop alone ends a sentence that goes on from the line above.
    let rows = words.contains('…') || words.chars().count() > 1;
    rows && words.chars().all(|c| matches!(c, '…' | '.' | '．' | '。'))
}
