//! Fingerprints: short digests of an item's content. A link carries one, so that a
//! page can tell whether the item has changed since.

use std::fmt;
use std::str::FromStr;

use crate::{Date, Id};

/// The fingerprint of an item's content: 40 bits, written as eight letters and
/// digits in a URL. It distinguishes versions of one item; it is not
/// cryptographically secure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub(crate) [u8; 5]);

/// The error for a text that is not a fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FingerprintError;

/// An earlier version of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Earlier {
    /// The item, by the id in use.
    pub id: Id,
    /// The fingerprint of that version.
    pub fingerprint: Fingerprint,
    /// The day on which the next version replaced it.
    pub until: Date,
}

/// The base 32 alphabet of RFC 4648 in lower case: it has no characters that are
/// easily confused.
const ALPHABET: [u8; 32] = *b"abcdefghijklmnopqrstuvwxyz234567";

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = self
            .0
            .iter()
            .fold(0_u64, |bits, &byte| bits << 8 | u64::from(byte));
        for place in (0..8).rev() {
            let index = usize::try_from(bits >> (5 * place) & 31).unwrap_or(0);
            write!(f, "{}", char::from(ALPHABET[index]))?;
        }
        Ok(())
    }
}

impl FromStr for Fingerprint {
    type Err = FingerprintError;

    fn from_str(text: &str) -> Result<Self, FingerprintError> {
        if text.len() != 8 {
            return Err(FingerprintError);
        }
        let mut bits = 0_u64;
        for byte in text.bytes() {
            let index = ALPHABET
                .iter()
                .position(|&letter| letter == byte)
                .ok_or(FingerprintError)?;
            bits = bits << 5 | index as u64;
        }
        let mut bytes = [0; 5];
        bytes.copy_from_slice(&bits.to_be_bytes()[3..]);
        Ok(Self(bytes))
    }
}

impl fmt::Display for FingerprintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a fingerprint is eight of the letters a to z and the digits 2 to 7")
    }
}

impl std::error::Error for FingerprintError {}
