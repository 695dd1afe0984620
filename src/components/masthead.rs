//! The top and the foot of every page.

use yew::prelude::*;

use crate::words::Words;
use says_who_addresses::{Base, Route};

/// What a page can't do without the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lacks {
    /// Search, filter, copy.
    All,
    /// Copy.
    Copying,
    /// Search.
    Search,
}

/// The site's name, leading to the start page, after a way past it; and what
/// the page lacks where the app has failed, shown by the style sheet only then.
pub(crate) fn masthead(words: &Words, base: &Base, lacks: Option<Lacks>) -> Html {
    html! {
        <header class="masthead">
            <a class="skip" href="#content">{ words.skip }</a>
            <div class="masthead__line">
                <p class="masthead__name"><a href={base.href(&Route::Home)}>{ words.site }</a></p>
                if let Some(lacks) = lacks {
                    <p class="without-app" hidden={true}>{ (words.without_app)(lacks) }</p>
                }
                <button type="button" class="control" data-keys="">{ words.keys }</button>
            </div>
        </header>
    }
}

/// What the site is, in a line.
pub(crate) fn footer(words: &Words) -> Html {
    html! {
        <footer class="footer"><p>{ words.footer }</p></footer>
    }
}
