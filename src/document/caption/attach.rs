//! Brings tables and what stands around them together: captions above, notes below, statements that stand one below the
//! other on one sheet, and tables that go on after a page break.

use super::line::year_in;
use super::prose::{self, Part};
use super::{Caption, Words, is_page_number, is_title, squeeze, without_number};
use crate::document::{Block, BlockKind, Cell, Document, Span, Table};

/// How many lines or rows a caption has at most.
const LINES: usize = 8;

/// Gives every table of a document its caption and notes. A grid that holds several tables one below the other is
/// parted at their titles; a table that goes on after a page break is joined. Lines that are captions are then no
/// blocks of their own.
pub fn attach(document: &mut Document, words: &Words) {
    let mut tables: Vec<Option<Table>> = std::mem::take(&mut document.tables)
        .into_iter()
        .map(Some)
        .collect();
    let mut items: Vec<Item> = Vec::new();
    for block in std::mem::take(&mut document.blocks) {
        let table = match block.kind {
            BlockKind::Table(index) => tables.get_mut(index).and_then(Option::take),
            _ => None,
        };
        match table {
            Some(table) => {
                let parts = match document.format.is_spreadsheet() {
                    true => prose::part(table, words),
                    false => vec![Part::Table(Box::new(table))],
                };
                for piece in parts {
                    match piece {
                        Part::Table(table) => {
                            items.extend(part(*table, words).into_iter().map(Item::table));
                        }
                        Part::Text(block) => items.push(Item::Block(block)),
                    }
                }
            }
            None => items.push(Item::Block(block)),
        }
    }
    items.extend(tables.into_iter().flatten().map(Item::table));
    items.sort_by_key(|item| item.span().start);
    let mut placed: Vec<Item> = Vec::with_capacity(items.len());
    for item in items {
        match item {
            Item::Table(mut table) => {
                inner_caption(&mut table, words);
                outer_caption(&mut table, &mut placed, document, words);
                inner_notes(&mut table, words);
                if let Some(table) = join(*table, &mut placed, document) {
                    placed.push(Item::table(table));
                }
            }
            Item::Block(block) => {
                if let Some(Item::Table(table)) = placed.last_mut()
                    && words.is_note(document.slice(block.span))
                {
                    table.notes.push(block.span);
                    note_unit(table, document.slice(block.span), words);
                }
                placed.push(Item::Block(block));
            }
        }
    }
    for item in placed {
        match item {
            Item::Block(block) => document.blocks.push(block),
            Item::Table(table) => {
                let kind = BlockKind::Table(document.tables.len());
                document.blocks.push(Block::new(table.span, kind));
                document.tables.push(*table);
            }
        }
    }
}

enum Item {
    Block(Block),
    Table(Box<Table>),
}

impl Item {
    fn table(table: Table) -> Self {
        Item::Table(Box::new(table))
    }

    fn span(&self) -> Span {
        match self {
            Item::Block(block) => block.span,
            Item::Table(table) => table.span,
        }
    }
}

/// The cells of a row that say something, each once.
fn speaking(table: &Table, row: usize) -> impl Iterator<Item = &Cell> {
    let cells = table.row(row);
    cells.filter(move |cell| (cell.row == row || cell.rows == 1) && !cell.is_blank())
}

/// Their words.
pub(super) fn said(table: &Table, row: usize) -> impl Iterator<Item = &str> {
    speaking(table, row).map(|cell| cell.text.trim())
}

/// Whether more than one cell of a row says something.
pub(super) fn says_several(table: &Table, row: usize) -> bool {
    speaking(table, row).nth(1).is_some()
}

/// Parts a grid above each title that stands below rows of another table.
fn part(table: Table, words: &Words) -> Vec<Table> {
    let mut starts = Vec::new();
    let mut rows = 0;
    for row in 0..table.height() {
        let begins = rows > 1
            && is_titled(&table, row, words)
            && (row + 1..table.height().min(row + LINES)).any(|next| says_several(&table, next));
        if begins {
            // The number of a table may stand above its title.
            let mut first = row;
            while first > 0
                && words
                    .read_line(said(&table, first - 1))
                    .is_some_and(|c| c.number.is_some())
            {
                first -= 1;
            }
            starts.push(first);
            rows = 0;
        } else if says_several(&table, row) {
            rows += 1;
        }
    }
    match starts.is_empty() {
        true => vec![table],
        false => table.parted(&starts),
    }
}

/// Whether a row is a title: 收入决算表 alone, or with 公开02表 at the end of its row.
fn is_titled(table: &Table, row: usize, words: &Words) -> bool {
    // A row of numbers alone has no title.
    if speaking(table, row).all(|cell| cell.text.is_ascii()) {
        return false;
    }
    let cells: Vec<&str> = said(table, row).take(LINES + 1).collect();
    match cells[..] {
        [title] => is_title(title),
        [_, _, ..] if cells.len() <= LINES => words
            .read_line(cells.iter().copied())
            .is_some_and(|c| c.title.is_some() && c.number.is_some()),
        _ => false,
    }
}

/// Reads the first rows of a grid that are a caption.
fn inner_caption(table: &mut Table, words: &Words) {
    let mut caption = Caption::default();
    let mut first = 0;
    let mut name = None;
    for row in 0..table.height().min(LINES) {
        let cells: Vec<&str> = said(table, row).collect();
        match words.read_line(cells.iter().copied()) {
            Some(found) => {
                // The last title is that of the table; one above it is that of the report.
                if found.title.is_some() {
                    caption.title = None;
                }
                caption.fill(found);
                first = row + 1;
            }
            // A line of something else above the title, an index number, say, or a title that is not called a table.
            None if cells.len() < 2 => {
                name = cells.first().map(|&words| (row, words)).or(name);
            }
            None => break,
        }
    }
    let name = name.filter(|&(row, _)| row < first);
    name_untitled(&mut caption, name.map(|(_, words)| words), words);
    let spans: Vec<Span> = (0..first)
        .flat_map(|row| table.row(row))
        .map(|cell| cell.span)
        .filter(|span| !span.is_empty())
        .collect();
    // A grid of captions alone stands above the table that they belong to.
    table.captions.extend(spans);
    table.captions.dedup();
    table.caption = caption;
    table.body.start = first;
}

/// Reads the lines above a table that are its caption, and takes them from the blocks. A numbered heading stays one.
fn outer_caption(table: &mut Table, placed: &mut Vec<Item>, document: &Document, words: &Words) {
    for &span in &table.captions.clone() {
        if let Some(found) = words.read_line([document.slice(span)]) {
            table.caption.fill(found);
        }
    }
    let mut taken = Vec::new();
    let mut above = None;
    for _ in 0..LINES {
        let spans = match placed.last() {
            Some(Item::Block(block)) => vec![block.span],
            Some(Item::Table(above)) if above.body.is_empty() && above.height() > 0 => {
                above.captions.clone()
            }
            _ => break,
        };
        let Some(found) = words.read_line(spans.iter().map(|&span| document.slice(span))) else {
            above = spans.first().map(|&span| document.slice(span));
            break;
        };
        // A second title belongs to something else, and so does what stands above a title but its number.
        let titled = table.caption.title.is_some();
        if titled && (found.title.is_some() || found.unit.is_some()) {
            break;
        }
        let numbered = spans.iter().any(|&span| {
            let words = squeeze(document.slice(span));
            found.title.is_some() && without_number(&words).len() < words.len()
        });
        table.caption.fill(found);
        if numbered {
            break;
        }
        taken.extend(spans.into_iter().rev());
        placed.pop();
    }
    taken.reverse();
    taken.append(&mut table.captions);
    table.captions = taken;
    name_untitled(&mut table.caption, above, words);
}

/// Calls a table that says its unit or number, but no title, by the name above that: `一般公共预算机关运行经费`.
fn name_untitled(caption: &mut Caption, name: Option<&str>, words: &Words) {
    if caption.title.is_none() && (caption.unit.is_some() || caption.number.is_some()) {
        caption.title = name.and_then(|name| words.name(name));
        let year = caption.title.as_deref().and_then(year_in);
        caption.year = caption.year.or(year);
    }
}

/// Finds the last rows of a grid that are notes.
fn inner_notes(table: &mut Table, words: &Words) {
    let mut end = table.body.end;
    let mut first = None;
    // Notes are the rows of one cell at the end, from the first that begins like a note.
    while end > table.body.start && !says_several(table, end - 1) {
        end -= 1;
        if said(table, end).any(|cell| words.is_note(cell)) {
            first = Some(end);
        }
    }
    if let Some(first) = first {
        let notes: Vec<Span> = (first..table.body.end)
            .flat_map(|row| table.row(row))
            .map(|cell| cell.span)
            .filter(|span| !span.is_empty())
            .collect();
        let said: Vec<String> = (first..table.body.end)
            .flat_map(|row| table.row(row))
            .map(|cell| cell.text.to_string())
            .collect();
        table.notes.extend(notes);
        table.notes.dedup();
        table.body.end = first;
        for note in said {
            note_unit(table, &note, words);
        }
    }
}

/// Takes the unit that a note says, where nothing above the table says one.
fn note_unit(table: &mut Table, note: &str, words: &Words) {
    if table.caption.unit.is_none() {
        table.caption.unit = words.noted_unit(note).cloned();
    }
}

/// Joins a table to the one before where it is its continuation; gives it back where it is not. A page number between
/// them goes, and tells that rows without a header go on.
fn join(table: Table, placed: &mut Vec<Item>, document: &Document) -> Option<Table> {
    let furniture = |item: &&Item| match item {
        Item::Block(block) => is_page_number(document.slice(block.span)),
        Item::Table(_) => false,
    };
    let pages = placed.iter().rev().take_while(furniture).count();
    let at = placed.len() - pages;
    let Some(Item::Table(before)) = at.checked_sub(1).and_then(|at| placed.get_mut(at)) else {
        return Some(table);
    };
    let same_width = before.width() == table.width() && !table.body.is_empty();
    let own_title = table.caption.title.is_some() && table.caption.title != before.caption.title;
    let other_unit = table.caption.unit.is_some() && table.caption.unit != before.caption.unit;
    if !same_width || own_title || other_unit || !before.notes.is_empty() {
        return Some(table);
    }
    let repeated = repeated_rows(before, &table);
    let untitled = table.caption.is_empty();
    let goes_on = repeated > 0 || pages > 0 && begins_with_numbers(&table);
    if table.caption.continued || untitled && goes_on {
        before.append(table, repeated);
        placed.truncate(at);
        return None;
    }
    Some(table)
}

/// Whether the first row is none of a header: a number stands in it, and not only in its first cell.
fn begins_with_numbers(table: &Table) -> bool {
    let is_number = |cell: &str| {
        let digits = cell.trim_start_matches(['-', '－', '¥']);
        digits.starts_with(|c: char| c.is_ascii_digit())
            && digits
                .chars()
                .all(|c| c.is_ascii_digit() || ",.，．%".contains(c))
    };
    said(table, table.body.start).skip(1).any(is_number)
}

/// How many of the first rows of a table repeat the first rows of the one before, if they are a header: words alone.
fn repeated_rows(before: &Table, table: &Table) -> usize {
    let row = |table: &Table, at: usize| -> Vec<String> {
        let at = table.body.start + at;
        if at >= table.body.end {
            return Vec::new();
        }
        (0..table.width())
            .map(|column| squeeze(table.text(at, column)))
            .collect()
    };
    let mut count = 0;
    while count < LINES {
        let (a, b) = (row(before, count), row(table, count));
        if b.is_empty() || a != b || b.iter().filter(|words| !words.is_empty()).count() < 2 {
            break;
        }
        count += 1;
    }
    count
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::words;
    use super::*;
    use crate::document::Format;

    /// A document of lines; consecutive lines with `|` are a table.
    pub(in super::super) fn document(text: &str) -> Document {
        let (mut blocks, mut tables) = (Vec::new(), Vec::<Table>::new());
        let mut rows: Vec<Cell> = Vec::new();
        let mut row = 0;
        let mut close = |rows: &mut Vec<Cell>, blocks: &mut Vec<Block>| {
            if let (Some(first), Some(last)) = (rows.first(), rows.last()) {
                let span = Span::new(first.span.start, last.span.end);
                blocks.push(Block::new(span, BlockKind::Table(tables.len())));
                tables.push(Table::new(span, std::mem::take(rows)));
            }
        };
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let words = line.trim_end();
            if words.contains('|') {
                let mut from = start;
                for (column, cell) in words.split('|').enumerate() {
                    let span = Span::new(from, from + cell.len());
                    rows.push(Cell {
                        text: cell.into(),
                        span,
                        row,
                        column,
                        rows: 1,
                        columns: 1,
                        header: false,
                    });
                    from += cell.len() + 1;
                }
                row += 1;
            } else {
                close(&mut rows, &mut blocks);
                row = 0;
                if !words.is_empty() {
                    blocks.push(Block::new(
                        Span::new(start, start + words.len()),
                        BlockKind::Paragraph,
                    ));
                }
            }
            start += line.len();
        }
        close(&mut rows, &mut blocks);
        Document::new(
            Format::Text,
            "UTF-8",
            text.to_owned(),
            blocks,
            tables,
            Vec::new(),
        )
    }

    fn attached(text: &str) -> Document {
        let mut document = document(text);
        attach(&mut document, &words());
        document
    }

    #[test]
    fn lines_above_become_the_caption() {
        let document = attached(
            "第二部分 决算表\n收入支出决算总表\n公开01表\n部门：甲局 单位：万元\n项目|金额\n一、收入|3.00\n注：尾差。\n下文。\n",
        );
        let table = &document.tables[0];
        assert_eq!(table.caption.title.as_deref(), Some("收入支出决算总表"));
        assert_eq!(table.caption.number.as_deref(), Some("公开01表"));
        assert_eq!(
            table.caption.unit.as_ref().map(|unit| unit.scale),
            Some(10_000)
        );
        assert_eq!(
            (table.captions.len(), table.notes.len(), table.body.clone()),
            (3, 1, 0..2)
        );
        assert_eq!(document.blocks.len(), 4);
    }

    #[test]
    fn first_rows_become_the_caption_and_last_rows_notes() {
        let document = attached(
            "编号5|\n收入决算表|\n|公开02表\n部门：甲局|金额单位：元\n项目|合计\n合计|5.00\n注：略|\n说明其二|\n",
        );
        let table = &document.tables[0];
        assert_eq!(table.caption.title.as_deref(), Some("收入决算表"));
        assert_eq!(
            table.caption.unit.as_ref().map(|unit| unit.name.as_str()),
            Some("元")
        );
        assert_eq!(table.body, 4..6);
        assert_eq!(table.notes.len(), 2);
    }

    #[test]
    fn a_note_may_say_the_unit() {
        for text in [
            "支出决算表\n项目|金额\n合计|5.00\n注：本表以“万元”为金额单位。\n",
            "支出决算表\n项目|金额\n合计|5.00\n注：本表以万元为单位，保留两位小数。|\n",
        ] {
            let unit = attached(text).tables[0].caption.unit.clone();
            assert_eq!(unit.map(|unit| unit.scale), Some(10_000), "{text}");
        }
    }

    #[test]
    fn a_row_of_captions_in_a_grid_of_its_own() {
        let document = attached(
            "支出决算表\n部门：甲局|2023年度|公开03表 单位：万元\n\n项目|合计\n合计|5.00\n",
        );
        assert_eq!(document.tables.len(), 1);
        let caption = &document.tables[0].caption;
        assert_eq!(
            (caption.title.as_deref(), caption.year),
            (Some("支出决算表"), Some(2023))
        );
    }

    #[test]
    fn statements_on_one_sheet_are_parted() {
        let document = attached(
            "收入决算表|\n单位：元|\n项目|金额\n合计|1.00\n甲|1.00\n|\n公开03表|\n支出决算表|\n单位：万元|\n项目|金额\n合计|2.00\n",
        );
        assert_eq!(document.tables.len(), 2);
        let titles: Vec<_> = document
            .tables
            .iter()
            .map(|table| table.caption.title.as_deref().unwrap_or(""))
            .collect();
        assert_eq!(titles, ["收入决算表", "支出决算表"]);
        assert_eq!(
            document.tables[1].caption.number.as_deref(),
            Some("公开03表")
        );
        assert_eq!(
            document.tables[1].text(document.tables[1].body.start, 1),
            "金额"
        );
    }

    #[test]
    fn a_table_that_goes_on_is_joined() {
        for text in [
            "支出决算表\n科目|名称|金额\n201|甲|1.00\n\n科目|名称|金额\n202|乙|2.00\n",
            "支出决算表\n科目|名称|金额\n201|甲|1.00\n续表\n科目|名称|金额\n202|乙|2.00\n",
            "支出决算表\n科目|名称|金额\n201|甲|1.00\n支出决算表（续）\n202|乙|2.00\n",
            // A page number between them is none of the text.
            "支出决算表\n科目|名称|金额\n201|甲|1.00\n- 5 -\n科目|名称|金额\n202|乙|2.00\n",
            "支出决算表\n科目|名称|金额\n201|甲|1.00\n第5页 共9页\n202|乙|2.00\n",
        ] {
            let document = attached(text);
            assert_eq!(document.blocks.len(), 1, "{text}");
            assert_eq!(document.tables.len(), 1, "{text}");
            let table = &document.tables[0];
            assert_eq!((table.height(), table.text(2, 1)), (3, "乙"), "{text}");
        }
    }

    #[test]
    fn tables_of_their_own_stay_apart() {
        for text in [
            "收入决算表\n科目|金额\n201|1.00\n支出决算表\n科目|金额\n201|1.00\n",
            "收入决算表\n科目|金额\n201|1.00\n下表为支出。\n科目|金额\n201|1.00\n",
            "甲|乙\n1|2\n\n丙|丁\n1|2\n",
            "甲|乙\n1|2\n- 5 -\n丙|丁\n1|2\n",
            "甲|乙\n1|2\n\n3|4\n5|6\n",
            "收入决算表\n科目|金额\n201|1.00\n- 5 -\n支出决算表\n科目|金额\n201|1.00\n",
        ] {
            assert_eq!(attached(text).tables.len(), 2, "{text}");
        }
    }

    #[test]
    fn a_table_may_be_named_without_being_called_one() {
        for (title, text) in [
            (
                Some("一般公共预算机关运行经费"),
                "表8|\n一般公共预算机关运行经费|\n单位：万元|\n科目|金额\n合计|1.00\n",
            ),
            (
                Some("2024年部门政府采购预算"),
                "六、2024年部门政府采购预算\n单位：万元\n科目|金额\n合计|1.00\n",
            ),
            // What says nothing of itself has no name, and sentences and headings of a text are none.
            (None, "部门政府采购预算\n科目|金额\n合计|1.00\n"),
            (None, "采购情况如下\n单位：万元\n科目|金额\n合计|1.00\n"),
            (
                None,
                "（二）政府采购支出情况说明\n单位：万元\n科目|金额\n合计|1.00\n",
            ),
            (
                None,
                "支出3万元，比上年增加。\n单位：万元\n科目|金额\n合计|1.00\n",
            ),
        ] {
            let document = attached(text);
            let caption = &document.tables[0].caption;
            assert_eq!(caption.title.as_deref(), title, "{text}");
        }
        let text = "六、2024年部门政府采购预算\n单位：万元\n科目|金额\n合计|1.00\n";
        let document = attached(text);
        assert_eq!(document.tables[0].caption.year, Some(2024));
        // The heading stays one.
        assert_eq!(document.blocks.len(), 2);
    }

    #[test]
    fn prose_above_is_no_caption() {
        let document = attached("支出3万元。\n项目|金额\n合计|5.00\n");
        assert_eq!(document.tables[0].caption, Caption::default());
        assert_eq!(document.blocks.len(), 2);
    }
}
