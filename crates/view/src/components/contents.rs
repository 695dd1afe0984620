//! The table of contents, in which the app marks the section being read
//! (`src/reader/scroll_spy.rs`).

use yew::prelude::*;

use super::text;
use crate::context::RenderContext;
use crate::dom::class;

/// The id of its heading.
const CONTENTS: &str = "_contents";

/// An entry: the id of the section it leads to, and its name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ContentsEntry {
    pub(crate) id: String,
    pub(crate) name: String,
    /// The points in the section.
    pub(crate) points: Vec<PointEntry>,
}

/// A point, with its status in words, which also say whether it is a later point.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PointEntry {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) status: String,
}

/// The table of contents, in the order of the page, and on narrow screens a line at
/// the bottom of the window that leads to it.
pub(crate) fn contents(context: RenderContext<'_>, sections: &[ContentsEntry]) -> Html {
    let words = context.words;
    let share = context.share_index_url();
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
    let section = |section: &ContentsEntry| {
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
            <p class={class::CURRENT_SECTION} hidden={true}>
                <a href={format!("#{CONTENTS}")}>
                    <span class="whereabouts__label">{ words.contents }</span>
                    <span class={class::CURRENT_SECTION_NAME}></span>
                </a>
            </p>
        </nav>
    }
}
