//! `serve`: builds the site, serves it locally, and rebuilds it on every change.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context, Result, anyhow};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use says_who_cli::ignored_files;
use says_who_cli::problems;
use says_who_server::{LiveReload, Server, Site};

use crate::build::{self, Options};
use crate::bundle::{self, INPUTS};
use crate::preview::port_problem;
use crate::project::Project;
use crate::setup;

/// The inputs of the generator that are not inputs of the app bundle.
const GENERATOR_INPUTS: [&str; 6] = [
    "crates/cards/src",
    "crates/format-derive/src",
    "crates/formats/src",
    "crates/files/src",
    "crates/site/src",
    "icons",
];

/// Debounce time: a build starts when no file has changed for this long. Editors
/// write several times per save.
const DEBOUNCE: Duration = Duration::from_millis(150);

/// Builds and serves until interrupted. Over 60 lines, because the server, the
/// watcher and the build loop share their state.
pub(crate) fn run(project: &Project, port: u16, options: &Options) -> Result<ExitCode> {
    let (folder, _lock) = claim_folder(&project.target.join("served"))?;
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
    let (_watcher, changes) = watch(project, options)?;

    let path = setup::install_tools(project)?;
    let mut builder = Builder {
        project,
        options,
        path: &path,
        generator: None,
    };
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
        match builder.build(&next) {
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
        while changes.recv_timeout(DEBOUNCE).is_ok() {}
        out!("files changed; rebuilding (the last good site stays up)");
    }
}

/// Watches the inputs of the site and the data; each relevant change sends `()`.
fn watch(project: &Project, options: &Options) -> Result<(RecommendedWatcher, Receiver<()>)> {
    let (sender, changes) = mpsc::channel();
    // The watcher reports absolute paths.
    let data = std::path::absolute(&options.data)?;
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        let changed =
            event.is_ok_and(|event| !event.kind.is_access() && can_change_site(&event, &data));
        if changed {
            // Ignore the error: the receiver lives as long as the command.
            let _ = sender.send(());
        }
    })?;
    let watched = INPUTS
        .iter()
        .chain(&GENERATOR_INPUTS)
        .map(|name| project.root.join(name))
        .chain([options.data.clone()]);
    for path in watched {
        watcher
            .watch(&path, RecursiveMode::Recursive)
            .with_context(|| format!("{} can't be watched", path.display()))?;
    }
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

/// Builds repeatedly, each time only what has changed.
struct Builder<'a> {
    project: &'a Project,
    options: &'a Options,
    /// The PATH from [`setup::install_tools`].
    path: &'a std::ffi::OsStr,
    /// The last built generator, and the digest of its inputs.
    generator: Option<(PathBuf, String)>,
}

impl Builder<'_> {
    fn build(&mut self, out: &Path) -> Result<(), BuildError> {
        if let Err(report) = says_who_files::library(&self.options.data) {
            return Err(BuildError {
                terminal_text: problems::render(report.problems()),
                page_text: problems::render_plain(report.problems()),
            });
        }
        let generator = self.generator()?;
        let bundle = bundle::get_or_build(self.project, self.options.profile, self.path)?;
        build::write_site(self.project, self.options, &generator, &bundle, out, |_| {
            Ok(())
        })?;
        Ok(())
    }

    /// Returns the generator. Cargo runs only if an input has changed, so that an
    /// edit of the data is shown sooner.
    fn generator(&mut self) -> Result<PathBuf> {
        let inputs = INPUTS.iter().chain(&GENERATOR_INPUTS).copied();
        let digest = bundle::digest(&self.project.root, inputs)?;
        match &self.generator {
            Some((generator, built_from)) if *built_from == digest => Ok(generator.clone()),
            _ => {
                let generator = build::build_generator(self.project)?;
                self.generator = Some((generator.clone(), digest));
                Ok(generator)
            }
        }
    }
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

    use notify::{Event, EventKind};

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
