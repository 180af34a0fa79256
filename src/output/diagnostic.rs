//! Findings as a compiler draws them: the words of the report, the operands underlined, the computation below.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::check::{Finding, Operand, Severity};
use crate::document::{Document, Span};

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Chinese.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// The message of a finding in this language.
    pub fn message(self, finding: &Finding) -> &str {
        match self {
            Self::Chinese => &finding.message,
            Self::English => &finding.english,
        }
    }

    /// A word for the part that an operand plays.
    fn role(self, role: &str) -> &str {
        if self == Self::English {
            return role;
        }
        ROLES
            .iter()
            .find(|(english, _)| *english == role)
            .map_or(role, |(_, chinese)| chinese)
    }
}

/// The parts that operands play.
const ROLES: [(&str, &str); 18] = [
    ("stated", "所述"),
    ("other", "另一处"),
    ("part", "部分"),
    ("whole", "总数"),
    ("base", "基数"),
    ("executed", "决算数"),
    ("approved", "年初预算"),
    ("adjustment", "调整数"),
    ("difference", "差额"),
    ("this", "本年"),
    ("last", "上年"),
    ("change", "增减额"),
    ("rate", "比率"),
    ("number", "数字"),
    ("weight", "权重"),
    ("reason", "原因"),
    ("suspect", "疑误"),
    ("consequence", "随之不符"),
];

/// How many operands of one finding are drawn.
const DRAWN: usize = 12;

/// How many characters of a line are shown on either side of an operand.
const AROUND: usize = 24;

/// Draws findings.
pub struct Diagnostics {
    renderer: Renderer,
    language: Language,
}

impl Diagnostics {
    /// Draws with colours or plainly, for a terminal of some width.
    pub fn new(colour: bool, width: usize, language: Language) -> Self {
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        Self {
            renderer: renderer.decor_style(DecorStyle::Unicode).term_width(width),
            language,
        }
    }

    /// One finding of the report called `name`.
    pub fn draw(&self, name: &str, document: &Document, finding: &Finding) -> String {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let title = level
            .primary_title(self.language.message(finding))
            .id(finding.rule.as_str());
        let mut group = Group::with_title(title);
        if finding.is_placeless() {
            group = group.element(Origin::path(name.to_owned()));
        } else {
            for window in windows(document, &finding.spans) {
                group = self.window(group, name, document, &window);
            }
        }
        if let Some(formula) = &finding.formula {
            let computation = match self.language {
                Language::Chinese => format!("计算：{formula}"),
                Language::English => format!("computed: {formula}"),
            };
            group = group.element(Level::NOTE.no_name().message(computation));
        }
        self.renderer.render(&[group])
    }

    /// Adds the words around some operands.
    fn window<'a>(
        &self,
        group: Group<'a>,
        name: &str,
        document: &'a Document,
        window: &Window<'a>,
    ) -> Group<'a> {
        let Some(first) = window.operands.first() else {
            return group;
        };
        let quote = &first.quote;
        let place = match (&quote.cell, &quote.path) {
            (Some(cell), _) => format!("{name}!{cell}"),
            (None, Some(path)) => format!("{name}!{path}"),
            (None, None) => name.to_owned(),
        };
        let origin = Origin::path(place)
            .line(quote.line)
            .char_column(document.column(quote.bytes.start));
        let annotations = window.operands.iter().enumerate().map(|(i, operand)| {
            let kind = if i == 0 && window.is_first {
                AnnotationKind::Primary
            } else {
                AnnotationKind::Context
            };
            let from = operand.quote.bytes.start - window.span.start;
            let to = operand.quote.bytes.end - window.span.start;
            kind.span(from..to)
                .label(self.language.role(&operand.role).to_owned())
        });
        let snippet: Snippet<'a, Annotation<'a>> = Snippet::source(document.slice(window.span))
            .line_start(document.line(window.span.start))
            .annotations(annotations.collect::<Vec<_>>());
        group.element(origin).element(snippet)
    }
}

/// Some operands that stand close together, with the words around them.
struct Window<'a> {
    span: Span,
    operands: Vec<&'a Operand>,
    is_first: bool,
}

/// The operands in the order of the finding, those of one line near each other together.
fn windows<'a>(document: &Document, operands: &'a [Operand]) -> Vec<Window<'a>> {
    let mut windows: Vec<Window> = Vec::new();
    for operand in operands.iter().take(DRAWN) {
        let span = around(document, operand.quote.bytes);
        let line = document.line(span.start);
        let near = windows
            .iter_mut()
            .find(|w| w.span.overlaps(span) && document.line(w.span.start) == line);
        match near {
            Some(window) => {
                let known = window
                    .operands
                    .iter()
                    .any(|o| o.quote.bytes == operand.quote.bytes);
                if !known {
                    window.span = window.span.join(span);
                    window.operands.push(operand);
                }
            }
            None => windows.push(Window {
                span,
                operands: vec![operand],
                is_first: windows.is_empty(),
            }),
        }
    }
    windows
}

/// A phrase with some words of its line on either side, numbers whole.
fn around(document: &Document, phrase: Span) -> Span {
    let text = &document.text;
    let in_number = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',');
    let before = text[..phrase.start].char_indices().rev().take(AROUND);
    let start = before
        .take_while(|(_, c)| *c != '\n')
        .last()
        .map_or(phrase.start, |(at, _)| at);
    let start = text[..start].trim_end_matches(in_number).len();
    let after = text[phrase.end..].char_indices().take(AROUND);
    let end = after
        .take_while(|(_, c)| *c != '\n')
        .last()
        .map_or(phrase.end, |(at, c)| phrase.end + at + c.len_utf8());
    let rest = &text[end..];
    let end = end + rest.len() - rest.trim_start_matches(in_number).len();
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Options, inspect};

    const REPORT: &str = "禾丰县档案馆2023年度部门决算\n\n一、支出决算情况说明\n2023年度本年支出合计948.90万元，其中：基本支出620.00万元，占63.54%；项目支出328.90万元，占34.66%。\n";

    fn drawn(language: Language) -> String {
        let examined = inspect(REPORT.as_bytes(), &Options::default()).unwrap();
        let finding = &examined
            .report
            .findings
            .iter()
            .find(|f| f.rule == "share-mismatch");
        Diagnostics::new(false, 120, language).draw(
            "报告.txt",
            &examined.document,
            finding.unwrap(),
        )
    }

    #[test]
    fn a_finding_is_drawn_with_its_operands_underlined() {
        let drawn = drawn(Language::Chinese);
        for words in [
            "error[share-mismatch]",
            "65.34%",
            "报告.txt:4:",
            "所述",
            "部分",
            "总数",
            "计算：620.00 ÷ 948.90",
        ] {
            assert!(drawn.contains(words), "{words} is not in\n{drawn}");
        }
        assert!(super::Language::English.role("part") == "part");
    }

    #[test]
    fn underlines_stand_under_wide_characters() {
        let drawn = drawn(Language::English);
        let lines: Vec<&str> = drawn.lines().collect();
        let at = lines
            .iter()
            .rposition(|line| line.contains("63.54%"))
            .unwrap();
        let width = |text: &str| {
            text.chars()
                .map(|c| if c > '\u{2E80}' { 2 } else { 1 })
                .sum::<usize>()
        };
        let over = width(lines[at].split("63.54%").next().unwrap());
        let under = width(lines[at + 1].split('━').next().unwrap());
        assert_eq!(over, under, "\n{drawn}");
    }
}
