//! The measure of the checks: one wrong digit in a consistent report, and whether some finding sees it.

mod common;

use gongkai::Report;
use gongkai::check::Severity;

const CONSISTENT: [&str; 4] = [
    "qinghe-archives-2023.txt",
    "source/haiyan-forestry-2022.txt",
    "source/danfeng-statistics-2021.txt",
    "source/chengxi-sports-2022.txt",
];

/// The least share of errors that is caught, in percent.
const FLOOR: usize = 85;

/// How many amounts of one report are changed, evenly spread.
const PLACES: usize = 40;

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

/// The leading digit of a number is changed. Errors that no rule can see, such as in a number that stands alone, count as
/// missed, so the share is a lower bound of the share of visible ones.
#[test]
fn single_digits_are_caught() {
    let (mut changed, mut caught) = (0, 0);
    for name in CONSISTENT {
        let text = common::text(name);
        let report = common::extract(text.as_bytes(), "");
        let mut places: Vec<usize> = report
            .facts
            .iter()
            .filter(|fact| fact.unit != "count" && starts_above_zero(&fact.span.exact))
            .map(|fact| fact.span.start)
            .collect();
        places.sort_unstable();
        places.dedup();
        let step = places.len().div_ceil(PLACES).max(1);
        for place in places.into_iter().step_by(step) {
            let mut characters: Vec<char> = text.chars().collect();
            let Some(digit) = characters[place].to_digit(10) else {
                continue;
            };
            characters[place] = char::from_digit(digit % 9 + 1, 10).expect("a digit");
            let mutant: String = characters.into_iter().collect();
            changed += 1;
            caught += usize::from(alarms(&common::extract(mutant.as_bytes(), "")) > 0);
        }
    }
    let share = caught * 100 / changed.max(1);
    println!("{caught} of {changed} wrong leading digits are caught: {share}%");
    assert!(share >= FLOOR, "{caught} of {changed} caught: {share}%");
}

fn starts_above_zero(printed: &str) -> bool {
    printed.starts_with(|c| matches!(c, '1'..='9'))
}
