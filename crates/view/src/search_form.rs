//! The form above the ledger: the search, the filters and the button that swaps the
//! sides. Pages are written with the empty form. The app renders it again; it does
//! so with no other part of a page.

use says_who_model::{Date, Id};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use yew::virtual_dom::VTag;

use crate::dom::{class, id};
use crate::filter::{FilterQuery, SideFilter, WordingFilter};
use crate::words::controls::ENGLISH;

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

/// The select and date fields of the filters.
//
// Long because it is one element after another, in the order of the page.
fn selects(
    props: &SearchFormProps,
    query: &FilterQuery,
    choices: &Choices,
    on_action: &Callback<SearchAction>,
) -> Html {
    let words = &ENGLISH;
    let change = |set: SetFilter| {
        on_action.reform(move |event: Event| SearchAction::Set(set, field_value(&event)))
    };
    let pair = |id: &str, name: &str| (id.to_owned(), name.to_owned());
    let sides = props.ids.iter().zip(&props.names);
    let sides = sides.map(|(id, name)| pair(id, name));
    let neither = [pair(SideFilter::NEITHER, words.others)];
    let sides: Vec<_> = sides.chain(neither).collect();
    let wordings = WordingFilter::ALL.map(|one| pair(one.name(), (words.wordings)(one)));
    let named = [pair("yes", words.named), pair("no", words.anonymous)];
    let date = |label, value: Option<Date>, set: SetFilter| {
        let value = value.map(|date| date.to_string()).unwrap_or_default();
        let on_action = on_action.clone();
        let onchange = Callback::from(move |event: Event| {
            let target = event.target();
            let field = target.and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            // While a date is being typed, it is incomplete or has the year 2, 20 or
            // 202.
            if let Some(field) = field.filter(HtmlInputElement::check_validity) {
                on_action.emit(SearchAction::Set(set, field.value()));
            }
        });
        html! {
            <label>
                <span>{ label }</span>
                <input type="date" min="1000-01-01" max="9999-12-31" {value} {onchange} />
            </label>
        }
    };
    html! {
        <>
            { select(
                words.side,
                query.side.as_ref().map_or("", SideFilter::name),
                &sides,
                change(|query, value| query.side = SideFilter::from_name(&value)),
            ) }
            { select(
                words.speaker,
                query.speaker.as_ref().map_or("", Id::as_str),
                &choices.speakers,
                change(|query, value| query.speaker = value.parse().ok()),
            ) }
            { select(
                words.outlet,
                query.outlet.as_deref().unwrap_or_default(),
                &choices.outlets,
                change(|query, value| {
                    query.outlet = Some(value).filter(|value| !value.is_empty());
                }),
            ) }
            { select(
                words.wording,
                query.wording.map_or("", WordingFilter::name),
                &wordings,
                change(|query, value| {
                    let mut all = WordingFilter::ALL.into_iter();
                    query.wording = all.find(|one| one.name() == value);
                }),
            ) }
            { select(
                words.naming,
                match query.named {
                    Some(true) => "yes",
                    Some(false) => "no",
                    None => "",
                },
                &named,
                change(|query, value| {
                    query.named = match value.as_str() {
                        "yes" => Some(true),
                        "no" => Some(false),
                        _ => None,
                    };
                }),
            ) }
            { date(
                words.from,
                query.from,
                |query, value| query.from = value.parse().ok(),
            ) }
            { date(
                words.until,
                query.until,
                |query, value| query.until = value.parse().ok(),
            ) }
        </>
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

/// A select field; its first option is "any".
fn select(
    label: &'static str,
    chosen: &str,
    choices: &[(String, String)],
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label>
            <span>{ label }</span>
            <select {onchange}>
                <option value="" selected={chosen.is_empty()}>{ ENGLISH.any }</option>
                { for choices.iter().map(|(value, name)| html! {
                    <option value={value.clone()} selected={chosen == value}>{ name }</option>
                }) }
            </select>
        </label>
    }
}

/// The value of the form field that fired an event.
fn field_value(event: &Event) -> String {
    let Some(target) = event.target() else {
        return String::new();
    };
    match target.dyn_into::<HtmlInputElement>() {
        Ok(field) => field.value(),
        Err(target) => target
            .dyn_into::<HtmlSelectElement>()
            .map(|field| field.value())
            .unwrap_or_default(),
    }
}
