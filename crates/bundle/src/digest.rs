//! SHA-256 digests: the fingerprint in a file's name, and Subresource Integrity.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// The number of hex digits of a fingerprint.
const FINGERPRINT_DIGITS: usize = 16;

/// The fingerprint of a file's contents, for its name.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let mut digits: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    digits.truncate(FINGERPRINT_DIGITS);
    digits
}

/// The digest in the form of Subresource Integrity (w3.org/TR/SRI), which a
/// Content Security Policy uses too.
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}
