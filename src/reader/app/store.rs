//! The store: holds the state, changes it by actions, and does what has to be done
//! outside.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use const_format::concatcp;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use says_who_view::dom::{attribute, class, id};
use says_who_view::words::AppWords;
use web_sys::Element;

use super::action::{Action, PageFacts};
use super::effect::{AfterRendering, Effect};
use super::state::State;
use super::{App, Msg, filtering};
use crate::reader::live_region::announce;
use crate::reader::page_loader::PAGE_ROOT;
use crate::reader::scroll_anchor::ScrollAnchor;
use crate::reader::{
    address, dispute_search, dom, notice, open_sources, page_data, page_loader, scroll_spy,
    scroll_to, share_dialog, shortcuts, side_order,
};

/// How long after the last letter the address is written and the result announced, in
/// milliseconds. Browsers limit how often the address is written, and a screen reader
/// should not announce a result for every letter.
const TYPING_DELAY: u32 = 300;

type Callback = Box<dyn FnOnce()>;

thread_local! {
    static APP: RefCell<Option<yew::AppHandle<App>>> = const { RefCell::new(None) };
    static STATE: RefCell<State> = RefCell::default();
    static WORDS: RefCell<Rc<AppWords>> = RefCell::default();
    /// What happened while something else was being handled.
    static WAITING: RefCell<VecDeque<Action>> = const { RefCell::new(VecDeque::new()) };
    static IS_HANDLING: Cell<bool> = const { Cell::new(false) };
    /// How many pages were shown.
    static PAGES: Cell<usize> = const { Cell::new(0) };
    /// How many messages were sent to the component.
    static SENT: Cell<usize> = const { Cell::new(0) };
    /// What has to be done once the page shows the state.
    static AFTER_RENDERING: RefCell<Vec<AfterRendering>> = const { RefCell::new(Vec::new()) };
    /// What to call once the page shows the state.
    static WHEN_RENDERED: RefCell<Vec<Callback>> = const { RefCell::new(Vec::new()) };
    /// Whether the page in view is ready, and what to call once it is.
    static IS_READY: Cell<bool> = const { Cell::new(false) };
    static WHEN_READY: RefCell<Option<Callback>> = const { RefCell::new(None) };
    /// Runs until the reader has stopped typing.
    static TYPING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    static KEPT_PLACE: RefCell<Option<ScrollAnchor>> = const { RefCell::new(None) };
}

/// Mounts the app and shows the page in view. Its own element stands nowhere: it renders
/// into the page only by portals.
pub(in crate::reader) fn start(words: AppWords) {
    WORDS.set(Rc::new(words));
    if let Ok(root) = document().create_element("div") {
        APP.set(Some(yew::Renderer::<App>::with_root(root).render()));
    }
    show_page();
}

/// Takes over the page in view.
pub(in crate::reader) fn show_page() {
    let data = page_data::read(&document()).map(Rc::new);
    let words = WORDS.with_borrow(Rc::clone);
    WHEN_READY.take();
    IS_READY.set(data.is_none());
    filtering::start(data.clone(), &words);
    PAGES.set(PAGES.get() + 1);
    tell(Msg::PageShown(PAGES.get()));
    let page = PageFacts {
        data,
        second_side: page_loader::attribute_of_page(attribute::SECOND_SIDE_ID),
        words,
    };
    dispatch(Action::PageShown(page, address::text()));
}

/// Calls `then` once the page in view handles events and has applied the query of the
/// address.
pub(in crate::reader) fn when_ready(then: impl FnOnce() + 'static) {
    if IS_READY.get() {
        then();
    } else {
        WHEN_READY.set(Some(Box::new(then)));
    }
}

/// Calls `then` once the page shows the present state. Yew may let the browser have its
/// turn before it renders, so a task of one's own could be too early.
pub(in crate::reader) fn when_rendered(then: impl FnOnce() + 'static) {
    WHEN_RENDERED.with_borrow_mut(|waiting| waiting.push(Box::new(then)));
    // Even if nothing has changed.
    tell(Msg::Changed);
}

/// Changes the state by what happened, does what has to be done, and renders.
pub(in crate::reader) fn dispatch(action: Action) {
    WAITING.with_borrow_mut(|waiting| waiting.push_back(action));
    if IS_HANDLING.replace(true) {
        return;
    }
    while let Some(action) = WAITING.with_borrow_mut(VecDeque::pop_front) {
        let effects = STATE.with_borrow_mut(|state| state.reduce(action));
        effects.into_iter().for_each(run);
    }
    IS_HANDLING.set(false);
    tell(Msg::Changed);
}

/// Reads the state.
pub(in crate::reader) fn with<T>(read: impl FnOnce(&State) -> T) -> T {
    STATE.with_borrow(read)
}

/// The page shows the state as it was at this message. If there are more messages, it is
/// rendered again.
pub(super) fn rendered(message: usize) {
    if message != SENT.get() {
        return;
    }
    for effect in AFTER_RENDERING.take() {
        match effect {
            AfterRendering::UnfoldFilters => {
                let filters = concatcp!(".", class::ISLAND, " details");
                if let Some(filters) = dom::first::<Element>(filters) {
                    dom::open(&filters, true);
                }
            }
            AfterRendering::RestorePlace => {
                if let Some(place) = KEPT_PLACE.take() {
                    place.restore();
                    place.focus();
                }
            }
            AfterRendering::OpenShareDialog => share_dialog::open(id::SHARE_DIALOG),
            AfterRendering::OpenShortcutsDialog => share_dialog::open(id::SHORTCUTS),
            AfterRendering::Ready => {
                IS_READY.set(true);
                if let Some(then) = WHEN_READY.take() {
                    then();
                }
            }
        }
    }
    for then in WHEN_RENDERED.take() {
        then();
    }
}

fn tell(msg: Msg) {
    SENT.set(SENT.get() + 1);
    APP.with_borrow(|app| {
        if let Some(app) = app {
            app.send_message(msg);
        }
    });
}

fn run(effect: Effect) {
    match effect {
        Effect::Filter(query, has_choices) => filtering::apply(query, has_choices),
        Effect::ReadTexts { at_once } => filtering::read_texts(at_once),
        Effect::WriteAddress(query) => address::write_query(&query),
        Effect::WaitForTyping => {
            let stopped = || dispatch(Action::StoppedTyping);
            TYPING.set(Some(Timeout::new(TYPING_DELAY, stopped)));
        }
        Effect::StopWaiting => TYPING.set(None),
        Effect::FocusSearch => scroll_to::focus_search(),
        Effect::KeepPlace => KEPT_PLACE.set(ScrollAnchor::in_view()),
        Effect::Announce(message) => announce(&message),
        Effect::OrderSides { swapped } => side_order::set_swapped(swapped),
        Effect::ShowChange(sent) => notice::show_change(sent),
        Effect::ShowNotFound(not_found) => notice::show_not_found(not_found.as_ref()),
        Effect::MarkEntry(id) => scroll_spy::mark(id.as_deref()),
        Effect::TurnShortcuts(on) => {
            shortcuts::turn(on);
            // The browser may not let us store that.
            dispatch(Action::ShortcutsStored(shortcuts::are_on()));
        }
        Effect::ShowComparison(is_shown) => {
            if let Some(page) = dom::first::<Element>(PAGE_ROOT) {
                // Setting an attribute can only fail on an invalid name.
                let _ = page.toggle_attribute_with_force(dom::COMPARING, is_shown);
            }
        }
        Effect::OpenAllSources(open) => {
            open_sources::set_all(open);
            let count = open_sources::count();
            // Before the toggle events: the reader may leave the page at once.
            open_sources::save();
            dispatch(Action::AllSourcesChanged(count));
        }
        Effect::FindDisputes(words) => {
            dispatch(Action::DisputesFound(dispute_search::search_for(&words)));
        }
        Effect::AfterRendering(effect) => {
            AFTER_RENDERING.with_borrow_mut(|after| after.push(effect));
        }
    }
}
