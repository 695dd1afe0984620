//! What the part of an address after `#` leads to, however it was mangled on
//! its way.

use says_who_model::Id;
use says_who_view::dom::class;

use super::page_loader::{by_id, is_whole};
use says_who_routes::{fragment, parts};

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
    if let Some(present) = present(&name) {
        return Target::Element(present);
    }
    // The page's own sections have names that begin with an underscore.
    let own = |id: &str| present(&format!("_{id}")).is_some();
    for part in parts(&name).iter().filter(|part| !part.name().is_empty()) {
        if part.is_own()
            && let Some(id) = part.find(&own)
        {
            return Target::Element(format!("_{id}"));
        }
        if let Some(id) = part.find(&|id| present(id).is_some()) {
            return present(&id).map_or(Target::Top, Target::Element);
        }
        // What counts visitors may stand before what was meant.
        if !part.is_setting {
            let unknown = part.unknown().filter(|_| is_whole());
            return unknown.map_or(Target::Top, Target::Unknown);
        }
    }
    Target::Top
}

/// The id of the element that has this one now; none where the page has none.
fn present(name: &str) -> Option<String> {
    let element = by_id(name).filter(|_| !name.is_empty())?;
    if !element.class_list().contains(class::OLD_NAME) {
        return Some(name.to_owned());
    }
    let item = element.parent_element()?.closest("[id]").ok()??;
    Some(item.id())
}
