//! Says Who: a dispute, side by side, with the source of every word.
//!
//! Pages are written by a native program, which knows the data. In the browser a
//! small app takes over what answers to the reader on them, the islands; these
//! are drawn by the same components in both.

#[cfg(target_arch = "wasm32")]
mod boot;
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(
        dead_code,
        reason = "most of it is called from the browser's entry alone"
    )
)]
mod browser;
mod copied;
mod islands;
mod nearest;
mod showing;
mod words;

#[cfg(not(target_arch = "wasm32"))]
pub mod app;
#[cfg(not(target_arch = "wasm32"))]
mod citations;
#[cfg(not(target_arch = "wasm32"))]
mod components;
#[cfg(not(target_arch = "wasm32"))]
mod direction;
#[cfg(not(target_arch = "wasm32"))]
mod forms;
#[cfg(not(target_arch = "wasm32"))]
mod framed;
#[cfg(not(target_arch = "wasm32"))]
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod report;
#[cfg(not(target_arch = "wasm32"))]
mod share;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
#[cfg(not(target_arch = "wasm32"))]
mod subject;
#[cfg(not(target_arch = "wasm32"))]
mod view;

#[cfg(not(target_arch = "wasm32"))]
pub use pages::{Meta, Page, Preview};

#[cfg(target_arch = "wasm32")]
pub use boot::boot;
