//! What Trunk builds. `web/boot.js` calls [`says_who::boot`]; natively this does
//! nothing.

use says_who as _;

// Smaller than the standard library's.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
