//! Pages and their components in Yew: a page is a pure function of the library, the
//! base path and the route. This crate also has the texts of the interface, the
//! filter, and the names by which the app finds elements on a page.
//!
//! Nothing here accesses a document. The crate compiles natively, to write the site,
//! and for browsers.

pub mod all_sources;
pub mod citations;
pub mod comparison;
pub mod components;
pub mod context;
pub mod copyable;
pub mod data_block;
pub mod direction;
pub mod dom;
pub mod embed_code;
pub mod embed_content;
pub mod error_report;
pub mod exports;
pub mod filter;
mod inert_block;
pub mod live_text;
pub mod page_layout;
pub mod pages;
pub mod search_form;
pub mod shareable;
pub mod shortcut;
pub mod shortcuts_switch;
pub mod similar_id;
pub mod words;

#[cfg(test)]
mod test_data;
