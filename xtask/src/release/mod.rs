//! `release`: builds the program that people download, for one target, with the licences
//! and the list of what is inside.

mod archive;
mod bill_of_materials;
mod licences;
mod packages;

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::bundle::{self, Profile};
use crate::project::Project;
use crate::subprocess::{run_cargo, run_quietly};
use crate::{says_who, setup, which};
use archive::Member;
use packages::Package;

/// The Cargo profile of the program.
const PROFILE: &str = "dist";

/// The file with the digests of all archives in a folder, as `sha256sum` writes it.
const CHECKSUMS: &str = "SHA256SUMS";

/// What `release` does.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The target, such as aarch64-unknown-linux-musl; by default the one of this
    /// machine, on Linux with musl, so that the program needs no library
    #[arg(long)]
    target: Option<String>,
    /// The folder to write
    #[arg(long, default_value = "target/release-files")]
    out: PathBuf,
    /// Build it once more in another folder, and check that every byte is the same
    #[arg(long)]
    twice: bool,
}

/// Writes the archive and the list of what is inside, and updates the checksums.
pub(crate) fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    let path = setup::install_tools(project)?;
    let target = match &options.target {
        Some(target) => target.clone(),
        None => default_target()?,
    };
    let mut rustup = which::command("rustup");
    rustup
        .args(["target", "add", &target])
        .current_dir(&project.root);
    run_quietly(&mut rustup, "look whether Rust has this target")?;
    let out = project.root.join(&options.out);
    fs::create_dir_all(&out).with_context(|| format!("{} can't be made", out.display()))?;
    let name = format!("says-who-{}-{target}", env!("CARGO_PKG_VERSION"));

    let packages = packages::inside(project, &target)?;
    let build =
        |project: &Project, into: &Path| build(project, into, &target, &name, &packages, &path);
    let bytes = build(project, &project.target)?;
    if options.twice {
        let elsewhere = project.target.join("elsewhere");
        let copy = project.copy(&elsewhere)?;
        let again = build(&copy, &elsewhere.join("target"));
        fs::remove_dir_all(&elsewhere)?;
        ensure!(again? == bytes, "two builds in two folders differ");
    }
    let archive = out.join(format!("{name}.tar.gz"));
    fs::write(&archive, bytes)?;
    let list = out.join(format!("{name}.cdx.json"));
    fs::write(&list, bill_of_materials::to_json(&packages)?)?;
    write_checksums(&out)?;
    out!("{}\n{}", archive.display(), list.display());
    Ok(ExitCode::SUCCESS)
}

/// The target of this machine; on Linux with musl.
fn default_target() -> Result<String> {
    let output = Command::new("rustc").arg("-vV").output()?;
    let text = String::from_utf8(output.stdout).context("rustc wrote no text")?;
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.context("rustc does not say which machine this is")?;
    Ok(host.replace("-linux-gnu", "-linux-musl"))
}

/// Builds the program and packs it; returns the bytes of the archive.
fn build(
    project: &Project,
    target_folder: &Path,
    target: &str,
    name: &str,
    packages: &[Package],
    path: &OsStr,
) -> Result<Vec<u8>> {
    let bundle = bundle::get_or_build(project, Profile::Release, path)?;
    let commit = says_who::commit(project)?;
    let mut cargo = Command::new("cargo");
    cargo
        .args(["build", "--locked", "--profile", PROFILE])
        .args(["--package", "says-who-cli", "--target", target])
        .env("CARGO_TARGET_DIR", target_folder)
        .env("CARGO_ENCODED_RUSTFLAGS", flags(project)?)
        .env("SAYS_WHO_BUNDLE", &bundle)
        .env_remove("SAYS_WHO_COMMIT")
        .envs(commit.map(|commit| ("SAYS_WHO_COMMIT", commit)))
        .envs(c_compiler(target))
        .current_dir(&project.root);
    run_cargo(
        &mut cargo,
        "building the release",
        "look at its output above",
    )?;
    let program = format!("says-who{}", suffix(target));
    let built = target_folder.join(target).join(PROFILE).join(&program);
    let read = |file: &str| {
        fs::read(project.root.join(file)).with_context(|| format!("{file} can't be read"))
    };
    let fonts = read("crates/cards/fonts/OFL.txt")?;
    let library = fs::read(sysroot()?.join("share/doc/rust/COPYRIGHT-library.html"));
    let members = [
        Member::program(&program, fs::read(&built)?),
        Member::text("CHANGELOG.md", read("CHANGELOG.md")?),
        Member::text(
            "COPYRIGHT-rust-library.html",
            library.context("the licences of Rust's library can't be read")?,
        ),
        Member::text("LICENSE-APACHE", read("LICENSE-APACHE")?),
        Member::text("LICENSE-MIT", read("LICENSE-MIT")?),
        Member::text("LICENSE-fonts", fonts),
        Member::text(
            "LICENSES-packages.txt",
            licences::text(packages)?.into_bytes(),
        ),
    ];
    archive::pack(name, &members)
}

/// The folder in which Rust is installed.
fn sysroot() -> Result<PathBuf> {
    let output = Command::new("rustc")
        .args(["--print", "sysroot"])
        .output()?;
    let text = String::from_utf8(output.stdout).context("rustc wrote no text")?;
    Ok(PathBuf::from(text.trim()))
}

/// Flags that keep the folders of this machine out of the program, separated as
/// `CARGO_ENCODED_RUSTFLAGS` has them.
fn flags(project: &Project) -> Result<String> {
    let cargo_home = project.cargo_home()?;
    let remapped = [
        (project.root.as_path(), "/says-who"),
        (cargo_home.as_path(), "/cargo"),
    ];
    let flags = remapped.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    Ok(flags.join("\u{1f}"))
}

/// The C compiler for a target with musl: its own if there is one, or that of the machine,
/// which will do for the few functions in C that need no library.
fn c_compiler(target: &str) -> Option<(String, &'static str)> {
    if !target.ends_with("-linux-musl") {
        return None;
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let compiler = ["musl-gcc", "cc"]
        .into_iter()
        .find(|name| which::find(&path, name).is_some())?;
    Some((format!("CC_{}", target.replace('-', "_")), compiler))
}

fn suffix(target: &str) -> &'static str {
    if target.contains("-windows-") {
        ".exe"
    } else {
        ""
    }
}

/// Writes the digest of every other file in the folder.
fn write_checksums(folder: &Path) -> Result<()> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name != CHECKSUMS {
            names.push(name);
        }
    }
    names.sort();
    let mut lines = String::new();
    for name in names {
        let digest = Sha256::digest(fs::read(folder.join(&name))?);
        let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        lines.push_str(&format!("{digest}  {name}\n"));
    }
    fs::write(folder.join(CHECKSUMS), lines)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{CHECKSUMS, write_checksums};

    #[test]
    fn checksums_are_those_of_sha256sum() {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in [("b.tar.gz", "abc"), ("a.tar.gz", "")] {
            fs::write(folder.path().join(name), text).expect("a file");
        }
        // Twice: the file does not list itself.
        for _ in 0..2 {
            write_checksums(folder.path()).expect("checksums");
        }
        let text = fs::read_to_string(folder.path().join(CHECKSUMS)).expect("a file");
        // From FIPS 180-4's examples.
        let expected = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.tar.gz\nba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b.tar.gz\n";
        assert_eq!(text, expected);
    }
}
