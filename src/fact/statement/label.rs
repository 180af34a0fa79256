//! What names a row: its classification code, in one column or several, and its words.

use super::grid::Side;
use crate::document::Table;
use crate::document::caption::{squeeze, without_number};
use crate::grammar::codes::{Economic, Functional};
use crate::grammar::statements::{Header, key};

/// What names a row.
pub(super) struct Label {
    /// Its words as printed, without number and 其中.
    pub words: String,
    /// The words as names are compared.
    pub key: String,
    /// Its classification code.
    pub code: Option<String>,
    /// The row.
    pub row: usize,
    /// Whether it names an economic item within a function.
    pub crossed: bool,
}

impl Label {
    /// The label of a row in one ledger. `above` holds the codes of the columns of 类, 款 and 项 in the rows above, and
    /// takes over those of this row.
    pub fn read(
        table: &Table,
        side: &Side,
        row: usize,
        header: &Header,
        above: &mut Vec<String>,
    ) -> Self {
        let mut parts: Vec<String> = Vec::new();
        let mut words = String::new();
        // Names of 类, 款 and 项 may stand in the columns of their codes.
        let mut path: Vec<String> = Vec::new();
        for &column in &side.codes {
            let text = code_digits(&squeeze(table.text(row, column)));
            let (code, rest) = match text.split_at(leading_digits(&text)) {
                // 1、教育支出 is numbered.
                (_, rest) if rest.starts_with(['、', '.']) => ("", text.as_str()),
                parts => parts,
            };
            // A cell merged over the columns of 类, 款 and 项 is one code.
            if is_same_cell(table, row, column) && parts.last().is_some_and(|last| last == code) {
                continue;
            }
            parts.push(code.to_owned());
            if !rest.is_empty() {
                path.push(rest.to_owned());
                words = match code.is_empty() {
                    true => rest.to_owned(),
                    false => behind_code(rest).to_owned(),
                };
            }
        }
        // The last name is the innermost: 单位名称, 科目名称.
        let names = side.names.iter().rev();
        let names = names.map(|&column| squeeze(table.text(row, column)));
        let names: Vec<String> = names.filter(|text| !text.is_empty()).collect();
        // 公务用车购置及运行维护费 | 小计: what is the sum of a name is of that name.
        let is_sum = |name: &str| header.sums.contains(name) && !header.totals.contains(name);
        let own = names.iter().find(|name| !is_sum(&key(name)));
        if let Some(name) = own.or(names.first()) {
            words.clone_from(name);
        }
        let mut code = join_code(parts, above);
        if code.is_none() && path.len() > 1 && names.is_empty() {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            code = Functional::embedded()
                .code_of_path(&path)
                .map(str::to_owned);
        }
        if code.is_none()
            && let Some((digits, rest)) = code_and_name(&words)
        {
            code = Some(digits.to_owned());
            words = rest.to_owned();
        }
        if words.is_empty() && code.is_none() {
            // A total may be printed below the second of two classifications, where that comes first.
            let second = side.second().iter();
            let second = second.map(|&column| squeeze(table.text(row, column)));
            let mut totals = second.filter(|words| header.totals.contains(&key(words)));
            words = totals.next().unwrap_or_default();
        }
        let crossed = side.crossed().iter();
        let mut crossed = crossed.map(|&column| table.text(row, column).trim());
        Self {
            crossed: crossed.any(|text| !text.is_empty()),
            ..Self::new(row, &words, code, header)
        }
    }

    /// The label of a row, of words.
    pub fn new(row: usize, words: &str, code: Option<String>, header: &Header) -> Self {
        let words = plain_name(words, header).to_owned();
        Self {
            key: key(without_unit(&words)),
            words,
            code,
            row,
            crossed: false,
        }
    }
}

/// A name without its number and without 其中.
fn plain_name<'w>(words: &'w str, header: &Header) -> &'w str {
    let mut rest = words;
    loop {
        let mut next = without_number(rest);
        for mark in &header.of_which {
            if let Some(inner) = next.strip_prefix(mark.as_str()) {
                next = inner.trim_start_matches([':', ' ']);
            }
        }
        if next.len() == rest.len() || next.is_empty() {
            return rest;
        }
        rest = next;
    }
}

/// A name, or a word of a header, without the unit, formula or number in brackets behind it: `公务用车保有量（辆）`,
/// `小计（1=2+3）`, `金额（万元）`.
pub(super) fn without_unit(words: &str) -> &str {
    let Some(open) = words.strip_suffix(')').and_then(|inner| inner.rfind('(')) else {
        return words;
    };
    let inner = &words[open + 1..words.len() - 1];
    let is_unit = inner.ends_with(['元', '个', '辆', '人', '次', '批', '台', '套'])
        || inner.chars().all(|c| !c.is_alphabetic());
    if is_unit && open > 0 {
        &words[..open]
    } else {
        words
    }
}

/// Whether one merged cell covers a position and the one to its left.
fn is_same_cell(table: &Table, row: usize, column: usize) -> bool {
    let place = |column| table.get(row, column).map(|cell| (cell.row, cell.column));
    column > 0 && place(column).is_some() && place(column) == place(column - 1)
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// `2010301行政运行` or `201-一般公共服务支出` in one cell.
fn code_and_name(words: &str) -> Option<(&str, &str)> {
    let (digits, rest) = words.split_at(leading_digits(words));
    let name = behind_code(rest);
    let is_code = matches!(digits.len(), 3 | 5 | 7) && !rest.starts_with(['.', '、']);
    (is_code && !name.is_empty()).then_some((digits, name))
}

/// A name without the mark that parts it from the code before it: `201—一般公共服务支出`.
fn behind_code(rest: &str) -> &str {
    rest.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// A code without what a spreadsheet adds to a number and without marks between its levels: `2080505.0`, `208-05-05`.
fn code_digits(text: &str) -> String {
    let whole = text.strip_suffix(".0").unwrap_or(text);
    match whole
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | '.'))
    {
        true => whole.replace(['-', '.'], ""),
        false => whole.to_owned(),
    }
}

/// The code of a row from the columns of 类, 款 and 项, which may each hold their own digits or the whole code, and
/// leave out what is as in the row above.
fn join_code(parts: Vec<String>, above: &mut Vec<String>) -> Option<String> {
    if parts.len() < 2 {
        return parts.into_iter().next().filter(|code| !code.is_empty());
    }
    let last = parts.iter().rposition(|part| !part.is_empty())?;
    let is_whole = parts[last].len() > 2;
    let mut code = String::new();
    above.resize(parts.len(), String::new());
    for (index, part) in parts.into_iter().enumerate().take(last + 1) {
        let part = match part.len() {
            // A whole code further right needs nothing from above.
            0 if is_whole => continue,
            0 => above[index].clone(),
            // A 款 or 项 that was stored as a number.
            1 if index > 0 => format!("0{part}"),
            _ => part,
        };
        if part.len() > 2 && part.starts_with(code.as_str()) {
            code.clone_from(&part);
        } else {
            code.push_str(&part);
        }
        above[index] = part;
    }
    for part in above.iter_mut().skip(last + 1) {
        part.clear();
    }
    Some(code)
}

/// The code of a function by its name, where the rows above lead to it: the 项 or 款 below the last code, or a 类.
pub(super) fn function_below(name: &str, last: &str) -> Option<String> {
    let codes = Functional::embedded();
    let mut found: Vec<&str> = Vec::new();
    if let Some(group) = last.get(..5) {
        found.extend(codes.on_level(name, group, 3));
    }
    if let Some(class) = last.get(..3) {
        let groups = codes.on_level(name, class, 2);
        found.extend(groups.filter(|code| Some(*code) != last.get(..5)));
    }
    let classes = codes.class_by_name(name);
    found.extend(classes.filter(|code| Some(*code) != last.get(..3)));
    if found.is_empty() {
        // Directly below a 类 stands what is part of it: the same name in another list of codes was another.
        let is_part = |code: &&str| last.len() != 3 || code.starts_with(last);
        found.extend(codes.code_of_path(&[name]).filter(is_part));
    }
    match found[..] {
        [only] => Some(only.to_owned()),
        _ => None,
    }
}

/// The code of an economic item by its name, within the 类 of the last code, or of a 类.
pub(super) fn economic_below(name: &str, last: &str) -> Option<String> {
    let codes = Economic::embedded();
    let class = codes.class_by_name(name);
    let within = last
        .get(..3)
        .and_then(|class| codes.by_name(name, Some(class)));
    let found = match (within, class) {
        (Some(_), Some(_)) => None,
        (within, class) => within.or(class).or_else(|| codes.by_name(name, None)),
    };
    found.map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_joined_from_their_columns() {
        for (code, parts, above) in [
            (Some("2080505"), &["208", "05", "05"][..], &[][..]),
            (Some("20805"), &["208", "05", ""], &[]),
            (Some("2080505"), &["208", "5", "5"], &[]),
            (Some("2080505"), &["", "", "05"], &["208", "05", "01"]),
            (Some("20807"), &["", "07", ""], &["208", "05", "01"]),
            (Some("2080505"), &["208", "20805", "2080505"], &[]),
            (Some("2080505"), &["", "", "2080505"], &["213", "03", "01"]),
            (Some("30101"), &["301", "01"], &[]),
            (Some("2080505"), &["2080505"], &[]),
            (None, &["", "", ""], &["208", "05", "01"]),
            (None, &[""], &[]),
            (None, &[], &[]),
        ] {
            let owned = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
            let mut above: Vec<String> = owned(above);
            assert_eq!(
                join_code(owned(parts), &mut above).as_deref(),
                code,
                "{parts:?}"
            );
        }
    }

    #[test]
    fn codes_in_front_of_names() {
        for (words, want) in [
            ("2010301行政运行", Some(("2010301", "行政运行"))),
            ("201-一般公共服务支出", Some(("201", "一般公共服务支出"))),
            ("100万元以上设备", Some(("100", "万元以上设备"))),
            ("2010301", None),
            ("12行政运行", None),
            ("201.行政运行", None),
            ("行政运行", None),
        ] {
            assert_eq!(code_and_name(words), want, "{words}");
        }
    }

    #[test]
    fn names_are_found_below_the_rows_above() {
        for (name, last, code) in [
            ("行政运行", "21303", Some("2130301")),
            ("水利工程建设", "2130301", Some("2130305")),
            ("其他教育支出", "20599", Some("2059999")),
            ("其他教育支出", "2050201", Some("20599")),
            ("住房保障支出", "2130301", Some("221")),
            ("行政运行", "", None),
            ("水文化长廊", "21303", None),
        ] {
            assert_eq!(
                function_below(name, last).as_deref(),
                code,
                "{name} below {last}"
            );
        }
        for (name, last, code) in [
            ("办公费", "302", Some("30201")),
            ("商品和服务支出", "30199", Some("302")),
            ("办公设备购置", "310", Some("31002")),
            ("办公设备购置", "", None),
        ] {
            assert_eq!(
                economic_below(name, last).as_deref(),
                code,
                "{name} below {last}"
            );
        }
    }
}
