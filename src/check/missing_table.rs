//! `missing-table`: the statements are there, or a note that they are empty.

use super::log::Log;
use super::rules::Rule;
use super::{Context, Severity};
use crate::document::fold::fold_text;
use crate::grammar::checks::{Checks, Sign, Statement};
use crate::identity::Kind;
use crate::report::Table;

pub(super) const RULE: Rule = Rule {
    name: "missing-table",
    severity: Severity::Note,
    page: include_str!("missing_table.md"),
    run,
};

fn run(log: &mut Log<'_>) {
    let context = log.ledger.context;
    if context.identity.kind != Kind::DepartmentFinalAccounts {
        return;
    }
    let mut paragraphs = log.ledger.paragraphs.iter();
    let attached = paragraphs.any(|paragraph| paragraph.signs.has(Sign::Elsewhere));
    let statements = &context.grammar.checks.statements;
    let some = titled(context).any(|table| {
        let mut kinds = statements.iter().map(|statement| &statement.kind);
        table
            .kind
            .as_ref()
            .is_some_and(|own| kinds.any(|kind| kind == own))
    });
    // A text that goes without its statements, or has them attached, announces none of them as its own.
    if attached || !some {
        return;
    }
    let titles = titled(context).map(|table| table.title.as_deref());
    let titles: Vec<Option<String>> = titles.map(|title| title.map(fold_text)).collect();
    let lines: Vec<&str> = log
        .ledger
        .paragraphs
        .iter()
        .map(|paragraph| bare(&paragraph.words.text))
        .collect();
    let checks = &context.grammar.checks;
    let words = log.ledger.paragraphs.iter().map(|p| p.words.text.as_str());
    let empty: Vec<&str> = words
        .filter(|w| checks.attachment.empty.is_match(w))
        .collect();
    for statement in &checks.statements {
        let is_empty = || {
            empty.iter().any(|words| words.contains(&statement.zh))
                || is_noted(checks, statement, &lines)
        };
        if has_table(log, statement, &titles) || is_empty() {
            log.holds();
            continue;
        }
        // The line of a list of contents, or of the part of public statements, that is its title.
        let announced = lines.iter().position(|line| statement.title.is_match(line));
        let announced = announced.map(|at| context.document.quote(log.ledger.paragraphs[at].span));
        let (zh, en) = (
            format!("缺少《{}》", statement.zh),
            format!(
                "the statement 《{}》 ({}) is missing",
                statement.zh, statement.kind
            ),
        );
        let draft = log.report(zh, en);
        if let Some(quote) = announced {
            draft.severity = Severity::Warning;
            draft.zh.push_str("，而目录或公开表中列有此表");
            draft.en.push_str(", though the report lists it");
            draft.quotes.push(("stated", quote));
        } else {
            let start = context.document.quote(crate::document::Span::new(0, 0));
            draft.quotes.push(("stated", start));
        }
    }
}

/// The tables that say what they are. What the notes repeat of a statement without its title is none.
fn titled<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Table> {
    let tables = context.tables.iter().zip(&context.document.tables);
    tables
        .filter(|(_, source)| source.is_named())
        .map(|(table, _)| table)
}

/// How many paragraphs may stand between the title of an empty statement and its note: its number, its unit, its header.
const NEAR: usize = 6;

/// Whether a statement is printed without its rows, a note below its header saying that there is nothing to state.
fn is_noted(checks: &Checks, statement: &Statement, lines: &[&str]) -> bool {
    let is_title = |line: &&&str| checks.statements.iter().any(|s| s.title.is_match(line));
    let mut titles = (0..lines.len()).filter(|&at| statement.title.is_match(lines[at]));
    titles.any(|title| {
        let below = lines[title + 1..].iter().take(NEAR);
        let mut below = below.take_while(|line| !is_title(line));
        below.any(|line| checks.attachment.empty.is_match(line))
    })
}

/// Whether a table has the kind or the title of a statement; `titles` are those of the tables, folded.
fn has_table(log: &Log<'_>, statement: &Statement, titles: &[Option<String>]) -> bool {
    let mut tables = titled(log.ledger.context).zip(titles);
    let is_it = |title: &String| statement.title.is_match(bare(title));
    tables.any(|(table, title)| {
        table.kind.as_deref() == Some(&statement.kind) || title.as_ref().is_some_and(is_it)
    })
}

/// A folded title without its number, brackets and page.
fn bare(title: &str) -> &str {
    let title = title.trim_start_matches(|c| {
        matches!(
            c,
            '0'..='9' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
        ) || matches!(c, '表' | '公' | '开' | '附' | '件')
            || matches!(
                c,
                '、' | '.' | '．' | '(' | ')' | '（' | '）' | ':' | '：' | '《'
            )
    });
    title.trim_end_matches(|c| {
        matches!(
            c,
            '0'..='9' | '.' | '…' | '·' | '-' | '》' | '。' | '；' | ';'
        )
    })
}
