//! What can be sent, cited and shown in a frame.

use says_who_model::{Id, Item};

/// An item, or the whole explainer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject<'a> {
    /// The whole explainer.
    Whole,
    /// One item.
    Item(Item<'a>),
}

impl<'a> Subject<'a> {
    /// The item's id; none for the whole.
    pub fn id(&self) -> Option<&'a Id> {
        match self {
            Self::Whole => None,
            Self::Item(item) => Some(item.id()),
        }
    }

    /// The id as it stands on a control; empty for the whole.
    pub fn name(&self) -> &'a str {
        self.id().map_or("", Id::as_str)
    }
}
