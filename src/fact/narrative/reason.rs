//! Why a number became no fact, by the words of its clause.

use std::ops::Range;

use crate::fact::Reason;
use crate::fact::scope::{Scope, Wanted};
use crate::fact::token::{Token, TokenKind};
use crate::grammar::Grammar;
use crate::grammar::clauses::Role;

/// How many tokens back a sentence is looked at: longer ones are none.
const FARTHEST: usize = 500;

/// Why the number at some bytes of folded words, cut into tokens, was left: it stands in a reason or a purpose; or its
/// clause names nothing, several things, or what means nothing here; or what it names is not what the number is about.
pub fn of(tokens: &[Token], number: &Range<usize>, scope: &Scope, grammar: &Grammar) -> Reason {
    let at = tokens.partition_point(|t| t.range.start < number.start);
    let back = |marks: &'static [char]| {
        let before = tokens[..at].iter().rev().take(FARTHEST);
        before.take_while(|t| !matches!(t.kind, TokenKind::Mark(mark) if marks.contains(&mark)))
    };
    let aside = |t: &Token| matches!(t.kind, TokenKind::Word(Role::Cause | Role::Purpose));
    if back(&['。', '；', '！', '？', '\n']).any(aside) {
        return Reason::OutsideVocabulary;
    }
    let clause = back(&['，', '。', '；', '！', '？', '\n']);
    let mut named = 0;
    let mut meant = 0;
    for token in clause {
        match &token.kind {
            TokenKind::Label(label) => {
                named += 1;
                let means = |wanted| scope.label(label, wanted, grammar).is_some();
                meant += usize::from(means(Wanted::Money) || means(Wanted::Count));
            }
            TokenKind::Category(_) | TokenKind::Path(_) => named += 1,
            _ => {}
        }
    }
    match (named, meant) {
        (0, _) => Reason::NoLabel,
        (1, 1) => Reason::OutsideVocabulary,
        _ => Reason::Ambiguous,
    }
}

#[cfg(test)]
mod tests {
    use crate::fact::Reason;

    #[test]
    fn numbers_are_left_for_a_reason() {
        for (reason, texts) in [
            (
                Reason::NoLabel,
                &[
                    "全镇种植蓝莓获利3.2万元。",
                    "共修缮栈道12.5万元，另购树苗4万元。",
                ][..],
            ),
            (
                Reason::OutsideVocabulary,
                &["机关运行经费减少，主要原因是上年更换锅炉花去7.3万元。"],
            ),
            (Reason::Ambiguous, &["会议费、培训费共计3.2万元。"]),
        ] {
            for text in texts {
                let report = crate::extract(text.as_bytes(), &Default::default()).unwrap();
                assert!(!report.unbound.is_empty(), "{text}");
                for unbound in report.unbound {
                    assert_eq!(unbound.reason, reason, "{text}");
                }
            }
        }
    }
}
