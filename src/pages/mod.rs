//! What a page is: which one an address means, and what stands on it.

mod about;
mod dispute;
mod figures;
mod home;
mod item;
mod missing;
mod page;
mod preview;
mod print;
mod share;
mod summary_line;

pub(crate) use dispute::{REPORT, REVISIONS};
pub use page::{Meta, Page};
pub use preview::Preview;
pub(crate) use share::CARD;
