//! Texts with gaps, and changes to a text for its place in a sentence.

/// A sentence in two parts; between them goes a text that only the app may know.
pub struct SplitSentence {
    pub before: &'static str,
    pub after: fn(question: &str) -> String,
}

/// An outlet's name inside a sentence. A name keeps its “The”; a description of an
/// outlet that has no name loses its capital: “a blog in Chinese”.
pub(crate) fn mid_sentence(outlet: &str) -> String {
    let is_article = |(first, rest): &(&str, &str)| {
        matches!(*first, "A" | "An") && rest.starts_with(char::is_lowercase)
    };
    match outlet.split_once(' ').filter(is_article) {
        Some((article, rest)) => format!("{} {rest}", article.to_lowercase()),
        None => outlet.to_owned(),
    }
}

/// A text at the beginning of a title, with a capital. A first word that has a
/// capital in it, like a brand's, is left as it is.
pub fn capitalized(text: &str) -> String {
    if let Some(isolated) = text.strip_prefix('\u{2068}') {
        return format!("\u{2068}{}", capitalized(isolated));
    }
    let first = text.split_whitespace().next().unwrap_or_default();
    if first.contains(char::is_uppercase) {
        return text.to_owned();
    }
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest.clone()).collect()
}

/// A text in the middle of a line, with a small first letter.
pub(super) fn uncapitalized(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_lowercase);
    first.chain(rest).collect()
}
