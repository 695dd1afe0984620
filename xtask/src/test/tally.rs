//! Counts passed and failed tests.

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use anyhow::{Context, Result};

/// The numbers of passed and failed tests.
#[derive(Default)]
pub(crate) struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    /// Runs a check that is not a libtest test, and counts it.
    pub(crate) fn check(&mut self, name: &str, run: impl FnOnce() -> Result<()>) -> bool {
        out!("== {name}");
        let start = Instant::now();
        let result = run();
        let seconds = start.elapsed().as_secs();
        match &result {
            Ok(()) => {
                self.passed += 1;
                out!("   passed ({seconds} s)");
            }
            Err(error) => {
                self.failed += 1;
                out!("   FAILED ({seconds} s): {error:#}");
            }
        }
        result.is_ok()
    }

    /// Prints how many passed and failed.
    pub(crate) fn finish(&self) -> ExitCode {
        out!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }

    /// Runs tests, and adds up the counts that libtest prints for each binary.
    pub(crate) fn tests(&mut self, name: &str, command: &mut Command) -> Result<()> {
        out!("== {name}");
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{name}: cargo did not start"))?;
        let mut failed = 0;
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).lines() {
                let line = line?;
                out!("{line}");
                if let Some((passes, fails)) = parse_counts(&line) {
                    self.passed += passes;
                    failed += fails;
                }
            }
        }
        // A binary that did not compile or that crashed prints no counts.
        if !child.wait()?.success() && failed == 0 {
            failed = 1;
        }
        self.failed += failed;
        Ok(())
    }
}

/// Parses the numbers of passed and failed tests in libtest's last line.
fn parse_counts(line: &str) -> Option<(usize, usize)> {
    let rest = line.strip_prefix("test result: ")?;
    let number = |word: &str| {
        let before = rest.split_once(word)?.0;
        before.rsplit(' ').next()?.parse().ok()
    };
    Some((number(" passed")?, number(" failed")?))
}

#[cfg(test)]
mod tests {
    use super::parse_counts;

    #[test]
    fn the_last_line_of_libtest_is_parsed() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured";
        assert_eq!(parse_counts(line), Some((12, 3)));
        assert_eq!(parse_counts("test it ... ok"), None);
    }
}
