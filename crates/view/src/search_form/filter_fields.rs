//! The select and date fields of the filters.

use says_who_model::{Date, Id};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

use super::field_value::field_value;
use super::{SearchAction, SetFilter};
use crate::filter::{Choice, Choices, FilterQuery, SideFilter, WordingFilter};
use crate::words::{AppWords, Message};

/// The select and date fields of the filters.
//
// Long because it is one element after another, in the order of the page.
pub(super) fn selects(
    words: &AppWords,
    query: &FilterQuery,
    choices: &Choices,
    on_action: &Callback<SearchAction>,
) -> Html {
    let change = |set: SetFilter| {
        on_action.reform(move |event: Event| SearchAction::Set(set, field_value(&event)))
    };
    let date = |label, value: Option<Date>, set: SetFilter| {
        let set = on_action.reform(move |value| SearchAction::Set(set, value));
        date_field(words.text(label), value, set)
    };
    html! {
        <>
            { select(
                words,
                [Message::Side, Message::Any],
                query.side.as_ref().map_or("", SideFilter::name),
                &choices.sides,
                &|choice| name_or(
                    words,
                    choice,
                    (choice.value == SideFilter::NEITHER).then_some(Message::Others),
                ),
                change(|query, value| query.side = SideFilter::from_name(&value)),
            ) }
            { select(
                words,
                [Message::Speaker, Message::Any],
                query.speaker.as_ref().map_or("", Id::as_str),
                &choices.speakers,
                &|choice| name_or(words, choice, None),
                change(|query, value| query.speaker = value.parse().ok()),
            ) }
            { select(
                words,
                [Message::Outlet, Message::Any],
                query.outlet.as_deref().unwrap_or_default(),
                &choices.outlets,
                &|choice| name_or(words, choice, None),
                change(|query, value| {
                    query.outlet = Some(value).filter(|value| !value.is_empty());
                }),
            ) }
            { select(
                words,
                [Message::Wording, Message::Any],
                query.wording.map_or("", WordingFilter::name),
                &choices.wordings,
                &|choice| {
                    let mut all = WordingFilter::ALL.into_iter();
                    let wording = all.find(|one| one.name() == choice.value);
                    name_or(words, choice, wording.map(wording_message))
                },
                change(|query, value| {
                    let mut all = WordingFilter::ALL.into_iter();
                    query.wording = all.find(|one| one.name() == value);
                }),
            ) }
            { select(
                words,
                [Message::Naming, Message::Any],
                match query.named {
                    Some(true) => "yes",
                    Some(false) => "no",
                    None => "",
                },
                &choices.named,
                &|choice| {
                    name_or(words, choice, Some(naming_message(choice.value == "yes")))
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
                Message::From,
                query.from,
                |query, value| query.from = value.parse().ok(),
            ) }
            { date(
                Message::Until,
                query.until,
                |query, value| query.until = value.parse().ok(),
            ) }
        </>
    }
}

/// A field for a day, which passes on complete days.
pub(super) fn date_field(label: AttrValue, value: Option<Date>, set: Callback<String>) -> Html {
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

/// What a kind of wording is called.
pub(super) fn wording_message(wording: WordingFilter) -> Message {
    match wording {
        WordingFilter::Quoted => Message::Quoted,
        WordingFilter::Paraphrased => Message::Paraphrased,
        WordingFilter::Summarised => Message::Summarised,
    }
}

/// What named or unnamed speakers are called.
pub(super) fn naming_message(is_named: bool) -> Message {
    if is_named {
        Message::Named
    } else {
        Message::Unnamed
    }
}

/// The name of a choice; `name` is that of one which the interface names.
pub(super) fn name_or(words: &AppWords, choice: &Choice, name: Option<Message>) -> String {
    if !choice.name.is_empty() {
        return choice.name.clone();
    }
    match name {
        Some(name) => words.text(name).to_string(),
        None => words.fill(Message::UnknownChoice, &[("value", &choice.value)]),
    }
}

/// A select field with this label, and the option of choosing none. `name` is a trait
/// object so that the code is generated once.
pub(super) fn select(
    words: &AppWords,
    [label, none]: [Message; 2],
    chosen: &str,
    choices: &[Choice],
    name: &dyn Fn(&Choice) -> String,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label>
            <span>{ words.text(label) }</span>
            <select {onchange}>
                <option value="" selected={chosen.is_empty()}>{ words.text(none) }</option>
                { for choices.iter().map(|choice| html! {
                    <option value={choice.value.clone()} selected={chosen == choice.value}>
                        { words.fill(
                            Message::ChoiceWithCount,
                            &[("name", &name(choice)), ("count", &choice.count)],
                        ) }
                    </option>
                }) }
            </select>
        </label>
    }
}
