//! The list of what is on the page, in which the browser marks where the reader
//! is (`browser/whereabouts.rs`).

use yew::prelude::*;

use super::text;
use crate::view::View;

/// The id of the list.
const CONTENTS: &str = "_contents";

/// An entry: the element it leads to, and its name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) name: String,
    /// What is said of a point: its status in words, which say so where it came later.
    pub(crate) status: Option<String>,
}

/// The list, and on narrow screens a line at the foot of the window that leads
/// to it.
pub(crate) fn contents(view: View<'_>, points: &[Entry], sections: &[Entry]) -> Html {
    let words = view.words;
    let share = view.share();
    let link = |entry: &Entry| {
        html! { <a href={format!("#{}", entry.id)}>{ text(&entry.name) }</a> }
    };
    html! {
        <nav class="contents" aria-labelledby={CONTENTS}>
            <h2 class="contents__head" id={CONTENTS} tabindex="-1">{ words.contents }</h2>
            <ol class="contents__points">
                { for points.iter().map(|point| html! {
                    <li>
                        { link(point) }
                        { " " }
                        <span class="contents__status">{ text(point.status.as_deref().unwrap_or_default()) }</span>
                    </li>
                }) }
            </ol>
            <ul class="contents__sections">
                { for sections.iter().map(|section| html! { <li>{ link(section) }</li> }) }
                <li hidden={share.is_none()}>
                    <a href={share}>{ words.share_index }</a>
                </li>
            </ul>
            <p class="whereabouts" hidden={true}>
                <a href={format!("#{CONTENTS}")}>
                    <span class="whereabouts__label">{ words.contents }</span>
                    <span class="whereabouts__here"></span>
                </a>
            </p>
        </nav>
    }
}
