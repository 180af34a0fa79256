//! Page numbers and running heads: lines that belong to the page and not to what it says.

use std::collections::BTreeMap;

use nom::branch::alt;
use nom::bytes::complete::{tag_no_case, take_while_m_n};
use nom::character::complete::{char, digit1, one_of};
use nom::combinator::{all_consuming, opt, recognize, value};
use nom::multi::many0_count;
use nom::sequence::{delimited, preceded};
use nom::{IResult, Parser};

use super::line::{Line, columns};
use crate::document::fold::fold_text;

/// What a line looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// A page number beyond doubt: —10—, 第3页.
    PageNumber,
    /// A number that may be one: 3, 3/12.
    Number(u32),
    Words,
}

/// Running heads are no longer than this many columns.
const HEAD: usize = 60;

/// A title that is repeated on pages has this many characters at least; less may be a piece of a narrow line.
const TITLE: usize = 12;

/// Lines between two page numbers that are numbers only, at least.
const PAGE: usize = 6;

/// Marks the lines that are page numbers or running heads.
pub(super) fn find(lines: &[Line]) -> Vec<bool> {
    let looks: Vec<Look> = lines.iter().map(look).collect();
    let mut furniture: Vec<bool> = looks.iter().map(|look| *look == Look::PageNumber).collect();
    mark_sequences(lines, &looks, &mut furniture);
    mark_heads(lines, &mut furniture);
    furniture
}

fn look(line: &Line) -> Look {
    if line.words.len() > 48 || !line.words.contains(|c: char| c.is_numeric() || c == '页') {
        return Look::Words;
    }
    let folded = fold_text(line.words);
    if is_page_number(&folded) {
        return Look::PageNumber;
    }
    match all_consuming(number).parse(&folded) {
        Ok((_, number)) => Look::Number(number),
        Err(_) => Look::Words,
    }
}

/// Whether the folded words of a line are a page number beyond doubt: —10—, 第3页.
pub(in crate::source) fn is_page_number(folded: &str) -> bool {
    all_consuming(page_number).parse(folded).is_ok()
}

/// `page number = dashes (digits | chinese) dashes | chinese | "Page" digits [ "of" digits ]`
fn page_number(i: &str) -> IResult<&str, ()> {
    let dashes =
        |i| take_while_m_n::<_, &str, _>(1, 6, |c: char| "-—–―─~·•=_|*".contains(c)).parse(i);
    let of = (opt(char(' ')), tag_no_case("of"), opt(char(' ')), digits);
    let english = (tag_no_case("page"), opt(char(' ')), digits, opt(of));
    alt((
        value((), delimited(dashes, alt((chinese, digits)), dashes)),
        value((), chinese),
        value((), english),
    ))
    .parse(i)
}

fn digits(i: &str) -> IResult<&str, &str> {
    take_while_m_n(1, 4, |c: char| c.is_ascii_digit()).parse(i)
}

/// `chinese = "第" number "页" [ mark "共" digits "页" ] | "共" digits "页" [mark] "第" number "页"`
fn chinese(i: &str) -> IResult<&str, &str> {
    let numeral = |i| take_while_m_n(1, 3, |c: char| "一二三四五六七八九十".contains(c)).parse(i);
    let page = |i| recognize((char('第'), alt((digits, numeral)), char('页'))).parse(i);
    let total = |i| recognize((char('共'), digits, char('页'))).parse(i);
    let mark = || opt(one_of("，/、("));
    alt((
        recognize((page, opt((mark(), total, opt(char(')')))))),
        recognize((total, mark(), page)),
    ))
    .parse(i)
}

/// `number = digits [ "/" digits ]`, of at most four digits: the number of the page.
fn number(i: &str) -> IResult<&str, u32> {
    let (i, page) = digit1(i)?;
    let (i, _) = many0_count(preceded(char('/'), digit1)).parse(i)?;
    match page.parse() {
        Ok(page) if page < 10_000 => Ok((i, page)),
        _ => Err(nom::Err::Error(nom::error::Error::new(
            i,
            nom::error::ErrorKind::Verify,
        ))),
    }
}

/// Bare numbers are page numbers where three or more count up by one with a page of lines between them, or where a page
/// begins right after.
fn mark_sequences(lines: &[Line], looks: &[Look], furniture: &mut [bool]) {
    let mut chain: Vec<(usize, u32)> = Vec::new();
    let mut close = |chain: &mut Vec<(usize, u32)>| {
        if chain.len() >= 3 {
            for &(index, _) in chain.iter() {
                furniture[index] = true;
            }
        }
        chain.clear();
    };
    for (index, look) in looks.iter().enumerate() {
        let Look::Number(number) = *look else {
            continue;
        };
        match chain.last() {
            Some(&(last, before)) if number == before + 1 && index - last > PAGE => {}
            // Numbers within a page are not the page's.
            Some(&(last, before)) if number != before + 1 && index - last <= PAGE => continue,
            Some(_) => close(&mut chain),
            None => {}
        }
        chain.push((index, number));
    }
    close(&mut chain);
    for (index, look) in looks.iter().enumerate() {
        let ends_page = lines.get(index + 1).is_some_and(|next| next.opens_page);
        if matches!(look, Look::Number(_)) && (ends_page || lines[index].opens_page) {
            furniture[index] = true;
        }
    }
}

/// A short line that stands on the same side of three page breaks or more, and of half of all, is a running head; so is
/// one that has the words of the title.
fn mark_heads(lines: &[Line], furniture: &mut [bool]) {
    let words = |from: usize, step: isize| {
        let mut index = from;
        while furniture.get(index) == Some(&true) {
            index = index.checked_add_signed(step)?;
        }
        Some(index).filter(|&index| index < lines.len())
    };
    let mut heads: Vec<usize> = Vec::new();
    let mut feet: Vec<usize> = Vec::new();
    for index in 0..lines.len() {
        let ends = furniture[index] && furniture.get(index + 1) != Some(&true);
        let opens = lines[index].opens_page && !furniture[index];
        if ends {
            heads.extend(words(index + 1, 1));
        }
        if opens {
            heads.push(index);
        }
        if ends || opens {
            feet.extend(index.checked_sub(1).and_then(|before| words(before, -1)));
        }
    }
    let mut title: Vec<String> = lines.iter().take(3).map(head_words).collect();
    title.retain(|words| words.chars().count() >= TITLE);
    for mut side in [heads, feet] {
        side.retain(|&index| index >= 3);
        side.dedup();
        let breaks = side.len();
        let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for index in side {
            places
                .entry(head_words(&lines[index]))
                .or_default()
                .push(index);
        }
        for (words, places) in places {
            let often = places.len() >= 3 && places.len() * 2 >= breaks;
            // The title at the head of a page that is not the first.
            let often = often || title.contains(&words);
            if often && !words.is_empty() {
                for index in places {
                    furniture[index] = true;
                }
            }
        }
    }
}

/// The words of a line as a running head, without the number of the page; none where it can be no head.
fn head_words(line: &Line) -> String {
    let all: String = line.words.chars().filter(|c| !c.is_whitespace()).collect();
    let words = all.trim_matches(|c: char| c.is_ascii_digit() || c == '-' || c == '—');
    let is_sentence = line.has_mark() || columns(line.words) > HEAD;
    if is_sentence || words.chars().count() < 4 || line.is_numbered() {
        return String::new();
    }
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::line::{Line, spans};
    use super::*;

    fn marked(text: &str) -> Vec<String> {
        let lines: Vec<Line> = spans(text)
            .into_iter()
            .filter_map(|span| {
                let opens_page = text[..span.start].ends_with('\u{c}');
                Some(Line {
                    opens_page,
                    ..Line::new(text, span)?
                })
            })
            .collect();
        let furniture = find(&lines);
        let hit = lines.iter().zip(furniture).filter(|(_, is)| *is);
        hit.map(|(line, _)| line.words.to_owned()).collect()
    }

    #[test]
    fn page_numbers_in_every_style() {
        for line in [
            "—10—",
            "- 3 -",
            "－３－",
            "— 7 —",
            "第3页",
            "第 3 页 共 9 页",
            "第3页/共9页",
            "第3页，共9页",
            "第三页",
            "~5~",
            "Page 3 of 9",
            "·12·",
            "-- 4 --",
            "共9页 第3页",
        ] {
            assert_eq!(
                marked(&format!("上文\n{line}\n下文")),
                [line.trim()],
                "{line}"
            );
        }
        for line in [
            "3",
            "3/12",
            "—",
            "-3",
            "3.5",
            "第3页的表",
            "—7.5—",
            "20—30",
            "第三批",
            "-3%-",
            "2023",
        ] {
            assert!(marked(&format!("上文\n{line}\n下文")).is_empty(), "{line}");
        }
    }

    #[test]
    fn bare_numbers_count_pages_where_they_count_up() {
        let page = |n: &str| {
            "甲乙丙丁戊己庚辛"
                .chars()
                .map(|c| format!("{}{c}\n", "行".repeat(usize::from(n.as_bytes()[0] - b'0'))))
                .collect::<String>()
        };
        let numbered = |numbers: &[&str]| {
            numbers
                .iter()
                .map(|n| format!("{}{n}\n", page(n)))
                .collect::<String>()
        };
        assert_eq!(marked(&numbered(&["1", "2", "3"])), ["1", "2", "3"]);
        assert_eq!(
            marked(&numbered(&["4/9", "5/9", "6/9"])),
            ["4/9", "5/9", "6/9"]
        );
        assert!(marked(&numbered(&["1", "2"])).is_empty());
        assert!(marked(&numbered(&["12", "7", "9"])).is_empty());
        assert!(marked("车辆\n1\n设备\n2\n房屋\n3\n").is_empty());
        assert_eq!(marked("上文\n1\n\u{c}下文\n"), ["1"]);
    }

    #[test]
    fn running_heads_stand_beside_page_breaks() {
        let page =
            |n: u32| format!("云溪县水务局2023年度部门决算\n支出增加，\n主要用于维修。\n—{n}—\n");
        let text: String = (1..5).map(page).collect();
        let heads = marked(&text)
            .into_iter()
            .filter(|line| line.starts_with('云'))
            .count();
        assert_eq!(heads, 3, "the first is the title");
        let page = |n: u32| format!("完成预算，其中支出\n{n}.50万元，完成年初预算\n—{n}—\n");
        let text: String = (1..5).map(page).collect();
        assert_eq!(marked(&text).len(), 4, "only the numbers of the pages");
        let plain = "合计\n一行\n".repeat(5);
        assert!(marked(&plain).is_empty());
    }
}
