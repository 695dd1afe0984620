//! `shots`: screenshots of a fixed set of states, for visual review.

use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, ensure};

use crate::browser::{self, Engine};
use crate::project::Project;
use crate::says_who::{SaysWho, SiteOptions};
use crate::{generated_data, setup};

/// Builds the published disputes and the stress disputes, and writes screenshots of
/// their pages into `out`.
pub(crate) fn run(project: &Project, out: &Path) -> Result<ExitCode> {
    let path = setup::install_tools(project)?;
    let browsers = browser::find_or_install(&[Engine::Chromium], &path)?;
    let says_who = SaysWho::build(project, &path)?;
    let builds = project.target.join("shot-sites");
    for (name, public_url, data) in [
        ("repo", "/repo/", project.root.join("data")),
        (
            "stress",
            "/stress/",
            generated_data::stress(project, &says_who)?,
        ),
    ] {
        let site = SiteOptions {
            public_url,
            data: &data,
            origin: Some("https://example.org"),
        };
        says_who.build_site(&site, &builds.join(name))?;
    }
    let status = Command::new("cargo")
        .args(["run", "--quiet", "--package", "says-who-tests"])
        .args(["--bin", "shots", "--"])
        .arg(std::path::absolute(out)?)
        .current_dir(&project.root)
        .env("SAYS_WHO_BUILDS", &builds)
        .envs(browsers.env_vars())
        .stdin(Stdio::null())
        .status()
        .context("cargo did not start")?;
    ensure!(status.success(), "not all screenshots could be taken");
    Ok(ExitCode::SUCCESS)
}
