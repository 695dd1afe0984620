//! Whom one writes to, and what one may do with the texts.

use says_who_model::{Contact, Licence};
use yew::prelude::*;

use super::text;

/// The address, as a link.
pub(crate) fn contact(contact: &Contact) -> Html {
    let shown = match contact {
        Contact::Mail(mail) => mail.as_str(),
        Contact::Repository(_, page) | Contact::Page(page) => page,
    };
    html! { <a href={crate::report::address(contact)} translate="no">{ text(shown) }</a> }
}

/// The licence, as a link where it has an address.
pub(crate) fn licence(licence: &Licence) -> Html {
    match &licence.link {
        Some(link) => html! {
            <a href={link.clone()} rel="external noopener noreferrer license">{ text(&licence.name) }</a>
        },
        None => text(&licence.name),
    }
}
