//! The measure of the checks: one wrong digit in a consistent report, and whether some finding sees it.
//!
//! A wrong digit is *visible* if a formula that a rule applied to the unchanged report, and that held, has the number as
//! an operand and does not hold with the wrong one; or if the report states the number twice and the two no longer
//! agree. What stands alone, and what changes by less than the rounding of its neighbours, no rule can see.

mod common;

use gongkai::check::Severity;
use gongkai::check::interval::Interval;
use gongkai::check::ledger::{Id, Ledger};
use gongkai::check::log::{Check, Log};
use gongkai::check::rules::RULES;
use gongkai::document::Quote;
use gongkai::fact::Fact;
use gongkai::grammar::Grammar;
use gongkai::report::inspect;
use gongkai::{Options, Report};
use rust_decimal::Decimal;

const CONSISTENT: [&str; 4] = [
    "qinghe-archives-2023.txt",
    "source/haiyan-forestry-2022.txt",
    "source/danfeng-statistics-2021.txt",
    "source/chengxi-sports-2022.txt",
];

/// The least share of visible errors that is caught, in percent.
const FLOOR: usize = 98;

/// How many digits of one report are changed, evenly spread.
const PLACES: usize = 120;

fn alarms(report: &Report) -> usize {
    let weighty = |severity| severity != Severity::Note;
    report
        .findings
        .iter()
        .filter(|finding| weighty(finding.severity))
        .count()
}

#[test]
fn consistent_samples_have_no_findings() {
    for name in CONSISTENT {
        let report = common::sample(name);
        let rules: Vec<_> = report
            .findings
            .iter()
            .filter(|finding| finding.severity != Severity::Note)
            .map(|finding| (&finding.rule, &finding.message))
            .collect();
        assert!(rules.is_empty(), "{name}: {rules:#?}");
    }
}

#[test]
fn single_digits_are_caught() {
    let (mut visible, mut caught, mut rounded, mut alone) = (0, 0, 0, 0);
    let mut missed = Vec::new();
    for name in CONSISTENT {
        let text = common::text(name);
        let changes = with_checks(&text, changes);
        let step = changes.len().div_ceil(PLACES).max(1);
        for change in changes.into_iter().step_by(step) {
            match change.sight {
                Sight::Alone => alone += 1,
                Sight::Rounded => rounded += 1,
                Sight::Visible => visible += 1,
            }
            if change.sight != Sight::Visible {
                continue;
            }
            let mutant = change.apply(&text);
            if alarms(&common::extract(mutant.as_bytes(), "")) > 0 {
                caught += 1;
            } else {
                missed.push(format!("{name}: {} of {}", change.to, change.from));
            }
        }
    }
    let share = caught * 100 / visible.max(1);
    println!(
        "{caught} of {visible} visible wrong digits are caught: {share}%; {rounded} more are within the rounding of what they are compared with, {alone} in numbers that are compared with nothing"
    );
    assert!(
        share >= FLOOR,
        "{caught} of {visible} caught: {share}%, missed {missed:#?}"
    );
}

/// One digit of one printed amount, changed.
struct Change {
    /// The character of the text.
    at: usize,
    /// The new digit.
    digit: char,
    /// The amount as printed.
    from: String,
    /// The amount as changed.
    to: String,
    sight: Sight,
}

/// What the rules can see of a wrong digit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sight {
    /// The number is compared with nothing.
    Alone,
    /// The change is within the rounding of what the number is compared with.
    Rounded,
    /// The number contradicts another.
    Visible,
}

impl Change {
    fn apply(&self, text: &str) -> String {
        let replace = |(at, c)| if at == self.at { self.digit } else { c };
        text.chars().enumerate().map(replace).collect()
    }
}

/// What the rules compare in a text.
fn with_checks<T>(text: &str, of: impl FnOnce(&Ledger<'_>, &[Check<'_>]) -> T) -> T {
    let inspection = inspect(text.as_bytes(), &Options::default()).expect("a text");
    let words = inspection.document.fold();
    let context = inspection.context(&words, Grammar::embedded());
    let ledger = Ledger::new(&context);
    let mut log = Log::new(&ledger, RULES[0]);
    for rule in RULES {
        log.turn_to(rule);
        (rule.run)(&mut log);
    }
    of(&ledger, &log.held)
}

/// Every digit of every printed amount.
fn changes(ledger: &Ledger<'_>, held: &[Check<'_>]) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for (id, number) in ledger.numbers.iter().enumerate() {
        let Some(fact) = number.fact.filter(|fact| fact.unit == "CNY") else {
            continue;
        };
        // A number of two facts is changed once.
        if ledger.printed(id) != id {
            continue;
        }
        for quote in number.quotes {
            let digits = quote.exact.chars().enumerate();
            for (offset, old) in digits.filter_map(|(i, c)| Some((i, c.to_digit(10)?))) {
                let new = if offset == 0 {
                    old % 9 + 1
                } else {
                    (old + 1) % 10
                };
                let digit = char::from_digit(new, 10).expect("a digit");
                let replace = |(i, c)| if i == offset { digit } else { c };
                let to: String = quote.exact.chars().enumerate().map(replace).collect();
                let value = value(&to, fact, quote);
                let sight = value.map_or(Sight::Alone, |value| sight(ledger, held, id, value));
                changes.push(Change {
                    at: quote.start + offset,
                    digit,
                    from: quote.exact.to_string(),
                    to,
                    sight,
                });
            }
        }
    }
    changes
}

/// The value of changed words, in the unit in which the unchanged ones state a fact.
fn value(words: &str, fact: &Fact, quote: &Quote) -> Option<Decimal> {
    let digits = words.chars().filter(|c| c.is_ascii_digit() || *c == '.');
    let printed: Decimal = digits.collect::<String>().parse().ok()?;
    let statement = fact.statements.iter().find(|s| s.quote == *quote)?;
    let shift = i32::try_from(printed.scale()).ok()? - statement.decimals?;
    let factor = Decimal::from(10_i64.checked_pow(u32::try_from(shift).ok()?)?);
    let value = printed * factor;
    Some(if fact.value?.is_sign_negative() {
        -value
    } else {
        value
    })
}

/// Whether another value of a number contradicts its other statements, or breaks a formula that held.
fn sight(ledger: &Ledger<'_>, held: &[Check<'_>], id: Id, value: Decimal) -> Sight {
    let number = &ledger.numbers[id];
    let changed = Interval::printed(value, number.place);
    let is_it = |other: &Id| ledger.printed(*other) == id;
    let compared: Vec<_> = held.iter().filter(|c| c.ids.iter().any(is_it)).collect();
    let contradicted = if number.quotes.len() > 1 {
        !changed.touches(number.interval)
    } else {
        compared.iter().any(|check| {
            let mut intervals = check.intervals(ledger);
            for (interval, other) in intervals.iter_mut().zip(&check.ids) {
                if is_it(other) {
                    *interval = changed;
                }
            }
            check.formula.fails(&intervals)
        })
    };
    if contradicted {
        Sight::Visible
    } else if compared.is_empty() && number.quotes.len() == 1 {
        Sight::Alone
    } else {
        Sight::Rounded
    }
}
