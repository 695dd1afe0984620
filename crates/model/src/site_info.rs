//! Information about the site: its name, publisher and contact, its "about" text,
//! and the colour and logo that brand it.

use std::fmt;
use std::str::FromStr;

/// What `library.toml` says about the site. Everything but the name is optional.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SiteInfo {
    /// The name of the site.
    pub name: String,
    /// Who publishes it: a person or a body.
    pub publisher: Option<String>,
    /// How readers reach the publisher.
    pub contact: Option<Contact>,
    /// The "about" text, in paragraphs.
    pub about: Vec<String>,
    /// The licence of the texts.
    pub licence: Option<Licence>,
    /// The colour of links.
    pub accent: Option<Accent>,
    /// A logo beside the name.
    pub logo: Option<Logo>,
}

impl SiteInfo {
    /// The name of a site without a configured name.
    pub const DEFAULT_NAME: &str = "Says Who";
}

/// How readers reach the publisher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    /// An e-mail address.
    Mail(MailAddress),
    /// The `https` address of a repository, without a trailing slash.
    Repository(Forge, String),
    /// The `https` address of any other page.
    Page(String),
}

/// A software forge: it hosts repositories and has an issue tracker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forge {
    /// GitHub.
    GitHub,
    /// GitLab, on any host named after it.
    GitLab,
    /// Codeberg, which runs Forgejo.
    Codeberg,
}

/// An e-mail address, as HTML understands it (HTML Standard, "valid e-mail
/// address").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailAddress(String);

impl MailAddress {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The error for a text that is not an e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailAddressError;

impl fmt::Display for MailAddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an e-mail address looks like desk@example.org")
    }
}

impl std::error::Error for MailAddressError {}

impl FromStr for MailAddress {
    type Err = MailAddressError;

    fn from_str(text: &str) -> Result<Self, MailAddressError> {
        let (name, host) = text.split_once('@').ok_or(MailAddressError)?;
        let in_name = |c: char| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
        let label = |label: &str| {
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
            (1..=63).contains(&label.len())
                && label.chars().all(plain)
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        let is_whole = !name.is_empty()
            && name.chars().all(in_name)
            && host.contains('.')
            && host.split('.').all(label)
            && text.len() <= 254;
        if is_whole {
            Ok(Self(text.to_owned()))
        } else {
            Err(MailAddressError)
        }
    }
}

/// The licence of the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Licence {
    /// Its name, or what it allows in a sentence.
    pub name: String,
    /// The address of its text, `http` or `https`.
    pub link: Option<String>,
}

/// A colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// The error for a text that is not a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColourError;

impl fmt::Display for ColourError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a colour is `#` and six hexadecimal digits, like #1f4b6e")
    }
}

impl std::error::Error for ColourError {}

impl FromStr for Colour {
    type Err = ColourError;

    fn from_str(text: &str) -> Result<Self, ColourError> {
        let digits = text.strip_prefix('#').ok_or(ColourError)?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(ColourError);
        }
        let number = u32::from_str_radix(digits, 16).map_err(|_| ColourError)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self([red, green, blue]))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Colour {
    /// The contrast with another colour (WCAG 2.2, "contrast ratio"): from 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance() + 0.05, other.luminance() + 0.05);
        one.max(two) / one.min(two)
    }

    /// The relative luminance (WCAG 2.2, "relative luminance"): from 0 to 1.
    fn luminance(self) -> f64 {
        let linear = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// Mixes in white: 0 twentieths is the colour itself, 20 is white.
    fn lighter(self, twentieths: u8) -> Self {
        Self(self.0.map(|part| {
            let rest = u16::from(255 - part) * u16::from(twentieths.min(20)) / 20;
            part.saturating_add(u8::try_from(rest).unwrap_or(u8::MAX))
        }))
    }
}

/// An accent colour for the light and one for the dark color scheme. Both are
/// legible on every background of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    light: Colour,
    dark: Colour,
}

impl Accent {
    /// The minimum contrast of text (WCAG 2.2, 1.4.3).
    pub const MIN_CONTRAST: f64 = 4.5;

    /// The backgrounds of text in the light and the dark scheme: the page, raised
    /// boxes, and the highlighted link target. Keep in sync with
    /// `styles/_tokens.scss`.
    pub const BACKGROUNDS: [[Colour; 3]; 2] = [
        [
            Colour([0xfd, 0xfc, 0xf9]),
            Colour([0xf4, 0xf1, 0xea]),
            Colour([0xff, 0xf0, 0xb3]),
        ],
        [
            Colour([0x15, 0x15, 0x14]),
            Colour([0x21, 0x20, 0x1e]),
            Colour([0x46, 0x40, 0x1f]),
        ],
    ];

    /// The lowest contrast of a colour with any of these backgrounds.
    #[must_use]
    pub fn lowest_contrast(colour: Colour, grounds: [Colour; 3]) -> f64 {
        let contrasts = grounds.map(|ground| colour.contrast(ground));
        contrasts.into_iter().fold(f64::INFINITY, f64::min)
    }

    /// The two colours. Without `dark`, the light one is lightened until it is
    /// legible on the dark backgrounds. `None` if either colour is not legible.
    #[must_use]
    pub fn new(light: Colour, dark: Option<Colour>) -> Option<Self> {
        let [day, night] = Self::BACKGROUNDS;
        let reads = |colour, grounds| Self::lowest_contrast(colour, grounds) >= Self::MIN_CONTRAST;
        let by_rule = || {
            let mut lighter = (0..=20).map(|twentieths| light.lighter(twentieths));
            lighter.find(|colour| reads(*colour, night))
        };
        let dark = dark.map_or_else(by_rule, |dark| reads(dark, night).then_some(dark))?;
        reads(light, day).then_some(Self { light, dark })
    }

    /// The colour in the light scheme.
    #[must_use]
    pub fn light(&self) -> Colour {
        self.light
    }

    /// The colour in the dark scheme.
    #[must_use]
    pub fn dark(&self) -> Colour {
        self.dark
    }
}

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

#[cfg(test)]
mod tests {
    use super::{Accent, Colour, MailAddress};

    fn colour(text: &str) -> Colour {
        text.parse().expect("a colour")
    }

    #[test]
    fn contrast_is_counted_as_wcag_counts() {
        let contrast = colour("#000000").contrast(colour("#ffffff"));
        assert!((contrast - 21.0).abs() < 1e-9);
        // The usual example: the lightest grey that is legible on white.
        assert!(colour("#767676").contrast(colour("#ffffff")) >= 4.5);
        assert!(colour("#777777").contrast(colour("#ffffff")) < 4.5);
    }

    #[test]
    fn the_colour_by_night_follows_from_that_by_day() {
        let accent = Accent::new(colour("#7a1f2b"), None).expect("it can be read");
        assert_eq!(accent.light().to_string(), "#7a1f2b");
        assert!(
            Accent::lowest_contrast(accent.dark(), Accent::BACKGROUNDS[1]) >= Accent::MIN_CONTRAST
        );
        assert_eq!(Accent::new(colour("#ffcc00"), None), None);
        assert_eq!(
            Accent::new(colour("#7a1f2b"), Some(colour("#7a1f2b"))),
            None
        );
    }

    #[test]
    fn the_grounds_are_those_of_the_styles() {
        let tokens = include_str!("../../../styles/_tokens.scss");
        let value = |name: &str| {
            let line = format!("{name}: ");
            let mut lines = tokens
                .lines()
                .filter_map(|text| text.trim().strip_prefix(&line));
            lines.next().expect(name).trim_end_matches(';')
        };
        let here = value("--color-here");
        let here = here
            .strip_prefix("light-dark(")
            .and_then(|two| two.strip_suffix(')'));
        let (here_by_day, here_by_night) = here.and_then(|two| two.split_once(", ")).expect("two");
        let by_day = [value("--paper"), value("--paper-tint"), here_by_day];
        let by_night = [value("--night"), value("--night-tint"), here_by_night];
        assert_eq!(
            Accent::BACKGROUNDS,
            [by_day, by_night].map(|three| three.map(colour))
        );
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        for text in [
            "", "#", "1f4b6e", "#1f4b6", "#1f4b6e0", "#1f4b6g", "#+1234f", "#жжж",
        ] {
            assert!(text.parse::<Colour>().is_err(), "{text}");
        }
    }

    #[test]
    fn what_is_no_mail_address_is_refused() {
        for text in [
            "",
            "@",
            "a@",
            "@b.org",
            "a b@c.org",
            "a@b",
            "a@b..org",
            "a@-b.org",
            "a@b.org?subject=x",
            "a@b@c.org",
            "письмо@example.org",
            "\"a\"@example.org",
            "a@b.org\n",
        ] {
            assert!(text.parse::<MailAddress>().is_err(), "{text}");
        }
        for text in [
            "a@b.org",
            "first.last+tag@sub.example.co.uk",
            "o'neil&co@example.org",
        ] {
            assert!(text.parse::<MailAddress>().is_ok(), "{text}");
        }
    }
}
