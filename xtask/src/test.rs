//! Every test, in one command, counted.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::browser::{self, Engine};
use crate::build::{self, Options};
use crate::fuzz::{self, Length};
use crate::project::Project;
use crate::session_pool::{self, SessionPool};
use crate::shell::{self, Profile};
use crate::{deny, disputes, nginx, setup, single_file, stress};

/// Inputs that each fuzzing program tries; `cargo xtask fuzz` tries more.
const FUZZED: u32 = 2_000;

/// The data of the sites under `/repo/` and `/`: as large as a long real dispute.
const LARGE: &str = "tests/fixture-large";

/// A part of the tests of the built site, for whoever works on just that.
pub(crate) struct Only {
    /// The file in `tests/`, without `.rs`.
    pub(crate) file: String,
    /// What the names of the tests have in them.
    pub(crate) name: Option<String>,
}

/// What ran.
#[derive(Default)]
pub(crate) struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    /// Counts one check that is no test of libtest's.
    pub(crate) fn check(&mut self, name: &str, run: impl FnOnce() -> Result<()>) -> bool {
        out!("== {name}");
        let begin = Instant::now();
        let result = run();
        let seconds = begin.elapsed().as_secs();
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

    /// Runs tests and counts them by what libtest says of each binary.
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
                if let Some((passes, fails)) = counts(&line) {
                    self.passed += passes;
                    failed += fails;
                }
            }
        }
        // A binary that did not build or that crashed gives no count of its own.
        if !child.wait()?.success() && failed == 0 {
            failed = 1;
        }
        self.failed += failed;
        Ok(())
    }
}

/// The numbers in libtest's closing line.
fn counts(line: &str) -> Option<(usize, usize)> {
    let rest = line.strip_prefix("test result: ")?;
    let number = |word: &str| {
        let before = rest.split_once(word)?.0;
        before.rsplit(' ').next()?.parse().ok()
    };
    Some((number(" passed")?, number(" failed")?))
}

/// Runs everything; the last line says how many passed and failed.
pub(crate) fn run(project: &Project, engines: &[Engine], only: Option<&Only>) -> Result<ExitCode> {
    let path = setup::tools(project)?;
    let drivers = if engines.contains(&Engine::Firefox) {
        setup::geckodriver(project, &path)?
    } else {
        path.clone()
    };
    let browsers = browser::ready(engines, &drivers)?;
    let checkers = setup::checkers(project)?;
    if only.is_none() {
        browser::java()?;
    }
    let hosting = only.is_none_or(|only| only.file == "hosting");
    let nginx = hosting.then(nginx::ready).transpose()?;
    // Asked for at once: a test build may put another in its place, and what a
    // running program is called then is no path.
    let this = std::env::current_exe()?;
    let mut tally = Tally::default();
    if only.is_none() {
        without_a_site(project, &mut tally)?;
    }
    let cargo = |arguments: &[&str]| cargo(project, arguments);
    let mut stress_data = PathBuf::new();
    tally.check("disputes that are hard on the pages keep the rules", || {
        stress_data = stress::data(project)?;
        Ok(())
    });

    let builds = project.target.join("test-sites");
    if builds.exists() {
        fs::remove_dir_all(&builds)?;
    }
    let site = |public_url: &str, name: &str| -> Result<()> {
        // The small dispute has what the large one has not: older names,
        // something taken out. It is built without a host, the large one with
        // one, and once more with one for what only such a site has.
        let host = || Some("https://example.org".to_owned());
        let (data, origin) = match name {
            "a-b" => (project.root.join("tests/fixture"), None),
            "hosted" => (project.root.join("tests/fixture"), host()),
            "stress" => (stress_data.clone(), None),
            disputes::SITE => (project.root.join("data"), host()),
            _ => (project.root.join(LARGE), host()),
        };
        let options = Options {
            public_url: public_url.parse().map_err(anyhow::Error::msg)?,
            data,
            origin,
            profile: Profile::Release,
            offline: true,
        };
        build::site(project, &options, &path, &builds.join(name))
    };
    let mut built = tally.check("the site under /repo/", || site("/repo/", "repo"));
    if only.is_none() {
        built &= tally.check("a change of what the app is made of is noticed", || {
            shell::covers(project, Profile::Release)
        });
    }
    built &= tally.check("the site under /", || site("/", "root"));
    built &= tally.check("the site under /a/b/", || site("/a/b/", "a-b"));
    built &= tally.check("the site under /stress/", || site("/stress/", "stress"));
    built &= tally.check("the site under /a/b/, with a host", || {
        site("/a/b/", "hosted")
    });
    let published = disputes::of(project)
        .filter(|_| only.is_none_or(|only| only.file == "built_html"))
        .is_some();
    if published {
        built &= tally.check("the site of the published disputes", || {
            site("/repo/", disputes::SITE)
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
            single_file::write(project, &options, "bridge-repair", &path, &out)
        });
    }
    if only.is_none() {
        // After all other sites: what they are built with is built anew after it.
        built &= tally.check("the site from another folder, byte for byte", || {
            let copy = project.copy(&project.target.join("elsewhere"))?;
            let options = Options {
                public_url: "/repo/".parse().map_err(anyhow::Error::msg)?,
                data: copy.root.join(LARGE),
                origin: Some("https://example.org".to_owned()),
                profile: Profile::Release,
                offline: true,
            };
            let made = build::site(&copy, &options, &path, &builds.join("again"));
            // Cargo's records of the project's packages are now of the copy. With
            // it gone, it looks at the project itself again.
            fs::remove_dir_all(&copy.root)?;
            made?;
            same(&builds.join("repo"), &builds.join("again"))
        });
    }
    if built && only.is_none() {
        tally.check("the Nu HTML Checker on the copies in one file", || {
            let mut checker = Command::new("java");
            checker.arg("-jar").arg(&checkers.nu);
            // Its checker of styles, which sees only those in pages, is older
            // than `@container`.
            checker.args([
                "--errors-only",
                "--no-langdetect",
                "--filterpattern",
                "CSS: .*",
            ]);
            succeeds(checker.args(["one.html", "one-online.html"].map(|name| builds.join(name))))
        });
        tally.check("the Nu HTML Checker on every page", || {
            let mut checker = Command::new("java");
            checker.arg("-jar").arg(&checkers.nu);
            checker.args(["--errors-only", "--no-langdetect", "--skip-non-html"]);
            let published = published.then_some(disputes::SITE);
            let sites = ["repo", "a-b", "stress"].into_iter().chain(published);
            succeeds(checker.args(sites.map(|name| builds.join(name))))
        });
    }
    // Named in the output as filtered out, not passed over in silence.
    let pool = SessionPool::new()?;
    let skipped: Vec<String> = Engine::ALL
        .iter()
        .filter(|engine| !engines.contains(engine))
        .map(|engine| format!("::{}", engine.name()))
        .collect();
    if built {
        tally.tests(
            "the built site: HTML, dependencies, browser",
            cargo(&[
                "test",
                "--quiet",
                "--package",
                "says-who-tests",
                "--no-fail-fast",
            ])
            .args(only.iter().flat_map(|only| ["--test", &only.file]))
            .env("SAYS_WHO_BUILDS", &builds)
            .env("SAYS_WHO_AXE", &checkers.axe)
            .env("SAYS_WHO_READABILITY", &checkers.readability)
            .env("SAYS_WHO_VOCABULARY", &checkers.vocabulary)
            .env("SAYS_WHO_XTASK", &this)
            .env("SAYS_WHO_WRITER", build::writer(project)?)
            .env(
                "SAYS_WHO_SHELL",
                shell::shell(project, Profile::Release, &path)?,
            )
            .env(
                "SAYS_WHO_LINKED_WASM",
                shell::linked(project, Profile::Release),
            )
            .envs(browsers.settings())
            .env(session_pool::SETTING, pool.folder())
            .envs(nginx.map(|program| ("SAYS_WHO_NGINX", program)))
            .args(["--"])
            .args(only.and_then(|only| only.name.as_ref()))
            .args(skipped.iter().flat_map(|name| ["--skip", name])),
        )?;
    }
    out!("{} passed, {} failed", tally.passed, tally.failed);
    Ok(if tally.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What needs no built site.
fn without_a_site(project: &Project, tally: &mut Tally) -> Result<()> {
    let cargo = |arguments: &[&str]| cargo(project, arguments);
    tally.check("formatting", || {
        succeeds(&mut cargo(&["fmt", "--all", "--check"]))
    });
    tally.check("clippy, native", || {
        succeeds(&mut cargo(&[
            "clippy",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]))
    });
    tally.check("clippy, wasm32", || {
        succeeds(&mut cargo(&[
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
    // Whole explainers can be read and drawn in a browser.
    tally.check("model, formats and view compile for wasm32", || {
        succeeds(&mut cargo(&[
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
        programs = fuzz::programs(project)?;
        Ok(())
    });
    for (name, program) in &programs {
        tally.check(&format!("fuzzing, briefly: {name}"), || {
            fuzz::one(project, name, program, Length::Runs(FUZZED))
        });
    }

    tally.check("what the dependencies may be", || {
        deny::check(project, deny::Checks::Local)
    });
    match disputes::of(project) {
        Some(data) => disputes::check(&data, tally),
        None => out!("== there is no data/library.toml: no published disputes to test"),
    }
    Ok(())
}

/// Cargo on the project.
fn cargo(project: &Project, arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(&project.root);
    command
}

fn succeeds(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status()?;
    anyhow::ensure!(status.success(), "see above");
    Ok(())
}

/// Whether two folders hold the same files with the same bytes.
fn same(one: &Path, other: &Path) -> Result<()> {
    let (ones, others) = (files(one, OsStr::new(""))?, files(other, OsStr::new(""))?);
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

fn files(folder: &Path, below: &OsStr) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder.join(below))? {
        let entry = entry?;
        let path = Path::new(below).join(entry.file_name());
        if entry.file_type()?.is_dir() {
            found.extend(files(folder, path.as_os_str())?);
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

    use super::{counts, same};

    #[test]
    fn the_closing_line_is_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured";
        assert_eq!(counts(line), Some((12, 3)));
        assert_eq!(counts("test it ... ok"), None);
    }

    #[test]
    fn one_byte_is_a_difference() {
        let (one, other) = (
            tempfile::tempdir().expect("a folder"),
            tempfile::tempdir().expect("a folder"),
        );
        for folder in [&one, &other] {
            fs::create_dir(folder.path().join("a")).expect("a folder");
            fs::write(folder.path().join("a/b"), "1").expect("a file");
        }
        assert!(same(one.path(), other.path()).is_ok());
        fs::write(other.path().join("a/b"), "2").expect("a file");
        assert!(same(one.path(), other.path()).is_err());
        fs::remove_file(other.path().join("a/b")).expect("gone");
        assert!(same(one.path(), other.path()).is_err());
    }
}
