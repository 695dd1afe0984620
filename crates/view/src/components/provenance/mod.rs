//! Where a dispute's statements come from: how many each side has from each
//! publication that was read, and from each outlet. Each name is a link that filters
//! the ledger.

mod source_counts;

use says_who_model::{SideKey, SourceIx, Speaker};
use yew::prelude::*;

use super::side::data_side;
use super::text;
use crate::context::RenderContext;
use crate::direction::is_rtl;
use crate::filter::FilterQuery;
use source_counts::{Count, Nearest, by_outlet, by_source};

/// The id of the ledger's heading, to which the links lead.
pub(crate) const POINTS: &str = "_points";

/// A table by publication and one by outlet, with bars on the same scale.
pub(crate) fn provenance(context: RenderContext<'_>) -> Html {
    let words = context.words;
    let sources = by_source(context.dispute);
    let outlets = by_outlet(context.dispute);
    let most = largest(&sources).max(largest(&outlets));
    let by_source = [words.by_publication, words.publication];
    let by_outlet = [words.by_outlet, words.outlet];
    html! {
        <div class="provenance">
            <p class="section__lead">{ words.provenance_lead }</p>
            { table(context, by_source, &sources, |source| source_row(context, *source), most) }
            { table(context, by_outlet, &outlets, |outlet| outlet_row(context, *outlet), most) }
        </div>
    }
}

/// The largest number that has a bar.
fn largest<T>(counts: &[Count<T>]) -> u32 {
    let larger_side = |count: &Count<T>| {
        let [first, second, _] = count.statements;
        first.max(second)
    };
    counts.iter().map(larger_side).max().unwrap_or_default()
}

/// The name of a row, and the query that filters its statements.
type RowName = (String, Option<String>);

fn source_row(context: RenderContext<'_>, source: SourceIx) -> RowName {
    let source = context.dispute.source(source);
    let query = FilterQuery {
        source: Some(source.id.clone()),
        ..FilterQuery::default()
    };
    (context.source_title(source), Some(query.merge_into("")))
}

fn outlet_row(context: RenderContext<'_>, outlet: Nearest<'_>) -> RowName {
    let name = match outlet {
        Nearest::Outlet(name) => name,
        Nearest::NotStated => return (context.words.not_stated.to_owned(), None),
        Nearest::NotKnown => return (context.words.nearest_not_known.to_owned(), None),
    };
    let query = FilterQuery {
        outlet: Some(name.to_owned()),
        ..FilterQuery::default()
    };
    (name.to_owned(), Some(query.merge_into("")))
}

/// A table with a row for each count; `head` is the heading of the first column.
fn table<T>(
    context: RenderContext<'_>,
    [caption, head]: [&'static str; 2],
    counts: &[Count<T>],
    name: impl Fn(&T) -> RowName,
    most: u32,
) -> Html {
    let words = context.words;
    let sum = |lane: fn(&[u32; 3]) -> u32| counts.iter().map(|one| lane(&one.statements)).sum();
    let sums: [u32; 3] = [sum(|one| one[0]), sum(|one| one[1]), sum(|one| one[2])];
    let has_others = sums[2] > 0;
    let sides = SideKey::BOTH.map(|side| {
        let name = &context.dispute.sides.get(side).name;
        html! { <th scope="col" data-side={data_side(side)}>{ text(name) }</th> }
    });
    html! {
        <table class="provenance__table">
            <caption>{ caption }</caption>
            <thead>
                <tr>
                    <th scope="col">{ head }</th>
                    { for sides }
                    if has_others {
                        <th scope="col">{ words.others }</th>
                    }
                </tr>
            </thead>
            <tbody>
                { for counts.iter().map(|count| html! {
                    <tr>
                        <th scope="row">{ row_heading(context, &name(&count.key)) }</th>
                        { numbers(count.statements, has_others, |number| bar(context, number, most)) }
                    </tr>
                }) }
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">{ words.all_statements }</th>
                    { numbers(sums, has_others, |_| Html::default()) }
                </tr>
            </tfoot>
        </table>
    }
}

fn row_heading(context: RenderContext<'_>, (name, query): &RowName) -> Html {
    match query {
        Some(query) => html! {
            <a href={filtered_ledger_url(context, query)}>
                { text(name) }<span class="visually-hidden">{ context.words.its_statements }</span>
            </a>
        },
        None => text(name),
    }
}

/// The number of each side with its bar, and that of third parties.
fn numbers([first, second, others]: [u32; 3], has_others: bool, bar: impl Fn(u32) -> Html) -> Html {
    let sides = [(SideKey::First, first), (SideKey::Second, second)];
    html! {
        <>
            { for sides.map(|(side, number)| html! {
                <td data-side={data_side(side)}><span>{ number }</span>{ bar(number) }</td>
            }) }
            if has_others {
                <td>{ others }</td>
            }
        </>
    }
}

/// A bar whose width is the share of `number` in `most`.
fn bar(context: RenderContext<'_>, number: u32, most: u32) -> Html {
    if number == 0 {
        return Html::default();
    }
    let width = 100 * number / most.max(1);
    let x = if is_rtl(&context.dispute.language) {
        100 - width
    } else {
        0
    };
    html! {
        <svg class="provenance__bar" aria-hidden="true">
            <rect x={format!("{x}%")} width={format!("{width}%")} height="100%" />
        </svg>
    }
}

/// The URL of the ledger with a speaker's statements alone; `None` if there are none:
/// an outlet's summary is not found by a speaker.
pub(super) fn ledger_of_speaker_url(
    context: RenderContext<'_>,
    speaker: &Speaker,
) -> Option<String> {
    let statements = context.dispute.statements_by(speaker);
    if statements.iter().all(|(_, one)| one.is_summary()) {
        return None;
    }
    let query = FilterQuery {
        speaker: Some(speaker.id.clone()),
        ..FilterQuery::default()
    };
    Some(filtered_ledger_url(context, &query.merge_into("")))
}

/// The URL of the ledger with this query; in a single-file copy, on the same page.
fn filtered_ledger_url(context: RenderContext<'_>, query: &str) -> String {
    format!("{}#{POINTS}", context.explainer_url_with(query))
}
