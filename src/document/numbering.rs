//! Numbering styles of headings, and the level that each has.
//!
//! | printed | level |
//! |---|---|
//! | 第一部分, 第一章, 附件1 | 1 |
//! | (headings of reports within the annex) | 2 |
//! | 一、 | 3 |
//! | （一） (一) | 4 |
//! | 1. 1、 1． | 5 |
//! | （1） (1) 1） | 6 |
//! | ① | 7 |

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{opt, peek, recognize, verify};
use nom::sequence::{delimited, terminated};
use nom::{IResult, Parser};

use crate::mention;

/// The number that a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number<'a> {
    /// As folded: `二、`, `(一)`.
    pub text: &'a str,
    /// Its level.
    pub level: usize,
}

/// Reads the number at the start of a folded line.
///
/// ```
/// use gongkai::document::numbering::number;
/// assert_eq!(number("(一)收入情况").unwrap().level, 4);
/// assert!(number("1.5%的增长").is_none());
/// ```
pub fn number(line: &str) -> Option<Number<'_>> {
    let found = match line.chars().next()? {
        '第' => part(line).map(|found| (found, 1)),
        '(' | '（' => bracketed_chinese(line)
            .map(|found| (found, 4))
            .or_else(|_| bracketed_arabic(line).map(|found| (found, 6))),
        '0'..='9' => arabic(line)
            .map(|found| (found, 5))
            .or_else(|_| bracketed_arabic(line).map(|found| (found, 6))),
        c if is_numeral(c) => chinese(line).map(|found| (found, 3)),
        c if CIRCLED.contains(&c) => circled(line).map(|found| (found, 7)),
        _ => return None,
    };
    let ((_, text), level) = found.ok()?;
    Some(Number { text, level })
}

/// What stands behind the number that a folded line begins with: the whole line where it has none.
///
/// ```
/// use gongkai::document::numbering::behind;
/// assert_eq!(behind("(一)收入情况"), "收入情况");
/// assert_eq!(behind("收入情况"), "收入情况");
/// ```
pub fn behind(line: &str) -> &str {
    number(line).map_or(line, |number| &line[number.text.len()..])
}

/// Whether a number can begin with a character.
pub(crate) fn may_begin(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '第' | '(' | '（') || is_numeral(c) || CIRCLED.contains(&c)
}

/// Whether a number can end with a character.
pub(crate) fn may_end(c: char) -> bool {
    matches!(
        c,
        '、' | '.' | '．' | '，' | ',' | ')' | '）' | '分' | '章' | '篇' | '：' | ':' | ' '
    ) || CIRCLED.contains(&c)
}

/// Which of its list a number counts: 2 of `（二）` and `2、`; `None` where it is higher than 99, or written otherwise.
///
/// ```
/// use gongkai::document::numbering::ordinal;
/// assert_eq!(ordinal("（二）"), Some(2));
/// assert_eq!(ordinal("十三、"), Some(13));
/// assert_eq!(ordinal("第一部分"), Some(1));
/// ```
pub fn ordinal(number: &str) -> Option<usize> {
    let run = number.trim_matches(|c: char| !c.is_ascii_digit() && !is_numeral(c));
    let value = run
        .parse()
        .ok()
        .or_else(|| usize::try_from(mention::read_whole(run)?).ok())?;
    (1..100).contains(&value).then_some(value)
}

/// Whether a character can be part of the Chinese number of a heading.
pub(crate) fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '〇' | '零' | '百'
    )
}

/// The numbers in circles.
const CIRCLED: std::ops::RangeInclusive<char> = '①'..='⑩';

fn numeral(i: &str) -> IResult<&str, &str> {
    take_while_m_n(1, 4, is_numeral).parse(i)
}

fn digits(i: &str) -> IResult<&str, &str> {
    take_while_m_n(1, 2, |c: char| c.is_ascii_digit()).parse(i)
}

/// `part = "第" (numeral | digits) ("部分" | "章" | "篇") mark?`
fn part(i: &str) -> IResult<&str, &str> {
    recognize((
        tag("第"),
        alt((numeral, digits)),
        alt((tag("部分"), tag("章"), tag("篇"))),
        opt(one_of("：:、 .，")),
    ))
    .parse(i)
}

/// `chinese = numeral ("、" | "." | "，")`
fn chinese(i: &str) -> IResult<&str, &str> {
    recognize((numeral, one_of("、.．，,"))).parse(i)
}

/// `bracketed_chinese = "(" numeral ")" "、"?`
fn bracketed_chinese(i: &str) -> IResult<&str, &str> {
    recognize((
        delimited(one_of("(（"), numeral, one_of(")）")),
        opt(one_of("、.")),
    ))
    .parse(i)
}

/// `arabic = digits ("." | "、" | "．") !digit`
fn arabic(i: &str) -> IResult<&str, &str> {
    recognize(terminated(
        (digits, one_of(".、．")),
        peek(verify(nom::character::complete::anychar, |c| {
            !c.is_ascii_digit()
        })),
    ))
    .parse(i)
}

/// `bracketed_arabic = "("? digits ")" "、"?`
fn bracketed_arabic(i: &str) -> IResult<&str, &str> {
    recognize((opt(one_of("(（")), digits, one_of(")）"), opt(char('、')))).parse(i)
}

fn circled(i: &str) -> IResult<&str, &str> {
    recognize(satisfy(|c| CIRCLED.contains(&c))).parse(i)
}

#[cfg(test)]
mod tests {
    use super::{number, ordinal};

    #[test]
    fn ordinals() {
        for (number, want) in [
            ("一、", Some(1)),
            ("(九)", Some(9)),
            ("十、", Some(10)),
            ("十九、", Some(19)),
            ("二十、", Some(20)),
            ("二十三、", Some(23)),
            ("12.", Some(12)),
            ("3)", Some(3)),
            ("第四部分", Some(4)),
            ("第2章", Some(2)),
            ("①", None),
            ("一百、", None),
            ("一二、", None),
        ] {
            assert_eq!(ordinal(number), want, "{number}");
        }
    }

    #[test]
    fn numbers_have_levels() {
        for (line, text, level) in [
            ("第一部分部门概况", "第一部分", 1),
            ("第三部分:名词解释", "第三部分:", 1),
            ("一、部门职责", "一、", 3),
            ("二十三、其他", "二十三、", 3),
            ("(一)收入情况", "(一)", 4),
            ("1.机构", "1.", 5),
            ("12、职能转变", "12、", 5),
            ("(1)行政运行", "(1)", 6),
            ("3)行政运行", "3)", 6),
            ("①基本工资", "①", 7),
        ] {
            let found = number(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.text, found.level), (text, level), "{line}");
        }
    }

    #[test]
    fn what_only_looks_like_a_number_is_none() {
        for line in [
            "1.5%",
            "2023年",
            "一般公共预算",
            "(含参照公务员法)",
            "第一季度",
            "十四五规划",
            "3.98万元",
            "(2023年度)",
            "100元",
            "(万元)",
        ] {
            assert!(number(line).is_none(), "{line}");
        }
    }
}
