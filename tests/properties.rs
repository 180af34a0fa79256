//! What must hold of every report: quotes, layouts, encodings, units, single digits.

mod common;

use std::collections::BTreeMap;

use encoding_rs::{BIG5, GB18030};
use gongkai::fact::Metric;
use proptest::prelude::*;
use proptest::sample::Index;

const ARCHIVES: &str = "qinghe-archives-2023.txt";
/// Reports of sentences alone, which may be wrapped: a row of a table may not.
const SOURCES: [&str; 4] = [
    "source/danfeng-statistics-2021.txt",
    "source/chengxi-sports-2022.txt",
    "source/haiyan-forestry-2022.txt",
    "linshui-grain-2023.txt",
];

fn same_facts(source: &[u8], changed: &[u8], how: &str) {
    let expected = common::statements(&common::extract(source, ""));
    let found = common::statements(&common::extract(changed, ""));
    assert!(
        expected == found,
        "{how}:\n{}",
        common::difference(&expected, &found)
    );
}

/// Every line broken after `width` characters, with a page number after every `page` lines.
fn wrapped(text: &str, width: usize, page: usize) -> String {
    let lines = text.lines().filter(|line| !line.is_empty());
    let mut out = Vec::new();
    for line in lines {
        let characters: Vec<char> = line.chars().collect();
        out.extend(characters.chunks(width).map(String::from_iter));
    }
    let numbered = out.chunks(page).enumerate();
    numbered
        .map(|(n, lines)| format!("{}\n- {} -\n", lines.join("\n"), n + 1))
        .collect()
}

#[test]
fn spans_slice_to_their_quotes() {
    for name in common::names() {
        let inspection =
            gongkai::report::inspect(&common::bytes(&name), &Default::default()).expect("a report");
        let text: Vec<char> = inspection.document.text.chars().collect();
        let report = serde_json::to_value(&inspection.report).expect("JSON");
        let mut spans = 0;
        quotes(&report, &mut |start, end, exact| {
            let quoted: String = text[start..end].iter().collect();
            assert_eq!(quoted, exact, "{name}");
            spans += 1;
        });
        assert!(spans > 0, "{name}");
    }
}

/// Calls a function for every object with `start`, `end` and `exact`.
fn quotes(value: &serde_json::Value, seen: &mut impl FnMut(usize, usize, &str)) {
    match value {
        serde_json::Value::Object(map) => {
            let place = |key: &str| map.get(key)?.as_u64().map(|n| n as usize);
            if let (Some(start), Some(end), Some(exact)) = (
                place("start"),
                place("end"),
                map.get("exact").and_then(|exact| exact.as_str()),
            ) {
                seen(start, end, exact);
            }
            map.values().for_each(|value| quotes(value, seen));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| quotes(item, seen)),
        _ => {}
    }
}

#[test]
fn encodings_and_full_width_digits_change_no_fact() {
    for name in SOURCES {
        let text = common::text(name);
        let (gb, _, _) = GB18030.encode(&text);
        same_facts(text.as_bytes(), &gb, "GB18030");
        let utf16: Vec<u8> = std::iter::once(0xFEFF)
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        same_facts(text.as_bytes(), &utf16, "UTF-16");
        let wide: String = text.chars().map(full_width).collect();
        same_facts(text.as_bytes(), wide.as_bytes(), "full-width digits");
    }
}

fn full_width(c: char) -> char {
    match c {
        '0'..='9' | '.' | '%' => char::from_u32(c as u32 + 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

#[test]
fn traditional_characters_and_big5_change_no_fact() {
    let simple = "2023年度机关运行经费支出49.20万元，比2022年度增加1.20万元，增长2.50%。\n\
        2023年度政府采购支出总额36.80万元，其中：政府采购货物支出16.80万元，政府采购服务支出20.00万元。\n";
    let traditional = "2023年度機關運行經費支出49.20萬元，比2022年度增加1.20萬元，增長2.50%。\n\
        2023年度政府採購支出總額36.80萬元，其中：政府採購貨物支出16.80萬元，政府採購服務支出20.00萬元。\n";
    same_facts(
        simple.as_bytes(),
        traditional.as_bytes(),
        "traditional characters",
    );
    let (big5, _, lossy) = BIG5.encode(traditional);
    assert!(!lossy);
    same_facts(simple.as_bytes(), &big5, "Big5");
}

#[test]
fn the_unit_of_an_amount_changes_no_value() {
    let amount = regex::Regex::new(r"([\d,]+)\.(\d\d)万元").expect("a pattern");
    for name in SOURCES {
        let text = common::text(name);
        let yuan = amount.replace_all(&text, |found: &regex::Captures| {
            format!("{}{}00元", found[1].replace(',', ""), &found[2])
        });
        same_facts(text.as_bytes(), yuan.as_bytes(), "yuan");
    }
}

#[test]
fn no_width_of_lines_changes_a_fact() {
    for name in SOURCES {
        let text = common::text(name);
        for width in 20..=60 {
            let page = 12 + width * 7 % 29;
            let how = format!("{name}, width {width}, page {page}");
            same_facts(
                text.as_bytes(),
                wrapped(&text, width, page).as_bytes(),
                &how,
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn wrapping_changes_no_fact(width in 20_usize..=60, page in 12_usize..40, which in any::<Index>()) {
        let text = common::text(SOURCES[which.index(SOURCES.len())]);
        same_facts(text.as_bytes(), wrapped(&text, width, page).as_bytes(), &format!("width {width}, page {page}"));
    }

    #[test]
    fn one_digit_changes_one_fact(which in any::<Index>(), up in 1_u32..9) {
        let text = common::text(ARCHIVES);
        let report = common::extract(text.as_bytes(), "");
        // Stated once, and from 1 on: a changed statement beside another would be a fact more, and 0 may say “none”.
        let once: Vec<_> = report.facts.iter().filter(|fact| {
            fact.metric == Metric::Amount && fact.spans.len() < 2 && fact.span.exact.starts_with(|c| matches!(c, '1'..='9'))
        }).collect();
        let start = which.get(&once[..]).span.start;
        let mut characters: Vec<char> = text.chars().collect();
        let digit = characters[start].to_digit(10).expect("an amount begins with a digit");
        let changed = (digit + up - 1) % 9 + 1;
        prop_assume!(changed != digit);
        characters[start] = char::from_digit(changed, 10).expect("a digit");
        let changed: String = characters.into_iter().collect();
        let before: BTreeMap<_, _> = common::values(&report).into_iter().collect();
        let after: BTreeMap<_, _> = common::values(&common::extract(changed.as_bytes(), "")).into_iter().collect();
        prop_assert!(before.keys().eq(after.keys()), "an identity changed");
        let differing = before.iter().filter(|(identity, value)| after.get(*identity) != Some(*value)).count();
        let shared = report.facts.iter().filter(|fact| fact.span.start == start).count();
        prop_assert_eq!(differing, shared);
    }

    #[test]
    fn random_bytes_end_in_a_report_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = gongkai::extract(&bytes, &Default::default());
    }

    #[test]
    fn damaged_samples_end_in_a_report_or_an_error(which in any::<Index>(), at in any::<Index>(), with in any::<[u8; 3]>()) {
        let names = common::names();
        let mut bytes = common::bytes(&names[which.index(names.len())]);
        let at = at.index(bytes.len());
        let end = (at + 3).min(bytes.len());
        bytes.splice(at..end, with);
        let _ = gongkai::extract(&bytes, &Default::default());
    }
}
