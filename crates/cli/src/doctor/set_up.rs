//! Examines the set-up of an author's machine.

use super::Finding;
use crate::publish_check::check_publishable;
use crate::{app_bundle, cache_folder, data_folder};

/// Everything that is not as it should be.
pub(super) fn examine() -> Vec<Finding> {
    [app(), cache(), data()].into_iter().flatten().collect()
}

fn app() -> Option<Finding> {
    let error = app_bundle::load(None).err()?;
    Some(Finding::problem(
        format!("no site can be built: {error:#}"),
        "take a `says-who` that has the app inside, as a release does",
    ))
}

fn cache() -> Option<Finding> {
    let consequence = "the preview cards are painted again at every build";
    let remedy = "set SAYS_WHO_CACHE to a folder that can be written to";
    let Some(folder) = cache_folder::find() else {
        return Some(Finding::note(
            format!("there is no home folder for a cache: {consequence}"),
            remedy,
        ));
    };
    let made = std::fs::create_dir_all(&folder).and_then(|()| tempfile::tempfile_in(&folder));
    let error = made.err()?;
    let shown = folder.display();
    Some(Finding::note(
        format!("the cache {shown} can't be written to ({error}): {consequence}"),
        remedy,
    ))
}

fn data() -> Option<Finding> {
    let data = match data_folder::find() {
        Ok(data) => data,
        Err(error) => {
            return Some(Finding::problem(
                format!("{error:#}"),
                "run this where the data is",
            ));
        }
    };
    let report = check_publishable(&data).err()?;
    let count = match report.problems().len() {
        1 => "1 problem".to_owned(),
        many => format!("{many} problems"),
    };
    Some(Finding::problem(
        format!("the data in {} has {count}", data.display()),
        "run `says-who check`, which names each with file and line",
    ))
}
