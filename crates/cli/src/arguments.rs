//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use says_who_cli::origin::Origin;
use says_who_cli::public_url::PublicUrl;
use says_who_cli::site_address::SiteAddress;
use says_who_cli::version::VERSION;
use says_who_cli::{check, export, links};

/// What the exit codes mean; at the end of the help.
const EXIT_CODES: &str = "Exit codes:
  0  done, no problems
  1  the data has problems, or something failed; nothing was replaced
  2  the command line is wrong

Each command explains itself: says-who check --help";

#[derive(Parser)]
#[command(
    name = "says-who",
    version = VERSION,
    about = "Check, build and serve sourced explainers of disputes",
    after_help = EXIT_CODES
)]
pub(crate) struct Arguments {
    /// Print only errors and what was asked for; show no progress
    #[arg(long, global = true)]
    pub(crate) quiet: bool,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Make a repository that has nothing but data in it, with a workflow that publishes it
    #[command(
        after_help = "Examples:\n  says-who init papers\n  says-who init papers --name Bridges"
    )]
    Init {
        /// The folder to make
        folder: PathBuf,
        /// The name of the site; what is not given is asked
        #[arg(long)]
        name: Option<String>,
        /// Who publishes it: a person or a body
        #[arg(long)]
        publisher: Option<String>,
        /// Where errors are reported: an e-mail address, or the https:// address of a
        /// repository or a page
        #[arg(long)]
        contact: Option<String>,
        /// The licence of the texts
        #[arg(long)]
        licence: Option<String>,
        /// Where the releases of this program are, if it was not released
        #[arg(long, value_name = "URL")]
        releases: Option<String>,
        /// The SHA-256 of the release for Linux; without it, it is downloaded
        #[arg(long, value_name = "DIGEST")]
        sha256: Option<String>,
    },
    /// Create a dispute from the template, whose comments explain the format
    #[command(after_help = "Example:\n  says-who new park-gate")]
    New {
        /// Its name, which is its id and the name of its folder
        name: String,
        /// The folder with the disputes
        folder: Option<PathBuf>,
    },
    /// Serve on this machine and build again at every change of the data
    #[command(after_help = "Examples:\n  says-who serve --open\n  says-who serve --port 8000 data")]
    Serve {
        /// The folder with the disputes
        #[arg(conflicts_with = "data")]
        folder: Option<PathBuf>,
        /// Open the browser
        #[arg(long)]
        open: bool,
        /// The port; 0 takes any that is free
        #[arg(long, default_value_t = 8080)]
        port: u16,
        #[command(flatten)]
        site: SiteArguments,
        /// Show each line on stdin as a problem, and end when stdin is closed
        #[arg(long, hide = true)]
        follow_stdin: bool,
    },
    /// Check the data and nothing else
    #[command(after_help = "Examples:\n  says-who check\n  says-who check --format github data")]
    Check {
        /// Report how even-handed the data is: figures for each side, loaded words
        #[arg(long)]
        report: bool,
        /// Show every problem, not only the first 20 of a rule and file
        #[arg(long)]
        all: bool,
        /// How problems and warnings are printed: for people, as JSON for editors,
        /// or as the workflow commands of GitHub Actions
        #[arg(long, default_value = "text")]
        format: check::Format,
        /// The folder with the disputes
        folder: Option<PathBuf>,
    },
    /// Register every id and version when they are published, so that links to
    /// them last
    #[command(
        after_help = "Examples:\n  says-who register\n  says-who register --published dist --dry-run"
    )]
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
    /// Bring the data to the version of the format that this program writes
    #[command(after_help = "Example:\n  says-who migrate --dry-run data")]
    Migrate {
        /// Only say what would change
        #[arg(long)]
        dry_run: bool,
        /// The folder with the disputes
        folder: Option<PathBuf>,
    },
    /// Search each quotation in the text of its source, and record what was found
    #[command(
        after_help = "Examples:\n  says-who quotes --texts texts\n  says-who quotes --texts texts --confirm mayor-first-remark"
    )]
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
    /// Build the site to publish, or a copy of one dispute in one file
    #[command(
        after_help = "Examples:\n  says-who build --address https://example.org/repo/\n  says-who build --single-file --dispute park-gate\n\nOn GitHub Pages, GitLab Pages and Netlify the address is known without --address:\nfrom SAYS_WHO_ADDRESS, CI_PAGES_URL, URL, or the repository and its file CNAME."
    )]
    Build {
        #[command(flatten)]
        site: SiteArguments,
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
        /// The whole address of the site, like https://example.org/repo/
        #[arg(long, value_name = "URL", conflicts_with_all = ["public_url", "origin"])]
        address: Option<SiteAddress>,
        /// The scheme and host of the site alone, like https://example.org
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
    #[command(
        after_help = "Examples:\n  says-who preview --public-url /repo/\n  says-who preview --site dist"
    )]
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
        /// The folder to write; `preview` where not given
        #[arg(long)]
        out: Option<PathBuf>,
        /// Build nothing and serve the site in this folder
        #[arg(long, conflicts_with_all = ["data", "out"])]
        site: Option<PathBuf>,
        #[arg(long, hide = true)]
        bundle: Option<PathBuf>,
    },
    /// Download the assets of the published site that the next build keeps
    #[command(
        after_help = "Example:\n  says-who published https://example.org/repo/ --into previous\n  says-who build --previous previous"
    )]
    Published {
        /// The site's address, like https://example.org/repo/
        address: String,
        /// The folder to write, for `build --previous`
        #[arg(long)]
        into: PathBuf,
    },
    /// Ask every address of a source or document whether it still answers
    #[command(after_help = "Examples:\n  says-who links\n  says-who links --format github data")]
    Links {
        /// How the report is printed: for people, or as the workflow commands of GitHub
        /// Actions
        #[arg(long, default_value = "text")]
        format: links::Format,
        /// Where the archive says which copies it has
        #[arg(
            long,
            hide = true,
            default_value = "https://archive.org/wayback/available"
        )]
        archive: String,
        /// The folder with the disputes
        folder: Option<PathBuf>,
    },
    /// Say what is wrong with a published site, or with the set-up of this machine
    #[command(
        after_help = "Examples:\n  says-who doctor https://example.org/repo/\n  says-who doctor"
    )]
    Doctor {
        /// The site's address; without one, the set-up of this machine is examined
        address: Option<SiteAddress>,
    },
    /// Create a dispute from a spreadsheet (CSV) or JSON
    #[command(after_help = "Example:\n  says-who import statements.csv park-gate")]
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
    #[command(after_help = "Example:\n  says-who new-sheet statements.csv")]
    NewSheet {
        /// The file to write, as CSV
        file: PathBuf,
    },
    /// Write a dispute in another form
    #[command(
        after_help = "Example:\n  says-who export park-gate --format csv --out park-gate.csv"
    )]
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
    #[command(after_help = "Example:\n  says-who schema")]
    Schema {
        /// The folder with the disputes
        folder: Option<PathBuf>,
    },
}

/// What `build` and `serve` share.
#[derive(clap::Args)]
pub(crate) struct SiteArguments {
    /// The path under which the site stands, like /repo/; without it, /
    #[arg(long)]
    pub(crate) public_url: Option<PublicUrl>,
    /// The folder with the disputes
    #[arg(long)]
    pub(crate) data: Option<PathBuf>,
    /// The folder of the app bundle, instead of the one in this program
    #[arg(long, hide = true)]
    pub(crate) bundle: Option<PathBuf>,
}
