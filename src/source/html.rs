//! Web pages: the article as blocks, without the furniture of the page.
//!
//! A page is parsed as a browser does ([`page`]), its nodes are put in order ([`tree`]), what surrounds the article is marked ([`furniture`]), what is left becomes
//! lines and tables ([`flow`]), and lines that describe the page rather than report become properties ([`describe`]).

mod describe;
mod flow;
mod furniture;
mod look;
mod mhtml;
mod page;
mod tree;
mod words;

use crate::document::{Document, Format};
use crate::source::layout::{Flat, flatten};
use crate::source::writer::Writer;
use crate::source::{Error, Limits, charset};

use words::Words;

/// Reads a web page, or the page of a web archive (MHTML).
///
/// # Errors
///
/// When its elements nest deeper, or its tables have more cells, than the limits allow.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    let unpacked = mhtml::page(bytes);
    let (text, encoding) = charset::decode(unpacked.as_deref().unwrap_or(bytes));
    let page = page::Page::parse(&text, limits)?;
    let tree = tree::Tree::new(&page);
    let words = Words::embedded();
    let marks = furniture::mark(&tree, words);
    let mut addresses = tree.addresses();
    let flats = flatten(flow::read(&tree, &marks), limits, |index| {
        addresses.of(index)
    })?;
    let mut description = describe::head(&tree, words);
    let flats = describe::body(flats, words, &mut description);
    let mut writer = Writer::new(limits);
    for flat in flats {
        match flat {
            Flat::Line(line, origin) => writer.line(&line.text, line.kind, origin),
            Flat::Table(grid) => writer.table(grid)?,
        }
    }
    let mut document = writer.finish(Format::Html, encoding);
    document.properties = description.properties();
    document.elements = addresses.elements;
    Ok(document)
}

#[cfg(test)]
mod tests;
