//! `direction-mismatch`: 增加, 减少, 大于, 小于 and 持平 agree with the numbers beside them and with each other.

use rust_decimal::Decimal;

use super::Severity;
use super::change_mismatch::Compared;
use super::formula::Formula;
use super::ledger::{Id, Key, Ledger};
use super::log::{Log, Slot, Template};
use super::prose::Paragraph;
use super::rules::Rule;
use super::sentence::Operands;
use super::words::{Unit, call};
use crate::document::Span;
use crate::fact::{Metric, Phase};
use crate::grammar::checks::{Pattern, Sign};

pub(super) const RULE: Rule = Rule {
    name: "direction-mismatch",
    severity: Severity::Error,
    page: include_str!("direction_mismatch.md"),
    run,
};

const SIGNS: Template = Template {
    zh: "{label}增减额为{1=}，增减率却为{stated}，方向相反",
    en: "{label} changed by {1=}, but by a rate of {stated}: the directions disagree",
};

fn run(log: &mut Log<'_>) {
    let ledger = log.ledger;
    for (key, rate) in ledger.identities() {
        match key.metric {
            Metric::ChangeRate => same_sign(log, rate, &key.metric(Metric::Change)),
            Metric::VarianceRate if rate.iter().all(|&id| is_directed(ledger, id)) => {
                same_sign(log, rate, &key.metric(Metric::Variance));
            }
            Metric::Change => {
                let compared = Compared::of(&key);
                let slots = [
                    log.slot("this", &compared.this(&key)),
                    log.slot("last", &compared.last(&key)),
                    Slot::new("change", rate),
                ];
                report_turned(log, &slots);
            }
            Metric::Variance => {
                // Where no budget of the beginning of the year is stated, the difference is from that of the whole year.
                let mut base = log.amount("base", key.phase(Phase::Approved));
                if base.values.is_empty() {
                    base = log.amount("base", key.phase(Phase::Adjusted));
                }
                let slots = [
                    log.amount("executed", key.phase(Phase::Executed)),
                    base,
                    Slot::new("difference", rate),
                ];
                report_turned(log, &slots);
            }
            _ => {}
        }
    }
    for found in &ledger.rates {
        if let Operands::Change { change, .. } = found.operands {
            let slots = vec![Slot::one("stated", found.rate), Slot::one("change", change)];
            log.check(Formula::SameSign, slots, &SIGNS);
        }
    }
    for paragraph in &ledger.paragraphs {
        beside_budget(log, paragraph);
        beside_change(log, paragraph);
    }
}

/// Compares the sign of a rate with that of the amount beside it.
fn same_sign<'a>(log: &mut Log<'a>, rate: &'a [Id], amount: &Key<'_>) {
    let change = log.slot("change", amount);
    log.check(
        Formula::SameSign,
        vec![Slot::new("stated", rate), change],
        &SIGNS,
    );
}

/// Whether a word of direction stands directly before a number: 下降5%, but not 差异率5%, which says how much alone.
fn is_directed(ledger: &Ledger<'_>, id: Id) -> bool {
    let direction = &ledger.context.grammar.checks.direction;
    let ends = |clause: &str| {
        let mut words = direction.up.iter().chain(&direction.down);
        words.any(|word| clause.ends_with(word.as_str()))
    };
    let quotes = &ledger.numbers[id].quotes;
    quotes.iter().all(|quote| {
        let paragraph = ledger.paragraph(quote);
        paragraph.is_some_and(|paragraph| ends(paragraph.clause_before(quote)))
    })
}

/// Whether a sum (this, that, their difference) fails, but holds with the sign of the difference turned.
pub(super) fn is_turned(log: &Log<'_>, slots: &[Slot<'_>]) -> bool {
    let [this, that, difference] = slots else {
        return false;
    };
    if slots.iter().any(|slot| slot.values.is_empty())
        || log.satisfied(&Formula::Sum, slots).is_some()
    {
        return false;
    }
    // that = this + difference is this = that − difference.
    let turned = [that.clone(), this.clone(), difference.clone()];
    log.satisfied(&Formula::Sum, &turned).is_some()
}

fn report_turned(log: &mut Log<'_>, slots: &[Slot<'_>]) {
    if !is_turned(log, slots) {
        return;
    }
    let ids: Vec<Id> = slots.iter().rev().map(|slot| slot.values[0]).collect();
    let numbers: Vec<_> = ids.iter().map(|&id| &log.ledger.numbers[id]).collect();
    let words = |i: usize| Unit::shared(numbers[i], &numbers).write(numbers[i].value);
    let zh = format!(
        "{}为{}，对比数为{}，差额却写作{}，方向相反",
        call(numbers[2], false),
        words(2),
        words(1),
        words(0)
    );
    let en = format!(
        "{} is {} against {}, but the difference is given as {}: the direction is wrong",
        call(numbers[2], true),
        words(2),
        words(1),
        words(0)
    );
    let stated = numbers[0].value;
    let roles = ["stated", "other", "this"];
    let quotes = roles
        .into_iter()
        .zip(&numbers)
        .map(|(role, n)| (role, n.quote.clone()));
    let quotes = quotes.collect();
    let draft = log.report(zh, en);
    draft.stated = Some(stated);
    draft.expected = Some(-stated);
    draft.numbers = ids;
    draft.quotes = quotes;
}

/// How many statements before a phrase are looked at.
const NEAR: usize = 64;

/// The way that a phrase or a number points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Same,
    Down,
}

impl Way {
    /// Where a difference points; `None` where its interval allows several ways.
    fn of(difference: super::interval::Interval) -> Option<Self> {
        if difference.is_positive() {
            Some(Self::Up)
        } else if difference.is_negative() {
            Some(Self::Down)
        } else if difference.is_zero() {
            Some(Self::Same)
        } else {
            None
        }
    }
}

/// 决算数大于预算数 without an amount, beside a completion rate: 完成预算的97%，决算数大于预算数的主要原因….
fn beside_budget(log: &mut Log<'_>, paragraph: &Paragraph<'_>) {
    let direction = &log.ledger.context.grammar.checks.direction;
    for (range, word) in phrases(Sign::Budget, &direction.budget, paragraph) {
        let up = direction.up.iter().any(|w| w == word);
        let said = if up { Way::Up } else { Way::Down };
        compare(log, paragraph, range, said, Metric::CompletionRate);
    }
    for (range, _) in phrases(Sign::BudgetSame, &direction.budget_same, paragraph) {
        compare(log, paragraph, range, Way::Same, Metric::CompletionRate);
    }
}

/// 增加的主要原因 after a change.
fn beside_change(log: &mut Log<'_>, paragraph: &Paragraph<'_>) {
    let direction = &log.ledger.context.grammar.checks.direction;
    for (range, word) in phrases(Sign::Change, &direction.change, paragraph) {
        let up = direction.up.iter().any(|w| w == word);
        let said = if up { Way::Up } else { Way::Down };
        compare(log, paragraph, range, said, Metric::Change);
    }
}

/// The phrases of a pattern, which is that of a sign, each with its word and the bytes of the folded words from it on.
fn phrases<'p>(
    sign: Sign,
    pattern: &'p Pattern,
    paragraph: &'p Paragraph<'_>,
) -> impl Iterator<Item = (std::ops::Range<usize>, &'p str)> {
    let words = paragraph.signs.has(sign).then_some(&paragraph.words.text);
    words
        .into_iter()
        .flat_map(|words| pattern.captures_iter(words))
        .filter_map(|found| {
            let word = found.name("word")?;
            Some((word.start()..found.get(0)?.end(), word.as_str()))
        })
}

/// Compares a phrase with the nearest number of a metric before it in its paragraph. A phrase that states an amount of
/// its own is a fact, and compared as one.
fn compare(
    log: &mut Log<'_>,
    paragraph: &Paragraph<'_>,
    range: std::ops::Range<usize>,
    said: Way,
    metric: Metric,
) {
    let ledger = log.ledger;
    let at = paragraph.words.span(range.clone());
    let before = ledger.stated(Span::new(paragraph.span.start, at.start));
    let before = &before[before.len().saturating_sub(NEAR)..];
    let own = ledger.stated(Span::new(at.start, at.end + 24));
    if own
        .iter()
        .any(|(_, s)| matches!(s.metric, Metric::Variance))
    {
        return;
    }
    let Some(&(fact, statement)) = before.iter().rev().find(|(_, s)| s.metric == metric) else {
        return;
    };
    // A paragraph about several things means the one of the same sentence, if any.
    let key = Key::of(&ledger.context.facts[fact]);
    let several = before.iter().any(|(i, s)| {
        let other = Key::of(&ledger.context.facts[*i]);
        s.metric == metric && (other.concept, other.dimensions) != (key.concept, key.dimensions)
    });
    let between = Span::new(statement.quote.bytes.end.min(at.start), at.start);
    if several
        && ledger
            .context
            .document
            .slice(between)
            .contains(['。', '；', ';'])
    {
        return;
    }
    let Some(id) = ledger.number(fact) else {
        return;
    };
    let Some(shown) = shown(ledger, &key, id) else {
        return log.unchecked();
    };
    if shown == said {
        return log.holds();
    }
    let number = &ledger.numbers[id];
    let quote = paragraph.quote(ledger.context, range);
    let (zh, en) = (
        format!(
            "“{}”与{}的{}不符",
            quote.exact,
            call(number, false),
            Unit::of(number).write(number.value)
        ),
        format!(
            "“{}” disagrees with {} of {}",
            quote.exact,
            Unit::of(number).write(number.value),
            call(number, true)
        ),
    );
    let quotes = vec![("stated", quote), ("number", statement.quote.clone())];
    let draft = log.report(zh, en);
    draft.numbers.push(id);
    draft.quotes = quotes;
}

/// Where the numbers of a fact point: executed against budget where both are stated, else the rate or the change.
fn shown(ledger: &Ledger<'_>, key: &Key<'_>, id: Id) -> Option<Way> {
    let number = &ledger.numbers[id];
    if key.metric != Metric::CompletionRate {
        return Way::of(number.interval);
    }
    let one = |phase: Phase| match ledger.find(&key.metric(Metric::Amount).phase(phase)) {
        [only] => Some(&ledger.numbers[*only]),
        _ => None,
    };
    let base = number.fact.and_then(|f| f.base).unwrap_or(Phase::Approved);
    let rate = Way::of(
        number
            .interval
            .minus(super::interval::Interval::exact(Decimal::ONE_HUNDRED)),
    );
    match (one(Phase::Executed), one(base)) {
        (Some(executed), Some(base)) if executed.value == base.value => Some(Way::Same),
        // A rate that contradicts its amounts is a finding of its own.
        (Some(executed), Some(base)) => {
            let amounts = Way::of(executed.interval.minus(base.interval));
            (rate.is_none() || rate == amounts)
                .then_some(amounts)
                .flatten()
        }
        _ => rate,
    }
}
