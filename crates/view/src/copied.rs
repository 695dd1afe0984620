//! What a control copies, as the reader is told of it.

/// What was copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The link.
    Link,
    /// A quotation with its attribution.
    Quotation,
    /// The code of a frame.
    Embed,
    /// A citation.
    Citation,
}

impl Copied {
    /// The name of [`Copied::Link`] on a control.
    pub const LINK: &str = "link";
    /// The name of [`Copied::Quotation`].
    pub const QUOTATION: &str = "quotation";
    /// The name of [`Copied::Embed`].
    pub const EMBED: &str = "embed";

    /// What the control with this name copies: a citation, where the name is that
    /// of a citation's file.
    pub fn named(name: &str) -> Self {
        match name {
            Self::LINK => Self::Link,
            Self::QUOTATION => Self::Quotation,
            Self::EMBED => Self::Embed,
            _ => Self::Citation,
        }
    }
}
