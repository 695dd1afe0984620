//! A static file server that behaves like GitHub Pages: gzip, `max-age` of ten
//! minutes, ETags, redirects from `/x` to `/x/`, and `404.html` with status 404. It
//! is for previews and tests, and listens on localhost only. With [`LiveReload`],
//! open pages reload when the site is rebuilt.

mod github_pages;
mod live_reload;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::map_response;
use axum::response::{Html, IntoResponse, Response};
use tokio::net::TcpListener;
use tower::ServiceExt;
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

pub use live_reload::LiveReload;

/// The folder that is served. It can be replaced while the server runs.
#[derive(Clone, Debug)]
pub struct Site(Arc<RwLock<PathBuf>>);

impl Site {
    /// Serves `folder`.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self(Arc::new(RwLock::new(folder.to_owned())))
    }

    /// Serves another folder from the next request on.
    pub fn set_folder(&self, folder: &Path) {
        *self
            .0
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = folder.to_owned();
    }

    fn folder(&self) -> PathBuf {
        self.0
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .clone()
    }
}

/// A server that is bound to its port and not yet running.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    router: Router,
}

impl Server {
    /// Binds the port; 0 picks any free port. `base` begins and ends with a slash.
    ///
    /// # Errors
    ///
    /// The port is taken.
    pub async fn bind(site: Site, base: &str, port: u16) -> io::Result<Self> {
        Self::bind_with(site, base, port, None, Compression::OnTheFly).await
    }

    /// Like [`Server::bind`], for a folder that has `x.gz` beside every `x` that is
    /// sent with gzip. Nothing is compressed during a request, as on a CDN that
    /// caches compressed responses.
    ///
    /// # Errors
    ///
    /// The port is taken.
    pub async fn bind_precompressed(site: Site, base: &str, port: u16) -> io::Result<Self> {
        Self::bind_with(site, base, port, None, Compression::Precompressed).await
    }

    /// Like [`Server::bind`], for a site that is being edited: its pages reload
    /// through `live`, and nothing is cached.
    ///
    /// # Errors
    ///
    /// The port is taken.
    pub async fn bind_live_reload(
        site: Site,
        base: &str,
        port: u16,
        live: LiveReload,
    ) -> io::Result<Self> {
        Self::bind_with(site, base, port, Some(live), Compression::OnTheFly).await
    }

    async fn bind_with(
        site: Site,
        base: &str,
        port: u16,
        live: Option<LiveReload>,
        compression: Compression,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let cache = match live {
            None => "max-age=600",
            Some(_) => "no-store",
        };
        let cache = HeaderValue::from_static(cache);
        let state = AppState {
            site,
            base: base.to_owned(),
            live,
            compression,
        };
        let router = Router::new().fallback(respond).with_state(state);
        let router = router
            .layer(SetResponseHeaderLayer::overriding(
                header::CACHE_CONTROL,
                cache,
            ))
            .layer(
                CompressionLayer::new()
                    .gzip(compression == Compression::OnTheFly)
                    .compress_when(github_pages::is_compressible),
            )
            .layer(map_response(github_pages::weaken_etag));
        Ok(Self { listener, router })
    }

    /// The address on which it listens.
    ///
    /// # Errors
    ///
    /// The operating system can't tell the address.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves requests until the future is dropped.
    ///
    /// # Errors
    ///
    /// The listener fails.
    pub async fn run(self) -> io::Result<()> {
        axum::serve(self.listener, self.router).await
    }
}

/// When responses are compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Compression {
    /// Each response as it is sent.
    OnTheFly,
    /// Never: compressed files lie beside the originals.
    Precompressed,
}

#[derive(Clone, Debug)]
struct AppState {
    site: Site,
    base: String,
    live: Option<LiveReload>,
    compression: Compression,
}

async fn respond(State(state): State<AppState>, mut request: Request) -> Response {
    let AppState {
        site,
        base,
        live,
        compression,
    } = state;
    let Some(live) = live else {
        return serve_file(&site, &base, compression, request).await;
    };
    let below = request.uri().path().strip_prefix(base.as_str());
    if let Some(response) = below.and_then(|below| live.respond(below)) {
        return response;
    }
    // Send the page in full: with the injected script it differs from the file.
    for condition in [
        header::IF_MODIFIED_SINCE,
        header::IF_NONE_MATCH,
        header::RANGE,
    ] {
        request.headers_mut().remove(condition);
    }
    live.inject_script(serve_file(&site, &base, compression, request), &base)
        .await
}

async fn serve_file(
    site: &Site,
    base: &str,
    compression: Compression,
    mut request: Request,
) -> Response {
    // Strip the base by hand: a nested router doesn't match its own base path with
    // the trailing slash, which is the start page.
    let below = request.uri().path().strip_prefix(base);
    let Some(below) = below else {
        return outside_base(base, request.uri());
    };
    let folder = site.folder();
    if below.starts_with('/') {
        return not_found(&folder).await;
    }
    let query = request.uri().query();
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    let Ok(below) = format!("/{below}{query}").parse() else {
        return not_found(&folder).await;
    };
    *request.uri_mut() = below;
    let mut files = ServeDir::new(&folder).redirect_path_prefix(base.trim_end_matches('/'));
    if compression == Compression::Precompressed {
        files = files.precompressed_gzip();
    }
    match files.oneshot(request).await {
        Ok(response) if response.status() == StatusCode::NOT_FOUND => not_found(&folder).await,
        // A server error is a name that the file system rejects, such as one that is
        // too long.
        Ok(response) if response.status().is_server_error() => not_found(&folder).await,
        Ok(response) => github_pages::set_status_and_type(response.map(Body::new)),
        Err(never) => match never {},
    }
}

/// Responds to a path outside the base: the base without its trailing slash
/// redirects to it, and anything else belongs to another site.
fn outside_base(base: &str, uri: &Uri) -> Response {
    if uri.path() != base.trim_end_matches('/') {
        return StatusCode::NOT_FOUND.into_response();
    }
    let query = uri.query().map(|query| format!("?{query}"));
    let to = format!("{base}{}", query.unwrap_or_default());
    let moved = StatusCode::MOVED_PERMANENTLY;
    (moved, [(header::LOCATION, to)]).into_response()
}

async fn not_found(folder: &Path) -> Response {
    let page = tokio::fs::read_to_string(folder.join("404.html")).await;
    (StatusCode::NOT_FOUND, Html(page.unwrap_or_default())).into_response()
}

#[cfg(test)]
mod tests;
