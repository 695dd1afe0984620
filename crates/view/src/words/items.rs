//! The texts about absences, events, documents and statuses.

use says_who_model::{AbsenceKind, DocumentStatus, EventDoubt, Status};

/// The texts, in one language.
pub struct ItemWords {
    /// Before an event that is not certain.
    pub doubt: fn(EventDoubt) -> &'static str,
    /// The title of such an event.
    pub doubted: fn(EventDoubt, what: &str) -> String,
    /// In place of a side's account of such an event.
    pub no_account_from: fn(side: &str) -> String,
    /// The title of an absence.
    pub absence_title: fn(side: &str, kind: &str, question: &str) -> String,
    /// Between an absence's kind and its date.
    pub absence_date: fn(AbsenceKind) -> &'static str,
    pub document_status: fn(DocumentStatus) -> &'static str,
    /// The link to a document's text.
    pub document_text: &'static str,
    /// Before the statement in which a document is called so.
    pub in_statement: &'static str,
    /// What became of an item's former id.
    pub formerly: fn(id: &str, reason: &str) -> String,
    /// What a status means, if its name does not say it.
    pub status_explanation: fn(Status) -> Option<&'static str>,
}
