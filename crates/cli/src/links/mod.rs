//! `links`: asks every address in the data whether it still answers, and reports those
//! that don't.

mod address;
mod archive;
mod ask;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::ValueEnum;

use crate::problem_formats::github_command;
use crate::{problems, terminal};
use address::Address;
use archive::Archive;
use ask::Outcome;

/// How the report is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// Workflow commands of GitHub Actions, which annotate the lines.
    Github,
}

/// The options of the command.
#[derive(Clone, Debug)]
pub struct Options {
    /// How the report is printed.
    pub format: Format,
    /// Whether no progress is shown.
    pub quiet: bool,
    /// The address at which the archive says which copies it has.
    pub archive: String,
}

/// What the report says of an address.
struct Entry {
    severity: &'static str,
    what: String,
    help: String,
}

/// Asks all addresses and prints a report. It fails if one of them is gone.
pub fn run(data: &Path, options: &Options) -> Result<ExitCode> {
    let library = match says_who_files::library(data) {
        Ok(library) => library,
        Err(report) => {
            err!("{}", problems::render(report.problems()));
            return Ok(ExitCode::FAILURE);
        }
    };
    let files = says_who_files::read_folder(data).context("the data can't be read")?;
    let addresses = address::collect(&library, &files);
    let outcomes = ask::all(&addresses, options.quiet);
    let archive = Archive::new(&options.archive);
    let mut counts = Counts::default();
    for (address, outcome) in addresses.iter().zip(&outcomes) {
        counts.add(outcome);
        if let Some(entry) = entry(address, outcome, &archive) {
            print(data, address, &entry, options.format);
        }
    }
    if options.format == Format::Text {
        out!("{}", counts.in_words(addresses.len()));
    }
    Ok(if counts.gone == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What the report says of an address; `None` if it answers.
fn entry(address: &Address, outcome: &Outcome, archive: &Archive) -> Option<Entry> {
    let url = &address.url;
    let gone = |how: &str| Entry {
        severity: "error",
        what: format!("{url} {how}"),
        help: remedy(address, archive),
    };
    match outcome {
        Outcome::Answers => None,
        Outcome::Gone(status) => Some(gone(&format!(
            "is gone: it is answered with the status {status}"
        ))),
        Outcome::Silent(why) => Some(gone(&format!("does not answer: {why}"))),
        Outcome::Moved(to) => Some(Entry {
            severity: "notice",
            what: format!("{url} has moved for good to {to}"),
            help: "if the same text stands there, write that address".to_owned(),
        }),
        Outcome::Refused(status) => Some(Entry {
            severity: "notice",
            what: format!("{url} could not be asked: it is answered with the status {status}"),
            help: "open it in a browser; many hosts refuse programs".to_owned(),
        }),
    }
}

/// What to do about an address that is gone.
fn remedy(address: &Address, archive: &Archive) -> String {
    if address.is_archived_copy {
        return "look for another copy of the source".to_owned();
    }
    if let Some(copy) = &address.archived_copy {
        return format!("readers have the archived copy at {copy}; look whether it holds the text");
    }
    match archive.closest_copy(&address.url, address.read_on) {
        Ok(Some(copy)) => format!(
            "an archived copy stands at {copy}: if it holds the text, add `archived = \"{copy}\"`"
        ),
        Ok(None) => "the Internet Archive has no copy; look for the text elsewhere".to_owned(),
        Err(why) => {
            format!("look for an archived copy; the Internet Archive could not be asked ({why})")
        }
    }
}

fn print(data: &Path, address: &Address, entry: &Entry, format: Format) {
    let Entry {
        severity,
        what,
        help,
    } = entry;
    let file = data.join(&address.file);
    let (file, line) = (file.display(), address.line);
    match format {
        Format::Text => out!("{file}:{line}: {what}\n  help: {help}"),
        Format::Github => terminal::text(&github_command(
            severity,
            &file.to_string(),
            &format!("line={line}"),
            "link",
            &format!("{what}; {help}"),
        )),
    }
}

/// How many addresses there are of each kind.
#[derive(Default)]
struct Counts {
    gone: usize,
    moved: usize,
    refused: usize,
}

impl Counts {
    fn add(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Answers => {}
            Outcome::Gone(_) | Outcome::Silent(_) => self.gone += 1,
            Outcome::Moved(_) => self.moved += 1,
            Outcome::Refused(_) => self.refused += 1,
        }
    }

    fn in_words(&self, all: usize) -> String {
        let Self {
            gone,
            moved,
            refused,
        } = self;
        let addresses = if all == 1 { "address" } else { "addresses" };
        format!("{all} {addresses}: {gone} gone, {moved} moved, {refused} could not be asked")
    }
}
