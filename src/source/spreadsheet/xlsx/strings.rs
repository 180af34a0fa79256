//! Strings, of the list that the sheets share and of single cells: plain, or parted into runs of one look each.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};
use smol_str::SmolStr;

use crate::source::package::Package;
use crate::source::writer::too_many_cells;
use crate::source::xml::{Events, attribute, number, resolve};
use crate::source::{Error, Limits};

/// The shared strings of a workbook; none where it has no list of them.
pub(super) fn read(
    package: &mut Package,
    folder: &str,
    limits: &Limits,
) -> Result<Vec<SmolStr>, Error> {
    let part = format!("{folder}sharedStrings.xml");
    let content = package.text(&part)?.unwrap_or_default();
    let mut strings = Vec::new();
    let mut string = Words::default();
    Events::new(&part, &content, limits.depth).each(|event| {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "sst" if number(element, "uniqueCount").is_some_and(|n| n > limits.cells) => {
                    return Err(too_many_cells(limits));
                }
                _ => string.open(element),
            },
            Event::End(element) => match element.local_name().as_ref() {
                "si" => strings.push(string.take()),
                name => string.close(name),
            },
            event => string.text(event),
        }
        Ok(())
    })?;
    Ok(strings)
}

/// The words of a string in the making (18.4.8, 18.3.1.53).
#[derive(Default)]
pub(super) struct Words {
    words: String,
    /// Where the open run begins, and whether the white space around it counts.
    run: Option<(usize, bool)>,
    /// Whether a reading aid is open, which is no part of the words.
    phonetic: bool,
}

impl Words {
    /// Takes the start of an element within the string.
    pub fn open(&mut self, element: &BytesStart) {
        match element.local_name().as_ref() {
            "rPh" => self.phonetic = true,
            "t" if !self.phonetic => {
                let preserved = attribute(element, "space").is_some_and(|s| s == "preserve");
                self.run = Some((self.words.len(), preserved));
            }
            _ => {}
        }
    }

    /// Takes what stands in an element.
    pub fn text(&mut self, event: &Event) {
        if self.run.is_some() {
            push(event, &mut self.words);
        }
    }

    /// Takes the end of an element within the string.
    pub fn close(&mut self, name: &str) {
        match name {
            "rPh" => self.phonetic = false,
            "t" => {
                let Some((start, preserved)) = self.run.take() else {
                    return;
                };
                let run = &self.words[start..];
                let kept = match preserved {
                    true => run,
                    false => run.trim_matches([' ', '\t', '\r', '\n']),
                };
                if kept.len() < run.len() || kept.contains(ESCAPE) {
                    let kept = unescaped(kept).into_owned();
                    self.words.truncate(start);
                    self.words.push_str(&kept);
                }
            }
            _ => {}
        }
    }

    /// The words, at the end of the string.
    pub fn take(&mut self) -> SmolStr {
        let words = SmolStr::new(&self.words);
        self.words.clear();
        self.run = None;
        self.phonetic = false;
        words
    }
}

/// Adds what an event says, its line ends as XML reads them and its references resolved.
pub(super) fn push(event: &Event, words: &mut String) {
    match event {
        Event::Text(text) => words.push_str(&text.xml10_content()),
        Event::CData(text) => words.push_str(&text.xml10_content()),
        Event::GeneralRef(reference) => words.push_str(&resolve(reference)),
        _ => {}
    }
}

/// What a character that XML cannot hold begins with: `_x000D_` is a carriage return (22.9.2.19).
const ESCAPE: &str = "_x";

/// A string with such characters put in the place of what stands for them.
pub(super) fn unescaped(string: &str) -> Cow<'_, str> {
    if !string.contains(ESCAPE) {
        return Cow::Borrowed(string);
    }
    let mut units: Vec<u16> = Vec::with_capacity(string.len());
    let mut rest = string;
    while let Some(c) = rest.chars().next() {
        if let Some(unit) = escape(rest) {
            units.push(unit);
            rest = &rest[ESCAPED..];
        } else {
            units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
            rest = &rest[c.len_utf8()..];
        }
    }
    Cow::Owned(String::from_utf16_lossy(&units))
}

/// How long an escape is.
const ESCAPED: usize = "_x000D_".len();

/// The unit of UTF-16 that an escape at the beginning of a string stands for.
fn escape(string: &str) -> Option<u16> {
    let digits = string.strip_prefix(ESCAPE)?.get(..4)?;
    let closed = string.as_bytes().get(ESCAPED - 1) == Some(&b'_');
    let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    (closed && hexadecimal).then(|| u16::from_str_radix(digits, 16).ok())?
}
