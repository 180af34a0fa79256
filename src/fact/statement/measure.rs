//! What the numbers of a column say: how much something is, or how it differs from the year before.

use crate::fact::Metric;
use crate::grammar::statements::{Comparison, key};

use super::grid::{Value, without_note};

/// What the numbers of a column say of what its row and its header name.
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

/// How a header compares, from its upper words to its lower ones.
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
        let word = key(without_note(words));
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
}

/// Settles which columns hold changes: those whose words say a year, and the others beside a column of another year.
pub(super) fn settle(values: &mut [(Value<'_>, Compared)]) {
    let another_year = values
        .iter()
        .any(|(value, compared)| value.year.is_some() && !compared.compares);
    for (value, compared) in values.iter_mut().filter(|(_, c)| c.compares) {
        match compared.measure.filter(|_| compared.dated || another_year) {
            Some(measure) => {
                value.measure = measure;
                // The year is that which it is compared with; what is compared is of the report's own.
                value.year = None;
                value.phase = None;
            }
            // A difference from the budget, or one that is not said to be any.
            None => value.about.push(UNKNOWN.to_owned()),
        }
    }
}

/// What no column of a ledger is called.
pub(super) const UNKNOWN: &str = "?";
