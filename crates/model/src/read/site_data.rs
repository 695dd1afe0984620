//! What a site is made from, besides the app.

use super::problem::Report;
use super::prune::Versions;
use super::raw::RawLibrary;
use super::{InputFile, read_and_check, to_format, updates_of};
use crate::Library;
use crate::format::Dispute;

/// A checked library, and the other forms of its data that a site publishes.
#[derive(Clone, Debug)]
pub struct SiteData {
    /// The library.
    pub library: Library,
    /// Each dispute as one value of the format, in the order of the library.
    pub disputes: Vec<Dispute>,
    /// The current and the registered versions.
    pub versions: Versions,
}

/// Reads what a site is made from. `root` is prepended to each path in the problems.
///
/// # Errors
///
/// Every problem of every file, as for [`super::library`].
pub fn site_data(root: &str, files: &[InputFile]) -> Result<SiteData, Report> {
    let (raw, library) = read_and_check(root, files)?;
    SiteData::new(&raw, library)
}

impl SiteData {
    pub(super) fn new(raw: &RawLibrary, library: Library) -> Result<Self, Report> {
        let versions = updates_of(raw, &library);
        let versions = versions.map(|update| (update.dispute, update.versions));
        Ok(Self {
            disputes: to_format::disputes(raw, &library)?,
            versions: versions.collect(),
            library,
        })
    }
}
