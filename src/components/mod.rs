//! The pieces of a page. Each is a plain function from validated values to
//! HTML; none can fail. What answers to the reader is an island
//! (`crate::islands`).

mod absence;
mod all_sources;
mod as_of;
mod breadcrumb;
mod byline;
mod called;
mod cell;
mod chain;
mod contact;
mod contents;
mod coverage;
mod date;
mod dispute_list;
mod document_card;
mod event_item;
mod height;
mod item_controls;
mod keys_panel;
mod later;
mod ledger;
mod masthead;
mod old_names;
mod open_question;
mod pause;
mod point_brief;
mod point_row;
mod positions;
mod print_line;
mod prose;
mod provenance;
mod rendering;
mod revision;
mod share_panel;
mod share_tools;
mod side;
mod source_card;
mod source_link;
mod source_table;
mod sourcing;
mod statement_card;
mod status_map;
mod term;
mod timeline;
mod verification;
mod wording;

pub(crate) use all_sources::all_sources;
pub(crate) use as_of::as_of;
pub(crate) use breadcrumb::breadcrumb;
#[allow(unused_imports, reason = "the page of the whole is about to show it")]
pub(crate) use byline::byline;
pub(crate) use contact::{contact, licence};
pub(crate) use contents::{Entry, contents};
pub(crate) use coverage::coverage;
pub(crate) use date::{date, time};
pub(crate) use dispute_list::{dispute_list, dispute_search, has_search, letters, search_within};
pub(crate) use document_card::{document_card, document_facts};
pub(crate) use event_item::{event_facts, event_item};
pub(crate) use item_controls::{Copies, copy_button, copy_link, own_controls, whole_controls};
pub(crate) use keys_panel::keys_panel;
pub(crate) use later::later;
pub(crate) use ledger::{Heading, is_long, ledger};
pub(crate) use masthead::{Lacks, footer, masthead};
pub(crate) use open_question::{open_question, settled_by};
pub(crate) use pause::pause;
pub(crate) use point_brief::{Pick, point_brief};
pub(crate) use point_row::{Focus, point_row};
pub(crate) use positions::{next, positions};
pub(crate) use print_line::print_line;
pub(crate) use prose::{addressed, bullets, paragraphs, text};
pub(crate) use provenance::{POINTS, provenance};
pub(crate) use revision::revision;
pub(crate) use share_panel::share_panel;
pub(crate) use share_tools::share_tools;
pub(crate) use side::side_name;
pub(crate) use source_card::source_card;
pub(crate) use source_link::item_links;
pub(crate) use source_table::source_table;
pub(crate) use sourcing::sourcing_line;
pub(crate) use status_map::status_map;
pub(crate) use term::{Term, key};
pub(crate) use timeline::{Known, timeline_picture};
pub(crate) use wording::{parts, translation, wording};

/// A class of what has an id out of the data. Reader views drop an element whose id
/// looks like that of a comment, a remark or a footer, unless a class says this.
pub(crate) const CONTENT: &str = "content";
