//! The benchmark: compares pages of the built site with the same pages without scripts,
//! and with a small hand-written script, measured in turn in one run.
//! docs/benchmark.md explains each figure.
//! `cargo xtask bench` builds what it needs and runs it.

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
mod programs;
mod ratio;
mod record;
mod schedule;
mod table;
mod wasm;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use case::{Case, Size, Variant};
use condition::Condition;
use devtools::Devtools;
use record::{CaseInfo, PROJECT, Record, RunInfo};
use schedule::{Pages, Pass};

use clap::Parser;
use programs::Programs;

/// What to measure.
#[derive(Parser)]
#[command(name = "cargo xtask bench")]
struct Options {
    #[command(flatten)]
    programs: Programs,
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

/// Measures, prints tables, and writes the record and a page of it.
#[allow(
    clippy::print_stdout,
    reason = "the tables are what the program is for"
)]
fn main() -> Result<()> {
    let options = Options::parse();
    let folder = &options.programs.folder;
    // Read it first, so that a wrong path is reported before the run of an hour.
    let before = options.against.as_deref().map(Record::read).transpose()?;
    fs::create_dir_all(folder)?;
    let record = match &options.from {
        Some(path) => Record::read(path)?,
        None => {
            let record = measure_all(&options)?;
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
        println!("{}", table::section(&record, case, condition));
    }
    if !record.wasm.is_empty() {
        println!("{}", table::wasm(&record));
    }
    if let Some(before) = &before {
        println!("{}", table::comparison(&record, before));
    }
    println!("{}", goals::render(&targets));
    println!("the record and the plots are in {}", folder.display());
    Ok(())
}

fn measure_all(options: &Options) -> Result<Record> {
    let programs = &options.programs;
    let mut devtools = Devtools::start(&programs.chromium, programs.no_sandbox)?;
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
        date: today(),
        commit: commit(),
        browser: devtools.version()?,
        processors: std::thread::available_parallelism().map_or(1, usize::from),
        runs,
        loads,
        quick: options.quick,
    });

    let cases = build_cases(programs, sizes, &mut record)?;
    let pages = Pages::serve(&cases)?;
    pages.measure(Pass::Load, loads, &mut devtools, &mut record)?;
    pages.measure(Pass::Interact, runs, &mut devtools, &mut record)?;
    drop(pages);
    drop(devtools);
    if !options.quick {
        record.wasm = wasm::shares(programs)?;
        for case in &cases {
            announce(&format!("checking and writing: {}", case.name));
            native::measure(programs, case, runs, &mut record)?;
            announce(&format!("editing while serving: {}", case.name));
            editing::measure(programs, case, runs, &mut record)?;
        }
    }
    sort_figures(&mut record);
    Ok(record)
}

/// Builds the sites of the flagship and of generated disputes of these sizes.
fn build_cases(programs: &Programs, sizes: Vec<Size>, record: &mut Record) -> Result<Vec<Case>> {
    let mut cases = vec![Case::flagship(programs)?];
    for size in sizes {
        cases.push(Case::sized(programs, size)?);
    }
    for case in &mut cases {
        let folder = programs.folder.join("sites");
        case.build(programs, &folder.join(case.name.replace(' ', "-")))?;
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
fn commit() -> String {
    let git = |arguments: &[&str]| {
        let output = Command::new("git").args(arguments).output().ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        output.status.success().then(|| text.trim().to_owned())
    };
    let Some(commit) = git(&["rev-parse", "--short", "HEAD"]) else {
        return "unknown".to_owned();
    };
    let is_changed = git(&["status", "--porcelain"]).is_some_and(|changes| !changes.is_empty());
    format!("{commit}{}", if is_changed { "+" } else { "" })
}

/// Says on stderr what is being measured.
#[allow(clippy::print_stderr, reason = "a person waits for minutes")]
fn announce(what: &str) {
    eprintln!("{what} …");
}

/// The date of the measurement, in UTC.
fn today() -> String {
    let now = jiff::Timestamp::now().to_string();
    now.split('T').next().unwrap_or_default().to_owned()
}
