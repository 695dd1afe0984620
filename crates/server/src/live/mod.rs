//! What a site that is being worked on tells the pages that are open: that
//! there is a newer build, or why there is none. A page hears it through a
//! script that the server puts into the pages as it sends them; the files on
//! disk do not have it.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use tokio::sync::watch;

/// Where the script, its style and the stream of news are, below the base
/// path. Ids of disputes begin with a letter, so no page is ever there.
const FOLDER: &str = "_live/";

const SCRIPT: &str = include_str!("live.js");
const STYLE: &str = include_str!("live.css");

/// Pages are small; a larger one goes out as it is.
const MAX_PAGE: usize = 64 * 1024 * 1024;

#[derive(Clone, Debug, Default)]
struct News {
    /// Names what is served; a page that was part of another loads anew.
    build: String,
    /// Why what is served is not of the newest data or code. Empty where it is.
    problems: String,
}

/// The news for the pages that are open. Clones are one.
#[derive(Clone, Debug)]
pub struct Live(Arc<watch::Sender<News>>);

impl Default for Live {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(News::default())))
    }
}

impl Live {
    /// Another build is served from now on, and nothing is wrong with it. No
    /// two builds may have one name, not even those of different servers:
    /// pages stay open when a server is started again.
    pub fn built(&self, build: &str) {
        self.0.send_replace(News {
            build: build.to_owned(),
            problems: String::new(),
        });
    }

    /// What is served stays, for these reasons.
    pub fn problems(&self, problems: &str) {
        self.0
            .send_modify(|news| news.problems = problems.to_owned());
    }

    /// Answers for what is below [`FOLDER`]; `below` is relative to the base path.
    pub(super) fn answer(&self, below: &str) -> Option<Response> {
        let file = |kind: &'static str, text: &'static str| {
            ([(header::CONTENT_TYPE, kind)], text).into_response()
        };
        Some(match below.strip_prefix(FOLDER)? {
            "live.js" => file("text/javascript", SCRIPT),
            "live.css" => file("text/css", STYLE),
            "news" => self.news(),
            _ => StatusCode::NOT_FOUND.into_response(),
        })
    }

    fn news(&self) -> Response {
        let mut receiver = self.0.subscribe();
        // What is known already is news to a page that has just come.
        receiver.mark_changed();
        let news = stream::unfold(receiver, |mut receiver| async move {
            receiver.changed().await.ok()?;
            let News { build, problems } = receiver.borrow_and_update().clone();
            // The first line is the build. A carriage return can't stand in an event.
            let event = Event::default().data(format!("{build}\n{problems}").replace('\r', ""));
            Some((Ok::<_, Infallible>(event), receiver))
        });
        Sse::new(news)
            .keep_alive(KeepAlive::default())
            .into_response()
    }

    /// A page with the script in its head; anything else as it is.
    pub(super) async fn put_into(&self, response: Response, base: &str) -> Response {
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
        // The build that this page is of, as nearly as can be told: were it
        // exchanged just now, the page would load once more than needed.
        let build = self.0.borrow().build.clone();
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
