//! What the attributes of an element say of its look, found in one pass over them: attributes are many, and lie far apart.

use html5ever::Attribute;

/// The look of an element, as far as it matters here.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// Whether it is not shown.
    pub hidden: bool,
    /// Whether its letters are bold.
    pub bold: bool,
    /// Whether its white space is shown as it is written.
    pub preformatted: bool,
    /// How many rows it covers; 0 is all that are left.
    pub rows: usize,
    /// How many columns it covers.
    pub columns: usize,
}

impl Look {
    /// The look of what has no attributes.
    pub const PLAIN: Self = Self {
        hidden: false,
        bold: false,
        preformatted: false,
        rows: 1,
        columns: 1,
    };

    /// The look of an element with these attributes.
    pub fn new(attributes: &[Attribute]) -> Self {
        let mut look = Self::PLAIN;
        for Attribute { name, value } in attributes {
            match &*name.local {
                "hidden" => look.hidden = true,
                "style" => look.style(value),
                "rowspan" => look.rows = span(value),
                "colspan" => look.columns = span(value).max(1),
                _ => {}
            }
        }
        look
    }

    /// Whether an attribute says something of the look.
    pub fn asks_for(attribute: &Attribute) -> bool {
        let name = &*attribute.name.local;
        matches!(name, "hidden" | "style" | "rowspan" | "colspan")
    }

    /// Takes what a style says; of a property that is stated twice the first counts.
    fn style(&mut self, style: &str) {
        self.hidden |= hides(style);
        let (mut weight, mut white_space) = (None, None);
        for (name, value) in style.split(';').filter_map(|pair| pair.split_once(':')) {
            let name = name.trim();
            if name.eq_ignore_ascii_case("font-weight") {
                weight.get_or_insert(value.trim());
            } else if name.eq_ignore_ascii_case("white-space") {
                white_space.get_or_insert(value.trim());
            }
        }
        self.bold = weight.is_some_and(|value| {
            value.starts_with("bold") || value.parse::<u32>().is_ok_and(|weight| weight >= 600)
        });
        self.preformatted = white_space.is_some_and(|value| value.starts_with("pre"));
    }
}

/// The number of rows or columns that a cell covers, 1 where it is none.
fn span(value: &str) -> usize {
    value.trim().parse().unwrap_or(1)
}

/// Whether a style hides its element, whatever the spaces and the case that it is written with.
fn hides(style: &str) -> bool {
    let begins = |rest: &str, declaration: &str| {
        let mut letters = rest.chars().filter(|c| !c.is_whitespace());
        declaration
            .chars()
            .all(|c| letters.next().is_some_and(|l| l.eq_ignore_ascii_case(&c)))
    };
    style.bytes().enumerate().any(|(at, byte)| {
        let declaration = match byte {
            b'd' | b'D' => "display:none",
            b'v' | b'V' => "visibility:hidden",
            b'm' | b'M' => "mso-hide:all",
            _ => return false,
        };
        begins(&style[at..], declaration)
    })
}
