//! What only a browser can do. Everything here runs in effects, after the
//! first render: on the server none of it is ever called.

pub(crate) mod address;
mod arrival;
mod clipboard;
mod device;
mod far;
pub(crate) mod filtered;
pub(crate) mod find;
mod highlight;
mod history;
pub(crate) mod keys;
mod link;
mod load;
mod navigation;
mod root;
mod status;
mod target;
pub(crate) mod unfolded;

pub(crate) use clipboard::copy;
pub(crate) use device::{Sent, can_send, send};
pub(crate) use navigation::use_navigation;
#[cfg(target_arch = "wasm32")]
pub(crate) use root::{ROOT, State, mark};
pub(crate) use status::announce;
