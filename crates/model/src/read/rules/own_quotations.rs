//! Quotations in texts in our own voice: their marks are paired, and their words are
//! quoted in a statement or its renderings, which are verified, or are a title.
//!
//! Notes, open questions and revisions discuss how sources and this explainer word
//! something, and may quote what no statement has. In them only the marks are
//! checked.

use super::marks_and_links::wordings;
use super::rests_on::loses_negation;
use crate::Span;
use crate::read::fields::Located;
use crate::read::problem::Problems;
use crate::read::quotation_match::{Found, SearchedText, negations, normal_form};
use crate::read::raw::{RawDispute, RawLibrary};
use crate::read::wording::{check_double_marks, check_pairs, place_in, spans};

pub(super) const RULE: &str = "own-quotations";

pub(super) fn own_quotations(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        for text in commentary(dispute) {
            check_pairs(text, problems);
        }
        let mut quotable = None;
        for text in accounts(dispute) {
            check_pairs(text, problems);
            check_double_marks(text, problems);
            for (at, words) in quotations(&text.value) {
                let quotable = quotable.get_or_insert_with(|| Quotable::new(dispute));
                if let Some((message, help)) = quotable.fault(&words) {
                    problems.add(&place_in(text, at), RULE, message, help);
                }
            }
        }
    }
}

/// The texts in our own voice that say what happened and who said what.
fn accounts(dispute: &RawDispute) -> impl Iterator<Item = &Located<String>> {
    let head = &dispute.head;
    let supported = head.accepted.iter().chain(&head.contested);
    let whole = [&head.question, &head.as_of_note, &head.order_note];
    let whole = whole.into_iter().flatten().chain(&head.summary);
    let whole = whole
        .chain(supported.filter_map(|text| text.text.as_ref()))
        .chain(head.next.iter().filter_map(|next| next.text.as_ref()))
        .chain(&head.method)
        .chain(
            head.tombstones
                .iter()
                .filter_map(|gone| gone.reason.as_ref()),
        );
    let points = dispute.points.iter().flat_map(|point| {
        let absences = point.absences.iter().map(|absence| &absence.note);
        let own = [&point.question, &point.accepted, &point.contested];
        own.into_iter().chain(absences).flatten()
    });
    let documents = dispute.documents.iter();
    let documents = documents.filter_map(|document| document.about.as_ref());
    let events = dispute
        .events
        .iter()
        .filter_map(|event| event.what.as_ref());
    whole.chain(points).chain(documents).chain(events)
}

/// The texts in our own voice that discuss wording.
fn commentary(dispute: &RawDispute) -> impl Iterator<Item = &Located<String>> {
    let revisions = dispute.head.revisions.iter();
    let revisions = revisions.filter_map(|revision| revision.what.as_ref());
    let statements = dispute.points.iter().flat_map(|point| &point.statements);
    let notes = statements.filter_map(|statement| statement.note.as_ref());
    let unverified = wordings(dispute).filter_map(|wording| wording.not_verified.as_ref());
    let open = dispute.open_questions.iter();
    let open = open.flat_map(|open| [&open.question, &open.settled_by].into_iter().flatten());
    let sources = dispute.sources.iter().flat_map(|source| {
        [
            &source.note,
            &source.not_verified,
            &source.link_not_recorded,
        ]
        .into_iter()
        .flatten()
    });
    revisions
        .chain(notes)
        .chain(unverified)
        .chain(open)
        .chain(sources)
}

/// The quotations of a text, each with the index of its opening mark in characters.
fn quotations(text: &str) -> Vec<(usize, String)> {
    let mut at = 0;
    let mut found = Vec::new();
    for span in spans(text).unwrap_or_default() {
        match span {
            Span::Verbatim(words) => {
                let length = words.chars().count() + 2;
                found.push((at, words));
                at += length;
            }
            Span::Paraphrase(words) => at += words.chars().count(),
        }
    }
    found
}

/// What texts in our own voice may quote.
struct Quotable {
    /// The quotations of statements, renderings and names of documents, and the
    /// headlines of sources.
    words: Vec<SearchedText>,
    /// The titles of items of the dispute, in normal form.
    titles: Vec<String>,
}

impl Quotable {
    fn new(dispute: &RawDispute) -> Self {
        let said = wordings(dispute).filter_map(|wording| wording.said.as_ref());
        let quoted = said.flat_map(|said| quotations(&said.value));
        let quoted = quoted.map(|(_, words)| SearchedText::new(&words));
        let headlines = dispute.sources.iter();
        let headlines = headlines.filter_map(|source| source.headline.as_ref());
        let headlines = headlines.map(|headline| SearchedText::new(&headline.value));
        let points = dispute.points.iter().map(|point| &point.question);
        let open = dispute.open_questions.iter().map(|open| &open.question);
        let documents = dispute.documents.iter().map(|document| &document.name);
        let titles = points.chain(open).chain(documents);
        let titles = titles.chain([&dispute.head.question]).flatten();
        Self {
            words: quoted.chain(headlines).collect(),
            titles: titles.map(|title| normal_form(&title.value)).collect(),
        }
    }

    /// What is wrong with a quotation, and what to do.
    fn fault(&self, words: &str) -> Option<(String, &'static str)> {
        if self.titles.contains(&normal_form(words)) {
            return None;
        }
        let found = self.words.iter().filter_map(|text| text.find(words, true));
        let found: Vec<_> = found.collect();
        if found.is_empty() {
            return Some((
                format!("“{words}” is not in any statement of this dispute"),
                "quote words as a statement, a rendering or the name of a document has them between “ and ”, or a headline or a whole title; otherwise take the marks away, or add the statement",
            ));
        }
        // Where the quotation is negative itself, a “not” before or after it belongs
        // to another clause.
        let is_positive = negations(words).is_empty();
        let loses =
            |found: &Found| found.leaves_out_negation() || is_positive && loses_negation(found);
        found.iter().all(loses).then(|| {
            (
                format!("“{words}” leaves out a “not” of the statement it is from"),
                "quote more of the sentence, so that it says what the statement says",
            )
        })
    }
}
