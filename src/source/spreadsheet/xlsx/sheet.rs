//! The part of a sheet: its cells as they show, and its merged regions.

use quick_xml::events::{BytesStart, Event};
use smol_str::SmolStr;

use super::damaged;
use super::strings::{Words, push, unescaped};
use crate::source::spreadsheet::hidden::Hidden;
use crate::source::spreadsheet::number_format::{NumberFormat, shortest};
use crate::source::spreadsheet::{Region, Value};
use crate::source::writer::too_many_cells;
use crate::source::xml::{Events, attribute, local, number, raw_attributes};
use crate::source::{Error, Limits};

/// What the cells of a workbook refer to.
pub(super) struct Show<'a> {
    /// The shared strings.
    pub strings: &'a [SmolStr],
    /// The format of each style.
    pub formats: &'a [NumberFormat],
    /// Whether days are counted from 1904 on.
    pub since_1904: bool,
}

/// What a sheet holds: its cells that hold something, at most `left` of them, its merged regions, and what it hides.
pub(super) fn read(
    part: &str,
    content: &str,
    show: &Show,
    left: usize,
    limits: &Limits,
) -> Result<Content, Error> {
    let mut sheet = Sheet {
        part,
        show,
        row: 0,
        column: 0,
        cell: None,
        stored: String::new(),
        string: Words::default(),
        content: Content::default(),
    };
    Events::new(part, content, limits.depth).each(|event| {
        match event {
            Event::Start(element) => sheet.open(element)?,
            Event::End(element) => sheet.close(local(element.name()))?,
            text => sheet.text(text),
        }
        match sheet.content.cells.len() > left {
            true => Err(too_many_cells(limits)),
            false => Ok(()),
        }
    })?;
    Ok(sheet.content)
}

/// What a sheet holds.
#[derive(Default)]
pub(super) struct Content {
    pub cells: Vec<Value>,
    pub merged: Vec<Region>,
    pub unseen: Hidden,
}

/// A sheet in the making.
struct Sheet<'a> {
    part: &'a str,
    show: &'a Show<'a>,
    /// Where the next cell stands, unless it says so itself.
    row: u32,
    column: u32,
    cell: Option<Cell>,
    /// The stored value of the open cell, and its string where it has one of its own.
    stored: String,
    string: Words,
    content: Content,
}

/// The open cell.
struct Cell {
    style: usize,
    kind: Kind,
    /// What of it is open.
    open: Option<Held>,
    text: Option<SmolStr>,
}

/// What a cell holds (18.18.11).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    Inline,
    Boolean,
    /// A string of its own, an error, or a date in words.
    Words,
}

/// What can hold the content of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    Value,
    String,
}

impl Sheet<'_> {
    fn open(&mut self, element: &BytesStart) -> Result<(), Error> {
        match (local(element.name()), &mut self.cell) {
            ("c", _) => self.open_cell(element)?,
            ("v", Some(cell)) => cell.open = Some(Held::Value),
            ("is", Some(cell)) => cell.open = Some(Held::String),
            (_, Some(cell)) if cell.open == Some(Held::String) => self.string.open(element),
            ("row", None) => {
                if let Some((_, row)) = raw_attributes(element).find(|(name, _)| *name == "r") {
                    let row: Option<u32> = row.parse().ok();
                    self.row = row
                        .and_then(|row| row.checked_sub(1))
                        .ok_or_else(|| damaged(self.part, &"a row has no number"))?;
                }
                if is_hidden(element, "ht") {
                    self.content.unseen.rows.add(self.row, self.row);
                }
            }
            ("col", None) if is_hidden(element, "width") => {
                let number = |name| number(element, name).and_then(|n| u32::try_from(n).ok());
                if let (Some(first @ 1..), Some(last)) = (number("min"), number("max")) {
                    let columns = &mut self.content.unseen.columns;
                    columns.add(first - 1, last.saturating_sub(1));
                }
            }
            ("mergeCell", None) => {
                if let Some(region) = attribute(element, "ref") {
                    self.content.merged.push(self.region(&region)?);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn open_cell(&mut self, element: &BytesStart) -> Result<(), Error> {
        let mut cell = Cell {
            style: 0,
            kind: Kind::Number,
            open: None,
            text: None,
        };
        for (name, value) in raw_attributes(element) {
            match name {
                "r" => (self.row, self.column) = self.place(value)?,
                "s" => cell.style = value.parse().unwrap_or_default(),
                "t" => {
                    cell.kind = match value {
                        "n" => Kind::Number,
                        "s" => Kind::Shared,
                        "inlineStr" | "is" => Kind::Inline,
                        "b" => Kind::Boolean,
                        _ => Kind::Words,
                    }
                }
                _ => {}
            }
        }
        self.cell = Some(cell);
        Ok(())
    }

    fn text(&mut self, event: &Event) {
        match self.cell.as_ref().and_then(|cell| cell.open) {
            Some(Held::Value) => push(event, &mut self.stored),
            Some(Held::String) => self.string.text(event),
            None => {}
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Error> {
        let Some(cell) = &mut self.cell else {
            if name == "row" {
                self.row = self.row.saturating_add(1);
                self.column = 0;
            }
            return Ok(());
        };
        match name {
            "v" => {
                cell.open = None;
                cell.text = self
                    .show
                    .text(&self.stored, cell)
                    .map_err(|reason| damaged(self.part, &reason))?;
                self.stored.clear();
            }
            "is" => {
                cell.open = None;
                cell.text = Some(self.string.take());
            }
            "c" => {
                if let Some(text) = self.cell.take().and_then(|cell| cell.text) {
                    self.content.cells.push(Value {
                        row: self.row,
                        column: self.column,
                        text,
                    });
                }
                self.column = self.column.saturating_add(1);
            }
            name if cell.open == Some(Held::String) => self.string.close(name),
            _ => {}
        }
        Ok(())
    }

    /// The row and the column of an address.
    fn place(&self, address: &str) -> Result<(u32, u32), Error> {
        place(address).ok_or_else(|| damaged(self.part, &format!("{address} is no cell")))
    }

    /// The region of an address: `A6:G67`, or one cell.
    fn region(&self, address: &str) -> Result<Region, Error> {
        let (first, last) = address.split_once(':').unwrap_or((address, address));
        let ((top, left), (bottom, right)) = (self.place(first)?, self.place(last)?);
        Ok(Region {
            top,
            left,
            bottom,
            right,
        })
    }
}

impl Show<'_> {
    /// The text that a cell of a style shows for a stored number.
    fn number(&self, stored: &str, style: usize) -> SmolStr {
        let format = self.formats.get(style);
        if let Some(shown) = format.and_then(|format| format.show_stored(stored)) {
            return shown;
        }
        match (stored.parse(), format) {
            (Ok(value), Some(format)) => format.show(value, self.since_1904),
            (Ok(value), None) => shortest(value),
            (Err(_), _) => stored.into(),
        }
    }

    /// The text that a cell shows for a stored value, `None` where there is none.
    fn text(&self, stored: &str, cell: &Cell) -> Result<Option<SmolStr>, &'static str> {
        if stored.is_empty() {
            return Ok(None);
        }
        Ok(match cell.kind {
            Kind::Number => Some(self.number(stored, cell.style)),
            Kind::Shared => {
                let index = stored.parse::<usize>().ok();
                let string = index.and_then(|index| self.strings.get(index));
                Some(
                    string
                        .ok_or("a cell holds a string that is not there")?
                        .clone(),
                )
            }
            // Beside a string of its own it says nothing.
            Kind::Inline => None,
            Kind::Boolean => match stored.trim() {
                "0" => Some("FALSE".into()),
                "1" => Some("TRUE".into()),
                words => Some(words.to_uppercase().into()),
            },
            Kind::Words => Some(unescaped(stored).into()),
        })
    }
}

/// Whether a row or a column is hidden (18.3.1.73, 18.3.1.13), or has no height or width, which hides it too.
fn is_hidden(element: &BytesStart, size: &str) -> bool {
    let hides = |name: &str, value: &str| match name {
        "hidden" => matches!(value, "1" | "true"),
        name => name == size && value.parse() == Ok(0.0),
    };
    raw_attributes(element).any(|(name, value)| hides(name, value))
}

/// The row and the column of an address, from 0: `B7` is row 6, column 1.
fn place(address: &str) -> Option<(u32, u32)> {
    let letters = address.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = address.split_at(letters);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let digit = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column.checked_mul(26)?.checked_add(digit)
    })?;
    let row = digits.bytes().try_fold(0_u32, |row, digit| {
        let digit = char::from(digit).to_digit(10)?;
        row.checked_mul(10)?.checked_add(digit)
    })?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}
