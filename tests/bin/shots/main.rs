//! Writes screenshots of a fixed set of states into a given folder, for visual
//! review. Run by `cargo xtask shots`.

mod look;
mod states;

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use says_who_tests::{Browser, Engine, Start};

use look::{Look, forced, scheme};
use states::{STATES, TOP};

/// The tallest image that a browser paints at once.
const TALLEST: u32 = 16_000;

const DOUBLE_TEXT_SIZE: &str = "document.documentElement.style.fontSize = '200%'";

const PAGE_HEIGHT: &str = "return document.documentElement.scrollHeight";

const AWAIT_TWO_FRAMES: &str = "const [done] = arguments;
    requestAnimationFrame(() => requestAnimationFrame(() => done()))";

const CLEAR_SESSION_STORAGE: &str = "sessionStorage.clear()";

#[tokio::main]
#[allow(clippy::print_stdout, reason = "it says what it writes")]
async fn main() -> anyhow::Result<()> {
    let folder = std::env::args_os().nth(1).context("name a folder")?;
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder)?;
    let mut open: Option<(&str, Browser)> = None;
    for (name, site, page, script, width, height, look) in STATES {
        if open.as_ref().is_none_or(|(other, _)| *other != site) {
            open = Some((site, Start::site(site).browser(Engine::Chromium).await));
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
            browser.eval(DOUBLE_TEXT_SIZE).await;
        }
        if !script.is_empty() {
            browser.eval(script).await;
        }
        let whole = browser.eval(PAGE_HEIGHT).await;
        let whole = whole.as_u64().and_then(|height| u32::try_from(height).ok());
        let height = height.or(whole).unwrap_or(TALLEST).min(TALLEST);
        browser
            .emulate_screen(width, height, scheme(look), forced(look))
            .await;
        // Two frames later the script's changes have been painted.
        let painted = browser.client.execute_async(AWAIT_TWO_FRAMES, Vec::new());
        painted.await?;
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
        browser.eval(CLEAR_SESSION_STORAGE).await;
    }
    Ok(())
}
