//! From an address to a page of this library. Everything a page needs is
//! resolved here, so that drawing it cannot fail.

use says_who_model::{Date, Dispute, Id, Item, ItemRef, Library, Point, SideKey, Statement};
use yew::prelude::*;

use super::summary_line::{both_sides, one_line};
use super::{dispute, home, item, missing};
use crate::components::{Focus, date, footer, masthead};
use crate::routes::{Base, Route};
use crate::view::View;
use crate::words::{ENGLISH, Words};

/// A page, with what stands on it.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    library: &'a Library,
    content: Content<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Content<'a> {
    Home,
    Dispute(&'a Dispute),
    Point(&'a Dispute, &'a Point),
    Statement(&'a Dispute, &'a Point, &'a Statement, Option<SideKey>),
    Gone(&'a Dispute, &'a str, Date, &'a str),
    Missing(Option<(&'a Dispute, &'a Id)>),
}

/// What a page says of itself in its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The title, for the tab and for previews.
    pub title: String,
    /// A description that holds both sides wherever the page is about a point.
    pub description: String,
    /// The address that stands for this page; none for a page that should not be listed.
    pub canonical: Option<Route>,
    /// The language of the page.
    pub language: String,
}

impl<'a> Page<'a> {
    /// The page for `route`. Every route has one.
    #[must_use]
    pub fn at(library: &'a Library, route: &'a Route) -> Self {
        let content = match route {
            Route::Home => Content::Home,
            Route::Unknown => Content::Missing(None),
            Route::Dispute(id) => library
                .dispute(id.as_str())
                .map_or(Content::Missing(None), Content::Dispute),
            Route::Item(id, item) => {
                library
                    .dispute(id.as_str())
                    .map_or(Content::Missing(None), |dispute| {
                        Content::item(dispute, item)
                            .unwrap_or(Content::Missing(Some((dispute, item))))
                    })
            }
        };
        Self { library, content }
    }

    /// Whether this is the page for an address that leads nowhere.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self.content, Content::Missing(_))
    }

    /// What the page says of itself.
    #[must_use]
    pub fn meta(&self) -> Meta {
        let words = self.words();
        let titled = |title: &str| format!("{title} · {}", words.site);
        match self.content {
            Content::Home => Meta {
                title: words.site.to_owned(),
                description: words.site_description.to_owned(),
                canonical: Some(Route::Home),
                language: words.language.to_owned(),
            },
            Content::Dispute(dispute) => Meta {
                title: titled(&dispute.question),
                description: format!(
                    "{} {} {}: {}",
                    dispute.setting,
                    words.as_of,
                    date(words, dispute.as_of),
                    dispute.summary.join(" ")
                ),
                canonical: Some(Route::Dispute(dispute.id.clone())),
                language: dispute.language.as_str().to_owned(),
            },
            Content::Point(dispute, point) => Meta {
                title: titled(&point.question),
                description: both_sides(words, dispute, point, None),
                canonical: Some(Route::Item(dispute.id.clone(), point.id.clone())),
                language: dispute.language.as_str().to_owned(),
            },
            Content::Statement(dispute, point, statement, side) => Meta {
                title: titled(&(words.statement_title)(
                    &dispute.speaker(statement.speaker).name,
                    &point.question,
                )),
                description: match side {
                    Some(_) => both_sides(words, dispute, point, Some(statement)),
                    None => format!(
                        "{} {}",
                        one_line(dispute, statement),
                        both_sides(words, dispute, point, None)
                    ),
                },
                canonical: Some(Route::Item(dispute.id.clone(), statement.id.clone())),
                language: dispute.language.as_str().to_owned(),
            },
            Content::Gone(dispute, id, _, reason) => Meta {
                title: titled(&(words.gone_title)(id)),
                description: reason.to_owned(),
                canonical: None,
                language: dispute.language.as_str().to_owned(),
            },
            Content::Missing(_) => Meta {
                title: titled(words.missing_title),
                description: words.missing_lead.to_owned(),
                canonical: None,
                language: words.language.to_owned(),
            },
        }
    }

    /// The page, from masthead to footer.
    pub(crate) fn draw(&self, base: &Base) -> Html {
        let words = self.words();
        let view = |dispute: &'a Dispute| View {
            dispute,
            base,
            words,
        };
        let main = match self.content {
            Content::Home => home::draw(words, base, self.library),
            Content::Dispute(dispute) => dispute::draw(view(dispute)),
            Content::Point(dispute, point) => item::draw(
                view(dispute),
                point,
                &Focus {
                    statement: None,
                    first: SideKey::First,
                },
            ),
            Content::Statement(dispute, point, statement, side) => item::draw(
                view(dispute),
                point,
                &Focus {
                    statement: Some(&statement.id),
                    first: side.unwrap_or(SideKey::First),
                },
            ),
            Content::Gone(dispute, id, on, reason) => {
                missing::draw_gone(view(dispute), id, on, reason)
            }
            Content::Missing(asked) => missing::draw(words, base, self.library, asked),
        };
        html! {
            <>
                { masthead(words, base) }
                <main id="content" class="page" tabindex="-1">{ main }</main>
                { footer(words) }
            </>
        }
    }

    /// The interface's words. English is the only language so far.
    fn words(&self) -> &'static Words {
        &ENGLISH
    }
}

impl<'a> Content<'a> {
    /// The page of an item; `None` where the dispute has no such page.
    fn item(dispute: &'a Dispute, id: &'a Id) -> Option<Self> {
        let mut id = id;
        // An alias can lead to another one; the checker lets no circle pass, and
        // the bound keeps that from being something to rely on.
        for _ in 0..=dispute.retired.len() {
            match dispute.find(id.as_str())? {
                ItemRef::Alias(current) => id = current,
                ItemRef::Gone(on, reason) => {
                    return Some(Self::Gone(dispute, id.as_str(), *on, reason));
                }
                ItemRef::Item(Item::Point(point)) => return Some(Self::Point(dispute, point)),
                ItemRef::Item(Item::Statement(place)) => {
                    return Some(Self::Statement(
                        dispute,
                        place.point,
                        place.statement,
                        place.side,
                    ));
                }
                ItemRef::Item(_) => return None,
            }
        }
        None
    }
}
