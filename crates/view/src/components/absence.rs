//! A side's cell without statements, and the reason for it.

use says_who_model::{Absence, AbsenceWords, SourceIx};
use yew::prelude::*;

use super::CONTENT;
use super::alias_anchors::alias_anchors;
use super::item_controls::more_link;
use super::source_link::{source_link, source_links};
use super::verification::verification;
use super::wording::{translation, wording};
use super::{date_notes, item_links, text, when};
use crate::context::RenderContext;
use crate::dom::class;

/// How many searched sources are shown; a longer list is folded.
pub(crate) const SEARCHED_IN_SIGHT: usize = 3;

/// An absence in its cell. Links lead to it if it has an id.
pub(super) fn absence_item(context: RenderContext<'_>, nothing: &Absence) -> Html {
    let Some(id) = &nothing.id else {
        return absence(context, nothing);
    };
    html! {
        <section class={classes!(class::ABSENCE, CONTENT)} id={id.as_str().to_owned()} tabindex="-1">
            { alias_anchors(context, id) }
            { content(context, nothing, more_link(context, id)) }
        </section>
    }
}

/// An absence, with what was searched.
pub(super) fn absence(context: RenderContext<'_>, absence: &Absence) -> Html {
    html! { <section class={class::ABSENCE}>{ content(context, absence, Html::default()) }</section> }
}

/// `more` goes at the end of the first line.
fn content(context: RenderContext<'_>, absence: &Absence, more: Html) -> Html {
    let words = context.words;
    html! {
        <>
            <p class="absence__kind">
                <b>
                    { (words.absence)(absence.kind) }
                    if let Some(day) = &absence.when {
                        { (words.items.absence_date)(absence.kind) }{ when(words, day) }
                    }
                </b>
                { more }
            </p>
            <p class={class::ABSENCE_NOTE}>
                { text(&absence.note) }
                if let Some(day) = &absence.when {
                    { date_notes(words, day) }
                }
            </p>
            if let Some(declined) = &absence.words {
                <p class={class::ABSENCE_NOTE}>{ absence_words(context, declined) }</p>
            }
            if !absence.see.is_empty() {
                <p>{ words.see_also }{ " " }{ item_links(context, &absence.see) }</p>
            }
            { searched(context, &absence.searched) }
        </>
    }
}

/// The words in which a side declined, and where they are from.
fn absence_words(context: RenderContext<'_>, words: &AbsenceWords) -> Html {
    let translation = translation(context.words, &words.wording);
    html! {
        <>
            { wording(&words.wording) }
            { " (" }{ source_link(context, words.source) }{ ")." }
            if let Some(translation) = translation {
                { " " }{ text(&translation) }
            }
            { verification(context, &words.wording) }
        </>
    }
}

/// The sources that were searched. A long list is folded, like the sourcing of a
/// statement.
fn searched(context: RenderContext<'_>, sources: &[SourceIx]) -> Html {
    let words = context.words;
    match sources.len() {
        0 => Html::default(),
        1..=SEARCHED_IN_SIGHT => html! {
            <p class="absence__searched">
                { words.searched }{ " " }{ source_links(context, sources) }
            </p>
        },
        count => html! {
            <details class="absence__searched">
                <summary>{ (words.searched_sources)(count) }</summary>
                <p>{ source_links(context, sources) }</p>
            </details>
        },
    }
}
