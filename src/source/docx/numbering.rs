//! Automatic numbers of paragraphs, printed as Word shows them (ECMA-376 Part 1, 17.9 and 17.18.59).
//!
//! | format | 1, 2, 12 |
//! |---|---|
//! | `decimal` | 1 2 12 |
//! | `chineseCounting`, `chineseCountingThousand`, `japaneseCounting` | 一 二 十二 |
//! | `chineseLegalSimplified` | 壹 贰 壹拾贰 |
//! | `ideographTraditional` | 甲 乙 12 |
//! | `decimalEnclosedCircle` | ① ② ⑫ |
//! | `upperLetter`, `lowerRoman` … | A B L, i ii xii |

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use crate::source::xml::{Events, attribute, number};
use crate::source::{Error, Limits};

/// How many levels a list has.
const LEVELS: usize = 9;

/// The lists of a document, and how far each has counted.
#[derive(Default)]
pub(super) struct Numbering {
    /// Which definition a list follows, and the numbers at which it begins anew.
    lists: BTreeMap<usize, List>,
    definitions: BTreeMap<usize, Definition>,
}

#[derive(Default)]
struct List {
    definition: usize,
    restarts: BTreeMap<usize, usize>,
}

#[derive(Default)]
struct Definition {
    levels: BTreeMap<usize, Level>,
    counts: [Option<usize>; LEVELS],
}

#[derive(Debug, Clone)]
struct Level {
    start: usize,
    format: String,
    text: String,
    spaced: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 1,
            format: "decimal".to_owned(),
            text: String::new(),
            spaced: false,
        }
    }
}

/// Where in the file the reader is.
#[derive(Default)]
struct Place {
    definition: Option<usize>,
    list: Option<usize>,
    level: usize,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub fn read(content: &str, limits: &Limits) -> Result<Self, Error> {
        let mut numbering = Self::default();
        let mut place = Place::default();
        let mut events = Events::new("numbering.xml", content, limits.depth);
        while let Some(event) = events.next()? {
            if let Event::Start(element) = event {
                numbering.take(&element, &mut place);
            }
        }
        Ok(numbering)
    }

    fn take(&mut self, element: &BytesStart, place: &mut Place) {
        match element.local_name().as_ref() {
            "abstractNum" => {
                place.definition = number(element, "abstractNumId");
                place.list = None;
            }
            "num" => {
                place.definition = None;
                place.list = number(element, "numId");
            }
            "lvl" | "lvlOverride" => place.level = number(element, "ilvl").unwrap_or(0),
            "abstractNumId" => {
                if let (Some(list), Some(definition)) = (place.list, number(element, "val")) {
                    self.lists.entry(list).or_default().definition = definition;
                }
            }
            "startOverride" => {
                if let (Some(list), Some(start)) = (place.list, number(element, "val")) {
                    self.lists
                        .entry(list)
                        .or_default()
                        .restarts
                        .insert(place.level, start);
                }
            }
            name => {
                let Some(definition) = place.definition.filter(|_| place.level < LEVELS) else {
                    return;
                };
                let definition = self.definitions.entry(definition).or_default();
                let level = definition.levels.entry(place.level).or_default();
                let value = attribute(element, "val").unwrap_or_default();
                match name {
                    "start" => level.start = value.parse().unwrap_or(1),
                    "numFmt" => level.format = value,
                    "lvlText" => level.text = value,
                    "suff" => level.spaced = value == "space",
                    _ => {}
                }
            }
        }
    }

    /// Counts a paragraph of a list, and gives the number that stands before it.
    pub fn next(&mut self, list: usize, level: usize) -> Option<String> {
        let list = self.lists.get_mut(&list)?;
        let definition = self.definitions.get_mut(&list.definition)?;
        let here = definition.levels.get(&level)?.clone();
        let count = match (list.restarts.remove(&level), definition.counts.get(level)?) {
            (Some(start), _) => start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => here.start,
        };
        definition.counts[level] = Some(count);
        definition.counts[level + 1..].fill(None);
        let text = definition.print(&here)?;
        let gap = here.spaced || text.ends_with(char::is_alphanumeric);
        Some(if gap { text + " " } else { text })
    }
}

impl Definition {
    /// The text of a level with the counts put in for `%1`, `%2` …; `None` for a bullet.
    fn print(&self, level: &Level) -> Option<String> {
        if matches!(level.format.as_str(), "bullet" | "none") || level.text.is_empty() {
            return None;
        }
        let mut printed = String::new();
        let mut rest = level.text.chars().peekable();
        while let Some(c) = rest.next() {
            let wanted = (c == '%')
                .then(|| rest.peek().and_then(|c| c.to_digit(10)))
                .flatten();
            let Some(wanted) = wanted.and_then(|wanted| (wanted as usize).checked_sub(1)) else {
                printed.push(c);
                continue;
            };
            rest.next();
            let other = self.levels.get(&wanted);
            let start = other.map_or(1, |other| other.start);
            let count = self.counts.get(wanted).copied().flatten().unwrap_or(start);
            printed.push_str(&show(count, other.map_or("decimal", |other| &other.format)));
        }
        Some(printed)
    }
}

/// A count in a format; what is not known is shown in Arabic numerals.
fn show(count: usize, format: &str) -> String {
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanCounting"
            if count < 10_000 =>
        {
            counting(count, "〇一二三四五六七八九", "十百千", true)
        }
        "chineseLegalSimplified" if count < 10_000 => {
            counting(count, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", false)
        }
        "ideographLegalTraditional" if count < 10_000 => {
            counting(count, "零壹貳參肆伍陸柒捌玖", "拾佰仟", false)
        }
        "ideographDigital" | "japaneseDigitalTenThousand" => digits(count, "〇一二三四五六七八九"),
        "decimalFullWidth" | "decimalFullWidth2" => digits(count, "０１２３４５６７８９"),
        "ideographTraditional" => nth(count, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => nth(count, "子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => {
            nth(count, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
        }
        "decimalEnclosedParen" => nth(count, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
        "decimalEnclosedFullstop" => nth(count, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
        "decimalZero" => format!("{count:02}"),
        "upperLetter" => letters(count, 'A'),
        "lowerLetter" => letters(count, 'a'),
        "upperRoman" if count < 4000 => roman(count),
        "lowerRoman" if count < 4000 => roman(count).to_lowercase(),
        _ => count.to_string(),
    }
}

/// A number below ten thousand in Chinese: 12 is 十二 (`short`) or 壹拾贰, 105 is 一百〇五 or 壹佰零伍.
fn counting(count: usize, digits: &str, units: &str, short: bool) -> String {
    let digit = |value: usize| digits.chars().nth(value);
    if count == 0 {
        return digit(0).into_iter().collect();
    }
    let mut text = String::new();
    let mut gap = false;
    for place in (0..4_u32).rev() {
        let value = count / 10_usize.pow(place) % 10;
        if value == 0 {
            gap |= !text.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            text.extend(digit(0));
        }
        let bare = short && place == 1 && value == 1 && text.is_empty();
        if !bare {
            text.extend(digit(value));
        }
        if place > 0 {
            text.extend(units.chars().nth(place as usize - 1));
        }
    }
    text
}

fn digits(count: usize, digits: &str) -> String {
    let values = count.to_string();
    let values = values.bytes().map(|digit| usize::from(digit - b'0'));
    values
        .filter_map(|value| digits.chars().nth(value))
        .collect()
}

fn nth(count: usize, signs: &str) -> String {
    let sign = count
        .checked_sub(1)
        .and_then(|index| signs.chars().nth(index));
    sign.map_or_else(|| count.to_string(), String::from)
}

/// A … Z, AA, BB …: Word repeats the letter.
fn letters(count: usize, first: char) -> String {
    let Some(index) = count.checked_sub(1).filter(|index| *index < 780) else {
        return count.to_string();
    };
    let letter = char::from_u32(first as u32 + (index % 26) as u32).unwrap_or(first);
    std::iter::repeat_n(letter, index / 26 + 1).collect()
}

fn roman(count: usize) -> String {
    let signs = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = count;
    let mut text = String::new();
    for (value, sign) in signs {
        text.push_str(&sign.repeat(rest / value));
        rest %= value;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_shown_in_their_formats() {
        for (format, count, expected) in [
            ("decimal", 12, "12"),
            ("chineseCountingThousand", 1, "一"),
            ("chineseCountingThousand", 10, "十"),
            ("chineseCounting", 12, "十二"),
            ("chineseCounting", 20, "二十"),
            ("chineseCounting", 105, "一百〇五"),
            ("chineseCounting", 110, "一百一十"),
            ("chineseLegalSimplified", 12, "壹拾贰"),
            ("ideographTraditional", 3, "丙"),
            ("ideographTraditional", 11, "11"),
            ("decimalEnclosedCircle", 2, "②"),
            ("decimalFullWidth", 12, "１２"),
            ("upperLetter", 27, "AA"),
            ("lowerRoman", 14, "xiv"),
            ("unheardOf", 3, "3"),
        ] {
            assert_eq!(show(count, format), expected, "{format} {count}");
        }
    }

    #[test]
    fn lists_count_level_by_level_and_begin_anew() {
        let xml = "<numbering><abstractNum abstractNumId=\"7\"><lvl ilvl=\"0\"><start val=\"1\"/><numFmt val=\"chineseCounting\"/>\
            <lvlText val=\"%1、\"/></lvl><lvl ilvl=\"1\"><start val=\"1\"/><numFmt val=\"decimal\"/><lvlText val=\"%1.%2\"/></lvl>\
            </abstractNum><abstractNum abstractNumId=\"8\"><lvl ilvl=\"0\"><numFmt val=\"bullet\"/><lvlText val=\"l\"/></lvl></abstractNum>\
            <num numId=\"1\"><abstractNumId val=\"7\"/></num><num numId=\"2\"><abstractNumId val=\"7\"/><lvlOverride ilvl=\"0\">\
            <startOverride val=\"1\"/></lvlOverride></num><num numId=\"3\"><abstractNumId val=\"8\"/></num></numbering>";
        let mut numbering = Numbering::read(xml, &Limits::default()).unwrap();
        let numbers = [
            (1, 0),
            (1, 1),
            (1, 1),
            (1, 0),
            (1, 1),
            (2, 0),
            (2, 0),
            (3, 0),
            (9, 0),
            (1, 8),
            (1, 99),
        ]
        .map(|(list, level)| numbering.next(list, level).unwrap_or_default());
        assert_eq!(
            numbers,
            [
                "一、", "一.1 ", "一.2 ", "二、", "二.1 ", "一、", "二、", "", "", "", ""
            ]
        );
    }
}
