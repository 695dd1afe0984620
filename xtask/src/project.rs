//! Where the project is, and the versions it pins.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::data_folder::{self, Needs};

/// The checkout.
pub(crate) struct Project {
    /// Its root folder.
    pub(crate) root: PathBuf,
    /// Cargo's target folder.
    pub(crate) target: PathBuf,
    /// Where shells and painted cards are kept between builds.
    pub(crate) kept: PathBuf,
    manifest: toml::Table,
    lock: toml::Table,
}

impl Project {
    pub(crate) fn open() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("the project has no root folder")?
            .to_owned();
        let read = |name: &str| -> Result<toml::Table> {
            let path = root.join(name);
            let text = fs::read_to_string(&path)
                .with_context(|| format!("{} can't be read", path.display()))?;
            text.parse()
                .with_context(|| format!("{} is not TOML", path.display()))
        };
        let (manifest, lock) = (read("Cargo.toml")?, read("Cargo.lock")?);
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |folder| root.join(folder));
        let project = Self {
            root,
            kept: target.clone(),
            target,
            manifest,
            lock,
        };
        project.right_compiler()?;
        Ok(project)
    }

    /// A copy of the project's files in `root`, which is made anew. It shares
    /// Cargo's target folder, and nothing else that was made before. Cargo does
    /// not tell its packages from the project's own: while the copy is there,
    /// what was built of it last counts as built of either.
    pub(crate) fn copy(&self, root: &Path) -> Result<Self> {
        if root.exists() {
            fs::remove_dir_all(root)?;
        }
        let listed = Command::new("git")
            .args([
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
            ])
            .current_dir(&self.root)
            .output()
            .context("git did not start")?;
        let listed = String::from_utf8(listed.stdout).context("a file's name is not UTF-8")?;
        for file in listed.split_terminator('\0') {
            let from = self.root.join(file);
            // One that was deleted and is not yet committed so.
            if !from.exists() {
                continue;
            }
            let to = root.join(file);
            fs::create_dir_all(to.parent().unwrap_or(root))?;
            fs::copy(&from, &to).with_context(|| format!("{file} can't be copied"))?;
        }
        Ok(Self {
            root: root.to_owned(),
            target: self.target.clone(),
            kept: root.join("target"),
            manifest: self.manifest.clone(),
            lock: self.lock.clone(),
        })
    }

    /// Where Cargo keeps what it fetched.
    pub(crate) fn cargo_home(&self) -> Result<PathBuf> {
        match env::var_os("CARGO_HOME").filter(|home| !home.is_empty()) {
            Some(home) => Ok(self.root.join(home)),
            None => Ok(env::home_dir()
                .context("you have no home folder; set CARGO_HOME")?
                .join(".cargo")),
        }
    }

    /// A tool's version, from `[workspace.metadata.tools]`.
    pub(crate) fn tool(&self, name: &str) -> Result<&str> {
        let tools = self
            .workspace("metadata")
            .and_then(|metadata| metadata.get("tools"));
        tools
            .and_then(|tools| tools.get(name)?.as_str())
            .with_context(|| {
                format!("Cargo.toml pins no version of {name} in [workspace.metadata.tools]")
            })
    }

    /// The version of a package in Cargo.lock.
    pub(crate) fn locked(&self, name: &str) -> Result<&str> {
        let packages = self.lock.get("package").and_then(toml::Value::as_array);
        packages
            .into_iter()
            .flatten()
            .find(|package| package.get("name").and_then(toml::Value::as_str) == Some(name))
            .and_then(|package| package.get("version")?.as_str())
            .with_context(|| format!("Cargo.lock has no package {name}"))
    }

    /// The data folder: the one given, or the project's own.
    pub(crate) fn data(&self, given: Option<PathBuf>) -> Result<PathBuf> {
        self.folder(given, Needs::Disputes)
    }

    /// The same, where a dispute is going to be put: there may be none so far.
    pub(crate) fn data_to_add_to(&self, given: Option<PathBuf>) -> Result<PathBuf> {
        self.folder(given, Needs::Nothing)
    }

    fn folder(&self, given: Option<PathBuf>, needs: Needs) -> Result<PathBuf> {
        let Some(given) = given else {
            // As short as it can be said, because the report prints it on every line.
            let own = self.root.join("data");
            let here = env::current_dir().unwrap_or_default();
            return Ok(own.strip_prefix(&here).map_or(own.clone(), Path::to_owned));
        };
        data_folder::checked(given, needs)
    }

    fn workspace(&self, key: &str) -> Option<&toml::Value> {
        self.manifest.get("workspace")?.get(key)
    }

    fn right_compiler(&self) -> Result<()> {
        let wanted = self
            .workspace("package")
            .and_then(|package| package.get("rust-version")?.as_str())
            .context("Cargo.toml gives no rust-version")?;
        let output = Command::new("rustc")
            .arg("--version")
            .current_dir(&self.root)
            .output()
            .context("rustc did not start; install Rust with rustup")?;
        let text = String::from_utf8_lossy(&output.stdout);
        let found = text.split_whitespace().nth(1).unwrap_or("none");
        let numbers = |version: &str| -> Vec<u32> {
            version
                .split('.')
                .map_while(|part| part.parse().ok())
                .collect()
        };
        if numbers(found) < numbers(wanted) {
            bail!(
                "rustc {found} is too old: install rustup, which takes the version from rust-toolchain.toml ({wanted} or later)"
            );
        }
        Ok(())
    }
}
