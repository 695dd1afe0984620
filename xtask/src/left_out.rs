//! What lies in a data folder and is no data: said once, where it could matter.

use std::path::Path;

use says_who_files::{LeftOut, left_out_of};
use says_who_model::read::escape_hidden;

/// Says what was left alone; nothing where nothing was.
pub(crate) fn report(data: &Path) {
    let found = left_out_of(data);
    let of = |wanted: LeftOut| -> Vec<String> {
        let found = found.iter().filter(|(_, why)| *why == wanted);
        found
            .map(|(path, _)| format!("`{}`", escape_hidden(path)))
            .collect()
    };
    for path in of(LeftOut::Conflict) {
        err!(
            "warning: {path} is a version that your synchroniser could not merge, and is not read: compare it with the file it is of, then delete it"
        );
    }
    let copies = [of(LeftOut::Copy), of(LeftOut::Merge)].concat();
    if !copies.is_empty() {
        err!(
            "note: left out, as copies of editors and merges: {}",
            copies.join(", ")
        );
    }
}
