//! Checks the output folder before a build, so that no foreign file is overwritten.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::build_manifest::{self, BuildManifest};
use anyhow::{Context, Result, bail};

/// A file that every built site has and other folders are unlikely to have.
const MARKER_FILE: &str = "404.html";

/// Files that operating systems create in folders on their own.
const OS_FILES: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// Returns the canonical path of `out` if a site of `data` may be written there:
/// it is empty, does not exist yet, or holds an earlier site and nothing else.
pub(crate) fn resolve(out: &Path, data: &Path) -> Result<PathBuf> {
    let shown = out.display();
    if let Ok(to) = fs::read_link(out) {
        bail!(
            "{shown} is a link to {}; give that folder itself with --out",
            to.display()
        );
    }
    let (place, missing) = canonicalize(out)?;
    let data = fs::canonicalize(data).with_context(|| format!("{} is gone", data.display()))?;
    if place.starts_with(&data) {
        bail!(
            "{shown} is in the data, {}; choose a folder outside of it with --out",
            data.display()
        );
    }
    if data.starts_with(&place) {
        bail!(
            "{shown} holds the data, {}; choose another folder with --out",
            data.display()
        );
    }
    if !missing {
        if !place.is_dir() {
            bail!("{shown} is a file; choose a folder with --out");
        }
        check_replaceable(&place, out)?;
    }
    // Check that it is writable now: the build takes long.
    let folder = place.ancestors().skip(1).find(|folder| folder.is_dir());
    let folder = folder.with_context(|| format!("{shown} can't be replaced"))?;
    tempfile::Builder::new()
        .prefix(".says-who-")
        .tempdir_in(folder)
        .with_context(|| {
            format!(
                "{} can't be written to; choose another folder with --out",
                folder.display()
            )
        })?;
    Ok(place)
}

/// Whether an existing folder holds an earlier site of ours.
pub(crate) fn holds_site(folder: &Path) -> bool {
    fs::read_to_string(folder.join(MARKER_FILE))
        .is_ok_and(|page| page.contains(r#"name="app-wasm""#) || page.contains("name=app-wasm"))
}

/// The path without links and dots, and whether it does not exist yet.
fn canonicalize(out: &Path) -> Result<(PathBuf, bool)> {
    let out =
        std::path::absolute(out).with_context(|| format!("{} is not a path", out.display()))?;
    for known in out.ancestors() {
        match fs::canonicalize(known) {
            Ok(found) => {
                let rest = out.strip_prefix(known).unwrap_or(Path::new(""));
                if rest.components().any(|part| part.as_os_str() == "..") {
                    bail!("{} leads through a folder that is not there", out.display());
                }
                let missing = !rest.as_os_str().is_empty();
                return Ok((if missing { found.join(rest) } else { found }, missing));
            }
            Err(error)
                if error.kind() == io::ErrorKind::NotFound
                    && fs::symlink_metadata(known).is_err() => {}
            Err(error) => {
                return Err(error).with_context(|| {
                    format!(
                        "{} can't be used, so {} can't be made; choose another folder with --out",
                        known.display(),
                        out.display()
                    )
                });
            }
        }
    }
    bail!("{} is not a path to a folder", out.display())
}

/// Checks that a folder holds nothing but an earlier site. `shown` is the path as
/// the user gave it, for messages.
fn check_replaceable(folder: &Path, shown: &Path) -> Result<()> {
    let shown = shown.display();
    let unreadable = || format!("{shown} can't be read; choose another folder with --out");
    if fs::read_dir(folder)
        .with_context(unreadable)?
        .next()
        .is_none()
    {
        return Ok(());
    }
    if !holds_site(folder) {
        bail!(
            "{shown} holds something other than an earlier site; empty it or choose another folder with --out"
        );
    }
    // A site without a manifest was written by a version that had none.
    let Ok(site) = BuildManifest::read(folder) else {
        return Ok(());
    };
    let foreign: Vec<String> = build_manifest::file_paths(folder)?
        .into_iter()
        .filter(|path| !site.lists(path))
        .filter(|path| !OS_FILES.contains(&path.rsplit('/').next().unwrap_or(path)))
        .collect();
    let which = match foreign.as_slice() {
        [] => return Ok(()),
        [one] => format!("`{one}`"),
        [one, rest @ ..] => format!("`{one}` and {} more", rest.len()),
    };
    bail!(
        "{shown} holds {which} beside the earlier site, which would be lost; move that away or choose another folder with --out"
    )
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use says_who_model::read::Versions;
    use tempfile::TempDir;

    use super::resolve;
    use crate::previous_assets;

    /// A folder with data in `data`, and a site of ours in `dist`.
    fn folder() -> TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        fs::create_dir_all(root.join("data/dispute")).expect("a folder");
        fs::create_dir_all(root.join("dist/x")).expect("a folder");
        fs::write(root.join("dist/404.html"), r#"<meta name="app-wasm">"#).expect("a file");
        fs::write(root.join("dist/x/index.html"), "a page").expect("a file");
        previous_assets::carry_over(&root.join("dist"), None, Versions::new()).expect("finished");
        folder
    }

    fn check(folder: &TempDir, out: &str) -> Result<(), String> {
        let root = folder.path();
        resolve(&root.join(out), &root.join("data"))
            .map(drop)
            .map_err(|error| format!("{error:#}"))
    }

    #[track_caller]
    fn refused(folder: &TempDir, out: &str, why: &str) {
        let before = listed(folder.path());
        let error = check(folder, out).expect_err(out);
        assert!(error.contains(why), "{out}: {error}");
        assert!(
            error.contains("choose") || error.contains("give"),
            "{error}"
        );
        assert_eq!(before, listed(folder.path()), "{out}");
    }

    /// Every path in a folder.
    fn listed(folder: &Path) -> Vec<String> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() && !path.is_symlink() {
                found.extend(listed(&path));
            }
            found.push(path.display().to_string());
        }
        found.sort();
        found
    }

    #[test]
    fn a_new_folder_an_empty_one_and_an_earlier_site_are_accepted() {
        let folder = folder();
        fs::create_dir(folder.path().join("empty")).expect("a folder");
        for out in [
            "new",
            "new/below/it",
            "empty",
            "dist",
            "dist/../new",
            "data/../new",
        ] {
            assert_eq!(check(&folder, out), Ok(()), "{out}");
        }
        assert!(!folder.path().join("new").exists());
    }

    #[test]
    fn a_foreign_folder_is_refused() {
        let folder = folder();
        fs::create_dir(folder.path().join("papers")).expect("a folder");
        fs::write(folder.path().join("papers/thesis.txt"), "years").expect("a file");
        refused(&folder, "papers", "something other");
        refused(&folder, "papers/thesis.txt", "is a file");
        refused(&folder, "papers/thesis.txt/dist", "can't be made");
    }

    #[test]
    fn a_foreign_file_in_an_earlier_site_is_refused() {
        let folder = folder();
        fs::write(folder.path().join("dist/.DS_Store"), "").expect("a file");
        assert_eq!(check(&folder, "dist"), Ok(()));
        fs::write(folder.path().join("dist/x/notes.txt"), "mine").expect("a file");
        refused(&folder, "dist", "holds `x/notes.txt` beside");
        fs::write(folder.path().join("dist/CNAME"), "example.org").expect("a file");
        refused(&folder, "dist", "holds `CNAME` and 1 more beside");
    }

    #[test]
    fn a_site_without_a_manifest_is_accepted() {
        let folder = folder();
        for garbled in ["", "{"] {
            fs::write(folder.path().join("dist/build.json"), garbled).expect("a file");
            assert_eq!(check(&folder, "dist"), Ok(()));
        }
        fs::remove_file(folder.path().join("dist/build.json")).expect("gone");
        assert_eq!(check(&folder, "dist"), Ok(()));
    }

    #[test]
    fn the_data_folder_is_refused() {
        let folder = folder();
        for out in [
            "data",
            "data/dist",
            "data/dispute",
            "data/dispute/../dist",
            "dist/../data",
        ] {
            refused(&folder, out, "is in the data");
        }
        refused(&folder, "", "holds the data");
        refused(&folder, ".", "holds the data");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_refused() {
        use std::os::unix::fs::symlink;
        let folder = folder();
        let root = folder.path();
        symlink("dist", root.join("link")).expect("a link");
        symlink("nowhere", root.join("broken")).expect("a link");
        symlink("round", root.join("round")).expect("a link");
        symlink("data", root.join("to-data")).expect("a link");
        for out in ["link", "broken", "round", "to-data"] {
            refused(&folder, out, "is a link to");
        }
        refused(&folder, "broken/dist", "can't be made");
        refused(&folder, "round/dist", "can't be made");
        refused(&folder, "to-data/dist", "is in the data");
        assert_eq!(check(&folder, "link/x/../new"), Ok(()));
    }

    #[cfg(unix)]
    #[test]
    fn a_read_only_folder_is_refused_before_the_build() {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder();
        let closed = folder.path().join("closed");
        fs::create_dir(&closed).expect("a folder");
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).expect("closed");
        // Root may write to any folder, except to virtual ones such as /proc.
        let closed = if fs::write(closed.join("file"), "").is_ok() {
            fs::remove_file(closed.join("file")).expect("gone");
            Path::new("/proc")
        } else {
            &closed
        };
        let error = resolve(&closed.join("dist"), &folder.path().join("data"))
            .expect_err("a closed folder");
        let error = format!("{error:#}");
        assert!(error.contains("can't be written to; choose"), "{error}");
    }
}
