//! The data only.

use std::path::Path;
use std::process::ExitCode;

use says_who_model::Library;

use crate::publishable::publishable;
use crate::{left_out, problems, report, schema};

/// Prints what is wrong, what is due before the data may be published, and what
/// there is; with `report`, how even-handed it is.
pub(crate) fn run(data: &Path, report: bool) -> ExitCode {
    left_out::report(data);
    let (library, warnings) = match says_who_files::looked_at(data) {
        Ok(read) => read,
        Err(report) => {
            err!("{}", problems::shown(report.problems()));
            return ExitCode::FAILURE;
        }
    };
    if report {
        report::print(&library, &warnings);
    }
    let due = publishable(data).err();
    if let Some(due) = &due {
        err!("{}\n", problems::shown(due.problems()));
    }
    if let Err(stale) = schema::current(data) {
        out!("note: {stale:#}");
    }
    out!(
        "{}: {}: {}",
        data.display(),
        counts(&library),
        match due {
            None => "no problems",
            Some(_) => "valid, but not to be published before what is said above is done",
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
    let some = |count: usize, one: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {one}s"),
    };
    format!(
        "{}, {}, {}, {}",
        some(library.disputes.len(), "dispute"),
        some(points, "point"),
        some(statements, "statement"),
        some(sources, "source"),
    )
}
