//! `serve`: builds the site, serves it locally, and rebuilds it on every change of the
//! data.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context, Result, anyhow};
use notify_debouncer_full::notify::{Config, Event, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, NoCache, new_debouncer_opt};
use says_who_server::{LiveReload, Server, Site};
use says_who_site::Input;

use crate::build::{self, Options};
use crate::preview::port_problem;
use crate::{cache_folder, ignored_files, problems};

/// Debounce time: a build starts when no file has changed for this long. Editors
/// write several times per save.
const DEBOUNCE: Duration = Duration::from_millis(150);

/// How the site is served.
#[derive(Clone, Copy, Debug)]
pub struct Serving {
    /// The port; 0 takes any that is free.
    pub port: u16,
    /// Whether the browser is opened.
    pub opens_browser: bool,
    /// Whether it also ends when stdin is closed, and shows the lines on stdin as problems
    /// on the pages: a program that rebuilds the app runs it so.
    pub follows_stdin: bool,
}

/// Builds and serves until interrupted. Over 60 lines, because the server, the watcher
/// and the build loop share their state.
pub fn run(options: &Options, serving: Serving) -> Result<ExitCode> {
    let port = serving.port;
    let all = cache_folder::find().unwrap_or_else(|| std::env::temp_dir().join("says-who"));
    let (folder, _lock) = claim_folder(&all.join("served"))?;
    let site = Site::new(&folder.join("waiting"));
    write_placeholder(&folder.join("waiting"))?;
    let live = LiveReload::default();

    // Bind first, so that a port in use is reported before the build.
    let runtime = tokio::runtime::Runtime::new().context("the server can't start")?;
    let base = options.public_url.to_string();
    let preview = runtime.block_on(Server::bind_live_reload(
        site.clone(),
        &base,
        port,
        live.clone(),
    ));
    let preview = preview.map_err(|error| port_problem(error, port))?;
    let address = format!("http://{}{base}", preview.address()?);
    runtime.spawn(preview.run());

    ignored_files::report(&options.data);
    // Dropping the watcher would stop it.
    let (_watcher, changes) = watch(&options.data)?;
    if serving.opens_browser
        && let Err(error) = open::that_detached(&address)
    {
        err!("note: no browser could be opened ({error}); open {address}");
    }
    if serving.follows_stdin {
        let live = live.clone();
        std::thread::spawn(move || show_problems_from_stdin(&live));
    }
    let generator = build::generator_options(options)?;
    let mut last: Option<PathBuf> = None;
    loop {
        // A unique name, also among the builds of earlier servers.
        let name = SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap_or_default()
            .as_micros()
            .to_string();
        let next = folder.join(format!("build-{name}"));
        let start = Instant::now();
        match build_once(options, &generator, &next) {
            Ok(()) => {
                site.set_folder(&next);
                live.set_build(&name);
                if let Some(old) = last.replace(next) {
                    let _ = fs::remove_dir_all(old);
                }
                out!("built in {:.1} s", start.elapsed().as_secs_f32());
            }
            Err(error) => {
                err!("{}", error.terminal_text);
                live.set_problems(&error.page_text);
            }
        }
        match &last {
            Some(_) => out!("serving {address} (stop with Ctrl-C)"),
            None => out!("no site yet at {address}; fix the errors above and save"),
        }
        changes.recv().context("the watcher stopped")?;
        // Edits that came during the build are part of the next one.
        while changes.try_recv().is_ok() {}
        out!("files changed; rebuilding (the last good site stays up)");
    }
}

/// Shows each line on stdin, a JSON string, as a problem on the open pages; an empty
/// string takes it away. Ends the program when stdin is closed.
fn show_problems_from_stdin(live: &LiveReload) {
    for line in io::stdin().lines().map_while(Result::ok) {
        if let Ok(text) = serde_json::from_str::<String>(&line) {
            live.set_problems(&text);
        }
    }
    std::process::exit(0);
}

/// Watches the data; each relevant change sends `()`.
fn watch(data: &Path) -> Result<(Debouncer<RecommendedWatcher, NoCache>, Receiver<()>)> {
    let (sender, changes) = mpsc::channel();
    // The watcher reports absolute paths.
    let folder = std::path::absolute(data)?;
    let handler = move |events: DebounceEventResult| {
        let changed = events.is_ok_and(|events| {
            events
                .iter()
                .any(|event| !event.kind.is_access() && can_change_site(event, &folder))
        });
        if changed {
            // Ignore the error: the receiver lives as long as the command.
            let _ = sender.send(());
        }
    };
    // Without a cache of file ids, which would only serve to follow renamed files.
    let mut watcher =
        new_debouncer_opt(DEBOUNCE, None, handler, NoCache::new(), Config::default())?;
    watcher
        .watch(data, RecursiveMode::Recursive)
        .with_context(|| format!("{} can't be watched", data.display()))?;
    Ok((watcher, changes))
}

/// Whether an event can change the site: temporary files that editors and file
/// synchronisers write beside the data can't.
fn can_change_site(event: &Event, data: &Path) -> bool {
    let is_ignored = |path: &PathBuf| {
        let below = path.strip_prefix(data).ok();
        let mut names = below.into_iter().flat_map(Path::components);
        names.any(|name| {
            let name = name.as_os_str().to_str();
            name.is_some_and(|name| says_who_files::ignore_reason(name).is_some())
        })
    };
    event.paths.is_empty() || !event.paths.iter().all(is_ignored)
}

/// Creates a folder for this server, with a lock that marks it as in use. Deletes
/// the folders of servers that have ended.
fn claim_folder(all: &Path) -> Result<(PathBuf, File)> {
    const LOCK: &str = "lock";
    let folder = all.join(std::process::id().to_string());
    let make = || {
        fs::create_dir_all(all)?;
        for other in fs::read_dir(all)? {
            let other = other?.path();
            let ended = File::open(other.join(LOCK)).is_ok_and(|lock| lock.try_lock().is_ok());
            if ended {
                fs::remove_dir_all(&other)?;
            }
        }
        fs::create_dir_all(&folder)?;
        let lock = File::create(folder.join(LOCK))?;
        lock.lock()?;
        Ok(lock)
    };
    let lock =
        make().map_err(|error: io::Error| anyhow!("{} can't be used: {error}", all.display()))?;
    Ok((folder, lock))
}

/// Why a build failed, as text for the terminal and for the page.
struct BuildError {
    terminal_text: String,
    page_text: String,
}

impl From<anyhow::Error> for BuildError {
    fn from(error: anyhow::Error) -> Self {
        Self {
            terminal_text: format!("error: {error:#}"),
            page_text: format!("error: {error:#}\n\nThe terminal says more."),
        }
    }
}

/// Builds the site of the data as it is now into `out`.
fn build_once(
    options: &Options,
    generator: &says_who_site::Options,
    out: &Path,
) -> Result<(), BuildError> {
    let input = Input::read(&options.data).map_err(|report| BuildError {
        terminal_text: problems::render(report.problems()),
        page_text: problems::render_plain(report.problems()),
    })?;
    build::write_site(&input, generator, out, options.quiet, |_| Ok(()))?;
    Ok(())
}

/// Writes the page that is served before the first build is done.
fn write_placeholder(folder: &Path) -> Result<()> {
    let page = r#"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Says Who</title></head><body><p>The site is being built. It will be shown here.</p></body></html>"#;
    let write = || {
        fs::create_dir_all(folder)?;
        fs::write(folder.join("index.html"), page)?;
        fs::write(folder.join("404.html"), page)
    };
    write().map_err(|error: io::Error| anyhow!("{} can't be written: {error}", folder.display()))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use notify_debouncer_full::notify::{Event, EventKind};

    use super::can_change_site;

    #[test]
    fn temporary_files_of_editors_start_no_build() {
        let data = Path::new("/a/data");
        let event = |paths: &[&str]| {
            let event = Event::new(EventKind::Any);
            let added = paths
                .iter()
                .fold(event, |event, path| event.add_path(path.into()));
            can_change_site(&added, data)
        };
        for path in [
            "/a/data/x/points/.y.toml.swp",
            "/a/data/x/y.toml~",
            "/a/data/x/4913",
            "/a/data/.git/index",
            "/a/data/x/y.sync-conflict-20220101-101010-AB.toml",
        ] {
            assert!(!event(&[path]), "{path}");
            assert!(event(&[path, "/a/data/x/y.toml"]), "{path}");
        }
        for path in [
            "/a/data/x/y.toml",
            "/a/data/x",
            "/a/.hidden/src",
            "/a/src/y.tmp",
        ] {
            assert!(event(&[path]), "{path}");
        }
        assert!(event(&[]));
    }
}
