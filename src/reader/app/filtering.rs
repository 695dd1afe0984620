//! Applies filters to the ledger step by step, so that the browser has its turn in
//! between.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use says_who_page_data::PageData;
use says_who_view::filter::FilterQuery;
use says_who_view::words::AppWords;

use super::action::{Action, Filtered};
use super::store::dispatch;
use crate::reader::apply_filter::{FilteredLedger, Progress, source_name};

/// How long after the start texts are read ahead, in milliseconds: the page has then
/// settled.
const READ_AHEAD_DELAY: u32 = 200;

/// How long after a filter was applied its words are highlighted, in milliseconds: the
/// result is shown first, and the next letter may change it.
const HIGHLIGHT_DELAY: u32 = 50;

/// The ledger of the page in view, and the steps to come. Dropping it ends them.
struct Filtering {
    ledger: FilteredLedger,
    next_step: Option<Timeout>,
    next_highlights: Option<Timeout>,
    next_texts: Option<Timeout>,
}

thread_local! {
    static FILTERING: RefCell<Option<Filtering>> = const { RefCell::new(None) };
}

/// Starts with the ledger of another page; `None` if the page has none.
pub(super) fn start(data: Option<Rc<PageData>>, words: &Rc<AppWords>) {
    let filtering = data.map(|data| Filtering {
        ledger: FilteredLedger::new(data, words.clone(), forget_texts),
        next_step: None,
        next_highlights: None,
        next_texts: None,
    });
    FILTERING.replace(filtering);
}

/// Applies a filter, and reports when that is done. `has_choices` says whether what can
/// be chosen is seen: every statement is looked at for it.
pub(super) fn apply(query: FilterQuery, has_choices: bool) {
    let filtered = FILTERING.with_borrow_mut(|filtering| {
        let filtering = filtering.as_mut()?;
        filtering.next_step = None;
        match filtering.ledger.apply(&query) {
            Progress::Pending => {
                let step = move || apply(query, has_choices);
                filtering.next_step = Some(Timeout::new(0, step));
                None
            }
            Progress::Done(count) => {
                filtering.next_highlights = Some(Timeout::new(HIGHLIGHT_DELAY, highlight));
                let source = query.source.as_ref();
                Some(Filtered {
                    count,
                    source: source.map(|id| source_name(id.as_str())),
                    choices: has_choices.then(|| filtering.ledger.choices(&query)),
                })
            }
        }
    });
    if let Some(filtered) = filtered {
        dispatch(Action::Filtered(filtered));
    }
}

fn highlight() {
    FILTERING.with_borrow_mut(|filtering| {
        if let Some(filtering) = filtering {
            let is_left = filtering.ledger.highlight();
            filtering.next_highlights = is_left.then(|| Timeout::new(0, highlight));
        }
    });
}

/// Reads texts for a search to come, at once or once the page has settled.
pub(super) fn read_texts(at_once: bool) {
    FILTERING.with_borrow_mut(|filtering| {
        if let Some(filtering) = filtering {
            let delay = if at_once { 0 } else { READ_AHEAD_DELAY };
            filtering.next_texts = Some(Timeout::new(delay, read_ahead));
        }
    });
}

/// The page was changed since its texts were read: it is searched as it reads.
fn forget_texts() {
    FILTERING.with_borrow_mut(|filtering| {
        if let Some(filtering) = filtering {
            filtering.ledger.forget_texts();
        }
    });
}

fn read_ahead() {
    FILTERING.with_borrow_mut(|filtering| {
        if let Some(filtering) = filtering {
            let is_left = filtering.ledger.read_ahead();
            filtering.next_texts = is_left.then(|| Timeout::new(0, read_ahead));
        }
    });
}
