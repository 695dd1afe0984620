//! The data inside the program, checked when it was built.

use std::sync::Arc;

use says_who_model::Library;

/// What `build.rs` wrote.
static LIBRARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.postcard"));

/// Reads the embedded library.
///
/// # Panics
///
/// Never on bytes that `build.rs` wrote with this version of the model.
#[must_use]
pub fn library() -> Arc<Library> {
    Arc::new(postcard::from_bytes(LIBRARY).expect("validated at build time"))
}
