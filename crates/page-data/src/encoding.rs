//! Writes and reads the bytes: the format of the crate `postcard`, which is compact.
//! Both ends are of the same release, so that the format needs no version.

use alloc::vec::Vec;
use core::fmt;

use crate::{PageData, base64};

/// Why bytes are not the data of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecodeError;

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("these bytes are not the data of a page")
    }
}

impl core::error::Error for DecodeError {}

impl PageData {
    /// Writes the data as bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        // Writing into memory fails only for types that do not say their length; these
        // all do.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// Reads the data block of a page: the bytes in base64, without padding.
    ///
    /// # Errors
    ///
    /// As [`PageData::decode`].
    pub fn from_block(block: &str) -> Result<Self, DecodeError> {
        Self::decode(&base64::decode(block.trim()).ok_or(DecodeError)?)
    }

    /// Reads data from bytes.
    ///
    /// # Errors
    ///
    /// If they are not such data, or refer to something that is not in them.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let data: Self = postcard::from_bytes(bytes).map_err(|_| DecodeError)?;
        if data.is_complete() {
            Ok(data)
        } else {
            Err(DecodeError)
        }
    }
}
