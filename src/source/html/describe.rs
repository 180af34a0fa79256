//! What a page says of itself beside the report: its title, who published it and when. The lines and tables that say so are
//! taken out of the text and become properties.

use crate::document::fold::is_ideograph;
use crate::source::html::tree::{Tree, numbers};
use crate::source::html::words::{Label, Words};
use crate::source::layout::{Flat, Line};
use crate::source::writer::Grid;

/// From how many characters on a line is taken for the text of the report, so that no description comes after it.
const PROSE: usize = 60;
/// How long a line of furniture may be.
const FURNITURE: usize = 160;

/// What a page says of itself.
#[derive(Debug, Default)]
pub(super) struct Description {
    title: Option<String>,
    published: Option<String>,
    publisher: Option<String>,
    /// The publisher that the head names, where the page names none.
    source: Option<String>,
    site: Option<String>,
}

impl Description {
    /// As properties of the document.
    pub fn properties(self) -> Vec<(String, String)> {
        let properties = [
            ("title", self.title),
            ("published", self.published),
            ("publisher", self.publisher.or(self.source)),
            ("site", self.site),
        ];
        let stated = properties.into_iter();
        stated
            .filter_map(|(name, value)| Some((name.to_owned(), value?)))
            .collect()
    }

    fn state(&mut self, label: Label, value: &str) {
        match label {
            Label::Published if self.published.is_none() => self.published = day(value),
            Label::Publisher if self.publisher.is_none() && is_name(value) => {
                self.publisher = Some(value.to_owned());
            }
            _ => {}
        }
    }
}

/// What the head of a page says.
pub(super) fn head(tree: &Tree, words: &Words) -> Description {
    let mut entries: Vec<(String, String)> = Vec::new();
    let mut title = None;
    for (index, item) in tree.nodes.iter().enumerate() {
        let Some(element) = item.node.as_element() else {
            continue;
        };
        match element.name() {
            "meta" => {
                let name = element.attr("name").or_else(|| element.attr("property"));
                if let (Some(name), Some(content)) = (name, element.attr("content")) {
                    entries.push((name.to_lowercase(), tidy(content)));
                }
            }
            "title" if title.is_none() => {
                let text = tree.nodes[index + 1..item.end]
                    .iter()
                    .filter_map(|item| item.node.as_text());
                title = Some(tidy(&text.collect::<String>()));
            }
            _ => {}
        }
    }
    let first = |names: &[String]| {
        let mut found = names
            .iter()
            .flat_map(|name| entries.iter().filter(move |(key, _)| key == name));
        found
            .find(|(_, value)| !value.is_empty())
            .map(|(_, value)| value.clone())
    };
    let site = first(&words.meta.site);
    let title = title
        .map(|title| without_site(&title, site.as_deref()))
        .filter(|title| !title.is_empty());
    Description {
        title: first(&words.meta.title).or(title),
        published: first(&words.meta.published).and_then(|value| day(&value)),
        publisher: None,
        source: first(&words.meta.publisher).filter(|name| is_name(name)),
        site,
    }
}

/// The title without the name of the site after it.
fn without_site(title: &str, site: Option<&str>) -> String {
    let site = site.unwrap_or_default();
    let rest = title.strip_suffix(site).filter(|_| !site.is_empty());
    let rest =
        rest.map(|rest| rest.trim_end_matches(|c: char| c.is_whitespace() || "-_|—–".contains(c)));
    rest.filter(|rest| !rest.is_empty())
        .unwrap_or(title)
        .to_owned()
}

/// Takes out the lines and tables that describe the page, and what is left of its furniture.
pub(super) fn body(flats: Vec<Flat>, words: &Words, description: &mut Description) -> Vec<Flat> {
    let mut kept = Vec::with_capacity(flats.len());
    let mut above = true;
    let mut expected = None;
    for flat in flats {
        match flat {
            Flat::Line(line, origin) => {
                let label = expected.take();
                if above
                    && let Some(label) = label
                    && answers(&line.text, label)
                {
                    description.state(label, &line.text);
                    continue;
                }
                if above && let Some(last) = entries(&line.text, words, description) {
                    expected = last;
                    continue;
                }
                if !(is_furniture(&line, words) || above && is_trail(&line.text)) {
                    above &= line.text.chars().count() < PROSE && numbers(&line.text) == 0;
                    kept.push(Flat::Line(line, origin));
                }
            }
            Flat::Table(grid) => {
                if above && describes(&grid, words, description) {
                    continue;
                }
                above = false;
                kept.push(Flat::Table(grid));
            }
        }
    }
    kept
}

/// Reads a line of entries, such as `发布时间：2024-02-06 来源：甲县财政局`; the label at its end whose value is on the next line.
/// `None` where it is no such line.
fn entries(line: &str, words: &Words, description: &mut Description) -> Option<Option<Label>> {
    if line.chars().count() > 2 * FURNITURE || numbers(line) > 0 {
        return None;
    }
    // A day may come first, without a label.
    let labelled = match day(line.split_whitespace().next()?) {
        Some(date) => {
            let labelled = line
                .split_once(char::is_whitespace)
                .map_or("", |(_, rest)| rest.trim());
            if !labelled.is_empty() && words.labels.strip(labelled).is_none() {
                return None;
            }
            description.state(Label::Published, &date);
            labelled
        }
        None => line,
    };
    if labelled.is_empty() {
        return Some(None);
    }
    let (mut label, rest) = words.labels.strip(labelled)?;
    let mut value = String::new();
    for token in rest.split_whitespace() {
        if let Some((next, start)) = words.labels.strip(token) {
            description.state(label, value.trim());
            label = next;
            value = start.to_owned();
        } else {
            value = format!("{value} {token}");
        }
    }
    description.state(label, value.trim());
    Some(value.trim().is_empty().then_some(label))
}

/// Whether a line can be the value of a label on the line before.
fn answers(line: &str, label: Label) -> bool {
    let characters = line.chars().count();
    match label {
        Label::Published => day(line).is_some() && characters < 30,
        Label::Publisher => is_name(line) && !line.contains(['：', ':', '年']),
        Label::Other => characters < 5 || !line.contains(is_ideograph),
    }
}

/// Whether a table holds nothing but entries that describe the page; takes them.
fn describes(grid: &Grid, words: &Words, description: &mut Description) -> bool {
    let label = |text: &str| {
        let end = text.trim_end_matches(['：', ':']);
        words
            .labels
            .strip(&format!("{end}："))
            .map(|(label, _)| label)
    };
    let filled: Vec<&str> = grid.cells.iter().map(|cell| cell.text.trim()).collect();
    if filled.iter().any(|text| numbers(text) > 0) {
        return false;
    }
    let entries = grid.cells.iter().filter(|cell| {
        label(cell.text.trim()).is_some() || words.labels.strip(cell.text.trim()).is_some()
    });
    let count = entries.count();
    let stated = filled.iter().filter(|text| !text.is_empty()).count();
    if count < 2 || count * 3 < stated {
        return false;
    }
    for pair in grid.cells.windows(2) {
        if let (Some(label), true) = (label(pair[0].text.trim()), pair[0].row == pair[1].row) {
            description.state(label, pair[1].text.trim());
        }
    }
    for text in filled {
        if let Some((label, value)) = words.labels.strip(text) {
            description.state(label, value);
        }
    }
    true
}

/// Whether a line is furniture that no element told.
fn is_furniture(line: &Line, words: &Words) -> bool {
    let text = line.text.as_str();
    if text.chars().count() > FURNITURE || numbers(text) > 0 {
        return false;
    }
    let lower = text.to_lowercase();
    let begin = lower.trim_start_matches(|c: char| c.is_whitespace() || "【[".contains(c));
    line.aside
        || words
            .lines
            .begin
            .iter()
            .any(|word| lower.starts_with(word.as_str()) || begin.starts_with(word.as_str()))
        || words
            .lines
            .hold
            .iter()
            .any(|word| text.contains(word.as_str()))
        || is_only(text, words)
}

/// Whether a line is the way to the page: `首页 > 财政信息 > 部门决算`.
fn is_trail(text: &str) -> bool {
    let steps = text
        .split(['>', '»', '›', '＞'])
        .filter(|step| !step.trim().is_empty());
    text.chars().count() < FURNITURE && numbers(text) == 0 && steps.count() > 2
}

/// Whether a line is made of nothing but words of furniture.
fn is_only(text: &str, words: &Words) -> bool {
    let mut rest: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let longest = words.lines.only.iter().map(String::len).max().unwrap_or(0);
    while !rest.is_empty() {
        let ends = rest
            .char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .take_while(|end| *end <= longest);
        let ends: Vec<usize> = ends.collect();
        match ends
            .into_iter()
            .rev()
            .find(|end| words.lines.only.contains(&rest[..*end]))
        {
            Some(end) => rest.drain(..end),
            None => return false,
        };
    }
    true
}

fn is_name(value: &str) -> bool {
    let characters = value.chars().count();
    (3..=40).contains(&characters) && value.contains(is_ideograph)
}

/// The first day of a text, as `YYYY-MM-DD`: `2024-2-6`, `2024年2月6日`, `2024/02/06`, `2024.02.06`.
fn day(text: &str) -> Option<String> {
    let parts = text.split(|c: char| !c.is_ascii_digit());
    let numbers: Vec<u32> = parts
        .filter(|p| !p.is_empty())
        .take(3)
        .map_while(|p| p.parse().ok())
        .collect();
    let &[year, month, day] = numbers.as_slice() else {
        return None;
    };
    let real = (1990..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let shape = text.trim_start().starts_with(|c: char| c.is_ascii_digit());
    (real && shape).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_every_notation() {
        for (text, expected) in [
            ("2024-2-6 16:40", Some("2024-02-06")),
            ("2024年12月6日", Some("2024-12-06")),
            ("2024/02/06", Some("2024-02-06")),
            ("2024.02.06 CST", Some("2024-02-06")),
            ("2024-13-06", None),
            ("第2024-1-1号", None),
            ("318", None),
        ] {
            assert_eq!(day(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_line_of_entries_gives_its_values() {
        let words = Words::embedded();
        for (line, expected) in [
            (
                "发布时间：2024-02-06 16:40 来源：甲县审计局 责任编辑：乙",
                Some((Some("2024-02-06"), Some("甲县审计局"), None)),
            ),
            (
                "2024-02-06 信息来源：甲县审计局",
                Some((Some("2024-02-06"), Some("甲县审计局"), None)),
            ),
            (
                "来源：甲县审计局  浏览次数：318  字体：【大 中 小】",
                Some((None, Some("甲县审计局"), None)),
            ),
            ("发布机构：", Some((None, None, Some(Label::Publisher)))),
            ("资金来源：上级", None),
            ("来源：财政拨款3.5万元", None),
            ("2024年收入情况", None),
        ] {
            let mut description = Description::default();
            let last = entries(line, words, &mut description);
            let read = last.map(|last| {
                (
                    description.published.as_deref(),
                    description.publisher.as_deref(),
                    last,
                )
            });
            assert_eq!(read, expected, "{line}");
        }
    }

    #[test]
    fn lines_of_furniture_are_told_from_lines_of_the_report() {
        let line = |text: &str| Line {
            text: text.into(),
            kind: crate::document::BlockKind::Paragraph,
            place: 0,
            aside: false,
        };
        for (expected, text) in [
            (true, "【打印】 【关闭】"),
            (true, "字体：大 中 小"),
            (true, "当前位置：首页 > 财政信息 > 部门决算"),
            (true, "上一篇：甲县林业局2023年度部门决算"),
            (true, "主办单位：甲县人民政府 甲ICP备12345678号"),
            (false, "大中型水库移民后期扶持基金支出"),
            (false, "中小企业发展专项"),
            (false, "一、部门概况"),
            (false, "主办单位：甲县，支出3.5万元"),
        ] {
            assert_eq!(
                is_furniture(&line(text), Words::embedded()),
                expected,
                "{text}"
            );
        }
    }
}
