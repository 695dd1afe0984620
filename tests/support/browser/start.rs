//! Starts a browser, or takes one from the pool.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use says_who_server::{Server, Site};
use serde_json::json;

use super::capabilities::capabilities;
use super::session_pool::{self, PooledSession};
use super::{Browser, Engine, Script, TIMEOUT};

/// What a driver waits for on navigation, as in WebDriver.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PageLoadStrategy {
    /// The `load` event.
    Normal,
    /// Nothing.
    None,
}

impl Browser {
    /// Opens Chromium on the built site `name`.
    ///
    /// # Panics
    ///
    /// If the browser or its driver does not start.
    pub async fn open(name: &str, script: Script) -> Self {
        Self::open_in(Engine::Chromium, name, script).await
    }

    /// Opens a browser on the built site `name`.
    ///
    /// # Panics
    ///
    /// If the browser or its driver does not start.
    pub async fn open_in(engine: Engine, name: &str, script: Script) -> Self {
        Self::open_folder(engine, &crate::site(name), crate::base(name), script).await
    }

    /// Opens a browser on a folder served under `base`.
    ///
    /// # Panics
    ///
    /// If the browser or its driver does not start, and for WebKit without scripts,
    /// because its driver can't turn them off.
    pub async fn open_folder(engine: Engine, folder: &Path, base: &str, script: Script) -> Self {
        let address = serve(folder, base).await;
        Self::open_address(engine, address, script).await
    }

    /// Opens a browser on a site at the base URL `address`, which ends in a slash.
    ///
    /// # Panics
    ///
    /// If the browser or its driver does not start, and for WebKit without scripts,
    /// because its driver can't turn them off.
    pub async fn open_address(engine: Engine, address: String, script: Script) -> Self {
        Self::start(engine, address, script, PageLoadStrategy::Normal).await
    }

    /// Opens a browser for pages that never finish loading: it does not wait for the
    /// `load` event. Navigate with [`Browser::goto_and_wait`].
    ///
    /// # Panics
    ///
    /// If the browser or its driver does not start.
    pub async fn open_without_waiting(engine: Engine) -> Self {
        Self::start(engine, String::new(), Script::On, PageLoadStrategy::None).await
    }

    /// Opens Chromium on a folder served under `base`, with accessibility on as for
    /// users of a screen reader.
    ///
    /// # Panics
    ///
    /// If the browser or its driver does not start.
    pub async fn open_with_screen_reader(folder: &Path, base: &str) -> Self {
        let address = serve(folder, base).await;
        // Otherwise Chromium's accessibility tree omits content that is not laid out.
        let accessibility = "--force-renderer-accessibility=screen-reader";
        Self::start_with(
            Engine::Chromium,
            address,
            Script::On,
            PageLoadStrategy::Normal,
            &[accessibility],
        )
        .await
    }

    async fn start(
        engine: Engine,
        address: String,
        script: Script,
        page_load_strategy: PageLoadStrategy,
    ) -> Self {
        Self::start_with(engine, address, script, page_load_strategy, &[]).await
    }

    /// Only Chromium takes further command line arguments.
    async fn start_with(
        engine: Engine,
        address: String,
        script: Script,
        page_load_strategy: PageLoadStrategy,
        arguments: &[&str],
    ) -> Self {
        assert!(engine != Engine::Webkit || script == Script::On);
        // WebKit starts quickly, and its service workers outlive their tab.
        let is_reusable = engine != Engine::Webkit
            && script == Script::On
            && page_load_strategy == PageLoadStrategy::Normal
            && arguments.is_empty();
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
        let mut capabilities = capabilities(engine, &folder, script);
        if page_load_strategy == PageLoadStrategy::None {
            capabilities.insert("pageLoadStrategy".to_owned(), json!("none"));
        }
        if !arguments.is_empty() {
            let defaults = capabilities["goog:chromeOptions"]["args"].as_array_mut();
            defaults
                .unwrap()
                .extend(arguments.iter().map(|argument| json!(argument)));
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

/// Serves a folder while the test runs. Returns the base URL.
async fn serve(folder: &Path, base: &str) -> String {
    let server = Server::bind(Site::new(folder), base, 0).await.unwrap();
    let address = format!("http://{}{base}", server.address().unwrap());
    tokio::spawn(server.run());
    address
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
