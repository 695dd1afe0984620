//! Which statements of a page match a query, and which points stay. Pure functions of
//! the data of the page and of its texts.

use says_who_page_data::{PageData, Point, Quoting, Statement};

use super::{FilterQuery, SearchTerm, SideFilter, WordingFilter};

/// The texts of a point as they stand on the page, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PointTexts {
    /// Those of the point itself: its question, what is accepted and contested.
    pub own: String,
    /// Those of its statements, in the order of the data.
    pub statements: Vec<StatementTexts>,
}

/// The texts of a statement as they stand on the page, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatementTexts {
    /// Those that are always visible.
    pub visible: String,
    /// Those within its sourcing.
    pub sourcing: String,
}

/// How a statement matches a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// It does not.
    No,
    /// By its visible texts.
    Visible,
    /// By its sourcing, which then has to be open.
    InSourcing,
}

/// How a point and its statements match a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointMatch {
    /// Whether the point is shown. It is shown as a whole, so that both sides stay.
    pub stays: bool,
    /// How each of its statements matches, in the order of the data.
    pub statements: Vec<Match>,
}

/// A query, prepared for matching.
pub struct LedgerFilter<'a> {
    pub(super) data: &'a PageData,
    pub(super) query: &'a FilterQuery,
    terms: Vec<SearchTerm>,
    /// Whether it filters by words alone.
    only_words: bool,
    /// Whether everything is shown, and nothing marked.
    is_all: bool,
}

impl<'a> LedgerFilter<'a> {
    /// Prepares a query. `terms` are those of its text.
    pub fn new(data: &'a PageData, query: &'a FilterQuery, terms: Vec<SearchTerm>) -> Self {
        let is_by_words = !terms.is_empty();
        let is_by_facets = query.has_selects() || query.source.is_some();
        Self {
            data,
            query,
            terms,
            only_words: is_by_words && !is_by_facets,
            is_all: !is_by_words && !is_by_facets,
        }
    }

    /// What is searched for.
    pub fn terms(&self) -> &[SearchTerm] {
        &self.terms
    }

    /// How a point matches. Its texts are needed only where the query has words.
    pub fn point(&self, point: &Point, texts: Option<&PointTexts>) -> PointMatch {
        let statements: Vec<Match> = point
            .statements
            .iter()
            .enumerate()
            .map(|(index, one)| {
                self.statement(one, texts.and_then(|texts| texts.statements.get(index)))
            })
            .collect();
        let own = || texts.is_some_and(|texts| has_all(&self.terms, &texts.own));
        PointMatch {
            stays: self.is_all
                || statements.iter().any(|one| *one != Match::No)
                || self.only_words && own(),
            statements,
        }
    }

    fn statement(&self, statement: &Statement, texts: Option<&StatementTexts>) -> Match {
        if self.is_all || !self.failing(statement).is_empty() {
            return Match::No;
        }
        self.by_words(texts)
    }

    /// How the words of the query match; without any, everything does.
    fn by_words(&self, texts: Option<&StatementTexts>) -> Match {
        let (visible, sourcing) = texts.map_or(("", ""), |texts| (&texts.visible, &texts.sourcing));
        let mut found = Match::Visible;
        for term in &self.terms {
            if term.matches(visible) {
                continue;
            }
            if !term.matches(sourcing) {
                return Match::No;
            }
            found = Match::InSourcing;
        }
        found
    }

    /// Whether the words of the query are in these texts.
    pub(super) fn has_words(&self, texts: Option<&StatementTexts>) -> bool {
        self.by_words(texts) != Match::No
    }

    /// The facets by which a statement does not match.
    pub(super) fn failing(&self, statement: &Statement) -> Facets {
        let (data, query) = (self.data, self.query);
        let speaker = data.speaker(statement.speaker);
        let is_summary = statement.quoting == Quoting::Summarised;
        let mut failing = Facets::default();
        failing.add_unless(Facet::Side, || {
            query.side.as_ref().is_none_or(|side| {
                let own = data.id_of_voice(speaker.voice);
                match side {
                    SideFilter::Side(id) => own == Some(id.as_str()),
                    SideFilter::Neither => own.is_none(),
                }
            })
        });
        // Nobody uttered the words of a summary.
        failing.add_unless(Facet::Speaker, || {
            let is_speaker = |id: &says_who_model::Id| id.as_str() == speaker.id && !is_summary;
            query.speaker.as_ref().is_none_or(is_speaker)
        });
        failing.add_unless(Facet::Named, || {
            let is_so = |named| named == speaker.is_named && !is_summary;
            query.named.is_none_or(is_so)
        });
        failing.add_unless(Facet::Wording, || {
            let own = wording(statement.quoting);
            query.wording.is_none_or(|wording| wording == own)
        });
        failing.add_unless(Facet::Outlet, || {
            query.outlet.as_ref().is_none_or(|outlet| {
                let mut outlets = statement.outlets(data);
                outlets.any(|other| data.outlet(other) == outlet)
            })
        });
        failing.add_unless(Facet::Source, || {
            query.source.as_ref().is_none_or(|id| {
                let source = statement.source().map(|source| data.source(source));
                source.is_some_and(|source| source.id == id.as_str())
            })
        });
        failing.add_unless(Facet::Days, || {
            let [from, until] =
                [query.from, query.until].map(|day| day.map(|day| day.day_number()));
            statement.said.overlaps(from, until)
        });
        failing
    }
}

/// How words are given, as the filter names it.
fn wording(quoting: Quoting) -> WordingFilter {
    match quoting {
        Quoting::Quoted => WordingFilter::Quoted,
        Quoting::Paraphrased => WordingFilter::Paraphrased,
        Quoting::Summarised => WordingFilter::Summarised,
    }
}

fn has_all(terms: &[SearchTerm], text: &str) -> bool {
    !terms.is_empty() && terms.iter().all(|term| term.matches(text))
}

/// What a statement can be chosen by, besides its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Facet {
    Side = 1,
    Speaker = 2,
    Named = 4,
    Wording = 8,
    Outlet = 16,
    Source = 32,
    Days = 64,
}

/// A set of facets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Facets(u8);

impl Facets {
    fn add_unless(&mut self, facet: Facet, holds: impl FnOnce() -> bool) {
        if !holds() {
            self.0 |= facet as u8;
        }
    }

    fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether none is in the set, or this one alone.
    pub(super) fn is_at_most(self, facet: Facet) -> bool {
        self.0 & !(facet as u8) == 0
    }
}

#[cfg(test)]
mod tests;
