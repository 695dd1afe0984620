//! A real browser on a built site.

mod end_session;
mod session_pool;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder, Locator};
use says_who_server::{Preview, Site};
use serde_json::{Value, json};

use end_session::end_session;
use session_pool::PooledSession;

/// How long anything may take before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(30);

/// What draws the pages.
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
        setting(&format!("SAYS_WHO_{}", self.name()))
    }

    fn driver(self) -> PathBuf {
        setting(&format!("SAYS_WHO_{}_DRIVER", self.name()))
    }
}

/// What one wants to know of a page that is not as it should be.
const STATE: &str = "return {
    app: document.querySelector('#app')?.dataset.app, address: location.href, top: scrollY,
    focus: document.activeElement?.outerHTML.slice(0, 120),
    here: [...document.querySelectorAll('[data-here]')].map((one) => [one.id, one.getBoundingClientRect().top]),
};";

/// Whether pages may run script.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// They may.
    On,
    /// They may not.
    Off,
}

/// What a driver waits for when it goes to a page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Loads {
    /// For all that the page asks for.
    Whole,
    /// For nothing.
    Begun,
}

/// A browser with one window, a driver and a server. All of it ends with the value,
/// or the browser goes back to the pool.
pub struct Browser {
    /// What draws the pages.
    pub engine: Engine,
    /// The WebDriver session.
    pub client: Client,
    /// The address of the site, up to its last slash.
    pub address: String,
    port: u16,
    session: String,
    /// The driver that this test started.
    driver: Option<Child>,
    /// Its place in the pool, where it may stay when the test ends.
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
        // A driver that is killed leaves its browser behind: the session is
        // ended first, without the test's runtime, which may be gone by now.
        let _ = end_session(self.port, &self.session);
        // Only what was started here, by its own handle.
        if let Some(driver) = &mut self.driver {
            let _ = driver.kill();
            let _ = driver.wait();
            if let Some(pooled) = &self.pooled {
                pooled.remove();
            }
        }
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

/// What an element is in the accessibility tree: its name (`label`) or its `role`.
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

/// A command of Chromium's own protocol.
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
    /// Where the browser or its driver does not start.
    pub async fn open(name: &str, script: Script) -> Self {
        Self::open_in(Engine::Chromium, name, script).await
    }

    /// Opens a browser on the built site `name`.
    ///
    /// # Panics
    ///
    /// Where the browser or its driver does not start.
    pub async fn open_in(engine: Engine, name: &str, script: Script) -> Self {
        Self::open_folder(engine, &crate::site(name), crate::base(name), script).await
    }

    /// Opens a browser on a folder served under `base`.
    ///
    /// # Panics
    ///
    /// Where the browser or its driver does not start, and for WebKit without
    /// script: its driver has no way to turn it off.
    pub async fn open_folder(engine: Engine, folder: &Path, base: &str, script: Script) -> Self {
        let address = serve(folder, base).await;
        Self::open_address(engine, address, script).await
    }

    /// Opens a browser on a site that is served at `address`, which ends in a slash.
    ///
    /// # Panics
    ///
    /// Where the browser or its driver does not start, and for WebKit without
    /// script: its driver has no way to turn it off.
    pub async fn open_address(engine: Engine, address: String, script: Script) -> Self {
        Self::start(engine, address, script, Loads::Whole).await
    }

    /// Opens a browser that does not wait for pages to be loaded, which some
    /// never are: see [`Browser::comes`].
    ///
    /// # Panics
    ///
    /// Where the browser or its driver does not start.
    pub async fn open_impatient(engine: Engine) -> Self {
        Self::start(engine, String::new(), Script::On, Loads::Begun).await
    }

    /// Opens Chromium on a folder served under `base`, as it is for somebody who
    /// has a screen reader.
    ///
    /// # Panics
    ///
    /// Where the browser or its driver does not start.
    pub async fn open_aloud(folder: &Path, base: &str) -> Self {
        let address = serve(folder, base).await;
        // Without one it spares itself what is not laid out.
        let aloud = "--force-renderer-accessibility=screen-reader";
        Self::start_with(
            Engine::Chromium,
            address,
            Script::On,
            Loads::Whole,
            &[aloud],
        )
        .await
    }

    async fn start(engine: Engine, address: String, script: Script, loads: Loads) -> Self {
        Self::start_with(engine, address, script, loads, &[]).await
    }

    /// The arguments are for Chromium alone.
    async fn start_with(
        engine: Engine,
        address: String,
        script: Script,
        loads: Loads,
        arguments: &[&str],
    ) -> Self {
        assert!(engine != Engine::Webkit || script == Script::On);
        // WebKit starts quickly, and its workers outlive the tab that they are of.
        let is_reusable = engine != Engine::Webkit
            && script == Script::On
            && loads == Loads::Whole
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
            // geckodriver talks to Firefox on another port, the same for all
            // unless it is told one.
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
        // In the pool its profile lies beside it, and goes with it.
        let (profile, folder) = match &pool {
            Some((folder, _)) => (None, tempfile::tempdir_in(folder).unwrap().keep()),
            None => {
                let profile = tempfile::tempdir().unwrap();
                let folder = profile.path().to_owned();
                (Some(profile), folder)
            }
        };
        let mut capabilities = capabilities(engine, &folder, script);
        if loads == Loads::Begun {
            capabilities.insert("pageLoadStrategy".to_owned(), json!("none"));
        }
        if !arguments.is_empty() {
            let own = capabilities["goog:chromeOptions"]["args"].as_array_mut();
            own.unwrap().extend(arguments.iter().map(|one| json!(one)));
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

    /// The window as every test finds it, and nothing in the console.
    async fn reset(&self) {
        self.client.set_window_size(1280, 900).await.unwrap();
        self.console().await;
    }

    /// Shows pages at a width in CSS pixels and in a color scheme, `light` or
    /// `dark`. For Chromium alone.
    ///
    /// # Panics
    ///
    /// Where the browser can't.
    pub async fn shows(&self, width: u32, scheme: &str) {
        self.emulates(width, 900, scheme, false).await;
    }

    /// The same in a window of a height, and, if `forced`, with the colors of a
    /// high-contrast theme. For Chromium alone.
    ///
    /// # Panics
    ///
    /// Where the browser can't.
    pub async fn emulates(&self, width: u32, height: u32, scheme: &str, forced: bool) {
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

    /// What a command of Chromium's own protocol answers.
    ///
    /// # Panics
    ///
    /// Where the browser can't.
    pub async fn devtools(&self, command: &'static str, with: Value) -> Value {
        let command = Devtools(command, with);
        self.client.issue_cmd(command).await.unwrap()
    }

    /// The name that a screen reader is given of the first element for a selector.
    ///
    /// # Panics
    ///
    /// Where there is none.
    pub async fn name_of(&self, selector: &str) -> String {
        self.computed("label", selector).await
    }

    /// The role that a screen reader is given of the first element for a selector.
    ///
    /// # Panics
    ///
    /// Where there is none.
    pub async fn role_of(&self, selector: &str) -> String {
        self.computed("role", selector).await
    }

    async fn computed(&self, what: &'static str, selector: &str) -> String {
        let element = self.client.find(Locator::Css(selector)).await.unwrap();
        let computed = Computed(what, element.element_id().to_string());
        let computed = self.client.issue_cmd(computed).await.unwrap();
        computed.as_str().unwrap().to_owned()
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
        // It may not take a script at once.
        self.wait("return true").await;
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

    /// Goes into a frame, by the numbers of the frames on the way from the page in
    /// the window; with no number, back to that page.
    ///
    /// # Panics
    ///
    /// Where there is no such frame.
    pub async fn enter(&self, way: &[u16]) {
        // No page of the tests has frames further in than this.
        for _ in 0..4 {
            self.client.enter_parent_frame().await.unwrap();
        }
        for frame in way {
            self.client.enter_frame(*frame).await.unwrap();
        }
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
        if let Err(last) = self.is_true(script).await {
            let state = self.client.execute(STATE, Vec::new()).await;
            let console = self.console().await;
            panic!(
                "never true: {script}; at last: {last:?}; the page is {state:?}; the console says {console:?}"
            );
        }
    }

    /// Goes to an address and waits until its page is there down to the foot,
    /// whatever it still waits for, and a script gives `true` on it.
    ///
    /// # Panics
    ///
    /// Where that is never so.
    pub async fn comes(&self, address: &str, script: &str) {
        self.client.goto(address).await.unwrap();
        // Until then the page before may still be there.
        let there = format!(
            "if (location.href !== {} || document.querySelector('.footer, .framed__back') === null) return false;
             {script}",
            json!(address)
        );
        if let Err(last) = self.is_true(&there).await {
            panic!(
                "never true on {address}: {script}; at last: {last:?}; the console says {:?}",
                self.console().await
            );
        }
    }

    /// Tries a script until it gives `true`, or gives up and says what it gave
    /// at last. One that fails is tried again: while a page goes and the next
    /// comes, neither takes a script, and WebKit's driver has answers that say
    /// nothing ("Could not parse script result").
    async fn is_true(&self, script: &str) -> Result<(), Result<Value, CmdError>> {
        let until = tokio::time::Instant::now() + PATIENCE;
        loop {
            let state = self.client.execute(script, Vec::new()).await;
            if state.as_ref().is_ok_and(|state| *state == json!(true)) {
                return Ok(());
            }
            if tokio::time::Instant::now() > until {
                return Err(state);
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
        let element = self.client.find(Locator::Css(selector)).await.unwrap();
        // Its driver takes what is just below the window for something in view
        // where the page has scroll padding. The browser itself, asked to show or
        // focus it, does not.
        if self.engine == Engine::Webkit {
            let show = "arguments[0].scrollIntoView({ block: 'nearest' })";
            let shown = vec![serde_json::to_value(&element).unwrap()];
            self.client.execute(show, shown).await.unwrap();
        }
        element.click().await.unwrap();
    }

    /// Types into what has focus; into the page where nothing has.
    ///
    /// # Panics
    ///
    /// Where the driver can't.
    pub async fn type_text(&self, keys: &str) {
        let focused = self.client.active_element().await.unwrap();
        let before = focused.prop("value").await.unwrap();
        let typed = focused.send_keys(keys).await;
        // WebKit's driver has been seen to answer with an error that says nothing.
        // Where nothing was typed either, it is asked once more.
        let nothing_came = typed.is_err()
            && self.engine == Engine::Webkit
            && before.is_some()
            && focused.prop("value").await.unwrap() == before;
        if nothing_came {
            focused.send_keys(keys).await.unwrap();
        } else {
            typed.unwrap();
        }
    }

    /// What Chromium's console holds since it was last asked, errors and
    /// warnings; nothing of other browsers'.
    ///
    /// # Panics
    ///
    /// Where the driver does not answer.
    pub async fn console(&self) -> Vec<String> {
        // Only chromedriver keeps one.
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

/// Serves a folder as long as the test runs, and gives its address.
async fn serve(folder: &Path, base: &str) -> String {
    let preview = Preview::bind(Site::new(folder), base, 0).await.unwrap();
    let address = format!("http://{}{base}", preview.address().unwrap());
    tokio::spawn(preview.run());
    address
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

/// What the driver is asked for.
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
