//! Binary Excel workbooks (.xls): BIFF8 and BIFF5 ([MS-XLS]), with the number formats and the merged regions of the file.
//!
//! A workbook is a stream of records. The first part (globals) lists the sheets, the formats and the shared strings; each
//! sheet then has a part of its own. Nothing that a record says about sizes is believed before the bytes are there.

mod record;

use encoding_rs::Encoding;
use smol_str::SmolStr;

use crate::document::{Document, Format};
use crate::source::compound::{self, Compound, u16_at, u32_at};
use crate::source::spreadsheet::number_format::NumberFormat;
use crate::source::spreadsheet::{Region, Sheet, Value, write};
use crate::source::writer::too_many_cells;
use crate::source::{Error, Limits};

use record::{Record, Text, records};

/// The types of the records that are read ([MS-XLS] 2.3).
mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const EOF: u16 = 0x000A;
    pub const DATE_1904: u16 = 0x0022;
    pub const FILE_PASS: u16 = 0x002F;
    pub const CODE_PAGE: u16 = 0x0042;
    pub const BOUND_SHEET: u16 = 0x0085;
    pub const COL_INFO: u16 = 0x007D;
    pub const MUL_RK: u16 = 0x00BD;
    pub const RSTRING: u16 = 0x00D6;
    pub const XF: u16 = 0x00E0;
    pub const MERGE_CELLS: u16 = 0x00E5;
    pub const SST: u16 = 0x00FC;
    pub const LABEL_SST: u16 = 0x00FD;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOL_ERR: u16 = 0x0205;
    pub const STRING: u16 = 0x0207;
    pub const ROW: u16 = 0x0208;
    pub const RK: u16 = 0x027E;
    pub const FORMAT: u16 = 0x041E;
    pub const BOF: u16 = 0x0809;
}

/// Reads a workbook, from its compound file or as a bare stream.
///
/// # Errors
///
/// When it is damaged, encrypted, of a version before Excel 5, or passes a limit.
pub(in crate::source) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    let stream = if bytes.starts_with(compound::SIGNATURE) {
        let file = Compound::open(bytes)?;
        let stream = file.stream("Workbook").or_else(|| file.stream("Book"));
        stream.ok_or_else(|| damaged("it has no workbook stream"))?
    } else {
        bytes.to_vec()
    };
    let workbook = Workbook::read(&stream, limits)?;
    let mut left = limits.cells;
    let mut sheets = Vec::new();
    for bound in &workbook.sheets {
        let sheet = workbook
            .sheet(&stream, bound, left)
            .ok_or_else(|| too_many_cells(limits))?;
        left -= sheet.cells.len();
        sheets.push(sheet);
    }
    let encoding = if workbook.text == Text::Unicode {
        "UTF-16LE"
    } else {
        workbook.text.encoding().name()
    };
    write(sheets, Format::Xls, encoding, limits)
}

fn damaged(reason: &str) -> Error {
    Error::new(format!(
        "the workbook is damaged ({reason}): open it in a spreadsheet program and save it as .xlsx"
    ))
}

/// What the globals of a workbook say.
struct Workbook {
    text: Text,
    since_1904: bool,
    sheets: Vec<Bound>,
    strings: Vec<String>,
    /// The number format of each cell style.
    formats: Vec<NumberFormat>,
}

/// A sheet as the globals list it.
struct Bound {
    name: String,
    hidden: bool,
    offset: usize,
}

impl Workbook {
    fn read(stream: &[u8], limits: &Limits) -> Result<Self, Error> {
        let mut workbook = Self {
            text: Text::Unicode,
            since_1904: false,
            sheets: Vec::new(),
            strings: Vec::new(),
            formats: Vec::new(),
        };
        let mut codes = std::collections::BTreeMap::new();
        let mut styles = Vec::new();
        let mut began = false;
        for record in records(stream, 0) {
            match record.kind {
                kind::BOF if !began => {
                    began = true;
                    match record.u16(0) {
                        Some(0x0600) => {}
                        Some(0x0500) => workbook.text = Text::Bytes(encoding_rs::GB18030),
                        _ => return Err(damaged("its version is not known")),
                    }
                }
                kind::FILE_PASS if record.u16(0) != Some(0) => {
                    return Err(Error::new(
                        "the workbook is encrypted: open it with its password and save it without",
                    ));
                }
                kind::CODE_PAGE if workbook.text != Text::Unicode => {
                    workbook.text = Text::Bytes(code_page(record.u16(0)));
                }
                kind::DATE_1904 => workbook.since_1904 = record.u16(0) == Some(1),
                kind::BOUND_SHEET => workbook.sheets.extend(workbook.bound(&record)),
                kind::FORMAT => codes.extend(workbook.format(&record)),
                kind::XF => styles.push(record.u16(2).unwrap_or(0)),
                kind::SST => {
                    workbook.strings = record::shared_strings(&record, limits.cells)
                        .ok_or_else(|| too_many_cells(limits))?;
                }
                kind::EOF => break,
                _ => {}
            }
        }
        if !began {
            return Err(damaged("it begins with no workbook record"));
        }
        workbook.formats = styles
            .into_iter()
            .map(|number| match codes.get(&number) {
                Some(code) => NumberFormat::new(code),
                None => NumberFormat::built_in(u32::from(number)),
            })
            .collect();
        Ok(workbook)
    }

    /// A sheet of cells, `None` for a chart or a macro ([MS-XLS] 2.4.28).
    fn bound(&self, record: &Record) -> Option<Bound> {
        let offset = usize::try_from(u32_at(record.head(), 0)?).ok()?;
        let (state, sort) = (*record.head().get(4)?, *record.head().get(5)?);
        (sort == 0).then_some(Bound {
            name: self.text.short(record.from(6))?.replace('\0', ""),
            hidden: state & 3 != 0,
            offset,
        })
    }

    /// The code of a number format and its number.
    fn format(&self, record: &Record) -> Option<(u16, String)> {
        let code = match self.text {
            Text::Unicode => self.text.long(record.from(2)),
            Text::Bytes(_) => self.text.short(record.from(2)),
        };
        Some((record.u16(0)?, code?))
    }

    /// The cells and regions of a sheet; `None` when it has more than `left` cells.
    fn sheet(&self, stream: &[u8], bound: &Bound, left: usize) -> Option<Sheet> {
        let mut sheet = Sheet {
            name: bound.name.clone(),
            hidden: bound.hidden,
            ..Sheet::default()
        };
        let mut depth = 0;
        let mut formula = None;
        for record in records(stream, bound.offset) {
            match record.kind {
                // Charts within a sheet have parts of their own.
                kind::BOF => depth += 1,
                kind::EOF => depth -= 1,
                _ if depth > 1 => continue,
                kind::MERGE_CELLS => sheet.merged.extend(regions(&record)),
                // fDyZero ([MS-XLS] 2.4.221): by hand, by a filter or by an outline.
                kind::ROW if record.u16(12).is_some_and(|flags| flags & 0x20 != 0) => {
                    let row = record.u16(0).map(u32::from);
                    row.into_iter()
                        .for_each(|row| sheet.unseen.rows.add(row, row));
                }
                // fHidden (2.4.53).
                kind::COL_INFO if record.u16(8).is_some_and(|flags| flags & 1 != 0) => {
                    if let (Some(first), Some(last)) = (record.u16(0), record.u16(2)) {
                        sheet.unseen.columns.add(first.into(), last.into());
                    }
                }
                kind::STRING => {
                    if let (Some((row, column)), Some(text)) =
                        (formula.take(), self.text.long(record.from(0)))
                    {
                        let text = text.into();
                        sheet.cells.push(Value { row, column, text });
                    }
                }
                kind::FORMULA => {
                    formula = place(&record);
                    sheet.cells.extend(self.formula(&record));
                }
                _ => self.cells(&record, &mut sheet.cells),
            }
            if depth == 0 {
                break;
            }
            if sheet.cells.len() > left {
                return None;
            }
        }
        Some(sheet)
    }

    /// The cells of a record that holds them.
    fn cells(&self, record: &Record, cells: &mut Vec<Value>) {
        let Some((row, column)) = place(record) else {
            return;
        };
        let style = record.u16(4);
        let text = match record.kind {
            kind::NUMBER => record.f64(6).map(|value| self.show(style, value)),
            kind::RK => record.u32(6).map(|bits| self.show(style, rk(bits))),
            kind::LABEL_SST => {
                let index = record.u32(6).and_then(|index| usize::try_from(index).ok());
                let string = index.and_then(|index| self.strings.get(index));
                string.map(SmolStr::from)
            }
            kind::LABEL | kind::RSTRING => self.text.long(record.from(6)).map(SmolStr::from),
            kind::BOOL_ERR => bool_or_error(record.head().get(6..8)),
            kind::MUL_RK => {
                // Style and number by turns, and at the end the last column.
                let pairs = record.head().get(4..).unwrap_or_default().chunks_exact(6);
                for (at, pair) in (0..).zip(pairs) {
                    if let Some(bits) = u32_at(pair, 2) {
                        let text = self.show(u16_at(pair, 0), rk(bits));
                        cells.push(Value {
                            row,
                            column: column + at,
                            text,
                        });
                    }
                }
                None
            }
            _ => None,
        };
        cells.extend(text.map(|text| Value { row, column, text }));
    }

    /// The value that a formula had when the file was saved; a string comes in a record of its own.
    fn formula(&self, record: &Record) -> Option<Value> {
        let (row, column) = place(record)?;
        let value = record.head().get(6..14)?;
        let text = match value {
            [0, .., 0xFF, 0xFF] | [3, .., 0xFF, 0xFF] => return None,
            [1, _, yes, .., 0xFF, 0xFF] => bool_or_error(Some(&[*yes, 0]))?,
            [2, _, error, .., 0xFF, 0xFF] => bool_or_error(Some(&[*error, 1]))?,
            _ => self.show(record.u16(4), record.f64(6)?),
        };
        Some(Value { row, column, text })
    }

    fn show(&self, style: Option<u16>, value: f64) -> SmolStr {
        let format = style.and_then(|style| self.formats.get(usize::from(style)));
        match format {
            Some(format) => format.show(value, self.since_1904),
            None => NumberFormat::built_in(0).show(value, self.since_1904),
        }
    }
}

/// Row and column, with which every record of a cell begins.
fn place(record: &Record) -> Option<(u32, u32)> {
    Some((u32::from(record.u16(0)?), u32::from(record.u16(2)?)))
}

/// A number in 30 bits: a whole number or the upper half of a double, perhaps in hundredths ([MS-XLS] 2.5.122).
fn rk(bits: u32) -> f64 {
    let value = if bits & 2 != 0 {
        f64::from(bits.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(bits & !3) << 32)
    };
    if bits & 1 != 0 { value / 100.0 } else { value }
}

/// A truth value, or an error ([MS-XLS] 2.5.10).
fn bool_or_error(bytes: Option<&[u8]>) -> Option<SmolStr> {
    let text = match bytes? {
        [0, 0] => "FALSE",
        [_, 0] => "TRUE",
        [0x00, _] => "#NULL!",
        [0x07, _] => "#DIV/0!",
        [0x0F, _] => "#VALUE!",
        [0x17, _] => "#REF!",
        [0x1D, _] => "#NAME?",
        [0x24, _] => "#NUM!",
        _ => "#N/A",
    };
    Some(SmolStr::new_static(text))
}

/// The merged regions of a record: first and last row, first and last column of each.
fn regions(record: &Record) -> Vec<Region> {
    let corners = record.head().get(2..).unwrap_or_default().chunks_exact(8);
    let region = |corner: &[u8]| {
        let at = |place| u16_at(corner, place).map(u32::from);
        Some(Region {
            top: at(0)?,
            bottom: at(2)?,
            left: at(4)?,
            right: at(6)?,
        })
    };
    corners.filter_map(region).collect()
}

fn code_page(number: Option<u16>) -> &'static Encoding {
    match number {
        Some(950) => encoding_rs::BIG5,
        Some(1252) => encoding_rs::WINDOWS_1252,
        Some(65001) => encoding_rs::UTF_8,
        _ => encoding_rs::GB18030,
    }
}

#[cfg(test)]
mod tests;
