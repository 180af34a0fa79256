//! The parts of a form, each under its heading.

use std::ops::Range;

use super::super::page::{Measure, Piece, overlap};
use super::super::{Lines, is_number};
use super::column::Columns;
use super::heading::{self, Heading, Kind};
use super::{Placed, Row, vocabulary};
use crate::grammar::forms::{Field, Vocabulary, key};

/// The rows of a form while they are read.
pub(super) struct Form<'f, 'l> {
    pub lines: &'f Lines<'l>,
    pub rows: Vec<Row>,
    pub vocabulary: &'static Vocabulary,
    pub measure: Measure,
}

/// A part of a form: its rows under its heading, if it has one.
#[derive(Debug)]
struct Block {
    heading: Option<Heading>,
    rows: Range<usize>,
}

/// What the first words of a row label.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowLabel {
    /// A field; none for the rows that close a form.
    pub field: Option<Field>,
    /// How many lines the label is wrapped over.
    pub lines: usize,
}

/// How many characters words before a colon have at most that are a label.
const LABEL: usize = 16;

/// How many lines a label is wrapped over at most, beside the first.
const WRAPPED: usize = 3;

impl<'f, 'l> Form<'f, 'l> {
    /// The form that some lines are.
    pub fn new(lines: &'f Lines<'l>, region: &[usize]) -> Self {
        let mut form = Self {
            lines,
            rows: Vec::new(),
            vocabulary: vocabulary(),
            measure: Measure::of(lines, region.iter().copied()),
        };
        let above = std::iter::once(None).chain(region.iter().copied().map(Some));
        form.rows = above
            .zip(region)
            .map(|(above, &line)| Row {
                line,
                pieces: form.pieces(line),
                apart: above.is_some_and(|above| above + 1 < line),
            })
            .collect();
        form
    }

    /// The pieces of a line, labels of columns with one space between them parted: 一级指标 二级指标.
    fn pieces(&self, line: usize) -> Vec<Piece> {
        let is_label = |piece: &Piece| {
            let label = key(self.words(piece));
            self.vocabulary.indicator_column(&label).is_some()
                || self.vocabulary.budget_column(&label).is_some()
        };
        let parted = |piece: Piece| {
            let words = self.measure.words_of(self.lines, &piece);
            match words.len() > 1 && words.iter().all(is_label) {
                true => words,
                false => vec![piece],
            }
        };
        let pieces = self.measure.pieces(self.lines, line).into_iter();
        pieces.flat_map(parted).collect()
    }

    /// What a piece says.
    pub fn words(&self, piece: &Piece) -> &'l str {
        self.lines.words(piece.span)
    }

    /// What pieces say together.
    pub fn joined<'p>(&self, pieces: impl IntoIterator<Item = &'p Piece>) -> String {
        pieces.into_iter().map(|piece| self.words(piece)).collect()
    }

    /// Whether a piece is a number, or stands for none.
    pub fn is_number(&self, piece: &Piece) -> bool {
        is_number(self.words(piece))
    }

    /// The cells of the form, if it has indicators.
    pub fn place(&self) -> Option<Vec<Placed>> {
        let blocks = self.blocks();
        let kind = |block: &Block| block.heading.as_ref().map(|heading| heading.kind);
        if !blocks
            .iter()
            .any(|block| kind(block) == Some(Kind::Indicators))
        {
            return None;
        }
        let mut placed = Vec::new();
        let mut row = 0;
        for Block { heading, rows } in blocks {
            row += match heading {
                None => self.place_fields(rows, row, &mut placed),
                Some(heading) if heading.kind == Kind::Aims => {
                    self.place_aims(&heading, rows, row, &mut placed)
                }
                Some(heading) => self.place_rows(&heading, rows, row, &mut placed),
            };
        }
        Some(placed)
    }

    /// Parts the rows where a heading stands, and where labels follow on a block under one.
    fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut open = Block {
            heading: None,
            rows: 0..0,
        };
        let mut at = 0;
        while at < self.rows.len() {
            let heading = heading::read(self.lines, &self.rows, at, self.vocabulary)
                .filter(|heading| heading.rows.start >= open.rows.start);
            let (end, next) = match heading {
                Some(heading) => {
                    let rows = heading.rows.clone();
                    let block = Block {
                        rows: rows.end..rows.end,
                        heading: Some(heading),
                    };
                    at = rows.end;
                    (rows.start, block)
                }
                None if self.ends(&open, at) => {
                    let block = Block {
                        rows: at..at,
                        heading: None,
                    };
                    at += 1;
                    (at - 1, block)
                }
                None => {
                    at += 1;
                    continue;
                }
            };
            open.rows.end = end;
            blocks.push(std::mem::replace(&mut open, next));
        }
        open.rows.end = self.rows.len();
        blocks.push(open);
        blocks
    }

    /// Whether a row follows on a block under a heading and is none of it: it begins, at the margin or in the first
    /// column, with the label of a field or of the rows that close a form.
    fn ends(&self, block: &Block, at: usize) -> bool {
        let (Some(heading), Some(label)) = (&block.heading, self.label(at)) else {
            return false;
        };
        let pieces = &self.rows[at].pieces;
        let second = heading.columns.get(1).map(|head| head.places.start);
        if pieces.first().map(|piece| piece.from) >= second {
            return false;
        }
        match (label.field, heading.kind) {
            (Some(field), Kind::Aims) => !self.vocabulary.below(field),
            (Some(Field::TotalScore | Field::TotalWeight), _) => {
                !pieces.iter().any(|piece| self.is_number(piece))
            }
            _ => true,
        }
    }

    /// What the first words of a row label, with those wrapped below them, or words before a colon.
    pub fn label(&self, at: usize) -> Option<RowLabel> {
        let first = self.rows[at].pieces.first()?;
        let mut words = self.words(first).to_owned();
        let before_colon = words.split([':', '：']).next().unwrap_or_default();
        let mut whole = (before_colon.chars().count() <= LABEL)
            .then(|| self.said(before_colon, 1))
            .flatten();
        for (lines, row) in (2..).zip(self.rows[at..].iter().skip(1).take(WRAPPED)) {
            let Some(next) = row.pieces.first().filter(|next| {
                !row.apart && overlap(&first.places(), &next.places()) && !self.is_number(next)
            }) else {
                break;
            };
            words.push_str(self.words(next));
            whole = self.said(&words, lines).or(whole);
        }
        whole
    }

    /// What words on so many lines label.
    fn said(&self, words: &str, lines: usize) -> Option<RowLabel> {
        let label = key(words);
        let field = self.vocabulary.field(&label).map(|(field, _)| field);
        let is_label = match field {
            Some(field) => field != Field::Year,
            None => self.vocabulary.is_closing(&label),
        };
        is_label.then_some(RowLabel { field, lines })
    }

    /// The rows of a block, led by what stands beside its heading.
    pub fn led(&self, heading: &Heading, rows: Range<usize>) -> Vec<Row> {
        let lead = Row {
            line: self.rows[heading.rows.start].line,
            pieces: heading.margin.clone(),
            apart: false,
        };
        let rows = self.rows[rows].iter().cloned();
        std::iter::once(lead).chain(rows).collect()
    }

    /// Adds the heading of a block from a row on; gives the rows that it takes.
    pub fn place_heads(
        &self,
        heading: &Heading,
        columns: &Columns,
        row: usize,
        placed: &mut Vec<Placed>,
    ) -> Range<usize> {
        let heads = &heading.columns;
        let grouped = heads.iter().any(|head| head.group.is_some());
        let rows = row..row + 1 + usize::from(grouped);
        let mut from = columns.margins;
        for group in heads.chunk_by(|a, b| a.group.is_some() && a.group == b.group) {
            let mut first = row;
            if let Some(piece) = &group[0].group {
                first += 1;
                placed.push(Placed {
                    rows: row..first,
                    columns: from..from + group.len(),
                    pieces: vec![piece.clone()],
                });
            }
            for head in group {
                placed.push(Placed {
                    rows: first..rows.end,
                    columns: from..from + 1,
                    pieces: head.pieces.clone(),
                });
                from += 1;
            }
        }
        rows
    }
}
