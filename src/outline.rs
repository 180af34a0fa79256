//! Headings → a tree of sections: numbering styles and their levels, kinds by the grammar.

use schemars::JsonSchema;
use serde::Serialize;
use smol_str::{SmolStr, format_smolstr};

use crate::document::{Block, BlockKind, Document, Extent, Folded, Span, numbering};
use crate::grammar::Grammar;
use crate::grammar::sections::SectionKind;
use crate::identity::{Identity, Kind};

/// A section of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Section {
    /// `s1`, `s2` … in reading order.
    pub id: SmolStr,
    /// The kind of standard section, such as `notes.revenue`; `null` where it is none.
    pub kind: Option<String>,
    /// The number as printed: `二、`, `（一）`.
    pub number: Option<String>,
    /// The heading without its number and without a closing 。 or ：.
    pub title: String,
    /// 1 for the highest.
    pub level: usize,
    /// The id of the section that it is part of.
    pub parent: Option<SmolStr>,
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

    /// The closest kind of the sections that a byte stands in.
    pub fn kind_at(&self, byte: usize) -> Option<&str> {
        let section = self.at(byte)?;
        self.ancestors(section).find_map(|s| s.kind.as_deref())
    }
}

/// A heading that was found, before it has its place in the tree.
struct Heading<'g> {
    span: Span,
    number: Option<String>,
    title: String,
    level: usize,
    kind: Option<&'g SectionKind>,
}

/// A line that may be a heading, or begin with one.
struct Candidate<'a> {
    /// The level that its number gives it.
    number: Option<usize>,
    kind: Option<&'a SectionKind>,
    /// What would be the title.
    title: &'a str,
    /// All that stands behind the number.
    rest: &'a str,
    /// Whether the title is all of that.
    alone: bool,
    /// Whether it stands above a table and is no heading by its markup.
    above_table: bool,
}

impl Candidate<'_> {
    /// Whether a numbered line of no kind is a heading: it stands alone under the upper numbers, is short, and says
    /// nothing yet.
    fn is_short_title(&self) -> bool {
        let length = self.title.chars().count();
        self.number.is_some_and(|level| {
            (self.alone && level <= 5 && length <= 30 && !self.title.contains('，'))
                || (level <= 4 && length <= 16)
        })
    }
}

/// The level of the number of a part: 第一部分.
const PART: usize = 1;

/// Reads the outline of a document; `words` are the folded words of its blocks.
pub fn read(
    document: &Document,
    words: &[Folded],
    identity: &Identity,
    grammar: &Grammar,
) -> Outline {
    let mut reader = Reader {
        document,
        identity,
        grammar,
        open: Vec::new(),
        sections: Vec::new(),
    };
    let contents = contents(document, words);
    for (index, (block, folded)) in document.blocks.iter().zip(words).enumerate() {
        if contents.contains(&index) {
            continue;
        }
        if block.kind == BlockKind::Sheet {
            reader.close_glossary(block.span.start);
        }
        match block.kind {
            BlockKind::Table(table) => reader.captions(table),
            // The name of a sheet is no words of the report.
            BlockKind::Sheet => {}
            BlockKind::Paragraph | BlockKind::Heading(_) => {
                let above_table = matches!(
                    document.blocks.get(index + 1),
                    Some(Block {
                        kind: BlockKind::Table(_),
                        ..
                    })
                );
                // 一、一般公共预算财政拨款收入 over its row number is a cell of a table printed a cell a line, and with
                // numbers apart from it on its own line a row.
                let is_cell = words
                    .get(index + 1)
                    .is_some_and(|next| is_figure(&next.text))
                    || is_row(document.slice(block.span));
                if !is_cell {
                    reader.block(block, folded, above_table);
                }
            }
        }
    }
    reader.finish()
}

/// The longest heading, in characters.
const LONGEST: usize = 60;
/// The longest heading that runs into its paragraph.
const LONGEST_RUN_IN: usize = 32;

/// The longest heading of a government's budget that runs into its paragraph: （5）市本级预备费动用情况。.
const LONGEST_BUDGET: usize = 16;

/// The level of a line that is only the number of an annex.
const ANNEX_LEVEL: usize = 2;

/// The longest line that is only the number of an annex.
const LONGEST_ANNEX: usize = 12;

/// Whether a line is short enough to be only the number of an annex.
fn may_be_annex(line: &str) -> bool {
    line.chars().nth(LONGEST_ANNEX).is_none()
}

/// The blocks that are a table of contents: those from 目录 on whose words come again further down, or that end in
/// dot leaders or a page number.
fn contents(document: &Document, words: &[Folded]) -> std::ops::Range<usize> {
    let line = |index: usize| -> Option<&str> {
        let block = document.blocks.get(index)?;
        let is_table = matches!(block.kind, BlockKind::Table(_));
        (!is_table).then_some(words.get(index)?.text.as_str())
    };
    // 目录, 目录第一部分, XX局2024年部门预算公开目录.
    let is_head = |line: &str| {
        line.starts_with("目录") && line.len() < 24
            || line.ends_with("目录") && line.chars().count() <= LONGEST
    };
    let head = (0..document.blocks.len().min(40)).find(|&i| line(i).is_some_and(is_head));
    let Some(head) = head else {
        // Dot leaders tell it, too, where its own heading is cut or missing.
        let first = 0..document.blocks.len().min(120);
        let entries: Vec<usize> = first.filter(|&i| line(i).is_some_and(is_entry)).collect();
        return match entries[..] {
            [first, .., last] if entries.len() >= FEWEST_ENTRIES => first..last + 1,
            _ => 0..0,
        };
    };
    // The contents end where their first entry comes a second time, or something else with its number.
    fn bare(text: &str) -> &str {
        text.trim_end_matches(|c: char| c.is_ascii_digit() || ".…·-—()_ ".contains(c))
    }
    let Some(first) = line(head + 1) else {
        return 0..0;
    };
    let behind = head + 2..document.blocks.len().min(head + 200);
    let find = |is: &dyn Fn(&str) -> bool| behind.clone().find(|&i| line(i).is_some_and(is));
    // The body may leave out the numbers of the contents, or call its first part otherwise.
    let number = numbering::number(first);
    let title = numbering::behind(bare(first));
    let again = find(&|line| numbering::behind(bare(line)) == title)
        .into_iter()
        .chain(number.and_then(|_| find(&|line| numbering::number(line) == number)))
        .min();
    // A sheet of contents is nothing else.
    let is_sheet = |&i: &usize| document.blocks[i].kind == BlockKind::Sheet;
    let sheet = behind.clone().find(is_sheet);
    head..again.into_iter().chain(sheet).min().unwrap_or(head + 1)
}

/// So many entries make a table of contents.
const FEWEST_ENTRIES: usize = 4;

/// Whether a line ends in dot leaders and a page number.
fn is_entry(line: &str) -> bool {
    let words = line.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    words.len() < line.len()
        && (words.ends_with("....") || words.ends_with("…") || words.ends_with("···"))
}

/// Whether words are nothing but a number.
fn is_figure(words: &str) -> bool {
    words.starts_with(|c: char| c.is_ascii_digit() || c == '-')
        && words
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '%'))
}

/// Whether a line is one of cells: it has a number apart from the words that it begins with, or several words apart, more
/// than one heading has (名  词  解  释 has single characters).
fn is_row(line: &str) -> bool {
    let gap = |c: char| matches!(c, '\t' | '\u{3000}');
    let line = line.lines().next().unwrap_or_default();
    let pieces = line.split("  ").flat_map(|part| part.split(gap));
    let mut words = pieces.map(str::trim);
    let begins = words.next().is_some_and(|first| !first.is_empty());
    let mut apart = 0;
    begins
        && words.any(|words| {
            apart += usize::from(words.chars().nth(1).is_some());
            is_figure(words) || apart >= FEWEST_APART
        })
}

/// How many words stand apart in a line behind those that it begins with where they are cells.
const FEWEST_APART: usize = 3;

struct Reader<'a> {
    document: &'a Document,
    identity: &'a Identity,
    grammar: &'a Grammar,
    /// The indices of the sections that are open, outermost first.
    open: Vec<usize>,
    sections: Vec<Section>,
}

impl<'a> Reader<'a> {
    /// The headings of a paragraph: the paragraph itself, or one that runs into it, or several in one line.
    fn block(&mut self, block: &Block, folded: &Folded, above_table: bool) {
        // 部门预算说明 alone is a heading, but not where it closes the title on the cover.
        let shortest = if self.sections.is_empty() { 3 } else { 6 };
        let is_title = self.identity.title.as_deref().is_some_and(|title| {
            title.ends_with(&folded.text) && folded.text.chars().count() > shortest
        });
        if is_title {
            return;
        }
        let mut start = 0;
        while let Some(heading) = self.heading(folded, start, block.kind, above_table) {
            self.push(heading);
            // A further heading in the same line follows the end of a sentence.
            let Some(next) = self.next_start(&folded.text, start) else {
                break;
            };
            start = next;
        }
    }

    /// Where, behind a heading at `start`, another number begins a sentence.
    fn next_start(&self, text: &str, start: usize) -> Option<usize> {
        text[start..]
            .match_indices(['。', '；'])
            .map(|(at, mark)| start + at + mark.len())
            .find(|&at| numbering::number(&text[at..]).is_some_and(|n| n.level <= 4))
    }

    /// The titles above a table that are sections of their own.
    fn captions(&mut self, table: usize) {
        for &caption in &self.document.tables[table].captions {
            let title = crate::document::fold::fold_text(self.document.slice(caption));
            let Some(kind) = self.kind(&title, 2) else {
                continue;
            };
            let level = match kind.kind.as_str() {
                TABLE => kind.level,
                ANNEX if may_be_annex(&title) => ANNEX_LEVEL,
                _ => continue,
            };
            self.push(Heading {
                span: caption,
                number: None,
                title: self.printed(caption),
                level,
                kind: Some(kind),
            });
        }
    }

    /// The heading that begins at a byte of a folded paragraph.
    fn heading(
        &self,
        folded: &Folded,
        start: usize,
        block: BlockKind,
        above_table: bool,
    ) -> Option<Heading<'a>> {
        let line = &folded.text[start..];
        if let Some(heading) = self.annex(folded, start) {
            return Some(heading);
        }
        let number = numbering::number(line);
        let from = start + number.map_or(0, |n| n.text.len());
        let rest = &folded.text[from..];
        let end = rest
            .find(['。', '：', '；', '！', '？'])
            .unwrap_or(rest.len());
        let title = &rest[..end];
        let alone = end == rest.len() || rest[end..].chars().count() == 1;
        // What ends as a sentence does is no longer than what a sentence follows.
        let longest = match alone && !rest.ends_with('。') {
            true => LONGEST,
            false => LONGEST_RUN_IN,
        };
        if title.is_empty() || title.chars().count() > longest {
            return None;
        }
        let marked = match block {
            BlockKind::Heading(level) if start == 0 => Some(level),
            _ => None,
        };
        let level = number.map(|n| n.level);
        let bare = self.bare(title);
        let kind = self
            .kind(&bare, level.unwrap_or(usize::MAX))
            .filter(|kind| {
                let at_table =
                    kind.kind != TABLE || number.is_some() || above_table || marked.is_some();
                (alone || !kind.alone) && at_table
            });
        let line = Candidate {
            number: level,
            kind,
            title,
            rest,
            alone,
            above_table: above_table && marked.is_none(),
        };
        if self.is_item_of_list(&line) {
            return None;
        }
        let stands = match (number, kind) {
            (Some(_), Some(_)) => true,
            (Some(number), None) => {
                line.is_short_title()
                    || self.counts_on(&line, number.text)
                    || self.follows_budget(&line, number.text)
            }
            (None, Some(kind)) => start == 0 && self.is_named_section(&line, kind),
            (None, None) => false,
        };
        // What it states is looked at last, since that takes the longest.
        if !stands
            || self.inside("glossary") && !self.ends_glossary(number, kind, alone)
            || self.is_sentence(title)
        {
            return None;
        }
        let span = folded.span(start..from + end);
        let titled = folded.span(from..from + end);
        Some(Heading {
            span,
            number: number.map(|n| self.printed(folded.span(start..start + n.text.len()))),
            title: self.printed(titled),
            level: level.or_else(|| kind.map(|k| k.level)).unwrap_or(3),
            kind,
        })
    }

    /// Whether a longer title that runs into its paragraph has the next number after that of a section of no kind.
    fn counts_on(&self, line: &Candidate, number: &str) -> bool {
        line.number.is_some_and(|level| level <= 4)
            && self.is_next(line, number, |section| section.kind.is_none())
    }

    /// 3.国有资本经营预算。…, 4.社会保险基金预算。…: whether a title that runs into its paragraph has the next number after
    /// one of a government's budgets that does so too.
    fn follows_budget(&self, line: &Candidate, number: &str) -> bool {
        let runs_in = |section: &Section| {
            let behind = &self.document.text[section.heading.end..];
            behind.starts_with(['。', '：', ':'])
        };
        self.identity.kind.is_government()
            && line.title.chars().count() <= LONGEST_BUDGET
            && self.is_next(line, number, runs_in)
    }

    /// Whether a title that runs into its paragraph has the next number after that of the open section of its level, if
    /// that is `alike`.
    fn is_next(&self, line: &Candidate, number: &str, alike: impl Fn(&Section) -> bool) -> bool {
        let open = self.open.iter().map(|&at| &self.sections[at]);
        let mut open = open.rev();
        let before = open.find(|section| Some(section.level) == line.number);
        let before = before.filter(|section| alike(section));
        let before = before.and_then(|section| numbering::ordinal(section.number.as_deref()?));
        let next = before.is_some_and(|before| numbering::ordinal(number) == Some(before + 1));
        next && !line.alone && !line.title.contains(['，', '、'])
    }

    /// Whether a line is an item of a list under a heading: those of duties speak of duties, others of what the heading
    /// is about.
    fn is_item_of_list(&self, line: &Candidate) -> bool {
        let repeats = line.kind.is_some_and(|kind| {
            line.number.is_some_and(|level| level >= 5)
                && self.within(&kind.kind)
                && (kind.silent || !self.ends_as_heading(line.title))
        });
        repeats || line.number.is_some() && self.is_duty(line.title, line.rest, line.kind)
    }

    /// Whether a line without a number is the heading of a section of some kind.
    fn is_named_section(&self, line: &Candidate, kind: &SectionKind) -> bool {
        line.alone
            && (kind.table || !line.above_table)
            && !line.title.contains(['，', '、'])
            && !self.lists_tables(kind)
            && self.ends_as_heading(line.title)
            && !line.rest.ends_with('。')
    }

    /// 附件1, 附表：, on their own line or before a title.
    fn annex(&self, folded: &Folded, start: usize) -> Option<Heading<'a>> {
        if start > 0 || !may_be_annex(&folded.text) {
            return None;
        }
        let kind = self.kind(&folded.text, 1)?;
        if kind.kind != ANNEX {
            return None;
        }
        let span = folded.span(0..folded.text.len());
        Some(Heading {
            span,
            number: None,
            title: self.printed(span),
            level: ANNEX_LEVEL,
            kind: Some(kind),
        })
    }

    /// A title without the year and the publisher, which say nothing of its kind.
    fn bare(&self, title: &str) -> String {
        let mut bare = match &self.identity.publisher {
            Some(publisher) => title.replace(&publisher.name, ""),
            None => title.to_owned(),
        };
        let year = bare
            .as_bytes()
            .windows(4)
            .position(|w| w.iter().all(u8::is_ascii_digit));
        if let Some(at) = year {
            let tail = bare[at + 4..].trim_start_matches(['年', '度']).len();
            bare.replace_range(at..bare.len() - tail, "");
        }
        let opening = self.grammar.sections.opening.as_ref();
        let opening = opening
            .and_then(|pattern| pattern.find(&bare))
            .map_or(0, |m| m.end());
        bare.drain(..opening);
        bare
    }

    /// The kind of a heading of some level at this place.
    fn kind(&self, title: &str, level: usize) -> Option<&'a SectionKind> {
        let root = match self.identity.kind {
            Kind::ProjectSelfAssessment => Some(PROJECT_REPORT),
            Kind::DepartmentSelfAssessment => Some(DEPARTMENT_REPORT),
            _ => None,
        };
        let mut above: Vec<Option<&str>> = self
            .open
            .iter()
            .rev()
            .map(|&i| &self.sections[i])
            .filter(|s| s.level < level)
            .map(|s| s.kind.as_deref())
            .collect();
        // What a report within another stands in, and what the report as a whole is about, says nothing of its sections.
        let report = |kind: &Option<&str>| kind.is_some_and(|kind| REPORTS.contains(&kind));
        match above.iter().position(report) {
            Some(at) => above.truncate(at + 1),
            None => above.extend(root.map(Some)),
        }
        let kind = self
            .grammar
            .sections
            .kind_of(title, &above, level == PART)?;
        let is_government = self.identity.kind.is_government();
        (!(kind.departments && is_government)).then_some(kind)
    }

    /// Whether a numbered line under duties is one of them: a sentence, or what begins as they do (负责政府采购工作).
    fn is_duty(&self, title: &str, line: &str, kind: Option<&SectionKind>) -> bool {
        let listed = self
            .open
            .last()
            .is_some_and(|&i| self.sections[i].kind.as_deref() == Some(DUTIES));
        let begins = self.grammar.sections.duty.as_ref();
        listed
            && (kind.is_none() && line.ends_with(['。', '；'])
                || begins.is_some_and(|pattern| pattern.is_match(title)))
    }

    /// Whether the closest section above the items has a kind.
    fn within(&self, kind: &str) -> bool {
        let above = self.open.iter().rev().map(|&i| &self.sections[i]);
        above
            .filter(|s| s.level < 5)
            .find_map(|s| s.kind.as_deref())
            == Some(kind)
    }

    /// Whether a heading of a kind without a number would stand in the list of the public statements.
    fn lists_tables(&self, kind: &SectionKind) -> bool {
        !kind.table
            && self
                .level_of("statements")
                .is_some_and(|level| kind.level > level)
    }

    /// Whether words state something, as no heading does: a number, or that something is as it was.
    fn is_sentence(&self, title: &str) -> bool {
        let states = self.grammar.sections.sentence.as_ref();
        states.is_some_and(|pattern| pattern.is_match(title))
            || title.contains(|c: char| c.is_ascii_digit())
                && crate::mention::read(title)
                    .iter()
                    .any(|m| m.kind.is_value())
    }

    /// Whether words end as headings without a number do.
    fn ends_as_heading(&self, title: &str) -> bool {
        let ends = &self.grammar.sections.unnumbered;
        ends.as_ref().is_none_or(|pattern| pattern.is_match(title))
    }

    /// Whether a numbered line within a glossary is no term of it: a part of the report, or what is counted on from
    /// the glossary's own number or from one above it.
    fn ends_glossary(
        &self,
        number: Option<numbering::Number>,
        kind: Option<&SectionKind>,
        alone: bool,
    ) -> bool {
        let Some(number) = number else {
            // Of parts without numbers, the next that is one of the whole report.
            let mut open = self.open.iter().map(|&i| &self.sections[i]);
            let unnumbered =
                |s: &Section| s.kind.as_deref() == Some("glossary") && s.number.is_none();
            return alone
                && kind.is_some_and(|kind| {
                    is_apart(&kind.kind) || kind.level == 1 && open.any(unnumbered)
                });
        };
        let next = numbering::ordinal(number.text);
        let counts_on = |&open: &usize| {
            let section = &self.sections[open];
            let before = section.number.as_deref().and_then(numbering::ordinal);
            section.level == number.level && before.is_some_and(|n| Some(n + 1) == next)
        };
        number.level == 1 || alone && self.open.iter().any(counts_on)
    }

    fn level_of(&self, kind: &str) -> Option<usize> {
        let open = self.open.iter().map(|&i| &self.sections[i]);
        open.filter(|s| s.kind.as_deref() == Some(kind))
            .map(|s| s.level)
            .next_back()
    }

    fn inside(&self, kind: &str) -> bool {
        self.open
            .iter()
            .any(|&i| self.sections[i].kind.as_deref() == Some(kind))
    }

    /// The words of a span as printed, hard wraps joined and page numbers left out.
    fn printed(&self, span: Span) -> String {
        let mut words = self.document.words(span);
        if words.contains('\n') {
            words = words.split('\n').map(str::trim).collect();
        }
        words.trim().trim_end_matches(['。', '：', ':']).to_owned()
    }

    fn push(&mut self, heading: Heading) {
        if heading.kind.is_some_and(|kind| is_apart(&kind.kind)) {
            self.close_glossary(heading.span.start);
        }
        while self
            .open
            .last()
            .is_some_and(|&i| self.sections[i].level >= heading.level)
        {
            self.close(heading.span.start);
        }
        let index = self.sections.len();
        self.sections.push(Section {
            id: format_smolstr!("s{}", index + 1),
            kind: heading.kind.map(|kind| kind.kind.clone()),
            number: heading.number,
            title: heading.title,
            level: heading.level,
            parent: self.open.last().map(|&i| self.sections[i].id.clone()),
            span: self.document.extent(heading.span),
            heading: heading.span,
            bytes: heading.span,
        });
        self.open.push(index);
    }

    /// A glossary ends with its sheet, and above an annex or a report of its own.
    fn close_glossary(&mut self, end: usize) {
        while self.inside("glossary") {
            self.close(end);
        }
    }

    fn close(&mut self, end: usize) {
        let Some(index) = self.open.pop() else { return };
        let section = &mut self.sections[index];
        section.bytes = Span::new(section.heading.start, end);
        section.span = self.document.extent(section.bytes);
    }

    fn finish(mut self) -> Outline {
        while !self.open.is_empty() {
            self.close(self.document.text.len());
        }
        Outline {
            sections: self.sections,
        }
    }
}

/// The kinds that stand for a place rather than for words.
const TABLE: &str = "self_assessment.table";
const ANNEX: &str = "annex";
const PROJECT_REPORT: &str = "project_evaluation";
const DEPARTMENT_REPORT: &str = "self_assessment";
/// The kinds that are reports of their own, alone or in another.
const REPORTS: [&str; 2] = [PROJECT_REPORT, DEPARTMENT_REPORT];
const DUTIES: &str = "overview.duties";

/// Whether a section is no part of the text that stands above it.
fn is_apart(kind: &str) -> bool {
    kind == ANNEX || REPORTS.contains(&kind)
}

#[cfg(test)]
mod tests;
