//! The number in a cell: `1,234.50`, `(12.00)`, `－3`, `3.5万元`. What is printed for none (`--`, `/`) is none.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::document::caption::{Unit, squeeze};
use crate::document::fold::is_ideograph;

/// A number as a cell prints it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number<'u> {
    /// Its value in the unit of the cell.
    pub value: Decimal,
    /// The unit printed with it.
    pub unit: Option<&'u Unit>,
}

/// `number = sign? (digits with thousands) (. digits)? unit? | ( number )`
pub(super) fn read<'u>(words: &str, units: &'u [Unit]) -> Option<Number<'u>> {
    // No number begins with a Chinese word.
    let first = words.trim_start().chars().next()?;
    if is_ideograph(first) {
        return None;
    }
    let words: Cow<str> = match words.bytes().all(|b| b.is_ascii_graphic()) {
        true => words.into(),
        false => squeeze(words).into(),
    };
    let mut digits = &*words;
    let unit = units.iter().find_map(|unit| {
        let rest = digits.strip_suffix(unit.name.as_str())?;
        rest.ends_with(|c: char| c.is_ascii_digit() || c == ')')
            .then_some((unit, rest))
    });
    if let Some((_, rest)) = unit {
        digits = rest;
    }
    let bracketed = digits
        .strip_prefix('(')
        .and_then(|inner| inner.strip_suffix(')'));
    let mut negative = bracketed.is_some();
    digits = bracketed.unwrap_or(digits);
    digits = digits.strip_prefix(['¥', '￥']).unwrap_or(digits);
    if let Some(rest) = digits.strip_prefix(['-', '−', '–', '—', '▲', '△']) {
        negative = true;
        digits = rest;
    }
    let digits = digits.strip_prefix('+').unwrap_or(digits);
    let plain = without_thousands(digits)?;
    let mut value: Decimal = plain.parse().ok()?;
    if negative && !value.is_zero() {
        value.set_sign_negative(true);
    }
    Some(Number {
        value,
        unit: unit.map(|(unit, _)| unit),
    })
}

/// Digits without the commas between thousands; `None` for anything else.
fn without_thousands(digits: &str) -> Option<Cow<'_, str>> {
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let mut groups = whole.split(',');
    let is_number = groups.next().is_some_and(are_digits)
        // 12,34,567 is printed by nobody, but 1234,567 is by some.
        && groups.all(|group| group.len() == 3 && are_digits(group))
        && fraction.is_none_or(are_digits)
        && whole.len() <= 24;
    is_number.then(|| match whole.contains(',') {
        true => digits.replace(',', "").into(),
        false => digits.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_with_numbers() {
        let units = [
            Unit {
                name: "万元".to_owned(),
                scale: 10_000,
            },
            Unit {
                name: "元".to_owned(),
                scale: 1,
            },
        ];
        for (value, cells) in [
            (
                "1234.50",
                &[
                    "1,234.50",
                    "1234.50",
                    "１，２３４．５０",
                    " 1 234.50 ",
                    "¥1,234.50",
                ][..],
            ),
            ("-12.00", &["-12.00", "(12.00)", "（12.00）", "－12.00"]),
            ("0", &["0", "-0"]),
            ("0.00", &["0.00"]),
            ("3.5", &["3.5万元", "3.5 元"]),
        ] {
            for cell in cells {
                assert_eq!(
                    read(cell, &units).map(|n| n.value.to_string()).as_deref(),
                    Some(value),
                    "{cell}"
                );
            }
        }
        assert_eq!(read("3.5万元", &units).unwrap().unit.unwrap().scale, 10_000);
        for cell in [
            "", "--", "—", "/", "-", "合计", "12%", "1.2.3", "1,23", "3辆", "一", "万元", "1.",
            "2023年", "(", "()",
        ] {
            assert_eq!(read(cell, &units), None, "{cell}");
        }
    }
}
