//! A point in brief: the question, its status, and both sides next to each other.
//! There is no version of it with one side.

use says_who_model::{Cell, Id, Point, SideKey, Statement};
use yew::prelude::*;

use super::absence::absence;
use super::other_voices::other_voices;
use super::side::data_side;
use super::sourcing::sourcing_line;
use super::statement_card::statement_words;
use super::text;
use crate::context::RenderContext;
use crate::dom::class;

/// Which statements represent a side where there is room for few.
#[derive(Clone, Copy)]
pub enum StatementSelection<'a> {
    /// The first.
    First,
    /// This one on its side, the first on the other.
    Statement(&'a Id),
    /// Those that rest on a source, or else the first.
    RestingOn(&'a Id),
    /// Those of a speaker, or else the first.
    By(&'a Id),
    /// These, in this order; the first on a side that has none of them.
    These(&'a [&'a Statement]),
}

impl StatementSelection<'_> {
    /// Whether the page is about the selected statements, which are then first, even if
    /// they are on neither side.
    fn is_about_statements(self) -> bool {
        match self {
            Self::First | Self::RestingOn(_) => false,
            Self::Statement(_) | Self::By(_) | Self::These(_) => true,
        }
    }

    /// Whether the selection asks for this statement.
    pub(crate) fn includes(self, context: RenderContext<'_>, statement: &Statement) -> bool {
        match self {
            Self::First => false,
            Self::Statement(id) => statement.id == *id,
            Self::RestingOn(source) => statement
                .sources()
                .any(|other| context.dispute.source(other).id == *source),
            Self::By(speaker) => context.dispute.speaker(statement.speaker).id == *speaker,
            Self::These(chosen) => chosen.iter().any(|one| one.id == statement.id),
        }
    }

    /// The statements that the selection asks for.
    fn included<'p>(
        self,
        context: RenderContext<'_>,
        statements: &'p [Statement],
    ) -> Vec<&'p Statement> {
        let mut named: Vec<_> = statements
            .iter()
            .filter(|statement| self.includes(context, statement))
            .collect();
        if let Self::These(chosen) = self {
            named.sort_by_key(|one| chosen.iter().position(|other| other.id == one.id));
        }
        named
    }

    /// The statements that represent a side.
    pub fn select<'p>(
        self,
        context: RenderContext<'_>,
        statements: &'p [Statement],
    ) -> Vec<&'p Statement> {
        let named = self.included(context, statements);
        if named.is_empty() {
            statements.iter().take(1).collect()
        } else {
            named
        }
    }
}

/// The point, with the statements that `selection` takes from each side.
pub fn point_brief(
    context: RenderContext<'_>,
    point: &Point,
    selection: StatementSelection<'_>,
) -> Html {
    let words = context.words;
    // Others are shown only if the page is about them.
    let others = selection.included(context, &point.others);
    let others = other_voices(context, others, |other| brief(context, other));
    let (before, after) = if selection.is_about_statements() {
        (others, Html::default())
    } else {
        (Html::default(), others)
    };
    html! {
        <article class="point-brief">
            <@{context.heading(0)} class="point-brief__question">
                <a href={context.item_page_url(&point.id)}>{ text(&point.question) }</a>
            </@>
            <p class="point__status">{ (words.status)(point.status) }</p>
            { before }
            <section class="point-row__cells">
                { for SideKey::BOTH.map(|key| side(context, point, key, selection)) }
            </section>
            { after }
        </article>
    }
}

fn side(
    context: RenderContext<'_>,
    point: &Point,
    side: SideKey,
    selection: StatementSelection<'_>,
) -> Html {
    let content = match point.cells.get(side) {
        Cell::Absence(nothing) => absence(context, nothing),
        Cell::Statements(statements) => {
            let chosen = selection.select(context, statements);
            let hidden_count = statements.len() - chosen.len();
            html! {
                <>
                    { for chosen.iter().map(|statement| brief(context, statement)) }
                    if hidden_count > 0 {
                        <p class="point-brief__more">
                            <a href={context.item_page_url(&point.id)}>{ (context.words.more)(hidden_count) }</a>
                        </p>
                    }
                </>
            }
        }
    };
    html! {
        <section class={class::CELL} data-side={data_side(side)}>
            <@{context.heading(1)} class="cell__head">
                { text(&context.dispute.sides.get(side).says) }
            </@>
            { content }
        </section>
    }
}

/// A statement without its sourcing, with a link to it.
fn brief(context: RenderContext<'_>, statement: &Statement) -> Html {
    html! {
        <article class={class::STATEMENT_CARD}>
            { statement_words(context, statement, Html::default()) }
            <p class="statement-card__more">
                <a href={context.item_page_url(&statement.id)}>
                    { text(&sourcing_line(context, statement)) }
                    <span class="visually-hidden">
                        { context.words.sourcing_label(context.dispute, statement) }
                    </span>
                </a>
            </p>
        </article>
    }
}
