//! How GitHub Pages words its answers: what it compresses, what it calls each
//! kind of file, how it redirects and marks versions.

use axum::http::{Extensions, HeaderMap, HeaderValue, Response, StatusCode, Version, header};

/// What is compressed: text, and the wasm. A picture or bytes of no known kind
/// are sent as they are.
const COMPRESSED: [&str; 13] = [
    "application/atom+xml",
    "application/json",
    "application/manifest+json",
    "application/wasm",
    "application/xml",
    "image/svg+xml",
    "text/css",
    "text/csv",
    "text/html",
    "text/javascript",
    "text/markdown",
    "text/plain",
    "text/xml",
];

/// What an answer is, without its character set.
fn kind(headers: &HeaderMap) -> &str {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim()
}

/// Whether an answer is compressed for those who take gzip.
pub(super) fn compressed(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    COMPRESSED.contains(&kind(headers))
}

/// An answer about a file, as it is worded there: text is UTF-8, and an address
/// without its last slash has moved for good.
pub(super) fn worded<B>(mut answer: Response<B>) -> Response<B> {
    if answer.status() == StatusCode::TEMPORARY_REDIRECT {
        *answer.status_mut() = StatusCode::MOVED_PERMANENTLY;
    }
    let kind = kind(answer.headers());
    if kind.starts_with("text/") || kind == "application/json" {
        let kind = format!("{kind}; charset=utf-8");
        if let Ok(kind) = HeaderValue::from_str(&kind) {
            answer.headers_mut().insert(header::CONTENT_TYPE, kind);
        }
    }
    answer
}

/// An answer whose bytes are not the file's own names their version as a weak
/// one (RFC 9110, 8.8.1).
pub(super) async fn weakened<B>(mut answer: Response<B>) -> Response<B> {
    let headers = answer.headers_mut();
    if headers.contains_key(header::CONTENT_ENCODING)
        && let Some(version) = headers.get(header::ETAG)
        && version.as_bytes().starts_with(b"\"")
        && let Ok(weak) = HeaderValue::from_bytes(&[b"W/", version.as_bytes()].concat())
    {
        headers.insert(header::ETAG, weak);
    }
    answer
}
