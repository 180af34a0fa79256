//! The log: what every rule checked, what held, and what did not.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::formula::Formula;
use super::interval::Interval;
use super::ledger::{Id, Key, Ledger, Number};
use super::rules::Rule;
use super::{Severity, Tally};
use crate::document::Quote;
use crate::fact::Metric;

/// How many combinations of the values that a report gives for its operands are tried before a formula fails.
const COMBINATIONS: usize = 64;

/// A message in both languages, with its gaps in braces: `{label}`, `{stated}`, `{expected}`, `{formula}`, and
/// `{1}`, `{2}` … for the labels of the other operands.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

/// An operand of a check: the part that it plays and the values that the report gives for it, the best attested first.
#[derive(Debug, Clone)]
pub struct Slot<'a> {
    /// `stated`, `part`, `whole`, `base`, `change` …
    pub role: &'static str,
    /// The values.
    pub values: Cow<'a, [Id]>,
    /// The statement that is meant, where the number has several.
    pub quote: Option<&'a Quote>,
}

impl<'a> Slot<'a> {
    /// An operand with its values.
    pub fn new(role: &'static str, values: impl Into<Cow<'a, [Id]>>) -> Self {
        Self {
            role,
            values: values.into(),
            quote: None,
        }
    }

    /// An operand with one value.
    pub fn one(role: &'static str, value: Id) -> Self {
        Self::new(role, vec![value])
    }

    /// The same, meaning one statement of it.
    pub fn at(mut self, quote: &'a Quote) -> Self {
        self.quote = Some(quote);
        self
    }
}

/// A formula with the numbers that were put into it.
#[derive(Debug, Clone)]
pub struct Check<'a> {
    /// The rule.
    pub rule: &'static Rule,
    /// The formula.
    pub formula: Formula,
    /// The operands.
    pub slots: Vec<Slot<'a>>,
    /// The value of each that was tried first.
    pub ids: Vec<Id>,
    /// Its message.
    pub template: &'static Template,
}

impl Check<'_> {
    /// The intervals of the operands.
    pub fn intervals(&self, ledger: &Ledger<'_>) -> Vec<Interval> {
        self.ids
            .iter()
            .map(|&id| ledger.numbers[id].interval)
            .collect()
    }
}

/// A finding of a rule that compares no numbers by a formula.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The rule.
    pub rule: &'static Rule,
    /// How much it weighs.
    pub severity: Severity,
    /// The message in Chinese.
    pub zh: String,
    /// The message in English.
    pub en: String,
    /// The numbers that it compares.
    pub numbers: Vec<Id>,
    /// What the other numbers give.
    pub expected: Option<Decimal>,
    /// What the report states.
    pub stated: Option<Decimal>,
    /// The computation.
    pub formula: Option<String>,
    /// The phrases, the stated one first.
    pub quotes: Vec<(&'static str, Quote)>,
}

/// What was checked so far.
pub struct Log<'a> {
    /// The numbers.
    pub ledger: &'a Ledger<'a>,
    /// What failed.
    pub failed: Vec<Check<'a>>,
    /// What held.
    pub held: Vec<Check<'a>>,
    /// Findings that are no formulas.
    pub drafts: Vec<Draft>,
    /// The counts of each rule so far, that of the present one last.
    pub tallies: Vec<(&'static str, Tally)>,
    rule: &'static Rule,
}

impl<'a> Log<'a> {
    /// An empty log, whose first entries are those of `rule`.
    pub fn new(ledger: &'a Ledger<'a>, rule: &'static Rule) -> Self {
        Self {
            ledger,
            failed: Vec::new(),
            held: Vec::new(),
            drafts: Vec::new(),
            tallies: vec![(rule.name, Tally::default())],
            rule,
        }
    }

    /// Enters what follows for another rule.
    pub fn turn_to(&mut self, rule: &'static Rule) {
        if self.rule.name != rule.name {
            self.rule = rule;
            self.tallies.push((rule.name, Tally::default()));
        }
    }

    fn tally(&mut self) -> &mut Tally {
        let present = self.tallies.len() - 1;
        &mut self.tallies[present].1
    }

    /// Counts a thing that the rule could not check for want of an operand.
    pub fn unchecked(&mut self) {
        self.tally().unchecked += 1;
    }

    /// Counts a thing that is as it should be.
    pub fn holds(&mut self) {
        self.tally().held += 1;
    }

    /// Whether a formula is satisfied by some of the values that the report gives for its operands.
    pub fn satisfied(&self, formula: &Formula, slots: &[Slot<'a>]) -> Option<Vec<Id>> {
        let numbers = &self.ledger.numbers;
        let combinations: usize = slots
            .iter()
            .fold(1, |n: usize, s| n.saturating_mul(s.values.len()));
        let mut ids: Vec<Id> = Vec::with_capacity(slots.len());
        for mut combination in 0..combinations.min(COMBINATIONS) {
            ids.clear();
            ids.extend(slots.iter().map(|slot| {
                let id = slot.values[combination % slot.values.len()];
                combination /= slot.values.len();
                id
            }));
            let fails = |of: fn(&Number) -> Interval| {
                formula.fails_for(ids.iter().map(|&id| of(&numbers[id])))
            };
            let is_coarser = |&id: &Id| numbers[id].coarse != numbers[id].interval;
            if !fails(|n| n.interval) || ids.iter().any(is_coarser) && !fails(|n| n.coarse) {
                return Some(ids);
            }
        }
        None
    }

    /// Checks a formula: it holds if some of the values that the report gives for its operands satisfy it, since a
    /// contradiction between those is a finding of its own.
    pub fn check(
        &mut self,
        formula: Formula,
        slots: Vec<Slot<'a>>,
        template: &'static Template,
    ) -> bool {
        if slots.iter().any(|slot| slot.values.is_empty()) {
            self.unchecked();
            return true;
        }
        let satisfied = self.satisfied(&formula, &slots);
        self.enter(formula, slots, satisfied, template)
    }

    /// Enters a formula, whose operands all have values, with those that satisfy it.
    pub fn enter(
        &mut self,
        formula: Formula,
        slots: Vec<Slot<'a>>,
        satisfied: Option<Vec<Id>>,
        template: &'static Template,
    ) -> bool {
        let holds = satisfied.is_some();
        let ids = satisfied.unwrap_or_else(|| slots.iter().map(|s| s.values[0]).collect());
        let check = Check {
            rule: self.rule,
            formula,
            slots,
            ids,
            template,
        };
        if holds {
            self.tally().held += 1;
            self.held.push(check);
        } else {
            self.tally().failed += 1;
            self.failed.push(check);
        }
        holds
    }

    /// Reports a finding that is no formula; the caller adds to it what it compares.
    pub fn report(&mut self, zh: String, en: String) -> &mut Draft {
        self.tally().failed += 1;
        self.drafts.push(Draft {
            rule: self.rule,
            severity: self.rule.severity,
            zh,
            en,
            numbers: Vec::new(),
            expected: None,
            stated: None,
            formula: None,
            quotes: Vec::new(),
        });
        let last = self.drafts.len() - 1;
        &mut self.drafts[last]
    }

    /// The operand that states the value of an identity, in a role.
    pub fn slot(&self, role: &'static str, key: &Key<'_>) -> Slot<'a> {
        Slot::new(role, self.ledger.find(key))
    }

    /// The operand that states the amount of an identity.
    pub fn amount(&self, role: &'static str, key: Key<'_>) -> Slot<'a> {
        self.slot(role, &key.metric(Metric::Amount))
    }
}
