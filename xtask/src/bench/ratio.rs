//! How two figures that were found in pairs compare.

use super::record::{Figure, median};

/// What the middle of pairs may be by chance: of so many runs one.
const CHANCE: f64 = 1.0 / 20.0;

/// The ratio of two figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ratio {
    /// The middle of the ratios of the pairs.
    pub(super) middle: f64,
    /// Between what the true middle is, in nineteen of twenty runs like this.
    pub(super) range: (f64, f64),
}

impl Ratio {
    /// Of two figures whose values were found in turn; nothing where they were
    /// not, or are none.
    pub(super) fn of(one: &Figure, other: &Figure) -> Option<Self> {
        if one.values.len() != other.values.len() || other.values.contains(&0.0) {
            return None;
        }
        let pairs = one.values.iter().zip(&other.values);
        let mut ratios: Vec<f64> = pairs.map(|(one, other)| one / other).collect();
        ratios.sort_by(f64::total_cmp);
        let out = outside(ratios.len());
        let (least, most) = (ratios.get(out)?, ratios.iter().nth_back(out)?);
        Some(Self {
            middle: median(&ratios),
            range: (*least, *most),
        })
    }

    /// In short.
    pub(super) fn shown(self) -> String {
        let [middle, least, most] =
            [self.middle, self.range.0, self.range.1].map(|value| format!("{value:.2}"));
        if least == most {
            middle
        } else {
            format!("{middle} ({least}–{most})")
        }
    }
}

/// How many of so many sorted values may be left out at each end, so that the
/// true median is still between the others but for chance.
///
/// Whether a value is above the true median is a coin's toss, whatever the
/// values are like; how often so many tosses come out alike is the binomial
/// distribution. With fewer than six, none can be left out.
fn outside(count: usize) -> usize {
    // How likely just so many of the values are above, from none up.
    let mut likely = 0.5_f64.powi(i32::try_from(count).unwrap_or(i32::MAX));
    let mut sum = 0.0;
    let mut out = 0_usize;
    loop {
        sum += likely;
        if sum > CHANCE / 2.0 {
            return out.saturating_sub(1);
        }
        likely *= (count - out) as f64 / (out + 1) as f64;
        out += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{Ratio, outside};
    use crate::bench::record::{About, Figure, Record};

    fn figure(values: &[f64]) -> Figure {
        let mut record = Record::new(About::default());
        for value in values {
            record.add("a", "b", "c", "fcp", *value).expect("a measure");
        }
        record.figures.remove(0)
    }

    #[test]
    fn pairs_are_compared_and_not_middles() {
        // A machine that gets slower and slower: the one is a tenth above each time.
        let slower = [100.0, 200.0, 300.0, 400.0];
        let one = figure(&slower.map(|value| value * 1.1));
        let ratio = Ratio::of(&one, &figure(&slower)).expect("a ratio");
        assert_eq!(ratio.shown(), "1.10");
        assert_eq!(
            Ratio::of(&figure(&[1.0, 4.0]), &figure(&[2.0, 2.0])).map(Ratio::shown),
            Some("1.25 (0.50–2.00)".to_owned())
        );
        assert_eq!(
            Ratio::of(&figure(&[3.0]), &figure(&[2.0])).map(Ratio::shown),
            Some("1.50".to_owned())
        );
    }

    #[test]
    fn what_is_no_pair_has_no_ratio() {
        assert_eq!(Ratio::of(&figure(&[1.0]), &figure(&[1.0, 1.0])), None);
        assert_eq!(Ratio::of(&figure(&[1.0]), &figure(&[0.0])), None);
    }

    /// As in tables of the sign test, at one in twenty for both sides.
    #[test]
    fn ends_are_left_out_as_chance_allows() {
        for (count, out) in [
            (1, 0),
            (2, 0),
            (5, 0),
            (6, 0),
            (8, 0),
            (9, 1),
            (12, 2),
            (20, 5),
            (25, 7),
            (50, 17),
        ] {
            assert_eq!(outside(count), out, "{count}");
        }
    }
}
