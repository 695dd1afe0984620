//! Whether what is quoted was found in the text it is from, and how much of it.

use says_who_model::{Verification, Wording};
use yew::prelude::*;

use super::{date, text};
use crate::view::View;

/// The sentences that say so; nothing where nothing is quoted.
pub(super) fn verification(view: View<'_>, wording: &Wording) -> Html {
    let words = view.words;
    let line = match &wording.verification {
        Verification::NothingQuoted => return Html::default(),
        Verification::Verified(day) => (words.verified)(&date(words, *day)),
        Verification::NotVerified(why) => (words.not_verified)(why),
    };
    html! {
        <>
            { " " }{ text(&line) }
            if let Some(cut) = wording.cut {
                { " " }{ (words.cut)(cut) }
            }
        </>
    }
}
