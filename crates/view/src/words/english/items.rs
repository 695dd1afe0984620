//! The texts about absences, events, documents and statuses.

use says_who_model::{AbsenceKind, DocumentStatus, EventDoubt, Status};

use crate::words::ItemWords;
use crate::words::sentence::uncapitalized;

pub(super) static ITEMS: ItemWords = ItemWords {
    doubt,
    doubted: |of, what| format!("{}: {what}", doubt(of)),
    no_account_from: |side| format!("{side}: no account of it found."),
    absence_title: |side, kind, question| {
        format!("{side} on “{question}”: {}", uncapitalized(kind))
    },
    absence_date,
    document_status,
    document_text: "Read the document",
    in_statement: "In the statement:",
    formerly: |id, reason| format!("Links to “{id}” lead here. {reason}"),
    status_explanation,
};

fn doubt(doubt: EventDoubt) -> &'static str {
    match doubt {
        EventDoubt::Disputed => "Disputed",
        EventDoubt::Retracted => "Report retracted",
    }
}

fn absence_date(kind: AbsenceKind) -> &'static str {
    match kind {
        AbsenceKind::Declined | AbsenceKind::NotDisclosed => ", ",
        AbsenceKind::NotFound | AbsenceKind::NotAsked => "; asked: ",
    }
}

fn document_status(status: DocumentStatus) -> &'static str {
    match status {
        DocumentStatus::Draft => "A draft.",
        DocumentStatus::Sent => "Sent.",
        DocumentStatus::Published => "Published.",
        DocumentStatus::Leaked => "Leaked.",
        DocumentStatus::NotSeen => "The sources read have not seen it.",
    }
}

fn status_explanation(status: Status) -> Option<&'static str> {
    match status {
        Status::NotDirectlyAnswered => {
            Some("A side speaks to the question, but gives no direct answer to it.")
        }
        Status::OneSideVaries => {
            Some("Those who speak for one side give different accounts of it.")
        }
        Status::ContestedInPart => Some("Both sides accept part of it, and differ about the rest."),
        Status::NotDisputed => Some(
            "Neither side disputes it in the sources read. That is less than “Agreed”, which means that both accept it.",
        ),
        Status::Agreed
        | Status::DisputedFact
        | Status::DisputedCharacterisation
        | Status::OneSideOnly
        | Status::NotAddressed => None,
    }
}
