//! The rows of a table, one behind the other: a large table has many, and they are short.

use std::ops::Index;

use serde::{Serialize, Serializer};
use smol_str::SmolStr;

/// The texts of a table, row by row. In JSON each row is an array.
///
/// ```
/// use gongkai::report::Rows;
/// let rows = Rows::new(["项目", "金额", "合计", "3.00"].map(Into::into).into(), 2);
/// assert_eq!(rows[1][0], "合计");
/// assert_eq!(rows.iter().count(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    texts: Vec<SmolStr>,
    width: usize,
}

impl Rows {
    /// Rows of so many texts each.
    pub fn new(texts: Vec<SmolStr>, width: usize) -> Self {
        Self { texts, width }
    }

    /// The rows, from the first to the last.
    pub fn iter(&self) -> impl Iterator<Item = &[SmolStr]> {
        // Rows without columns hold nothing.
        self.texts.chunks_exact(self.width.max(1))
    }
}

impl Index<usize> for Rows {
    type Output = [SmolStr];

    fn index(&self, row: usize) -> &[SmolStr] {
        &self.texts[row * self.width..][..self.width]
    }
}

impl Serialize for Rows {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
