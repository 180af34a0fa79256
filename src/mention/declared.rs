//! Numbers whose unit of money is said elsewhere: once for all behind it (支出情况（单位：万元）：教育支出60.5，占12%), or by the
//! others of their list where one lacks it by mistake.

use std::ops::Range;

use rust_decimal::Decimal;

use super::words::{clause, is_mark, words};
use super::{Kind, Mention};

/// A unit that a sentence declares for the numbers behind it; that of a table stands alone, with no mark behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Declared {
    /// Where the numbers begin that it is for.
    from: usize,
    /// How many yuan it has.
    unit: u32,
}

/// The units that words declare, in order.
fn all(text: &str) -> Vec<Declared> {
    let lists = &words().declared;
    let brackets = text.contains("元)").then_some("(");
    let labels = lists.labels.iter().chain(brackets);
    let mut found = Vec::new();
    for label in labels {
        for (at, label) in text.match_indices(label) {
            let behind = &text[at + label.len()..];
            let units = lists.units.iter();
            let unit = units
                .filter_map(|(name, unit)| Some((behind.strip_prefix(name.as_str())?, *unit)))
                .min_by_key(|(rest, _)| rest.len());
            if let Some((rest, unit)) = unit
                && declares(label, rest)
            {
                let from = text.len() - rest.len();
                found.push(Declared { from, unit });
            }
        }
    }
    found.sort_by_key(|declared| declared.from);
    found
}

/// Whether a unit between a label and some words is said for what follows: a mark stands behind 单位：万元, and the line or
/// what introduces ends behind （万元）.
fn declares(label: &str, rest: &str) -> bool {
    match rest.strip_prefix(')').filter(|_| label == "(") {
        Some(rest) => rest.is_empty() || rest.starts_with('：'),
        None => label != "(" && rest.chars().next().is_some_and(|c| is_mark(c) || c == ')'),
    }
}

/// The unit that words declare last for the lines below, where they end in announcing them: 如下（单位：万元）：.
pub(crate) fn last(text: &str) -> Option<u32> {
    let announces = text.trim_end().ends_with(['：', ')']);
    let last = announces.then(|| all(text)).and_then(|mut all| all.pop());
    last.map(|declared| declared.unit)
}

/// Makes amounts of the bare numbers behind a unit that the words declare, and of all where `outer` was declared above.
pub(super) fn apply(text: &str, outer: Option<u32>, mentions: &mut [Mention]) {
    let mut declared = all(text);
    if let Some(unit) = outer {
        declared.insert(0, Declared { from: 0, unit });
    }
    for (index, first) in declared.iter().enumerate() {
        let end = declared.get(index + 1).map_or(text.len(), |next| next.from);
        let stretch = first.from..end;
        for mention in mentions.iter_mut() {
            if stretch.contains(&mention.range.start) && is_amount(text, mention) {
                give(mention, first.unit);
            }
        }
    }
    complete(text, mentions);
}

/// Makes a number an amount.
fn give(mention: &mut Mention, unit: u32) {
    mention.kind = Kind::Amount { unit };
    mention.value *= Decimal::from(unit);
    mention.decimals -= i32::try_from(unit.ilog10()).unwrap_or_default();
}

/// Gives a number of a list that lacks its unit by mistake that of the amounts on both sides of it, which are printed to
/// the same place: 奖金1,864.30元、绩效工资930.15、职业年金412.00元.
fn complete(text: &str, mentions: &mut [Mention]) {
    let place = |mention: &Mention| match mention.kind {
        Kind::Amount { unit } => {
            let digits = i32::try_from(unit.ilog10()).unwrap_or_default();
            Some((unit, mention.decimals + digits))
        }
        _ => None,
    };
    for at in 1..mentions.len().saturating_sub(1) {
        let [before, bare, after] = &mentions[at - 1..=at + 1] else {
            continue;
        };
        let listed = |from: usize, to: usize| text[from..to].starts_with('、');
        let (Some(one), Some(other)) = (place(before), place(after)) else {
            continue;
        };
        let fits = one == other
            && bare.decimals > 0
            && bare.decimals == one.1
            && listed(before.range.end, bare.range.start)
            && listed(bare.range.end, after.range.start)
            && is_amount(text, bare);
        if fits {
            give(&mut mentions[at], one.0);
        }
    }
}

/// Whether a number without a unit of its own can be an amount: a mark ends it, and it is no rate or number of an item.
fn is_amount(text: &str, mention: &Mention) -> bool {
    let Range { start, end } = mention.range;
    let digits = text[start..end].trim_start_matches('-');
    let (before, behind) = (&text[..start], &text[end..]);
    let grouped = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let named = before.chars().next_back().is_some_and(|c| {
        c.is_alphabetic() && !c.is_ascii() || matches!(c, '：' | ')' | '”' | '、')
    });
    mention.kind == Kind::Other
        && digits.chars().all(grouped)
        && named
        && behind.chars().next().is_none_or(ends)
        && !words().declared.rates.is_in(clause(before))
}

/// Whether a character ends a number or a unit.
fn ends(c: char) -> bool {
    is_mark(c) || matches!(c, ')' | '(' | ' ' | '\n' | ',' | '.' | ';' | ':')
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, read_in};

    fn amounts(text: &str, outer: Option<u32>) -> Vec<String> {
        read_in(text, outer)
            .into_iter()
            .filter(|m| matches!(m.kind, Kind::Amount { .. }))
            .map(|m| format!("{} {}", m.value.normalize(), m.decimals))
            .collect()
    }

    #[test]
    fn a_unit_said_once() {
        for (text, outer, want) in [
            (
                "主要用于(单位：万元)：教育支出60.50，占12%；卫生健康支出8，占1.6%。",
                None,
                &["605000 -2", "80000 -4"][..],
            ),
            (
                "金额单位：元。基本支出1,055.40，项目支出0。",
                None,
                &["1055.4 2", "0 0"],
            ),
            ("按功能划分(万元)：教育支出60.50，", None, &["605000 -2"]),
            (
                "基本支出：60.5、项目支出：8.25",
                Some(10_000),
                &["605000 -3", "82500 -2"],
            ),
            (
                "单位：亿元，总收入12.5，比上年增加0.3。",
                None,
                &["1250000000 -7", "30000000 -7"],
            ),
            // The last that was said.
            (
                "单位：万元：甲费1.5。单位：元：乙费20.5。",
                None,
                &["15000 -3", "20.5 1"],
            ),
        ] {
            assert_eq!(amounts(text, outer), want, "{text}");
        }
    }

    #[test]
    fn a_unit_that_one_of_a_list_lacks() {
        for (text, want) in [
            (
                "奖金1,864.30元、绩效工资930.15、职业年金412.00元。",
                &["1864.3 2", "930.15 2", "412 2"][..],
            ),
            (
                "奖金18.30万元、绩效工资9.15、职业年金4.00万元。",
                &["183000 -2", "91500 -2", "40000 -2"],
            ),
            // Printed to another place, of two units, at the end, or no list: these are not told.
            (
                "奖金1,864.30元、绩效工资930、职业年金412.00元。",
                &["1864.3 2", "412 2"],
            ),
            (
                "奖金1,864.30元、绩效工资9.15、职业年金412.00万元。",
                &["1864.3 2", "4120000 -2"],
            ),
            ("奖金1,864.30元、绩效工资930.15。", &["1864.3 2"]),
            (
                "支出1,864.30元，比上年增加930.15，项目支出412.00元。",
                &["1864.3 2", "412 2"],
            ),
        ] {
            assert_eq!(amounts(text, None), want, "{text}");
        }
    }

    #[test]
    fn units_for_the_lines_below() {
        for (text, want) in [
            ("各项支出如下(单位：万元)：", Some(10_000)),
            ("按支出功能科目划分(万元)", Some(10_000)),
            ("(金额单位：元)", Some(1)),
            ("单位：万元", None),
            ("部门：云溪县水务局 单位：万元", None),
            ("支出60.5(单位：万元)。", None),
            ("共有车辆(辆)", None),
        ] {
            assert_eq!(super::last(text), want, "{text}");
        }
    }

    #[test]
    fn numbers_of_another_kind() {
        for text in [
            "收入(万元)60.50，支出(万元)60.50。",
            // Above a table.
            "部门：云溪县水务局 单位：万元 项目 行次 决算数 一、基本支出 1 60.50",
            // No unit of money.
            "填报单位：万元县财政局。基本支出60.50。",
            "单位：云溪县水务局。基本支出60.50。",
            "单位：辆。轿车2，其他用车3。",
            // Before the unit.
            "基本支出60.50。(单位：万元)",
            // Rates, years, items, codes and counts.
            "单位：万元。增长13.95，占8.5，完成预算的97.3。",
            "单位：万元。1.基本情况；2.人员。",
            "单位：万元。2023年共2辆，第3批，电话0700-0000000。",
            "单位：万元。项目编码T0005，面积60.5平方米。",
        ] {
            assert_eq!(amounts(text, None), [""; 0], "{text}");
        }
    }
}
