//! Applies a filter to the ledger: hides points, marks and opens the statements
//! that match, highlights the words.

use std::rc::Rc;

use const_format::concatcp;
use says_who_page_data::{PageData, Quoting, SpeakerIx};
use says_who_view::dom::class;
use says_who_view::filter::{Choices, FilterQuery, LedgerFilter, Match, PointMatch, PointTexts};
use says_who_view::words::{AppWords, Message};
use web_sys::Element;

use super::app::Count;
use super::dom::{all, first, hide, is_open, open, sourcing};
use super::highlighting::Highlighting;
use super::ledger_elements::{self, PointElement, StatementElement};
use super::scroll_anchor;
use super::text_observer::TextObserver;
use super::unicode::{fold, search_terms};

/// Set on a statement that matches.
const MATCH: &str = "data-match";

/// Set on the entry of a hidden point in the contents.
const LEFT_OUT: &str = "data-left-out";

/// Says the same to a screen reader.
const DESCRIPTION: &str = "aria-description";

/// The ledger, and the filter that is applied to it.
pub(super) struct FilteredLedger {
    data: Rc<PageData>,
    words: Rc<AppWords>,
    /// Found before the first filter, once the page has settled.
    points: Option<Vec<PointElement>>,
    /// Those of the first points, as far as they were read.
    texts: Vec<PointTexts>,
    /// Observes the texts.
    _observer: Option<TextObserver>,
    applied: Option<(FilterQuery, Count)>,
    pass: Option<Pass>,
    /// Highlights the words of the applied filter.
    highlighting: Option<Highlighting>,
}

/// How far a filter has been applied.
pub(super) enum Progress {
    /// Completely; `None` where everything is shown.
    Done(Option<Count>),
    /// In part: call again once the browser has had its turn.
    Pending,
}

/// One pass over the ledger. It changes nothing on the page until it is complete,
/// so that the browser lays out and paints once.
struct Pass {
    query: FilterQuery,
    /// How each of the points so far matches.
    matches: Vec<PointMatch>,
}

/// Time budget of one step, in milliseconds: half a frame.
const BUDGET: f64 = 8.0;

impl FilteredLedger {
    /// The ledger of the page with this data, unfiltered. `on_texts_changed` is called
    /// when something else changes its texts: then they have to be forgotten.
    pub(super) fn new(data: Rc<PageData>, words: Rc<AppWords>, on_texts_changed: fn()) -> Self {
        let ledger = first::<Element>(concatcp!(".", class::LEDGER));
        Self {
            data,
            words,
            points: None,
            texts: Vec::new(),
            _observer: ledger.and_then(|ledger| TextObserver::start(&ledger, on_texts_changed)),
            applied: None,
            pass: None,
            highlighting: None,
        }
    }

    /// Applies a filter for one time budget. Another filter starts a new pass.
    pub(super) fn apply(&mut self, query: &FilterQuery) -> Progress {
        let query = &without_punctuation(query);
        let pass = self.pass.take().filter(|pass| pass.query == *query);
        let mut pass = match (pass, &self.applied) {
            (Some(pass), _) => pass,
            // An unfinished pass has changed nothing yet.
            (None, None) if query.is_unfiltered() => return Progress::Done(None),
            // Applied already: what a link has shown since stays.
            (None, Some((before, count))) if before == query => {
                return Progress::Done(Some(*count));
            }
            (None, _) => Pass::new(query),
        };
        // Finding the points is part of the budget: in a long dispute it takes time.
        let until = js_sys::Date::now() + BUDGET;
        let points = find_points(&mut self.points, &self.data);
        if !pass.advance(&self.data, points, &mut self.texts, until) {
            self.pass = Some(pass);
            return Progress::Pending;
        }
        let count = scroll_anchor::keep_target_in_place(|| {
            mark_entries(&self.data, &self.words, &pass.matches);
            pass.show(points, &self.words.text(Message::Matches))
        });
        self.highlighting = Highlighting::start(search_terms(&pass.query.text), pass.matches);
        self.applied = (!query.is_unfiltered()).then(|| (query.clone(), count));
        Progress::Done(self.applied.as_ref().map(|(_, count)| *count))
    }

    /// Highlights words for one time budget. Whether some are left.
    pub(super) fn highlight(&mut self) -> bool {
        let Some(highlighting) = &mut self.highlighting else {
            return false;
        };
        let points = self.points.as_deref().unwrap_or_default();
        let is_left = highlighting.advance(points, js_sys::Date::now() + BUDGET);
        if !is_left {
            self.highlighting = None;
        }
        is_left
    }

    /// Reads texts for one time budget, for a search to come. Whether some are left.
    pub(super) fn read_ahead(&mut self) -> bool {
        let until = js_sys::Date::now() + BUDGET;
        let points = find_points(&mut self.points, &self.data);
        while let Some(point) = points.get(self.texts.len()) {
            self.texts.push(point.texts());
            // The clock may be wrong.
            if js_sys::Date::now() > until {
                break;
            }
        }
        self.texts.len() < points.len()
    }

    /// Drops the cached texts: the page was changed since.
    pub(super) fn forget_texts(&mut self) {
        self.texts.clear();
    }

    /// What there is to choose among, once a filter has been applied.
    pub(super) fn choices(&mut self, query: &FilterQuery) -> Choices {
        let query = without_punctuation(query);
        let points = find_points(&mut self.points, &self.data);
        let filter = LedgerFilter::new(&self.data, &query, search_terms(&query.text));
        let name = |speaker| speaker_name(&self.data, points, speaker).unwrap_or_default();
        filter.choices(&self.texts, name, |name| fold(name).text)
    }
}

/// The points, which are found the first time.
fn find_points<'p>(
    points: &'p mut Option<Vec<PointElement>>,
    data: &PageData,
) -> &'p mut Vec<PointElement> {
    points.get_or_insert_with(|| ledger_elements::find(data))
}

/// The query without a search for punctuation alone, which asks for nothing.
fn without_punctuation(query: &FilterQuery) -> FilterQuery {
    let mut query = query.clone();
    if search_terms(&query.text).is_empty() {
        query.text.clear();
    }
    query
}

/// The name of a speaker as it reads on the page.
fn speaker_name(data: &PageData, points: &[PointElement], speaker: SpeakerIx) -> Option<String> {
    let elements = points.iter().flat_map(|point| &point.statements);
    let mut all = data.statements().zip(elements);
    let (_, element) = all.find(|(statement, _)| {
        statement.speaker == speaker && statement.quoting != Quoting::Summarised
    })?;
    element.speaker_name()
}

impl Pass {
    fn new(query: &FilterQuery) -> Self {
        Self {
            query: query.clone(),
            matches: Vec::new(),
        }
    }

    /// Matches the next points until the budget is spent, reading their texts where
    /// they are needed. Whether the pass is complete, with time left to show it.
    fn advance(
        &mut self,
        data: &PageData,
        points: &[PointElement],
        texts: &mut Vec<PointTexts>,
        until: f64,
    ) -> bool {
        let filter = LedgerFilter::new(data, &self.query, search_terms(&self.query.text));
        // The clock may be wrong: at least one point is matched in each step, and a
        // clock that gives NaN never ends one.
        let is_over = || js_sys::Date::now() > until;
        let first = self.matches.len();
        for (at, point) in data.points.iter().enumerate().skip(first) {
            if !filter.terms().is_empty() {
                // All up to this one: they may have been dropped since the last step.
                let missing = points.iter().take(at + 1).skip(texts.len());
                texts.extend(missing.map(PointElement::texts));
            }
            self.matches.push(filter.point(point, texts.get(at)));
            if is_over() {
                return false;
            }
        }
        true
    }

    /// Changes the page, once the pass is complete.
    fn show(&self, points: &mut [PointElement], description: &str) -> Count {
        for (point, matched) in points.iter_mut().zip(&self.matches) {
            for (statement, matched) in point.statements.iter_mut().zip(&matched.statements) {
                if *matched == Match::InSourcing {
                    open_sourcing(statement);
                } else {
                    close_sourcing(statement);
                }
                set_match(statement, *matched != Match::No, description);
            }
            // Set even where it was: a link may have shown the point since.
            if let Some(element) = &point.element {
                hide(element, !matched.stays);
            }
        }
        let matching = self.matches.iter().flat_map(|point| &point.statements);
        Count {
            points: self.matches.iter().filter(|point| point.stays).count(),
            of: points.len(),
            statements: matching.filter(|one| **one != Match::No).count(),
        }
    }
}

/// Marks the entries of “On this page” whose points are hidden.
fn mark_entries(data: &PageData, words: &AppWords, matches: &[PointMatch]) {
    for entry in all::<Element>(concatcp!("[", LEFT_OUT, "]")) {
        let _ = entry.remove_attribute(DESCRIPTION);
        let _ = entry.remove_attribute(LEFT_OUT);
    }
    let hidden = words.text(Message::HiddenByFilter);
    let entries = all::<Element>(concatcp!(".", class::CONTENTS_POINTS, " a"));
    // Both are in the order of the page.
    for ((point, matched), entry) in data.points.iter().zip(matches).zip(entries) {
        let is_own = || {
            let href = entry.get_attribute("href");
            href.is_some_and(|href| href.strip_prefix('#') == Some(&point.id))
        };
        if !matched.stays && is_own() {
            let _ = entry.set_attribute(DESCRIPTION, &hidden);
            let _ = entry.set_attribute(LEFT_OUT, "");
        }
    }
}

/// The name of a source, as the chain of a statement shows it; its id if none does.
pub(super) fn source_name(id: &str) -> String {
    let link = format!(".{} a[href$='#{id}']", class::CHAIN);
    let name = first::<Element>(&link).and_then(|link| link.text_content());
    name.unwrap_or_else(|| id.to_owned())
}

/// Opens the sourcing of a statement in which something matches.
fn open_sourcing(statement: &mut StatementElement) {
    let own = statement.element.as_ref().and_then(sourcing);
    if let Some(own) = own.filter(|own| !is_open(own)) {
        open(&own, true);
        statement.is_opened = true;
    }
}

/// Closes it, if a filter opened it.
fn close_sourcing(statement: &mut StatementElement) {
    if std::mem::take(&mut statement.is_opened)
        && let Some(own) = statement.element.as_ref().and_then(sourcing)
    {
        open(&own, false);
    }
}

/// Marks a statement as a match, or removes the mark.
fn set_match(statement: &mut StatementElement, is_match: bool, description: &str) {
    if std::mem::replace(&mut statement.is_match, is_match) == is_match {
        return;
    }
    let Some(element) = &statement.element else {
        return;
    };
    let _ = if is_match {
        let _ = element.set_attribute(DESCRIPTION, description);
        element.set_attribute(MATCH, "")
    } else {
        let _ = element.remove_attribute(DESCRIPTION);
        element.remove_attribute(MATCH)
    };
}
