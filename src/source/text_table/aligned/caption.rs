//! What stands above a table in cells that are too narrow for it: `单位：万` with `元` two lines below.

use std::ops::Range;

use super::super::Lines;
use super::super::page::{Measure, Piece, overlap};
use crate::document::caption::{is_title, squeeze};

/// Lines above a table whose cells go on below each other.
#[derive(Debug)]
pub(super) struct Torn {
    /// Its lines among those with words of the page.
    pub lines: Range<usize>,
    /// The words of its cells, from left to right.
    pub cells: Vec<Vec<Piece>>,
}

/// How many lines of words lie at most between the first line of a cell and its last.
const HIGHEST: usize = 4;
/// The longest words that the unit of a table stands in, in bytes once squeezed.
const LONGEST: usize = 60;
/// The longest words that complete it: `位：万元`.
const LONGEST_END: usize = 24;

/// Finds such lines among those of a page with words.
pub(super) fn torn(lines: &Lines, page: &[usize], measure: Measure) -> Vec<Torn> {
    let mut found: Vec<Torn> = Vec::new();
    for first in 0..page.len() {
        let begun = found.last().is_some_and(|torn| first < torn.lines.end);
        if begun {
            continue;
        }
        let may_end = |at: &usize| lines.line(page[*at]).contains('元');
        let mut ends = (first + 1..page.len().min(first + HIGHEST))
            .take_while(|&at| page[at] - page[first] <= HIGHEST && !is_title(lines.line(page[at])))
            .filter(may_end)
            .peekable();
        if ends.peek().is_none() {
            continue;
        }
        let Some(piece) = measure.pieces(lines, page[first]).pop() else {
            continue;
        };
        let last = ends.find(|&at| completes(lines, measure, &piece, page[at]));
        if let Some(last) = last {
            found.push(whole(lines, page, measure, first, last));
        }
    }
    found
}

/// Whether the last words of a line complete the unit of a table that stands above them.
fn completes(lines: &Lines, measure: Measure, above: &Piece, line: usize) -> bool {
    let pieces = measure.pieces(lines, line);
    let Some(end) = pieces.last() else {
        return false;
    };
    let begin = squeeze(lines.words(above.span));
    let rest = squeeze(lines.words(end.span));
    let inside = above.from <= end.from && end.to <= above.to;
    let short = begin.len() <= LONGEST && rest.len() <= LONGEST_END;
    inside && short && !is_unit(&begin) && is_unit(&format!("{begin}{rest}"))
}

/// Whether words end by saying a unit: `公开05表单位:万元`.
fn is_unit(words: &str) -> bool {
    let said = words.rsplit_once("单位:").map(|(_, unit)| unit);
    said.is_some_and(|unit| unit.ends_with('元') && unit.chars().count() <= 4)
}

/// The lines around with all their cells: what stands right above or below them goes on with one of these.
fn whole(lines: &Lines, page: &[usize], measure: Measure, first: usize, last: usize) -> Torn {
    let mut range = first..last + 1;
    let mut cells: Vec<Vec<Piece>> = Vec::new();
    for &at in &page[range.clone()] {
        for piece in measure.pieces(lines, at) {
            add(&mut cells, piece);
        }
    }
    // One line of a cell at the left may stand above the others, and one below.
    let labelled = |piece: &Piece| lines.words(piece.span).contains(['：', ':']);
    if let Some(before) = first
        .checked_sub(1)
        .filter(|&at| page[at] + 1 == page[first])
        && let [only] = &measure.pieces(lines, page[before])[..]
        && labelled(only)
    {
        range.start = before;
        match under(&cells, only) {
            Some(cell) => cells[cell].insert(0, only.clone()),
            None => cells.push(vec![only.clone()]),
        }
    }
    if let Some(&line) = page.get(last + 1).filter(|&&line| line == page[last] + 1)
        && let [only] = &measure.pieces(lines, line)[..]
        && let Some(cell) = under(&cells, only)
        && labelled(&cells[cell][0])
    {
        range.end += 1;
        cells[cell].push(only.clone());
    }
    cells.sort_by_key(|cell| cell[0].from);
    Torn {
        lines: range,
        cells,
    }
}

/// Adds words to the cell that they stand under, or as one of its own.
fn add(cells: &mut Vec<Vec<Piece>>, piece: Piece) {
    match under(cells, &piece) {
        Some(cell) => cells[cell].push(piece),
        None => cells.push(vec![piece]),
    }
}

/// The only cell that words stand under.
fn under(cells: &[Vec<Piece>], piece: &Piece) -> Option<usize> {
    let over = |cell: &Vec<Piece>| {
        cell.iter()
            .any(|word| overlap(&word.places(), &piece.places()))
    };
    let mut over = (0..cells.len()).filter(|&at| over(&cells[at]));
    let first = over.next();
    over.next().is_none().then_some(first)?
}

/// Whether words are a label and what stands for it: `部门：甲局`. But `其中：教育收费` is a head.
pub(super) fn is_labelled(words: &str) -> bool {
    let mut colons = words.match_indices([':', '：']);
    colons.any(|(at, _)| !words[..at].ends_with("其中"))
}
