//! Finds words on a page that only CSS separates.

use crate::parsing::tokens;

/// Elements that start a new line even without CSS, or whose content is not part of
/// the text, such as the title of a shape in an SVG.
const BREAKS: [&str; 51] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "button",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "input",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "script",
    "section",
    "select",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "text",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// Finds places where the last letter of one element and the first letter of the
/// next are separated only by CSS. Without the style sheet, and in copied text, such
/// words run together.
pub(crate) fn run_together(html: &str) -> Vec<String> {
    let (mut found, mut before, mut crossed) = (Vec::new(), String::new(), false);
    for token in tokens(html) {
        let name = token.trim_start_matches(['<', '/']);
        let name = name.split(' ').next().unwrap_or_default();
        if let Some(text) = token.strip_prefix('\'') {
            let joined = |text: &str, at_end: bool| {
                let c = if at_end {
                    text.chars().last()
                } else {
                    text.chars().next()
                };
                c.is_some_and(|c| {
                    c.is_alphanumeric()
                        || if at_end {
                            ".,;:!?)”".contains(c)
                        } else {
                            "(“".contains(c)
                        }
                })
            };
            if crossed && joined(&before, true) && joined(text, false) {
                found.push(format!("{before}|{text}"));
            }
            (before, crossed) = (text.to_owned(), false);
        } else if token.starts_with("<!--") {
            continue;
        } else if BREAKS.contains(&name) {
            before.clear();
        } else {
            crossed = true;
        }
    }
    found
}
