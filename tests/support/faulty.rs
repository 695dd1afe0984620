//! Serves a built site with a fault.

use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, stream};
use tokio::sync::watch;

/// The response to a request.
#[derive(Clone, Debug)]
pub enum Served {
    /// These bytes with this media type.
    Bytes(&'static str, Vec<u8>),
    /// The page for unknown URLs, with status 404.
    Missing,
    /// The first of these bytes with this media type, and the others after
    /// [`FaultyServer::release`].
    Halved(&'static str, Vec<u8>, Vec<u8>),
    /// Nothing: the connection stays open.
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

    /// The bytes up to `mark`, and those from it on after [`FaultyServer::release`].
    ///
    /// # Panics
    ///
    /// If they are no text that contains it.
    #[must_use]
    pub fn halved_at(self, mark: &str) -> Self {
        match self {
            Self::Bytes(kind, mut bytes) => {
                let text = std::str::from_utf8(&bytes).unwrap();
                let rest = bytes.split_off(text.find(mark).unwrap());
                Self::Halved(kind, bytes, rest)
            }
            other => other,
        }
    }

    /// The same with another media type.
    #[must_use]
    pub fn with_media_type(self, kind: &'static str) -> Self {
        match self {
            Self::Bytes(_, bytes) => Self::Bytes(kind, bytes),
            other => other,
        }
    }
}

type Fault = Arc<dyn Fn(&str, Served) -> Served + Send + Sync>;

/// The server. It stops with the runtime of the test.
#[derive(Clone, Debug)]
pub struct FaultyServer {
    /// The base URL of the site, with the trailing slash.
    pub address: String,
    waiting: Arc<AtomicUsize>,
    released: watch::Sender<bool>,
}

impl FaultyServer {
    /// Serves the built site `name` with a fault: a function that gets the path of a
    /// file in the site and its normal response, and returns the actual response.
    ///
    /// # Panics
    ///
    /// If there is no free port.
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
        let released = watch::Sender::new(false);
        let site = Site {
            folder: crate::site(name),
            base,
            fault: Arc::new(fault),
            waiting: waiting.clone(),
            released: released.clone(),
        };
        let router = Router::new().fallback(answer).with_state(site);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self {
            address,
            waiting,
            released,
        }
    }

    /// Sends the rest of [`Served::Halved`].
    pub fn release(&self) {
        self.released.send_replace(true);
    }

    /// The number of requests that got no response.
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
    released: watch::Sender<bool>,
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
    let normal = match std::fs::read(site.folder.join(&path)) {
        Ok(bytes) => Served::Bytes(media_type(&path), bytes),
        Err(_) => Served::Missing,
    };
    match (site.fault)(&path, normal) {
        // The headers of a static host.
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
        Served::Halved(kind, first, rest) => {
            let mut released = site.released.subscribe();
            let rest = async move {
                // Ends only with the server, which then has nobody to send to.
                let _ = released.wait_for(|is_released| *is_released).await;
                Ok::<_, Infallible>(rest)
            };
            let first = stream::once(async { Ok(first) });
            let body = Body::from_stream(first.chain(stream::once(rest)));
            ([(header::CONTENT_TYPE, kind)], body).into_response()
        }
        Served::Never => {
            site.waiting.fetch_add(1, Ordering::Relaxed);
            std::future::pending().await
        }
    }
}

/// The media type of a file by its extension, as on static hosts.
fn media_type(path: &str) -> &'static str {
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
