//! Whatever grid is printed in columns: no number is read under a head that is not its own.

use proptest::prelude::*;

use super::super::super::Lines;
use super::super::super::page::width;
use crate::document::Span;
use crate::document::table::Places;

/// Heads of columns of numbers that divide a group, or stand alone.
const GROUPS: &[(&str, &[&str])] = &[
    ("本年收入合计", &[]),
    ("财政拨款收入", &[]),
    ("事业收入", &["小计", "其中：教育收费"]),
    ("本年支出", &["小计", "基本支出", "项目支出"]),
    ("年初结转和结余", &[]),
    ("上缴上级支出", &[]),
    ("经营支出", &[]),
    ("对附属单位补助支出", &[]),
    ("预算数", &["合计", "人员经费", "公用经费"]),
    ("其他收入", &[]),
];
const NAMES: &[&str] = &[
    "农林水支出",
    "水利",
    "行政运行",
    "机关事业单位基本养老保险缴费支出",
    "住房保障支出",
    "其他水利支出",
    "节能环保支出",
    "抚恤",
    "行政事业单位医疗",
];

/// A number with the name of its row and its heads.
type Printing = (String, &'static str, Vec<&'static str>);

/// What stands above a table.
const CAPTION: &str = "部门：青垭县水务局      2023 年度      金额单位：元";

/// How a number stands in its column.
#[derive(Debug, Clone, Copy)]
enum Side {
    Left,
    Middle,
    Right,
}

/// A grid and how it is printed.
#[derive(Debug, Clone)]
struct Printed {
    /// Of each group its place in [`GROUPS`].
    groups: Vec<usize>,
    codes: bool,
    /// Of each row and column whether there is a number.
    filled: Vec<Vec<bool>>,
    side: Side,
    gap: usize,
    width: usize,
    /// How many blank lines stand between its rows.
    blank: usize,
    /// Whether a line above says whose it is, of what year and in what unit.
    captioned: bool,
}

fn printed() -> impl Strategy<Value = Printed> {
    let side = prop_oneof![Just(Side::Left), Just(Side::Middle), Just(Side::Right)];
    let groups = proptest::sample::subsequence((0..GROUPS.len()).collect::<Vec<_>>(), 2..6);
    let groups = groups.prop_shuffle();
    let rows = proptest::collection::vec(proptest::collection::vec(any::<bool>(), 16), 3..9);
    (
        groups,
        any::<bool>(),
        rows,
        side,
        2usize..5,
        8usize..20,
        0u8..3,
        (0usize..3, any::<bool>()),
    )
        .prop_map(
            |(groups, codes, filled, side, gap, width, sparse, (blank, captioned))| Printed {
                groups,
                codes,
                // A row without numbers may be the first line of the name below it.
                filled: filled
                    .into_iter()
                    .map(|row| {
                        let own = row.into_iter().enumerate();
                        own.map(|(at, on)| on || at == 0 || sparse > 0).collect()
                    })
                    .collect(),
                side,
                gap,
                width,
                blank,
                captioned,
            },
        )
}

impl Printed {
    /// The heads of each column of numbers, from the outer to the inner.
    fn heads(&self) -> Vec<Vec<&'static str>> {
        let heads = self.groups.iter().flat_map(|&at| {
            let (group, parts) = GROUPS[at];
            match parts {
                [] => vec![vec![group]],
                parts => parts.iter().map(|part| vec![group, part]).collect(),
            }
        });
        heads.collect()
    }

    /// The number in a row and column, no two of which are the same.
    fn number(row: usize, column: usize) -> String {
        format!(
            "{}.{:02}",
            100 + row * 17 + column * 311,
            (row * 7 + column * 13) % 100
        )
    }

    fn rows(&self) -> usize {
        self.filled.len().min(NAMES.len())
    }

    /// The text as it is printed, and the numbers with the name of their row and their heads.
    fn text(&self) -> (String, Vec<Printing>) {
        let heads = self.heads();
        let inner = |head: &[&str]| width(head.last().copied().unwrap_or_default());
        let names = NAMES[..self.rows()]
            .iter()
            .map(|name| width(name))
            .max()
            .unwrap_or(0);
        let code = if self.codes { 9 + self.gap } else { 0 };
        // Where each column begins, and how wide it is.
        let mut at = code + names + self.gap;
        let mut columns = Vec::new();
        let broadest = heads.iter().map(|head| inner(head)).max().unwrap_or(0);
        let wide = broadest.max(self.width);
        for _ in &heads {
            columns.push((at, wide));
            at += wide + self.gap;
        }
        let mut lines = vec![Line::default(), Line::default()];
        let deep = heads.iter().any(|head| head.len() > 1);
        let lowest = usize::from(deep);
        if self.codes {
            lines[lowest].put(0, "科目编码");
        }
        lines[lowest].middle(code, names, "科目名称");
        let mut column = 0;
        for &group in &self.groups {
            let (head, parts) = GROUPS[group];
            let count = parts.len().max(1);
            let (start, _) = columns[column];
            let (last, wide) = columns[column + count - 1];
            let row = if parts.is_empty() { lowest } else { 0 };
            lines[row].middle(start, last + wide - start, head);
            for (part, &(start, wide)) in parts.iter().zip(&columns[column..]) {
                lines[1].middle(start, wide, part);
            }
            column += count;
        }
        if !deep {
            lines.pop();
        }
        let mut numbers = Vec::new();
        for (row, name) in NAMES[..self.rows()].iter().enumerate() {
            let mut line = Line::default();
            if self.codes {
                line.put(0, &format!("21303{row:02}"));
            }
            line.put(code, name);
            for (column, &(start, wide)) in columns.iter().enumerate() {
                if self.filled[row][column] {
                    let number = Self::number(row, column);
                    let left = wide.saturating_sub(width(&number));
                    let indent = match self.side {
                        Side::Left => 0,
                        Side::Middle => left / 2,
                        Side::Right => left,
                    };
                    line.put(start + indent, &number);
                    numbers.push((number, *name, heads[column].clone()));
                }
            }
            lines.push(line);
        }
        if self.captioned {
            let mut caption = Line::default();
            caption.put(0, CAPTION);
            lines.insert(0, caption);
        }
        let end = "\n".repeat(self.blank + 1);
        let text = lines.iter().map(|line| format!("{}{end}", line.text));
        (text.collect(), numbers)
    }
}

#[derive(Default)]
struct Line {
    text: String,
}

impl Line {
    /// Prints words from a place on.
    fn put(&mut self, at: usize, words: &str) {
        while width(&self.text) < at {
            self.text.push(' ');
        }
        self.text.push_str(words);
    }

    /// Prints words in the middle of some width.
    fn middle(&mut self, at: usize, wide: usize, words: &str) {
        self.put(at + wide.saturating_sub(width(words)) / 2, words);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_number_is_read_under_a_head_that_is_not_its_own(printed in printed()) {
        let (text, numbers) = printed.text();
        let mut spans = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            spans.push(Span::new(start, start + line.len()));
            start += line.len();
        }
        let lines = Lines::new(&text, &spans);
        for (_, table) in super::super::find(&lines, &vec![false; lines.len()], &[]) {
            if table.places != Places::Known {
                continue;
            }
            for cell in table.cells() {
                let Some((_, name, heads)) = numbers.iter().find(|(number, ..)| *number == *cell.text) else {
                    continue;
                };
                let above = (0..cell.row).map(|row| table.text(row, cell.column));
                let mut above: Vec<&str> = above
                    .filter(|words| {
                        !words.is_empty() && !words.contains('.') && !CAPTION.contains(*words)
                    })
                    .collect();
                above.dedup();
                prop_assert_eq!(&above, heads, "{}\n{}", cell.text, text);
                let label = (0..cell.column).map(|column| table.text(cell.row, column));
                prop_assert!(label.clone().any(|words| words == *name), "{}\n{}", cell.text, text);
            }
        }
    }
}
