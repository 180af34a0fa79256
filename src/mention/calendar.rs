//! Years, year ranges and dates.
//!
//! ```text
//! year        = 4 digits 年 [度] | 4 digits before 预算, 决算 …    2023年   2023年度   二〇二三年
//! year range  = 4 digits [年度] to 4 digits 年 [度]              2021-2023年   2021年至2023年
//! date        = year 月 [日] | year 末 | y-m-d | 月 日            2023年12月31日   2023年底   2023-12-31   12月31日
//! ```

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, digit1, one_of};
use nom::combinator::{map_opt, not, opt, peek, value, verify};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};
use rust_decimal::Decimal;

use super::number::{self, fail};
use super::{Kind, Reading};

fn reading(kind: Kind, year: i64) -> Reading {
    Reading {
        kind,
        value: Decimal::from(year),
        decimals: 0,
        approximate: false,
    }
}

/// Four digits that can be a year of our time.
fn digits(i: &str) -> IResult<&str, i64> {
    let year = i.get(..4).filter(|_| number::digits(i, 0) == 4);
    let year = year.and_then(|year| year.parse().ok());
    match year.filter(|year| (1900..2100).contains(year)) {
        Some(year) => Ok((&i[4..], year)),
        None => fail(i),
    }
}

/// The four characters of a year in Chinese: 二〇二三.
fn spelled(i: &str) -> IResult<&str, i64> {
    let one = |i| {
        map_opt(one_of("〇零○一二三四五六七八九"), |c| {
            let at = "一二三四五六七八九".chars().position(|d| d == c);
            i64::try_from(at.map_or(0, |at| at + 1)).ok()
        })
        .parse(i)
    };
    let four = (one, one, one, one).map(|(a, b, c, d)| a * 1000 + b * 100 + c * 10 + d);
    verify(four, |year| (1900..2100).contains(year)).parse(i)
}

/// The characters that it begins with.
const SUFFIXES: [char; 3] = ['年', '财', '学'];

/// `"年" [度]`, but 年度 only where 度 does not begin a word of its own.
fn suffix(i: &str) -> IResult<&str, &str> {
    if !i.starts_with(SUFFIXES) {
        return fail(i);
    }
    alt((tag("年度"), tag("年"), tag("财年"), tag("学年"))).parse(i)
}

/// `to = 至 | 到 | - | ~ | — …`: what is left behind it.
pub(super) fn to(i: &str) -> Option<&str> {
    match i.chars().next()? {
        '至' | '到' | '~' | '–' => i.strip_prefix(['至', '到', '~', '–']),
        '-' => i.strip_prefix("--").or(i.strip_prefix('-')),
        '—' => i.strip_prefix("——").or(i.strip_prefix('—')),
        _ => None,
    }
}

/// One or two digits with a word after them: 12月, 31日.
fn part<'a>(word: &'static str) -> impl Fn(&'a str) -> IResult<&'a str, &'a str> {
    move |i| {
        let short = take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
        terminated(short, one_of(word)).parse(i)
    }
}

/// 月 and 日 in Chinese numerals.
fn spelled_part<'a>(word: &'static str) -> impl Fn(&'a str) -> IResult<&'a str, &'a str> {
    move |i| {
        let short = take_while_m_n(1, 3, |c: char| "一二三四五六七八九十".contains(c));
        terminated(short, one_of(word)).parse(i)
    }
}

/// A year, a year range or a date, from the first digit of its year.
pub(super) fn dated(i: &str) -> IResult<&str, Reading> {
    match number::digits(i, 0) {
        4 => {
            let (after, year) = digits(i)?;
            numeric_date(after, year)
                .or_else(|_| year_range(after, year))
                .or_else(|_| year_or_date(after, year))
        }
        digits @ 1..=2 if i[digits..].starts_with('月') => day_of_year(i),
        _ => fail(i),
    }
}

/// A year or a date in Chinese digits.
pub(super) fn spelled_dated(i: &str) -> IResult<&str, Reading> {
    let run = number::numeral_run(i);
    if run.chars().count() != 4 || !i[run.len()..].starts_with(SUFFIXES) {
        return fail(i);
    }
    let (i, year) = terminated(spelled, suffix).parse(i)?;
    let day = (spelled_part("月"), opt(spelled_part("日号"))).map(|_| ());
    let (i, dated) = opt(alt((day, end_of_year))).parse(i)?;
    let kind = dated.map_or(Kind::Year, |()| Kind::Date);
    Ok((i, reading(kind, year)))
}

/// `4 digits [年度] to 4 digits 年 [度]`, from behind its first year.
fn year_range(after: &str, first: i64) -> IResult<&str, Reading> {
    let after = suffix(after).map_or(after, |(after, _)| after);
    let Some(last) = to(after) else {
        return fail(after);
    };
    let last = terminated(digits, suffix).parse(last)?;
    let (i, _) = (not(end_of_year), not(part("月"))).parse(last.0)?;
    Ok((i, reading(Kind::YearRange, first)))
}

/// 末 or 底 after a year, and what else makes it a day.
fn end_of_year(i: &str) -> IResult<&str, ()> {
    value((), (opt(char('年')), one_of("末底"))).parse(i)
}

/// A year or a date, from behind its year.
fn year_or_date(after: &str, year: i64) -> IResult<&str, Reading> {
    let month = (part("月"), opt(part("日号"))).map(|_| ());
    if let Ok((rest, _)) = preceded(suffix, alt((month, end_of_year))).parse(after) {
        return Ok((rest, reading(Kind::Date, year)));
    }
    // 2023部门决算: the genre's mistake of a missing 年度. Also the first of 2021、2022年, 2021和2022年.
    let (rest, _) = alt((
        suffix,
        peek(alt((
            tag("部门"),
            tag("单位"),
            tag("预算"),
            tag("决算"),
            listed,
        ))),
    ))
    .parse(after)?;
    Ok((rest, reading(Kind::Year, year)))
}

/// A further year of a list.
fn listed(i: &str) -> IResult<&str, &str> {
    (one_of("、和与及"), digits, suffix)
        .map(|(_, _, suffix)| suffix)
        .parse(i)
}

/// `y-m-d`, `y.m.d`, `y/m/d`, from behind its year.
fn numeric_date(after: &str, year: i64) -> IResult<&str, Reading> {
    let short = |i| {
        take_while_m_n::<_, _, nom::error::Error<&str>>(1, 2, |c: char| c.is_ascii_digit()).parse(i)
    };
    let (rest, sign) = one_of("-./").parse(after)?;
    let (rest, _) = (short, char(sign), short, not(digit1)).parse(rest)?;
    Ok((rest, reading(Kind::Date, year)))
}

/// `月 日` without a year: a date whose year is told elsewhere.
fn day_of_year(i: &str) -> IResult<&str, Reading> {
    let (i, _) = (part("月"), part("日号")).parse(i)?;
    Ok((i, reading(Kind::Date, 0)))
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, read};

    #[test]
    fn years_and_dates() {
        for (kind, year, texts) in [
            (
                Kind::Year,
                2023,
                &[
                    "2023年",
                    "2023年度",
                    "2023年部门决算",
                    "2023年初预算",
                    "二〇二三年",
                    "二○二三年度",
                    "2023部门决算",
                ][..],
            ),
            (
                Kind::YearRange,
                2021,
                &[
                    "2021-2023年",
                    "2021年至2023年",
                    "2021—2023年度",
                    "2021至2023年",
                    "2021年-2023年",
                    "2021~2023年",
                ],
            ),
            (
                Kind::Date,
                2023,
                &[
                    "2023年12月31日",
                    "截至2023年末",
                    "2023年底",
                    "2023年年末",
                    "2023年6月",
                    "2023-12-31",
                    "2023.12.31",
                    "二〇二三年十二月三十一日",
                ],
            ),
            (Kind::Date, 0, &["12月31日"]),
        ] {
            for text in texts {
                let found = read(text);
                assert_eq!(found.len(), 1, "{text}: {found:?}");
                assert_eq!(
                    (&found[0].kind, found[0].value),
                    (&kind, year.into()),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn lists_and_spans_of_dates() {
        for (text, kinds) in [
            ("2021、2022年", &[Kind::Year, Kind::Year][..]),
            ("2021年和2022年", &[Kind::Year, Kind::Year]),
            ("2023年1月1日至2023年12月31日", &[Kind::Date, Kind::Date]),
            ("2023年1月1日至12月31日", &[Kind::Date, Kind::Date]),
            ("1.2023年度", &[Kind::Other, Kind::Year]),
            ("与2022年相比，2023年末", &[Kind::Year, Kind::Date]),
        ] {
            let found: Vec<_> = read(text).into_iter().map(|m| m.kind).collect();
            assert_eq!(found, kinds, "{text}");
        }
    }

    #[test]
    fn what_is_no_year() {
        for text in [
            "3年",
            "20年",
            "2023元",
            "2023人",
            "12023年",
            "5000年",
            "十四五",
            "2023.5万元",
            "2023㎡",
            "三年",
            "近三年",
            "12月",
            "〔2023〕12号",
            "2023",
        ] {
            let found = read(text);
            let dated = found
                .iter()
                .any(|m| matches!(m.kind, Kind::Year | Kind::YearRange | Kind::Date));
            assert!(!dated, "{text}: {found:?}");
        }
    }
}
