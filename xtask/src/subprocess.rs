//! Runs other programs without showing their output, unless they fail.

use std::io::{IsTerminal as _, Read};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

/// How often a line about a running Cargo is printed if stderr is not a terminal.
const REPORT_INTERVAL: Duration = Duration::from_secs(15);

/// The bars of everything that runs at once.
static BARS: LazyLock<MultiProgress> = LazyLock::new(MultiProgress::new);

/// Prints what is being done and how long it usually takes. It goes to stderr,
/// because stdout may be redirected into a file.
pub(crate) fn announce(what: &str, how_long: &str) {
    err!("{what} ({how_long}) …");
}

/// Runs a program and waits for it. If it fails, shows its output and returns an
/// error with `remedy`, which says what to do.
pub(crate) fn run_quietly(command: &mut Command, remedy: &str) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{program} did not start; {remedy}"))?;
    if output.status.success() {
        return Ok(());
    }
    err!("{}", String::from_utf8_lossy(&output.stdout).trim_end());
    failure(&program, &String::from_utf8_lossy(&output.stderr), remedy)
}

/// Runs Cargo, or a program that runs Cargo, and shows how many packages are compiled
/// and which ones are being compiled. `task` says what it is for. Shows nothing if
/// there is nothing to compile. Otherwise like [`run_quietly`].
pub(crate) fn run_cargo(command: &mut Command, task: &str, remedy: &str) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .env("CARGO_TERM_PROGRESS_WHEN", "always")
        .env("CARGO_TERM_PROGRESS_WIDTH", "100")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("{program} did not start; {remedy}"))?;
    let mut errors = String::new();
    if let Some(stderr) = child.stderr.take() {
        let mut report = Report::new(task);
        for_each_line(stderr, |line| match Compiling::parse(line) {
            Some(now) => report.show(&now),
            None => {
                errors.push_str(line);
                errors.push('\n');
            }
        });
        report.finish();
    }
    if child.wait()?.success() {
        return Ok(());
    }
    failure(&program, &errors, remedy)
}

/// Calls `act` with each line; a carriage return ends one too, because Cargo writes
/// its progress over itself.
fn for_each_line(mut output: impl Read, mut act: impl FnMut(&str)) {
    let (mut line, mut buffer) = (Vec::new(), [0; 4096]);
    while let Ok(count @ 1..) = output.read(&mut buffer) {
        for &byte in &buffer[..count] {
            if byte == b'\n' || byte == b'\r' {
                act(String::from_utf8_lossy(&line).trim_end());
                line.clear();
            } else {
                line.push(byte);
            }
        }
    }
    act(String::from_utf8_lossy(&line).trim_end());
}

/// What Cargo says about its progress: `Building [==> ] 12/345: serde, syn`.
#[derive(Debug, PartialEq, Eq)]
struct Compiling {
    done: u64,
    all: u64,
    now: String,
}

impl Compiling {
    fn parse(line: &str) -> Option<Self> {
        let (before, after) = line.split_once("] ")?;
        before.contains('[').then_some(())?;
        let (counts, now) = after.split_once(':').unwrap_or((after, ""));
        let (done, all) = counts.split_once('/')?;
        Some(Self {
            done: done.trim().parse().ok()?,
            all: all.trim().parse().ok()?,
            now: now.trim().to_owned(),
        })
    }
}

/// Shows the progress: as a bar on a terminal, as a line now and then elsewhere.
struct Report<'a> {
    task: &'a str,
    bar: Option<ProgressBar>,
    start: Instant,
    last: Option<Instant>,
}

impl<'a> Report<'a> {
    fn new(task: &'a str) -> Self {
        Self {
            task,
            bar: None,
            start: Instant::now(),
            last: None,
        }
    }

    fn show(&mut self, compiling: &Compiling) {
        let Compiling { done, all, now } = compiling;
        if std::io::stderr().is_terminal() {
            let bar = self.bar.get_or_insert_with(|| new_bar(self.task, *all));
            bar.set_length(*all);
            bar.set_position(*done);
            bar.set_message(now.clone());
        } else if self
            .last
            .is_none_or(|last| last.elapsed() >= REPORT_INTERVAL)
        {
            let seconds = self.start.elapsed().as_secs();
            let task = self.task;
            err!("{task}: {done} of {all} packages after {seconds} s; now {now}");
            self.last = Some(Instant::now());
        }
    }

    fn finish(self) {
        let seconds = self.start.elapsed().as_secs();
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
        if self.bar.is_some() || self.last.is_some() {
            err!("{}: {seconds} s", self.task);
        }
    }
}

fn new_bar(task: &str, all: u64) -> ProgressBar {
    let bar = BARS.add(ProgressBar::new(all).with_prefix(task.to_owned()));
    // A wrong template would only lose the style.
    if let Ok(style) = ProgressStyle::with_template("{prefix} {bar:20} {pos}/{len} {wide_msg}") {
        bar.set_style(style);
    }
    bar
}

/// Shows the errors that a program printed, and explains them if possible.
fn failure(program: &str, errors: &str, remedy: &str) -> Result<()> {
    err!("{}", errors.trim_end());
    if errors.contains("No space left on device") || errors.contains("ENOSPC") {
        bail!("the disk is full; make room and run the command again");
    }
    let offline = [
        "Could not connect",
        "Could not resolve host",
        "ENOTFOUND",
        "EAI_AGAIN",
        "error sending request",
        "failed to connect",
        "spurious network",
    ];
    if offline.iter().any(|sign| errors.contains(sign)) {
        bail!(
            "there is no connection to where packages and parts of the compiler are; run the command again when there is one"
        );
    }
    bail!("{program} failed; {remedy}");
}

#[cfg(test)]
mod tests {
    use super::Compiling;

    #[test]
    fn the_progress_of_cargo_is_read() {
        let line = "    Building [=====>       ] 12/345: serde, syn(build.rs)";
        let now = "serde, syn(build.rs)".to_owned();
        let compiling = Some(Compiling {
            done: 12,
            all: 345,
            now,
        });
        assert_eq!(Compiling::parse(line), compiling);
        for line in [
            "   Compiling serde v1.0",
            "error: [x] y",
            "warning: a [b] c/d: e",
        ] {
            assert_eq!(Compiling::parse(line), None, "{line}");
        }
    }
}
