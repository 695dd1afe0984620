//! Pages: which page a route has, and what is on it.

mod about;
mod app_features;
mod dispatch;
mod dispute;
mod figures;
mod home;
mod item;
mod link_preview;
mod not_found;
mod print;
mod share_index;
mod speakers;
mod summary_line;
mod timeline;

pub use dispatch::{Meta, Page};
pub use dispute::{REPORT, REVISIONS};
pub use link_preview::{CardText, Preview};
pub use share_index::CARD_SIZE;
