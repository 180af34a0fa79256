//! Amounts of money, and prices.
//!
//! ```text
//! amount  = part{1,4} 元 [ digit 角 [ digit 分 ] ]       958.15万元  1亿2000万元  三十五万六千元  170余万元
//! part    = number [余多] [ scale ] [余多]
//! bare    = number scale                               9万, where money is meant
//! yuan    = "¥" number [ scale ] [ 元 ]                 ¥3,000
//! price   = amount "/" word | 每人 … amount              100元/人  每人100元
//! ```

use nom::character::complete::{anychar, char};
use nom::combinator::{opt, verify};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};
use rust_decimal::Decimal;

use super::number::{Number, arabic, fail, numeral, scale};
use super::words::{approximate, clause, is_mark, words};
use super::{Kind, Reading};

/// A sum of printed parts: 1亿 and 2000万.
struct Sum {
    value: Decimal,
    last: Number,
    vague: bool,
}

impl Sum {
    /// The parts added up; each must fit below the scale word of the one before it.
    fn of(parts: &[Part]) -> Option<Self> {
        let mut value = Decimal::ZERO;
        for (index, &(part, _)) in parts.iter().enumerate() {
            let below = index.checked_sub(1).and_then(|before| parts.get(before));
            if let Some((above, _)) = below {
                let room = Number::whole(1).times(above.exponent).value()?;
                if above.exponent == 0 || part.value()? >= room || part.exponent >= above.exponent {
                    return None;
                }
            }
            value = value.checked_add(part.value()?)?;
        }
        Some(Self {
            value,
            last: parts.last()?.0,
            vague: parts.iter().any(|&(_, vague)| vague),
        })
    }

    fn reading(self, before: &str, after: &str) -> Reading {
        let unit = 10u32.pow(self.last.exponent.min(8));
        Reading {
            kind: if is_priced(before) {
                Kind::Price
            } else {
                Kind::Amount { unit }
            },
            value: self.value,
            decimals: self.last.decimals(),
            approximate: self.vague || approximate(before, after),
        }
    }
}

/// `part = number [余多] [ scale ] [余多]`
fn part<'a>(
    number: impl Fn(&'a str) -> IResult<&'a str, Number>,
) -> impl Fn(&'a str) -> IResult<&'a str, Part> {
    move |i| {
        let (i, number) = number(i)?;
        let (i, first) = vague(i);
        let (i, exponent) = scale(i).unwrap_or((i, 0));
        let (i, second) = vague(i);
        Ok((i, (number.times(exponent), first || second)))
    }
}

/// A part, and whether it is vague.
type Part = (Number, bool);

/// `[余多]`
fn vague(i: &str) -> (&str, bool) {
    match i.strip_prefix(['余', '多']) {
        Some(rest) => (rest, true),
        None => (i, false),
    }
}

/// `元 = 元 | 圆`
const YUAN: [char; 2] = ['元', '圆'];

/// `( [零] part ){1,4} 元`; where 零 is no filler, it is the part itself.
fn parts<'a>(
    number: impl Fn(&'a str) -> IResult<&'a str, Number> + Copy,
    i: &'a str,
) -> Option<(&'a str, [Part; MOST], usize)> {
    let mut parts = [(Number::whole(0), false); MOST];
    let mut count = 0;
    let mut rest = i;
    while count < MOST
        && let Ok((after, part)) = part(number)(rest.strip_prefix('零').unwrap_or(rest))
    {
        parts[count] = part;
        count += 1;
        rest = after;
    }
    if let Some(rest) = rest.strip_prefix(YUAN).filter(|_| count > 0) {
        return Some((rest, parts, count));
    }
    let (rest, part) = part(number)(i).ok().filter(|_| i.starts_with('零'))?;
    parts[0] = part;
    Some((rest.strip_prefix(YUAN)?, parts, 1))
}

/// The most parts that an amount has.
const MOST: usize = 4;

/// `digit 角 [ digit 分 ]`: a further part, in hundredths.
fn cents<'a>(
    number: impl Fn(&'a str) -> IResult<&'a str, Number>,
) -> impl Fn(&'a str) -> IResult<&'a str, Number> {
    move |i| {
        let single = |i| {
            verify(&number, |n: &Number| {
                n.is_whole() && (0..10).contains(&n.mantissa)
            })
            .parse(i)
        };
        let (i, dimes) = terminated(single, char('角')).parse(i)?;
        let (i, pennies) = opt(terminated(single, char('分'))).parse(i)?;
        let number = match pennies {
            Some(pennies) => Number {
                mantissa: dimes.mantissa * 10 + pennies.mantissa,
                places: 2,
                exponent: 0,
            },
            None => Number { places: 1, ..dimes },
        };
        Ok((i, number))
    }
}

/// `amount = part{1,4} 元 [ cents ]`, or a price.
fn amount<'a>(
    before: &str,
    number: impl Fn(&'a str) -> IResult<&'a str, Number> + Copy,
    i: &'a str,
) -> IResult<&'a str, Reading> {
    let Some((i, mut parts, count)) = parts(number, i) else {
        return fail(i);
    };
    let parts = &mut parts[..count];
    let (i, cents) = opt(cents(number)).parse(i)?;
    if let (Some(cents), Some(last)) = (cents, parts.last_mut()) {
        // 角 stands below a 元 that has no scale word; the parts are added as they are.
        if last.0.exponent == 0 && last.0.places == 0 {
            let hundredth = 10i128.pow(cents.places);
            last.0.mantissa = last
                .0
                .mantissa
                .saturating_mul(hundredth)
                .saturating_add(cents.mantissa);
            last.0.places = cents.places;
        }
    }
    let Some(sum) = Sum::of(parts) else {
        return fail(i);
    };
    let mut reading = sum.reading(before, i);
    if let Ok((i, _)) = paid_for(i) {
        reading.kind = Kind::Price;
        return Ok((i, reading));
    }
    Ok((i, reading))
}

/// `"/" word`: what a price is paid for.
fn paid_for(i: &str) -> IResult<&str, char> {
    let word = verify(anychar, |&c: &char| !c.is_ascii() && !is_mark(c));
    let (i, c) = preceded(char('/'), word).parse(i)?;
    // 元/平方米, 元/公里 are longer than the one character of 元/人.
    let measure = words()
        .measures
        .words
        .iter()
        .filter(|measure| measure.starts_with(c))
        .find_map(|measure| i.strip_prefix(&measure[c.len_utf8()..]));
    Ok((measure.unwrap_or(i), c))
}

/// Whether what stands before an amount makes it a price: 每人, 每户补助, 人均.
fn is_priced(before: &str) -> bool {
    let words = words();
    let clause = clause(before);
    words.money.per.starts(clause).any(|at| {
        words.money.per.iter().any(|per| {
            clause[at..].strip_prefix(per).is_some_and(|thing| {
                let by_time = per == "每" && words.money.per_time.begins(thing);
                let number = thing.contains(|c: char| c.is_ascii_digit());
                !by_time && thing.chars().count() <= 6 && !number
            })
        })
    })
}

/// Whether an amount can go on so behind its first number.
pub(super) fn may_follow_number(after: &str) -> bool {
    after.starts_with(['元', '圆', '余', '多', '零', '十', '百', '千', '万', '亿'])
}

/// An amount in Arabic digits, from its first digit.
pub(super) fn arabic_amount<'a>(before: &str, i: &'a str) -> IResult<&'a str, Reading> {
    amount(before, arabic, i)
}

/// An amount in Chinese numerals. 元 after a single digit is more often a part of a word (二元结构) or a name.
pub(super) fn chinese_amount<'a>(before: &str, i: &'a str) -> IResult<&'a str, Reading> {
    let single = numeral(i).is_ok_and(|(rest, number)| {
        number.is_whole() && number.mantissa < 10 && rest.starts_with(['元', '圆'])
    });
    let (rest, reading) = amount(before, numeral, i)?;
    if single && !before.ends_with("人民币") && !rest.starts_with(['整', '正']) {
        return fail(i);
    }
    Ok((rest, reading))
}

/// `yuan = "¥" number [ scale ] [ 元 ]`
pub(super) fn signed_amount<'a>(before: &str, i: &'a str) -> IResult<&'a str, Reading> {
    let (i, _) = char('¥').parse(i)?;
    if let Ok(found) = amount(before, arabic, i) {
        return Ok(found);
    }
    let (i, part) = part(arabic)(i)?;
    match Sum::of(&[part]) {
        Some(sum) => Ok((i, sum.reading(before, i))),
        None => fail(i),
    }
}

/// `bare = number scale`: an amount without 元, where what stands around it shows that money is meant.
pub(super) fn bare_amount<'a>(
    before: &str,
    follows_amount: bool,
    i: &'a str,
) -> IResult<&'a str, Reading> {
    let scaled = |found: IResult<&'a str, Part>| {
        let found = found.ok()?;
        (found.1.0.exponent >= 4).then_some(found)
    };
    let found = scaled(part(arabic)(i)).or_else(|| scaled(part(numeral)(i)));
    let Some((rest, part)) = found else {
        return fail(i);
    };
    // A line that begins with 12.00万 goes on with what the one above names: who counts has no decimals.
    let opens = || before.is_empty() && i[..i.len() - rest.len()].contains('.');
    match Sum::of(&[part]) {
        Some(sum) if may_follow(rest) && (is_money(before, follows_amount) || opens()) => {
            Ok((rest, sum.reading(before, rest)))
        }
        _ => fail(i),
    }
}

/// Whether what may come after an amount without 元 comes: nothing that could be counted.
fn may_follow(after: &str) -> bool {
    match after.chars().next() {
        None => true,
        Some(c) if is_mark(c) || matches!(c, '(' | ')' | '-' | '~' | '—' | ' ') => true,
        Some(c) if c.is_ascii() => false,
        Some(_) => words().money.followers.begins(after),
    }
}

/// Whether the words before a number without 元 speak of money.
fn is_money(before: &str, follows_amount: bool) -> bool {
    let words = &words().money;
    if follows_amount && before.ends_with(['、', '和', '及', '与', '至', '到']) {
        return true;
    }
    let mut label = before;
    for _ in 0..3 {
        let link = words
            .links
            .iter()
            .filter_map(|link| label.strip_suffix(link));
        match link.min_by_key(|rest| rest.len()) {
            // 共计 and 合计 are links as well as labels.
            Some(rest) if !words.labels.ends(label) => label = rest,
            _ => break,
        }
    }
    if words.labels.ends(label) {
        return true;
    }
    words.changes.ends(label) && words.labels.is_in(clause(label))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, none};
    use super::super::{Kind, read};

    #[test]
    fn amounts_with_their_value_in_yuan() {
        for (yuan, decimals, texts) in [
            (
                "9581500",
                -2,
                &["958.15万元", "人民币958.15万元", "总计为958.15万元。"][..],
            ),
            (
                "9581500.00",
                2,
                &[
                    "9,581,500.00元",
                    "9581500.00元",
                    "¥9,581,500.00",
                    "¥9581500.00元",
                ],
            ),
            (
                "9581500",
                0,
                &[
                    "9581500元",
                    "9,581,500元",
                    "九百五十八万一千五百元",
                    "958万1500元",
                ],
            ),
            ("248590000", -4, &["2.4859亿元"]),
            (
                "120000000",
                -4,
                &[
                    "1亿2000万元",
                    "1亿2,000万元",
                    "一亿二千万元",
                    "12000万元",
                    "12,000万元",
                ],
            ),
            (
                "1200000",
                -4,
                &[
                    "120万元",
                    "一百二十万元",
                    "壹佰贰拾万元整",
                    "壹佰贰拾万圆",
                    "120万圆",
                ],
            ),
            ("350000", -4, &["35万元", "三十五万元"]),
            ("35000", -3, &["3.5万元", "三点五万元", "35千元"]),
            (
                "35000",
                0,
                &["3万5000元", "35000元", "三万五千元", "3万零5000元"],
            ),
            ("35000", -3, &["3万5千元"]),
            ("0", -4, &["0万元"]),
            ("0", -2, &["0.00万元"]),
            ("0", 0, &["0元", "零元整"]),
            ("3000000", -6, &["3百万元"]),
            ("3200000000000", -11, &["3.2万亿元"]),
            ("3200000000", -8, &["32亿元", "三十二亿元"]),
            ("30000000", -7, &["3千万元"]),
            ("3.5", 1, &["3元5角", "3.5元"]),
            ("123.45", 2, &["壹佰贰拾叁元肆角伍分", "123元4角5分"]),
            ("10554000", -3, &["1,055.4万元"]),
        ] {
            for text in texts {
                let kind = |k: &Kind| matches!(k, Kind::Amount { .. });
                check(text, kind, yuan, decimals);
            }
        }
    }

    #[test]
    fn bare_amounts_where_money_is_meant() {
        for (yuan, texts) in [
            (
                "90000",
                &[
                    "年初预算9万",
                    "年初预算为9万，",
                    "支出9万。",
                    "办公费9万、印刷费2万",
                    "经费共计9万",
                    "经费由8万元增加到9万",
                ][..],
            ),
            (
                "90000",
                &[
                    "支出增加9万。",
                    "资金：9万",
                    "预算安排了9万用于培训",
                    "年初预算9万执行9万",
                ],
            ),
            ("200000000", &["总投资2亿。", "拨付资金2亿，"]),
            ("120000", &["12.00万，比上年增加", "12.00万。"]),
        ] {
            for text in texts {
                let found = read(text).into_iter().any(|m| {
                    matches!(m.kind, Kind::Amount { .. })
                        && m.value.to_string() == *yuan
                        && !text[m.range.clone()].contains('元')
                });
                assert!(found, "{text}: {:?}", read(text));
            }
        }
        for text in [
            "服务群众9万人次",
            "服务群众9万。",
            "接待9万人",
            "覆盖3万户",
            "支出用于2万亩农田",
            "发放资料9万份",
            "预算单位服务9万余人",
            "种植面积9万亩",
            "访问量达9万",
            "人口增加9万。",
            "支出9万美元",
            "9万，",
            "服务9.50万，",
            "9.50万人",
        ] {
            none(text, |k| matches!(k, Kind::Amount { .. }));
        }
    }

    #[test]
    fn a_price_is_no_amount() {
        for text in [
            "100元/人",
            "6000元/台",
            "每人100元",
            "每人每天100元",
            "每户补助500元",
            "人均100元",
            "100元/平方米",
            "3.5万元/公里",
            "每亩补贴120元",
        ] {
            check(text, |k| *k == Kind::Price, "", i32::MIN);
        }
        for text in ["每年100元", "每月工资500元", "每季度支出5万元"] {
            none(text, |k| *k == Kind::Price);
        }
    }

    #[test]
    fn the_shortest_phrase_is_quoted() {
        for (text, phrase) in [
            ("总计均为958.15万元。", "958.15万元"),
            ("人民币958.15万元整", "958.15万元"),
            ("约170余万元。", "170余万元"),
            ("共120多万元", "120多万元"),
            ("3万余元", "3万余元"),
            ("减少-3.5万元", "-3.5万元"),
            ("减少负3.5万元", "负3.5万元"),
            ("结余为负3.5万元", "负3.5万元"),
            ("为企业减负3.5亿元", "3.5亿元"),
            ("累计减税降负3.5亿元", "3.5亿元"),
            ("¥3,000", "¥3,000"),
            ("每人100元。", "100元"),
            ("100元/人。", "100元/人"),
            ("1亿2000万元", "1亿2000万元"),
            ("三十五万元整", "三十五万元"),
        ] {
            let found = read(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!(&text[found[0].range.clone()], phrase);
        }
    }

    #[test]
    fn approximate_amounts() {
        for text in [
            "约5万元",
            "支出约为5万元",
            "近5万元",
            "超过5万元",
            "5万元左右",
            "5万元以上",
            "5万元以下",
            "5万余元",
            "5余万元",
            "50多万元",
            "不足5万元",
            "单价5万元(含)以上",
            "三十余万元",
            "十多万元",
            "5万元以内",
            "逾5万元",
        ] {
            assert!(read(text)[0].approximate, "{text}: {:?}", read(text));
        }
        for text in [
            "节约5万元",
            "5万元。",
            "最近5万元",
            "预约5万元",
            "为5万元",
            "增加5万元",
        ] {
            assert!(!read(text)[0].approximate, "{text}: {:?}", read(text));
        }
    }

    #[test]
    fn what_only_looks_like_an_amount() {
        for text in [
            "万元GDP能耗",
            "单位:万元",
            "百元",
            "百万元以上",
            "二元结构",
            "多元",
            "一元化",
            "一两万元",
            "三四百元",
            "数百万元",
            "几十万元",
            "3.9万人",
            "32.12万人次",
            "4000㎡",
            "500平方米",
            "1.2万吨",
            "5万亩",
            "100万美元",
            "5亿港元",
            "三元区",
            "十四五",
            "一般公共预算",
            "千元以下",
            "十几万元",
        ] {
            none(text, |k| {
                matches!(k, Kind::Amount { .. } | Kind::Price | Kind::Range)
            });
        }
    }
}
