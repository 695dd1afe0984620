//! The size of a generated dispute.

use std::str::FromStr;

/// The size of a generated dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    pub(crate) points: usize,
    /// Statements on each point.
    pub(crate) statements: usize,
}

impl Size {
    /// The usual size: `points` points with four statements each.
    pub(crate) const fn with_points(points: usize) -> Self {
        Self {
            points,
            statements: 4,
        }
    }
}

impl FromStr for Size {
    type Err = String;

    /// Parses points, or points and the statements on each: `1000`, `1000x10`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (points, statements) = text.split_once('x').unwrap_or((text, "4"));
        match (points.parse(), statements.parse()) {
            (Ok(points @ 8..), Ok(statements @ 2..)) => Ok(Self { points, statements }),
            _ => Err(format!(
                "`{text}` is no size: give a number of points from 8 up, or one and the number of statements on each, like 1000x10"
            )),
        }
    }
}
