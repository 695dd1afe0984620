//! The folder of the user's tool cache, which all checkouts share.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// Operating systems, by their convention for cache folders.
#[derive(Clone, Copy)]
enum System {
    Windows,
    MacOs,
    Other,
}

/// The folder of the tool cache.
pub(crate) fn folder() -> Result<PathBuf> {
    let system = if cfg!(windows) {
        System::Windows
    } else if cfg!(target_os = "macos") {
        System::MacOs
    } else {
        System::Other
    };
    folder_on(system, |name| env::var_os(name))
}

/// The folder on a system with these environment variables.
fn folder_on(system: System, variable: impl Fn(&str) -> Option<OsString>) -> Result<PathBuf> {
    let set = |name: &str| {
        let value = variable(name).filter(|value| !value.is_empty());
        value.map(PathBuf::from)
    };
    if let Some(folder) = set("SAYS_WHO_CACHE") {
        return Ok(folder);
    }
    let below = |name: &str, folders: &[&str]| {
        let base = set(name)?;
        Some(folders.iter().fold(base, |base, folder| base.join(folder)))
    };
    let (base, needed) = match system {
        System::Windows => (
            set("LOCALAPPDATA").or_else(|| below("USERPROFILE", &["AppData", "Local"])),
            "neither LOCALAPPDATA nor USERPROFILE is set",
        ),
        System::MacOs => (below("HOME", &["Library", "Caches"]), "HOME is not set"),
        System::Other => (
            set("XDG_CACHE_HOME").or_else(|| below("HOME", &[".cache"])),
            "neither XDG_CACHE_HOME nor HOME is set",
        ),
    };
    let base = base.with_context(|| {
        format!("there is no place for the tools: {needed}; set SAYS_WHO_CACHE to a folder")
    })?;
    Ok(base.join("says-who").join("tools"))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{System, folder_on};

    fn with(system: System, variables: &[(&str, &str)]) -> Result<PathBuf, String> {
        let value = |name: &str| {
            let known = variables.iter().find(|(known, _)| *known == name);
            known.map(|(_, value)| value.into())
        };
        folder_on(system, value).map_err(|error| error.to_string())
    }

    fn tools(folders: &[&str]) -> Result<PathBuf, String> {
        let all = folders.iter().chain(&["says-who", "tools"]);
        Ok(all.collect())
    }

    #[test]
    fn each_system_has_its_folder() {
        let (local, profile) = (("LOCALAPPDATA", "local"), ("USERPROFILE", "jo"));
        let (xdg, home) = (("XDG_CACHE_HOME", "xdg"), ("HOME", "home"));
        let all = [local, profile, xdg, home];
        assert_eq!(with(System::Windows, &all), tools(&["local"]));
        assert_eq!(
            with(System::Windows, &[profile]),
            tools(&["jo", "AppData", "Local"])
        );
        assert_eq!(
            with(System::Windows, &[("LOCALAPPDATA", ""), profile]),
            tools(&["jo", "AppData", "Local"])
        );
        assert_eq!(
            with(System::MacOs, &all),
            tools(&["home", "Library", "Caches"])
        );
        assert_eq!(with(System::Other, &all), tools(&["xdg"]));
        assert_eq!(with(System::Other, &[home]), tools(&["home", ".cache"]));
    }

    #[test]
    fn says_who_cache_overrides_the_folder_everywhere() {
        for system in [System::Windows, System::MacOs, System::Other] {
            let own = [("SAYS_WHO_CACHE", "own"), ("HOME", "home")];
            assert_eq!(with(system, &own), Ok("own".into()));
            let none = with(system, &[]).expect_err("no place");
            assert!(none.contains("SAYS_WHO_CACHE"), "{none}");
        }
        // Variables of another system.
        assert!(with(System::Windows, &[("HOME", "home")]).is_err());
        assert!(with(System::MacOs, &[("USERPROFILE", "jo")]).is_err());
    }
}
