//! The browser app. Trunk builds it for wasm32; elsewhere it is empty.

// What the browser calls is `boot`, once it has the data: see `boot.js`.
#[cfg(target_arch = "wasm32")]
use says_who as _;

fn main() {}

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
