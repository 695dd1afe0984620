//! Live reload: tells open pages over server-sent events that there is a newer
//! build, or why the build failed. The server injects the script into pages as it
//! sends them; the files on disk don't have it.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use tokio::sync::watch;

/// The folder of the script, its style and the event stream, below the base path.
/// Ids of disputes begin with a letter, so it can't collide with a page.
const FOLDER: &str = "_live/";

const SCRIPT: &str = include_str!("live.js");
const STYLE: &str = include_str!("live.css");

/// The largest page into which the script is injected, in bytes. Pages are far
/// smaller; a larger one becomes a server error.
const MAX_PAGE: usize = 64 * 1024 * 1024;

#[derive(Clone, Debug, Default)]
struct Status {
    /// The id of the build that is served. A page of another build reloads.
    build: String,
    /// Why the newest data or code is not served; empty if it is.
    problems: String,
}

/// The build status that open pages follow. Clones share it.
#[derive(Clone, Debug)]
pub struct LiveReload(Arc<watch::Sender<Status>>);

impl Default for LiveReload {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(Status::default())))
    }
}

impl LiveReload {
    /// Reports that another build is served from now on, without problems. Build ids
    /// must be unique, also across servers: pages stay open when a server restarts.
    pub fn set_build(&self, build: &str) {
        self.0.send_replace(Status {
            build: build.to_owned(),
            problems: String::new(),
        });
    }

    /// Reports that the build failed, and why. The previous build is still served.
    pub fn set_problems(&self, problems: &str) {
        self.0
            .send_modify(|status| status.problems = problems.to_owned());
    }

    /// Responds to requests below [`FOLDER`]; `below` is relative to the base path.
    pub(super) fn respond(&self, below: &str) -> Option<Response> {
        let file = |kind: &'static str, text: &'static str| {
            ([(header::CONTENT_TYPE, kind)], text).into_response()
        };
        Some(match below.strip_prefix(FOLDER)? {
            "live.js" => file("text/javascript", SCRIPT),
            "live.css" => file("text/css", STYLE),
            "news" => self.event_stream(),
            _ => StatusCode::NOT_FOUND.into_response(),
        })
    }

    fn event_stream(&self) -> Response {
        let mut receiver = self.0.subscribe();
        // Send the current status at once: the page has just connected.
        receiver.mark_changed();
        let events = stream::unfold(receiver, |mut receiver| async move {
            receiver.changed().await.ok()?;
            let Status { build, problems } = receiver.borrow_and_update().clone();
            // The first line is the build. An event can't contain a carriage return.
            let event = Event::default().data(format!("{build}\n{problems}").replace('\r', ""));
            Some((Ok::<_, Infallible>(event), receiver))
        });
        Sse::new(events)
            .keep_alive(KeepAlive::default())
            .into_response()
    }

    /// Awaits a response and injects the script into its head if it is a page.
    pub(super) async fn inject_script(
        &self,
        response: impl Future<Output = Response>,
        base: &str,
    ) -> Response {
        // Read the build before the page: if the site is replaced in between, the new
        // page reloads once more than needed. The other way round, the old page would
        // stay.
        let build = self.0.borrow().build.clone();
        let response = response.await;
        let is_page = response
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        if !is_page {
            return response;
        }
        let (mut parts, body) = response.into_parts();
        let Ok(bytes) = to_bytes(body, MAX_PAGE).await else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        let html = String::from_utf8_lossy(&bytes);
        let tags = format!(
            r#"<link rel="stylesheet" href="{base}{FOLDER}live.css"><script src="{base}{FOLDER}live.js" data-build="{build}" defer></script>"#
        );
        let html = match html.split_once("</head>") {
            Some((head, rest)) => format!("{head}{tags}</head>{rest}"),
            None => format!("{html}{tags}"),
        };
        parts.headers.remove(header::CONTENT_LENGTH);
        parts.headers.remove(header::ETAG);
        parts.headers.remove(header::LAST_MODIFIED);
        parts.headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        );
        Response::from_parts(parts, Body::from(html))
    }
}
