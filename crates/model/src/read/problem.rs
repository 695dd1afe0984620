//! What is wrong with data, where, and what to do about it.

use std::fmt;

use super::characters::{escape_hidden, named};
use super::look_alikes::in_ids;

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) rule: &'static str,
    pub(super) message: String,
    pub(super) help: String,
    pub(super) weight: Weight,
}

/// Whether a problem stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The data is refused.
    Error,
    /// The data is accepted; somebody should look.
    Warning,
}

impl Problem {
    /// The file, as its path is written in the report.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }

    /// What is wrong, in a sentence.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &str {
        &self.help
    }

    /// Whether it stands in the way.
    #[must_use]
    pub fn weight(&self) -> Weight {
        self.weight
    }

    /// The name of the rule that is broken, as in [`super::RULES`].
    #[must_use]
    pub fn rule(&self) -> &'static str {
        self.rule
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            column,
            rule,
            message,
            help,
            weight,
        } = self;
        let weight = match weight {
            Weight::Error => "error",
            Weight::Warning => "warning",
        };
        write!(
            f,
            "{file}:{line}:{column}: {weight}[{rule}]: {message}\n    what to do: {help}"
        )
    }
}

/// Every problem found, in the order of files and lines; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report(Vec<Problem>);

impl Report {
    /// A report of one problem with a whole file.
    #[must_use]
    pub fn of(file: String, rule: &'static str, message: &str, help: &str) -> Self {
        Self(vec![Problem {
            file: escape_hidden(&file),
            line: 1,
            column: 1,
            rule,
            message: escape_hidden(message),
            help: escape_hidden(help),
            weight: Weight::Error,
        }])
    }

    /// One report of several; `None` of none.
    #[must_use]
    pub fn all(reports: Vec<Self>) -> Option<Self> {
        let mut problems: Vec<Problem> = reports.into_iter().flat_map(|report| report.0).collect();
        problems.sort();
        (!problems.is_empty()).then_some(Self(problems))
    }

    /// The problems.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.0
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.0 {
            writeln!(f, "{problem}")?;
        }
        match self.0.len() {
            1 => f.write_str("1 problem"),
            count => write!(f, "{count} problems"),
        }
    }
}

impl std::error::Error for Report {}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) column: usize,
}

impl Place {
    /// The start of a file.
    pub(super) fn start(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            line: 1,
            column: 1,
        }
    }

    /// The place of byte `offset` in `text`.
    pub(super) fn at(file: &str, text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |index| index + 1);
        Self {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

/// Problems as they are found.
pub(super) struct Problems {
    root: String,
    found: Vec<Problem>,
    unread: bool,
}

impl Problems {
    pub(super) fn new(root: &str) -> Self {
        Self {
            root: root.trim_end_matches('/').to_owned(),
            found: Vec::new(),
            unread: false,
        }
    }

    pub(super) fn add(
        &mut self,
        place: &Place,
        rule: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.put(Weight::Error, place, rule, message.into(), help.into());
    }

    pub(super) fn warn(
        &mut self,
        place: &Place,
        rule: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.put(Weight::Warning, place, rule, message.into(), help.into());
    }

    fn put(
        &mut self,
        weight: Weight,
        place: &Place,
        rule: &'static str,
        mut message: String,
        help: String,
    ) {
        // Nobody sees that it is another letter.
        if let Some((c, meant)) = in_ids(&message).filter(|_| !message.contains("U+")) {
            message.push_str(&format!("; {} in it only looks like `{meant}`", named(c)));
        }
        self.found.push(Problem {
            file: self.shown(place),
            line: place.line,
            column: place.column,
            rule,
            message: escape_hidden(&message),
            help: escape_hidden(&help),
            weight,
        });
    }

    /// A place's file as problems name it.
    pub(super) fn shown(&self, place: &Place) -> String {
        escape_hidden(&format!("{}/{}", self.root, place.file))
    }

    /// How many were found so far.
    pub(super) fn count(&self) -> usize {
        self.found.len()
    }

    /// Forgets what was found after the first `before` and is not to be kept.
    pub(super) fn retain_from(&mut self, before: usize, keep: impl Fn(&Problem) -> bool) {
        let new = self.found.split_off(before.min(self.found.len()));
        self.found.extend(new.into_iter().filter(keep));
    }

    /// Notes that a file was not read: what else seems to be missing may stand in it.
    pub(super) fn unread(&mut self) {
        self.unread = true;
    }

    /// Whether a file was not read.
    pub(super) fn has_unread(&self) -> bool {
        self.unread
    }

    /// What was found, all of it warnings.
    pub(super) fn into_warnings(mut self) -> Vec<Problem> {
        self.found.sort();
        self.found.dedup();
        self.found
    }

    /// All that was found, if anything was.
    pub(super) fn finish(mut self) -> Result<(), Report> {
        self.found.sort();
        self.found.dedup();
        if self.found.is_empty() {
            Ok(())
        } else {
            Err(Report(self.found))
        }
    }
}
