//! A benchmark case: the page of a dispute with the app, and variants of it without.

mod compress;
mod size;
#[cfg(test)]
mod tests;
mod variant;
mod write_variants;

pub(crate) use size::Size;
pub(crate) use variant::Variant;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use says_who_model::Point;

use crate::programs::{self, Programs};
use compress::compress_files;
use write_variants::write_variants;

/// The base path of every site.
pub(crate) const BASE: &str = "/bench/";

/// The search word for generated disputes; it is in some of their points.
const GENERATED_WORD: &str = "lanterns";

/// The search word for the flagship dispute.
const FLAGSHIP_WORD: &str = "georgia";

/// The name of the flagship dispute in records.
pub(crate) const FLAGSHIP: &str = "flagship";

/// A dispute and its built sites.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) data: PathBuf,
    /// The ids of the dispute and of its first point.
    pub(crate) dispute: String,
    pub(crate) first: String,
    pub(crate) points: usize,
    pub(crate) statements: usize,
    /// A search word that is in the questions of some points, but not all.
    pub(crate) word: &'static str,
    /// The folder of each variant that exists.
    pub(crate) sites: Vec<(Variant, PathBuf)>,
}

impl Case {
    /// A case with a generated dispute.
    pub(crate) fn sized(programs: &Programs, size: Size) -> Result<Self> {
        let Size { points, statements } = size;
        let name = match statements {
            4 => format!("{points} points"),
            _ => format!("{points} points of {statements}"),
        };
        let data = programs.generate(points, statements)?;
        Self::from_data(name, data, GENERATED_WORD)
    }

    /// A case with the first published dispute.
    pub(crate) fn flagship(programs: &Programs) -> Result<Self> {
        Self::from_data(FLAGSHIP.to_owned(), programs.data.clone(), FLAGSHIP_WORD)
    }

    fn from_data(name: String, data: PathBuf, word: &'static str) -> Result<Self> {
        let library =
            says_who_files::library(&data).map_err(|report| anyhow::anyhow!("{report}"))?;
        let dispute = library.disputes.first().context("there is no dispute")?;
        let first = dispute.points.first().context("there is no point")?;
        Ok(Self {
            name,
            dispute: dispute.id.to_string(),
            first: first.id.to_string(),
            points: dispute.all_points().count(),
            statements: dispute.all_points().flat_map(Point::statements).count(),
            data,
            word,
            sites: Vec::new(),
        })
    }

    /// The page's path, below the base.
    pub(crate) fn page(&self) -> String {
        format!("{}/", self.dispute)
    }

    /// Builds the site into `folder`, and the other variants beside it.
    pub(crate) fn build(&mut self, programs: &Programs, folder: &Path) -> Result<()> {
        let site = |variant: Variant| folder.join(variant.name());
        let app = site(Variant::App);
        if app.exists() {
            fs::remove_dir_all(&app)?;
        }
        programs::run(&mut programs.build_site(&self.data, &app))?;
        self.sites = write_variants(&app, &self.page(), &site)?;
        self.sites.insert(0, (Variant::App, app));
        for (_, site) in &self.sites {
            compress_files(site, &site.join(self.page()).join("index.html"))?;
        }
        Ok(())
    }
}
