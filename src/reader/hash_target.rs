//! Finds the target of a hash on the page, however it was mangled.

use says_who_model::Id;
use says_who_routes::{fragment, segments};
use says_who_view::dom::class;

use super::page_loader::{by_id, is_whole};

/// The target of a hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// None: the top of the page.
    Top,
    /// The element with this id.
    Element(String),
    /// An item that the dispute does not have.
    Unknown(Id),
}

/// The target of `hash` on the page in view.
///
/// On the page of the whole an older name leads to the item's present one. Only what
/// could be an id is ever shown to the reader as unknown.
pub(super) fn target(hash: &str) -> Target {
    let name = fragment(hash);
    if let Some(present) = present(&name) {
        return Target::Element(present);
    }
    // The ids of the page's own sections begin with an underscore.
    let own = |id: &str| present(&format!("_{id}")).is_some();
    for part in segments(&name)
        .iter()
        .filter(|part| !part.name().is_empty())
    {
        if part.starts_with_underscore()
            && let Some(id) = part.find_known(&own)
        {
            return Target::Element(format!("_{id}"));
        }
        if let Some(id) = part.find_known(&|id| present(id).is_some()) {
            return present(&id).map_or(Target::Top, Target::Element);
        }
        // A tracking parameter may stand before the id.
        if !part.is_parameter {
            let unknown = part.unknown_id().filter(|_| is_whole());
            return unknown.map_or(Target::Top, Target::Unknown);
        }
    }
    Target::Top
}

/// The present id of the element with this id or old name; `None` if there is none.
fn present(name: &str) -> Option<String> {
    let element = by_id(name).filter(|_| !name.is_empty())?;
    if !element.class_list().contains(class::ALIAS_ANCHOR) {
        return Some(name.to_owned());
    }
    let item = element.parent_element()?.closest("[id]").ok()??;
    Some(item.id())
}
