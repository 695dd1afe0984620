//! The one component: a library, a base path, and the route it is at.

use std::sync::Arc;

use says_who_model::Library;
use yew::prelude::*;

use crate::browser::use_navigation;
use crate::components::{KeysPanel, SharePanel};
use crate::pages::Page;
use crate::routes::{Base, Route};

/// A library that is the same only as itself: comparing two would cost more
/// than it could save.
#[derive(Clone, Debug)]
pub struct Shared(pub Arc<Library>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What a page is drawn from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The disputes.
    pub library: Shared,
    /// Where the site stands.
    pub base: Base,
    /// The scheme and host of the site, where they are known.
    pub origin: Option<String>,
    /// The page that was loaded.
    pub route: Route,
}

/// The site.
#[component]
pub fn App(props: &Props) -> Html {
    let (route, asked) = use_navigation(props);
    // The key makes another page another element: nothing of the page before
    // it, an unfolded source above all, is carried over.
    html! {
        <>
            <div class="site" key={route.to_string()}>
                { Page::at(&props.library.0, &route).draw(&props.library, &props.base, &asked) }
            </div>
            <SharePanel
                library={props.library.clone()}
                base={props.base.clone()}
                origin={props.origin.clone()}
                route={route.clone()}
            />
            <KeysPanel words={Page::at(&props.library.0, &route).words()} />
        </>
    }
}
