//! The select and date fields of the filters.

use says_who_model::{Date, Id};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

use super::field_value::field_value;
use super::{Choices, SearchAction, SearchFormProps, SetFilter};
use crate::filter::{FilterQuery, SideFilter, WordingFilter};
use crate::words::controls::ENGLISH;

/// The select and date fields of the filters.
//
// Long because it is one element after another, in the order of the page.
pub(super) fn selects(
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
