//! The data only.

use std::path::Path;
use std::process::ExitCode;

use says_who_model::Library;

use crate::{problems, report};

/// Prints what is wrong, or what there is; with `report`, how even-handed it is.
pub(crate) fn run(data: &Path, report: bool) -> ExitCode {
    match says_who_files::looked_at(data) {
        Ok((library, warnings)) => {
            if report {
                report::print(&library, &warnings);
            }
            println!("{}: {}", data.display(), counts(&library));
            match (warnings.len(), report) {
                (0, _) | (_, true) => {}
                (1, false) => println!("1 thing to look at: add --report"),
                (more, false) => println!("{more} things to look at: add --report"),
            }
            ExitCode::SUCCESS
        }
        Err(report) => {
            eprintln!("{}", problems::shown(report.problems()));
            ExitCode::FAILURE
        }
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
        "{}, {}, {}, {}: no problems",
        some(library.disputes.len(), "dispute"),
        some(points, "point"),
        some(statements, "statement"),
        some(sources, "source"),
    )
}
