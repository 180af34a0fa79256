//! Headings → a tree of sections: numbering styles and their levels, kinds by the grammar.

use schemars::JsonSchema;
use serde::Serialize;

use crate::document::{Document, Extent, Span};
use crate::grammar::Grammar;

/// A section of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Section {
    /// `s1`, `s2` … in reading order.
    pub id: String,
    /// The kind of standard section, such as `notes.revenue`; `null` where it is none.
    pub kind: Option<String>,
    /// The number as printed: `二、`, `（一）`.
    pub number: Option<String>,
    /// The heading without its number and without a closing 。 or ：.
    pub title: String,
    /// 1 for the highest.
    pub level: usize,
    /// The id of the section that it is part of.
    pub parent: Option<String>,
    /// Where the whole section stands, from its heading to the next heading of its level or above.
    pub span: Extent,
    /// The heading itself, with its number, in bytes.
    #[serde(skip)]
    #[schemars(skip)]
    pub heading: Span,
    /// The whole section in bytes.
    #[serde(skip)]
    #[schemars(skip)]
    pub bytes: Span,
}

/// The sections of a document in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// The sections.
    pub sections: Vec<Section>,
}

impl Outline {
    /// The innermost section that a byte of the canonical text stands in.
    pub fn at(&self, byte: usize) -> Option<&Section> {
        let upto = self
            .sections
            .partition_point(|section| section.heading.start <= byte);
        self.sections[..upto].last()
    }

    /// The section with an id.
    pub fn get(&self, id: &str) -> Option<&Section> {
        let index: usize = id.strip_prefix('s')?.parse().ok()?;
        self.sections.get(index.checked_sub(1)?)
    }

    /// A section and those that it is part of, innermost first.
    pub fn ancestors<'a>(&'a self, section: &'a Section) -> impl Iterator<Item = &'a Section> {
        std::iter::successors(Some(section), |s| self.get(s.parent.as_deref()?))
    }
}

/// Reads the outline of a document.
pub fn read(_document: &Document, _grammar: &Grammar) -> Outline {
    Outline::default()
}
