//! The ratio of two figures that were measured in pairs.

use crate::record::{Figure, median};

/// The significance level: the range misses the true median in 1 of 20 runs.
const SIGNIFICANCE: f64 = 1.0 / 20.0;

/// The ratio of two figures, with a confidence interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Ratio {
    /// The median of the ratios of the pairs.
    pub(crate) median: f64,
    /// The 95 % confidence interval of the median.
    pub(crate) range: (f64, f64),
}

impl Ratio {
    /// The ratio of two figures whose values were measured in turn. `None` if there
    /// are no pairs, or a value to divide by is zero.
    pub(crate) fn from_pairs(one: &Figure, other: &Figure) -> Option<Self> {
        if one.values.len() != other.values.len() || other.values.contains(&0.0) {
            return None;
        }
        let pairs = one.values.iter().zip(&other.values);
        let mut ratios: Vec<f64> = pairs.map(|(one, other)| one / other).collect();
        ratios.sort_by(f64::total_cmp);
        let out = trim_count(ratios.len());
        let (least, most) = (ratios.get(out)?, ratios.iter().nth_back(out)?);
        Some(Self {
            median: median(&ratios),
            range: (*least, *most),
        })
    }

    /// Formats the median and the range, if there is one.
    pub(crate) fn format(self) -> String {
        let [median, least, most] =
            [self.median, self.range.0, self.range.1].map(|value| format!("{value:.2}"));
        if least == most {
            median
        } else {
            format!("{median} ({least}–{most})")
        }
    }
}

/// How many of `count` sorted values to trim at each end for a confidence interval
/// of the median.
///
/// Each value is above the true median with probability one half, whatever the
/// distribution of the values, so their number follows a binomial distribution (this
/// is the interval of the sign test). With fewer than nine values, none can be
/// trimmed; with fewer than six, even the full range is no 95 % interval.
fn trim_count(count: usize) -> usize {
    // The probability that exactly `out` of the values are above, from 0 up.
    let mut probability = 0.5_f64.powi(i32::try_from(count).unwrap_or(i32::MAX));
    let mut sum = 0.0;
    let mut out = 0_usize;
    loop {
        sum += probability;
        if sum > SIGNIFICANCE / 2.0 {
            return out.saturating_sub(1);
        }
        probability *= (count - out) as f64 / (out + 1) as f64;
        out += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{Ratio, trim_count};
    use crate::record::{Figure, Record, RunInfo};

    fn figure(values: &[f64]) -> Figure {
        let mut record = Record::new(RunInfo::default());
        for value in values {
            record.add("a", "b", "c", "fcp", *value).expect("a measure");
        }
        record.figures.remove(0)
    }

    #[test]
    fn pairs_are_compared_and_not_medians() {
        // The machine gets slower with each load; one figure is always 10 % higher.
        let slower = [100.0, 200.0, 300.0, 400.0];
        let one = figure(&slower.map(|value| value * 1.1));
        let ratio = Ratio::from_pairs(&one, &figure(&slower)).expect("a ratio");
        assert_eq!(ratio.format(), "1.10");
        assert_eq!(
            Ratio::from_pairs(&figure(&[1.0, 4.0]), &figure(&[2.0, 2.0])).map(Ratio::format),
            Some("1.25 (0.50–2.00)".to_owned())
        );
        assert_eq!(
            Ratio::from_pairs(&figure(&[3.0]), &figure(&[2.0])).map(Ratio::format),
            Some("1.50".to_owned())
        );
    }

    #[test]
    fn without_pairs_there_is_no_ratio() {
        assert_eq!(
            Ratio::from_pairs(&figure(&[1.0]), &figure(&[1.0, 1.0])),
            None
        );
        assert_eq!(Ratio::from_pairs(&figure(&[1.0]), &figure(&[0.0])), None);
    }

    /// The values are from tables of the two-sided sign test at 5 %.
    #[test]
    fn the_trim_count_follows_the_sign_test() {
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
            assert_eq!(trim_count(count), out, "{count}");
        }
    }
}
