//! Above the ledger: the search, the filters, the order of the sides. A page is
//! written with the form as it is while nothing is asked; the app draws it again,
//! which it does with no other part of a page.

use says_who_model::{Date, Id};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use yew::virtual_dom::VTag;

use crate::dom::{class, id};
use crate::filter::{FilterQuery, SideFilter, WordingFilter};
use crate::words::controls::ENGLISH;

/// What the form needs to know of the dispute: both sides, the data's first one
/// first.
#[derive(Clone, PartialEq, Properties)]
pub struct SearchFormProps {
    /// The ids of the sides.
    pub ids: [String; 2],
    /// Their names.
    pub names: [String; 2],
}

/// On the element in which the form stands: the ids and the names of the sides.
const ATTRIBUTES: [&str; 4] = [
    "data-first",
    "data-second",
    "data-first-name",
    "data-second-name",
];

impl SearchFormProps {
    /// Reads back what [`search_island`] wrote; `value` gives an attribute's value.
    pub fn from_attributes(value: impl Fn(&str) -> String) -> Self {
        let [first, second, first_name, second_name] = ATTRIBUTES.map(value);
        Self {
            ids: [first, second],
            names: [first_name, second_name],
        }
    }
}

/// What the form shows.
#[derive(Default)]
pub struct SearchFormState {
    /// What is asked for.
    pub query: FilterQuery,
    /// What is found, in words; empty where everything is shown.
    pub found: String,
    /// The same for a screen reader, once the reader has stopped typing.
    pub announced: String,
    /// What there is to choose among, once the filters were unfolded.
    pub choices: Option<Choices>,
}

/// The values of the filters that depend on the data, each with its name.
pub struct Choices {
    /// Speakers, by id.
    pub speakers: Vec<(String, String)>,
    /// Outlets, by name.
    pub outlets: Vec<(String, String)>,
}

/// Sets a part of the query to the value of a field.
pub type SetFilter = fn(&mut FilterQuery, String);

/// What a reader does with the form.
pub enum SearchAction {
    /// Comes to the search field.
    Focus,
    /// Unfolds the filters, or folds them.
    ToggleFilters,
    /// Asks for something else.
    Set(SetFilter, String),
    /// Clears all filters.
    Clear,
    /// Swaps the sides.
    Swap,
}

/// The form as a page is written with it, in the element whose content the app
/// draws as well.
pub(crate) fn search_island(props: &SearchFormProps) -> Html {
    let mut island = VTag::new("div");
    island.add_attribute("class", class::ISLAND);
    island.add_attribute("data-island", "finder");
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

/// The form. `filters` becomes the element that folds them; `on_action` is told
/// of everything that a reader does.
pub fn search_form(
    props: &SearchFormProps,
    state: &SearchFormState,
    filters: &NodeRef,
    on_action: &Callback<SearchAction>,
) -> Html {
    let words = &ENGLISH;
    let oninput = on_action.reform(|event: InputEvent| {
        SearchAction::Set(|query, value| query.words = value, value(&event))
    });
    html! {
        <div class={class::FINDER} role="search" aria-label={words.finder}>
            <label class="finder__search">
                <span>{ words.find }</span>
                <input
                    type="search"
                    id={id::SEARCH}
                    autocomplete="off"
                    spellcheck="false"
                    dir="auto"
                    value={state.query.words.clone()}
                    {oninput}
                    onfocusin={on_action.reform(|_: FocusEvent| SearchAction::Focus)}
                />
            </label>
            <button
                type="button"
                class="control"
                id={id::SWAP}
                onclick={on_action.reform(|_: MouseEvent| SearchAction::Swap)}
            >
                { words.swap }
            </button>
            <details
                class="finder__more"
                ref={filters.clone()}
                ontoggle={on_action.reform(|_: Event| SearchAction::ToggleFilters)}
            >
                <summary>{ words.more_choices }</summary>
                <div class="finder__choices">
                    if let Some(choices) = &state.choices {
                        { selects(props, &state.query, choices, on_action) }
                    }
                </div>
            </details>
            <p class="visually-hidden" aria-live="polite">{ changing(&state.announced) }</p>
            <p class="finder__count">{ changing(&state.found) }</p>
            <button
                type="button"
                class="control"
                hidden={state.found.is_empty()}
                onclick={on_action.reform(|_: MouseEvent| SearchAction::Clear)}
            >
                { words.show_everything }
            </button>
        </div>
    }
}

/// The filters beside the search.
fn selects(
    props: &SearchFormProps,
    query: &FilterQuery,
    choices: &Choices,
    on_action: &Callback<SearchAction>,
) -> Html {
    let words = &ENGLISH;
    let change = |set: SetFilter| {
        on_action.reform(move |event: Event| SearchAction::Set(set, value(&event)))
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
            // While a day is typed, it is half there, or of the year 2, 20, 202.
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
                change(|query, value| query.side = SideFilter::named(&value)),
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

/// A text that changes, as an element of its own: it replaces the one before. A
/// text node alone may by then be one that a translator has put there.
fn changing(text: &str) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! { <span key={text.to_owned()}>{ text.to_owned() }</span> }
}

/// One filter; the first choice is "any".
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

/// The value of the field that an event is about.
fn value(event: &Event) -> String {
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
