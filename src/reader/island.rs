//! Islands: parts of a page that Yew renders again in the browser. The element around
//! each has its props as attributes. Nothing else on a page is rendered again.

use std::cell::RefCell;

use const_format::concatcp;
use says_who_view::dom::class;
use says_who_view::search_form::SearchFormProps;
use web_sys::Element;

use super::dom;
use super::ledger_search::Search;
use super::page_loader::PAGE_ROOT;

type Callback = Box<dyn FnOnce()>;

thread_local! {
    /// The number of islands that are not ready, and what to call once all are.
    static WAITING: RefCell<(usize, Option<Callback>)> = RefCell::default();
}

/// Reports that an island handles events and has applied the query of the address.
pub(super) fn ready() {
    let then = WAITING.with_borrow_mut(|(waiting, then)| {
        *waiting = waiting.saturating_sub(1);
        if *waiting == 0 { then.take() } else { None }
    });
    if let Some(then) = then {
        then();
    }
}

/// Calls `then` once all islands are ready.
pub(super) fn when_ready(then: impl FnOnce() + 'static) {
    let is_waiting = WAITING.with_borrow(|(waiting, _)| *waiting > 0);
    if is_waiting {
        WAITING.with_borrow_mut(|(_, waiting)| *waiting = Some(Box::new(then)));
    } else {
        then();
    }
}

/// The islands of the page in view.
#[derive(Default)]
pub(super) struct Islands(Option<yew::AppHandle<Search>>);

impl Islands {
    /// Mounts every island. This replaces what the generator rendered by the same, so
    /// nothing moves. No input of the reader is lost: the style sheet hides the search
    /// until the app is ready.
    pub(super) fn mount() -> Self {
        let search = concatcp!(PAGE_ROOT, " .", class::ISLAND);
        Self(dom::first::<Element>(search).map(|element| {
            let value = |name: &str| element.get_attribute(name).unwrap_or_default();
            let props = SearchFormProps::from_attributes(value);
            WAITING.with_borrow_mut(|(waiting, _)| *waiting += 1);
            yew::Renderer::<Search>::with_root_and_props(element, props).render()
        }))
    }

    /// Unmounts them, with their event listeners.
    pub(super) fn unmount(self) {
        WAITING.take();
        if let Some(search) = self.0 {
            search.destroy();
        }
    }
}
