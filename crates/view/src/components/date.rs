//! Dates in words.

use says_who_model::Date;
use yew::prelude::*;

use crate::words::Words;

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
