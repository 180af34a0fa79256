//! The rest of a table on the next page, without its header: which of the columns are which.

use super::column::{Column, EDGE};
use super::fit::Extent;

/// What is known of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Told {
    extent: Extent,
    kind: Kind,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Words,
    /// Whole numbers: codes, or those of the rows.
    Whole,
    Amounts,
    /// Nothing yet.
    Empty,
}

impl Told {
    /// What is known of all columns; `found` are those that have words in the rows.
    pub fn all(columns: &[Column], found: &[usize]) -> Vec<Self> {
        let kind = |at: usize, column: &Column| match column {
            _ if !found.contains(&at) => Kind::Empty,
            column if column.decimal => Kind::Amounts,
            column if column.whole => Kind::Whole,
            _ => Kind::Words,
        };
        let told = |(at, column): (usize, &Column)| Self {
            extent: column.extent(),
            kind: kind(at, column),
        };
        columns.iter().enumerate().map(told).collect()
    }

    /// Takes over what another page tells of the column.
    pub fn add(&mut self, other: &Self) {
        if self.kind == Kind::Empty {
            self.kind = other.kind;
        }
    }

    fn is_amounts(&self) -> bool {
        self.kind == Kind::Amounts
    }

    /// Whether another page's column may be this one.
    fn fits(&self, rest: &Self) -> bool {
        self.kind == rest.kind || self.kind == Kind::Empty
    }
}

/// The columns of a table that those of its rest are, by where they stand: each over one alone.
pub(super) fn by_places(rest: &[Told], whole: &[Told]) -> Option<Vec<usize>> {
    let mut places = Vec::with_capacity(rest.len());
    for column in rest {
        let mut over = (0..whole.len()).filter(|&at| whole[at].extent.distance(column.extent) == 0);
        let (only, None) = (over.next()?, over.next()) else {
            return None;
        };
        let ordered = places.last().is_none_or(|&last| last < only);
        if !ordered || !whole[only].fits(column) {
            return None;
        }
        places.push(only);
    }
    Some(places)
}

/// The columns of a table that those of its rest are, by what they hold and their order, where there is one way alone. A
/// ledger may have no rows left, and the last columns of codes no words. Where a column without words may be meant as well,
/// those that have words are, if they stand as far apart as those of the rest.
pub(super) fn by_kinds(rest: &[Told], whole: &[Told]) -> Option<Vec<usize>> {
    let fits = |place: &Told, column: &Told| place.fits(column);
    let filled = |place: &Told, column: &Told| place.kind == column.kind;
    let spaced = |places: &Vec<usize>| {
        let amounts = |pair: &usize| rest[*pair..*pair + 2].iter().all(Told::is_amounts);
        (0..rest.len().saturating_sub(1)).filter(amounts).all(|at| {
            let (here, there) = (
                &rest[at..at + 2],
                [whole[places[at]], whole[places[at + 1]]],
            );
            let step = |columns: &[Told], end: fn(Extent) -> usize| {
                end(columns[1].extent).abs_diff(end(columns[0].extent))
            };
            let same = |end| step(here, end).abs_diff(step(&there, end)) <= EDGE;
            same(|extent| extent.from) || same(|extent| extent.to)
        })
    };
    only_way(rest, whole, fits).or_else(|| only_way(rest, whole, filled).filter(spaced))
}

/// The columns of a table that those of its rest are in order, where there is one way alone in which they fit.
fn only_way(
    rest: &[Told],
    whole: &[Told],
    fits: impl Fn(&Told, &Told) -> bool,
) -> Option<Vec<usize>> {
    let is_whole = |at: usize| whole[at].kind == Kind::Whole;
    // Codes fill their columns from the left.
    let begins = |place: usize| place == 0 || !is_whole(place) || !is_whole(place - 1);
    let follows = |place: usize, next: usize| {
        let skipped = &whole[place + 1..next];
        skipped.iter().all(|column| column.kind != Kind::Words)
            && (next == place + 1 || begins(next))
    };
    // For each column of the rest the ways to go on from each place, and the next place of one of them.
    let mut ways: Vec<Vec<(usize, usize)>> = Vec::with_capacity(rest.len());
    for (at, column) in rest.iter().enumerate().rev() {
        let row = (0..whole.len()).map(|place| match (fits(&whole[place], column), ways.last()) {
            (false, _) => (0, 0),
            (true, None) => (1, 0),
            (true, Some(after)) => {
                let next = (place + 1..whole.len())
                    .filter(|&next| after[next].0 > 0 && follows(place, next));
                next.fold((0, 0), |(sum, _), next| {
                    ((sum + after[next].0).min(2), next)
                })
            }
        });
        let row: Vec<(usize, usize)> = row
            .enumerate()
            .map(|(place, way)| if at > 0 || begins(place) { way } else { (0, 0) })
            .collect();
        ways.push(row);
    }
    ways.reverse();
    let first = ways.first()?;
    let all: usize = first.iter().map(|way| way.0).sum();
    let mut place = (0..whole.len())
        .find(|&place| first[place].0 > 0)
        .filter(|_| all == 1)?;
    let mut places = Vec::with_capacity(rest.len());
    for row in &ways {
        places.push(place);
        place = row[place].1;
    }
    Some(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(kinds: &str) -> Vec<Told> {
        let told = |(at, c): (usize, char)| Told {
            extent: Extent {
                from: 10 * at,
                to: 10 * at + 4,
            },
            kind: match c {
                'w' => Kind::Words,
                'n' => Kind::Whole,
                'a' => Kind::Amounts,
                _ => Kind::Empty,
            },
        };
        kinds.chars().enumerate().map(told).collect()
    }

    #[test]
    fn columns_of_the_rest_by_what_they_hold() {
        for (rest, whole, places) in [
            ("nwaaa", "nwaaa", Some(&[0, 1, 2, 3, 4][..])),
            ("nwaaa", "nw.aa", Some(&[0, 1, 2, 3, 4])),
            // Which of the columns of amounts has none is not known.
            ("nwaa", "nwaaa", None),
            ("nwaa", "nwa.a.", None),
            // As far apart as those that have words.
            ("nwaa", "nwaa..", Some(&[0, 1, 2, 3])),
            // The rest of one of two ledgers, if it can be only one.
            ("waaa", "wawaaa", Some(&[2, 3, 4, 5])),
            ("wa", "wawa", None),
            ("nwna", "wnawna", Some(&[1, 3, 4, 5])),
            // Codes of the upper levels alone.
            ("nnwa", "nnnwa", Some(&[0, 1, 3, 4])),
            ("nwa", "nnnwa", Some(&[0, 3, 4])),
            ("nwaa", "nwa", None),
            ("wwa", "nwa", None),
        ] {
            assert_eq!(
                by_kinds(&told(rest), &told(whole)).as_deref(),
                places,
                "{rest} of {whole}"
            );
        }
    }

    #[test]
    fn columns_of_the_rest_by_their_places() {
        let whole = told("nwaaa");
        let some = |places: &[usize]| places.iter().map(|&at| whole[at]).collect::<Vec<Told>>();
        assert_eq!(by_places(&some(&[0, 1, 3]), &whole), Some(vec![0, 1, 3]));
        assert_eq!(by_places(&some(&[1, 0]), &whole), None);
        let over = Told {
            extent: Extent { from: 22, to: 32 },
            kind: Kind::Amounts,
        };
        assert_eq!(by_places(&[over], &whole), None);
    }
}
