//! `bench`: compares pages of the built site with the same pages without scripts,
//! and with a small hand-written script, measured in turn in one run.
//! docs/benchmark.md explains each figure.

mod case;
mod condition;
mod devtools;
mod editing;
mod goals;
mod html_report;
mod measure;
mod native;
mod page_load;
mod plain_html;
mod ratio;
mod record;
mod schedule;
mod table;
mod wasm;

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

pub(crate) use case::Size;
use case::{Case, Variant};
use condition::Condition;
use devtools::Devtools;
use record::{CaseInfo, PROJECT, Record, RunInfo};
use schedule::{Pages, Pass};

use crate::browser::{self, Engine};
use crate::project::Project;
use crate::setup;
use crate::subprocess::announce;
use says_who_cli::today;

/// What to measure.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How often each page is loaded and worked: 7 times
    #[arg(long)]
    runs: Option<usize>,
    /// How often the app and its page without script are loaded in turn, for
    /// their paints: 40 times
    #[arg(long)]
    loads: Option<usize>,
    /// The generated disputes: points, and if not 4 the statements on each;
    /// 8,100,1000
    #[arg(long, value_delimiter = ',')]
    sizes: Vec<Size>,
    /// Say what has changed since this record
    #[arg(long, value_name = "RECORD.json")]
    against: Option<PathBuf>,
    /// Measure nothing, and show this record
    #[arg(long, value_name = "RECORD.json")]
    from: Option<PathBuf>,
    /// Pages alone, twice, with 8 points unless other sizes are asked for: to try
    /// the benchmark itself
    #[arg(long)]
    quick: bool,
}

/// Measures, prints tables, and writes the record and a page of it into
/// `target/bench`.
pub(crate) fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    // Read it first, so that a wrong path is reported before the run of an hour.
    let before = options.against.as_deref().map(Record::read).transpose()?;
    let folder = project.target.join("bench");
    fs::create_dir_all(&folder)?;
    let record = match &options.from {
        Some(path) => Record::read(path)?,
        None => {
            let record = measure_all(project, options)?;
            record.write(&folder.join("record.json"))?;
            record
        }
    };
    let targets = goals::all(&record);
    let report = folder.join("index.html");
    fs::write(
        &report,
        html_report::render(&record, &targets, before.as_ref()),
    )?;
    for (case, condition) in record.sections() {
        out!("{}", table::section(&record, case, condition));
    }
    if !record.wasm.is_empty() {
        out!("{}", table::wasm(&record));
    }
    if let Some(before) = &before {
        out!("{}", table::comparison(&record, before));
    }
    out!("{}", goals::render(&targets));
    out!("the record and the plots are in {}", folder.display());
    Ok(ExitCode::SUCCESS)
}

fn measure_all(project: &Project, options: &Options) -> Result<Record> {
    let path = setup::install_tools(project)?;
    browser::find_or_install(&[Engine::Chromium], &path)?;
    let program = browser::chromium().context("there is no Chromium")?;
    let mut devtools = Devtools::start(&program)?;
    let runs = options
        .runs
        .unwrap_or(if options.quick { 2 } else { 7 })
        .max(1);
    let loads = options
        .loads
        .unwrap_or(if options.quick { 2 } else { 40 })
        .max(1);
    let points: &[usize] = if options.quick { &[8] } else { &[8, 100, 1000] };
    let sizes = if options.sizes.is_empty() {
        points.iter().copied().map(Size::with_points).collect()
    } else {
        options.sizes.clone()
    };
    let mut record = Record::new(RunInfo {
        date: today::today()?.to_string(),
        commit: commit(project),
        browser: devtools.version()?,
        processors: std::thread::available_parallelism().map_or(1, usize::from),
        runs,
        loads,
        quick: options.quick,
    });

    let cases = build_cases(project, &path, sizes, &mut record)?;
    let pages = Pages::serve(&cases)?;
    pages.measure(Pass::Load, loads, &mut devtools, &mut record)?;
    pages.measure(Pass::Interact, runs, &mut devtools, &mut record)?;
    drop(pages);
    drop(devtools);
    if !options.quick {
        record.wasm = wasm::shares(project, &path)?;
        for case in &cases {
            announce(
                &format!("checking and writing: {}", case.name),
                "a minute or two",
            );
            native::measure(project, &path, case, runs, &mut record)?;
            announce(&format!("editing while serving: {}", case.name), "a minute");
            editing::measure(case, runs, &mut record)?;
        }
    }
    sort_figures(&mut record);
    Ok(record)
}

/// Builds the sites of the flagship and of generated disputes of these sizes.
fn build_cases(
    project: &Project,
    path: &OsStr,
    sizes: Vec<Size>,
    record: &mut Record,
) -> Result<Vec<Case>> {
    let mut cases = vec![Case::flagship(project)?];
    for size in sizes {
        cases.push(Case::sized(project, size)?);
    }
    for case in &mut cases {
        let folder = project
            .target
            .join("bench/sites")
            .join(case.name.replace(' ', "-"));
        case.build(project, path, &folder)?;
        record.cases.push(CaseInfo {
            name: case.name.clone(),
            points: case.points,
            statements: case.statements,
        });
    }
    Ok(cases)
}

/// Sorts the figures, whatever the order in which they were measured.
fn sort_figures(record: &mut Record) {
    let rank = |name: &str| measure::ALL.iter().position(|measure| measure.name == name);
    let case_index = |name: &str| record.cases.iter().position(|case| case.name == name);
    let mut figures = std::mem::take(&mut record.figures);
    figures.sort_by_key(|figure| {
        (
            figure.condition == PROJECT,
            case_index(&figure.case),
            figure.condition != Condition::Unthrottled.name(),
            rank(&figure.measure),
            Variant::ALL
                .iter()
                .position(|variant| variant.name() == figure.variant),
        )
    });
    record.figures = figures;
}

/// The current commit, with a `+` if there are uncommitted changes.
fn commit(project: &Project) -> String {
    let git = |arguments: &[&str]| {
        let output = Command::new("git")
            .args(arguments)
            .current_dir(&project.root)
            .output()
            .ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        output.status.success().then(|| text.trim().to_owned())
    };
    let Some(commit) = git(&["rev-parse", "--short", "HEAD"]) else {
        return "unknown".to_owned();
    };
    let is_changed = git(&["status", "--porcelain"]).is_some_and(|changes| !changes.is_empty());
    format!("{commit}{}", if is_changed { "+" } else { "" })
}
