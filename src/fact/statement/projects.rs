//! Which rows are projects, where one column names units, groups of projects and projects below each other:
//! `单位（项目）名称`. Rows of units bear a code; groups are what the rows below them add up to.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

/// One row with a number.
pub(super) struct Entry {
    /// Its place in the table.
    pub row: usize,
    pub amount: Decimal,
    /// Whether it bears the code of a unit.
    pub is_unit: bool,
    /// Whether it is called as groups of projects are.
    pub is_group: bool,
}

/// The rows of projects among those of a table, from the top down; none where the rows below a unit do not add up to it,
/// for then it is not known what they are.
pub(super) fn rows(entries: &[Entry]) -> BTreeSet<usize> {
    let mut projects = BTreeSet::new();
    if !entries.iter().any(|entry| entry.is_unit) {
        return projects;
    }
    // What stands below a row and is no part of anything between, the nearest last.
    let mut below: Vec<Decimal> = Vec::new();
    let mut is_over_units = true;
    for entry in entries.iter().rev() {
        let parts = parts(entry.amount, &below);
        if entry.is_unit && parts.is_none() && !is_over_units {
            return BTreeSet::new();
        }
        below.truncate(below.len() - parts.unwrap_or(0));
        below.push(entry.amount);
        if !entry.is_unit && !entry.is_group && parts.is_none() && !entry.amount.is_zero() {
            projects.insert(entry.row);
        }
        is_over_units = entry.is_unit;
    }
    projects
}

/// How many of the last amounts add up to one.
fn parts(amount: Decimal, below: &[Decimal]) -> Option<usize> {
    let mut sum = Decimal::ZERO;
    below.iter().rev().enumerate().find_map(|(index, part)| {
        sum = sum.checked_add(*part)?;
        (sum == amount).then_some(index + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `u` marks the row of a unit, `g` one that is called as groups are.
    fn found(entries: &[(&str, i64)]) -> Vec<usize> {
        let entry = |(row, &(mark, amount)): (usize, &(&str, i64))| Entry {
            row,
            amount: amount.into(),
            is_unit: mark == "u",
            is_group: mark == "g",
        };
        let entries: Vec<Entry> = entries.iter().enumerate().map(entry).collect();
        rows(&entries).into_iter().collect()
    }

    #[test]
    fn projects_are_what_nothing_adds_up_to() {
        let none: [usize; 0] = [];
        // Units over groups over projects; a group of one.
        let entries = [
            ("u", 12),
            ("u", 7),
            ("", 7),
            ("", 3),
            ("", 4),
            ("u", 5),
            ("", 5),
            ("", 5),
        ];
        assert_eq!(found(&entries), [3, 4, 7]);
        // Groups within groups.
        let entries = [("u", 30), ("", 10), ("", 4), ("", 6), ("", 20)];
        assert_eq!(found(&entries), [2, 3, 4]);
        // Units without projects, and groups without any.
        assert_eq!(found(&[("u", 9), ("u", 4), ("u", 5)]), none);
        assert_eq!(found(&[("u", 9), ("g", 4), ("g", 5)]), none);
        // A unit that is not the sum of what stands below it; rows that are of no unit.
        assert_eq!(found(&[("u", 9), ("", 4), ("", 3)]), none);
        assert_eq!(found(&[("", 9), ("", 4), ("", 5)]), none);
        assert_eq!(found(&[]), none);
    }
}
