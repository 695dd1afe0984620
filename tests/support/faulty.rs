//! A server of a built site on which something is wrong.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// What comes of a request.
#[derive(Clone, Debug)]
pub enum Served {
    /// These bytes, as this media type.
    Bytes(&'static str, Vec<u8>),
    /// The page for unknown addresses, with status 404.
    Missing,
    /// Nothing, for ever: the connection stays open.
    Never,
}

impl Served {
    /// The same with other bytes.
    #[must_use]
    pub fn with(self, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Self {
        match self {
            Self::Bytes(kind, bytes) => Self::Bytes(kind, change(bytes)),
            other => other,
        }
    }

    /// The same as another media type.
    #[must_use]
    pub fn called(self, kind: &'static str) -> Self {
        match self {
            Self::Bytes(_, bytes) => Self::Bytes(kind, bytes),
            other => other,
        }
    }
}

type Fault = Arc<dyn Fn(&str, Served) -> Served + Send + Sync>;

/// The server. It ends with the runtime of the test.
#[derive(Clone, Debug)]
pub struct Faulty {
    /// The address of the site, up to its last slash.
    pub address: String,
    waiting: Arc<AtomicUsize>,
}

impl Faulty {
    /// Serves the built site `name` with a fault: from the path of a file below
    /// the site, and what should come of it, to what does.
    ///
    /// # Panics
    ///
    /// Where there is no port.
    pub async fn serve(
        name: &str,
        fault: impl Fn(&str, Served) -> Served + Send + Sync + 'static,
    ) -> Self {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0))
            .await
            .unwrap();
        let base = crate::base(name);
        let address = format!("http://{}{base}", listener.local_addr().unwrap());
        let waiting = Arc::new(AtomicUsize::new(0));
        let site = Site {
            folder: crate::site(name),
            base,
            fault: Arc::new(fault),
            waiting: waiting.clone(),
        };
        let router = Router::new().fallback(answer).with_state(site);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { address, waiting }
    }

    /// How many requests were never answered.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }
}

#[derive(Clone)]
struct Site {
    folder: PathBuf,
    base: &'static str,
    fault: Fault,
    waiting: Arc<AtomicUsize>,
}

async fn answer(State(site): State<Site>, request: Request) -> Response {
    let Some(path) = request.uri().path().strip_prefix(site.base) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let path = match path {
        "" => "index.html".to_owned(),
        folder if folder.ends_with('/') => format!("{folder}index.html"),
        file => file.to_owned(),
    };
    let should = match std::fs::read(site.folder.join(&path)) {
        Ok(bytes) => Served::Bytes(kind(&path), bytes),
        Err(_) => Served::Missing,
    };
    match (site.fault)(&path, should) {
        // As static hosts have it.
        Served::Bytes(kind, bytes) => (
            [
                (header::CONTENT_TYPE, kind),
                (header::CACHE_CONTROL, "max-age=600"),
            ],
            bytes,
        )
            .into_response(),
        Served::Missing => {
            let page = std::fs::read(site.folder.join("404.html")).unwrap_or_default();
            let kind = [(header::CONTENT_TYPE, "text/html")];
            (StatusCode::NOT_FOUND, kind, page).into_response()
        }
        Served::Never => {
            site.waiting.fetch_add(1, Ordering::Relaxed);
            std::future::pending().await
        }
    }
}

/// The media type of a file by its name, as static hosts have it.
fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
