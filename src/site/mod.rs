//! The native side: every page of the site as a file. None of it is in the wasm.

mod data_file;
mod embed;
mod escape;
mod head;
mod markdown;
mod oembed;
mod prerender;
mod single_file;
mod template;
mod write;

pub use data_file::DataFile;
pub use markdown::markdown;
pub use prerender::{File, Site};
pub use template::{Template, TemplateError};
pub use write::{print, write, write_single};
