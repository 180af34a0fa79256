//! The styles part: the number format of each style of a cell.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use crate::source::package::Package;
use crate::source::spreadsheet::number_format::NumberFormat;
use crate::source::xml::{Events, attribute, number};
use crate::source::{Error, Limits};

/// The formats of a workbook, by the number of the style; none where it has no styles.
pub(super) fn read(
    package: &mut Package,
    folder: &str,
    limits: &Limits,
) -> Result<Vec<NumberFormat>, Error> {
    let part = format!("{folder}styles.xml");
    let content = package.text(&part)?.unwrap_or_default();
    let mut codes = BTreeMap::new();
    let mut formats = Vec::new();
    let mut of_cells = false;
    let mut events = Events::new(&part, &content, limits.depth);
    while let Some(event) = events.next()? {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let id = number(&element, "numFmtId");
                    codes.extend(id.zip(attribute(&element, "formatCode")));
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells => {
                    let id = number(&element, "numFmtId").unwrap_or_default();
                    formats.push(format(id, codes.get(&id).map(String::as_str)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => of_cells = false,
            _ => {}
        }
    }
    Ok(formats)
}

/// The format of a number, with the code that the file has for it. The codes of built-in dates are those of the edition,
/// not of the file; the others without a code are those of the standard (18.8.30).
fn format(id: usize, code: Option<&str>) -> NumberFormat {
    let built_in = NumberFormat::built_in(u32::try_from(id).unwrap_or_default());
    match (id, code) {
        (14..=36 | 45..=58, _) => built_in,
        (_, Some(code)) => NumberFormat::new(code),
        (37 | 38, None) => NumberFormat::new("#,##0 ;(#,##0)"),
        (39 | 40, None) => NumberFormat::new("#,##0.00;(#,##0.00)"),
        (41, None) => NumberFormat::new("#,##0;(#,##0);\"-\""),
        (42, None) => NumberFormat::new("$#,##0;$(#,##0);$\"-\""),
        (43, None) => NumberFormat::new("#,##0.00;(#,##0.00);\"-\""),
        (44, None) => NumberFormat::new("$#,##0.00;$(#,##0.00);$\"-\""),
        (_, None) => built_in,
    }
}
