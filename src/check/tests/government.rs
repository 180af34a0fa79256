//! Reports of governments: what is one account is compared, what may be another level of the place is not.

use super::*;

/// What a report of a county gives, whose text says some functions and whose table another; both in 万元.
fn report(text: &[(&str, &str)], title: &str, table: &[[&str; 4]]) -> Vec<String> {
    let mut words =
        String::from("云溪县2023年财政决算报告\n一、2023年财政决算情况\n（一）一般公共预算支出\n");
    for (name, amount) in text {
        words.push_str(&format!("{name}支出{amount}亿元；"));
    }
    words.push_str(&format!(
        "\n附表1\n{title}\n单位：万元\n预算科目\t调整预算数\t决算数\t决算数为调整预算数的%\n"
    ));
    for row in table {
        words.push_str(&format!("{}\n", row.join("\t")));
    }
    let findings = findings(&words);
    rules_of(&findings).into_iter().map(str::to_owned).collect()
}

const TABLE: &[[&str; 4]] = &[
    ["一般公共服务支出", "31,000", "30,200", "97.4"],
    ["公共安全支出", "15,200", "14,800", "97.4"],
    ["教育支出", "62,500", "61,300", "98.1"],
    ["卫生健康支出", "28,100", "27,600", "98.2"],
    ["农林水支出", "40,900", "38,200", "93.4"],
    ["住房保障支出", "9,800", "9,600", "98.0"],
];
const TITLE: &str = "云溪县2023年一般公共预算支出决算表";

const TEXT: &[(&str, &str)] = &[
    ("一般公共服务", "3.02"),
    ("公共安全", "1.48"),
    ("教育", "6.13"),
    ("卫生健康", "2.76"),
    ("农林水", "3.82"),
];

#[test]
fn rows_are_compared_in_themselves() {
    assert_eq!(report(&[], TITLE, TABLE), [""; 0]);
    let mut table = TABLE.to_vec();
    table[2][3] = "91.8";
    assert_eq!(report(&[], TITLE, &table), ["completion-rate-mismatch"]);
    // Rows are no parts of a total that holds what no row says.
    table[2][3] = "98.1";
    table.push(["一般公共预算支出合计", "300,000", "290,000", "96.7"]);
    assert_eq!(report(&[], TITLE, &table), [""; 0]);
}

#[test]
fn text_and_table_are_compared_where_they_agree_for_the_rest() {
    let with = |last: (&'static str, &'static str)| [TEXT, &[last]].concat();
    assert_eq!(report(&with(("住房保障", "0.96")), TITLE, TABLE), [""; 0]);
    let turned = with(("住房保障", "0.69"));
    assert_eq!(report(&turned, TITLE, TABLE), ["contradictory-values"]);
    // Of another level most numbers are others.
    let own_level: Vec<(&str, &str)> = turned
        .iter()
        .enumerate()
        .map(|(at, &(name, amount))| (name, if at < 3 { "0.52" } else { amount }))
        .collect();
    assert_eq!(report(&own_level, TITLE, TABLE), [""; 0]);
    // A few numbers alone do not tell that both are of the same.
    let few = [&TEXT[..3], &turned[5..]].concat();
    assert_eq!(report(&few, TITLE, TABLE), [""; 0]);
}

#[test]
fn what_does_not_hold_there_are_rules() {
    let except = &crate::grammar::Grammar::embedded().checks.government.except;
    for name in except {
        assert!(rules::find(name).is_some(), "{name}");
    }
}

/// The rules that a sentence of a county's final accounts breaks.
fn sentence(words: &str) -> Vec<String> {
    let words = format!("云溪县2023年财政决算报告\n一、2023年财政决算情况\n{words}\n");
    let findings = findings(&words);
    rules_of(&findings).into_iter().map(str::to_owned).collect()
}

#[test]
fn a_sentence_is_compared_in_itself() {
    for (words, broken) in [
        (
            "全县一般公共预算收入完成10.00亿元，比上年增加1.00亿元，增长5%。",
            &["change-rate-mismatch"][..],
        ),
        (
            "全县一般公共预算收入完成10.00亿元，比上年减少1.00亿元，增长9.1%。",
            &["direction-mismatch"],
        ),
        (
            "全县一般公共预算收入完成10.00亿元，比上年9.00亿元增长21.1%。",
            &["change-rate-mismatch"],
        ),
        (
            "一般公共预算支出年初预算53.1亿元，预算调整为71.2亿元，实际完成70.2亿元，为调整预算的95.5%。",
            &["completion-rate-mismatch"],
        ),
        // Rounded as it is printed; on another basis; over a budget that is not said; of another level.
        (
            "全县一般公共预算收入完成10亿元，比上年增加1亿元，增长9.6%。",
            &[],
        ),
        (
            "全县一般公共预算收入完成10.00亿元，比上年增加1.00亿元，同口径增长5%。",
            &[],
        ),
        (
            "一般公共预算支出年初预算53.1亿元，预算调整为71.2亿元，实际完成70.2亿元，为预算的132.2%。",
            &[],
        ),
        (
            "全县一般公共预算收入完成10.00亿元，增长5%。县本级一般公共预算收入比上年增加1.00亿元。",
            &[],
        ),
    ] {
        assert_eq!(sentence(words), broken, "{words}");
    }
}

#[test]
fn what_is_told_of_the_three_public_in_one_place_adds_up() {
    let report = |more: &str, parts: &str| {
        let text = format!(
            "云溪县2023年财政决算报告\n一、“三公”经费支出情况\n“三公”经费支出20.00万元，其中：因公出国（境）费2.00万元；公务用车购置及运行维护费15.00万元，{parts}；公务接待费3.00万元。\n{more}\n"
        );
        let findings = findings(&text);
        let rules = rules_of(&findings).into_iter();
        rules.map(str::to_owned).collect::<Vec<_>>()
    };
    let right = "包括购置费5.00万元、运行维护费10.00万元";
    let wrong = "包括购置费6.00万元、运行维护费10.00万元";
    assert_eq!(report("", right), [""; 0]);
    assert_eq!(report("", wrong), ["sum-mismatch"]);
    // Told again in another place with another value, it may be of another level.
    let other = "二、县本级情况\n“三公”经费支出12.00万元。";
    assert_eq!(report(other, wrong), [""; 0]);
    // Nothing else adds up there.
    let budgets =
        "二、县级支出\n一般公共预算支出9.00亿元，其中：教育支出7.00亿元，农林水支出3.00亿元。";
    assert_eq!(report(budgets, right), [""; 0]);
}
