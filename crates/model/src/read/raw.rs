//! A data folder as read: texts with their places, references unresolved. The tables
//! are generated from the types of the format.

use std::collections::HashSet;
use std::ops::Deref;

use super::coverage::RawCoverage;
use super::fields::Located;
use super::problem::Place;
use super::quotation_match::lock::Lock;
use super::register::RegisterEntry;
use super::site::RawSite;
pub(super) use crate::format::{
    RawAbsence, RawDocument, RawEvent, RawHead, RawHop, RawOpenQuestion, RawParty, RawPoint,
    RawQuotations, RawSide, RawSource, RawSpeaker, RawStatement, RawSupported, RawWhen,
};

type Text = Located<String>;

/// Everything in a data folder.
#[derive(Debug, Default)]
pub(super) struct RawLibrary {
    pub(super) site: RawSite,
    pub(super) disputes: Vec<RawDispute>,
    /// Files that don't belong in a data folder.
    pub(super) strays: Vec<String>,
    pub(super) library_missing: bool,
}

/// A table with its id, which is its header or the name of its file.
#[derive(Clone, Debug)]
pub(super) struct Entry<R> {
    pub(super) id: Text,
    table: R,
}

impl<R> Entry<R> {
    pub(super) fn new(id: Text, table: R) -> Self {
        Self { id, table }
    }

    /// The table without the id.
    pub(super) fn table(&self) -> &R {
        &self.table
    }
}

impl<R> Deref for Entry<R> {
    type Target = R;

    fn deref(&self) -> &R {
        &self.table
    }
}

/// The folder of a dispute.
#[derive(Debug, Default)]
pub(super) struct RawDispute {
    pub(super) id: String,
    /// Names of required files that are missing.
    pub(super) missing: Vec<String>,
    /// Names of files that could not be read.
    pub(super) unread: Vec<String>,
    /// Where dispute.toml begins; `None` if it could not be read.
    pub(super) place: Option<Place>,
    pub(super) head: RawHead,
    pub(super) speakers: Vec<Entry<RawSpeaker>>,
    pub(super) sources: Vec<Entry<RawSource>>,
    pub(super) documents: Vec<Entry<RawDocument>>,
    pub(super) events: Vec<Entry<RawEvent>>,
    pub(super) open_questions: Vec<Entry<RawOpenQuestion>>,
    pub(super) points: Vec<Entry<RawPoint>>,
    pub(super) register: Vec<RegisterEntry>,
    pub(super) quotations: Option<RawQuotations>,
    /// What `quotations` says.
    pub(super) lock: Lock,
    pub(super) coverage: Vec<RawCoverage>,
}

impl RawDispute {
    /// The points that dispute.toml does not list; empty if that file could not be
    /// read.
    pub(super) fn unlisted(&self) -> impl Iterator<Item = &Entry<RawPoint>> {
        let listed: HashSet<&str> = self.listed().collect();
        let points = self.points.iter().filter(|_| self.place.is_some());
        points.filter(move |point| !listed.contains(point.id.value.as_str()))
    }

    pub(super) fn listed(&self) -> impl Iterator<Item = &str> {
        let ids = self.head.points.iter().chain(&self.head.after);
        ids.map(|id| id.value.as_str())
    }

    /// The source with this id.
    pub(super) fn source(&self, id: &str) -> Option<&Entry<RawSource>> {
        self.sources.iter().find(|source| source.id.value == id)
    }
}

/// The words of a statement, of a rendering, or of somebody who names a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct RawWording {
    pub(crate) said: Option<Text>,
    pub(crate) language: Option<Text>,
    pub(crate) spoken_in: Option<Text>,
    pub(crate) translated_by: Option<Text>,
    pub(crate) not_verified: Option<Text>,
}
