//! Rule 1: quotation marks around verbatim words; rule 9: links.

use std::cell::Cell;

use crate::Span;
use crate::read::characters::is_invisible;
use crate::read::problem::Problems;
use crate::read::raw::{RawDispute, RawLibrary, RawWording};
use crate::read::wording;

pub(super) fn verbatim_marked(raw: &RawLibrary, problems: &mut Problems) {
    let statements = raw.disputes.iter().flat_map(|dispute| &dispute.points);
    for statement in statements.flat_map(|point| &point.statements) {
        check_indirect(statement.indirect, &statement.wording, problems);
        for rendering in &statement.renderings {
            check_indirect(rendering.indirect, &rendering.wording, problems);
        }
    }
    for wording in raw.disputes.iter().flat_map(wordings) {
        if let Some(said) = &wording.said {
            wording::check(said, problems);
        }
        let one_without = match (&wording.spoken_in, &wording.translated_by) {
            (Some(language), None) => Some((language, "translated-by")),
            (None, Some(by)) => Some((by, "spoken-in")),
            _ => None,
        };
        if let Some((here, other)) = one_without {
            problems.add(
                &here.place,
                "fields",
                format!("`{other}` is missing"),
                "give both `spoken-in` and `translated-by`, or neither",
            );
        }
    }
}

/// `indirect` says whose the words outside the marks are: there have to be some.
fn check_indirect(indirect: bool, wording: &RawWording, problems: &mut Problems) {
    let Some(said) = wording.said.as_ref().filter(|_| indirect) else {
        return;
    };
    let is_quoted_only = wording::spans(&said.value).is_some_and(|spans| {
        let has_words = |text: &str| text.contains(char::is_alphanumeric);
        let is_own = |span: &Span| matches!(span, Span::Paraphrase(text) if has_words(text));
        !spans.iter().any(is_own)
    });
    if is_quoted_only {
        problems.add(
            &said.place,
            "verbatim-marked",
            "there are no words outside the quotation marks that could be indirect speech",
            "delete `indirect = true`, or take the marks away from what the source does not quote",
        );
    }
}

/// Every text that can have verbatim marks.
pub(super) fn wordings(dispute: &RawDispute) -> impl Iterator<Item = &RawWording> {
    let statements = dispute.points.iter().flat_map(|point| &point.statements);
    statements
        .flat_map(|statement| {
            std::iter::once(&statement.wording).chain(
                statement
                    .renderings
                    .iter()
                    .map(|rendering| &rendering.wording),
            )
        })
        .chain(
            dispute
                .documents
                .iter()
                .flat_map(|document| document.called.iter().map(|called| &called.wording)),
        )
        .chain(
            dispute
                .points
                .iter()
                .flat_map(|point| point.absences.iter().map(|absence| &absence.wording)),
        )
        .chain(
            dispute
                .events
                .iter()
                .flat_map(|event| event.accounts.iter().map(|account| &account.wording)),
        )
}

pub(super) fn http_links(raw: &RawLibrary, problems: &mut Problems) {
    let sources = raw.disputes.iter().flat_map(|dispute| &dispute.sources);
    let links = sources.flat_map(|source| {
        let without = ["use `link-not-recorded = \"why\"`", "delete the line"];
        let links = [&source.link, &source.archived].into_iter().zip(without);
        links.filter_map(|(link, without)| Some((link.as_ref()?, without)))
    });
    let documents = raw.disputes.iter().flat_map(|dispute| &dispute.documents);
    let documents =
        documents.filter_map(|document| Some((document.link.as_ref()?, "delete the line")));
    for (link, without) in links.chain(documents) {
        if let Some((message, help)) = address_mistake(&link.value, without) {
            problems.add(&link.place, "http-links", message, help);
        }
    }
}

/// Checks the address of a web page. Returns a message and what to do; `without`
/// says what to do if there is no address.
pub(in crate::read) fn address_mistake(link: &str, without: &str) -> Option<(String, String)> {
    if let Some(ascii) = foreign_host(link) {
        return Some((
            format!("the host of `{link}` is not written in ASCII, and could look like another"),
            format!(
                "write the host as `{ascii}`, which leads to the same place, if it is the one you mean"
            ),
        ));
    }
    if let Some(encoded) = percent_encoded(link) {
        return Some((
            format!("`{link}` has a mark that an address can't have"),
            format!("write `{encoded}`, which leads to the same page"),
        ));
    }
    (!is_http(link)).then(|| {
        (
            format!("`{link}` is not an address of a web page"),
            format!("give the whole address, beginning with `https://` or `http://`, without spaces or a password and with other marks as `%` and two digits, or {without}"),
        )
    })
}

/// The ASCII form of the host (Punycode), if the address has it in another form.
fn foreign_host(link: &str) -> Option<String> {
    let (_, rest) = link.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    if host.is_ascii() {
        return None;
    }
    let url = url::Url::parse(link).ok()?;
    Some(url.host_str()?.to_owned())
}

/// Marks that browsers accept in an address, but the URL Standard does not.
const MARKS: [char; 11] = ['"', '<', '>', '|', '[', ']', '{', '}', '^', '`', '\\'];

/// The address with such marks behind its host as `%` and two digits, if that is
/// all it needs.
fn percent_encoded(link: &str) -> Option<String> {
    if is_http(link) {
        return None;
    }
    let host = link.find("://")? + 3;
    let path = host + link[host..].find(['/', '?', '#'])?;
    let mut encoded = link[..path].to_owned();
    for c in link[path..].chars() {
        if MARKS.contains(&c) {
            encoded.push_str(&format!("%{:02X}", u32::from(c)));
        } else {
            encoded.push(c);
        }
    }
    is_http(&encoded).then_some(encoded)
}

/// Whether it is a valid http or https address (URL Standard, "valid URL string").
fn is_http(link: &str) -> bool {
    let is_valid = Cell::new(true);
    let violated = |_| is_valid.set(false);
    let url = url::Url::options()
        .syntax_violation_callback(Some(&violated))
        .parse(link);
    let plain = link.chars().all(|c| !c.is_whitespace() && !is_invisible(c));
    plain
        && url.is_ok_and(|url| {
            matches!(url.scheme(), "http" | "https")
                && url.has_host()
                && url.username().is_empty()
                && url.password().is_none()
        })
        && is_valid.get()
}
