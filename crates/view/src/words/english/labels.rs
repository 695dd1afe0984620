//! The names of the values of the data and of the interface.

use says_who_model::{AbsenceKind, Cut, HeadText, Item, ReadAs, RevisionKind, SpeaksFor, Status};

use crate::citations::Format;
use crate::components::AppFeatures;
use crate::exports::ExportFormat;
use crate::shortcut::Shortcut;

pub(super) fn shortcut(shortcut: Shortcut) -> &'static str {
    match shortcut {
        Shortcut::NextPoint => "Next point",
        Shortcut::PreviousPoint => "Previous point",
        Shortcut::Unfold => "Show or hide the sources of the selected statement or point",
        Shortcut::UnfoldAll => "Show or hide all sources",
        Shortcut::CopyLink => "Copy the link to the selected statement or point",
        Shortcut::Find => "Search the statements",
        Shortcut::Swap => "Swap sides",
        Shortcut::Help => "This list",
    }
}

pub(super) fn without_app(app_features: AppFeatures) -> &'static str {
    match app_features {
        AppFeatures::All => "Search, filters and copying are unavailable; the text is complete.",
        AppFeatures::Copying => "Copying is unavailable; the text is complete.",
        AppFeatures::Search => "Search is unavailable; the list is complete.",
    }
}

pub(super) fn accepted_here(status: Status) -> &'static str {
    match status {
        Status::Agreed | Status::DisputedFact | Status::DisputedCharacterisation => "Common ground",
        Status::OneSideOnly | Status::NotAddressed => "Not in dispute",
    }
}

pub(super) fn contested_here(status: Status) -> &'static str {
    match status {
        Status::DisputedFact | Status::DisputedCharacterisation => "Where they differ",
        Status::Agreed => "Left open",
        Status::OneSideOnly | Status::NotAddressed => "At issue",
    }
}

pub(super) fn cut(cut: Cut) -> &'static str {
    match cut {
        Cut::Sentence => "Part of a sentence.",
        Cut::Passage => "Part of a longer quotation.",
    }
}

pub(super) fn citation_format(format: Format) -> &'static str {
    match format {
        Format::Plain => "Plain text",
        Format::Bibtex => "BibTeX",
        Format::Ris => "RIS",
        Format::CslJson => "CSL-JSON",
    }
}

pub(super) fn head_text(text: HeadText) -> &'static str {
    match text {
        HeadText::Question => "the question",
        HeadText::AsOf => "the as-of date",
        HeadText::Summary => "the summary",
        HeadText::Accepted => "the common ground",
        HeadText::Contested => "where they differ",
        HeadText::Positions => "the positions",
        HeadText::Next => "what happened next",
        HeadText::OrderNote => "the order of the sides",
        HeadText::Method => "the method",
    }
}

pub(super) fn export_format(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Json => "JSON",
        ExportFormat::Csv => "CSV",
        ExportFormat::Markdown => "Markdown",
    }
}

pub(super) fn kicker(item: &Item<'_>) -> &'static str {
    match item {
        Item::Point(_) => "Point",
        Item::Statement(_) => "Statement",
        Item::Document(_) => "Document",
        Item::Event(_) => "Event",
        Item::OpenQuestion(_) => "Open question",
        Item::Source(_) => "Source",
    }
}

pub(super) fn previous(item: &Item<'_>) -> &'static str {
    match item {
        Item::Point(_) | Item::Statement(_) => "Previous point",
        Item::Document(_) => "Previous document",
        Item::Event(_) => "Previous event",
        Item::OpenQuestion(_) => "Previous open question",
        Item::Source(_) => "Previous source",
    }
}

pub(super) fn next(item: &Item<'_>) -> &'static str {
    match item {
        Item::Point(_) | Item::Statement(_) => "Next point",
        Item::Document(_) => "Next document",
        Item::Event(_) => "Next event",
        Item::OpenQuestion(_) => "Next open question",
        Item::Source(_) => "Next source",
    }
}

pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Agreed => "Agreed",
        Status::DisputedFact => "In dispute",
        Status::DisputedCharacterisation => "Described differently",
        Status::OneSideOnly => "One side only",
        Status::NotAddressed => "Neither side has addressed it",
    }
}

pub(super) fn absence(kind: AbsenceKind) -> &'static str {
    match kind {
        AbsenceKind::NotFound => "Nothing found",
        AbsenceKind::Declined => "Declined to say",
        AbsenceKind::NotDisclosed => "Not disclosed",
        AbsenceKind::NotAsked => "Not asked",
    }
}

pub(super) fn read_as(read: ReadAs) -> &'static str {
    match read {
        ReadAs::Whole => "Read in full",
        ReadAs::Excerpt => "Read in part",
    }
}

pub(super) fn revision(kind: RevisionKind) -> &'static str {
    match kind {
        RevisionKind::FirstPublished => "First published",
        RevisionKind::Correction => "Correction",
        RevisionKind::NewInformation => "New information",
        RevisionKind::Wording => "Wording",
    }
}

pub(super) fn speaks_for(speaks_for: SpeaksFor) -> Option<&'static str> {
    match speaks_for {
        SpeaksFor::Side(_) => None,
        SpeaksFor::Press => Some("press"),
        SpeaksFor::ThirdParty => Some("third party"),
    }
}

pub(super) fn language_name(tag: &str) -> Option<&'static str> {
    Some(match tag {
        "en" => "English",
        "es" => "Spanish",
        "fi" => "Finnish",
        "ja" => "Japanese",
        "ko" => "Korean",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "zh" => "Chinese",
        "fr" => "French",
        "de" => "German",
        "it" => "Italian",
        "ru" => "Russian",
        "uk" => "Ukrainian",
        _ => return None,
    })
}
