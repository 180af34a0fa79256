//! The document: one canonical text, its blocks and tables, and the way back to the source's own addresses.
//!
//! Everything that the later stages find is a [`Span`] of [`Document::text`]. Parsers do not read the text itself
//! but its [folded view](fold), which undoes what layout did to it and maps every byte back.

pub mod caption;
pub mod fold;
pub mod numbering;
pub mod origin;
pub mod table;

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;
use smol_str::SmolStr;

pub use fold::Folded;
pub use origin::{Elements, Origin};
pub use table::{Cell, Table};

/// A half-open range of bytes of [`Document::text`], always on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`.
    ///
    /// ```
    /// use gongkai::document::Span;
    /// assert_eq!(Span::new(3, 9).len(), 6);
    /// ```
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Its length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds nothing.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// The format that the bytes of a source were found to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Plain text.
    Text,
    /// A web page.
    Html,
    /// An Office Open XML workbook.
    Xlsx,
    /// A binary Excel workbook (BIFF).
    Xls,
    /// A binary Office Open XML workbook.
    Xlsb,
    /// An OpenDocument spreadsheet.
    Ods,
    /// Comma- or tab-separated values.
    Csv,
    /// An Office Open XML text document.
    Docx,
}

impl Format {
    /// Whether a source of this format is nothing but cells.
    pub fn is_spreadsheet(self) -> bool {
        match self {
            Format::Xlsx | Format::Xls | Format::Xlsb | Format::Ods | Format::Csv => true,
            Format::Text | Format::Html | Format::Docx => false,
        }
    }
}

/// What a block of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// Running text: one paragraph, its hard wraps undone by its folded view. Whether it is a heading by its
    /// numbering is found by the outline.
    Paragraph,
    /// A paragraph that the source marks as a heading (`<h2>`, a Word heading style, a paragraph all in bold);
    /// the level as the source gives it, 1 being the highest.
    Heading(u8),
    /// The name of a sheet, which stands above its cells and is no words of the report.
    Sheet,
    /// The table with this index in [`Document::tables`].
    Table(usize),
}

/// A run of the canonical text: a paragraph, a heading or a table, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the canonical text.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Parts of the span that are no part of what it says: page numbers and running heads inside a sentence.
    pub skips: Vec<Span>,
}

impl Block {
    /// A block without skipped parts.
    pub fn new(span: Span, kind: BlockKind) -> Self {
        Self {
            span,
            kind,
            skips: Vec::new(),
        }
    }
}

/// A report as one canonical text.
///
/// ```
/// let document = gongkai::source::read("一、机关运行经费\n支出3万元。".as_bytes(), &Default::default()).unwrap();
/// assert_eq!(document.text, "一、机关运行经费\n支出3万元。");
/// ```
#[derive(Debug, Clone)]
pub struct Document {
    /// The format that it was read from.
    pub format: Format,
    /// The character encoding of the source, by its name in the WHATWG Encoding Standard; of zipped formats `UTF-8`.
    pub encoding: &'static str,
    /// The canonical text.
    pub text: String,
    /// Its blocks, in reading order, none overlapping another.
    pub blocks: Vec<Block>,
    /// Its tables, in reading order.
    pub tables: Vec<Table>,
    /// What the source says of itself outside of its text: `title`, `published`, `publisher` (from `<title>`, `<meta>`,
    /// a publication line), and the like. Never a fact, only a help to identify the report.
    pub properties: Vec<(String, String)>,
    /// The elements of a web page that its parts stand in.
    pub elements: Elements,
    /// The names of the sheets that its parts stand in.
    pub sheets: Vec<String>,
    origins: Vec<(Span, Origin)>,
    lines: Vec<usize>,
    code_points: Vec<usize>,
}

/// How many bytes lie between two counted positions of the code-point index.
const STRIDE: usize = 64;

impl Document {
    /// Assembles a document. `origins` need not be sorted, and may nest: the narrowest that holds a span is its origin.
    pub fn new(
        format: Format,
        encoding: &'static str,
        text: String,
        blocks: Vec<Block>,
        tables: Vec<Table>,
        mut origins: Vec<(Span, Origin)>,
    ) -> Self {
        origins.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        let lines = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        let mut code_points = vec![0];
        let mut count = 0;
        for bytes in text.as_bytes().chunks(STRIDE) {
            // A character is counted where it begins.
            count += bytes.iter().filter(|&&byte| (byte as i8) >= -0x40).count();
            code_points.push(count);
        }
        Self {
            format,
            encoding,
            text,
            blocks,
            tables,
            properties: Vec::new(),
            elements: Elements::default(),
            sheets: Vec::new(),
            origins,
            lines,
            code_points,
        }
    }

    /// The folded words of every block, in order; of a table, none.
    ///
    /// ```
    /// let document = gongkai::source::read("支出９万元。".as_bytes(), &Default::default()).unwrap();
    /// assert_eq!(document.fold()[0].text, "支出9万元。");
    /// ```
    pub fn fold(&self) -> Vec<Folded> {
        let words = |block: &Block| match block.kind {
            BlockKind::Table(_) => Folded::default(),
            BlockKind::Paragraph | BlockKind::Heading(_) | BlockKind::Sheet => {
                Folded::block(self, block)
            }
        };
        self.blocks.iter().map(words).collect()
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.start..span.end]
    }

    /// The text of a span without what its block skips.
    pub fn words(&self, span: Span) -> Cow<'_, str> {
        let block = self.blocks.partition_point(|b| b.span.end <= span.start);
        let skips = self.blocks.get(block).map_or(&[][..], |b| &b.skips);
        let mut skips = skips.iter().filter(|skip| span.contains(**skip)).peekable();
        if skips.peek().is_none() {
            return self.slice(span).into();
        }
        let mut words = String::with_capacity(span.len());
        let mut at = span.start;
        for skip in skips {
            words.push_str(&self.text[at..skip.start]);
            at = skip.end;
        }
        words.push_str(&self.text[at..span.end]);
        words.into()
    }

    /// The line, from 1, on which a byte stands.
    pub fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|&start| start <= at)
    }

    /// The column, from 1, of a byte in its line, in code points.
    pub fn column(&self, at: usize) -> usize {
        let line = self
            .lines
            .get(self.line(at).saturating_sub(1))
            .copied()
            .unwrap_or(0);
        self.code_point(at) - self.code_point(line) + 1
    }

    /// How many Unicode code points come before a byte.
    fn code_point(&self, at: usize) -> usize {
        // A position counted up to STRIDE·k lies on the first character boundary at or after it.
        let index = (at / STRIDE).min(self.code_points.len() - 1);
        let mut from = index * STRIDE;
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        if from > at {
            return self.code_points[index] - self.text[at..from].chars().count();
        }
        self.code_points[index] + self.text[from..at].chars().count()
    }

    /// The printed form of a span: its text, its place in code points and lines, and its address in the source.
    ///
    /// ```
    /// use gongkai::document::Span;
    /// let document = gongkai::source::read("支出3万元。".as_bytes(), &Default::default()).unwrap();
    /// let quote = document.quote(Span::new(6, 13));
    /// assert_eq!((quote.exact.as_str(), quote.start, quote.end, quote.line), ("3万元", 2, 5, 1));
    /// ```
    pub fn quote(&self, span: Span) -> Quote {
        let exact = SmolStr::new(self.slice(span));
        let start = self.code_point(span.start);
        let (cell, path) = match self.origin(span) {
            Some(Origin::Cell { sheet, row, column }) => {
                let sheet = sheet.and_then(|sheet| self.sheets.get(sheet as usize));
                let cell = origin::cell(sheet.map(String::as_str), row, column);
                (Some(cell.into()), None)
            }
            Some(Origin::Element(element)) => {
                (None, self.elements.path(element).map(SmolStr::from))
            }
            None => (None, None),
        };
        Quote {
            start,
            end: start + exact.chars().count(),
            line: self.line(span.start),
            exact,
            cell,
            path,
            page: None,
            bytes: span,
        }
    }

    /// The place of a longer part of the text, without repeating its words.
    pub fn extent(&self, span: Span) -> Extent {
        Extent {
            start: self.code_point(span.start),
            end: self.code_point(span.end),
            line: self.line(span.start),
        }
    }

    /// The narrowest origin that holds a span.
    fn origin(&self, span: Span) -> Option<Origin> {
        let upto = self.origins.partition_point(|(o, _)| o.start <= span.start);
        // Origins nest no deeper than a cell in a table in a page, so the nearest few are enough.
        self.origins[..upto]
            .iter()
            .rev()
            .take(8)
            .find(|(o, _)| o.contains(span))
            .map(|&(_, origin)| origin)
    }
}

/// A phrase of the canonical text, as it is printed in the output: the exact words and where they stand
/// (W3C Web Annotation: TextQuoteSelector and TextPositionSelector, counted in Unicode code points).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Quote {
    /// First code point.
    pub start: usize,
    /// The code point after the last one.
    pub end: usize,
    /// Its line, from 1.
    pub line: usize,
    /// The words themselves: the canonical text from `start` to `end`.
    pub exact: SmolStr,
    /// The cell of a spreadsheet, such as `公开05表!E18`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<SmolStr>,
    /// The element path of a web page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<SmolStr>,
    /// The page, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// The same place in bytes, for the stages that follow.
    #[serde(skip)]
    #[schemars(skip)]
    pub bytes: Span,
}

/// The place of a section or table in the canonical text, in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Extent {
    /// First code point.
    pub start: usize,
    /// The code point after the last one.
    pub end: usize,
    /// Its line, from 1.
    pub line: usize,
}
