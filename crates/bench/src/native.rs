//! Measures the native programs: checking the data and writing the pages.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use walkdir::WalkDir;

use crate::case::Case;
use crate::programs::Programs;
use crate::record::{PROJECT, Record};

/// Measures a case `runs` times. Painting all cards takes long and is measured once.
pub(crate) fn measure(
    programs: &Programs,
    case: &Case,
    runs: usize,
    record: &mut Record,
) -> Result<()> {
    let mut add = |measure, value| record.add(&case.name, PROJECT, "app", measure, value);
    for _ in 0..runs {
        let mut check = Command::new(&programs.says_who);
        add("check", run(check.arg("check").arg(&case.data))?.time)?;
    }

    let folder = tempfile::tempdir_in(&programs.folder)?;
    // Cards are kept in this cache.
    let cache = folder.path().join("cache");
    for index in 0..=runs {
        let site = folder.path().join("site");
        let mut build = programs.build_site(&case.data, &site);
        let cost = run(build.env("SAYS_WHO_CACHE", &cache))?;
        if index == 0 {
            add("pages", count_pages(&site)? as f64)?;
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

/// The cost of running a program.
struct Cost {
    /// Milliseconds.
    time: f64,
    /// The peak memory in bytes, if the system provides it.
    memory: Option<f64>,
}

fn run(command: &mut Command) -> Result<Cost> {
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .context("a program did not start")?;
    let mut memory = None;
    let status = loop {
        // Keep the last reading before the program ends: the peak never decreases.
        memory = peak_memory(child.id()).or(memory);
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(Duration::from_millis(2));
    };
    let time = start.elapsed().as_secs_f64() * 1000.0;
    ensure!(status.success(), "a program failed; see above");
    Ok(Cost { time, memory })
}

/// The peak memory of a process in bytes; only on Linux.
fn peak_memory(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024.0)
}

/// The number of pages of a site.
fn count_pages(folder: &Path) -> Result<usize> {
    let mut count = 0;
    for entry in WalkDir::new(folder) {
        count += usize::from(entry?.path().extension().is_some_and(|kind| kind == "html"));
    }
    Ok(count)
}
