//! The timeline as a picture. It runs down the page, so that it fits a phone and is
//! beside its list elsewhere. Every mark links to its item.

mod timeline_layout;

use says_who_model::{Item, SideKey};
use yew::prelude::*;

use super::text;
use crate::context::RenderContext;
use crate::direction::is_rtl;
pub use timeline_layout::DateBasis;
use timeline_layout::{LANE_WIDTH, LANES, Mark, MarkItem, TimelineLayout, layout};

/// The width of the column for the dates, beside the lanes.
const DATES_WIDTH: u32 = 52;

/// The height of a line of the lanes' names, above them.
const NAME_LINE_HEIGHT: u32 = 22;

/// The picture of everything that happened and was said.
pub(crate) fn timeline_picture(context: RenderContext<'_>) -> Html {
    let layout = layout(context.dispute);
    if layout.marks.is_empty() {
        return Html::default();
    }
    html! {
        <figure class="time">
            <figcaption class="time__legend">
                <p class="time__title">{ context.words.timeline_picture }</p>
                <ul>{ for legend(context, &layout) }</ul>
            </figcaption>
            { picture(context, &layout) }
        </figure>
    }
}

/// A legend entry for each kind of mark in the picture.
fn legend(context: RenderContext<'_>, layout: &TimelineLayout<'_>) -> Vec<Html> {
    let words = context.words;
    let mut lines = Vec::new();
    for is_event in [true, false] {
        for basis in [DateBasis::Given, DateBasis::Counted, DateBasis::Elsewhere] {
            let is_like = |mark: &&Mark| {
                matches!(mark.item, MarkItem::Event(_)) == is_event && mark.basis == basis
            };
            let Some(mark) = layout.marks.iter().find(is_like) else {
                continue;
            };
            let name = if is_event {
                words.an_event
            } else {
                words.a_statement
            };
            lines.push(html! {
                <li>
                    <svg class="time__sample" width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
                        <g class={mark_class(basis)}>{ shape(mark) }</g>
                    </svg>
                    { name }{ ": " }{ (words.date_basis)(basis) }
                </li>
            });
        }
    }
    lines
}

/// The picture: days run down the page, with their dates at the edge; the lanes are
/// beside one another.
fn picture(context: RenderContext<'_>, layout: &TimelineLayout<'_>) -> Html {
    let words = context.words;
    let names = 2 * NAME_LINE_HEIGHT;
    let height = layout.length + names;
    let width = DATES_WIDTH + 3 * LANE_WIDTH;
    let x = |x: u32| from_start(context, x, width);
    let place = |mark: &Mark<'_>| (x(DATES_WIDTH + mark.across), names + mark.along);
    html! {
        <svg
            viewBox={format!("0 0 {width} {height}")}
            width={width.to_string()}
            height={height.to_string()}
        >
            { for (0..3_u32).zip(LANES).map(|(index, side)| {
                let left = DATES_WIDTH + index * LANE_WIDTH;
                html! {
                    <g>
                        <path class="time__rule" d={format!("M{} 0V{height}", x(left))} />
                        { for two_lines(&lane_name(context, side)).into_iter().zip(["12", "26"]).map(|(part, y)| html! {
                            <text class="time__name" x={x(left + 4).to_string()} {y}>{ text(&part) }</text>
                        }) }
                    </g>
                }
            }) }
            { for layout.days.iter().map(|day| {
                let top = names + day.begins;
                html! {
                    <g>
                        if let Some((missing, at)) = day.gap {
                            <text class="time__gap" x={x(0).to_string()} y={(names + at + 17).to_string()}>
                                { (words.days_between)(missing) }
                            </text>
                        }
                        <path class="time__break" d={format!("M0 {top}H{width}")} />
                        <text class="time__date" x={x(0).to_string()} y={(top + 17).to_string()}>
                            { (words.day)(day.date) }
                        </text>
                        if let Some(year) = day.year {
                            <text class="time__gap" x={x(0).to_string()} y={(top + 31).to_string()}>{ year }</text>
                        }
                    </g>
                }
            }) }
            if let Some(at) = layout.as_of {
                <path class="time__as-of" d={format!("M0 {}H{width}", names + at)} />
                <text class="time__date" x={x(0).to_string()} y={(names + at + 17).to_string()}>
                    { format!("{} {}", words.as_of, (words.date)(context.dispute.as_of)) }
                </text>
            }
            { for layout.marks.iter().map(|mark| mark_link(context, mark, place(mark))) }
        </svg>
    }
}

/// The x coordinate in a picture of this `width` for a distance from the edge where
/// lines of text begin.
fn from_start(context: RenderContext<'_>, x: u32, width: u32) -> u32 {
    if is_rtl(&context.dispute.language) {
        width.saturating_sub(x)
    } else {
        x
    }
}

/// A mark with its link, whose target area is larger than the visible mark. All
/// marks have the same shape and only differ in `transform`, which compresses
/// better.
fn mark_link(context: RenderContext<'_>, mark: &Mark<'_>, (x, y): (u32, u32)) -> Html {
    html! {
        <a class={mark_class(mark.basis)} href={format!("#{}", mark.id())} transform={format!("translate({x} {y})")}>
            <title>{ mark_label(context, mark) }</title>
            <rect class="time__target" x="-12" y="-12" width="24" height="24" />
            { shape(mark) }
        </a>
    }
}

/// A square for an event, a circle for a statement.
fn shape(mark: &Mark<'_>) -> Html {
    match mark.item {
        MarkItem::Event(_) => html! { <rect x="-6" y="-6" width="12" height="12" /> },
        MarkItem::Statement(..) => html! { <circle r="6.5" /> },
    }
}

fn mark_class(basis: DateBasis) -> &'static str {
    match basis {
        DateBasis::Given => "time__mark",
        DateBasis::Counted => "time__mark time__mark--counted",
        DateBasis::Elsewhere => "time__mark time__mark--elsewhere",
    }
}

/// The label of a mark: the date, the side, the title, how the date is known.
fn mark_label(context: RenderContext<'_>, mark: &Mark<'_>) -> String {
    let words = context.words;
    let what = match mark.item {
        MarkItem::Event(event) => context.item_title(&Item::Event(event)),
        MarkItem::Statement(statement) => context.statement_title(statement),
    };
    let date = (words.date)(mark.date);
    let side = lane_name(context, mark.side);
    let basis = (words.date_basis)(mark.basis);
    format!("{date}. {side}. {what} ({basis})")
}

fn lane_name(context: RenderContext<'_>, side: Option<SideKey>) -> String {
    match side {
        Some(side) => context.dispute.sides.get(side).name.clone(),
        None => context.words.controls.others.to_owned(),
    }
}

/// A name on two lines, truncated to what fits a narrow lane; every mark's label has
/// the whole name.
fn two_lines(name: &str) -> Vec<String> {
    const MAX_CHARS: usize = 11;
    let (first, second) = match name.split_once(' ') {
        Some((first, second)) if name.chars().count() > MAX_CHARS => (first, Some(second)),
        _ => (name, None),
    };
    [Some(first), second]
        .into_iter()
        .flatten()
        .map(|part| {
            if part.chars().count() <= MAX_CHARS {
                return part.to_owned();
            }
            let truncated: String = part.chars().take(MAX_CHARS - 1).collect();
            format!("{}…", truncated.trim_end())
        })
        .collect()
}
