//! The native side: every page of the site as a file. None of it is in the wasm.

mod alternates;
mod card;
mod changes;
mod digest;
mod draw;
mod embed;
mod escape;
mod feed;
mod head;
mod identity;
mod in_order;
mod json_ld;
mod markdown;
mod oembed;
mod offline;
mod prerender;
mod published;
mod script;
mod single_file;
mod sitemap;
mod template;
mod webmanifest;
mod write;
mod xml;

pub use markdown::markdown;
pub use prerender::{File, Site};
pub use template::{Template, TemplateError};
pub use write::{print, write, write_single};
