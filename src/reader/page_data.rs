//! Reads the data blocks of a page: its dispute, and the words of the app.

use says_who_page_data::PageData;
use says_who_view::dom::id;
use says_who_view::words::AppWords;
use web_sys::Document;

/// The data of a page; `None` if it has none.
pub(super) fn read(page: &Document) -> Option<PageData> {
    let block = page.get_element_by_id(id::DATA)?;
    PageData::from_block(&block.text_content()?).ok()
}

/// The words of the app, which the page that was loaded has; `None` if it has not all.
pub(super) fn words(page: &Document) -> Option<AppWords> {
    let block = page.get_element_by_id(id::APP_WORDS)?;
    AppWords::from_block(&block.text_content()?)
}

/// Whether a speaker of a page has this id. Speakers have pages, but no element on the
/// page of the whole.
pub(super) fn has_speaker(page: &Document, id: &str) -> bool {
    read(page).is_some_and(|data| data.has_speaker(id))
}
