//! A static server that answers as GitHub Pages does: gzip, ten minutes of
//! caching, `/x` to `/x/`, and `404.html` with status 404. For trying the site
//! and for the tests; it listens on this machine only. With [`Live`], pages that
//! are open follow a site that is being worked on.

mod live;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use tokio::net::TcpListener;
use tower::ServiceExt;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};
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
            .layer(CompressionLayer::new().gzip(gzip == Gzip::Sent));
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
        return StatusCode::NOT_FOUND.into_response();
    };
    let folder = site.folder();
    if below.starts_with('/') {
        return not_found(&folder).await;
    }
    let Ok(below) = format!("/{below}").parse() else {
        return not_found(&folder).await;
    };
    *request.uri_mut() = below;
    let missing = ServeFile::new(folder.join("404.html"));
    let mut files = ServeDir::new(&folder).redirect_path_prefix(base.trim_end_matches('/'));
    if gzip == Gzip::Kept {
        files = files.precompressed_gzip();
    }
    let files = files.not_found_service(missing);
    match files.oneshot(request).await {
        // A name that no file system takes, most of all one that is too long.
        Ok(response) if response.status().is_server_error() => not_found(&folder).await,
        Ok(response) => response.map(Body::new),
        Err(never) => match never {},
    }
}

async fn not_found(folder: &Path) -> Response {
    let page = tokio::fs::read_to_string(folder.join("404.html")).await;
    (StatusCode::NOT_FOUND, Html(page.unwrap_or_default())).into_response()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::{Preview, Site};

    /// Asks a preview of a small site under `/a/b/`: status, then headers and text.
    async fn ask(path: &str) -> (u16, String, String) {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("x")).expect("a folder");
        fs::write(folder.path().join("x/index.html"), "x".repeat(2000)).expect("a file");
        fs::write(folder.path().join("app.wasm"), "w").expect("a file");
        fs::write(folder.path().join("404.html"), "nothing here").expect("a file");
        let preview = Preview::bind(Site::new(folder.path()), "/a/b/", 0)
            .await
            .expect("a port");
        let address = preview.address().expect("an address");
        tokio::spawn(preview.run());
        let path = path.to_owned();
        tokio::task::spawn_blocking(move || {
            let agent: ureq::Agent = ureq::Agent::config_builder()
                .http_status_as_error(false)
                .max_redirects(0)
                .build()
                .into();
            let mut answer = agent
                .get(format!("http://{address}{path}"))
                .call()
                .expect("an answer");
            let headers = format!("{:?}", answer.headers());
            let text = answer.body_mut().read_to_string().expect("a text");
            (answer.status().as_u16(), headers, text)
        })
        .await
        .expect("an answer")
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn it_answers_as_pages_does() {
        let (status, headers, text) = ask("/a/b/x/").await;
        assert_eq!((status, text.len()), (200, 2000));
        assert!(
            headers.contains("max-age=600") && headers.contains("text/html"),
            "{headers}"
        );
        let (status, headers, _) = ask("/a/b/x").await;
        assert!(
            (300..400).contains(&status) && headers.contains("/a/b/x/"),
            "{status} {headers}"
        );
        let (status, _, _) = ask("/a/b/x/?y=%3C").await;
        assert_eq!(status, 200);
        let (status, headers, _) = ask("/a/b/app.wasm").await;
        assert!(
            status == 200 && headers.contains("application/wasm"),
            "{headers}"
        );
        let (status, _, text) = ask("/a/b/none/").await;
        assert_eq!((status, text.as_str()), (404, "nothing here"));
        let (status, _, _) = ask("/a/b/X/").await;
        assert_eq!(status, 404);
        let (status, _, text) = ask(&format!("/a/b/{}/", "x".repeat(2000))).await;
        assert_eq!((status, text.as_str()), (404, "nothing here"));
        let (status, _, text) = ask("/a/b///elsewhere.example/").await;
        assert_eq!((status, text.as_str()), (404, "nothing here"));
        let (status, _, _) = ask("/x/").await;
        assert_eq!(status, 404);
        let (status, _, _) = ask("/a/b/../../etc/passwd").await;
        assert_eq!(status, 404);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn what_is_packed_is_sent_as_it_lies_there() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("index.html"), "x".repeat(2000)).expect("a file");
        fs::write(folder.path().join("index.html.gz"), "packed").expect("a file");
        fs::write(folder.path().join("data.bin"), "y".repeat(2000)).expect("a file");
        let preview = Preview::packed(Site::new(folder.path()), "/a/", 0)
            .await
            .expect("a port");
        let address = preview.address().expect("an address");
        tokio::spawn(preview.run());
        let ask = move |path: &str, accept: &str| {
            let mut stream = TcpStream::connect(address).expect("a connection");
            let request = format!("GET {path} HTTP/1.0\r\nHost: x\r\n{accept}\r\n");
            stream.write_all(request.as_bytes()).expect("a request");
            let mut answer = String::new();
            stream.read_to_string(&mut answer).expect("an answer");
            answer.to_lowercase()
        };
        tokio::task::spawn_blocking(move || {
            let gzip = "Accept-Encoding: gzip\r\n";
            let answer = ask("/a/", gzip);
            assert!(answer.contains("content-encoding: gzip"), "{answer}");
            assert!(answer.contains("text/html") && answer.ends_with("\r\n\r\npacked"));
            assert!(ask("/a/", "").ends_with(&"x".repeat(2000)));
            let answer = ask("/a/data.bin", gzip);
            assert!(!answer.contains("content-encoding"), "{answer}");
            assert!(answer.ends_with(&"y".repeat(2000)));
        })
        .await
        .expect("answers");
    }
}
