//! `check`: checks the data and nothing else.

use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;
use says_who_model::Library;
use says_who_model::read::Problem;

use crate::publish_check::check_publishable;
use crate::{balance_report, ignored_files, problem_formats, problems, schema, terminal};

/// How problems are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, each with its line.
    #[default]
    Text,
    /// A JSON array, for editors.
    Json,
    /// Workflow commands of GitHub Actions, which annotate the lines.
    Github,
}

/// The options of the command.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Whether to report how even-handed the data is.
    pub report: bool,
    /// Whether to show every problem, however many there are.
    pub all: bool,
    /// How problems are printed.
    pub format: Format,
}

/// Prints the problems of the data, what is due before it may be published, and its
/// size.
#[must_use]
pub fn run(data: &Path, options: &Options) -> ExitCode {
    match options.format {
        Format::Text => print_text(data, options),
        Format::Json => print_for_programs(data, problem_formats::json),
        Format::Github => print_for_programs(data, problem_formats::github),
    }
}

/// Prints all problems and warnings with `render`, and nothing else.
fn print_for_programs(data: &Path, render: fn(&[&Problem]) -> String) -> ExitCode {
    let (problems, warnings) = match says_who_files::library_with_warnings(data) {
        Ok((_, warnings)) => (check_publishable(data).err(), warnings),
        Err(report) => (Some(report), Vec::new()),
    };
    let problems = problems
        .as_ref()
        .map_or(&[][..], |report| report.problems());
    let all: Vec<&Problem> = problems.iter().chain(&warnings).collect();
    terminal::text(&render(&all));
    if problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn print_text(data: &Path, options: &Options) -> ExitCode {
    let Options { report, all, .. } = *options;
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
