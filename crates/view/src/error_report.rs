//! Reporting an error: a mail or an issue, already filled in with the item, its URL
//! and its version.

use says_who_model::{Contact, Forge, truncate};
use says_who_routes::percent::encoded;

use crate::context::RenderContext;
use crate::dom::ORIGIN_PLACEHOLDER;
use crate::pages::REPORT;
use crate::shareable::Shareable;

/// The maximum length of a title in the subject line, in characters.
const MAX_TITLE_CHARS: usize = 80;

/// The URL of a contact, with no text filled in.
pub fn contact_url(contact: &Contact) -> String {
    match contact {
        Contact::Mail(mail) => {
            // In a `mailto:` address, only this `@` is not encoded (RFC 6068).
            let (name, host) = mail.as_str().split_once('@').unwrap_or_default();
            format!("mailto:{}@{host}", encoded(name))
        }
        Contact::Repository(Forge::GitLab, page) => format!("{page}/-/issues"),
        Contact::Repository(Forge::GitHub | Forge::Codeberg, page) => format!("{page}/issues"),
        Contact::Page(page) => page.clone(),
    }
}

/// The `rel` of a link to a contact: a page of another site is external, an e-mail and
/// a place on this site are not.
pub(crate) fn contact_rel(url: &str) -> Option<&'static str> {
    url.starts_with("http")
        .then_some("external noopener noreferrer")
}

/// The URL of a contact, with `subject` and `body` filled in.
fn prefilled_url(contact: &Contact, subject: &str, body: &str) -> String {
    let to = contact_url(contact);
    // A subject is a single line.
    let subject = &subject.replace("\r\n", " ").replace(['\r', '\n'], " ");
    let body = &body.replace("\r\n", "\n");
    let with = |names: [&str; 2], body: &str| {
        let [subject_name, body_name] = names;
        let (subject, body) = (encoded(subject), encoded(body));
        format!("?{subject_name}={subject}&{body_name}={body}")
    };
    match contact {
        // The line breaks of a mail body are CRLF (RFC 6068, section 5).
        Contact::Mail(_) => to + &with(["subject", "body"], &body.replace('\n', "\r\n")),
        Contact::Repository(Forge::GitHub | Forge::Codeberg, _) => {
            format!("{to}/new{}", with(["title", "body"], body))
        }
        Contact::Repository(Forge::GitLab, _) => {
            let names = ["issue%5Btitle%5D", "issue%5Bdescription%5D"];
            format!("{to}/new{}", with(names, body))
        }
        Contact::Page(_) => to,
    }
}

impl RenderContext<'_> {
    /// The URL of the section of the explainer page on how to report an error.
    pub fn how_to_report_url(&self) -> String {
        match self.base.is_one_file() {
            true => format!("#{REPORT}"),
            false => format!("{}#{REPORT}", self.explainer_url()),
        }
    }

    /// The URL for reporting an error in `shareable`; `None` if the site has no
    /// contact.
    pub fn report_url(&self, shareable: &Shareable<'_>) -> Option<String> {
        let contact = self.site.contact.as_ref()?;
        let title = self.title(shareable);
        let head = (self.words.report_subject)(&truncate(&title, MAX_TITLE_CHARS));
        // If the host is not known, the path is enough for the publisher.
        let sent = self.share_url(shareable).replace(ORIGIN_PLACEHOLDER, "");
        let body = (self.words.report_body)(&title, &sent);
        Some(prefilled_url(contact, &head, &body))
    }
}

#[cfg(test)]
mod tests {
    use says_who_model::{Contact, Forge};
    use says_who_routes::percent::decoded;

    use super::{contact_url, prefilled_url};

    fn all() -> [Contact; 5] {
        let repository = |forge, page: &str| Contact::Repository(forge, page.to_owned());
        [
            Contact::Mail("o'neil&co@example.org".parse().expect("an address")),
            repository(Forge::GitHub, "https://github.com/owner/site"),
            repository(Forge::GitLab, "https://gitlab.com/group/site"),
            repository(Forge::Codeberg, "https://codeberg.org/owner/site"),
            Contact::Page("https://example.org/contact?about=site#form".to_owned()),
        ]
    }

    #[test]
    fn each_contact_has_its_form() {
        let links = all().map(|contact| prefilled_url(&contact, "A & b", "c\nd"));
        assert_eq!(
            links,
            [
                "mailto:o%27neil%26co@example.org?subject=A%20%26%20b&body=c%0D%0Ad",
                "https://github.com/owner/site/issues/new?title=A%20%26%20b&body=c%0Ad",
                "https://gitlab.com/group/site/-/issues/new?issue%5Btitle%5D=A%20%26%20b&issue%5Bdescription%5D=c%0Ad",
                "https://codeberg.org/owner/site/issues/new?title=A%20%26%20b&body=c%0Ad",
                "https://example.org/contact?about=site#form",
            ]
        );
        assert_eq!(
            all().map(|contact| contact_url(&contact)),
            [
                "mailto:o%27neil%26co@example.org",
                "https://github.com/owner/site/issues",
                "https://gitlab.com/group/site/-/issues",
                "https://codeberg.org/owner/site/issues",
                "https://example.org/contact?about=site#form",
            ]
        );
    }

    #[test]
    fn no_title_gets_out_of_its_place() {
        for text in [
            "“He said \"no\"” & <b>'x'</b>",
            "a\r\nBcc: other@example.org",
            "?body=x&subject=y#z;title=%41%",
            "Ответила ли Россия письменно? 🕊",
            "",
        ] {
            for contact in &all()[..4] {
                let link = prefilled_url(contact, text, text);
                let (_, query) = link.split_once('?').expect("a query");
                assert!(link.is_ascii() && !query.contains(['#', '?', '"', '<', '\'', ' ', '\n']));
                let values = query.split('&').map(|part| {
                    let (_, value) = part.split_once('=').expect("a value");
                    assert!(!value.contains('='));
                    decoded(value).replace("\r\n", "\n")
                });
                let values: Vec<String> = values.collect();
                let written = text.replace("\r\n", "\n");
                assert_eq!(values, [written.replace('\n', " "), written], "{link}");
            }
        }
    }
}
