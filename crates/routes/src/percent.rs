//! Percent signs in addresses (RFC 3986). A browser has its own code for them,
//! which need not be sent.

#[cfg(not(target_arch = "wasm32"))]
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// A text without its percent signs. Bytes that are no text become U+FFFD; in a
/// browser, with them what is encoded right beside them.
pub fn decoded(text: &str) -> String {
    #[cfg(target_arch = "wasm32")]
    let plain = js_sys::decode_uri_component(text).map_or_else(|_| in_runs(text), String::from);
    #[cfg(not(target_arch = "wasm32"))]
    let plain = percent_decode_str(text).decode_utf8_lossy().into_owned();
    plain
}

/// A text decoded run by run, because a browser leaves one as it is in which
/// anything is wrong.
#[cfg(target_arch = "wasm32")]
fn in_runs(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('%') {
        let run = &rest[start..];
        let codes = run.as_bytes().chunks(3).take_while(|code| {
            matches!(code, [b'%', high, low] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit())
        });
        let end = start + 3 * codes.count();
        plain.push_str(&rest[..start]);
        if start == end {
            plain.push('%');
            rest = &rest[start + 1..];
            continue;
        }
        match js_sys::decode_uri_component(&rest[start..end]) {
            Ok(decoded) => plain.push_str(&String::from(decoded)),
            Err(_) => plain.push('\u{fffd}'),
        }
        rest = &rest[end..];
    }
    plain + rest
}

/// A text with percent signs for all but what RFC 3986 calls unreserved.
pub fn encoded(text: &str) -> String {
    #[cfg(target_arch = "wasm32")]
    let encoded = {
        let mut encoded = String::new();
        // ECMAScript leaves five more as they are.
        for letter in String::from(js_sys::encode_uri_component(text)).chars() {
            match letter {
                '!' => encoded.push_str("%21"),
                '\'' => encoded.push_str("%27"),
                '(' => encoded.push_str("%28"),
                ')' => encoded.push_str("%29"),
                '*' => encoded.push_str("%2A"),
                _ => encoded.push(letter),
            }
        }
        encoded
    };
    #[cfg(not(target_arch = "wasm32"))]
    let encoded = {
        const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
            .remove(b'-')
            .remove(b'.')
            .remove(b'_')
            .remove(b'~');
        utf8_percent_encode(text, ENCODED).to_string()
    };
    encoded
}
