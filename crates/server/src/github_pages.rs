//! How GitHub Pages responds: what it compresses, its media types, redirects and
//! ETags.

use axum::http::{Extensions, HeaderMap, HeaderValue, Response, StatusCode, Version, header};

/// The media types that are compressed: text and wasm. Pictures and bytes of
/// unknown type are sent as they are.
const COMPRESSIBLE: [&str; 13] = [
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

/// The media type of a response, without its charset.
fn media_type(headers: &HeaderMap) -> &str {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim()
}

/// Whether a response is compressed for clients that accept gzip.
pub(super) fn is_compressible(
    _: StatusCode,
    _: Version,
    headers: &HeaderMap,
    _: &Extensions,
) -> bool {
    COMPRESSIBLE.contains(&media_type(headers))
}

/// Adapts the response for a file: text has the charset UTF-8, and an address
/// without its trailing slash has moved permanently.
pub(super) fn set_status_and_type<B>(mut response: Response<B>) -> Response<B> {
    if response.status() == StatusCode::TEMPORARY_REDIRECT {
        *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
    }
    let kind = media_type(response.headers());
    if kind.starts_with("text/") || kind == "application/json" {
        let kind = format!("{kind}; charset=utf-8");
        if let Ok(kind) = HeaderValue::from_str(&kind) {
            response.headers_mut().insert(header::CONTENT_TYPE, kind);
        }
    }
    response
}

/// Makes the ETag of a compressed response weak, because its bytes are not the
/// file's (RFC 9110, 8.8.1).
pub(super) async fn weaken_etag<B>(mut response: Response<B>) -> Response<B> {
    let headers = response.headers_mut();
    if headers.contains_key(header::CONTENT_ENCODING)
        && let Some(etag) = headers.get(header::ETAG)
        && etag.as_bytes().starts_with(b"\"")
        && let Ok(weak) = HeaderValue::from_bytes(&[b"W/", etag.as_bytes()].concat())
    {
        headers.insert(header::ETAG, weak);
    }
    response
}
