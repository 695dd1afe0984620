//! The top and the foot of every page.

use yew::prelude::*;

use crate::routes::{Base, Route};
use crate::words::Words;

/// The site's name, leading to the start page, after a way past it.
pub(crate) fn masthead(words: &Words, base: &Base) -> Html {
    html! {
        <header class="masthead">
            <a class="skip" href="#content">{ words.skip }</a>
            <div class="masthead__line">
                <p class="masthead__name"><a href={base.href(&Route::Home)}>{ words.site }</a></p>
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
