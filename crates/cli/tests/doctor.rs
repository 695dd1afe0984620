//! `doctor`, tried on a host that does everything right and on many that don't.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use says_who_cli::build_manifest::{BuildManifest, Entry, NAME};
use support::says_who;

const APP: &str = "app-0123456789abcdef.wasm";
const STYLES: &str = "main-0123456789abcdef.css";
const OLD_APP: &str = "app-00000000000000ff.wasm";

/// What a host answers to a request for a path.
#[derive(Clone, Default)]
struct Answer {
    status: u16,
    headers: BTreeMap<&'static str, String>,
    body: Vec<u8>,
}

impl Answer {
    fn new(status: u16, kind: &str, body: &[u8]) -> Self {
        let headers = [
            ("content-type", kind.to_owned()),
            ("cache-control", "max-age=600".to_owned()),
        ];
        Self {
            status,
            headers: headers.into(),
            body: body.to_owned(),
        }
    }

    fn with(mut self, header: &'static str, value: &str) -> Self {
        self.headers.insert(header, value.to_owned());
        self
    }
}

/// The answers of a host by path; what it answers to any other path, under `""`.
type Answers = BTreeMap<String, Answer>;

/// Serves a site of ours under `/x/` on this machine, as `change` leaves it; returns what
/// `doctor` says of it.
fn examined(change: impl FnOnce(&mut Answers, &str)) -> (bool, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let mut answers = site(&origin);
    change(&mut answers, &origin);
    let answers = Arc::new(answers);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answers = answers.clone();
            thread::spawn(move || answer(&stream, &answers));
        }
    });
    let folder = tempfile::tempdir().unwrap();
    says_who(&["doctor", &format!("{origin}/x/")], folder.path())
}

/// Answers the requests of one connection.
fn answer(mut stream: &TcpStream, answers: &Answers) {
    let mut lines = BufReader::new(stream).lines();
    while let Some(Ok(request)) = lines.next() {
        let path = request.split(' ').nth(1).unwrap().to_owned();
        let headers: Vec<String> = lines
            .by_ref()
            .map_while(Result::ok)
            .take_while(|line| !line.is_empty())
            .collect();
        let accepts_gzip = headers
            .iter()
            .any(|header| header.eq_ignore_ascii_case("accept-encoding: gzip"));
        let answer = answers.get(&path).unwrap_or_else(|| &answers[""]);
        let mut head = format!("HTTP/1.1 {} x\r\n", answer.status);
        for (name, value) in &answer.headers {
            if *name != "content-encoding" || accepts_gzip {
                head += &format!("{name}: {value}\r\n");
            }
        }
        head += &format!("content-length: {}\r\n\r\n", answer.body.len());
        if stream
            .write_all(&[head.as_bytes(), &answer.body].concat())
            .is_err()
        {
            return;
        }
    }
}

/// The answers of a good host to requests for a site that was built for it.
fn site(origin: &str) -> Answers {
    let page = |route: &str| {
        format!(
            "<div id=\"app\" data-base=\"/x/\" data-route=\"{route}\" data-origin=\"{origin}\">"
        )
    };
    let files = [
        ("index.html", "text/html; charset=utf-8", page("")),
        (
            "bridge/index.html",
            "text/html; charset=utf-8",
            page("bridge/"),
        ),
        ("404.html", "text/html; charset=utf-8", page("404.html")),
        (APP, "application/wasm", "wasm".to_owned()),
        (STYLES, "text/css; charset=utf-8", "a {}".to_owned()),
    ];
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("bridge")).unwrap();
    for (path, _, text) in &files {
        fs::write(folder.path().join(path), text).unwrap();
    }
    let kept = Entry::from_bytes(OLD_APP.to_owned(), b"old");
    let manifest = BuildManifest::from_site(folder.path()).unwrap();
    manifest
        .with_kept(vec![kept])
        .unwrap()
        .write(folder.path())
        .unwrap();

    let mut answers = Answers::new();
    for (path, kind, text) in &files {
        let answer = Answer::new(200, kind, text.as_bytes()).with("content-encoding", "gzip");
        let path = path.strip_suffix("index.html").unwrap_or(path);
        answers.insert(format!("/x/{path}"), answer);
    }
    let manifest = fs::read(folder.path().join(NAME)).unwrap();
    for (path, kind, body) in [
        (NAME, "application/json", manifest.as_slice()),
        (OLD_APP, "application/wasm", b"old"),
    ] {
        answers.insert(format!("/x/{path}"), Answer::new(200, kind, body));
    }
    let moved = Answer::new(301, "text/html", b"").with("location", "/x/bridge/");
    answers.insert("/x/bridge".to_owned(), moved);
    let unknown = Answer {
        status: 404,
        ..answers["/x/404.html"].clone()
    };
    answers.insert(String::new(), unknown);
    answers
}

/// Checks that `doctor` finds exactly this problem once the host is changed.
#[track_caller]
fn problem(what: &str, remedy: &str, change: impl FnOnce(&mut Answers, &str)) {
    let (succeeded, said) = examined(change);
    assert!(!succeeded, "{said}");
    assert!(said.ends_with("\n1 problem found\n"), "{said}");
    assert!(said.contains("problem: ") && said.contains(what), "{said}");
    assert!(said.contains(&format!("help: {remedy}")), "{said}");
}

fn file(name: &str) -> String {
    format!("/x/{name}")
}

/// Changes the answer to a path.
fn set(answers: &mut Answers, path: &str, change: impl FnOnce(Answer) -> Answer) {
    let answer = change(answers[path].clone());
    answers.insert(path.to_owned(), answer);
}

#[test]
fn a_good_host_has_no_problem() {
    let (succeeded, said) = examined(|_, _| {});
    assert_eq!(said, "no problems found\n");
    assert!(succeeded);
}

#[test]
fn a_wrong_address_is_found() {
    problem(
        "is answered with the status 404",
        "look whether the site was",
        |answers, _| {
            answers.remove("/x/");
        },
    );
    problem(
        "leads to https://papers.example/",
        "examine that address",
        |answers, _| {
            set(answers, "/x/", |_| {
                Answer::new(301, "text/html", b"").with("location", "https://papers.example/")
            });
        },
    );
    problem(
        "is no page of `says-who`",
        "look whether the address",
        |answers, _| {
            set(answers, "/x/", |_| {
                Answer::new(200, "text/html", b"<h1>Parked</h1>")
            });
        },
    );
    problem(
        "built for the path /y/ and stands at /x/",
        "build it with `--address http",
        |answers, _| {
            set(answers, "/x/", |answer| Answer {
                body: b"<div id=\"app\" data-base=\"/y/\">".to_vec(),
                ..answer
            });
        },
    );
    let folder = tempfile::tempdir().unwrap();
    // The port is free: nothing listens.
    let free = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let (succeeded, said) = says_who(&["doctor", &format!("http://{free}/")], folder.path());
    assert!(!succeeded && said.contains("does not answer"), "{said}");
    let (succeeded, said) = says_who(&["doctor", "example.org"], folder.path());
    assert!(!succeeded && said.contains("no scheme"), "{said}");
}

#[test]
fn a_wrong_upload_is_found() {
    let upload = "upload all of the folder";
    problem(
        "`build.json` is answered with the status 404",
        upload,
        |answers, _| {
            answers.remove(&file(NAME));
        },
    );
    problem(
        "`build.json` is not what a build writes",
        upload,
        |answers, _| {
            set(answers, &file(NAME), |_| {
                Answer::new(200, "application/json", b"{}")
            });
        },
    );
    problem(
        "`app-0123456789abcdef.wasm` is answered with the status 404",
        upload,
        |answers, _| {
            answers.remove(&file(APP));
        },
    );
    problem("pages of the release before", upload, |answers, _| {
        answers.remove(&file(OLD_APP));
    });
    problem(
        "`main-0123456789abcdef.css` is not what the build wrote",
        "look whether the host changes",
        |answers, _| {
            set(answers, &file(STYLES), |answer| Answer {
                body: b"a{}".to_vec(),
                ..answer
            });
        },
    );
    problem(
        "the start page is not the one of this build",
        "look whether an upload",
        |answers, _| {
            set(answers, "/x/", |answer| Answer {
                body: [
                    answer.body.as_slice(),
                    b"<script src=//stats.example></script>",
                ]
                .concat(),
                ..answer
            });
        },
    );
}

#[test]
fn a_wrong_host_is_found() {
    problem(
        "as text/plain: browsers refuse it",
        "let the host send it as text/css",
        |answers, _| {
            set(answers, &file(STYLES), |answer| {
                answer.with("content-type", "text/plain")
            });
        },
    );
    problem(
        "pages are kept by browsers for long",
        "let the host send pages",
        |answers, _| {
            set(answers, "/x/", |answer| {
                answer.with("cache-control", "public, max-age=31536000, immutable")
            });
        },
    );
    problem(
        "a content security policy that stops the app",
        "take the header",
        |answers, _| {
            set(answers, "/x/", |answer| {
                answer.with("content-security-policy", "default-src 'self'")
            });
        },
    );
    problem(
        "`bridge/` is not answered",
        "let the host answer the address",
        |answers, _| {
            answers.remove("/x/bridge/");
        },
    );
    problem(
        "`bridge` does not lead to `bridge/`",
        "let the host redirect",
        |answers, _| {
            answers.remove("/x/bridge");
        },
    );
    problem(
        "answered with the status 200",
        "let the host answer unknown",
        |answers, _| {
            set(answers, "", |answer| Answer {
                status: 200,
                ..answer
            });
        },
    );
    problem(
        "a page that is not the site's",
        "let the host answer unknown",
        |answers, _| {
            set(answers, "", |_| {
                Answer::new(404, "text/html", b"<h1>Not Found</h1>")
            });
        },
    );
}

#[test]
fn what_could_be_better_is_no_problem() {
    for (note, path, header, value) in [
        (
            "pages are sent without compression",
            "/x/",
            "content-encoding",
            "",
        ),
        (
            "the app starts later",
            "/x/app-0123456789abcdef.wasm",
            "content-type",
            "application/octet-stream",
        ),
    ] {
        let (succeeded, said) = examined(|answers, _| {
            set(answers, path, |answer| answer.with(header, value));
        });
        assert!(succeeded, "{said}");
        assert!(said.starts_with("note: ") && said.contains(note), "{said}");
        assert!(said.ends_with("\nno problems found\n"), "{said}");
    }
    let (succeeded, said) = examined(|answers, origin| {
        let built = format!(" data-origin=\"{origin}\"");
        for path in ["/x/", "/x/bridge/"] {
            set(answers, path, |answer| Answer {
                body: String::from_utf8(answer.body)
                    .unwrap()
                    .replace(&built, "")
                    .into_bytes(),
                ..answer
            });
        }
    });
    // The start page is another than the one of the build, too.
    assert!(
        !succeeded && said.contains("note: the site was built without its address"),
        "{said}"
    );
    problem(
        "the pages say that they are at https://old.example",
        "build it with",
        |answers, origin| {
            // A site that was built for another host, whole.
            *answers = site("https://old.example");
            assert!(origin.starts_with("http://127.0.0.1:"));
        },
    );
}

#[test]
fn the_set_up_of_a_machine_is_examined() {
    let empty = tempfile::tempdir().unwrap();
    let (succeeded, said) = says_who(&["doctor"], empty.path());
    assert!(
        !succeeded && said.contains("there is no folder `data` here"),
        "{said}"
    );
    let folder = support::author();
    let point = folder
        .path()
        .join("data/bridge-repair/points/who-pays.toml");
    let text = fs::read_to_string(&point).unwrap();
    fs::write(&point, text.replace("question = ", "qestion = ")).unwrap();
    let (succeeded, said) = says_who(&["doctor"], folder.path());
    assert!(
        !succeeded && said.contains("the data in data has 2 problems"),
        "{said}"
    );
    assert!(said.contains("help: run `says-who check`"), "{said}");
}
