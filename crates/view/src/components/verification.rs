//! Whether the quoted words were found in the text of the source, and whether they
//! are part of a longer sentence or passage.

use says_who_model::{Verification, Wording};
use yew::prelude::*;

use super::{date, text};
use crate::context::RenderContext;

/// The sentences about it; empty if nothing is quoted.
pub(super) fn verification(context: RenderContext<'_>, wording: &Wording) -> Html {
    let words = context.words;
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
