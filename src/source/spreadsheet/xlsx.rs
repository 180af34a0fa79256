//! Office Open XML workbooks (.xlsx): ECMA-376 Part 1, 18. Each part is unpacked once and read in one pass.

mod book;
mod formats;
mod sheet;
mod strings;

use crate::document::{Document, Format};
use crate::source::package::Package;
use crate::source::spreadsheet::{Sheet, write};
use crate::source::{Error, Limits};

/// Reads a workbook.
///
/// # Errors
///
/// When it is damaged, encrypted, or passes a limit.
pub(in crate::source) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    let mut package = Package::open(bytes, limits)?;
    let book = book::read(&mut package, limits)?;
    let strings = strings::read(&mut package, &book.folder, limits)?;
    let show = sheet::Show {
        strings: &strings,
        formats: &formats::read(&mut package, &book.folder, limits)?,
        since_1904: book.since_1904,
    };
    let mut left = limits.cells;
    let mut sheets = Vec::new();
    for entry in book.sheets {
        let part = package
            .text(&entry.part)?
            .ok_or_else(|| damaged(&entry.name, &"its part is missing"))?;
        let content = sheet::read(&entry.part, &part, &show, left, limits)?;
        left -= content.cells.len();
        sheets.push(Sheet {
            name: entry.name,
            hidden: entry.hidden,
            cells: content.cells,
            merged: content.merged,
            unseen: content.unseen,
        });
    }
    write(sheets, Format::Xlsx, "UTF-8", limits)
}

fn damaged(place: &str, error: &dyn std::fmt::Display) -> Error {
    Error::new(format!(
        "{place} cannot be read ({error}): open it in a spreadsheet program and save it again"
    ))
}

#[cfg(test)]
mod tests;
