//! Numbers of tables that are in none of their cells: listed, as no cell shows them.

use super::number;
use crate::document::{Document, Table};
use crate::fact::{MentionKind, Reason, Unbound};

/// The numbers of tables that could stand in several columns, in the unit of their table; without one, in yuan.
pub fn unplaced(document: &Document) -> impl Iterator<Item = Unbound> {
    let of_table = |table: &Table| {
        let scale = table.caption.unit.as_ref().map_or(1, |unit| unit.scale);
        let read = |&span| {
            let number = number::read(document.slice(span), &[])?;
            Some(Unbound {
                kind: MentionKind::Amount,
                value: number.value.checked_mul(scale.into()),
                reason: Reason::Ambiguous,
                span: document.quote(span),
            })
        };
        table.unplaced.iter().filter_map(read).collect::<Vec<_>>()
    };
    document.tables.iter().flat_map(of_table)
}
