//! Keeps assets of the previous build for one release: a page that is still open
//! in a browser, or in an HTTP cache, loads the assets it was built with.

use std::fs;
use std::path::Path;

use crate::build_manifest::{BuildManifest, Entry};
use anyhow::{Context, Result};
use says_who_model::read::Versions;

/// Copies the assets to keep from the site in `previous` into the new site in
/// `site`, then writes the build manifest with these versions. Returns notes for
/// the user.
pub(crate) fn carry_over(
    site: &Path,
    previous: Option<&Path>,
    versions: Versions,
) -> Result<Vec<String>> {
    let manifest = BuildManifest::from_site(site)?.with_versions(versions);
    let mut notes = Vec::new();
    let mut kept = Vec::new();
    if let Some(previous) = previous {
        match BuildManifest::read(previous) {
            Err(why) => notes.push(format!("kept no assets of the previous build: {why}")),
            Ok(before) => {
                for entry in assets_to_keep(&before, &manifest, &mut notes) {
                    match entry.read_verified(previous) {
                        Err(why) => notes.push(format!("an asset is not kept: {why}")),
                        Ok(bytes) => {
                            let file = site.join(&entry.path);
                            fs::write(&file, bytes)
                                .with_context(|| format!("{} can't be written", file.display()))?;
                            kept.push(entry.clone());
                        }
                    }
                }
            }
        }
    }
    match kept.len() {
        0 => {}
        1 => notes
            .push("kept 1 asset of the previous build: open pages may still load it".to_owned()),
        many => notes.push(format!(
            "kept {many} assets of the previous build: open pages may still load them"
        )),
    }
    manifest.with_kept(kept)?.write(site)?;
    Ok(notes)
}

/// The assets that the build `now` keeps from the build `before` it: the files it
/// built, not those it had itself kept. If both builds have the same hashed
/// files, they are one release, and the kept files stay.
fn assets_to_keep<'a>(
    before: &'a BuildManifest,
    now: &BuildManifest,
    notes: &mut Vec<String>,
) -> Vec<&'a Entry> {
    let candidates: Vec<&Entry> = if before.hashed_files().eq(now.hashed_files()) {
        before.kept().iter().collect()
    } else {
        before.hashed_files().collect()
    };
    candidates
        .into_iter()
        .filter(|entry| match now.file(&entry.path) {
            None => true,
            Some(current) => {
                if current != *entry {
                    notes.push(format!(
                        "`{}` changed without a new name: open pages of the previous build work without the app until they are reloaded",
                        entry.path
                    ));
                }
                false
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use tempfile::TempDir;

    use says_who_model::read::Versions;

    use super::carry_over;
    use crate::build_manifest::{BuildManifest, NAME};

    /// A site with one page and these files.
    fn site(files: &[(&str, &str)]) -> TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("index.html"), "a page").expect("a file");
        for (name, text) in files {
            fs::write(folder.path().join(name), text).expect("a file");
        }
        folder
    }

    fn built(files: &[(&str, &str)], previous: Option<&Path>) -> (TempDir, Vec<String>) {
        let site = site(files);
        let notes = carry_over(site.path(), previous, Versions::new()).expect("finished");
        (site, notes)
    }

    fn kept(site: &TempDir) -> Vec<String> {
        let manifest = BuildManifest::read(site.path()).expect("a manifest");
        let kept = manifest.kept().iter().map(|entry| entry.path.clone());
        kept.collect()
    }

    const A: &str = "app-aaaaaaaaaaaaaaaa.js";
    const B: &str = "app-bbbbbbbbbbbbbbbb.js";
    const C: &str = "app-cccccccccccccccc.js";

    #[test]
    fn a_file_stays_for_one_release() {
        let (a, notes) = built(&[(A, "a"), ("old.html", "a page")], None);
        assert_eq!((kept(&a), notes), (Vec::new(), Vec::new()));

        let (b, notes) = built(&[(B, "b")], Some(a.path()));
        assert_eq!(kept(&b), [A]);
        assert_eq!(
            fs::read_to_string(b.path().join(A)).ok().as_deref(),
            Some("a")
        );
        assert!(!b.path().join("old.html").exists());
        assert!(notes.join("\n").contains("kept 1 asset"), "{notes:?}");

        let (c, _) = built(&[(C, "c")], Some(b.path()));
        assert_eq!(kept(&c), [B]);
        assert!(!c.path().join(A).exists());
    }

    #[test]
    fn the_same_build_again_is_the_same_site() {
        let (a, _) = built(&[(A, "a")], None);
        let (b, _) = built(&[(B, "b")], Some(a.path()));
        let (again, _) = built(&[(B, "b")], Some(b.path()));
        for name in [A, B, NAME] {
            assert_eq!(
                fs::read(b.path().join(name)).ok(),
                fs::read(again.path().join(name)).ok(),
                "{name}"
            );
        }
    }

    #[test]
    fn a_file_of_the_build_before_the_last_that_comes_again_is_its_own() {
        let (a, _) = built(&[(A, "a")], None);
        let (b, _) = built(&[(B, "b")], Some(a.path()));
        let (back, _) = built(&[(A, "a")], Some(b.path()));
        assert_eq!(kept(&back), [B]);
        let (on, _) = built(&[(C, "c")], Some(back.path()));
        assert_eq!(kept(&on), [A]);
    }

    #[test]
    fn without_a_manifest_nothing_is_kept_and_the_site_is_whole() {
        let (a, _) = built(&[(A, "a")], None);
        for garbled in [None, Some("{"), Some(r#"{"format": 9}"#)] {
            match garbled {
                None => fs::remove_file(a.path().join(NAME)).expect("gone"),
                Some(text) => fs::write(a.path().join(NAME), text).expect("a file"),
            }
            let (b, notes) = built(&[(B, "b")], Some(a.path()));
            assert!(kept(&b).is_empty());
            assert!(!b.path().join(A).exists());
            assert!(notes.join("\n").contains("kept no assets"), "{notes:?}");
        }
        let (_, notes) = built(&[(B, "b")], Some(&a.path().join("none")));
        assert!(notes.join("\n").contains("kept no assets"), "{notes:?}");
    }

    #[test]
    fn a_hostile_manifest_puts_nothing_anywhere() {
        let outer = tempfile::tempdir().expect("a folder");
        let before = outer.path().join("before");
        fs::create_dir(&before).expect("a folder");
        fs::write(before.join(A), "a").expect("a file");
        carry_over(&before, None, Versions::new()).expect("finished");
        fs::rename(before.join(A), outer.path().join(A)).expect("moved");
        let text = fs::read_to_string(before.join(NAME)).expect("a text");
        let absolute = outer.path().join(A);
        for path in [
            &format!("../{A}"),
            &format!("x/../../{A}"),
            &absolute.display().to_string(),
        ] {
            fs::write(before.join(NAME), text.replace(A, path)).expect("a file");
            let (b, notes) = built(&[(B, "b")], Some(&before));
            assert!(kept(&b).is_empty(), "{path}");
            assert!(notes.join("\n").contains(path), "{notes:?}");
        }
    }

    #[test]
    fn a_changed_file_is_not_kept() {
        let (a, _) = built(&[(A, "a")], None);
        fs::write(a.path().join(A), "b").expect("a file");
        let (b, notes) = built(&[(B, "b")], Some(a.path()));
        assert!(kept(&b).is_empty());
        assert!(notes.join("\n").contains(A), "{notes:?}");
    }

    #[test]
    fn one_name_for_two_files_is_told() {
        let (a, _) = built(&[(A, "a"), (C, "c")], None);
        let (b, notes) = built(&[(A, "another")], Some(a.path()));
        assert_eq!(kept(&b), [C]);
        assert_eq!(
            fs::read_to_string(b.path().join(A)).ok().as_deref(),
            Some("another")
        );
        assert!(notes.join("\n").contains("without a new name"), "{notes:?}");
    }
}
