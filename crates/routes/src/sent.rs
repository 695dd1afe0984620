//! The version of an item that a link remembers, as the query of its address.

use says_who_model::Fingerprint;

use crate::decode::decode_but_mail;
use crate::mangled::is_soft;

/// The name of the query's part that holds a [`Fingerprint`].
const SENT: &str = "v=";

/// How many letters a fingerprint has.
const LENGTH: usize = 8;

/// The version of an item that the sender of a link saw, if the query says one:
/// however it is encoded, and whatever stands around it.
#[must_use]
pub fn sent(query: &str) -> Option<Fingerprint> {
    let query = decode_but_mail(query);
    (0..query.len()).find_map(|at| {
        let (before, rest) = query.split_at_checked(at)?;
        let value = rest.strip_prefix(SENT)?;
        let before = before.chars().next_back();
        let is_whole = !before.is_some_and(|c| c.is_ascii_alphanumeric() || "_-".contains(c));
        // A mail writes the sign before it so (quoted-printable, RFC 2045).
        let in_mail = || read(value.strip_prefix("3d")?);
        is_whole.then(|| read(value).or_else(in_mail)).flatten()
    })
}

/// The fingerprint with which a text begins, past marks.
fn read(text: &str) -> Option<Fingerprint> {
    let text = text.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let mut print = String::new();
    let mut rest = text.chars();
    while print.len() < LENGTH {
        match rest.next()? {
            // A mail breaks lines in the middle.
            c if is_soft(c) || c == '=' => {}
            c => print.push(c),
        }
    }
    let is_longer = rest.next().is_some_and(|c| c.is_ascii_alphanumeric());
    print.parse().ok().filter(|_| !is_longer)
}

/// The query of a link that remembers how the item was.
#[must_use]
pub fn as_sent(fingerprint: Fingerprint) -> String {
    format!("?{SENT}{fingerprint}")
}
