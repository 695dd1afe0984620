//! A page as it is written: its content, and the panels that lie over any.

use std::sync::Arc;

use says_who_model::Library;
use yew::prelude::*;

use crate::components::{keys_panel, share_panel, share_tools};
use crate::dom::ORIGIN_PLACEHOLDER;
use crate::pages::Page;
use crate::view::View;
use says_who_routes::{Base, Route};

/// A library that is the same only as itself: comparing two would cost more
/// than it could save.
#[derive(Clone, Debug)]
pub struct SharedLibrary(pub Arc<Library>);

impl PartialEq for SharedLibrary {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What a page is drawn from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LayoutProps {
    /// The disputes.
    pub library: SharedLibrary,
    /// Where the site stands.
    pub base: Base,
    /// The scheme and host of the site, where they are known.
    pub origin: Option<String>,
    /// The page that was loaded.
    pub route: Route,
}

/// A page of the site.
#[component]
pub fn Layout(props: &LayoutProps) -> Html {
    let page = Page::at(&props.library.0, &props.route);
    html! {
        <>
            { page.draw(&props.base, props.origin.as_deref()) }
            <div class="panels">
                { share_panel(page.words()) }
                { keys_panel(page.words()) }
            </div>
        </>
    }
}

/// The tools of everything that can be sent of the first dispute: what one file
/// holds of its other pages.
#[component]
pub fn AllShareTools(props: &LayoutProps) -> Html {
    let library = &props.library.0;
    let page = Page::at(library, &props.route);
    let all = library.disputes.first().map(|dispute| {
        let view = View {
            site: &library.site,
            dispute,
            base: &props.base,
            origin: props.origin.as_deref().unwrap_or(ORIGIN_PLACEHOLDER),
            words: page.words(),
            level: 3,
        };
        let all = view.subjects();
        all.map(|subject| share_tools(view, &subject))
            .collect::<Html>()
    });
    all.unwrap_or_default()
}
