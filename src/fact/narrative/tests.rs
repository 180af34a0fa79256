//! Sentences as reports word them, each with all that it states: `concept metric [phase] [year] [dimension=value] value`,
//! the stage and the year only where they are not those of the report, and `? 30万元` for a number that stays unbound.

mod assets_and_plans;
mod balance;
mod bare;
mod budgets;
mod categories;
mod comparisons;
mod funds;
mod governments;
mod items;
mod lists;
mod matters;
mod none;
mod other;
mod parts;
mod paths;
mod reports;
mod reviews;
mod sides;
mod three_public;
mod totals;
mod travel_and_vehicles;
mod unbound;
mod wholes;
mod wordings;
mod years;

use crate::fact::{Fact, Phase};

/// What a sentence stands in: the title of the report, its part, its stage and its year.
struct Frame {
    title: &'static str,
    part: &'static str,
    phase: Phase,
    year: i32,
}

const FINAL_ACCOUNTS: Frame = Frame {
    title: "云溪县文化馆2023年度部门决算",
    part: "第三部分 2023年度部门决算情况说明\n",
    phase: Phase::Executed,
    year: 2023,
};
const BUDGET: Frame = Frame {
    title: "云溪县文化馆2024年部门预算",
    part: "第三部分 2024年部门预算情况说明\n",
    phase: Phase::Approved,
    year: 2024,
};
const GOVERNMENT: Frame = Frame {
    title: "云溪县2023年财政决算报告",
    part: "",
    phase: Phase::Executed,
    year: 2023,
};

/// Reads each sentence under a heading of its own small report.
fn check(frame: Frame, heading: &str, cases: &[(&str, &[&str])]) {
    for (sentence, expected) in cases {
        let text = format!("{}\n{}{heading}\n{sentence}\n", frame.title, frame.part);
        let report = crate::extract(text.as_bytes(), &crate::report::Options::default())
            .expect("a text is read");
        let mut stated: Vec<String> = report
            .facts
            .iter()
            .filter(|fact| !fact.concept.starts_with("x."))
            .map(|fact| print(fact, &frame))
            .collect();
        stated.sort();
        let unbound = report.unbound.iter().map(|u| format!("? {}", u.span.exact));
        stated.extend(unbound);
        assert_eq!(stated, *expected, "{sentence}");
    }
}

fn print(fact: &Fact, frame: &Frame) -> String {
    let mut words = vec![fact.concept.to_string(), word(&fact.metric)];
    if fact.phase != frame.phase {
        words.push(word(&fact.phase));
    }
    words.extend(
        fact.year
            .filter(|year| *year != frame.year)
            .map(|year| year.to_string()),
    );
    words.extend(fact.dimensions.iter().map(|(k, v)| format!("{k}={v}")));
    words.push(
        fact.value
            .map_or_else(|| "-".to_owned(), |value| value.to_string()),
    );
    words.join(" ")
}

fn word(value: &impl serde::Serialize) -> String {
    let json = serde_json::to_value(value).expect("a plain enum");
    json.as_str().expect("a word").to_owned()
}
