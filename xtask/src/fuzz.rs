//! Coverage-guided fuzzing of everything that parses external input: data files,
//! texts of sources, URLs, spreadsheets.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};
use walkdir::WalkDir;

use crate::project::Project;
use crate::says_who::SaysWho;
use crate::setup;
use crate::subprocess::{run_cargo, run_quietly};

/// The fuzz targets in `fuzz/targets`.
const TARGETS: [&str; 4] = ["reading", "normal", "routes", "sheets"];

/// How long a fuzz target runs.
#[derive(Clone, Copy)]
pub(crate) enum Budget {
    /// A number of inputs, the same ones in every run.
    Runs(u32),
    /// A number of seconds.
    Seconds(u32),
}

/// Runs every fuzz target; failing inputs are written to `target/fuzz/found`.
pub(crate) fn run(project: &Project, length: Budget) -> Result<ExitCode> {
    let mut failed = 0;
    for (name, program) in build_targets(project)? {
        out!("== {name}");
        if let Err(error) = run_target(project, name, &program, length) {
            failed += 1;
            out!("   {error:#}");
        }
    }
    Ok(if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Builds the fuzz targets; returns their names and programs.
pub(crate) fn build_targets(project: &Project) -> Result<Vec<(&'static str, PathBuf)>> {
    let path = setup::install_cargo_fuzz(project)?;
    let folder = project.target.join("fuzz");
    run_cargo(
        Command::new("cargo")
            // Without a sanitizer, which the pinned stable compiler can't enable.
            // The project has no unsafe code that would need one.
            .args(["fuzz", "build", "--sanitizer", "none", "--target-dir"])
            .arg(&folder)
            .env("PATH", path)
            .current_dir(&project.root),
        "building the programs that fuzz",
        "look at its output above",
    )?;
    let built = host_triple(project)?;
    let programs = TARGETS.map(|name| {
        let program = folder.join(&built).join("release").join(name);
        (name, program)
    });
    Ok(programs.to_vec())
}

/// Runs one target: first on seeds and inputs that once failed, then on new inputs.
pub(crate) fn run_target(
    project: &Project,
    name: &str,
    program: &Path,
    length: Budget,
) -> Result<()> {
    let folder = project.target.join("fuzz");
    let (corpus, found) = (
        folder.join("corpus").join(name),
        folder.join("found").join(name),
    );
    for folder in [&corpus, &found] {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} can't be made", folder.display()))?;
    }
    let mut inputs = Vec::new();
    for (index, seed) in seeds(project, name)?.iter().enumerate() {
        let file = folder.join(format!("seed-{name}-{index}"));
        fs::write(&file, seed)?;
        inputs.push(file);
    }
    let regressions = project.root.join("fuzz/found").join(name);
    if regressions.is_dir() {
        for entry in fs::read_dir(&regressions)? {
            inputs.push(entry?.path());
        }
    }
    // Given files, a libFuzzer program runs each of them once and exits.
    if !inputs.is_empty() {
        run_quietly(
            Command::new(program).args(&inputs),
            "an input that was found earlier is a problem again",
        )?;
    }
    let mut command = Command::new(program);
    match length {
        // Don't use the corpus of earlier runs, so that every run is the same.
        Budget::Runs(runs) => {
            let fresh = tempfile::tempdir()?;
            command.arg(format!("-runs={runs}")).arg("-seed=1");
            command.arg(fresh.path());
            explore(&mut command, &inputs, &found)
        }
        Budget::Seconds(seconds) => {
            command.arg(format!("-max_total_time={seconds}"));
            command.arg(&corpus);
            explore(&mut command, &inputs, &found)
        }
    }
}

fn explore(command: &mut Command, inputs: &[PathBuf], found: &Path) -> Result<()> {
    let names: Vec<String> = inputs
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    if !names.is_empty() {
        command.arg(format!("-seed_inputs={}", names.join(",")));
    }
    run_quietly(
        command.arg(format!("-artifact_prefix={}/", found.display())),
        &format!(
            "the input is in {}; fix the bug and keep the input in fuzz/found",
            found.display()
        ),
    )
}

/// Seed inputs: complete valid ones, which random mutation would hardly reach.
fn seeds(project: &Project, name: &str) -> Result<Vec<Vec<u8>>> {
    Ok(match name {
        "reading" => {
            let folders = ["tests/fixture", "tests/fixture-keys"].into_iter();
            let folders = folders.map(|folder| joined(&project.root.join(folder)));
            folders.collect::<Result<_>>()?
        }
        "sheets" => {
            let says_who = SaysWho::build_with(project, None)?;
            let export = |dispute: &str, folder: &str| {
                let mut export = says_who.command(&["export", dispute, "--format", "csv"]);
                let output = export.arg(project.root.join(folder)).output()?;
                ensure!(output.status.success(), "{folder} can't be exported");
                Ok(output.stdout)
            };
            vec![
                export("bridge-repair", "tests/fixture")?,
                export("weir", "tests/fixture-keys")?,
            ]
        }
        "normal" => vec!["“It’s . . . so” – he said -- or not…".as_bytes().to_vec()],
        _ => vec![b"bridge-repair/notice-given/index.html".to_vec()],
    })
}

/// The data files of a folder in one, each after a line with its path.
fn joined(folder: &Path) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        let below = entry.path().strip_prefix(folder)?.to_string_lossy();
        if below.ends_with(".toml") {
            all.extend_from_slice(format!("#### {below}\n").as_bytes());
            all.extend(fs::read(entry.path())?);
        }
    }
    Ok(all)
}

/// The host target triple; the build folder of the fuzz targets is named after it.
fn host_triple(project: &Project) -> Result<String> {
    let output = Command::new("rustc")
        .arg("-vV")
        .current_dir(&project.root)
        .output()
        .context("rustc did not start; install Rust with rustup")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    ensure!(host.is_some(), "rustc does not name its target");
    Ok(host.unwrap_or_default().to_owned())
}
