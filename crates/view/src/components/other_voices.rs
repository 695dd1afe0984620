//! The strip below a point's cells: what others say, in a group for each party, for
//! the press and for anyone else.

use says_who_model::Statement;
use yew::prelude::*;

use super::text;
use crate::context::RenderContext;
use crate::dom::class;

/// The groups of a strip; `card` draws a statement.
pub(super) fn other_voices<'p>(
    context: RenderContext<'_>,
    statements: impl IntoIterator<Item = &'p Statement>,
    card: impl Fn(&Statement) -> Html,
) -> Html {
    let dispute = context.dispute;
    let groups = dispute.by_voice(statements, |statement| {
        dispute.speaker(statement.speaker).speaks_for
    });
    let groups = groups.into_iter().map(|(voice, group)| {
        html! {
            <section class={class::OTHER_VOICES}>
                <@{context.heading(1)} class="point-row__others-head">
                    { text(&context.words.voice_says(dispute, voice)) }
                </@>
                { for group.into_iter().map(&card) }
            </section>
        }
    });
    groups.collect()
}
