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

/// The least share of visible errors that is caught, in percent.
const FLOOR: usize = 80;

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

/// An error is visible where its fact is an operand of some rule: where changing its first digit, the coarsest error
/// there is, is found. The last digit of the same amount is then changed.
#[test]
fn single_digits_are_caught() {
    let (mut visible, mut caught) = (0, 0);
    for name in CONSISTENT {
        let text = common::text(name);
        let report = common::extract(text.as_bytes(), "");
        let mut places: Vec<(usize, usize)> = report
            .facts
            .iter()
            .filter(|fact| fact.span.exact.starts_with(|c| matches!(c, '1'..='9')))
            .map(|fact| (fact.span.start, fact.span.exact.chars().count()))
            .collect();
        places.sort_unstable();
        places.dedup();
        let step = places.len().div_ceil(PLACES).max(1);
        for &(start, length) in places.iter().step_by(step) {
            let mut characters: Vec<char> = text.chars().collect();
            let Some(digits) = characters.get(start..start + length) else {
                continue;
            };
            let Some(last) = digits.iter().rposition(char::is_ascii_digit) else {
                continue;
            };
            let change = |characters: &mut Vec<char>, at: usize| {
                let digit = characters[at].to_digit(10).expect("a digit");
                characters[at] = char::from_digit(digit % 9 + 1, 10).expect("a digit");
                let changed: String = characters.iter().collect();
                alarms(&common::extract(changed.as_bytes(), "")) > 0
            };
            let coarse = change(&mut characters.clone(), start);
            let fine = change(&mut characters, start + last);
            visible += usize::from(coarse || fine);
            caught += usize::from(fine);
        }
    }
    let share = caught * 100 / visible.max(1);
    println!("{caught} of {visible} visible errors of the last digit are caught: {share}%");
    assert!(
        share >= FLOOR,
        "{caught} of {visible} visible errors caught: {share}%"
    );
}
