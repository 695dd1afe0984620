//! The on-disk cache of painted cards, keyed by digest.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A folder of pictures, created when the first one is written.
pub(crate) struct CardCache {
    folder: PathBuf,
}

impl CardCache {
    pub(crate) fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    /// The cached picture of a digest.
    pub(crate) fn get(&self, digest: &str) -> io::Result<Option<Vec<u8>>> {
        match fs::read(self.path(digest)) {
            Ok(png) => Ok(Some(png)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Caches a picture. The write is atomic: an error leaves no partial file.
    pub(crate) fn put(&self, digest: &str, png: &[u8]) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let mut file = NamedTempFile::new_in(&self.folder)?;
        file.write_all(png)?;
        file.persist(self.path(digest))?;
        Ok(())
    }

    fn path(&self, digest: &str) -> PathBuf {
        self.folder.join(digest).with_extension("png")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_back_what_was_put_and_leaves_nothing_else() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let cache = CardCache::new(&folder.path().join("not/there/yet"));
        assert_eq!(cache.get("0a")?, None);
        cache.put("0a", b"one")?;
        cache.put("0a", b"two")?;
        assert_eq!(cache.get("0a")?.as_deref(), Some(b"two".as_slice()));
        assert_eq!(cache.get("0b")?, None);
        let names: Vec<_> = fs::read_dir(&cache.folder)?
            .map(|entry| entry.map(|entry| entry.file_name()))
            .collect::<io::Result<_>>()?;
        assert_eq!(names, ["0a.png"]);
        Ok(())
    }
}
