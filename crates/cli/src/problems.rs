//! Renders problems of the data for a terminal, each with its source line, like
//! rustc.

use std::collections::BTreeMap;
use std::io::IsTerminal as _;
use std::ops::Range;
use std::path::Path;
use std::{env, fs};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use says_who_model::read::{Problem, Severity, replace_hidden};

/// The number of problems of one rule in one file that are shown, unless all are
/// asked for.
const MAX_SHOWN: usize = 20;

/// Renders problems or warnings and their number, in colour if stderr is a terminal.
/// Of many problems of one rule in one file, only the first are shown.
pub fn render(problems: &[Problem]) -> String {
    render_with(problems, MAX_SHOWN, &terminal_renderer())
}

/// Renders every problem or warning.
pub fn render_all(problems: &[Problem]) -> String {
    render_with(problems, usize::MAX, &terminal_renderer())
}

/// Renders them without colours.
pub fn render_plain(problems: &[Problem]) -> String {
    render_with(problems, MAX_SHOWN, &Renderer::plain())
}

fn terminal_renderer() -> Renderer {
    if !std::io::stderr().is_terminal() || env::var_os("NO_COLOR").is_some() {
        Renderer::plain()
    } else {
        Renderer::styled()
    }
}

fn render_with(problems: &[Problem], max: usize, renderer: &Renderer) -> String {
    let mut sources: BTreeMap<&str, Option<SourceText>> = BTreeMap::new();
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut blocks = Vec::new();
    for problem in problems {
        let count = counts.entry((problem.file(), problem.rule())).or_default();
        *count += 1;
        if *count <= max {
            let source = sources.entry(problem.file());
            let source = source.or_insert_with(|| SourceText::read(Path::new(problem.file())));
            blocks.push(renderer.render(&[group(problem, source.as_ref())]));
        }
    }
    for ((file, rule), count) in counts {
        if count > max {
            blocks.push(format!(
                "{file}: {} more of the rule `{rule}`; `--all` shows them",
                count - max
            ));
        }
    }
    blocks.push(summary(problems));
    blocks.join("\n\n")
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

/// The text of a file with problems.
struct SourceText {
    text: String,
    /// The byte offset of each line.
    lines: Vec<usize>,
}

impl SourceText {
    /// Reads the file. Only regular files are read, no pipes or links, and control
    /// characters are replaced, which a terminal would act on.
    fn read(path: &Path) -> Option<Self> {
        let is_file = fs::symlink_metadata(path).is_ok_and(|meta| meta.is_file());
        let text = is_file
            .then(|| says_who_files::read_text(path).ok())
            .flatten()?;
        let text = replace_hidden(&text.replace("\r\n", "\n"));
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(ends).collect();
        Some(Self { text, lines })
    }

    /// A line, by its number from 1.
    fn line(&self, number: usize) -> Option<&str> {
        let start = *self.lines.get(number.checked_sub(1)?)?;
        let end = self.lines.get(number).copied();
        self.text.get(start..end.unwrap_or(self.text.len()))
    }
}

fn group<'a>(problem: &'a Problem, source: Option<&'a SourceText>) -> Group<'a> {
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(problem.message()).id(problem.rule());
    let help = Level::HELP.message(problem.help());
    let line = source.and_then(|source| source.line(problem.line()));
    match line.and_then(|line| Some((line, span(line, problem)?))) {
        // Give the line alone: the renderer's time grows with the length of the source.
        Some((line, span)) => title
            .element(
                Snippet::source(line)
                    .line_start(problem.line())
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

/// The span to underline in the problem's line: the quoted text, or the word, at the
/// position. `None` if the line has no such position, or the problem is about the
/// whole file.
fn span(line: &str, problem: &Problem) -> Option<Range<usize>> {
    let at_start = (problem.line(), problem.column()) == (1, 1);
    if at_start && !matches!(problem.rule(), "known-keys" | "toml" | "text") {
        return None;
    }
    let line = line.trim_end();
    let start: usize = line
        .chars()
        .take(problem.column() - 1)
        .map(char::len_utf8)
        .sum();
    let rest = line.get(start..)?;
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
    Some(start..start + length)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{MAX_SHOWN, render, render_all, render_plain};
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

    #[test]
    fn many_problems_of_one_rule_are_counted() {
        let folder = tempfile::tempdir().expect("a folder");
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture");
        copy(&fixture, folder.path());
        let point = folder.path().join("bridge-repair/points/who-pays.toml");
        let mut text = fs::read_to_string(&point).expect("a point");
        let count = MAX_SHOWN + 1_000;
        for index in 0..count {
            text.push_str(&format!("key-{index} = 1\n"));
        }
        fs::write(&point, text).expect("a file");
        let report = says_who_files::library(folder.path()).expect_err("problems");
        let shown = render(report.problems());
        assert_eq!(shown.matches("error[known-keys]").count(), MAX_SHOWN);
        let rest = "1000 more of the rule `known-keys`; `--all` shows them";
        assert!(shown.contains(rest), "{shown}");
        assert!(shown.ends_with(&format!("{count} problems")), "{shown}");
        let all = render_all(report.problems());
        assert_eq!(all.matches("error[known-keys]").count(), count);
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
