//! The timeline as a picture, down the page, so that it fits a phone and stands
//! beside its list elsewhere. Every mark leads to its item.

mod lanes;

use says_who_model::{Item, SideKey};
use yew::prelude::*;

use super::text;
use crate::direction::is_rtl;
use crate::view::View;
pub use lanes::Known;
use lanes::{LANE, LANES, Line, Mark, Of, line};

/// The room for a day's date beside the lanes.
const DATES: u32 = 52;

/// The room for the lanes' names above them.
const NAMES: u32 = 22;

/// The picture of everything that happened and was said.
pub(crate) fn timeline_picture(view: View<'_>) -> Html {
    let line = line(view.dispute);
    if line.marks.is_empty() {
        return Html::default();
    }
    html! {
        <figure class="time">
            <figcaption class="time__legend">
                <p class="time__title">{ view.words.timeline_picture }</p>
                <ul>{ for legend(view, &line) }</ul>
            </figcaption>
            { drawn(view, &line) }
        </figure>
    }
}

/// A line for each kind of mark that there is in the picture.
fn legend(view: View<'_>, line: &Line<'_>) -> Vec<Html> {
    let words = view.words;
    let mut lines = Vec::new();
    for is_event in [true, false] {
        for known in [Known::Given, Known::Counted, Known::Elsewhere] {
            let is_like =
                |mark: &&Mark| matches!(mark.of, Of::Event(_)) == is_event && mark.known == known;
            let Some(mark) = line.marks.iter().find(is_like) else {
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
                        <g class={class(known)}>{ shape(mark) }</g>
                    </svg>
                    { name }{ ": " }{ (words.day_known)(known) }
                </li>
            });
        }
    }
    lines
}

/// Days down the page, their dates at the edge; the lanes beside one another.
fn drawn(view: View<'_>, line: &Line<'_>) -> Html {
    let words = view.words;
    let names = 2 * NAMES;
    let height = line.length + names;
    let width = DATES + 3 * LANE;
    let x = |x: u32| from_start(view, x, width);
    let place = |mark: &Mark<'_>| (x(DATES + mark.across), names + mark.along);
    html! {
        <svg
            viewBox={format!("0 0 {width} {height}")}
            width={width.to_string()}
            height={height.to_string()}
        >
            { for (0..3_u32).zip(LANES).map(|(index, side)| {
                let left = DATES + index * LANE;
                html! {
                    <g>
                        <path class="time__rule" d={format!("M{} 0V{height}", x(left))} />
                        { for two_lines(&name(view, side)).into_iter().zip(["12", "26"]).map(|(part, y)| html! {
                            <text class="time__name" x={x(left + 4).to_string()} {y}>{ text(&part) }</text>
                        }) }
                    </g>
                }
            }) }
            { for line.days.iter().map(|day| {
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
            if let Some(at) = line.as_of {
                <path class="time__as-of" d={format!("M0 {}H{width}", names + at)} />
                <text class="time__date" x={x(0).to_string()} y={(names + at + 17).to_string()}>
                    { format!("{} {}", words.as_of, (words.date)(view.dispute.as_of)) }
                </text>
            }
            { for line.marks.iter().map(|mark| draw(view, mark, place(mark))) }
        </svg>
    }
}

/// A place in a picture of this `width`, measured from the edge where lines begin.
fn from_start(view: View<'_>, x: u32, width: u32) -> u32 {
    if is_rtl(&view.dispute.language) {
        width.saturating_sub(x)
    } else {
        x
    }
}

/// A mark with its link, which is larger than what is seen of it. All are drawn
/// alike and only put in different places, which compresses better.
fn draw(view: View<'_>, mark: &Mark<'_>, (x, y): (u32, u32)) -> Html {
    html! {
        <a class={class(mark.known)} href={format!("#{}", mark.id())} transform={format!("translate({x} {y})")}>
            <title>{ said(view, mark) }</title>
            <rect class="time__target" x="-12" y="-12" width="24" height="24" />
            { shape(mark) }
        </a>
    }
}

/// A square for an event, a circle for a statement.
fn shape(mark: &Mark<'_>) -> Html {
    match mark.of {
        Of::Event(_) => html! { <rect x="-6" y="-6" width="12" height="12" /> },
        Of::Statement(..) => html! { <circle r="6.5" /> },
    }
}

fn class(known: Known) -> &'static str {
    match known {
        Known::Given => "time__mark",
        Known::Counted => "time__mark time__mark--counted",
        Known::Elsewhere => "time__mark time__mark--elsewhere",
    }
}

/// What a mark says: the day, whose it is, what, how the day is known.
fn said(view: View<'_>, mark: &Mark<'_>) -> String {
    let words = view.words;
    let what = match mark.of {
        Of::Event(event) => view.item_title(&Item::Event(event)),
        Of::Statement(statement) => view.statement_title(statement),
    };
    let date = (words.date)(mark.date);
    let side = name(view, mark.side);
    let known = (words.day_known)(mark.known);
    format!("{date}. {side}. {what} ({known})")
}

fn name(view: View<'_>, side: Option<SideKey>) -> String {
    match side {
        Some(side) => view.dispute.sides.get(side).name.clone(),
        None => view.words.controls.others.to_owned(),
    }
}

/// A name over two lines, as far as a narrow lane has room for it; every mark
/// says it whole.
fn two_lines(name: &str) -> Vec<String> {
    const MOST: usize = 11;
    let (first, second) = match name.split_once(' ') {
        Some((first, second)) if name.chars().count() > MOST => (first, Some(second)),
        _ => (name, None),
    };
    [Some(first), second]
        .into_iter()
        .flatten()
        .map(|part| {
            if part.chars().count() <= MOST {
                return part.to_owned();
            }
            let kept: String = part.chars().take(MOST - 1).collect();
            format!("{}…", kept.trim_end())
        })
        .collect()
}
