//! Classification codes, and the digits of identifiers, which mean no quantity.
//!
//! ```text
//! code        = 3 digits 类 [ 2 digits 款 [ 2 digits 项 ] ]      208(类)05(款)05(项)   208类05款05项
//!             | 5 or 7 digits before their name               2080505机关事业单位基本养老保险缴费支出
//! document    = "〔" year "〕" digits 号                        〔2023〕12号
//! identifier  = digits with letters, dashes, points or colons  51090422T000005836329   0700-0000000   8:30
//! ```

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{char, digit1};
use nom::combinator::{opt, recognize};
use nom::multi::many1_count;
use nom::sequence::{delimited, preceded};
use nom::{IResult, Parser};
use rust_decimal::Decimal;
use smol_str::SmolStr;

use crate::document::fold::is_ideograph;

use super::number::fail;
use super::words::words;
use super::{Kind, Reading};

fn code(digits: SmolStr) -> Reading {
    Reading {
        kind: Kind::Code(digits),
        value: Decimal::ZERO,
        decimals: 0,
        approximate: false,
    }
}

/// So many digits of a code, and the level that they are of: `05(款)`, `05款`.
fn level<'a>(count: usize, word: &'static str) -> impl Fn(&'a str) -> IResult<&'a str, &'a str> {
    move |i| {
        let mut digits = take_while_m_n(count, count, |c: char| c.is_ascii_digit());
        let (i, digits) = digits.parse(i)?;
        let (i, _) = alt((delimited(char('('), tag(word), char(')')), tag(word))).parse(i)?;
        Ok((i, digits))
    }
}

/// `3 digits 类 [ 2 digits 款 [ 2 digits 项 ] ]`
pub(super) fn levelled(i: &str) -> IResult<&str, Reading> {
    if super::number::digits(i, 0) != 3 {
        return fail(i);
    }
    let deeper = opt((level(2, "款"), opt(level(2, "项"))));
    let (rest, (class, deeper)) = (level(3, "类"), deeper).parse(i)?;
    let mut digits = class.to_owned();
    if let Some((group, item)) = deeper {
        digits.push_str(group);
        digits.push_str(item.unwrap_or(""));
    }
    Ok((rest, code(digits.into())))
}

/// Whether digits have the shape of a code of the 政府收支分类科目: 类 201–239, 款 and 项 of two digits each, or an
/// economic 类 301–399, 501–599 with a 款.
fn has_shape(digits: &str) -> bool {
    let class = digits.get(..3).and_then(|class| class.parse().ok());
    matches!(
        (digits.len(), class),
        (5, Some(201..=239 | 301..=399 | 501..=599)) | (7, Some(201..=239))
    )
}

/// 5 or 7 digits of the shape of a code, with their name after them.
pub(super) fn named(i: &str) -> IResult<&str, Reading> {
    let (rest, digits) = digit1(i)?;
    if has_shape(digits) && is_name(rest.trim_start_matches([' ', '-', '(', ')', '“', '：'])) {
        return Ok((rest, code(digits.into())));
    }
    fail(i)
}

/// Whether words begin with a Chinese character that is no unit and counts nothing.
fn is_name(words: &str) -> bool {
    let lists = self::words();
    words.starts_with(is_ideograph)
        && !lists.measures.words.begins(words)
        && lists.classifiers.of(words).next().is_none()
}

/// `document = "〔" year "〕" digits 号`
pub(super) fn document(i: &str) -> IResult<&str, &str> {
    let year = delimited(char('〔'), digit1, char('〕'));
    recognize((year, opt((opt(tag("第")), digit1, opt(char('号')))))).parse(i)
}

/// Letters and digits in one run.
pub(super) fn run(i: &str) -> IResult<&str, &str> {
    take_while1(|c: char| c.is_ascii_alphanumeric()).parse(i)
}

/// Digits that are joined by signs and so are no quantity: 0700-0000000, 8:30, 1.2.3, 1/3.
pub(super) fn joined(i: &str) -> IResult<&str, &str> {
    let one = |sign: char| preceded(char(sign), digit1);
    let version = recognize((digit1, one('.'), many1_count(one('.'))));
    let time = recognize((digit1, many1_count(one(':'))));
    let fraction = recognize((digit1, many1_count(one('/'))));
    let telephone = recognize((digit1, many1_count(one('-'))));
    alt((version, time, fraction, telephone)).parse(i)
}

#[cfg(test)]
mod tests {
    use super::super::tests::none;
    use super::super::{Kind, read};

    #[test]
    fn codes() {
        for (code, texts) in [
            (
                "2080505",
                &[
                    "208(类)05(款)05(项)",
                    "社会保障和就业208(类)05(款)05(项)：支出",
                    "208类05款05项",
                    "2080505机关事业单位养老",
                    "2080505 机关事业单位",
                    "(2080505)机关事业单位",
                ][..],
            ),
            ("20805", &["208(类)05(款)", "20805行政事业单位养老支出"]),
            ("208", &["208(类)", "208类"]),
            ("30101", &["30101基本工资"]),
        ] {
            for text in texts {
                let found = read(text);
                assert_eq!(found.len(), 1, "{text}: {found:?}");
                assert_eq!(found[0].kind, Kind::Code(code.into()), "{text}");
            }
        }
    }

    #[test]
    fn what_is_no_code() {
        for text in [
            "208",
            "208人",
            "20805人次",
            "20805元",
            "2080505元",
            "20500平方米",
            "2080505",
            "12345热线",
            "0700-2080505",
            "208万元",
            "20805.5万元",
            "99999学生",
            "21000余人",
            "2023年度",
            "208社会",
        ] {
            none(text, |k| matches!(k, Kind::Code(_)));
        }
    }

    #[test]
    fn identifiers_are_one_mention() {
        for text in [
            "51090422T000005836329",
            "0700-0000000",
            "8:30",
            "〔2023〕12号",
            "1.2.3",
            "1/3",
            "GB18030",
            "12345热线",
            "13800000000",
            "〔2020〕10号",
            "99999999999999999999999999999999999999999999",
        ] {
            let found = read(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!(found[0].kind, Kind::Other, "{text}");
        }
    }
}
