//! `serve`: builds the app and `says-who`, and lets that serve the data. When a source
//! changes, both are built again.

use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use notify_debouncer_full::notify::RecursiveMode;
use notify_debouncer_full::{DebounceEventResult, new_debouncer};

use crate::bundle::{self, Profile};
use crate::project::Project;
use crate::says_who::SaysWho;
use crate::setup;

/// What `says-who` is built from, and the bundle is not.
const PROGRAM_INPUTS: [&str; 2] = ["crates", "icons"];

/// A build starts when no file has changed for this long. Editors write several times
/// per save.
const DEBOUNCE: Duration = Duration::from_millis(150);

/// How often to look whether `says-who` has ended.
const CHECK_INTERVAL: Duration = Duration::from_millis(200);

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The port; 0 takes any that is free
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The path under which the site stands, like /repo/
    #[arg(long, default_value = "/")]
    public_url: String,
    /// The folder with the disputes
    #[arg(long)]
    data: Option<PathBuf>,
    /// Use the release build of the app: smaller, slower to rebuild
    #[arg(long)]
    release: bool,
}

/// Builds and serves until interrupted.
pub(crate) fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    let profile = if options.release {
        Profile::Release
    } else {
        Profile::Serve
    };
    // Chosen once, so that pages find the server again after a build.
    let port = match options.port {
        0 => TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port(),
        port => port,
    };
    let (sender, changes) = mpsc::channel();
    // Dropping the watcher would stop it.
    let mut watcher = new_debouncer(DEBOUNCE, None, move |events: DebounceEventResult| {
        let changed = events.is_ok_and(|events| events.iter().any(|event| !event.kind.is_access()));
        if changed {
            // Ignore the error: the receiver lives as long as the command.
            let _ = sender.send(());
        }
    })?;
    for input in bundle::INPUTS.iter().chain(&PROGRAM_INPUTS) {
        watcher
            .watch(project.root.join(input), RecursiveMode::Recursive)
            .with_context(|| format!("{input} can't be watched"))?;
    }

    // At the same time: the tools take longest on a new machine.
    let (path, says_who) = thread::scope(|scope| {
        let tools = scope.spawn(|| setup::install_tools(project));
        let says_who = SaysWho::build_with(project, None);
        anyhow::Ok((setup::joined(tools)?, says_who?))
    })?;
    let bundle = bundle::get_or_build(project, profile, &path)?;
    let data = options
        .data
        .clone()
        .unwrap_or_else(|| project.root.join("data"));
    let start = |says_who: &SaysWho, bundle: &Path| {
        let mut command = says_who.command(&["serve", "--follow-stdin"]);
        command.args(["--public-url", &options.public_url]);
        command.args(["--port", &port.to_string()]);
        command.arg("--data").arg(&data).arg("--bundle").arg(bundle);
        Server::start(&mut command)
    };
    let mut server = start(&says_who, &bundle)?;
    loop {
        match changes.recv_timeout(CHECK_INTERVAL) {
            Err(_) => {
                if let Some(status) = server.0.try_wait()? {
                    // It has said why.
                    let code = status.code().and_then(|code| u8::try_from(code).ok());
                    return Ok(code.unwrap_or(1).into());
                }
            }
            Ok(()) => {
                out!("sources changed; rebuilding (the last good site stays up)");
                let built = SaysWho::build_with(project, None).and_then(|says_who| {
                    let bundle = bundle::get_or_build(project, profile, &path)?;
                    Ok((says_who, bundle))
                });
                match built {
                    Ok((says_who, bundle)) => {
                        drop(server);
                        server = start(&says_who, &bundle)?;
                    }
                    Err(error) => {
                        err!("error: {error:#}");
                        server.show_problem(&format!("{error:#}\n\nThe terminal says more."));
                    }
                }
            }
        }
    }
}

/// A running `says-who serve`. It ends when its stdin is closed, so also when this
/// program ends for any reason.
struct Server(Child);

impl Server {
    fn start(command: &mut Command) -> Result<Self> {
        let command = command.stdin(Stdio::piped());
        Ok(Self(command.spawn().context("says-who did not start")?))
    }

    /// Shows a problem on the open pages.
    fn show_problem(&mut self, text: &str) {
        if let Some(stdin) = &mut self.0.stdin {
            // Ignore the error: if it has ended, nobody looks at its pages.
            let _ = writeln!(stdin, "{}", serde_json::Value::from(text));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Closes its stdin first.
        let _ = self.0.wait();
    }
}
