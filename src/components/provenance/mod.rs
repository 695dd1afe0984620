//! Where a dispute's statements come from, as a picture and as a table: from
//! speakers by outlets to the publications that were read. Choosing one filters
//! the ledger.

mod flows;

use says_who_model::{Id, SourceIx};
use yew::prelude::*;

use super::text;
use crate::direction::is_rtl;
use crate::showing::Showing;
use crate::view::View;
use crate::words::Words;
use flows::{Band, Bar, Column, First, Flow, bands, flows};

/// The width of the picture, of a bar, and where the columns stand.
const WIDTH: u32 = 1000;
const BAR: u32 = 8;
const COLUMNS: [u32; 3] = [262, 500, 730];

/// The room for the columns' names.
const NAMES: u32 = 26;

/// The id of the ledger's heading, to which a choice leads.
pub(crate) const POINTS: &str = "_points";

/// The picture and the table.
pub(crate) fn provenance(view: View<'_>) -> Html {
    let words = view.words;
    let flows = flows(view.dispute);
    html! {
        <div class="provenance">
            <p class="section__lead">{ words.provenance_lead }</p>
            { picture(view, &flows) }
            <details class="provenance__figures">
                <summary>{ words.as_a_table }</summary>
                { table(view, &flows) }
            </details>
        </div>
    }
}

fn picture(view: View<'_>, flows: &[Flow<'_>]) -> Html {
    let words = view.words;
    let by_speaker = |flow: &Flow<'_>| flow.speaker.id.clone();
    // Speakers are told apart by their place in the list; ids are not `Copy`.
    let speakers: Vec<Id> = flows.iter().map(by_speaker).collect();
    let speaker_of = |flow: &Flow<'_>| speakers.iter().position(|id| *id == flow.speaker.id);
    let places: Vec<u32> = (0..).take(flows.len()).collect();

    let said = Column::new(flows, speaker_of, &places);
    let outlet_of = |flow: &Flow<'_>| outlet(view, flow);
    let outlets: Vec<String> = flows.iter().map(outlet_of).collect();
    let outlet_at = |flow: &Flow<'_>| {
        let name = outlet(view, flow);
        outlets.iter().position(|other| *other == name)
    };
    let reported = Column::new(flows, outlet_at, &said.ranks(flows, speaker_of));
    let source_of = |flow: &Flow<'_>| flow.source;
    let read = Column::new(flows, source_of, &reported.ranks(flows, outlet_at));
    let height = NAMES + said.height.max(reported.height).max(read.height);

    let first = bands(flows, (&said, speaker_of), (&reported, outlet_at));
    let second = bands(flows, (&reported, outlet_at), (&read, source_of));
    let ways = [first, second].into_iter().zip(COLUMNS.windows(2));
    let names = column_names(words);
    html! {
        <figure class="provenance__picture" aria-label={words.provenance_picture}>
            <svg viewBox={format!("0 0 {WIDTH} {height}")} width={WIDTH.to_string()} height={height.to_string()}>
                { for names.into_iter().zip(COLUMNS).enumerate().map(|(index, (name, x))| html! {
                    <text class="provenance__column" x={from_start(view, label_at(index, x)).to_string()} y="14" text-anchor={anchor(index)}>
                        { name }
                    </text>
                }) }
                { for ways.map(|(bands, columns)| html! {
                    <g class="provenance__bands">{ for bands.iter().map(|way| band(view, way, columns)) }</g>
                }) }
                { for said.bars.iter().filter_map(|(index, bar)| {
                    let flow = flows.get((*index)?)?;
                    let asked = Showing { speaker: Some(flow.speaker.id.clone()), ..Showing::default() };
                    Some(node(view, 0, bar, &flow.speaker.name, Some(&asked)))
                }) }
                { for reported.bars.iter().filter_map(|(index, bar)| {
                    let flow = flows.get((*index)?)?;
                    Some(node(view, 1, bar, &outlet(view, flow), asked_outlet(flow).as_ref()))
                }) }
                { for read.bars.iter().map(|(index, bar)| {
                    let title = view.source_title(view.dispute.source(*index));
                    node(view, 2, bar, &title, Some(&asked_source(view, *index)))
                }) }
            </svg>
            <figcaption>{ words.provenance_bands }</figcaption>
        </figure>
    }
}

/// The outlet's name, or that it is not stated.
fn outlet(view: View<'_>, flow: &Flow<'_>) -> String {
    match flow.outlet {
        First::Named(name) => name.to_owned(),
        First::NotStated => view.words.not_stated.to_owned(),
    }
}

fn asked_outlet(flow: &Flow<'_>) -> Option<Showing> {
    match flow.outlet {
        First::Named(name) => Some(Showing {
            outlet: Some(name.to_owned()),
            ..Showing::default()
        }),
        First::NotStated => None,
    }
}

fn asked_source(view: View<'_>, source: SourceIx) -> Showing {
    Showing {
        source: Some(view.dispute.source(source).id.clone()),
        ..Showing::default()
    }
}

/// The ledger with nothing but what is asked: in one file on the same page.
fn href(view: View<'_>, showing: &Showing) -> String {
    let whole = if view.base.is_one_file() {
        String::new()
    } else {
        view.whole()
    };
    format!("{whole}{}#{POINTS}", showing.within(""))
}

/// A place measured from the edge where lines begin.
fn from_start(view: View<'_>, x: u32) -> u32 {
    if is_rtl(&view.dispute.language) {
        WIDTH.saturating_sub(x)
    } else {
        x
    }
}

/// On which side of its bar a column's names stand.
fn anchor(column: usize) -> &'static str {
    if column == 0 { "end" } else { "start" }
}

fn label_at(column: usize, x: u32) -> u32 {
    if column == 0 { x - 6 } else { x + BAR + 6 }
}

/// What stands over the columns of the picture and the table.
fn column_names(words: &Words) -> [&'static str; 3] {
    [words.speakers, words.outlets, words.publications]
}

fn node(view: View<'_>, column: usize, bar: &Bar, name: &str, asked: Option<&Showing>) -> Html {
    let words = view.words;
    let x = COLUMNS.get(column).copied().unwrap_or_default();
    let top = NAMES + bar.top;
    let label = format!("{} · {}", clipped(name, column), bar.statements);
    // A speaker and an outlet can have one name.
    let column_name = column_names(words).get(column).copied().unwrap_or_default();
    let said = (words.statements_of)(&format!("{column_name}: {name}"), bar.statements);
    let drawn = html! {
        <>
            <title>{ said }</title>
            <rect x={from_start(view, x).min(from_start(view, x + BAR)).to_string()} y={top.to_string()} width={BAR.to_string()} height={bar.height.to_string()} />
            <text
                x={from_start(view, label_at(column, x)).to_string()}
                y={(top + bar.height / 2 + 4).to_string()}
                text-anchor={anchor(column)}
            >
                { label }
            </text>
        </>
    };
    match asked {
        Some(asked) => html! { <a class="provenance__node" href={href(view, asked)}>{ drawn }</a> },
        None => html! { <g class="provenance__node">{ drawn }</g> },
    }
}

/// A name as far as there is room for it in its column; the title says it whole.
fn clipped(name: &str, column: usize) -> String {
    let most = if column == 1 { 26 } else { 30 };
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let kept: String = name.chars().take(most - 1).collect();
    format!("{}…", kept.trim_end())
}

fn band(view: View<'_>, band: &Band, columns: &[u32]) -> Html {
    let &[left, right] = columns else {
        return Html::default();
    };
    // A line as thick as the band: half the figures of its outline. Where it goes
    // is told from where it starts, which compresses better.
    let middle_of = |top: u32| f64::from(NAMES + top) + f64::from(band.thickness) / 2.0;
    let (from, to) = (middle_of(band.from), middle_of(band.to));
    let [left, right] = [left + BAR, right].map(|x| f64::from(from_start(view, x)));
    let (along, down) = (right - left, to - from);
    let half = along / 2.0;
    let line = format!("M{left} {from}c{half} 0 {half} {down} {along} {down}");
    html! { <path d={line} stroke-width={band.thickness.to_string()} /> }
}

/// The same figures.
fn table(view: View<'_>, flows: &[Flow<'_>]) -> Html {
    let words = view.words;
    let link = |asked: Option<Showing>, name: &str| match asked {
        Some(asked) => html! { <a href={href(view, &asked)}>{ text(name) }</a> },
        None => text(name),
    };
    html! {
        <table class="provenance__table">
            <caption>{ words.provenance_picture }</caption>
            <thead>
                <tr>
                    { for column_names(words).map(|name| html! { <th scope="col">{ name }</th> }) }
                    <th scope="col">{ words.statements }</th>
                </tr>
            </thead>
            <tbody>
                { for flows.iter().map(|flow| {
                    let speaker = Showing { speaker: Some(flow.speaker.id.clone()), ..Showing::default() };
                    let title = view.source_title(view.dispute.source(flow.source));
                    html! {
                        <tr>
                            <td>{ link(Some(speaker), &flow.speaker.name) }</td>
                            <td>{ link(asked_outlet(flow), &outlet(view, flow)) }</td>
                            <td>{ link(Some(asked_source(view, flow.source)), &title) }</td>
                            <td>{ flow.statements }</td>
                        </tr>
                    }
                }) }
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row" colspan="3">{ words.all_statements }</th>
                    <td>{ flows.iter().map(|flow| flow.statements).sum::<u32>() }</td>
                </tr>
            </tfoot>
        </table>
    }
}
