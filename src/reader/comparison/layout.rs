//! How a comparison is laid out. Classes are literals: as constants they would need the
//! code of `yew::Classes`, some kilobytes.

use says_who_model::Id;
use says_who_page_data::PageData;
use says_who_view::comparison::{Comparison, ComparisonQuery, List, Row, Shown};
use says_who_view::words::{AppWords, Message};
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
    pub(super) words: &'d AppWords,
    pub(super) data: &'d PageData,
    pub(super) parts: PageParts<'d>,
    pub(super) query: &'d ComparisonQuery,
    order: Order,
}

impl Layout {
    /// Lays out what a query compares; `None` where the page does not have it.
    pub(super) fn new(
        words: &AppWords,
        data: &PageData,
        query: &ComparisonQuery,
        comparison: Option<Comparison>,
        order: Order,
    ) -> Self {
        let draft = Draft {
            words,
            data,
            parts: PageParts(data),
            query,
            order,
        };
        let is_known = comparison.is_some();
        let comparison = comparison.unwrap_or_default();
        let heading = draft.heading(&comparison);
        let lead = if is_known {
            draft.lead(&comparison)
        } else {
            words.text(Message::NothingToCompare).to_string()
        };
        let link = format!(
            "{}{}{}",
            app_element::origin(),
            page_loader::path(),
            query.merge_into("")
        );
        let neighbours = comparison.neighbours.into_iter();
        let neighbours = neighbours.zip([Message::DayBefore, Message::DayAfter]);
        let neighbours = neighbours.filter_map(|(day, label)| {
            let day = day?;
            let href = ComparisonQuery::AsOf(day).merge_into(&address::text());
            let label = words.fill(label, &[("day", &words.date(day))]);
            Some(link_to(href, label.into()))
        });
        let content = html! {
            <>
                <h2 class="comparison__head" tabindex="-1">{ heading.clone() }</h2>
                <p class="comparison__lead">{ lead }</p>
                <p class="comparison__controls">
                    { link_to(without_comparison(), words.text(Message::Back)) }
                    { for neighbours }
                    <button type="button" class="control" data-copy="link" data-text={link}>
                        { words.text(Message::CopyLink) }
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

fn link_to(href: String, text: AttrValue) -> Html {
    html! { <a {href}>{ text }</a> }
}

/// A column, or a side's cell. `level` is the element of its heading.
fn cell(level: &'static str, heading: AttrValue, content: Html) -> Html {
    html! {
        <section class="cell"><@{level} class="cell__head">{ heading }</@>{ content }</section>
    }
}

/// The heading of a list.
fn list_heading(list: List) -> Message {
    match list {
        List::Wordings => Message::OtherWordings,
        List::SamePoint => Message::SamePoint,
        List::Elsewhere => Message::OtherPoints,
        List::Later => Message::SaidLater,
        List::Undated => Message::Undated,
    }
}

/// Two columns.
fn columns(cells: [Html; 2]) -> Html {
    html! { <section class="point-row__cells">{ for cells }</section> }
}

/// A list with its heading.
fn list(heading: AttrValue, entries: Vec<Html>) -> Html {
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
                self.words.text(list_heading(kind)),
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
                        <h3 class="comparison__part">{ self.words.text(Message::BothSides) }</h3>
                    }
                    { for rows }
                </>
            },
            [one] => columns([
                self.column(one),
                cell("h3", self.words.text(Message::CompareWith), lists),
            ]),
            _ => html! {
                <>
                    { for rows }
                    { list(self.words.text(Message::Silent), silent.collect()) }
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
                    { self.words.text(Message::OnThePoint) }{ " " }{ self.parts.question(shown.position.point) }
                </h4>
                { self.parts.card(shown, true) }
            </>
        };
        cell("h3", self.parts.voice(shown).into(), content)
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
            self.note(Message::NothingByThen)
        } else {
            self.parts.absence(row.point, side)
        };
        cell("h4", self.parts.side(row.point, side).into(), content)
    }

    fn cards(&self, shown: &[Shown]) -> Html {
        let mut all = Vec::new();
        for one in shown {
            all.push(self.parts.card(*one, false));
            if one.may_be_later {
                all.push(self.note(Message::MayBeLater));
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
                { link_to(href, self.parts.label(shown).into()) }
                <span class="comparison__words">{ self.parts.words(shown) }</span>
            </li>
        }
    }

    fn note(&self, message: Message) -> Html {
        html! { <p class="comparison__note">{ self.words.text(message) }</p> }
    }
}
