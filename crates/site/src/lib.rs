//! The static site generator: writes every page of the site as a file. It runs
//! natively; none of it is in the wasm.

mod alternates;
mod branding;
mod card;
mod document;
mod embed;
mod escape;
mod exports;
mod feed;
mod generate;
mod head;
mod inline;
mod json_ld;
mod last_modified;
mod markdown;
mod oembed;
mod offline;
mod parallel_map;
mod prerender;
mod render;
mod single_file;
mod sitemap;
mod webmanifest;
mod xml;

pub use card::CardWarnings;
pub use generate::{Input, Options, generate_single_file, generate_site};
pub use markdown::markdown;
pub use prerender::{File, Site};
pub use single_file::SINGLE_FILE_MARKER;
