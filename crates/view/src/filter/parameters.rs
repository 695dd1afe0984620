//! A query in its parameters, `name=value`, as it arrives: with its ampersands
//! encoded, escaped for HTML, or written as semicolons. What is typed into a
//! field never has an equals sign of its own in an address, so that one shows
//! where a parameter begins.

use says_who_routes::percent::{decoded, encoded};

/// One part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parameter {
    /// Its name in lower case.
    pub(super) name: String,
    /// Its value, still encoded.
    pub(super) value: String,
    /// All of it, as it stands in the address.
    pub(super) text: String,
}

/// A query that came encoded as a whole is decoded as often as this.
const ROUNDS: usize = 3;

/// The parameters of a query, with or without its question mark.
pub(super) fn parameters(query: &str) -> Vec<Parameter> {
    let query = query.strip_prefix('?').unwrap_or(query);
    let whole = decoded_whole(query);
    let pieces = pieces(whole.as_deref().unwrap_or(query));
    let mut parameters: Vec<Parameter> = pieces.into_iter().filter_map(parameter).collect();
    if whole.is_some() {
        // In an address it stands encoded again, without what was no parameter.
        parameters.retain(|parameter| {
            !parameter.name.is_empty() && parameter.name.chars().all(is_of_name)
        });
        for parameter in &mut parameters {
            parameter.text = format!("{}={}", encoded(&parameter.name), encoded(&parameter.value));
        }
    }
    // A mail writes each equals sign so (quoted-printable, RFC 2045). A value may
    // begin like that, but hardly all of them.
    let of_mail = |parameter: &Parameter| parameter.value.starts_with("3D");
    if parameters.len() > 1 && parameters.iter().all(of_mail) {
        for parameter in &mut parameters {
            parameter.value.drain(..2);
        }
    }
    parameters
}

/// A query that came encoded as a whole; `None` for one that did not.
fn decoded_whole(query: &str) -> Option<String> {
    let mut whole = query.to_owned();
    for _ in 0..ROUNDS {
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

/// The query cut before each parameter.
fn pieces(query: &str) -> Vec<&str> {
    // Where the piece before ends, and where this one begins.
    let mut cuts = vec![(0, 0)];
    for (at, c) in query.char_indices() {
        let cut = match c {
            '&' => Some((at, at + 1)),
            '=' => {
                let start = name_before(query, at);
                end_before(query, start).map(|end| (end, start))
            }
            _ => None,
        };
        if let Some((end, start)) = cut {
            // What divides may be several marks.
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

/// Whether a character can stand in the name of a parameter as it is.
fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || "_.-".contains(c)
}

/// Where the name begins that ends at `at`.
fn name_before(query: &str, at: usize) -> usize {
    let before = query.get(..at).unwrap_or_default();
    let mut start = before.trim_end_matches(is_of_name).len();
    // Behind a percent sign the first two are its code, and `%25` is one itself.
    let mut is_code = before.get(..start).is_some_and(|text| text.ends_with('%'));
    while is_code && start + 2 <= at {
        is_code = query.get(start..start + 2) == Some("25");
        start += 2;
    }
    start
}

const MARKS: [char; 3] = ['&', ';', '?'];
const AMPERSANDS: [&str; 4] = ["&", "%26", "%2526", "?"];
const SEMICOLONS: [&str; 3] = [";", "%3b", "%253b"];
const REFERENCES: [&str; 7] = ["amp", "#38", "#038", "#x26", "%2338", "%23038", "%23x26"];
const ENCODED: [&str; 6] = ["%26", "%3b", "%3f", "%2526", "%253b", "%253f"];
const SPACES: [&str; 6] = ["+", " ", "%20", "%09", "%0a", "%0d"];

/// Where what divides two parameters begins, if it ends at `at`. Once a mark stands
/// there as it is, what is encoded before it belongs to a value.
fn end_before(query: &str, at: usize) -> Option<usize> {
    let mut text = query.get(..at)?;
    if text.is_empty() {
        return Some(0);
    }
    // A mail breaks lines behind a mark.
    while let Some(rest) = without(text, &SPACES) {
        text = rest;
    }
    let marked = text.trim_end_matches(MARKS);
    let before = without_reference(text)
        .or_else(|| (marked != text).then_some(marked))
        .or_else(|| without(text, &ENCODED))?;
    Some(before.trim_end_matches('&').len())
}

/// A text without the ampersand at its end that was escaped for HTML, as often as
/// it was.
fn without_reference(text: &str) -> Option<&str> {
    let name = without(without(text, &SEMICOLONS)?, &REFERENCES)?;
    without(name, &AMPERSANDS).or_else(|| without_reference(name))
}

/// A text without one of these at its end.
fn without<'t>(text: &'t str, of: &[&str]) -> Option<&'t str> {
    of.iter().find_map(|mark| {
        let (before, end) = text.split_at_checked(text.len().checked_sub(mark.len())?)?;
        end.eq_ignore_ascii_case(mark).then_some(before)
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
