//! The few tests that use the published disputes. All others use fixtures, so that
//! a test of the code never blocks a change of the data.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use says_who_cli::problems;
use says_who_cli::publish_check::check_publishable;

use crate::project::Project;
use crate::test::Tally;

/// The name of the test site that is built from them.
pub(crate) const SITE: &str = "published";

/// The data folder of the published disputes, if this checkout has any.
pub(crate) fn folder(project: &Project) -> Option<PathBuf> {
    let data = project.root.join("data");
    data.join("library.toml").exists().then_some(data)
}

/// Runs the check that needs no built site.
pub(crate) fn check(data: &Path, tally: &mut Tally) {
    tally.check("the published disputes may be published", || {
        check_data(data)
    });
}

fn check_data(data: &Path) -> Result<()> {
    if let Err(report) = check_publishable(data) {
        bail!("{}", problems::render(report.problems()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::check_data;
    use crate::testing::copy;

    #[test]
    fn problems_of_published_data_are_reported() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path();
        copy(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixture"),
            data,
        );
        assert!(check_data(data).is_ok());

        let point = data.join("bridge-repair/points/who-pays.toml");
        let text = fs::read_to_string(&point).expect("a point");
        fs::write(&point, text.replace("Who pays", "Who is to pay")).expect("a file");
        let due = check_data(data).expect_err("a change that is not registered");
        assert!(due.to_string().contains("`who-pays`"), "{due}");

        fs::write(&point, text.replace("one-side-only", "settled")).expect("a file");
        let problem = check_data(data).expect_err("no such status").to_string();
        assert!(problem.contains("who-pays.toml:2"), "{problem}");
    }
}
