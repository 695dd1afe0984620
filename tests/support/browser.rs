//! Drives a real browser on a built site, through WebDriver.

mod end_session;
mod session_pool;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder, Locator};
use says_who_server::{Server, Site};
use serde_json::{Value, json};

use end_session::end_session;
use session_pool::PooledSession;

/// The timeout of any single wait.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, through WebKitWebDriver.
    Webkit,
}

impl Engine {
    fn name(self) -> &'static str {
        match self {
            Self::Chromium => "CHROMIUM",
            Self::Firefox => "FIREFOX",
            Self::Webkit => "WEBKIT",
        }
    }

    fn program(self) -> PathBuf {
        env_path(&format!("SAYS_WHO_{}", self.name()))
    }

    fn driver(self) -> PathBuf {
        env_path(&format!("SAYS_WHO_{}_DRIVER", self.name()))
    }
}

/// Diagnostics of a page in an unexpected state.
const STATE: &str = "return {
    app: document.querySelector('#app')?.dataset.app, address: location.href, top: scrollY,
    focus: document.activeElement?.outerHTML.slice(0, 120),
    here: [...document.querySelectorAll('[data-here]')].map((one) => [one.id, one.getBoundingClientRect().top]),
};";

/// Whether pages may run scripts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Scripts are on.
    On,
    /// Scripts are off.
    Off,
}

/// What a driver waits for on navigation, as in WebDriver.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PageLoadStrategy {
    /// The `load` event.
    Normal,
    /// Nothing.
    None,
}

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

fn env_path(name: &str) -> PathBuf {
    std::env::var_os(name)
        .expect("these tests need browsers: run `cargo xtask test`")
        .into()
}

/// The console messages of the browser.
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

/// A property of an element in the accessibility tree: its name (`label`) or its
/// `role`.
#[derive(Debug)]
struct Computed(&'static str, String);

impl WebDriverCompatibleCommand for Computed {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/element/{}/computed{}",
            session.unwrap_or_default(),
            self.1,
            self.0
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::GET, None)
    }
}

/// A command of the Chrome DevTools Protocol.
#[derive(Debug)]
struct Devtools(&'static str, Value);

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/goog/cdp/execute",
            session.unwrap_or_default()
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let body = json!({ "cmd": self.0, "params": self.1 });
        (http::Method::POST, Some(body.to_string()))
    }
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

    /// Emulates a width in CSS pixels and a color scheme, `light` or `dark`. Only
    /// for Chromium.
    ///
    /// # Panics
    ///
    /// If the browser can't.
    pub async fn emulate(&self, width: u32, scheme: &str) {
        self.emulate_screen(width, 900, scheme, false).await;
    }

    /// The same with a height and, if `forced`, with forced colors. Only for
    /// Chromium.
    ///
    /// # Panics
    ///
    /// If the browser can't.
    pub async fn emulate_screen(&self, width: u32, height: u32, scheme: &str, forced: bool) {
        let forced = if forced { "active" } else { "none" };
        for command in [
            Devtools(
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
            ),
            Devtools(
                "Emulation.setEmulatedMedia",
                json!({ "features": [
                    { "name": "prefers-color-scheme", "value": scheme },
                    { "name": "forced-colors", "value": forced },
                ] }),
            ),
        ] {
            self.client.issue_cmd(command).await.unwrap();
        }
    }

    /// The result of a command of the Chrome DevTools Protocol.
    ///
    /// # Panics
    ///
    /// If the browser can't.
    pub async fn devtools(&self, command: &'static str, with: Value) -> Value {
        let command = Devtools(command, with);
        self.client.issue_cmd(command).await.unwrap()
    }

    /// The accessible name of the first element for a selector.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub async fn name_of(&self, selector: &str) -> String {
        self.computed("label", selector).await
    }

    /// The accessible role of the first element for a selector.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub async fn role_of(&self, selector: &str) -> String {
        self.computed("role", selector).await
    }

    async fn computed(&self, what: &'static str, selector: &str) -> String {
        let element = self.client.find(Locator::Css(selector)).await.unwrap();
        let computed = Computed(what, element.element_id().to_string());
        let computed = self.client.issue_cmd(computed).await.unwrap();
        computed.as_str().unwrap().to_owned()
    }

    /// Navigates to a page.
    ///
    /// # Panics
    ///
    /// If the browser can't.
    pub async fn goto(&self, path: &str) {
        self.client
            .goto(&format!("{}{path}", self.address))
            .await
            .unwrap();
        // Right after navigation, a page may not run scripts yet.
        self.wait("return true").await;
    }

    /// Navigates to a page and waits until the app has hydrated it.
    ///
    /// # Panics
    ///
    /// If it does not.
    pub async fn goto_hydrated(&self, path: &str) {
        self.goto(path).await;
        self.wait(r##"return document.querySelector("#app").dataset.app === "ready""##)
            .await;
    }

    /// Switches to a frame, given the index of each frame from the top page down to
    /// it. Without any, switches to the top page.
    ///
    /// # Panics
    ///
    /// If there is no such frame.
    pub async fn switch_to_frame(&self, indices: &[u16]) {
        // No test page nests frames deeper than this.
        for _ in 0..4 {
            self.client.enter_parent_frame().await.unwrap();
        }
        for frame in indices {
            self.client.enter_frame(*frame).await.unwrap();
        }
    }

    /// The result of a script.
    ///
    /// # Panics
    ///
    /// If the script fails.
    pub async fn eval(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// Waits until a script returns `true`.
    ///
    /// # Panics
    ///
    /// If it never does.
    pub async fn wait(&self, script: &str) {
        if let Err(last) = self.poll_until_true(script).await {
            let state = self.client.execute(STATE, Vec::new()).await;
            let console = self.console().await;
            panic!(
                "timed out waiting for {script}; last result: {last:?}; page: {state:?}; console: {console:?}"
            );
        }
    }

    /// Navigates to a URL and waits until the document is parsed up to its footer and
    /// a script returns `true` on it, even if resources are still loading.
    ///
    /// # Panics
    ///
    /// If that never happens.
    pub async fn goto_and_wait(&self, address: &str, script: &str) {
        self.client.goto(address).await.unwrap();
        // At first, the previous page may still be there.
        let condition = format!(
            "if (location.href !== {} || document.querySelector('.footer, .framed__back') === null) return false;
             {script}",
            json!(address)
        );
        if let Err(last) = self.poll_until_true(&condition).await {
            panic!(
                "timed out on {address} waiting for {script}; last result: {last:?}; console: {:?}",
                self.console().await
            );
        }
    }

    /// Retries a script until it returns `true`; on timeout, returns the last result.
    /// Errors are retried too: no script can run during navigation, and WebKit's
    /// driver has uninformative errors ("Could not parse script result").
    async fn poll_until_true(&self, script: &str) -> Result<(), Result<Value, CmdError>> {
        let until = tokio::time::Instant::now() + TIMEOUT;
        loop {
            let result = self.client.execute(script, Vec::new()).await;
            if result.as_ref().is_ok_and(|value| *value == json!(true)) {
                return Ok(());
            }
            if tokio::time::Instant::now() > until {
                return Err(result);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The visible text of the first element for a selector.
    ///
    /// # Panics
    ///
    /// If there is none.
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
    /// If there is none.
    pub async fn click(&self, selector: &str) {
        let element = self.client.find(Locator::Css(selector)).await.unwrap();
        // If the page has scroll padding, WebKit's driver considers elements just
        // below the window visible and does not scroll to them. The browser itself
        // does.
        if self.engine == Engine::Webkit {
            let scroll = "arguments[0].scrollIntoView({ block: 'nearest' })";
            let arguments = vec![serde_json::to_value(&element).unwrap()];
            self.client.execute(scroll, arguments).await.unwrap();
        }
        element.click().await.unwrap();
    }

    /// Types into the focused element, or into the page if there is none.
    ///
    /// # Panics
    ///
    /// If the driver can't.
    pub async fn type_text(&self, keys: &str) {
        let focused = self.client.active_element().await.unwrap();
        let before = focused.prop("value").await.unwrap();
        let typed = focused.send_keys(keys).await;
        // WebKit's driver sometimes returns an uninformative error. If nothing was
        // typed either, retry once.
        let nothing_typed = typed.is_err()
            && self.engine == Engine::Webkit
            && before.is_some()
            && focused.prop("value").await.unwrap() == before;
        if nothing_typed {
            focused.send_keys(keys).await.unwrap();
        } else {
            typed.unwrap();
        }
    }

    /// The errors and warnings in Chromium's console since the last call; nothing
    /// for other browsers.
    ///
    /// # Panics
    ///
    /// If the driver does not answer.
    pub async fn console(&self) -> Vec<String> {
        // Only chromedriver has a log.
        if self.engine != Engine::Chromium {
            return Vec::new();
        }
        let log = self.client.issue_cmd(Console).await.unwrap();
        let entries = log.as_array().cloned().unwrap_or_default();
        entries
            .iter()
            .filter(|entry| entry["level"] != "INFO" && entry["level"] != "DEBUG")
            .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// The URLs of the resources that the page has loaded.
    ///
    /// # Panics
    ///
    /// If the browser does not answer.
    pub async fn loaded_urls(&self) -> Vec<String> {
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

/// The capabilities requested from the driver.
fn capabilities(engine: Engine, profile: &Path, script: Script) -> Capabilities {
    let mut capabilities = Capabilities::new();
    match engine {
        Engine::Chromium => {
            capabilities.insert("goog:chromeOptions".to_owned(), chromium(profile, script));
            capabilities.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
        }
        Engine::Firefox => {
            let mut preferences = json!({
                "app.update.auto": false,
                "datareporting.policy.dataSubmissionEnabled": false,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
            });
            if script == Script::Off {
                preferences["javascript.enabled"] = json!(false);
            }
            let options = json!({
                "binary": engine.program(), "args": ["-headless"], "prefs": preferences,
            });
            capabilities.insert("moz:firefoxOptions".to_owned(), options);
        }
        Engine::Webkit => {
            let options = json!({ "binary": engine.program(), "args": ["--automation"] });
            capabilities.insert("webkitgtk:browserOptions".to_owned(), options);
        }
    }
    capabilities
}

fn chromium(profile: &Path, script: Script) -> Value {
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
    let mut options = json!({ "args": arguments, "binary": Engine::Chromium.program() });
    if script == Script::Off {
        options["prefs"] = json!({ "profile.managed_default_content_settings.javascript": 2 });
    }
    options
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
