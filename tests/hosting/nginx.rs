//! nginx responds like the preview server, and the site works on it.

use std::collections::BTreeSet;
use std::path::Path;

use says_who_tests::http::Connection;
use says_who_tests::page::{Address, Element, Styles};
use says_who_tests::{Engine, Start, files, site};

use crate::nginx_server::Nginx;
use crate::preview::{body, preview};

/// Every URL of a site under its base path: its files, and its pages with and without
/// a query or a trailing slash.
fn addresses(folder: &Path, base: &str) -> Vec<String> {
    let mut all = Vec::new();
    for file in files(folder) {
        let path = file.strip_prefix(folder).unwrap().to_str().unwrap();
        all.push(format!("{base}{path}"));
        if let Some(page) = path.strip_suffix("index.html") {
            all.push(format!("{base}{page}"));
            all.push(format!("{base}{page}?q=a%20b&v="));
            if !page.is_empty() {
                all.push(format!("{base}{}", page.trim_end_matches('/')));
            }
        }
    }
    all
}

/// URLs that don't exist on a site, or are spelled unusually.
const ODD_URLS: [&str; 15] = [
    "/a/b",
    "/a/b?q=x",
    "/a/b/bridge-repair?q=x",
    "/a/b/none",
    "/a/b/none/",
    "/a/b/none/none/",
    "/a/b/none.js",
    "/a/b/app-0000000000000000.js",
    "/a/b/Bridge-Repair/",
    "/a/b/404.html",
    "/a/b/404.html/",
    "/a/b/embed",
    "/a/b/embed/",
    "/a/b/%62ridge-repair/",
    "/a/b/bridge-repair/%D1%8F/",
];

#[tokio::test]
async fn nginx_responds_like_the_preview_server() {
    let folder = site("a-b");
    let nginx = Nginx::serving(&folder).await;
    let preview = preview(&folder, "/a/b/").await;
    let mut one = Connection::to(&nginx.host).await.unwrap();
    let mut other = Connection::to(&preview).await.unwrap();
    let mut asked = addresses(&folder, "/a/b/");
    assert!(asked.len() > 100);
    asked.extend(ODD_URLS.map(str::to_owned));
    let mut statuses = BTreeSet::new();
    for path in &asked {
        for encoding in ["gzip", "identity"] {
            let nginx = one.get(path, encoding).await.unwrap();
            let preview = other.get(path, encoding).await.unwrap();
            statuses.insert(nginx.status);
            assert_eq!(nginx.status, preview.status, "{path}");
            if nginx.status == 301 {
                let (to, as_to) = (nginx.header("location"), preview.header("location"));
                assert_eq!(to, as_to, "{path}");
                assert!(to.starts_with("/a/b/"), "{path} redirects to {to}");
                continue;
            }
            for name in ["content-type", "cache-control", "content-encoding"] {
                // nginx does not compress what would hardly get smaller.
                if name == "content-encoding" && preview.body.len() < 100 {
                    continue;
                }
                assert_eq!(nginx.header(name), preview.header(name), "{path}: {name}");
            }
            assert!(body(&nginx) == body(&preview), "{path}");
        }
    }
    assert_eq!(statuses, BTreeSet::from([200, 301, 404]));
    // A path that only begins like the base path belongs to another site.
    assert_eq!(one.get("/a/bx/", "gzip").await.unwrap().status, 404);
}

#[tokio::test]
async fn the_site_works_on_nginx() {
    let nginx = Nginx::serving(&site("a-b")).await;
    let address = format!("http://{}/a/b/", nginx.host);
    let browser = Start::address(address).open(Engine::Chromium, "").await;
    browser.goto_hydrated("bridge-repair").await;
    assert_eq!(Address(&browser).path().await, "/a/b/bridge-repair/");

    // A link to an item on the page of the whole dispute leads to it.
    browser
        .goto_hydrated("bridge-repair/#engineer-sent-letter")
        .await;
    Element::new(&browser, "#engineer-sent-letter[data-here]")
        .wait_until_exists()
        .await;
    browser
        .goto_hydrated("bridge-repair/engineer-sent-letter/")
        .await;
    assert_eq!(browser.console().await, Vec::<String>::new());

    // An unknown URL of any depth gets the app's own error page, with its style.
    browser.goto_hydrated("bridge-repair/none/deeper/").await;
    assert!(Styles(&browser).have_rules().await);
    // The console reports only the page itself as missing.
    let said = browser.console().await;
    assert!(
        said.iter()
            .all(|line| line.contains("none/deeper/") && line.contains("404")),
        "{said:?}"
    );
}
