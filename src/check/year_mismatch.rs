//! `year-mismatch`: title, headings, statements and opening sentences speak of one year.

use std::collections::BTreeMap;
use std::ops::Range;

use super::log::Log;
use super::prose::Paragraph;
use super::rules::Rule;
use super::{Context, Severity};
use crate::document::fold::fold_text;
use crate::document::{Document, Folded, Span};
use crate::grammar::checks::{Pattern, Year};
use crate::identity::Kind;

pub(super) const RULE: Rule = Rule {
    name: "year-mismatch",
    severity: Severity::Warning,
    page: include_str!("year_mismatch.md"),
    run,
};

fn run(log: &mut Log<'_>) {
    let context = log.ledger.context;
    let words = &context.grammar.checks.year;
    let pattern = match context.identity.kind {
        Kind::DepartmentFinalAccounts => &words.final_accounts,
        Kind::DepartmentBudget => &words.budget,
        _ => return,
    };
    // The year of the report is the one that it says of itself.
    let Some(own) = context.identity.year else {
        return log.unchecked();
    };
    let mut years: Vec<(i32, Span)> = Vec::new();
    let mut opened = None;
    for paragraph in &log.ledger.paragraphs {
        if paragraph.is_heading() {
            years.extend(heading(context.document, paragraph, pattern, words));
        } else if paragraph.is_in("notes") {
            let section = paragraph.section.map(|s| s.heading);
            if opened != section {
                opened = section;
                years.extend(opening(context.document, paragraph, words, own));
            }
            years.extend(matched(paragraph.words, &words.announced));
        } else {
            years.extend(matched(paragraph.words, &words.note));
        }
    }
    for table in &context.document.tables {
        for &caption in &table.captions {
            let folded = Folded::new(&context.document.text, caption, &[]);
            years.extend(title(&folded, pattern, words));
        }
        for &note in &table.notes {
            let folded = Folded::new(&context.document.text, note, &[]);
            years.extend(matched(&folded, &words.note));
        }
    }
    years.extend(heads(context, words, own));
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for (year, _) in &years {
        *counts.entry(*year).or_default() += 1;
    }
    // Most phrases must bear the report's year out, its title more than any other.
    let titled = usize::from(context.identity.title.is_some());
    let agreeing = counts.get(&own).copied().unwrap_or(0) + 2 * titled;
    if agreeing * 2 <= years.len() + 2 * titled {
        return log.unchecked();
    }
    for (year, span) in years {
        if year == own {
            log.holds();
            continue;
        }
        let quote = context.document.quote(span);
        let draft = log.report(
            format!("“{}”说的是{year}年，而报告是{own}年度的", quote.exact),
            format!(
                "“{}” speaks of {year}, but the report is that of {own}",
                quote.exact
            ),
        );
        draft.stated = Some(year.into());
        draft.expected = Some(own.into());
        draft.quotes.push(("stated", quote));
    }
}

/// The years that stand alone above the statements (`编制单位：…  2022年度  单位：元`), where most of them are that of the
/// report. A statement that stands in the report with the head of either year is there for a comparison.
fn heads(context: &Context<'_>, words: &Year, own: i32) -> Vec<(i32, Span)> {
    let tables = &context.document.tables;
    let heads = tables.iter().filter_map(|table| {
        let title = table.caption.title.as_deref()?;
        let is_statement = context
            .grammar
            .statements
            .is_titled(title, context.identity.kind);
        let (year, span) = head(context.document, &table.captions, words)?;
        (is_statement && !words.exempt.is_match(title)).then_some((title, year, span))
    });
    let heads: Vec<(&str, i32, Span)> = heads.collect();
    let (agreeing, differing): (Vec<_>, Vec<_>) =
        heads.into_iter().partition(|(_, year, _)| *year == own);
    if agreeing.len() < 2 || agreeing.len() <= differing.len() {
        return Vec::new();
    }
    let is_compared = |name: &str| agreeing.iter().any(|(title, ..)| *title == name);
    let differing = differing.iter().filter(|(name, ..)| !is_compared(name));
    let all = agreeing.iter().chain(differing);
    all.map(|&(_, year, span)| (year, span)).collect()
}

/// The year that stands alone in the lines above a table.
fn head(document: &Document, captions: &[Span], words: &Year) -> Option<(i32, Span)> {
    captions.iter().find_map(|&line| {
        let captures = words.head.captures(document.slice(line))?;
        let year = captures.name("year")?;
        let span = Span::new(line.start + year.start(), line.start + year.end());
        Some((year.as_str().parse().ok()?, span))
    })
}

/// The year of a heading.
fn heading(
    document: &Document,
    paragraph: &Paragraph<'_>,
    pattern: &Pattern,
    words: &Year,
) -> Option<(i32, Span)> {
    let heading = paragraph.section?.heading;
    if heading == paragraph.span {
        return title(paragraph.words, pattern, words);
    }
    title(&Folded::new(&document.text, heading, &[]), pattern, words)
}

/// The year of a title or heading that names the accounts or the budget.
fn title(folded: &Folded, pattern: &Pattern, words: &Year) -> Option<(i32, Span)> {
    let captures = pattern.captures(&folded.text)?;
    if words.exempt.is_match(&folded.text) {
        return None;
    }
    found(folded, captures.name("year")?.range())
}

/// The year that a pattern finds in words.
fn matched(folded: &Folded, pattern: &Pattern) -> Option<(i32, Span)> {
    let captures = pattern.captures(&folded.text)?;
    found(folded, captures.name("year")?.range())
}

/// The year of the sentence that opens a section, where it speaks of no other year on purpose: beside the report's own
/// (2022年结转的资金在2023年使用), under a heading that names it, or as a plan.
fn opening(
    document: &Document,
    paragraph: &Paragraph<'_>,
    words: &Year,
    own: i32,
) -> Option<(i32, Span)> {
    let text = &paragraph.words.text;
    let captures = words.opening.captures(text)?;
    let year = captures.name("year")?;
    let sentence = text.split('。').next().unwrap_or_default();
    let is_named = || {
        let heading = paragraph.section.map(|s| document.slice(s.heading));
        heading.is_some_and(|heading| fold_text(heading).contains(year.as_str()))
    };
    let own = own.to_string();
    let on_purpose = year.as_str() != own
        && (sentence.contains(&own)
            || year.as_str() > own.as_str() && words.plan.is_match(sentence)
            || is_named());
    if on_purpose
        || words.other.is_match(captures.name("next")?.as_str())
        || words.exempt.is_match(sentence)
    {
        return None;
    }
    found(paragraph.words, year.range())
}

fn found(folded: &Folded, range: Range<usize>) -> Option<(i32, Span)> {
    let year = folded.text[range.clone()].parse().ok()?;
    Some((year, folded.span(range)))
}
