//! A page parsed as a browser does. Of its nodes only that is kept which is asked for later: names, texts, the look of
//! elements and a few of their attributes. A page of statements has more attributes than words, and all say how a cell
//! looks.
//!
//! Parsing is kept linear whatever the page is: two things could make it quadratic, elements that nest without end and tags
//! with attributes without end, and both are errors.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};
use std::num::NonZeroU32;
use std::ops::{Index, IndexMut};

use html5ever::driver::{ParseOpts, Parser, parse_document};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, QualName};

use crate::source::html::look::Look;
use crate::source::{Error, Limits};

/// How much of a page is parsed before its depth is looked at again.
const CHUNK: usize = 4096;
/// How many attributes a tag may have.
const ATTRIBUTES: usize = 1024;

/// A page as a tree of nodes.
#[derive(Debug)]
pub(super) struct Page {
    nodes: Vec<Node>,
}

/// The place of a node among all, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Id(NonZeroU32);

/// A node, and those next to it.
#[derive(Debug)]
pub(super) struct Node {
    parent: Option<Id>,
    previous: Option<Id>,
    next: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
    content: Content,
}

/// What a node is.
#[derive(Debug)]
enum Content {
    Element(Element),
    Text(StrTendril),
    /// The page itself, a comment, what a template holds.
    Other,
}

/// An element.
#[derive(Debug)]
pub(super) struct Element {
    name: QualName,
    attributes: Box<[Attribute]>,
    /// What its attributes say of its look.
    pub look: Look,
}

impl Page {
    /// Parses a page.
    ///
    /// # Errors
    ///
    /// When its elements nest too deep, or a tag has too many attributes.
    pub fn parse(text: &str, limits: &Limits) -> Result<Self, Error> {
        check_attributes(text)?;
        let mut parser = parse_document(Sink::default(), ParseOpts::default());
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

    /// How many nodes it has, those included that are not within it.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The node of the page itself.
    pub fn root(&self) -> &Node {
        &self[Id::new(0)]
    }

    /// The first node in another.
    pub fn first_in(&self, node: &Node) -> Option<&Node> {
        Some(&self[node.first?])
    }

    /// The node after another in the same parent.
    pub fn after(&self, node: &Node) -> Option<&Node> {
        Some(&self[node.next?])
    }

    /// The parent of a node.
    pub fn parent(&self, node: &Node) -> Option<&Node> {
        Some(&self[node.parent?])
    }

    /// A new node, which is nowhere yet.
    fn add(&mut self, content: Content) -> Id {
        self.nodes.push(Node {
            parent: None,
            previous: None,
            next: None,
            first: None,
            last: None,
            content,
        });
        Id::new(self.nodes.len() - 1)
    }

    /// Puts a node or a text into a parent, before one of its nodes or at its end. A text that comes to stand right after
    /// another becomes a part of it.
    fn insert(&mut self, child: NodeOrText<Id>, parent: Id, next: Option<Id>) {
        if let NodeOrText::AppendNode(child) = child {
            self.detach(child);
        }
        let previous = match next {
            Some(next) => self[next].previous,
            None => self[parent].last,
        };
        let child = match child {
            NodeOrText::AppendNode(child) => child,
            NodeOrText::AppendText(text) => {
                if let Some(previous) = previous
                    && let Content::Text(words) = &mut self[previous].content
                {
                    words.push_tendril(&text);
                    return;
                }
                self.add(Content::Text(text))
            }
        };
        self[child].parent = Some(parent);
        self.link(parent, previous, Some(child));
        self.link(parent, Some(child), next);
    }

    /// Takes a node out of its parent.
    fn detach(&mut self, id: Id) {
        let node = &mut self[id];
        let (previous, next) = (node.previous.take(), node.next.take());
        if let Some(parent) = node.parent.take() {
            self.link(parent, previous, next);
        }
    }

    /// Makes two nodes of a parent neighbours; in the place of one that is missing is the beginning or the end.
    fn link(&mut self, parent: Id, previous: Option<Id>, next: Option<Id>) {
        match previous {
            Some(previous) => self[previous].next = next,
            None => self[parent].first = next,
        }
        match next {
            Some(next) => self[next].previous = previous,
            None => self[parent].last = previous,
        }
    }
}

impl Index<Id> for Page {
    type Output = Node;

    fn index(&self, id: Id) -> &Node {
        &self.nodes[id.index()]
    }
}

impl IndexMut<Id> for Page {
    fn index_mut(&mut self, id: Id) -> &mut Node {
        &mut self.nodes[id.index()]
    }
}

impl Id {
    /// There are fewer nodes than bytes, of which there are fewer than 2³².
    fn new(index: usize) -> Self {
        Self(NonZeroU32::MIN.saturating_add(u32::try_from(index).unwrap_or(u32::MAX)))
    }

    fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

impl Node {
    /// The element that it is, if it is one.
    pub fn as_element(&self) -> Option<&Element> {
        match &self.content {
            Content::Element(element) => Some(element),
            _ => None,
        }
    }

    /// The text that it is, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Element {
    fn new(name: QualName, mut attributes: Vec<Attribute>) -> Self {
        let look = Look::new(&attributes);
        // These tags may be repeated, and of what they say of their look the first counts.
        let may_repeat = matches!(&*name.local, "html" | "body");
        attributes
            .retain(|attribute| is_asked_for(attribute) || may_repeat && Look::asks_for(attribute));
        Self {
            name,
            attributes: attributes.into(),
            look,
        }
    }

    /// Takes what a repeated tag says beyond the first.
    fn repeat(&mut self, mut attributes: Vec<Attribute>) {
        attributes.retain(|attribute| {
            let known = self
                .attributes
                .iter()
                .any(|known| known.name == attribute.name);
            !known && (is_asked_for(attribute) || Look::asks_for(attribute))
        });
        if !attributes.is_empty() {
            attributes.extend(std::mem::take(&mut self.attributes));
            self.look = Look::new(&attributes);
            self.attributes = attributes.into();
        }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name.local
    }

    /// The value of an attribute that is asked for.
    pub fn attr(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        let attribute = attributes.find(|attribute| &*attribute.name.local == name)?;
        Some(&attribute.value)
    }

    /// Its id and its classes.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let classes = self.attr("class").unwrap_or_default();
        let classes = classes.split_ascii_whitespace();
        self.attr("id").into_iter().chain(classes)
    }
}

/// Whether an attribute is asked for once the look of its element is known.
fn is_asked_for(attribute: &Attribute) -> bool {
    let asked = matches!(
        &*attribute.name.local,
        "id" | "class" | "role" | "itemprop" | "href" | "name" | "property" | "content"
    );
    asked && attribute.name.ns.is_empty()
}

/// Takes what the parser finds.
struct Sink {
    page: RefCell<Page>,
}

impl Default for Sink {
    fn default() -> Self {
        let mut page = Page { nodes: Vec::new() };
        page.add(Content::Other);
        Self {
            page: RefCell::new(page),
        }
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Page;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Page {
        self.page.into_inner()
    }

    fn get_document(&self) -> Id {
        Id::new(0)
    }

    fn same_node(&self, one: &Id, other: &Id) -> bool {
        one == other
    }

    fn elem_name(&self, id: &Id) -> Ref<'_, QualName> {
        Ref::map(self.page.borrow(), |page| {
            let element = page[*id].as_element();
            &element
                .expect("only elements are asked for their name")
                .name
        })
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> Id {
        let mut page = self.page.borrow_mut();
        let element = page.add(Content::Element(Element::new(name, attributes)));
        if flags.template {
            let content = page.add(Content::Other);
            page.insert(NodeOrText::AppendNode(content), element, None);
        }
        element
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.page.borrow_mut().add(Content::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.page.borrow_mut().add(Content::Other)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.page.borrow_mut().insert(child, *parent, None);
    }

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let mut page = self.page.borrow_mut();
        if let Some(parent) = page[*sibling].parent {
            page.insert(child, parent, Some(*sibling));
        }
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        let parent = self.page.borrow()[*element].parent;
        match parent {
            Some(_) => self.append_before_sibling(element, child),
            None => self.append(previous, child),
        }
    }

    fn remove_from_parent(&self, id: &Id) {
        self.page.borrow_mut().detach(*id);
    }

    fn reparent_children(&self, id: &Id, parent: &Id) {
        let mut page = self.page.borrow_mut();
        while let Some(child) = page[*id].first {
            page.insert(NodeOrText::AppendNode(child), *parent, None);
        }
    }

    fn add_attrs_if_missing(&self, id: &Id, attributes: Vec<Attribute>) {
        if let Content::Element(element) = &mut self.page.borrow_mut()[*id].content {
            element.repeat(attributes);
        }
    }

    fn get_template_contents(&self, id: &Id) -> Id {
        self.page.borrow()[*id].first.unwrap_or(*id)
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn set_quirks_mode(&self, _: QuirksMode) {}
}

/// Looks how deep the newest node lies: the next ones are put below the same open elements.
fn check_depth(parser: &Parser<Sink>, limits: &Limits) -> Result<(), Error> {
    let page = parser.tokenizer.sink.sink.page.borrow();
    let holders = std::iter::successors(page.nodes.last(), |node| page.parent(node));
    if holders.skip(1).take(limits.depth + 1).count() > limits.depth {
        return Err(Error::new(format!(
            "the elements of the page nest deeper than {} levels: raise the limit if it is genuine",
            limits.depth
        )));
    }
    Ok(())
}

fn check_attributes(text: &str) -> Result<(), Error> {
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        rest = &rest[open + 1..];
        if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (count, length) = attributes(rest.as_bytes());
            if count > ATTRIBUTES {
                return Err(Error::new(format!(
                    "a tag of the page has more than {ATTRIBUTES} attributes"
                )));
            }
            rest = &rest[length..];
        }
    }
    Ok(())
}

/// How many attributes a tag has that begins with its name, and the bytes up to its end.
fn attributes(tag: &[u8]) -> (usize, usize) {
    let mut count = 0;
    let mut at = 1;
    while let Some(&byte) = tag.get(at) {
        let before = tag[at - 1];
        match byte {
            b'>' => return (count, at),
            b'"' | b'\'' if before == b'=' => {
                let value = &tag[at + 1..];
                let closed = value.iter().position(|&other| other == byte);
                at += 1 + closed.unwrap_or(value.len());
            }
            _ if byte.is_ascii_whitespace() => {}
            _ => {
                let begins = matches!(before, b'/' | b'"' | b'\'') || before.is_ascii_whitespace();
                count += usize::from(begins);
            }
        }
        at += 1;
    }
    (count, tag.len())
}

#[cfg(test)]
mod tests {
    use scraper::{Html, Node as Other};

    use super::*;

    fn parse(html: &str) -> Page {
        Page::parse(html, &Limits::default()).unwrap()
    }

    /// The nodes within a node in document order, each with its depth.
    fn show(page: &Page, node: &Node, depth: usize, shown: &mut Vec<(usize, String)>) {
        let mut next = page.first_in(node);
        while let Some(child) = next {
            assert!(std::ptr::eq(page.parent(child).unwrap(), node));
            let text = match &child.content {
                Content::Element(element) => element.name().to_owned(),
                Content::Text(text) => format!("{:?}", &**text),
                Content::Other => String::new(),
            };
            shown.push((depth, text));
            show(page, child, depth + 1, shown);
            next = page.after(child);
        }
    }

    /// The same of the tree of `scraper`, without the declaration of the type of the page.
    fn show_other(html: &str) -> Vec<(usize, String)> {
        let page = Html::parse_document(html);
        let nodes = page.tree.root().descendants().skip(1);
        let nodes = nodes.filter(|node| !node.value().is_doctype());
        let show = |node: &Other| match node {
            Other::Element(element) => element.name().to_owned(),
            Other::Text(text) => format!("{:?}", &**text),
            _ => String::new(),
        };
        nodes
            .map(|node| (node.ancestors().count(), show(node.value())))
            .collect()
    }

    #[test]
    fn the_tree_is_that_of_a_browser() {
        for html in [
            "<!DOCTYPE html><title>甲</title><p>乙<!-- 丙 -->丁",
            "<table>甲<tr>乙<td>丙</table>丁<tbody><tr><td>戊",
            "<table><p>甲</p>乙<b>丙<tr><td>丁</b>戊</table>",
            "<p><b>甲<i>乙</b>丙</i>丁<p>戊",
            "<a>甲<div>乙<a>丙</div>丁</a>戊",
            "<b><p>甲</b>乙<p>丙",
            "<template><td>甲</template><svg><title>乙</title><p>丙",
            "<select><option>甲<option>乙</select><frameset>丙",
            "甲</p>乙</body>丙</html>丁<!-- 戊 -->",
            "<table><td><table>甲</table>乙<form><td>丙</form>丁",
        ] {
            let page = parse(html);
            let mut shown = Vec::new();
            show(&page, page.root(), 1, &mut shown);
            assert_eq!(shown, show_other(html), "{html}");
        }
    }

    #[test]
    fn of_what_repeated_tags_say_the_first_counts() {
        let html = "<body class='甲 乙' style='color:red' x=1><body id=丙 class=丁><body style='display:none'>";
        let page = parse(html);
        let mut elements = page.nodes.iter().filter_map(Node::as_element);
        let body = elements.find(|element| element.name() == "body").unwrap();
        assert_eq!(body.names().collect::<Vec<_>>(), ["丙", "甲", "乙"]);
        assert!(!body.look.hidden);
        let page = parse("<body><body style='display:none'>");
        let mut elements = page.nodes.iter().filter_map(Node::as_element);
        assert!(elements.any(|element| element.look.hidden));
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
            assert!(
                Page::parse(&hostile, &limits).is_err(),
                "{}",
                &hostile[..20]
            );
        }
        for broad in ["<p>甲<br>", "<p><b>甲", "<li>甲", "<td>甲"] {
            assert!(
                Page::parse(&broad.repeat(20_000), &limits).is_ok(),
                "{broad}"
            );
        }
    }
}
