//! The native side: every page of the site as a file. None of it is in the wasm.

mod prerender;
mod template;
mod write;

pub use prerender::{File, prerender};
pub use template::{Template, TemplateError};
pub use write::write;
