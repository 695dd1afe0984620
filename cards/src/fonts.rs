//! The fonts, which are part of the program, and the voices they are used in.

use std::sync::{Arc, LazyLock};

use cosmic_text::fontdb::{Database, Source};
use cosmic_text::{Attrs, Fallback, Family, FontSystem, SwashCache, Weight};
use sha2::{Digest, Sha256};
use unicode_script::Script;

const FILES: [&[u8]; 7] = [
    include_bytes!("../fonts/NotoSerif-Regular.ttf"),
    include_bytes!("../fonts/NotoSerif-Bold.ttf"),
    include_bytes!("../fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoNaskhArabic-Bold.ttf"),
    include_bytes!("../fonts/NotoSerifHebrew-Regular.ttf"),
    include_bytes!("../fonts/NotoSerifHebrew-Bold.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
];

/// The SHA-256 over the bytes of all fonts.
pub(crate) fn digest() -> [u8; 32] {
    static DIGEST: LazyLock<[u8; 32]> = LazyLock::new(|| {
        let mut hash = Sha256::new();
        for font in FILES {
            hash.update((font.len() as u64).to_le_bytes());
            hash.update(font);
        }
        hash.finalize().into()
    });
    *DIGEST
}

/// What a text is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// Serif, regular: what is said.
    Text,
    /// Serif, bold: the title.
    Title,
    /// Sans serif, bold: small labels.
    Label,
}

impl Voice {
    pub(crate) fn attrs(self) -> Attrs<'static> {
        let (family, weight) = match self {
            Self::Text => ("Noto Serif", Weight::NORMAL),
            Self::Title => ("Noto Serif", Weight::BOLD),
            Self::Label => ("Noto Sans", Weight::BOLD),
        };
        Attrs::new().family(Family::Name(family)).weight(weight)
    }
}

/// The fonts, and the glyphs already drawn with them.
pub(crate) struct Fonts {
    pub(crate) system: FontSystem,
    pub(crate) glyphs: SwashCache,
}

impl Fonts {
    pub(crate) fn new() -> Self {
        let mut fonts = Database::new();
        for file in FILES {
            fonts.load_font_source(Source::Binary(Arc::new(file)));
        }
        // The locale is fixed: the machine's own must not choose glyphs.
        let locale = "en".to_owned();
        Self {
            system: FontSystem::new_with_locale_and_db_and_fallback(locale, fonts, StandIn),
            glyphs: SwashCache::new(),
        }
    }
}

/// Which families stand in for a script that the one asked for lacks.
struct StandIn;

impl Fallback for StandIn {
    fn common_fallback(&self) -> &[&'static str] {
        &["Noto Serif", "Noto Naskh Arabic", "Noto Serif Hebrew"]
    }

    fn forbidden_fallback(&self) -> &[&'static str] {
        &[]
    }

    fn script_fallback(&self, script: Script, _locale: &str) -> &[&'static str] {
        match script {
            Script::Arabic => &["Noto Naskh Arabic"],
            Script::Hebrew => &["Noto Serif Hebrew"],
            _ => &[],
        }
    }
}
