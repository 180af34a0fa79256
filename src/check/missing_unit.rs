//! `missing-unit`: a number that needs a unit or a percent sign has one.

use super::Severity;
use super::log::Log;
use super::rules::Rule;
use crate::grammar::checks::Sign;

pub(super) const RULE: Rule = Rule {
    name: "missing-unit",
    severity: Severity::Note,
    page: include_str!("missing_unit.md"),
    run,
};

fn run(log: &mut Log<'_>) {
    let context = log.ledger.context;
    let missing = &context.grammar.checks.unit.missing;
    for paragraph in &log.ledger.paragraphs {
        if !paragraph.signs.has(Sign::MissingUnit) || paragraph.is_in("glossary") {
            continue;
        }
        for captures in missing.captures_iter(&paragraph.words.text) {
            let Some(it) = captures.name("it") else {
                continue;
            };
            let quote = paragraph.quote(context, it.range());
            // A unit that is said once is that of all numbers behind it.
            let stated = log.ledger.stated(quote.bytes);
            if stated
                .iter()
                .any(|&(fact, _)| context.facts[fact].unit == "CNY")
            {
                continue;
            }
            let draft = log.report(
                format!("“{}”没有单位或百分号", quote.exact),
                format!("“{}” has neither a unit nor a percent sign", quote.exact),
            );
            draft.quotes.push(("stated", quote));
        }
    }
}
