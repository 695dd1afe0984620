//! The logo, after its file was checked.

use std::fmt;

/// A logo that was checked: it has the declared format, it is small, and it loads
/// nothing else.
#[derive(Clone, PartialEq, Eq)]
pub struct Logo {
    kind: LogoKind,
    size: (u32, u32),
    bytes: Vec<u8>,
    /// A digest of the bytes, in hexadecimal.
    digest: String,
}

/// The image format of a logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoKind {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics.
    Png,
}

impl LogoKind {
    /// Its file extension.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
        }
    }
}

impl Logo {
    #[cfg(feature = "read")]
    pub(crate) fn checked(kind: LogoKind, size: (u32, u32), bytes: &[u8]) -> Self {
        use sha2::{Digest as _, Sha256};
        let digest = Sha256::digest(bytes);
        let digest = digest.iter().take(8).map(|byte| format!("{byte:02x}"));
        Self {
            kind,
            size,
            bytes: bytes.to_owned(),
            digest: digest.collect(),
        }
    }

    /// Its image format.
    #[must_use]
    pub fn kind(&self) -> LogoKind {
        self.kind
    }

    /// The content of the file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The name of its file on the site, which contains a digest of the content.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("logo-{}.{}", self.digest, self.kind.extension())
    }

    /// Its width when it is displayed `height` pixels high.
    #[must_use]
    pub fn width(&self, height: u32) -> u32 {
        let (width, own) = self.size;
        (height.saturating_mul(width) / own.max(1)).max(1)
    }
}

impl fmt::Debug for Logo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (width, height) = self.size;
        write!(f, "{:?} of {width} × {height}", self.kind)
    }
}
