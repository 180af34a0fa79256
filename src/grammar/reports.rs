//! `report.toml`: how a report says what it is.

use regex::Regex;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};
use smol_str::SmolStr;

use super::Problem;
use super::concepts::CodeList;
use crate::fact::Dimensions;
use crate::identity::Kind;

/// A regular expression that is compiled when the file is read.
#[derive(Debug, Clone)]
pub struct Pattern(pub Regex);

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Regex::new(&text)
            .map(Self)
            .map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Pattern {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Pattern".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "format": "regex"})
    }
}

impl std::ops::Deref for Pattern {
    type Target = Regex;

    fn deref(&self) -> &Regex {
        &self.0
    }
}

/// A kind of report, by its title or, where it has none, by words of its body.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KindEntry {
    /// The kind.
    pub id: Kind,
    /// What its title says.
    pub title: Vec<Pattern>,
    /// What only its body says.
    pub body: Vec<Pattern>,
}

/// What the reports of governments state.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Government {
    /// The concepts; one that ends with a point stands for all below it.
    pub states: Vec<String>,
    /// Of what they state, groups of concepts, written in the same way, that are of one level of government unless some of
    /// a group is told of several.
    pub levels: Vec<Vec<String>>,
    /// What they state besides in some sections.
    pub headed: Vec<Headed>,
    /// What names the whole of the place that numbers are of.
    pub whole: Pattern,
    /// What names a part of it, the group `part`.
    pub parts: Vec<Pattern>,
    /// Among these names, those of a level of the budget, which are of a part in every place.
    pub level: Pattern,
    /// How the names of totals end that include transfers and what was carried over.
    pub totals: Vec<String>,
    /// The classes of functions that are no expenditure of its budgets: transfers, debts, social insurance.
    pub beyond: Vec<String>,
}

/// What is stated in sections of one frame alone.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Headed {
    /// The frame.
    pub frame: String,
    /// The concepts that their list must divide; none where anything may stand before them.
    #[serde(default)]
    pub under: Vec<String>,
    /// How the concepts are called that need no such list.
    pub named: Option<Pattern>,
    /// The concepts, as in [`Government::states`].
    pub states: Vec<String>,
}

impl Government {
    /// Whether a function is none of what its budgets are spent for.
    pub fn is_beyond(&self, function: &str) -> bool {
        self.beyond
            .iter()
            .any(|class| function.starts_with(class.as_str()))
    }

    /// Whether a concept with its dimensions, by the name that it has in the report, is one that they state in sections of
    /// some frames, and in a list of the parts of `head`; those beyond the vocabulary are.
    pub fn states(
        &self,
        concept: &str,
        dimensions: &Dimensions,
        label: &str,
        frames: &[SmolStr],
        head: Option<&str>,
    ) -> bool {
        let function = dimensions.get(CodeList::Functional.dimension());
        if function.is_some_and(|function| self.is_beyond(function)) {
            return false;
        }
        let total = self.totals.iter().any(|end| label.ends_with(end.as_str()));
        let headed = self.headed.iter();
        let stands = |headed: &Headed| {
            let named = headed
                .named
                .as_ref()
                .is_some_and(|named| named.is_match(label));
            let divides = |head: &str| headed.under.iter().any(|under| under == head);
            headed.under.is_empty() || named || head.is_some_and(divides)
        };
        let headed = headed
            .filter(|headed| stands(headed) && frames.iter().any(|frame| *frame == headed.frame));
        let mut stated = self
            .states
            .iter()
            .chain(headed.flat_map(|headed| &headed.states));
        concept.starts_with("x.") || !total && stated.any(|stated| stands_for(stated, concept))
    }

    /// Whether a concept is in a group of [`Government::levels`].
    pub fn is_of_group(group: &[String], concept: &str) -> bool {
        group.iter().any(|entry| stands_for(entry, concept))
    }
}

/// Whether an entry stands for a concept: itself, or one that ends with a point, which stands for all below it.
fn stands_for(entry: &str, concept: &str) -> bool {
    entry == concept || entry.ends_with('.') && concept.starts_with(entry)
}

/// What titles look like.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// What a title says.
    pub is: Pattern,
    /// What it never is.
    pub never: Pattern,
    /// What stands before the publisher.
    pub before: Pattern,
    /// What stands behind it.
    pub after: Pattern,
    /// How the name of a place ends.
    pub place: Pattern,
}

/// What publishers are called.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Publishers {
    /// How their names end.
    pub suffix: Pattern,
    /// Lines that name them; the group `name`.
    pub named: Vec<Pattern>,
    /// What stands behind their names in sentences.
    pub behind: Pattern,
}

/// Where the year is said.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Years {
    /// The year is the first group.
    pub said: Pattern,
    /// What stands before the year that a heading only compares with.
    pub compared: Pattern,
}

/// Where the date of publication is said.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// Year, month and day are the groups.
    pub line: Pattern,
}

/// Which stage of the budget the sentences under a heading speak of.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PhaseWords {
    /// What was carried out.
    pub executed: Pattern,
    /// What is planned.
    pub approved: Pattern,
}

/// The whole file.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reports {
    /// The kinds, in the order in which they are tried.
    #[serde(rename = "kind")]
    pub kinds: Vec<KindEntry>,
    /// What titles look like.
    pub title: Title,
    /// What publishers are called.
    pub publisher: Publishers,
    /// Where the year is said.
    pub year: Years,
    /// Where the date of publication is said.
    pub published: Published,
    /// Which stage headings speak of.
    pub phase: PhaseWords,
    /// What the reports of governments state.
    pub government: Government,
    /// `(unit)(words behind it)`, from `publisher`.
    #[serde(skip)]
    pub unit_in_text: Option<Regex>,
}

impl Reports {
    /// Reads the file, with others laid over it.
    pub(super) fn read(
        embedded: &str,
        overlays: impl Iterator<Item = impl AsRef<str>>,
    ) -> Result<Self, Problem> {
        let mut reports: Self = super::overlay::read(embedded, overlays)?;
        let pattern = format!(
            r"(?P<name>\p{{Han}}{{3,28}}?{})(?:本级)?{}",
            reports.publisher.suffix.as_str(),
            reports.publisher.behind.as_str()
        );
        reports.unit_in_text =
            Some(Regex::new(&pattern).map_err(|e| Problem::new(0..0, e.to_string()))?);
        Ok(reports)
    }
}
