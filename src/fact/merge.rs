//! Statements of one fact are brought together.

use foldhash::{HashMap, HashMapExt};
use smol_str::{SmolStr, format_smolstr};

use super::key::Key;
use super::{Fact, Metric, Statement, Witness};
use crate::mention::are_same;

/// Whether two statements may be of one number: the coarser is the rounding of the finer.
fn agree(a: &Witness, b: &Statement) -> bool {
    let (Some(x), Some(y)) = (a.value, b.value) else {
        return a.value == b.value;
    };
    if x == y {
        return true;
    }
    // 0 is exactly zero, and points and counts are given as they are.
    let is_exact = matches!(b.metric, Metric::Score | Metric::Count);
    if x.is_zero() || y.is_zero() || is_exact {
        return false;
    }
    let (Some(p), Some(q)) = (a.place.or(a.decimals), b.place.or(b.decimals)) else {
        return false;
    };
    p != q && are_same((x, p), (y, q))
}

/// Brings the statements of one fact together. Two statements of one identity are one fact where the coarser number is
/// the rounding of the finer one, whose value and place the fact then has; else they are two facts. Facts come in the
/// order of their first statement and are numbered `f1`, `f2` ….
pub fn merge(mut statements: Vec<Statement>) -> Vec<Fact> {
    // A statement is large, so that it is moved only when its place is known.
    statements.sort_by_cached_key(|s| (s.quote.bytes, s.concept.clone()));
    let mut facts: Vec<Fact> = Vec::with_capacity(statements.len());
    let (identities, count) = identities(&statements);
    // Of each identity the first and the last fact so far, and of each fact the next one of its identity.
    let mut ends: Vec<Option<(usize, usize)>> = vec![None; count];
    let mut next: Vec<Option<usize>> = Vec::with_capacity(statements.len());
    for (statement, identity) in statements.into_iter().zip(identities) {
        let one = |fact: &Fact| {
            fact.value == statement.value.map(|v| v.normalize())
                || fact.statements.iter().all(|s| agree(s, &statement))
        };
        let first = ends[identity].map(|(first, _)| first);
        let mut same = std::iter::successors(first, |&fact| next[fact]);
        match same.find(|&fact| one(&facts[fact])) {
            Some(index) => add(&mut facts[index], alone(statement, SmolStr::default())),
            None => {
                let new = facts.len();
                if let Some((_, last)) = ends[identity] {
                    next[last] = Some(new);
                }
                ends[identity] = Some((first.unwrap_or(new), new));
                next.push(None);
                facts.push(alone(statement, format_smolstr!("f{}", new + 1)));
            }
        }
    }
    facts
}

/// Of each statement the number of its identity, and how many identities there are.
fn identities(statements: &[Statement]) -> (Vec<usize>, usize) {
    let mut known: HashMap<Key, usize> = HashMap::with_capacity(statements.len());
    let identities = statements.iter().map(|statement| {
        let next = known.len();
        *known.entry(Key::of_statement(statement)).or_insert(next)
    });
    (identities.collect(), known.len())
}

/// The fact of a statement by itself.
fn alone(s: Statement, id: SmolStr) -> Fact {
    let witness = Witness {
        metric: s.metric,
        value: s.value,
        decimals: s.decimals,
        place: s.place,
        approximate: s.approximate,
        whole: s.whole,
        table: s.table,
        list: s.list,
        quote: s.quote,
    };
    Fact {
        id,
        concept: s.concept,
        label: s.label,
        metric: s.metric,
        phase: s.phase,
        year: s.year,
        dimensions: s.dimensions,
        value: s.value.map(|v| v.normalize()),
        unit: s.unit,
        decimals: s.decimals,
        approximate: s.approximate,
        whole: witness.whole.clone(),
        base: s.base,
        section: s.section,
        table: witness.table.clone(),
        span: witness.quote.clone(),
        spans: vec![witness.quote.clone()],
        statements: vec![witness],
    }
}

/// Adds what another statement of a fact says, which is a fact by itself.
fn add(fact: &mut Fact, other: Fact) {
    let finer = match (other.decimals, fact.decimals) {
        (Some(new), Some(old)) => new > old && fact.value != other.value,
        _ => false,
    };
    if finer {
        fact.value = other.value;
        fact.decimals = other.decimals;
        fact.label = other.label;
        fact.section = other.section;
        fact.table = other.table;
        fact.spans.retain(|span| *span != other.span);
        fact.spans.insert(0, other.span.clone());
        fact.span = other.span;
    } else if !fact.spans.contains(&other.span) {
        fact.spans.push(other.span);
    }
    fact.approximate &= other.approximate;
    fact.whole = fact.whole.take().or(other.whole);
    fact.statements.extend(other.statements);
}

#[cfg(test)]
mod tests {
    use smol_str::SmolStr;

    /// The value of each fact on revenue, and the words and the table that it is read from.
    fn revenue(statements: &str) -> Vec<(String, Vec<SmolStr>, Option<SmolStr>)> {
        let text = format!("云溪县文化馆2023年度部门决算\n{statements}");
        let report = crate::extract(text.as_bytes(), &Default::default()).expect("a text is read");
        let facts = report.facts.into_iter();
        facts
            .filter(|fact| fact.concept == "revenue.total")
            .map(|fact| {
                assert_eq!(fact.span, fact.spans[0]);
                let words = fact.spans.iter().map(|span| span.exact.clone()).collect();
                (
                    fact.value.unwrap_or_default().to_string(),
                    words,
                    fact.table,
                )
            })
            .collect()
    }

    const NOTE: &str = "二、收入决算情况说明\n本年收入合计123.46万元。\n";

    fn table(total: &str) -> String {
        format!(
            "收入决算表\n单位：元\n科目编码\t科目名称\t本年收入合计\t财政拨款收入\n207\t文化旅游体育与传媒支出\t{total}\t{total}\n合计\t\t{total}\t{total}\n"
        )
    }

    #[test]
    fn the_finer_statement_is_the_one_that_a_fact_quotes() {
        let fine = "1,234,567.89";
        for report in [
            format!("{}{NOTE}", table(fine)),
            format!("{NOTE}{}", table(fine)),
        ] {
            let facts = revenue(&report);
            let total = facts.iter().find(|fact| fact.1.len() > 1);
            let (value, words, table) = total.expect("text and table agree");
            assert_eq!(value, "1234567.89");
            assert_eq!(words[0], fine);
            assert!(words.contains(&"123.46万元".into()));
            assert_eq!(table.as_deref(), Some("t1"));
        }
    }

    #[test]
    fn what_is_no_rounding_is_a_fact_of_its_own() {
        let facts = revenue(&format!("{NOTE}{}", table("1,234,467.89")));
        let values: Vec<&str> = facts.iter().map(|fact| fact.0.as_str()).collect();
        assert!(
            values.contains(&"1234600") && values.contains(&"1234467.89"),
            "{values:?}"
        );
    }
}
