//! Who's who: the speakers of a dispute, by whom they speak for.

use says_who_model::{SideKey, Speaker};
use yew::prelude::*;

use super::alias_anchors::alias_anchors;
use super::item_controls::more_link;
use super::provenance::ledger_of_speaker_url;
use super::side::data_side;
use super::{CONTENT, text};
use crate::context::RenderContext;
use crate::dom::class;

/// The speakers of both sides next to each other, then those of the parties, the press
/// and others. `heading` is the tag of the groups' headings.
pub(crate) fn who_speaks(context: RenderContext<'_>, heading: &'static str) -> Html {
    let dispute = context.dispute;
    let sides = SideKey::BOTH.map(|side| {
        let speakers = dispute.speakers.iter();
        let speakers = speakers.filter(|one| one.speaks_for.side() == Some(side));
        html! {
            <section class="cell" data-side={data_side(side)}>
                <@{heading} class="cell__head">{ text(&dispute.sides.get(side).name) }</@>
                { list(context, speakers) }
            </section>
        }
    });
    html! {
        <section class="item">
            <section class="point-row__cells">{ for sides }</section>
            { for dispute.other_voices().map(|voice| {
                let speakers = dispute.speakers.iter();
                let speakers = speakers.filter(|one| one.speaks_for == voice);
                html! {
                    <section class="figures">
                        <@{heading} class={class::SECTION_HEAD}>
                            { text(context.words.voice_name(dispute, voice)) }
                        </@>
                        { list(context, speakers) }
                    </section>
                }
            }) }
        </section>
    }
}

fn list<'s>(context: RenderContext<'_>, speakers: impl Iterator<Item = &'s Speaker>) -> Html {
    let mut speakers = speakers.peekable();
    if speakers.peek().is_none() {
        return html! { <p>{ context.words.figures_none }</p> };
    }
    html! { <ul class="figures__list">{ for speakers.map(|speaker| entry(context, speaker)) }</ul> }
}

fn entry(context: RenderContext<'_>, speaker: &Speaker) -> Html {
    let (words, dispute) = (context.words, context.dispute);
    // In a single-file copy, this is the speaker's only place.
    let is_only_place = context.base.is_one_file();
    let ledger = is_only_place.then(|| ledger_of_speaker_url(context, speaker));
    let page = ledger
        .flatten()
        .unwrap_or_else(|| context.item_page_url(&speaker.id));
    let name = words.speaker_name(dispute, speaker);
    let role = speaker.role.as_deref().map(|role| format!(", {role}"));
    let counted = words.statements_counted(dispute, speaker);
    html! {
        <li class={CONTENT} id={speaker.id.as_str().to_owned()} tabindex="-1">
            { alias_anchors(context, &speaker.id) }
            <a href={page}>{ text(&name) }</a>
            { text(&format!("{}: {counted}", role.unwrap_or_default())) }
            if is_only_place {
                { more_link(context, &speaker.id) }
            }
        </li>
    }
}
