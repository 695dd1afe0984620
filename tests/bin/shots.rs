//! Writes screenshots of a fixed set of states into a given folder, for visual
//! review. Run by `cargo xtask shots`.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use says_who_tests::{Browser, Script};

/// How a state is rendered.
#[derive(Clone, Copy)]
enum Look {
    Light,
    Dark,
    /// In forced colors.
    Forced,
    /// With text twice as large.
    Large,
    /// Printed to a PDF file.
    Print,
}

/// The name of the file, the site, the page, the script to run on it, the width, the
/// height (`None`: the full page), the look.
type State = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    u32,
    Option<u32>,
    Look,
);

const TOP: Option<u32> = Some(1000);
const SHOW_ALL: &str =
    "document.querySelectorAll('.sourcing').forEach((one) => { one.open = true; })";

const STATES: [State; 42] = [
    ("start", "repo", "", "", 1440, None, Look::Light),
    ("start-narrow-dark", "repo", "", "", 390, None, Look::Dark),
    (
        "whole",
        "repo",
        "did-russia-reply/",
        "",
        1440,
        None,
        Look::Light,
    ),
    (
        "whole-dark",
        "repo",
        "did-russia-reply/",
        "",
        1440,
        TOP,
        Look::Dark,
    ),
    (
        "whole-320",
        "repo",
        "did-russia-reply/",
        "",
        320,
        Some(4000),
        Look::Light,
    ),
    (
        "whole-2560",
        "repo",
        "did-russia-reply/",
        "",
        2560,
        TOP,
        Look::Light,
    ),
    (
        "whole-forced",
        "repo",
        "did-russia-reply/",
        "scrollTo(0, 900)",
        1440,
        TOP,
        Look::Forced,
    ),
    (
        "whole-large",
        "repo",
        "did-russia-reply/",
        "scrollTo(0, 1800)",
        1440,
        TOP,
        Look::Large,
    ),
    (
        "whole-large-320",
        "repo",
        "did-russia-reply/",
        "document.querySelector('.finder').scrollIntoView()",
        320,
        TOP,
        Look::Large,
    ),
    (
        "whole-print",
        "repo",
        "did-russia-reply/",
        "",
        1440,
        TOP,
        Look::Print,
    ),
    (
        "ledger",
        "repo",
        "did-russia-reply/",
        "document.querySelector('.finder').scrollIntoView()",
        1440,
        TOP,
        Look::Light,
    ),
    (
        "ledger-narrow",
        "repo",
        "did-russia-reply/",
        "document.querySelector('#nato-in-the-east').scrollIntoView()",
        390,
        TOP,
        Look::Light,
    ),
    (
        "unfolded",
        "repo",
        "did-russia-reply/",
        SHOW_ALL,
        1440,
        Some(4000),
        Look::Light,
    ),
    (
        "unfolded-narrow-dark",
        "repo",
        "did-russia-reply/",
        SHOW_ALL,
        390,
        Some(4000),
        Look::Dark,
    ),
    (
        "linked",
        "repo",
        "did-russia-reply/#what-moscow-sent",
        "",
        1440,
        TOP,
        Look::Light,
    ),
    (
        "filtered",
        "repo",
        "did-russia-reply/?q=reply&from=2022-01-20",
        "document.querySelector('.finder').scrollIntoView()",
        1440,
        TOP,
        Look::Light,
    ),
    (
        "filtered-narrow-dark",
        "repo",
        "did-russia-reply/?q=reply&named=no",
        "document.querySelector('.finder').scrollIntoView()",
        390,
        TOP,
        Look::Dark,
    ),
    (
        "filtered-forced",
        "repo",
        "did-russia-reply/?q=reply",
        "document.querySelector('.finder').scrollIntoView()",
        1440,
        TOP,
        Look::Forced,
    ),
    (
        "swapped",
        "repo",
        "did-russia-reply/?first=russia",
        "document.querySelector('.finder').scrollIntoView()",
        1440,
        TOP,
        Look::Light,
    ),
    (
        "keys",
        "repo",
        "did-russia-reply/",
        "document.querySelector('[data-keys]').click()",
        1440,
        TOP,
        Look::Light,
    ),
    (
        "share-panel",
        "repo",
        "did-russia-reply/",
        "document.querySelector('.point__head [data-share]').click()",
        1440,
        TOP,
        Look::Light,
    ),
    (
        "timeline",
        "repo",
        "did-russia-reply/",
        "document.getElementById('_timeline').scrollIntoView()",
        1440,
        TOP,
        Look::Light,
    ),
    (
        "timeline-320-dark",
        "repo",
        "did-russia-reply/",
        "document.getElementById('_timeline').scrollIntoView()",
        320,
        TOP,
        Look::Dark,
    ),
    (
        "provenance",
        "repo",
        "did-russia-reply/figures/",
        "document.getElementById('_provenance').scrollIntoView()",
        1440,
        Some(1200),
        Look::Light,
    ),
    (
        "provenance-dark",
        "repo",
        "did-russia-reply/figures/",
        "document.getElementById('_provenance').scrollIntoView()",
        1440,
        Some(1200),
        Look::Dark,
    ),
    (
        "provenance-320",
        "repo",
        "did-russia-reply/figures/",
        "document.getElementById('_provenance').scrollIntoView()",
        320,
        TOP,
        Look::Light,
    ),
    (
        "point",
        "repo",
        "did-russia-reply/reply-in-writing/",
        "",
        1440,
        None,
        Look::Light,
    ),
    (
        "point-print",
        "repo",
        "did-russia-reply/reply-in-writing/",
        "",
        1440,
        TOP,
        Look::Print,
    ),
    (
        "statement-narrow",
        "repo",
        "did-russia-reply/state-department-written-follow-up/",
        "",
        390,
        None,
        Look::Light,
    ),
    (
        "source",
        "repo",
        "did-russia-reply/politico-2022-02-01/",
        "",
        1440,
        None,
        Look::Light,
    ),
    (
        "share-index",
        "repo",
        "did-russia-reply/share/",
        "",
        1440,
        TOP,
        Look::Light,
    ),
    (
        "figures",
        "repo",
        "did-russia-reply/figures/",
        "",
        1440,
        None,
        Look::Light,
    ),
    (
        "figures-320-dark",
        "repo",
        "did-russia-reply/figures/",
        "",
        320,
        TOP,
        Look::Dark,
    ),
    (
        "missing",
        "repo",
        "no/such/page/",
        "",
        1440,
        TOP,
        Look::Light,
    ),
    (
        "one-point",
        "stress",
        "one-point/",
        "",
        1440,
        None,
        Look::Light,
    ),
    (
        "many-points",
        "stress",
        "many-points/",
        "document.querySelector('.finder').scrollIntoView()",
        1440,
        TOP,
        Look::Light,
    ),
    (
        "long-statement",
        "stress",
        "long-statement/",
        "document.querySelector('.point').scrollIntoView()",
        1440,
        TOP,
        Look::Light,
    ),
    (
        "long-word-320",
        "stress",
        "long-word/",
        "",
        320,
        None,
        Look::Light,
    ),
    (
        "only-absences",
        "stress",
        "only-absences/",
        "",
        1440,
        None,
        Look::Light,
    ),
    (
        "right-to-left",
        "stress",
        "right-to-left/",
        SHOW_ALL,
        1440,
        None,
        Look::Light,
    ),
    (
        "right-to-left-320",
        "stress",
        "right-to-left/",
        "",
        320,
        None,
        Look::Dark,
    ),
    (
        "markup-like",
        "stress",
        "markup-like/",
        "",
        1440,
        None,
        Look::Light,
    ),
];

/// The tallest image that a browser paints at once.
const TALLEST: u32 = 16_000;

#[tokio::main]
#[allow(clippy::print_stdout, reason = "it says what it writes")]
async fn main() -> anyhow::Result<()> {
    let folder = std::env::args_os().nth(1).context("name a folder")?;
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder)?;
    let mut open: Option<(&str, Browser)> = None;
    for (name, site, page, script, width, height, look) in STATES {
        if open.as_ref().is_none_or(|(other, _)| *other != site) {
            open = Some((site, Browser::open(site, Script::On).await));
        }
        let Some((_, browser)) = &open else {
            continue;
        };
        browser
            .emulate_screen(width, TOP.unwrap_or(TALLEST), scheme(look), forced(look))
            .await;
        // Load another document first: changing only the hash would not load
        // anything.
        browser.client.goto("about:blank").await?;
        browser.goto_hydrated(page).await;
        if matches!(look, Look::Large) {
            browser
                .eval("document.documentElement.style.fontSize = '200%'")
                .await;
        }
        if !script.is_empty() {
            browser.eval(script).await;
        }
        let whole = browser
            .eval("return document.documentElement.scrollHeight")
            .await;
        let whole = whole.as_u64().and_then(|height| u32::try_from(height).ok());
        let height = height.or(whole).unwrap_or(TALLEST).min(TALLEST);
        browser
            .emulate_screen(width, height, scheme(look), forced(look))
            .await;
        // Two frames later the script's changes have been painted.
        browser
            .client
            .execute_async(
                "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => done()))",
                Vec::new(),
            )
            .await?;
        let (bytes, kind) = match look {
            Look::Print => (browser.client.print(Default::default()).await?, "pdf"),
            Look::Light | Look::Dark | Look::Forced | Look::Large => {
                (browser.client.screenshot().await?, "png")
            }
        };
        let file = folder.join(format!("{name}.{kind}"));
        fs::write(&file, bytes)?;
        println!("{}", file.display());
        // Clear what this state unfolded before the next one.
        browser.eval("sessionStorage.clear()").await;
    }
    Ok(())
}

fn scheme(look: Look) -> &'static str {
    match look {
        Look::Dark => "dark",
        Look::Light | Look::Forced | Look::Large | Look::Print => "light",
    }
}

fn forced(look: Look) -> bool {
    matches!(look, Look::Forced)
}
