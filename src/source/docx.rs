//! Word documents (.docx, ECMA-376 Part 1): paragraphs with their headings and automatic numbers, and tables.
//!
//! What Word shows is read: inserted text but not deleted, the result of a field but not its code, text boxes once. Foot-
//! and endnotes follow the text.

mod body;
mod numbering;
mod styles;

use quick_xml::events::Event;

use crate::document::{Document, Format};
use crate::source::layout::{Flat, flatten};
use crate::source::package::Package;
use crate::source::writer::Writer;
use crate::source::xml::{Events, attribute};
use crate::source::{Error, Limits};

use numbering::Numbering;
use styles::Styles;

/// Reads a Word document.
///
/// # Errors
///
/// When it is damaged, or passes a limit.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    let mut package = Package::open(bytes, limits)?;
    let main = main_part(&mut package, limits)?;
    let folder = main
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder)
        .to_owned();
    let mut part = |name: &str| package.text(&format!("{folder}/{name}"));
    let styles = Styles::read(&part("styles.xml")?.unwrap_or_default(), limits)?;
    let mut numbering = Numbering::read(&part("numbering.xml")?.unwrap_or_default(), limits)?;
    let notes = [part("footnotes.xml")?, part("endnotes.xml")?];
    let text = package
        .text(&main)?
        .ok_or_else(|| Error::new(format!("the package has no {main}: fetch the file again")))?;
    let mut pieces = body::read("document.xml", &text, &styles, &mut numbering, limits)?;
    for notes in notes.into_iter().flatten() {
        pieces.append(&mut body::read(
            "the notes",
            &notes,
            &styles,
            &mut numbering,
            limits,
        )?);
    }
    let mut writer = Writer::new(limits);
    for flat in flatten(pieces, limits, |_| None)? {
        match flat {
            Flat::Line(line, origin) => writer.line(&line.text, line.kind, origin),
            Flat::Table(grid) => writer.table(grid)?,
        }
    }
    Ok(writer.finish(Format::Docx, "UTF-8"))
}

/// The name of the part that holds the text.
fn main_part(package: &mut Package, limits: &Limits) -> Result<String, Error> {
    let relations = package.text("_rels/.rels")?.unwrap_or_default();
    let mut events = Events::new("_rels/.rels", &relations, limits.depth);
    while let Some(event) = events.next()? {
        let Event::Start(element) = event else {
            continue;
        };
        if attribute(&element, "Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
            && let Some(target) = attribute(&element, "Target")
        {
            return Ok(target.trim_start_matches('/').to_owned());
        }
    }
    Ok("word/document.xml".to_owned())
}

#[cfg(test)]
mod tests;
