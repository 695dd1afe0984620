//! The site with the long page, and how tests open it.

use std::fs;
use std::path::{Path, PathBuf};

use says_who_routes::Route;
use says_who_site::File;
use says_who_tests::page::Layout;
use says_who_tests::sized::{DISPUTE, Size};
use says_who_tests::{Browser, Engine, Start};
use tokio::sync::OnceCell;

use crate::alone::{pages_alone, write_files};

pub(crate) const BASE: &str = "/long-page/";

pub(crate) const SIZE: Size = Size {
    points: 200,
    statements: 2,
};

/// A point near the end of the ledger.
pub(crate) const FAR: &str = "point-0190";

/// A statement of that point.
pub(crate) const STATEMENT: &str = "residents-190-1";

/// An item listed below the ledger.
pub(crate) const SOURCE: &str = "report-3";

/// Words that occur only in [`FAR`].
const RARE: &str = "what a heron shows";

/// The page of the dispute, and a copy of it without the boot script.
pub(crate) const DISPUTE_PAGE: &str = "night-trams/";
pub(crate) const STATIC_PAGE: &str = "still/";

/// A site with only the page of the dispute and that of one point, with Trunk's
/// output. It is written once for all scenarios.
pub(crate) async fn site() -> &'static Path {
    static SITE: OnceCell<PathBuf> = OnceCell::const_new();
    SITE.get_or_init(write_site).await
}

async fn write_site() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("long_page");
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    let (data, site) = (folder.join("data"), folder.join("site"));
    SIZE.write(&data).unwrap();
    let point = data.join(DISPUTE).join(format!("points/{FAR}.toml"));
    let text = fs::read_to_string(&point).unwrap();
    fs::write(point, text.replace("what it shows", RARE)).unwrap();
    let dispute = Route::Dispute(DISPUTE.parse().unwrap());
    let routes = [
        Route::Item(DISPUTE.parse().unwrap(), FAR.parse().unwrap()),
        dispute,
    ];
    let pages = pages_alone(&data, BASE, &routes, &site);
    let page = pages.last().unwrap();
    let (before, boot) = page.text.split_once("<script").unwrap();
    let (boot, after) = boot.split_once("</script>").unwrap();
    assert!(boot.contains("boot-"), "{boot}");
    let static_page = File {
        path: format!("{STATIC_PAGE}index.html"),
        text: format!("{before}{after}"),
    };
    write_files(&site, &[static_page]);
    site
}

/// A browser to start on the site.
pub(crate) async fn start() -> Start {
    Start::folder(site().await, BASE)
}

/// Opens the page of the dispute, and waits for hydration and layout.
pub(crate) async fn open(engine: Engine, hash: &str) -> Browser {
    let browser = start().await.browser(engine).await;
    go(&browser, hash).await;
    browser
}

pub(crate) async fn go(browser: &Browser, hash: &str) {
    browser
        .goto_hydrated(&format!("{DISPUTE_PAGE}{hash}"))
        .await;
    Layout(browser).wait_until_settled().await;
}
