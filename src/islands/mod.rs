//! The parts of a page that answer to the reader, each a small app of its own
//! over a page that stands as it was written. Every one is written into the
//! page like the rest of it and drawn once more in the browser; what surrounds
//! it is never drawn again.

pub(crate) mod finder;
mod host;

pub(crate) use host::Island;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use host::host;
#[cfg(target_arch = "wasm32")]
pub(crate) use host::{Islands, when_begun};

pub(crate) use finder::{Finder, PAUSE, SWAP, focus_search};
