//! The header and the footer of every page.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use says_who_model::{Library, Logo, SiteInfo};
use says_who_routes::{Base, Route};
use yew::prelude::*;

use super::dispute_list::{DISPUTES, has_search};
use super::{contact, licence, text};
use crate::dom::id;
use crate::words::Words;

/// The features of a page that need the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppFeatures {
    /// Search, filter, copy.
    All,
    /// Copy.
    Copying,
    /// Search.
    Search,
}

/// The header: a skip link; the site's name, which links to the start page; a line
/// that names the unavailable features, which the style sheet shows only if the app
/// has failed; and links to the site's own pages, if there are any: a single-file
/// copy may know none.
pub(crate) fn masthead(
    words: &Words,
    base: &Base,
    library: &Library,
    app_features: Option<AppFeatures>,
) -> Html {
    let site = &library.site;
    let home = base.page(&Route::Home);
    let search = home.as_ref().filter(|_| has_search(library));
    html! {
        <header class="masthead">
            <a class="skip" href="#content">{ words.skip }</a>
            <div class="masthead__line">
                <p class="masthead__name">
                    <a href={base.href(&Route::Home)}>
                        { for site.logo.iter().map(|one| logo(base, one)) }
                        { text(&site.name) }
                    </a>
                </p>
                if let Some(app_features) = app_features {
                    <p class="without-app" hidden={true}>{ (words.without_app)(app_features) }</p>
                }
                if let Some(home) = &home {
                    <nav class="masthead__pages" aria-label={words.site_pages}>
                        <a href={format!("{home}#{DISPUTES}")}>{ words.disputes }</a>{ " " }
                        if let Some(home) = search {
                            <a href={format!("{home}#{}", id::DISPUTES_SEARCH)}>{ words.search }</a>{ " " }
                        }
                        <a href={base.href(&Route::About)}>{ words.about }</a>
                    </nav>
                }
                <button type="button" class="control" data-keys="">{ words.shortcuts }</button>
            </div>
        </header>
    }
}

/// The height of a logo in pixels; `styles/components/_masthead.scss` scales it with
/// the text.
const LOGO: u32 = 24;

/// The logo. It has no text, because the name is beside it.
fn logo(base: &Base, logo: &Logo) -> Html {
    let address = if base.is_one_file() {
        let bytes = BASE64_STANDARD.encode(logo.bytes());
        format!("data:{};base64,{bytes}", logo.kind().media_type())
    } else {
        format!("{}{}", base.as_str(), logo.file_name())
    };
    html! {
        <img
            class="masthead__logo"
            src={address}
            width={logo.width(LOGO).to_string()}
            height={LOGO.to_string()}
            alt=""
        />
    }
}

/// What the site is, in one line; who publishes it, and under what licence.
pub(crate) fn footer(words: &Words, site: &SiteInfo) -> Html {
    html! {
        <footer class="footer">
            <p>{ text(&(words.footer)(&site.name)) }</p>
            if site.publisher.is_some() || site.contact.is_some() || site.licence.is_some() {
                <p>
                    if let Some(publisher) = &site.publisher {
                        { text(&(words.published_by)(publisher)) }{ " " }
                    }
                    if let Some(to) = &site.contact {
                        { words.contact }{ ": " }{ contact(to) }{ ". " }
                    }
                    if let Some(of) = &site.licence {
                        { words.licence }{ ": " }{ licence(of) }{ "." }
                    }
                </p>
            }
        </footer>
    }
}
