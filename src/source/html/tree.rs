//! The elements of a page in document order, with what is counted in each.

use std::collections::HashMap;

use crate::document::{Elements, Origin};
use crate::source::html::page::{Element, Node, Page};

/// The nodes of a page in document order.
pub(super) struct Tree<'a> {
    /// The nodes.
    pub nodes: Vec<Item<'a>>,
}

/// A node, and what is counted in it.
pub(super) struct Item<'a> {
    /// The node itself.
    pub node: &'a Node,
    /// The index of its parent; that of the document is 0, as is its own.
    pub parent: usize,
    /// The index after the last node within it.
    pub end: usize,
    /// Which of the elements of its name it is within its parent, from 1.
    pub ordinal: usize,
    /// Whether it is an element of which nothing is shown as text, by its name.
    pub silent: bool,
    /// Characters of text in it that are neither space nor link.
    pub characters: usize,
    /// Characters of links in it.
    pub linked: usize,
    /// How many links it holds.
    pub links: usize,
    /// Numbers in it with a fraction, a separator, a unit or a percent sign, outside of links.
    pub numbers: usize,
    /// Whether it holds a heading with words of its own.
    pub heading: bool,
}

impl<'a> Tree<'a> {
    /// The nodes of a page, and what each holds.
    pub fn new(page: &'a Page) -> Self {
        let mut nodes: Vec<Item> = Vec::with_capacity(page.len());
        let mut ordinals = Ordinals::default();
        let mut open: Vec<Open> = Vec::new();
        let mut next = Some(page.root());
        while let Some(node) = next {
            let index = nodes.len();
            let mut item = Item::new(node);
            let mut inside = open
                .last()
                .map_or(Inside::default(), |holder| holder.inside);
            if let Some(holder) = open.last_mut() {
                item.parent = holder.index;
                if let Some(element) = item.node.as_element() {
                    item.ordinal = ordinals.next(holder, element.name());
                }
            }
            if let Some(element) = item.node.as_element() {
                item.silent = is_silent(element.name());
                inside.silent |= item.silent;
                let link = is_link(element);
                item.links = usize::from(link);
                inside.linked |= link;
            } else if let Some(text) = item.node.as_text() {
                item.count(text, inside);
            }
            nodes.push(item);
            if let Some(child) = page.first_in(node) {
                open.push(Open::new(index, inside));
                next = Some(child);
                continue;
            }
            nodes[index].end = index + 1;
            let mut at = node;
            next = loop {
                if let Some(sibling) = page.after(at) {
                    break Some(sibling);
                }
                let (Some(parent), Some(closed)) = (page.parent(at), open.pop()) else {
                    break None;
                };
                nodes[closed.index].end = nodes.len();
                at = parent;
            };
        }
        let mut tree = Self { nodes };
        tree.sum();
        tree
    }

    /// An element, `None` where the node is none.
    pub fn element(&self, index: usize) -> Option<&'a Element> {
        self.nodes.get(index)?.node.as_element()
    }

    /// Gives the addresses of elements.
    pub fn addresses(&self) -> Addresses<'_, 'a> {
        let mut elements = Elements::default();
        let mut known = vec![None; self.nodes.len()];
        if let Some(page) = known.first_mut() {
            *page = Some(elements.add(None, "", 0));
        }
        Addresses {
            tree: self,
            known,
            elements,
        }
    }

    /// Adds up what the nodes hold, from the last to the first: parents come before what is in them.
    fn sum(&mut self) {
        for index in (1..self.nodes.len()).rev() {
            let item = &mut self.nodes[index];
            if let Some(element) = item.node.as_element() {
                let own = matches!(element.name(), "h1" | "h2" | "h3");
                item.heading |= own && item.characters >= 4;
            }
            let Item {
                parent,
                characters,
                linked,
                links,
                numbers,
                heading,
                ..
            } = *item;
            let holder = &mut self.nodes[parent];
            holder.characters += characters;
            holder.linked += linked;
            holder.links += links;
            holder.numbers += numbers;
            holder.heading |= heading;
        }
    }
}

/// An element whose end has not come.
struct Open<'a> {
    index: usize,
    inside: Inside,
    /// The name of the last element in it, and how many of that name there were: the next is mostly of the same name.
    last: &'a str,
    count: usize,
    /// Whether there were others.
    mixed: bool,
}

/// What holds a node.
#[derive(Debug, Clone, Copy, Default)]
struct Inside {
    /// Whether a link does.
    linked: bool,
    /// Whether an element does of which nothing is shown.
    silent: bool,
}

impl Open<'_> {
    fn new(index: usize, inside: Inside) -> Self {
        Self {
            index,
            inside,
            last: "",
            count: 0,
            mixed: false,
        }
    }
}

/// Gives the addresses of elements, and keeps what they stand for.
pub(super) struct Addresses<'t, 'a> {
    tree: &'t Tree<'a>,
    /// For every node, the element that it is among those that are kept.
    known: Vec<Option<u32>>,
    /// The elements that have been asked for, and those that hold them.
    pub elements: Elements,
}

impl Addresses<'_, '_> {
    /// The address of an element.
    pub fn of(&mut self, index: usize) -> Option<Origin> {
        let mut unknown = Vec::new();
        let mut at = index;
        let mut holder = loop {
            if let Some(known) = *self.known.get(at)? {
                break known;
            }
            unknown.push(at);
            at = self.tree.nodes[at].parent;
        };
        for at in unknown.into_iter().rev() {
            let item = &self.tree.nodes[at];
            if let Some(element) = item.node.as_element() {
                let name = element.name();
                holder = self.elements.add(Some(holder), name, item.ordinal);
            }
            self.known[at] = Some(holder);
        }
        Some(Origin::Element(holder))
    }
}

/// Counts the elements of each name within each parent, as far as parents have elements of several names.
#[derive(Default)]
struct Ordinals<'a> {
    counts: HashMap<(usize, &'a str), usize>,
}

impl<'a> Ordinals<'a> {
    /// Which of the elements of its name the next one in a parent is.
    fn next(&mut self, parent: &mut Open<'a>, name: &'a str) -> usize {
        if parent.last != name {
            parent.mixed |= parent.count > 0;
            let mut before = 0;
            if parent.mixed {
                self.counts
                    .insert((parent.index, parent.last), parent.count);
                before = self.counts.get(&(parent.index, name)).copied().unwrap_or(0);
            }
            parent.last = name;
            parent.count = before;
        }
        parent.count += 1;
        parent.count
    }
}

impl<'a> Item<'a> {
    fn new(node: &'a Node) -> Self {
        Self {
            node,
            parent: 0,
            end: 0,
            ordinal: 0,
            silent: false,
            characters: 0,
            linked: 0,
            links: 0,
            numbers: 0,
            heading: false,
        }
    }

    /// Counts what a text says.
    fn count(&mut self, text: &str, inside: Inside) {
        if inside.silent {
            return;
        }
        let characters = text.chars().filter(|c| !c.is_whitespace()).count();
        if inside.linked {
            self.linked = characters;
        } else {
            self.characters = characters;
            self.numbers = numbers(text);
        }
    }
}

/// Whether an element leads elsewhere; an anchor within the page does not.
fn is_link(element: &Element) -> bool {
    element.name() == "a"
        && element
            .attr("href")
            .is_some_and(|href| !href.starts_with('#'))
}

/// Whether nothing in an element of this name is shown as text.
fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "head"
            | "title"
            | "select"
            | "option"
            | "button"
            | "textarea"
            | "iframe"
            | "object"
            | "embed"
            | "applet"
            | "svg"
            | "math"
            | "canvas"
            | "audio"
            | "video"
            | "datalist"
    )
}

/// How many numbers of a text have a fraction, a separator, a unit of money or a percent sign.
pub(super) fn numbers(text: &str) -> usize {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return 0;
    }
    let mut count = 0;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if !c.is_ascii_digit() {
            continue;
        }
        let mut precise = false;
        while let Some(next) = rest.next_if(|c| c.is_ascii_digit() || ",.，．".contains(*c)) {
            precise |= !next.is_ascii_digit() && rest.peek().is_some_and(char::is_ascii_digit);
        }
        let unit = rest.peek().is_some_and(|c| "元万亿%％".contains(*c));
        count += usize::from(precise || unit);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Limits;

    #[test]
    fn nodes_know_their_place_and_what_they_hold() {
        let html = "<div></div><div><h1>决算公开</h1><p>支出3.5万元<a href=x>下载</a></p><p>2023年</p></div>";
        let page = Page::parse(html, &Limits::default()).unwrap();
        let tree = Tree::new(&page);
        let paragraphs: Vec<usize> = (0..tree.nodes.len())
            .filter(|&index| tree.element(index).is_some_and(|e| e.name() == "p"))
            .collect();
        let mut addresses = tree.addresses();
        let Some(Origin::Element(paragraph)) = addresses.of(paragraphs[1]) else {
            panic!("no element");
        };
        let path = addresses.elements.path(paragraph);
        assert_eq!(path.as_deref(), Some("body/div[2]/p[2]"));
        let first = &tree.nodes[paragraphs[0]];
        assert_eq!(
            (first.characters, first.linked, first.links, first.numbers),
            (7, 2, 1, 1)
        );
        assert!(tree.nodes[first.parent].heading && !first.heading);
        assert_eq!(tree.nodes[0].end, tree.nodes.len());
    }

    #[test]
    fn numbers_are_those_with_a_fraction_a_separator_or_a_unit() {
        for (expected, text) in [
            (2, "3.5万元、12%"),
            (1, "1,200"),
            (0, "2023年，第3条。"),
            (1, "5元"),
            (0, ""),
        ] {
            assert_eq!(numbers(text), expected, "{text}");
        }
    }
}
