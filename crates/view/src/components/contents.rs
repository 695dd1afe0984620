//! The list of what is on the page, in which the browser marks where the reader
//! is (`browser/whereabouts.rs`).

use yew::prelude::*;

use super::text;
use crate::dom::class;
use crate::view::View;

/// The id of the list.
const CONTENTS: &str = "_contents";

/// An entry: the element it leads to, and its name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) name: String,
    /// The points that stand in a section.
    pub(crate) points: Vec<PointEntry>,
}

/// A point, with its status in words, which say so where it came later.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PointEntry {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) status: String,
}

/// The list, in the order of the page, and on narrow screens a line at the foot of
/// the window that leads to it.
pub(crate) fn contents(view: View<'_>, sections: &[Entry]) -> Html {
    let words = view.words;
    let share = view.share();
    let link = |id: &str, name: &str| html! { <a href={format!("#{id}")}>{ text(name) }</a> };
    let points = |points: &[PointEntry]| {
        html! {
            <ol class={class::CONTENTS_POINTS}>
                { for points.iter().map(|point| html! {
                    <li>
                        { link(&point.id, &point.name) }
                        { " " }
                        <span class="contents__status">{ text(&point.status) }</span>
                    </li>
                }) }
            </ol>
        }
    };
    let section = |section: &Entry| {
        let has_points = !section.points.is_empty();
        html! {
            <li class={has_points.then_some("contents__group")}>
                { link(&section.id, &section.name) }
                if has_points {
                    { points(&section.points) }
                }
            </li>
        }
    };
    html! {
        <nav class={class::CONTENTS} aria-labelledby={CONTENTS}>
            <h2 class="contents__head" id={CONTENTS} tabindex="-1">{ words.contents }</h2>
            <ul class="contents__sections">
                { for sections.iter().map(section) }
                <li hidden={share.is_none()}>
                    <a href={share}>{ words.share_index }</a>
                </li>
            </ul>
            <p class={class::WHEREABOUTS} hidden={true}>
                <a href={format!("#{CONTENTS}")}>
                    <span class="whereabouts__label">{ words.contents }</span>
                    <span class={class::WHEREABOUTS_HERE}></span>
                </a>
            </p>
        </nav>
    }
}
