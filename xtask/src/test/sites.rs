//! Builds the sites that the tests of the built site read.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use walkdir::WalkDir;

use super::Selection;
use super::tally::Tally;
use crate::bundle::{self, Profile};
use crate::generated_data;
use crate::project::Project;
use crate::says_who::{SaysWho, SiteOptions};
use crate::subprocess::run_quietly;

/// The data of the sites under `/repo/` and `/`, as large as a long real dispute.
const LARGE: &str = "tests/fixture-large";

/// The name of the site that is built from the published disputes. All other sites are
/// built from fixtures, so that a test of the code never blocks a change of the data.
pub(super) const PUBLISHED: &str = "published";

/// Where most sites are published.
const ORIGIN: &str = "https://example.org";

/// The sites that the tests of the built site read.
pub(super) struct TestSites {
    /// The folder with all sites.
    pub(super) folder: PathBuf,
    /// The `says-who` that built them.
    pub(super) program: PathBuf,
    /// Whether all of them were built.
    pub(super) are_built: bool,
    /// Whether there is a site of the published disputes.
    pub(super) has_published: bool,
}

/// Builds the sites for the tests. Over 60 lines, because the sites are listed one
/// after another.
pub(super) fn build(
    project: &Project,
    says_who: &SaysWho,
    path: &OsStr,
    only: Option<&Selection>,
    tally: &mut Tally,
) -> Result<TestSites> {
    let mut stress_data = PathBuf::new();
    tally.check("disputes that are hard on the pages keep the rules", || {
        stress_data = generated_data::stress(project, says_who)?;
        Ok(())
    });

    let builds = project.target.join("test-sites");
    if builds.exists() {
        fs::remove_dir_all(&builds)?;
    }
    fs::create_dir_all(&builds)?;
    // A copy: later builds replace the program.
    let program = builds.join(says_who.program.file_name().context("a name")?);
    fs::copy(&says_who.program, &program)?;
    let says_who = SaysWho { program };

    // The small fixture has what the large one lacks: former ids and removed items. It
    // is built without an origin, and once more with one, for the features that need
    // it; the large one has an origin.
    let (small, large) = (project.root.join("tests/fixture"), project.root.join(LARGE));
    let site = |name: &str, public_url: &str, data: &Path, origin: Option<&str>| {
        let options = SiteOptions {
            public_url,
            data,
            origin,
        };
        says_who.build_site(&options, &builds.join(name))
    };
    let mut built = tally.check("the site under /repo/", || {
        site("repo", "/repo/", &large, Some(ORIGIN))
    });
    if only.is_none() {
        built &= tally.check("a change of what the app is made of is noticed", || {
            bundle::check_inputs(project, Profile::Release)
        });
    }
    built &= tally.check("the site under /", || {
        site("root", "/", &large, Some(ORIGIN))
    });
    built &= tally.check("the site under /a/b/", || {
        site("a-b", "/a/b/", &small, None)
    });
    built &= tally.check("the site under /stress/", || {
        site("stress", "/stress/", &stress_data, None)
    });
    let keys = project.root.join("tests/fixture-keys");
    built &= tally.check("the site of a dispute with every key", || {
        site("keys", "/keys/", &keys, None)
    });
    built &= tally.check("the site under /a/b/, with a host", || {
        site("hosted", "/a/b/", &small, Some(ORIGIN))
    });
    let data = project.root.join("data");
    let has_published =
        data.join("library.toml").exists() && only.is_none_or(|only| only.file == "built_html");
    if has_published {
        built &= tally.check("the site of the published disputes", || {
            site(PUBLISHED, "/repo/", &data, Some(ORIGIN))
        });
    }
    for (name, origin) in [("one.html", None), ("one-online.html", Some(ORIGIN))] {
        built &= tally.check(&format!("the small dispute as {name}"), || {
            let options = SiteOptions {
                public_url: "/a/b/",
                data: &small,
                origin,
            };
            says_who.build_single_file(&options, "bridge-repair", &builds.join(name))
        });
    }
    if only.is_none() {
        // Last: afterwards, Cargo rebuilds the packages that the other sites use.
        built &= tally.check("the site from another folder, byte for byte", || {
            build_from_copy(project, path, &builds)
        });
    }
    Ok(TestSites {
        folder: builds,
        program: says_who.program,
        are_built: built,
        has_published,
    })
}

/// Builds the site under `/repo/` with a program from a copy of the project, on a
/// machine that has nothing but the program and the data, and checks that it is the
/// same: builds are reproducible, and the program needs neither Rust nor Node.
fn build_from_copy(project: &Project, path: &OsStr, builds: &Path) -> Result<()> {
    let copy = project.copy(&project.target.join("elsewhere"))?;
    let made = SaysWho::build(&copy, path).and_then(|says_who| {
        let bare = tempfile::tempdir()?;
        let program = bare.path().join("says-who");
        fs::copy(&says_who.program, &program)?;
        let data = bare.path().join("data");
        copy_folder(&copy.root.join(LARGE), &data)?;
        let says_who = SaysWho { program };
        let mut check = says_who.command(&["check"]);
        let remedy = "look at its output above";
        run_quietly(check.env_clear().current_dir(bare.path()), remedy)?;
        let options = SiteOptions {
            public_url: "/repo/",
            data: &data,
            origin: Some(ORIGIN),
        };
        let mut build = says_who.build_command(&options, &bare.path().join("dist"));
        // Its own cache: no card was painted before.
        build
            .env_clear()
            .env("SAYS_WHO_CACHE", bare.path().join("cache"));
        run_quietly(&mut build, remedy)?;
        check_identical(&builds.join("repo"), &bare.path().join("dist"))
    });
    // Cargo's fingerprints of the packages now refer to the copy. Delete it, so that
    // Cargo looks at the project again.
    fs::remove_dir_all(&copy.root)?;
    made
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Checks that two folders have the same files with the same bytes.
fn check_identical(one: &Path, other: &Path) -> Result<()> {
    let (ones, others) = (file_paths(one)?, file_paths(other)?);
    ensure!(ones == others, "the files differ: {ones:?} and {others:?}");
    for file in ones {
        ensure!(
            fs::read(one.join(&file))? == fs::read(other.join(&file))?,
            "{} differs between two builds",
            file.display()
        );
    }
    Ok(())
}

/// The files in a folder and below, by their path from there.
fn file_paths(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            found.push(entry.path().strip_prefix(folder)?.to_owned());
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::check_identical;

    #[test]
    fn a_difference_of_one_byte_is_found() {
        let (one, other) = (
            tempfile::tempdir().expect("a folder"),
            tempfile::tempdir().expect("a folder"),
        );
        for folder in [&one, &other] {
            fs::create_dir(folder.path().join("a")).expect("a folder");
            fs::write(folder.path().join("a/b"), "1").expect("a file");
        }
        assert!(check_identical(one.path(), other.path()).is_ok());
        fs::write(other.path().join("a/b"), "2").expect("a file");
        assert!(check_identical(one.path(), other.path()).is_err());
        fs::remove_file(other.path().join("a/b")).expect("gone");
        assert!(check_identical(one.path(), other.path()).is_err());
    }
}
