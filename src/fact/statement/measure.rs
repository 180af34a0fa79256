//! What the numbers of a column or a row say: how much something is, how it differs from the year before, or which part of
//! the budget it is.

use crate::fact::{Metric, Phase};
use crate::grammar::statements::{Header, key};

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
    /// Which part of a budget was carried out: 决算数为调整预算数的%.
    CompletionRate(Phase),
}

impl Measure {
    /// The metric of its numbers.
    pub fn metric(self) -> Metric {
        match self {
            Measure::Amount => Metric::Amount,
            Measure::Change => Metric::Change,
            Measure::ChangeRate => Metric::ChangeRate,
            Measure::CompletionRate(_) => Metric::CompletionRate,
        }
    }

    /// Whether its numbers are percentages.
    pub fn is_rate(self) -> bool {
        matches!(self, Measure::ChangeRate | Measure::CompletionRate(_))
    }

    /// The budget that a completion rate is a rate of.
    pub fn base(self) -> Option<Phase> {
        match self {
            Measure::CompletionRate(base) => Some(base),
            _ => None,
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
    /// Whether they say with what: with the year before, or with the budget.
    dated: bool,
    /// Phase and year of what they compare, as far as they say: those of 决算数 in 决算数比上年增减%.
    pub subject: When,
}

impl Compared {
    /// Takes a word of the header; whether it compares, and so names nothing.
    pub fn take(&mut self, words: &str, header: &Header) -> bool {
        let word = key(without_unit(words));
        self.complete(words, &word, header) || self.compare(words, &word, header)
    }

    /// Takes a word that sets what was carried out against the budget, in percent.
    fn complete(&mut self, words: &str, word: &str, header: &Header) -> bool {
        let grammar = &header.completion;
        let Some(found) = grammar.words.find(word) else {
            return false;
        };
        let is_rate = words.contains(['%', '％']) || header.comparison.rate.is_match(word);
        let subject = When::of(&word[..found.start()], header).unwrap_or_default();
        // 预算数为上年预算数的% is none of what was carried out.
        let is_plan = subject.phase.is_some_and(|phase| phase != Phase::Executed);
        if !is_rate || is_plan {
            return false;
        }
        let base = match grammar.adjusted.is_match(word) {
            true => Phase::Adjusted,
            false => Phase::Approved,
        };
        self.compares = true;
        self.dated = true;
        self.measure = Some(Measure::CompletionRate(base));
        self.subject = When {
            phase: Some(Phase::Executed),
            ..subject
        };
        true
    }

    /// Takes a word that compares with the year before.
    fn compare(&mut self, words: &str, word: &str, header: &Header) -> bool {
        let grammar = &header.comparison;
        let found = grammar.words.find(word);
        if found.is_none() && !self.compares {
            return false;
        }
        let measure = if words.contains(['%', '％']) || grammar.rate.is_match(word) {
            Some(Measure::ChangeRate)
        } else if grammar.amount.is_match(word) {
            Some(Measure::Change)
        } else {
            None
        };
        if let Some(found) = found {
            self.compares = true;
            self.subject = When::of(&word[..found.start()], header).unwrap_or_default();
        }
        self.dated |= grammar.year.is_match(word);
        self.measure = measure.or(self.measure);
        found.is_some() || measure.is_some()
    }

    /// What the numbers are: changes where the words say a year, or stand beside another year; `None` where it is not
    /// known with what they compare.
    pub fn measure(&self, beside_another_year: bool) -> Option<Measure> {
        match self.compares {
            true => self.measure.filter(|_| self.dated || beside_another_year),
            false => Some(Measure::Amount),
        }
    }

    /// Phase and year of what the words compare: as they say, else those of the amounts before them, of the latest year,
    /// `own` being the phase of the statement in its `year`.
    pub fn compared(&self, before: &[When], own: Phase, year: Option<i32>) -> When {
        let said = self.subject;
        let number = |when: &When| match when.year {
            Some(Year::Named(named)) => named - year.unwrap_or(named),
            Some(Year::Before) => -1,
            Some(Year::This) | None => 0,
        };
        let phase = |when: &When| when.phase.unwrap_or(own);
        let fits = |when: &&When| {
            said.phase.is_none_or(|said| said == phase(when))
                && (said.year.is_none() || number(&said) == number(when))
        };
        let fitting: Vec<&When> = before.iter().filter(fits).collect();
        let latest = fitting.iter().map(|when| number(when)).max();
        let mut latest = fitting
            .into_iter()
            .rev()
            .filter(|when| Some(number(when)) == latest);
        let is_own = |when: &&When| number(when) == 0 && phase(when) == own;
        let found = latest.clone().find(is_own).or_else(|| latest.next());
        When {
            phase: said.phase.or(found.and_then(|when| when.phase)),
            year: said.year.or(found.and_then(|when| when.year)),
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
