//! Statements of one fact are brought together.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::{Fact, Statement};

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

/// Whether two statements may be of one number: the coarser is the rounding of the finer.
fn agree(a: &Statement, b: &Statement) -> bool {
    let (Some(x), Some(y)) = (a.value, b.value) else {
        return a.value == b.value;
    };
    if x == y {
        return true;
    }
    // 0 is exactly zero.
    if x.is_zero() || y.is_zero() {
        return false;
    }
    let (Some(p), Some(q)) = (a.place.or(a.decimals), b.place.or(b.decimals)) else {
        return false;
    };
    p != q && (x - y).abs() <= half(p.min(q))
}

/// Brings the statements of one fact together. Two statements of one identity are one fact where the coarser number is
/// the rounding of the finer one, whose value and place the fact then has; else they are two facts. Facts come in the
/// order of their first statement and are numbered `f1`, `f2` ….
pub fn merge(mut statements: Vec<Statement>) -> Vec<Fact> {
    statements.sort_by_key(|s| (s.quote.bytes, s.concept.clone()));
    let mut facts: Vec<Fact> = Vec::new();
    let mut known: HashMap<String, Vec<usize>> = HashMap::new();
    for statement in statements {
        let same = known.entry(identity(&statement)).or_default();
        let one = |fact: &Fact| {
            fact.value == statement.value.map(|v| v.normalize())
                || fact.statements.iter().all(|s| agree(s, &statement))
        };
        match same.iter().copied().find(|&i| one(&facts[i])) {
            Some(index) => add(&mut facts[index], statement),
            None => {
                same.push(facts.len());
                facts.push(first(statement, facts.len() + 1));
            }
        }
    }
    facts
}

/// What a fact is about, as a key.
fn identity(s: &Statement) -> String {
    format!(
        "{}\u{1}{:?}\u{1}{:?}\u{1}{:?}\u{1}{:?}",
        s.concept, s.metric, s.phase, s.year, s.dimensions
    )
}

fn first(s: Statement, number: usize) -> Fact {
    Fact {
        id: format!("f{number}"),
        concept: s.concept.clone(),
        label: s.label.clone(),
        metric: s.metric,
        phase: s.phase,
        year: s.year,
        dimensions: s.dimensions.clone(),
        value: s.value.map(|v| v.normalize()),
        unit: s.unit.clone(),
        decimals: s.decimals,
        approximate: s.approximate,
        whole: s.whole.clone(),
        base: s.base,
        section: s.section.clone(),
        table: s.table.clone(),
        span: s.quote.clone(),
        spans: vec![s.quote.clone()],
        statements: vec![s],
    }
}

fn add(fact: &mut Fact, s: Statement) {
    let finer = match (s.decimals, fact.decimals) {
        (Some(new), Some(old)) => new > old && fact.value != s.value.map(|v| v.normalize()),
        _ => false,
    };
    if finer {
        fact.value = s.value.map(|v| v.normalize());
        fact.decimals = s.decimals;
        fact.label = s.label.clone();
        fact.section = s.section.clone();
        fact.table = s.table.clone();
        fact.span = s.quote.clone();
        fact.spans.retain(|span| *span != s.quote);
        fact.spans.insert(0, s.quote.clone());
    }
    fact.approximate &= s.approximate;
    fact.whole = fact.whole.take().or_else(|| s.whole.clone());
    if !fact.spans.contains(&s.quote) {
        fact.spans.push(s.quote.clone());
    }
    fact.statements.push(s);
}
