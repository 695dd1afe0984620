//! Problems of the data in the formats of other programs.

use says_who_model::read::{Problem, Severity};
use serde::Serialize;

/// A problem as JSON has it.
#[derive(Serialize)]
struct Entry<'a> {
    file: &'a str,
    /// From 1.
    line: usize,
    /// In characters, from 1.
    column: usize,
    severity: &'static str,
    rule: &'static str,
    message: &'a str,
    help: &'a str,
}

/// A JSON array with an object for each problem.
pub(crate) fn json(problems: &[&Problem]) -> String {
    let entries: Vec<Entry<'_>> = problems.iter().map(|problem| entry(problem)).collect();
    // Strings and numbers can always be serialised.
    let text = serde_json::to_string_pretty(&entries).unwrap_or_default();
    format!("{text}\n")
}

fn entry<'a>(problem: &'a Problem) -> Entry<'a> {
    Entry {
        file: problem.file(),
        line: problem.line(),
        column: problem.column(),
        severity: severity(problem),
        rule: problem.rule(),
        message: problem.message(),
        help: problem.help(),
    }
}

/// A workflow command of GitHub Actions for each problem.
pub(crate) fn github(problems: &[&Problem]) -> String {
    let lines = problems.iter().map(|problem| {
        let place = format!("line={},col={}", problem.line(), problem.column());
        github_command(
            severity(problem),
            problem.file(),
            &place,
            problem.rule(),
            &format!("{}; {}", problem.message(), problem.help()),
        )
    });
    lines.collect()
}

/// A workflow command of GitHub Actions that annotates a place in a file, such as
/// `line=1,col=2` (docs.github.com/en/actions, "Workflow commands").
pub(crate) fn github_command(
    severity: &str,
    file: &str,
    place: &str,
    title: &str,
    message: &str,
) -> String {
    format!(
        "::{severity} file={},{place},title={}::{}\n",
        escaped_property(file),
        escaped_property(title),
        escaped(message)
    )
}

/// The word of both formats.
fn severity(problem: &Problem) -> &'static str {
    match problem.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn escaped_property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{escaped, escaped_property};

    #[test]
    fn a_value_can_not_end_its_command() {
        assert_eq!(escaped("a\r\n::error::100 %"), "a%0D%0A::error::100 %25");
        assert_eq!(escaped_property("a,b:c\n"), "a%2Cb%3Ac%0A");
    }
}
