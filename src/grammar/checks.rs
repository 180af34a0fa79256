//! `checks.toml`: what holds in every report, as data.

use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt};
use regex::RegexSet;
use schemars::JsonSchema;
use serde::Deserialize;

pub use super::reports::Pattern;

/// A whole and its parts.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Partition {
    /// The concept that is the sum.
    pub whole: String,
    /// The concepts that it is the sum of.
    pub parts: Vec<String>,
    /// The part that stands for all parts that are not named.
    pub residual: Option<String>,
}

/// A concept that may not exceed another.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Subset {
    /// The smaller one.
    pub part: String,
    /// The greater one.
    pub whole: String,
}

/// A dimension over whose values concepts add up.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Types {
    /// The dimension.
    pub dimension: String,
    /// The concepts.
    pub concepts: Vec<String>,
    /// Values that stand for all that are not named.
    #[serde(default)]
    pub residual: Vec<String>,
    /// Whether a list that names two of the values names all that there are.
    #[serde(default)]
    pub complete: bool,
    /// Words before the first part in its sentence that say that the list counts something besides the whole: 局本级和所属5家单位.
    #[serde(default)]
    pub besides: Option<Pattern>,
}

/// A dimension that holds codes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Codes {
    /// The dimension.
    pub dimension: String,
    /// The lengths of the codes of each level.
    pub levels: Vec<usize>,
}

/// What is other in the report of a government.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Government {
    /// The rules that do not hold there.
    pub except: Vec<String>,
    /// What the ids of the concepts begin with whose parts add up there, where one section tells all of them.
    pub sums: String,
}

/// How lists are looked at.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// A number with a unit, as printed.
    pub number: Pattern,
    /// What makes the number before it a threshold.
    pub threshold: Pattern,
}

/// What sets numbers of one name apart.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// Words that narrow what a number of their sentence is about.
    pub narrowed: Pattern,
    /// Words that lead over to the items of what was just said.
    pub items: Pattern,
    /// Words before a rate that name its budget.
    pub base: Pattern,
}

/// Two totals that are equal.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Balance {
    /// The one.
    pub left: String,
    /// The other.
    pub right: String,
    /// What may be stated beside the other instead of within it.
    pub rest: Option<String>,
    /// What may be stated beside the one instead of within it.
    pub brought: Option<String>,
}

/// A concept of an adjustment, and what it adjusts.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Adjustment {
    /// The adjustment.
    pub concept: String,
    /// The concepts that it may adjust.
    pub of: Vec<String>,
}

/// What was received for a concept.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Received {
    /// The concept whose completion is measured.
    pub concept: String,
    /// The concept of what was received.
    pub base: String,
}

/// A section that a report must have.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its kind.
    pub kind: String,
    /// Its name in Chinese.
    pub zh: String,
    /// Its name in English.
    pub en: String,
    /// Headings that stand for it.
    pub heading: Pattern,
    /// Concepts whose numbers in the text stand for it.
    #[serde(default)]
    pub facts: Vec<String>,
    /// Words that say why it is not there; matches nothing where it is empty.
    pub none: Pattern,
}

/// A statement that a report must have.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The kind of table.
    pub kind: String,
    /// Its name.
    pub zh: String,
    /// Its titles.
    pub title: Pattern,
}

/// Where statements stand that the file does not hold.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// Words that say that they stand elsewhere.
    pub elsewhere: Pattern,
    /// Words that say that one is empty.
    pub empty: Pattern,
}

/// Column names of the money of a self-assessment.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Execution {
    /// The execution rate.
    pub rate: Pattern,
    /// The reason of a low one.
    pub reason: Pattern,
}

/// Leftovers of a template.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Placeholder {
    /// Sentences that only instruct.
    pub instructions: Vec<Pattern>,
    /// Cells that say nothing.
    pub empty: Pattern,
    /// Phrases of prose, their leftover in the group `it`.
    pub phrases: Vec<Pattern>,
}

/// Words of direction.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Direction {
    /// Executed more or less than the budget.
    pub budget: Pattern,
    /// Executed as much as the budget.
    pub budget_same: Pattern,
    /// More or less than last year.
    pub change: Pattern,
    /// A choice of the template before a number, which leaves its direction open.
    pub open: Pattern,
    /// Words that make 持平 an approximation.
    pub rough: Pattern,
    /// Words for more.
    pub up: Vec<String>,
    /// Words for less.
    pub down: Vec<String>,
}

/// Years of headings and sentences.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Year {
    /// Headings of final accounts.
    #[serde(rename = "final")]
    pub final_accounts: Pattern,
    /// Headings of budgets.
    pub budget: Pattern,
    /// Years that stand alone in the lines above a statement.
    pub head: Pattern,
    /// Sentences that open a section.
    pub opening: Pattern,
    /// What announces the report itself: 现将2023年部门决算公开如下.
    pub announced: Pattern,
    /// Notes below a statement that say why it is empty.
    pub note: Pattern,
    /// What follows a year that is another one on purpose.
    pub other: Pattern,
    /// Headings that speak of another year on purpose.
    pub exempt: Pattern,
    /// Openings that speak of what is to come.
    pub plan: Pattern,
}

/// Numbers without a unit.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// A number that lacks one, in the group `it`.
    pub missing: Pattern,
}

/// Reasons of differences.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// Words that give one.
    pub asked: Pattern,
}

/// All of `checks.toml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Checks {
    /// Sums over concepts.
    #[serde(rename = "partition")]
    pub partitions: Vec<Partition>,
    /// Concepts that may not exceed others.
    #[serde(rename = "subset")]
    pub subsets: Vec<Subset>,
    /// Sums over the values of a dimension.
    pub types: Vec<Types>,
    /// Sums over codes.
    pub codes: Vec<Codes>,
    /// What does not hold in the report of a government.
    pub government: Government,
    /// How lists are looked at.
    pub list: List,
    /// What sets numbers of one name apart.
    pub scope: Scope,
    /// Equal totals.
    #[serde(rename = "balance")]
    pub balances: Vec<Balance>,
    /// Concepts that may be below zero.
    pub negative: Vec<String>,
    /// Adjustments with concepts of their own.
    #[serde(rename = "adjustment")]
    pub adjustments: Vec<Adjustment>,
    /// What was received.
    pub received: Vec<Received>,
    /// Sections that a report must have.
    #[serde(rename = "section")]
    pub sections: Vec<Section>,
    /// Statements that a report must have.
    #[serde(rename = "statement")]
    pub statements: Vec<Statement>,
    /// Statements that stand elsewhere.
    pub attachment: Attachment,
    /// The money of self-assessments.
    pub execution: Execution,
    /// Leftovers of a template.
    pub placeholder: Placeholder,
    /// Words of direction.
    pub direction: Direction,
    /// Years.
    pub year: Year,
    /// Units.
    pub unit: Unit,
    /// Reasons.
    pub reason: Reason,
    /// The partitions by their concepts.
    #[serde(skip)]
    #[schemars(skip)]
    index: OnceLock<Index>,
    /// The patterns of prose, as one.
    #[serde(skip)]
    #[schemars(skip)]
    signs: OnceLock<RegexSet>,
}

/// What the rules look for in prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Sign {
    /// [`Direction::budget`].
    Budget,
    /// [`Direction::budget_same`].
    BudgetSame,
    /// [`Direction::change`].
    Change,
    /// [`Unit::missing`].
    MissingUnit,
    /// [`Attachment::elsewhere`].
    Elsewhere,
    /// One of [`Placeholder::phrases`].
    Placeholder,
}

/// Which [`Sign`]s are in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Signs(u8);

impl Signs {
    /// Whether one is among them.
    pub fn has(self, sign: Sign) -> bool {
        self.0 & 1 << sign as u8 != 0
    }
}

/// The places of partitions, the first of each concept.
#[derive(Debug, Clone)]
struct Index {
    /// By their wholes.
    wholes: HashMap<String, usize>,
    /// By their parts.
    parts: HashMap<String, usize>,
}

impl Index {
    fn of(partitions: &[Partition]) -> Self {
        let mut index = Self {
            wholes: HashMap::new(),
            parts: HashMap::new(),
        };
        for (at, partition) in partitions.iter().enumerate() {
            index.wholes.entry(partition.whole.clone()).or_insert(at);
            for part in &partition.parts {
                index.parts.entry(part.clone()).or_insert(at);
            }
        }
        index
    }
}

impl Checks {
    /// The partition of a whole.
    pub fn partition(&self, whole: &str) -> Option<&Partition> {
        let at = self.index().wholes.get(whole)?;
        self.partitions.get(*at)
    }

    /// What is in the folded words of a paragraph, found in one pass.
    pub fn signs(&self, words: &str) -> Signs {
        let single = [
            (Sign::Budget, &self.direction.budget),
            (Sign::BudgetSame, &self.direction.budget_same),
            (Sign::Change, &self.direction.change),
            (Sign::MissingUnit, &self.unit.missing),
            (Sign::Elsewhere, &self.attachment.elsewhere),
        ];
        let phrases = self.placeholder.phrases.iter();
        let phrases = phrases.map(|phrase| (Sign::Placeholder, phrase));
        let patterns = single.into_iter().chain(phrases);
        let set = self
            .signs
            .get_or_init(|| super::together(patterns.clone().map(|(_, pattern)| &**pattern)));
        // Most paragraphs have none, which is quicker to tell than which they have.
        if !set.is_match(words) {
            return Signs::default();
        }
        let found = set.matches(words);
        let signs = patterns.enumerate().filter(|(at, _)| found.matched(*at));
        Signs(signs.fold(0, |signs, (_, (sign, _))| signs | 1 << sign as u8))
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(&self.partitions))
    }

    /// Whether what a concept is of may be below zero, as a deficit that is carried over.
    pub fn may_be_negative(&self, concept: &str) -> bool {
        self.negative.iter().any(|c| c == concept)
    }

    /// The partition that a concept is a part of.
    pub fn parent(&self, part: &str) -> Option<&Partition> {
        let at = self.index().parts.get(part)?;
        self.partitions.get(*at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checks() -> Checks {
        toml::from_str(include_str!("../../grammars/checks.toml")).unwrap()
    }

    #[test]
    fn every_pattern_that_points_at_words_names_them() {
        let checks = checks();
        for phrase in &checks.placeholder.phrases {
            assert!(phrase.capture_names().flatten().any(|n| n == "it"));
        }
        for pattern in [
            &checks.direction.budget,
            &checks.direction.budget_same,
            &checks.direction.change,
        ] {
            assert!(pattern.capture_names().flatten().any(|n| n == "word"));
        }
    }

    #[test]
    fn partitions_climb_to_a_root() {
        let checks = checks();
        for partition in &checks.partitions {
            let mut at = partition.whole.as_str();
            let mut steps = 0;
            while let Some(parent) = checks.parent(at) {
                at = &parent.whole;
                steps += 1;
                assert!(steps < 8, "{} is a part of itself", partition.whole);
            }
        }
    }

    #[test]
    fn an_unknown_key_is_refused() {
        assert!(toml::from_str::<Subset>("part = \"a\"\nwhole = \"b\"\nof = \"c\"").is_err());
    }
}
