//! The form above the ledger: the search, the filters and the button that swaps the
//! sides. Pages are written with the empty form. The app renders it again; it does
//! so with no other part of a page.

mod field_value;
mod filter_fields;

use web_sys::Event;
use yew::prelude::*;
use yew::virtual_dom::VTag;

use crate::dom::{class, id};
use crate::filter::FilterQuery;
use crate::words::controls::ENGLISH;
use field_value::field_value;
use filter_fields::selects;

/// The props of the form. Both arrays are in the order of the sides in the data.
#[derive(Clone, PartialEq, Properties)]
pub struct SearchFormProps {
    /// The ids of the sides.
    pub ids: [String; 2],
    /// Their names.
    pub names: [String; 2],
}

/// The attributes of the island's element: the ids and the names of the sides.
const ATTRIBUTES: [&str; 4] = [
    "data-first",
    "data-second",
    "data-first-name",
    "data-second-name",
];

impl SearchFormProps {
    /// Reads the props back from the attributes that [`search_island`] wrote;
    /// `value` returns the value of an attribute.
    pub fn from_attributes(value: impl Fn(&str) -> String) -> Self {
        let [first, second, first_name, second_name] = ATTRIBUTES.map(value);
        Self {
            ids: [first, second],
            names: [first_name, second_name],
        }
    }
}

/// The state of the form.
#[derive(Default)]
pub struct SearchFormState {
    /// The current query.
    pub query: FilterQuery,
    /// The number of matches, in words; empty if nothing is filtered.
    pub found: String,
    /// The same text for screen readers, set once the reader stops typing.
    pub announced: String,
    /// The options of the select fields; `None` until the filters are first
    /// unfolded.
    pub choices: Option<Choices>,
}

/// The options that depend on the data, each as its value and its label.
pub struct Choices {
    /// Speakers, by id.
    pub speakers: Vec<(String, String)>,
    /// Outlets, by name.
    pub outlets: Vec<(String, String)>,
}

/// Sets one field of the query to the value of a form field.
pub type SetFilter = fn(&mut FilterQuery, String);

/// An action of the reader.
pub enum SearchAction {
    /// Focuses the search field.
    Focus,
    /// Unfolds or folds the filters.
    ToggleFilters,
    /// Changes the search or a filter.
    Set(SetFilter, String),
    /// Clears all filters.
    Clear,
    /// Swaps the sides.
    Swap,
}

/// The form as it is written into a page, in the island that the app takes over.
pub(crate) fn search_island(props: &SearchFormProps) -> Html {
    let mut island = VTag::new("div");
    island.add_attribute("class", class::ISLAND);
    for (name, value) in ATTRIBUTES
        .into_iter()
        .zip(props.ids.iter().chain(&props.names))
    {
        island.add_attribute(name, value.clone());
    }
    let state = SearchFormState::default();
    let filters = NodeRef::default();
    island.add_child(search_form(props, &state, &filters, &Callback::noop()));
    island.into()
}

/// An event handler. It takes a function pointer so that the code is generated once
/// for each type of event.
fn handler<E: 'static>(
    on_action: &Callback<SearchAction>,
    action: fn(E) -> SearchAction,
) -> Callback<E> {
    on_action.reform(action)
}

/// The form. `filters` is bound to the `<details>` element of the filters;
/// `on_action` receives every action of the reader.
pub fn search_form(
    props: &SearchFormProps,
    state: &SearchFormState,
    filters: &NodeRef,
    on_action: &Callback<SearchAction>,
) -> Html {
    let words = &ENGLISH;
    let oninput = handler(on_action, |event: InputEvent| {
        SearchAction::Set(|query, value| query.text = value, field_value(&event))
    });
    html! {
        <div class="finder" role="search" aria-label={words.finder}>
            <label class="finder__search">
                <span>{ words.find }</span>
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
                { words.swap }
            </button>
            <details
                class="finder__more"
                ref={filters.clone()}
                ontoggle={handler(on_action, |_: Event| SearchAction::ToggleFilters)}
            >
                <summary>{ words.more_choices }</summary>
                <div class="finder__choices">
                    if let Some(choices) = &state.choices {
                        { selects(props, &state.query, choices, on_action) }
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
                { words.show_everything }
            </button>
        </div>
    }
}

/// A text that changes, in a keyed element, so that the whole element is replaced. A
/// translation extension may have replaced a bare text node by then.
fn live_text(text: &str) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! { <span key={text.to_owned()}>{ text.to_owned() }</span> }
}
