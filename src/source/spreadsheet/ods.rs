//! OpenDocument spreadsheets (.ods): cells as the file shows them, which it keeps beside their values.

use std::collections::BTreeSet;

use quick_xml::events::{BytesStart, Event};

use crate::document::{Document, Format};
use crate::source::package::Package;
use crate::source::spreadsheet::number_format::shortest;
use crate::source::spreadsheet::{Region, Sheet, Value, write};
use crate::source::writer::too_many_cells;
use crate::source::xml::{Events, attribute, number, resolve};
use crate::source::{Error, Limits};

/// Reads a spreadsheet.
///
/// # Errors
///
/// When it is damaged, encrypted, or passes a limit.
pub(in crate::source) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    let mut package = Package::open(bytes, limits)?;
    let manifest = package.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Error::new(
            "the spreadsheet is encrypted: open it with its password and save it without",
        ));
    }
    let content = package
        .text("content.xml")?
        .ok_or_else(|| Error::new("the package has no content.xml: fetch the file again"))?;
    let mut reader = Content {
        limits,
        sheets: Vec::new(),
        hidden: BTreeSet::new(),
        style: String::new(),
        row: 0,
        column: 0,
        declared: 0,
        row_start: 0,
        cell: None,
        notes: 0,
        count: 0,
    };
    Events::new("content.xml", &content, limits.depth).each(|event| {
        match event {
            Event::Start(element) => reader.open(element),
            Event::End(element) => reader.close(element.local_name().as_ref())?,
            Event::Text(text) => reader.text(text),
            Event::GeneralRef(reference) => reader.text(&resolve(reference)),
            _ => {}
        }
        Ok(())
    })?;
    write(reader.sheets, Format::Ods, "UTF-8", limits)
}

/// What has been read of the content.
struct Content<'a> {
    limits: &'a Limits,
    sheets: Vec<Sheet>,
    /// The names of the table styles that hide a sheet.
    hidden: BTreeSet<String>,
    style: String,
    row: u32,
    column: u32,
    /// How many columns were declared.
    declared: u32,
    /// Where in the cells of the sheet the row begins, and how often it is repeated.
    row_start: usize,
    cell: Option<Cell>,
    /// How many notes are open: their text is none of the cell.
    notes: usize,
    count: usize,
}

/// The open cell.
struct Cell {
    text: String,
    paragraph: bool,
    value: Option<String>,
    repeated: u32,
    rows: u32,
    columns: u32,
}

impl Content<'_> {
    fn open(&mut self, element: &BytesStart) {
        match element.local_name().as_ref() {
            "style" => self.style = attribute(element, "name").unwrap_or_default(),
            "table-properties" if attribute(element, "display").as_deref() == Some("false") => {
                self.hidden.insert(self.style.clone());
            }
            "table" => {
                let style = attribute(element, "style-name").unwrap_or_default();
                self.sheets.push(Sheet {
                    name: attribute(element, "name").unwrap_or_default(),
                    hidden: self.hidden.contains(&style),
                    ..Sheet::default()
                });
                self.row = 0;
                self.declared = 0;
            }
            "table-column" => {
                let first = self.declared;
                let columns = repeated(element, "number-columns-repeated");
                self.declared = first.saturating_add(columns);
                if let Some(sheet) = self.sheets.last_mut().filter(|_| is_hidden(element)) {
                    sheet.unseen.columns.add(first, self.declared - 1);
                }
            }
            "table-row" => {
                let rows = repeated(element, "number-rows-repeated");
                if let Some(sheet) = self.sheets.last_mut().filter(|_| is_hidden(element)) {
                    let last = self.row.saturating_add(rows - 1);
                    sheet.unseen.rows.add(self.row, last);
                }
                self.column = 0;
                self.row_start = self.sheets.last().map_or(0, |sheet| sheet.cells.len());
                self.count = rows as usize;
            }
            "table-cell" | "covered-table-cell" => {
                self.cell = Some(Cell {
                    text: String::new(),
                    paragraph: false,
                    value: attribute(element, "value"),
                    repeated: repeated(element, "number-columns-repeated"),
                    rows: repeated(element, "number-rows-spanned"),
                    columns: repeated(element, "number-columns-spanned"),
                });
            }
            "annotation" => self.notes += 1,
            "p" => {
                if let Some(cell) = &mut self.cell {
                    if cell.paragraph && self.notes == 0 {
                        cell.text.push('\n');
                    }
                    cell.paragraph |= self.notes == 0;
                }
            }
            "s" | "tab" | "line-break" => self.text(" "),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Error> {
        match name {
            "annotation" => self.notes = self.notes.saturating_sub(1),
            "table-cell" | "covered-table-cell" => return self.close_cell(),
            "table-row" => return self.close_row(),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self
            .cell
            .as_mut()
            .filter(|cell| cell.paragraph && self.notes == 0)
        {
            cell.text.push_str(text);
        }
    }

    fn close_cell(&mut self) -> Result<(), Error> {
        let Some(cell) = self.cell.take() else {
            return Ok(());
        };
        let Some(sheet) = self.sheets.last_mut() else {
            return Ok(());
        };
        let text = match &cell.value {
            Some(value) if cell.text.is_empty() => {
                value.parse().map_or_else(|_| value.into(), shortest)
            }
            _ => cell.text.into(),
        };
        let first = self.column;
        self.column = first.saturating_add(cell.repeated);
        if cell.rows > 1 || cell.columns > 1 {
            sheet.merged.push(Region {
                top: self.row,
                left: first,
                bottom: self.row.saturating_add(cell.rows - 1),
                right: first.saturating_add(cell.columns - 1),
            });
        }
        if text.trim().is_empty() {
            return Ok(());
        }
        for column in first..self.column {
            if sheet.cells.len() >= self.limits.cells {
                return Err(too_many_cells(self.limits));
            }
            let (row, text) = (self.row, text.clone());
            sheet.cells.push(Value { row, column, text });
        }
        Ok(())
    }

    /// Ends a row, and repeats it as often as it says, if it holds something.
    fn close_row(&mut self) -> Result<(), Error> {
        let Some(sheet) = self.sheets.last_mut() else {
            return Ok(());
        };
        let last = sheet.cells.len();
        let width = last - self.row_start.min(last);
        if width > 0 {
            if self.count.saturating_mul(width).saturating_add(last) > self.limits.cells {
                return Err(too_many_cells(self.limits));
            }
            for repeat in 1..self.count {
                for at in self.row_start..last {
                    let Value { row, column, text } = &sheet.cells[at];
                    let copy = Value {
                        row: row + repeat as u32,
                        column: *column,
                        text: text.clone(),
                    };
                    sheet.cells.push(copy);
                }
            }
        }
        self.row = self
            .row
            .saturating_add(u32::try_from(self.count).unwrap_or(u32::MAX));
        Ok(())
    }
}

/// Whether a row or a column is hidden, by hand or by a filter.
fn is_hidden(element: &BytesStart) -> bool {
    let visibility = attribute(element, "visibility");
    visibility.is_some_and(|visibility| matches!(visibility.as_ref(), "collapse" | "filter"))
}

fn repeated(element: &BytesStart, name: &str) -> u32 {
    let count = number(element, name).and_then(|count| u32::try_from(count).ok());
    count.unwrap_or(1).clamp(1, 1 << 20)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::package::tests::pack;

    fn document(tables: &str) -> Result<Document, Error> {
        let content = format!(
            "<d xmlns:table=\"t\" xmlns:text=\"x\" xmlns:office=\"o\" xmlns:style=\"s\"><style:style style:name=\"ta2\">\
             <style:table-properties table:display=\"false\"/></style:style>{tables}</d>"
        );
        let bytes = pack(&[
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", &content),
        ]);
        read(&bytes, &Limits::default())
    }

    #[test]
    fn cells_are_read_as_they_are_shown() {
        let tables = "<table:table table:name=\"表\"><table:table-row>\
            <table:table-cell table:number-columns-spanned=\"2\"><text:p>收入</text:p><text:p>决算表</text:p></table:table-cell>\
            <table:covered-table-cell/></table:table-row>\
            <table:table-row table:number-rows-repeated=\"2\"><table:table-cell><text:p>合计<office:annotation>\
            <text:p>批注</text:p></office:annotation></text:p></table:table-cell>\
            <table:table-cell office:value=\"3.5\"><text:p>3.50</text:p></table:table-cell></table:table-row>\
            <table:table-row><table:table-cell table:number-columns-repeated=\"2\" office:value=\"0.30000000000000004\"/>\
            </table:table-row><table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell \
            table:number-columns-repeated=\"16384\"/></table:table-row></table:table>\
            <table:table table:name=\"隐\" table:style-name=\"ta2\"><table:table-row><table:table-cell><text:p>略</text:p>\
            </table:table-cell></table:table-row></table:table>";
        let document = document(tables).unwrap();
        assert_eq!(
            document.text,
            "表\n\n收入 决算表\t\n合计\t3.50\n合计\t3.50\n0.3\t0.3\n\n"
        );
        assert_eq!(document.tables[0].text(0, 1), "收入 决算表");
    }

    #[test]
    fn hidden_rows_and_columns_are_left_out() {
        let cells = "<table:table-cell><text:p>甲</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"2\">\
            <text:p>旧</text:p></table:table-cell><table:table-cell><text:p>乙</text:p></table:table-cell>";
        let rows = [
            "",
            " table:visibility=\"filter\" table:number-rows-repeated=\"2\"",
            " table:visibility=\"visible\"",
        ]
        .map(|attributes| format!("<table:table-row{attributes}>{cells}</table:table-row>"));
        let columns = "<table:table-column/><table:table-column table:number-columns-repeated=\"2\" \
            table:visibility=\"collapse\"/><table:table-column/>";
        let table = format!(
            "<table:table table:name=\"表\">{columns}{}</table:table>",
            rows.concat()
        );
        assert_eq!(document(&table).unwrap().text, "表\n\n甲\t乙\n甲\t乙\n\n");
    }

    #[test]
    fn a_row_repeated_without_end_is_an_error() {
        let tables = "<table:table table:name=\"表\"><table:table-row table:number-rows-repeated=\"1048576\">\
            <table:table-cell table:number-columns-repeated=\"16384\"><text:p>1</text:p></table:table-cell>\
            </table:table-row></table:table>";
        assert!(document(tables).is_err());
    }
}
