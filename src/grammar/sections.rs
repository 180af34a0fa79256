//! `sections.toml`: the kinds of standard sections and the headings that they bear.

use std::sync::OnceLock;

use regex::{Regex, RegexSet};
use schemars::JsonSchema;
use serde::Deserialize;

use super::Problem;

/// The file as it is written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(default)]
    section: Vec<Entry>,
    /// How the titles of tables end; only kinds with `table = true` bear such.
    table_title: Option<super::reports::Pattern>,
    /// How headings end that bear no number.
    unnumbered: Option<super::reports::Pattern>,
    /// What headings begin with that says nothing of their kind.
    opening: Option<super::reports::Pattern>,
    /// How an item of a list of duties begins.
    duty: Option<super::reports::Pattern>,
    /// What says something of a heading's matter, and so is none.
    sentence: Option<super::reports::Pattern>,
}

impl File {
    /// The kinds as they are written.
    pub(super) fn sections(&self) -> &[Entry] {
        &self.section
    }
}

/// One kind, as it is written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    #[schemars(with = "String")]
    pub(super) kind: toml::Spanned<String>,
    #[schemars(with = "Vec<String>")]
    pub(super) headings: Vec<toml::Spanned<String>>,
    #[serde(default)]
    under: Vec<String>,
    #[serde(default)]
    not_under: Vec<String>,
    depth: Option<usize>,
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub(super) frame: Option<toml::Spanned<String>>,
    #[serde(default)]
    yields_to: Vec<String>,
    #[serde(default = "unnumbered")]
    level: usize,
    #[serde(default)]
    alone: bool,
    #[serde(default)]
    part: bool,
    #[serde(default)]
    silent: bool,
    #[serde(default)]
    table: bool,
    #[serde(default)]
    departments: bool,
    #[serde(default)]
    example: Vec<Example>,
}

fn unnumbered() -> usize {
    3
}

/// A heading and the kind that it must be given: `""` where it must be given none.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The heading, without number.
    pub heading: String,
    /// The kind of the section that it stands in.
    #[serde(default)]
    pub under: String,
    /// Whether it bears the number of a part: 第二部分.
    #[serde(default)]
    pub part: bool,
    /// The expected kind; `""` for none.
    pub kind: String,
}

/// A kind of section.
#[derive(Debug)]
pub struct SectionKind {
    /// Its id, such as `notes.revenue`.
    pub kind: String,
    /// The headings that it bears.
    pub headings: Vec<Regex>,
    /// The kinds, one of which it must stand in, at any depth; empty for anywhere.
    pub under: Vec<String>,
    /// The kinds that it does not stand in.
    pub not_under: Vec<String>,
    /// How deep below such a kind it may stand: 1 is directly below.
    pub depth: Option<usize>,
    /// The frame that its sentences are read in.
    pub frame: Option<String>,
    /// The kinds, and the frames of whole reports, whose frame holds in place of its own where it is a part of them.
    pub yields_to: Vec<String>,
    /// The level that it has where it bears no number.
    pub level: usize,
    /// Whether the heading counts only where it stands on its own line, not run into a paragraph.
    pub alone: bool,
    /// Whether only a part of the report bears it (第二部分 收支情况).
    pub part: bool,
    /// Whether its sentences state no facts (名词解释).
    pub silent: bool,
    /// Whether its heading may be the title of a table.
    pub table: bool,
    /// Whether only reports of departments have it, not those of governments.
    pub departments: bool,
}

/// All kinds of sections, in the order in which they are tried.
#[derive(Debug, Default)]
pub struct Sections {
    /// The kinds.
    pub kinds: Vec<SectionKind>,
    /// All headings of all kinds together, made when the first heading is read.
    together: OnceLock<Together>,
    /// How the titles of tables end.
    pub table_title: Option<Regex>,
    /// How headings end that bear no number.
    pub unnumbered: Option<Regex>,
    /// What headings begin with that says nothing of their kind: 关于.
    pub opening: Option<Regex>,
    /// How an item of a list of duties begins, which is no heading.
    pub duty: Option<Regex>,
    /// What says something, as no heading does: 公务接待费与上年持平.
    pub sentence: Option<Regex>,
    /// The examples of the file.
    pub examples: Vec<Example>,
}

/// The headings of all kinds in one automaton: most headings bear the words of no kind, or of one.
#[derive(Debug)]
struct Together {
    headings: RegexSet,
    /// Of each pattern, the kind and which of its headings it is.
    places: Vec<(usize, usize)>,
}

impl Together {
    fn new(kinds: &[SectionKind]) -> Self {
        let all = || {
            kinds.iter().enumerate().flat_map(|(kind, entry)| {
                let headings = entry.headings.iter().enumerate();
                headings.map(move |(index, heading)| (kind, index, heading))
            })
        };
        Self {
            headings: super::together(all().map(|(_, _, heading)| heading)),
            places: all().map(|(kind, index, _)| (kind, index)).collect(),
        }
    }
}

impl Sections {
    /// Compiles a file, putting its entries before those that are there.
    pub(super) fn overlay(&mut self, file: File) -> Result<(), Problem> {
        for (new, old) in [
            (file.table_title, &mut self.table_title),
            (file.unnumbered, &mut self.unnumbered),
            (file.opening, &mut self.opening),
            (file.duty, &mut self.duty),
            (file.sentence, &mut self.sentence),
        ] {
            if let Some(pattern) = new {
                *old = Some(pattern.0);
            }
        }
        let mut kinds = Vec::new();
        for entry in file.section {
            self.examples.extend(entry.example);
            let mut headings = Vec::new();
            for heading in entry.headings {
                headings.push(
                    Regex::new(heading.get_ref())
                        .map_err(|e| Problem::new(heading.span(), e.to_string()))?,
                );
            }
            kinds.push(SectionKind {
                kind: entry.kind.into_inner(),
                headings,
                under: entry.under,
                not_under: entry.not_under,
                depth: entry.depth,
                frame: entry.frame.map(toml::Spanned::into_inner),
                yields_to: entry.yields_to,
                level: entry.level,
                alone: entry.alone,
                part: entry.part,
                silent: entry.silent,
                table: entry.table,
                departments: entry.departments,
            });
        }
        self.kinds.splice(0..0, kinds);
        self.together = OnceLock::new();
        Ok(())
    }

    /// The kind of a heading: among the kinds that may stand here, the one whose words come first in it; of those that
    /// begin at the same word, the first of the grammar. `above` are the kinds of the sections that it stands in,
    /// innermost first, `None` for those without a kind; `part` says whether it bears the number of a part.
    pub fn kind_of(
        &self,
        heading: &str,
        above: &[Option<&str>],
        part: bool,
    ) -> Option<&SectionKind> {
        let together = self.together.get_or_init(|| Together::new(&self.kinds));
        let matches = together.headings.matches(heading);
        if !matches.matched_any() {
            return None;
        }
        let table = self
            .table_title
            .as_ref()
            .is_some_and(|pattern| pattern.is_match(heading));
        let mut best: Option<(bool, usize, &SectionKind)> = None;
        for &(kind, pattern) in matches.iter().map(|index| &together.places[index]) {
            let kind = &self.kinds[kind];
            if table && !kind.table || kind.part && !part || !kind.allowed(above) {
                continue;
            }
            let found = kind.headings[pattern].find(heading);
            let start = found.map_or(heading.len(), |found| found.start());
            // A kind that is bound to its place knows more of it than one that stands anywhere.
            let rank = (kind.under.is_empty() && !kind.part, start);
            if best.is_none_or(|(anywhere, at, _)| rank < (anywhere, at)) {
                best = Some((rank.0, rank.1, kind));
            }
        }
        best.map(|(_, _, kind)| kind)
    }

    /// Whether sentences of a section kind state no facts.
    pub fn silent(&self, kind: Option<&str>) -> bool {
        self.kinds
            .iter()
            .any(|k| Some(k.kind.as_str()) == kind && k.silent)
    }

    /// The frame that sentences of a section kind are read in, where it is a part of what `above` lists: sections of
    /// kinds, and reports by their frame.
    pub fn frame<'k>(&self, kind: &str, mut above: impl Iterator<Item = &'k str>) -> Option<&str> {
        let kind = self.kinds.iter().find(|k| k.kind == kind)?;
        let yields = above.any(|outer| kind.yields_to.iter().any(|k| k == outer));
        kind.frame.as_deref().filter(|_| !yields)
    }
}

impl SectionKind {
    /// Whether a section of this kind may stand below sections of these kinds, innermost first.
    fn allowed(&self, above: &[Option<&str>]) -> bool {
        let part_of = |kind: &str, whole: &String| {
            kind == whole
                || kind
                    .strip_prefix(whole.as_str())
                    .is_some_and(|rest| rest.starts_with('.'))
        };
        let within = |kind: &&str| self.not_under.iter().any(|whole| part_of(kind, whole));
        // What is part of the notes stands in them, whatever they stand under (概况 and 情况说明 of one numbering).
        let noted = self.kind.starts_with("notes.");
        let mut outer = above
            .iter()
            .flatten()
            .take_while(|kind| !(noted && **kind == "notes"));
        if outer.any(within) {
            return false;
        }
        if self.under.is_empty() {
            return true;
        }
        let reach = self.depth.unwrap_or(usize::MAX);
        above
            .iter()
            .take(reach)
            .flatten()
            .any(|kind| self.under.iter().any(|name| name == kind))
    }
}
