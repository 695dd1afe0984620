//! Whether a target is met.

use crate::ratio::Ratio;

/// Whether a target is met; ordered from better to worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    Unmeasured,
    Met,
    /// The median is over the limit, but not significantly: more loads are needed.
    Open,
    NotMet,
}

impl Verdict {
    /// The name in tables.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Unmeasured => "not measured",
            Self::Met => "met",
            Self::Open => "open",
            Self::NotMet => "not met",
        }
    }

    pub(super) fn from_check(met: Option<bool>) -> Self {
        match met {
            None => Self::Unmeasured,
            Some(true) => Self::Met,
            Some(false) => Self::NotMet,
        }
    }

    /// The verdict on a ratio that must be at most `limit`.
    pub(super) fn at_most(ratio: Ratio, limit: f64) -> Self {
        if ratio.median <= limit {
            Self::Met
        } else if ratio.range.0 <= limit {
            Self::Open
        } else {
            Self::NotMet
        }
    }
}
