//! The elements of a page → its flow of lines and tables, white space collapsed as a browser shows it.

use smol_str::SmolStr;

use crate::document::BlockKind;
use crate::source::html::furniture::Marks;
use crate::source::html::page::Element;
use crate::source::html::tree::Tree;
use crate::source::layout::{Entry, Line, Marked, Piece};

/// The level of a paragraph all in bold: below every heading that is marked as one.
const BOLD: BlockKind = BlockKind::Heading(7);
/// How long a paragraph in bold may be to look like a heading.
const HEADING_LENGTH: usize = 60;

/// The flow of a page without what is left out of it.
pub(super) fn read(tree: &Tree, marks: &Marks) -> Vec<Piece> {
    let mut flow = Flow::default();
    let mut index = 0;
    while let Some(item) = tree.nodes.get(index) {
        flow.close(index);
        if marks.left_out[index] {
            index = item.end;
            continue;
        }
        flow.aside = marks.aside[index];
        if let Some(text) = item.node.as_text() {
            flow.text(text);
        } else if let Some(element) = item.node.as_element() {
            flow.open(element, index, item.end);
        }
        index += 1;
    }
    flow.close(usize::MAX);
    flow.end_line();
    flow.pieces
}

/// The flow in the making.
#[derive(Default)]
struct Flow {
    pieces: Vec<Piece>,
    tables: Vec<OpenTable>,
    /// The open elements that matter: where they end, and what ends with them.
    open: Vec<(usize, Close)>,
    /// The open elements that stand on lines of their own.
    blocks: Vec<usize>,
    headings: Vec<u8>,
    bold: usize,
    preformatted: usize,
    aside: bool,
    line: Words,
}

/// What ends with an element.
#[derive(Debug, Clone, Copy)]
enum Close {
    Block,
    Heading,
    Bold,
    Preformatted,
    TableHead,
    Table,
}

/// A table whose end has not come.
#[derive(Default)]
struct OpenTable {
    rows: Vec<Vec<Entry>>,
    row: Option<Vec<Entry>>,
    cell: Option<Entry>,
    /// How many `<thead>` are open.
    head: usize,
    /// What stands in it outside of its cells: its caption.
    captions: Vec<Piece>,
}

/// The words of the line in the making.
#[derive(Default)]
struct Words {
    text: String,
    space: bool,
    characters: usize,
    bold: usize,
    place: usize,
    aside: bool,
}

impl Flow {
    fn open(&mut self, element: &Element, index: usize, end: usize) {
        match element.name() {
            "br" | "hr" => self.end_line(),
            "table" => {
                self.end_line();
                self.tables.push(OpenTable::default());
                self.open.push((end, Close::Table));
            }
            "tr" => {
                self.end_line();
                if let Some(table) = self.tables.last_mut() {
                    table.end_row();
                    table.row = Some(Vec::new());
                }
                self.block(index, end);
            }
            "td" | "th" => {
                self.end_line();
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell();
                    table.cell = Some(Entry {
                        rows: element.look.rows,
                        columns: element.look.columns,
                        header: element.name() == "th" || table.head > 0,
                        place: index,
                        // Most hold one line.
                        pieces: Vec::with_capacity(1),
                    });
                }
                self.block(index, end);
            }
            "thead" => {
                if let Some(table) = self.tables.last_mut() {
                    table.head += 1;
                    self.open.push((end, Close::TableHead));
                }
            }
            name @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => {
                self.end_line();
                self.headings.push(name.as_bytes()[1] - b'0');
                self.open.push((end, Close::Heading));
                self.block(index, end);
            }
            "pre" | "xmp" | "listing" | "plaintext" => {
                self.end_line();
                self.preformat(end);
                self.block(index, end);
            }
            name if is_block(name) => {
                self.end_line();
                self.block(index, end);
            }
            _ => {}
        }
        self.style(element, end);
    }

    /// What the element asks for by its name or style.
    fn style(&mut self, element: &Element, end: usize) {
        if element.look.preformatted {
            self.preformat(end);
        }
        if matches!(element.name(), "b" | "strong") || element.look.bold {
            self.bold += 1;
            self.open.push((end, Close::Bold));
        }
    }

    fn block(&mut self, index: usize, end: usize) {
        self.blocks.push(index);
        self.open.push((end, Close::Block));
    }

    fn preformat(&mut self, end: usize) {
        self.preformatted += 1;
        self.open.push((end, Close::Preformatted));
    }

    /// Ends the elements that end before a node.
    fn close(&mut self, index: usize) {
        while let Some(&(end, close)) = self.open.last()
            && end <= index
        {
            self.open.pop();
            match close {
                Close::Block => {
                    self.end_line();
                    self.blocks.pop();
                }
                Close::Heading => {
                    self.end_line();
                    self.headings.pop();
                }
                Close::Bold => self.bold -= 1,
                Close::Preformatted => self.preformatted -= 1,
                Close::TableHead => {
                    if let Some(table) = self.tables.last_mut() {
                        table.head = table.head.saturating_sub(1);
                    }
                }
                Close::Table => self.end_table(),
            }
        }
    }

    fn end_table(&mut self) {
        self.end_line();
        let Some(mut table) = self.tables.pop() else {
            return;
        };
        table.end_row();
        let flow = self.flow();
        flow.append(&mut table.captions);
        if !table.rows.is_empty() {
            flow.push(Piece::Table(Marked { rows: table.rows }));
        }
    }

    fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let run = rest.find(|c| !is_plain(c)).unwrap_or(rest.len());
            if run > 0 {
                self.push(&rest[..run]);
                rest = &rest[run..];
                continue;
            }
            rest = &rest[c.len_utf8()..];
            match c {
                '\n' | '\r' if self.preformatted > 0 => self.end_line(),
                '\t' if self.preformatted > 0 => self.push("\t"),
                ' ' if self.preformatted > 0 => self.push(" "),
                '\t' | '\n' | '\r' | '\u{c}' | ' ' | '\u{2028}' | '\u{2029}' => {
                    self.line.space = true
                }
                // Shown as a space, and as many as there are.
                '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => self.push(" "),
                // Not shown at all, unless a line breaks there.
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
                c if c.is_control() => {}
                c => self.push(c.encode_utf8(&mut [0; 4])),
            }
        }
    }

    /// Adds words that are shown as they are written.
    fn push(&mut self, words: &str) {
        let line = &mut self.line;
        if line.text.is_empty() {
            line.place = self.blocks.last().copied().unwrap_or(0);
            line.aside = self.aside;
        } else if line.space && !line.text.ends_with(' ') {
            line.text.push(' ');
        }
        line.space = false;
        line.text.push_str(words);
        let characters = words.chars().filter(|c| !c.is_whitespace()).count();
        line.characters += characters;
        if self.bold > 0 {
            line.bold += characters;
        }
    }

    fn end_line(&mut self) {
        self.line.space = false;
        if self.line.text.is_empty() {
            return;
        }
        let line = &mut self.line;
        let text = SmolStr::new(line.text.trim());
        line.text.clear();
        let characters = std::mem::take(&mut line.characters);
        let bold = std::mem::take(&mut line.bold);
        let (place, aside) = (line.place, line.aside);
        if text.is_empty() {
            return;
        }
        let kind = match self.headings.last() {
            Some(level) => BlockKind::Heading(*level),
            None if bold == characters && characters <= HEADING_LENGTH => BOLD,
            None => BlockKind::Paragraph,
        };
        let piece = Piece::Line(Line {
            text,
            kind,
            place,
            aside,
        });
        self.flow().push(piece);
    }

    /// Where lines and tables go: the open cell, else the caption of the open table, else the page.
    fn flow(&mut self) -> &mut Vec<Piece> {
        match self.tables.last_mut() {
            Some(table) => match &mut table.cell {
                Some(cell) => &mut cell.pieces,
                None => &mut table.captions,
            },
            None => &mut self.pieces,
        }
    }
}

impl OpenTable {
    fn end_cell(&mut self) {
        if let Some(cell) = self.cell.take() {
            self.row.get_or_insert_default().push(cell);
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        self.rows.extend(self.row.take());
    }
}

/// Whether a character is neither white space nor one that is shown otherwise or not at all, as far as the most frequent
/// ones go.
fn is_plain(c: char) -> bool {
    matches!(c, '!'..='~' | '\u{3001}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}')
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "nav"
            | "aside"
            | "address"
            | "blockquote"
            | "center"
            | "ul"
            | "ol"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "form"
            | "fieldset"
            | "legend"
            | "figure"
            | "figcaption"
            | "details"
            | "summary"
            | "caption"
            | "tbody"
            | "tfoot"
            | "body"
            | "dir"
            | "menu"
            | "hgroup"
    )
}
