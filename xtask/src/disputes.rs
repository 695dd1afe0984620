//! The published disputes, as far as the tests look at them. Everything else is
//! tested on fixtures, so that a change of the data is never held up by a test
//! of the code.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::problems;
use crate::project::Project;
use crate::publishable::publishable;
use crate::test::Tally;

/// The name of the site that is built of them.
pub(crate) const SITE: &str = "published";

/// The folder they are in, if this checkout has any.
pub(crate) fn of(project: &Project) -> Option<PathBuf> {
    let data = project.root.join("data");
    data.join("library.toml").exists().then_some(data)
}

/// What needs no built site.
pub(crate) fn check(data: &Path, tally: &mut Tally) {
    tally.check("the published disputes may be published", || may_be(data));
}

fn may_be(data: &Path) -> Result<()> {
    if let Err(report) = publishable(data) {
        bail!("{}", problems::shown(report.problems()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::may_be;
    use crate::testing::copy;

    #[test]
    fn what_is_wrong_with_published_data_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path();
        copy(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixture"),
            data,
        );
        assert!(may_be(data).is_ok());

        let point = data.join("bridge-repair/points/who-pays.toml");
        let text = fs::read_to_string(&point).expect("a point");
        fs::write(&point, text.replace("Who pays", "Who is to pay")).expect("a file");
        let due = may_be(data).expect_err("a change that is not registered");
        assert!(due.to_string().contains("`who-pays`"), "{due}");

        fs::write(&point, text.replace("one-side-only", "settled")).expect("a file");
        let problem = may_be(data).expect_err("no such status").to_string();
        assert!(problem.contains("who-pays.toml:2"), "{problem}");
    }
}
