//! What the part of an address after `#` leads to, however it was mangled on
//! its way.

use gloo::utils::document;
use says_who_model::{Id, ItemRef};

use crate::pages::Page;
use crate::routes::{fragment, without_tail};

/// Where a hash leads on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Nowhere in particular.
    Top,
    /// To the element with this id.
    Element(String),
    /// To an item that the dispute does not have.
    Unknown(Id),
}

/// What `hash` leads to on `page`, which is in view.
///
/// On the page of the whole an older name leads to the item's present one.
/// What could not be an id is never named to the reader.
pub(super) fn target(page: &Page<'_>, hash: &str) -> Target {
    let name = fragment(hash);
    let id = without_tail(&name).to_ascii_lowercase().parse::<Id>();
    if let (true, Some(dispute), Ok(id)) = (page.is_whole(), page.dispute(), &id) {
        match dispute.follow(id.as_str()) {
            Some(ItemRef::Item(item)) => return Target::Element(item.id().to_string()),
            Some(ItemRef::Gone(..)) => return Target::Element(id.to_string()),
            Some(ItemRef::Alias(_)) | None => {}
        }
    }
    let there = |name: &String| !name.is_empty() && document().get_element_by_id(name).is_some();
    match [name.clone(), name.to_ascii_lowercase()]
        .into_iter()
        .find(there)
    {
        Some(name) => Target::Element(name),
        None => match id {
            Ok(id) if page.is_whole() => Target::Unknown(id),
            _ => Target::Top,
        },
    }
}
