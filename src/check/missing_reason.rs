//! `missing-reason`: a difference to the budget is explained where the form asks for it.

use foldhash::{HashMap, HashMapExt};
use rust_decimal::Decimal;

use super::Severity;
use super::ledger::Id;
use super::log::Log;
use super::prose::Paragraph;
use super::rules::Rule;
use super::words::{Unit, call};
use crate::fact::Metric;

pub(super) const RULE: Rule = Rule {
    name: "missing-reason",
    severity: Severity::Note,
    page: include_str!("missing_reason.md"),
    run,
};

fn run(log: &mut Log<'_>) {
    let ledger = log.ledger;
    // The form of a section asks for reasons where some of its items give one.
    let mut sections: HashMap<&str, Vec<(Id, bool)>> = HashMap::new();
    for paragraph in &ledger.paragraphs {
        let (Some(section), Some(id)) = (paragraph.section, difference(log, paragraph)) else {
            continue;
        };
        let asked = &ledger.context.grammar.checks.reason.asked;
        let explained = asked.is_match(&paragraph.words.text);
        sections
            .entry(&section.id)
            .or_default()
            .push((id, explained));
    }
    let mut unexplained: Vec<Id> = Vec::new();
    for items in sections.into_values() {
        if items.iter().any(|(_, explained)| *explained) {
            unexplained.extend(items.iter().filter(|(_, e)| !e).map(|(id, _)| *id));
        }
    }
    unexplained.sort_unstable();
    for id in unexplained {
        let number = &ledger.numbers[id];
        let stated = Unit::of(number).write(number.value);
        let draft = log.report(
            format!(
                "{}完成率为{stated}，未说明与预算差异的原因",
                call(number, false)
            ),
            format!(
                "{} is {stated} complete, and no reason is given",
                call(number, true)
            ),
        );
        draft.numbers.push(id);
        draft.stated = Some(number.value);
        draft.quotes.push(("stated", number.quote.clone()));
    }
}

/// The one completion rate of a paragraph about an item, where it is not 100%.
fn difference(log: &Log<'_>, paragraph: &Paragraph<'_>) -> Option<Id> {
    let ledger = log.ledger;
    let stated = ledger.stated(paragraph.span);
    let mut rates = stated
        .iter()
        .filter(|(_, s)| s.metric == Metric::CompletionRate);
    let (fact, _) = rates.next().filter(|_| rates.next().is_none())?;
    let id = ledger.number(*fact)?;
    let number = &ledger.numbers[id];
    let is_item = number.fact.is_some_and(|fact| !fact.dimensions.is_empty());
    (is_item && number.value != Decimal::ONE_HUNDRED).then_some(id)
}
