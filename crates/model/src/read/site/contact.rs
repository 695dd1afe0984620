//! Parses the contact of the site.

use crate::read::rules::address_mistake;
use crate::{Contact, Forge, MailAddress};

/// Parses a contact. The error is a message and what to do about it.
pub(super) fn parse_contact(text: &str) -> Result<Contact, (String, String)> {
    let forms = "give an e-mail address, like desk@example.org, or the `https://` address of a repository or a page";
    if !text.contains("://") {
        let address: Result<MailAddress, _> = text.parse();
        return address.map(Contact::Mail).map_err(|_| {
            (
                format!("`{text}` is not a contact address"),
                forms.to_owned(),
            )
        });
    }
    if let Some(mistake) = address_mistake(text, "give an e-mail address") {
        return Err(mistake);
    }
    let Some(rest) = text.strip_prefix("https://") else {
        let message = format!("`{text}` does not begin with `https://`");
        return Err((message, forms.to_owned()));
    };
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.to_ascii_lowercase();
    let path = path.trim_end_matches('/');
    let path = path.strip_suffix("/issues").unwrap_or(path);
    let path = path.strip_suffix("/-").unwrap_or(path);
    let path = path.strip_suffix(".git").unwrap_or(path);
    let parts: Vec<&str> = path.split('/').collect();
    let plain = !path.contains(['?', '#']) && parts.iter().all(|part| !part.is_empty());
    let forge = match host.as_str() {
        "github.com" if parts.len() == 2 => Some(Forge::GitHub),
        "codeberg.org" if parts.len() == 2 => Some(Forge::Codeberg),
        host if host.starts_with("gitlab.") && parts.len() >= 2 && !parts.contains(&"-") => {
            Some(Forge::GitLab)
        }
        _ => None,
    };
    Ok(match forge.filter(|_| plain) {
        Some(forge) => Contact::Repository(forge, format!("https://{host}/{path}")),
        None => Contact::Page(text.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::parse_contact;
    use crate::{Contact, Forge};

    #[test]
    fn a_contact_is_told_by_its_form() {
        let repository = |forge, address: &str| Ok(Contact::Repository(forge, address.to_owned()));
        let page = |address: &str| Ok(Contact::Page(address.to_owned()));
        for (text, expected) in [
            (
                "https://github.com/owner/site",
                repository(Forge::GitHub, "https://github.com/owner/site"),
            ),
            (
                "https://GitHub.com/owner/site.git",
                repository(Forge::GitHub, "https://github.com/owner/site"),
            ),
            (
                "https://github.com/owner/site/issues/",
                repository(Forge::GitHub, "https://github.com/owner/site"),
            ),
            (
                "https://gitlab.com/group/below/site/-/issues",
                repository(Forge::GitLab, "https://gitlab.com/group/below/site"),
            ),
            (
                "https://codeberg.org/owner/site",
                repository(Forge::Codeberg, "https://codeberg.org/owner/site"),
            ),
            ("https://github.com/owner", page("https://github.com/owner")),
            (
                "https://github.com/owner/site?tab=x",
                page("https://github.com/owner/site?tab=x"),
            ),
            (
                "https://example.org/contact",
                page("https://example.org/contact"),
            ),
        ] {
            assert_eq!(parse_contact(text), expected, "{text}");
        }
        for text in [
            "desk",
            "mailto:desk@example.org",
            "http://example.org/contact",
            "ftp://example.org/",
            "javascript://example.org/%0aalert(1)",
            "https://us:er@example.org/",
            "https://exаmple.org/",
        ] {
            assert!(parse_contact(text).is_err(), "{text}");
        }
    }
}
