//! Percentages, percentage points, scores, and rates that cannot be computed.
//!
//! ```text
//! percent       = arabic [余多] "%" | "百分之" ( arabic | numeral )       6.58%   百分之三点五
//! points        = arabic [ "个" ] "百分点" [ "点" ]                  0.5个百分点
//! score         = arabic "分"                                     89分
//! incomputable  = ( dash [ "%" ] | word ) [ "(" … word … ")" ]     --%   —   --(基数为0，不可比)   无法计算
//! ```

use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::char;
use nom::combinator::opt;
use nom::sequence::preceded;
use nom::{IResult, Parser};

use super::number::{Number, arabic, fail, numeral};
use super::words::{approximate, clause, is_mark, words};
use super::{Kind, Reading};

/// What a number before its sign is, given what stands before the number and after the sign.
fn reading(kind: Kind, number: Number, before: &str, after: &str) -> Option<Reading> {
    Some(Reading {
        kind,
        value: number.value()?,
        decimals: number.decimals(),
        approximate: approximate(before, after),
    })
}

/// A percentage, percentage points or a score, from the sign after its number.
pub(super) fn after_number<'a>(
    before: &str,
    number: Number,
    i: &'a str,
) -> Option<(&'a str, Reading)> {
    let exact = i
        .strip_prefix(['余', '多'])
        .filter(|rest| rest.starts_with('%'));
    let (i, vague) = exact.map_or((i, false), |rest| (rest, true));
    let kind = match i.chars().next()? {
        '%' => Kind::Percent,
        '个' | '百' => Kind::PercentagePoints,
        '分' if is_score(before, &i['分'.len_utf8()..]) => Kind::Points,
        _ => return None,
    };
    let rest = match kind {
        Kind::Percent => i.strip_prefix('%')?,
        Kind::PercentagePoints => i.strip_prefix('个').unwrap_or(i).strip_prefix("百分点")?,
        _ => i.strip_prefix('分')?,
    };
    let mut reading = reading(kind, number, before, rest)?;
    reading.approximate |= vague;
    Some((rest, reading))
}

/// Whether 分 after a number, with these words after it, means points.
fn is_score(before: &str, after: &str) -> bool {
    let words = &words().points;
    words.after.ends(before) || !words.not_before.begins(after) && !words.not_after.ends(before)
}

/// `percent = "百分之" ( arabic | numeral )`; 百分之百 is 100.
pub(super) fn spelled<'a>(before: &str, i: &'a str) -> IResult<&'a str, Reading> {
    if !i.starts_with('百') {
        return fail(i);
    }
    let hundred = char('百').map(|_| Number::whole(100));
    let (rest, number) = preceded(tag("百分之"), arabic.or(numeral).or(hundred)).parse(i)?;
    match reading(Kind::Percent, number, before, rest) {
        Some(reading) => Ok((rest, reading)),
        None => fail(i),
    }
}

/// `"(" … word … ")"`: why there is no rate.
fn because(i: &str) -> IResult<&str, &str> {
    let (rest, _) = char('(').parse(i)?;
    let end = rest.char_indices().take(30).find(|&(_, c)| c == ')');
    match end {
        Some((end, _)) if words().incomputable.words.is_in(&rest[..end]) => {
            Ok((&rest[end + 1..], &rest[..end]))
        }
        _ => fail(i),
    }
}

/// Whether a character can be part of a dash that stands for a missing number.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '—' | '–' | '―' | '─')
}

/// A dash where a rate is expected.
pub(super) fn dash<'a>(before: &str, i: &'a str) -> Option<&'a str> {
    let (rest, _) = take_while1::<_, _, nom::error::Error<&str>>(is_dash)
        .parse(i)
        .ok()?;
    if before.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    if let Some(rest) = rest.strip_prefix('%') {
        return Some(opt(because).parse(rest).ok()?.0);
    }
    if let Ok((rest, _)) = because(rest) {
        return Some(rest);
    }
    let ended = rest.chars().next().is_none_or(|c| is_mark(c) || c == ')');
    (ended && words().incomputable.expecting.ends(before)).then_some(rest)
}

/// A word that says that there is no rate, or the bracket that does.
pub(super) fn word<'a>(before: &str, i: &'a str) -> Option<&'a str> {
    let words = &words().incomputable;
    let in_bracket = because(i).ok().map(|(rest, _)| rest);
    let plain = || words.words.iter().find_map(|word| i.strip_prefix(word));
    let rest = in_bracket.or_else(plain)?;
    // 增长率：不可比. The mark before the word does not end what it is about.
    let about = before.trim_end_matches(is_mark);
    let expected = words.rates.is_in(clause(about)) || words.rates.begins(rest);
    (expected && !about.ends_with(|c: char| c == '%' || c.is_ascii_digit())).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, none};
    use super::super::{Kind, read};

    #[test]
    fn percentages() {
        for (percent, decimals, texts) in [
            ("6.58", 2, &["6.58%", "增长6.58%。", "占6.58%，"][..]),
            ("100", 0, &["100%", "百分之百", "百分之一百", "百分之100"]),
            ("3.5", 1, &["3.5%", "百分之三点五", "百分之3.5"]),
            ("1055.4", 1, &["1,055.4%", "1055.4%"]),
            (
                "-3.71",
                2,
                &["-3.71%", "增长-3.71%", "负3.71%", "增长(下降)-3.71%"],
            ),
            ("0", 0, &["0%", "百分之零"]),
            ("0.00", 2, &["0.00%"]),
            ("5.2", 1, &["GDP5.2%"]),
        ] {
            for text in texts {
                check(text, |k| *k == Kind::Percent, percent, decimals);
            }
        }
    }

    #[test]
    fn percentage_points_and_scores() {
        for text in ["0.5个百分点", "提高0.5百分点", "比上年提高0.5个百分点。"] {
            check(text, |k| *k == Kind::PercentagePoints, "0.5", 1);
        }
        for (text, value) in [
            ("自评得分89分", "89"),
            ("得分为92.8分。", "92.8"),
            ("总分100分，", "100"),
            ("评分为89分为优", "89"),
            ("权重10分)", "10"),
            ("得分90分的项目", "90"),
            ("满分100分", "100"),
            ("(30分)", "30"),
        ] {
            check(text, |k| *k == Kind::Points, value, i32::MIN);
        }
        for text in [
            "5分钟",
            "2分公司",
            "由1、2分别",
            "10时30分",
            "共3分局",
            "三分之一",
            "十分重要",
            "部分",
            "3分部",
            "东经103度25分",
            "9点30分",
        ] {
            none(text, |k| *k == Kind::Points);
        }
    }

    #[test]
    fn rates_without_a_value() {
        for (text, phrase) in [
            ("完成预算的--%(基数为0，不可比)。", "--%(基数为0，不可比)"),
            ("增长--(基数为0，不可比)；", "--(基数为0，不可比)"),
            ("增长--%，", "--%"),
            ("增长-%。", "-%"),
            ("下降—%。", "—%"),
            ("增长--。", "--"),
            ("占—，", "—"),
            ("增长率为——。", "——"),
            ("增长率不可比。", "不可比"),
            ("上年基数为零，增长率无法计算。", "无法计算"),
            ("增长(不可比)。", "(不可比)"),
            ("增长率：不适用", "不适用"),
            ("上年为零，无法计算增长率。", "无法计算"),
        ] {
            let found = read(text);
            let one = found.iter().filter(|m| m.kind == Kind::Incomputable);
            let phrases: Vec<_> = one.map(|m| &text[m.range.clone()]).collect();
            assert_eq!(phrases, [phrase], "{text}: {found:?}");
        }
        for text in [
            "部门决算——情况说明",
            "预算与决算不可比拟",
            "不适用于本单位",
            "2021-2023年",
            "2021—2023年",
            "支出-项目",
            "办法不适用",
            "—7—",
            "的——三公经费",
        ] {
            none(text, |k| *k == Kind::Incomputable);
        }
    }
}
