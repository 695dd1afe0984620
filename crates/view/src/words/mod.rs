//! Every word of the interface, in typed catalogues: an entry that is missing
//! does not compile. The dispute's own words come from its data.

pub mod controls;
mod pages;

pub use pages::{ENGLISH, Words, capital};
