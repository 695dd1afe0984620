//! Finds the browsers and drivers for the tests, or installs them where possible.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use crate::subprocess::{announce, run_quietly};
use crate::which;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    /// Chromium or Chrome, with chromedriver.
    Chromium,
    /// Firefox, with geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, with WebKitWebDriver, on a display of its own.
    Webkit,
}

/// A browser and its driver.
struct Browser {
    program: PathBuf,
    driver: PathBuf,
}

/// The browsers, as environment variables for the tests. Ends the virtual display
/// when dropped.
pub(crate) struct Browsers {
    env_vars: Vec<(String, OsString)>,
    display: Option<Child>,
}

impl Drop for Browsers {
    fn drop(&mut self) {
        if let Some(display) = &mut self.display {
            // Kills only the process that this value started.
            let _ = display.kill();
            let _ = display.wait();
        }
    }
}

impl Browsers {
    /// The environment variables for the tests.
    pub(crate) fn env_vars(&self) -> impl Iterator<Item = (&String, &OsString)> {
        self.env_vars.iter().map(|(name, value)| (name, value))
    }
}

impl Engine {
    /// Every engine, in the order in which the tests use them.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// The name in test names and environment variables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The Debian packages. geckodriver is not among them: it is installed with
    /// cargo.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::Webkit => &["webkit2gtk-driver", "xvfb"],
        }
    }

    fn install_hint(self) -> &'static str {
        match self {
            Self::Chromium => {
                "Chromium or Chrome, and chromedriver in the same version, on PATH; on Debian: apt-get install chromium chromium-driver; on macOS: brew install --cask google-chrome chromedriver"
            }
            Self::Firefox => {
                "Firefox on PATH; on Debian: apt-get install firefox-esr; on macOS: brew install --cask firefox"
            }
            Self::Webkit => {
                "WebKitGTK with its driver, and Xvfb, which exist on Linux; on Debian: apt-get install webkit2gtk-driver xvfb. Leave it out with --engine chromium --engine firefox"
            }
        }
    }

    /// Finds the browser and its driver; geckodriver is looked up on `path`.
    fn find(self, path: &OsString) -> Option<Browser> {
        let application = |name: &str| {
            let program = PathBuf::from(format!("/Applications/{name}"));
            program.is_file().then_some(program)
        };
        match self {
            Self::Chromium => {
                const NAMES: [&str; 5] = [
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable",
                    "chrome",
                ];
                let program = NAMES
                    .iter()
                    .find_map(|name| on_path(name))
                    .or_else(|| application("Google Chrome.app/Contents/MacOS/Google Chrome"))?;
                let preinstalled = env::var_os("CHROMEWEBDRIVER")
                    .and_then(|folder| which::find(&folder, "chromedriver"));
                let driver = preinstalled.or_else(|| on_path("chromedriver"))?;
                Some(Browser { program, driver })
            }
            Self::Firefox => {
                let program = ["firefox-esr", "firefox"]
                    .iter()
                    .find_map(|name| on_path(name))
                    .or_else(|| application("Firefox.app/Contents/MacOS/firefox"))?;
                let driver = find_on(path, "geckodriver")?;
                Some(Browser { program, driver })
            }
            Self::Webkit => {
                let driver = on_path("WebKitWebDriver")?;
                on_path("Xvfb")?;
                let libraries = [
                    format!("/usr/lib/{}-linux-gnu", env::consts::ARCH),
                    "/usr/libexec".to_owned(),
                    "/usr/lib".to_owned(),
                    "/usr/lib64".to_owned(),
                ];
                let program = libraries
                    .iter()
                    .flat_map(|folder| {
                        ["webkit2gtk-4.1", "webkitgtk-6.0"]
                            .map(|version| Path::new(folder).join(version).join("MiniBrowser"))
                    })
                    .find(|program| program.is_file())?;
                Some(Browser { program, driver })
            }
        }
    }
}

/// Finds the browsers and drivers of these engines; see [`Engine::find`] for
/// `path`. On Debian, installs what is missing if it has the rights to.
pub(crate) fn find_or_install(engines: &[Engine], path: &OsString) -> Result<Browsers> {
    let missing: Vec<&str> = engines
        .iter()
        .filter(|engine| engine.find(path).is_none())
        .flat_map(|engine| engine.packages())
        .copied()
        .collect();
    if !missing.is_empty() && on_path("apt-get").is_some() && may_install() {
        announce(
            &format!("installing {} with apt-get", missing.join(", ")),
            "a minute or two",
        );
        apt(&["update", "-qq"])?;
        apt(&[&["install", "-y", "-qq"], missing.as_slice()].concat())?;
    }
    let mut browsers = Browsers {
        env_vars: Vec::new(),
        display: None,
    };
    for engine in engines {
        let Some(browser) = engine.find(path) else {
            bail!("the tests need {}", engine.install_hint());
        };
        let name = engine.name().to_uppercase();
        browsers
            .env_vars
            .push((format!("SAYS_WHO_{name}"), browser.program.into()));
        browsers
            .env_vars
            .push((format!("SAYS_WHO_{name}_DRIVER"), browser.driver.into()));
    }
    if engines.contains(&Engine::Webkit) {
        let (display, name) = start_display()?;
        browsers.display = Some(display);
        browsers.env_vars.push(("DISPLAY".to_owned(), name.into()));
    }
    Ok(browsers)
}

/// Checks that Java is there, for the Nu HTML Checker. On Debian, installs it if it
/// has the rights to.
pub(crate) fn install_java() -> Result<()> {
    if on_path("java").is_some() {
        return Ok(());
    }
    if on_path("apt-get").is_some() && may_install() {
        announce("installing default-jre-headless with apt-get", "a minute");
        apt(&["update", "-qq"])?;
        return apt(&["install", "-y", "-qq", "default-jre-headless"]);
    }
    bail!("the Nu HTML Checker needs Java on PATH; install a Java runtime, version 11 or later")
}

/// Starts a virtual display under a free number; returns its name too.
fn start_display() -> Result<(Child, String)> {
    let mut display = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1280x1024x24"])
        .args(["-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("Xvfb did not start")?;
    let mut number = String::new();
    if let Some(output) = display.stdout.take() {
        BufReader::new(output).read_line(&mut number)?;
    }
    if number.trim().is_empty() {
        let _ = display.kill();
        bail!("Xvfb found no free display");
    }
    Ok((display, format!(":{}", number.trim())))
}

pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    find_on(&env::var_os("PATH")?, name)
}

fn find_on(path: &OsString, name: &str) -> Option<PathBuf> {
    which::find(path, name)
}

/// Whether the current user is root.
pub(crate) fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| output.stdout.starts_with(b"0\n"))
}

pub(crate) fn may_install() -> bool {
    is_root()
        || Command::new("sudo")
            .args(["-n", "true"])
            .output()
            .is_ok_and(|o| o.status.success())
}

pub(crate) fn apt(arguments: &[&str]) -> Result<()> {
    let mut command = if is_root() {
        Command::new("apt-get")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "apt-get"]);
        sudo
    };
    command
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive");
    run_quietly(&mut command, "install the packages by hand")
}

/// The path of Chromium, if it is installed.
pub(crate) fn chromium() -> Option<PathBuf> {
    let found = Engine::Chromium.find(&OsString::new())?;
    Some(found.program)
}
