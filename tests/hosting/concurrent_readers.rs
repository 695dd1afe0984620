//! The preview server serves many readers at the same time.

use std::fs;

use says_who_tests::http::Connection;
use says_who_tests::{base, files, site};

use crate::preview::{body, preview};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_concurrent_readers_are_served() {
    const READERS: usize = 200;
    let folder = site("repo");
    let base = base("repo");
    let host = preview(&folder, base).await;
    let all: Vec<String> = files(&folder)
        .iter()
        .map(|file| {
            file.strip_prefix(&folder)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    let pages: Vec<&String> = all
        .iter()
        .filter(|path| path.ends_with("/index.html"))
        .collect();
    // The files that a page loads: those with digests.
    let loaded: Vec<&String> = all
        .iter()
        .filter(|path| {
            let digest = path.rsplit('-').next().and_then(|end| end.get(..16));
            !path.contains('/')
                && digest.is_some_and(|digest| digest.bytes().all(|c| c.is_ascii_hexdigit()))
        })
        .collect();
    for extension in ["css", "js", "wasm"] {
        assert!(
            loaded.iter().any(|path| path.ends_with(extension)),
            "{extension}"
        );
    }
    // All clients are connected before any of them sends a request.
    let ready = std::sync::Arc::new(tokio::sync::Barrier::new(READERS));
    let readers: Vec<_> = (0..READERS)
        .map(|reader| {
            let page = pages[reader % pages.len()];
            let paths: Vec<String> = [&[page][..], &loaded]
                .concat()
                .into_iter()
                .cloned()
                .collect();
            let (host, folder, ready) = (host.clone(), folder.clone(), ready.clone());
            tokio::spawn(async move {
                let mut connection = Connection::to(&host).await.unwrap();
                ready.wait().await;
                for path in paths {
                    let address = path.strip_suffix("index.html").unwrap_or(&path);
                    let answer = connection
                        .get(&format!("{base}{address}"), "gzip")
                        .await
                        .unwrap_or_else(|error| panic!("reader {reader}, {path}: {error}"));
                    assert_eq!(answer.status, 200, "reader {reader}, {path}");
                    let compressed = answer.header("content-encoding") == "gzip";
                    let packed = [".bin", ".png"].iter().any(|end| path.ends_with(end));
                    assert_eq!(compressed, !packed, "{path}");
                    assert!(
                        body(&answer) == fs::read(folder.join(&path)).unwrap(),
                        "reader {reader}, {path}"
                    );
                }
            })
        })
        .collect();
    for reader in readers {
        reader.await.unwrap();
    }
}
