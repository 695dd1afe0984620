//! Build, serve on this machine, and build again at every change.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc;
use std::time::Duration;
use std::{fs, io};

use anyhow::{Context, Result, bail};
use notify::{Event, RecursiveMode, Watcher};
use says_who_preview::{Preview, Site};

use crate::build::{self, Options, Profile};
use crate::problems;
use crate::project::Project;
use crate::public_url::PublicUrl;
use crate::setup;

/// What a change of leads to a new build.
const WATCHED: [&str; 9] = [
    "src",
    "model/src",
    "files/src",
    "styles",
    "index.html",
    "boot.js",
    "Trunk.toml",
    "Cargo.toml",
    "build.rs",
];

/// How long the files have to be quiet before a build begins: editors write
/// several times when they save once.
const QUIET: Duration = Duration::from_millis(150);

/// Serves until it is stopped.
pub(crate) fn run(
    project: &Project,
    port: u16,
    public_url: &PublicUrl,
    data: &Path,
) -> Result<ExitCode> {
    let folder = project.target.join("serve");
    fs::create_dir_all(&folder).with_context(|| format!("{} can't be made", folder.display()))?;
    let site = Site::new(&folder.join("waiting"));
    waiting(&folder.join("waiting"), "The site is being built.")?;

    // The port first: whoever runs this should not wait for a build to learn that it is taken.
    let runtime = tokio::runtime::Runtime::new().context("the server can't start")?;
    let base = public_url.to_string();
    let preview = match runtime.block_on(Preview::bind(site.clone(), &base, port)) {
        Ok(preview) => preview,
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            bail!(
                "port {port} is in use; choose another with --port, or --port 0 for any that is free"
            )
        }
        Err(error) => return Err(error).context(format!("port {port} can't be used")),
    };
    let address = format!("http://{}{base}", preview.address()?);
    runtime.spawn(preview.run());

    let (sender, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        let changed = event.is_ok_and(|event| !event.kind.is_access());
        if changed {
            // The receiver lives as long as the command.
            let _ = sender.send(());
        }
    })?;
    let watched = WATCHED
        .iter()
        .map(|name| project.root.join(name))
        .chain([data.to_owned()]);
    for path in watched {
        watcher
            .watch(&path, RecursiveMode::Recursive)
            .with_context(|| format!("{} can't be watched", path.display()))?;
    }

    let path = setup::tools(project)?;
    let options = Options {
        public_url: public_url.clone(),
        data: data.to_owned(),
        origin: None,
        profile: Profile::Serve,
    };
    let mut builds = 0_u32;
    let mut last: Option<PathBuf> = None;
    loop {
        builds += 1;
        let next = folder.join(format!("build-{}-{builds}", std::process::id()));
        match says_who_files::library(data) {
            Err(report) => {
                eprintln!("{}", problems::shown(report.problems()));
                if last.is_none() {
                    waiting(&folder.join("waiting"), &report.to_string())?;
                }
            }
            Ok(_) => match build::site(project, &options, &path, &next) {
                Ok(()) => {
                    site.exchange(&next);
                    if let Some(old) = last.replace(next) {
                        let _ = fs::remove_dir_all(old);
                    }
                }
                Err(error) => eprintln!("error: {error:#}"),
            },
        }
        match &last {
            Some(_) => println!("serving {address} (stop with Ctrl-C)"),
            None => println!("there is no site yet at {address}; mend the above and save"),
        }
        changes.recv().context("the watcher stopped")?;
        while changes.recv_timeout(QUIET).is_ok() {}
        println!("something changed; building again, the last good site stays up");
    }
}

/// A page for the time before there is a site.
fn waiting(folder: &Path, words: &str) -> Result<()> {
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    let page =
        format!("<!DOCTYPE html><meta charset=\"utf-8\"><title>Says Who</title><pre>{words}</pre>");
    fs::create_dir_all(folder)?;
    fs::write(folder.join("index.html"), &page)?;
    fs::write(folder.join("404.html"), &page)?;
    Ok(())
}
