//! A speaker's name in its own script, and its other spellings.

use says_who_model::Speaker;
use yew::prelude::*;

use super::text;
use crate::context::RenderContext;
use crate::direction;

/// The names as sentences; empty if there are none.
pub(super) fn other_names(context: RenderContext<'_>, speaker: &Speaker) -> Html {
    let words = context.words;
    let own = speaker.own_name.as_ref().map(|name| {
        let tag = name.language.as_str();
        html! {
            <>
                { " " }{ text(&(words.own_name)((words.language_name)(tag))) }{ " " }
                <bdi lang={tag.to_owned()} dir={direction::for_language(&name.language)}>
                    { text(&name.text) }
                </bdi>
                { "." }
            </>
        }
    });
    let spellings = speaker.other_spellings.iter().enumerate();
    let spellings = spellings.map(|(index, name)| {
        html! { <>if index > 0 { { ", " } }{ context.isolated_html(name) }</> }
    });
    html! {
        <>
            { for own }
            if !speaker.other_spellings.is_empty() {
                { " " }{ words.other_spellings }{ " " }{ for spellings }{ "." }
            }
        </>
    }
}
