//! Controls Chromium with the DevTools protocol
//! (chromedevtools.github.io/devtools-protocol) through a pipe, without a port and
//! without chromedriver.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

/// How long a response may take. One call runs all interactions on a page with
/// thousands of statements, and a single click lays out all of them.
const TIMEOUT: Duration = Duration::from_secs(1800);

/// A headless browser. It is closed when the value is dropped.
pub(crate) struct Devtools {
    browser: Child,
    commands: Option<ChildStdin>,
    answers: Receiver<Vec<u8>>,
    last: u64,
    _profile: tempfile::TempDir,
}

impl Drop for Devtools {
    fn drop(&mut self) {
        // The browser exits when its pipe is closed; if it does not, it is killed.
        self.commands = None;
        let until = Instant::now() + Duration::from_secs(10);
        while Instant::now() < until && !matches!(self.browser.try_wait(), Ok(Some(_))) {
            thread::sleep(Duration::from_millis(20));
        }
        // Kills only the process that this value started.
        let _ = self.browser.kill();
        let _ = self.browser.wait();
    }
}

impl Devtools {
    /// Starts the browser `program` with a new, empty profile.
    pub(crate) fn start(program: &Path, no_sandbox: bool) -> Result<Self> {
        let profile = tempfile::tempdir()?;
        // The browser reads commands from file descriptor 3 and writes responses to
        // file descriptor 4; a shell redirects stdin and stdout to them.
        let mut command = Command::new("sh");
        command
            .args(["-c", r#"exec "$@" 3<&0 4>&1 </dev/null >/dev/null"#, "sh"])
            .arg(program)
            .args([
                "--headless=new",
                "--remote-debugging-pipe",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-background-timer-throttling",
                "--disable-backgrounding-occluded-windows",
                "--disable-component-update",
                "--disable-renderer-backgrounding",
                "--disable-sync",
                "--no-first-run",
            ])
            .arg(format!("--user-data-dir={}", profile.path().display()));
        if no_sandbox {
            command.arg("--no-sandbox");
        }
        let mut browser = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("the browser did not start")?;
        let commands = browser.stdin.take();
        let output = browser.stdout.take().context("the browser has no pipe")?;
        let (sender, answers) = mpsc::channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            loop {
                let mut answer = Vec::new();
                match output.read_until(0, &mut answer) {
                    Ok(1..) if answer.pop() == Some(0) && sender.send(answer).is_ok() => {}
                    _ => break,
                }
            }
        });
        Ok(Self {
            browser,
            commands,
            answers,
            last: 0,
            _profile: profile,
        })
    }

    /// The browser's name and version.
    pub(crate) fn version(&mut self) -> Result<String> {
        let version = self.call(None, "Browser.getVersion", json!({}))?;
        Ok(text(&version, "product")?.to_owned())
    }

    /// Opens a tab in a new browser context, which shares no cache with others.
    pub(crate) fn tab(&mut self) -> Result<Tab<'_>> {
        let context = self.call(None, "Target.createBrowserContext", json!({}))?;
        let context = text(&context, "browserContextId")?.to_owned();
        let target = json!({ "url": "about:blank", "browserContextId": context });
        let target = self.call(None, "Target.createTarget", target)?;
        let target = json!({ "targetId": text(&target, "targetId")?, "flatten": true });
        let session = self.call(None, "Target.attachToTarget", target)?;
        let session = text(&session, "sessionId")?.to_owned();
        Ok(Tab {
            devtools: self,
            context,
            session,
        })
    }

    fn call(&mut self, session: Option<&str>, method: &str, params: Value) -> Result<Value> {
        self.last += 1;
        let mut command = json!({ "id": self.last, "method": method, "params": params });
        if let Some(session) = session {
            command["sessionId"] = json!(session);
        }
        let commands = self.commands.as_mut().context("the browser has ended")?;
        commands
            .write_all(format!("{command}\0").as_bytes())
            .and_then(|()| commands.flush())
            .context("the browser has ended")?;
        let until = Instant::now() + TIMEOUT;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let answer = self
                .answers
                .recv_timeout(left)
                .with_context(|| format!("the browser does not answer {method}"))?;
            let mut answer: Value = serde_json::from_slice(&answer)?;
            // Other messages are events, which are not used.
            if answer["id"] == self.last {
                if let Some(error) = answer.get("error") {
                    bail!("{method}: {error}");
                }
                return Ok(answer["result"].take());
            }
        }
    }
}

/// A tab in its own browser context. It is closed when the value is dropped.
pub(crate) struct Tab<'a> {
    devtools: &'a mut Devtools,
    context: String,
    session: String,
}

impl Drop for Tab<'_> {
    fn drop(&mut self) {
        let context = json!({ "browserContextId": self.context });
        // Ignore the error: if the browser has exited, the tab is closed too.
        let _ = self
            .devtools
            .call(None, "Target.disposeBrowserContext", context);
    }
}

impl Tab<'_> {
    /// Calls a method of the protocol and returns its result.
    pub(crate) fn call(&mut self, method: &str, params: Value) -> Result<Value> {
        self.devtools.call(Some(&self.session), method, params)
    }

    /// Evaluates an expression; awaits it if it is a promise.
    pub(crate) fn evaluate(&mut self, expression: &str) -> Result<Value> {
        let expression =
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.call("Runtime.evaluate", expression)?;
        if let Some(error) = answer.get("exceptionDetails") {
            bail!(
                "{}",
                error["exception"]["description"]
                    .as_str()
                    .unwrap_or("a script failed")
            );
        }
        Ok(answer["result"]["value"].take())
    }
}

fn text<'a>(value: &'a Value, name: &str) -> Result<&'a str> {
    value[name]
        .as_str()
        .with_context(|| format!("the browser gives no {name}"))
}
