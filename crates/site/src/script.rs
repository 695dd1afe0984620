//! Scripts of ours, as they are sent.

/// A script in which comments have lines of their own and no text goes over
/// lines, without comments and indentation.
pub(super) fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect()
}
