//! What the server answers.

mod test_server;

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;

use flate2::read::GzDecoder;

use super::{LiveReload, Server, Site};
use test_server::TestServer;

const GZIP: [(&str, &str); 1] = [("accept-encoding", "gzip")];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_folder_answers_with_its_page() {
    let site = TestServer::new(None).await;
    for (path, text) in [
        ("/a/b/", "the start"),
        ("/a/b/x/", "x"),
        ("/a/b/x/index.html", "x"),
        ("/a/b/x/?y=%3C", "x"),
        ("/a/b/%78/", "x"),
    ] {
        let answer = site.get(path).await;
        assert_eq!(
            (answer.status, answer.text()),
            (200, text.repeat(100)),
            "{path}"
        );
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
    }
    let answer = site.ask("HEAD", "/a/b/x/", &[]).await;
    assert_eq!((answer.status, answer.body.len()), (200, 0));
    assert_eq!(site.ask("POST", "/a/b/x/", &[]).await.status, 405);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_without_its_last_slash_has_moved() {
    let site = TestServer::new(None).await;
    for (path, location) in [
        ("/a/b/x", "/a/b/x/"),
        ("/a/b/x?y=z", "/a/b/x/?y=z"),
        ("/a/b", "/a/b/"),
        ("/a/b?y=z", "/a/b/?y=z"),
    ] {
        let answer = site.get(path).await;
        assert_eq!((answer.status, answer.header("location")), (301, location));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_there_has_the_site_s_own_page() {
    let site = TestServer::new(None).await;
    let long = format!("/a/b/{}/", "x".repeat(2000));
    for path in [
        "/a/b/none/",
        "/a/b/none.js",
        "/a/b/X/",
        "/a/b/APP.wasm",
        "/a/b/no-page/",
        "/a/b/x/index.html/",
        "/a/b///elsewhere.example/",
        "/a/b/../../etc/passwd",
        "/a/b/%2e%2e/%2e%2e/etc/passwd",
        "/a/b/%00",
        &long,
    ] {
        let answer = site.get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.text(), "nothing here".repeat(100), "{path}");
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(answer.header("cache-control"), "max-age=600");
    }
    // Conditional and range requests get the whole page too.
    let asked = [("if-none-match", "*"), ("range", "bytes=0-1")];
    let answer = site.ask("GET", "/a/b/none/", &asked).await;
    assert_eq!(answer.status, 404);
    assert_eq!(answer.text(), "nothing here".repeat(100));
    // Paths outside the base belong to another site.
    for path in ["/", "/x/", "/a/", "/a/bc/", "/a/bx"] {
        let answer = site.get(path).await;
        assert_eq!((answer.status, answer.body.len()), (404, 0), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn text_and_wasm_are_compressed_and_nothing_else() {
    let site = TestServer::new(None).await;
    let text = [
        ("x/", "text/html; charset=utf-8"),
        ("app.js", "text/javascript; charset=utf-8"),
        ("main.css", "text/css; charset=utf-8"),
        ("oembed.json", "application/json; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
        ("feed.xml", "text/xml; charset=utf-8"),
        ("no-page/cite.txt", "text/plain; charset=utf-8"),
        ("app.wasm", "application/wasm"),
        ("none/", "text/html; charset=utf-8"),
    ];
    let bytes = [
        ("card.png", "image/png"),
        ("library.bin", "application/octet-stream"),
    ];
    for (path, kind) in text {
        let path = format!("/a/b/{path}");
        let plain = site.get(&path).await;
        assert_eq!(plain.header("content-encoding"), "", "{path}");
        assert_eq!(plain.header("content-type"), kind, "{path}");
        let small = site.ask("GET", &path, &GZIP).await;
        assert_eq!(small.header("content-encoding"), "gzip", "{path}");
        assert_eq!(small.header("content-type"), kind, "{path}");
        assert!(small.header("vary").contains("accept-encoding"), "{path}");
        let mut text = String::new();
        GzDecoder::new(small.body.as_slice())
            .read_to_string(&mut text)
            .expect("gzip");
        assert_eq!(text, plain.text(), "{path}");
        // No other encoding is used, even if the client accepts it.
        let other = site
            .ask("GET", &path, &[("accept-encoding", "br, zstd")])
            .await;
        assert_eq!(other.header("content-encoding"), "", "{path}");
    }
    for (path, kind) in bytes {
        let answer = site.ask("GET", &format!("/a/b/{path}"), &GZIP).await;
        assert_eq!(answer.header("content-encoding"), "", "{path}");
        assert_eq!(answer.header("content-type"), kind, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_version_that_is_known_is_not_sent_again() {
    let site = TestServer::new(None).await;
    for encoding in [&[][..], &GZIP] {
        let answer = site.ask("GET", "/a/b/app.wasm", encoding).await;
        assert_eq!(answer.header("cache-control"), "max-age=600");
        let (version, date) = (answer.header("etag"), answer.header("last-modified"));
        assert!(date.ends_with(" GMT"), "{date}");
        // The bytes of a compressed response are not the file's, so its ETag is
        // weak.
        assert_eq!(
            version.starts_with("W/\""),
            !encoding.is_empty(),
            "{version}"
        );
        for known in [("if-none-match", version), ("if-modified-since", date)] {
            let asked = [encoding, &[known]].concat();
            let again = site.ask("GET", "/a/b/app.wasm", &asked).await;
            assert_eq!((again.status, again.body.len()), (304, 0), "{known:?}");
        }
    }
    let other = [("if-none-match", "\"1-2\"")];
    assert_eq!(site.ask("GET", "/a/b/app.wasm", &other).await.status, 200);
    let part = [("range", "bytes=0-3")];
    let answer = site.ask("GET", "/a/b/app.wasm", &part).await;
    assert_eq!((answer.status, answer.text().as_str()), (206, "wasm"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_site_that_is_being_worked_on_is_always_sent_whole() {
    let site = TestServer::new(Some(LiveReload::default())).await;
    for asked in [
        &[("if-none-match", "*")][..],
        &[("range", "bytes=0-3")],
        &[],
    ] {
        let answer = site.ask("GET", "/a/b/x/", asked).await;
        assert_eq!(answer.status, 200, "{asked:?}");
        assert!(answer.text().starts_with(&"x".repeat(100)), "{asked:?}");
        assert!(answer.text().contains("_live/live.js"), "{asked:?}");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(
            (answer.header("etag"), answer.header("last-modified")),
            ("", "")
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_packed_is_sent_as_it_lies_there() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("index.html"), "x".repeat(2000)).expect("a file");
    fs::write(folder.path().join("index.html.gz"), "packed").expect("a file");
    fs::write(folder.path().join("data.bin"), "y".repeat(2000)).expect("a file");
    let server = Server::bind_precompressed(Site::new(folder.path()), "/a/", 0)
        .await
        .expect("a port");
    let address = server.address().expect("an address");
    tokio::spawn(server.run());
    let ask = move |path: &str, accept: &str| {
        let mut stream = TcpStream::connect(address).expect("a connection");
        let request = format!("GET {path} HTTP/1.0\r\nHost: x\r\n{accept}\r\n");
        stream.write_all(request.as_bytes()).expect("a request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer.to_lowercase()
    };
    tokio::task::spawn_blocking(move || {
        let gzip = "Accept-Encoding: gzip\r\n";
        let answer = ask("/a/", gzip);
        assert!(answer.contains("content-encoding: gzip"), "{answer}");
        assert!(answer.contains("text/html") && answer.ends_with("\r\n\r\npacked"));
        assert!(ask("/a/", "").ends_with(&"x".repeat(2000)));
        let answer = ask("/a/data.bin", gzip);
        assert!(!answer.contains("content-encoding"), "{answer}");
        assert!(answer.ends_with(&"y".repeat(2000)));
    })
    .await
    .expect("answers");
}
