//! What a button copies.

use crate::citations::Format;

/// A text that a button copies. Its name is in the button's `data-copy`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copyable {
    /// The link.
    Link,
    /// The quotation with its attribution.
    Quotation,
    /// The citation.
    Citation(Format),
    /// The embed code.
    Embed,
}

impl Copyable {
    /// Its name; that of a citation is the name of its file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Link => CopyKind::LINK,
            Self::Quotation => CopyKind::QUOTATION,
            Self::Citation(format) => format.file_name(),
            Self::Embed => CopyKind::EMBED,
        }
    }
}

/// The kind of a [`Copyable`], for the message that it was copied. The app uses
/// this: it needs no citation formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyKind {
    /// The link.
    Link,
    /// A quotation with its attribution.
    Quotation,
    /// The embed code.
    Embed,
    /// A citation.
    Citation,
}

impl CopyKind {
    /// The name of [`CopyKind::Link`].
    pub const LINK: &str = "link";
    /// The name of [`CopyKind::Quotation`].
    pub const QUOTATION: &str = "quotation";
    /// The name of [`CopyKind::Embed`].
    pub const EMBED: &str = "embed";

    /// The kind of the [`Copyable`] with this name. All other names are those of
    /// citation files.
    pub fn from_name(name: &str) -> Self {
        match name {
            Self::LINK => Self::Link,
            Self::QUOTATION => Self::Quotation,
            Self::EMBED => Self::Embed,
            _ => Self::Citation,
        }
    }
}
