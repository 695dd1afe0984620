//! Programs by their names. What npm installs is a script on Windows, `npm.cmd`,
//! which that system does not start by the name alone.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::Command;

/// A command for the program with this name, on PATH.
pub(crate) fn command(name: &str) -> Command {
    command_on(&env::var_os("PATH").unwrap_or_default(), name)
}

/// A command for the program with this name, on `path`. Where there is none, it
/// is the name, and starting it says so.
pub(crate) fn command_on(path: &OsStr, name: &str) -> Command {
    Command::new(find(path, name).unwrap_or_else(|| name.into()))
}

/// The program with this name, in the first of the folders of `path` that has one.
pub(crate) fn find(path: &OsStr, name: &str) -> Option<PathBuf> {
    let endings = if cfg!(windows) {
        endings(env::var_os("PATHEXT"))
    } else {
        vec![String::new()]
    };
    find_with(path, name, &endings)
}

/// What the names of programs end in on Windows, in their order.
fn endings(setting: Option<OsString>) -> Vec<String> {
    let setting = setting.filter(|setting| !setting.is_empty());
    let setting = setting.unwrap_or_else(|| ".COM;.EXE;.BAT;.CMD".into());
    let setting = setting.to_string_lossy().to_lowercase();
    let endings = setting.split(';').filter(|ending| !ending.is_empty());
    endings.map(str::to_owned).collect()
}

fn find_with(path: &OsStr, name: &str, endings: &[String]) -> Option<PathBuf> {
    let has_one = endings
        .iter()
        .any(|ending| !ending.is_empty() && name.to_lowercase().ends_with(ending));
    let names = || {
        let own = has_one.then(|| name.to_owned());
        let with = endings.iter().map(|ending| format!("{name}{ending}"));
        own.into_iter().chain(with)
    };
    let in_folder = |folder: PathBuf| {
        names()
            .map(|name| folder.join(name))
            .find(|file| file.is_file())
    };
    env::split_paths(path).find_map(in_folder)
}

#[cfg(test)]
mod tests {
    use std::env;
    use std::fs;

    use super::{endings, find_with};

    #[test]
    fn a_program_is_found_by_what_the_system_calls_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        for (folder, name) in [
            (&one, "npm"),
            (&one, "npm.cmd"),
            (&one, "trunk.txt"),
            (&other, "npm.exe"),
            (&other, "trunk.exe"),
            (&other, "sass.bat"),
        ] {
            fs::create_dir_all(folder).expect("a folder");
            fs::write(folder.join(name), "").expect("a file");
        }
        let path = env::join_paths([&one, &other]).expect("a path");
        let windows = endings(None);
        let found = |name: &str| find_with(&path, name, &windows);
        // A script for another shell lies beside the one that Windows starts.
        assert_eq!(found("npm"), Some(one.join("npm.cmd")));
        assert_eq!(found("npm.cmd"), Some(one.join("npm.cmd")));
        assert_eq!(found("trunk"), Some(other.join("trunk.exe")));
        assert_eq!(found("sass"), Some(other.join("sass.bat")));
        assert_eq!(found("curl"), None);
        let elsewhere = [String::new()];
        assert_eq!(find_with(&path, "npm", &elsewhere), Some(one.join("npm")));
        assert_eq!(find_with(&path, "trunk", &elsewhere), None);
    }

    #[test]
    fn the_endings_are_the_system_s_own() {
        assert_eq!(endings(Some(".EXE;.PS1;".into())), [".exe", ".ps1"]);
        assert_eq!(endings(Some("".into())), endings(None));
    }
}
