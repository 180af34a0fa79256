//! Paragraph styles: which of them are headings, and which number their paragraphs.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use crate::source::xml::{Events, attribute, number};
use crate::source::{Error, Limits};

/// How many styles a style may be based on, one on the other.
const GENERATIONS: usize = 16;

/// The paragraph styles of a document by their ids.
#[derive(Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
}

/// What a style says of its paragraphs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// The level of the heading, from 1.
    pub heading: Option<u8>,
    /// The list that numbers them.
    pub list: Option<usize>,
    /// The level of the list, from 0.
    pub level: Option<usize>,
    based_on: Option<String>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(content: &str, limits: &Limits) -> Result<Self, Error> {
        let mut styles = Self::default();
        let mut open: Option<(String, Style)> = None;
        let mut events = Events::new("styles.xml", content, limits.depth);
        while let Some(event) = events.next()? {
            match event {
                Event::Start(element) if element.local_name().as_ref() == "style" => {
                    open = attribute(&element, "styleId").map(|id| (id, Style::default()));
                }
                Event::Start(element) => {
                    let Some((_, style)) = &mut open else {
                        continue;
                    };
                    match element.local_name().as_ref() {
                        "name" => {
                            let name = attribute(&element, "val").unwrap_or_default();
                            style.heading = style.heading.or_else(|| heading(&name));
                        }
                        "basedOn" => style.based_on = attribute(&element, "val"),
                        "outlineLvl" => style.heading = number(&element, "val").and_then(outline),
                        "numId" => style.list = number(&element, "val"),
                        "ilvl" => style.level = number(&element, "val"),
                        _ => {}
                    }
                }
                Event::End(element) if element.local_name().as_ref() == "style" => {
                    styles.styles.extend(open.take());
                }
                _ => {}
            }
        }
        Ok(styles)
    }

    /// What a style says, with what it inherits.
    pub fn get(&self, id: &str) -> Style {
        let mut resolved = Style::default();
        let mut next = Some(id);
        for _ in 0..GENERATIONS {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else {
                break;
            };
            resolved.heading = resolved.heading.or(style.heading);
            resolved.list = resolved.list.or(style.list);
            resolved.level = resolved.level.or(style.level);
            next = style.based_on.as_deref();
        }
        resolved
    }
}

/// The level of a heading style by its name: Word keeps the English names of its own styles in every edition.
fn heading(name: &str) -> Option<u8> {
    let level = name.to_lowercase();
    let level = level
        .strip_prefix("heading")
        .or_else(|| level.strip_prefix("标题"))?;
    level
        .trim()
        .parse()
        .ok()
        .filter(|level| (1..=9).contains(level))
}

/// The level of a heading by its outline level, from 0; 9 is body text.
pub(super) fn outline(level: usize) -> Option<u8> {
    u8::try_from(level + 1).ok().filter(|level| *level <= 9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_inherit() {
        let xml = "<styles><style styleId=\"1\"><name val=\"heading 2\"/><pPr><numPr><numId val=\"4\"/></numPr></pPr></style>\
            <style styleId=\"2\"><name val=\"甲\"/><basedOn val=\"1\"/></style>\
            <style styleId=\"3\"><name val=\"乙\"/><basedOn val=\"3\"/><pPr><outlineLvl val=\"0\"/></pPr></style></styles>";
        let styles = Styles::read(xml, &Limits::default()).unwrap();
        assert_eq!(
            (styles.get("2").heading, styles.get("2").list),
            (Some(2), Some(4))
        );
        assert_eq!(styles.get("3").heading, Some(1));
        assert_eq!(styles.get("4"), Style::default());
    }
}
