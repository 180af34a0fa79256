//! Which rows make one record: several projects in one table, one project over several tables.

use crate::document::{Block, BlockKind, Cell, Document, Span, Table};
use crate::grammar::forms::{Field, Forms, IndicatorColumn, Vocabulary};

use super::line::{Header, Line, label};
use super::value;

/// The rows of what may be one record, with the lines above them.
#[derive(Debug, Clone, Default)]
pub(super) struct Segment<'a> {
    /// Its rows.
    pub lines: Vec<Line<'a>>,
    /// The tables that they stand in, by index.
    pub tables: Vec<usize>,
    /// Short lines above the rows, the nearest last, with their places.
    pub above: Vec<(&'a str, Span)>,
    /// Whether one of its rows may head the indicators in some form.
    pub may_have_indicators: bool,
    width: usize,
    names_project: bool,
    has_indicators: bool,
    has_total: bool,
}

impl<'a> Segment<'a> {
    fn new(table: usize, above: Vec<(&'a str, Span)>, vocabulary: &Vocabulary) -> Self {
        let names_project = above
            .iter()
            .any(|(line, _)| names_project(line, vocabulary));
        Self {
            names_project,
            tables: vec![table],
            above,
            ..Self::default()
        }
    }

    /// The year that the title names, or else the nearest line above.
    pub fn year(&self, forms: &Forms) -> Option<i32> {
        year(self.title(forms)).or_else(|| self.above.iter().rev().find_map(|(line, _)| year(line)))
    }

    /// The title of the form: the nearest line above that is one.
    pub fn title(&self, forms: &Forms) -> &'a str {
        self.above
            .iter()
            .rev()
            .map(|&(line, _)| line)
            .find(|line| forms.is_title(line))
            .unwrap_or_default()
    }

    fn push(&mut self, line: Line<'a>, kind: LineKind, vocabulary: &Vocabulary) {
        self.may_have_indicators |= may_head_indicators(&line, vocabulary);
        match kind {
            LineKind::Project => self.names_project = true,
            LineKind::Indicators => self.has_indicators = true,
            LineKind::Total => self.has_total |= self.has_indicators,
            LineKind::Closing | LineKind::Other => {}
        }
        self.width = line.len();
        self.lines.push(line);
    }

    /// Whether a table that follows with nothing between goes on with this record after a page break.
    fn goes_on(&self, lines: &[Line<'a>], vocabulary: &Vocabulary) -> bool {
        let kinds: Vec<LineKind> = lines
            .iter()
            .map(|line| LineKind::of(line, vocabulary))
            .collect();
        let same_width = lines
            .first()
            .is_some_and(|line| line.is_ragged() || line.len() == self.width);
        match kinds.first() {
            None | Some(LineKind::Project) => false,
            Some(LineKind::Closing) => self.has_indicators,
            Some(LineKind::Indicators) => {
                !self.has_total && (self.names_project || self.has_indicators)
            }
            Some(LineKind::Total) => self.has_indicators && !self.has_total,
            Some(LineKind::Other) if self.has_indicators => !self.has_total && same_width,
            Some(LineKind::Other) => {
                self.names_project
                    && !kinds.contains(&LineKind::Project)
                    && kinds.contains(&LineKind::Indicators)
            }
        }
    }

    /// Whether a table has the indicators that this record still lacks, though cells of the form that are read as lines of
    /// text, such as the aims of the project, stand between.
    fn wants(&self, lines: &[Line<'a>], vocabulary: &Vocabulary) -> bool {
        let first = lines.first().map(|line| LineKind::of(line, vocabulary));
        self.names_project && !self.has_indicators && first == Some(LineKind::Indicators)
    }
}

/// What a row is, as far as it can be told before the form is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineKind {
    /// It names the project.
    Project,
    /// It heads the indicators.
    Indicators,
    /// It has the totals.
    Total,
    /// It begins with another label, such as 评价结论.
    Closing,
    /// Anything else.
    Other,
}

impl LineKind {
    fn of(line: &Line, vocabulary: &Vocabulary) -> Self {
        if indicator_header(line, vocabulary).is_some() {
            return Self::Indicators;
        }
        let mut first = None;
        for (position, _) in line.own() {
            let field = labelled_at(line, position, vocabulary).map(|label| label.field);
            if field == Some(Field::ProjectName) {
                return Self::Project;
            }
            first.get_or_insert_with(|| (line.label(position), field));
        }
        match first {
            Some((first, _)) if vocabulary.is_total(first) => Self::Total,
            Some((_, Some(_))) => Self::Closing,
            _ => Self::Other,
        }
    }
}

/// A cell that labels a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FieldLabel {
    /// The field.
    pub field: Field,
    /// How much the label is preferred among those of the field, 0 most.
    pub place: usize,
    /// Where the value begins if the cell holds that too (项目负责人：王立).
    pub value: Option<usize>,
    /// Whether it is one of several with numbers: 年度目标2.
    pub is_numbered: bool,
}

/// What a cell labels, if it is a label.
pub(super) fn labelled(text: &str, vocabulary: &Vocabulary) -> Option<FieldLabel> {
    labelled_as(&label(text), text, vocabulary)
}

/// What the cell at a position of a row labels, if it is a label.
pub(super) fn labelled_at(
    line: &Line,
    position: usize,
    vocabulary: &Vocabulary,
) -> Option<FieldLabel> {
    let text = &line.cell(position)?.text;
    labelled_as(line.label(position), text, vocabulary)
}

/// What a cell labels that is compared by `whole`.
fn labelled_as(whole: &str, text: &str, vocabulary: &Vocabulary) -> Option<FieldLabel> {
    // Most cells are numbers, and what has no Chinese characters is no label.
    if text.is_ascii() {
        return None;
    }
    let of = |label: &str, value| {
        let named = vocabulary.field(label).map(|named| (named, false));
        let ((field, place), is_numbered) = named.or_else(|| {
            let aim = label.trim_end_matches(|c: char| c.is_ascii_digit());
            let is_aim = |(field, _): &(Field, usize)| *field == Field::AnnualTarget;
            let aim = vocabulary.field(aim).filter(is_aim)?;
            Some((aim, true))
        })?;
        Some(FieldLabel {
            field,
            place,
            value,
            is_numbered,
        })
    };
    if let Some(whole) = of(whole, None) {
        return Some(whole);
    }
    let (at, colon) = first_colon(text)?;
    let start = at + colon.len_utf8();
    of(&label(&text[..at]), Some(start)).filter(|_| !text[start..].trim().is_empty())
}

/// The colon that may end a label.
fn first_colon(text: &str) -> Option<(usize, char)> {
    text.char_indices()
        .take(LONGEST_LABEL)
        .find(|&(_, c)| value::fold(c) == ':')
}

/// How many characters a label with its colon has at most.
const LONGEST_LABEL: usize = 20;

/// The parts of a text that each begin with a label and its colon: 主管部门：甲局　实施单位：乙站. A text without a second
/// label is one part.
pub(super) fn labelled_parts(text: &str, vocabulary: &Vocabulary) -> Vec<std::ops::Range<usize>> {
    let begins_part = |&at: &usize| {
        let rest = text[at..].trim_start();
        first_colon(rest).is_some_and(|(colon, _)| {
            let words = label(&rest[..colon]);
            vocabulary.field(&words).is_some() || vocabulary.is_closing(&words)
        })
    };
    let mut starts = vec![0];
    let mut spaces = text.char_indices().filter(|(_, c)| c.is_whitespace());
    starts.extend(spaces.by_ref().map(|(at, _)| at).filter(begins_part));
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(start, end)| value::trim(text, start..end))
        .filter(|part| !part.is_empty())
        .collect()
}

/// A row that heads the indicators: it names a level, and a score or what was achieved.
pub(super) fn indicator_header<'a>(
    line: &Line<'a>,
    vocabulary: &Vocabulary,
) -> Option<Header<'a, IndicatorColumn>> {
    use IndicatorColumn::{Actual, Level1, Level2, Level3, Score};
    if !may_head_indicators(line, vocabulary) {
        return None;
    }
    let header = Header::read(line, |label| vocabulary.indicator_column(label));
    let header = header.renamed(IndicatorColumn::by_levels);
    let named = [Level1, Level2, Level3]
        .iter()
        .any(|&level| header.has(level));
    let scored = header.has(Score) || header.has(Actual);
    (named && scored && header.count() >= HEADED && !line.has_number()).then_some(header)
}

/// How many columns the heading of the indicators names at least.
const HEADED: usize = 3;

/// Whether enough cells of a row name columns of the indicators.
fn may_head_indicators(line: &Line, vocabulary: &Vocabulary) -> bool {
    let names = |&position: &usize| {
        let label = line.label(position);
        !label.is_empty() && vocabulary.indicator_column(label).is_some()
    };
    (0..line.len()).filter(names).take(HEADED).count() == HEADED
}

/// Splits the tables of a document where a record begins; there are no parts where nothing can be a record.
pub(super) fn split<'a>(document: &'a Document, forms: &Forms) -> Vec<Segment<'a>> {
    let vocabulary = forms.union();
    let tables = &document.tables;
    if !tables.iter().any(|table| may_hold(document, table, forms)) {
        return Vec::new();
    }
    let mut segments: Vec<Segment> = Vec::new();
    let mut previous: Option<&Table> = None;
    for (index, table) in document.tables.iter().enumerate() {
        let lines = Line::all(document, table);
        let between = previous.and_then(|previous| between(document, previous, table));
        let follows = |open: &Segment| match between {
            Some(blocks) if blocks.iter().all(|block| is_page_number(document, block)) => {
                open.goes_on(&lines, vocabulary)
            }
            Some(blocks) => open.wants(&lines, vocabulary) && !has_title(document, blocks, forms),
            None => false,
        };
        match segments.last_mut() {
            Some(open) if follows(open) => open.tables.push(index),
            _ => segments.push(Segment::new(index, above(document, table), vocabulary)),
        }
        for line in lines {
            add(&mut segments, index, line, forms);
        }
        previous = Some(table);
    }
    segments
}

/// Whether a record may stand in a table: without a title and a heading of indicators there is none, and most documents
/// have neither.
fn may_hold(document: &Document, table: &Table, forms: &Forms) -> bool {
    let is_titled = |row| {
        let mut said = table.row(row).filter(|cell| !cell.is_blank());
        let first = said.next();
        first.is_some_and(|cell| said.next().is_none() && forms.is_title(&cell.text))
    };
    let heads_indicators = |cell: &Cell| {
        let label = || label(&cell.text);
        !cell.text.is_ascii() && forms.union().indicator_column(&label()).is_some()
    };
    let above = above(document, table);
    above.iter().any(|(line, _)| forms.is_title(line))
        || (0..table.height()).any(is_titled)
        || table.cells().iter().any(heads_indicators)
}

/// Adds a row to the last record, or begins one with it.
fn add<'a>(segments: &mut Vec<Segment<'a>>, table: usize, line: Line<'a>, forms: &Forms) {
    let kind = LineKind::of(&line, forms.union());
    let Some(open) = segments.last_mut() else {
        return;
    };
    let title = line
        .only()
        .map(|cell| (cell.text.as_str(), cell.span))
        .filter(|(text, _)| forms.is_title(text));
    if let Some(title) = title {
        if open.names_project || open.has_indicators {
            segments.push(Segment::new(table, vec![title], forms.union()));
        } else {
            open.above.push(title);
        }
        return;
    }
    if let Some(alone) = line
        .only()
        .filter(|_| !open.names_project && !open.has_indicators)
    {
        open.above.push((&alone.text, alone.span));
    }
    if kind == LineKind::Project && (open.names_project || open.has_indicators) {
        // The title of a sheet heads all projects on it.
        let above = open.above.clone();
        let above = above
            .into_iter()
            .filter(|(line, _)| !names_project(line, forms.union()))
            .collect();
        segments.push(Segment::new(table, above, forms.union()));
    }
    if let Some(open) = segments.last_mut() {
        open.push(line, kind, forms.union());
    }
}

/// Whether a line above a table names its project: 项目名称：河道清淤.
fn names_project(line: &str, vocabulary: &Vocabulary) -> bool {
    labelled(line, vocabulary)
        .is_some_and(|label| label.field == Field::ProjectName && label.value.is_some())
}

/// The lines that stand above a table: its captions, or else the last short paragraphs.
fn above<'a>(document: &'a Document, table: &Table) -> Vec<(&'a str, Span)> {
    let upto = document
        .blocks
        .partition_point(|block| block.span.start < table.span.start);
    let mut lines: Vec<(&str, Span)> = document.blocks[..upto]
        .iter()
        .rev()
        .take(4)
        .take_while(|block| !matches!(block.kind, BlockKind::Table(_)))
        .map(|block| (document.slice(block.span), block.span))
        .take_while(|(line, _)| line.chars().count() <= 60 && !line.contains('。'))
        .collect();
    lines.reverse();
    lines.extend(
        table
            .captions
            .iter()
            .map(|&span| (document.slice(span), span)),
    );
    lines
}

/// What stands between two tables of one sheet, if the second has no captions of its own.
fn between<'a>(document: &'a Document, first: &Table, second: &Table) -> Option<&'a [Block]> {
    let captions = second.captions.iter();
    let titled = captions
        .map(|&span| document.slice(span))
        .any(|line| !is_page_number_line(line));
    let place = |at: usize| {
        document
            .blocks
            .partition_point(|block| block.span.start < at)
    };
    let blocks = document
        .blocks
        .get(place(first.span.end)..place(second.span.start));
    blocks.filter(|_| !titled && first.sheet == second.sheet)
}

fn is_page_number(document: &Document, block: &Block) -> bool {
    is_page_number_line(document.slice(block.span))
}

fn is_page_number_line(line: &str) -> bool {
    line.chars()
        .all(|c| c.is_whitespace() || c.is_numeric() || "-—–－第页共/".contains(c))
}

/// Whether something begins among some blocks: a form, a section, or a sheet.
fn has_title(document: &Document, blocks: &[Block], forms: &Forms) -> bool {
    let begins = |block: &Block| match block.kind {
        BlockKind::Paragraph => forms.is_title(document.slice(block.span)),
        BlockKind::Heading(_) | BlockKind::Sheet | BlockKind::Table(_) => true,
    };
    blocks.iter().any(begins)
}

/// The year that a line names for what stands under it: `2022年度`, `（2022年）`, but no date.
pub(super) fn year(line: &str) -> Option<i32> {
    let folded: Vec<char> = line
        .chars()
        .map(value::fold)
        .filter(|c| !c.is_whitespace())
        .collect();
    folded.windows(5).enumerate().find_map(|(at, window)| {
        let digits: String = window[..4].iter().collect();
        let year: i32 = digits.parse().ok()?;
        let dated = folded.get(at + 5).is_some_and(char::is_ascii_digit);
        (window[4] == '年' && (1990..2100).contains(&year) && !dated).then_some(year)
    })
}
