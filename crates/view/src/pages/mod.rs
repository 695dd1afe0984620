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

pub use dispute::{REPORT, REVISIONS};
pub use page::{Meta, Page};
pub use preview::{CardText, Preview};
pub use share::CARD;
