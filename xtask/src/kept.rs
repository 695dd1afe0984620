//! Files of the build before, which stay for one release: a page that a browser
//! or a cache still has asks for what it was built with.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use says_who_model::read::Versions;

use crate::manifest::{Entry, Manifest};

/// Puts into the new site in `site`, which carries these versions, what it keeps
/// of the one in `previous`, and its manifest. Says what a person should know.
pub(crate) fn finish(
    site: &Path,
    previous: Option<&Path>,
    versions: Versions,
) -> Result<Vec<String>> {
    let manifest = Manifest::of(site)?.carrying(versions);
    let mut notes = Vec::new();
    let mut kept = Vec::new();
    if let Some(previous) = previous {
        match Manifest::read(previous) {
            Err(why) => notes.push(format!("nothing is kept of the build before: {why}")),
            Ok(before) => {
                for entry in due(&before, &manifest, &mut notes) {
                    match entry.verified(previous) {
                        Err(why) => notes.push(format!("a file is not kept: {why}")),
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
        1 => {
            notes.push("1 file of the build before stays for pages that are still about".to_owned())
        }
        many => notes.push(format!(
            "{many} files of the build before stay for pages that are still about"
        )),
    }
    manifest.keeping(kept)?.write(site)?;
    Ok(notes)
}

/// What the build `now` has to keep of the one `before` it: the files that were
/// its own, not those it had kept itself. Where the two have the same files they
/// are one release, and what was kept stays.
fn due<'a>(before: &'a Manifest, now: &Manifest, notes: &mut Vec<String>) -> Vec<&'a Entry> {
    let candidates: Vec<&Entry> = if before.named().eq(now.named()) {
        before.kept().iter().collect()
    } else {
        before.named().collect()
    };
    candidates
        .into_iter()
        .filter(|entry| match now.own(&entry.path) {
            None => true,
            Some(own) => {
                if own != *entry {
                    notes.push(format!(
                        "`{}` has the same name as in the build before and is another file: pages of that build read without their app until they are loaded again",
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

    use super::finish;
    use crate::manifest::{Manifest, NAME};

    /// A site with a page and these files.
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
        let notes = finish(site.path(), previous, Versions::new()).expect("finished");
        (site, notes)
    }

    fn kept(site: &TempDir) -> Vec<String> {
        let manifest = Manifest::read(site.path()).expect("a manifest");
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
        assert!(notes.join("\n").contains("1 file"), "{notes:?}");

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
            assert!(notes.join("\n").contains("nothing is kept"), "{notes:?}");
        }
        let (_, notes) = built(&[(B, "b")], Some(&a.path().join("none")));
        assert!(notes.join("\n").contains("nothing is kept"), "{notes:?}");
    }

    #[test]
    fn a_hostile_manifest_puts_nothing_anywhere() {
        let outer = tempfile::tempdir().expect("a folder");
        let before = outer.path().join("before");
        fs::create_dir(&before).expect("a folder");
        fs::write(before.join(A), "a").expect("a file");
        finish(&before, None, Versions::new()).expect("finished");
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
        assert!(notes.join("\n").contains("the same name"), "{notes:?}");
    }
}
