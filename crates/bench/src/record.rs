//! The results of a run, and their file format, which docs/benchmark.md describes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use crate::measure;

/// The version of the file format.
const FORMAT: u32 = 1;

/// The condition of figures that are about the project and not about a page.
pub(crate) const PROJECT: &str = "project";

/// The results of a whole run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Record {
    pub(crate) format: u32,
    pub(crate) about: RunInfo,
    pub(crate) cases: Vec<CaseInfo>,
    pub(crate) figures: Vec<Figure>,
    /// The bytes of the published wasm by crate, largest first.
    pub(crate) wasm: Vec<Share>,
}

/// When, where and how the benchmark ran.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct RunInfo {
    /// The date, in UTC.
    pub(crate) date: String,
    /// The commit, followed by a `+` if there were uncommitted changes.
    pub(crate) commit: String,
    pub(crate) browser: String,
    pub(crate) processors: usize,
    /// How often each page was loaded and used.
    pub(crate) runs: usize,
    /// How often the app and the floor were loaded in pairs. Older records lack this
    /// field.
    #[serde(default)]
    pub(crate) loads: usize,
    /// Whether it was a quick trial of the benchmark itself.
    pub(crate) quick: bool,
}

/// The size of a dispute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct CaseInfo {
    pub(crate) name: String,
    pub(crate) points: usize,
    pub(crate) statements: usize,
}

/// The values of a measure, and their statistics.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Figure {
    pub(crate) case: String,
    pub(crate) condition: String,
    pub(crate) variant: String,
    pub(crate) measure: String,
    pub(crate) unit: String,
    pub(crate) median: f64,
    pub(crate) least: f64,
    pub(crate) most: f64,
    /// In the order in which they were measured.
    pub(crate) values: Vec<f64>,
}

/// The share of a crate in the wasm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Share {
    pub(crate) name: String,
    pub(crate) bytes: usize,
}

impl Record {
    pub(crate) fn new(about: RunInfo) -> Self {
        Self {
            format: FORMAT,
            about,
            cases: Vec::new(),
            figures: Vec::new(),
            wasm: Vec::new(),
        }
    }

    /// Adds a value to its figure.
    pub(crate) fn add(
        &mut self,
        case: &str,
        condition: &str,
        variant: &str,
        measure: &str,
        value: f64,
    ) -> Result<()> {
        let definition = measure::named(measure)
            .with_context(|| format!("`{measure}` is measured and stands in no table"))?;
        let key = (case, condition, variant, measure);
        let found = self.figures.iter_mut().find(|one| one.key() == key);
        match found {
            Some(figure) => figure.add(value),
            None => {
                let mut figure = Figure {
                    case: case.to_owned(),
                    condition: condition.to_owned(),
                    variant: variant.to_owned(),
                    measure: measure.to_owned(),
                    unit: definition.unit.name().to_owned(),
                    median: 0.0,
                    least: 0.0,
                    most: 0.0,
                    values: Vec::new(),
                };
                figure.add(value);
                self.figures.push(figure);
            }
        }
        Ok(())
    }

    /// A figure, if it was measured.
    pub(crate) fn figure(
        &self,
        case: &str,
        condition: &str,
        variant: &str,
        measure: &str,
    ) -> Option<&Figure> {
        let key = (case, condition, variant, measure);
        self.figures.iter().find(|figure| figure.key() == key)
    }

    /// Each pair of case and condition that has figures, in order.
    pub(crate) fn sections(&self) -> Vec<(&str, &str)> {
        let mut sections = Vec::new();
        for figure in &self.figures {
            let section = (figure.case.as_str(), figure.condition.as_str());
            if !sections.contains(&section) {
                sections.push(section);
            }
        }
        sections
    }

    pub(crate) fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path)
            .with_context(|| format!("{} can't be read", path.display()))?;
        let record: Self = serde_json::from_str(&text)
            .with_context(|| format!("{} is no record of this command", path.display()))?;
        ensure!(
            record.format == FORMAT,
            "{} is of format {}, and this command knows {FORMAT}",
            path.display(),
            record.format
        );
        Ok(record)
    }

    pub(crate) fn write(&self, path: &Path) -> Result<()> {
        let text = serde_json::to_string_pretty(self)? + "\n";
        fs::write(path, text).with_context(|| format!("{} can't be written", path.display()))
    }
}

impl Figure {
    /// The case, condition, variant and measure, which identify the figure.
    pub(crate) fn key(&self) -> (&str, &str, &str, &str) {
        (&self.case, &self.condition, &self.variant, &self.measure)
    }

    fn add(&mut self, value: f64) {
        self.values.push(value);
        let mut sorted = self.values.clone();
        sorted.sort_by(f64::total_cmp);
        self.median = median(&sorted);
        self.least = sorted[0];
        self.most = sorted[sorted.len() - 1];
    }
}

/// The median of sorted values, of which there must be at least one.
pub(crate) fn median(sorted: &[f64]) -> f64 {
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 {
        sorted[middle]
    } else {
        f64::midpoint(sorted[middle - 1], sorted[middle])
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{CaseInfo, Record, RunInfo, Share, median};

    fn record() -> Record {
        let mut record = Record::new(RunInfo {
            date: "2031-03-12".to_owned(),
            runs: 3,
            ..RunInfo::default()
        });
        record.cases.push(CaseInfo {
            name: "8 points".to_owned(),
            points: 8,
            statements: 32,
        });
        for value in [30.0, 10.5, 20.0] {
            record
                .add("8 points", "phone", "app", "fcp", value)
                .expect("a measure");
        }
        record.wasm.push(Share {
            name: "core".to_owned(),
            bytes: 1,
        });
        record
    }

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median(&[3.0]), 3.0);
        assert_eq!(median(&[1.0, 2.0, 9.0]), 2.0);
        assert_eq!(median(&[1.0, 2.0, 4.0, 9.0]), 3.0);
    }

    #[test]
    fn values_are_collected_in_one_figure() {
        let record = record();
        let figure = record
            .figure("8 points", "phone", "app", "fcp")
            .expect("a figure");
        assert_eq!(
            (figure.median, figure.least, figure.most),
            (20.0, 10.5, 30.0)
        );
        assert_eq!(figure.values, [30.0, 10.5, 20.0]);
        assert_eq!(figure.unit, "ms");
        assert_eq!(record.figure("8 points", "phone", "floor", "fcp"), None);
        assert_eq!(record.sections(), [("8 points", "phone")]);
    }

    #[test]
    fn an_unknown_measure_is_refused() {
        let error = record().add("a", "b", "c", "speed", 1.0);
        assert!(error.is_err_and(|error| error.to_string().contains("`speed`")));
    }

    #[test]
    fn what_was_written_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("record.json");
        let record = record();
        record.write(&file).expect("written");
        assert_eq!(Record::read(&file).expect("read"), record);

        let text = fs::read_to_string(&file).expect("a text");
        fs::write(&file, text.replace("\"format\": 1", "\"format\": 9")).expect("a file");
        assert!(Record::read(&file).is_err_and(|error| error.to_string().contains("format 9")));
        fs::write(&file, "{}").expect("a file");
        assert!(Record::read(&file).is_err());
        assert!(Record::read(&folder.path().join("none")).is_err());
    }
}
