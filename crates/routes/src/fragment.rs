//! The hash of an address.

use crate::decode::numeric_reference;
use crate::percent::decoded;
use crate::substring::find;

/// Starts the part of a fragment that only the browser reads: a text directive.
pub const TEXT_DIRECTIVE: &str = ":~:";

/// The element id in a hash (`#…`), decoded; may be empty. A text directive
/// (`:~:text=`) is for the browser and left out.
#[must_use]
pub fn fragment(hash: &str) -> String {
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    let end = find(hash, TEXT_DIRECTIVE).unwrap_or(hash.len());
    decoded(&hash[..end])
}

/// Rejoins a path and its hash if a browser took the `#` of a numeric character
/// reference (`&#45;`) for the start of the hash; otherwise `None`.
#[must_use]
pub fn join_at_reference(path: &str, hash: &str) -> Option<String> {
    let (name, _) = hash.split_once(';')?;
    let is_cut = path.ends_with('&') && numeric_reference(name).is_some();
    is_cut.then(|| format!("{path}{hash}"))
}
