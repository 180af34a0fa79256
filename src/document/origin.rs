//! Where a part of the text stands in its source: the cell of a sheet, the element of a page. Addresses are written out
//! only when they are asked for: a large table has many more cells than are ever quoted.

use foldhash::fast::RandomState;
use indexmap::IndexSet;

/// The address of a part of the text in its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A cell of a spreadsheet.
    Cell {
        /// Its sheet, where it has a name: the place of that in the sheets of the document.
        sheet: Option<u32>,
        /// Its row, from 0.
        row: u32,
        /// Its column, from 0.
        column: u32,
    },
    /// An element of a web page: its place in the [`Elements`] of the document.
    Element(u32),
}

/// The address of a cell: `Sheet!B7`, or `B7` where sheets have no names.
pub(super) fn cell(sheet: Option<&str>, row: u32, column: u32) -> String {
    let sheet = sheet.map(|name| [name, "!"]).unwrap_or_default();
    // 26⁷ columns are more than can be counted here.
    let mut letters = [b'A'; 7];
    let mut first = letters.len();
    let mut rest = u64::from(column) + 1;
    while rest > 0 && first > 0 {
        rest -= 1;
        first -= 1;
        letters[first] += (rest % 26) as u8;
        rest /= 26;
    }
    let mut address = sheet.concat();
    address.extend(letters[first..].iter().copied().map(char::from));
    address.push_str(&(u64::from(row) + 1).to_string());
    address
}

/// The elements of a web page that parts of the text stand in, and those that hold them.
#[derive(Debug, Clone, Default)]
pub struct Elements {
    elements: Vec<Element>,
    names: IndexSet<String, RandomState>,
}

#[derive(Debug, Clone, Copy)]
struct Element {
    /// The one that holds it, `None` where it is the page itself.
    holder: Option<u32>,
    name: u32,
    ordinal: u32,
    /// How long its path is at most.
    length: usize,
}

/// How long the path of an element may be. Longer ones come only of names and nesting made to be long.
const LONGEST: usize = 4096;

impl Elements {
    /// Adds an element of a name, the `ordinal`th of that name (from 1) in the one that holds it.
    pub fn add(&mut self, holder: Option<u32>, name: &str, ordinal: usize) -> u32 {
        let name = self.name(name);
        let before = holder.and_then(|holder| self.elements.get(holder as usize));
        let length = before.map_or(0, |holder| holder.length);
        self.elements.push(Element {
            holder,
            name,
            ordinal: u32::try_from(ordinal).unwrap_or(u32::MAX),
            length: length + self.names[name as usize].len() + "/[4294967295]".len(),
        });
        index(self.elements.len() - 1)
    }

    fn name(&mut self, name: &str) -> u32 {
        let known = self.names.get_index_of(name);
        index(known.unwrap_or_else(|| self.names.insert_full(name.to_owned()).0))
    }

    /// The path of an element from the body on: `body/div[2]/p[3]`; none where it would be longer than is of use.
    pub fn path(&self, element: u32) -> Option<String> {
        let element = self.elements.get(element as usize)?;
        if element.length > LONGEST {
            return None;
        }
        let holders = std::iter::successors(Some(element), |element| {
            self.elements.get(element.holder? as usize)
        });
        let steps: Vec<&Element> = holders.collect();
        let mut path = String::with_capacity(element.length);
        for step in steps.into_iter().rev() {
            let name = self.names[step.name as usize].as_str();
            if matches!(name, "" | "html") {
                continue;
            }
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(name);
            if name != "body" {
                path.push('[');
                path.push_str(&step.ordinal.to_string());
                path.push(']');
            }
        }
        Some(path)
    }
}

/// There are fewer elements than bytes, of which there are fewer than 2³².
fn index(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_letters_and_numbers() {
        for (expected, row, column) in [
            ("A1", 0, 0),
            ("B7", 6, 1),
            ("Z2", 1, 25),
            ("AA1", 0, 26),
            ("XFD3", 2, 16383),
            ("MWLQKWV4294967296", u32::MAX, u32::MAX),
        ] {
            assert_eq!(cell(None, row, column), expected);
        }
        assert_eq!(cell(Some("公开05表"), 17, 4), "公开05表!E18");
    }

    #[test]
    fn paths_begin_with_the_body_and_count_elements_of_a_name() {
        let mut elements = Elements::default();
        let page = elements.add(None, "", 0);
        let html = elements.add(Some(page), "html", 1);
        let body = elements.add(Some(html), "body", 1);
        let paragraph = elements.add(Some(body), "p", 3);
        assert_eq!(elements.path(paragraph).as_deref(), Some("body/p[3]"));
        assert_eq!(elements.path(page).as_deref(), Some(""));
        let long = elements.add(Some(body), &"x".repeat(LONGEST), 1);
        assert_eq!(elements.path(long), None);
    }
}
