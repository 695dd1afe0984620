//! The browser app. Trunk builds it for wasm32; elsewhere it is empty.

fn main() {
    #[cfg(target_arch = "wasm32")]
    says_who::boot();
}
