//! How a comparison is laid out. Classes are literals: as constants they would need the
//! code of `yew::Classes`, some kilobytes.

use says_who_model::Id;
use says_who_page_data::PageData;
use says_who_view::comparison::{Comparison, ComparisonQuery, List, Row, Shown};
use says_who_view::words::comparison::{ENGLISH, list_heading};
use yew::prelude::*;

use super::parts::PageParts;
use crate::reader::{address, app_element, page_loader};

/// The order of the sides: their positions in the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Order([usize; 2]);

impl Order {
    /// The order with this side first; without any, that of the data.
    pub(super) fn of(data: &PageData, first: Option<&Id>) -> Self {
        let is_swapped = first.is_some_and(|first| first.as_str() == data.sides[1].id);
        Self(if is_swapped { [1, 0] } else { [0, 1] })
    }
}

/// A comparison, laid out.
#[derive(Default)]
pub(super) struct Layout {
    /// Its heading.
    pub(super) heading: String,
    /// The heading and all below it.
    pub(super) content: Html,
}

/// A comparison that is being laid out.
pub(super) struct Draft<'d> {
    pub(super) data: &'d PageData,
    pub(super) parts: PageParts<'d>,
    pub(super) query: &'d ComparisonQuery,
    order: Order,
}

impl Layout {
    /// Lays out what a query compares; `None` where the page does not have it.
    pub(super) fn new(
        data: &PageData,
        query: &ComparisonQuery,
        comparison: Option<Comparison>,
        order: Order,
    ) -> Self {
        let draft = Draft {
            data,
            parts: PageParts(data),
            query,
            order,
        };
        let words = &ENGLISH;
        let is_known = comparison.is_some();
        let comparison = comparison.unwrap_or_default();
        let heading = draft.heading(&comparison);
        let lead = if is_known {
            draft.lead(&comparison)
        } else {
            words.unknown.to_owned()
        };
        let link = format!(
            "{}{}{}",
            app_element::origin(),
            page_loader::path(),
            query.merge_into("")
        );
        let neighbours = comparison.neighbours.into_iter();
        let neighbours = neighbours.zip([words.day_before, words.day_after]);
        let neighbours = neighbours.filter_map(|(day, label)| {
            let href = ComparisonQuery::AsOf(day?).merge_into(&address::text());
            Some(link_to(href, label(day?)))
        });
        let content = html! {
            <>
                <h2 class="comparison__head" tabindex="-1">{ heading.clone() }</h2>
                <p class="comparison__lead">{ lead }</p>
                <p class="comparison__controls">
                    { link_to(without_comparison(), words.back.to_owned()) }
                    { for neighbours }
                    <button type="button" class="control" data-copy="link" data-text={link}>
                        { words.copy_link }
                    </button>
                </p>
                { draft.body(&comparison) }
            </>
        };
        Self { heading, content }
    }
}

/// The address of the whole page.
fn without_comparison() -> String {
    let rest = ComparisonQuery::remove_from(&address::text());
    // An empty link would have no query either, but lead to the top of this page.
    if rest.is_empty() {
        "?".to_owned()
    } else {
        rest
    }
}

fn link_to(href: String, text: String) -> Html {
    html! { <a {href}>{ text }</a> }
}

/// A column, or a side's cell. `level` is the element of its heading.
fn cell(level: &'static str, heading: String, content: Html) -> Html {
    html! {
        <section class="cell"><@{level} class="cell__head">{ heading }</@>{ content }</section>
    }
}

/// Two columns.
fn columns(cells: [Html; 2]) -> Html {
    html! { <section class="point-row__cells">{ for cells }</section> }
}

/// A list with its heading.
fn list(heading: &'static str, entries: Vec<Html>) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3 class="comparison__part">{ heading }</h3>
            <ul class="comparison__list">{ for entries }</ul>
        </>
    }
}

impl Draft<'_> {
    /// All below the controls.
    fn body(&self, comparison: &Comparison) -> Html {
        let lists = List::ALL.into_iter().zip(&comparison.lists);
        let lists = lists.map(|(kind, statements)| {
            let statements = statements.iter();
            list(
                list_heading(kind),
                statements.map(|one| self.entry(comparison, *one)).collect(),
            )
        });
        let lists: Html = lists.collect();
        let rows = comparison.rows.iter().map(|row| self.row(row));
        let silent = comparison.silent.iter();
        let silent = silent.map(|point| html! { <li>{ self.parts.question(*point) }</li> });
        match self.in_order(&comparison.chosen)[..] {
            [one, other] => html! {
                <>
                    { columns([self.column(one), self.column(other)]) }
                    if !comparison.rows.is_empty() {
                        <h3 class="comparison__part">{ ENGLISH.both_sides }</h3>
                    }
                    { for rows }
                </>
            },
            [one] => columns([
                self.column(one),
                cell("h3", ENGLISH.choose.to_owned(), lists),
            ]),
            _ => html! {
                <>
                    { for rows }
                    { list(ENGLISH.silent, silent.collect()) }
                    { lists }
                </>
            },
        }
    }

    /// Two of different sides stand in the order of the sides.
    fn in_order(&self, chosen: &[Shown]) -> Vec<Shown> {
        let mut chosen = chosen.to_vec();
        if let [one, other] = chosen[..]
            && let (Some(one), Some(other)) = (one.side(self.data), other.side(self.data))
            && one != other
            && one != self.order.0[0]
        {
            chosen.reverse();
        }
        chosen
    }

    /// One of two wordings, under its voice and its point.
    fn column(&self, shown: Shown) -> Html {
        let content = html! {
            <>
                <h4 class="comparison__point">
                    { ENGLISH.on_the_point }{ " " }{ self.parts.question(shown.position.point) }
                </h4>
                { self.parts.card(shown, true) }
            </>
        };
        cell("h3", self.parts.voice(shown), content)
    }

    fn row(&self, row: &Row) -> Html {
        // In groups, as on the page: each party, the press, anyone else.
        let mut groups: Vec<(String, Vec<Shown>)> = Vec::new();
        for one in &row.others {
            let voice = self.parts.voice(*one);
            match groups.iter_mut().find(|(other, _)| *other == voice) {
                Some((_, group)) => group.push(*one),
                None => groups.push((voice, vec![*one])),
            }
        }
        let groups = groups.into_iter().map(|(voice, group)| {
            html! {
                <section class="point-row__others">
                    <h4 class="point-row__others-head">{ voice }</h4>
                    { self.cards(&group) }
                </section>
            }
        });
        html! {
            <article class="point">
                <h3 class="point__question">{ self.parts.question(row.point) }</h3>
                { columns(self.order.0.map(|side| self.cell(row, side))) }
                { for groups }
            </article>
        }
    }

    /// A side's cell. Without a statement it says why.
    fn cell(&self, row: &Row, side: usize) -> Html {
        let shown = &row.cells[side];
        let content = if !shown.is_empty() {
            self.cards(shown)
        } else if matches!(self.query, ComparisonQuery::AsOf(_)) {
            note(ENGLISH.nothing_by_then)
        } else {
            self.parts.absence(row.point, side)
        };
        cell("h4", self.parts.side(row.point, side), content)
    }

    fn cards(&self, shown: &[Shown]) -> Html {
        let mut all = Vec::new();
        for one in shown {
            all.push(self.parts.card(*one, false));
            if one.may_be_later {
                all.push(note(ENGLISH.may_be_later));
            }
        }
        all.into_iter().collect()
    }

    /// A statement in a list, with a link: to its comparison with the one that was
    /// chosen, or to itself.
    fn entry(&self, comparison: &Comparison, shown: Shown) -> Html {
        let chosen = comparison.chosen.first().and_then(|one| one.id(self.data));
        let href = match (chosen, shown.statement(self.data)) {
            (Some(chosen), _) => {
                let query = ComparisonQuery::Two(chosen, shown.id(self.data));
                query.merge_into(&address::text())
            }
            (None, Some(statement)) => format!("#{}", statement.id),
            (None, None) => String::new(),
        };
        html! {
            <li>
                { link_to(href, self.parts.label(shown)) }
                <span class="comparison__words">{ self.parts.words(shown) }</span>
            </li>
        }
    }
}

fn note(words: &'static str) -> Html {
    html! { <p class="comparison__note">{ words }</p> }
}
