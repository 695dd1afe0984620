//! Reports files in the data folder that are ignored because they are not data.

use std::path::Path;

use says_who_files::{IgnoreReason, ignored_files};
use says_who_model::read::escape_hidden;

/// Prints which files were ignored, if any.
pub fn report(data: &Path) {
    let found = ignored_files(data);
    let paths = |wanted: IgnoreReason| -> Vec<String> {
        let found = found.iter().filter(|(_, why)| *why == wanted);
        found
            .map(|(path, _)| format!("`{}`", escape_hidden(path)))
            .collect()
    };
    for path in paths(IgnoreReason::Conflict) {
        err!(
            "warning: {path} is an unresolved sync conflict and is ignored: compare it with the original, then delete it"
        );
    }
    let copies = [paths(IgnoreReason::Backup), paths(IgnoreReason::Merge)].concat();
    if !copies.is_empty() {
        err!(
            "note: ignored backup and merge files: {}",
            copies.join(", ")
        );
    }
}
