//! How a state is rendered.

/// How a state is rendered.
#[derive(Clone, Copy)]
pub(crate) enum Look {
    Light,
    Dark,
    /// In forced colors.
    Forced,
    /// With text twice as large.
    Large,
    /// Printed to a PDF file.
    Print,
}

pub(crate) fn scheme(look: Look) -> &'static str {
    match look {
        Look::Dark => "dark",
        Look::Light | Look::Forced | Look::Large | Look::Print => "light",
    }
}

pub(crate) fn forced(look: Look) -> bool {
    matches!(look, Look::Forced)
}
