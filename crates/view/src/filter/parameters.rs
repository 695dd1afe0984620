//! Splits a query into its parameters, `name=value`, even if a program mangled the
//! URL: with encoded ampersands, ampersands escaped for HTML, or semicolons. The
//! value of a form field never has a bare equals sign in a URL, so an equals sign
//! shows where a parameter begins.

use says_who_routes::percent::{decoded, encoded};

/// A parameter of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parameter {
    /// Its name in lower case.
    pub(crate) name: String,
    /// Its value, still encoded.
    pub(crate) value: String,
    /// The whole parameter, as it is in the URL.
    pub(crate) text: String,
}

/// How often a query that was encoded as a whole is decoded, at most.
const MAX_DECODINGS: usize = 3;

/// The parameters of a query, with or without its question mark.
pub(crate) fn parameters(query: &str) -> Vec<Parameter> {
    let query = query.strip_prefix('?').unwrap_or(query);
    let whole = decoded_whole(query);
    let pieces = pieces(whole.as_deref().unwrap_or(query));
    let mut parameters: Vec<Parameter> = pieces.into_iter().filter_map(parameter).collect();
    if whole.is_some() {
        // It is encoded again for the URL, without anything that was not a
        // parameter.
        parameters.retain(|parameter| {
            !parameter.name.is_empty() && parameter.name.chars().all(is_name_char)
        });
        for parameter in &mut parameters {
            parameter.text = format!("{}={}", encoded(&parameter.name), encoded(&parameter.value));
        }
    }
    // Quoted-printable mails (RFC 2045) write each equals sign as `=3D`. One value
    // may begin with "3D", but hardly all of them.
    let is_quoted_printable = |parameter: &Parameter| parameter.value.starts_with("3D");
    if parameters.len() > 1 && parameters.iter().all(is_quoted_printable) {
        for parameter in &mut parameters {
            parameter.value.drain(..2);
        }
    }
    parameters
}

/// Decodes a query that was encoded as a whole; `None` for any other.
fn decoded_whole(query: &str) -> Option<String> {
    let mut whole = query.to_owned();
    for _ in 0..MAX_DECODINGS {
        if whole.contains('=') {
            break;
        }
        whole = decoded(&whole);
    }
    (whole != query && whole.contains('=')).then_some(whole)
}

fn parameter(text: &str) -> Option<Parameter> {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    let lower = name.to_ascii_lowercase();
    (!text.is_empty()).then(|| Parameter {
        // A browser reads `&amp` without its semicolon too.
        name: lower
            .strip_prefix("amp")
            .map(str::to_owned)
            .unwrap_or(lower),
        value: value.to_owned(),
        text: text.to_owned(),
    })
}

/// Splits the query before each parameter.
fn pieces(query: &str) -> Vec<&str> {
    // Each cut: where the previous piece ends, and where the next one begins.
    let mut cuts = vec![(0, 0)];
    for (at, c) in query.char_indices() {
        let cut = match c {
            '&' => Some((at, at + 1)),
            '=' => {
                let start = name_start(query, at);
                separator_start(query, start).map(|end| (end, start))
            }
            _ => None,
        };
        if let Some((end, start)) = cut {
            // A separator may have several characters.
            cuts.retain(|(_, start)| *start < end);
            cuts.push((end, start));
        }
    }
    let (mut pieces, mut end) = (Vec::new(), query.len());
    for (before, start) in cuts.into_iter().rev() {
        pieces.extend(query.get(start..end));
        end = before;
    }
    pieces.reverse();
    pieces
}

/// Whether a character may be in the name of a parameter unencoded.
fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || "_.-".contains(c)
}

/// Where the name begins that ends at `at`.
fn name_start(query: &str, at: usize) -> usize {
    let before = query.get(..at).unwrap_or_default();
    let mut start = before.trim_end_matches(is_name_char).len();
    // After a percent sign, the first two characters are its code; `%25` is itself a
    // percent sign.
    let mut is_code = before.get(..start).is_some_and(|text| text.ends_with('%'));
    while is_code && start + 2 <= at {
        is_code = query.get(start..start + 2) == Some("25");
        start += 2;
    }
    start
}

const SEPARATORS: [char; 3] = ['&', ';', '?'];
const AMPERSANDS: [&str; 4] = ["&", "%26", "%2526", "?"];
const SEMICOLONS: [&str; 3] = [";", "%3b", "%253b"];
const AMPERSAND_ENTITIES: [&str; 7] = ["amp", "#38", "#038", "#x26", "%2338", "%23038", "%23x26"];
const ENCODED_SEPARATORS: [&str; 6] = ["%26", "%3b", "%3f", "%2526", "%253b", "%253f"];
const SPACES: [&str; 6] = ["+", " ", "%20", "%09", "%0a", "%0d"];

/// Where the separator begins that ends at `at`; `None` if there is none. If it is
/// an unencoded mark, encoded marks before it belong to a value.
fn separator_start(query: &str, at: usize) -> Option<usize> {
    let mut text = query.get(..at)?;
    if text.is_empty() {
        return Some(0);
    }
    // Mail programs break lines after a mark.
    while let Some(rest) = strip_any_suffix(text, &SPACES) {
        text = rest;
    }
    let marked = text.trim_end_matches(SEPARATORS);
    let before = strip_ampersand_entity(text)
        .or_else(|| (marked != text).then_some(marked))
        .or_else(|| strip_any_suffix(text, &ENCODED_SEPARATORS))?;
    Some(before.trim_end_matches('&').len())
}

/// A text without the ampersand at its end, which was escaped for HTML once or
/// several times.
fn strip_ampersand_entity(text: &str) -> Option<&str> {
    let name = strip_any_suffix(strip_any_suffix(text, &SEMICOLONS)?, &AMPERSAND_ENTITIES)?;
    strip_any_suffix(name, &AMPERSANDS).or_else(|| strip_ampersand_entity(name))
}

/// A text without one of these suffixes.
fn strip_any_suffix<'t>(text: &'t str, suffixes: &[&str]) -> Option<&'t str> {
    suffixes.iter().find_map(|suffix| {
        let (before, end) = text.split_at_checked(text.len().checked_sub(suffix.len())?)?;
        end.eq_ignore_ascii_case(suffix).then_some(before)
    })
}

#[cfg(test)]
mod tests {
    use super::parameters;

    fn read(query: &str) -> Vec<(String, String)> {
        let parameters = parameters(query).into_iter();
        parameters.map(|one| (one.name, one.value)).collect()
    }

    #[test]
    fn whatever_divides_them_settings_are_found() {
        for query in [
            "?q=written&side=us",
            "q=written&side=us",
            "??q=written&side=us",
            "?q=written?side=us",
            "?q=written&&side=us",
            "?q=written;side=us",
            "?q=written&amp;side=us",
            "?q=written&amp;amp;side=us",
            "?q=written&ampside=us",
            "?q=written&amp%3Bside=us",
            "?q=written%26side=us",
            "?q=written%2526side=us",
            "?q=written%26amp%3Bside=us",
            "?q=written%26%2338%3Bside=us",
            "?q=written&#38;side=us",
            "?q=written&#x26;side=us",
            "?q=written&%0Aside=us",
            "?q=written& side=us",
            "?Q=written&SIDE=us",
            "?q=3Dwritten&side=3Dus",
            "?q%3Dwritten%26side%3Dus",
            "?q%253Dwritten%2526side%253Dus",
            "?%3Fq=written&side=us",
        ] {
            let expected = [("q", "written"), ("side", "us")];
            let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
            assert_eq!(read(query), expected, "{query}");
        }
    }

    #[test]
    fn what_divides_nothing_stays_in_its_value() {
        for (query, value) in [
            ("?q=AT%26T", "AT%26T"),
            ("?q=a%3Bb", "a%3Bb"),
            ("?q=why?", "why?"),
            ("?q=3D+prints", "3D+prints"),
            ("?q=a%26side%3Dus", "a%26side%3Dus"),
            ("?q=lamp;b", "lamp;b"),
        ] {
            assert_eq!(read(query), [("q".to_owned(), value.to_owned())], "{query}");
        }
        assert_eq!(
            read("?q=lamp;side=us"),
            [("q", "lamp"), ("side", "us")].map(|(a, b)| (a.to_owned(), b.to_owned()))
        );
        assert_eq!(read("?&&"), []);
    }
}
