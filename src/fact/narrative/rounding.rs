//! How precisely numbers are printed: prose drops zeros behind the point, but a list whose rates all have one digit there
//! rounds them.

use rust_decimal::Decimal;

use crate::fact::{Metric, Statement};
use crate::mention::{Kind, Mention};

/// How many zeros behind the point prose drops at most: 98万元 beside 357.26万元 is 98.00.
const DROPPED: i32 = 2;

/// So many rates of one kind in a section tell how all of them are printed.
const TELLING: usize = 3;

/// The finest printed place of each unit in a paragraph, with a number in that unit: prose drops trailing zeros, so 98万元
/// beside 357.26万元 is 98.00.
pub(super) fn finest_places(mentions: &[Mention]) -> Vec<(&Kind, i32)> {
    let mut finest: Vec<(&Kind, i32)> = Vec::new();
    for mention in mentions
        .iter()
        .filter(|m| m.kind.is_value() && m.value != Decimal::ZERO)
    {
        match finest.iter_mut().find(|(unit, _)| **unit == mention.kind) {
            Some((_, place)) => *place = (*place).max(mention.decimals),
            None => finest.push((&mention.kind, mention.decimals)),
        }
    }
    finest
}

/// The place of a number by the finest of its unit.
pub(super) fn finest_place(mention: &Mention, finest: &[(&Kind, i32)]) -> Option<i32> {
    let (_, finest) = finest.iter().find(|(unit, _)| **unit == mention.kind)?;
    // More zeros than money has are not dropped: the number is rounded.
    let dropped = finest - mention.decimals;
    Some(if dropped > DROPPED {
        mention.decimals
    } else {
        *finest
    })
}

/// 教育支出3万元，占8.1%，增长8.31%; …占2.6%; …占3.4%: where all shares of a section, or all rates of change, are printed more coarsely
/// than other rates in their paragraphs, no zeros are dropped: they are rounded.
pub(super) fn settle(statements: &mut [Statement]) {
    for section in statements.chunk_by_mut(|a, b| a.section == b.section) {
        for metric in [Metric::Share, Metric::ChangeRate, Metric::CompletionRate] {
            let rates = || section.iter().filter(|s| s.metric == metric);
            let finest = rates().filter_map(|s| s.decimals).max();
            if rates().count() < TELLING || finest.is_none() {
                continue;
            }
            for rate in section.iter_mut().filter(|s| s.metric == metric) {
                rate.place = rate.place.min(finest);
            }
        }
    }
}
