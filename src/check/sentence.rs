//! What one sentence of a government's report says of one thing, compared within itself. What its numbers are of, the whole
//! county or one of its levels, may be told in other words elsewhere; but one sentence speaks of one.

use super::ledger::{Id, Ledger};
use super::prose::Paragraph;
use crate::fact::key::Key;
use crate::fact::{Fact, Metric, Phase};

/// A rate of such a sentence, with its operands.
#[derive(Debug, Clone, Copy)]
pub struct Rate {
    /// The rate.
    pub rate: Id,
    /// What it is worked out from.
    pub operands: Operands,
}

/// What a rate is worked out from.
#[derive(Debug, Clone, Copy)]
pub enum Operands {
    /// 收入10亿元，比上年增加1亿元，增长11.1%.
    Change {
        /// What was added since last year.
        change: Id,
        /// The amount of this year.
        this: Id,
    },
    /// 收入10亿元，比上年9亿元增长11.1%.
    Last {
        /// The amount of this year.
        this: Id,
        /// That of the year before.
        last: Id,
    },
    /// 收入完成10亿元，为预算8亿元的125%.
    Budget {
        /// What was carried out.
        executed: Id,
        /// What was planned.
        base: Id,
    },
}

/// The rates of a sentence that it gives the operands of; `stated` are the numbers of its statements.
pub(super) fn rates(ledger: &Ledger<'_>, stated: &[Id]) -> Vec<Rate> {
    let sentence = Sentence { ledger, stated };
    let rates = stated
        .iter()
        .filter_map(|&rate| Some((rate, ledger.numbers[rate].fact?)));
    rates
        .filter_map(|(rate, fact)| {
            let operands = sentence.operands(rate, fact)?;
            Some(Rate { rate, operands })
        })
        .collect()
}

struct Sentence<'l, 'a> {
    ledger: &'l Ledger<'a>,
    stated: &'l [Id],
}

impl<'a> Sentence<'_, 'a> {
    /// What a rate is worked out from. A sentence that says in other words what the rate is of gives nothing.
    fn operands(&self, rate: Id, fact: &'a Fact) -> Option<Operands> {
        let number = &self.ledger.numbers[rate];
        let paragraph = self.ledger.paragraph(number.quote)?;
        let before = paragraph.sentence_before(number.quote);
        let scope = &self.ledger.context.grammar.checks.scope;
        let key = Key::of(fact);
        if scope.narrowed.is_match(before) || self.only(&key) != Some(rate) {
            return None;
        }
        match fact.metric {
            Metric::ChangeRate if !fact.dimensions.contains_key("versus") => {
                self.grown(rate, key, paragraph)
            }
            Metric::CompletionRate => {
                let base = fact.base?;
                let amount = key.metric(Metric::Amount);
                let other = match base {
                    Phase::Approved => Phase::Adjusted,
                    _ => Phase::Approved,
                };
                // 完成预算的, which names neither, may be over either.
                let is_named = scope.base.is_match(paragraph.clause_before(number.quote));
                let is_open = !is_named && self.has(&amount.phase(other));
                let executed = self.only(&amount.phase(Phase::Executed))?;
                let base = self.only(&amount.phase(base)).filter(|_| !is_open)?;
                Some(Operands::Budget { executed, base })
            }
            _ => None,
        }
    }

    /// What a change rate is worked out from: the change, else the amount of the year before in the rate's own clause.
    fn grown(&self, rate: Id, key: Key<'_>, paragraph: &Paragraph<'_>) -> Option<Operands> {
        let amount = key.metric(Metric::Amount);
        let this = self.only(&amount)?;
        let change = key.metric(Metric::Change);
        if self.has(&change) {
            let change = self.only(&change)?;
            return Some(Operands::Change { change, this });
        }
        let year = key.year.map(|year| year - 1);
        let phases = [Phase::Approved, Phase::Adjusted, Phase::Executed];
        let quote = |id: Id| self.ledger.numbers[id].quote;
        let at = |id: Id| paragraph.before(quote(id)).len();
        let clause = at(rate) - paragraph.clause_before(quote(rate)).len()..at(rate);
        let mut last = phases
            .into_iter()
            .filter_map(|phase| self.only(&amount.phase(phase).year(year)))
            .filter(|&id| clause.contains(&at(id)));
        match (last.next(), last.next()) {
            (Some(last), None) => Some(Operands::Last { this, last }),
            _ => None,
        }
    }

    fn of<'s>(&'s self, key: &'s Key<'_>) -> impl Iterator<Item = Id> + 's {
        let stated = self.stated.iter().copied();
        stated.filter(|&id| {
            let fact = self.ledger.numbers[id].fact;
            fact.is_some_and(|fact| Key::of(fact) == *key)
        })
    }

    fn has(&self, key: &Key<'_>) -> bool {
        self.of(key).next().is_some()
    }

    /// The only number that the sentence gives for an identity.
    fn only(&self, key: &Key<'_>) -> Option<Id> {
        let mut all = self.of(key);
        let first = all.next()?;
        all.next().is_none().then_some(first)
    }
}
