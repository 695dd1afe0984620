//! The as-of date of a dispute: the first thing on its pages.

use says_who_model::Dispute;
use yew::prelude::*;

use super::{text, time};
use crate::direction;
use crate::words::Words;

/// The as-of date and the setting.
pub fn as_of(words: &Words, dispute: &Dispute) -> Html {
    html! {
        <p class="as-of">
            { words.as_of }{ " " }{ time(words, dispute.as_of) }
            { words.as_of_detail(dispute) }
            if let Some(setting) = words.setting_unless_in_date(dispute) {
                <span class="as-of__setting">
                    { " · " }{ words.covers }{ " " }
                    <span
                        lang={dispute.language.as_str().to_owned()}
                        dir={direction::for_language(&dispute.language)}
                    >
                        { text(setting) }
                    </span>
                </span>
            }
        </p>
    }
}
