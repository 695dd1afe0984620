//! A page of another site that has the frames.

use fantoccini::Locator;
use says_who_tests::{Browser, Engine, FaultyServer, Served, Start};

pub(crate) const STATEMENT: &str = "bridge-repair/mayor-never-saw-it/";

/// Serves a page of another site with `body`, beside the small site.
async fn serve_host(body: &str) -> FaultyServer {
    let page = format!("<!doctype html><meta charset=utf-8><title>Another site</title>{body}");
    FaultyServer::serve("a-b", move |path, it| {
        if path == "host.html" {
            Served::Bytes("text/html; charset=utf-8", page.clone().into_bytes())
        } else {
            it
        }
    })
    .await
}

/// Opens a browser on a page of another site with `body`.
pub(crate) async fn open_host(engine: Engine, body: &str) -> Browser {
    let host = serve_host(body).await;
    Start::address(host.address).load(engine, "host.html").await
}

/// Switches to a frame and waits for its embed page, without script, because some
/// sandboxes allow none.
pub(crate) async fn enter_embed(browser: &Browser, path: &[u16]) {
    browser.switch_to_frame(path).await;
    browser
        .client
        .wait()
        .for_element(Locator::Css(".framed__back"))
        .await
        .unwrap();
}
