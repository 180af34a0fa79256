//! What surrounds the article of a page: navigation, breadcrumbs, share bars, lists of links, footers, hidden elements.

use crate::source::html::page::Element;
use crate::source::html::tree::Tree;
use crate::source::html::words::Words;

/// What part of the numbers of a page its article must hold, in percent, to be taken as the article.
const ARTICLE_NUMBERS: usize = 90;
/// What part of its characters.
const ARTICLE_CHARACTERS: usize = 50;

/// What is left out of a page, and where its article is.
pub(super) struct Marks {
    /// For every node, whether it is left out with all that is in it.
    pub left_out: Vec<bool>,
    /// For every node, whether it stands beside the article.
    pub aside: Vec<bool>,
}

/// Marks the furniture of a page.
pub(super) fn mark(tree: &Tree, words: &Words) -> Marks {
    let page = &tree.nodes[0];
    let mut left_out = vec![false; tree.nodes.len()];
    for (index, item) in tree.nodes.iter().enumerate() {
        let Some(element) = item.node.as_element() else {
            continue;
        };
        let name = element.name();
        left_out[index] = if item.silent || element.look.hidden {
            true
        } else if matches!(name, "html" | "body") {
            false
        } else {
            // A name can err, numbers cannot: what holds some, or a good part of the page, is no furniture.
            let large = item.characters * 4 > page.characters && item.characters > 400;
            let linked = item.links > 0;
            let named = || !item.heading && is_furniture(element, words, linked);
            item.numbers == 0 && !large && (named() || is_list_of_links(tree, index))
        };
    }
    let aside = beside(tree, words, &left_out);
    Marks { left_out, aside }
}

/// Whether the name or the role of an element is one of furniture; `linked` tells whether it holds links.
fn is_furniture(element: &Element, words: &Words, linked: bool) -> bool {
    let name = match element.name() {
        "nav" | "footer" | "aside" | "menu" | "dialog" => true,
        "header" => linked,
        _ => false,
    };
    let role = element.attr("role").is_some_and(|role| {
        matches!(
            role,
            "navigation"
                | "banner"
                | "contentinfo"
                | "search"
                | "menu"
                | "menubar"
                | "toolbar"
                | "complementary"
        )
    });
    name || role
        || has_name(element, |word| {
            words.names.furniture.contains(word) || linked && words.names.heads.contains(word)
        })
}

/// Whether one of the words of which an id or a class of an element is made answers to `is`.
fn has_name(element: &Element, is: impl Fn(&str) -> bool) -> bool {
    element.names().flat_map(split).any(|word| is(&word))
}

/// The words of a name: `mainNav_2` is `main` and `nav`; short prefixes such as `m-` stay words of their own.
fn split(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut lower = false;
    for c in name.chars() {
        if !c.is_alphabetic() || (c.is_uppercase() && lower) {
            words.push(String::new());
        }
        lower = c.is_lowercase();
        if c.is_alphabetic()
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether an element is a list of links, such as a menu or related pages.
fn is_list_of_links(tree: &Tree, index: usize) -> bool {
    let item = &tree.nodes[index];
    let list = tree.element(index).is_some_and(|e| {
        matches!(
            e.name(),
            "ul" | "ol" | "dl" | "div" | "section" | "table" | "tr" | "center"
        )
    });
    list && item.links >= 2 && item.linked >= 2 * item.characters.max(1)
}

/// For every node, whether it stands beside the article: the innermost element with the name of one that holds the numbers
/// of the page. Where no element is named so, nothing does.
fn beside(tree: &Tree, words: &Words, left_out: &[bool]) -> Vec<bool> {
    let (mut numbers, mut characters) = (0, 0);
    let mut skip = 0;
    for (index, item) in tree.nodes.iter().enumerate() {
        if index < skip {
            continue;
        }
        if left_out[index] {
            skip = item.end;
        } else if item.node.as_text().is_some() {
            numbers += item.numbers;
            characters += item.characters;
        }
    }
    let article = tree.nodes.iter().enumerate().rev().find(|(index, item)| {
        !left_out[*index]
            && item.numbers * 100 >= numbers * ARTICLE_NUMBERS
            && item.characters * 100 >= characters * ARTICLE_CHARACTERS
            && tree
                .element(*index)
                .is_some_and(|element| is_article(element, words))
    });
    let Some((start, item)) = article else {
        return vec![false; tree.nodes.len()];
    };
    let mut aside: Vec<bool> = (0..tree.nodes.len())
        .map(|index| index < start || index >= item.end)
        .collect();
    // The title of the article may stand above it.
    for index in 0..start {
        let Some(element) = tree.element(index) else {
            continue;
        };
        let heading = matches!(element.name(), "h1" | "h2")
            || has_name(element, |word| words.names.title.contains(word));
        let item = &tree.nodes[index];
        if heading && item.end <= start && item.characters > 0 && item.characters < 120 {
            aside[index..item.end].fill(false);
        }
    }
    aside
}

fn is_article(element: &Element, words: &Words) -> bool {
    element.name() == "article"
        || element.attr("itemprop") == Some("articleBody")
        || element
            .names()
            .any(|name| words.names.article.contains(&name.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_into_their_words() {
        for (name, expected) in [
            ("mainNav_2", &["main", "nav"][..]),
            ("m-location", &["m", "location"]),
            ("TRS_Editor", &["trs", "editor"]),
            ("footer", &["footer"]),
            ("navigate", &["navigate"]),
        ] {
            assert_eq!(split(name), expected);
        }
    }
}
