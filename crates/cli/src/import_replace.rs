//! `import --replace`: updates an existing dispute from an edited file.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, anyhow};
use says_who_formats::dispute_files;
use says_who_formats::format::Dispute;
use says_who_formats::removed_values;
use says_who_model::Id;

use crate::dispute_folder;
use crate::import::{Options, ParsedFile, SCHEMAS, print_next_commands};

/// Reads the existing dispute.
pub(crate) fn read_existing(data: &Path, id: &str) -> Result<Dispute> {
    let files = says_who_files::read_folder(data).map_err(|report| anyhow!("{report}"))?;
    Ok(Dispute::from_files(id, &files)?)
}

/// Writes the files that change. Content that the imported file lacks is removed
/// only with `--remove`.
pub(crate) fn update(
    options: &Options,
    id: &Id,
    before: &Dispute,
    read: &ParsedFile,
) -> Result<ExitCode> {
    let lost = removed_values(before, &read.dispute);
    if !lost.is_empty() {
        err!("{} has content that the file lacks:", options.name);
        for path in &lost {
            err!("  {path}");
        }
        if !options.remove {
            err!(
                "  help: put it into the file (`says-who export` writes one that has what a sheet can hold), or take it out with `--remove`\nnothing was written"
            );
            return Ok(ExitCode::FAILURE);
        }
    }
    let folder = options.data.join(id.as_str());
    let old = dispute_files(before, SCHEMAS);
    let changed: Vec<(String, String)> = read
        .files
        .iter()
        .filter(|new| {
            let old = old.iter().find(|old| old.path == new.path);
            old.is_none_or(|old| old.written.text != new.written.text)
        })
        .map(|new| (new.path.clone(), new.written.text.clone()))
        .collect();
    let gone: Vec<&str> = old
        .iter()
        .map(|old| old.path.as_str())
        .filter(|path| read.files.iter().all(|new| new.path != *path))
        .collect();
    let comments: Vec<&str> = changed
        .iter()
        .map(|(path, _)| path.as_str())
        .filter(|path| has_comments(&folder.join(path)))
        .collect();
    dispute_folder::update(&options.data, id, &changed, &gone)?;
    for path in &comments {
        err!("{path}: comments in this file were lost");
    }
    match changed.len() + gone.len() {
        0 => out!("{} is as the file has it.", folder.display()),
        1 => out!("{}: 1 file changed.", folder.display()),
        count => out!("{}: {count} files changed.", folder.display()),
    }
    print_next_commands(options);
    Ok(ExitCode::SUCCESS)
}

/// Whether a file has comments other than its `#:schema` line.
fn has_comments(path: &Path) -> bool {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.lines().map(str::trim_start).any(|line| {
        let inside = ["\" #", "] #", "} #"]
            .iter()
            .any(|mark| line.contains(mark));
        line.starts_with('#') && !line.starts_with("#:schema") || inside
    })
}
