//! What the report is: its kind, title, year, publisher with region, and publication date.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::document::caption::is_title;
use crate::document::{BlockKind, Document, Folded};
use crate::fact::project::as_printed;
use crate::grammar::Grammar;
use crate::mention;

/// The kinds of report.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 部门决算, 单位决算.
    DepartmentFinalAccounts,
    /// 部门预算.
    DepartmentBudget,
    /// 政府决算.
    GovernmentFinalAccounts,
    /// 政府预算.
    GovernmentBudget,
    /// 部门整体支出绩效自评.
    DepartmentSelfAssessment,
    /// 项目支出绩效自评.
    ProjectSelfAssessment,
    /// None of these.
    Unknown,
}

impl Kind {
    /// Whether its numbers are plans unless they say otherwise.
    pub fn is_budget(self) -> bool {
        matches!(self, Kind::DepartmentBudget | Kind::GovernmentBudget)
    }

    /// Whether it is the self-assessment of a department or of projects.
    fn is_self_assessment(self) -> bool {
        matches!(
            self,
            Kind::DepartmentSelfAssessment | Kind::ProjectSelfAssessment
        )
    }

    /// Whether it is the report of a government on the budget of its place.
    pub fn is_government(self) -> bool {
        matches!(self, Kind::GovernmentBudget | Kind::GovernmentFinalAccounts)
    }
}

/// A region with its code (GB/T 2260).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Region {
    /// The name as the standard has it.
    pub name: String,
    /// The six-digit code; `null` where several regions bear the name and the report does not tell them apart.
    pub code: Option<String>,
}

/// Who published the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Publisher {
    /// The unit as title or cover print it.
    pub name: String,
    /// Its region.
    pub region: Option<Region>,
}

/// What the report is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Identity {
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub title: Option<String>,
    /// The year that it is about.
    pub year: Option<i32>,
    /// The unit itself, not its parent.
    pub publisher: Option<Publisher>,
    /// `YYYY-MM-DD`, where stated.
    pub published: Option<String>,
}

/// How many of the first blocks may be the title.
const COVER: usize = 12;

/// The longest entry of a menu that reads as a title, in characters.
const LONGEST_ENTRY: usize = 6;

/// The longest line above or below a title that is a part of it, in bytes.
const LONGEST_LINE: usize = 90;

/// The longest rest of a title on a line of its own, in bytes.
const LONGEST_REST: usize = 60;

/// Reads what the report says of itself; `words` are the folded words of its blocks.
pub fn read(document: &Document, words: &[Folded], grammar: &Grammar) -> Identity {
    let lines: Vec<&str> = document
        .blocks
        .iter()
        .zip(words)
        .filter(|(block, _)| !matches!(block.kind, BlockKind::Table(_) | BlockKind::Sheet))
        .map(|(_, words)| words.text.as_str())
        .collect();
    let property = |name: &str| {
        document
            .properties
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    };
    let title = title(&lines, grammar)
        .or_else(|| title_of_tables(document, grammar))
        .or_else(|| property("title").map(fold))
        .map(|t| shorten(&t, grammar));
    let kind = kind(title.as_deref(), &lines, document, grammar);
    let year = title
        .as_deref()
        .and_then(|title| year_of(title, kind))
        .or_else(|| year(&lines, document, grammar));
    let name = title
        .as_deref()
        .and_then(|title| {
            let named = unit(title, kind, grammar);
            let place = named.as_deref().filter(|_| kind.is_government());
            let signed = place.and_then(|place| below_place(&lines, title, place, grammar));
            signed.or(named).or_else(|| below(&lines, title, grammar))
        })
        .or_else(|| named(&lines, document, grammar))
        .or_else(|| property("publisher").map(str::to_owned));
    Identity {
        kind,
        year,
        publisher: name.map(|name| Publisher {
            region: region(&name, &lines, grammar),
            name: as_printed(&name, &document.text),
        }),
        published: published(&lines, grammar).or_else(|| property("published").map(str::to_owned)),
        title,
    }
}

fn fold(text: &str) -> String {
    crate::document::fold::fold_text(text)
}

/// The title: the first line of the cover that reads as one, with what stands above or below it of the same.
fn title(lines: &[&str], grammar: &Grammar) -> Option<String> {
    let cover = Cover::of(lines, grammar);
    let whole = cover.whole();
    // Of two titles the first is that of the report.
    let upto = whole.map_or(cover.lines.len(), |at| at + 1);
    let broken = cover.lines[..upto]
        .windows(2)
        .find(|pair| cover.is_broken(pair[0], pair[1]));
    if let Some(pair) = broken {
        return Some(pair.concat());
    }
    let at = whole?;
    let above = cover.unit_above(at).unwrap_or_default();
    let below = cover.rest_below(at).unwrap_or_default();
    Some(format!("{above}{}{below}", cover.lines[at]))
}

/// The lines that a title may be among.
struct Cover<'a> {
    lines: Vec<&'a str>,
    grammar: &'a Grammar,
}

impl<'a> Cover<'a> {
    fn of(lines: &[&'a str], grammar: &'a Grammar) -> Self {
        // The menus of a page that is printed are lists.
        let lines = lines.iter().filter(|line| !line.starts_with('•'));
        Self {
            lines: lines.take(COVER).copied().collect(),
            grammar,
        }
    }

    /// The first line that reads as a title.
    fn whole(&self) -> Option<usize> {
        (0..self.lines.len()).find(|&at| self.is_title(self.lines[at]) && self.says_whose(at))
    }

    fn is_title(&self, line: &str) -> bool {
        (6..=150).contains(&line.len())
            && self.grammar.reports.title.is.is_match(line)
            && self.may_be_title(line)
            && (year_in(line).is_some() || unit_end(line, self.grammar))
    }

    /// Whether a line is not one of those that are none of a title.
    fn may_be_title(&self, line: &str) -> bool {
        !self.grammar.reports.title.never.is_match(line)
    }

    fn names_unit(&self, line: &str) -> bool {
        unit(line, Kind::Unknown, self.grammar).is_some()
    }

    /// Whether a title is more than an entry of a menu: 部门预算 alone is one.
    fn says_whose(&self, at: usize) -> bool {
        let line = self.lines[at];
        line.chars().count() > LONGEST_ENTRY
            || year_in(line).is_some()
            || self.names_unit(line)
            || self.unit_above(at).is_some()
    }

    /// The line above a title, where that is the unit which the title does not name.
    fn unit_above(&self, at: usize) -> Option<&'a str> {
        let above = self.lines[at.checked_sub(1)?];
        let is_unit = !self.names_unit(self.lines[at])
            && above.len() < LONGEST_LINE
            && self.may_be_title(above)
            && unit_end(above, self.grammar);
        is_unit.then_some(above)
    }

    /// The line below a title that goes on with it: 及“三公”经费预算公开说明.
    fn rest_below(&self, at: usize) -> Option<&'a str> {
        let below = *self.lines.get(at + 1)?;
        let goes_on = below.starts_with(['及', '和', '暨'])
            && below.len() < LONGEST_LINE
            && self.grammar.reports.title.is.is_match(below)
            && self.may_be_title(below);
        goes_on.then_some(below)
    }

    /// Whether two lines are one title, broken anywhere: …2023年度部 over 门决算公开.
    fn is_broken(&self, first: &str, rest: &str) -> bool {
        year_in(first).is_some()
            && unit_end(first, self.grammar)
            && self.may_be_title(first)
            && rest.len() < LONGEST_REST
            && self.may_be_title(rest)
            && self.is_title(&[first, rest].concat())
    }
}

/// The title of a report that is nothing but tables: a line above one of them that names the unit, and is not the title
/// of the table itself.
fn title_of_tables(document: &Document, grammar: &Grammar) -> Option<String> {
    let words = &grammar.reports.title;
    let lines = document.tables.iter().flat_map(|table| {
        let lines = table.captions.iter().map(|&span| document.slice(span));
        let sheet = table.sheet.as_deref();
        lines.filter(move |line| Some(*line) != sheet)
    });
    lines.map(fold).find(|line| {
        (6..=150).contains(&line.len())
            && words.is.is_match(line)
            && !words.never.is_match(line)
            && !is_title(line)
            && unit(line, Kind::Unknown, grammar).is_some()
    })
}

/// Whether a line names a unit somewhere.
fn unit_end(line: &str, grammar: &Grammar) -> bool {
    grammar.reports.publisher.suffix.is_match(line)
}

/// A page's title often carries the name of the site behind a dash.
fn shorten(title: &str, grammar: &Grammar) -> String {
    title
        .split(['-', '_', '|'])
        .find(|part| grammar.reports.title.is.is_match(part))
        .unwrap_or(title)
        .trim()
        .to_owned()
}

fn kind(title: Option<&str>, lines: &[&str], document: &Document, grammar: &Grammar) -> Kind {
    let kinds = &grammar.reports.kinds;
    if let Some(title) = title
        && let Some(entry) = kinds
            .iter()
            .find(|kind| kind.title.iter().any(|pattern| pattern.is_match(title)))
    {
        return match entry.id {
            // A department's report is one of the government only where the title names no unit of it.
            Kind::GovernmentFinalAccounts if title.contains(DEPARTMENT) => {
                Kind::DepartmentFinalAccounts
            }
            Kind::GovernmentBudget if title.contains(DEPARTMENT) => Kind::DepartmentBudget,
            other => other,
        };
    }
    // Annexes of other kinds stand behind the report itself, so the words that come first decide.
    let captions = document
        .tables
        .iter()
        .flat_map(|table| &table.captions)
        .map(|&span| fold(document.slice(span)));
    let captions: Vec<String> = captions.collect();
    let all = || {
        lines
            .iter()
            .copied()
            .chain(captions.iter().map(String::as_str))
    };
    // The title of a form says nothing of another kind: 部门预算支出绩效自评表 is none of a budget.
    let may_say = |id: Kind, line: &str| id.is_self_assessment() || !grammar.forms.is_title(line);
    kinds
        .iter()
        .filter_map(|kind| {
            let says = |line: &str| kind.body.iter().any(|pattern| pattern.is_match(line));
            let first = all().position(|line| says(line) && may_say(kind.id, line))?;
            Some((first, kind.id))
        })
        .min_by_key(|(first, _)| *first)
        .map_or_else(|| kind_of_forms(all(), document, grammar), |(_, id)| id)
}

/// The kind of a document that is nothing but self-assessment forms, by the first of their titles.
fn kind_of_forms<'a>(
    lines: impl Iterator<Item = &'a str>,
    document: &'a Document,
    grammar: &Grammar,
) -> Kind {
    let forms = &grammar.forms;
    let titles = document
        .tables
        .iter()
        .filter_map(|table| table.caption.title.as_deref());
    match titles.chain(lines).find(|line| forms.is_title(line)) {
        Some(title) if forms.is_department_title(title) => Kind::DepartmentSelfAssessment,
        Some(_) => Kind::ProjectSelfAssessment,
        None => Kind::Unknown,
    }
}

/// How a title says that it is about a department.
const DEPARTMENT: [char; 2] = ['部', '局'];

/// The year that a title is about: the first that it names, in digits or not; but a government reports in one on the
/// budget that was carried out and on the one to come, which is the later.
fn year_of(title: &str, kind: Kind) -> Option<i32> {
    let named = mention::read(title);
    let mut years = named
        .iter()
        .filter(|m| m.kind == mention::Kind::Year)
        .filter_map(|m| i32::try_from(m.value).ok());
    let year = match kind {
        Kind::GovernmentBudget => years.max(),
        _ => years.next(),
    };
    year.or_else(|| year_in(title))
}

/// The unit on the line below a title that names none.
fn below(lines: &[&str], title: &str, grammar: &Grammar) -> Option<String> {
    let line = cover_below(lines, title, grammar)?.first()?;
    is_unit_alone(line, grammar).then(|| (*line).to_owned())
}

/// The unit of a place that has a line of the cover to itself, below a title that names but the place: who reports on its
/// budget.
fn below_place(lines: &[&str], title: &str, place: &str, grammar: &Grammar) -> Option<String> {
    if !grammar.reports.title.place.is_match(place) {
        return None;
    }
    let is_of_place = |line: &&&str| {
        line.len() > place.len() && line.starts_with(place) && is_unit_alone(line, grammar)
    };
    let line = cover_below(lines, title, grammar)?
        .iter()
        .find(is_of_place)?;
    Some((*line).to_owned())
}

/// The lines of the cover below the title.
fn cover_below<'a>(lines: &'a [&'a str], title: &str, grammar: &Grammar) -> Option<&'a [&'a str]> {
    let words = &grammar.reports.title;
    let cover = &lines[..lines.len().min(COVER)];
    let is_title = |line: &&str| words.is.is_match(line) && title.ends_with(*line);
    let at = cover.iter().position(is_title)?;
    cover.get(at + 1..)
}

/// Whether a line is the name of a unit and nothing else.
fn is_unit_alone(line: &str, grammar: &Grammar) -> bool {
    let words = &grammar.reports.title;
    let named = grammar.reports.publisher.suffix.find_iter(line).last();
    let plain = line.chars().all(char::is_alphanumeric) && line.chars().count() <= LONGEST_UNIT;
    named.is_some_and(|m| m.end() == line.len())
        && plain
        && !words.is.is_match(line)
        && !words.never.is_match(line)
}

/// The longest name of a unit, in characters, on a line of its own.
const LONGEST_UNIT: usize = 24;

/// The first year of a title.
fn year_in(text: &str) -> Option<i32> {
    let bytes = text.as_bytes();
    (0..bytes.len().saturating_sub(3)).find_map(|at| {
        let digits = bytes.get(at..at + 4)?;
        let alone = (at == 0 || !bytes[at - 1].is_ascii_digit())
            && !bytes.get(at + 4).is_some_and(u8::is_ascii_digit);
        let year: i32 = std::str::from_utf8(digits)
            .ok()
            .filter(|_| alone && digits.iter().all(u8::is_ascii_digit))?
            .parse()
            .ok()?;
        (1990..2100).contains(&year).then_some(year)
    })
}

/// The year that is said most often; of equals, the later.
fn year(lines: &[&str], document: &Document, grammar: &Grammar) -> Option<i32> {
    let mut votes = BTreeMap::<i32, usize>::new();
    let notes = document
        .tables
        .iter()
        .flat_map(|t| t.captions.iter().chain(&t.notes))
        .map(|&span| fold(document.slice(span)))
        .collect::<Vec<_>>();
    for line in lines
        .iter()
        .copied()
        .chain(notes.iter().map(String::as_str))
    {
        for said in grammar.reports.year.said.captures_iter(line) {
            if let Some(year) = year_in(&said[1]) {
                *votes.entry(year).or_default() += 1;
            }
        }
    }
    votes
        .into_iter()
        .max_by_key(|&(year, count)| (count, year))
        .map(|(year, _)| year)
}

/// The unit that a title names.
fn unit(title: &str, kind: Kind, grammar: &Grammar) -> Option<String> {
    let words = &grammar.reports.title;
    let start = words.before.find(title).map_or(0, |m| m.end());
    let rest = &title[start..];
    let end = words.after.find(rest).map_or(rest.len(), |m| m.start());
    let whole = rest[..end].trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
    let whole = whole.trim_start_matches(|c: char| c.is_ascii_digit());
    // 县文化局（文物局） has two names.
    let (name, unit) = match whole
        .strip_suffix(')')
        .and_then(|name| name.rsplit_once('('))
    {
        Some((unit, other)) if !other.is_empty() => (whole, unit),
        _ => {
            let name = whole.trim_end_matches(')');
            (name, name)
        }
    };
    let is_unit = grammar
        .reports
        .publisher
        .suffix
        .find_iter(unit)
        .last()
        .is_some_and(|m| m.end() == unit.len())
        || (words.place.is_match(name)
            && !matches!(kind, Kind::DepartmentBudget | Kind::DepartmentFinalAccounts));
    (is_unit && name.chars().count() >= 3).then(|| name.to_owned())
}

/// The unit that a line of the report, or the sentences of a report without a title, name most often.
fn named(lines: &[&str], document: &Document, grammar: &Grammar) -> Option<String> {
    let words = &grammar.reports.publisher;
    let mut votes = BTreeMap::<String, usize>::new();
    let departments = document
        .tables
        .iter()
        .filter_map(|table| table.caption.department.as_deref());
    for name in departments.filter_map(name_alone) {
        *votes.entry(name.to_owned()).or_default() += 1;
    }
    for line in lines {
        for name in words
            .named
            .iter()
            .filter_map(|pattern| pattern.captures(line))
            .filter_map(|c| c.name("name"))
        {
            *votes.entry(name.as_str().to_owned()).or_default() += 1;
        }
    }
    if votes.is_empty() {
        for line in lines {
            for said in grammar
                .reports
                .unit_in_text
                .iter()
                .flat_map(|pattern| pattern.captures_iter(line))
            {
                *votes.entry(said["name"].to_owned()).or_default() += 1;
            }
        }
    }
    votes
        .into_iter()
        .max_by_key(|(name, count)| (*count, name.len()))
        .map(|(name, _)| name)
}

/// The Chinese characters of a name, without the number before it and the remark behind: `051云溪县水务局(本级)`.
fn name_alone(name: &str) -> Option<&str> {
    let is_han = |c: char| c.is_alphabetic() && !c.is_ascii();
    let name = &name[name.find(is_han)?..];
    let end = name.find(|c| !is_han(c)).unwrap_or(name.len());
    Some(&name[..end]).filter(|name| name.chars().count() >= 4)
}

fn published(lines: &[&str], grammar: &Grammar) -> Option<String> {
    let said = lines
        .iter()
        .find_map(|line| grammar.reports.published.line.captures(line))?;
    let number = |i: usize| said[i].parse::<u32>().ok();
    let (year, month, day) = (number(1)?, number(2)?, number(3)?);
    ((1..=12).contains(&month) && (1..=31).contains(&day))
        .then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// The region of a unit: the regions that its name begins with, each within the one before; a name that several regions
/// bear is told apart by the regions above it that the report names.
fn region(unit: &str, lines: &[&str], grammar: &Grammar) -> Option<Region> {
    let regions = &grammar.regions;
    let (name, mut candidates) = regions.at_start(unit)?;
    if candidates.len() > 1 {
        let told: Vec<&str> = candidates
            .iter()
            .copied()
            .filter(|code| {
                regions
                    .above(code)
                    .iter()
                    .any(|above| lines.iter().any(|line| line.contains(above)))
            })
            .collect();
        if !told.is_empty() {
            candidates = told;
        }
    }
    let code = match candidates[..] {
        [code] => Some(code.to_owned()),
        _ => None,
    };
    Some(Region {
        name: name.to_owned(),
        code,
    })
}

#[cfg(test)]
mod tests;
