//! What needs no built site: formatting, lints, the tests of the libraries, fuzzing,
//! the rules for dependencies.

use std::process::ExitCode;

use anyhow::Result;

use super::tally::Tally;
use super::{SEE_ABOVE, cargo, compile_tests, run_visibly};
use crate::fuzz::{self, Budget};
use crate::project::Project;
use crate::subprocess::run_cargo;
use crate::{deny, lint};

/// The number of inputs for each fuzz target; `cargo xtask fuzz` tries more.
const FUZZ_RUNS: u32 = 2_000;

/// Runs what needs neither a browser nor a built site: formatting, lints, and the
/// tests of the libraries. Installs nothing.
pub(crate) fn run_quick(project: &Project) -> Result<ExitCode> {
    let mut tally = Tally::default();
    check_style(project, &mut tally);
    let packages = ["--workspace", "--exclude", "says-who-tests"];
    let mut libraries = cargo(project, &["test", "--quiet", "--no-fail-fast"]);
    // The commands are tested as programs, which takes minutes.
    tally.tests(
        "tests of the libraries",
        libraries.args(packages).args(["--exclude", "xtask"]),
    )?;
    Ok(tally.finish())
}

/// Runs everything that needs no built site. Over 60 lines, because it is a list of
/// checks.
pub(super) fn run(project: &Project, tally: &mut Tally) -> Result<()> {
    let cargo = |arguments: &[&str]| cargo(project, arguments);
    check_style(project, tally);
    tally.check("scripts and styles: Prettier, ESLint, stylelint", || {
        lint::check(project)
    });
    tally.check("clippy, wasm32", || {
        let mut clippy = cargo(&["clippy", "--package", "says-who"]);
        clippy.args(["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"]);
        run_cargo(&mut clippy, "clippy, wasm32", SEE_ABOVE)
    });
    // These crates must stay usable in a browser, data parser included.
    tally.check("model, formats and view compile for wasm32", || {
        let mut check = cargo(&[
            "check",
            "--package",
            "says-who-model",
            "--features",
            "says-who-model/read",
            "--package",
            "says-who-formats",
            "--package",
            "says-who-view",
            "--target",
            "wasm32-unknown-unknown",
        ]);
        run_cargo(&mut check, "checking for wasm32", SEE_ABOVE)
    });
    let packages = ["--workspace", "--exclude", "says-who-tests"];
    if compile_tests(
        project,
        "the tests of the libraries and commands compile",
        packages,
        tally,
    ) {
        tally.tests(
            "model, data, server, commands, routes",
            cargo(&["test", "--quiet", "--no-fail-fast"]).args(packages),
        )?;
    }

    let mut programs = Vec::new();
    tally.check("the programs that fuzz", || {
        programs = fuzz::build_targets(project)?;
        Ok(())
    });
    for (name, program) in &programs {
        tally.check(&format!("fuzzing, briefly: {name}"), || {
            fuzz::run_target(project, name, program, Budget::Runs(FUZZ_RUNS))
        });
    }

    tally.check("what the dependencies may be", || {
        deny::check(project, deny::Checks::Local)
    });
    Ok(())
}

/// Checks the formatting, and runs clippy on the native code.
fn check_style(project: &Project, tally: &mut Tally) {
    tally.check("formatting", || {
        run_visibly(&mut cargo(project, &["fmt", "--all", "--check"]))
    });
    let mut clippy = cargo(project, &["clippy", "--workspace", "--all-targets"]);
    clippy.args(["--", "-D", "warnings"]);
    tally.check("clippy, native", || {
        run_cargo(&mut clippy, "clippy, native", SEE_ABOVE)
    });
}
