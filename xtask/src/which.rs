//! Finds programs on PATH. On Windows, npm and the tools it installs are scripts
//! such as `npm.cmd`, which Windows does not start without the extension.

use std::env;
use std::ffi::OsStr;
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
    which::which_in(name, Some(path), env::current_dir().ok()?).ok()
}
