//! The button that unfolds every source at once, or folds them again.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::utils::document;
use says_who_model::Id;
use yew::prelude::*;

use crate::browser::{announce, unfolded};
use crate::words::Words;

/// What the button is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// The words of the interface.
    pub(crate) words: &'static Words,
    /// The dispute whose page it is.
    pub(crate) dispute: Id,
    /// How many sources there are.
    pub(crate) sources: usize,
}

/// The button and, beside it, how many are unfolded. It offers to hide only
/// when every one is shown: in any mixed state there is still something to show.
#[component]
pub(crate) fn AllSources(props: &Props) -> Html {
    let words = props.words;
    let unfolded = use_state_eq(|| (0, props.sources));
    {
        let unfolded = unfolded.setter();
        use_effect_with(props.dispute.clone(), move |dispute| {
            let dispute = dispute.clone();
            unfolded.set(unfolded::count());
            let options = EventListenerOptions::run_in_capture_phase();
            // Many change at once; they are counted once, before the next picture.
            let mut next = None::<AnimationFrame>;
            let toggled =
                EventListener::new_with_options(&document(), "toggle", options, move |_| {
                    let (unfolded, dispute) = (unfolded.clone(), dispute.clone());
                    next.replace(request_animation_frame(move |_| {
                        unfolded.set(unfolded::count());
                        unfolded::remember(dispute.as_str());
                    }));
                });
            move || drop(toggled)
        });
    }
    let (open, of) = *unfolded;
    let all = of > 0 && open == of;
    let change = move |_| {
        unfolded::set_all(!all);
        let (open, of) = unfolded::count();
        announce(&(words.shown_of)(open, of));
    };
    html! {
        <p class="all-sources">
            <button type="button" class="control" onclick={change}>
                { if all { words.hide_all } else { words.show_all } }
            </button>
            { " " }
            <span class="all-sources__count">{ (words.shown_of)(open, of) }</span>
        </p>
    }
}
