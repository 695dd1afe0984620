//! A new dispute: small, valid, and with comments that teach the format.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use says_who_model::{Date, Id};
use toml_edit::DocumentMut;

use crate::put;
use crate::today::today;

/// The files of a dispute. `{today}` is a day; doubled braces are single ones.
const FILES: [(&str, &str); 4] = [
    ("dispute.toml", include_str!("../template/dispute.toml")),
    ("speakers.toml", include_str!("../template/speakers.toml")),
    ("sources.toml", include_str!("../template/sources.toml")),
    (
        "points/first-point.toml",
        include_str!("../template/points/first-point.toml"),
    ),
];

/// Writes the dispute `name` and lists it in library.toml.
pub(crate) fn run(data: &Path, name: &str) -> Result<ExitCode> {
    let id: Id = name.parse().map_err(|error| {
        anyhow::anyhow!("`{name}`: {error}; choose a name like `bridge-repair`")
    })?;
    let folder = data.join(id.as_str());
    if folder.exists() {
        bail!("{} is there already; choose another name", folder.display());
    }
    let library = listed(data, &id)?;
    let today = today()?;
    write(&folder, today).inspect_err(|_| {
        // Half a dispute would stand in the way of the next attempt.
        let _ = fs::remove_dir_all(&folder);
    })?;
    put::whole(&data.join("library.toml"), &library)?;
    println!(
        "{} is there and valid. Write over its texts, then:\n  cargo xtask check\n  cargo xtask serve",
        folder.display()
    );
    Ok(ExitCode::SUCCESS)
}

fn write(folder: &Path, today: Date) -> Result<()> {
    for (name, text) in FILES {
        let path = folder.join(name);
        let text = text
            .replace("{today}", &today.to_string())
            .replace("{{", "{")
            .replace("}}", "}");
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)
                .with_context(|| format!("{} can't be made", parent.display()))?;
        }
        fs::write(&path, text).with_context(|| format!("{} can't be written", path.display()))?;
    }
    Ok(())
}

/// library.toml with the dispute at its end, its comments kept.
fn listed(data: &Path, id: &Id) -> Result<String> {
    let path = data.join("library.toml");
    if !path.exists() {
        return Ok(format!(
            "# The disputes of this site, in the order of the start page. The first is featured.\ndisputes = [\"{id}\"]\n"
        ));
    }
    let text =
        fs::read_to_string(&path).with_context(|| format!("{} can't be read", path.display()))?;
    let mut library: DocumentMut = text
        .parse()
        .with_context(|| format!("{} is not TOML; run `cargo xtask check`", path.display()))?;
    let disputes = library
        .get_mut("disputes")
        .and_then(|disputes| disputes.as_array_mut())
        .with_context(|| {
            format!(
                "{} has no list `disputes`; run `cargo xtask check`",
                path.display()
            )
        })?;
    disputes.push(id.as_str());
    Ok(library.to_string())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::ExitCode;

    use super::run;

    #[test]
    fn a_new_dispute_is_valid_and_harms_no_other() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path();
        assert_eq!(run(data, "first").expect("a run"), ExitCode::SUCCESS);
        let library = data.join("library.toml");
        let text = fs::read_to_string(&library).expect("a library");
        fs::write(&library, format!("{text}# kept\n")).expect("a file");
        assert_eq!(run(data, "second-one").expect("a run"), ExitCode::SUCCESS);
        let text = fs::read_to_string(&library).expect("a library");
        assert!(
            text.contains("[\"first\", \"second-one\"]") && text.ends_with("# kept\n"),
            "{text}"
        );
        let (read, warnings) = says_who_files::looked_at(data).expect("valid data");
        assert_eq!(read.disputes.len(), 2);
        assert_eq!(warnings, []);
        for refused in ["first", "No Name", "share", "../up"] {
            assert!(run(data, refused).is_err(), "{refused}");
        }
        assert_eq!(fs::read_to_string(&library).expect("a library"), text);
        assert!(!folder.path().join("../up").exists());
    }
}
