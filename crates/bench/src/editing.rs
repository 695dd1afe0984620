//! Measures how long an author waits, from an edit of the data to the new page.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use walkdir::WalkDir;

use crate::case::Case;
use crate::programs::Programs;
use crate::record::{PROJECT, Record};

/// How long to wait for an edit to be served.
const TIMEOUT: Duration = Duration::from_secs(600);

/// A running `says-who serve`; killed when dropped.
struct Serve {
    child: Child,
    /// Host and port.
    host: String,
}

impl Drop for Serve {
    fn drop(&mut self) {
        // Kills only the process that this value started.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Serves a copy of a case's data, edits its first point `runs` times, and measures
/// the time until each edit is served.
pub(crate) fn measure(
    programs: &Programs,
    case: &Case,
    runs: usize,
    record: &mut Record,
) -> Result<()> {
    let data = tempfile::tempdir()?;
    copy(&case.data, data.path())?;
    let file = format!("{}/points/{}.toml", case.dispute, case.first);
    let file = data.path().join(file);
    let original = fs::read_to_string(&file)?;
    let serve = serve(programs, data.path())?;
    let page = format!("/{}/{}/", case.dispute, case.first);
    for run in 1..=runs {
        let mark = format!("Edited a {run}. time. ");
        let text = original.replacen("question = \"", &format!("question = \"{mark}"), 1);
        ensure!(text != original, "{} asks no question", file.display());
        // Let the server finish reporting the last build before the next edit.
        thread::sleep(Duration::from_millis(500));
        let start = Instant::now();
        fs::write(&file, text)?;
        while !get(&serve.host, &page)?.contains(&mark) {
            ensure!(start.elapsed() < TIMEOUT, "an edit was never served");
            thread::sleep(Duration::from_millis(5));
        }
        let time = start.elapsed().as_secs_f64() * 1000.0;
        record.add(&case.name, PROJECT, "app", "edit_served", time)?;
    }
    Ok(())
}

/// Serves a data folder, and waits until the site is built.
fn serve(programs: &Programs, data: &Path) -> Result<Serve> {
    let mut child = Command::new(&programs.says_who)
        .args(["serve", "--port", "0", "--data"])
        .arg(data)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .context("the server did not start")?;
    let output = child.stdout.take();
    let mut serve = Serve {
        child,
        host: String::new(),
    };
    let output = BufReader::new(output.context("the server says nothing")?);
    let (sender, lines) = mpsc::channel();
    // Read to the end: a full pipe would block the server.
    thread::spawn(move || {
        for line in output.lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    serve.host = lines
        .iter()
        .find_map(|line| {
            let address = line.strip_prefix("serving http://")?;
            Some(address.split('/').next()?.to_owned())
        })
        .context("the server ended; see its output")?;
    Ok(serve)
}

/// Fetches a page.
fn get(host: &str, path: &str) -> Result<String> {
    let mut stream = TcpStream::connect(host)?;
    // HTTP/1.0, so that the response is not chunked.
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {host}\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
