//! Where a dispute's statements come from: how many each side has from each
//! publication that was read, and by each outlet. Choosing one filters the
//! ledger.

mod counts;

use says_who_model::{SideKey, SourceIx};
use yew::prelude::*;

use super::side::side_name;
use super::text;
use crate::direction::is_rtl;
use crate::filter::FilterQuery;
use crate::view::View;
use counts::{Count, by_outlet, by_source};

/// The id of the ledger's heading, to which a choice leads.
pub(crate) const POINTS: &str = "_points";

/// A table by publication and one by outlet, with bars of one scale.
pub(crate) fn provenance(view: View<'_>) -> Html {
    let words = view.words;
    let sources = by_source(view.dispute);
    let outlets = by_outlet(view.dispute);
    let most = most(&sources).max(most(&outlets));
    let by_source = [words.by_publication, words.publication];
    let by_outlet = [words.by_outlet, words.outlet];
    html! {
        <div class="provenance">
            <p class="section__lead">{ words.provenance_lead }</p>
            { table(view, by_source, &sources, |source| source_name(view, *source), most) }
            { table(view, by_outlet, &outlets, |outlet| outlet_name(view, *outlet), most) }
        </div>
    }
}

/// The largest number that has a bar.
fn most<T>(counts: &[Count<T>]) -> u32 {
    let of_sides = |count: &Count<T>| {
        let [first, second, _] = count.statements;
        first.max(second)
    };
    counts.iter().map(of_sides).max().unwrap_or_default()
}

/// What a row is about, and the query that asks for its statements.
type Name = (String, Option<String>);

fn source_name(view: View<'_>, source: SourceIx) -> Name {
    let source = view.dispute.source(source);
    let asked = FilterQuery {
        source: Some(source.id.clone()),
        ..FilterQuery::default()
    };
    (view.source_title(source), Some(asked.within("")))
}

fn outlet_name(view: View<'_>, outlet: Option<&str>) -> Name {
    let Some(name) = outlet else {
        return (view.words.not_stated.to_owned(), None);
    };
    let asked = FilterQuery {
        outlet: Some(name.to_owned()),
        ..FilterQuery::default()
    };
    (name.to_owned(), Some(asked.within("")))
}

/// A row for each count, under a caption and what its names are.
fn table<T>(
    view: View<'_>,
    [caption, head]: [&'static str; 2],
    counts: &[Count<T>],
    name: impl Fn(&T) -> Name,
    most: u32,
) -> Html {
    let words = view.words;
    let sum = |lane: fn(&[u32; 3]) -> u32| counts.iter().map(|one| lane(&one.statements)).sum();
    let sums: [u32; 3] = [sum(|one| one[0]), sum(|one| one[1]), sum(|one| one[2])];
    let has_others = sums[2] > 0;
    let sides = SideKey::BOTH.map(|side| {
        let name = &view.dispute.sides.get(side).name;
        html! { <th scope="col" data-side={side_name(side)}>{ text(name) }</th> }
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
                        <th scope="row">{ linked(view, &name(&count.of)) }</th>
                        { numbers(count.statements, has_others, |number| bar(view, number, most)) }
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

fn linked(view: View<'_>, (name, asked): &Name) -> Html {
    match asked {
        Some(asked) => html! {
            <a href={href(view, asked)}>
                { text(name) }<span class="visually-hidden">{ view.words.its_statements }</span>
            </a>
        },
        None => text(name),
    }
}

/// A number for each side, each with its bar, and that of others.
fn numbers([first, second, others]: [u32; 3], has_others: bool, bar: impl Fn(u32) -> Html) -> Html {
    let sides = [(SideKey::First, first), (SideKey::Second, second)];
    html! {
        <>
            { for sides.map(|(side, number)| html! {
                <td data-side={side_name(side)}><span>{ number }</span>{ bar(number) }</td>
            }) }
            if has_others {
                <td>{ others }</td>
            }
        </>
    }
}

/// A bar as long, of the width it has, as `number` is of `most`.
fn bar(view: View<'_>, number: u32, most: u32) -> Html {
    if number == 0 {
        return Html::default();
    }
    let width = 100 * number / most.max(1);
    let x = if is_rtl(&view.dispute.language) {
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

/// The ledger with nothing but what is asked: in one file on the same page.
fn href(view: View<'_>, asked: &str) -> String {
    let whole = if view.base.is_one_file() {
        String::new()
    } else {
        view.whole()
    };
    format!("{whole}{asked}#{POINTS}")
}
