//! Removes drafts from the registers that were registered but never published.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use says_who_model::read::PrunedRegister;

use crate::build_manifest::BuildManifest;
use crate::{problems, text_file};

/// Removes from the registers what the published site never contained. `site` is
/// a copy of that site. With `dry_run`, only prints what would be removed.
pub fn run(data: &Path, site: &Path, dry_run: bool) -> Result<ExitCode> {
    let manifest = BuildManifest::read(site).map_err(|why| {
        anyhow!(
            "{} is no copy of a published site: {why}; give a folder that `says-who build` wrote, or bring what is needed of the site: `says-who published ADDRESS --into DIR`",
            site.display()
        )
    })?;
    let Some(carried) = manifest.versions() else {
        bail!(
            "the site in {} does not say which versions it carries, because an earlier version built it; nothing was taken out. Publish once with this version; of a dispute of which nothing was ever published, delete register.toml",
            site.display()
        );
    };
    let drafts = match says_who_files::prune_registers(data, carried) {
        Ok(drafts) => drafts,
        Err(report) => {
            err!(
                "{}\nnothing was taken out",
                problems::render(report.problems())
            );
            return Ok(ExitCode::FAILURE);
        }
    };
    for draft in &drafts {
        let path = data.join(&draft.path);
        if !dry_run {
            match &draft.text {
                Some(text) => text_file::write_atomically(&path, text)?,
                None => fs::remove_file(&path)
                    .with_context(|| format!("{} can't be deleted", path.display()))?,
            }
        }
        out!("{}: {}", path.display(), describe(draft, dry_run));
    }
    if drafts.is_empty() {
        out!("every registered version is in the published site");
    } else if !dry_run {
        out!(
            "Revisions that speak of these alone can go from dispute.toml. When you publish, run `says-who register`."
        );
    }
    Ok(ExitCode::SUCCESS)
}

fn describe(drafts: &PrunedRegister, dry_run: bool) -> String {
    let names: Vec<String> = drafts.ids.iter().map(|id| format!("`{id}`")).collect();
    let versions = drafts.versions.iter().map(|(id, count)| match count {
        1 => format!("1 version of `{id}`"),
        count => format!("{count} versions of `{id}`"),
    });
    let gone: Vec<String> = names.into_iter().chain(versions).collect();
    let goes = if dry_run { "would go" } else { "gone" };
    let all = match (&drafts.text, dry_run) {
        (Some(_), _) => "",
        (None, true) => "all of it, the file too: ",
        (None, false) => "all of it, and the file: ",
    };
    format!("never published, {goes}: {all}{}", gone.join(", "))
}
