//! `audit`: records Lighthouse's reports on the built site for a person to read.
//! It is not a test, because the scores depend on the machine and the moment.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::Result;
use serde_json::Value;

use crate::browser::{self, Engine};
use crate::preview::Preview;
use crate::project::Project;
use crate::says_who::{SaysWho, SiteOptions};
use crate::setup;
use crate::subprocess::{announce, run_quietly};

/// One page of each kind.
const PAGES: [(&str, &str); 4] = [
    ("start", ""),
    ("whole", "did-russia-reply/"),
    ("item", "did-russia-reply/reply-in-writing/"),
    ("share", "did-russia-reply/share/"),
];

/// The ids of Lighthouse's categories.
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// Builds the site, audits it with Lighthouse's mobile settings, prints a table of
/// scores, and writes the reports into `target/audit`.
pub(crate) fn run(project: &Project) -> Result<ExitCode> {
    let path = setup::install_tools(project)?;
    browser::find_or_install(&[Engine::Chromium], &path)?;
    let lighthouse = setup::install_lighthouse(project)?;
    let folder = project.target.join("audit");
    let site = folder.join("site");
    fs::create_dir_all(&folder)?;
    let options = SiteOptions {
        public_url: "/",
        data: &project.root.join("data"),
        origin: Some("https://example.org"),
    };
    let says_who = SaysWho::build(project, &path)?;
    says_who.build_site(&options, &site)?;
    let preview = Preview::start(&says_who, &site)?;
    let address = &preview.address;

    out!("{:8} {}", "page", CATEGORIES.join("  "));
    let mut below = Vec::new();
    for (name, page) in PAGES {
        let report = folder.join(format!("{name}.json"));
        audit(&lighthouse, &format!("{address}{page}"), &report)?;
        let report: Value = serde_json::from_slice(&fs::read(&report)?)?;
        let scores = CATEGORIES.map(|category| {
            let score = report["categories"][category]["score"].as_f64();
            let width = category.len();
            match score {
                Some(score) => format!("{:width$}", (score * 100.0).round()),
                None => format!("{:>width$}", "none"),
            }
        });
        out!("{name:8} {}", scores.join("  "));
        let audits = report["audits"].as_object().into_iter().flatten();
        below.extend(audits.filter_map(|(id, audit)| {
            let score = audit["score"].as_f64().filter(|score| *score < 1.0)?;
            let title = audit["title"].as_str().unwrap_or_default();
            let value = audit["displayValue"].as_str().unwrap_or_default();
            Some(format!("{name:8} {score:.2}  {id}: {title} {value}"))
        }));
    }
    if !below.is_empty() {
        out!("\nnot at their best:");
        for line in below {
            out!("{line}");
        }
    }
    out!("\nthe reports are in {}", folder.display());
    Ok(ExitCode::SUCCESS)
}

fn audit(lighthouse: &Path, address: &str, report: &Path) -> Result<()> {
    announce(
        &format!("Lighthouse is auditing {address}"),
        "half a minute",
    );
    let profile = tempfile::tempdir()?;
    let flags = format!(
        "--headless=new --no-sandbox --disable-background-networking --disable-component-update --disable-sync --no-first-run --user-data-dir={}",
        profile.path().display()
    );
    let mut command = Command::new(lighthouse);
    command
        .arg(address)
        .args(["--quiet", "--output=json", "--no-enable-error-reporting"])
        .arg(format!("--only-categories={}", CATEGORIES.join(",")))
        .arg(format!("--output-path={}", report.display()))
        .arg(format!("--chrome-flags={flags}"));
    if let Some(chromium) = browser::chromium() {
        command.env("CHROME_PATH", chromium);
    }
    run_quietly(&mut command, "install Node.js 18.16 or later")
}
