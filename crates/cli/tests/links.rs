//! `links`, with recorded answers: a proxy on this machine stands for all hosts.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::thread;

use support::{author, says_who_on_host};

/// The status, the `Location` and the body of an answer, by the address that is asked.
type Recorded = BTreeMap<&'static str, (u16, &'static str, &'static str)>;

/// Starts a proxy with these answers. A host that is not among them is not found.
fn proxy(recorded: &[(&'static str, u16, &'static str, &'static str)]) -> String {
    let recorded: Recorded = recorded
        .iter()
        .map(|(url, status, location, body)| (*url, (*status, *location, *body)))
        .collect();
    let recorded = Arc::new(recorded);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let recorded = recorded.clone();
            thread::spawn(move || answer(&stream, &recorded));
        }
    });
    address
}

/// Answers the requests of one connection, which is a tunnel to a host.
fn answer(mut stream: &TcpStream, recorded: &Recorded) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let mut host = String::new();
    while let Some(request) = lines.next() {
        let target = request.split(' ').nth(1).unwrap_or_default().to_owned();
        lines
            .by_ref()
            .take_while(|line| !line.is_empty())
            .for_each(drop);
        let reply = if request.starts_with("CONNECT ") {
            host = target.trim_end_matches(":80").to_owned();
            let is_known = recorded
                .keys()
                .any(|url| url.starts_with(&format!("http://{host}/")));
            let status = if is_known { 200 } else { 502 };
            format!("HTTP/1.1 {status} x\r\n\r\n")
        } else {
            let url = format!("http://{host}{target}");
            let (status, location, body) = recorded.get(url.as_str()).unwrap_or(&(404, "", ""));
            let length = body.len();
            format!(
                "HTTP/1.1 {status} x\r\nlocation: {location}\r\ncontent-length: {length}\r\n\r\n{body}"
            )
        };
        if stream.write_all(reply.as_bytes()).is_err() {
            return;
        }
    }
}

/// Runs `links` on the fixture, whose addresses are replaced by these.
fn links(addresses: [&str; 4], proxy: &str, arguments: &[&str]) -> (bool, String) {
    let folder = author();
    let replace = |file: &str, pairs: &[(&str, &str)]| {
        let path = folder.path().join("data").join(file);
        let mut text = fs::read_to_string(&path).unwrap();
        for (old, new) in pairs {
            assert!(text.contains(&format!("\"{old}\"")), "{old}");
            text = text.replace(&format!("\"{old}\""), &format!("\"{new}\""));
        }
        fs::write(path, text).unwrap();
    };
    let [courier, herald, copy, radio] = addresses;
    replace(
        "bridge-repair/sources.toml",
        &[("https://example.com/courier/bridge", courier)],
    );
    replace(
        "mill-clock/sources.toml",
        &[
            ("https://example.com/herald/clock", herald),
            ("https://example.com/archive/herald/clock", copy),
            ("https://example.com/radio/clock", radio),
        ],
    );
    let path = folder.path().join("data/mill-clock/sources.toml");
    let text = fs::read_to_string(&path).unwrap();
    let line = format!("link = \"{radio}\"\n");
    assert!(text.contains(&line));
    let read_on = format!("{line}retrieved = 2021-06-12\n");
    fs::write(&path, text.replace(&line, &read_on)).unwrap();
    let archive = "http://archive.example/available";
    let arguments = [&["links", "--archive", archive], arguments].concat();
    says_who_on_host(
        &[("ALL_PROXY", proxy)],
        &arguments,
        Path::new(folder.path()),
    )
}

const ALL: [&str; 4] = [
    "http://courier.example/bridge",
    "http://herald.example/clock",
    "http://copies.example/herald/clock",
    "http://radio.example/clock",
];

const NO_COPY: &str = r#"{"archived_snapshots":{}}"#;

#[test]
fn addresses_that_answer_are_fine() {
    let proxy = proxy(&[
        (ALL[0], 200, "", "x"),
        // Moved for the moment.
        (ALL[1], 302, "http://herald.example/today/clock", ""),
        ("http://herald.example/today/clock", 200, "", "x"),
        (ALL[2], 200, "", "x"),
        (ALL[3], 204, "", ""),
    ]);
    let (succeeded, said) = links(ALL, &proxy, &[]);
    assert_eq!(said, "4 addresses: 0 gone, 0 moved, 0 could not be asked\n");
    assert!(succeeded);
}

#[test]
fn what_is_gone_is_reported_with_its_line_and_a_copy() {
    const ASKED: &str = "http://archive.example/available?url=http%3A%2F%2Fradio.example%2Fclock&timestamp=20210612";
    let copy = r#"{"archived_snapshots":{"closest":{"available":true,"status":"200","timestamp":"20210701000000","url":"http://web.archive.example/web/20210701000000/http://radio.example/clock"}}}"#;
    let unanswered = [(ALL[1], 410, "", ""), (ALL[3], 404, "", "")];
    let proxy = proxy(
        &[
            &unanswered[..],
            &[
                (ALL[0], 403, "", ""),
                (ALL[2], 301, "http://copies.example/new", ""),
                ("http://copies.example/new", 200, "", "x"),
                (ASKED, 200, "", copy),
            ],
        ]
        .concat(),
    );
    let (succeeded, said) = links(ALL, &proxy, &[]);
    assert!(!succeeded, "{said}");
    let lines: Vec<&str> = said.lines().collect();
    let expected = [
        "data/bridge-repair/sources.toml:7: http://courier.example/bridge could not be asked: it is answered with the status 403",
        "  help: open it in a browser; many hosts refuse programs",
        "data/mill-clock/sources.toml:8: http://herald.example/clock is gone: it is answered with the status 410",
        "  help: readers have the archived copy at http://copies.example/herald/clock; look whether it holds the text",
        "data/mill-clock/sources.toml:9: http://copies.example/herald/clock has moved for good to http://copies.example/new",
        "  help: if the same text stands there, write that address",
        "data/mill-clock/sources.toml:19: http://radio.example/clock is gone: it is answered with the status 404",
    ];
    assert_eq!(lines[..7], expected, "{said}");
    assert_eq!(
        lines[7],
        "  help: an archived copy stands at http://web.archive.example/web/20210701000000/http://radio.example/clock: if it holds the text, add `archived = \"http://web.archive.example/web/20210701000000/http://radio.example/clock\"`"
    );
    assert_eq!(
        lines[8],
        "4 addresses: 2 gone, 1 moved, 1 could not be asked"
    );
}

#[test]
fn a_host_that_is_not_found_is_gone() {
    let proxy = proxy(&[
        (ALL[0], 200, "", ""),
        (ALL[1], 200, "", ""),
        (ALL[2], 200, "", ""),
    ]);
    let (succeeded, said) = links(ALL, &proxy, &[]);
    assert!(!succeeded);
    assert!(
        said.contains("http://radio.example/clock does not answer: "),
        "{said}"
    );
    // The archive can't be asked either.
    assert!(
        said.contains("look for an archived copy; the Internet Archive could not be asked"),
        "{said}"
    );
    assert!(
        said.ends_with("\n4 addresses: 1 gone, 0 moved, 0 could not be asked\n"),
        "{said}"
    );
}

#[test]
fn lines_are_annotated_in_a_workflow() {
    let proxy = proxy(&[
        (ALL[0], 404, "", ""),
        (ALL[1], 200, "", ""),
        (ALL[2], 200, "", ""),
        (ALL[3], 200, "", ""),
        (
            "http://archive.example/available?url=http%3A%2F%2Fcourier.example%2Fbridge",
            200,
            "",
            NO_COPY,
        ),
    ]);
    let (succeeded, said) = links(ALL, &proxy, &["--format", "github"]);
    assert!(!succeeded);
    assert!(
        said.starts_with("::error file=data/bridge-repair/sources.toml,line=7,title=link::http://courier.example/bridge is gone"),
        "{said}"
    );
    assert!(
        said.ends_with("; the Internet Archive has no copy; look for the text elsewhere\n"),
        "{said}"
    );
    assert_eq!(said.lines().count(), 1, "{said}");
}
