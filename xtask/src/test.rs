//! `test`: runs every check and test, and counts them.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::browser::{self, Engine};
use crate::build::{self, Options};
use crate::bundle::{self, Profile};
use crate::fuzz::{self, Budget};
use crate::project::Project;
use crate::session_pool::{self, SessionPool};
use crate::setup::Checkers;
use crate::{deny, generated_data, nginx, published_disputes, setup, single_file};

/// The number of inputs for each fuzz target; `cargo xtask fuzz` tries more.
const FUZZ_RUNS: u32 = 2_000;

/// The data of the sites under `/repo/` and `/`, as large as a long real dispute.
const LARGE: &str = "tests/fixture-large";

/// Selects a part of the tests of the built site.
pub(crate) struct Selection {
    /// The file in `tests/`, without `.rs`.
    pub(crate) file: String,
    /// A substring of the test names.
    pub(crate) name: Option<String>,
}

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
    fn finish(&self) -> ExitCode {
        out!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }

    /// Runs tests, and adds up the counts that libtest prints for each binary.
    fn tests(&mut self, name: &str, command: &mut Command) -> Result<()> {
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

/// The sites that the tests of the built site read.
struct TestSites {
    /// The folder with all sites.
    folder: PathBuf,
    /// Whether all of them were built.
    are_built: bool,
    /// Whether there is a site of the published disputes.
    has_published: bool,
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
    // Read the path now: a test build may replace the file, and then the system
    // reports a path that does not exist.
    let xtask = std::env::current_exe()?;
    let mut tally = Tally::default();
    if only.is_none() {
        run_without_site(project, &mut tally)?;
    }
    let sites = build_sites(project, &path, only, &mut tally)?;
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
    if sites.are_built {
        tally.tests(
            "the built site: HTML, dependencies, browser",
            cargo(
                project,
                &[
                    "test",
                    "--quiet",
                    "--package",
                    "says-who-tests",
                    "--no-fail-fast",
                ],
            )
            .args(only.iter().flat_map(|only| ["--test", &only.file]))
            .env("SAYS_WHO_BUILDS", &sites.folder)
            .env("SAYS_WHO_AXE", &checkers.axe)
            .env("SAYS_WHO_READABILITY", &checkers.readability)
            .env("SAYS_WHO_VOCABULARY", &checkers.vocabulary)
            .env("SAYS_WHO_XTASK", &xtask)
            .env("SAYS_WHO_WRITER", build::build_generator(project)?)
            .env(
                "SAYS_WHO_SHELL",
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

/// Builds the sites for the tests. Over 60 lines, because the sites are listed one
/// after another.
fn build_sites(
    project: &Project,
    path: &OsStr,
    only: Option<&Selection>,
    tally: &mut Tally,
) -> Result<TestSites> {
    let mut stress_data = PathBuf::new();
    tally.check("disputes that are hard on the pages keep the rules", || {
        stress_data = generated_data::stress(project)?;
        Ok(())
    });

    let builds = project.target.join("test-sites");
    if builds.exists() {
        fs::remove_dir_all(&builds)?;
    }
    let site = |public_url: &str, name: &str| -> Result<()> {
        // The small fixture has what the large one lacks: former ids and removed
        // items. The small one is built without an origin, and once more with one,
        // for the features that need it; the large one has an origin.
        let host = || Some("https://example.org".to_owned());
        let (data, origin) = match name {
            "a-b" => (project.root.join("tests/fixture"), None),
            "hosted" => (project.root.join("tests/fixture"), host()),
            "stress" => (stress_data.clone(), None),
            published_disputes::SITE => (project.root.join("data"), host()),
            _ => (project.root.join(LARGE), host()),
        };
        let options = Options {
            public_url: public_url.parse().map_err(anyhow::Error::msg)?,
            data,
            origin,
            profile: Profile::Release,
            offline: true,
        };
        build::build_site(project, &options, path, &builds.join(name))
    };
    let mut built = tally.check("the site under /repo/", || site("/repo/", "repo"));
    if only.is_none() {
        built &= tally.check("a change of what the app is made of is noticed", || {
            bundle::check_inputs(project, Profile::Release)
        });
    }
    built &= tally.check("the site under /", || site("/", "root"));
    built &= tally.check("the site under /a/b/", || site("/a/b/", "a-b"));
    built &= tally.check("the site under /stress/", || site("/stress/", "stress"));
    built &= tally.check("the site under /a/b/, with a host", || {
        site("/a/b/", "hosted")
    });
    let published = published_disputes::folder(project)
        .filter(|_| only.is_none_or(|only| only.file == "built_html"))
        .is_some();
    if published {
        built &= tally.check("the site of the published disputes", || {
            site("/repo/", published_disputes::SITE)
        });
    }
    for (name, origin) in [
        ("one.html", None),
        ("one-online.html", Some("https://example.org")),
    ] {
        built &= tally.check(&format!("the small dispute as {name}"), || {
            let options = Options {
                public_url: "/a/b/".parse().map_err(anyhow::Error::msg)?,
                data: project.root.join("tests/fixture"),
                origin: origin.map(str::to_owned),
                profile: Profile::Release,
                offline: true,
            };
            let out = builds.join(name);
            single_file::write(project, &options, "bridge-repair", path, &out)
        });
    }
    if only.is_none() {
        // Last: afterwards, Cargo rebuilds the packages that the other sites use.
        built &= tally.check("the site from another folder, byte for byte", || {
            build_from_copy(project, path, &builds)
        });
    }
    Ok(TestSites {
        folder: builds,
        are_built: built,
        has_published: published,
    })
}

/// Builds the site under `/repo/` from a copy of the project, and checks that it is
/// the same: builds are reproducible.
fn build_from_copy(project: &Project, path: &OsStr, builds: &Path) -> Result<()> {
    let copy = project.copy(&project.target.join("elsewhere"))?;
    let options = Options {
        public_url: "/repo/".parse().map_err(anyhow::Error::msg)?,
        data: copy.root.join(LARGE),
        origin: Some("https://example.org".to_owned()),
        profile: Profile::Release,
        offline: true,
    };
    let made = build::build_site(&copy, &options, path, &builds.join("again"));
    // Cargo's fingerprints of the packages now refer to the copy. Delete it, so that
    // Cargo looks at the project again.
    fs::remove_dir_all(&copy.root)?;
    made?;
    check_identical(&builds.join("repo"), &builds.join("again"))
}

/// Runs the Nu HTML Checker on the sites.
fn check_html(sites: &TestSites, checkers: &Checkers, tally: &mut Tally) {
    let folder = &sites.folder;
    tally.check("the Nu HTML Checker on the copies in one file", || {
        let mut checker = Command::new("java");
        checker.arg("-jar").arg(&checkers.nu);
        // The checker's CSS validator, which sees only styles in HTML, is older than
        // `@container`.
        checker.args([
            "--errors-only",
            "--no-langdetect",
            "--filterpattern",
            "CSS: .*",
        ]);
        run_visibly(checker.args(["one.html", "one-online.html"].map(|name| folder.join(name))))
    });
    tally.check("the Nu HTML Checker on every page", || {
        let mut checker = Command::new("java");
        checker.arg("-jar").arg(&checkers.nu);
        checker.args(["--errors-only", "--no-langdetect", "--skip-non-html"]);
        let published = sites.has_published.then_some(published_disputes::SITE);
        let names = ["repo", "a-b", "stress"].into_iter().chain(published);
        run_visibly(checker.args(names.map(|name| folder.join(name))))
    });
}

/// Runs everything that needs no built site. Over 60 lines, because it is a list of
/// checks.
fn run_without_site(project: &Project, tally: &mut Tally) -> Result<()> {
    let cargo = |arguments: &[&str]| cargo(project, arguments);
    check_style(project, tally);
    tally.check("clippy, wasm32", || {
        run_visibly(&mut cargo(&[
            "clippy",
            "--quiet",
            "--package",
            "says-who",
            "--target",
            "wasm32-unknown-unknown",
            "--",
            "-D",
            "warnings",
        ]))
    });
    // These crates must stay usable in a browser, data parser included.
    tally.check("model, formats and view compile for wasm32", || {
        run_visibly(&mut cargo(&[
            "check",
            "--quiet",
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
        ]))
    });
    tally.tests(
        "model, data, server, commands, routes",
        &mut cargo(&[
            "test",
            "--quiet",
            "--workspace",
            "--exclude",
            "says-who-tests",
            "--no-fail-fast",
        ]),
    )?;

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
    match published_disputes::folder(project) {
        Some(data) => published_disputes::check(&data, tally),
        None => out!("== there is no data/library.toml: no published disputes to test"),
    }
    Ok(())
}

/// Checks the formatting, and runs clippy on the native code.
fn check_style(project: &Project, tally: &mut Tally) {
    tally.check("formatting", || {
        run_visibly(&mut cargo(project, &["fmt", "--all", "--check"]))
    });
    let mut clippy = cargo(project, &["clippy", "--quiet", "--workspace"]);
    clippy.args(["--all-targets", "--", "-D", "warnings"]);
    tally.check("clippy, native", || run_visibly(&mut clippy));
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

/// Checks that two folders have the same files with the same bytes.
fn check_identical(one: &Path, other: &Path) -> Result<()> {
    let (ones, others) = (
        file_paths(one, OsStr::new(""))?,
        file_paths(other, OsStr::new(""))?,
    );
    anyhow::ensure!(ones == others, "the files differ: {ones:?} and {others:?}");
    for file in ones {
        anyhow::ensure!(
            fs::read(one.join(&file))? == fs::read(other.join(&file))?,
            "{} differs between two builds",
            file.display()
        );
    }
    Ok(())
}

fn file_paths(folder: &Path, below: &OsStr) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder.join(below))? {
        let entry = entry?;
        let path = Path::new(below).join(entry.file_name());
        if entry.file_type()?.is_dir() {
            found.extend(file_paths(folder, path.as_os_str())?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{check_identical, parse_counts};

    #[test]
    fn the_last_line_of_libtest_is_parsed() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured";
        assert_eq!(parse_counts(line), Some((12, 3)));
        assert_eq!(parse_counts("test it ... ok"), None);
    }

    #[test]
    fn a_difference_of_one_byte_is_found() {
        let (one, other) = (
            tempfile::tempdir().expect("a folder"),
            tempfile::tempdir().expect("a folder"),
        );
        for folder in [&one, &other] {
            fs::create_dir(folder.path().join("a")).expect("a folder");
            fs::write(folder.path().join("a/b"), "1").expect("a file");
        }
        assert!(check_identical(one.path(), other.path()).is_ok());
        fs::write(other.path().join("a/b"), "2").expect("a file");
        assert!(check_identical(one.path(), other.path()).is_err());
        fs::remove_file(other.path().join("a/b")).expect("gone");
        assert!(check_identical(one.path(), other.path()).is_err());
    }
}
