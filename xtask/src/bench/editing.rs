//! How long an author waits: from an edit of the data to the page that has it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::case::Case;
use super::record::{PROJECT, Record};

/// How long an edit may take before it is given up on.
const PATIENCE: Duration = Duration::from_secs(600);

/// `cargo xtask serve`; ended when dropped.
struct Serve {
    child: Child,
    /// Host and port.
    host: String,
}

impl Drop for Serve {
    fn drop(&mut self) {
        // Only what was started here, by its own handle.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Edits the first point of a copy of a case's data while it is served, `runs` times.
pub(super) fn measure(case: &Case, runs: usize, record: &mut Record) -> Result<()> {
    let data = tempfile::tempdir()?;
    copy(&case.data, data.path())?;
    let file = format!("{}/points/{}.toml", case.dispute, case.first);
    let file = data.path().join(file);
    let own = fs::read_to_string(&file)?;
    let serve = serve(data.path())?;
    let page = format!("/{}/{}/", case.dispute, case.first);
    for run in 1..=runs {
        let mark = format!("Edited a {run}. time. ");
        let text = own.replacen("question = \"", &format!("question = \"{mark}"), 1);
        ensure!(text != own, "{} asks no question", file.display());
        // The notice of the last build is out before the next edit.
        thread::sleep(Duration::from_millis(500));
        let begin = Instant::now();
        fs::write(&file, text)?;
        while !get(&serve.host, &page)?.contains(&mark) {
            ensure!(begin.elapsed() < PATIENCE, "an edit was never served");
            thread::sleep(Duration::from_millis(5));
        }
        let time = begin.elapsed().as_secs_f64() * 1000.0;
        record.add(&case.name, PROJECT, "app", "edit_served", time)?;
    }
    Ok(())
}

/// Serves a folder of data, and waits until there is a site.
fn serve(data: &Path) -> Result<Serve> {
    let mut child = Command::new(std::env::current_exe()?)
        // The published app, because it is built already.
        .args(["serve", "--release", "--port", "0", "--data"])
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
    // To its end, or the program would wait for a reader.
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

/// A page as it is served now.
fn get(host: &str, path: &str) -> Result<String> {
    let mut stream = TcpStream::connect(host)?;
    // In this version of the protocol an answer comes in one piece.
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {host}\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().context("a file has no name")?);
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}
