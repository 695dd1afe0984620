//! `test`: runs every check and test, and counts them.

mod native;
mod sites;
mod tally;

use std::process::{Command, ExitCode, Stdio};

use anyhow::Result;

use crate::browser::{self, Engine};
use crate::bundle::{self, Profile};
use crate::project::Project;
use crate::says_who::SaysWho;
use crate::session_pool::{self, SessionPool};
use crate::setup::Checkers;
use crate::subprocess::run_cargo;
use crate::{nginx, setup};
use sites::TestSites;
use tally::Tally;

pub(crate) use native::run_quick;

/// What to do about errors that are shown.
const SEE_ABOVE: &str = "see the errors above";

/// Selects a part of the tests of the built site.
pub(crate) struct Selection {
    /// The file in `tests/`, without `.rs`.
    pub(crate) file: String,
    /// A substring of the test names.
    pub(crate) name: Option<String>,
}

/// Runs everything; the last line says how many passed and failed. Over 60 lines,
/// because the test process needs many environment variables.
pub(crate) fn run(
    project: &Project,
    engines: &[Engine],
    only: Option<&Selection>,
) -> Result<ExitCode> {
    let path = setup::install_tools(project)?;
    let drivers = if engines.contains(&Engine::Firefox) {
        setup::install_geckodriver(project, &path)?
    } else {
        path.clone()
    };
    let browsers = browser::find_or_install(engines, &drivers)?;
    let checkers = setup::install_checkers(project)?;
    if only.is_none() {
        browser::install_java()?;
    }
    let needs_nginx = only.is_none_or(|only| only.file == "hosting");
    let nginx = needs_nginx.then(nginx::find_or_download).transpose()?;
    let mut tally = Tally::default();
    if only.is_none() {
        native::run(project, &mut tally)?;
    }
    let says_who = SaysWho::build(project, &path)?;
    let sites = sites::build(project, &says_who, &path, only, &mut tally)?;
    if sites.are_built && only.is_none() {
        check_html(&sites, &checkers, &mut tally);
    }
    let pool = SessionPool::new()?;
    // Skip the tests of other engines by name, so that libtest reports them as
    // filtered out.
    let skipped: Vec<String> = Engine::ALL
        .iter()
        .filter(|engine| !engines.contains(engine))
        .map(|engine| format!("::{}", engine.name()))
        .collect();
    let file = only.iter().flat_map(|only| ["--test", &only.file]);
    let package = ["--package", "says-who-tests"];
    let compiled = sites.are_built
        && compile_tests(
            project,
            "the tests of the built site compile",
            package.into_iter().chain(file.clone()),
            &mut tally,
        );
    if compiled {
        tally.tests(
            "the built site: HTML, dependencies, browser",
            cargo(project, &["test", "--quiet", "--no-fail-fast"])
                .args(package)
                .args(file)
                .env("SAYS_WHO_BUILDS", &sites.folder)
                .env("SAYS_WHO_AXE", &checkers.axe)
                .env("SAYS_WHO_READABILITY", &checkers.readability)
                .env("SAYS_WHO_VOCABULARY", &checkers.vocabulary)
                .env("SAYS_WHO_PROGRAM", &sites.program)
                .env(
                    "SAYS_WHO_TEST_BUNDLE",
                    bundle::get_or_build(project, Profile::Release, &path)?,
                )
                .env(
                    "SAYS_WHO_LINKED_WASM",
                    bundle::linked_wasm(project, Profile::Release),
                )
                .envs(browsers.env_vars())
                .env(session_pool::ENV_VAR, pool.folder())
                .envs(nginx.map(|program| ("SAYS_WHO_NGINX", program)))
                .args(["--"])
                .args(only.and_then(|only| only.name.as_ref()))
                .args(skipped.iter().flat_map(|name| ["--skip", name])),
        )?;
    }
    Ok(tally.finish())
}

/// Runs the Nu HTML Checker on the sites.
fn check_html(sites: &TestSites, checkers: &Checkers, tally: &mut Tally) {
    let folder = &sites.folder;
    tally.check("the Nu HTML Checker on every page", || {
        let mut checker = Command::new("java");
        checker.arg("-jar").arg(&checkers.nu);
        // The checker's CSS validator, which sees only styles in HTML, is older than
        // `@container`.
        checker.args([
            "--errors-only",
            "--no-langdetect",
            "--skip-non-html",
            "--filterpattern",
            "CSS: .*",
        ]);
        let copies = ["one.html", "one-online.html"];
        let published = sites.has_published.then_some(sites::PUBLISHED);
        let names = ["repo", "a-b", "stress"].into_iter().chain(published);
        let names = copies.into_iter().chain(names);
        run_visibly(checker.args(names.map(|name| folder.join(name))))
    });
}

/// Compiles tests, so that the progress is shown: running them prints only results.
fn compile_tests<'a>(
    project: &Project,
    name: &str,
    selection: impl IntoIterator<Item = &'a str>,
    tally: &mut Tally,
) -> bool {
    let mut command = cargo(project, &["test", "--no-run"]);
    command.args(selection);
    tally.check(name, || {
        run_cargo(&mut command, "compiling tests", SEE_ABOVE)
    })
}

/// A Cargo command in the project's folder.
fn cargo(project: &Project, arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(&project.root);
    command
}

fn run_visibly(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status()?;
    anyhow::ensure!(status.success(), "see above");
    Ok(())
}
