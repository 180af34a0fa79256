//! How findings speak: numbers as the report prints them, templates filled in.

use rust_decimal::Decimal;

use super::ledger::{Ledger, Number};
use super::log::Check;

/// A number in the unit that the report prints it in.
pub struct Unit {
    /// How many base units it has.
    factor: Decimal,
    /// Its name.
    name: String,
    /// How many decimal places are printed.
    places: u32,
    /// How many a computed value is rounded to.
    computed: u32,
}

impl Unit {
    /// The unit of a number: that of its words, else that of the table that it stands in.
    pub fn of(number: &Number<'_>) -> Self {
        let words = &number.quote.exact;
        let (factor, name, shift) = match number.unit {
            "%" => (Decimal::ONE, "%", 0),
            "points" => (Decimal::ONE, "分", 0),
            "CNY" if words.contains('亿') || words.contains('億') => {
                (Decimal::from(100_000_000), "亿元", 8)
            }
            "CNY"
                if words.contains('万')
                    || words.contains('萬')
                    || printed_in_ten_thousands(number) =>
            {
                (Decimal::from(10_000), "万元", 4)
            }
            "CNY" => (Decimal::ONE, "元", 0),
            classifier => (Decimal::ONE, classifier, 0),
        };
        // Rates are computed to two places at least: 100% against 108.30%.
        let least = if number.unit == "%" { 2 } else { 0 };
        let places = number.decimals.saturating_add(shift).clamp(0, 20);
        Self {
            factor,
            name: name.to_owned(),
            places: places.unsigned_abs(),
            computed: places.max(least).unsigned_abs(),
        }
    }

    /// The unit that amounts are compared in at a glance: of those that they are printed in, the largest.
    pub fn shared(number: &Number<'_>, others: &[&Number<'_>]) -> Self {
        let own = Self::of(number);
        let money = |n: &&&Number| n.unit == "CNY" && number.unit == "CNY";
        let largest = others
            .iter()
            .filter(money)
            .map(|n| Self::of(n))
            .max_by_key(|unit| unit.factor);
        largest
            .filter(|unit| unit.factor > own.factor)
            .unwrap_or(own)
    }

    /// A value in this unit, without the unit's name.
    pub fn bare(&self, value: Decimal) -> String {
        let scaled = value.checked_div(self.factor).unwrap_or(value);
        let mut scaled = scaled.round_dp(scaled.scale().min(6)).normalize();
        if scaled.scale() < self.places {
            scaled.rescale(self.places);
        }
        scaled.to_string()
    }

    /// A computed value in this unit, rounded to the printed place, or two places further where that would hide the
    /// difference from `stated`.
    pub fn round(&self, value: Decimal, stated: Decimal) -> Decimal {
        let scaled = value.checked_div(self.factor).unwrap_or(value);
        let stated = stated.checked_div(self.factor).unwrap_or(stated);
        let rounded = [self.computed, self.computed + 2, self.computed + 4]
            .map(|places| {
                scaled.round_dp_with_strategy(
                    places,
                    rust_decimal::RoundingStrategy::MidpointAwayFromZero,
                )
            })
            .into_iter()
            .find(|rounded| *rounded != stated)
            .unwrap_or(scaled);
        rounded
            .checked_mul(self.factor)
            .unwrap_or(value)
            .normalize()
    }

    /// A value in this unit, with the unit's name.
    pub fn write(&self, value: Decimal) -> String {
        format!("{}{}", self.bare(value), self.name)
    }
}

/// Whether the words of an amount are its ten-thousandth, as in a table of 万元: their last place is worth as much more.
fn printed_in_ten_thousands(number: &Number<'_>) -> bool {
    let digits: String = number
        .quote
        .exact
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    digits.parse::<Decimal>().is_ok_and(|printed| {
        i32::try_from(printed.scale()).is_ok_and(|scale| scale - number.decimals == 4)
    })
}

/// A template with its gaps filled; a gap without words stays out, with the brackets around it.
pub fn fill(template: &str, gap: impl Fn(&str) -> Option<String>) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            rest = after;
            break;
        };
        match gap(name) {
            Some(words) => filled.push_str(&words),
            None => {
                if let (Some(before), Some(after)) =
                    (filled.strip_suffix(" ("), after.strip_prefix(')'))
                {
                    filled.truncate(before.len());
                    rest = after;
                    continue;
                }
            }
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// What a failed formula says.
pub struct Said {
    /// The message in Chinese.
    pub zh: String,
    /// The message in English.
    pub en: String,
    /// What the other numbers give.
    pub expected: Option<Decimal>,
    /// The computation.
    pub formula: Option<String>,
}

/// Fills the template of a failed formula.
pub fn say(check: &Check<'_>, ledger: &Ledger<'_>) -> Said {
    let numbers: Vec<&Number> = check.ids.iter().map(|&id| &ledger.numbers[id]).collect();
    let Some((first, others)) = numbers.split_first() else {
        return Said {
            zh: String::new(),
            en: String::new(),
            expected: None,
            formula: None,
        };
    };
    let unit = Unit::of(first);
    let values: Vec<Decimal> = others.iter().map(|n| n.value).collect();
    let expected = check
        .formula
        .expected(&values)
        .map(|value| unit.round(value, first.value));
    // Operands of one kind are written in one unit, so that the formula can be computed as it stands.
    let money = others.iter().find(|n| n.unit == "CNY").map(|n| Unit::of(n));
    let written: Vec<String> = others
        .iter()
        .map(|n| match &money {
            Some(unit) if n.unit == "CNY" && first.unit != "CNY" => unit.bare(n.value),
            _ if n.unit == first.unit => unit.bare(n.value),
            _ => Unit::of(n).bare(n.value),
        })
        .collect();
    let formula = check.formula.write(&written);
    let write = |value: Decimal, english: bool| match (english, unit.name.as_str()) {
        (true, "分") => format!("{} points", unit.bare(value)),
        _ => unit.write(value),
    };
    let gap = |name: &str, english: bool| match name {
        "stated" => Some(write(first.value, english)),
        "expected" => expected.map(|value| write(value, english)),
        "formula" => formula.clone(),
        "label" => Some(call(first, english)),
        _ => {
            let operand = name.trim_end_matches('=').parse::<usize>().ok()?;
            let number = numbers.get(operand)?;
            Some(if name.ends_with('=') {
                Unit::shared(number, &numbers).write(number.value)
            } else {
                call(number, english)
            })
        }
    };
    Said {
        zh: fill(check.template.zh, |name| gap(name, false)),
        en: fill(check.template.en, |name| gap(name, true)),
        expected,
        formula: formula.clone(),
    }
}

/// What a number is called: the report's word, in English with the concept id before it.
pub fn call(number: &Number<'_>, english: bool) -> String {
    if !english {
        let project = number.fact.and_then(|fact| fact.dimensions.get("project"));
        return match project.filter(|name| !number.label.contains(name.as_str())) {
            Some(name) => format!("“{name}”{}", number.label),
            None => number.label.clone().into_owned(),
        };
    }
    if let Some(pointer) = number.concept.strip_prefix('/') {
        return field(pointer, &number.label);
    }
    let dimensions = number.fact.map_or(String::new(), |fact| {
        let codes: Vec<&str> = fact.dimensions.values().collect();
        if codes.is_empty() {
            String::new()
        } else {
            format!("[{}]", codes.join(", "))
        }
    });
    format!("{}{dimensions} ({})", number.concept, number.label)
}

/// What a field of a self-assessment is called in English, by its pointer and its Chinese name.
fn field(pointer: &str, label: &str) -> String {
    let (row, column) = pointer.rsplit_once('/').unwrap_or(("", pointer));
    let column = column.replace('_', " ");
    match label.split_once('”') {
        Some((name, _)) => format!("the {column} of {name}”"),
        None if row.starts_with("budget") => format!("the {column} of the budget"),
        None => format!("the {column}"),
    }
}
