//! A running server of a small site, and its responses.

use std::fs;

use tempfile::TempDir;
use ureq::http::HeaderMap;

use crate::{LiveReload, Server, Site};

/// The files of a small site under `/a/b/`: path and content.
const FILES: [(&str, &str); 12] = [
    ("index.html", "the start"),
    ("404.html", "nothing here"),
    ("x/index.html", "x"),
    ("no-page/cite.txt", "cité"),
    ("app.wasm", "wasm"),
    ("app.js", "script"),
    ("main.css", "style"),
    ("icon.svg", "svg"),
    ("oembed.json", "json"),
    ("feed.xml", "xml"),
    ("card.png", "png"),
    ("library.bin", "bin"),
];

/// A running server of that site. It ends with the test's runtime.
pub(super) struct TestServer {
    _folder: TempDir,
    address: String,
}

/// A response as received.
pub(super) struct Answer {
    pub(super) status: u16,
    headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

impl Answer {
    #[track_caller]
    pub(super) fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name).map(|value| value.to_str());
        value.map_or("", |value| value.expect("a text"))
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl TestServer {
    pub(super) async fn new(live: Option<LiveReload>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for (path, text) in FILES {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text.repeat(100)).expect("a file");
        }
        let site = Site::new(folder.path());
        let server = match live {
            None => Server::bind(site, "/a/b/", 0).await,
            Some(live) => Server::bind_live_reload(site, "/a/b/", 0, live).await,
        };
        let server = server.expect("a port");
        let address = format!("http://{}", server.address().expect("an address"));
        tokio::spawn(server.run());
        Self {
            _folder: folder,
            address,
        }
    }

    pub(super) async fn ask(
        &self,
        method: &'static str,
        path: &str,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(()).expect("a request");
        tokio::task::spawn_blocking(move || {
            let agent: ureq::Agent = ureq::Agent::config_builder()
                .http_status_as_error(false)
                .max_redirects(0)
                // Send only the test's own headers.
                .accept_encoding("")
                .build()
                .into();
            let mut answer = agent.run(request).expect("an answer");
            Answer {
                status: answer.status().as_u16(),
                headers: answer.headers().clone(),
                body: answer.body_mut().read_to_vec().expect("a body"),
            }
        })
        .await
        .expect("an answer")
    }

    pub(super) async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[]).await
    }
}
