//! What a table says of itself: the title, number, department, unit and year above it and the notes below it, whether
//! they stand in lines of their own or in the first and last rows of the grid.

mod attach;
mod line;
mod prose;

use std::collections::BTreeMap;

use super::fold::{nfkc, simplify};
use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

pub use attach::attach;

/// What stands above a table, as far as it says it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Caption {
    /// The title, folded, without the number and department printed beside it.
    pub title: Option<String>,
    /// The number: `公开05表`, `附表3`.
    pub number: Option<String>,
    /// The unit of its amounts.
    pub unit: Option<Unit>,
    /// The year of its title, or of a line of its own.
    pub year: Option<i32>,
    /// Who drew it up.
    pub department: Option<String>,
    /// Whether it says that it goes on from the page before.
    pub continued: bool,
}

/// A unit of money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// `元`, `万元`.
    pub name: String,
    /// How many yuan it has.
    pub scale: u32,
}

impl Caption {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes over what another caption says and this one does not.
    fn fill(&mut self, other: Caption) {
        self.title = self.title.take().or(other.title);
        self.number = self.number.take().or(other.number);
        self.unit = self.unit.take().or(other.unit);
        self.year = self.year.or(other.year);
        self.department = self.department.take().or(other.department);
        self.continued |= other.continued;
    }
}

/// The words of `tables/captions.toml`, compiled.
#[derive(Debug)]
pub struct Words {
    /// Units, the longest name first.
    units: Vec<Unit>,
    /// Any label with its colon; group 1 is the label.
    label: Regex,
    labels: Labels,
    numbers: Vec<String>,
    continued: Vec<String>,
    notes: Vec<String>,
    /// How lines end that are no names of tables.
    no_names: Vec<String>,
    /// A unit in a note; the group `unit` is its name.
    noted_unit: Regex,
}

/// `tables/captions.toml` as it is written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    units: BTreeMap<String, u32>,
    labels: Labels,
    words: Lists,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Labels {
    unit: Vec<String>,
    department: Vec<String>,
    day: Vec<String>,
    other: Vec<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Lists {
    numbers: Vec<String>,
    continued: Vec<String>,
    notes: Vec<String>,
    no_names: Vec<String>,
    noted_unit: String,
}

impl Words {
    /// Compiles `tables/captions.toml`.
    pub(crate) fn new(file: File) -> Result<Self, regex::Error> {
        let mut units: Vec<Unit> = file
            .units
            .into_iter()
            .map(|(name, scale)| Unit { name, scale })
            .collect();
        units.sort_by_key(|unit| std::cmp::Reverse(unit.name.len()));
        let labels = &file.labels;
        let mut all: Vec<&String> = [&labels.unit, &labels.department, &labels.day, &labels.other]
            .into_iter()
            .flatten()
            .collect();
        all.sort_by_key(|label| std::cmp::Reverse(label.len()));
        // A label may be spread by spaces: 单 位：
        let spread = |label: &String| {
            let letters: Vec<String> = label
                .chars()
                .map(|c| regex::escape(&c.to_string()))
                .collect();
            letters.join(" ?")
        };
        let any: Vec<String> = all.into_iter().map(spread).collect();
        let label = Regex::new(&format!(
            r"(?:^|[ (表度])({})(?: ?\([^()]{{1,12}}\))? ?:",
            any.join("|")
        ))?;
        Ok(Self {
            units,
            label,
            labels: file.labels,
            numbers: file.words.numbers,
            continued: file.words.continued,
            notes: file.words.notes,
            no_names: file.words.no_names,
            noted_unit: Regex::new(&file.words.noted_unit)?,
        })
    }

    /// The units of money, the longest name first.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The unit whose name a text begins with, and what follows.
    fn unit<'t>(&self, text: &'t str) -> Option<(&Unit, &'t str)> {
        let text = text.trim_start_matches(['(', ' ']);
        self.units
            .iter()
            .find_map(|unit| Some((unit, text.strip_prefix(unit.name.as_str())?)))
    }

    /// The unit that the words of a header cell put in brackets: `金额（万元）`.
    pub fn bracketed_unit(&self, words: &str) -> Option<&Unit> {
        let words = squeeze(words);
        let open = words.rfind('(')?;
        let inner = words[open + 1..].trim_end_matches(')');
        let inner = self
            .labels
            .unit
            .iter()
            .find_map(|label| inner.strip_prefix(label.as_str())?.strip_prefix(':'))
            .unwrap_or(inner);
        self.units.iter().find(|unit| unit.name == inner)
    }

    /// The name that a line above a table may be, without its number: short, and nothing like a sentence or the heading of
    /// a text.
    fn name(&self, line: &str) -> Option<String> {
        let words = squeeze(line);
        let name = without_number(&words);
        let is_name = (4..=30).contains(&name.chars().count())
            && !name.contains(['。', ';', ',', '!', '?', ':'])
            && !is_part(name)
            && !self.no_names.iter().any(|end| name.ends_with(end.as_str()));
        is_name.then(|| name.to_owned())
    }

    /// The unit that a note says the table has: `本表以“万元”为单位`.
    fn noted_unit(&self, note: &str) -> Option<&Unit> {
        let note = squeeze(note);
        let name = self.noted_unit.captures(&note)?.name("unit")?.as_str();
        self.units.iter().find(|unit| unit.name == name)
    }

    /// Whether words begin a note below a table.
    fn is_note(&self, words: &str) -> bool {
        let words = squeeze(words);
        self.notes.iter().any(|note| {
            words.strip_prefix(note.as_str()).is_some_and(|rest| {
                rest.trim_start_matches(|c: char| c.is_ascii_digit())
                    .starts_with([':', '.', ';', '、'])
            })
        })
    }
}

/// Words as they are compared: compatibility and traditional characters folded, white space one space.
pub(crate) fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for c in nfkc(words).chars() {
        match c.is_whitespace() {
            true if plain.is_empty() || plain.ends_with(' ') => {}
            true => plain.push(' '),
            false => plain.push(c),
        }
    }
    plain.truncate(plain.trim_end().len());
    simplify(plain)
}

/// The same without any white space.
pub(crate) fn squeeze(words: &str) -> String {
    let mut words = plain(words);
    words.retain(|c| c != ' ');
    words
}

/// Whether words are the title of a table: they end in 表, but for what stands in brackets behind it, and say nothing
/// like a sentence.
///
/// ```
/// use gongkai::document::caption::is_title;
/// assert!(is_title("收入支出决算总表"));
/// assert!(is_title("项目支出绩效自评表（2023年度）"));
/// assert!(!is_title("本表反映部门收支情况，详见附表"));
/// assert!(!is_title("第二部分 2023年度部门决算表"));
/// ```
pub fn is_title(words: &str) -> bool {
    // Most lines have no 表 at all, and need not be folded to tell.
    if !words.contains('表') {
        return false;
    }
    let words = squeeze(words);
    let mut name = words.as_str();
    while let Some(open) = name.strip_suffix(')').and_then(|rest| rest.rfind('(')) {
        name = &name[..open];
    }
    let length = name.chars().count();
    name.ends_with('表')
        && (4..=50).contains(&length)
        && !name.contains(['。', ';', ',', '!', '?'])
        && !name.starts_with(['注', '('])
        && !is_part(name)
}

/// Whether words are the heading of a part of the report: `第二部分 2023年度部门决算表`.
fn is_part(words: &str) -> bool {
    let numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    words.strip_prefix('第').is_some_and(|rest| {
        let unit = rest.trim_start_matches(numeral);
        unit.len() < rest.len() && unit.starts_with(['部', '章', '节', '篇'])
    })
}

/// Whether a line is the number of a page: `- 5 -`, `第3页`, `3/12`.
pub(crate) fn is_page_number(line: &str) -> bool {
    let line = line.trim();
    line.chars().any(char::is_numeric)
        && line.chars().count() <= 12
        && line
            .chars()
            .all(|c| c.is_whitespace() || c.is_numeric() || "-—–－·第页共/".contains(c))
}

/// Words without the number at their front: `一、`, `（二）`, `3.`, `其中：`.
pub(crate) fn without_number(words: &str) -> &str {
    let mut rest = words.trim_start();
    loop {
        let next = strip_number(rest);
        if next.len() == rest.len() || next.is_empty() {
            return rest;
        }
        rest = next;
    }
}

/// `number = [(] (chinese+ | digit+) [)] | (chinese+ | digit+) (、 | .)`, or words without one.
fn strip_number(words: &str) -> &str {
    let is_numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百".contains(c);
    let (inner, bracket) = match words.strip_prefix('(') {
        Some(inner) => (inner, true),
        None => (words, false),
    };
    let rest = inner.trim_start_matches(is_numeral);
    if rest.len() == inner.len() {
        return words;
    }
    let closed = match bracket {
        true => rest.strip_prefix(')'),
        false => rest.strip_prefix('、').or_else(|| {
            // 1.5 is a number of its own.
            let digit = |rest: &&str| rest.starts_with(|c: char| c.is_ascii_digit());
            rest.strip_prefix([',', '.']).filter(|rest| !digit(rest))
        }),
    };
    closed.map_or(words, |rest| rest.trim_start_matches(['、', '.', ' ']))
}

#[cfg(test)]
pub(crate) fn words() -> Words {
    let text = include_str!("../../grammars/tables/captions.toml");
    Words::new(toml::from_str(text).unwrap()).unwrap()
}
