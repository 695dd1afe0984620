//! Classes by which the app finds elements. The style sheet knows them too.

/// What is said where a side says nothing.
pub const ABSENCE_NOTE: &str = "absence__note";

/// The button that unfolds every source, and its count.
pub const ALL_SOURCES: &str = "all-sources";

/// How many sources are unfolded.
pub const ALL_SOURCES_COUNT: &str = "all-sources__count";

/// From whom a statement came to the source that was read.
pub const CHAIN: &str = "chain";

/// “On this page”.
pub const CONTENTS: &str = "contents";

/// The points in it.
pub const CONTENTS_POINTS: &str = "contents__points";

/// The controls of a page or of an item.
pub const CONTROLS: &str = "controls";

/// On the start page: the points of a dispute.
pub const FEATURE_POINTS: &str = "feature__points";

/// A search and its filters.
pub const FINDER: &str = "finder";

/// An element whose content the app draws as well.
pub const ISLAND: &str = "island";

/// The points, one below the other.
pub const LEDGER: &str = "ledger";

/// One in which points off screen are not laid out.
pub const LEDGER_LONG: &str = "ledger--long";

/// The one control that every item has.
pub const MORE: &str = "more";

/// The link to the next item, in its line.
pub const NEIGHBOUR_NEXT: &str = "neighbours__next";

/// The link to the previous item, in its line.
pub const NEIGHBOUR_PREVIOUS: &str = "neighbours__previous";

/// What a page says of the address that was asked for.
pub const NOTICE: &str = "notice";

/// An empty element at an item, with an id that it had.
pub const OLD_NAME: &str = "old-name";

/// What the share dialog is about.
pub const PANEL_TITLE: &str = "panel__title";

/// Where the share dialog has an item's tools.
pub const PANEL_TOOLS: &str = "panel__tools";

/// A point of the ledger.
pub const POINT: &str = "point";

/// Its question.
pub const POINT_QUESTION: &str = "point__question";

/// What both accept, or where they differ.
pub const POINT_ROW_GROUND: &str = "point-row__ground";

/// The line at the head of each printed page.
pub const PRINT_LINE: &str = "print-line";

/// The same words as another outlet has them.
pub const RENDERING: &str = "rendering";

/// A part of a page with a head of its own.
pub const SECTION: &str = "section";

/// Its head.
pub const SECTION_HEAD: &str = "section__head";

/// An item's share tools.
pub const SHARE: &str = "share";

/// On the list of all that can be shared: what stands below a title.
pub const SHARE_ENTRY_BODY: &str = "share-entry__body";

/// A text to copy, shown beside its button.
pub const SHARE_TEXT: &str = "share__text";

/// A page's content, without the dialogs over it.
pub const SITE: &str = "site";

/// The sourcing of a statement.
pub const SOURCING: &str = "sourcing";

/// How the day was counted.
pub const SOURCING_DAY: &str = "sourcing__day";

/// A statement.
pub const STATEMENT_CARD: &str = "statement-card";

/// The note on a statement.
pub const STATEMENT_CARD_NOTE: &str = "statement-card__note";

/// Who said it, and when.
pub const STATEMENT_CARD_SPEAKER: &str = "statement-card__speaker";

/// What was said.
pub const STATEMENT_CARD_WORDS: &str = "statement-card__words";

/// Words between quotation marks.
pub const VERBATIM: &str = "verbatim";

/// The line at the foot of the window that says where the reader is.
pub const WHEREABOUTS: &str = "whereabouts";

/// The place it names.
pub const WHEREABOUTS_HERE: &str = "whereabouts__here";

/// The page of the whole explainer.
pub const WHOLE: &str = "whole";
