//! A point in brief: the question, its status, and both sides next to each
//! other. There is no form of it with one side.

use says_who_model::{Cell, Id, Point, SideKey, Statement};
use yew::prelude::*;

use super::absence::absence;
use super::side::side_name;
use super::sourcing::sourcing_line;
use super::statement_card::statement_words;
use super::text;
use crate::dom::class;
use crate::view::View;

/// Which statements stand for a side where there is room for few.
#[derive(Clone, Copy)]
pub enum Pick<'a> {
    /// The first.
    First,
    /// This one on its side, the first on the other.
    Statement(&'a Id),
    /// Those that rest on a source, else the first.
    RestingOn(&'a Id),
}

impl Pick<'_> {
    /// Whether the page is about one statement, which then stands first.
    fn is_statement(self) -> bool {
        match self {
            Self::First | Self::RestingOn(_) => false,
            Self::Statement(_) => true,
        }
    }

    /// Whether it names this statement.
    pub(crate) fn names(self, view: View<'_>, statement: &Statement) -> bool {
        match self {
            Self::First => false,
            Self::Statement(id) => statement.id == *id,
            Self::RestingOn(source) => statement
                .sources()
                .any(|other| view.dispute.source(other).id == *source),
        }
    }

    /// What stands for a side.
    pub fn of<'p>(self, view: View<'_>, statements: &'p [Statement]) -> Vec<&'p Statement> {
        let named: Vec<_> = statements
            .iter()
            .filter(|statement| self.names(view, statement))
            .collect();
        if named.is_empty() {
            statements.iter().take(1).collect()
        } else {
            named
        }
    }
}

/// The point, with what `pick` chooses from each side.
pub fn point_brief(view: View<'_>, point: &Point, pick: Pick<'_>) -> Html {
    let words = view.words;
    // Third voices stand here only where the page is about them.
    let others: Vec<&Statement> = point
        .others
        .iter()
        .filter(|statement| pick.names(view, statement))
        .collect();
    let others = html! {
        if !others.is_empty() {
            <section class="point-row__others">
                <@{view.heading(1)} class="point-row__others-head">{ words.others_say }</@>
                { for others.iter().map(|other| brief(view, other)) }
            </section>
        }
    };
    let (before, after) = if pick.is_statement() {
        (others, Html::default())
    } else {
        (Html::default(), others)
    };
    html! {
        <article class="point-brief">
            <@{view.heading(0)} class="point-brief__question">
                <a href={view.page(&point.id)}>{ text(&point.question) }</a>
            </@>
            <p class="point__status">{ (words.status)(point.status) }</p>
            { before }
            <section class="point-row__cells">
                { for SideKey::BOTH.map(|key| side(view, point, key, pick)) }
            </section>
            { after }
        </article>
    }
}

fn side(view: View<'_>, point: &Point, side: SideKey, pick: Pick<'_>) -> Html {
    let content = match point.cells.get(side) {
        Cell::Absence(nothing) => absence(view, nothing),
        Cell::Statements(statements) => {
            let chosen = pick.of(view, statements);
            let left = statements.len() - chosen.len();
            html! {
                <>
                    { for chosen.iter().map(|statement| brief(view, statement)) }
                    if left > 0 {
                        <p class="point-brief__more">
                            <a href={view.page(&point.id)}>{ (view.words.more)(left) }</a>
                        </p>
                    }
                </>
            }
        }
    };
    html! {
        <section class="cell" data-side={side_name(side)}>
            <@{view.heading(1)} class="cell__head">
                { text(&view.dispute.sides.get(side).says) }
            </@>
            { content }
        </section>
    }
}

/// A statement without its sourcing, and the way to that.
fn brief(view: View<'_>, statement: &Statement) -> Html {
    html! {
        <article class={class::STATEMENT_CARD}>
            { statement_words(view, statement, Html::default()) }
            <p class="statement-card__more">
                <a href={view.page(&statement.id)}>
                    { text(&sourcing_line(view, statement)) }
                    <span class="visually-hidden">
                        { view.words.sourcing_label(view.dispute, statement) }
                    </span>
                </a>
            </p>
        </article>
    }
}
