//! The names of the values of the data and of the interface.

use says_who_model::{
    AbsenceKind, Cut, HeadText, Item, ReadAs, RevisionKind, SourceKind, SpeaksFor, Status,
};

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
        Status::Agreed
        | Status::DisputedFact
        | Status::DisputedCharacterisation
        | Status::ContestedInPart => "Common ground",
        Status::OneSideOnly
        | Status::NotAddressed
        | Status::NotDirectlyAnswered
        | Status::OneSideVaries
        | Status::NotDisputed => "Not in dispute",
    }
}

pub(super) fn contested_here(status: Status) -> &'static str {
    match status {
        Status::DisputedFact | Status::DisputedCharacterisation | Status::ContestedInPart => {
            "Where they differ"
        }
        Status::Agreed | Status::NotDisputed => "Left open",
        Status::OneSideOnly
        | Status::NotAddressed
        | Status::NotDirectlyAnswered
        | Status::OneSideVaries => "At issue",
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
        Item::Absence(_) => "No statement",
        Item::Document(_) => "Document",
        Item::Event(_) => "Event",
        Item::OpenQuestion(_) => "Open question",
        Item::Source(_) => "Source",
        Item::Speaker(_) => "Speaker",
    }
}

pub(super) fn previous(item: &Item<'_>) -> &'static str {
    match item {
        Item::Point(_) | Item::Statement(_) | Item::Absence(_) => "Previous point",
        Item::Document(_) => "Previous document",
        Item::Event(_) => "Previous event",
        Item::OpenQuestion(_) => "Previous open question",
        Item::Source(_) => "Previous source",
        Item::Speaker(_) => "Previous speaker",
    }
}

pub(super) fn next(item: &Item<'_>) -> &'static str {
    match item {
        Item::Point(_) | Item::Statement(_) | Item::Absence(_) => "Next point",
        Item::Document(_) => "Next document",
        Item::Event(_) => "Next event",
        Item::OpenQuestion(_) => "Next open question",
        Item::Source(_) => "Next source",
        Item::Speaker(_) => "Next speaker",
    }
}

pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Agreed => "Agreed",
        Status::DisputedFact => "In dispute",
        Status::DisputedCharacterisation => "Described differently",
        Status::OneSideOnly => "One side only",
        Status::NotAddressed => "Neither side has addressed it",
        Status::NotDirectlyAnswered => "Not directly answered",
        Status::OneSideVaries => "One side’s accounts differ",
        Status::ContestedInPart => "Partly in dispute",
        Status::NotDisputed => "Not disputed in the sources read",
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

pub(super) fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Report => "News report",
        SourceKind::Transcript => "Transcript",
        SourceKind::Document => "Document",
        SourceKind::Letter => "Letter",
        SourceKind::Book => "Book",
        SourceKind::Video => "Video",
        SourceKind::Audio => "Audio",
        SourceKind::Post => "Post",
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
        SpeaksFor::Side(_) | SpeaksFor::Party(_) => None,
        SpeaksFor::Press => Some("press"),
        SpeaksFor::ThirdParty => Some("third party"),
    }
}

pub(super) fn own_name(language: Option<&str>) -> String {
    match language {
        Some(language) => format!("Name in {language}:"),
        None => "Name in its own script:".to_owned(),
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
        "am" => "Amharic",
        "ar" => "Arabic",
        "el" => "Greek",
        "fa" => "Persian",
        "he" => "Hebrew",
        "hi" => "Hindi",
        "ka" => "Georgian",
        "km" => "Khmer",
        "lo" => "Lao",
        "my" => "Burmese",
        "th" => "Thai",
        "tr" => "Turkish",
        "ur" => "Urdu",
        _ => return None,
    })
}
