//! The components of a page. Each is a plain function from validated values to HTML;
//! none can fail. None is in the browser: what the app renders again is in
//! `search_form` and `all_sources`.

mod absence;
mod accounts;
mod alias_anchors;
mod as_of;
mod attributed_words;
mod breadcrumb;
mod byline;
mod cell;
mod chain;
mod contact;
mod contents;
mod coverage;
mod date;
mod dialog;
mod dispute_list;
mod document_card;
mod document_name;
mod event_item;
mod glossary;
mod item_controls;
mod later_mark;
mod ledger;
mod masthead;
mod open_question;
mod other_names;
mod other_voices;
mod parser_yield;
mod point_brief;
mod point_height;
mod point_row;
mod positions;
mod print_line;
mod prose;
mod provenance;
mod rendering;
mod revision;
mod share_dialog;
mod share_tools;
mod shortcuts_dialog;
mod side;
mod source_card;
mod source_link;
mod source_table;
mod sourcing;
mod speaker_card;
mod statement_card;
mod status_map;
mod timeline;
mod verification;
mod who_speaks;
mod wording;

pub(crate) use absence::SEARCHED_IN_SIGHT;
pub use as_of::as_of;
pub(crate) use breadcrumb::breadcrumb;
pub(crate) use byline::byline;
pub(crate) use contact::{contact, licence};
pub(crate) use contents::{ContentsEntry, PointEntry, contents};
pub(crate) use coverage::coverage;
pub(crate) use date::{date, date_notes, time, when, when_capitalized};
pub(crate) use dispute_list::{
    dispute_list, dispute_search, has_search, search_within, searchable_text,
};
pub(crate) use document_card::{document_card, document_facts};
pub(crate) use event_item::{event_facts, event_item};
pub use glossary::GlossaryTerm;
pub(crate) use glossary::glossary;
pub(crate) use item_controls::{
    CopySource, copy_button, copy_link, explainer_controls, item_page_controls,
};
pub use later_mark::later_mark;
pub(crate) use ledger::{SectionHeading, has_many_points, is_long, ledger};
pub use masthead::AppFeatures;
pub(crate) use masthead::{footer, masthead};
pub(crate) use open_question::{open_question, settled_by};
pub(crate) use parser_yield::parser_yield;
pub use point_brief::{StatementSelection, point_brief};
pub(crate) use point_row::{Focus, point_row};
pub use positions::{positions, what_happened_next};
pub(crate) use print_line::print_line;
pub use prose::text;
pub(crate) use prose::{addressed, bullets, paragraphs};
pub(crate) use provenance::{POINTS, provenance};
pub(crate) use revision::revision;
pub(crate) use share_dialog::share_dialogs;
pub(crate) use share_tools::share_tools;
pub(crate) use shortcuts_dialog::shortcuts_dialog;
pub(crate) use side::data_side;
pub(crate) use source_card::source_card;
pub(crate) use source_link::item_links;
pub(crate) use source_table::source_table;
pub(crate) use sourcing::sourcing_line;
pub(crate) use speaker_card::{speaker_card, statements_in_order};
pub(crate) use status_map::status_map;
pub use timeline::{DateBasis, has_timeline_page};
pub(crate) use timeline::{TimelinePage, timeline, timeline_link};
pub(crate) use who_speaks::who_speaks;
pub use wording::translation;
pub(crate) use wording::{spans_html, wording};

/// A class of elements whose id comes from the data. Reader views drop an element
/// whose id looks like that of a comment, a remark or a footer, unless it has a
/// class like this.
pub(crate) const CONTENT: &str = "content";
