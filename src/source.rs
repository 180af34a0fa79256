//! Bytes → [`Document`]: the format is found from the content, then one reader a format. Only this stage can fail.

mod charset;
mod compound;
mod csv;
mod detect;
#[cfg(feature = "docx")]
mod docx;
mod html;
mod layout;
pub(crate) mod package;
mod spreadsheet;
pub mod text;
pub mod text_table;
mod writer;
mod xml;

use std::fmt;

use crate::document::{Document, Format};

/// Limits on what a source may ask for; a source beyond them is an error, never a crash or a hang.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Bytes of the source itself.
    pub bytes: usize,
    /// Bytes that a zipped format may unpack to, all entries together.
    pub unpacked: usize,
    /// Cells of all tables together.
    pub cells: usize,
    /// How deep elements may nest.
    pub depth: usize,
}

impl Default for Limits {
    /// 64 MiB of source, 512 MiB unpacked, four million cells, 256 levels.
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            unpacked: 512 << 20,
            cells: 4_000_000,
            depth: 256,
        }
    }
}

/// Why a source cannot be read: the place in it, the reason, and what to do, in one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    message: String,
}

impl Error {
    /// An error with its full sentence.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// Reads a source of any known format.
///
/// # Errors
///
/// When the format is not one that can be read, the bytes are damaged, or a limit is passed.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    if bytes.len() > limits.bytes {
        return Err(Error::new(format!(
            "the file has {} bytes, more than the limit of {}: split it, or raise the limit",
            bytes.len(),
            limits.bytes
        )));
    }
    match detect::format(bytes)? {
        Format::Text => text::read(bytes, limits),
        Format::Html => html::read(bytes, limits),
        Format::Csv => csv::read(bytes, limits),
        #[cfg(feature = "docx")]
        Format::Docx => docx::read(bytes, limits),
        #[cfg(not(feature = "docx"))]
        Format::Docx => Err(Error::new(
            "it is a Word document, and this program was built without the feature `docx`",
        )),
        Format::Xlsx => spreadsheet::xlsx::read(bytes, limits),
        Format::Xls => spreadsheet::xls::read(bytes, limits),
        Format::Xlsb => spreadsheet::xlsb::read(bytes, limits),
        Format::Ods => spreadsheet::ods::read(bytes, limits),
    }
}
