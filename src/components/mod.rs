//! The pieces of a page. Each is a plain function from validated values to
//! HTML; none can fail. The few that hold state, those that only a browser
//! can use, are components of their own.

mod absence;
mod all_sources;
mod as_of;
mod breadcrumb;
mod called;
mod cell;
mod chain;
mod contents;
mod date;
mod dispute_list;
mod document_card;
mod event_item;
mod finder;
mod item_controls;
mod keys_panel;
mod ledger;
mod masthead;
mod old_names;
mod open_question;
mod point_brief;
mod point_row;
mod print_line;
mod prose;
mod provenance;
mod rendering;
mod revision;
mod share_panel;
mod share_tools;
mod source_card;
mod source_link;
mod sourcing;
mod statement_card;
mod term;
mod timeline;
mod verification;
mod wording;

pub(crate) use all_sources::AllSources;
pub(crate) use as_of::as_of;
pub(crate) use breadcrumb::breadcrumb;
pub(crate) use contents::{Contents, Entry};
pub(crate) use date::{date, time};
pub(crate) use dispute_list::{DisputeList, has_search};
pub(crate) use document_card::{document_card, document_facts};
pub(crate) use event_item::{event_facts, event_item};
pub(crate) use finder::Finder;
pub(crate) use item_controls::{SHARE, copy_button, own_controls, whole_controls};
pub(crate) use keys_panel::KeysPanel;
pub(crate) use ledger::{Heading, ledger};
pub(crate) use masthead::{Lacks, footer, masthead};
pub(crate) use open_question::{open_question, settled_by};
pub(crate) use point_brief::{Pick, point_brief};
pub(crate) use point_row::{Focus, point_row};
pub(crate) use print_line::PrintLine;
pub(crate) use prose::{bullets, paragraphs, text};
pub(crate) use provenance::{POINTS, provenance};
pub(crate) use revision::revision;
pub(crate) use share_panel::SharePanel;
pub(crate) use share_tools::share_tools;
pub(crate) use source_card::{source_card, source_entry};
pub(crate) use source_link::item_links;
pub(crate) use term::{Term, terms};
pub(crate) use timeline::{Known, timeline_picture};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use wording::translation;
