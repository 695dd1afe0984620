//! CSS classes by which the app finds elements. The style sheet uses them too.

/// A cell without statements, with the reason.
pub const ABSENCE: &str = "absence";

/// The note in a cell without statements.
pub const ABSENCE_NOTE: &str = "absence__note";

/// The button that unfolds every source, and its count.
pub const ALL_SOURCES: &str = "all-sources";

/// The chain of a statement: the hops from the speaker to the source that was read.
pub const CHAIN: &str = "chain";

/// The table of contents, “On this page”.
pub const CONTENTS: &str = "contents";

/// The points in the table of contents.
pub const CONTENTS_POINTS: &str = "contents__points";

/// A side's part of a point.
pub const CELL: &str = "cell";

/// On the explainer page: where the app lays out what a reader compares.
pub const COMPARISON: &str = "comparison";

/// The controls of a page or of an item.
pub const CONTROLS: &str = "controls";

/// On the start page: the points of a dispute.
pub const FEATURE_POINTS: &str = "feature__points";

/// The search form, which the app renders again.
pub const ISLAND: &str = "island";

/// The list of all points.
pub const LEDGER: &str = "ledger";

/// A long ledger, in which points off screen are not laid out.
pub const LEDGER_LONG: &str = "ledger--long";

/// The “⋯” link that every item has.
pub const ITEM_LINK: &str = "more";

/// The link to the next item, with its label.
pub const NEIGHBOUR_NEXT: &str = "neighbours__next";

/// The link to the previous item, with its label.
pub const NEIGHBOUR_PREVIOUS: &str = "neighbours__previous";

/// A notice about the requested address.
pub const NOTICE: &str = "notice";

/// An empty element at an item, with a former id of the item.
pub const ALIAS_ANCHOR: &str = "old-name";

/// The title in the share dialog.
pub const PANEL_TITLE: &str = "panel__title";

/// The element of the share dialog that holds an item's share tools.
pub const PANEL_TOOLS: &str = "panel__tools";

/// A point of the ledger.
pub const POINT: &str = "point";

/// The question of a point.
pub const POINT_QUESTION: &str = "point__question";

/// The common ground of a point, or where the sides differ.
pub const POINT_ROW_GROUND: &str = "point-row__ground";

/// The line at the top of each printed page.
pub const PRINT_LINE: &str = "print-line";

/// What others than the two sides say on a point.
pub const OTHER_VOICES: &str = "point-row__others";

/// A rendering: the same utterance as another outlet reports it.
pub const RENDERING: &str = "rendering";

/// A section of a page, with a heading.
pub const SECTION: &str = "section";

/// The heading of a section.
pub const SECTION_HEAD: &str = "section__head";

/// An item's share tools.
pub const SHARE: &str = "share";

/// On the share index: the text of an entry, beside its card.
pub const SHARE_ENTRY_BODY: &str = "share-entry__body";

/// A text to copy, shown beside its button.
pub const SHARE_TEXT: &str = "share__text";

/// The root element of a page, without the dialogs.
pub const PAGE_ROOT: &str = "site";

/// The sourcing of a statement.
pub const SOURCING: &str = "sourcing";

/// How the date of a statement is known.
pub const SOURCING_DAY: &str = "sourcing__day";

/// A statement.
pub const STATEMENT_CARD: &str = "statement-card";

/// The note on a statement.
pub const STATEMENT_CARD_NOTE: &str = "statement-card__note";

/// The line with the speaker and the date.
pub const STATEMENT_CARD_SPEAKER: &str = "statement-card__speaker";

/// The words of a statement.
pub const STATEMENT_CARD_WORDS: &str = "statement-card__words";

/// Words between quotation marks.
pub const VERBATIM: &str = "verbatim";

/// The line at the bottom of the window that names the section being read.
pub const CURRENT_SECTION: &str = "whereabouts";

/// The name of that section.
pub const CURRENT_SECTION_NAME: &str = "whereabouts__here";

/// In the dialog of the keyboard shortcuts: holds the checkbox that turns them on.
pub const SHORTCUTS_SWITCH: &str = "keys__switch";

/// The explainer page.
pub const EXPLAINER: &str = "whole";
