//! The header of a table: which words are one cell, and which columns it stands over.

use std::ops::Range;

use super::super::Lines;
use super::super::page::{Measure, Piece, is_wide, width};
use super::column::Column;
use super::fit::{BARE, Body, Extent, Lean, Over, fit};
use super::group::{self, Holds};
use super::region::Row;
use crate::document::caption::squeeze;
use crate::grammar::Grammar;
use crate::grammar::concepts::{Meaning, Only};

/// A cell of a header, over several lines perhaps.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub words: Vec<Piece>,
    pub extent: Extent,
    /// The first and the last of its rows in the header.
    pub top: usize,
    pub bottom: usize,
}

impl Cell {
    /// Twice the height of its middle.
    pub fn height(&self) -> usize {
        self.top + self.bottom
    }
}

/// A cell with its place in the grid.
#[derive(Debug, Clone)]
pub(super) struct Head {
    pub words: Vec<Piece>,
    pub row: usize,
    pub rows: usize,
    pub columns: Range<usize>,
}

/// A header over its columns.
#[derive(Debug, Default)]
pub(super) struct Header {
    pub heads: Vec<Head>,
    /// How many rows of the grid it takes.
    pub height: usize,
    /// For each column that the rows of numbers have, its place among all columns.
    pub places: Vec<usize>,
    /// How many columns there are with those that only the header has.
    pub width: usize,
}

/// The most words that a header has; the work grows with their third power.
const MOST: usize = 160;
/// The most lines of a header.
const HIGHEST: usize = 16;

/// The cells of a header, before it is known which columns they stand over.
#[derive(Debug)]
pub(super) struct Heads {
    /// Those right over columns, from left to right.
    leaves: Vec<Cell>,
    /// Those over several of them.
    groups: Vec<Cell>,
}

impl Heads {
    /// Reads the lines of a header above columns; `None` where there are more than a header has.
    pub fn read(lines: &Lines, rows: &[Row], columns: &[Column], measure: Measure) -> Option<Self> {
        let mut pieces: Vec<Cell> = Vec::new();
        for (row, line) in rows.iter().enumerate() {
            let lowest = row + 1 == rows.len();
            add_pieces(lines, line, row, lowest, columns, &mut pieces);
        }
        if pieces.len() > MOST || rows.len() > HIGHEST {
            return None;
        }
        let (leaves, groups) = leaves(lines, wrapped(lines, pieces, measure), columns, measure);
        Some(Self { leaves, groups })
    }

    /// How many of them stand right over columns.
    pub fn len(&self) -> usize {
        self.leaves.len()
    }

    /// What those say that stand right over columns.
    pub fn said(&self, lines: &Lines) -> Vec<String> {
        self.leaves
            .iter()
            .map(|leaf| text(lines, &leaf.words))
            .collect()
    }

    /// Brings them over columns; `few` says that there are too few rows to see that a column has no amounts. `None` where it is not clear which stand over which.
    pub fn over(
        &self,
        lines: &Lines,
        columns: &[Column],
        lean: Lean,
        few: bool,
        measure: Measure,
    ) -> Option<Header> {
        let heads: Vec<Extent> = self.leaves.iter().map(|leaf| leaf.extent).collect();
        let bodies: Vec<Body> = columns.iter().map(|column| column.body(BARE)).collect();
        let strict = measure == Measure::Columns && heads.len() > columns.len();
        let overs = fit(&heads, &bodies, lean, strict)?;
        let first = columns
            .iter()
            .position(|column| column.decimal)
            .unwrap_or(0);
        let is_empty = |over: &Over| matches!(over, Over::Nothing(before) if *before > first);
        if few && overs.iter().any(is_empty) {
            return None;
        }
        let (spans, places, width) = place(&overs, columns.len());
        let texts = self.said(lines);
        let wide: Vec<Extent> = heads
            .iter()
            .zip(&overs)
            .map(|(&head, over)| match over {
                Over::Columns(range) if measure == Measure::Columns => bodies[range.clone()]
                    .iter()
                    .fold(head, |all, body| all.join(body.extent)),
                _ => head,
            })
            .collect();
        let holds = |over: &Over| match over {
            Over::Columns(range) => Holds::of(&columns[range.clone()]),
            Over::Nothing(_) => Holds::Unknown,
        };
        let holds: Vec<Holds> = overs.iter().map(holds).collect();
        let ranges = group::ranges(&self.leaves, &wide, &texts, &holds, &self.groups, measure)?;
        Some(Header::new(
            &self.leaves,
            &self.groups,
            &spans,
            &ranges,
            places,
            width,
        ))
    }
}

/// How far the characters of one word stand apart at most.
const SPREAD: usize = 12;

/// Adds the pieces of a line, which may be the `lowest`. Words that are spread over their column are one piece:
/// `项        目`.
fn add_pieces(
    lines: &Lines,
    line: &Row,
    row: usize,
    lowest: bool,
    columns: &[Column],
    pieces: &mut Vec<Cell>,
) {
    let first = pieces.len();
    // What a word goes on with: two that go on with different words are none.
    let above: Vec<Option<usize>> = line
        .words
        .iter()
        .map(|word| {
            let extent = Extent {
                from: word.from,
                to: word.to,
            };
            pieces
                .iter()
                .rposition(|piece| piece.extent.distance(extent) == 0)
        })
        .collect();
    // How many characters that stand apart there are side by side with a word, no farther apart than that.
    let run = |at: usize, apart: usize| {
        let beside = |pair: &&[Piece]| {
            let near = pair[1].from - pair[0].to <= apart;
            near && pair.iter().all(|word| is_single(lines, word))
        };
        let before = line.words[..=at].windows(2).rev().take_while(beside);
        1 + before.count() + line.words[at..].windows(2).take_while(beside).count()
    };
    for (at, word) in line.words.iter().enumerate() {
        let before = pieces[first..].last_mut().filter(|before| {
            let last = &before.words[before.words.len() - 1];
            let same = above[at].is_none() || above[at - 1].is_none() || above[at] == above[at - 1];
            let joins = match (run(at, usize::MAX), run(at, SPREAD)) {
                // Three characters apart are columns of their own: 类, 款, 项.
                (3, _) => false,
                // Above other lines two are one group: 收  入.
                (_, 2) if !lowest => word.from - last.to <= SPREAD,
                _ => nearest(columns, last) == nearest(columns, word),
            };
            same && joins && is_spread(lines, last, word)
        });
        match before {
            Some(before) => {
                before.extent.to = word.to;
                before.words.push(word.clone());
            }
            None => pieces.push(Cell {
                words: vec![word.clone()],
                extent: Extent {
                    from: word.from,
                    to: word.to,
                },
                top: row,
                bottom: row,
            }),
        }
    }
}

/// Whether a word is one Chinese character.
fn is_single(lines: &Lines, word: &Piece) -> bool {
    let mut words = lines.words(word.span).chars();
    matches!((words.next(), words.next()), (Some(c), None) if is_wide(c))
}

/// Whether two words may be one that is spread: a character each, or a number beside its unit.
fn is_spread(lines: &Lines, first: &Piece, second: &Piece) -> bool {
    let ends = lines.words(first.span).ends_with(|c: char| c.is_ascii());
    let begins = lines.words(second.span).starts_with(|c: char| c.is_ascii());
    is_single(lines, first) && is_single(lines, second)
        || second.from - first.to == 1 && (ends || begins)
}

/// The number of the nearest column.
fn nearest(columns: &[Column], word: &Piece) -> Option<usize> {
    (0..columns.len()).min_by_key(|&at| columns[at].distance(word))
}

/// How far the middles of the lines of one cell may lie apart, doubled.
const ASKEW: usize = 2;

/// How much narrower than the next one a line of a cell may be: what is typed is broken between words.
const SHORT: usize = 4;

/// Brings the lines of cells together.
fn wrapped(lines: &Lines, pieces: Vec<Cell>, measure: Measure) -> Vec<Cell> {
    let sees = |above: usize, below: usize| {
        let (a, b) = (&pieces[above], &pieces[below]);
        let over = |x: &Cell, y: &Cell| x.extent.distance(y.extent) == 0;
        a.top < b.top
            && over(a, b)
            && !pieces
                .iter()
                .any(|c| a.top < c.top && c.top < b.top && over(a, c) && over(c, b))
    };
    let all = 0..pieces.len();
    let uppers: Vec<Vec<usize>> = all
        .clone()
        .map(|below| all.clone().filter(|&above| sees(above, below)).collect())
        .collect();
    let lowers: Vec<Vec<usize>> = all
        .clone()
        .map(|above| all.clone().filter(|&below| sees(above, below)).collect())
        .collect();
    // Twice the middle height of what stands over and under a piece, from a line down.
    let height = |at: usize, top: usize, but: usize| {
        let over = |other: &usize| {
            let cell = &pieces[*other];
            *other != but && cell.top >= top && cell.extent.distance(pieces[at].extent) == 0
        };
        let rows = || all.clone().filter(over).map(|other| pieces[other].top);
        rows()
            .min()
            .zip(rows().max())
            .map(|(top, bottom)| top + bottom)
    };
    // Whether what stands beside a piece is as high as it is together with the one above, or without it.
    let beside = |above: usize, below: usize| {
        let (a, b) = (&pieces[above], &pieces[below]);
        let lower = |at: &usize| pieces[*at].top >= a.top && *at != above;
        let left = all
            .clone()
            .filter(|&at| pieces[at].extent.to <= b.extent.from)
            .filter(lower)
            .max_by_key(|&at| pieces[at].extent.to);
        let right = all
            .clone()
            .filter(|&at| pieces[at].extent.from >= b.extent.to)
            .filter(lower)
            .min_by_key(|&at| pieces[at].extent.from);
        let own = height(below, b.top, above).unwrap_or(0);
        let whole = a.top + own.saturating_sub(b.top);
        [left, right].map(|other| {
            let other = height(other?, a.top, above)?;
            Some(other.abs_diff(whole) < other.abs_diff(own))
        })
    };
    let goes_on = |above: usize, below: usize| {
        let (a, b) = (pieces[above].extent, pieces[below].extent);
        let middle = a.middle().abs_diff(b.middle()) <= ASKEW;
        let inside = 2 * a.from <= b.middle() + ASKEW && b.middle() <= 2 * a.to + ASKEW;
        let beside = beside(above, below);
        let [left, right] = beside;
        // What is printed over the middle of several cells heads them all, and so does what is typed over the first or
        // the last of them.
        let typed = measure == Measure::Columns;
        let heads = left == Some(false) && right == Some(false)
            || typed && a.from == b.from && right == Some(false)
            || typed && a.to == b.to && left == Some(false);
        // Lines of one cell follow each other, but for lines of others that stand half a line higher.
        let follows = pieces[below].top - pieces[above].top <= 2;
        // A line is broken where it is full.
        let said = |at: usize| text(lines, &pieces[at].words);
        let size = |at: usize| width(&said(at));
        let full = follows && size(above) + SHORT >= size(below);
        let aligned = full && (a.from == b.from || a.to == b.to || middle);
        let is_level = beside.contains(&Some(true)) && !beside.contains(&Some(false));
        if follows && wraps(&said(above), &said(below)) {
            return true;
        }
        if repeats(lines, &pieces, above, below) && !is_broken(lines, &pieces, above, below) {
            return false;
        }
        aligned && (!heads || is_broken(lines, &pieces, above, below)) || full && inside && is_level
    };
    // Under a wrapped group its last character stands above what it heads.
    let ends = |above: usize, below: usize| {
        let first = |lower: &usize| *lower == below || pieces[*lower].top > pieces[below].top;
        let (a, b) = (pieces[above].extent, pieces[below].extent);
        let inside = a.from <= b.from && b.to <= a.to;
        inside && lowers[above].iter().all(first) && is_broken(lines, &pieces, above, below)
    };
    let mut cells: Vec<Option<Cell>> = pieces.iter().cloned().map(Some).collect();
    // From the last line up, so that a cell has taken what goes on with it before it goes on itself with one above.
    for below in all.clone().rev() {
        let [above] = uppers[below][..] else { continue };
        if lowers[above].len() == 1 && goes_on(above, below) || ends(above, below) {
            let Some(lower) = cells[below].take() else {
                continue;
            };
            if let Some(upper) = &mut cells[above] {
                upper.words.extend(lower.words);
                upper.extent = upper.extent.join(lower.extent);
                upper.bottom = lower.bottom;
            }
        }
    }
    cells.into_iter().flatten().collect()
}

/// Whether what begins a line of a header comes again on it below other words, so that those are groups of as many columns
/// each: `预算数` and `决算数`, each over 合计 and others.
fn repeats(lines: &Lines, pieces: &[Cell], above: usize, below: usize) -> bool {
    let said = |at: usize| text(lines, &pieces[at].words);
    let on_line = |at: &usize| pieces[*at].top == pieces[below].top;
    let first = (0..pieces.len()).find(on_line) == Some(below);
    let left = || (0..pieces.len()).all(|at| pieces[at].extent.from >= pieces[below].extent.from);
    let again = || {
        let mut others = (below + 1..pieces.len()).filter(on_line);
        others.any(|at| said(at) == said(below))
    };
    let same_above = (0..pieces.len())
        .filter(|&at| at != above && said(at) == said(above))
        .count();
    first && same_above == 0 && left() && again()
}

fn text(lines: &Lines, words: &[Piece]) -> String {
    words.iter().map(|word| lines.words(word.span)).collect()
}

/// Whether words break off within brackets, or before a last character, which heads no column by itself.
fn is_broken(lines: &Lines, pieces: &[Cell], above: usize, below: usize) -> bool {
    let single = |at: usize| {
        pieces.get(at).is_some_and(|cell| {
            cell.top == pieces[below].top
                && matches!(&cell.words[..], [only] if is_single(lines, only))
        })
    };
    // But 类, 款, 项.
    let before = (0..below).rev().take_while(|&at| single(at)).count();
    let run = before + (below..pieces.len()).take_while(|&at| single(at)).count();
    let (above, below) = (
        text(lines, &pieces[above].words),
        text(lines, &pieces[below].words),
    );
    let open = above.rfind(['（', '(']) > above.rfind(['）', ')']);
    open || below.starts_with(['（', '(', '）', ')']) || (1..3).contains(&run)
}

/// Whether two lines are one name, as only both together are, or with the side of the budget below: 附属单位 over 上缴收入,
/// 年初结转 over 和结余, 上缴上级 over 支出.
fn wraps(above: &str, below: &str) -> bool {
    let labels = &Grammar::embedded().concepts.labels;
    let means = |words: &str, of: fn(&Meaning) -> bool| {
        let meanings = labels.get(squeeze(words).as_str());
        meanings.is_some_and(|all| all.iter().any(of))
    };
    let is_money = |words: &str| means(words, |m| m.only != Some(Only::Count));
    let goes_on = below.starts_with(['和', '与', '及']) || means(below, |m| m.weak);
    is_money(&format!("{above}{below}")) && (goes_on || !is_money(above))
}

/// Whether a cell stands right below another.
pub(super) fn is_under(cell: &Cell, above: &Cell) -> bool {
    cell.top > above.bottom && cell.extent.distance(above.extent) == 0
}

/// The cells right over columns and those over several of them, both from left to right. Words may also stand over the
/// gap between two columns; where there are as many columns as cells without anything below, none do.
fn leaves(
    lines: &Lines,
    mut cells: Vec<Cell>,
    columns: &[Column],
    measure: Measure,
) -> (Vec<Cell>, Vec<Cell>) {
    cells.sort_by_key(|cell| (cell.extent.middle(), cell.top));
    let has_under = |cell: &Cell| cells.iter().any(|other| is_under(other, cell));
    let mut groups: Vec<bool> = cells.iter().map(has_under).collect();
    let mut count = groups.iter().filter(|group| !**group).count();
    let top = cells.iter().map(|cell| cell.top).min();
    // A subtotal has a group above it, which may be none but that beside it.
    let is_subtotal = |at: usize| squeeze(&text(lines, &cells[at].words)) == group::SUBTOTAL;
    let totalled = |at: usize| {
        let lower = |beside: usize| cells[beside].top > cells[at].bottom;
        [at - 1, at + 1]
            .into_iter()
            .any(|beside| is_subtotal(beside) && lower(beside))
    };
    // What is typed stands over its own column.
    let owned = |at: usize| match measure {
        Measure::Columns if !totalled(at) => own(&cells, &groups, columns, at),
        _ => None,
    };
    let mut between: Vec<(Option<bool>, usize)> = (1..cells.len().saturating_sub(1))
        .map(|at| (owned(at), at))
        .filter(|(amounts, _)| *amounts != Some(true))
        .collect();
    between.sort_by_key(|&(own, at)| (own.is_some(), cells[at].top));
    for (own, at) in between {
        let first = own.is_none() && Some(cells[at].top) == top;
        if (first || count != columns.len()) && !groups[at] && is_between(&cells, &groups, at) {
            groups[at] = true;
            count -= 1;
        }
    }
    let mut leaves = Vec::new();
    let mut over = Vec::new();
    for (cell, group) in cells.into_iter().zip(groups) {
        if group { &mut over } else { &mut leaves }.push(cell);
    }
    (leaves, over)
}

/// Whether the column that stands under a cell and under no other, if there is one, is of amounts.
fn own(cells: &[Cell], groups: &[bool], columns: &[Column], at: usize) -> Option<bool> {
    let over = |at: usize, column: &Column| cells[at].extent.distance(column.extent()) == 0;
    let alone = |column: &&Column| {
        over(at, column)
            && !(0..cells.len()).any(|other| other != at && !groups[other] && over(other, column))
    };
    columns
        .iter()
        .filter(alone)
        .map(|column| column.decimal)
        .max()
}

/// Whether the cells on both sides of one are lower and have nothing as high above them.
fn is_between(cells: &[Cell], groups: &[bool], at: usize) -> bool {
    let free = |other: usize| {
        let beside = &cells[other];
        let covers = |cell: &&Cell| is_under(beside, cell) && cell.top <= cells[at].bottom;
        beside.top > cells[at].bottom && !cells.iter().any(|cell| covers(&cell))
    };
    let left = (0..at).rev().find(|&other| !groups[other]);
    let right = (at + 1..cells.len()).find(|&other| !groups[other]);
    left.is_some_and(free) && right.is_some_and(free)
}

/// The columns of each leaf among all columns, the place of each column of numbers among them, and how many there are.
fn place(overs: &[Over], columns: usize) -> (Vec<Range<usize>>, Vec<usize>, usize) {
    let mut spans = Vec::with_capacity(overs.len());
    let mut places = Vec::with_capacity(columns);
    let mut width = 0;
    let mut upto = |column: usize, width: &mut usize| {
        while places.len() < column {
            places.push(*width);
            *width += 1;
        }
    };
    for over in overs {
        match over {
            Over::Columns(range) => {
                upto(range.start, &mut width);
                let start = width;
                upto(range.end, &mut width);
                spans.push(start..width);
            }
            Over::Nothing(before) => {
                upto(*before, &mut width);
                spans.push(width..width + 1);
                width += 1;
            }
        }
    }
    upto(columns, &mut width);
    (spans, places, width)
}

impl Header {
    fn new(
        leaves: &[Cell],
        groups: &[Cell],
        spans: &[Range<usize>],
        ranges: &[Range<usize>],
        places: Vec<usize>,
        width: usize,
    ) -> Self {
        // How many groups stand over a leaf.
        let depth = |leaf: usize| ranges.iter().filter(|range| range.contains(&leaf)).count();
        let height = (0..leaves.len()).map(depth).max().unwrap_or(0) + 1;
        let mut heads = Vec::with_capacity(leaves.len() + groups.len());
        for (at, group) in groups.iter().enumerate() {
            let range = ranges[at].clone();
            let (Some(first), Some(last)) =
                (spans.get(range.start), spans.get(range.end.wrapping_sub(1)))
            else {
                continue;
            };
            let row = (0..groups.len())
                .filter(|&other| {
                    groups[other].top < group.top && ranges[other].contains(&range.start)
                })
                .count();
            heads.push(Head {
                words: group.words.clone(),
                row,
                rows: 1,
                columns: first.start..last.end,
            });
        }
        for (at, leaf) in leaves.iter().enumerate() {
            let row = depth(at);
            heads.push(Head {
                words: leaf.words.clone(),
                row,
                rows: height - row,
                columns: spans[at].clone(),
            });
        }
        heads.sort_by_key(|head| (head.row, head.columns.start));
        Self {
            heads,
            height,
            places,
            width,
        }
    }
}
