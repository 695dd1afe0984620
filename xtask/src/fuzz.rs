//! Coverage-guided fuzzing of what takes anything from outside: data files,
//! texts of sources, addresses, spreadsheets.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};
use says_who_formats::format::Dispute;
use says_who_formats::sheet;

use crate::project::Project;
use crate::setup;
use crate::step::{quietly, say};

/// The programs in `fuzz/targets`.
const TARGETS: [&str; 4] = ["reading", "normal", "routes", "sheets"];

/// How long a program runs.
#[derive(Clone, Copy)]
pub(crate) enum Length {
    /// So many inputs, the same each time.
    Runs(u32),
    /// So many seconds.
    Seconds(u32),
}

/// Runs each program; what it finds stays in `target/fuzz/found`.
pub(crate) fn run(project: &Project, length: Length) -> Result<ExitCode> {
    let mut failed = 0;
    for (name, program) in programs(project)? {
        out!("== {name}");
        if let Err(error) = one(project, name, &program, length) {
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

/// Builds the programs.
pub(crate) fn programs(project: &Project) -> Result<Vec<(&'static str, PathBuf)>> {
    let path = setup::cargo_fuzz(project)?;
    let folder = project.target.join("fuzz");
    say(
        "building the programs that fuzz",
        "3 minutes the first time",
    );
    quietly(
        Command::new("cargo")
            // Without a sanitizer, so that the pinned compiler can do it; there
            // is no unsafe code of ours to watch.
            .args(["fuzz", "build", "--sanitizer", "none", "--target-dir"])
            .arg(&folder)
            .env("PATH", path)
            .current_dir(&project.root),
        "look at its output above",
    )?;
    let built = host(project)?;
    let programs = TARGETS.map(|name| {
        let program = folder.join(&built).join("release").join(name);
        (name, program)
    });
    Ok(programs.to_vec())
}

/// Runs one: first on everything that was ever found, then on inputs of its own.
pub(crate) fn one(project: &Project, name: &str, program: &Path, length: Length) -> Result<()> {
    let folder = project.target.join("fuzz");
    let (corpus, found) = (
        folder.join("corpus").join(name),
        folder.join("found").join(name),
    );
    for folder in [&corpus, &found] {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} can't be made", folder.display()))?;
    }
    let mut begin = Vec::new();
    for (index, seed) in seeds(project, name)?.iter().enumerate() {
        let file = folder.join(format!("seed-{name}-{index}"));
        fs::write(&file, seed)?;
        begin.push(file);
    }
    let kept = project.root.join("fuzz/found").join(name);
    if kept.is_dir() {
        for entry in fs::read_dir(&kept)? {
            begin.push(entry?.path());
        }
    }
    // Given files, the program takes each once and nothing else.
    if !begin.is_empty() {
        quietly(
            Command::new(program).args(&begin),
            "an input that was found earlier is a problem again",
        )?;
    }
    let mut command = Command::new(program);
    match length {
        // What an earlier run found worth keeping is left out: the same each time.
        Length::Runs(runs) => {
            let fresh = tempfile::tempdir()?;
            command.arg(format!("-runs={runs}")).arg("-seed=1");
            command.arg(fresh.path());
            search(&mut command, &begin, &found)
        }
        Length::Seconds(seconds) => {
            command.arg(format!("-max_total_time={seconds}"));
            command.arg(&corpus);
            search(&mut command, &begin, &found)
        }
    }
}

fn search(command: &mut Command, begin: &[PathBuf], found: &Path) -> Result<()> {
    let names: Vec<String> = begin
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    if !names.is_empty() {
        command.arg(format!("-seed_inputs={}", names.join(",")));
    }
    quietly(
        command.arg(format!("-artifact_prefix={}/", found.display())),
        &format!(
            "the input is in {}; mend it, and keep the input in fuzz/found",
            found.display()
        ),
    )
}

/// Inputs to begin with: whole ones, that chance would not come to.
fn seeds(project: &Project, name: &str) -> Result<Vec<Vec<u8>>> {
    let fixture = project.root.join("tests/fixture");
    let files = || {
        says_who_files::read_folder(&fixture)
            .map_err(|report| anyhow::anyhow!("the fixture can't be read: {report}"))
    };
    Ok(match name {
        "reading" => {
            let mut all = Vec::new();
            for file in files()? {
                all.extend_from_slice(format!("#### {}\n", file.path).as_bytes());
                all.extend_from_slice(&file.bytes);
            }
            vec![all]
        }
        "sheets" => {
            let dispute = Dispute::from_files("bridge-repair", &files()?)?;
            vec![sheet::export(&dispute).into_bytes()]
        }
        "normal" => vec!["“It’s . . . so” – he said -- or not…".as_bytes().to_vec()],
        _ => vec![b"bridge-repair/notice-given/index.html".to_vec()],
    })
}

/// The compiler's own target, by which the folder of the programs is named.
fn host(project: &Project) -> Result<String> {
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
