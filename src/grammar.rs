//! The grammar: what provinces call things, as data. Embedded in the binary, overlaid by a directory.

use std::sync::OnceLock;

/// All entries of the grammar files, compiled.
#[derive(Debug, Default)]
pub struct Grammar {}

impl Grammar {
    /// The grammar that is embedded in the binary.
    pub fn embedded() -> &'static Grammar {
        static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
        GRAMMAR.get_or_init(Grammar::default)
    }
}
