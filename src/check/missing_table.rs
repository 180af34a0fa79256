//! `missing-table`: the statements are there, or a note that they are empty.

use super::Severity;
use super::log::Log;
use super::rules::Rule;
use crate::document::Quote;
use crate::document::fold::fold_text;
use crate::grammar::checks::Statement;
use crate::identity::Kind;

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
    let attached = log.ledger.paragraphs.iter().any(|paragraph| {
        context
            .grammar
            .checks
            .attachment
            .elsewhere
            .is_match(&paragraph.words.text)
    });
    let some = context.tables.iter().any(|table| {
        table
            .kind
            .as_deref()
            .is_some_and(|kind| kind.starts_with("final_accounts."))
    });
    // A text that goes without its statements, or has them attached, announces none of them as its own.
    if attached || !some {
        return;
    }
    for statement in &context.grammar.checks.statements {
        if is_there(log, statement) {
            log.holds();
            continue;
        }
        let announced = announced(log, statement);
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

/// Whether a table has the kind or the title of a statement, or a sentence says that it is empty.
fn is_there(log: &Log<'_>, statement: &Statement) -> bool {
    let context = log.ledger.context;
    context.tables.iter().any(|table| {
        table.kind.as_deref() == Some(&statement.kind)
            || table
                .title
                .as_deref()
                .is_some_and(|t| statement.title.is_match(bare(&fold_text(t))))
    }) || log.ledger.paragraphs.iter().any(|paragraph| {
        let words = &paragraph.words.text;
        let attachment = &context.grammar.checks.attachment;
        words.contains(statement.zh.as_str()) && attachment.empty.is_match(words)
    })
}

/// The line of a list of contents, or of the part of public statements, that is the title of a statement.
fn announced(log: &Log<'_>, statement: &Statement) -> Option<Quote> {
    let context = log.ledger.context;
    log.ledger.paragraphs.iter().find_map(|paragraph| {
        let title = bare(&paragraph.words.text);
        statement
            .title
            .is_match(title)
            .then(|| context.document.quote(paragraph.span))
    })
}

/// A folded title without its number, brackets and page.
fn bare(title: &str) -> &str {
    let title = title.trim_start_matches(|c: char| {
        c.is_ascii_digit() || "一二三四五六七八九十表公开附件、.．()（）:：《".contains(c)
    });
    title.trim_end_matches(|c: char| c.is_ascii_digit() || ".…·-》。；;".contains(c))
}
