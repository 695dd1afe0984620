//! A static server that answers as GitHub Pages does: gzip, ten minutes of
//! caching, versions, `/x` to `/x/`, and `404.html` with status 404. For trying
//! the site and for the tests; it listens on this machine only. With [`Live`], pages that
//! are open follow a site that is being worked on.

mod as_pages;
mod live;

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

pub use live::Live;

/// The folder that is served. It can be exchanged while the server runs.
#[derive(Clone, Debug)]
pub struct Site(Arc<RwLock<PathBuf>>);

impl Site {
    /// A site in `folder`.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self(Arc::new(RwLock::new(folder.to_owned())))
    }

    /// Serves another folder from the next request on.
    pub fn exchange(&self, folder: &Path) {
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

/// A server that has its port and waits to be run.
#[derive(Debug)]
pub struct Preview {
    listener: TcpListener,
    router: Router,
}

impl Preview {
    /// Takes the port; 0 takes any that is free. `base` begins and ends with a slash.
    ///
    /// # Errors
    ///
    /// Where the port is taken.
    pub async fn bind(site: Site, base: &str, port: u16) -> io::Result<Self> {
        Self::with(site, base, port, None, Gzip::Sent).await
    }

    /// The same for a folder in which `x.gz` lies beside every `x` that is to
    /// be sent in gzip. Nothing is compressed while somebody waits, as little as
    /// where answers are kept.
    ///
    /// # Errors
    ///
    /// Where the port is taken.
    pub async fn packed(site: Site, base: &str, port: u16) -> io::Result<Self> {
        Self::with(site, base, port, None, Gzip::Kept).await
    }

    /// The same for a site that is being worked on: its pages follow `live`,
    /// and nothing is cached.
    ///
    /// # Errors
    ///
    /// Where the port is taken.
    pub async fn live(site: Site, base: &str, port: u16, live: Live) -> io::Result<Self> {
        Self::with(site, base, port, Some(live), Gzip::Sent).await
    }

    async fn with(
        site: Site,
        base: &str,
        port: u16,
        live: Option<Live>,
        gzip: Gzip,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let cache = match live {
            None => "max-age=600",
            Some(_) => "no-store",
        };
        let cache = HeaderValue::from_static(cache);
        let served = Served {
            site,
            base: base.to_owned(),
            live,
            gzip,
        };
        let router = Router::new().fallback(answer).with_state(served);
        let router = router
            .layer(SetResponseHeaderLayer::overriding(
                header::CACHE_CONTROL,
                cache,
            ))
            .layer(
                CompressionLayer::new()
                    .gzip(gzip == Gzip::Sent)
                    .compress_when(as_pages::compressed),
            )
            .layer(map_response(as_pages::weakened));
        Ok(Self { listener, router })
    }

    /// Where it listens.
    ///
    /// # Errors
    ///
    /// Where the system can't say.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Answers until the future is dropped.
    ///
    /// # Errors
    ///
    /// Where the system takes the port away.
    pub async fn run(self) -> io::Result<()> {
        axum::serve(self.listener, self.router).await
    }
}

/// What is compressed when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gzip {
    /// Each answer when it is sent.
    Sent,
    /// Nothing: it is kept beside the files.
    Kept,
}

#[derive(Clone, Debug)]
struct Served {
    site: Site,
    base: String,
    live: Option<Live>,
    gzip: Gzip,
}

async fn answer(State(served): State<Served>, mut request: Request) -> Response {
    let Served {
        site,
        base,
        live,
        gzip,
    } = served;
    let Some(live) = live else {
        return page(&site, &base, gzip, request).await;
    };
    let below = request.uri().path().strip_prefix(base.as_str());
    if let Some(news) = below.and_then(|below| live.answer(below)) {
        return news;
    }
    // A page is sent whole, because it is not the file that is on disk.
    for condition in [
        header::IF_MODIFIED_SINCE,
        header::IF_NONE_MATCH,
        header::RANGE,
    ] {
        request.headers_mut().remove(condition);
    }
    live.put_into(page(&site, &base, gzip, request).await, &base)
        .await
}

async fn page(site: &Site, base: &str, gzip: Gzip, mut request: Request) -> Response {
    // By hand, because a nested router does not answer for its own base path
    // with the slash, which is where the start page is.
    let below = request.uri().path().strip_prefix(base);
    let Some(below) = below else {
        return beside(base, request.uri());
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
    if gzip == Gzip::Kept {
        files = files.precompressed_gzip();
    }
    match files.oneshot(request).await {
        // Also for a name that no file system takes, most of all one that is too long.
        Ok(answer) if answer.status() == StatusCode::NOT_FOUND => not_found(&folder).await,
        Ok(answer) if answer.status().is_server_error() => not_found(&folder).await,
        Ok(answer) => as_pages::worded(answer.map(Body::new)),
        Err(never) => match never {},
    }
}

/// What is not below the base path: its own name without the slash leads to it,
/// and all else is another site's.
fn beside(base: &str, asked: &Uri) -> Response {
    if asked.path() != base.trim_end_matches('/') {
        return StatusCode::NOT_FOUND.into_response();
    }
    let query = asked.query().map(|query| format!("?{query}"));
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
