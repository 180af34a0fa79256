//! The headings of a form's blocks: of its money, of its aims, of its indicators.

use std::ops::Range;

use super::super::page::Piece;
use super::super::{Lines, is_number};
use super::Row;
use crate::grammar::forms::{BudgetColumn, Field, IndicatorColumn, Vocabulary, key};

/// What the rows under a heading are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The money, a row a source.
    Money,
    /// 预期目标 beside 实际完成情况.
    Aims,
    /// The indicators.
    Indicators,
}

/// A heading: the rows that it takes, and what it has over each column.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    pub kind: Kind,
    pub rows: Range<usize>,
    pub columns: Vec<Head>,
    /// What stands on its left and names no column: the label of the block.
    pub margin: Vec<Piece>,
}

/// What stands over one column, on one line or wrapped over several.
#[derive(Debug, Clone)]
pub(super) struct Head {
    /// The words over several columns that are part of its name: 一级指标 over 名称 and 权重.
    pub group: Option<Piece>,
    pub pieces: Vec<Piece>,
    pub places: Range<usize>,
    /// What it is compared by.
    pub label: String,
}

impl Head {
    fn new(lines: &Lines, group: Option<Piece>, pieces: Vec<Piece>) -> Self {
        let from = pieces.iter().map(|piece| piece.from).min().unwrap_or(0);
        let to = pieces.iter().map(|piece| piece.to).max().unwrap_or(0);
        let words = group
            .iter()
            .chain(&pieces)
            .map(|piece| lines.words(piece.span));
        Self {
            label: key(&words.collect::<String>()),
            places: from..to,
            group,
            pieces,
        }
    }

    fn has(&self, piece: &Piece) -> bool {
        self.group.as_ref() == Some(piece) || self.pieces.contains(piece)
    }
}

/// How many columns the heading of the indicators names at least.
const HEADED: usize = 3;

/// How many lines the words of a heading are wrapped over at most.
const WRAPPED: usize = 4;

/// Whether a line may be one of a heading: several pieces, none of them a number.
pub(super) fn may_be(lines: &Lines, pieces: &[Piece]) -> bool {
    pieces.len() > 1
        && !pieces
            .iter()
            .any(|piece| is_number(lines.words(piece.span)))
}

/// The heading that has a row in its middle: of the lines around it those that together name most.
pub(super) fn read(
    lines: &Lines,
    rows: &[Row],
    at: usize,
    vocabulary: &Vocabulary,
) -> Option<Heading> {
    if !may_be(lines, &rows[at].pieces) {
        return None;
    }
    let joined = |from: usize, to: usize| !rows[from + 1..=to].iter().any(|row| row.apart);
    let first = (at.saturating_sub(WRAPPED - 1)..=at).filter(|&first| joined(first, at));
    let mut best: Option<(usize, Heading)> = None;
    for first in first {
        for last in at..rows.len().min(first + WRAPPED) {
            if !joined(at, last) {
                break;
            }
            let Some((named, heading)) = heading(lines, rows, first..last + 1, at, vocabulary)
            else {
                continue;
            };
            let better = best.as_ref().is_none_or(|(most, other)| {
                named > *most || named == *most && heading.rows.len() > other.rows.len()
            });
            if better {
                best = Some((named, heading));
            }
        }
    }
    best.map(|(_, heading)| heading)
}

/// The heading that some rows around a row are, with how many columns it names.
fn heading(
    lines: &Lines,
    rows: &[Row],
    range: Range<usize>,
    middle: usize,
    vocabulary: &Vocabulary,
) -> Option<(usize, Heading)> {
    let mut columns = heads(lines, &rows[range.clone()]);
    adopt(lines, &mut columns, vocabulary);
    if columns.iter().any(|head| {
        head.pieces
            .iter()
            .any(|piece| is_number(lines.words(piece.span)))
    }) {
        return None;
    }
    let indicators: Vec<Option<IndicatorColumn>> = columns
        .iter()
        .map(|head| Some(vocabulary.indicator_column(&head.label)?.0))
        .collect();
    let money: Vec<Option<BudgetColumn>> = columns
        .iter()
        .map(|head| Some(vocabulary.budget_column(&head.label)?.0))
        .collect();
    let fields: Vec<Option<Field>> = columns
        .iter()
        .map(|head| Some(vocabulary.field(&head.label)?.0))
        .collect();
    let (kind, named): (Kind, Vec<bool>) = if heads_indicators(&indicators) {
        (Kind::Indicators, named(&indicators))
    } else if heads_money(&money) {
        (Kind::Money, named(&money))
    } else if [Field::AnnualTarget, Field::TargetCompletion]
        .iter()
        .all(|field| fields.contains(&Some(*field)))
    {
        (Kind::Aims, named(&fields))
    } else {
        return None;
    };
    let count = named.iter().filter(|named| **named).count();
    let first = named.iter().position(|named| *named)?;
    // Words on the other lines that a heading is wrapped over are of a named column, or stand beside the heading.
    let margin = columns[first].places.start;
    let is_wrapped = |piece: &Piece| {
        let mut heads = columns.iter().zip(&named);
        heads.any(|(head, named)| *named && head.has(piece))
    };
    let wrapped = |at: usize| {
        rows[at]
            .pieces
            .iter()
            .filter(|piece| is_wrapped(piece))
            .count()
    };
    // Beside it stands one label at most.
    let all_wrap = range.clone().all(|at| {
        let beside = |piece: &&Piece| !is_wrapped(piece);
        let mut beside = rows[at].pieces.iter().filter(beside);
        let is_margin = beside.next().is_none_or(|piece| piece.to <= margin);
        wrapped(at) > 0 && (at == middle || is_margin && beside.next().is_none())
    });
    if !all_wrap || wrapped(middle) < 2 || count * 2 <= columns.len() {
        return None;
    }
    let margin = columns
        .drain(..first)
        .flat_map(|head| head.pieces)
        .collect();
    let heading = Heading {
        kind,
        rows: range,
        columns,
        margin,
    };
    Some((count, heading))
}

/// Words above a column, or between two, are those of a group if together with them the column on the left has a name,
/// which has none by itself.
fn adopt(lines: &Lines, columns: &mut Vec<Head>, vocabulary: &Vocabulary) {
    let is_named = |head: &Head| vocabulary.indicator_column(&head.label).is_some();
    let part_of = |group: &Piece, head: &Head| {
        let is_below = head.pieces.len() == 1 && group.span.end < head.pieces[0].span.start;
        let joined = Head::new(lines, Some(group.clone()), head.pieces.clone());
        (head.group.is_none() && is_below && is_named(&joined)).then_some(joined)
    };
    let mut at = 1;
    while at < columns.len() {
        let (before, head) = (&columns[at - 1], &columns[at]);
        let (group, own) = match (&head.group, head.pieces.as_slice()) {
            (Some(group), [own]) | (None, [group, own]) => (group.clone(), Some(own.clone())),
            (None, [group]) => (group.clone(), None),
            _ => {
                at += 1;
                continue;
            }
        };
        let left = part_of(&group, before).filter(|_| !is_named(before));
        match (left, own) {
            (Some(left), Some(own)) => {
                columns[at - 1] = left;
                columns[at] = Head::new(lines, Some(group), vec![own]);
            }
            (Some(left), None) => {
                let right = columns.get(at + 1).and_then(|right| part_of(&group, right));
                if let Some(right) = right {
                    columns[at - 1] = left;
                    columns[at + 1] = right;
                    columns.remove(at);
                }
            }
            _ => {}
        }
        at += 1;
    }
}

fn named<T>(columns: &[Option<T>]) -> Vec<bool> {
    columns.iter().map(Option::is_some).collect()
}

/// Whether columns are those of indicators: enough of them, a level among them, and a score or what was achieved.
pub(in super::super) fn heads_indicators(columns: &[Option<IndicatorColumn>]) -> bool {
    use IndicatorColumn::{Actual, Level1, Level2, Level3, Score};
    let has = |column| columns.contains(&Some(column));
    let mut named: Vec<IndicatorColumn> = columns.iter().copied().flatten().collect();
    named.sort_unstable();
    named.dedup();
    named.len() >= HEADED
        && [Level1, Level2, Level3].into_iter().any(has)
        && [Score, Actual].into_iter().any(has)
}

/// Whether columns are those of money: two amounts, or one and its rate.
pub(in super::super) fn heads_money(columns: &[Option<BudgetColumn>]) -> bool {
    use BudgetColumn::{Adjusted, Approved, Executed, Rate, Received};
    let has = |&column: &BudgetColumn| columns.contains(&Some(column));
    let amounts = [Approved, Adjusted, Received, Executed]
        .iter()
        .filter(|column| has(column));
    match amounts.count() {
        0 => false,
        1 => has(&Rate),
        _ => true,
    }
}

/// What stands over each column.
fn heads(lines: &Lines, rows: &[Row]) -> Vec<Head> {
    let mut heads = Vec::new();
    for stack in stacks(rows) {
        let lowest = stack.last().map(|(row, _)| *row);
        let (mut above, below): (Vec<_>, Vec<_>) =
            stack.into_iter().partition(|(row, _)| Some(*row) != lowest);
        let below = below.into_iter().map(|(_, piece)| piece);
        match above.as_mut_slice() {
            [(_, group)] if below.len() > 1 => {
                heads.extend(below.map(|own| Head::new(lines, Some(group.clone()), vec![own])));
            }
            _ => {
                let above = above.into_iter().map(|(_, piece)| piece);
                heads.push(Head::new(lines, None, above.chain(below).collect()));
            }
        }
    }
    heads
}

/// Pieces that stand over each other, each with its row, from the top down.
pub(super) type Stack = Vec<(usize, Piece)>;

/// The pieces of rows, those that stand over each other together, from left to right.
pub(super) fn stacks(rows: &[Row]) -> Vec<Stack> {
    let rows = rows.iter().enumerate();
    let mut pieces: Stack = rows
        .flat_map(|(row, line)| line.pieces.iter().map(move |piece| (row, piece.clone())))
        .collect();
    pieces.sort_by_key(|(row, piece)| (piece.from, *row));
    let mut stacks: Vec<Stack> = Vec::new();
    let mut end = 0;
    for (row, piece) in pieces {
        let (from, to) = (piece.from, piece.to);
        match stacks.last_mut() {
            Some(stack) if from < end => stack.push((row, piece)),
            _ => stacks.push(vec![(row, piece)]),
        }
        end = end.max(to);
    }
    for stack in &mut stacks {
        stack.sort_by_key(|(row, piece)| (*row, piece.from));
    }
    stacks
}
