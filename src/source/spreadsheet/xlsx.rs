//! Office Open XML workbooks (.xlsx), read cell by cell.

use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsx};
use quick_xml::events::Event;

use crate::document::{Document, Format};
use crate::source::package::Package;
use crate::source::spreadsheet::number_format::{NumberFormat, shortest};
use crate::source::spreadsheet::{Region, Sheet, Value, printed, write};
use crate::source::writer::too_many_cells;
use crate::source::xml::{Events, number};
use crate::source::{Error, Limits};

/// How far into the list of shared strings its opening tag is looked for.
const HEAD: u64 = 64 << 10;

/// Reads a workbook.
///
/// # Errors
///
/// When it is damaged, encrypted, or passes a limit.
pub(in crate::source) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    let mut package = Package::open(bytes, limits)?;
    package.check()?;
    check_strings(&mut package, limits)?;
    let mut workbook =
        Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged("the workbook", &error))?;
    let mut left = limits.cells;
    let mut sheets = Vec::new();
    for sheet in workbook.sheets_metadata().to_vec() {
        if sheet.typ == SheetType::WorkSheet {
            let hidden = sheet.visible != SheetVisible::Visible;
            let cells = cells(&mut workbook, &sheet.name, left, limits)?;
            left -= cells.len();
            let merged = workbook
                .merge_cells_by_sheet_name(&sheet.name)
                .map_err(|error| damaged(&sheet.name, &error))?;
            let merged = merged.iter().map(|dimensions| Region {
                top: dimensions.start.0,
                left: dimensions.start.1,
                bottom: dimensions.end.0,
                right: dimensions.end.1,
            });
            sheets.push(Sheet {
                hidden,
                cells,
                merged: merged.collect(),
                name: sheet.name,
            });
        }
    }
    write(sheets, Format::Xlsx, "UTF-8", limits)
}

/// The cells of a sheet that hold something.
fn cells(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    left: usize,
    limits: &Limits,
) -> Result<Vec<Value>, Error> {
    let since_1904 = workbook.has_1904_epoch();
    let mut reader = workbook
        .worksheet_cells_reader(sheet)
        .map_err(|error| damaged(sheet, &error))?;
    let formats: Vec<NumberFormat> = reader.styles().iter().map(format).collect();
    let show = |value: f64, style: usize| match formats.get(style) {
        Some(format) => format.show(value, since_1904),
        None => shortest(value),
    };
    let mut values = Vec::new();
    while let Some((cell, style)) = reader
        .next_cell_with_style_id()
        .map_err(|error| damaged(sheet, &error))?
    {
        let Some(text) = printed(cell.get_value(), |value, _| show(value, style)) else {
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

/// The number format of a style. The codes of built-in dates are those of the edition, not of the file.
fn format(style: &calamine::Style) -> NumberFormat {
    match &style.number_format {
        Some(format) => match format.format_id {
            Some(number) if number < 164 && matches!(number, 14..=36 | 45..=58) => {
                NumberFormat::built_in(number)
            }
            _ => NumberFormat::new(&format.format_code),
        },
        None => NumberFormat::built_in(0),
    }
}

/// Makes sure that no list of shared strings declares more strings than there may be cells: the number is believed when
/// room is made for them.
fn check_strings(package: &mut Package, limits: &Limits) -> Result<(), Error> {
    let lists: Vec<String> = package
        .names()
        .filter(|name| name.ends_with("sharedstrings.xml"))
        .map(str::to_owned)
        .collect();
    for name in lists {
        let head = package.head(&name, HEAD)?.unwrap_or_default();
        let mut events = Events::new(&name, &head, limits.depth);
        loop {
            match events.next()? {
                Some(Event::Start(list)) => {
                    if number(&list, "uniqueCount").is_some_and(|count| count > limits.cells) {
                        return Err(too_many_cells(limits));
                    }
                    break;
                }
                Some(_) => {}
                None => return Err(damaged(&name, &"it holds no list of strings")),
            }
        }
    }
    Ok(())
}

fn damaged(place: &str, error: &dyn std::fmt::Display) -> Error {
    Error::new(format!(
        "{place} cannot be read ({error}): open it in a spreadsheet program and save it again"
    ))
}
