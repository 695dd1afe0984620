//! The browser engines, and where their programs are.

use std::path::PathBuf;

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
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "CHROMIUM",
            Self::Firefox => "FIREFOX",
            Self::Webkit => "WEBKIT",
        }
    }

    pub(super) fn program(self) -> PathBuf {
        env_path(&format!("SAYS_WHO_{}", self.name()))
    }

    pub(super) fn driver(self) -> PathBuf {
        env_path(&format!("SAYS_WHO_{}_DRIVER", self.name()))
    }
}

fn env_path(name: &str) -> PathBuf {
    std::env::var_os(name)
        .expect("these tests need browsers: run `cargo xtask test`")
        .into()
}
