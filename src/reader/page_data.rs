//! Reads the data block of a page.

use gloo::utils::window;
use says_who_page_data::PageData;
use says_who_view::dom::id;
use web_sys::Document;

/// The data of a page; `None` if it has none.
pub(super) fn read(page: &Document) -> Option<PageData> {
    let block = page.get_element_by_id(id::DATA)?;
    // `atob` returns a character for each byte.
    let bytes = window().atob(&block.text_content()?).ok()?;
    let bytes: Vec<u8> = bytes.chars().map(|byte| byte as u8).collect();
    PageData::decode(&bytes).ok()
}

/// Whether a speaker of a page has this id. Speakers have pages, but no element on the
/// page of the whole.
pub(super) fn has_speaker(page: &Document, id: &str) -> bool {
    read(page).is_some_and(|data| data.has_speaker(id))
}
