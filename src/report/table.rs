//! The tables of a document as the report prints them.

use super::{Rows, Table};
use smol_str::format_smolstr;

use crate::document::{Cell, Document};
use crate::fact::statement::TableKind;

/// Every table with its cells; `kinds` are those of [`Document::tables`] as statements, in order, `evaluated` those that
/// self-assessments were read from.
pub fn tables(
    document: &Document,
    kinds: &[TableKind],
    evaluated: &[(usize, &'static str)],
) -> Vec<Table> {
    document
        .tables
        .iter()
        .enumerate()
        .map(|(index, table)| {
            let kind = kinds.get(index).cloned().unwrap_or_default();
            let text = |cell: Option<&Cell>| cell.map(|cell| cell.text.clone()).unwrap_or_default();
            let mut texts = Vec::with_capacity(table.height() * table.width());
            for row in 0..table.height() {
                texts.extend(table.positions(row).map(text));
            }
            Table {
                id: format_smolstr!("t{}", index + 1),
                kind: kind.kind.or_else(|| {
                    let found = evaluated.iter().find(|(at, _)| *at == index)?;
                    Some(found.1.to_owned())
                }),
                title: kind.title,
                unit: kind.unit,
                rows: table.height(),
                columns: table.width(),
                span: document.extent(table.span),
                cells: Rows::new(texts, table.width()),
            }
        })
        .collect()
}
