//! The digests by which a file is named and checked.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// The digits of the digest in a file's name, as many as Trunk takes.
const DIGITS: usize = 16;

/// What changes with the bytes, for a name.
pub(super) fn digits(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let mut digits: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    digits.truncate(DIGITS);
    digits
}

/// The digest as Subresource Integrity writes it (w3.org/TR/SRI).
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}
