//! The columns of a block: those that its heading names, and those on the left of them that have none.

use std::ops::Range;

use super::super::page::{Piece, gap, overlap};
use super::Row;
use super::heading::Head;

/// The columns of a block, from left to right: their places on the page, and how many of the first have no heading.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    places: Vec<Range<usize>>,
    /// The places of their headings; of a column without one its own.
    heads: Vec<Range<usize>>,
    pub margins: usize,
}

impl Columns {
    /// Finds the columns of rows under a heading. A word belongs to the heading that it stands under; what stands under
    /// none belongs to the one beside it that has nothing else in its rows. `in_order` gives the pieces of a row that
    /// stand under all headings in their order, wherever their places are.
    pub fn find<'r>(
        heads: &[Head],
        rows: &'r [Row],
        in_order: impl Fn(&'r Row) -> &'r [Piece],
    ) -> Self {
        let heads: Vec<Range<usize>> = heads.iter().map(|head| head.places.clone()).collect();
        let mut places = heads.clone();
        let mut used: Vec<Vec<bool>> = vec![vec![false; rows.len()]; heads.len()];
        let mut loose: Vec<(usize, Range<usize>)> = Vec::new();
        for (row, line) in rows.iter().enumerate() {
            // Of two words under one heading the one that stands more under it is of the column.
            let mut under: Vec<Option<Range<usize>>> = vec![None; heads.len()];
            let ordered = in_order(line);
            for (under, piece) in under.iter_mut().zip(ordered) {
                *under = Some(piece.places());
            }
            let others = line.pieces.iter().filter(|piece| !ordered.contains(piece));
            for piece in others.map(Piece::places) {
                let mut over = (0..heads.len()).filter(|&at| overlap(&heads[at], &piece));
                match (over.next(), over.next()) {
                    (Some(at), None) => match &under[at] {
                        Some(other) if share(other, &heads[at]) > share(&piece, &heads[at]) => {
                            loose.push((row, piece));
                        }
                        _ => loose.extend(under[at].replace(piece).map(|other| (row, other))),
                    },
                    (None, _) => loose.push((row, piece)),
                    _ => {}
                }
            }
            for (at, piece) in under.into_iter().enumerate() {
                if let Some(piece) = piece {
                    widen(&mut places, at, &piece);
                    used[at][row] = true;
                }
            }
        }
        loose.sort_by_key(|(_, piece)| (piece.start, piece.end));
        let mut margins: Vec<Range<usize>> = Vec::new();
        for cluster in clusters(loose) {
            match home(&cluster, &places, &used) {
                Some(at) => {
                    widen(&mut places, at, &cluster.places);
                    for row in cluster.rows {
                        used[at][row] = true;
                    }
                }
                None => margins.push(cluster.places),
            }
        }
        let count = margins.len();
        Self {
            heads: [margins.as_slice(), &heads].concat(),
            places: [margins, places].concat(),
            margins: count,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// The columns that each piece of a line takes.
    pub fn of(&self, pieces: &[Piece]) -> Vec<Range<usize>> {
        let mut all: Vec<Range<usize>> = Vec::with_capacity(pieces.len());
        for (index, piece) in pieces.iter().enumerate() {
            let mut own = self.under(&piece.places());
            // A column that the piece before stands under as well is of the one that stands more under it.
            if let Some(before) = all.last_mut()
                && before.end > own.start
            {
                let column = &self.places[own.start];
                let other = pieces[index - 1].places();
                if share(&other, column) >= share(&piece.places(), column) && own.len() > 1 {
                    own.start += 1;
                } else if before.len() > 1 {
                    before.end -= 1;
                } else if share(&other, column) < share(&piece.places(), column)
                    && let Some(left) = self.left_of(before.start, &other)
                {
                    *before = left..left + 1;
                }
            }
            all.push(own);
        }
        all
    }

    /// The columns that a piece stands under: the one that it stands most under, and those whose headings it covers.
    fn under(&self, piece: &Range<usize>) -> Range<usize> {
        let over = |at: &usize| overlap(&self.places[*at], piece);
        let distance = |at: &usize| gap(&self.places[*at], piece);
        let common = |at: &usize| common(&self.places[*at], piece);
        let most = (0..self.len()).filter(over).rev().max_by_key(common);
        let Some(most) = most else {
            let nearest = (0..self.len()).min_by_key(distance).unwrap_or(0);
            return nearest..nearest + 1;
        };
        let covers = |at: &usize| common(at) > 0 && contains(piece, &self.heads[*at]);
        let first = (0..most).rev().take_while(covers).last().unwrap_or(most);
        let last = (most + 1..self.len())
            .take_while(covers)
            .last()
            .unwrap_or(most);
        first..last + 1
    }

    /// The column on the left of one that a piece reaches into as well.
    fn left_of(&self, column: usize, piece: &Range<usize>) -> Option<usize> {
        let left = column.checked_sub(1)?;
        overlap(&self.places[left], piece).then_some(left)
    }
}

/// How many places two ranges have in common.
fn common(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// How much of a piece stands under a column, in thousandths.
fn share(piece: &Range<usize>, column: &Range<usize>) -> usize {
    common(piece, column) * 1000 / piece.len().max(1)
}

fn contains(piece: &Range<usize>, column: &Range<usize>) -> bool {
    piece.start <= column.start && column.end <= piece.end
}

/// Makes a column as wide as a piece, as far as its neighbours let it.
fn widen(columns: &mut [Range<usize>], at: usize, piece: &Range<usize>) {
    let least = at.checked_sub(1).map_or(0, |left| columns[left].end);
    let most = columns.get(at + 1).map_or(usize::MAX, |right| right.start);
    let column = &mut columns[at];
    column.start = column.start.min(piece.start.max(least));
    column.end = column.end.max(piece.end.min(most));
}

/// Pieces of several rows that stand over each other.
struct Cluster {
    places: Range<usize>,
    rows: Vec<usize>,
}

fn clusters(pieces: Vec<(usize, Range<usize>)>) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for (row, piece) in pieces {
        match clusters.last_mut() {
            Some(cluster) if overlap(&cluster.places, &piece) => {
                cluster.places.end = cluster.places.end.max(piece.end);
                cluster.rows.push(row);
            }
            _ => clusters.push(Cluster {
                places: piece,
                rows: vec![row],
            }),
        }
    }
    clusters
}

/// The column that pieces under no heading are of; `None` for one of their own, on the left of all headings.
fn home(cluster: &Cluster, columns: &[Range<usize>], used: &[Vec<bool>]) -> Option<usize> {
    let right = columns.partition_point(|column| column.start <= cluster.places.start);
    let Some(left) = right.checked_sub(1) else {
        // Words on the left of all headings are those of the first if it has none under it.
        return used
            .first()
            .is_some_and(|rows| !rows.contains(&true))
            .then_some(0);
    };
    let mut over = (0..columns.len()).filter(|&at| overlap(&columns[at], &cluster.places));
    if let (Some(at), None) = (over.next(), over.next()) {
        return Some(at);
    }
    if right >= columns.len() {
        return Some(left);
    }
    let shared = |at: usize| cluster.rows.iter().filter(|&&row| used[at][row]).count();
    let distance = |at: usize| gap(&columns[at], &cluster.places);
    let key = |at: usize| (shared(at), distance(at));
    Some(if key(left) <= key(right) { left } else { right })
}
