//! The site: checked data, what Trunk makes, and the native program that writes
//! the pages.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::problems;
use crate::project::Project;
use crate::public_url::PublicUrl;
use crate::register;
use crate::setup;
use crate::shell::{self, Profile};
use crate::step::{quietly, say};

/// What to build.
pub(crate) struct Options {
    pub(crate) public_url: PublicUrl,
    pub(crate) data: PathBuf,
    pub(crate) origin: Option<String>,
    pub(crate) profile: Profile,
}

/// A file that every site of ours has and a stranger's folder hardly does.
const OURS: &str = "404.html";

/// Checks the data and builds into `out`. Where anything fails, what was there stays.
pub(crate) fn run(project: &Project, options: &Options, out: &Path) -> Result<ExitCode> {
    if let Err(report) = says_who_files::library(&options.data) {
        eprintln!("{}", problems::shown(report.problems()));
        return Ok(ExitCode::FAILURE);
    }
    if let Some(due) = register::due(&options.data) {
        bail!("{due}");
    }
    may_replace(out)?;
    let path = setup::tools(project)?;
    site(project, options, &path, out)?;
    println!("the site is in {}", out.display());
    if options.origin.is_none() {
        println!(
            "note: built without --origin: canonical links and preview cards name no host, which some messengers need, and there is no oEmbed"
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Builds checked data into `out`, `path` being what [`setup::tools`] gave.
pub(crate) fn site(project: &Project, options: &Options, path: &OsStr, out: &Path) -> Result<()> {
    let program = writer(project)?;
    let shell = shell::shell(project, options.profile, path)?;
    write(project, options, &program, &shell, out)
}

/// The program that writes the pages, built if it has to be.
pub(crate) fn writer(project: &Project) -> Result<PathBuf> {
    say(
        "building the program that writes the pages",
        "2 minutes the first time, then seconds",
    );
    quietly(
        Command::new("cargo")
            .args([
                "build",
                "--quiet",
                "--profile",
                "prerender",
                "--package",
                "says-who",
                "--bin",
                "says-who-site",
            ])
            .current_dir(&project.root),
        "look at its output above",
    )?;
    Ok(project
        .target
        .join("prerender")
        .join(format!("says-who-site{}", env::consts::EXE_SUFFIX)))
}

/// The dispute `id` of checked data as Markdown, by the program that has the
/// words of the pages.
pub(crate) fn markdown(project: &Project, data: &Path, id: &str) -> Result<String> {
    let output = Command::new(writer(project)?)
        .env("SAYS_WHO_DATA", data)
        .env("SAYS_WHO_MARKDOWN", id)
        .output()
        .context("the program that writes the pages did not start")?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
    }
    String::from_utf8(output.stdout).context("the program that writes the pages gave no text")
}

/// Writes the pages of checked data into `out`, in the frame of `shell`.
pub(crate) fn write(
    project: &Project,
    options: &Options,
    program: &Path,
    shell: &Path,
    out: &Path,
) -> Result<()> {
    // Beside its last place, so that moving it there is one step.
    let parent = match out.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(parent).with_context(|| format!("{} can't be made", parent.display()))?;
    let work = tempfile::Builder::new()
        .prefix(".says-who-")
        .tempdir_in(parent)
        .with_context(|| {
            format!(
                "{} can't be written to; choose another folder with --out",
                parent.display()
            )
        })?;
    let site = work.path().join("site");

    say("writing the pages", "seconds; longer where cards are new");
    let mut command = writing(project, options, program, shell, &site);
    quietly(
        &mut command,
        "look at its output above; what was built before is untouched",
    )?;

    let old = work.path().join("old");
    if out.exists() {
        fs::rename(out, &old).with_context(|| format!("{} can't be replaced", out.display()))?;
    }
    if let Err(error) = fs::rename(&site, out) {
        if old.exists() {
            fs::rename(&old, out)?;
        }
        return Err(error).with_context(|| format!("{} can't be written", out.display()));
    }
    Ok(())
}

/// The program that writes the pages, told what to write where.
pub(crate) fn writing(
    project: &Project,
    options: &Options,
    program: &Path,
    shell: &Path,
    site: &Path,
) -> Command {
    let mut command = Command::new(program);
    command
        .env("SAYS_WHO_SHELL", shell)
        .env("SAYS_WHO_DATA", &options.data)
        .env("SAYS_WHO_OUT", site)
        .env("SAYS_WHO_BASE", options.public_url.to_string())
        // Painted cards are kept between builds, by what is on them.
        .env("SAYS_WHO_CARDS", project.target.join("cards"))
        .env_remove("SAYS_WHO_ORIGIN");
    if let Some(origin) = &options.origin {
        command.env("SAYS_WHO_ORIGIN", origin.trim_end_matches('/'));
    }
    command
}

/// A folder that is empty or holds an earlier site may be replaced, no other.
fn may_replace(out: &Path) -> Result<()> {
    if !out.exists() {
        return Ok(());
    }
    if !out.is_dir() {
        bail!("{} is a file; choose a folder with --out", out.display());
    }
    let empty = fs::read_dir(out)
        .with_context(|| format!("{} can't be read", out.display()))?
        .next()
        .is_none();
    let ours = fs::read_to_string(out.join(OURS))
        .is_ok_and(|page| page.contains(r#"name="app-js""#) || page.contains("name=app-js"));
    if empty || ours {
        Ok(())
    } else {
        bail!(
            "{} holds something other than an earlier site; empty it or choose another folder with --out",
            out.display()
        )
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::may_replace;

    #[test]
    fn a_folder_of_somebody_elses_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(may_replace(folder.path()).is_ok());
        fs::write(folder.path().join("thesis.txt"), "years").expect("a file");
        assert!(may_replace(folder.path()).is_err());
        fs::write(folder.path().join("404.html"), r#"<meta name="app-js">"#).expect("a file");
        assert!(may_replace(folder.path()).is_ok());
        assert!(may_replace(&folder.path().join("thesis.txt")).is_err());
    }
}
