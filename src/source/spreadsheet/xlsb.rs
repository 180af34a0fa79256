//! Binary Office Open XML workbooks (.xlsb). Their number formats are not known (numbers are the shortest decimals), nor
//! their merged regions and hidden rows.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsb};

use smol_str::{SmolStr, ToSmolStr};

use crate::document::{Document, Format};
use crate::source::package::Package;
use crate::source::spreadsheet::number_format::{NumberFormat, shortest};
use crate::source::spreadsheet::{Sheet, Value, write};
use crate::source::writer::too_many_cells;
use crate::source::{Error, Limits};

/// Reads a workbook.
///
/// # Errors
///
/// When it is damaged, encrypted, or passes a limit.
pub(in crate::source) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    Package::open(bytes, limits)?.check()?;
    // The reader of this format takes the lengths of records on trust; a damaged one can make it panic.
    let sheets = catch_unwind(AssertUnwindSafe(|| sheets(bytes, limits)));
    let sheets = sheets.unwrap_or_else(|_| Err(damaged("the workbook", &"a record is cut off")))?;
    write(sheets, Format::Xlsb, "UTF-8", limits)
}

fn sheets(bytes: &[u8], limits: &Limits) -> Result<Vec<Sheet>, Error> {
    let mut workbook =
        Xlsb::new(Cursor::new(bytes)).map_err(|error| damaged("the workbook", &error))?;
    let mut left = limits.cells;
    let mut sheets = Vec::new();
    for sheet in workbook.sheets_metadata().to_vec() {
        if sheet.typ == SheetType::WorkSheet {
            let cells = cells(&mut workbook, &sheet.name, left, limits)?;
            left -= cells.len();
            sheets.push(Sheet {
                hidden: sheet.visible != SheetVisible::Visible,
                cells,
                name: sheet.name,
                ..Sheet::default()
            });
        }
    }
    Ok(sheets)
}

/// The cells of a sheet that hold something.
fn cells(
    workbook: &mut Xlsb<Cursor<&[u8]>>,
    sheet: &str,
    left: usize,
    limits: &Limits,
) -> Result<Vec<Value>, Error> {
    let date = NumberFormat::built_in(14);
    let since_1904 = workbook.has_1904_epoch();
    let mut reader = workbook
        .worksheet_cells_reader(sheet)
        .map_err(|error| damaged(sheet, &error))?;
    let mut values = Vec::new();
    while let Some(cell) = reader.next_cell().map_err(|error| damaged(sheet, &error))? {
        let show = |value, is_date| match is_date {
            true => date.show(value, since_1904),
            false => shortest(value),
        };
        let Some(text) = printed(cell.get_value(), show) else {
            continue;
        };
        if values.len() == left {
            return Err(too_many_cells(limits));
        }
        let (row, column) = cell.get_position();
        values.push(Value { row, column, text });
    }
    Ok(values)
}

/// The text of a cell as the library gives it, `None` where it is empty. `show` prints a number, of which it is told
/// whether it is a date.
fn printed(value: &DataRef, show: impl FnOnce(f64, bool) -> SmolStr) -> Option<SmolStr> {
    Some(match value {
        DataRef::Empty => return None,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.into()
        }
        DataRef::SharedString(text) => (*text).into(),
        DataRef::Int(value) => show(*value as f64, false),
        DataRef::Float(value) => show(*value, false),
        DataRef::DateTime(value) => show(value.as_f64(), value.is_datetime()),
        DataRef::Bool(value) => value.to_string().to_uppercase().into(),
        DataRef::Error(error) => error.to_smolstr(),
    })
}

fn damaged(place: &str, error: &dyn std::fmt::Display) -> Error {
    Error::new(format!(
        "{place} cannot be read ({error}): open it in a spreadsheet program and save it as .xlsx"
    ))
}
