//! The words by which the furniture of a page is told from its article (`grammars/pages.toml`).

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde::Deserialize;

/// The words of `grammars/pages.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// Words of class and id attributes.
    pub names: Names,
    /// Labels of the entries that describe a page.
    pub labels: Labels,
    /// Lines that are left out.
    pub lines: Lines,
    /// Names of `<meta>` elements.
    pub meta: Meta,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    /// Of what surrounds the article.
    pub furniture: BTreeSet<String>,
    /// Of what surrounds it where there are links in it.
    pub heads: BTreeSet<String>,
    /// Of the article.
    pub article: BTreeSet<String>,
    /// Of its title.
    pub title: BTreeSet<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Labels {
    /// Before the day of publication.
    pub published: Vec<String>,
    /// Before the name of the publisher.
    pub publisher: Vec<String>,
    /// Before what says nothing of use.
    pub other: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lines {
    /// What they begin with.
    pub begin: Vec<String>,
    /// What they hold.
    pub hold: Vec<String>,
    /// All that is in them.
    pub only: BTreeSet<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Meta {
    /// With the title of the article.
    pub title: Vec<String>,
    /// With the day of publication.
    pub published: Vec<String>,
    /// With the publisher.
    pub publisher: Vec<String>,
    /// With the name of the site.
    pub site: Vec<String>,
}

impl Words {
    /// The words that are embedded in the binary.
    pub fn embedded() -> &'static Words {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| {
            // A test reads the file; a mistake in it cannot reach a reader.
            toml::from_str(include_str!("../../../grammars/pages.toml")).unwrap_or_default()
        })
    }
}

/// What a label stands before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Published,
    Publisher,
    Other,
}

impl Labels {
    /// The label that a line begins with, and what follows it and its colon. Spaces within a label do not count.
    pub fn strip<'a>(&self, line: &'a str) -> Option<(Label, &'a str)> {
        let (before, rest) = line.split_once(['：', ':'])?;
        let label: String = before
            .chars()
            .filter(|c| !c.is_whitespace() && !"【[".contains(*c))
            .collect();
        let sorts = [
            (Label::Published, &self.published),
            (Label::Publisher, &self.publisher),
            (Label::Other, &self.other),
        ];
        let found = sorts
            .into_iter()
            .find(|(_, labels)| labels.contains(&label));
        found.map(|(sort, _)| (sort, rest.trim()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_and_labels_are_found_in_spite_of_spaces() {
        let words: Words = toml::from_str(include_str!("../../../grammars/pages.toml")).unwrap();
        for (line, expected) in [
            (
                "发布时间：2024-02-06",
                Some((Label::Published, "2024-02-06")),
            ),
            ("来　源: 甲县财政局", Some((Label::Publisher, "甲县财政局"))),
            ("索 引 号：", Some((Label::Other, ""))),
            ("资金来源：上级拨款", None),
            ("来源", None),
        ] {
            assert_eq!(words.labels.strip(line), expected, "{line}");
        }
    }
}
