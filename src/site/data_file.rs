//! The data as the app in the browser loads it: one file beside the pages.

use std::io::{self, Write};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flate2::{Compression, GzBuilder};
use says_who_model::Library;
use sha2::{Digest, Sha384};

use super::escape::escape;
use crate::routes::Base;

/// The digits of the digest in the file's name, as many as Trunk takes.
const DIGITS: usize = 16;

/// The file.
///
/// It is compressed here, and `boot.js` takes that off again: static hosts
/// compress what they know to be text, and this is not.
#[derive(Clone, Debug)]
pub struct DataFile {
    /// Its name, which changes with its bytes.
    pub name: String,
    /// What is in it: the library as postcard bytes, in gzip.
    pub bytes: Vec<u8>,
    /// Its digest, as Subresource Integrity writes it (w3.org/TR/SRI).
    integrity: String,
}

impl DataFile {
    /// The file for a library.
    ///
    /// # Errors
    ///
    /// Where the library can't be written as bytes, which no library of this
    /// model is known to do.
    pub fn of(library: &Library) -> io::Result<Self> {
        let plain = postcard::to_allocvec(library).map_err(io::Error::other)?;
        // Without a name or a time: the same data gives the same bytes.
        let mut gzip = GzBuilder::new().write(Vec::new(), Compression::best());
        gzip.write_all(&plain)?;
        let bytes = gzip.finish()?;
        let digest = Sha384::digest(&bytes);
        let mut digits: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        digits.truncate(DIGITS);
        Ok(Self {
            name: format!("library-{digits}.bin"),
            integrity: format!("sha384-{}", BASE64_STANDARD.encode(digest)),
            bytes,
        })
    }

    /// The tags by which a page asks for the file early and `boot.js` finds it.
    /// Browsers check no integrity when they preload; `boot.js` does.
    pub(super) fn tags(&self, base: &Base) -> String {
        let address = escape(&format!("{}{}", base.as_str(), self.name));
        format!(
            r#"<meta name="app-data" content="{address}"><link rel="preload" as="fetch" crossorigin href="{address}" data-integrity="{}">"#,
            self.integrity
        )
    }
}
