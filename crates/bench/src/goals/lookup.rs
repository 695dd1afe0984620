//! Looks up medians in a record.

use crate::record::{PROJECT, Record};

/// Looks up medians in a record.
pub(super) struct Lookup<'a>(pub(super) &'a Record);

impl<'a> Lookup<'a> {
    /// The name of the generated dispute with `points` points and four statements
    /// on each.
    pub(super) fn case(&self, points: usize) -> Option<&'a str> {
        let name = format!("{points} points");
        let mut cases = self.0.cases.iter();
        Some(cases.find(|case| case.name == name)?.name.as_str())
    }

    pub(super) fn median<'b>(
        &self,
        case: impl Into<Option<&'b str>>,
        condition: &str,
        variant: &str,
        measure: &str,
    ) -> Option<f64> {
        let figure = self.0.figure(case.into()?, condition, variant, measure);
        Some(figure?.median)
    }

    /// A median, with the name of its condition.
    pub(super) fn median_with_condition<'b>(
        &self,
        case: impl Into<Option<&'b str>>,
        condition: &str,
        variant: &str,
        measure: &str,
    ) -> Option<(f64, String)> {
        let value = self.median(case, condition, variant, measure)?;
        Some((value, condition.to_owned()))
    }

    /// The values of `rule` for each page and condition, with their names.
    pub(super) fn in_each_section<T>(
        &self,
        rule: impl Fn(&'a str, &'a str) -> Option<T>,
    ) -> Vec<(T, String)> {
        let sections = self.0.sections().into_iter();
        sections
            .filter(|(_, condition)| *condition != PROJECT)
            .filter_map(|(case, condition)| {
                Some((rule(case, condition)?, format!("{case}, {condition}")))
            })
            .collect()
    }
}
