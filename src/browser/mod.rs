//! What only a browser can do. Everything here runs in effects, after the
//! first render: on the server none of it is ever called.

mod arrival;
mod history;
mod link;
mod navigation;
mod root;

pub(crate) use navigation::use_navigation;
#[cfg(target_arch = "wasm32")]
pub(crate) use root::ROOT;
#[cfg(target_arch = "wasm32")]
pub(crate) use root::{State, mark};
