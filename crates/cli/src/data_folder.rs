//! Checks the data folder that the user gives. A wrong folder is refused in one
//! sentence, which suggests the corrected command.

use std::path::{Component, Path, PathBuf};
use std::{env, fs, io};

use anyhow::{Context, Result, bail};

const LIBRARY: &str = "library.toml";

/// What the folder must contain.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Disputes, and a library.toml that lists them.
    Disputes,
    /// Nothing: the command adds disputes.
    Nothing,
}

/// The data folder to use if none is given: the one that the current folder is, has as
/// `data`, or is in.
pub fn find() -> Result<PathBuf> {
    let default = default();
    if default.is_dir() {
        return Ok(default);
    }
    bail!(
        "there is no folder `data` here; begin a dispute with `says-who new NAME`, or give the folder that holds {LIBRARY}"
    )
}

/// Like [`find`], but creates `data` if there is no data folder.
pub fn find_or_create() -> Result<PathBuf> {
    let default = default();
    fs::create_dir_all(&default).with_context(|| format!("{} can't be made", default.display()))?;
    Ok(default)
}

/// The data folder, or where it would be.
pub(crate) fn default() -> PathBuf {
    let nearest = [".", "data"].map(PathBuf::from);
    let nearest = nearest
        .into_iter()
        .find(|path| path.join(LIBRARY).is_file());
    let found = nearest.or_else(|| find_data_folder_near(Path::new(".")));
    found.unwrap_or_else(|| PathBuf::from("data"))
}

/// Checks that `given` is a data folder, and returns it.
pub fn check(given: PathBuf, needs: Needs) -> Result<PathBuf> {
    let shown = given.display();
    let right = || match find_data_folder_near(&given) {
        Some(right) => format!(
            "give the folder that holds {LIBRARY}: `{}`",
            corrected_command(arguments(), &given, &right)
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
    if find_data_folder_near(&given).is_some() {
        bail!("{shown} is not the folder with the disputes; {}", right());
    }
    // If there are disputes, `check` reports what else is missing; if the folder is
    // empty, it explains how to begin.
    if needs == Needs::Disputes && !is_empty(&given) && !has_disputes(&given) {
        bail!("{shown} holds no disputes; {}", right());
    }
    Ok(given)
}

/// The data folder near `given`: up to three levels above, as from a dispute's
/// folder, or in a folder `data` below.
fn find_data_folder_near(given: &Path) -> Option<PathBuf> {
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

/// The parent folder of a path; it stays relative if the path is.
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

/// The command-line arguments without the program's name.
fn arguments() -> impl Iterator<Item = String> {
    let arguments = env::args_os().skip(1);
    arguments.map(|word| word.to_string_lossy().into_owned())
}

/// The user's command with `given` replaced by the right folder.
fn corrected_command(
    arguments: impl Iterator<Item = String>,
    given: &Path,
    right: &Path,
) -> String {
    let (given, right) = (given.display().to_string(), right.display().to_string());
    let words = arguments.map(|word| {
        let word = match word.strip_suffix(&given) {
            Some("") => right.clone(),
            Some(key) if key.starts_with("--") && key.ends_with('=') => format!("{key}{right}"),
            _ => word,
        };
        shell_quoted(word)
    });
    let words: Vec<String> = words.collect();
    format!("says-who {}", words.join(" "))
}

/// The folder, quoted as a command-line argument.
pub fn as_argument(folder: &Path) -> String {
    shell_quoted(folder.display().to_string())
}

/// Quotes an argument in a way that every shell accepts.
fn shell_quoted(word: String) -> String {
    if word.contains(char::is_whitespace) {
        format!("\"{word}\"")
    } else {
        word
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{corrected_command, parent};

    #[test]
    fn a_parent_stays_relative() {
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
    fn only_the_folder_in_the_command_is_corrected() {
        let corrected = |words: &[&str], given: &str, right: &str| {
            let words = words.iter().map(|word| (*word).to_owned());
            corrected_command(words, Path::new(given), Path::new(right))
        };
        assert_eq!(
            corrected(&["check", "--report", "data/x"], "data/x", "data"),
            "says-who check --report data"
        );
        assert_eq!(
            corrected(&["build", "--data=data/x", "--out", "y"], "data/x", "data"),
            "says-who build --data=data --out y"
        );
        assert_eq!(
            corrected(&["new", "x", "my data/x"], "my data/x", "my data"),
            "says-who new x \"my data\""
        );
    }
}
