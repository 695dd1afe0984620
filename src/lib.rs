//! Says Who: a dispute, side by side, with the source of every word.
//!
//! One library for the browser and for the program that writes the pages. The
//! first render of a page is a pure function of the library and the route, so
//! that both come to the same HTML.

pub mod app;
mod asked;
#[cfg(target_arch = "wasm32")]
mod boot;
mod browser;
mod citations;
mod components;
mod direction;
mod forms;
mod pages;
pub mod routes;
mod share;
mod showing;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
mod subject;
mod view;
mod words;

#[cfg(not(target_arch = "wasm32"))]
pub use pages::Preview;
pub use pages::{Meta, Page};

#[cfg(target_arch = "wasm32")]
pub use boot::boot;
