//! Renders problems of the data for a terminal, each with its source line, like
//! rustc.

use std::collections::BTreeMap;
use std::io::IsTerminal as _;
use std::ops::Range;
use std::path::Path;
use std::{env, fs};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use says_who_model::read::{Problem, Severity, replace_hidden};

/// Renders problems or warnings and their number, in colour if stderr is a terminal.
pub fn render(problems: &[Problem]) -> String {
    if !std::io::stderr().is_terminal() || env::var_os("NO_COLOR").is_some() {
        render_plain(problems)
    } else {
        render_with(problems, &Renderer::styled())
    }
}

/// Renders them without colours.
pub fn render_plain(problems: &[Problem]) -> String {
    render_with(problems, &Renderer::plain())
}

fn render_with(problems: &[Problem], renderer: &Renderer) -> String {
    let mut sources: BTreeMap<&str, Option<String>> = BTreeMap::new();
    for problem in problems {
        sources
            .entry(problem.file())
            .or_insert_with(|| source_text(Path::new(problem.file())));
    }
    let mut shown: Vec<String> = problems
        .iter()
        .map(|problem| {
            let source = sources.get(problem.file()).and_then(Option::as_deref);
            renderer.render(&[group(problem, source)])
        })
        .collect();
    shown.push(summary(problems));
    shown.join("\n\n")
}

/// The number of problems and of warnings; a warning does not count as a problem.
fn summary(problems: &[Problem]) -> String {
    let counted = |severity: Severity, one: &str| {
        let count = problems
            .iter()
            .filter(|problem| problem.severity() == severity)
            .count();
        match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            _ => Some(format!("{count} {one}s")),
        }
    };
    let counts = [
        counted(Severity::Error, "problem"),
        counted(Severity::Warning, "warning"),
    ];
    counts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Reads the source text of a problem. Only regular files are read, no pipes or
/// links, and control characters are replaced, which a terminal would act on.
fn source_text(path: &Path) -> Option<String> {
    let is_file = fs::symlink_metadata(path).is_ok_and(|meta| meta.is_file());
    let text = is_file
        .then(|| says_who_files::read_text(path).ok())
        .flatten()?;
    Some(replace_hidden(&text.replace("\r\n", "\n")))
}

fn group<'a>(problem: &'a Problem, source: Option<&'a str>) -> Group<'a> {
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(problem.message()).id(problem.rule());
    let help = Level::HELP.message(problem.help());
    match source.and_then(|source| Some((source, span(source, problem)?))) {
        Some((source, span)) => title
            .element(
                Snippet::source(source)
                    .path(problem.file())
                    .annotation(AnnotationKind::Primary.span(span)),
            )
            .element(help),
        None => title
            .element(
                Origin::path(problem.file())
                    .line(problem.line())
                    .char_column(problem.column()),
            )
            .element(help),
    }
}

/// The span to underline: the quoted text, or the word, at the position. `None` if
/// the file has no such position, or the problem is about the whole file.
fn span(source: &str, problem: &Problem) -> Option<Range<usize>> {
    let at_start = (problem.line(), problem.column()) == (1, 1);
    if at_start && !matches!(problem.rule(), "known-keys" | "toml" | "text") {
        return None;
    }
    let mut start = 0;
    let mut lines = source.split_inclusive('\n');
    for _ in 1..problem.line() {
        start += lines.next()?.len();
    }
    let line = lines.next().unwrap_or_default().trim_end();
    let before: usize = line
        .chars()
        .take(problem.column() - 1)
        .map(char::len_utf8)
        .sum();
    let rest = line.get(before..)?;
    let mut chars = rest.char_indices();
    let length = match chars.next() {
        None => 0,
        Some((_, mark @ ('"' | '\''))) => {
            let end = chars.find(|&(_, c)| c == mark);
            end.map_or(rest.len(), |(at, c)| at + c.len_utf8())
        }
        Some(_) => rest
            .find(|c: char| c.is_whitespace() || matches!(c, ',' | '=' | ']' | '}'))
            .unwrap_or(rest.len())
            .max(rest.chars().next().map_or(0, char::len_utf8)),
    };
    Some(start + before..start + before + length)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{render, render_plain};
    use crate::testing::copy;

    #[test]
    fn the_line_is_shown() {
        let folder = tempfile::tempdir().expect("a folder");
        copy(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture"),
            folder.path(),
        );
        let point = folder.path().join("bridge-repair/points/who-pays.toml");
        let text = fs::read_to_string(&point).expect("a point");
        let text = text
            .replace("question", "qestion")
            .replace("speaker = \"mayor\"", "speaker = \"major\"")
            .replace("has to pay", "has to “pay");
        fs::write(&point, text).expect("a file");
        let report = says_who_files::library(folder.path()).expect_err("problems");
        let shown = render(report.problems());
        let shown = shown.replace(&folder.path().display().to_string(), "data");
        insta::assert_snapshot!(shown);
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_shown_of_what_is_no_file_and_no_control_reaches_the_terminal() {
        let folder = tempfile::tempdir().expect("a folder");
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture");
        copy(&fixture, folder.path());
        let dispute = folder.path().join("bridge-repair");
        fs::remove_file(dispute.join("events.toml")).expect("the fixture has one");
        std::os::unix::fs::symlink("/etc/hosts", dispute.join("events.toml")).expect("a link");
        let report = says_who_files::library(folder.path()).expect_err("a link");
        let text = render_plain(report.problems());
        assert!(
            text.contains("out of the data folder") && !text.contains("localhost"),
            "{text}"
        );
        fs::remove_file(dispute.join("events.toml")).expect("the link goes");

        let point = dispute.join("points/who-pays.toml");
        fs::write(&point, "question = \"a\u{1b}[31m\u{9b}31m\u{202e}\"\n").expect("a file");
        let report = says_who_files::library(folder.path()).expect_err("a control");
        let text = render_plain(report.problems());
        assert!(
            text.contains("U+001B") && text.contains("who-pays.toml:1:14"),
            "{text}"
        );
        assert!(!text.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{text}");
    }

    #[test]
    fn a_place_that_is_not_there_is_named_all_the_same() {
        let report = says_who_files::library(Path::new("no-such-folder")).expect_err("none");
        let shown = render(report.problems());
        assert!(shown.contains("no-such-folder:1:1"), "{shown}");
        assert!(
            shown.contains("give the folder that holds library.toml"),
            "{shown}"
        );
    }
}
