//! The developers' commands: set up, serve, test, measure. Every other command is
//! passed on to `says-who`, the authors' program, after building it.

#[macro_use]
mod terminal;

mod audit;
mod bench;
mod browser;
mod bundle;
mod deny;
mod fuzz;
mod generated_data;
mod lint;
mod nginx;
mod preview;
mod project;
mod release;
mod says_who;
mod serve;
mod session_pool;
mod setup;
mod shots;
mod subprocess;
mod test;
mod tool_cache;
mod which;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use project::Project;

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    about = "The developers' commands of Says Who",
    after_help = "The commands of says-who work too, built from this checkout: cargo xtask check data"
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Set up, build, serve on this machine and build again at every change
    Serve(serve::Options),
    /// Run every test; installs what they need
    Test {
        /// Only what needs no browser and no built site; for use while working
        #[arg(long, conflicts_with_all = ["engines", "file", "name"])]
        quick: bool,
        /// Only these engines; all by default
        #[arg(long = "engine")]
        engines: Vec<browser::Engine>,
        /// Only these tests of the built site, by their name in `tests/`
        #[arg(long)]
        file: Option<String>,
        /// Only tests whose name contains this
        #[arg(requires = "file")]
        name: Option<String>,
    },
    /// Build `says-who` with the app inside, and print where it is
    Package {
        /// Use no unstable features of the compiler: the app is larger
        #[arg(long)]
        stable: bool,
    },
    /// Build the program that people download, with the licences of what is inside
    Release(release::Options),
    /// Write screenshots of a fixed set of states, for a person to look at
    Shots {
        /// The folder to write
        #[arg(long, default_value = "target/shots")]
        out: PathBuf,
    },
    /// Audit the built site with Lighthouse
    Audit,
    /// Check the formatting and the rules of scripts and styles; the tests do so too
    Lint,
    /// Check licences, sources and vulnerabilities of the dependencies
    Deny,
    /// Benchmark the pages against plain HTML, and the native programs
    #[command(disable_help_flag = true)]
    Bench {
        /// The options of the benchmark; `--help` lists them
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
    /// Fuzz everything that parses external input
    Fuzz {
        /// How long each program runs
        #[arg(long, default_value_t = 60)]
        seconds: u32,
    },
    #[command(external_subcommand)]
    SaysWho(Vec<OsString>),
}

fn main() -> ExitCode {
    run(Arguments::parse().command).unwrap_or_else(|error| {
        err!("error: {error:#}");
        ExitCode::FAILURE
    })
}

fn run(command: Command) -> anyhow::Result<ExitCode> {
    let project = Project::open()?;
    match command {
        Command::Serve(options) => serve::run(&project, &options),
        Command::Test { quick: true, .. } => test::run_quick(&project),
        Command::Test {
            mut engines,
            file,
            name,
            ..
        } => {
            if engines.is_empty() {
                engines.extend(browser::Engine::ALL);
            }
            let only = file.map(|file| test::Selection { file, name });
            test::run(&project, &engines, only.as_ref())
        }
        Command::Package { stable } => says_who::package(&project, stable),
        Command::Release(options) => release::run(&project, &options),
        Command::Shots { out } => shots::run(&project, &out),
        Command::Audit => audit::run(&project),
        Command::Lint => {
            lint::check(&project)?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Deny => deny::run(&project),
        Command::Bench { arguments } => bench::run(&project, &arguments),
        Command::Fuzz { seconds } => fuzz::run(&project, fuzz::Budget::Seconds(seconds)),
        Command::SaysWho(arguments) => says_who::run(&project, &arguments),
    }
}
