//! What the part of an address after `#` leads to, however it was mangled on
//! its way.

use says_who_model::Id;

use super::page::{by_id, is_whole};
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

/// What `hash` leads to on the page in view.
///
/// On the page of the whole an older name leads to the item's present one.
/// What could not be an id is never named to the reader.
pub(super) fn target(hash: &str) -> Target {
    let name = fragment(hash);
    let id = without_tail(&name).to_ascii_lowercase().parse::<Id>();
    if let (true, Ok(id)) = (is_whole(), &id)
        && let Some(present) = present(id.as_str())
    {
        return Target::Element(present);
    }
    let there = |name: &String| !name.is_empty() && by_id(name).is_some();
    match [name.clone(), name.to_ascii_lowercase()]
        .into_iter()
        .find(there)
    {
        Some(name) => Target::Element(name),
        None => match id {
            Ok(id) if is_whole() => Target::Unknown(id),
            _ => Target::Top,
        },
    }
}

/// The present name of what has this one; none where the page has no such id.
fn present(name: &str) -> Option<String> {
    let element = by_id(name)?;
    if !element.class_list().contains("old-name") {
        return Some(name.to_owned());
    }
    let item = element.parent_element()?.closest("[id]").ok()??;
    Some(item.id())
}
