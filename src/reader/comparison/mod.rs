//! What a reader compares, laid out in place of the page below its question. The
//! address says what that is.

mod heading;
mod layout;
mod parts;

use says_who_view::comparison::{Comparison, ComparisonQuery};
use yew::prelude::*;

use self::layout::{Layout, Order};
use super::app::State;

/// What is compared on the page in view.
#[derive(Default)]
pub(super) struct Comparing {
    /// What is laid out, and in which order of the sides.
    asked: Option<(ComparisonQuery, Order)>,
    layout: Layout,
    has_changed: bool,
}

impl Comparing {
    /// Lays out what is to be compared, if that has changed.
    pub(super) fn follow(&mut self, state: &State) {
        let data = state.page.data.as_deref();
        let asked = state.comparison.as_ref().zip(data);
        let asked = asked.map(|(asked, data)| {
            let first = state.form.query.first.as_ref();
            (asked.clone(), Order::of(data, first))
        });
        if asked == self.asked {
            return;
        }
        self.layout = match (&asked, data) {
            (Some((asked, order)), Some(data)) => {
                let compared = Comparison::new(data, asked);
                Layout::new(&state.page.words, data, asked, compared, *order)
            }
            _ => Layout::default(),
        };
        self.asked = asked;
        self.has_changed = true;
    }

    /// Whether something else is compared than when this was last called.
    pub(super) fn has_changed(&mut self) -> bool {
        std::mem::take(&mut self.has_changed)
    }

    /// Its heading; `None` while nothing is compared.
    pub(super) fn heading(&self) -> Option<&str> {
        self.asked.is_some().then_some(self.layout.heading.as_str())
    }

    /// The heading and all below it.
    pub(super) fn content(&self) -> Html {
        self.layout.content.clone()
    }
}
