//! The pool of browsers that the tests share
//! (`tests/support/browser/session_pool.rs`): its folder, and its end.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use serde_json::Value;
use tempfile::TempDir;

use end_session::end_session;

#[path = "../../tests/support/browser/end_session.rs"]
mod end_session;

/// The setting by which the tests learn of the folder.
pub(crate) const SETTING: &str = "SAYS_WHO_SESSION_POOL";

/// The folder in which each browser is a file; ends them when dropped.
pub(crate) struct SessionPool(TempDir);

impl SessionPool {
    pub(crate) fn new() -> Result<Self> {
        Ok(Self(tempfile::tempdir()?))
    }

    pub(crate) fn folder(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SessionPool {
    fn drop(&mut self) {
        let entries = fs::read_dir(self.folder()).into_iter().flatten().flatten();
        for entry in entries {
            let pooled = fs::read(entry.path());
            let pooled = pooled
                .ok()
                .and_then(|text| serde_json::from_slice(&text).ok());
            if let Some(pooled) = pooled {
                end(&pooled);
            }
        }
    }
}

/// Asks a driver to close its browser, and ends the driver. One that does not
/// answer is gone, and its number may be another process's by now.
fn end(pooled: &Value) -> Option<()> {
    let port = u16::try_from(pooled["port"].as_u64()?).ok()?;
    let (session, driver) = (pooled["session"].as_str()?, pooled["driver"].as_u64()?);
    end_session(port, session).ok()?;
    let mut kill = Command::new("kill");
    kill.arg(driver.to_string()).status().ok()?;
    Some(())
}
