//! The form above the ledger: the search, the filters and the button that swaps the
//! sides, and the choice of a comparison. Pages are written with the empty form, which
//! the app renders again.

mod active_filters;
mod comparison_fields;
mod field_value;
mod filter_fields;

use web_sys::Event;
use yew::prelude::*;

use crate::dom::{class, id};
use crate::filter::{Choices, FilterQuery};
use crate::live_text::live_text;
use crate::words::{AppWords, Message};
pub use active_filters::active_filters;
use comparison_fields::comparison_fields;
pub use comparison_fields::{ComparisonChoice, SetChoice};
use field_value::field_value;
use filter_fields::selects;

/// The state of the form.
#[derive(Default)]
pub struct SearchFormState {
    /// The current query.
    pub query: FilterQuery,
    /// The number of matches, in words; empty if nothing is filtered.
    pub found: String,
    /// The same text for screen readers, set once the reader stops typing.
    pub announced: String,
    /// What is filtered by, in words; empty if nothing is.
    pub active: Vec<String>,
    /// The options of the select fields; `None` until the filters or the choice of a
    /// comparison are first unfolded.
    pub choices: Option<Choices>,
    /// What was chosen to be compared.
    pub comparison: ComparisonChoice,
}

/// Sets one field of the query to the value of a form field.
pub type SetFilter = fn(&mut FilterQuery, String);

/// An action of the reader.
#[derive(Clone)]
pub enum SearchAction {
    /// Focuses the search field.
    Focus,
    /// Unfolds or folds the filters, or the choice of a comparison.
    ToggleChoices,
    /// Changes the search or a filter.
    Set(SetFilter, String),
    /// Chooses what to compare.
    Choose(SetChoice, String),
    /// Clears all filters.
    Clear,
    /// Clears all filters, and stays where the reader is.
    ClearHere,
    /// Swaps the sides.
    Swap,
}

/// The form as it is written into a page, in the element that the app takes over.
pub(crate) fn search_island(words: &AppWords) -> Html {
    let state = SearchFormState::default();
    html! {
        <div class={class::ISLAND}>{ search_form(words, &state, &Callback::noop()) }</div>
    }
}

/// An event handler. It takes a function pointer so that the code is generated once
/// for each type of event.
fn handler<E: 'static>(
    on_action: &Callback<SearchAction>,
    action: fn(E) -> SearchAction,
) -> Callback<E> {
    on_action.reform(action)
}

/// The form. `on_action` receives every action of the reader.
pub fn search_form(
    words: &AppWords,
    state: &SearchFormState,
    on_action: &Callback<SearchAction>,
) -> Html {
    let text = |message| words.text(message);
    let oninput = handler(on_action, |event: InputEvent| {
        SearchAction::Set(|query, value| query.text = value, field_value(&event))
    });
    html! {
        <div class="finder" role="search" aria-label={text(Message::FormName)}>
            <label class="finder__search">
                <span>{ text(Message::Search) }</span>
                <input
                    type="search"
                    id={id::SEARCH}
                    autocomplete="off"
                    spellcheck="false"
                    dir="auto"
                    value={state.query.text.clone()}
                    {oninput}
                    onfocusin={handler(on_action, |_: FocusEvent| SearchAction::Focus)}
                />
            </label>
            <button
                type="button"
                class="control"
                id={id::SWAP}
                onclick={handler(on_action, |_: MouseEvent| SearchAction::Swap)}
            >
                { text(Message::Swap) }
            </button>
            <details
                class="finder__more"
                ontoggle={handler(on_action, |_: Event| SearchAction::ToggleChoices)}
            >
                <summary>{ text(Message::Filters) }</summary>
                <div class="finder__choices">
                    if let Some(choices) = &state.choices {
                        { selects(words, &state.query, choices, on_action) }
                    }
                </div>
            </details>
            <details
                class="finder__more"
                ontoggle={handler(on_action, |_: Event| SearchAction::ToggleChoices)}
            >
                <summary>{ text(Message::Compare) }</summary>
                <div class="finder__comparisons">
                    if let Some(choices) = &state.choices {
                        { comparison_fields(words, state, choices, on_action) }
                    }
                </div>
            </details>
            <p class="visually-hidden" aria-live="polite">{ live_text(&state.announced) }</p>
            <p class="finder__count">{ live_text(&state.found) }</p>
            <button
                type="button"
                class="control"
                hidden={state.found.is_empty()}
                onclick={handler(on_action, |_: MouseEvent| SearchAction::Clear)}
            >
                { text(Message::ClearAll) }
            </button>
            if !state.active.is_empty() {
                <div class="filter-bar">
                    <p>{ text(Message::FilteredBy) }{ " " }{ live_text(&state.active.join(" · ")) }</p>
                    <button
                        type="button"
                        class="control"
                        onclick={handler(on_action, |_: MouseEvent| SearchAction::ClearHere)}
                    >
                        { text(Message::Clear) }
                    </button>
                </div>
            }
        </div>
    }
}
