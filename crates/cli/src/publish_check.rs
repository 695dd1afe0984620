//! The check for publishing, shared by `check`, by `build` and by the tests of the
//! published disputes, so that they agree.

use std::path::Path;

use says_who_model::read::Report;
use says_who_site::Input;

use crate::new;

/// Reads the data and checks that it may be published.
///
/// # Errors
///
/// Every problem of the data. If it has none, what is due before publishing:
/// placeholder texts of the template, changes without a revision, items that are
/// not registered yet.
pub fn check_publishable(data: &Path) -> Result<Input, Report> {
    Input::read_publishable(data, &new::examples())
}
