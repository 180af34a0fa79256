//! Number formats of spreadsheets: what a stored number looks like in its cell (ECMA-376 Part 1, 18.8.30 and 18.8.31).
//!
//! | code | 1234.5 | -1234.5 | 0 |
//! |---|---|---|---|
//! | `General` | 1234.5 | -1234.5 | 0 |
//! | `#,##0.00` | 1,234.50 | -1,234.50 | 0.00 |
//! | `0` | 1235 | -1235 | 0 |
//! | `0.0%` | 123450.0% | -123450.0% | 0.0% |
//! | `#,##0.00;(#,##0.00);"-"` | 1,234.50 | (1,234.50) | - |
//! | `0!.0,` | 0.1 | -0.1 | 0.0 |
//! | `yyyy"年"m"月"d"日"` | 1903年5月18日 | | |
//!
//! What a format asks for beyond that (fractions, exponents, conditions, Chinese numerals) is not imitated: the number is
//! then the shortest decimal that stands for it.

use rust_decimal::{Decimal, RoundingStrategy};
use smol_str::{SmolStr, ToSmolStr};

/// A number format, ready for use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::source) struct NumberFormat {
    sections: Vec<Section>,
}

/// What a format says for the positive, the negative or the zero numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Section {
    /// The shortest decimal.
    Plain,
    /// Nothing but so many digits behind the point, and whether thousands are parted: `#,##0.00`.
    Fixed(usize, bool),
    /// Digits among literal characters.
    Number(Vec<Part>),
    /// A date or a time.
    Date(Vec<Part>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Literal(char),
    /// `0`, `#` or `?`.
    Digit(char),
    Point,
    Comma,
    Percent,
    /// `y`, `m`, `d`, `h` or `s`, and how often it is repeated.
    Clock(char, usize),
}

impl NumberFormat {
    /// Reads a format code.
    pub fn new(code: &str) -> Self {
        Self {
            sections: split(code)
                .iter()
                .map(|section| Section::new(section))
                .collect(),
        }
    }

    /// The format of a number that is built in and has no code in the file. Those of dates are those of the Chinese
    /// edition, in which the reports are made.
    pub fn built_in(number: u32) -> Self {
        Self::new(match number {
            1 => "0",
            2 => "0.00",
            3 => "#,##0",
            4 => "#,##0.00",
            9 => "0%",
            10 => "0.00%",
            14 | 30 => "yyyy/m/d",
            15..=17 | 22 | 29 | 50..=52 | 54 => "yyyy-mm-dd",
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => "h:mm:ss",
            27 | 36 | 57 => "yyyy\"年\"m\"月\"",
            28 | 53 | 58 => "m\"月\"d\"日\"",
            31 => "yyyy\"年\"m\"月\"d\"日\"",
            37 | 38 => "#,##0;-#,##0",
            39 | 40 => "#,##0.00;-#,##0.00",
            41 | 42 => "#,##0;-#,##0;\"-\"",
            43 | 44 => "#,##0.00;-#,##0.00;\"-\"",
            _ => "General",
        })
    }

    /// A number as its cell shows it, from its digits as they are stored. `None` where these do not tell: what they stand
    /// for is then shown by [`NumberFormat::show`], as these would be.
    pub fn show_stored(&self, stored: &str) -> Option<SmolStr> {
        let Some(&Section::Fixed(places, grouped)) = self.sections.first() else {
            return None;
        };
        let units = units(stored, places)?;
        // Zero may have a section of its own.
        if units == 0 && self.sections.len() > 2 {
            return None;
        }
        printed(units, false, places, grouped)
    }

    /// A number as its cell shows it; `since_1904` tells which day dates are counted from.
    pub fn show(&self, value: f64, since_1904: bool) -> SmolStr {
        let section = match self.sections.len() {
            _ if !value.is_finite() => None,
            3.. if value == 0.0 => self.sections.get(2),
            2.. if value < 0.0 => self.sections.get(1),
            _ => self.sections.first(),
        };
        // A section of its own for negative numbers has the sign in it, where one is wanted.
        let value = if self.sections.len() > 1 {
            value.abs()
        } else {
            value
        };
        let shown = match section {
            Some(Section::Number(parts)) => number(parts, value).map(SmolStr::from),
            Some(&Section::Fixed(places, grouped)) => fixed(value, places, grouped)
                .or_else(|| number(&digits(places, grouped), value).map(SmolStr::from)),
            Some(Section::Date(parts)) => date(parts, value, since_1904).map(SmolStr::from),
            Some(Section::Plain) | None => None,
        };
        shown.unwrap_or_else(|| shortest(value))
    }
}

impl Section {
    fn new(code: &str) -> Self {
        let Some(parts) = parts(code) else {
            return Section::Plain;
        };
        if parts.iter().any(|part| matches!(part, Part::Clock(..))) {
            return Section::Date(parts);
        }
        let silent = parts.iter().all(|part| !matches!(part, Part::Digit(_)));
        if silent && parts.is_empty() {
            return Section::Plain;
        }
        let places = parts
            .iter()
            .rev()
            .take_while(|part| **part == Part::Digit('0'));
        let places = places.count();
        for (places, grouped) in [(places, true), (places, false), (0, true), (0, false)] {
            if places <= MOST_PLACES && parts == digits(places, grouped) {
                return Section::Fixed(places, grouped);
            }
        }
        Section::Number(parts)
    }
}

/// How many digits behind the point are printed without the help of exact decimals.
const MOST_PLACES: usize = 4;

/// How many units of its last place a number has at most that is printed so.
const MOST_UNITS: u64 = 1_000_000_000_000;

/// What a number is multiplied by to have so many digits before the point.
const POWERS: [f64; MOST_PLACES + 1] = [1.0, 10.0, 100.0, 1_000.0, 10_000.0];

/// The parts of `0.00` or `#,##0.00`, with so many places.
fn digits(places: usize, grouped: bool) -> Vec<Part> {
    let mut parts = match grouped {
        true => vec![
            Part::Digit('#'),
            Part::Comma,
            Part::Digit('#'),
            Part::Digit('#'),
        ],
        false => Vec::new(),
    };
    parts.push(Part::Digit('0'));
    if places > 0 {
        parts.push(Part::Point);
        parts.resize(parts.len() + places, Part::Digit('0'));
    }
    parts
}

/// A number with so many digits behind the point; `None` where it is so large, or so near to the middle between two
/// such numbers, that it takes exact decimals to tell.
fn fixed(value: f64, places: usize, grouped: bool) -> Option<SmolStr> {
    let scaled = value.abs() * POWERS.get(places)?;
    if scaled > MOST_UNITS as f64 {
        return None;
    }
    let whole = scaled as u64;
    let between = scaled - whole as f64;
    if (0.499..0.501).contains(&between) {
        return None;
    }
    let units = whole + u64::from(between > 0.5);
    printed(units, value < 0.0 && units > 0, places, grouped)
}

/// How many units of its last place a number has: `12.5` has 1250 with two places. `None` where it is not written as plain
/// digits, has more behind the point than that, or is larger than [`MOST_UNITS`].
fn units(stored: &str, places: usize) -> Option<u64> {
    let point = stored.bytes().position(|byte| byte == b'.');
    let (whole, fraction) = point.map_or((stored, ""), |at| (&stored[..at], &stored[at + 1..]));
    let padding = places.checked_sub(fraction.len())?;
    let most = MOST_UNITS.ilog10() as usize;
    if whole.is_empty() || whole.len() + places > most {
        return None;
    }
    let read = |before, digits: &str| {
        digits.bytes().try_fold(before, |units, digit| {
            let digit = char::from(digit).to_digit(10)?;
            Some(units * 10 + u64::from(digit))
        })
    };
    let units = read(read(0, whole)?, fraction)?;
    Some(units * 10_u64.pow(padding as u32))
}

/// So many units of the last place, with a point before the places and thousands parted.
fn printed(units: u64, negative: bool, places: usize, grouped: bool) -> Option<SmolStr> {
    // From right to left; the most units have 13 digits and 4 commas, beside which there are a point and a sign.
    let mut text = [0_u8; 24];
    let mut first = text.len();
    let mut write = |byte: u8| {
        first -= 1;
        text[first] = byte;
    };
    let mut rest = units;
    for _ in 0..places {
        write(b'0' + (rest % 10) as u8);
        rest /= 10;
    }
    if places > 0 {
        write(b'.');
    }
    loop {
        let thousand = (rest % 1000) as u16;
        rest /= 1000;
        write(b'0' + (thousand % 10) as u8);
        if rest > 0 || thousand >= 10 {
            write(b'0' + (thousand / 10 % 10) as u8);
        }
        if rest > 0 || thousand >= 100 {
            write(b'0' + (thousand / 100) as u8);
        }
        if rest == 0 {
            break;
        }
        if grouped {
            write(b',');
        }
    }
    if negative {
        write(b'-');
    }
    std::str::from_utf8(&text[first..]).ok().map(SmolStr::new)
}

/// The shortest decimal that stands for a stored number: 0.30000000000000004 is 0.3, as spreadsheets keep 15 digits.
pub(in crate::source) fn shortest(value: f64) -> SmolStr {
    match decimal(value) {
        Some(decimal) => decimal.normalize().to_smolstr(),
        None => value.to_smolstr(),
    }
}

/// The number to 15 significant digits.
fn decimal(value: f64) -> Option<Decimal> {
    if !value.is_finite() {
        return None;
    }
    if value.abs() < 1e-15 {
        return Some(Decimal::ZERO);
    }
    Decimal::from_scientific(&format!("{value:.14e}")).ok()
}

/// The sections of a code, parted by semicolons.
fn split(code: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let mut characters = code.chars();
    let mut quoted = false;
    while let Some(c) = characters.next() {
        if c == ';' && !quoted {
            sections.push(String::new());
            continue;
        }
        let Some(section) = sections.last_mut() else {
            break;
        };
        section.push(c);
        match c {
            '"' => quoted = !quoted,
            '\\' | '!' | '_' | '*' if !quoted => section.extend(characters.next()),
            _ => {}
        }
    }
    sections
}

/// The parts of a section, `None` where it is `General` or asks for what is not imitated.
fn parts(code: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = code.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' => parts.extend(rest.by_ref().take_while(|&c| c != '"').map(Part::Literal)),
            '\\' | '!' => parts.extend(rest.next().map(Part::Literal)),
            // A space as wide as a character, and filling: neither is a character of the text.
            '_' | '*' => {
                rest.next();
            }
            '[' => parts.extend(bracket(
                &rest.by_ref().take_while(|&c| c != ']').collect::<String>(),
            )?),
            '0' | '#' | '?' => parts.push(Part::Digit(c)),
            '.' => parts.push(Part::Point),
            ',' => parts.push(Part::Comma),
            '%' => parts.push(Part::Percent),
            'E' | 'e' | '/' if parts.iter().any(|p| matches!(p, Part::Digit(_))) => return None,
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => {
                let letter = c.to_ascii_lowercase();
                let mut count = 1;
                while rest.next_if(|next| next.eq_ignore_ascii_case(&c)).is_some() {
                    count += 1;
                }
                parts.push(Part::Clock(letter, count));
            }
            '@' => return None,
            c if c.is_ascii_alphabetic() => return None,
            c => parts.push(Part::Literal(c)),
        }
    }
    Some(parts)
}

/// What stands in brackets: a colour and a locale say nothing, a currency has its sign; the rest is not imitated.
fn bracket(inner: &str) -> Option<Vec<Part>> {
    if let Some(currency) = inner.strip_prefix('$') {
        let sign = currency.split('-').next().unwrap_or_default();
        return Some(sign.chars().map(Part::Literal).collect());
    }
    let name = inner.trim_end_matches(|c: char| c.is_ascii_digit());
    let colours = [
        "black", "blue", "cyan", "green", "magenta", "red", "white", "yellow", "color",
    ];
    colours
        .iter()
        .any(|colour| name.eq_ignore_ascii_case(colour))
        .then(Vec::new)
}

/// Digits in their places.
fn number(parts: &[Part], value: f64) -> Option<String> {
    let digit = |part: &Part| matches!(part, Part::Digit(_));
    let Some(last) = parts.iter().rposition(digit) else {
        return Some(literals(parts));
    };
    let point = parts
        .iter()
        .position(|part| *part == Part::Point)
        .unwrap_or(parts.len());
    let first = parts.iter().position(digit)?;
    let places = parts.iter().skip(point).filter(|part| digit(part)).count();
    let whole_end = parts[..point]
        .iter()
        .rposition(digit)
        .map_or(first, |at| at + 1);
    let grouped = parts[first.min(whole_end)..whole_end].contains(&Part::Comma);
    // Commas after the last digit, or before the point, divide by a thousand each.
    let trailing = parts[last + 1..]
        .iter()
        .take_while(|part| **part == Part::Comma)
        .count();
    let before_point = parts[whole_end..point]
        .iter()
        .take_while(|part| **part == Part::Comma)
        .count();
    let thousands = if last < point {
        trailing
    } else {
        trailing + before_point
    };
    let percents = parts.iter().filter(|part| **part == Part::Percent).count();
    let mut scaled = decimal(value)?;
    for _ in 0..thousands {
        scaled = scaled.checked_div(Decimal::ONE_THOUSAND)?;
    }
    for _ in 0..percents {
        scaled = scaled.checked_mul(Decimal::ONE_HUNDRED)?;
    }
    let places = u32::try_from(places).ok().filter(|places| *places <= 28)?;
    let rounded = scaled.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    let sign = if rounded.is_sign_negative() && !rounded.is_zero() {
        "-"
    } else {
        ""
    };
    let printed = format!("{:.*}", places as usize, rounded.abs());
    let (whole, fraction) = printed.split_once('.').unwrap_or((&printed, ""));
    let left = left_of_point(&parts[..point], whole, grouped);
    let right = right_of_point(parts.get(point..).unwrap_or_default(), fraction);
    Some(format!("{sign}{left}{right}"))
}

/// The whole part from right to left; the first place takes all the digits that are left.
fn left_of_point(parts: &[Part], whole: &str, grouped: bool) -> String {
    let places = parts
        .iter()
        .filter(|part| matches!(part, Part::Digit(_)))
        .count();
    let mut digits = whole.trim_start_matches('0').chars().rev().peekable();
    let mut seen = 0;
    let mut written = 0;
    let mut reversed = String::new();
    let mut write = |digit: char, reversed: &mut String| {
        if grouped && written > 0 && written % 3 == 0 {
            reversed.push(',');
        }
        written += 1;
        reversed.push(digit);
    };
    for part in parts.iter().rev() {
        match part {
            Part::Literal(c) => reversed.push(*c),
            Part::Percent => reversed.push('%'),
            Part::Digit(kind) => {
                seen += 1;
                match digits.next() {
                    Some(digit) => write(digit, &mut reversed),
                    None if *kind == '0' => write('0', &mut reversed),
                    None => {}
                }
                if seen == places {
                    for digit in digits.by_ref() {
                        write(digit, &mut reversed);
                    }
                }
            }
            Part::Point | Part::Comma | Part::Clock(..) => {}
        }
    }
    reversed.chars().rev().collect()
}

/// The point and the digits after it; `#` leaves out zeros at the end.
fn right_of_point(parts: &[Part], fraction: &str) -> String {
    let significant = fraction.trim_end_matches('0').len();
    let mut text = String::new();
    let mut digits = fraction.chars().enumerate();
    for part in parts {
        match part {
            Part::Point => text.push('.'),
            Part::Literal(c) => text.push(*c),
            Part::Percent => text.push('%'),
            Part::Digit(kind) => {
                if let Some((index, digit)) = digits.next()
                    && (*kind == '0' || index < significant)
                {
                    text.push(digit);
                }
            }
            Part::Comma | Part::Clock(..) => {}
        }
    }
    text
}

fn literals(parts: &[Part]) -> String {
    let characters = parts.iter().filter_map(|part| match part {
        Part::Literal(c) => Some(*c),
        _ => None,
    });
    characters.collect::<String>().trim().to_owned()
}

/// A day and a time, counted in days since the end of 1899, or since the beginning of 1904.
fn date(parts: &[Part], value: f64, since_1904: bool) -> Option<String> {
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    let seconds = (value * 86_400.0).round() as i64;
    let (day, second) = (seconds / 86_400, seconds % 86_400);
    let (year, month, day) = civil(if since_1904 {
        day - 24_107
    } else if day < 60 {
        // The calendar of 1900 has a 29 February that never was.
        day - 25_568
    } else {
        day - 25_569
    });
    let mut text = String::new();
    for (index, part) in parts.iter().enumerate() {
        let (number, width) = match part {
            Part::Literal(c) => {
                text.push(*c);
                continue;
            }
            Part::Point | Part::Comma | Part::Percent | Part::Digit(_) => return None,
            Part::Clock('y', width) if *width > 2 => (year, 4),
            Part::Clock('y', width) => (year % 100, *width),
            Part::Clock('d', width) if *width <= 2 => (day, *width),
            Part::Clock('m', width) if *width <= 2 && is_minute(parts, index) => {
                (second / 60 % 60, *width)
            }
            Part::Clock('m', width) if *width <= 2 => (month, *width),
            Part::Clock('h', width) => (second / 3600, *width),
            Part::Clock('s', width) => (second % 60, *width),
            // The names of months and days of the week depend on the language.
            Part::Clock(..) => return Some(format!("{year:04}-{month:02}-{day:02}")),
        };
        text.push_str(&format!("{number:0width$}", width = width.min(4)));
    }
    Some(text.trim().to_owned())
}

/// Whether an `m` stands for minutes: after hours or before seconds.
fn is_minute(parts: &[Part], index: usize) -> bool {
    let clock = |part: &&Part| matches!(part, Part::Clock(..));
    let before = parts[..index].iter().rfind(clock);
    let after = parts[index + 1..].iter().find(clock);
    matches!(before, Some(Part::Clock('h', _))) || matches!(after, Some(Part::Clock('s', _)))
}

/// The Gregorian date of a day counted from 1 January 1970.
fn civil(day: i64) -> (i64, i64, i64) {
    // Years begin in March, so that the leap day is the last of a year; eras have 400 years.
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_their_format_says() {
        for (expected, code, value) in [
            ("1234.5", "General", 1234.5),
            ("0.3", "General", 0.1 + 0.2),
            ("2080505", "General", 2_080_505.0),
            ("505,700.25", "#,##0.00", 505_700.25),
            ("8,587,984.64", "#,##0.00", 8_587_984.64 + 1e-9),
            ("0.00", "#,##0.00", 0.0),
            ("0.00", "0.00", -0.001),
            ("-1,234.50", "#,##0.00", -1234.5),
            ("(1,234.50)", "#,##0.00_);(#,##0.00)", -1234.5),
            ("(1,234.50)", "#,##0.00_);[Red]\\(#,##0.00\\)", -1234.5),
            (
                "12,345.68",
                "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
                12_345.678,
            ),
            (
                "-12,345.68",
                "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
                -12_345.678,
            ),
            ("2.68", "0.00", 2.675),
            ("1235", "0", 1234.5),
            ("0013", "0000", 13.0),
            ("97.77%", "0.00%", 0.9777),
            ("100%", "0%", 1.0),
            ("1,235", "#,##0", 1234.5),
            ("3.5", "#.##", 3.5),
            ("3.", "#.##", 3.0),
            ("￥3.00", "\"￥\"0.00", 3.0),
            ("¥3.00", "[$¥-804]0.00", 3.0),
            ("3万元", "0\"万元\"", 3.0),
            ("1234.6", "0.0,", 1_234_567.0),
            ("123.5", "0!.0,", 1_234_567.0),
            ("", "#", 0.0),
            ("1234.5", "# ?/?", 1234.5),
            ("1234.5", "0.00E+00", 1234.5),
            ("1234.5", "[DBNum1]0", 1234.5),
            ("1234.5", "[>100]0;0.0", 1234.5),
            ("1234.5", "@", 1234.5),
            ("1234.5", "", 1234.5),
        ] {
            assert_eq!(
                NumberFormat::new(code).show(value, false),
                expected,
                "{code} {value}"
            );
        }
    }

    #[test]
    fn dates_are_shown_as_their_format_says() {
        for (expected, code, value) in [
            ("2023年9月18日", "yyyy\"年\"m\"月\"d\"日\";@", 45_187.0),
            ("2023-09-18 10:21", "yyyy\\-mm\\-dd hh:mm", 45_187.431_25),
            ("23/9/18", "yy/m/d", 45_187.0),
            ("2023-09-18", "[$-F800]dddd, mmmm dd, yyyy", 45_187.0),
            ("1900-2-28", "yyyy-m-d", 59.0),
            ("1900-3-1", "yyyy-m-d", 61.0),
            ("10:21:00", "h:mm:ss", 0.431_25),
            ("-5", "yyyy-m-d", -5.0),
        ] {
            assert_eq!(
                NumberFormat::new(code).show(value, false),
                expected,
                "{code} {value}"
            );
        }
        assert_eq!(NumberFormat::new("yyyy-m-d").show(0.0, true), "1904-1-1");
        assert_eq!(
            NumberFormat::built_in(14).show(45_187.0, false),
            "2023/9/18"
        );
        assert_eq!(NumberFormat::built_in(4).show(3.0, false), "3.00");
    }

    #[test]
    fn numbers_without_a_format_are_the_shortest_decimals() {
        for (expected, value) in [
            ("0", 0.0),
            ("0", 1e-300),
            ("-0.1", -0.1),
            ("1000000", 1e6),
            ("0.000012", 0.000_012),
            ("123456789012.34", 123_456_789_012.34),
            ("inf", f64::INFINITY),
        ] {
            assert_eq!(shortest(value), expected);
        }
        assert!(shortest(1e300).starts_with('1'));
    }

    #[test]
    fn stored_digits_that_tell_are_shown_as_what_they_stand_for() {
        let codes = ["0", "0.00", "#,##0.00", "#,##0.0000", "0.00;-0.00;\"-\""];
        for stored in [
            "0",
            "0.0",
            "7",
            "007",
            "12.",
            "12.5",
            "999.99",
            "1000",
            "90210.07",
            "9999999999.99",
        ] {
            for format in codes.map(NumberFormat::new) {
                let value = stored.parse().unwrap();
                if let Some(shown) = format.show_stored(stored) {
                    assert_eq!(shown, format.show(value, false), "{stored} {format:?}");
                }
            }
        }
        let format = NumberFormat::new("#,##0.00");
        assert_eq!(format.show_stored("1234.5").as_deref(), Some("1,234.50"));
        for stored in [
            "",
            ".5",
            "-1",
            "1.005",
            "1e3",
            "1,5",
            "10000000000000",
            "一",
        ] {
            assert_eq!(format.show_stored(stored), None, "{stored}");
        }
    }

    #[test]
    fn numbers_of_a_fixed_form_are_those_of_exact_decimals() {
        let mut value = 0.000_7;
        let mut told = 0;
        for step in 0..2000 {
            for signed in [value, -value, f64::from(step) / 200.0] {
                for (places, grouped) in [(0, true), (0, false), (2, true), (2, false), (4, true)] {
                    let exact = number(&digits(places, grouped), signed).map(SmolStr::from);
                    let fast = fixed(signed, places, grouped);
                    told += usize::from(fast.is_some());
                    assert!(
                        fast.is_none() || fast == exact,
                        "{signed}: {fast:?} {exact:?}"
                    );
                }
            }
            value *= 1.0177;
        }
        assert!(told > 20_000);
    }
}
