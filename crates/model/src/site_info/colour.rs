//! Colours and their contrast.

use std::fmt;
use std::str::FromStr;

/// A colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub(super) [u8; 3]);

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
    pub(super) fn lighter(self, twentieths: u8) -> Self {
        Self(self.0.map(|part| {
            let rest = u16::from(255 - part) * u16::from(twentieths.min(20)) / 20;
            part.saturating_add(u8::try_from(rest).unwrap_or(u8::MAX))
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

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
    fn what_is_no_colour_is_refused() {
        for text in [
            "", "#", "1f4b6e", "#1f4b6", "#1f4b6e0", "#1f4b6g", "#+1234f", "#жжж",
        ] {
            assert!(text.parse::<Colour>().is_err(), "{text}");
        }
    }
}
