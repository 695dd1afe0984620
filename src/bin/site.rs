//! Writes the site's pages into the frame that Trunk made; where
//! `SAYS_WHO_MARKDOWN` names a dispute, prints that instead, and where
//! `SAYS_WHO_SINGLE` does, writes that as one file. On wasm32 it is empty.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> anyhow::Result<()> {
    let setting = |name| std::env::var(name).ok();
    match (setting("SAYS_WHO_MARKDOWN"), setting("SAYS_WHO_SINGLE")) {
        (Some(dispute), _) => says_who::site::print(&dispute, &mut std::io::stdout()),
        (None, Some(dispute)) => says_who::site::write_single(&dispute),
        (None, None) => says_who::site::write(),
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
