//! What a page is: which one an address means, and what stands on it.

mod dispute;
mod figures;
mod home;
mod item;
mod missing;
mod page;
#[cfg(not(target_arch = "wasm32"))]
mod preview;
mod share;
#[cfg(not(target_arch = "wasm32"))]
mod summary_line;

pub(crate) use missing::NOTICE;
pub use page::{Meta, Page};
#[cfg(not(target_arch = "wasm32"))]
pub use preview::Preview;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use share::CARD;
