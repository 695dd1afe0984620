//! Writes the site's pages into the frame that Trunk made; where
//! `SAYS_WHO_MARKDOWN` names a dispute, prints that instead. On wasm32 it is empty.

#[cfg(not(target_arch = "wasm32"))]
#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    match std::env::var("SAYS_WHO_MARKDOWN") {
        Ok(dispute) => says_who::site::print(&dispute, &mut std::io::stdout()),
        Err(_) => says_who::site::write().await,
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
