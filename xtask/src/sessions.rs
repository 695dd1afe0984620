//! The browsers that one test leaves open for the next
//! (`tests/support/browser/kept.rs`), ended when the tests are done.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::Result;
use serde_json::Value;
use tempfile::TempDir;

/// The setting by which the tests learn of the folder.
pub(crate) const SETTING: &str = "SAYS_WHO_SESSIONS";

/// How long a driver may take to close its browser.
const PATIENCE: Duration = Duration::from_secs(10);

/// The folder in which each browser is a file; ends them when dropped.
pub(crate) struct Sessions(TempDir);

impl Sessions {
    pub(crate) fn new() -> Result<Self> {
        Ok(Self(tempfile::tempdir()?))
    }

    pub(crate) fn folder(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for Sessions {
    fn drop(&mut self) {
        let entries = fs::read_dir(self.folder()).into_iter().flatten().flatten();
        for entry in entries {
            let kept = fs::read(entry.path());
            let kept = kept
                .ok()
                .and_then(|text| serde_json::from_slice(&text).ok());
            if let Some(kept) = kept {
                end(&kept);
            }
        }
    }
}

/// Asks a driver to close its browser, and ends the driver. One that does not
/// answer is gone, and its number may be another process's by now.
fn end(kept: &Value) -> Option<()> {
    let port = u16::try_from(kept["port"].as_u64()?).ok()?;
    let (session, driver) = (kept["session"].as_str()?, kept["driver"].as_u64()?);
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    let request = format!(
        "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).ok()?;
    let _ = stream.read(&mut [0; 256]);
    let mut kill = Command::new("kill");
    kill.arg(driver.to_string()).status().ok()?;
    Some(())
}
