//! Islands: parts of a page that Yew draws again in the browser. Each stands in an
//! element of the page whose attributes hold what it is drawn from; what surrounds
//! it is never drawn again.

use std::cell::RefCell;

use const_format::concatcp;
use says_who_view::dom::class;
use says_who_view::search_form::SearchFormProps;
use web_sys::Element;

use super::dom;
use super::ledger_search::Search;
use super::page_loader::SITE;

type Then = Box<dyn FnOnce()>;

thread_local! {
    /// How many islands are not ready yet, and what is done when all are.
    static WAITING: RefCell<(usize, Option<Then>)> = RefCell::default();
}

/// Says that an island answers to the reader from now on, and has done what the
/// address asks of it.
pub(super) fn ready() {
    let then = WAITING.with_borrow_mut(|(waiting, then)| {
        *waiting = waiting.saturating_sub(1);
        if *waiting == 0 { then.take() } else { None }
    });
    if let Some(then) = then {
        then();
    }
}

/// Does something once all islands are ready.
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
    /// Draws every island in the place of what was written. That is the same, and
    /// can't be used before the app has come: nothing of the reader's is in it.
    pub(super) fn mount() -> Self {
        let search = concatcp!(SITE, " .", class::ISLAND);
        Self(dom::first::<Element>(search).map(|element| {
            let value = |name: &str| element.get_attribute(name).unwrap_or_default();
            let props = SearchFormProps::from_attributes(value);
            WAITING.with_borrow_mut(|(waiting, _)| *waiting += 1);
            yew::Renderer::<Search>::with_root_and_props(element, props).render()
        }))
    }

    /// Ends them, with all that they listen to.
    pub(super) fn unmount(self) {
        WAITING.take();
        if let Some(search) = self.0 {
            search.destroy();
        }
    }
}
