//! Writes a dispute's folder into the data folder atomically.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use says_who_model::Id;
use toml_edit::DocumentMut;

use crate::schema;
use crate::text_file;

/// Parses the name of a dispute as an id.
pub(crate) fn parse_id(name: &str) -> Result<Id> {
    Id::parse_for_url(name)
        .map_err(|error| anyhow!("`{name}`: {error}; choose a name like `bridge-repair`"))
}

/// Writes a new dispute, lists it in library.toml and prints where it is. `files`
/// are paths below the dispute's folder and texts.
pub(crate) fn create(data: &Path, id: &Id, files: &[(String, String)]) -> Result<()> {
    let folder = data.join(id.as_str());
    if folder.exists() {
        bail!("{} already exists; choose another name", folder.display());
    }
    let library = library_listing(data, id)?;
    // A name with a leading dot is ignored by readers of the data folder.
    let work = tempfile::Builder::new()
        .prefix(".new-")
        .tempdir_in(data)
        .with_context(|| format!("{} can't be written to", data.display()))?;
    let new = work.path().join(id.as_str());
    for (path, text) in files {
        let path = new.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)
                .with_context(|| format!("{} can't be made", parent.display()))?;
        }
        fs::write(&path, text).with_context(|| format!("{} can't be written", path.display()))?;
    }
    schema::write(data)?;
    fs::rename(&new, &folder).with_context(|| format!("{} can't be written", folder.display()))?;
    if let Err(error) = text_file::write_atomically(&data.join("library.toml"), &library) {
        // An unlisted folder would make the next attempt fail.
        let _ = fs::remove_dir_all(&folder);
        return Err(error);
    }
    out!(
        "created {}, listed last in {}",
        folder.display(),
        data.join("library.toml").display()
    );
    Ok(())
}

/// Updates an existing dispute: writes the `changed` files and deletes the `gone`
/// ones, by their paths below its folder. Returns the folder.
pub(crate) fn update(
    data: &Path,
    id: &Id,
    changed: &[(String, String)],
    gone: &[&str],
) -> Result<PathBuf> {
    let folder = data.join(id.as_str());
    let work = tempfile::Builder::new()
        .prefix(".new-")
        .tempdir_in(data)
        .with_context(|| format!("{} can't be written to", data.display()))?;
    let (new, old) = (work.path().join("new"), work.path().join("old"));
    copy(&folder, &new)?;
    for (path, text) in changed {
        let path = new.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)
                .with_context(|| format!("{} can't be made", parent.display()))?;
        }
        fs::write(&path, text).with_context(|| format!("{} can't be written", path.display()))?;
    }
    for path in gone {
        fs::remove_file(new.join(path)).with_context(|| format!("{path} can't be deleted"))?;
    }
    schema::write(data)?;
    fs::rename(&folder, &old).with_context(|| format!("{} can't be written", folder.display()))?;
    if let Err(error) = fs::rename(&new, &folder) {
        // Restore the old folder.
        fs::rename(&old, &folder).with_context(|| {
            let moved_to = work.path().display();
            format!(
                "{} was moved to {moved_to} and can't be moved back",
                folder.display()
            )
        })?;
        return Err(error).with_context(|| format!("{} can't be written", folder.display()));
    }
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let unreadable = || format!("{} can't be read", from.display());
    fs::create_dir_all(to).with_context(|| format!("{} can't be made", to.display()))?;
    for entry in fs::read_dir(from).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        let target = to.join(entry.file_name());
        if entry.file_type().with_context(unreadable)?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)
                .with_context(|| format!("{} can't be written", target.display()))?;
        }
    }
    Ok(())
}

/// The text of library.toml with the dispute added at the end; comments are kept.
fn library_listing(data: &Path, id: &Id) -> Result<String> {
    let path = data.join("library.toml");
    if !path.exists() {
        return Ok(format!(
            "#:schema .schema/library.json\n\n# The disputes of this site, in the order of the start page. The first is featured.\ndisputes = [\"{id}\"]\n\n# Whose site this is: `name`, `publisher`, `contact`, `about`, `licence`, `accent`, `logo`.\n"
        ));
    }
    let text =
        fs::read_to_string(&path).with_context(|| format!("{} can't be read", path.display()))?;
    let mut library: DocumentMut = text
        .parse()
        .with_context(|| format!("{} is not TOML; run `says-who check`", path.display()))?;
    let disputes = library
        .get_mut("disputes")
        .and_then(|disputes| disputes.as_array_mut())
        .with_context(|| {
            format!(
                "{} has no list `disputes`; run `says-who check`",
                path.display()
            )
        })?;
    disputes.push(id.as_str());
    Ok(library.to_string())
}
