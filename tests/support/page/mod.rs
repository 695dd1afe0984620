//! Page objects: what tests ask of a page and do to it, with a type for each part of
//! the page. Each borrows the [`Browser`]. Like its methods, theirs panic if the browser
//! does not answer, and those that wait if what they wait for never happens.

mod address;
mod app;
mod clipboard;
mod contents;
mod dialogs;
mod document;
mod explainer;
mod finder;
mod focus;
mod notices;
mod offline_page;
mod scripts;
mod service_worker;
mod start_page;
mod status;
mod viewport;

pub use address::Address;
pub use app::App;
pub use clipboard::Clipboard;
pub use contents::Contents;
pub use dialogs::Dialogs;
pub use document::Document;
pub use explainer::Explainer;
pub use finder::Finder;
pub use focus::Focus;
pub use notices::Notices;
pub use offline_page::OfflinePage;
pub use scripts::{click_by_script, eval_async, wait_async};
pub use service_worker::ServiceWorker;
pub use start_page::StartPage;
pub use status::Status;
pub use viewport::Viewport;

use crate::Browser;

/// The text that a script returns.
async fn eval_text(browser: &Browser, script: &str) -> String {
    browser.eval(script).await.as_str().unwrap().to_owned()
}
