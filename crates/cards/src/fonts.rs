//! The fonts, which are part of the program, and the voices they are used in.

use std::sync::{Arc, LazyLock};

use cosmic_text::fontdb::{Database, Source};
use cosmic_text::{Attrs, CacheKeyFlags, Fallback, Family, FontSystem, SwashCache, Weight};
use sha2::{Digest, Sha256};
use unicode_script::Script;

const SERIF: [&[u8]; 6] = [
    include_bytes!("../fonts/NotoSerif-Regular.ttf"),
    include_bytes!("../fonts/NotoSerif-Bold.ttf"),
    include_bytes!("../fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoNaskhArabic-Bold.ttf"),
    include_bytes!("../fonts/NotoSerifHebrew-Regular.ttf"),
    include_bytes!("../fonts/NotoSerifHebrew-Bold.ttf"),
];

const SANS: [&[u8]; 3] = [
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Bold.ttf"),
    include_bytes!("../fonts/NotoSansHebrew-Bold.ttf"),
];

/// The SHA-256 over the bytes of all fonts.
pub(crate) fn digest() -> [u8; 32] {
    static DIGEST: LazyLock<[u8; 32]> = LazyLock::new(|| {
        let mut hash = Sha256::new();
        for font in SERIF.iter().chain(&SANS) {
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
        Attrs::new()
            .family(Family::Name(family))
            .weight(weight)
            .cache_key_flags(CacheKeyFlags::DISABLE_HINTING)
    }
}

/// A set of fonts that stand in for each other, script by script, and the
/// glyphs already drawn with them.
pub(crate) struct Fonts {
    pub(crate) system: FontSystem,
    pub(crate) glyphs: SwashCache,
}

/// The two sets. They are kept apart so that Arabic and Hebrew labels come from
/// a sans serif too: which font stands in for which is settled for a set.
pub(crate) struct Case {
    serif: Fonts,
    sans: Fonts,
}

impl Case {
    pub(crate) fn new() -> Self {
        Self {
            serif: Fonts::new(
                &SERIF,
                StandIn(["Noto Serif", "Noto Naskh Arabic", "Noto Serif Hebrew"]),
            ),
            sans: Fonts::new(
                &SANS,
                StandIn(["Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew"]),
            ),
        }
    }

    pub(crate) fn of(&mut self, voice: Voice) -> &mut Fonts {
        match voice {
            Voice::Text | Voice::Title => &mut self.serif,
            Voice::Label => &mut self.sans,
        }
    }
}

impl Fonts {
    fn new(files: &[&'static [u8]], stand_in: StandIn) -> Self {
        let mut fonts = Database::new();
        for file in files {
            fonts.load_font_source(Source::Binary(Arc::new(*file)));
        }
        // The locale is fixed: the machine's own must not choose glyphs.
        let system =
            FontSystem::new_with_locale_and_db_and_fallback("en".to_owned(), fonts, stand_in);
        Self {
            system,
            glyphs: SwashCache::new(),
        }
    }
}

/// The families of a set, in the order they are tried.
struct StandIn([&'static str; 3]);

impl Fallback for StandIn {
    fn common_fallback(&self) -> &[&'static str] {
        &self.0
    }

    fn forbidden_fallback(&self) -> &[&'static str] {
        &[]
    }

    fn script_fallback(&self, _script: Script, _locale: &str) -> &[&'static str] {
        &[]
    }
}
