//! Problems: what is wrong with the data, where, and what to do about it.

use std::collections::BTreeSet;
use std::fmt;

use super::characters::{describe_char, escape_hidden};
use super::look_alikes::find_in_ids;

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) rule: &'static str,
    pub(crate) message: String,
    pub(crate) help: String,
    pub(crate) severity: Severity,
}

/// The severity of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The data is rejected.
    Error,
    /// The data is accepted, but somebody should look at it.
    Warning,
}

impl Problem {
    /// The path of the file, as shown in the report.
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

    /// Its severity.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The name of the broken rule, as in [`super::RULES`].
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
            severity,
        } = self;
        let severity = match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(
            f,
            "{file}:{line}:{column}: {severity}[{rule}]: {message}\n    what to do: {help}"
        )
    }
}

/// Every problem found, in the order of files and lines; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report(Vec<Problem>);

impl Report {
    /// A report with a single problem that concerns a whole file.
    #[must_use]
    pub fn single(file: String, rule: &'static str, message: &str, help: &str) -> Self {
        Self(vec![Problem {
            file: escape_hidden(&file),
            line: 1,
            column: 1,
            rule,
            message: escape_hidden(message),
            help: escape_hidden(help),
            severity: Severity::Error,
        }])
    }

    /// Merges reports; `None` if there are no problems.
    #[must_use]
    pub fn merged(reports: Vec<Self>) -> Option<Self> {
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl Place {
    /// The start of a file.
    pub(crate) fn start(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            line: 1,
            column: 1,
        }
    }

    /// The place of byte `offset` in `text`.
    pub(crate) fn at(file: &str, text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |index| index + 1);
        Self {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

/// Collects problems.
pub(crate) struct Problems {
    root: String,
    found: Vec<Problem>,
    unread: BTreeSet<String>,
}

impl Problems {
    pub(crate) fn new(root: &str) -> Self {
        Self {
            root: root.trim_end_matches('/').to_owned(),
            found: Vec::new(),
            unread: BTreeSet::new(),
        }
    }

    pub(crate) fn add(
        &mut self,
        place: &Place,
        rule: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.push_problem(Severity::Error, place, rule, message.into(), help.into());
    }

    pub(crate) fn warn(
        &mut self,
        place: &Place,
        rule: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.push_problem(Severity::Warning, place, rule, message.into(), help.into());
    }

    fn push_problem(
        &mut self,
        severity: Severity,
        place: &Place,
        rule: &'static str,
        mut message: String,
        help: String,
    ) {
        // Name the letter: the reader can't see that it is not the ASCII one.
        if let Some((c, meant)) = find_in_ids(&message).filter(|_| !message.contains("U+")) {
            message.push_str(&format!(
                "; {} in it only looks like `{meant}`",
                describe_char(c)
            ));
        }
        self.found.push(Problem {
            file: self.display_path(place),
            line: place.line,
            column: place.column,
            rule,
            message: escape_hidden(&message),
            help: escape_hidden(&help),
            severity,
        });
    }

    /// The file of a place, as shown in problems.
    pub(crate) fn display_path(&self, place: &Place) -> String {
        escape_hidden(&format!("{}/{}", self.root, place.file))
    }

    /// The number of problems found so far.
    pub(crate) fn count(&self) -> usize {
        self.found.len()
    }

    /// Drops the problems after the first `before` for which `keep` is false.
    pub(crate) fn retain_from(&mut self, before: usize, keep: impl Fn(&Problem) -> bool) {
        let new = self.found.split_off(before.min(self.found.len()));
        self.found.extend(new.into_iter().filter(keep));
    }

    /// Records that a file could not be read: what seems to be missing may be in it.
    pub(crate) fn note_unread_file(&mut self, path: &str) {
        self.unread.insert(path.to_owned());
    }

    /// The paths of the files that could not be read.
    pub(crate) fn unread_files(&self) -> &BTreeSet<String> {
        &self.unread
    }

    /// The collected problems, all of which have to be warnings.
    pub(crate) fn into_warnings(mut self) -> Vec<Problem> {
        self.found.sort();
        self.found.dedup();
        self.found
    }

    /// Fails with the collected problems, if there are any.
    pub(crate) fn finish(mut self) -> Result<(), Report> {
        self.found.sort();
        self.found.dedup();
        if self.found.is_empty() {
            Ok(())
        } else {
            Err(Report(self.found))
        }
    }
}
