//! Writes TOML in the project's style: short values on one line, dates without
//! quotation marks, a chain with one line per hop, lists of things as tables.
//! Records the position of each value, so that a problem in the text can be traced
//! back to the value's path.

mod date_keys;
mod list_style;
mod writer;

pub use list_style::ListStyle;
pub use writer::to_toml;

/// The text of a TOML file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TomlText {
    /// The text.
    pub text: String,
    /// The start of each value, in the order of the text.
    pub positions: Vec<ValuePosition>,
}

/// The position of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValuePosition {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The path of the value: its keys and indices, like `statement.0.said`.
    pub path: String,
}

impl TomlText {
    /// The path of the value at a position, or of the last value before it.
    #[must_use]
    pub fn path_at(&self, line: usize, column: usize) -> Option<&str> {
        let before = self
            .positions
            .partition_point(|position| (position.line, position.column) <= (line, column));
        Some(&self.positions.get(before.checked_sub(1)?)?.path)
    }
}
