//! Writes the site's pages into the frame that Trunk made. On wasm32 it is empty.

#[cfg(not(target_arch = "wasm32"))]
#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    says_who::site::write().await
}

#[cfg(target_arch = "wasm32")]
fn main() {}
