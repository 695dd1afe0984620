//! `shots`: screenshots of a fixed set of states, for visual review.

use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, ensure};

use crate::browser::{self, Engine};
use crate::build::{self, Options};
use crate::bundle::Profile;
use crate::project::Project;
use crate::{generated_data, setup};

/// Builds the published disputes and the stress disputes, and writes screenshots of
/// their pages into `out`.
pub(crate) fn run(project: &Project, out: &Path) -> Result<ExitCode> {
    let path = setup::install_tools(project)?;
    let browsers = browser::find_or_install(&[Engine::Chromium], &path)?;
    let builds = project.target.join("shot-sites");
    for (name, public_url, data) in [
        ("repo", "/repo/", project.root.join("data")),
        ("stress", "/stress/", generated_data::stress(project)?),
    ] {
        let options = Options {
            public_url: public_url.parse().map_err(anyhow::Error::msg)?,
            data,
            origin: Some("https://example.org".to_owned()),
            profile: Profile::Release,
            offline: false,
        };
        build::build_site(project, &options, &path, &builds.join(name))?;
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
