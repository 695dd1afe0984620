//! How readers reach the publisher: an e-mail address, a repository, another page.

use std::fmt;
use std::str::FromStr;

/// How readers reach the publisher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    /// An e-mail address.
    Mail(MailAddress),
    /// The `https` address of a repository, without a trailing slash.
    Repository(Forge, String),
    /// The `https` address of any other page.
    Page(String),
}

/// A software forge: it hosts repositories and has an issue tracker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forge {
    /// GitHub.
    GitHub,
    /// GitLab, on any host named after it.
    GitLab,
    /// Codeberg, which runs Forgejo.
    Codeberg,
}

/// An e-mail address, as HTML understands it (HTML Standard, "valid e-mail
/// address").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailAddress(String);

impl MailAddress {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The error for a text that is not an e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailAddressError;

impl fmt::Display for MailAddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an e-mail address looks like desk@example.org")
    }
}

impl std::error::Error for MailAddressError {}

impl FromStr for MailAddress {
    type Err = MailAddressError;

    fn from_str(text: &str) -> Result<Self, MailAddressError> {
        let (name, host) = text.split_once('@').ok_or(MailAddressError)?;
        let in_name = |c: char| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
        let label = |label: &str| {
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
            (1..=63).contains(&label.len())
                && label.chars().all(plain)
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        let is_whole = !name.is_empty()
            && name.chars().all(in_name)
            && host.contains('.')
            && host.split('.').all(label)
            && text.len() <= 254;
        if is_whole {
            Ok(Self(text.to_owned()))
        } else {
            Err(MailAddressError)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::MailAddress;

    #[test]
    fn what_is_no_mail_address_is_refused() {
        for text in [
            "",
            "@",
            "a@",
            "@b.org",
            "a b@c.org",
            "a@b",
            "a@b..org",
            "a@-b.org",
            "a@b.org?subject=x",
            "a@b@c.org",
            "письмо@example.org",
            "\"a\"@example.org",
            "a@b.org\n",
        ] {
            assert!(text.parse::<MailAddress>().is_err(), "{text}");
        }
        for text in [
            "a@b.org",
            "first.last+tag@sub.example.co.uk",
            "o'neil&co@example.org",
        ] {
            assert!(text.parse::<MailAddress>().is_ok(), "{text}");
        }
    }
}
