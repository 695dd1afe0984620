//! The project's commands: set up, build, serve, check, test.

#[macro_use]
extern crate says_who_cli;

mod audit;
mod bench;
mod browser;
mod build;
mod bundle;
mod deny;
mod export;
mod fuzz;
mod generated_data;
mod minify;
mod nginx;
mod origin;
mod output_folder;
mod preview;
mod previous_assets;
mod project;
mod public_url;
mod published_disputes;
mod serve;
mod session_pool;
mod setup;
mod shots;
mod single_file;
mod subprocess;
mod test;
// One copy serves the unit tests of both crates.
#[cfg(test)]
#[path = "../../crates/cli/src/testing.rs"]
mod testing;
mod tool_cache;
mod which;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use origin::Origin;
use project::Project;
use public_url::PublicUrl;
use says_who_cli::{
    check, download_published, import, new, new_sheet, quotes, register, schema, terminal,
    text_file, unregister,
};
use says_who_model::read::replace_hidden;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The commands of Says Who")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Set up, build, serve on this machine and build again at every change
    Serve {
        /// The port; 0 takes any that is free
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// The path under which the site stands, like /repo/
        #[arg(long, default_value = "/")]
        public_url: PublicUrl,
        /// The folder with the disputes
        #[arg(long)]
        data: Option<PathBuf>,
        /// Use the release build of the app: smaller, slower to rebuild
        #[arg(long)]
        release: bool,
    },
    /// Build the site to publish, or a copy of one dispute in one file
    Build {
        /// The path under which the site will stand, like /repo/
        #[arg(long, default_value = "/")]
        public_url: PublicUrl,
        /// The folder with the disputes
        #[arg(long)]
        data: Option<PathBuf>,
        /// The folder to write, `dist` where none is given, or the single file,
        /// `<dispute>.html`; an earlier one of ours is replaced
        #[arg(long)]
        out: Option<PathBuf>,
        /// Write one dispute as a single file that needs no server and no network
        #[arg(long)]
        single_file: bool,
        /// The dispute of the single file; the featured one where none is named
        #[arg(long, requires = "single_file")]
        dispute: Option<String>,
        /// The scheme and host of the site, for canonical links, like https://example.org
        #[arg(long)]
        origin: Option<Origin>,
        /// The folder with the previous site, whose hashed files are kept for one
        /// release; by default the site that is replaced
        #[arg(long)]
        previous: Option<PathBuf>,
        /// Build no service worker; unregister earlier ones
        #[arg(long)]
        no_offline: bool,
    },
    /// Build the site to publish and serve it as GitHub Pages would
    Preview {
        /// The port; 0 takes any that is free
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// The path under which the site will stand, like /repo/; that of the
        /// site with --site, / without
        #[arg(long)]
        public_url: Option<PublicUrl>,
        /// The folder with the disputes
        #[arg(long)]
        data: Option<PathBuf>,
        /// The folder to write; target/preview where not given
        #[arg(long)]
        out: Option<PathBuf>,
        /// Build nothing and serve the site in this folder
        #[arg(long, conflicts_with_all = ["data", "out"])]
        site: Option<PathBuf>,
    },
    /// Download the assets of the published site that the next build keeps
    Published {
        /// The site's address, like https://example.org/repo/
        address: String,
        /// The folder to write, for `build --previous`
        #[arg(long)]
        into: PathBuf,
    },
    /// Check the data and nothing else
    Check {
        /// Report how even-handed the data is: figures for each side, loaded words
        #[arg(long)]
        report: bool,
        /// Show every problem, not only the first 20 of a rule and file
        #[arg(long)]
        all: bool,
        /// The folder with the disputes
        folder: Option<PathBuf>,
    },
    /// Create a dispute from the template, whose comments explain the format
    New {
        /// Its name, which is its id and the name of its folder
        name: String,
        /// The folder with the disputes
        folder: Option<PathBuf>,
    },
    /// Create a dispute from a spreadsheet (CSV) or JSON
    Import {
        /// The file; docs/spreadsheet.md lists the columns
        file: PathBuf,
        /// The dispute's name, which is its id and the name of its folder
        name: String,
        /// Update the existing dispute of this name; content that a sheet can't
        /// hold is kept
        #[arg(long)]
        replace: bool,
        /// Also remove content that the file lacks
        #[arg(long, requires = "replace")]
        remove: bool,
        /// The folder with the disputes
        folder: Option<PathBuf>,
    },
    /// Write an example spreadsheet to start a dispute from
    NewSheet {
        /// The file to write, as CSV
        file: PathBuf,
    },
    /// Write a dispute in another form
    Export {
        /// The dispute's id
        name: String,
        /// The form: json has all of it, csv what stands in a spreadsheet,
        /// markdown is for reading
        #[arg(long)]
        format: export::Format,
        /// The cell separator of a sheet; Excel expects a semicolon where the
        /// decimal separator is a comma (German, French, Russian)
        #[arg(long, default_value = "comma")]
        separator: export::Separator,
        /// The file to write; without it the text is printed. In PowerShell,
        /// `>` would write it in another encoding
        #[arg(long)]
        out: Option<PathBuf>,
        /// The folder with the disputes
        folder: Option<PathBuf>,
    },
    /// Write the JSON Schemas with which editors check the data files
    Schema {
        /// The folder with the disputes
        folder: Option<PathBuf>,
    },
    /// Register every id and version when they are published, so that links to
    /// them last
    Register {
        /// Take out what was never published, so that drafts need no revisions: the
        /// folder with the site that is published, as `build` wrote it or
        /// `published` brings it
        #[arg(long, value_name = "DIR")]
        published: Option<PathBuf>,
        /// Only say what would be taken out
        #[arg(long, requires = "published")]
        dry_run: bool,
        /// The folder with the disputes
        folder: Option<PathBuf>,
    },
    /// Search each quotation in the text of its source, and record what was found
    Quotes {
        /// The folder with the texts, each named after its source: `<source>.txt`;
        /// without one, what is on record is brought to the present form
        #[arg(long)]
        texts: Option<PathBuf>,
        /// Record that you looked at what the quotations of this statement or
        /// document leave out before and after
        #[arg(long, value_name = "ID", requires = "texts")]
        confirm: Vec<String>,
        /// Print the sentences of this source, numbered, with what to put into
        /// coverage.toml, and record nothing
        #[arg(
            long,
            value_name = "SOURCE",
            requires = "texts",
            conflicts_with = "confirm"
        )]
        outline: Option<String>,
        /// List every dispute, and every source that no text was searched of
        #[arg(long, conflicts_with = "outline")]
        all: bool,
        /// The folder with the disputes
        folder: Option<PathBuf>,
    },
    /// Write screenshots of a fixed set of states, for a person to look at
    Shots {
        /// The folder to write
        #[arg(long, default_value = "target/shots")]
        out: PathBuf,
    },
    /// Audit the built site with Lighthouse
    Audit,
    /// Check licences, sources and vulnerabilities of the dependencies
    Deny,
    /// Benchmark the pages against plain HTML, and the native programs
    Bench(bench::Options),
    /// Fuzz everything that parses external input
    Fuzz {
        /// How long each program runs
        #[arg(long, default_value_t = 60)]
        seconds: u32,
    },
    /// Run every test; installs what they need
    Test {
        /// Only what needs no browser and no built site; for use while working
        #[arg(long, conflicts_with_all = ["engines", "file", "name"])]
        quick: bool,
        /// Only these engines; all by default
        #[arg(long = "engine")]
        engines: Vec<browser::Engine>,
        /// Only the tests of the built site in this file of `tests/`, without `.rs`
        #[arg(long)]
        file: Option<String>,
        /// Only tests whose name contains this
        #[arg(requires = "file")]
        name: Option<String>,
    },
}

fn main() -> ExitCode {
    let code = run(Arguments::parse().command).unwrap_or_else(|error| {
        err!("error: {}", replace_hidden(&format!("{error:#}")));
        ExitCode::FAILURE
    });
    match terminal::write_error() {
        None => code,
        Some(why) => {
            err!("error: what was printed could not all be written: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a command. Over 60 lines, because it maps the arguments of every command.
fn run(command: Command) -> anyhow::Result<ExitCode> {
    let project = Project::open()?;
    match command {
        Command::Serve {
            port,
            public_url,
            data,
            release,
        } => {
            let options = build::Options {
                public_url,
                data: project.data_folder(data)?,
                origin: None,
                profile: if release {
                    bundle::Profile::Release
                } else {
                    bundle::Profile::Serve
                },
                // A service worker could show the author a stale page after an edit.
                offline: false,
            };
            serve::run(&project, port, &options)
        }
        Command::Build {
            public_url,
            data,
            out,
            single_file,
            dispute,
            origin,
            previous,
            no_offline,
        } => {
            let options = build::Options {
                public_url,
                data: project.data_folder(data)?,
                origin: origin.map(|origin| origin.to_string()),
                profile: bundle::Profile::Release,
                offline: !no_offline,
            };
            if single_file {
                return single_file::run(&project, &options, dispute.as_deref(), out);
            }
            let out = out.unwrap_or_else(|| PathBuf::from("dist"));
            build::run(&project, &options, &out, previous.as_deref())
        }
        Command::Preview {
            port,
            public_url,
            data,
            out,
            site,
        } => {
            if let Some(site) = site {
                return preview::serve_folder(&site, public_url.as_ref(), port);
            }
            let options = build::Options {
                public_url: public_url.unwrap_or_default(),
                data: project.data_folder(data)?,
                origin: None,
                profile: bundle::Profile::Release,
                offline: true,
            };
            let out = out.unwrap_or_else(|| preview::default_folder(&project));
            preview::build_and_serve(&project, &options, &out, port)
        }
        Command::Published { address, into } => download_published::run(&address, &into),
        Command::Check {
            folder,
            report,
            all,
        } => Ok(check::run(&project.data_folder(folder)?, report, all)),
        Command::New { name, folder } => new::run(&project.data_folder_to_extend(folder)?, &name),
        Command::Import {
            file,
            name,
            replace,
            remove,
            folder,
        } => import::run(&import::Options {
            given: folder.clone(),
            data: project.data_folder_to_extend(folder)?,
            file,
            name,
            replace,
            remove,
        }),
        Command::NewSheet { file } => new_sheet::run(&file),
        Command::Export {
            name,
            format,
            separator,
            out,
            folder,
        } => {
            let options = export::Options {
                name,
                format,
                separator,
                out,
            };
            export::run(&project, &project.data_folder(folder)?, &options)
        }
        Command::Schema { folder } => schema::run(&project.data_folder(folder)?),
        Command::Register {
            published,
            dry_run,
            folder,
        } => {
            let data = project.data_folder(folder)?;
            match published {
                None => register::run(&data),
                Some(site) => unregister::run(&data, &site, dry_run),
            }
        }
        Command::Quotes {
            texts,
            confirm,
            outline,
            all,
            folder,
        } => {
            let data = project.data_folder(folder)?;
            match (outline, &texts) {
                (Some(source), Some(texts)) => quotes::outline(&data, texts, &source),
                _ => quotes::run(&data, texts.as_deref(), &confirm.into_iter().collect(), all),
            }
        }
        Command::Shots { out } => shots::run(&project, &out),
        Command::Audit => audit::run(&project),
        Command::Deny => deny::run(&project),
        Command::Bench(options) => bench::run(&project, &options),
        Command::Fuzz { seconds } => fuzz::run(&project, fuzz::Budget::Seconds(seconds)),
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
    }
}
