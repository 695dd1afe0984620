//! Writes the site's pages into the frame that Trunk made; where
//! `SAYS_WHO_MARKDOWN` names a dispute, prints that instead, and where
//! `SAYS_WHO_SINGLE` does, writes that as one file.

fn main() -> anyhow::Result<()> {
    let setting = |name| std::env::var(name).ok();
    match (setting("SAYS_WHO_MARKDOWN"), setting("SAYS_WHO_SINGLE")) {
        (Some(dispute), _) => says_who_site::print(&dispute, &mut std::io::stdout()),
        (None, Some(dispute)) => says_who_site::write_single(&dispute),
        (None, None) => says_who_site::write(),
    }
}
