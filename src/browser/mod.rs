//! What only a browser can do. On the server none of it is ever called.

pub(crate) mod address;
mod all_sources;
mod arrival;
mod clipboard;
mod device;
pub(crate) mod dispute_search;
mod far;
pub(crate) mod filtered;
pub(crate) mod find;
mod highlight;
mod history;
mod index;
pub(crate) mod keys;
pub(crate) mod keys_panel;
#[cfg(target_arch = "wasm32")]
mod link;
#[cfg(target_arch = "wasm32")]
mod load;
#[cfg(target_arch = "wasm32")]
pub(crate) mod navigation;
pub(crate) mod notice;
pub(crate) mod order;
mod page;
pub(crate) mod root;
pub(crate) mod share;
pub(crate) mod share_panel;
mod status;
#[cfg(target_arch = "wasm32")]
mod target;
pub(crate) mod unfolded;
mod whereabouts;

pub(crate) use clipboard::copy;
pub(crate) use device::{Sent, can_send, send};
pub(crate) use status::announce;
