//! The data as the app in the browser loads it: one file beside the pages.

use std::io::{self, Write};

use flate2::{Compression, GzBuilder};
use says_who_model::Library;

use super::digest::{digits, integrity};
use super::escape::escape;
use crate::routes::Base;

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
    /// Its digest.
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
        Ok(Self {
            name: format!("library-{}.bin", digits(&bytes)),
            integrity: integrity(&bytes),
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
