//! Launches a browser, or takes one from the pool.

use std::process::{Command, Stdio};
use std::time::Duration;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use serde_json::json;

use super::capabilities::capabilities;
use super::session_pool::{self, PooledSession};
use super::{Browser, Engine, TIMEOUT};

/// Whether pages may run scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Scripts are on.
    On,
    /// Scripts are off.
    Off,
}

/// What a driver waits for on navigation, as in WebDriver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PageLoadStrategy {
    /// The `load` event.
    Normal,
    /// Nothing.
    None,
}

/// The settings of a browser that can't change while it runs.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    pub(super) script: Script,
    pub(super) page_load_strategy: PageLoadStrategy,
    /// Further command line arguments, which only Chromium takes.
    pub(super) arguments: Vec<&'static str>,
}

impl Browser {
    /// Launches a browser for a site at the base URL `address`, or takes one from the
    /// pool.
    pub(super) async fn launch(engine: Engine, address: String, settings: Settings) -> Self {
        assert!(engine != Engine::Webkit || settings.script == Script::On);
        // WebKit starts quickly, and its service workers outlive their tab.
        let is_reusable = engine != Engine::Webkit
            && settings.script == Script::On
            && settings.page_load_strategy == PageLoadStrategy::Normal
            && settings.arguments.is_empty();
        let site_port = url::Url::parse(&address).ok().and_then(|url| url.port());
        let pool = session_pool::folder()
            .zip(site_port)
            .filter(|_| is_reusable);
        if let Some((folder, site_port)) = &pool
            && let Some(pooled) = PooledSession::take(folder, engine, *site_port)
            && let Ok(client) = pooled.open().await
        {
            let browser = Self {
                engine,
                port: pooled.port,
                session: pooled.session.clone(),
                client,
                address,
                driver: None,
                pooled: Some(pooled),
                _profile: None,
            };
            browser.reset().await;
            return browser;
        }
        let port = free_port();
        let mut command = Command::new(engine.driver());
        match engine {
            // geckodriver talks to Firefox on a second port, which is the same for all
            // instances unless set.
            Engine::Firefox => command
                .arg(format!("--port={port}"))
                .arg(format!("--marionette-port={}", free_port())),
            Engine::Chromium | Engine::Webkit => command.arg(format!("--port={port}")),
        };
        let driver = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // The profile of a pooled browser is in the pool's folder, and is removed with
        // it.
        let (profile, folder) = match &pool {
            Some((folder, _)) => (None, tempfile::tempdir_in(folder).unwrap().keep()),
            None => {
                let profile = tempfile::tempdir().unwrap();
                let folder = profile.path().to_owned();
                (Some(profile), folder)
            }
        };
        let mut capabilities = capabilities(engine, &folder, settings.script);
        if settings.page_load_strategy == PageLoadStrategy::None {
            capabilities.insert("pageLoadStrategy".to_owned(), json!("none"));
        }
        if !settings.arguments.is_empty() {
            let defaults = capabilities["goog:chromeOptions"]["args"].as_array_mut();
            let arguments = settings.arguments.iter();
            defaults
                .unwrap()
                .extend(arguments.map(|argument| json!(argument)));
        }
        let client = connect(port, capabilities).await;
        let session = client.session_id().await.unwrap().unwrap_or_default();
        let pooled = pool.map(|(folder, site_port)| {
            PooledSession::new(&folder, engine, (port, &session, driver.id()), site_port)
        });
        if pooled.is_some() {
            client.persist().await.unwrap();
        }
        let browser = Self {
            engine,
            port,
            session,
            client,
            address,
            driver: Some(driver),
            pooled,
            _profile: profile,
        };
        browser.reset().await;
        browser
    }

    /// Sets the window size that tests start with, and empties the console.
    async fn reset(&self) {
        self.client.set_window_size(1280, 900).await.unwrap();
        self.console().await;
    }
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

async fn connect(port: u16, capabilities: Capabilities) -> Client {
    let until = tokio::time::Instant::now() + TIMEOUT;
    loop {
        let attempt = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities.clone())
            .connect(&format!("http://127.0.0.1:{port}"))
            .await;
        match attempt {
            Ok(client) => return client,
            Err(error) if tokio::time::Instant::now() > until => {
                panic!("the browser did not start: {error}")
            }
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}
