//! The site generator: fills the page template that Trunk built. If
//! `SAYS_WHO_MARKDOWN` names a dispute, it prints that dispute as Markdown
//! instead; if `SAYS_WHO_SINGLE` names one, it writes it as a single file.

fn main() -> anyhow::Result<()> {
    let setting = |name| std::env::var(name).ok();
    match (setting("SAYS_WHO_MARKDOWN"), setting("SAYS_WHO_SINGLE")) {
        (Some(dispute), _) => says_who_site::print_markdown(&dispute, &mut std::io::stdout()),
        (None, Some(dispute)) => says_who_site::generate_single_file(&dispute),
        (None, None) => says_who_site::generate_site(),
    }
}
