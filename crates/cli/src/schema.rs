//! `schema`: writes the JSON Schemas into the data folder.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use says_who_formats::schema::{FOLDER, files};

use crate::text_file;

/// Writes the schemas, and prints how editors find them.
pub fn run(data: &Path) -> Result<ExitCode> {
    write(data)?;
    out!(
        "{} is up to date. A file finds its schema by its first line, as in `#:schema ../{FOLDER}/dispute.json`",
        data.join(FOLDER).display()
    );
    Ok(ExitCode::SUCCESS)
}

/// Writes the schemas that are missing or outdated.
pub fn write(data: &Path) -> Result<()> {
    let folder = data.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("{} can't be made", folder.display()))?;
    for file in files() {
        let path = folder.join(file.name);
        if !text_file::has_content(&path, &file.text) {
            text_file::write_atomically(&path, &file.text)?;
        }
    }
    Ok(())
}

/// Checks that the schemas are up to date, and that each file an author edits names
/// its schema.
pub fn check_current(data: &Path) -> Result<()> {
    let folder = data.join(FOLDER);
    for file in files() {
        let path = folder.join(file.name);
        if !text_file::has_content(&path, &file.text) {
            bail!("{} is outdated: run `says-who schema`", path.display());
        }
    }
    for file in says_who_files::read_folder(data)? {
        let generated = ["register.toml", "quotations.toml"];
        if generated.iter().any(|name| file.path.ends_with(name)) {
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

    use super::{check_current, write};

    #[test]
    fn schemas_are_up_to_date_and_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path();
        let file = data.join("library.toml");
        fs::write(&file, "#:schema .schema/library.json\n").expect("a file");
        let missing = check_current(data).expect_err("no schemas").to_string();
        assert!(missing.contains("says-who schema"), "{missing}");
        write(data).expect("schemas");
        assert!(check_current(data).is_ok());

        for first in ["", "disputes = []", "#:schema .schema/none.json"] {
            fs::write(&file, first).expect("a file");
            let unnamed = check_current(data).expect_err(first).to_string();
            assert!(unnamed.contains("library.toml"), "{unnamed}");
        }

        fs::write(&file, "#:schema .schema/library.json\n").expect("a file");
        fs::write(data.join(FOLDER).join("point.json"), "{}").expect("a file");
        let old = check_current(data)
            .expect_err("another version")
            .to_string();
        assert!(old.contains("point.json"), "{old}");
    }
}
