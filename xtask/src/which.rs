//! Finds programs on PATH. On Windows, npm and the tools it installs are scripts
//! such as `npm.cmd`, which Windows does not start without the extension.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::Command;

/// A command for the program `name`, found on PATH.
pub(crate) fn command(name: &str) -> Command {
    command_on(&env::var_os("PATH").unwrap_or_default(), name)
}

/// A command for the program `name`, found on `path`. If it is not there, the
/// command has the bare name and fails when it is started.
pub(crate) fn command_on(path: &OsStr, name: &str) -> Command {
    Command::new(find(path, name).unwrap_or_else(|| name.into()))
}

/// The program `name` in the first folder of `path` that has it.
pub(crate) fn find(path: &OsStr, name: &str) -> Option<PathBuf> {
    let extensions = if cfg!(windows) {
        executable_extensions(env::var_os("PATHEXT"))
    } else {
        vec![String::new()]
    };
    find_with(path, name, &extensions)
}

/// The extensions of executable files on Windows (PATHEXT), in order.
fn executable_extensions(setting: Option<OsString>) -> Vec<String> {
    let setting = setting.filter(|setting| !setting.is_empty());
    let setting = setting.unwrap_or_else(|| ".COM;.EXE;.BAT;.CMD".into());
    let setting = setting.to_string_lossy().to_lowercase();
    let extensions = setting.split(';').filter(|extension| !extension.is_empty());
    extensions.map(str::to_owned).collect()
}

fn find_with(path: &OsStr, name: &str, extensions: &[String]) -> Option<PathBuf> {
    let has_extension = extensions
        .iter()
        .any(|extension| !extension.is_empty() && name.to_lowercase().ends_with(extension));
    let names = || {
        let as_given = has_extension.then(|| name.to_owned());
        let with_extension = extensions
            .iter()
            .map(|extension| format!("{name}{extension}"));
        as_given.into_iter().chain(with_extension)
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

    use super::{executable_extensions, find_with};

    #[test]
    fn a_program_is_found_by_its_extension() {
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
        let windows = executable_extensions(None);
        let found = |name: &str| find_with(&path, name, &windows);
        // `npm` without an extension is a script for Unix shells.
        assert_eq!(found("npm"), Some(one.join("npm.cmd")));
        assert_eq!(found("npm.cmd"), Some(one.join("npm.cmd")));
        assert_eq!(found("trunk"), Some(other.join("trunk.exe")));
        assert_eq!(found("sass"), Some(other.join("sass.bat")));
        assert_eq!(found("curl"), None);
        let unix = [String::new()];
        assert_eq!(find_with(&path, "npm", &unix), Some(one.join("npm")));
        assert_eq!(find_with(&path, "trunk", &unix), None);
    }

    #[test]
    fn the_extensions_come_from_pathext() {
        assert_eq!(
            executable_extensions(Some(".EXE;.PS1;".into())),
            [".exe", ".ps1"]
        );
        assert_eq!(
            executable_extensions(Some("".into())),
            executable_extensions(None)
        );
    }
}
