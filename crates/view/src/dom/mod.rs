//! The names by which the app finds its way on a page: ids, classes and
//! attributes. The components write them, the app looks them up; here each is
//! defined once. Names that only the style sheet needs are not listed.

pub mod attribute;
pub mod class;
pub mod id;

/// Stands for the site's scheme and host in a text of a page that was written
/// without knowing them. Such a text is only copied; what is shown has an element
/// with [`attribute::HOST`] there.
pub const ORIGIN_PLACEHOLDER: &str = "\u{e000}";
