//! Pages and their components, drawn in Yew: a page is a pure function of the
//! library, the base path and the route. Here, too, are the words of the
//! interface, the filter, and the names by which the app finds its way on a page.
//!
//! Nothing here touches a document. It compiles natively, where the site is
//! written, and for browsers.

pub mod citations;
pub mod components;
pub mod copied;
pub mod direction;
pub mod dom;
pub mod embed_content;
pub mod filter;
pub mod forms;
pub mod layout;
pub mod nearest;
pub mod pages;
pub mod report;
pub mod search_form;
pub mod share;
pub mod shortcut;
pub mod subject;
pub mod view;
pub mod words;
