//! Every word of the interface, in typed catalogues: an entry that is missing
//! does not compile, and one that nothing uses is a warning, which the checks
//! treat as an error. The dispute's own words come from its data.

pub(crate) mod controls;
#[cfg(not(target_arch = "wasm32"))]
mod pages;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use pages::{ENGLISH, Words, capital};
