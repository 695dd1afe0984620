//! The fields by which a reader chooses what to compare. Links lead to the comparison,
//! so that each has an address.

use says_who_model::{Date, Id};
use web_sys::Event;
use yew::prelude::*;

use super::filter_fields::{date_field, name_or, select};
use super::{SearchAction, SearchFormState};
use crate::comparison::ComparisonQuery;
use crate::filter::Choices;
use crate::words::{AppWords, Message};

/// What a reader has chosen to compare, before following its link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComparisonChoice {
    /// A day.
    pub day: Option<Date>,
    /// A speaker.
    pub speaker: Option<Id>,
}

/// Sets one field of the choice to the value of a form field.
pub type SetChoice = fn(&mut ComparisonChoice, String);

/// The fields.
pub(super) fn comparison_fields(
    words: &AppWords,
    state: &SearchFormState,
    choices: &Choices,
    on_action: &Callback<SearchAction>,
) -> Html {
    let choice = &state.comparison;
    let set =
        |set: SetChoice| on_action.reform(move |value: String| SearchAction::Choose(set, value));
    let day = choice.day.map(ComparisonQuery::AsOf);
    let speaker = choice.speaker.clone().map(ComparisonQuery::Speaker);
    let show = |query: Option<ComparisonQuery>| {
        // Keeps the order of the sides and the filter.
        let href = query.map(|query| query.merge_into(&state.query.merge_into("")));
        let is_disabled = href.is_none().then_some("true");
        html! { <a class="control" {href} aria-disabled={is_disabled}>{ words.text(Message::Show) }</a> }
    };
    let set_day = set(|choice, value| choice.day = value.parse().ok());
    let set_speaker = set(|choice, value| choice.speaker = value.parse().ok());
    html! {
        <>
            <div class="finder__pair">
                { date_field(words.text(Message::DayToCompare), choice.day, set_day) }
                { show(day) }
            </div>
            <div class="finder__pair">
                { select(
                    words,
                    [Message::SpeakerToCompare, Message::ChooseSpeaker],
                    choice.speaker.as_ref().map_or("", Id::as_str),
                    &choices.speakers,
                    &|choice| name_or(words, choice, None),
                    set_speaker.reform(|event: Event| super::field_value(&event)),
                ) }
                { show(speaker) }
            </div>
            <p class="finder__hint">{ words.text(Message::HowToCompareTwo) }</p>
        </>
    }
}
