//! Build, serve on this machine, and build again at every change.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc;
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context, Result, anyhow};
use notify::{Event, RecursiveMode, Watcher};
use says_who_server::{Live, Preview, Site};

use crate::build::{self, Options};
use crate::left_out;
use crate::preview::port_problem;
use crate::problems;
use crate::project::Project;
use crate::setup;
use crate::shell::{self, INPUTS};

/// What only the program that writes the pages is made of.
const WATCHED: [&str; 5] = [
    "crates/cards/src",
    "crates/formats/src",
    "crates/files/src",
    "crates/site/src",
    "icons",
];

/// How long the files have to be quiet before a build begins: editors write
/// several times when they save once.
const QUIET: Duration = Duration::from_millis(150);

/// Serves until it is stopped.
pub(crate) fn run(project: &Project, port: u16, options: &Options) -> Result<ExitCode> {
    let (folder, _lock) = own_folder(&project.target.join("served"))?;
    let site = Site::new(&folder.join("waiting"));
    waiting(&folder.join("waiting"))?;
    let live = Live::default();

    // The port first: whoever runs this should not wait for a build to learn that it is taken.
    let runtime = tokio::runtime::Runtime::new().context("the server can't start")?;
    let base = options.public_url.to_string();
    let preview = runtime.block_on(Preview::live(site.clone(), &base, port, live.clone()));
    let preview = preview.map_err(|error| port_problem(error, port))?;
    let address = format!("http://{}{base}", preview.address()?);
    runtime.spawn(preview.run());

    let (sender, changes) = mpsc::channel();
    // As the watcher names paths.
    let data = std::path::absolute(&options.data)?;
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        let changed = event.is_ok_and(|event| !event.kind.is_access() && concerns(&event, &data));
        if changed {
            // The receiver lives as long as the command.
            let _ = sender.send(());
        }
    })?;
    left_out::report(&options.data);
    let watched = INPUTS
        .iter()
        .chain(&WATCHED)
        .map(|name| project.root.join(name))
        .chain([options.data.clone()]);
    for path in watched {
        watcher
            .watch(&path, RecursiveMode::Recursive)
            .with_context(|| format!("{} can't be watched", path.display()))?;
    }

    let path = setup::tools(project)?;
    let mut builder = Builder {
        project,
        options,
        path: &path,
        program: None,
    };
    let mut last: Option<PathBuf> = None;
    loop {
        // No other build ever has this name, not of a server before this one either.
        let name = SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap_or_default()
            .as_micros()
            .to_string();
        let next = folder.join(format!("build-{name}"));
        let begin = Instant::now();
        match builder.build(&next) {
            Ok(()) => {
                site.exchange(&next);
                live.built(&name);
                if let Some(old) = last.replace(next) {
                    let _ = fs::remove_dir_all(old);
                }
                out!("built in {:.1} s", begin.elapsed().as_secs_f32());
            }
            Err(problem) => {
                err!("{}", problem.in_terminal);
                live.problems(&problem.on_page);
            }
        }
        match &last {
            Some(_) => out!("serving {address} (stop with Ctrl-C)"),
            None => out!("there is no site yet at {address}; mend the above and save"),
        }
        changes.recv().context("the watcher stopped")?;
        while changes.recv_timeout(QUIET).is_ok() {}
        out!("something changed; building again, the last good site stays up");
    }
}

/// Whether an event can change the site: what editors and synchronisers write
/// beside the data does not.
fn concerns(event: &Event, data: &Path) -> bool {
    let left_out = |path: &PathBuf| {
        let below = path.strip_prefix(data).ok();
        let mut names = below.into_iter().flat_map(Path::components);
        names.any(|name| {
            let name = name.as_os_str().to_str();
            name.is_some_and(|name| says_who_files::left_out(name).is_some())
        })
    };
    event.paths.is_empty() || !event.paths.iter().all(left_out)
}

/// A folder for this server alone, with a lock that says that it is in use.
/// Those of servers that have ended go.
fn own_folder(all: &Path) -> Result<(PathBuf, File)> {
    const LOCK: &str = "lock";
    let own = all.join(std::process::id().to_string());
    let make = || {
        fs::create_dir_all(all)?;
        for other in fs::read_dir(all)? {
            let other = other?.path();
            let ended = File::open(other.join(LOCK)).is_ok_and(|lock| lock.try_lock().is_ok());
            if ended {
                fs::remove_dir_all(&other)?;
            }
        }
        fs::create_dir_all(&own)?;
        let lock = File::create(own.join(LOCK))?;
        lock.lock()?;
        Ok(lock)
    };
    let lock =
        make().map_err(|error: io::Error| anyhow!("{} can't be used: {error}", all.display()))?;
    Ok((own, lock))
}

/// Why there is no newer site.
struct Trouble {
    in_terminal: String,
    on_page: String,
}

impl From<anyhow::Error> for Trouble {
    fn from(error: anyhow::Error) -> Self {
        Self {
            in_terminal: format!("error: {error:#}"),
            on_page: format!("error: {error:#}\n\nThe terminal says more."),
        }
    }
}

/// Builds again and again, each time only what has changed.
struct Builder<'a> {
    project: &'a Project,
    options: &'a Options,
    /// What [`setup::tools`] gave.
    path: &'a std::ffi::OsStr,
    /// What was built, and the digest of what it was built from.
    program: Option<(PathBuf, String)>,
}

impl Builder<'_> {
    fn build(&mut self, out: &Path) -> Result<(), Trouble> {
        if let Err(report) = says_who_files::library(&self.options.data) {
            return Err(Trouble {
                in_terminal: problems::shown(report.problems()),
                on_page: problems::plain(report.problems()),
            });
        }
        let program = self.program()?;
        let shell = shell::shell(self.project, self.options.profile, self.path)?;
        build::write(
            self.project,
            self.options,
            &program,
            &shell,
            out,
            |_| Ok(()),
        )?;
        Ok(())
    }

    /// Cargo is not asked where nothing can have changed: an edit of data is
    /// shown sooner without it.
    fn program(&mut self) -> Result<PathBuf> {
        let inputs = INPUTS.iter().chain(&WATCHED).copied();
        let digest = shell::digest(&self.project.root, inputs)?;
        match &self.program {
            Some((program, of)) if *of == digest => Ok(program.clone()),
            _ => {
                let program = build::writer(self.project)?;
                self.program = Some((program.clone(), digest));
                Ok(program)
            }
        }
    }
}

/// A page for the time before there is a site.
fn waiting(folder: &Path) -> Result<()> {
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

    use super::concerns;

    #[test]
    fn what_editors_write_beside_the_data_builds_nothing() {
        let data = Path::new("/a/data");
        let event = |paths: &[&str]| {
            let event = Event::new(EventKind::Any);
            let added = paths
                .iter()
                .fold(event, |event, path| event.add_path(path.into()));
            concerns(&added, data)
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
