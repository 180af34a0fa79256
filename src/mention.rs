//! Mentions: what a number in the text is, read by `nom` parsers over the folded words.
//!
//! | form | examples | read in |
//! |---|---|---|
//! | number, numeral | 1,055.4 · 一百二十万 · 壹佰 | `number` |
//! | amount, price | 958.15万元 · 1亿2000万元 · ¥3,000 · 9万 · 100元/人 | `money` |
//! | percentage, points, no rate | 6.58% · 百分之三点五 · 0.5个百分点 · 89分 · --%(基数为0，不可比) | `rate` |
//! | count | 20批次 · 1台(套) · 两个项目 · 170余人 | `count` |
//! | year, date | 2023年度 · 2021-2023年 · 2023年12月31日 | `calendar` |
//! | code, identifier | 208(类)05(款)05(项) · 〔2023〕12号 · 0700-0000000 | `code` |
//! | amount without a unit | 60.5 behind 单位：万元 | `declared` |
//! | range | 30-50万元 · 3万至5万元 · 10%-20% (each end with its own unit is a mention of its own) | here |
//!
//! A scan finds the characters that a mention can begin with; there the forms are tried in one order, and what is none of
//! them is [`Kind::Other`] with its number, so that every number is held by exactly one mention.

mod calendar;
mod code;
mod count;
mod declared;
mod money;
mod number;
mod rate;
mod words;

use std::ops::Range;

use rust_decimal::Decimal;
use smol_str::SmolStr;

pub(crate) use declared::last as declared_unit;
use number::Number;
pub(crate) use number::read_whole;

/// A number in its context, as the words alone tell it. What it is *about* is the business of [`crate::fact`].
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// The bytes of the folded words that carry it: the shortest phrase with the value (`958.15万元`, `6.58%`, `20批次`).
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// Its value in base units: yuan, percent, whole counts, points, the year. Of a range in one phrase, its lower end; of
    /// what has no value, zero.
    pub value: Decimal,
    /// How precisely it is printed, in base units, as in XBRL: 978.11万元 is −2, 3.5% is 1.
    pub decimals: i32,
    /// Whether 余, 多, 近, 约, 左右, 以上, 以下 or the like makes it approximate.
    pub approximate: bool,
}

impl Mention {
    /// Whether it is the amount of another, printed once more, as precisely as the coarser of both tells.
    ///
    /// ```
    /// let mentions = gongkai::mention::read("365040万元（36.50亿元）");
    /// assert!(mentions[1].repeats(&mentions[0]));
    /// ```
    pub fn repeats(&self, other: &Mention) -> bool {
        let is_amount = |mention: &Mention| matches!(mention.kind, Kind::Amount { .. });
        let printed = |mention: &Mention| (mention.value, mention.decimals);
        is_amount(self) && is_amount(other) && are_same(printed(self), printed(other))
    }
}

/// Whether two values, each with its printed place, are the same as far as the coarser of both tells.
pub(crate) fn are_same((a, p): (Decimal, i32), (b, q): (Decimal, i32)) -> bool {
    (a - b).abs() <= half(p.min(q))
}

/// Half of a unit of a printed place: the distance within which the true number lies.
fn half(place: i32) -> Decimal {
    let scale = Decimal::new(5, 1);
    match u32::try_from(place) {
        Ok(digits) => scale / power(digits),
        Err(_) => scale * power(place.unsigned_abs()),
    }
}

fn power(digits: u32) -> Decimal {
    (0..digits.min(20)).fold(Decimal::ONE, |power, _| power * Decimal::TEN)
}

/// What a number is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Money: 978.11万元, 9,581,500.00元, 9万 where money is meant. The scale of its unit: 1, 10⁴ or 10⁸.
    Amount {
        /// How many yuan its printed unit has: 1, 10,000 or 100,000,000 (of 千元 and 百万元: 1,000 and 1,000,000).
        unit: u32,
    },
    /// 6.58%, 百分之三点五.
    Percent,
    /// 0.5个百分点.
    PercentagePoints,
    /// A whole number with one of the classifiers 个 人 名 人次 批次 批 辆 台 套 件 项 次 场 户 处 份 篇 起 家 所 条.
    Count {
        /// The classifier as printed: `人次`, `台（套）` as `台(套)`.
        classifier: SmolStr,
    },
    /// 89分 as a score.
    Points,
    /// 2023年, 2023年度: the value is the year.
    Year,
    /// 2021年至2023年, 2021-2023年: the value is the first year.
    YearRange,
    /// 2023年12月31日, 2023年末, 截至2023年底: the value is the year; 12月31日 has none.
    Date,
    /// 100元/人, 6000元/台: a price is no amount of the vocabulary.
    Price,
    /// 3万至5万元, 10%-20%.
    Range,
    /// A classification code: `208(类)05(款)05(项)`, `2080505`: its digits.
    Code(SmolStr),
    /// A rate that the report gives as not computable: `--%`, `--`, `—`, 不可比, 无法计算 where a rate or an amount is expected.
    Incomputable,
    /// A number that is none of these: 3.9万人, 4000㎡, a phone number, a document number, a project code; also a number
    /// without a unit (增长13.95). The value is its number, zero where it has none.
    Other,
}

impl Kind {
    /// Whether it carries a value that a report can state of something: money, a percentage, a count, points.
    pub fn is_value(&self) -> bool {
        matches!(
            self,
            Kind::Amount { .. } | Kind::Percent | Kind::Count { .. } | Kind::Points
        )
    }
}

/// What a parser makes of a number.
#[derive(Debug, Clone, PartialEq)]
struct Reading {
    kind: Kind,
    value: Decimal,
    decimals: i32,
    approximate: bool,
}

impl Reading {
    /// What means no quantity.
    const fn valueless(kind: Kind) -> Self {
        Self {
            kind,
            value: Decimal::ZERO,
            decimals: 0,
            approximate: false,
        }
    }

    fn negated(mut self) -> Self {
        self.value.set_sign_negative(!self.value.is_zero());
        self
    }
}

/// A reading with what is left after it.
type Found<'a> = (&'a str, Reading);

/// Finds every number of the folded words, in order, none overlapping another.
///
/// ```
/// use gongkai::mention::{Kind, read};
/// let words = "基本支出725.15万元，占74.14%";
/// let found = read(words);
/// assert_eq!(&words[found[0].range.clone()], "725.15万元");
/// assert_eq!(found[0].value, 7_251_500.into());
/// assert_eq!(found[1].kind, Kind::Percent);
/// ```
pub fn read(words: &str) -> Vec<Mention> {
    read_in(words, None)
}

/// The same for words below a line that declares a unit of money for what has none, in yuan.
pub(crate) fn read_in(words: &str, unit: Option<u32>) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut at = 0;
    while let Some((start, c)) = next_candidate(words, at) {
        let (before, i) = words.split_at(start);
        let follows_amount = mentions.last().is_some_and(|last| {
            matches!(last.kind, Kind::Amount { .. }) && start - last.range.end <= '、'.len_utf8()
        });
        let step = candidate(before, i, c, follows_amount);
        at = words.len() - step.rest.len();
        if let Some(reading) = step.reading {
            mentions.push(Mention {
                range: start..at,
                kind: reading.kind,
                value: reading.value,
                decimals: reading.decimals,
                approximate: reading.approximate,
            });
        }
    }
    mark_ranges(words, &mut mentions);
    share_units(words, &mut mentions);
    declared::apply(words, unit, &mut mentions);
    mentions
}

/// What was found at a character that a mention can begin with, and what is left: always less than before.
struct Step<'a> {
    rest: &'a str,
    reading: Option<Reading>,
}

impl<'a> Step<'a> {
    fn found((rest, reading): Found<'a>) -> Self {
        Self {
            rest,
            reading: Some(reading),
        }
    }

    fn skip(rest: &'a str) -> Self {
        Self {
            rest,
            reading: None,
        }
    }
}

/// The next character that a mention can begin with.
fn next_candidate(words: &str, from: usize) -> Option<(usize, char)> {
    words[from..]
        .char_indices()
        .find(|&(_, c)| match c {
            '\0'..='\x7f' => c.is_ascii_alphanumeric() || matches!(c, '-' | '('),
            _ => {
                matches!(c, '¥' | '负' | '不' | '无' | '〔')
                    || number::is_numeral(c)
                    || rate::is_dash(c)
            }
        })
        .map(|(at, c)| (from + at, c))
}

/// Reads what stands at a character that a mention can begin with.
fn candidate<'a>(before: &str, i: &'a str, c: char, follows_amount: bool) -> Step<'a> {
    let next = &i[c.len_utf8()..];
    let found = match c {
        '0'..='9' => return Step::found(at_digit(before, i, follows_amount)),
        _ if c.is_ascii_alphabetic() => return at_letter(i),
        '¥' => money::signed_amount(before, i).ok(),
        '负' if ends_a_word(before) => None,
        '负' => negative(before, next, follows_amount),
        '不' | '无' | '(' => {
            rate::word(before, i).map(|rest| (rest, Reading::valueless(Kind::Incomputable)))
        }
        '〔' => code::document(i)
            .ok()
            .map(|(rest, _)| (rest, Reading::valueless(Kind::Other))),
        _ if rate::is_dash(c) => return at_dash(before, i, next, follows_amount),
        _ => return at_numeral(before, i, follows_amount),
    };
    found.map_or(Step::skip(next), Step::found)
}

/// A number with its unit, from its first digit. What is no form is [`Kind::Other`], as far as its digits go.
fn at_digit<'a>(before: &str, i: &'a str, follows_amount: bool) -> Found<'a> {
    quantity(before, i, follows_amount).unwrap_or_else(|| other(i))
}

fn quantity<'a>(before: &str, i: &'a str, follows_amount: bool) -> Option<Found<'a>> {
    if let Ok(found) = calendar::dated(i).or_else(|_| code::levelled(i)) {
        return Some(found);
    }
    if let Some(found) = item_number(before, i) {
        return Some(found);
    }
    let (after, number) = number::arabic(i).ok()?;
    if let Some(found) = range(before, number, after) {
        return Some(found);
    }
    let amount = || {
        money::arabic_amount(before, i)
            .or_else(|_| money::bare_amount(before, follows_amount, i))
            .ok()
    };
    money::may_follow_number(after)
        .then(amount)
        .flatten()
        .or_else(|| rate::after_number(before, number, after))
        .or_else(|| count::after_number(before, number, after))
        .or_else(|| code::named(i).ok())
}

/// A number that is none of the forms: its digits with their signs and letters, and a scale word.
fn other(i: &str) -> Found<'_> {
    let joined = code::joined(i).map(|(rest, _)| rest).ok();
    let lettered = code::run(i).ok().map(|(rest, _)| rest);
    let lettered = lettered
        .filter(|rest| i[..i.len() - rest.len()].contains(|c: char| c.is_ascii_alphabetic()));
    if let Some(rest) = joined.or(lettered) {
        return (rest, Reading::valueless(Kind::Other));
    }
    let Ok((rest, number)) = number::arabic(i) else {
        let end = i.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
        return (
            &i[end.unwrap_or(i.len())..],
            Reading::valueless(Kind::Other),
        );
    };
    let (rest, exponent) = number::scale(rest).unwrap_or((rest, 0));
    let number = number.times(exponent);
    let reading = Reading {
        kind: Kind::Other,
        value: number.value().unwrap_or_default(),
        decimals: number.decimals(),
        approximate: false,
    };
    (rest, reading)
}

/// The number of an item that runs into the year, the count or the code after it: 1.2023年度, 3.5个项目, 2.2080505机关…,
/// 1.208(类)02(款)…. It is [`Kind::Other`] up to and without its point.
fn item_number<'a>(before: &str, i: &'a str) -> Option<Found<'a>> {
    let opens = before.is_empty() || before.ends_with(words::is_mark) || before.ends_with(' ');
    let (item, rest) = i.split_at_checked(i.find(|c: char| !c.is_ascii_digit())?)?;
    let after = rest.strip_prefix('.').filter(|_| item.len() <= 2)?;
    let year = matches!(calendar::dated(after), Ok((_, found)) if !found.value.is_zero());
    let counted = || {
        let (unit, number) = number::arabic(after).ok()?;
        count::after_number("", number, unit)
    };
    let coded = || code::named(after).is_ok() || code::levelled(after).is_ok();
    if year || opens && (counted().is_some() || coded()) {
        let number = item.parse().unwrap_or_default();
        let reading = Reading {
            value: number,
            ..Reading::valueless(Kind::Other)
        };
        return Some((rest, reading));
    }
    None
}

/// `number [scale] to number unit` where the first number has no unit of its own: 30-50万元, 3万至5万元, 10-20%, 5-8人.
/// Other numbers so joined (5-6月) mean no quantity.
fn range<'a>(before: &str, number: Number, after: &'a str) -> Option<Found<'a>> {
    let (unscaled, own) =
        number::scale(after).map_or((after, None), |(rest, scale)| (rest, Some(scale)));
    let second = calendar::to(unscaled)?;
    let (after_second, upper) = number::arabic(second).ok()?;
    let unit = money::arabic_amount(before, second)
        .ok()
        .or_else(|| rate::after_number(before, upper, after_second))
        .or_else(|| count::after_number(before, upper, after_second));
    let (rest, unit) = unit?;
    let scale = match unit.kind {
        Kind::Amount { unit } => unit.ilog10(),
        Kind::Price => number::scale(after_second).map_or(0, |(_, scale)| scale),
        _ if own.is_some() => return None,
        _ => 0,
    };
    let lower = number.times(own.unwrap_or(scale));
    let reading = Reading {
        kind: Kind::Range,
        value: lower.value()?,
        decimals: lower.decimals(),
        approximate: unit.approximate,
    };
    Some((rest, reading))
}

/// Letters, and the digits in their run, are an identifier (T000005836329), unless a unit of money or a percent sign
/// shows that the digits are a quantity (GDP5.2%).
fn at_letter(i: &str) -> Step<'_> {
    let letters = i
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(i.len());
    let digits = &i[letters..];
    if let Ok((unit, _)) = number::arabic(digits)
        && (unit.starts_with('%') || money::arabic_amount("", digits).is_ok())
    {
        return Step::skip(digits);
    }
    let end = i
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(i.len());
    match end > letters {
        true => Step::found((&i[end..], Reading::valueless(Kind::Other))),
        false => Step::skip(digits),
    }
}

/// Whether 负 behind these words is the end of one (减负) and no sign.
fn ends_a_word(before: &str) -> bool {
    let mut heads = words::words().negative.words.iter();
    heads.any(|word| {
        word.strip_suffix('负')
            .is_some_and(|head| before.ends_with(head))
    })
}

/// `负 number`, where the number is a quantity.
fn negative<'a>(before: &str, i: &'a str, follows_amount: bool) -> Option<Found<'a>> {
    let found = match i.chars().next()? {
        '0'..='9' => quantity(before, i, follows_amount),
        _ => spelled(before, i, follows_amount),
    };
    let negative = |kind: &Kind| {
        matches!(
            kind,
            Kind::Amount { .. } | Kind::Percent | Kind::PercentagePoints | Kind::Price
        )
    };
    found
        .filter(|(_, reading)| negative(&reading.kind))
        .map(|(rest, reading)| (rest, reading.negated()))
}

/// A minus sign, or a dash that stands for a rate that is not computable.
fn at_dash<'a>(before: &str, i: &'a str, next: &'a str, follows_amount: bool) -> Step<'a> {
    let joins = before.ends_with(|c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '%' | '元' | '万' | '亿' | '分')
    });
    if i.starts_with('-') && next.starts_with(|c: char| c.is_ascii_digit()) && !joins {
        let found = negative(before, next, follows_amount).or_else(|| {
            let (rest, reading) = other(next);
            (!before.ends_with(')')).then(|| (rest, reading.negated()))
        });
        return found.map_or(Step::skip(next), Step::found);
    }
    match rate::dash(before, i) {
        Some(rest) => Step::found((rest, Reading::valueless(Kind::Incomputable))),
        None => Step::skip(i.trim_start_matches(rate::is_dash)),
    }
}

/// A quantity in Chinese numerals.
fn spelled<'a>(before: &str, i: &'a str, follows_amount: bool) -> Option<Found<'a>> {
    let dated = rate::spelled(before, i).or_else(|_| calendar::spelled_dated(i));
    let run = number::numeral_run(i);
    let amount = || {
        let found = money::chinese_amount(before, i);
        found.or_else(|_| money::bare_amount(before, follows_amount, i))
    };
    let may_be_amount = run.ends_with(['万', '亿']) || money::may_follow_number(&i[run.len()..]);
    dated
        .ok()
        .or_else(|| may_be_amount.then(amount)?.ok())
        .or_else(|| count::spelled(before, i).ok())
}

/// A quantity in Chinese numerals; other numerals (第三批, 十四五) are none.
fn at_numeral<'a>(before: &str, i: &'a str, follows_amount: bool) -> Step<'a> {
    let vague = before.ends_with(['几', '数', '第']);
    let found = || spelled(before, i, follows_amount);
    match (!vague).then(found).flatten() {
        Some(found) => Step::found(found),
        None => Step::skip(&i[number::numeral_run(i).len()..]),
    }
}

/// Two amounts or percentages with only a dash or 至 between them are the ends of a range.
fn mark_ranges(words: &str, mentions: &mut [Mention]) {
    for index in 1..mentions.len() {
        let [first, second] = &mut mentions[index - 1..=index] else {
            continue;
        };
        let alike = matches!(
            (&first.kind, &second.kind),
            (Kind::Amount { .. }, Kind::Amount { .. }) | (Kind::Percent, Kind::Percent)
        );
        let between = &words[first.range.end..second.range.start];
        if alike && calendar::to(between) == Some("") {
            (first.kind, second.kind) = (Kind::Range, Kind::Range);
        }
    }
}

/// Decimal numbers in a row whose unit is said once: 分别为38.25、42.10万元.
fn share_units(words: &str, mentions: &mut [Mention]) {
    let places = |mention: &Mention| {
        let printed = &words[mention.range.clone()];
        let decimals = printed.split_once('.').map_or("", |(_, decimals)| decimals);
        decimals.bytes().take_while(u8::is_ascii_digit).count()
    };
    for index in (1..mentions.len()).rev() {
        let [first, second] = &mut mentions[index - 1..=index] else {
            continue;
        };
        let scale = match second.kind {
            Kind::Amount { unit } => unit,
            Kind::Percent => 1,
            _ => continue,
        };
        let between = &words[first.range.end..second.range.start];
        let bare = first.kind == Kind::Other && places(first) > 0;
        if bare && places(first) == places(second) && matches!(between, "、" | "和" | "与" | "及")
        {
            first.kind = second.kind.clone();
            first.value *= Decimal::from(scale);
            first.decimals -= i32::try_from(scale.ilog10()).unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use regex::Regex;

    use super::*;

    /// Asserts that a text has exactly one mention of a kind, with this value (`""`: any) and place (`i32::MIN`: any).
    pub fn check(text: &str, kind: impl Fn(&Kind) -> bool, value: &str, decimals: i32) {
        let found = read(text);
        let mut kindred = found.iter().filter(|m| kind(&m.kind));
        let (Some(one), None) = (kindred.next(), kindred.next()) else {
            panic!("{text}: {found:?}");
        };
        assert!(
            value.is_empty() || one.value.to_string() == value,
            "{text}: {one:?}"
        );
        assert!(
            decimals == i32::MIN || one.decimals == decimals,
            "{text}: {one:?}"
        );
    }

    /// Asserts that a text has no mention of a kind.
    pub fn none(text: &str, kind: impl Fn(&Kind) -> bool) {
        let found = read(text);
        assert!(!found.iter().any(|m| kind(&m.kind)), "{text}: {found:?}");
    }

    #[test]
    fn ranges() {
        for (text, phrases, lower) in [
            ("10%-20%", &["10%", "20%"][..], "10"),
            ("10-20%", &["10-20%"], "10"),
            ("30-50万元", &["30-50万元"], "300000"),
            ("3万至5万元", &["3万至5万元"], "30000"),
            ("3万元至5万元", &["3万元", "5万元"], "30000"),
            ("3万元-5万元", &["3万元", "5万元"], "30000"),
            ("5%~8%", &["5%", "8%"], "5"),
            ("5-8人", &["5-8人"], "5"),
            ("1.5-2亿元", &["1.5-2亿元"], "150000000"),
        ] {
            let found = read(text);
            let ranges: Vec<_> = found.iter().filter(|m| m.kind == Kind::Range).collect();
            let quoted: Vec<_> = ranges.iter().map(|m| &text[m.range.clone()]).collect();
            assert_eq!(quoted, phrases, "{text}: {found:?}");
            assert_eq!(ranges[0].value.to_string(), lower, "{text}");
        }
        for text in [
            "5-6月",
            "3-5天",
            "由10%提高到20%",
            "2021-2023年",
            "3万元和5万元",
            "3万元，5%",
        ] {
            none(text, |k| *k == Kind::Range);
        }
    }

    #[test]
    fn a_number_without_a_unit_keeps_its_value() {
        for (text, value, decimals) in [
            ("增长13.95，", "13.95", 2),
            ("支出1,234.5", "1234.5", 1),
            ("3.9万人", "39000", -3),
            ("4000㎡", "4000", 0),
            ("变动-3.5，", "-3.5", 1),
        ] {
            check(text, |k| *k == Kind::Other, value, decimals);
        }
    }

    #[test]
    fn a_whole_sentence() {
        let words = "2023年末，车辆5辆，预算16.00万元，完成年初预算的92.8%，比2022年增加1.57万元，增长--(基数为0，不可比)；得分95.6分。";
        let found: Vec<_> = read(words)
            .into_iter()
            .map(|m| words[m.range].to_owned())
            .collect();
        let phrases = [
            "2023年末",
            "5辆",
            "16.00万元",
            "92.8%",
            "2022年",
            "1.57万元",
            "--(基数为0，不可比)",
            "95.6分",
        ];
        assert_eq!(found, phrases);
    }

    proptest! {
        #[test]
        fn mentions_are_in_order_and_on_boundaries(words in "[0-9一二十百万亿元%个人年月日分类款项()./,:¥负—不无法计算可比增长占的，。A-Zｘ-]{0,60}") {
            let mut end = 0;
            for mention in read(&words) {
                prop_assert!(mention.range.start >= end && mention.range.start < mention.range.end);
                prop_assert!(words.get(mention.range.clone()).is_some());
                end = mention.range.end;
            }
        }

        #[test]
        fn any_text_is_read(words in "\\PC{0,80}") {
            read(&words);
        }

        #[test]
        fn an_amount_is_the_same_in_every_unit(wan in 0i64..100_000_000, cents in 0u32..10_000) {
            let yuan = wan * 10_000 + i64::from(cents);
            for text in [format!("支出{wan}.{cents:04}万元"), format!("支出{yuan}元"), format!("支出{yuan}.00元")] {
                let found = read(&text);
                prop_assert_eq!(found.len(), 1);
                prop_assert_eq!(found[0].value, Decimal::from(yuan), "{}", text);
            }
        }

        #[test]
        fn every_number_with_a_unit_is_held(
            parts in proptest::collection::vec(("[占为年初约共-]?", "[1-9][0-9]{0,3}(,[0-9]{3})?(\\.[0-9]{1,2})?", "[余多]?(万元|亿元|元|%)", "[，。、；)和]"), 1..6)
        ) {
            let text: String = parts.iter().map(|(a, b, c, d)| format!("{a}{b}{c}{d}")).collect();
            let unit = Regex::new(r"[0-9][0-9,]*(?:\.[0-9]+)?[多余]?(?:亿元|万元|元|%)").expect("a valid pattern");
            let found = read(&text);
            for hit in unit.find_iter(&text) {
                let held = found.iter().any(|m| m.kind != Kind::Other && m.range.end == hit.end());
                prop_assert!(held, "{} in {}: {:?}", hit.as_str(), text, found);
            }
        }
    }
}
