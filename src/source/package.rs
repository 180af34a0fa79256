//! Zip packages: the parts of office documents, unpacked within the limits.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::source::{Error, Limits};

/// The most that DEFLATE can unpack one byte to (zlib's technical notes: 1032).
const DEFLATE_RATIO: usize = 1032;

/// An open package.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The parts by their names in lower case, with `/` between folders.
    parts: BTreeMap<String, usize>,
    limits: &'a Limits,
    unpacked: usize,
}

impl<'a> Package<'a> {
    /// Opens a package and lists its parts.
    ///
    /// # Errors
    ///
    /// When it is damaged or cut off.
    pub fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, Error> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| {
            Error::new(format!(
                "the zip package is damaged or cut off ({error}): fetch the file again"
            ))
        })?;
        let parts = archive
            .file_names()
            .enumerate()
            .filter_map(|(index, name)| Some((key(&name.ok()?), index)))
            .collect();
        Ok(Self {
            archive,
            parts,
            limits,
            unpacked: 0,
        })
    }

    /// Whether it has a part.
    pub fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&key(name))
    }

    /// The names of its parts, in lower case.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// A part as text; `None` where the package has no such part.
    ///
    /// # Errors
    ///
    /// When the part is damaged or encrypted, or the parts read so far pass the limit.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Error> {
        let Some(&index) = self.parts.get(&key(name)) else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        self.unpack(index, name, |part| bytes.extend_from_slice(part))?;
        Ok(Some(match encoding_rs::Encoding::for_bom(&bytes) {
            Some((encoding, _)) => encoding.decode(&bytes).0.into_owned(),
            // Without a mark it is UTF-8, and mostly sound: then the bytes are the text.
            None => String::from_utf8(bytes)
                .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
        }))
    }

    /// Makes sure that all parts together unpack to no more than the limit, whatever sizes the package declares.
    ///
    /// # Errors
    ///
    /// When they unpack to more.
    pub fn check(&mut self) -> Result<(), Error> {
        let mut packed = 0_usize;
        for index in 0..self.archive.len() {
            let part = self
                .archive
                .by_index_raw(index)
                .map_err(|e| damaged("a part", &e))?;
            packed = packed
                .saturating_add(usize::try_from(part.compressed_size()).unwrap_or(usize::MAX));
        }
        // What is this small cannot unpack to more than the limit, and need not be unpacked twice.
        if packed.saturating_mul(DEFLATE_RATIO) <= self.limits.unpacked {
            return Ok(());
        }
        (0..self.archive.len()).try_for_each(|index| self.unpack(index, "a part", |_| {}))
    }

    /// Unpacks a part piece by piece, counting what comes out.
    fn unpack(
        &mut self,
        index: usize,
        name: &str,
        mut take: impl FnMut(&[u8]),
    ) -> Result<(), Error> {
        let mut part = self
            .archive
            .by_index(index)
            .map_err(|e| damaged(name, &e))?;
        let mut buffer = [0; 16 << 10];
        loop {
            let count = part.read(&mut buffer).map_err(|e| damaged(name, &e))?;
            if count == 0 {
                return Ok(());
            }
            self.unpacked += count;
            if self.unpacked > self.limits.unpacked {
                return Err(Error::new(format!(
                    "the package unpacks to more than {} bytes: raise the limit if it is genuine",
                    self.limits.unpacked
                )));
            }
            take(&buffer[..count]);
        }
    }
}

fn damaged(name: &str, error: &dyn std::fmt::Display) -> Error {
    Error::new(format!(
        "{name} of the zip package cannot be unpacked ({error}): fetch the file again"
    ))
}

fn key(name: &str) -> String {
    name.replace('\\', "/")
        .trim_start_matches('/')
        .to_ascii_lowercase()
}

#[cfg(test)]
pub(crate) mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// A package of the given parts.
    pub fn pack(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            writer
                .start_file(*name, SimpleFileOptions::default())
                .unwrap();
            writer.write_all(content.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn parts_are_found_whatever_the_case_and_the_slash() {
        let bytes = pack(&[("XL\\Workbook.xml", "<a/>")]);
        let limits = Limits::default();
        let mut package = Package::open(&bytes, &limits).unwrap();
        assert!(package.has("xl/workbook.xml"));
        assert_eq!(
            package.text("xl/workbook.xml").unwrap().as_deref(),
            Some("<a/>")
        );
        assert_eq!(package.text("xl/styles.xml").unwrap(), None);
    }

    #[test]
    fn what_unpacks_beyond_the_limit_is_an_error() {
        let bytes = pack(&[
            ("a.xml", &" ".repeat(300_000)),
            ("b.xml", &" ".repeat(300_000)),
        ]);
        let limits = Limits {
            unpacked: 500_000,
            ..Limits::default()
        };
        let mut package = Package::open(&bytes, &limits).unwrap();
        assert!(package.text("a.xml").is_ok());
        assert!(package.text("b.xml").is_err());
        assert!(Package::open(&bytes, &limits).unwrap().check().is_err());
        assert!(
            Package::open(&bytes, &Limits::default())
                .unwrap()
                .check()
                .is_ok()
        );
    }
}
