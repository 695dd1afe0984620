//! The project's folders, and the versions it pins.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};

/// A checkout of the project.
pub(crate) struct Project {
    /// Its root folder.
    pub(crate) root: PathBuf,
    /// Cargo's target folder.
    pub(crate) target: PathBuf,
    /// The folder that caches app bundles and painted cards between builds.
    pub(crate) build_cache: PathBuf,
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
            build_cache: target.clone(),
            target,
            manifest,
            lock,
        };
        project.check_compiler()?;
        Ok(project)
    }

    /// Copies the project's files to `root`, after deleting what was there. The
    /// copy shares Cargo's target folder, but not the cached bundles and cards.
    /// Cargo does not distinguish the packages of the two: while the copy exists,
    /// an artifact built from one counts as up to date for the other.
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
            // Deleted, but not committed yet.
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
            build_cache: root.join("target"),
            manifest: self.manifest.clone(),
            lock: self.lock.clone(),
        })
    }

    /// Cargo's home folder, with the downloaded packages.
    pub(crate) fn cargo_home(&self) -> Result<PathBuf> {
        match env::var_os("CARGO_HOME").filter(|home| !home.is_empty()) {
            Some(home) => Ok(self.root.join(home)),
            None => Ok(env::home_dir()
                .context("you have no home folder; set CARGO_HOME")?
                .join(".cargo")),
        }
    }

    /// A tool's version, from `[workspace.metadata.tools]`.
    pub(crate) fn tool_version(&self, name: &str) -> Result<&str> {
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
    pub(crate) fn locked_version(&self, name: &str) -> Result<&str> {
        let packages = self.lock.get("package").and_then(toml::Value::as_array);
        packages
            .into_iter()
            .flatten()
            .find(|package| package.get("name").and_then(toml::Value::as_str) == Some(name))
            .and_then(|package| package.get("version")?.as_str())
            .with_context(|| format!("Cargo.lock has no package {name}"))
    }

    fn workspace(&self, key: &str) -> Option<&toml::Value> {
        self.manifest.get("workspace")?.get(key)
    }

    fn check_compiler(&self) -> Result<()> {
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
