//! The bundled fonts, and the text styles that use them.

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

/// The SHA-256 of all fonts.
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

/// The typeface and weight of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextStyle {
    /// Serif, regular: what the sides say.
    Text,
    /// Serif, bold: the title.
    Title,
    /// Sans serif, bold: small labels.
    Label,
}

impl TextStyle {
    /// The font files that the style uses.
    pub(crate) fn files(self) -> [&'static [u8]; 3] {
        match self {
            Self::Text => [SERIF[0], SERIF[2], SERIF[4]],
            Self::Title => [SERIF[1], SERIF[3], SERIF[5]],
            Self::Label => SANS,
        }
    }

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

/// Fonts that are fallbacks for each other, script by script, and a cache of their
/// rasterised glyphs.
pub(crate) struct FontSet {
    pub(crate) system: FontSystem,
    pub(crate) glyphs: SwashCache,
}

/// The serif and the sans-serif set. They are separate because a set has one order
/// of fallbacks: Arabic and Hebrew labels have to be sans-serif too.
pub(crate) struct FontSets {
    serif: FontSet,
    sans: FontSet,
}

impl FontSets {
    pub(crate) fn new() -> Self {
        Self {
            serif: FontSet::new(
                &SERIF,
                FallbackFonts(["Noto Serif", "Noto Naskh Arabic", "Noto Serif Hebrew"]),
            ),
            sans: FontSet::new(
                &SANS,
                FallbackFonts(["Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew"]),
            ),
        }
    }

    pub(crate) fn for_style(&mut self, style: TextStyle) -> &mut FontSet {
        match style {
            TextStyle::Text | TextStyle::Title => &mut self.serif,
            TextStyle::Label => &mut self.sans,
        }
    }
}

impl FontSet {
    fn new(files: &[&'static [u8]], fallback: FallbackFonts) -> Self {
        let mut fonts = Database::new();
        for file in files {
            fonts.load_font_source(Source::Binary(Arc::new(*file)));
        }
        // The locale is fixed, so that glyphs don't depend on the machine.
        let system =
            FontSystem::new_with_locale_and_db_and_fallback("en".to_owned(), fonts, fallback);
        Self {
            system,
            glyphs: SwashCache::new(),
        }
    }
}

/// The font families of a set, in fallback order.
struct FallbackFonts([&'static str; 3]);

impl Fallback for FallbackFonts {
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
