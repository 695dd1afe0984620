//! The build manifest, `build.json` in every site: it lists every file of the
//! build. The next build reads it to know which files it replaces.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use says_who_model::read::Versions;
use says_who_model::{Fingerprint, Id, IdError};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The name of the manifest file.
pub const NAME: &str = "build.json";

/// The maximum size of the manifest, in bytes: room for 100,000 files.
pub const MAX_BYTES: u64 = 32 * 1024 * 1024;

/// The maximum size of a file that is kept, in bytes: GitHub's limit for a file.
pub const MAX_FILE: u64 = 100 * 1024 * 1024;

/// The version of the file format that this code writes and reads.
const FORMAT: u32 = 1;

/// The maximum number of hashed files in a site; a real site has ten.
const MAX_HASHED: usize = 200;

/// The number of hexadecimal digits in a hashed file name, the same as Trunk's.
const HASH_DIGITS: usize = 16;

/// The entry of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Entry {
    /// The path below the site's folder, separated by `/`.
    pub path: String,
    /// The size in bytes.
    pub size: u64,
    /// The SHA-256 of the content, in hexadecimal.
    pub sha256: String,
    /// Whether the name contains a digest: then the content never changes.
    #[serde(
        rename = "named-by-digest",
        default,
        skip_serializing_if = "std::ops::Not::not"
    )]
    pub has_hashed_name: bool,
}

impl Entry {
    /// The entry for a file with these bytes.
    pub fn from_bytes(path: String, bytes: &[u8]) -> Self {
        let digest = Sha256::digest(bytes);
        Self {
            has_hashed_name: has_hashed_name(&path),
            path,
            size: bytes.len() as u64,
            sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        }
    }

    /// Reads the file below `folder`, if its content matches the entry.
    pub fn read_verified(&self, folder: &Path) -> Result<Vec<u8>, String> {
        let file = folder.join(&self.path);
        let unreadable = |error| format!("`{}` can't be read: {error}", self.path);
        // Don't follow links: one could lead anywhere.
        let found = fs::symlink_metadata(&file).map_err(unreadable)?;
        if !found.is_file() {
            return Err(format!("`{}` is no plain file", self.path));
        }
        if found.len() == self.size && self.size <= MAX_FILE {
            let bytes = fs::read(&file).map_err(unreadable)?;
            if Self::from_bytes(self.path.clone(), &bytes) == *self {
                return Ok(bytes);
            }
        }
        Err(format!("`{}` is not what {NAME} says of it", self.path))
    }
}

/// What a site contains. Every path is a safe one below the site's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildManifest {
    /// The files that the build wrote.
    files: Vec<Entry>,
    /// Files kept from the previous build, for its pages that are still open.
    kept: Vec<Entry>,
    /// The published versions of every id; `None` in manifests that were written
    /// before this field existed.
    versions: Option<Versions>,
}

/// The manifest as it is in the file, before validation.
#[derive(Deserialize)]
struct RawManifest {
    files: Vec<Entry>,
    kept: Vec<Entry>,
    versions: Option<BTreeMap<String, BTreeMap<String, Vec<String>>>>,
}

impl RawManifest {
    /// Parses and validates the versions.
    fn versions(&self) -> Result<Option<Versions>, String> {
        let Some(disputes) = &self.versions else {
            return Ok(None);
        };
        let mut versions = Versions::new();
        for (dispute, of_ids) in disputes {
            check_id(dispute)?;
            let of_dispute = versions.entry(dispute.clone()).or_default();
            for (id, fingerprints) in of_ids {
                // A text of the dispute itself, such as `_summary`: any name is
                // accepted, because a later version may have added it.
                check_id(id.strip_prefix('_').unwrap_or(id))?;
                let fingerprints: Result<Vec<Fingerprint>, _> = fingerprints
                    .iter()
                    .map(|fingerprint| fingerprint.parse())
                    .collect();
                let fingerprints =
                    fingerprints.map_err(|error| format!("versions of `{id}`: {error}"))?;
                of_dispute.insert(id.clone(), fingerprints);
            }
        }
        Ok(Some(versions))
    }
}

fn check_id(id: &str) -> Result<(), String> {
    match id.parse::<Id>() {
        // The name may have been reserved only after the id was published.
        Ok(_) | Err(IdError::Reserved) => Ok(()),
        Err(error) => Err(format!("versions of {id:?}: {error}")),
    }
}

impl BuildManifest {
    /// Validates the entries; the error says why one of them can't be ours.
    fn new(mut files: Vec<Entry>, mut kept: Vec<Entry>) -> Result<Self, String> {
        let mut paths = BTreeSet::new();
        for entry in files.iter().chain(&kept) {
            let path = &entry.path;
            if !is_safe_path(path) || path == NAME {
                return Err(format!("`{path}` is no path of a file that can be in it"));
            }
            if !paths.insert(path.as_str()) {
                return Err(format!("`{path}` is in it twice"));
            }
            let hexadecimal = |c: u8| matches!(c, b'0'..=b'9' | b'a'..=b'f');
            if entry.sha256.len() != 64 || !entry.sha256.bytes().all(hexadecimal) {
                return Err(format!("`{path}` has no SHA-256"));
            }
            if entry.has_hashed_name != has_hashed_name(path) {
                return Err(format!("`{path}` is marked wrongly"));
            }
        }
        if let Some(entry) = kept.iter().find(|entry| !entry.has_hashed_name) {
            return Err(format!("`{}` can't have been kept", entry.path));
        }
        let named = files.iter().chain(&kept);
        if named.filter(|entry| entry.has_hashed_name).count() > MAX_HASHED {
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

    /// The manifest of a new site in `folder`, which has no kept files yet.
    pub fn from_site(folder: &Path) -> Result<Self> {
        let mut files = Vec::new();
        for path in file_paths(folder)? {
            let bytes = fs::read(folder.join(&path))
                .with_context(|| format!("{} can't be read", folder.join(&path).display()))?;
            files.push(Entry::from_bytes(path, &bytes));
        }
        Self::new(files, Vec::new()).map_err(anyhow::Error::msg)
    }

    /// Replaces the list of kept files.
    pub fn with_kept(self, kept: Vec<Entry>) -> Result<Self> {
        let with = Self::new(self.files, kept).map_err(anyhow::Error::msg)?;
        Ok(Self {
            versions: self.versions,
            ..with
        })
    }

    /// Sets the published versions.
    pub fn with_versions(self, versions: Versions) -> Self {
        Self {
            versions: Some(versions),
            ..self
        }
    }

    /// Reads the manifest of the site in `folder`; the error says why there is none.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let file = folder.join(NAME);
        let unreadable = |error| format!("{} can't be read: {error}", file.display());
        let found = fs::metadata(&file).map_err(unreadable)?;
        if !found.is_file() {
            // Reading a pipe, for example, could block forever.
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
        // Check the format first: other formats may have different fields.
        let Format { format } = serde_json::from_slice(bytes).map_err(|e| e.to_string())?;
        if format != FORMAT {
            return Err(format!(
                "it has format {format}, this version knows {FORMAT}"
            ));
        }
        let raw: RawManifest = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        let versions = raw.versions()?;
        Ok(Self {
            versions,
            ..Self::new(raw.files, raw.kept)?
        })
    }

    /// Writes the manifest into the site in `folder`.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let file = folder.join(NAME);
        fs::write(&file, self.to_json()?)
            .with_context(|| format!("{} can't be written", file.display()))
    }

    /// Serializes one file per line, so that two builds are easy to diff.
    fn to_json(&self) -> Result<String> {
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
            self.versions
                .as_ref()
                .map(versions_json)
                .unwrap_or_default()
        ))
    }

    /// The published versions, if the manifest has them.
    pub fn versions(&self) -> Option<&Versions> {
        self.versions.as_ref()
    }

    /// The files that the build wrote whose names contain a digest.
    pub fn hashed_files(&self) -> impl Iterator<Item = &Entry> {
        self.files.iter().filter(|entry| entry.has_hashed_name)
    }

    /// The files kept from the previous build.
    pub fn kept(&self) -> &[Entry] {
        &self.kept
    }

    /// The file at a path, if the build wrote it (kept files don't count).
    pub fn file(&self, path: &str) -> Option<&Entry> {
        self.files.iter().find(|entry| entry.path == path)
    }

    /// Whether the manifest lists a file at this path.
    pub fn lists(&self, path: &str) -> bool {
        path == NAME || self.files.iter().chain(&self.kept).any(|e| e.path == path)
    }
}

/// Serializes the versions, one id per line. Ids and fingerprints contain no
/// characters that JSON must escape.
fn versions_json(versions: &Versions) -> String {
    let disputes = versions.iter().map(|(dispute, of_ids)| {
        let ids = of_ids.iter().map(|(id, fingerprints)| {
            let fingerprints: Vec<String> = fingerprints
                .iter()
                .map(|fingerprint| format!("\"{fingerprint}\""))
                .collect();
            format!("\n      \"{id}\": [{}]", fingerprints.join(", "))
        });
        let ids: Vec<String> = ids.collect();
        format!("\n    \"{dispute}\": {{{}\n    }}", ids.join(","))
    });
    let disputes: Vec<String> = disputes.collect();
    format!(",\n  \"versions\": {{{}\n  }}", disputes.join(","))
}

/// The sorted paths of all files below a folder, separated by `/`, without the
/// manifest itself.
pub fn file_paths(folder: &Path) -> Result<Vec<String>> {
    fn collect(folder: &Path, below: &str, paths: &mut Vec<String>) -> Result<()> {
        let unreadable = || format!("{} can't be read", folder.display());
        for entry in fs::read_dir(folder).with_context(unreadable)? {
            let entry = entry.with_context(unreadable)?;
            // A name that is not UTF-8 is never a file of ours, so a lossy
            // conversion is good enough for messages.
            let path = format!("{below}{}", entry.file_name().to_string_lossy());
            // A link counts as a file and is not followed.
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

/// Whether a path is safe on every system, as a shell argument and in a URL: it is
/// relative, has no `..`, and only unambiguous characters.
fn is_safe_path(path: &str) -> bool {
    path.len() <= 1000
        && path.split('/').all(|part| {
            !matches!(part, "" | "." | "..")
                && !part.starts_with('-')
                && part
                    .bytes()
                    .all(|c| c.is_ascii_alphanumeric() || b"-._".contains(&c))
        })
}

/// Whether a file name contains a digest of the content, as Trunk and the data
/// file name it: `app-0123456789abcdef_bg.wasm`. Hashed files lie at the root of
/// the site; pages are never hashed.
fn has_hashed_name(path: &str) -> bool {
    let Some((stem, extension)) = path.split_once('.') else {
        return false;
    };
    let Some((_, digest)) = stem.rsplit_once('-') else {
        return false;
    };
    let digest = digest.strip_suffix("_bg").unwrap_or(digest);
    let hexadecimal = |c: u8| matches!(c, b'0'..=b'9' | b'a'..=b'f');
    !path.contains('/')
        && digest.len() == HASH_DIGITS
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

    use super::{BuildManifest, Entry, NAME, has_hashed_name};

    const APP: &str = "app-0123456789abcdef_bg.wasm";

    #[test]
    fn hashed_names_are_recognized() {
        for name in [APP, "main-fedcba9876543210.css", "a-b-0123456789abcdef.css"] {
            assert!(has_hashed_name(name), "{name}");
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
            assert!(!has_hashed_name(name), "{name}");
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
        let kept = Entry::from_bytes("app-00000000000000ff.js".to_owned(), b"old");
        let mut versions = Versions::new();
        let of_dispute = versions.entry("dispute".to_owned()).or_default();
        for (id, fingerprints) in [
            ("_summary", &["abcdefg2"][..]),
            ("gone", &[]),
            ("point", &["abcdefg3", "abcdefg4"]),
        ] {
            let fingerprints = fingerprints.iter().map(|fingerprint| fingerprint.parse());
            let fingerprints: Result<_, _> = fingerprints.collect();
            of_dispute.insert(id.to_owned(), fingerprints.expect("fingerprints"));
        }
        let manifest = BuildManifest::from_site(root)
            .map(|manifest| manifest.with_versions(versions))
            .and_then(|manifest| manifest.with_kept(vec![kept]))
            .expect("a manifest");
        manifest.write(root).expect("written");
        let text = fs::read_to_string(root.join(NAME)).expect("a text");
        insta::assert_snapshot!(text);
        assert_eq!(BuildManifest::read(root).as_ref(), Ok(&manifest));
        // The manifest does not list itself, so a second one is the same.
        let again = BuildManifest::from_site(root).expect("a manifest");
        assert_eq!(again.files, manifest.files);
    }

    // Over 60 lines: a list of invalid manifests.
    #[test]
    fn an_invalid_manifest_is_refused() {
        let entry = |path: &str| {
            format!(
                r#"{{"path": "{path}", "size": 1, "sha256": "{}"}}"#,
                "0".repeat(64)
            )
        };
        let with = |files: &str, kept: &str| {
            format!(r#"{{"format": 1, "files": [{files}], "kept": [{kept}]}}"#)
        };
        let parse = |text: &str| BuildManifest::parse(text.as_bytes());
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
        // Marked as hashed without a digest, and the reverse.
        let marked = entry("x.html").replace('}', r#", "named-by-digest": true}"#);
        assert!(parse(&with(&marked, "")).is_err());
        assert!(parse(&with(&entry(APP), "")).is_err());
        let short = entry("x.html").replace(&"0".repeat(64), "0");
        assert!(parse(&with(&short, "")).is_err());
        let many: Vec<String> = (0..201)
            .map(|i| entry(&format!("a-{i:016x}.js")).replace('}', r#", "named-by-digest": true}"#))
            .collect();
        assert!(parse(&with(&many.join(","), "")).is_err());
        let parse_versions = |versions: &str| {
            let end = format!(r#"], "versions": {versions}}}"#);
            parse(&with("", "").replace("]}", &end))
        };
        assert!(parse_versions(r#"{"a": {"_b": ["abcdefg2"], "c": []}}"#).is_ok());
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
            let refused = parse_versions(versions).expect_err(versions);
            assert!(!refused.contains('\u{1b}'), "{refused:?}");
        }
        for text in ["", "{", "[]", "{}", r#"{"format": 2}"#, r#"{"format": 1}"#] {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_changed_file_fails_the_verification() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(APP);
        let entry = Entry::from_bytes(APP.to_owned(), b"wasm");
        assert!(entry.read_verified(folder.path()).is_err());
        fs::write(&file, "wasm").expect("a file");
        assert_eq!(entry.read_verified(folder.path()), Ok(b"wasm".to_vec()));
        for other in ["Wasm", "wasm and more"] {
            fs::write(&file, other).expect("a file");
            assert!(entry.read_verified(folder.path()).is_err(), "{other}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("elsewhere"), "wasm").expect("a file");
        std::os::unix::fs::symlink("elsewhere", folder.path().join(APP)).expect("a link");
        let entry = Entry::from_bytes(APP.to_owned(), b"wasm");
        let refused = entry.read_verified(folder.path()).expect_err("a link");
        assert!(refused.contains("no plain file"), "{refused}");
    }
}
