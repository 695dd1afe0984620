//! The contact and the licence of a site.

use says_who_model::{Contact, Licence};
use yew::prelude::*;

use super::text;
use crate::error_report::{contact_rel, contact_url};

/// The contact, as a link.
pub(crate) fn contact(contact: &Contact) -> Html {
    let shown = match contact {
        Contact::Mail(mail) => mail.as_str(),
        Contact::Repository(_, page) | Contact::Page(page) => page,
    };
    let url = contact_url(contact);
    let rel = contact_rel(&url);
    html! { <a href={url} {rel} translate="no">{ text(shown) }</a> }
}

/// The licence, as a link if it has a URL.
pub(crate) fn licence(licence: &Licence) -> Html {
    match &licence.link {
        Some(link) => html! {
            <a href={link.clone()} rel="external noopener noreferrer license">{ text(&licence.name) }</a>
        },
        None => text(&licence.name),
    }
}
