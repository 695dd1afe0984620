//! The folder with the disputes, as somebody names it. What is not it is refused
//! in one sentence, with the command that is meant.

use std::path::{Component, Path, PathBuf};
use std::{env, fs, io};

use anyhow::{Result, bail};

const LIBRARY: &str = "library.toml";

/// What has to be in the folder.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// Disputes, and library.toml that lists them.
    Disputes,
    /// Nothing: they are going to be put there.
    Nothing,
}

/// The folder, if it is one.
pub(crate) fn checked(given: PathBuf, needs: Needs) -> Result<PathBuf> {
    let shown = given.display();
    let right = || match meant(&given) {
        Some(right) => format!(
            "give the folder that holds {LIBRARY}: `{}`",
            command(arguments(), &given, &right)
        ),
        None => format!("give the folder that holds {LIBRARY}"),
    };
    match fs::metadata(&given) {
        Ok(found) if found.is_dir() => {}
        Ok(_) => bail!("{shown} is a file; {}", right()),
        Err(error) if fs::symlink_metadata(&given).is_ok() => bail!(
            "{shown} is a link that can't be followed ({error}); {}",
            right()
        ),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            bail!("there is no folder {shown}; {}", right())
        }
        Err(error) => bail!("{shown} can't be opened: {error}; {}", right()),
    }
    if given.join(LIBRARY).exists() {
        return Ok(given);
    }
    if is_dispute(&given) {
        bail!("{shown} is the folder of one dispute; {}", right());
    }
    if meant(&given).is_some() {
        bail!("{shown} is not the folder with the disputes; {}", right());
    }
    // Where there are disputes, the check says what else is missing; and where
    // there is nothing, how to begin.
    if needs == Needs::Disputes && !is_empty(&given) && !has_disputes(&given) {
        bail!("{shown} holds no disputes; {}", right());
    }
    Ok(given)
}

/// Where library.toml is, seen from a folder or a file that is near to it: above,
/// as from a dispute's folder, or in a folder `data` below.
fn meant(given: &Path) -> Option<PathBuf> {
    let mut above = given.to_owned();
    for _ in 0..3 {
        above = parent(&above);
        if above.join(LIBRARY).is_file() {
            return Some(above);
        }
    }
    let below = given.join("data");
    below.join(LIBRARY).is_file().then_some(below)
}

/// The folder that a path is in, said in as few words as the path was.
fn parent(path: &Path) -> PathBuf {
    match path.components().next_back() {
        Some(Component::Normal(_)) => match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            _ => ".".into(),
        },
        Some(Component::CurDir) | None => "..".into(),
        _ => path.join(".."),
    }
}

fn is_dispute(folder: &Path) -> bool {
    folder.join("dispute.toml").is_file()
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

fn has_disputes(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path())
        .any(|path| is_dispute(&path))
}

/// What follows the program's name.
fn arguments() -> impl Iterator<Item = String> {
    let arguments = env::args_os().skip(1);
    arguments.map(|word| word.to_string_lossy().into_owned())
}

/// The command that was given, with the right folder in the place of `given`.
fn command(arguments: impl Iterator<Item = String>, given: &Path, right: &Path) -> String {
    let (given, right) = (given.display().to_string(), right.display().to_string());
    let words = arguments.map(|word| {
        let word = match word.strip_suffix(&given) {
            Some("") => right.clone(),
            Some(key) if key.starts_with("--") && key.ends_with('=') => format!("{key}{right}"),
            _ => word,
        };
        quoted(word)
    });
    let words: Vec<String> = words.collect();
    format!("cargo xtask {}", words.join(" "))
}

/// The folder as it stands in a command.
pub(crate) fn shown(folder: &Path) -> String {
    quoted(folder.display().to_string())
}

/// A word of a command as every shell takes it.
fn quoted(word: String) -> String {
    if word.contains(' ') {
        format!("\"{word}\"")
    } else {
        word
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{command, parent};

    #[test]
    fn the_folder_above_is_named_as_shortly_as_the_one_below() {
        for (path, above) in [
            ("data/park-gate", "data"),
            ("data/park-gate/", "data"),
            ("/a/b", "/a"),
            ("park-gate", "."),
            (".", ".."),
            ("..", "../.."),
            ("../x", ".."),
        ] {
            assert_eq!(parent(Path::new(path)), Path::new(above), "{path}");
        }
    }

    #[test]
    fn the_command_is_the_one_that_was_given() {
        let meant = |words: &[&str], given: &str, right: &str| {
            let words = words.iter().map(|word| (*word).to_owned());
            command(words, Path::new(given), Path::new(right))
        };
        assert_eq!(
            meant(&["check", "--report", "data/x"], "data/x", "data"),
            "cargo xtask check --report data"
        );
        assert_eq!(
            meant(&["build", "--data=data/x", "--out", "y"], "data/x", "data"),
            "cargo xtask build --data=data --out y"
        );
        assert_eq!(
            meant(&["new", "x", "my data/x"], "my data/x", "my data"),
            "cargo xtask new x \"my data\""
        );
    }
}
