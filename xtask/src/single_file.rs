//! A copy of one dispute in one file, for a mail, an archive, a stick.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf, is_separator};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use says_who_model::Library;
use says_who_model::read::nearest;

use crate::build::{self, Options};
use crate::project::Project;
use crate::setup;
use crate::shell;
use crate::step::{quietly, say};

/// What an earlier copy has near its beginning; `src/site/single_file.rs` writes it.
const OURS: &str = r#"<meta name="generator" content="Says Who, one file">"#;

/// Where at the latest.
const BEGINNING: u64 = 4096;

/// Checks the data and writes a copy of `dispute`, or of the featured one, to
/// `out`. Where anything fails, what was there stays.
pub(crate) fn run(
    project: &Project,
    options: &Options,
    dispute: Option<&str>,
    out: Option<PathBuf>,
) -> Result<ExitCode> {
    let Some(library) = build::publishable(options) else {
        return Ok(ExitCode::FAILURE);
    };
    let id = chosen(&library, dispute)?;
    let out = out.unwrap_or_else(|| PathBuf::from(format!("{id}.html")));
    may_replace(&out)?;
    let path = setup::tools(project)?;
    write(project, options, id, &path, &out)?;
    let kilobytes = fs::metadata(&out)?.len().div_ceil(1000);
    out!("the copy is in {} ({kilobytes} kB)", out.display());
    if options.origin.is_none() {
        out!(
            "note: built without --origin: the copy can't lead to the site, and links copied from it lead to the file"
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes a copy of the dispute `id` of checked data, `path` being what
/// [`setup::tools`] gave.
pub(crate) fn write(
    project: &Project,
    options: &Options,
    id: &str,
    path: &OsStr,
    out: &Path,
) -> Result<()> {
    let program = build::writer(project)?;
    let shell = shell::shell(project, options.profile, path)?;
    let work = build::beside(out)?;
    let new = work.path().join("copy.html");
    say("writing the copy", "seconds");
    quietly(
        build::writing(options, &program, &shell, &new).env("SAYS_WHO_SINGLE", id),
        "look at its output above; what was there before is untouched",
    )?;
    fs::rename(&new, out).with_context(|| format!("{} can't be written", out.display()))
}

/// The id of the dispute that is meant.
fn chosen<'l>(library: &'l Library, asked: Option<&str>) -> Result<&'l str> {
    let mut ids = library.disputes.iter().map(|dispute| dispute.id.as_str());
    let Some(asked) = asked else {
        return ids.next().context("there is no dispute");
    };
    ids.clone().find(|id| *id == asked).ok_or_else(|| {
        let all = ids.clone().collect::<Vec<_>>().join(", ");
        match nearest(asked, ids) {
            Some(near) => anyhow!("there is no dispute `{asked}`; did you mean `{near}`?"),
            None => anyhow!("there is no dispute `{asked}`; there are {all}"),
        }
    })
}

/// An earlier copy may be replaced, and nothing else.
fn may_replace(out: &Path) -> Result<()> {
    if out.is_dir() || out.to_string_lossy().ends_with(is_separator) {
        bail!(
            "{} is a folder; give the name of a file with --out",
            out.display()
        );
    }
    if fs::symlink_metadata(out).is_err() {
        return Ok(());
    }
    let mut beginning = Vec::new();
    File::open(out)
        .and_then(|file| file.take(BEGINNING).read_to_end(&mut beginning))
        .with_context(|| format!("{} can't be read", out.display()))?;
    if String::from_utf8_lossy(&beginning).contains(OURS) {
        return Ok(());
    }
    bail!(
        "{} is not an earlier copy; choose another name with --out",
        out.display()
    )
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{OURS, may_replace};

    #[test]
    fn a_file_of_somebody_elses_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("thesis.html");
        assert!(may_replace(&file).is_ok());
        fs::write(&file, "years").expect("a file");
        assert!(may_replace(&file).is_err());
        assert!(may_replace(folder.path()).is_err());
        assert!(may_replace(&folder.path().join("new/")).is_err());
        fs::write(&file, format!("<!DOCTYPE html>\n{OURS}")).expect("a file");
        assert!(may_replace(&file).is_ok());
    }
}
