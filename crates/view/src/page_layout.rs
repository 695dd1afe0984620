//! A page as it is written: its content, and the dialogs and the words of the app, which
//! every page has.

use std::sync::Arc;

use says_who_model::Library;
use yew::prelude::*;

use crate::components::{share_dialogs, share_tools, shortcuts_dialog};
use crate::context::RenderContext;
use crate::dom::{ORIGIN_PLACEHOLDER, id};
use crate::inert_block::inert_block;
use crate::pages::Page;
use says_who_routes::{Base, Route};

/// A library that is compared by pointer: comparing the content would cost more than
/// it could save.
#[derive(Clone, Debug)]
pub struct SharedLibrary(pub Arc<Library>);

impl PartialEq for SharedLibrary {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The props of a page.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LayoutProps {
    /// The disputes.
    pub library: SharedLibrary,
    /// The base path of the site.
    pub base: Base,
    /// The scheme and host of the site, if known.
    pub origin: Option<String>,
    /// The route of the page.
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
                { share_dialogs(page.words()) }
                { shortcuts_dialog(page.words()) }
                { inert_block(
                    "application/x-messages",
                    id::APP_WORDS,
                    page.words().app_words().to_block(),
                ) }
            </div>
        </>
    }
}

/// The share tools of everything that can be shared of the first dispute: the only
/// part of the item pages that a single-file copy has.
#[component]
pub fn AllShareTools(props: &LayoutProps) -> Html {
    let library = &props.library.0;
    let page = Page::at(library, &props.route);
    let all = library.disputes.first().map(|dispute| {
        let context = RenderContext {
            site: &library.site,
            dispute,
            base: &props.base,
            origin: props.origin.as_deref().unwrap_or(ORIGIN_PLACEHOLDER),
            words: page.words(),
            level: 3,
        };
        let all = context.shareables();
        all.map(|shareable| share_tools(context, &shareable))
            .collect::<Html>()
    });
    all.unwrap_or_default()
}
