//! Comments are stripped from our scripts before they are served.

/// Removes comments, indentation and blank lines from a script.
///
/// Works by lines: a comment must be on a line of its own, and no string or
/// template literal may span lines.
pub(super) fn strip_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect()
}
