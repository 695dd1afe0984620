//! `build --single-file`: a copy of one dispute in one file, to mail, archive or
//! carry on a USB stick.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf, is_separator};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use says_who_model::Library;
use says_who_model::read::nearest;
use says_who_site::{SINGLE_FILE_MARKER, generate_single_file};

use crate::build::{self, Options};

/// The marker is within this many bytes from the start.
const MARKER_WITHIN: u64 = 4096;

/// Checks the data and writes a copy of `dispute`, or of the featured one, to
/// `out`. If anything fails, `out` is left as it was.
pub fn run(options: &Options, dispute: Option<&str>, out: Option<PathBuf>) -> Result<ExitCode> {
    let Some(input) = build::load_publishable(&options.data) else {
        return Ok(ExitCode::FAILURE);
    };
    let id = find_dispute(&input.library, dispute)?;
    let out = out.unwrap_or_else(|| PathBuf::from(format!("{id}.html")));
    check_replaceable(&out)?;
    let copy = generate_single_file(&input, &build::generator_options(options)?, id)?;
    let work = build::temp_folder_beside(&out)?;
    let new = work.path().join("copy.html");
    fs::write(&new, &copy).with_context(|| format!("{} can't be written", new.display()))?;
    fs::rename(&new, &out).with_context(|| format!("{} can't be written", out.display()))?;
    if !options.quiet {
        let kilobytes = copy.len().div_ceil(1000);
        out!("the copy is in {} ({kilobytes} kB)", out.display());
        if options.origin.is_none() {
            out!(
                "note: built without --address: the copy can't lead to the site, and links copied from it lead to the file"
            );
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The id of the wanted dispute; of the first one if `None`.
fn find_dispute<'l>(library: &'l Library, wanted: Option<&str>) -> Result<&'l str> {
    let mut ids = library.disputes.iter().map(|dispute| dispute.id.as_str());
    let Some(wanted) = wanted else {
        return ids.next().context("there is no dispute");
    };
    ids.clone().find(|id| *id == wanted).ok_or_else(|| {
        let all = ids.clone().collect::<Vec<_>>().join(", ");
        match nearest(wanted, ids) {
            Some(similar) => anyhow!("there is no dispute `{wanted}`; did you mean `{similar}`?"),
            None => anyhow!("there is no dispute `{wanted}`; there are {all}"),
        }
    })
}

/// Checks that `out` does not exist or is an earlier copy, which may be replaced.
fn check_replaceable(out: &Path) -> Result<()> {
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
        .and_then(|file| file.take(MARKER_WITHIN).read_to_end(&mut beginning))
        .with_context(|| format!("{} can't be read", out.display()))?;
    if String::from_utf8_lossy(&beginning).contains(SINGLE_FILE_MARKER) {
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

    use super::{SINGLE_FILE_MARKER, check_replaceable};

    #[test]
    fn a_foreign_file_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("thesis.html");
        assert!(check_replaceable(&file).is_ok());
        fs::write(&file, "years").expect("a file");
        assert!(check_replaceable(&file).is_err());
        assert!(check_replaceable(folder.path()).is_err());
        assert!(check_replaceable(&folder.path().join("new/")).is_err());
        fs::write(&file, format!("<!DOCTYPE html>\n{SINGLE_FILE_MARKER}")).expect("a file");
        assert!(check_replaceable(&file).is_ok());
    }
}
