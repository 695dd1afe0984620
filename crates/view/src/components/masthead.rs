//! The top and the foot of every page.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use says_who_model::{Library, Logo, SiteInfo};
use yew::prelude::*;

use super::dispute_list::{DISPUTES, has_search};
use super::{contact, licence, text};
use crate::dom::id;
use crate::words::Words;
use says_who_routes::{Base, Route};

/// What a page can't do without the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacks {
    /// Search, filter, copy.
    All,
    /// Copy.
    Copying,
    /// Search.
    Search,
}

/// The site's name, leading to the start page, after a way past it; what the page
/// lacks where the app has failed, shown by the style sheet only then; and the ways
/// to the site's own pages, as far as there are any: one file may know none.
pub(crate) fn masthead(
    words: &Words,
    base: &Base,
    library: &Library,
    lacks: Option<Lacks>,
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
                if let Some(lacks) = lacks {
                    <p class="without-app" hidden={true}>{ (words.without_app)(lacks) }</p>
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
                <button type="button" class="control" data-keys="">{ words.keys }</button>
            </div>
        </header>
    }
}

/// How high a logo is, in pixels; `styles/components/_masthead.scss` lets it grow
/// with the text.
const LOGO: u32 = 24;

/// The logo, which says nothing that the name beside it does not.
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

/// What the site is, in a line; who publishes it, and on what terms.
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
