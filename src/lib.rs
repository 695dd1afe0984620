//! The browser app of Says Who. A native program writes every page
//! (`crates/site`); this takes over what answers to the reader on them.

mod boot;
mod reader;

pub use boot::boot;
