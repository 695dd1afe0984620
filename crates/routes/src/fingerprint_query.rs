//! The query parameter with which a link records the version of an item.

use says_who_model::Fingerprint;

use crate::decode::decode_keeping_equals;
use crate::segment::is_ignorable;

/// The query parameter that holds a [`Fingerprint`], with its equals sign.
const PARAMETER: &str = "v=";

/// How many letters a fingerprint has.
const LENGTH: usize = 8;

/// The fingerprint in a query: the version of the item that the sender of the
/// link saw. It is found however it is encoded and whatever surrounds it.
#[must_use]
pub fn fingerprint_in_query(query: &str) -> Option<Fingerprint> {
    let query = decode_keeping_equals(query);
    (0..query.len()).find_map(|at| {
        let (before, rest) = query.split_at_checked(at)?;
        let value = rest.strip_prefix(PARAMETER)?;
        let before = before.chars().next_back();
        let is_whole_name = !before.is_some_and(|c| c.is_ascii_alphanumeric() || "_-".contains(c));
        // Quoted-printable mail (RFC 2045) encodes the equals sign as `=3D`.
        let in_mail = || leading_fingerprint(value.strip_prefix("3d")?);
        is_whole_name
            .then(|| leading_fingerprint(value).or_else(in_mail))
            .flatten()
    })
}

/// The fingerprint at the start of a text, after any punctuation.
fn leading_fingerprint(text: &str) -> Option<Fingerprint> {
    let text = text.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let mut print = String::new();
    let mut rest = text.chars();
    while print.len() < LENGTH {
        match rest.next()? {
            // Mail programs break lines in the middle of a word.
            c if is_ignorable(c) || c == '=' => {}
            c => print.push(c),
        }
    }
    let is_longer = rest.next().is_some_and(|c| c.is_ascii_alphanumeric());
    print.parse().ok().filter(|_| !is_longer)
}

/// The query of a link that records the version of its item.
#[must_use]
pub fn query_with_fingerprint(fingerprint: Fingerprint) -> String {
    format!("?{PARAMETER}{fingerprint}")
}
