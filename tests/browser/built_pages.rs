//! The pages of a built site.

use says_who_tests::page::Element;
use says_who_tests::{Browser, files, site};

/// The paths of all pages of a built site.
pub(crate) fn pages(name: &str) -> Vec<String> {
    let folder = site(name);
    let mut pages: Vec<String> = files(&folder)
        .iter()
        .filter(|file| file.file_name().is_some_and(|name| name == "index.html"))
        // Embed pages have no app.
        .filter(|file| !file.starts_with(folder.join("embed")))
        .map(|file| {
            let folder = file.parent().unwrap().strip_prefix(&folder).unwrap();
            folder
                .components()
                .map(|part| format!("{}/", part.as_os_str().to_str().unwrap()))
                .collect()
        })
        .collect();
    pages.sort_by_key(|page| (page.matches('/').count(), page.clone()));
    pages
}

/// The path of the page of the first dispute.
pub(crate) fn dispute_path(name: &str) -> String {
    let is_dispute = |page: &String| !["", "about/"].contains(&page.as_str());
    pages(name).into_iter().find(is_dispute).unwrap()
}

/// The id of the first statement on the current page.
pub(crate) async fn first_statement(browser: &Browser) -> String {
    let first = Element::new(browser, ".statement-card");
    first.attribute("id").await.unwrap()
}
