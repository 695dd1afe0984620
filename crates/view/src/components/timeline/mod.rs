//! The timeline: what happened and what was said, in order of time. Each side has a
//! lane, and everybody else has the one between them; in a narrow container there is
//! one column, and each entry names its side. It is lists and style sheet alone.

mod chronology;
mod date_basis;
mod entry;

use says_who_model::{Certainty, Dispute, EdtfDate, SideKey};
use yew::prelude::*;

use super::side::data_side;
use super::text;
use crate::context::RenderContext;
use crate::words::capitalized;
use chronology::{Chronology, DateGroup};
pub use date_basis::DateBasis;
pub(crate) use entry::TimelinePage;
use entry::{entry, note};

/// With more entries than this, a timeline has a page of its own.
const MAX_ENTRIES_ON_EXPLAINER: usize = 100;

/// Whether the timeline of a dispute has a page of its own.
#[must_use]
pub fn has_timeline_page(dispute: &Dispute) -> bool {
    chronology::count(dispute) > MAX_ENTRIES_ON_EXPLAINER
}

/// A link to the page of the timeline.
pub(crate) fn timeline_link(context: RenderContext<'_>) -> Html {
    let entries = chronology::count(context.dispute);
    html! {
        <p class="timeline-link">
            <a href={context.timeline_url()}>{ (context.words.timeline_at)(entries) }</a>
        </p>
    }
}

/// The timeline. `after` is the URL of the section on what came later, if there is
/// one; `heading` is the tag of a heading in the timeline.
pub(crate) fn timeline(
    context: RenderContext<'_>,
    page: TimelinePage,
    heading: &'static str,
    after: Option<String>,
) -> Html {
    let words = context.words;
    let all = Chronology::of(context.dispute);
    html! {
        <section class="timeline">
            { lane_names(context) }
            { dates(context, page, &all.before) }
            <p class="timeline__as-of">{ text(&words.as_of_phrase(context.dispute)) }</p>
            if after.is_some() || !all.later.is_empty() {
                <section class="timeline__later">
                    <p class="timeline__continued">
                        { words.continued }{ " " }
                        <a href={after}>{ text(&words.after_heading(context.dispute)) }</a>
                    </p>
                    { dates(context, page, &all.later) }
                </section>
            }
            if !all.undated.is_empty() {
                <section class="timeline__undated">
                    <@{heading} class="timeline__undated-head">{ capitalized(words.date_not_known) }</@>
                    <ol class="timeline__entries">
                        { for all.undated.iter().map(|one| entry(context, page, one)) }
                    </ol>
                </section>
            }
        </section>
    }
}

/// The names above the lanes. They are hidden from the accessibility tree, because
/// each entry names its side.
fn lane_names(context: RenderContext<'_>) -> Html {
    // The sides are next to each other, so that the app can swap them.
    html! {
        <div class="timeline__lanes" aria-hidden="true">
            { for SideKey::BOTH.map(|side| html! {
                <p data-side={data_side(side)}>{ text(&context.dispute.sides.get(side).name) }</p>
            }) }
            <p>{ context.words.timeline_between }</p>
        </div>
    }
}

fn dates(context: RenderContext<'_>, page: TimelinePage, groups: &[DateGroup<'_>]) -> Html {
    if groups.is_empty() {
        return Html::default();
    }
    html! {
        <ol class="timeline__dates">
            { for groups.iter().map(|group| date_group(context, page, group)) }
        </ol>
    }
}

/// A date with its mark, and its entries.
fn date_group(context: RenderContext<'_>, page: TimelinePage, group: &DateGroup<'_>) -> Html {
    let words = context.words;
    let notes = [
        (words.date_width)(group.date).map(capitalized),
        group
            .days_later
            .filter(|days| *days > 1)
            .map(|days| capitalized(&(words.days_later)(days))),
        basis(context, group),
    ];
    let date = capitalized(&(words.edtf_date)(group.date));
    html! {
        <li class={classes!("timeline__date", mark_class(group.date), is_rough(group.date).then_some("timeline__date--rough"))}>
            <p class="timeline__when">
                <b>
                    if let Some(iso) = group.date.iso_8601() {
                        <time datetime={iso}>{ date }</time>
                    } else {
                        { date }
                    }
                </b>
                { note(&notes.into_iter().flatten().collect::<Vec<_>>()) }
            </p>
            <ol class="timeline__entries">
                { for group.entries.iter().map(|one| entry(context, page, one)) }
            </ol>
        </li>
    }
}

/// How the date is known, unless the source of every entry gives it. The sourcing of
/// each entry has the rest.
fn basis(context: RenderContext<'_>, group: &DateGroup<'_>) -> Option<String> {
    match group.common_basis() {
        Some(DateBasis::Given) => None,
        Some(basis) => Some(capitalized((context.words.date_basis)(basis))),
        None => Some(context.words.date_bases_differ.to_owned()),
    }
}

/// The mark of a date: a day is a dot; anything else is a bar, which is open at the end
/// that is not known.
fn mark_class(date: EdtfDate) -> Option<&'static str> {
    match date {
        EdtfDate::In(part) if part.day().is_some() => None,
        EdtfDate::In(_) | EdtfDate::Between(..) => Some("timeline__date--span"),
        EdtfDate::Until(_) => Some("timeline__date--until"),
        EdtfDate::From(_) => Some("timeline__date--from"),
    }
}

/// Whether a date is about then, or perhaps then.
fn is_rough(date: EdtfDate) -> bool {
    let (first, last) = date.parts();
    [first, last]
        .iter()
        .any(|part| part.certainty != Certainty::Sure)
}

#[cfg(test)]
mod tests {
    use says_who_model::EdtfDate;

    use super::{is_rough, mark_class};

    #[test]
    fn a_mark_shows_how_wide_and_how_sure_a_date_is() {
        for (date, mark, rough) in [
            ("2022-01-31", None, false),
            ("2022-01-31~", None, true),
            ("2022-01", Some("timeline__date--span"), false),
            ("2022-21", Some("timeline__date--span"), false),
            ("2022?", Some("timeline__date--span"), true),
            ("2022-01-03/2022-01-05", Some("timeline__date--span"), false),
            ("2022-01-03/2022-01-05~", Some("timeline__date--span"), true),
            ("../2022-02", Some("timeline__date--until"), false),
            ("2022-02-01%/..", Some("timeline__date--from"), true),
        ] {
            let parsed: EdtfDate = date.parse().expect("a date");
            assert_eq!(
                (mark_class(parsed), is_rough(parsed)),
                (mark, rough),
                "{date}"
            );
        }
    }
}
