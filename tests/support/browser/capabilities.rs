//! The capabilities requested from a driver.

use std::path::Path;
use std::process::Command;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use super::Engine;
use super::launch::Script;

/// The capabilities requested from the driver.
pub(super) fn capabilities(engine: Engine, profile: &Path, script: Script) -> Capabilities {
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
