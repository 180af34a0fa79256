//! `unfilled-placeholder`: no template instruction, `XX`, `下降（增长）` is left.

use super::Severity;
use super::log::Log;
use super::rules::Rule;
use crate::document::fold::fold_text;
use crate::evaluation::Evaluation;
use crate::grammar::checks::{Placeholder, Sign};

pub(super) const RULE: Rule = Rule {
    name: "unfilled-placeholder",
    severity: Severity::Warning,
    page: include_str!("unfilled_placeholder.md"),
    run,
};

fn run(log: &mut Log<'_>) {
    let context = log.ledger.context;
    for evaluation in context.evaluations {
        in_table(log, evaluation);
    }
    let placeholder = &context.grammar.checks.placeholder;
    for paragraph in &log.ledger.paragraphs {
        if !paragraph.signs.has(Sign::Placeholder) {
            continue;
        }
        let words = &paragraph.words.text;
        // 支出增加（减少）原因 may be a heading, but no sentence.
        let is_title = paragraph.is_heading() && !words.ends_with('。');
        if paragraph.is_in("glossary") || is_title {
            continue;
        }
        let mut found: Vec<_> = placeholder
            .phrases
            .iter()
            .flat_map(|pattern| pattern.captures_iter(words))
            .filter_map(|captures| captures.name("it").map(|it| it.range()))
            .collect();
        found.sort_by_key(|range| range.start);
        // One template sentence is one defect, however many gaps it has.
        let mut last = None;
        for range in found {
            let sentence = words[..range.start].rfind(['。', '；']);
            if last == Some(sentence) {
                continue;
            }
            last = Some(sentence);
            let quote = paragraph.quote(context, range);
            let draft = log.report(
                format!("“{}”是模板留下的占位文字，未填写", quote.exact),
                format!("“{}” is left over from a template", quote.exact),
            );
            draft.quotes.push(("stated", quote));
        }
    }
}

fn in_table(log: &mut Log<'_>, evaluation: &Evaluation) {
    let placeholder = &log.ledger.context.grammar.checks.placeholder;
    let texts = [
        ("/annual_target", &evaluation.annual_target),
        ("/target_completion", &evaluation.target_completion),
        ("/summary", &evaluation.summary),
        ("/conclusion", &evaluation.conclusion),
        ("/problems", &evaluation.problems),
        ("/improvements", &evaluation.improvements),
    ];
    let reasons = evaluation
        .budget
        .iter()
        .enumerate()
        .map(|(row, budget)| (format!("/budget/{row}/reason"), &budget.reason));
    let left: Vec<(String, &str)> = texts
        .into_iter()
        .map(|(pointer, text)| (pointer.to_owned(), text))
        .chain(reasons)
        .filter_map(|(pointer, text)| Some((pointer, text.as_deref()?)))
        .filter(|(_, text)| instructs(placeholder, text))
        .collect();
    let Some((_, words)) = left.first() else {
        return log.holds();
    };
    let name = evaluation.project_name.as_deref().unwrap_or_default();
    let quotes: Vec<_> = left
        .iter()
        .filter_map(|(pointer, _)| evaluation.spans.get(pointer))
        .map(|quote| ("stated", quote.clone()))
        .collect();
    let draft = log.report(
        format!("{name}自评表保留了填报说明：“{words}”"),
        format!("the self-assessment of {name} still has the instruction “{words}”"),
    );
    draft.quotes = quotes;
}

/// Whether a cell still holds an instruction or a gap of the template.
fn instructs(placeholder: &Placeholder, text: &str) -> bool {
    let words = fold_text(text);
    sentences(&words).any(|s| placeholder.instructions.iter().any(|p| p.is_match(s)))
        || placeholder.phrases.iter().any(|p| p.is_match(&words))
}

/// Whether a cell says something of its own beside instructions.
pub(super) fn is_filled(placeholder: &Placeholder, text: &str) -> bool {
    let words = fold_text(text);
    sentences(&words).any(|sentence| {
        !placeholder.empty.is_match(sentence)
            && !placeholder
                .instructions
                .iter()
                .any(|p| p.is_match(sentence))
    })
}

/// The sentences of a cell without their numbers.
fn sentences(words: &str) -> impl Iterator<Item = &str> {
    words
        .split(['。', '；', ';', '!', '！'])
        .map(|s| s.trim_start_matches(|c: char| c.is_ascii_digit() || ".、．()（） ".contains(c)))
        .map(str::trim)
        .filter(|s| !s.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::Grammar;

    #[test]
    fn a_cell_is_filled_by_what_is_no_instruction() {
        let placeholder = &Grammar::embedded().checks.placeholder;
        for (filled, texts) in [
            (
                true,
                &[
                    "项目招标推迟，资金结转下年",
                    "1.执行率未达到90%的需说明原因（100字以内）；因汛期停工",
                    "节约资金3万元。",
                ][..],
            ),
            (
                false,
                &[
                    "",
                    "无",
                    "/",
                    "需说明原因（100字以内）",
                    "1.预算执行率=预算执行数/调整后预算数，未达到90%的需说明原因；2.年中发生调整的，应单独说明理由；3.其他资金包括：社会投入资金",
                ],
            ),
        ] {
            for text in texts {
                assert_eq!(is_filled(placeholder, text), filled, "{text}");
            }
        }
    }

    #[test]
    fn phrases_of_a_template_are_told_from_prose() {
        let placeholder = &Grammar::embedded().checks.placeholder;
        for (left, texts) in [
            (
                true,
                &[
                    "支出XX万元，完成预算的XX%。",
                    "比上年增加（减少）3.2万元",
                    "较上年下降（增长）1.5%。",
                    "主要原因是××。",
                    "（请填写项目开展情况）",
                    "项目成效（200字以内）",
                    "购置车辆__辆",
                ][..],
            ),
            (
                false,
                &[
                    "收入增长3.2%，支出下降1.5%。",
                    "项目编号ZXX2023001。",
                    "因公出国（境）费0万元",
                    "单价100万元（含）以上设备0台（套）",
                    "决算数大于预算数3万元",
                    "增减（变动）情况说明如下",
                    "尺寸为3×4米",
                ],
            ),
        ] {
            for text in texts {
                let words = fold_text(text);
                assert_eq!(
                    placeholder.phrases.iter().any(|p| p.is_match(&words)),
                    left,
                    "{text}"
                );
            }
        }
    }
}
