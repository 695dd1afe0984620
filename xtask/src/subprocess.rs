//! Runs other programs without showing their output, unless they fail.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

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
    let errors = String::from_utf8_lossy(&output.stderr);
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
