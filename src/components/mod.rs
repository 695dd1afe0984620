//! The pieces of a page. Each is a plain function from validated values to
//! HTML; none can fail and none holds state.

mod absence;
mod breadcrumb;
mod called;
mod cell;
mod chain;
mod date;
mod document_card;
mod event_item;
mod ledger;
mod masthead;
mod point_row;
mod prose;
mod rendering;
mod source_card;
mod source_link;
mod sourcing;
mod statement_card;
mod wording;

pub(crate) use breadcrumb::breadcrumb;
pub(crate) use date::{date, time};
pub(crate) use document_card::document_card;
pub(crate) use event_item::event_item;
pub(crate) use ledger::{Heading, ledger};
pub(crate) use masthead::{footer, masthead};
pub(crate) use point_row::{Focus, point_row};
pub(crate) use prose::{bullets, paragraphs, text};
pub(crate) use source_card::source_card;
pub(crate) use source_link::item_links;
