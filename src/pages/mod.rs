//! What a page is: which one an address means, and what stands on it.

mod dispute;
mod home;
mod item;
mod missing;
mod page;
mod summary_line;

pub use page::{Meta, Page};
