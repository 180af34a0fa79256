//! `concepts.toml`: what can be stated, what it is called, and in which frame a label means it.

use std::sync::{Arc, OnceLock};

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use smol_str::SmolStr;

use super::codes::Economic;
use super::example::Example;
use super::{Problem, template};
use crate::fact::{Dimensions, Phase};

/// The file as it is written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(default)]
    concept: Vec<Concept>,
    #[serde(default)]
    label: Vec<LabelEntry>,
    #[serde(default)]
    count: Vec<CountEntry>,
    #[serde(default)]
    category: Vec<Category>,
    #[serde(default)]
    example: Vec<Example>,
}

impl File {
    /// The labels as they are written.
    pub(super) fn labels(&self) -> &[LabelEntry] {
        &self.label
    }

    /// The examples as they are written.
    pub(super) fn examples(&self) -> &[Example] {
        &self.example
    }
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LabelEntry {
    #[schemars(with = "Vec<String>")]
    pub(super) texts: Vec<toml::Spanned<String>>,
    #[schemars(with = "Vec<String>")]
    pub(super) gives: Vec<toml::Spanned<String>>,
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(super) frames: Vec<toml::Spanned<String>>,
    #[serde(default)]
    pub(super) dimensions: Dimensions,
    #[serde(default)]
    phase: Option<Phase>,
    #[serde(default)]
    counts: Vec<String>,
    #[serde(default)]
    pub(super) only: Option<Only>,
    #[serde(default)]
    adds: bool,
    #[serde(default)]
    inherits: bool,
    #[serde(default)]
    follows: bool,
    #[serde(default)]
    weak: bool,
    #[serde(default)]
    purpose: bool,
    #[serde(default)]
    silent: bool,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CountEntry {
    of: String,
    classifiers: Vec<String>,
    gives: String,
}

/// The only kind of number that a label may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Only {
    /// Money.
    Amount,
    /// Counts.
    Count,
    /// Points.
    Score,
}

/// What can be stated.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Concept {
    /// Its id.
    pub id: String,
    /// Its name.
    pub zh: String,
    /// The frame in which its parts are read.
    #[serde(default)]
    pub opens: Option<SmolStr>,
    /// Of a count: the classifiers that it is counted in; empty for money.
    #[serde(default)]
    pub classifiers: Vec<String>,
    /// Of a count: the concept of the money that the thing counted costs.
    #[serde(default)]
    pub money: Option<String>,
    /// Whether it is what is left over: no budget is made of it, so it is not what later clauses are about.
    #[serde(default)]
    pub residual: bool,
    /// Whether it is said in passing: the sentence goes on with what it spoke of before.
    #[serde(default)]
    pub aside: bool,
    /// The concept that what is added to it or taken from it during the year has of its own.
    #[serde(default)]
    pub adjustment: Option<SmolStr>,
    /// Whether it is a count of what there is, which is never a plan: staff, vehicles, units.
    #[serde(default)]
    pub stock: bool,
    /// Whether the office itself spends it, so that 本级 leaves nothing out where no other unit is named.
    #[serde(default)]
    pub office: bool,
    /// The frame of the fund that naming it opens for 本年收入 and 本年支出 in the same paragraph.
    #[serde(default)]
    pub fund: Option<SmolStr>,
}

/// Words without their places in a file.
fn plain(words: Vec<toml::Spanned<String>>) -> Vec<String> {
    words.into_iter().map(toml::Spanned::into_inner).collect()
}

/// One meaning of a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// The template that the label is written by.
    pub template: Arc<str>,
    /// The concepts that the label names: two for 收、支总计.
    pub concepts: Vec<SmolStr>,
    /// The dimensions that it adds.
    pub dimensions: Dimensions,
    /// The frames in which it has this meaning; empty for any.
    pub frames: Vec<String>,
    /// The phase that the label itself names (年初预算收入).
    pub phase: Option<Phase>,
    /// The classifiers of the counts that it names; empty for money.
    pub counts: Vec<String>,
    /// The only kind of number that it names.
    pub only: Option<Only>,
    /// Whether it only adds its dimensions to the subject that it is a part of (行政, 轿车).
    pub adds: bool,
    /// Whether it keeps the dimensions that such a label added before it (轿车0辆、金额0万元).
    pub inherits: bool,
    /// Whether it may follow the count that it names (对7个项目开展绩效自评).
    pub follows: bool,
    /// Whether it only completes a name directly before it (教育(类)支出).
    pub weak: bool,
    /// Whether it names what is counted inside a purpose, too (用于经批准购置的1辆公务用车).
    pub purpose: bool,
    /// Whether it says nothing where none of its frames is open (财政拨款 beside the name of what is spent).
    pub silent: bool,
}

/// A code list whose names are labels, and the concept that they divide in some frames.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// The list.
    pub list: CodeList,
    /// The frames in which its names have this meaning.
    pub frames: Vec<String>,
    /// The concept that they divide.
    pub gives: String,
    /// The codes of the list that they may have here, by how these begin; empty for any.
    #[serde(default)]
    pub within: Vec<String>,
}

/// A code list of 《政府收支分类科目》.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CodeList {
    /// 支出功能分类科目; the dimension `function`.
    Functional,
    /// 部门预算支出经济分类科目; the dimension `economic`.
    Economic,
}

impl CodeList {
    /// The dimension that its codes are values of.
    pub const fn dimension(self) -> &'static str {
        match self {
            CodeList::Functional => "function",
            CodeList::Economic => "economic",
        }
    }
}

/// What is looked up by a text far more often than it is gone through, which is done in the order of the texts.
pub type Table<T> = IndexMap<SmolStr, T, foldhash::fast::FixedState>;

/// All concepts and labels.
#[derive(Debug, Default)]
pub struct Concepts {
    /// The concepts by id.
    pub concepts: Table<Concept>,
    /// The meanings of each label.
    pub labels: Table<Vec<Meaning>>,
    /// Whether each label is an item of the economic classification as well, as far as it was asked for.
    items: Vec<OnceLock<bool>>,
    /// Which concept a count belongs to, by the concept that it is counted of (or its prefix) and the classifier.
    pub counts: Vec<(String, Vec<String>, String)>,
    /// What the names of the code lists mean in which frames.
    pub categories: Vec<Category>,
    /// The examples, in the order of the files.
    pub examples: Vec<Example>,
}

impl Concepts {
    /// Lays a file over the entries that are there: a meaning of the same frames is replaced, others are added before.
    pub(super) fn overlay(&mut self, file: File) -> Result<(), Problem> {
        for entry in file.concept {
            self.concepts.insert(SmolStr::from(&entry.id), entry);
        }
        for entry in file.label {
            let meaning = Meaning {
                template: Arc::from(""),
                concepts: entry.gives.iter().map(|id| id.get_ref().into()).collect(),
                dimensions: entry.dimensions,
                frames: plain(entry.frames),
                phase: entry.phase,
                counts: entry.counts,
                only: entry.only,
                adds: entry.adds,
                inherits: entry.inherits,
                follows: entry.follows,
                weak: entry.weak,
                purpose: entry.purpose,
                silent: entry.silent,
            };
            for text in entry.texts {
                let expanded = template::expand(text.get_ref()).map_err(|(at, why)| {
                    Problem::new(text.span().start + 1 + at..text.span().end, why)
                })?;
                let meaning = Meaning {
                    template: Arc::from(text.get_ref().as_str()),
                    ..meaning.clone()
                };
                for label in expanded {
                    let meanings = self.labels.entry(label.into()).or_default();
                    meanings.retain(|m| m.frames != meaning.frames);
                    meanings.insert(0, meaning.clone());
                }
            }
        }
        self.categories.splice(0..0, file.category);
        self.examples.extend(file.example);
        for entry in file.count {
            self.counts
                .insert(0, (entry.of, entry.classifiers, entry.gives));
        }
        Ok(())
    }

    /// Puts the entries of all files in order.
    pub(super) fn compile(&mut self) {
        self.concepts.sort_unstable_keys();
        self.labels.sort_unstable_keys();
        self.items.resize_with(self.labels.len(), OnceLock::new);
    }

    /// Whether a label is an item of the economic classification as well.
    pub fn is_item(&self, label: &str) -> bool {
        let item = self.labels.get_index_of(label).map(|at| &self.items[at]);
        item.is_some_and(|item| *item.get_or_init(|| Economic::embedded().knows(label)))
    }

    /// The frame that a concept opens for its parts.
    pub fn opens(&self, concept: &str) -> Option<&SmolStr> {
        self.concepts.get(concept)?.opens.as_ref()
    }

    /// Whether a concept opens a frame in which the names of economic items divide it.
    pub fn has_items(&self, concept: &str) -> bool {
        let divides =
            |category: &Category| category.list == CodeList::Economic && category.gives == concept;
        self.opens(concept).is_some() && self.categories.iter().any(divides)
    }

    /// The concept that a count of a subject is about: 人次 of 国内公务接待 is `three_public.hospitality.domestic.persons`.
    pub fn counted(&self, of: &str, classifier: &str) -> Option<&str> {
        self.counts
            .iter()
            .find(|(concept, classifiers, _)| {
                concept == of && classifiers.iter().any(|c| c == classifier)
            })
            .map(|(_, _, gives)| gives.as_str())
    }
}

#[cfg(test)]
mod tests {
    use crate::grammar::Grammar;
    use crate::grammar::codes::Economic;

    #[test]
    fn items_are_the_labels_that_have_a_code() {
        let concepts = &Grammar::embedded().concepts;
        let codes = Economic::embedded();
        let classes = [None, Some("301"), Some("302"), Some("303"), Some("310")];
        for label in concepts.labels.keys() {
            let coded = classes
                .iter()
                .any(|class| codes.by_name(label, *class).is_some());
            assert!(!coded || concepts.is_item(label), "{label}");
        }
        assert!(concepts.is_item("因公出国(境)费用"));
        assert!(!concepts.is_item("机关运行经费"));
    }
}
