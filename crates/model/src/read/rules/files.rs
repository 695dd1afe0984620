//! Rule on files: no unexpected file, and none missing.

use std::collections::HashSet;

use crate::Id;
use crate::read::problem::{Place, Problems};
use crate::read::raw::{RawDispute, RawLibrary};

pub(in crate::read) const RULE: &str = "files";

/// The point in the template of a new dispute.
const EXAMPLE_POINT: &str = "first-point";

pub(super) fn files(raw: &RawLibrary, problems: &mut Problems) {
    let library = Place::start("library.toml");
    if raw.library_missing {
        problems.add(
            &library,
            RULE,
            "there is no `library.toml`",
            "add it to the data folder, with `disputes = [\"name-of-a-folder\"]`",
        );
    }
    let is_library_unread = problems.unread_files().contains("library.toml");
    // A file beside library.toml may be the logo that it names.
    let may_be_logo = |stray: &&String| is_library_unread && !stray.contains('/');
    for stray in raw.strays.iter().filter(|stray| !may_be_logo(stray)) {
        problems.add(
            &Place::start(stray),
            RULE,
            "unexpected file in the data folder",
            "beside library.toml lies the logo that it names, if any; a dispute has dispute.toml, speakers.toml, sources.toml, documents.toml, events.toml, open-questions.toml and points/<id>.toml; move or delete this one",
        );
    }
    check_order(raw, problems);
    for dispute in &raw.disputes {
        if !raw.library_missing
            && !raw
                .site
                .file
                .disputes
                .iter()
                .any(|name| name.value == dispute.id)
        {
            problems.add(
                &library,
                RULE,
                format!("the folder `{}` is not listed", dispute.id),
                format!(
                    "add \"{}\" to `disputes`, or take the folder out",
                    dispute.id
                ),
            );
        }
        for missing in &dispute.missing {
            problems.add(
                &Place::start(&format!("{}/{missing}", dispute.id)),
                RULE,
                "this file is missing",
                "add it; the data of another dispute shows what stands in it",
            );
        }
        check_points(dispute, problems);
    }
}

/// Compares the list of disputes with the folders.
fn check_order(raw: &RawLibrary, problems: &mut Problems) {
    for (index, name) in raw.site.file.disputes.iter().enumerate() {
        if !raw.disputes.iter().any(|dispute| dispute.id == name.value) {
            problems.add(
                &name.place,
                RULE,
                format!("there is no folder `{}`", name.value),
                "add the folder with its dispute.toml, or delete the name",
            );
        }
        if raw.site.file.disputes[..index]
            .iter()
            .any(|before| before.value == name.value)
        {
            problems.add(
                &name.place,
                RULE,
                format!("`{}` is listed twice", name.value),
                "delete one of the two",
            );
        }
    }
}

/// Compares the lists of points with the files.
fn check_points(dispute: &RawDispute, problems: &mut Problems) {
    let listed = dispute.head.points.iter().chain(&dispute.head.after);
    let points = dispute.points.iter();
    let files: HashSet<&str> = points.map(|point| point.id.value.as_str()).collect();
    let mut before = HashSet::new();
    for id in listed {
        if !files.contains(id.value.as_str()) {
            problems.add(
                &id.place,
                RULE,
                format!("the point `{}` has no file that can be read", id.value),
                format!(
                    "add `points/{}.toml`, mend it, or delete the name",
                    id.value
                ),
            );
        }
        if !before.insert(id.value.as_str()) {
            problems.add(
                &id.place,
                RULE,
                format!("the point `{}` is listed twice", id.value),
                "delete one of the two",
            );
        }
    }
    for point in dispute.unlisted() {
        let id = &point.id.value;
        let list = format!("add \"{id}\" to `points` or to `after` in dispute.toml");
        problems.add(
            &point.id.place,
            RULE,
            format!("the point `{id}` is not listed"),
            if id == EXAMPLE_POINT {
                format!("delete this file if it is the example of a new dispute; otherwise {list}")
            } else if let Err(error) = id.parse::<Id>() {
                format!("delete this file if it is a copy; otherwise name it anew: {error}")
            } else {
                format!("{list}, or delete this file if it is left over")
            },
        );
    }
}
