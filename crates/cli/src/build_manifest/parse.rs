//! Parses the build manifest.

use std::collections::BTreeMap;

use says_who_model::read::Versions;
use says_who_model::{Fingerprint, Id, IdError};
use serde::Deserialize;

use super::{BuildManifest, Entry, FORMAT};

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
    /// Parses the text of a manifest; the error says why it is none.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, String> {
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
}
