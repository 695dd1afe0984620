//! The select and date fields of the filters.

use says_who_model::{Date, Id};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

use super::field_value::field_value;
use super::{SearchAction, SetFilter};
use crate::filter::{Choice, Choices, FilterQuery, SideFilter, WordingFilter};
use crate::words::controls::ENGLISH;

/// The select and date fields of the filters.
//
// Long because it is one element after another, in the order of the page.
pub(super) fn selects(
    query: &FilterQuery,
    choices: &Choices,
    on_action: &Callback<SearchAction>,
) -> Html {
    let words = &ENGLISH;
    let change = |set: SetFilter| {
        on_action.reform(move |event: Event| SearchAction::Set(set, field_value(&event)))
    };
    let date = |label, value: Option<Date>, set: SetFilter| {
        let set = on_action.reform(move |value| SearchAction::Set(set, value));
        date_field(label, value, set)
    };
    html! {
        <>
            { select(
                words.side,
                words.any,
                query.side.as_ref().map_or("", SideFilter::name),
                &choices.sides,
                &|choice| name_or(choice, (choice.value == SideFilter::NEITHER).then_some(words.others)),
                change(|query, value| query.side = SideFilter::from_name(&value)),
            ) }
            { select(
                words.speaker,
                words.any,
                query.speaker.as_ref().map_or("", Id::as_str),
                &choices.speakers,
                &|choice| name_or(choice, None),
                change(|query, value| query.speaker = value.parse().ok()),
            ) }
            { select(
                words.outlet,
                words.any,
                query.outlet.as_deref().unwrap_or_default(),
                &choices.outlets,
                &|choice| name_or(choice, None),
                change(|query, value| {
                    query.outlet = Some(value).filter(|value| !value.is_empty());
                }),
            ) }
            { select(
                words.wording,
                words.any,
                query.wording.map_or("", WordingFilter::name),
                &choices.wordings,
                &|choice| {
                    let mut all = WordingFilter::ALL.into_iter();
                    let wording = all.find(|one| one.name() == choice.value);
                    name_or(choice, wording.map(words.wordings))
                },
                change(|query, value| {
                    let mut all = WordingFilter::ALL.into_iter();
                    query.wording = all.find(|one| one.name() == value);
                }),
            ) }
            { select(
                words.naming,
                words.any,
                match query.named {
                    Some(true) => "yes",
                    Some(false) => "no",
                    None => "",
                },
                &choices.named,
                &|choice| {
                    let name = if choice.value == "yes" { words.named } else { words.anonymous };
                    name_or(choice, Some(name))
                },
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

/// A field for a day, which passes on complete days.
pub(super) fn date_field(label: &'static str, value: Option<Date>, set: Callback<String>) -> Html {
    let value = value.map(|date| date.to_string()).unwrap_or_default();
    let onchange = Callback::from(move |event: Event| {
        let target = event.target();
        let field = target.and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        // While a date is being typed, it is incomplete or has the year 2, 20 or 202.
        if let Some(field) = field.filter(HtmlInputElement::check_validity) {
            set.emit(field.value());
        }
    });
    html! {
        <label>
            <span>{ label }</span>
            <input type="date" min="1000-01-01" max="9999-12-31" {value} {onchange} />
        </label>
    }
}

/// The name of a choice; `name` is that of one which the interface names.
pub(super) fn name_or(choice: &Choice, name: Option<&str>) -> String {
    if choice.name.is_empty() {
        name.map_or_else(|| (ENGLISH.unknown_choice)(&choice.value), str::to_owned)
    } else {
        choice.name.clone()
    }
}

/// A select field; `none` is its first option. `name` is a trait object so that the code
/// is generated once.
pub(super) fn select(
    label: &'static str,
    none: &'static str,
    chosen: &str,
    choices: &[Choice],
    name: &dyn Fn(&Choice) -> String,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label>
            <span>{ label }</span>
            <select {onchange}>
                <option value="" selected={chosen.is_empty()}>{ none }</option>
                { for choices.iter().map(|choice| html! {
                    <option value={choice.value.clone()} selected={chosen == choice.value}>
                        { (ENGLISH.counted)(&name(choice), choice.count) }
                    </option>
                }) }
            </select>
        </label>
    }
}
