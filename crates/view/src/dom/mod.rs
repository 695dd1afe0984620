//! The names by which the app finds elements on a page: ids, classes and attributes.
//! The components write them and the app looks them up; each is defined once, here.
//! Names that only the style sheet needs are not listed.

pub mod attribute;
pub mod class;
pub mod id;

/// A placeholder for the site's scheme and host in texts of pages that were written
/// without knowing them. It is only in texts to copy; visible text has an element
/// with [`attribute::HOST`] instead.
pub const ORIGIN_PLACEHOLDER: &str = "\u{e000}";
