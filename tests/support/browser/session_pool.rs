//! A pool of browsers that tests reuse, because starting a browser takes longer than
//! most tests do. `cargo xtask test` sets a folder for the pool, with one file per
//! browser, and closes all browsers at the end.
//!
//! Tests are isolated: each has a server of its own and therefore its own origin and
//! storage, and a tab of its own.

use std::fs;
use std::path::{Path, PathBuf};

use fantoccini::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use super::Engine;

/// The environment variable with the folder. Without it, every test starts its own
/// browser.
const FOLDER: &str = "SAYS_WHO_SESSION_POOL";

/// The suffix of an entry's file name while a test uses the browser.
const TAKEN: &str = "taken";

/// A WebDriver session with its driver and browser, which keep running when a test
/// ends.
pub(super) struct PooledSession {
    /// The entry's file while the browser is in use.
    file: PathBuf,
    pub(super) port: u16,
    pub(super) session: String,
    /// The process of the driver.
    driver: u32,
    /// The ports of the sites that the browser has visited.
    site_ports: Vec<u16>,
}

/// The folder of the pool.
pub(super) fn folder() -> Option<PathBuf> {
    std::env::var_os(FOLDER).map(PathBuf::from)
}

impl PooledSession {
    /// Adds a browser that was just started for a site on `site_port`. It is in use.
    pub(super) fn new(
        folder: &Path,
        engine: Engine,
        (port, session, driver): (u16, &str, u32),
        site_port: u16,
    ) -> Self {
        let name = format!("{}-{port}", engine.name().to_lowercase());
        let pooled = Self {
            file: folder.join(name).with_extension(TAKEN),
            port,
            session: session.to_owned(),
            driver,
            site_ports: vec![site_port],
        };
        pooled.write();
        pooled
    }

    /// Takes an unused browser that has never visited a site on `site_port`. Ports are
    /// reused, and sites on the same port share an origin and its storage.
    pub(super) fn take(folder: &Path, engine: Engine, site_port: u16) -> Option<Self> {
        let prefix = format!("{}-", engine.name().to_lowercase());
        let entries = fs::read_dir(folder).ok()?.flatten();
        let free = entries.map(|entry| entry.path()).filter(|path| {
            let name = path.file_name().and_then(|name| name.to_str());
            name.is_some_and(|name| name.starts_with(&prefix)) && path.extension().is_none()
        });
        for path in free {
            let file = path.with_extension(TAKEN);
            // If two tests try this at the same time, only one succeeds.
            if fs::rename(&path, &file).is_err() {
                continue;
            }
            let Some(mut pooled) = Self::read(&file) else {
                continue;
            };
            if pooled.site_ports.contains(&site_port) {
                pooled.release();
                continue;
            }
            pooled.site_ports.push(site_port);
            pooled.write();
            return Some(pooled);
        }
        None
    }

    fn read(file: &Path) -> Option<Self> {
        let text = fs::read_to_string(file).ok()?;
        let value: Value = serde_json::from_str(&text).ok()?;
        let number = |name: &str| value[name].as_u64();
        let site_ports = value["site-ports"].as_array()?.iter();
        Some(Self {
            file: file.to_owned(),
            port: number("port")?.try_into().ok()?,
            session: value["session"].as_str()?.to_owned(),
            driver: number("driver")?.try_into().ok()?,
            site_ports: site_ports
                .filter_map(|port| port.as_u64()?.try_into().ok())
                .collect(),
        })
    }

    fn write(&self) {
        let value = json!({
            "port": self.port, "session": self.session, "driver": self.driver, "site-ports": self.site_ports,
        });
        fs::write(&self.file, value.to_string()).unwrap();
    }

    /// Returns the browser to the pool.
    pub(super) fn release(&self) {
        fs::rename(&self.file, self.file.with_extension("")).unwrap();
    }

    /// Removes the entry of a browser that was closed.
    pub(super) fn remove(&self) {
        let _ = fs::remove_file(&self.file);
    }

    /// Opens a tab for this test and closes all others.
    ///
    /// # Errors
    ///
    /// If the browser no longer answers.
    pub(super) async fn open(&self) -> anyhow::Result<Client> {
        let driver = format!("http://127.0.0.1:{}", self.port);
        let client =
            Client::with_existing_session(&driver, &self.session, HttpConnector::new()).await?;
        client.persist().await?;
        let others = client.windows().await?;
        let own = client.new_window(true).await?.handle;
        for other in others {
            client.switch_to_window(other).await?;
            client.close_window().await?;
        }
        client.switch_to_window(own).await?;
        Ok(client)
    }
}
