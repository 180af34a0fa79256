//! Tables inside plain text, found by their layout, and forms by their headings.
//!
//! | layout | looks like |
//! |---|---|
//! | cell lines | a cell a line led by a tab, a blank line between rows (as word processors export tables) |
//! | separated rows | a row a line, its cells separated by `\|` or by tabs, or three or more of them by one wide space |
//! | closed cells | a cell a line ended by `\|`, a blank line between rows |
//! | forms | aligned columns, other ones in each block of a self-assessment form, told by the words of its headings |
//! | aligned columns | a row a line, its cells in columns kept apart by spaces (as `pdftotext -layout` prints tables) |
//!
//! A line of prose is never a table, and neither is a single line.

mod aligned;
mod form;
mod page;

use std::ops::Range;

use smol_str::SmolStr;

use crate::document::caption::is_title;
use crate::document::table::Places;
use crate::document::{Cell, Span, Table};

/// Finds the tables among the lines of a text (blank ones included): for each the lines that it takes and its grid.
/// `page` marks the lines that belong to the page and not to what it says; none where it is empty.
///
/// ```
/// use gongkai::document::Span;
/// use gongkai::source::text_table::find;
/// let text = "项目 | 金额\n甲 | 1.00";
/// let tables = find(text, &[Span::new(0, 15), Span::new(16, 26)], &[]);
/// assert_eq!(tables[0].0, 0..2);
/// assert_eq!(tables[0].1.text(1, 1), "1.00");
/// ```
pub fn find(text: &str, lines: &[Span], page: &[bool]) -> Vec<(Range<usize>, Table)> {
    let lines = Lines::new(text, lines);
    let mut found = Vec::new();
    let mut taken = vec![false; lines.len()];
    let mut at = 0;
    while at < lines.len() {
        // Most lines have none of the marks that part cells.
        let attempt = match lines.line(at).contains(MARKS) {
            true => cell_lines(&lines, at)
                .or_else(|| separated_rows(&lines, at))
                .or_else(|| closed_cells(&lines, at)),
            false => None,
        };
        let Some(Attempt { range, table }) = attempt else {
            at += 1;
            continue;
        };
        at = range.end.max(at + 1);
        if let Some(table) = table {
            taken[range.clone()].fill(true);
            found.push((range, table));
        }
    }
    for (range, table) in form::find(&lines, &taken) {
        taken[range.clone()].fill(true);
        found.push((range, table));
    }
    found.extend(aligned::find(&lines, &taken, page));
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Whether a text has lines whose words are kept apart by runs of spaces, as only those of aligned columns are.
pub fn has_parted_lines(text: &str, lines: &[Span]) -> bool {
    let words = |span: &Span| text.get(span.start..span.end);
    lines.iter().filter_map(words).any(page::is_parted)
}

/// Lines that have the look of a layout, and the table that they are, if they are one. What is none as a whole is none
/// in part, so that the search goes on behind it.
struct Attempt {
    range: Range<usize>,
    table: Option<Table>,
}

/// The lines of a text with what the layouts ask of them, found once.
struct Lines<'a> {
    text: &'a str,
    spans: Vec<Span>,
    /// Of a line that stands in a row of cell lines without a tab of its own: whether a tab-led line follows before the
    /// row ends, so that the line goes on with a cell.
    inside: Vec<bool>,
    /// Of such a line: whether it and all up to the tab-led one are sentences. A caption above the next table is none, nor
    /// is the text before it then a part of the last cell.
    told: Vec<bool>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str, spans: &[Span]) -> Self {
        let spans: Vec<Span> = spans
            .iter()
            .map(|span| match text.get(span.start..span.end) {
                Some(line) => Span::new(
                    span.start,
                    span.start + line.trim_end_matches(['\r', '\n']).len(),
                ),
                None => Span::new(0, 0),
            })
            .collect();
        let mut lines = Self {
            text,
            inside: vec![false; spans.len()],
            told: vec![false; spans.len()],
            spans,
        };
        for at in (0..lines.spans.len()).rev() {
            if lines.is_blank(at) || lines.is_tabbed(at) {
                continue;
            }
            lines.inside[at] = lines.leads_to_cell(at);
            lines.told[at] = lines.inside[at]
                && lines.is_sentence(at)
                && lines.line_behind(at).is_none_or(|next| lines.told[next]);
        }
        lines
    }

    fn line(&self, at: usize) -> &'a str {
        self.spans.get(at).map_or("", |&span| self.words(span))
    }

    fn len(&self) -> usize {
        self.spans.len()
    }

    fn is_blank(&self, at: usize) -> bool {
        self.line(at)
            .trim_matches(|c| c == ' ' || c == '\r')
            .is_empty()
    }

    /// Whether a page begins with a line.
    fn opens_page(&self, at: usize) -> bool {
        let start = self.spans.get(at).map_or(0, |span| span.start);
        self.text[..start].ends_with('\u{c}')
    }

    /// Whether a line is one cell led by a tab.
    fn is_tabbed(&self, at: usize) -> bool {
        self.line(at)
            .strip_prefix('\t')
            .is_some_and(|rest| !rest.trim_end_matches(['\t', ' ']).contains('\t'))
    }

    /// The line that goes on with the cell that a line stands in, unless the next is tab-led.
    fn line_behind(&self, at: usize) -> Option<usize> {
        let next = (at + 1..self.len()).find(|&line| !self.is_blank(line))?;
        (!self.is_tabbed(next)).then_some(next)
    }

    /// Whether a tab-led line follows an untabbed one before its row ends. Paragraphs of a cell that stand after a blank
    /// line must be sentences, so that a title above the next table is none.
    fn leads_to_cell(&self, at: usize) -> bool {
        let next = at + 1;
        if next >= self.len() {
            return false;
        }
        if !self.is_blank(next) {
            return self.is_tabbed(next) || self.inside[next];
        }
        (next + 1..self.len().min(next + 3))
            .find(|&line| !self.is_blank(line))
            .is_some_and(|line| self.told[line])
    }

    fn is_sentence(&self, at: usize) -> bool {
        self.line(at).contains(['。', '；', '，', ';'])
    }

    /// The span of what a part of a line says, without the white space around it; empty but in place where it says nothing.
    fn trimmed(&self, part: Span) -> Span {
        let words = self.words(part);
        let start = part.start + (words.len() - words.trim_start().len());
        let len = words.trim().len();
        if len == 0 {
            Span::new(part.start, part.start)
        } else {
            Span::new(start, start + len)
        }
    }

    /// The words of a span.
    fn words(&self, span: Span) -> &'a str {
        self.text.get(span.start..span.end).unwrap_or("")
    }

    /// A cell with the words of a span, its line breaks and tabs turned to spaces.
    fn cell(&self, span: Span, row: usize, column: usize) -> Cell {
        Cell {
            text: one_line(self.words(span)),
            span,
            row,
            column,
            rows: 1,
            columns: 1,
            header: false,
        }
    }

    /// A table of rows of spans.
    fn table(&self, range: Range<usize>, rows: &[Vec<Span>]) -> Table {
        let cells = rows
            .iter()
            .enumerate()
            .flat_map(|(row, cells)| {
                cells
                    .iter()
                    .enumerate()
                    .map(move |(column, &span)| self.cell(span, row, column))
            })
            .collect();
        Table::new(self.extent(range), cells)
    }

    /// The bytes of lines, without white space at either end.
    fn extent(&self, range: Range<usize>) -> Span {
        match (
            self.spans.get(range.start),
            self.spans.get(range.end.saturating_sub(1)),
        ) {
            (Some(first), Some(last)) if range.start < range.end => {
                self.trimmed(Span::new(first.start, last.end))
            }
            _ => Span::default(),
        }
    }
}

/// The words of a cell on one line. Most are short, and on one line already.
fn one_line(words: &str) -> SmolStr {
    let breaks = ['\n', '\t', '\r'];
    match words.contains(breaks) {
        true => words.replace(breaks, " ").into(),
        false => words.into(),
    }
}

/// A row as it is read: its cells, and the line after its last.
struct Row {
    end: usize,
    cells: Vec<Span>,
}

/// Reads rows of tab-led lines. A line that is a title by itself stands above a table and is no row of it.
fn cell_lines(lines: &Lines, start: usize) -> Option<Attempt> {
    if !lines.is_tabbed(start) {
        return None;
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut at = start;
    while let Some(row) = cell_row(lines, at) {
        if let [only] = row.cells[..]
            && is_title(lines.words(only))
        {
            break;
        }
        let end = row.end;
        rows.push(row);
        // One or two blank lines stand between rows; more end the table.
        at = (end..lines.len().min(end + 3))
            .find(|&line| !lines.is_blank(line))
            .unwrap_or(end);
        if at == end {
            break;
        }
    }
    Some(finish(lines, start, rows))
}

/// The row of tab-led lines that begins on a line.
fn cell_row(lines: &Lines, start: usize) -> Option<Row> {
    if start >= lines.len() || !lines.is_tabbed(start) {
        return None;
    }
    let mut cells: Vec<Span> = Vec::new();
    let mut at = start;
    while at < lines.len() {
        if lines.is_tabbed(at) {
            cells.push(lines.trimmed(lines.spans[at]));
        } else if lines.is_blank(at) {
            if !goes_on(lines, at) {
                break;
            }
        } else if cells
            .last()
            .is_some_and(|&cell| is_number(lines.words(cell)))
        {
            // A number does not go on: text behind the last cell of a table is none of it.
            break;
        } else if lines.inside[at] || !lines.is_blank(at - 1) {
            let part = lines.trimmed(lines.spans[at]);
            if let Some(cell) = cells.last_mut() {
                *cell = if cell.is_empty() {
                    part
                } else {
                    cell.join(part)
                };
            }
        } else {
            break;
        }
        at += 1;
    }
    Some(Row { end: at, cells })
}

/// Whether the row goes on after a blank line with a further paragraph of its last cell.
fn goes_on(lines: &Lines, blank: usize) -> bool {
    (blank + 1..lines.len().min(blank + 3))
        .find(|&line| !lines.is_blank(line))
        .is_some_and(|line| lines.told[line])
}

/// The table that rows of single lines make, if it is one: several rows of several cells, not all of them sentences,
/// some of them empty or numbers. Indented paragraphs and contents are none.
fn finish(lines: &Lines, start: usize, rows: Vec<Row>) -> Attempt {
    let range = start..rows.last().map_or(start + 1, |row| row.end);
    let broad = rows.iter().filter(|row| row.cells.len() > 1).count();
    let all = || {
        rows.iter()
            .flat_map(|row| &row.cells)
            .map(|&cell| lines.words(cell))
    };
    let sentences = all().filter(|words| words.contains('。')).count();
    let figures = all()
        .filter(|words| words.is_empty() || is_number(words))
        .count();
    let is_table = broad > 1 && figures > 0 && sentences * 2 <= all().count();
    let table = is_table.then(|| {
        let cells: Vec<Vec<Span>> = rows.into_iter().map(|row| row.cells).collect();
        let mut lengths = cells.iter().map(Vec::len).filter(|&length| length > 1);
        let first = lengths.next();
        let mut table = lines.table(range.clone(), &cells);
        if lengths.any(|length| Some(length) != first) {
            table.places = Places::Ragged;
        }
        table
    });
    Attempt { range, table }
}

/// Reads rows whose cells are separated by `|` or by tabs, one a line, all or none of them followed by a blank line.
fn separated_rows(lines: &Lines, start: usize) -> Option<Attempt> {
    let mark = MARKS
        .into_iter()
        .find(|&mark| separates(lines.line(start), mark))?;
    let mut rows = Vec::new();
    let mut end = start;
    let mut spaced = None;
    loop {
        if !is_rule(lines.line(end)) {
            rows.push(split(lines, end, mark));
        }
        end += 1;
        let gap = lines.is_blank(end) && end < lines.len();
        let next = end + usize::from(gap);
        if next >= lines.len() || !belongs(lines, next, mark) || *spaced.get_or_insert(gap) != gap {
            break;
        }
        end = next;
    }
    if mark != '\t' {
        unframe(&mut rows);
    }
    let least = if mark == WIDE_SPACE { 3 } else { 2 };
    let is_table = rows.len() >= least && !is_contents(lines, &rows);
    let range = start..end;
    let table = is_table.then(|| lines.table(range.clone(), &rows));
    Some(Attempt { range, table })
}

/// The space of a Chinese character. One of them in a line is as often a part of a heading, several together are
/// layout.
const WIDE_SPACE: char = '\u{3000}';

/// The marks that part cells, the more telling first.
const MARKS: [char; 4] = ['|', '｜', '\t', WIDE_SPACE];

/// Whether a line is three or more short cells with one wide space between them.
fn is_spaced(line: &str) -> bool {
    let cells = line.trim_end().split(WIDE_SPACE);
    cells.clone().count() > 2
        && cells
            .clone()
            .all(|cell| !cell.is_empty() && cell.trim() == cell)
        && !line.contains(['。', '；', '：'])
}

/// Whether a mark stands between two cells of a line; at its end it separates nothing.
fn separates(line: &str, mark: char) -> bool {
    if mark == WIDE_SPACE {
        return is_spaced(line);
    }
    let inner = line.trim_matches(|c: char| c.is_whitespace() || c == mark);
    inner.contains(mark) || is_rule(line) && line.contains(mark)
}

/// Whether a line goes on with the rows above it: there a mark may also stand before or behind the only cell, but one
/// tab alone is the indent of a paragraph.
fn belongs(lines: &Lines, at: usize, mark: char) -> bool {
    let marks = lines.line(at).matches(mark).count();
    match mark {
        WIDE_SPACE => is_spaced(lines.line(at)),
        '\t' if marks == 1 && lines.is_tabbed(at) && !lines.is_sentence(at) => {
            // A row whose empty last cells are not printed, if rows follow.
            lines.line(at + 1).matches(mark).count() > 1
        }
        '\t' => !lines.is_blank(at) && (marks > 1 || separates(lines.line(at), mark)),
        _ => marks > 0,
    }
}

/// A line that only draws: `|---|:--:|`, `+----+`.
fn is_rule(line: &str) -> bool {
    let drawn = line.trim();
    drawn.contains("--")
        && drawn.contains(['|', '+'])
        && drawn.chars().all(|c| "|+-:= ".contains(c))
}

/// The cells of a line.
fn split(lines: &Lines, at: usize, mark: char) -> Vec<Span> {
    let mut from = lines.spans[at].start;
    let mut cells = Vec::new();
    for part in lines.line(at).split(mark) {
        cells.push(lines.trimmed(Span::new(from, from + part.len())));
        from += part.len() + mark.len_utf8();
    }
    cells
}

/// Takes the empty first and last cells of rows that all begin and end with a `|`: these are the frame of the table.
fn unframe(rows: &mut [Vec<Span>]) {
    let framed = |row: &Vec<Span>| matches!(row[..], [first, _, .., last] if first.is_empty() && last.is_empty());
    if rows.iter().all(framed) {
        for row in rows {
            row.pop();
            row.remove(0);
        }
    }
}

/// Whether rows are a table of contents: names, and pages that only grow.
fn is_contents(lines: &Lines, rows: &[Vec<Span>]) -> bool {
    let mut page = 0;
    rows.iter().all(|row| {
        let cells: Vec<&str> = row
            .iter()
            .map(|&cell| lines.words(cell))
            .filter(|words| !words.is_empty())
            .collect();
        match cells[..] {
            [name] => !is_number(name),
            [name, number] => {
                let next = number
                    .parse::<u32>()
                    .ok()
                    .filter(|&n| n >= page && n < 1000);
                page = next.unwrap_or(page);
                next.is_some() && !is_number(name)
            }
            _ => false,
        }
    }) && page > 0
}

/// Whether the words of a cell are a number, a rate or a mark for none.
fn is_number(words: &str) -> bool {
    words
        .chars()
        .any(|c| c.is_numeric() || matches!(c, '-' | '—' | '/'))
        && words.chars().all(|c| {
            c.is_ascii_digit() || ('０'..='９').contains(&c) || ".,，．-－—()（）%％/ ".contains(c)
        })
}

/// Reads cells that are each a line ended by `|`, with a blank line between rows.
fn closed_cells(lines: &Lines, start: usize) -> Option<Attempt> {
    if !is_closed(lines.line(start)) {
        return None;
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut at = start;
    while at < lines.len() && is_closed(lines.line(at)) {
        let mut cells = Vec::new();
        while at < lines.len() && is_closed(lines.line(at)) {
            let words = lines.line(at).trim_end();
            let inner = words.len() - words.chars().next_back().map_or(0, char::len_utf8);
            let from = lines.spans[at].start;
            cells.push(lines.trimmed(Span::new(from, from + inner)));
            at += 1;
        }
        rows.push(Row { end: at, cells });
        if at < lines.len() && lines.is_blank(at) {
            at += 1;
        }
    }
    Some(finish(lines, start, rows))
}

/// Whether a line is one cell ended by `|`.
fn is_closed(line: &str) -> bool {
    line.trim_end()
        .strip_suffix(['|', '｜'])
        .is_some_and(|cell| !cell.contains(['|', '｜']))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tables of a text: the lines that each takes, and its rows with cells joined by `¦`.
    fn tables(text: &str) -> Vec<(Range<usize>, Vec<String>)> {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            lines.push(Span::new(start, start + line.len()));
            start += line.len();
        }
        let shown = |table: &Table| {
            (0..table.height())
                .map(|row| {
                    let cells: Vec<&str> = (0..table.width())
                        .map(|column| table.text(row, column))
                        .collect();
                    cells.join("¦")
                })
                .collect()
        };
        let found = find(text, &lines, &[]);
        for (_, table) in &found {
            for cell in table.cells() {
                let words = &text[cell.span.start..cell.span.end];
                assert_eq!(words.replace(['\n', '\t'], " "), cell.text);
            }
        }
        found
            .iter()
            .map(|(range, table)| (range.clone(), shown(table)))
            .collect()
    }

    #[test]
    fn a_cell_a_line_led_by_a_tab() {
        let text = "绩效目标表\n\t项目\n\t金额\n\n\t甲\n\t1.00\n\n\t\n\t\n\n以上为全部项目。";
        assert_eq!(
            tables(text),
            [(
                1..9,
                vec!["项目¦金额".to_owned(), "甲¦1.00".into(), "¦".into()]
            )]
        );
    }

    #[test]
    fn a_cell_of_several_paragraphs() {
        let text = "\t标准\n\t1.达标的，得5分。\n2.未达标的，不得分。\n\n3.其余的，酌情扣分。\n\t10\n\n\t乙\n\t\n\t8\n";
        let rows = &tables(text)[0].1;
        assert_eq!(
            rows[0],
            "标准¦1.达标的，得5分。 2.未达标的，不得分。  3.其余的，酌情扣分。¦10"
        );
        assert_eq!(rows[1], "乙¦¦8");
    }

    #[test]
    fn text_between_two_tables_is_no_cell_of_the_first() {
        let table = "\t项目\n\t金额\n\n\t甲\n\t1.00\n";
        for text in [
            "1.收入3万元，占1%。\n2.支出2万元，占2%。\n收支对比表\n单位：万元\n",
            "1.收入3万元，占1%。\n二、支出情况\n",
            "对比情况如下\n",
        ] {
            let close = format!("{table}{text}\n{table}");
            let found: Vec<_> = tables(&close).into_iter().map(|(range, _)| range).collect();
            assert_eq!(found[0], 0..5, "{text}");
            let found = tables(&format!("{table}\n{text}{table}"));
            let ranges: Vec<Range<usize>> = found.into_iter().map(|(range, _)| range).collect();
            let below = 6 + text.lines().count();
            assert_eq!(ranges, [0..5, below..below + 5], "{text}");
        }
    }

    #[test]
    fn a_title_begins_a_table_of_its_own() {
        let text =
            "\t甲\n\t1\n\n\t乙\n\t2\n\n\t项目绩效自评表（2023年度）\n\n\t丙\n\t3\n\n\t丁\n\t\n";
        let found = tables(text);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].0.clone(), found[1].0.clone()), (0..5, 8..13));
    }

    #[test]
    fn rows_separated_by_bars_or_tabs() {
        for text in [
            "项目 | 金额 | \n甲 |  | 1.00\n | 乙 | \n",
            "| 项目 | 金额 | |\n|---|---|---|\n| 甲 | | 1.00 |\n| | 乙 | |\n",
            "项目\t金额\t\n甲\t\t1.00\n\t乙\t\n",
            "项目 | 金额 | \n\n甲 |  | 1.00\n\n | 乙 | \n",
        ] {
            let found = tables(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].1, ["项目¦金额¦", "甲¦¦1.00", "¦乙¦"], "{text}");
        }
    }

    #[test]
    fn a_row_of_one_cell_between_rows_of_tabs() {
        let text = "资金\t来源\t金额\n\t财政\t1.00\n\t其他\n目标\t内容\t完成\n\t甲\t乙\n\t本表由财政股填报。\n";
        let (range, rows) = &tables(text)[0];
        assert_eq!((range.clone(), rows[2].as_str()), (0..5, "¦其他¦"));
    }

    #[test]
    fn a_cell_a_line_ended_by_a_bar() {
        let text = "项目|\n金额|\n\n甲|\n1.00|\n";
        assert_eq!(
            tables(text),
            [(0..5, vec!["项目¦金额".to_owned(), "甲¦1.00".into()])]
        );
    }

    #[test]
    fn columns_kept_apart_by_spaces() {
        let text = "\
2023年度收入支出决算总表
        项目              行次     预算数       决算数
一、财政拨款收入            1     1,200.50     1,180.00
二、事业收入                2                     20.15
三、其他收入                3         8.00         0.00
本年收入合计                4     1,208.50     1,200.15
注：本表反映收支情况。
";
        let found = tables(text);
        assert_eq!(found.len(), 1);
        let (range, rows) = &found[0];
        assert_eq!(*range, 1..6);
        assert_eq!(rows[0], "项目¦行次¦预算数¦决算数");
        assert_eq!(rows[2], "二、事业收入¦2¦¦20.15");
    }

    #[test]
    fn aligned_columns_of_words_with_few_numbers() {
        let text = "\
项目名称     芦荡清淤
主管部门     云溪县水务局                 实施单位     云溪县河道站
一级指标     二级指标     三级指标        指标值       完成情况     分值
产出指标     数量指标     清淤长度        达到5公里    5公里        50
             时效指标     完成时间        12月底前     12月底前     20
满意度指标   满意度       群众满意度      ＞95%        96%          30
自评等级     优
负责人       林晓
";
        let (range, rows) = &tables(text)[0];
        assert_eq!(*range, 0..8);
        assert_eq!(rows[4], "¦时效指标¦完成时间¦12月底前¦12月底前¦20");
        assert_eq!(rows[6], "自评等级¦优¦¦¦¦");
    }

    #[test]
    fn three_cells_with_a_wide_space_between_them() {
        let text = "序号　内容　是否空表\n表1　收入决算表　否\n表2　支出决算表　是　不涉及\n\n第三部分　情况说明\n";
        let (range, rows) = &tables(text)[0];
        assert_eq!(
            (range.clone(), rows[2].as_str()),
            (0..3, "表2¦支出决算表¦是¦不涉及")
        );
    }

    #[test]
    fn prose_is_no_table() {
        for text in [
            "一、部门职责\n\t负责水务管理。\n\t负责防汛抗旱。\n\n\t二、机构设置\n\t本部门设三个股室。\n",
            "\t第一部分\n\t一、职责\n\n\t第二部分\n\t二、决算表\n",
            "首页 | 政务公开 | 财政\n本部门2023年支出3万元。\n",
            "部门：甲局\t单位：万元\n本年支出3万元。",
            "第一部分  部门概况\n第二部分  部门决算表\n第三部分  名词解释\n",
            "一、部门职责      3\n二、机构设置      4\n三、决算表        12\n",
            "一、部门职责\t3\n二、机构设置\t4\n三、决算表\t12\n",
            "第一部分　概况\n第二部分　决算表\n第三部分　说明\n",
            "　　第一　第二　第三\n　　第四　第五　第六\n　　第七　第八　第九\n",
            "支出3万元。  其中：\n收入4万元。  其中：\n结余1万元。  其中：\n",
            "",
        ] {
            assert_eq!(tables(text), [], "{text}");
        }
    }

    #[test]
    fn many_indented_paragraphs_are_read_once() {
        let text = "\t一段。\n\n".repeat(20_000) + &"甲  乙\n".repeat(20_000);
        assert_eq!(tables(&text), []);
    }
}
