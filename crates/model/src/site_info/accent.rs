//! The accent colour, in the light and the dark color scheme.

use super::Colour;

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

#[cfg(test)]
mod tests {
    use super::{Accent, Colour};

    fn colour(text: &str) -> Colour {
        text.parse().expect("a colour")
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
        let tokens = include_str!("../../../../styles/_tokens.scss");
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
}
