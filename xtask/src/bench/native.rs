//! What the project's own programs take: checking data and writing pages.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::case::Case;
use super::record::{PROJECT, Record};
use crate::build;
use crate::project::Project;
use crate::shell::{self, Profile};

/// Measures a case `runs` times; painting all cards, which takes longest, once.
pub(super) fn measure(
    project: &Project,
    path: &OsStr,
    case: &Case,
    runs: usize,
    record: &mut Record,
) -> Result<()> {
    let mut add = |measure, value| record.add(&case.name, PROJECT, "app", measure, value);
    let this = std::env::current_exe()?;
    for _ in 0..runs {
        let mut check = Command::new(&this);
        add("check", run(check.arg("check").arg(&case.data))?.time)?;
    }

    let program = build::writer(project)?;
    let shell = shell::shell(project, Profile::Release, path)?;
    let options = case.options()?;
    let folder = tempfile::tempdir_in(&project.target)?;
    let cards = folder.path().join("cards");
    for index in 0..=runs {
        let site = folder.path().join("site");
        let mut write = build::writing(&options, &program, &shell, &site);
        let cost = run(write.env("SAYS_WHO_CARDS", &cards))?;
        if index == 0 {
            add("pages", pages(&site)? as f64)?;
            add("write_first", cost.time)?;
        } else {
            add("write_again", cost.time)?;
        }
        if let Some(memory) = cost.memory {
            add("write_memory", memory)?;
        }
        fs::remove_dir_all(site)?;
    }
    Ok(())
}

/// What running a program took.
struct Cost {
    /// Milliseconds.
    time: f64,
    /// The most bytes that it held at once, where the system tells.
    memory: Option<f64>,
}

fn run(command: &mut Command) -> Result<Cost> {
    let begin = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .context("a program did not start")?;
    let mut memory = None;
    let status = loop {
        // The last answer before its end: the most never gets less.
        memory = most_memory(child.id()).or(memory);
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(Duration::from_millis(2));
    };
    let time = begin.elapsed().as_secs_f64() * 1000.0;
    ensure!(status.success(), "a program failed; see above");
    Ok(Cost { time, memory })
}

/// The most memory that a process has held, in bytes. Linux tells.
fn most_memory(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024.0)
}

/// How many pages a site has.
fn pages(folder: &Path) -> Result<usize> {
    let mut count = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            count += pages(&path)?;
        } else if path.extension().is_some_and(|kind| kind == "html") {
            count += 1;
        }
    }
    Ok(count)
}
