//! Dates in words, and how they are known.

use says_who_model::{Date, DateOrUnknown, When};
use yew::prelude::*;

use super::text;
use crate::words::{Words, capitalized};

/// A date in words.
pub(crate) fn date(words: &Words, date: Date) -> String {
    (words.date)(date)
}

/// A date in words, with its machine-readable form.
pub(crate) fn time(words: &Words, date: Date) -> Html {
    html! { <time datetime={date.to_string()}>{ (words.date)(date) }</time> }
}

/// The same, in a shorter form.
pub(super) fn short_time(words: &Words, date: Date) -> Html {
    html! { <time datetime={date.to_string()}>{ (words.short_date)(date) }</time> }
}

/// When something was, in words, with the machine-readable form that there is.
pub(crate) fn when(words: &Words, when: &When) -> Html {
    with_machine_readable_form(when, (words.when)(when))
}

/// The same, at the beginning of a sentence.
pub(crate) fn when_capitalized(words: &Words, when: &When) -> Html {
    with_machine_readable_form(when, capitalized(&(words.when)(when)))
}

/// HTML takes days, months and years.
fn with_machine_readable_form(when: &When, words: String) -> Html {
    match when.iso_8601() {
        Some(iso) => html! { <time datetime={iso}>{ words }</time> },
        None => html! { <span>{ words }</span> },
    }
}

/// The date in another calendar, why it is not known, and the note, if there are any.
pub(crate) fn date_notes(words: &Words, when: &When) -> Html {
    let unknown = match &when.date {
        DateOrUnknown::Unknown(reason) => Some((words.date_not_known_because)(reason)),
        DateOrUnknown::Known(_) => None,
    };
    let calendar = when.other_calendar.as_deref();
    let calendar = calendar.map(|date| (words.other_calendar)(date));
    let notes = [unknown, calendar, when.note.clone()];
    html! { <>{ for notes.into_iter().flatten().map(|note| html! { <>{ " " }{ text(&note) }</> }) }</> }
}
