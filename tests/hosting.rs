//! Hosting a built site: on nginx with the documented configuration, which has to
//! respond like the preview server, and on the preview server with many concurrent
//! readers. Also what consecutive builds keep, and what `build.json` lists.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use flate2::read::GzDecoder;
use says_who_server::{Server, Site};
use says_who_tests::http::{Answer, Connection};
use says_who_tests::{Browser, Engine, Script, base, files, says_who, site};
use serde_json::{Value, json};

/// The configuration in the documentation.
const CONFIGURATION: &str = include_str!("../docs/nginx.conf");

/// Files whose names have no digest: every build overwrites them.
const STABLE_NAMES: [&str; 3] = ["revisions.atom", "site.webmanifest", "worker.js"];

/// nginx on a folder; stopped on drop.
struct Nginx {
    child: Child,
    host: String,
    _folder: tempfile::TempDir,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Nginx {
    /// Starts nginx with the documented configuration. Only the port, the host name
    /// and the folder are replaced.
    async fn serving(site: &Path) -> Self {
        let program = std::env::var_os("SAYS_WHO_NGINX").expect("run `cargo xtask test`");
        let host = format!("127.0.0.1:{}", free_port());
        let mut server = CONFIGURATION.to_owned();
        for (documented, here) in [
            ("listen 80;", format!("listen {host};")),
            (
                "server_name example.org;",
                "server_name 127.0.0.1;".to_owned(),
            ),
            (
                "alias /var/www/says-who/;",
                format!("alias \"{}/\";", site.display()),
            ),
        ] {
            assert_eq!(server.matches(documented).count(), 1, "{documented}");
            server = server.replace(documented, &here);
        }
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("server.conf"), server).unwrap();
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|name| format!("    {name}_temp_path temporary-{name};\n"));
        // One process, in the foreground, that writes nowhere else.
        let main = format!(
            "daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log stderr crit;\nevents {{}}\nhttp {{\n    access_log off;\n{}    include server.conf;\n}}\n",
            temporary.concat()
        );
        fs::write(folder.path().join("nginx.conf"), main).unwrap();
        let mut child = Command::new(program)
            .arg("-p")
            .arg(folder.path())
            .args(["-e", "stderr", "-c", "nginx.conf"])
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        while Connection::to(&host).await.is_err() {
            let ended = child.try_wait().unwrap();
            assert!(ended.is_none(), "nginx ended; see its output");
            tokio::task::yield_now().await;
        }
        Self {
            child,
            host,
            _folder: folder,
        }
    }
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// The host of a preview of a folder.
async fn preview(site: &Path, base: &str) -> String {
    let preview = Server::bind(Site::new(site), base, 0).await.unwrap();
    let host = preview.address().unwrap().to_string();
    tokio::spawn(preview.run());
    host
}

/// A response without its compression.
fn body(answer: &Answer) -> Vec<u8> {
    let mut plain = Vec::new();
    match answer.header("content-encoding") {
        "gzip" => GzDecoder::new(answer.body.as_slice())
            .read_to_end(&mut plain)
            .map(|_| plain)
            .unwrap(),
        "" => answer.body.clone(),
        other => panic!("{other} was not requested"),
    }
}

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
    let browser = Browser::open_address(Engine::Chromium, address, Script::On).await;
    browser.goto_hydrated("").await;
    browser.goto_hydrated("bridge-repair").await;
    let here = browser.eval("return location.pathname").await;
    assert_eq!(here, json!("/a/b/bridge-repair/"));

    // A link to an item on the page of the whole dispute leads to it.
    browser
        .goto_hydrated("bridge-repair/#engineer-sent-letter")
        .await;
    browser
        .wait("return document.getElementById('engineer-sent-letter')?.hasAttribute('data-here') === true")
        .await;
    browser
        .goto_hydrated("bridge-repair/engineer-sent-letter/")
        .await;
    assert_eq!(browser.console().await, Vec::<String>::new());

    // An unknown URL of any depth gets the app's own error page, with its style.
    browser.goto_hydrated("bridge-repair/none/deeper/").await;
    let styled = browser
        .eval("return [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0)")
        .await;
    assert_eq!(styled, json!(true));
    // The console reports only the page itself as missing.
    let said = browser.console().await;
    assert!(
        said.iter()
            .all(|line| line.contains("none/deeper/") && line.contains("404")),
        "{said:?}"
    );
}

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

/// Builds a site; returns whether that succeeded, and the output.
fn build(data: &str, out: &Path, more: &[&str]) -> (bool, String) {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let output = says_who(&["build", "--public-url", "/x/", "--data", data, "--out"])
        .arg(out)
        .args(more)
        .current_dir(project)
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap())
}

#[test]
fn a_build_keeps_the_assets_of_the_previous_one() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let (succeeded, said) = build("tests/fixture", &out, &[]);
    assert!(succeeded, "{said}");
    let page = fs::read_to_string(out.join("index.html")).unwrap();
    let before: Vec<(String, Vec<u8>)> = files(&out)
        .iter()
        .map(|file| file.strip_prefix(&out).unwrap().to_str().unwrap())
        .filter(|path| page.contains(&format!("/x/{path}")) && !path.ends_with(".png"))
        .filter(|path| !STABLE_NAMES.contains(path))
        .map(|path| (path.to_owned(), fs::read(out.join(path)).unwrap()))
        .collect();
    assert!(
        before.iter().any(|(path, _)| path.starts_with("offline-")),
        "{before:?}"
    );

    // The next build has no offline support, so it lacks the script that registers
    // the service worker.
    let (succeeded, said) = build("tests/fixture-large", &out, &["--no-offline"]);
    assert!(
        succeeded && said.contains("open pages may still load them"),
        "{said}"
    );
    for (path, bytes) in &before {
        assert!(fs::read(out.join(path)).unwrap() == *bytes, "{path}");
    }
    // Nothing else of the old site is left.
    assert!(!out.join("bridge-repair").exists());

    // A file that no build wrote stops the build: it stays, and so does the site.
    fs::write(out.join("CNAME"), "example.org").unwrap();
    let (succeeded, said) = build("tests/fixture", &out, &[]);
    assert!(!succeeded && said.contains("`CNAME`"), "{said}");
    assert!(out.join("CNAME").exists() && out.join("did-the-ferry-answer").exists());
}

/// `says-who preview`; stopped on drop.
struct Previewing(Child);

impl Drop for Previewing {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test]
async fn preview_serves_a_built_site_or_builds_one() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (site, out) = (site("a-b").display().to_string(), out.display().to_string());
    for arguments in [
        vec!["--site", &site],
        vec![
            "--public-url",
            "/a/b/",
            "--data",
            "tests/fixture",
            "--out",
            &out,
        ],
    ] {
        let mut child = says_who(&["preview", "--port", "0"])
            .args(&arguments)
            .current_dir(&project)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let _previewing = Previewing(child);
        let served = lines.map_while(Result::ok).find_map(|line| {
            let address = line.strip_prefix("serving http://")?;
            Some(address.split(' ').next()?.to_owned())
        });
        let served = served.expect("`says-who preview` ended; see its output");
        let (host, path) = served.split_once('/').unwrap();
        assert_eq!(path, "a/b/", "{arguments:?}");
        let mut connection = Connection::to(host).await.unwrap();
        let answer = connection.get("/a/b/bridge-repair/", "gzip").await.unwrap();
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("cache-control"), "max-age=600");
        // The preview has no live reload.
        assert!(!String::from_utf8(body(&answer)).unwrap().contains("_live/"));
    }
}

#[test]
fn build_json_lists_every_file_and_marks_the_assets_of_pages() {
    for name in ["repo", "root", "a-b", "stress"] {
        let folder = site(name);
        let text = fs::read_to_string(folder.join("build.json")).unwrap();
        let manifest: Value = serde_json::from_str(&text).unwrap();
        let listed: Vec<(&str, u64)> = manifest["files"]
            .as_array()
            .unwrap()
            .iter()
            .map(|file| {
                (
                    file["path"].as_str().unwrap(),
                    file["size"].as_u64().unwrap(),
                )
            })
            .collect();
        let mut found: Vec<(String, u64)> = files(&folder)
            .iter()
            .map(|file| {
                let path = file.strip_prefix(&folder).unwrap().to_str().unwrap();
                (path.to_owned(), file.metadata().unwrap().len())
            })
            .filter(|(path, _)| path != "build.json")
            .collect();
        found.sort();
        let found: Vec<(&str, u64)> = found
            .iter()
            .map(|(path, size)| (path.as_str(), *size))
            .collect();
        assert!(listed == found, "{name}: {listed:?} and {found:?}");
        assert_eq!(manifest["kept"], json!([]));

        // The assets of the start page are kept after it, for pages that are still
        // open, so they have to be marked.
        let marked: BTreeSet<&str> = manifest["files"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|file| file["named-by-digest"] == json!(true))
            .map(|file| file["path"].as_str().unwrap())
            // Some icons are only listed in the web app manifest.
            .filter(|path| !path.ends_with(".png"))
            .collect();
        let page = fs::read_to_string(folder.join("index.html")).unwrap();
        let loaded: BTreeSet<&str> = listed
            .iter()
            .map(|(path, _)| *path)
            .filter(|path| {
                !path.contains('/') && !path.ends_with(".html") && !path.ends_with(".png")
            })
            .filter(|path| page.contains(&format!("{}{path}", base(name))))
            .filter(|path| !STABLE_NAMES.contains(path))
            .collect();
        assert!(loaded.len() >= 5, "{loaded:?}");
        assert_eq!(loaded, marked, "{name}");
    }
}
