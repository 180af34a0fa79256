//! Counts: whole numbers with a classifier.
//!
//! ```text
//! count       = arabic [余多几] classifier | numeral [余多] classifier
//! classifier  = word [ "(" word ")" | "/" word ]           个   人次   台(套)   个/次
//! ```

use nom::character::complete::one_of;
use nom::combinator::opt;
use nom::{IResult, Parser};

use super::number::{Number, fail, numeral};
use super::words::{approximate, words};
use super::{Kind, Reading};

/// The longest classifier that `i` begins with, which is not the beginning of another word.
fn word(i: &str) -> Option<&str> {
    let classifiers = words().classifiers.of(i);
    let whole = classifiers.filter(|(_, rest, not_before)| !not_before.begins(rest));
    whole.map(|(word, ..)| word).last()
}

/// `classifier = word [ "(" word ")" | "/" word ]`
fn classifier(i: &str) -> Option<(&str, &str)> {
    let first = word(i)?;
    let rest = &i[first.len()..];
    let second = rest
        .strip_prefix('(')
        .or(rest.strip_prefix('/'))
        .and_then(word);
    let Some(second) = second else {
        return Some((rest, first));
    };
    let end = first.len() + 1 + second.len();
    match rest.starts_with('/') {
        true => Some((&i[end..], &i[..end])),
        false if i[end..].starts_with(')') => Some((&i[end + 1..], &i[..=end])),
        false => Some((rest, first)),
    }
}

fn reading(
    number: Number,
    vague: bool,
    classifier: &str,
    before: &str,
    after: &str,
) -> Option<Reading> {
    Some(Reading {
        kind: Kind::Count {
            classifier: classifier.into(),
        },
        value: number.value()?,
        decimals: 0,
        approximate: vague || approximate(before, after),
    })
}

/// A count, from what follows its number. 第3批 is an ordinal.
pub(super) fn after_number<'a>(
    before: &str,
    number: Number,
    i: &'a str,
) -> Option<(&'a str, Reading)> {
    if !number.is_whole() || before.ends_with('第') {
        return None;
    }
    let vague = i.strip_prefix(['余', '多', '几']);
    let (rest, classifier) = classifier(vague.unwrap_or(i))?;
    Some((
        rest,
        reading(number, vague.is_some(), classifier, before, rest)?,
    ))
}

/// A count whose number is a Chinese numeral: only where the classifier counts beyond doubt.
pub(super) fn spelled<'a>(before: &str, i: &'a str) -> IResult<&'a str, Reading> {
    let (after, number) = numeral(i)?;
    let (after, vague) = opt(one_of("余多")).parse(after)?;
    match spelled_after(before, number, vague.is_some(), after) {
        Some(found) => Ok(found),
        None => fail(i),
    }
}

fn spelled_after<'a>(
    before: &str,
    number: Number,
    vague: bool,
    i: &'a str,
) -> Option<(&'a str, Reading)> {
    let words = &words().numerals;
    let (rest, classifier) = classifier(i)?;
    let base = classifier.split(['(', '/']).next()?;
    let clear = words.classifiers.iter().any(|word| word == base);
    // 一个, 一人 are an article more often than a number.
    let article = number.mantissa == 1 && matches!(base, "个" | "人");
    let idiom = base == "个" && words.idioms.begins(rest);
    if !number.is_whole() || !clear || article || idiom || words.vague.ends(before) {
        return None;
    }
    Some((rest, reading(number, vague, classifier, before, rest)?))
}

#[cfg(test)]
mod tests {
    use super::super::tests::none;
    use super::super::{Kind, read};

    #[test]
    fn counts_with_their_classifier() {
        for (value, classifier, texts) in [
            ("20", "批次", &["20批次", "接待20批次，", "二十批次"][..]),
            ("330", "人次", &["330人次", "共330人次。"]),
            ("0", "辆", &["0辆", "公务用车0辆、"]),
            (
                "2",
                "个",
                &["2个", "2个项目", "两个项目", "二级预算单位2个"],
            ),
            ("1", "台(套)", &["1台(套)", "设备1台(套)。"]),
            ("1", "台套", &["1台套"]),
            ("3", "个(次)", &["3个(次)"]),
            ("3", "辆", &["三辆", "车辆三辆"]),
            ("5", "名", &["5名", "五名", "副局长五名"]),
            ("96", "人", &["96人", "编制96人，", "96人(含)", "九十六人"]),
            ("42", "个", &["42个、"]),
            ("1926", "人次", &["1,926人次", "1926人次"]),
            ("12", "所", &["12所学校", "12所"]),
            ("7", "家", &["7家企业", "7家"]),
            ("9", "件", &["9件", "办结9件"]),
            ("6", "场次", &["6场次"]),
            ("3", "人次", &["3人次年均"]),
        ] {
            for text in texts {
                let found = read(text);
                let one = found.iter().find(|m| matches!(m.kind, Kind::Count { .. }));
                let one = one.unwrap_or_else(|| panic!("{text}: {found:?}"));
                assert_eq!(
                    (one.value.to_string().as_str(), &one.kind),
                    (
                        value,
                        &Kind::Count {
                            classifier: classifier.into()
                        }
                    ),
                    "{text}"
                );
                assert!(!one.approximate, "{text}");
            }
        }
    }

    #[test]
    fn approximate_counts() {
        for (text, value) in [
            ("170余人次", "170"),
            ("20多个项目", "20"),
            ("约30人", "30"),
            ("30人以上", "30"),
            ("三十余人", "30"),
            ("100人左右", "100"),
        ] {
            let found = read(text);
            assert!(
                matches!(found[0].kind, Kind::Count { .. }) && found[0].approximate,
                "{text}: {found:?}"
            );
            assert_eq!(found[0].value.to_string(), value);
        }
    }

    #[test]
    fn what_is_no_count() {
        for text in [
            "3.9万人",
            "32.12万人次",
            "平均3.5人",
            "12个月",
            "8个小时",
            "3个工作日",
            "0.5个百分点",
            "第3批",
            "第三批",
            "第三名",
            "三个方面",
            "一个方面",
            "四个意识",
            "两个维护",
            "“三个一”",
            "五个一",
            "数十个",
            "一人一策",
            "一件事",
            "第12条",
            "2项目",
            "5所需",
            "2023个人所得税",
            "4000㎡",
            "500平方米",
            "12月",
            "3年",
            "5天",
            "12号",
            "一批",
            "一家人",
            "一次性",
            "两个百分点",
            "6户籍",
        ] {
            none(text, |k| matches!(k, Kind::Count { .. }));
        }
    }
}
