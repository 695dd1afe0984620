//! What may be published. `check` says what `build` would refuse, and the tests
//! of the published disputes do: all of them ask here.

use std::path::Path;

use says_who_model::Library;
use says_who_model::read::Report;

use crate::new;

/// The data, if it may be published.
///
/// # Errors
///
/// Every problem of the data; where it has none, what is due first: texts of the
/// example, changes without a revision, what the register does not know yet.
pub(crate) fn publishable(data: &Path) -> Result<Library, Report> {
    says_who_files::publishable(data, &new::examples())
}
