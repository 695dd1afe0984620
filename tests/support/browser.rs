//! A real browser on a built site.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder, Locator};
use says_who_preview::{Preview, Site};
use serde_json::{Value, json};

/// How long anything may take before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(30);

/// Whether pages may run script.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// They may.
    On,
    /// They may not.
    Off,
}

/// A browser with one window, a driver and a server. All of it ends with the value.
pub struct Browser {
    /// The WebDriver session.
    pub client: Client,
    /// The address of the site, up to its last slash.
    pub address: String,
    driver: Child,
    _profile: tempfile::TempDir,
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Only what was started here, by its own handle.
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

fn setting(name: &str) -> PathBuf {
    std::env::var_os(name)
        .expect("these tests need a browser: run `cargo xtask test`")
        .into()
}

/// The browser's console.
#[derive(Debug)]
struct Console;

impl WebDriverCompatibleCommand for Console {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (
            http::Method::POST,
            Some(json!({ "type": "browser" }).to_string()),
        )
    }
}

impl Browser {
    /// Opens a browser on the built site `name`.
    ///
    /// # Panics
    ///
    /// Where the browser or its driver does not start.
    pub async fn open(name: &str, script: Script) -> Self {
        Self::open_folder(&crate::site(name), crate::base(name), script).await
    }

    /// Opens a browser on a folder served under `base`.
    ///
    /// # Panics
    ///
    /// Where the browser or its driver does not start.
    pub async fn open_folder(folder: &Path, base: &str, script: Script) -> Self {
        let preview = Preview::bind(Site::new(folder), base, 0).await.unwrap();
        let address = format!("http://{}{base}", preview.address().unwrap());
        tokio::spawn(preview.run());

        let port = std::net::TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let driver = Command::new(setting("SAYS_WHO_DRIVER"))
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let profile = tempfile::tempdir().unwrap();
        let client = connect(port, profile.path(), script).await;
        client.set_window_size(1280, 900).await.unwrap();
        Self {
            client,
            address,
            driver,
            _profile: profile,
        }
    }

    /// Goes to a page.
    ///
    /// # Panics
    ///
    /// Where the browser can't.
    pub async fn go(&self, path: &str) {
        self.client
            .goto(&format!("{}{path}", self.address))
            .await
            .unwrap();
    }

    /// Goes to a page and waits until the app has taken it over.
    ///
    /// # Panics
    ///
    /// Where it does not.
    pub async fn ready(&self, path: &str) {
        self.go(path).await;
        self.wait(r##"return document.querySelector("#app").dataset.app === "ready""##)
            .await;
    }

    /// The value of a script.
    ///
    /// # Panics
    ///
    /// Where the script fails.
    pub async fn eval(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// Waits until a script gives `true`.
    ///
    /// # Panics
    ///
    /// Where it never does.
    pub async fn wait(&self, script: &str) {
        let until = tokio::time::Instant::now() + PATIENCE;
        while self.eval(script).await != json!(true) {
            if tokio::time::Instant::now() > until {
                let state = self
                    .eval("return document.querySelector('#app')?.dataset.app ?? null")
                    .await;
                let console = self.console().await;
                panic!("never true: {script}; the app is {state}; the console says {console:?}");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The text of the first element for a selector, as it is shown.
    ///
    /// # Panics
    ///
    /// Where there is none.
    pub async fn text(&self, selector: &str) -> String {
        self.client
            .find(Locator::Css(selector))
            .await
            .unwrap()
            .text()
            .await
            .unwrap()
    }

    /// Clicks the first element for a selector.
    ///
    /// # Panics
    ///
    /// Where there is none.
    pub async fn click(&self, selector: &str) {
        self.client
            .find(Locator::Css(selector))
            .await
            .unwrap()
            .click()
            .await
            .unwrap();
    }

    /// What the console holds since it was last asked, errors and warnings.
    ///
    /// # Panics
    ///
    /// Where the driver does not answer.
    pub async fn console(&self) -> Vec<String> {
        let log = self.client.issue_cmd(Console).await.unwrap();
        let entries = log.as_array().cloned().unwrap_or_default();
        entries
            .iter()
            .filter(|entry| entry["level"] != "INFO" && entry["level"] != "DEBUG")
            .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// The addresses the page has loaded from, without repeats.
    ///
    /// # Panics
    ///
    /// Where the browser does not answer.
    pub async fn loaded(&self) -> Vec<String> {
        let names = self
            .eval("return performance.getEntriesByType('resource').map((entry) => entry.name)")
            .await;
        names
            .as_array()
            .unwrap()
            .iter()
            .map(|name| name.as_str().unwrap().to_owned())
            .collect()
    }
}

async fn connect(port: u16, profile: &Path, script: Script) -> Client {
    let mut arguments = vec![
        "--headless=new".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--no-first-run".to_owned(),
        format!("--user-data-dir={}", profile.display()),
    ];
    let root = Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|id| id.stdout.starts_with(b"0\n"));
    if root {
        // Chromium refuses to run as root with its sandbox.
        arguments.push("--no-sandbox".to_owned());
    }
    let mut options = json!({ "args": arguments, "binary": setting("SAYS_WHO_BROWSER") });
    if script == Script::Off {
        options["prefs"] = json!({ "profile.managed_default_content_settings.javascript": 2 });
    }
    let mut capabilities = Capabilities::new();
    capabilities.insert("goog:chromeOptions".to_owned(), options);
    capabilities.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));

    let until = tokio::time::Instant::now() + PATIENCE;
    loop {
        let attempt = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities.clone())
            .connect(&format!("http://127.0.0.1:{port}"))
            .await;
        match attempt {
            Ok(client) => return client,
            Err(error) if tokio::time::Instant::now() > until => {
                panic!("the browser does not start: {error}")
            }
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}
