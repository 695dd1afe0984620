//! `build.json`, which lies in every site: what a build is made of, file by
//! file. The next build learns from it what it replaces.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use says_who_model::read::Versions;
use says_who_model::{Fingerprint, Id, IdError};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Its name.
pub(crate) const NAME: &str = "build.json";

/// How large it may be, in bytes: room for a hundred thousand files.
pub(crate) const MAX_BYTES: u64 = 32 * 1024 * 1024;

/// How large a file may be that is kept, in bytes: what GitHub takes at most.
pub(crate) const MAX_FILE: u64 = 100 * 1024 * 1024;

/// The form of the file that this version writes and reads.
const FORMAT: u32 = 1;

/// How many files with digests in their names a site may have; ours have ten.
const MAX_NAMED: usize = 200;

/// The digits of a digest in a file's name, as many as Trunk takes.
const DIGITS: usize = 16;

/// A file of a site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// Where it is, with `/` between folders.
    pub(crate) path: String,
    /// Its length in bytes.
    pub(crate) size: u64,
    /// Its SHA-256, in hexadecimal.
    pub(crate) sha256: String,
    /// Whether its name has a digest: then it never changes under that name.
    #[serde(
        rename = "named-by-digest",
        default,
        skip_serializing_if = "std::ops::Not::not"
    )]
    pub(crate) named_by_digest: bool,
}

impl Entry {
    /// The entry for a file with these bytes.
    pub(crate) fn of(path: String, bytes: &[u8]) -> Self {
        let digest = Sha256::digest(bytes);
        Self {
            named_by_digest: named_by_digest(&path),
            path,
            size: bytes.len() as u64,
            sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        }
    }

    /// The file below `folder`, if it is what the entry says.
    pub(crate) fn verified(&self, folder: &Path) -> Result<Vec<u8>, String> {
        let file = folder.join(&self.path);
        let unreadable = |error| format!("`{}` can't be read: {error}", self.path);
        // Of the name itself: a link could lead anywhere.
        let found = fs::symlink_metadata(&file).map_err(unreadable)?;
        if !found.is_file() {
            return Err(format!("`{}` is no plain file", self.path));
        }
        if found.len() == self.size && self.size <= MAX_FILE {
            let bytes = fs::read(&file).map_err(unreadable)?;
            if Self::of(self.path.clone(), &bytes) == *self {
                return Ok(bytes);
            }
        }
        Err(format!("`{}` is not what {NAME} says of it", self.path))
    }
}

/// What a site holds. Every path in it is a plain one below the site's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Manifest {
    /// The build's own files.
    files: Vec<Entry>,
    /// Files of the build before, for pages of it that are still about.
    kept: Vec<Entry>,
    /// The versions of every id that the site carries; sites of earlier versions
    /// don't say.
    versions: Option<Versions>,
}

/// As it stands in the file.
#[derive(Deserialize)]
struct Raw {
    files: Vec<Entry>,
    kept: Vec<Entry>,
    versions: Option<BTreeMap<String, BTreeMap<String, Vec<String>>>>,
}

impl Raw {
    /// The versions, each of them one.
    fn versions(&self) -> Result<Option<Versions>, String> {
        let Some(disputes) = &self.versions else {
            return Ok(None);
        };
        let mut versions = Versions::new();
        for (dispute, of_ids) in disputes {
            is_id(dispute)?;
            let of_dispute = versions.entry(dispute.clone()).or_default();
            for (id, prints) in of_ids {
                // A text of the whole is one that a later version knows, perhaps.
                is_id(id.strip_prefix('_').unwrap_or(id))?;
                let prints: Result<Vec<Fingerprint>, _> =
                    prints.iter().map(|print| print.parse()).collect();
                let prints = prints.map_err(|error| format!("versions of `{id}`: {error}"))?;
                of_dispute.insert(id.clone(), prints);
            }
        }
        Ok(Some(versions))
    }
}

fn is_id(id: &str) -> Result<(), String> {
    match id.parse::<Id>() {
        // A name that was taken for the site's own after it was published.
        Ok(_) | Err(IdError::Reserved) => Ok(()),
        Err(error) => Err(format!("versions of {id:?}: {error}")),
    }
}

impl Manifest {
    /// A manifest of these files; where one could not be ours, why.
    fn new(mut files: Vec<Entry>, mut kept: Vec<Entry>) -> Result<Self, String> {
        let mut paths = BTreeSet::new();
        for entry in files.iter().chain(&kept) {
            let path = &entry.path;
            if !plain(path) || path == NAME {
                return Err(format!("`{path}` is no path of a file that can be in it"));
            }
            if !paths.insert(path.as_str()) {
                return Err(format!("`{path}` is in it twice"));
            }
            let hexadecimal = |c: u8| matches!(c, b'0'..=b'9' | b'a'..=b'f');
            if entry.sha256.len() != 64 || !entry.sha256.bytes().all(hexadecimal) {
                return Err(format!("`{path}` has no SHA-256"));
            }
            if entry.named_by_digest != named_by_digest(path) {
                return Err(format!("`{path}` is marked wrongly"));
            }
        }
        if let Some(entry) = kept.iter().find(|entry| !entry.named_by_digest) {
            return Err(format!("`{}` can't have been kept", entry.path));
        }
        let named = files.iter().chain(&kept);
        if named.filter(|entry| entry.named_by_digest).count() > MAX_NAMED {
            return Err("it lists more files with digests than a site has".to_owned());
        }
        files.sort();
        kept.sort();
        Ok(Self {
            files,
            kept,
            versions: None,
        })
    }

    /// The manifest of the site in `folder`, which holds nothing kept so far.
    pub(crate) fn of(folder: &Path) -> Result<Self> {
        let mut files = Vec::new();
        for path in paths(folder)? {
            let bytes = fs::read(folder.join(&path))
                .with_context(|| format!("{} can't be read", folder.join(&path).display()))?;
            files.push(Entry::of(path, &bytes));
        }
        Self::new(files, Vec::new()).map_err(anyhow::Error::msg)
    }

    /// With these files kept.
    pub(crate) fn keeping(self, kept: Vec<Entry>) -> Result<Self> {
        let with = Self::new(self.files, kept).map_err(anyhow::Error::msg)?;
        Ok(Self {
            versions: self.versions,
            ..with
        })
    }

    /// With these versions carried.
    pub(crate) fn carrying(self, versions: Versions) -> Self {
        Self {
            versions: Some(versions),
            ..self
        }
    }

    /// Reads that of the site in `folder`; where there is none of ours, why.
    pub(crate) fn read(folder: &Path) -> Result<Self, String> {
        let file = folder.join(NAME);
        let unreadable = |error| format!("{} can't be read: {error}", file.display());
        let found = fs::metadata(&file).map_err(unreadable)?;
        if !found.is_file() {
            // A pipe, say: to read it would be to wait for ever.
            return Err(format!("{} is no file", file.display()));
        }
        if found.len() > MAX_BYTES {
            return Err(format!("{} is too large", file.display()));
        }
        let bytes = fs::read(&file).map_err(unreadable)?;
        Self::parse(&bytes)
            .map_err(|why| format!("{} is not what a build writes: {why}", file.display()))
    }

    fn parse(bytes: &[u8]) -> Result<Self, String> {
        #[derive(Deserialize)]
        struct Format {
            format: u32,
        }
        // First, because everything else may have another form in another format.
        let Format { format } = serde_json::from_slice(bytes).map_err(|e| e.to_string())?;
        if format != FORMAT {
            return Err(format!(
                "it has format {format}, this version knows {FORMAT}"
            ));
        }
        let raw: Raw = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        let versions = raw.versions()?;
        Ok(Self {
            versions,
            ..Self::new(raw.files, raw.kept)?
        })
    }

    /// Writes it into the site in `folder`.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        let file = folder.join(NAME);
        fs::write(&file, self.text()?)
            .with_context(|| format!("{} can't be written", file.display()))
    }

    /// A line for each file: what changed between two builds is seen at once.
    fn text(&self) -> Result<String> {
        let list = |entries: &[Entry]| -> Result<String> {
            let lines = entries
                .iter()
                .map(|entry| Ok(format!("\n    {}", serde_json::to_string(entry)?)))
                .collect::<Result<Vec<_>>>()?;
            let end = if lines.is_empty() { "" } else { "\n  " };
            Ok(format!("[{}{end}]", lines.join(",")))
        };
        Ok(format!(
            "{{\n  \"format\": {FORMAT},\n  \"files\": {},\n  \"kept\": {}{}\n}}\n",
            list(&self.files)?,
            list(&self.kept)?,
            self.versions.as_ref().map(carried).unwrap_or_default()
        ))
    }

    /// The versions that the site carries, where it says so.
    pub(crate) fn versions(&self) -> Option<&Versions> {
        self.versions.as_ref()
    }

    /// The build's own files whose names have digests.
    pub(crate) fn named(&self) -> impl Iterator<Item = &Entry> {
        self.files.iter().filter(|entry| entry.named_by_digest)
    }

    /// What the build kept of the one before it.
    pub(crate) fn kept(&self) -> &[Entry] {
        &self.kept
    }

    /// The build's own file at a path.
    pub(crate) fn own(&self, path: &str) -> Option<&Entry> {
        self.files.iter().find(|entry| entry.path == path)
    }

    /// Whether the site has a file at this path, by what it says itself.
    pub(crate) fn has(&self, path: &str) -> bool {
        path == NAME || self.files.iter().chain(&self.kept).any(|e| e.path == path)
    }
}

/// The versions as they stand in the file: a line for each id. Ids and
/// fingerprints have nothing in them that JSON would escape.
fn carried(versions: &Versions) -> String {
    let disputes = versions.iter().map(|(dispute, of_ids)| {
        let ids = of_ids.iter().map(|(id, prints)| {
            let prints: Vec<String> = prints.iter().map(|print| format!("\"{print}\"")).collect();
            format!("\n      \"{id}\": [{}]", prints.join(", "))
        });
        let ids: Vec<String> = ids.collect();
        format!("\n    \"{dispute}\": {{{}\n    }}", ids.join(","))
    });
    let disputes: Vec<String> = disputes.collect();
    format!(",\n  \"versions\": {{{}\n  }}", disputes.join(","))
}

/// The paths of all files below a folder, with `/` between folders, sorted;
/// without the manifest's own.
pub(crate) fn paths(folder: &Path) -> Result<Vec<String>> {
    fn collect(folder: &Path, below: &str, paths: &mut Vec<String>) -> Result<()> {
        let unreadable = || format!("{} can't be read", folder.display());
        for entry in fs::read_dir(folder).with_context(unreadable)? {
            let entry = entry.with_context(unreadable)?;
            // What is no text is no file of ours, and shown as nearly as can be.
            let path = format!("{below}{}", entry.file_name().to_string_lossy());
            // A link counts as a file: it is not followed.
            if entry.file_type().with_context(unreadable)?.is_dir() {
                collect(&entry.path(), &format!("{path}/"), paths)?;
            } else if path != NAME {
                paths.push(path);
            }
        }
        Ok(())
    }
    let mut paths = Vec::new();
    collect(folder, "", &mut paths)?;
    paths.sort();
    Ok(paths)
}

/// Whether a path leads to a file below its folder, everywhere and whoever reads
/// it: nothing absolute, no `..`, nothing that a shell or an address takes for
/// something else.
fn plain(path: &str) -> bool {
    path.len() <= 1000
        && path.split('/').all(|part| {
            !matches!(part, "" | "." | "..")
                && !part.starts_with('-')
                && part
                    .bytes()
                    .all(|c| c.is_ascii_alphanumeric() || b"-._".contains(&c))
        })
}

/// Whether a file's name has a digest of what is in it, as Trunk writes it and
/// the data file has it: `app-0123456789abcdef_bg.wasm`. They lie at the top of a
/// site, and pages are not among them.
fn named_by_digest(path: &str) -> bool {
    let Some((stem, extension)) = path.split_once('.') else {
        return false;
    };
    let Some((_, digest)) = stem.rsplit_once('-') else {
        return false;
    };
    let digest = digest.strip_suffix("_bg").unwrap_or(digest);
    let hexadecimal = |c: u8| matches!(c, b'0'..=b'9' | b'a'..=b'f');
    !path.contains('/')
        && digest.len() == DIGITS
        && digest.bytes().all(hexadecimal)
        && extension
            .bytes()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        && !matches!(extension, "" | "html")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use says_who_model::read::Versions;

    use super::{Entry, Manifest, NAME, named_by_digest};

    const APP: &str = "app-0123456789abcdef_bg.wasm";

    #[test]
    fn names_with_digests_are_known() {
        for name in [APP, "main-fedcba9876543210.css", "a-b-0123456789abcdef.css"] {
            assert!(named_by_digest(name), "{name}");
        }
        for name in [
            "index.html",
            "feed-0123456789abcdef.html",
            "dispute/app-0123456789abcdef.js",
            "app-0123456789abcdeg.js",
            "app-0123456789ABCDEF.js",
            "app-0123456789abcde.js",
            "app-0123456789abcdef",
            "app-0123456789abcdef.",
            "0123456789abcdef.js",
        ] {
            assert!(!named_by_digest(name), "{name}");
        }
    }

    #[test]
    fn what_is_written_is_read_and_the_same_every_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        fs::create_dir(root.join("x")).expect("a folder");
        for (path, text) in [("x/index.html", "x"), (APP, "wasm"), ("404.html", "")] {
            fs::write(root.join(path), text).expect("a file");
        }
        let kept = Entry::of("app-00000000000000ff.js".to_owned(), b"old");
        let mut versions = Versions::new();
        let of_dispute = versions.entry("dispute".to_owned()).or_default();
        for (id, prints) in [
            ("_summary", &["abcdefg2"][..]),
            ("gone", &[]),
            ("point", &["abcdefg3", "abcdefg4"]),
        ] {
            let prints = prints.iter().map(|print| print.parse());
            let prints: Result<_, _> = prints.collect();
            of_dispute.insert(id.to_owned(), prints.expect("fingerprints"));
        }
        let manifest = Manifest::of(root)
            .map(|manifest| manifest.carrying(versions))
            .and_then(|manifest| manifest.keeping(vec![kept]))
            .expect("a manifest");
        manifest.write(root).expect("written");
        let text = fs::read_to_string(root.join(NAME)).expect("a text");
        insta::assert_snapshot!(text);
        assert_eq!(Manifest::read(root).as_ref(), Ok(&manifest));
        // Its own file is not in it, so a second one is the same.
        let again = Manifest::of(root).expect("a manifest");
        assert_eq!(again.files, manifest.files);
    }

    #[test]
    fn what_is_not_ours_is_refused() {
        let entry = |path: &str| {
            format!(
                r#"{{"path": "{path}", "size": 1, "sha256": "{}"}}"#,
                "0".repeat(64)
            )
        };
        let with = |files: &str, kept: &str| {
            format!(r#"{{"format": 1, "files": [{files}], "kept": [{kept}]}}"#)
        };
        let parse = |text: &str| Manifest::parse(text.as_bytes());
        assert!(parse(&with(&entry("x/index.html"), "")).is_ok());
        for path in [
            "",
            "/etc/passwd",
            "../x.html",
            "x/../../y.html",
            "./x.html",
            "x//y.html",
            "x/",
            r"..\\x.html",
            "C:/x.html",
            "-o.html",
            "x y.html",
            "x%2f.html",
            r"x\u0000.html",
            "é.html",
            NAME,
        ] {
            let refused = parse(&with(&entry(path), "")).expect_err(path);
            assert!(refused.contains("no path"), "{path}: {refused}");
        }
        let twice = format!("{0}, {0}", entry("x.html"));
        assert!(parse(&with(&twice, "")).is_err());
        assert!(parse(&with("", &entry("x.html"))).is_err());
        // Marked though it has no digest, and not marked though it has one.
        let marked = entry("x.html").replace('}', r#", "named-by-digest": true}"#);
        assert!(parse(&with(&marked, "")).is_err());
        assert!(parse(&with(&entry(APP), "")).is_err());
        let short = entry("x.html").replace(&"0".repeat(64), "0");
        assert!(parse(&with(&short, "")).is_err());
        let many: Vec<String> = (0..201)
            .map(|i| entry(&format!("a-{i:016x}.js")).replace('}', r#", "named-by-digest": true}"#))
            .collect();
        assert!(parse(&with(&many.join(","), "")).is_err());
        let carrying = |versions: &str| {
            let end = format!(r#"], "versions": {versions}}}"#);
            parse(&with("", "").replace("]}", &end))
        };
        assert!(carrying(r#"{"a": {"_b": ["abcdefg2"], "c": []}}"#).is_ok());
        for versions in [
            "1",
            r#"{"a": ["b"]}"#,
            r#"{"../a": {}}"#,
            r#"{"a\u001b[2J": {}}"#,
            r#"{"a": {"b c": []}}"#,
            r#"{"a": {"__b": []}}"#,
            r#"{"a": {"b": [1]}}"#,
            r#"{"a": {"b": ["\u001b"]}}"#,
        ] {
            let refused = carrying(versions).expect_err(versions);
            assert!(!refused.contains('\u{1b}'), "{refused:?}");
        }
        for text in ["", "{", "[]", "{}", r#"{"format": 2}"#, r#"{"format": 1}"#] {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_file_that_is_not_what_it_should_be_is_not_taken() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(APP);
        let entry = Entry::of(APP.to_owned(), b"wasm");
        assert!(entry.verified(folder.path()).is_err());
        fs::write(&file, "wasm").expect("a file");
        assert_eq!(entry.verified(folder.path()), Ok(b"wasm".to_vec()));
        for other in ["Wasm", "wasm and more"] {
            fs::write(&file, other).expect("a file");
            assert!(entry.verified(folder.path()).is_err(), "{other}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("elsewhere"), "wasm").expect("a file");
        std::os::unix::fs::symlink("elsewhere", folder.path().join(APP)).expect("a link");
        let entry = Entry::of(APP.to_owned(), b"wasm");
        let refused = entry.verified(folder.path()).expect_err("a link");
        assert!(refused.contains("no plain file"), "{refused}");
    }
}
