//! What a link can remember of an item: a short fingerprint of how it was.

use std::fmt;
use std::str::FromStr;

use crate::{Date, Id};

/// The fingerprint of an item's content: 40 bits, eight letters and digits in
/// an address. It tells versions of one item apart; it is no seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub(crate) [u8; 5]);

/// A text that is no fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FingerprintError;

/// What an item was before.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Earlier {
    /// The item, by the id in use.
    pub id: Id,
    /// How it was.
    pub fingerprint: Fingerprint,
    /// The day from which it was so no longer.
    pub until: Date,
}

/// Letters and digits without those that are taken for one another (RFC 4648,
/// the base 32 alphabet, in lower case).
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
