//! Starts a browser on a site, with settings.

use std::path::{Path, PathBuf};

use says_who_server::{Server, Site};

use super::launch::{PageLoadStrategy, Script, Settings};
use super::{Browser, Engine};

/// A browser to start: its site and its settings.
#[derive(Clone, Debug)]
#[must_use]
pub struct Start {
    place: Place,
    settings: Settings,
}

/// Where the site is.
#[derive(Clone, Debug)]
enum Place {
    /// A folder to serve, and the base path of the site.
    Folder(PathBuf, String),
    /// A base URL that something serves already.
    Address(String),
}

impl Start {
    /// A browser on the built site `name`.
    ///
    /// # Panics
    ///
    /// If the sites were not built.
    pub fn site(name: &str) -> Self {
        Self::folder(&crate::site(name), crate::base(name))
    }

    /// A browser on a folder that is served under the path `base`.
    pub fn folder(folder: &Path, base: &str) -> Self {
        Self::at(Place::Folder(folder.to_owned(), base.to_owned()))
    }

    /// A browser on a site at the base URL `address`, which ends in a slash.
    pub fn address(address: impl Into<String>) -> Self {
        Self::at(Place::Address(address.into()))
    }

    /// A browser on no site. Navigate to whole URLs.
    pub fn without_site() -> Self {
        Self::address("")
    }

    fn at(place: Place) -> Self {
        let settings = Settings {
            script: Script::On,
            page_load_strategy: PageLoadStrategy::Normal,
            arguments: Vec::new(),
        };
        Self { place, settings }
    }

    /// Turns scripts off. WebKit's driver can't.
    pub fn without_script(mut self) -> Self {
        self.settings.script = Script::Off;
        self
    }

    /// Does not wait for the `load` event on navigation, for pages that never finish
    /// loading. Navigate with [`Browser::goto_and_wait`].
    pub fn without_waiting(mut self) -> Self {
        self.settings.page_load_strategy = PageLoadStrategy::None;
        self
    }

    /// Turns accessibility on, as for users of a screen reader. Only Chromium can.
    pub fn with_screen_reader(mut self) -> Self {
        // Otherwise Chromium's accessibility tree omits content that is not laid out.
        let accessibility = "--force-renderer-accessibility=screen-reader";
        self.settings.arguments.push(accessibility);
        self
    }

    /// Starts the browser, without a page.
    ///
    /// # Panics
    ///
    /// If the browser or its driver does not start.
    pub async fn browser(self, engine: Engine) -> Browser {
        let address = match self.place {
            Place::Folder(folder, base) => serve(&folder, &base).await,
            Place::Address(address) => address,
        };
        Browser::launch(engine, address, self.settings).await
    }

    /// Starts the browser and navigates to a page.
    ///
    /// # Panics
    ///
    /// If the browser or its driver does not start, or can't navigate.
    pub async fn load(self, engine: Engine, path: &str) -> Browser {
        let browser = self.browser(engine).await;
        browser.goto(path).await;
        browser
    }

    /// Starts the browser, navigates to a page and waits until the app has hydrated it.
    ///
    /// # Panics
    ///
    /// If the browser or its driver does not start, or the app does not hydrate the page.
    pub async fn open(self, engine: Engine, path: &str) -> Browser {
        let browser = self.browser(engine).await;
        browser.goto_hydrated(path).await;
        browser
    }
}

/// Serves a folder while the test runs. Returns the base URL.
async fn serve(folder: &Path, base: &str) -> String {
    let server = Server::bind(Site::new(folder), base, 0).await.unwrap();
    let address = format!("http://{}{base}", server.address().unwrap());
    tokio::spawn(server.run());
    address
}
