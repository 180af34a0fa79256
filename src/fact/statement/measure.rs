//! What the numbers of a column or a row say: how much something is, or how it differs from the year before.

use crate::fact::Metric;
use crate::grammar::statements::{Comparison, key};

use super::label::without_unit;
use super::when::{When, Year};

/// What numbers say of what their row and their header name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Measure {
    /// How much it is.
    #[default]
    Amount,
    /// How much more than in the year before: 比上年增减额.
    Change,
    /// The same in percent: 增减%.
    ChangeRate,
}

impl Measure {
    /// The metric of its numbers.
    pub fn metric(self) -> Metric {
        match self {
            Measure::Amount => Metric::Amount,
            Measure::Change => Metric::Change,
            Measure::ChangeRate => Metric::ChangeRate,
        }
    }
}

/// How a header or a label compares, from its upper words to its lower ones.
#[derive(Debug, Default)]
pub(super) struct Compared {
    /// What the numbers are, as far as the words have told.
    measure: Option<Measure>,
    /// Whether the words compare.
    compares: bool,
    /// Whether they say with which year.
    dated: bool,
}

impl Compared {
    /// Takes a word of the header; whether it compares, and so names nothing.
    pub fn take(&mut self, words: &str, grammar: &Comparison) -> bool {
        let word = key(without_unit(words));
        let compares = grammar.words.is_match(&word);
        if !compares && !self.compares {
            return false;
        }
        let measure = if words.contains('%') || grammar.rate.is_match(&word) {
            Some(Measure::ChangeRate)
        } else if grammar.amount.is_match(&word) {
            Some(Measure::Change)
        } else {
            None
        };
        self.compares |= compares;
        self.dated |= grammar.year.is_match(&word);
        self.measure = measure.or(self.measure);
        compares || measure.is_some()
    }

    /// What the numbers are: changes where the words say a year, or stand beside another year; `None` where it is not
    /// known with what they compare.
    pub fn measure(&self, beside_another_year: bool) -> Option<Measure> {
        match self.compares {
            true => self.measure.filter(|_| self.dated || beside_another_year),
            false => Some(Measure::Amount),
        }
    }
}

/// Whether any of some columns, or rows, that do not compare is of another year than the statement: a difference beside
/// them is one between years, not one from the budget.
pub(super) fn another_year<'a>(
    all: impl Iterator<Item = (&'a When, &'a Compared)>,
    own: Option<i32>,
) -> bool {
    let years = all.filter(|(_, compared)| !compared.compares);
    let mut years = years.filter_map(|(when, _)| when.year);
    years.any(|year| match year {
        Year::Before => true,
        Year::Named(year) => own.is_some_and(|own| own != year),
        Year::This => false,
    })
}

/// What no column of a ledger is called.
pub(super) const UNKNOWN: &str = "?";
