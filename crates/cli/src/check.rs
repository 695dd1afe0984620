//! `check`: checks the data and nothing else.

use std::path::Path;
use std::process::ExitCode;

use says_who_model::Library;

use crate::publish_check::check_publishable;
use crate::{balance_report, ignored_files, problems, schema};

/// Prints the problems of the data, what is due before it may be published, and its
/// size; with `report`, also how even-handed it is. With `all`, every problem is shown,
/// however many there are.
pub fn run(data: &Path, report: bool, all: bool) -> ExitCode {
    let render = if all {
        problems::render_all
    } else {
        problems::render
    };
    ignored_files::report(data);
    let (library, warnings) = match says_who_files::library_with_warnings(data) {
        Ok(read) => read,
        Err(report) => {
            err!("{}", render(report.problems()));
            return ExitCode::FAILURE;
        }
    };
    if report {
        balance_report::print(&library, &warnings);
    }
    let due = check_publishable(data).err();
    if let Some(due) = &due {
        err!("{}\n", render(due.problems()));
    }
    if let Err(stale) = schema::check_current(data) {
        out!("note: {stale:#}");
    }
    out!(
        "{}: {}: {}",
        data.display(),
        counts(&library),
        match due {
            None => "no problems",
            Some(_) => "valid, but can't be published until the problems above are fixed",
        }
    );
    match (warnings.len(), report) {
        (0, _) | (_, true) => {}
        (1, false) => out!("1 warning: add --report"),
        (more, false) => out!("{more} warnings: add --report"),
    }
    match due {
        None => ExitCode::SUCCESS,
        Some(_) => ExitCode::FAILURE,
    }
}

fn counts(library: &Library) -> String {
    let disputes = || library.disputes.iter();
    let points: usize = disputes().map(|dispute| dispute.all_points().count()).sum();
    let statements: usize = disputes()
        .flat_map(says_who_model::Dispute::all_points)
        .map(|point| point.statements().count())
        .sum();
    let sources: usize = disputes().map(|dispute| dispute.sources.len()).sum();
    let counted = |count: usize, one: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {one}s"),
    };
    format!(
        "{}, {}, {}, {}",
        counted(library.disputes.len(), "dispute"),
        counted(points, "point"),
        counted(statements, "statement"),
        counted(sources, "source"),
    )
}
