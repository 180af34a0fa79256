//! The elements of a page in document order, with what is counted in each.
//!
//! Parsing is kept linear whatever the page is: two things could make it quadratic, elements that nest without end and tags
//! with attributes without end, and both are errors.

use std::collections::HashMap;

use html5ever::driver::{ParseOpts, Parser, parse_document};
use html5ever::tendril::{StrTendril, TendrilSink};
use scraper::node::Element;
use scraper::{Html, HtmlTreeSink, Node};

use crate::document::Origin;
use crate::source::{Error, Limits};

/// How much of a page is parsed before its depth is looked at again.
const CHUNK: usize = 4096;
/// How many attributes a tag may have.
const ATTRIBUTES: usize = 1024;
/// How many bytes all paths together may have.
const PATHS: usize = 256 << 20;

/// Parses a page as a browser does.
///
/// # Errors
///
/// When its elements nest too deep, or a tag has too many attributes.
pub(super) fn parse(text: &str, limits: &Limits) -> Result<Html, Error> {
    check_attributes(text)?;
    let sink = HtmlTreeSink::new(Html::new_document());
    let mut parser = parse_document(sink, ParseOpts::default());
    let mut rest = text;
    while !rest.is_empty() {
        let mut end = rest.len().min(CHUNK);
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        parser.process(StrTendril::from_slice(&rest[..end]));
        rest = &rest[end..];
        check_depth(&parser, limits)?;
    }
    Ok(parser.finish())
}

/// Looks how deep the newest node lies: the next ones are put below the same open elements.
fn check_depth(parser: &Parser<HtmlTreeSink>, limits: &Limits) -> Result<(), Error> {
    let html = parser.tokenizer.sink.sink.0.borrow();
    let newest = html.tree.nodes().next_back();
    let depth = newest.map_or(0, |node| node.ancestors().take(limits.depth + 1).count());
    if depth > limits.depth {
        return Err(Error::new(format!(
            "the elements of the page nest deeper than {} levels: raise the limit if it is genuine",
            limits.depth
        )));
    }
    Ok(())
}

fn check_attributes(text: &str) -> Result<(), Error> {
    let mut tag = None;
    let mut quote = None;
    let mut before = b'>';
    for byte in text.bytes() {
        match (tag, quote) {
            (None, _) if before == b'<' && byte.is_ascii_alphabetic() => tag = Some(0),
            (None, _) => {}
            (Some(_), Some(open)) => quote = (byte != open).then_some(open),
            (Some(_), None) if byte == b'>' => tag = None,
            (Some(_), None) if before == b'=' && matches!(byte, b'"' | b'\'') => quote = Some(byte),
            (Some(count), None) => {
                let begins = matches!(
                    before,
                    b' ' | b'\t' | b'\n' | b'\r' | b'/' | b'"' | b'\'' | b'\x0c'
                );
                let count = count + usize::from(begins && !byte.is_ascii_whitespace());
                if count > ATTRIBUTES {
                    return Err(Error::new(format!(
                        "a tag of the page has more than {ATTRIBUTES} attributes"
                    )));
                }
                tag = Some(count);
            }
        }
        before = byte;
    }
    Ok(())
}

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
    pub fn new(page: &'a Html) -> Self {
        let mut nodes: Vec<Item> = Vec::with_capacity(page.tree.values().len());
        let mut ordinals = Ordinals::default();
        let mut open: Vec<usize> = Vec::new();
        let mut next = Some(page.tree.root());
        while let Some(node) = next {
            let index = nodes.len();
            let parent = open.last().copied().unwrap_or(0);
            let element = node.value().as_element();
            let ordinal = element.map_or(0, |element| ordinals.next(parent, element.name()));
            nodes.push(Item::new(node.value(), parent, ordinal));
            if let Some(child) = node.first_child() {
                open.push(index);
                next = Some(child);
                continue;
            }
            nodes[index].end = index + 1;
            let mut at = node;
            next = loop {
                if let Some(sibling) = at.next_sibling() {
                    break Some(sibling);
                }
                let (Some(parent), Some(closed)) = (at.parent(), open.pop()) else {
                    break None;
                };
                nodes[closed].end = nodes.len();
                at = parent;
            };
        }
        let mut tree = Self { nodes };
        tree.count();
        tree
    }

    /// An element, `None` where the node is none.
    pub fn element(&self, index: usize) -> Option<&'a Element> {
        self.nodes.get(index)?.node.as_element()
    }

    /// Adds the path of an element from the body on: `body/div[2]/p[3]`.
    fn write_path(&self, index: usize, path: &mut String) {
        let mut steps = Vec::new();
        let mut at = index;
        while let Some(item) = self.nodes.get(at).filter(|_| at != 0) {
            if let Some(element) = item.node.as_element() {
                steps.push((element.name(), item.ordinal));
            }
            at = item.parent;
        }
        let shown = steps.into_iter().rev().filter(|(name, _)| *name != "html");
        for (depth, (name, ordinal)) in shown.enumerate() {
            if depth > 0 {
                path.push('/');
            }
            path.push_str(name);
            if name != "body" {
                path.push('[');
                path.push_str(&ordinal.to_string());
                path.push(']');
            }
        }
    }

    /// Gives the paths of elements, as origins.
    pub fn paths(&self) -> Paths<'_, 'a> {
        Paths {
            tree: self,
            left: PATHS,
            holder: 0,
            prefix: String::new(),
        }
    }

    /// Adds up what the nodes hold, from the last to the first: parents come before what is in them.
    fn count(&mut self) {
        let linked = self.within(is_link);
        let silent = self.within(|element| is_silent(element.name()));
        for index in (1..self.nodes.len()).rev() {
            if let Some(text) = self.nodes[index].node.as_text()
                && !silent[index]
            {
                let characters = text.chars().filter(|c| !c.is_whitespace()).count();
                let item = &mut self.nodes[index];
                if linked[index] {
                    item.linked = characters;
                } else {
                    item.characters = characters;
                    item.numbers = numbers(text);
                }
            }
            if let Some(element) = self.nodes[index].node.as_element() {
                let own = matches!(element.name(), "h1" | "h2" | "h3");
                let item = &mut self.nodes[index];
                item.links += usize::from(is_link(element));
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
            } = self.nodes[index];
            let holder = &mut self.nodes[parent];
            holder.characters += characters;
            holder.linked += linked;
            holder.links += links;
            holder.numbers += numbers;
            holder.heading |= heading;
        }
    }

    /// For every node, whether an element that answers to `is` holds it.
    fn within(&self, is: impl Fn(&Element) -> bool) -> Vec<bool> {
        let mut within = vec![false; self.nodes.len()];
        for index in 1..self.nodes.len() {
            let parent = self.nodes[index].parent;
            within[index] = within[parent] || self.element(parent).is_some_and(&is);
        }
        within
    }
}

/// Gives the paths of elements, as long as they do not outgrow the page: a path is as long as its element lies deep.
pub(super) struct Paths<'t, 'a> {
    tree: &'t Tree<'a>,
    left: usize,
    /// The parent of the last element, and its path: the next is often its sibling.
    holder: usize,
    prefix: String,
}

impl Paths<'_, '_> {
    /// The path of an element as an origin.
    pub fn next(&mut self, index: usize) -> Option<Origin> {
        if self.left == 0 {
            return None;
        }
        let path = self.path(index);
        self.left = self.left.saturating_sub(path.len());
        Some(Origin {
            path: Some(path),
            ..Origin::default()
        })
    }
}

impl Paths<'_, '_> {
    fn path(&mut self, index: usize) -> String {
        let mut path = String::new();
        let Some(item) = self.tree.nodes.get(index) else {
            return path;
        };
        if self.holder != item.parent {
            self.holder = item.parent;
            self.prefix.clear();
            self.tree.write_path(self.holder, &mut self.prefix);
        }
        let element = item.node.as_element();
        let step = element.filter(|_| !self.prefix.is_empty());
        let Some(element) = step else {
            self.tree.write_path(index, &mut path);
            return path;
        };
        let ordinal = item.ordinal.to_string();
        path.reserve_exact(self.prefix.len() + element.name().len() + ordinal.len() + 3);
        path.extend([
            self.prefix.as_str(),
            "/",
            element.name(),
            "[",
            &ordinal,
            "]",
        ]);
        path
    }
}

/// Counts the elements of each name within each parent.
#[derive(Default)]
struct Ordinals<'a> {
    counts: HashMap<(usize, &'a str), usize>,
    /// The last element of a parent that is still open: the next is often of the same name.
    last: Option<((usize, &'a str), usize)>,
}

impl<'a> Ordinals<'a> {
    /// Which of the elements of its name the next one is.
    fn next(&mut self, parent: usize, name: &'a str) -> usize {
        let key = (parent, name);
        if let Some((last, count)) = &mut self.last
            && *last == key
        {
            *count += 1;
            return *count;
        }
        if let Some((last, count)) = self.last.take() {
            self.counts.insert(last, count);
        }
        let count = self.counts.get(&key).copied().unwrap_or(0) + 1;
        self.last = Some((key, count));
        count
    }
}

impl<'a> Item<'a> {
    fn new(node: &'a Node, parent: usize, ordinal: usize) -> Self {
        Self {
            node,
            parent,
            end: 0,
            ordinal,
            characters: 0,
            linked: 0,
            links: 0,
            numbers: 0,
            heading: false,
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
pub(super) fn is_silent(name: &str) -> bool {
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

    #[test]
    fn nodes_know_their_place_and_what_they_hold() {
        let page = parse("<div></div><div><h1>决算公开</h1><p>支出3.5万元<a href=x>下载</a></p><p>2023年</p></div>", &Limits::default()).unwrap();
        let tree = Tree::new(&page);
        let paragraphs: Vec<usize> = (0..tree.nodes.len())
            .filter(|&index| tree.element(index).is_some_and(|e| e.name() == "p"))
            .collect();
        let origin = tree.paths().next(paragraphs[1]).unwrap();
        assert_eq!(origin.path.as_deref(), Some("body/div[2]/p[2]"));
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

    #[test]
    fn nesting_and_attributes_without_end_are_errors() {
        let limits = Limits::default();
        for hostile in [
            "<div>".repeat(20_000),
            "<table><tr><td>".repeat(20_000),
            (0..20_000).map(|n| format!("<p><b id={n}></p>")).collect(),
            format!(
                "<div {}>",
                (0..5000).map(|n| format!("a{n} ")).collect::<String>()
            ),
        ] {
            assert!(parse(&hostile, &limits).is_err(), "{}", &hostile[..20]);
        }
        for broad in ["<p>甲<br>", "<p><b>甲", "<li>甲", "<td>甲"] {
            assert!(parse(&broad.repeat(20_000), &limits).is_ok(), "{broad}");
        }
    }
}
