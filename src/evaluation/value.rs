//! What stands in a cell: numbers, code and name, points in brackets, numbered parts.
//!
//! Everything is given as a range of the cell's own text, so that it can be pointed at.

use std::ops::Range;

use rust_decimal::Decimal;

/// A character as it compares: full-width forms as ASCII.
pub(super) fn fold(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        _ => c,
    }
}

/// The range of `inner` without white space at its ends.
pub(super) fn trim(text: &str, inner: Range<usize>) -> Range<usize> {
    let words = text.get(inner.clone()).unwrap_or_default();
    let start = inner.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}

/// Whether a cell says nothing: white space, `/`, or dashes alone.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().map(fold).all(|c| {
        c.is_whitespace() || matches!(c, '/' | '-' | '—' | '–' | '─' | '\u{200b}' | '\u{feff}')
    })
}

/// Whether a name is only there to be written over: nothing, or dots.
pub(super) fn is_filler(text: &str) -> bool {
    text.chars()
        .map(fold)
        .all(|c| !c.is_alphanumeric() && !matches!(c, '%' | '≥' | '≤' | '=' | '<' | '>'))
}

/// `number = [sign] digits {"," digits} ["." digits]` at the start of a text: its value and its length in bytes.
pub(super) fn leading_number(text: &str) -> Option<(Decimal, usize)> {
    let mut digits = String::new();
    let (mut end, mut whole) = (0, true);
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next().map(fold);
        match fold(c) {
            sign @ ('-' | '+') if digits.is_empty() => digits.push(sign),
            digit @ '0'..='9' => digits.push(digit),
            ',' if whole && next.is_some_and(|n| n.is_ascii_digit()) => {}
            '.' if whole && next.is_some_and(|n| n.is_ascii_digit()) => {
                whole = false;
                digits.push('.');
            }
            _ => break,
        }
        end = at + c.len_utf8();
    }
    let value = Decimal::from_str_exact(digits.trim_start_matches('+')).ok()?;
    digits
        .starts_with(|c: char| c != '.')
        .then_some((value, end))
}

/// A text that is a number, with one of these units or none behind it.
pub(super) fn number_with(text: &str, units: &[&str]) -> Option<Decimal> {
    let text = text.trim();
    let (value, length) = leading_number(text)?;
    let rest: String = text.get(length..)?.trim().chars().map(fold).collect();
    (rest.is_empty() || units.contains(&rest.as_str())).then_some(value)
}

/// The points that a formula in brackets multiplies a rate with: 20 of 得分（20分×执行率）.
pub(super) fn factor(text: &str) -> Option<Range<usize>> {
    let opens = text.find(['(', '（'])?;
    let (start, words) = text[opens..]
        .char_indices()
        .map(|(at, _)| opens + at)
        .filter(|&at| text[at..].starts_with(|c: char| fold(c).is_ascii_digit()))
        .find_map(|at| Some((at, leading_number(&text[at..])?.1)))?;
    let formula = text[opens..].contains(['×', '*', '＊', 'x', 'X']);
    let points = text[start + words..].trim_start().starts_with('分');
    (formula && points).then_some(start..start + words)
}

/// `name = words [ "（" number "分" "）" ]`: the name and the points.
pub(super) fn points(text: &str) -> (Range<usize>, Option<(Decimal, Range<usize>)>) {
    let whole = trim(text, 0..text.len());
    let none = (whole.clone(), None);
    let Some(inner) = text[whole.clone()].strip_suffix([')', '）']) else {
        return none;
    };
    let Some((open, bracket)) = inner.char_indices().rfind(|&(_, c)| fold(c) == '(') else {
        return none;
    };
    let start = whole.start + open + bracket.len_utf8();
    let words = &text[start..whole.start + inner.len()];
    let lead = words.len() - words.trim_start().len();
    let Some((value, length)) = leading_number(words.trim_start()) else {
        return none;
    };
    match words.trim_start()[length..].trim() {
        "分" => {
            let at = start + lead;
            (
                trim(text, whole.start..whole.start + open),
                Some((value, at..at + length)),
            )
        }
        _ => none,
    }
}

/// `project = [ code dash ] name`; a code has at least eight signs, digits and capitals, digits among them.
pub(super) fn code_and_name(text: &str) -> (Option<Range<usize>>, Range<usize>) {
    let whole = trim(text, 0..text.len());
    let words = &text[whole.clone()];
    let length = words
        .find(|c: char| !fold(c).is_ascii_digit() && !fold(c).is_ascii_uppercase())
        .unwrap_or(words.len());
    let code = &words[..length];
    let rest = words[length..].trim_start();
    let long = code.chars().count() >= 8
        && code.chars().filter(|&c| fold(c).is_ascii_digit()).count() >= 6;
    let Some(dash) = rest
        .chars()
        .next()
        .filter(|&c| matches!(fold(c), '-' | '—' | '–' | '_' | ':' | '|'))
    else {
        return (None, whole);
    };
    let name = rest[dash.len_utf8()..].trim_start_matches(|c| c == dash || char::is_whitespace(c));
    if !long || name.is_empty() {
        return (None, whole);
    }
    let start = whole.end - name.len();
    (Some(whole.start..whole.start + length), start..whole.end)
}

/// A part of a cell that holds several numbered indicators, or the whole of one that does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// `指标1`.
    pub id: Option<Range<usize>>,
    /// The words behind it.
    pub words: Range<usize>,
}

/// Splits `指标1：甲 指标2：乙` at its numbers. Without numbers the cell is one part.
pub(super) fn parts(text: &str, numbered: &[String]) -> Vec<Part> {
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some((id, length)) = mark(rest, numbered)
            && (at == 0 || !text[..at].ends_with(char::is_alphanumeric))
        {
            marks.push((at..at + id, at + length));
            at += length;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    let starts_with_mark = marks
        .first()
        .is_some_and(|(id, _)| text[..id.start].trim().is_empty());
    if !starts_with_mark {
        return vec![Part {
            id: None,
            words: trim(text, 0..text.len()),
        }];
    }
    let ends = marks
        .iter()
        .skip(1)
        .map(|(id, _)| id.start)
        .chain([text.len()]);
    marks
        .iter()
        .zip(ends)
        .map(|((id, start), end)| Part {
            id: Some(id.clone()),
            words: without_filler(text, trim(text, *start..end)),
        })
        .collect()
}

/// `mark = word digits [":"]`: the length of word and digits, and of the whole mark.
fn mark(text: &str, numbered: &[String]) -> Option<(usize, usize)> {
    let word = numbered
        .iter()
        .find(|word| text.starts_with(word.as_str()))?;
    let behind = &text[word.len()..];
    let digits: usize = behind
        .chars()
        .take_while(|&c| fold(c).is_ascii_digit() || "一二三四五六七八九十".contains(c))
        .map(char::len_utf8)
        .sum();
    let colon = behind[digits..]
        .chars()
        .next()
        .filter(|&c| matches!(fold(c), ':' | '.' | '、'));
    let id = word.len() + digits;
    (digits > 0).then(|| (id, id + colon.map_or(0, char::len_utf8)))
}

/// Words without the dots that stand behind them for more.
fn without_filler(text: &str, range: Range<usize>) -> Range<usize> {
    let words = text[range.clone()].trim_end_matches(|c: char| c.is_whitespace() || c == '…');
    range.start..range.start + words.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_printed_scale() {
        for (value, texts) in [
            (
                "54.00",
                &["54.00", "５４．００", " 54.00 ", "54.00%", "54.00％"][..],
            ),
            ("1234567.80", &["1,234,567.80", "1，234，567.80"]),
            ("9.5", &["9.5", "9.5分", "9.5 分", "+9.5"]),
            ("-3", &["-3", "－3"]),
        ] {
            for text in texts {
                let read = number_with(text, &["%", "分"]).map(|v| v.to_string());
                assert_eq!(read.as_deref(), Some(value), "{text}");
            }
        }
        for text in [
            "",
            "-",
            "47口",
            "1.2.3",
            "12,",
            "十",
            "≥3",
            "3-5",
            "99999999999999999999999999999999",
        ] {
            assert_eq!(number_with(text, &[]), None, "{text}");
        }
    }

    #[test]
    fn blanks_slashes_and_dashes_say_nothing() {
        for text in [
            "", " ", "　", "\u{a0}", "/", "／", "-", "--", "—", "——", "－",
        ] {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["0", "无", "-3", "1/2", "……"] {
            assert!(!is_blank(text), "{text:?}");
        }
        for text in ["……", "...", "/", "", "…… ", "—"] {
            assert!(is_filler(text), "{text:?}");
        }
        for text in ["无", "0", "水质…"] {
            assert!(!is_filler(text), "{text:?}");
        }
    }

    #[test]
    fn formulas_in_brackets_have_points() {
        for (points, text) in [
            (Some("20"), "得分（20分×执行率）"),
            (Some("10"), "得分(执行率×10分)"),
            (Some("２０"), "得分（２０分 * 执行率）"),
            (None, "得分（执行率×100%）"),
            (None, "得分（10分）"),
            (None, "20分×执行率"),
            (None, "得分"),
        ] {
            assert_eq!(factor(text).map(|at| &text[at]), points, "{text}");
        }
    }

    #[test]
    fn points_in_brackets_leave_the_name() {
        let read = |text: &str| {
            let (name, points) = points(text);
            (
                text[name].to_owned(),
                points.map(|(value, at)| (value.to_string(), text[at].to_owned())),
            )
        };
        for (name, points, texts) in [
            (
                "预算编制",
                "30",
                &[
                    "预算编制（30分）",
                    "预算编制(30 分)",
                    " 预算编制（30分)",
                    "预算编制 （30分）",
                ][..],
            ),
            ("决策", "7.5", &["决策（7.5分）"]),
        ] {
            for text in texts {
                assert_eq!(
                    read(text),
                    (
                        name.to_owned(),
                        Some((points.to_owned(), points.to_owned()))
                    ),
                    "{text}"
                );
            }
        }
        for text in [
            "产出指标",
            "设备（台）",
            "完成率（100%）",
            "得分",
            "（）",
            "）",
        ] {
            assert_eq!(read(text), (text.to_owned(), None));
        }
    }

    #[test]
    fn a_project_has_its_code_before_a_dash() {
        let read = |text: &str| {
            let (code, name) = code_and_name(text);
            (code.map(|c| text[c].to_owned()), text[name].to_owned())
        };
        let with = |code: &str, name: &str| (Some(code.to_owned()), name.to_owned());
        assert_eq!(
            read("51990024T000001112223-图书流动车"),
            with("51990024T000001112223", "图书流动车")
        );
        assert_eq!(
            read("51990024T000001112223 — 2024年-图书"),
            with("51990024T000001112223", "2024年-图书")
        );
        for text in [
            "图书流动车",
            "2024年-图书",
            "20240115活动",
            "51990024T000001112223-",
            "A-甲",
        ] {
            assert_eq!(read(text), (None, text.to_owned()));
        }
    }

    #[test]
    fn a_cell_of_several_indicators_splits_at_their_numbers() {
        let read = |text: &str| -> Vec<(Option<String>, String)> {
            parts(text, &["指标".to_owned()])
                .into_iter()
                .map(|p| (p.id.map(|id| text[id].to_owned()), text[p.words].to_owned()))
                .collect()
        };
        let one = |id: &str, words: &str| (Some(id.to_owned()), words.to_owned());
        assert_eq!(
            read("指标1：甲 指标2：乙 ……"),
            [one("指标1", "甲"), one("指标2", "乙")]
        );
        assert_eq!(read("指标１：甲"), [one("指标１", "甲")]);
        assert_eq!(read("指标一、甲"), [one("指标一", "甲")]);
        assert_eq!(read("指标2："), [one("指标2", "")]);
        for text in ["甲", "满意度指标1项", "完成指标", "甲 指标1：乙"] {
            assert_eq!(read(text), [(None, text.to_owned())]);
        }
    }
}
