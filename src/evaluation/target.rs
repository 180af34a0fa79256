//! What a target says: `≥45口`, `90%-100%`, `2022年6月底前`, `明显改善`.

use std::ops::Range;

use crate::grammar::forms::{Operator, Vocabulary};

use super::value::{fold, leading_number, trim};

/// What a target says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Target {
    /// How it compares; `None` for a plain number, a range or a date.
    pub operator: Option<Operator>,
    /// Where the words or signs stand that say so.
    pub sign: Option<Range<usize>>,
    /// The number, or the words.
    pub value: Range<usize>,
    /// The unit behind the number.
    pub unit: Option<Range<usize>>,
}

impl Target {
    /// A target in words.
    pub fn words(text: &str) -> Self {
        Self {
            operator: Some(Operator::Qualitative),
            value: trim(text, 0..text.len()),
            ..Self::default()
        }
    }
}

/// `target = [operator] number [unit] [operator] | range | date | words`.
pub(super) fn read(text: &str, vocabulary: &Vocabulary) -> Target {
    let whole = trim(text, 0..text.len());
    let (sign, rest) = match before(&text[whole.clone()], vocabulary) {
        Some((operator, length)) => {
            let at = whole.start..whole.start + length;
            (Some((operator, at.clone())), trim(text, at.end..whole.end))
        }
        None => (None, whole.clone()),
    };
    let words = &text[rest.clone()];
    if is_date(words) || is_range(words) {
        return Target {
            operator: sign.as_ref().map(|(operator, _)| *operator),
            sign: sign.map(|(_, at)| at),
            value: rest,
            unit: None,
        };
    }
    match measure(text, rest.clone(), vocabulary) {
        Some((value, unit, behind)) => {
            // 达到24小时以内 is at most 24: words before the number say less than those behind it.
            let is_word = |at: &Range<usize>| text[at.clone()].contains(char::is_alphabetic);
            let sign = match (sign, behind) {
                (Some((_, at)), Some(behind)) if is_word(&at) => Some(behind),
                (sign, behind) => sign.or(behind),
            };
            Target {
                operator: sign.as_ref().map(|(operator, _)| *operator),
                sign: sign.map(|(_, at)| at),
                value,
                unit,
            }
        }
        None => Target {
            operator: Some(Operator::Qualitative),
            sign: None,
            // A sign before words (=全覆盖) is none of them; an adverb (高于上年) is.
            value: match sign {
                Some((_, at)) if !text[at.clone()].contains(char::is_alphabetic) => rest,
                _ => whole,
            },
            unit: None,
        },
    }
}

/// The operator that a text begins with, and its length.
pub(super) fn before(text: &str, vocabulary: &Vocabulary) -> Option<(Operator, usize)> {
    vocabulary
        .operators_before()
        .iter()
        .find(|(word, _)| text.starts_with(word.as_str()))
        .map(|(word, operator)| (*operator, word.len()))
}

type Measure = (
    Range<usize>,
    Option<Range<usize>>,
    Option<(Operator, Range<usize>)>,
);

/// `measure = number [unit] [operator]`, the whole of the range.
fn measure(text: &str, range: Range<usize>, vocabulary: &Vocabulary) -> Option<Measure> {
    let (_, length) = leading_number(&text[range.clone()])?;
    let number = range.start..range.start + length;
    let mut rest = trim(text, number.end..range.end);
    rest.end = rest.start
        + text[rest.clone()]
            .trim_end_matches(['。', '；', ';', '，', ','])
            .len();
    let behind = vocabulary
        .operators_after()
        .iter()
        .find(|(word, _)| text[rest.clone()].ends_with(word.as_str()))
        .map(|(word, operator)| (*operator, rest.end - word.len()..rest.end));
    if let Some((_, at)) = &behind {
        rest = trim(text, rest.start..at.start);
    }
    let unit = &text[rest.clone()];
    is_unit(unit).then(|| (number, (!unit.is_empty()).then_some(rest), behind))
}

/// Whether words can be a unit: short, without digits and without punctuation but `/` and brackets; `%` stands alone.
fn is_unit(words: &str) -> bool {
    let percent = words.contains(['%', '％', '‰']);
    words.chars().count() <= if percent { 1 } else { 10 }
        && !words.contains(|c: char| {
            c.is_numeric() || c.is_whitespace() || "，。；：、！？,;:!?".contains(c)
        })
}

/// `90%-100%`, `3至5次`: two numbers with nothing but a unit and a dash between them.
fn is_range(words: &str) -> bool {
    let Some((_, length)) = leading_number(words) else {
        return false;
    };
    let rest = words[length..].trim_start();
    let unit: usize = rest
        .chars()
        .take_while(|&c| !is_dash(c) && !c.is_numeric())
        .take(5)
        .map(char::len_utf8)
        .sum();
    let rest = rest[unit..].trim_start();
    let Some(dash) = rest.chars().next().filter(|&c| is_dash(c)) else {
        return false;
    };
    let behind = rest[dash.len_utf8()..].trim_start_matches(|c| is_dash(c) || c.is_whitespace());
    leading_number(behind).is_some_and(|(_, length)| is_unit(behind[length..].trim()))
}

fn is_dash(c: char) -> bool {
    matches!(
        fold(c),
        '-' | '~' | '—' | '–' | '－' | '至' | '到' | '〜' | '∼'
    )
}

/// `2022年12月31日前`, `10月底前完成`, `2022-12-31`: a point in time.
fn is_date(words: &str) -> bool {
    let Some((value, length)) = leading_number(words) else {
        return false;
    };
    let (rest, is_year) = (
        &words[length..],
        value >= rust_decimal::Decimal::from(1900) && value < rust_decimal::Decimal::from(2100),
    );
    let part = rest.chars().find(|c| !c.is_whitespace()).unwrap_or(' ');
    let tail = words.chars().filter(|&c| {
        !fold(c).is_ascii_digit()
            && !c.is_whitespace()
            && !"年月日号季度前后底末初旬上中下以之内完成".contains(c)
    });
    match part {
        '年' if is_year => tail.count() == 0,
        '月' if value <= rust_decimal::Decimal::from(12) => {
            rest.trim() != "月" && tail.count() == 0
        }
        '-' | '/' | '.' | '－' if is_year => {
            words.split(['-', '/', '.', '－']).all(|digits| {
                !digits.is_empty() && digits.chars().all(|c| fold(c).is_ascii_digit())
            }) && words.contains(['-', '/', '－'])
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::Grammar;

    #[test]
    fn targets_part_into_operator_number_and_unit() {
        let vocabulary = Grammar::embedded().forms.union();
        let parted = |text: &str| {
            let t = read(text, vocabulary);
            (
                t.operator.map_or("", Operator::name),
                text[t.value].to_owned(),
                t.unit.map_or(String::new(), |u| text[u].to_owned()),
            )
        };
        for (operator, value, unit, texts) in [
            (
                ">=",
                "45",
                "口",
                &[
                    "≥45口",
                    "＞＝45口",
                    ">=45 口",
                    "不低于45口",
                    "达到45口",
                    "达45口以上",
                    "45口以上",
                    "45口及以上",
                    "≥ 45口。",
                ][..],
            ),
            (
                "<=",
                "18",
                "元/立方米",
                &["≤18元/立方米", "不超过18元/立方米"],
            ),
            ("=", "100", "%", &["=100%", "＝100%"]),
            ("=", "100", "％", &["等于100％"]),
            (">", "1.2", "万人", &["＞1.2万人", "大于1.2万人"]),
            ("<", "3", "件", &["<3件", "少于3件"]),
            (
                "<=",
                "3",
                "个工作日",
                &["3个工作日内", "≤3个工作日", "3个工作日以内"],
            ),
            ("<=", "24", "小时", &["达到24小时以内", "控制在24小时以内"]),
            ("<=", "6", "月", &["≤6月"]),
            ("", "45", "台（套）", &["45台（套）"]),
            ("", "100", "%", &["100%"]),
            ("", "3,200", "", &["3,200"]),
            ("", "90%-100%", "", &["90%-100%"]),
            ("", "3至5次", "", &["3至5次"]),
            ("", "5～10天", "", &["5～10天"]),
            ("", "2022年12月31日前", "", &["2022年12月31日前"]),
            ("", "10月底前完成", "", &["10月底前完成"]),
            ("", "2022年", "", &["2022年"]),
            ("", "2022-12-31", "", &["2022-12-31"]),
            ("<=", "2022年6月", "", &["≤2022年6月"]),
            ("qualitative", "明显改善", "", &["明显改善", "＝明显改善"]),
            ("qualitative", "达标", "", &["达标"]),
            ("qualitative", "达到三级标准", "", &["达到三级标准"]),
            ("qualitative", "按季度", "", &["按季度"]),
            ("qualitative", "高于上年", "", &["高于上年"]),
            ("qualitative", "3场培训，5场会议", "", &["3场培训，5场会议"]),
            ("qualitative", "100%完成", "", &["100%完成"]),
        ] {
            for text in texts {
                assert_eq!(
                    parted(text),
                    (operator, value.to_owned(), unit.to_owned()),
                    "{text}"
                );
            }
        }
    }
}
