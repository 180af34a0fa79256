//! Which lines are a form.

use super::super::Lines;
use super::super::page::{Measure, is_parted};
use super::{heading, vocabulary};
use crate::document::caption::is_title;
use crate::grammar::forms::{Field, key};

/// The longest line of a form, in bytes.
const LONGEST: usize = 1000;
/// How far from the margin words begin that are no paragraph.
const INDENT: usize = 6;
/// How many characters a label at the margin has at most.
const LABEL: usize = 12;
/// How many blank lines may stand within a form.
const BLANK: usize = 2;

/// Whether a line of several pieces and without numbers names a level of indicators.
pub(super) fn names_level(lines: &Lines, at: usize) -> bool {
    let line = lines.line(at);
    if line.len() > LONGEST || !is_parted(line) {
        return false;
    }
    let pieces = Measure::Columns.pieces(lines, at);
    heading::may_be(lines, &pieces)
        && pieces.iter().any(|piece| {
            let column = vocabulary().indicator_column(&key(lines.words(piece.span)));
            column.is_some_and(|(column, _)| column.is_level())
        })
}

/// What a line is by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// Nothing stands on it.
    Blank,
    /// The number of its page.
    PageNumber,
    /// Several pieces.
    Parted,
    /// Words of one cell.
    Cell,
    /// Words that are none of a form: a title, a sentence at the margin.
    Other,
}

fn look(lines: &Lines, at: usize) -> Look {
    let line = lines.line(at);
    let words = line.trim();
    if words.is_empty() {
        return Look::Blank;
    }
    if is_page_number(line) {
        return Look::PageNumber;
    }
    if line.len() > LONGEST {
        return Look::Other;
    }
    if is_parted(line) {
        return Look::Parted;
    }
    let spaces = line.chars().take_while(|c| c.is_whitespace());
    let indent: usize = spaces.map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    let is_label = words.chars().count() <= LABEL && !lines.is_sentence(at);
    match is_title(words) || indent < INDENT && !is_label {
        true => Look::Other,
        false => Look::Cell,
    }
}

/// The lines of the form around a line, none of them above `least`, without blank ones and the numbers of pages.
pub(super) fn around(lines: &Lines, taken: &[bool], least: usize, start: usize) -> Vec<usize> {
    let above = run(lines, taken, (least..start).rev());
    let below = run(lines, taken, start + 1..lines.len());
    // Nothing of a form stands above its name but a line of labels.
    let named = above.iter().position(|&at| names_project(lines, at));
    let upto = named.map_or(above.len(), |at| at + 1);
    let labelled = above[upto..]
        .iter()
        .take_while(|&&at| lines.line(at).contains([':', '：']) && is_parted(lines.line(at)))
        .count();
    let above = above[..upto + labelled].iter().rev();
    let region: Vec<usize> = above.copied().chain([start]).chain(below).collect();
    let parted = |&at: &usize| is_parted(lines.line(at));
    let first = region.iter().position(parted).unwrap_or(0);
    let last = region.iter().rposition(parted).unwrap_or(0);
    // Below its last row words of a cell may go on.
    let rest = region[last..]
        .windows(2)
        .take_while(|pair| pair[0] + 1 == pair[1])
        .count();
    region[first..=last + rest].to_vec()
}

/// The lines that follow each other as those of a form may.
fn run(lines: &Lines, taken: &[bool], range: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut kept = Vec::new();
    let mut blank = 0;
    for at in range {
        match look(lines, at) {
            _ if taken[at] => break,
            Look::Other => break,
            Look::Blank if blank == BLANK => break,
            Look::Blank => blank += 1,
            Look::PageNumber => {}
            Look::Parted | Look::Cell => {
                blank = 0;
                kept.push(at);
            }
        }
    }
    kept
}

/// Whether a line begins with the label of what the form is about.
fn names_project(lines: &Lines, at: usize) -> bool {
    let pieces = Measure::Columns.pieces(lines, at);
    let field = pieces
        .first()
        .and_then(|piece| vocabulary().field(&key(lines.words(piece.span))));
    matches!(field, Some((Field::ProjectName, _)))
}

/// Whether a line is the number of its page: — 3 —, 第3页, 3/12.
fn is_page_number(line: &str) -> bool {
    let words = line.trim();
    // Several numbers apart are the points of a row.
    (words.contains('页') || !is_parted(line))
        && words.chars().any(char::is_numeric)
        && words
            .chars()
            .all(|c| c.is_whitespace() || c.is_numeric() || "-—–－─第页共/".contains(c))
}
