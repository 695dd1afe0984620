//! Status messages: shown, and announced by screen readers.

use gloo::utils::document;

/// Announces `message` in the page's status line, or in that of the open dialog,
/// behind which nothing is seen or announced.
pub(super) fn announce(message: &str) {
    let line = ["dialog[open] [role=status]", "[role=status]"]
        .into_iter()
        .find_map(|selector| document().query_selector(selector).ok()?);
    if let (Some(line), Ok(words)) = (line, document().create_element("span")) {
        words.set_text_content(Some(message));
        // A new element, so that the same message is announced again.
        line.set_text_content(None);
        let _ = line.append_child(&words);
    }
}
