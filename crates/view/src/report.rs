//! The report of an error: a letter or an issue filled in for the reader, with
//! the item, its address and its version in it.

use says_who_model::{Contact, Forge, beginning};
use says_who_routes::percent::encoded;

use crate::dom::ORIGIN_PLACEHOLDER;
use crate::pages::REPORT;
use crate::subject::Subject;
use crate::view::View;

/// How many characters of a title a subject has room for.
const TITLE: usize = 80;

/// Where one writes to, with nothing written yet.
pub fn address(contact: &Contact) -> String {
    match contact {
        Contact::Mail(mail) => {
            // In an address only this mark stands for itself (RFC 6068).
            let (name, host) = mail.as_str().split_once('@').unwrap_or_default();
            format!("mailto:{}@{host}", encoded(name))
        }
        Contact::Repository(Forge::GitLab, page) => format!("{page}/-/issues"),
        Contact::Repository(Forge::GitHub | Forge::Codeberg, page) => format!("{page}/issues"),
        Contact::Page(page) => page.clone(),
    }
}

/// Where one writes to, with `subject` and `body` written.
fn prefilled(contact: &Contact, subject: &str, body: &str) -> String {
    let to = address(contact);
    // A subject is one line.
    let subject = &subject.replace("\r\n", " ").replace(['\r', '\n'], " ");
    let body = &body.replace("\r\n", "\n");
    let with = |names: [&str; 2], body: &str| {
        let [of_subject, of_body] = names;
        let (subject, body) = (encoded(subject), encoded(body));
        format!("?{of_subject}={subject}&{of_body}={body}")
    };
    match contact {
        // Lines of a mail end so (RFC 6068, 5).
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

impl View<'_> {
    /// Where the page of the whole says how an error is reported.
    pub fn how_to_report(&self) -> String {
        match self.base.is_one_file() {
            true => format!("#{REPORT}"),
            false => format!("{}#{REPORT}", self.whole()),
        }
    }

    /// Where an error in `subject` is reported; `None` where nobody is named to
    /// whom.
    pub fn report(&self, subject: &Subject<'_>) -> Option<String> {
        let contact = self.site.contact.as_ref()?;
        let title = self.title(subject);
        let head = (self.words.report_subject)(&beginning(&title, TITLE));
        // Where the host is not known, the path says as much to the publisher.
        let sent = self.sent(subject).replace(ORIGIN_PLACEHOLDER, "");
        let body = (self.words.report_body)(&title, &sent);
        Some(prefilled(contact, &head, &body))
    }
}

#[cfg(test)]
mod tests {
    use says_who_model::{Contact, Forge};
    use says_who_routes::percent::decoded;

    use super::{address, prefilled};

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
        let links = all().map(|contact| prefilled(&contact, "A & b", "c\nd"));
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
            all().map(|contact| address(&contact)),
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
                let link = prefilled(contact, text, text);
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
