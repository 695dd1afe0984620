//! Creates the folder of the browser pool that the tests share
//! (`tests/support/browser/session_pool.rs`), and closes the browsers at the end.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use serde_json::Value;
use tempfile::TempDir;

use end_session::end_session;

#[path = "../../tests/support/browser/end_session.rs"]
mod end_session;

/// The environment variable that tells the tests the folder.
pub(crate) const ENV_VAR: &str = "SAYS_WHO_SESSION_POOL";

/// The folder of the pool, with one file per browser. Closes the browsers when
/// dropped.
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

/// Asks a driver to close its browser, then kills the driver. A driver that does
/// not answer is not killed: it has exited, and its process id may be reused.
fn end(pooled: &Value) -> Option<()> {
    let port = u16::try_from(pooled["port"].as_u64()?).ok()?;
    let (session, driver) = (pooled["session"].as_str()?, pooled["driver"].as_u64()?);
    end_session(port, session).ok()?;
    let mut kill = Command::new("kill");
    kill.arg(driver.to_string()).status().ok()?;
    Some(())
}
