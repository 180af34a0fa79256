//! The little that the XML of office documents needs: attributes by local name, references resolved, nothing external.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::QName;

use crate::source::Error;

/// Reads the events of one part of a package, empty elements as a start and an end, with a bound on their nesting.
pub(super) struct Events<'a> {
    reader: Reader<&'a [u8]>,
    part: &'a str,
    depth: usize,
    deepest: usize,
}

impl<'a> Events<'a> {
    /// The events of a part with this name and content; elements may nest as deep as `deepest`.
    pub fn new(part: &'a str, content: &'a str, deepest: usize) -> Self {
        let mut reader = Reader::from_str(content);
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            part,
            depth: 0,
            deepest,
        }
    }

    /// The next event, `None` at the end.
    ///
    /// # Errors
    ///
    /// When the part is no well-formed XML, or nests too deep.
    pub fn next(&mut self) -> Result<Option<Event<'a>>, Error> {
        let read = self.reader.read_event();
        let is_event = self.check(&read)?;
        Ok(read.ok().filter(|_| is_event))
    }

    /// Lends every event that follows to `take`. An event is large, and a sheet has several for each cell: they are not
    /// moved.
    ///
    /// # Errors
    ///
    /// As [`Events::next`], and those of `take`.
    pub fn each(
        mut self,
        mut take: impl FnMut(&Event<'a>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        loop {
            let read = self.reader.read_event();
            let is_event = self.check(&read)?;
            match &read {
                Ok(event) if is_event => take(event)?,
                _ => return Ok(()),
            }
        }
    }

    /// Whether what was read is an event, and not the end.
    // It stands in the loop over the events, of which there are so many.
    #[inline(always)]
    fn check(&mut self, read: &quick_xml::Result<Event>) -> Result<bool, Error> {
        match read {
            Ok(Event::Eof) if self.depth > 0 => {
                return Err(Error::new(format!("{} is cut off", self.part)));
            }
            Ok(Event::Eof) => return Ok(false),
            Ok(Event::Start(_)) => self.depth += 1,
            Ok(Event::End(_)) => self.depth = self.depth.saturating_sub(1),
            Ok(_) => {}
            Err(error) => return Err(self.damaged(error)),
        }
        match self.depth > self.deepest {
            true => Err(self.too_deep()),
            false => Ok(true),
        }
    }

    fn damaged(&self, error: &quick_xml::Error) -> Error {
        let at = self.reader.error_position();
        let part = self.part;
        Error::new(format!("{part} is damaged at byte {at}: {error}"))
    }

    fn too_deep(&self) -> Error {
        let Self { part, deepest, .. } = self;
        Error::new(format!(
            "{part} nests deeper than {deepest} levels: raise the limit if it is genuine"
        ))
    }
}

/// A name without the prefix of its namespace. Names are short: it takes longer to set up a search than to look.
#[inline]
pub(super) fn local<'n>(name: QName<'n>) -> &'n str {
    let name = name.into_inner();
    let mut start = name.len();
    while start > 0 && name.as_bytes()[start - 1] != b':' {
        start -= 1;
    }
    &name[start..]
}

/// The attributes of an element, each with its value as it is written: the numbers and names that tell of a cell need no
/// more, and there are so many cells that it counts.
#[inline]
pub(super) fn raw_attributes<'e>(
    element: &'e BytesStart,
) -> impl Iterator<Item = (&'e str, &'e str)> {
    let mut rest = element.attributes_raw();
    std::iter::from_fn(move || {
        let (name, value) = cut(rest, b'=')?;
        let value = value.trim_ascii_start();
        let quote = value
            .bytes()
            .next()
            .filter(|byte| matches!(byte, b'"' | b'\''))?;
        let (value, behind) = cut(&value[1..], quote)?;
        rest = behind;
        Some((name.trim_ascii(), value))
    })
}

/// What stands before and behind the first of a sign.
#[inline]
fn cut(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == sign)?;
    Some((&text[..at], &text[at + 1..]))
}

/// The value of an attribute by its local name.
pub(super) fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .and_then(|attribute| {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
            Some(value.into_owned())
        })
}

/// The value of an attribute as a whole number.
pub(super) fn number(element: &BytesStart, name: &str) -> Option<usize> {
    attribute(element, name)?.trim().parse().ok()
}

/// What a reference stands for: a character, or one of the five entities of XML. Entities that a document declares
/// itself are left out.
pub(super) fn resolve(reference: &BytesRef) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(character)) => character.to_string(),
        _ => resolve_predefined_entity(reference)
            .unwrap_or_default()
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(xml: &str) -> Result<String, Error> {
        let mut events = Events::new("part.xml", xml, 8);
        let mut words = String::new();
        while let Some(event) = events.next()? {
            match event {
                Event::Text(text) => words.push_str(&text),
                Event::GeneralRef(reference) => words.push_str(&resolve(&reference)),
                _ => {}
            }
        }
        Ok(words)
    }

    #[test]
    fn references_are_resolved_and_declared_entities_are_not() {
        assert_eq!(words("<a>&#20803;&amp;&#x4e07;</a>").unwrap(), "元&万");
        let declared = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///x\">]><a>1&b;2</a>";
        assert_eq!(words(declared).unwrap(), "12");
    }

    #[test]
    fn what_is_cut_off_or_nests_too_deep_is_an_error() {
        for xml in ["<a><b>", "<a></b>", "<a", &"<a>".repeat(9)] {
            assert!(words(xml).is_err(), "{xml}");
        }
    }
}
