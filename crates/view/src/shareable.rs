//! What can be shared, cited and embedded.

use says_who_model::{Id, Item};

/// An item, or the whole explainer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shareable<'a> {
    /// The whole explainer.
    Whole,
    /// One item.
    Item(Item<'a>),
}

impl<'a> Shareable<'a> {
    /// The item's id; `None` for the whole explainer.
    pub fn id(&self) -> Option<&'a Id> {
        match self {
            Self::Whole => None,
            Self::Item(item) => Some(item.id()),
        }
    }

    /// The value of `data-item` and `data-of`: the id, or empty for the whole
    /// explainer.
    pub fn data_item(&self) -> &'a str {
        self.id().map_or("", Id::as_str)
    }
}
