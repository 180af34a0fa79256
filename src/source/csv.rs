//! Comma- and tab-separated values, in any encoding.

use ::csv::ReaderBuilder;

use crate::document::{Cell, Document, Format, Origin, Span};
use crate::source::writer::{Grid, Writer, too_many_cells};
use crate::source::{Error, Limits, charset};

/// Separators, the more telling first.
const SEPARATORS: [u8; 3] = [b'\t', b',', b';'];

/// How many lines with the same number of separators cannot be by chance.
const FILLED: usize = 4;

/// Whether the beginning of a text is a table of separated values: most of its lines have the same number of fields, and
/// hardly any is a sentence. `cut` tells that more follows.
pub(super) fn is_table(head: &[u8], cut: bool) -> bool {
    separator(head, cut).is_some()
}

/// Reads separated values as one table.
///
/// # Errors
///
/// When the bytes are no text, or have more cells than the limit allows.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    let (text, encoding) = charset::decode(bytes);
    let separator = separator(text.as_bytes(), false).unwrap_or(b',');
    let mut grid = Grid::default();
    for (row, fields) in records(text.as_bytes(), separator).enumerate() {
        grid.width = grid.width.max(fields.len());
        grid.height = row + 1;
        if grid.width.saturating_mul(grid.height) > limits.cells {
            return Err(too_many_cells(limits));
        }
        for (column, field) in fields.iter().enumerate() {
            let Some(text) = std::str::from_utf8(field)
                .ok()
                .map(str::trim)
                .filter(|t| !t.is_empty())
            else {
                continue;
            };
            let cell = Cell {
                text: text.into(),
                span: Span::default(),
                row,
                column,
                rows: 1,
                columns: 1,
                header: false,
            };
            let origin = Origin::Cell {
                sheet: None,
                row: row as u32,
                column: column as u32,
            };
            grid.push(cell, Some(origin));
        }
    }
    let mut writer = Writer::new(limits);
    writer.table(grid)?;
    Ok(writer.finish(Format::Csv, encoding))
}

/// The separator of a table, `None` where the text is none. ASCII separators are never part of a character of UTF-8 or
/// of the GB encodings, so that the bytes need not be decoded.
fn separator(bytes: &[u8], cut: bool) -> Option<u8> {
    let upto = if cut {
        bytes.iter().rposition(|&b| b == b'\n')?
    } else {
        bytes.len()
    };
    SEPARATORS
        .into_iter()
        .find(|&separator| is_separated(&bytes[..upto], separator))
}

fn is_separated(bytes: &[u8], separator: u8) -> bool {
    // Most texts hold no tab and no ASCII comma at all.
    if !bytes.contains(&separator) || is_sparse(bytes, separator) {
        return false;
    }
    let mut widths: Vec<usize> = Vec::new();
    let (mut sentences, mut first_blank) = (0, 0);
    for record in records(bytes, separator) {
        if record.iter().all(|field| field.trim_ascii().is_empty()) {
            continue;
        }
        widths.push(record.len());
        first_blank += usize::from(record.get(0).is_none_or(|f| f.trim_ascii().is_empty()));
        sentences += usize::from(record.iter().any(is_sentence));
    }
    let lines = widths.len();
    let usual = usual(&widths);
    // Tables one below the other have each their own width.
    let runs = widths.chunk_by(|a, b| a == b);
    let regular: usize = runs
        .filter(|run| run[0] == usual || run[0] > 2 && run.len() >= FILLED)
        .map(<[usize]>::len)
        .sum();
    let strict = usual == 2 || separator == b';';
    let enough = if strict {
        regular == lines
    } else {
        regular * 5 >= lines * 4
    };
    // A spreadsheet program fills up every line, those of sentences too.
    let filled = usual > 2 && lines >= FILLED && regular == lines;
    lines >= 2
        && usual >= 2
        && enough
        && (filled || sentences * 5 <= lines)
        && (usual > 2 || first_blank * 2 < lines)
}

/// Whether so many lines have no separator that the others cannot be enough to make a table. Where a field is quoted, so that
/// it may go on over several lines, lines tell nothing.
fn is_sparse(bytes: &[u8], separator: u8) -> bool {
    let (mut lines, mut separated) = (0, 0);
    let quotes = bytes.contains(&b'"');
    for line in bytes.split(|&byte| matches!(byte, b'\n' | b'\r')) {
        let mut fields = line.split(|&byte| byte == separator);
        if quotes && fields.any(|field| field.first() == Some(&b'"')) {
            return false;
        }
        let blank = |byte: &u8| *byte == separator || byte.is_ascii_whitespace();
        if !line.iter().all(blank) {
            lines += 1;
            separated += usize::from(line.contains(&separator));
        }
    }
    separated * 5 < lines * 4
}

/// Whether a field is a sentence: it is long, or ends with a full stop (`。` in UTF-8 or GB 18030).
fn is_sentence(field: &[u8]) -> bool {
    let field = field.trim_ascii();
    field.len() > 240 || field.ends_with("。".as_bytes()) || field.ends_with(b"\xA1\xA3")
}

/// The most frequent of the widths.
fn usual(widths: &[usize]) -> usize {
    let mut sorted = widths.to_vec();
    sorted.sort_unstable();
    let runs = sorted.chunk_by(|a, b| a == b);
    runs.max_by_key(|run| run.len()).map_or(0, |run| run[0])
}

fn records(bytes: &[u8], separator: u8) -> impl Iterator<Item = ::csv::ByteRecord> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(bytes)
        .into_byte_records()
        .map_while(Result::ok)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consistent_separators_make_a_table_and_running_text_is_none() {
        for (expected, text) in [
            (Some(b','), "项目,预算数,决算数\n合计,3,4\n"),
            (
                Some(b','),
                "收入支出决算总表\n项目,预算数,决算数\n合计,3,4\n办公费,1,2\n印刷费,2,2\n",
            ),
            (
                Some(b'\t'),
                "科目编码\t科目名称\t合计\n2080505\t养老保险\t3.00\n",
            ),
            (Some(b','), "项目,金额\n\"合计,含上年\",\"1,200.00\"\n"),
            (Some(b';'), "项目;金额;占比\n合计;3;100\n"),
            (
                Some(b','),
                "一、收入情况,,\n收入3万元。,,\n支出2万元。,,\n项目,预算,决算\n",
            ),
            (
                Some(b','),
                "收入总表,,\n项目,预算数,决算数\n合计,3,4\n财政拨款,3,4\n支出总表,,,\n项目,合计,基本支出,项目支出\n合计,4,3,1\n教育支出,4,3,1\n",
            ),
            (
                None,
                "收入3万元,支出2万元,结余1万元。\n收入3万元,支出2万元。\n收入1万元。\n无。\n",
            ),
            (
                None,
                "一、收入,支出情况\n2023年收入3万元,支出2万元,结余1万元。\n无\n",
            ),
            (
                None,
                "收入为3万元,其中财政拨款2万元。\n支出为3万元,其中项目支出2万元。\n",
            ),
            (None, "\t项目\n\n\t金额\n\n\t3.00\n"),
            (None, "机关运行经费\n"),
            (None, ""),
        ] {
            assert_eq!(separator(text.as_bytes(), false), expected, "{text}");
        }
    }

    #[test]
    fn quoted_fields_keep_their_separators_and_give_their_address() {
        let text = "项目,金额,备注\n合计,\"1,200.00\",\"甲\n乙\"\n";
        let (bytes, _, _) = encoding_rs::GB18030.encode(text);
        let document = read(&bytes, &Limits::default()).unwrap();
        assert_eq!(document.text, "项目\t金额\t备注\n合计\t1,200.00\t甲 乙\n\n");
        let quote = document.quote(document.tables[0].get(1, 1).unwrap().span);
        assert_eq!(quote.cell.as_deref(), Some("B2"));
    }
}
