//! The text of a Word document → its flow of lines and tables.

use quick_xml::events::{BytesStart, Event};

use crate::document::BlockKind;
use crate::source::docx::numbering::Numbering;
use crate::source::docx::styles::{Style, Styles, outline};
use crate::source::layout::{Entry, Line, Marked, Piece};
use crate::source::xml::{Events, attribute, number, resolve};
use crate::source::{Error, Limits};

/// The level of a paragraph all in bold: below every heading that is marked as one.
const BOLD: BlockKind = BlockKind::Heading(7);
/// How long a paragraph in bold may be to look like a heading.
const HEADING_LENGTH: usize = 60;
/// Up to which column merged cells are followed; Word itself allows 63 columns.
const WIDEST: usize = 1000;

/// The flow of a part that holds text.
///
/// # Errors
///
/// When the part is damaged, or nests too deep.
pub(super) fn read(
    part: &str,
    content: &str,
    styles: &Styles,
    numbering: &mut Numbering,
    limits: &Limits,
) -> Result<Vec<Piece>, Error> {
    let mut body = Body {
        styles,
        numbering,
        pieces: Vec::new(),
        tables: Vec::new(),
        paragraphs: Vec::new(),
        fields: Vec::new(),
        skipped: 0,
        text: false,
    };
    let mut events = Events::new(part, content, limits.depth);
    while let Some(event) = events.next()? {
        match event {
            Event::Start(_) if body.skipped > 0 => body.skipped += 1,
            Event::End(_) if body.skipped > 0 => body.skipped -= 1,
            _ if body.skipped > 0 => {}
            Event::Start(element) if is_unseen(&element) => body.skipped = 1,
            Event::Start(element) => body.open(&element),
            Event::End(element) => body.close(element.local_name().as_ref()),
            Event::Text(text) => body.text(&text),
            Event::GeneralRef(reference) => body.text(&resolve(&reference)),
            Event::CData(text) => body.text(&text),
            _ => {}
        }
    }
    Ok(body.pieces)
}

/// Whether nothing in an element is shown: what was deleted or moved away, codes of fields, former properties, and the second
/// version of what stands in the document twice.
fn is_unseen(element: &BytesStart) -> bool {
    let name = element.local_name();
    let separator =
        || attribute(element, "type").is_some_and(|kind| kind.to_lowercase().contains("separat"));
    match name.as_ref() {
        "del" | "moveFrom" | "delText" | "instrText" | "delInstrText" | "Fallback" | "sdtPr"
        | "rt" | "sectPr" => true,
        "footnote" | "endnote" => separator(),
        name => name.ends_with("PrChange"),
    }
}

/// The flow in the making.
struct Body<'a> {
    styles: &'a Styles,
    numbering: &'a mut Numbering,
    pieces: Vec<Piece>,
    tables: Vec<OpenTable>,
    /// The open paragraphs: a text box is a paragraph within a paragraph.
    paragraphs: Vec<Paragraph>,
    /// The open fields, and whether the result of each has begun.
    fields: Vec<bool>,
    skipped: usize,
    /// Whether an element that holds text is open.
    text: bool,
}

/// A paragraph whose end has not come.
#[derive(Default)]
struct Paragraph {
    style: Style,
    /// Its own list and level, where they differ from those of its style.
    list: Option<usize>,
    level: Option<usize>,
    outline: Option<u8>,
    numbered: bool,
    bold: bool,
    hidden: bool,
    line: String,
    characters: usize,
    bold_characters: usize,
}

/// A table whose end has not come.
#[derive(Default)]
struct OpenTable {
    rows: Vec<Vec<Cell>>,
    row: Vec<Cell>,
    cell: Option<Cell>,
    header: bool,
}

/// A cell with what Word says of its merging.
#[derive(Default)]
struct Cell {
    entry: Entry,
    /// Whether it goes on with the cell above it.
    continued: bool,
}

impl Body<'_> {
    fn open(&mut self, element: &BytesStart) {
        let value = |name| attribute(element, name);
        match element.local_name().as_ref() {
            "p" => self.paragraphs.push(Paragraph::default()),
            "t" => self.text = true,
            "tab" | "ptab" if !self.in_properties() => self.push(" "),
            "noBreakHyphen" => self.push("-"),
            "br" | "cr" => self.end_line(),
            "fldChar" => match value("fldCharType").as_deref() {
                Some("begin") => self.fields.push(false),
                Some("separate") => self
                    .fields
                    .last_mut()
                    .into_iter()
                    .for_each(|result| *result = true),
                Some("end") => {
                    self.fields.pop();
                }
                _ => {}
            },
            "tbl" => {
                self.tables.push(OpenTable::default());
            }
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    let header = table.header;
                    table.cell = Some(Cell {
                        entry: Entry {
                            rows: 1,
                            columns: 1,
                            header,
                            ..Entry::default()
                        },
                        continued: false,
                    });
                }
            }
            "tblHeader" => self
                .tables
                .last_mut()
                .into_iter()
                .for_each(|table| table.header = is_on(element)),
            "gridBefore" => {
                if let Some(table) = self.tables.last_mut() {
                    let columns = number(element, "val").unwrap_or(0);
                    let entry = Entry {
                        rows: 1,
                        columns,
                        ..Entry::default()
                    };
                    table.row.extend((columns > 0).then_some(Cell {
                        entry,
                        continued: false,
                    }));
                }
            }
            "gridSpan" => {
                if let Some(cell) = self.cell() {
                    cell.entry.columns = number(element, "val").unwrap_or(1).max(1);
                }
            }
            "vMerge" => {
                if let Some(cell) = self.cell() {
                    cell.continued = value("val").is_none_or(|value| value != "restart");
                }
            }
            name => self.property(name, element),
        }
    }

    /// What the properties of a paragraph or of a run of text say.
    fn property(&mut self, name: &str, element: &BytesStart) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        match name {
            "r" => (paragraph.bold, paragraph.hidden) = (false, false),
            "b" => paragraph.bold = is_on(element),
            "vanish" => paragraph.hidden = is_on(element),
            "pStyle" => {
                let id = attribute(element, "val").unwrap_or_default();
                paragraph.style = self.styles.get(&id);
            }
            "outlineLvl" => paragraph.outline = number(element, "val").and_then(outline),
            "numId" => paragraph.list = number(element, "val"),
            "ilvl" => paragraph.level = number(element, "val"),
            _ => {}
        }
    }

    /// Whether a paragraph has not come to its text: tabs among its properties are tab stops.
    fn in_properties(&self) -> bool {
        self.paragraphs.is_empty()
            || !self.text && self.paragraphs.last().is_some_and(|p| p.line.is_empty())
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.text = false,
            "p" => {
                self.end_line();
                self.paragraphs.pop();
            }
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.row.extend(table.cell.take());
                }
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    let row = std::mem::take(&mut table.row);
                    table.rows.push(row);
                    table.header = false;
                }
            }
            "tbl" => {
                if let Some(table) = self.tables.pop() {
                    let rows = merge(table.rows);
                    self.flow().push(Piece::Table(Marked { rows }));
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.text {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        let coded = self.fields.iter().any(|result| !result);
        let Some(paragraph) = self.paragraphs.last_mut().filter(|p| !p.hidden && !coded) else {
            return;
        };
        for c in text.chars() {
            match c {
                '\u{ad}' | '\u{200b}' | '\u{feff}' => continue,
                // Signs of fonts with signs of their own say nothing without the font.
                '\u{e000}'..='\u{f8ff}' => continue,
                '\u{a0}' => paragraph.line.push(' '),
                c if c.is_control() => paragraph.line.push(' '),
                c => paragraph.line.push(c),
            }
            if !c.is_whitespace() {
                paragraph.characters += 1;
                paragraph.bold_characters += usize::from(paragraph.bold);
            }
        }
    }

    /// Ends a line of the innermost paragraph; the first one is led by its number.
    fn end_line(&mut self) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        let text = std::mem::take(&mut paragraph.line);
        let characters = std::mem::take(&mut paragraph.characters);
        let bold = std::mem::take(&mut paragraph.bold_characters);
        let mut line = String::new();
        if !std::mem::replace(&mut paragraph.numbered, true) {
            let list = paragraph.list.or(paragraph.style.list);
            let level = paragraph.level.or(paragraph.style.level).unwrap_or(0);
            line.extend(list.and_then(|list| self.numbering.next(list, level)));
        }
        if text.trim().is_empty() {
            return;
        }
        line.push_str(text.trim());
        let kind = match paragraph.outline.or(paragraph.style.heading) {
            Some(level) => BlockKind::Heading(level),
            None if bold == characters && characters <= HEADING_LENGTH => BOLD,
            None => BlockKind::Paragraph,
        };
        self.flow().push(Piece::Line(Line {
            text: line.into(),
            kind,
            place: 0,
            aside: false,
        }));
    }

    fn cell(&mut self) -> Option<&mut Cell> {
        self.tables.last_mut()?.cell.as_mut()
    }

    /// Where lines and tables go: the open cell, else the document.
    fn flow(&mut self) -> &mut Vec<Piece> {
        match self
            .tables
            .iter_mut()
            .rev()
            .find_map(|table| table.cell.as_mut())
        {
            Some(cell) => &mut cell.entry.pieces,
            None => &mut self.pieces,
        }
    }
}

/// Whether a property that is on by its presence is not switched off.
fn is_on(element: &BytesStart) -> bool {
    attribute(element, "val")
        .is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off" | "none"))
}

/// Joins the cells that Word merges down a column: each that goes on makes the one above it taller.
fn merge(rows: Vec<Vec<Cell>>) -> Vec<Vec<Entry>> {
    let mut merged: Vec<Vec<Entry>> = Vec::with_capacity(rows.len());
    // For every column, the cell that begins there: its row, and its place in the row.
    let mut above: Vec<Option<(usize, usize)>> = Vec::new();
    for (row, cells) in rows.into_iter().enumerate() {
        let mut entries = Vec::with_capacity(cells.len());
        let mut column = 0_usize;
        for cell in cells {
            let columns = cell.entry.columns.min(WIDEST);
            if column + columns > WIDEST {
                entries.push(cell.entry);
                continue;
            }
            if above.len() < column + columns {
                above.resize(column + columns, None);
            }
            let owner = above[column].filter(|_| cell.continued);
            let taller = owner.and_then(|(row, place)| merged.get_mut(row)?.get_mut(place));
            match taller {
                Some(entry) => entry.rows += 1,
                None => {
                    above[column..column + columns].fill(None);
                    above[column] = Some((row, entries.len()));
                    entries.push(cell.entry);
                }
            }
            column += columns;
        }
        merged.push(entries);
    }
    merged
}
