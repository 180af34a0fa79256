//! `unit-mismatch`: two statements of one fact do not differ by exactly 10⁴ or 10⁸.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::Severity;
use super::contradictory_values::disputed;
use super::ledger::{Id, Ledger, Number};
use super::log::Log;
use super::rules::Rule;
use super::words::{Unit, call};

pub(super) const RULE: Rule = Rule {
    name: "unit-mismatch",
    severity: Severity::Error,
    page: include_str!("unit_mismatch.md"),
    run,
};

/// 万元 taken for 元, 亿元 for 元.
const FACTORS: [i64; 2] = [10_000, 100_000_000];

/// From how many cells on a table that differs throughout is one defect: its unit.
const THROUGHOUT: usize = 3;

/// Values of one table that are wrong by one factor.
type Column<'a> = (Option<&'a str>, i64);

fn run(log: &mut Log<'_>) {
    let ledger = log.ledger;
    let mut tables: HashMap<Column, Vec<(Id, Id)>> = HashMap::new();
    let mut order = Vec::new();
    for ids in disputed(ledger) {
        let Some((stated, other, factor)) = mistaken(ledger, &ids) else {
            continue;
        };
        let table = ledger.numbers[stated].fact.and_then(|f| f.table.as_deref());
        let key = (table, factor);
        if !tables.contains_key(&key) {
            order.push(key);
        }
        tables.entry(key).or_default().push((stated, other));
    }
    for key in order {
        let pairs = &tables[&key];
        if key.0.is_some() && pairs.len() >= THROUGHOUT {
            report(log, key.1, pairs);
        } else {
            for pair in pairs {
                report(log, key.1, std::slice::from_ref(pair));
            }
        }
    }
}

/// Of the values of a fact, one that is another's, printed in the wrong unit: the one that fewer statements bear out.
pub(super) fn mistaken(ledger: &Ledger<'_>, ids: &[Id]) -> Option<(Id, Id, i64)> {
    let (&best, rest) = ids.split_first()?;
    rest.iter().find_map(|&other| {
        let (a, b) = (&ledger.numbers[best], &ledger.numbers[other]);
        let factor = FACTORS
            .into_iter()
            .find(|&f| times(a, b, f) || times(b, a, f))?;
        // Of two that are stated equally often, a cell of a table is the one that has its unit from elsewhere.
        let in_table = |n: &Number| n.fact.is_some_and(|f| f.table.is_some());
        let turned = a.quotes.len() == b.quotes.len() && in_table(a) && !in_table(b);
        Some(if turned {
            (best, other, factor)
        } else {
            (other, best, factor)
        })
    })
}

/// Whether one number is a factor times the other, as far as they are printed.
fn times(large: &Number<'_>, small: &Number<'_>, factor: i64) -> bool {
    large.unit == "CNY"
        && !small.value.is_zero()
        && small
            .interval
            .times(Decimal::from(factor))
            .touches(large.interval)
}

fn report(log: &mut Log<'_>, factor: i64, pairs: &[(Id, Id)]) {
    let ledger = log.ledger;
    let Some(&(stated, other)) = pairs.first() else {
        return;
    };
    let (a, b) = (&ledger.numbers[stated], &ledger.numbers[other]);
    let times = if factor == 10_000 { "一万" } else { "一亿" };
    let words = |n: &Number| Unit::of(n).write(n.value);
    let (zh_more, en_more) = if pairs.len() > 1 {
        (
            format!("；同表另有{}处相同，应是表的单位有误", pairs.len() - 1),
            format!(
                "; so are {} more of its table, whose unit is wrong",
                pairs.len() - 1
            ),
        )
    } else {
        Default::default()
    };
    let draft = log.report(
        format!(
            "{}在此为{}，他处为{}，恰差{times}倍，应是单位有误{zh_more}",
            call(a, false),
            words(a),
            words(b)
        ),
        format!(
            "{} is {} here but {} elsewhere, exactly {factor} times as much: a wrong unit{en_more}",
            call(a, true),
            words(a),
            words(b)
        ),
    );
    draft.expected = Some(b.value);
    draft.stated = Some(a.value);
    for &(stated, other) in pairs {
        draft.numbers.extend([stated, other]);
    }
    draft.quotes.push(("stated", a.quote.clone()));
    draft.quotes.push(("other", b.quote.clone()));
    for &(stated, _) in pairs.iter().skip(1) {
        draft
            .quotes
            .push(("stated", ledger.numbers[stated].quote.clone()));
    }
}
