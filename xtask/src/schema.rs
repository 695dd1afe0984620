//! The JSON Schemas beside the data.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use says_who_formats::schema::{FOLDER, files};

use crate::put;

/// Writes them, and says how editors find them.
pub(crate) fn run(data: &Path) -> Result<ExitCode> {
    write(data)?;
    out!(
        "{} is up to date. A file finds its schema by its first line, as in `#:schema ../{FOLDER}/dispute.json`",
        data.join(FOLDER).display()
    );
    Ok(ExitCode::SUCCESS)
}

/// Writes those that are not as they should be.
pub(crate) fn write(data: &Path) -> Result<()> {
    let folder = data.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("{} can't be made", folder.display()))?;
    for file in files() {
        let path = folder.join(file.name);
        if !put::has(&path, &file.text) {
            put::whole(&path, &file.text)?;
        }
    }
    Ok(())
}

/// Whether those beside the data are of this version, and whether each file that
/// an author edits names its own.
pub(crate) fn current(data: &Path) -> Result<()> {
    let folder = data.join(FOLDER);
    for file in files() {
        let path = folder.join(file.name);
        if !put::has(&path, &file.text) {
            bail!(
                "{} is not of this version: run `cargo xtask schema`",
                path.display()
            );
        }
    }
    for file in says_who_files::read_folder(data)? {
        let written = ["register.toml", "quotations.toml"];
        if written.iter().any(|name| file.path.ends_with(name)) {
            continue;
        }
        let path = data.join(&file.path);
        let text = String::from_utf8_lossy(&file.bytes);
        let named = text.lines().next().unwrap_or_default();
        let named = named.strip_prefix("#:schema ").unwrap_or_default();
        if named.is_empty() || !path.parent().unwrap_or(data).join(named).is_file() {
            bail!(
                "{}: its first line names no schema; begin it with `#:schema …`, as the files beside it do",
                path.display()
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use says_who_formats::schema::FOLDER;

    use super::{current, write};

    #[test]
    fn schemas_are_of_this_version_and_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path();
        let file = data.join("library.toml");
        fs::write(&file, "#:schema .schema/library.json\n").expect("a file");
        let missing = current(data).expect_err("no schemas").to_string();
        assert!(missing.contains("cargo xtask schema"), "{missing}");
        write(data).expect("schemas");
        assert!(current(data).is_ok());

        for first in ["", "disputes = []", "#:schema .schema/none.json"] {
            fs::write(&file, first).expect("a file");
            let unnamed = current(data).expect_err(first).to_string();
            assert!(unnamed.contains("library.toml"), "{unnamed}");
        }

        fs::write(&file, "#:schema .schema/library.json\n").expect("a file");
        fs::write(data.join(FOLDER).join("point.json"), "{}").expect("a file");
        let old = current(data).expect_err("another version").to_string();
        assert!(old.contains("point.json"), "{old}");
    }
}
