//! Scrolls to the target of the address.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use says_who_routes::Route;
use says_who_view::dom::id;
use yew::platform::spawn_local;

use super::{Arrival, Navigation, dispute, query_and_hash};
use crate::reader::app::{self, Action, dispatch};
use crate::reader::hash_target::{Target, target};
use crate::reader::notice::NotFound;
use crate::reader::scroll_to::{self, ScrollMode};
use crate::reader::{address, history, load_type, page_data, page_loader};

impl Navigation {
    /// Scrolls to the target of the address. `moved` says whether the layout has
    /// changed since the browser scrolled there.
    pub(super) fn scroll_to_target(&self, arrival: &Arrival, moved: bool) {
        let (query, hash) = query_and_hash();
        let to = target(&hash);
        let item = match &to {
            Target::Element(id) => Some(id.as_str()),
            Target::Top | Target::Unknown(_) => None,
        };
        let renamed = item.is_some_and(|id| hash != format!("#{id}"));
        if let Some(id) = item.filter(|_| renamed) {
            // An older or mangled name: the address gets the present one.
            history::replace_address(&format!("{}{query}#{id}", page_loader::path()));
        }
        if app::with(|state| state.comparison.is_some()) {
            scroll_to_comparison(arrival);
            return;
        }
        if let Some(dispute) = dispute().filter(|_| page_loader::is_whole()) {
            let unknown = match &to {
                Target::Unknown(asked) => Some(asked),
                Target::Top | Target::Element(_) => None,
            };
            if let Some(speaker) =
                unknown.filter(|id| page_data::has_speaker(&document(), id.as_str()))
            {
                let page = Route::Item(dispute, speaker.clone());
                let href = format!("{}{query}", self.base.href(&page));
                let _ = window().location().replace(&href);
                return;
            }
            let not_found = unknown.map(|id| NotFound::new(dispute, Some(id.clone()), &document()));
            dispatch(Action::NotFound(not_found));
            if unknown.is_some() {
                scroll_to::item(id::NOT_FOUND_NOTICE, ScrollMode::Scroll);
                return;
            }
        }
        match (arrival, item) {
            // The browser did not know the name, or scrolled to where it was.
            (Arrival::Loaded, Some(id)) if renamed || moved => {
                scroll_to::item(id, ScrollMode::Scroll)
            }
            (Arrival::Loaded, Some(id)) => {
                scroll_to::item(id, load_type::scroll_mode());
                scroll_again_when_loaded(id);
            }
            (Arrival::Loaded | Arrival::ByLink, None)
                if page_loader::is_whole() && !address::query().is_unfiltered() =>
            {
                scroll_to::results();
            }
            (Arrival::Loaded, None) => {}
            (Arrival::ByLink, Some(id)) => scroll_to::item(id, ScrollMode::Scroll),
            (Arrival::ByLink, None) => scroll_to::top(),
            (Arrival::ByHistory(place), item) => scroll_to::restore(place, item),
        }
    }
}

/// Scrolls to a comparison, or back to the reader's place in it, once it is shown.
fn scroll_to_comparison(arrival: &Arrival) {
    let place = match arrival {
        Arrival::ByHistory(place) => Some(place.clone()),
        Arrival::Loaded | Arrival::ByLink => None,
    };
    app::when_rendered(move || match place {
        Some(place) => scroll_to::restore(&place, None),
        None => scroll_to::comparison(),
    });
}

/// Scrolls to the item again on the `load` event: WebKit then scrolls to the hash by
/// itself and removes focus.
fn scroll_again_when_loaded(id: &str) {
    if document().ready_state() == "complete" {
        return;
    }
    let id = id.to_owned();
    let loaded = EventListener::once(&window(), "load", move |_| {
        spawn_local(async move { scroll_to::item(&id, load_type::scroll_mode()) });
    });
    loaded.forget();
}
