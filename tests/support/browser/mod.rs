//! Drives a real browser on a built site, through WebDriver.

mod capabilities;
mod commands;
mod emulation;
mod end_session;
mod engine;
mod input;
mod inspection;
mod launch;
mod navigation;
mod session_pool;
mod start;
mod waiting;

use std::process::Child;
use std::time::Duration;

use fantoccini::Client;

pub use engine::Engine;
pub use start::Start;

use end_session::end_session;
use session_pool::PooledSession;

/// The timeout of any single wait.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A browser with one window, and its driver. On drop both are stopped, or the
/// browser is returned to the pool. A server that was started with it stops with the
/// runtime of the test.
pub struct Browser {
    /// The browser engine.
    pub engine: Engine,
    /// The WebDriver session.
    pub client: Client,
    /// The base URL of the site, with the trailing slash.
    pub address: String,
    port: u16,
    session: String,
    /// The driver process that this test started.
    driver: Option<Child>,
    /// The browser's entry in the pool, if it may be reused.
    pooled: Option<PooledSession>,
    _profile: Option<tempfile::TempDir>,
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(pooled) = &self.pooled
            && !std::thread::panicking()
        {
            pooled.release();
            return;
        }
        // End the session first: a killed driver leaves its browser running.
        let _ = end_session(self.port, &self.session);
        // Kill only the process started here, by its own handle.
        if let Some(driver) = &mut self.driver {
            let _ = driver.kill();
            let _ = driver.wait();
            if let Some(pooled) = &self.pooled {
                pooled.remove();
            }
        }
    }
}
