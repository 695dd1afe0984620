//! Serializes the build manifest as JSON.

use anyhow::Result;
use says_who_model::read::Versions;

use super::{BuildManifest, Entry, FORMAT};
use crate::version::VERSION;

impl BuildManifest {
    /// Serializes one file per line, so that two builds are easy to diff. It names the
    /// program, for people: no build reads that.
    pub(super) fn to_json(&self) -> Result<String> {
        let list = |entries: &[Entry]| -> Result<String> {
            let lines = entries
                .iter()
                .map(|entry| Ok(format!("\n    {}", serde_json::to_string(entry)?)))
                .collect::<Result<Vec<_>>>()?;
            let end = if lines.is_empty() { "" } else { "\n  " };
            Ok(format!("[{}{end}]", lines.join(",")))
        };
        Ok(format!(
            "{{\n  \"format\": {FORMAT},\n  \"program\": \"says-who {VERSION}\",\n  \"files\": {},\n  \"kept\": {}{}\n}}\n",
            list(&self.files)?,
            list(&self.kept)?,
            self.versions
                .as_ref()
                .map(versions_json)
                .unwrap_or_default()
        ))
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
