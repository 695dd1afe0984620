//! `init`: makes a repository that has nothing but data in it, and is published by a
//! workflow that compiles nothing.

mod questions;
mod release;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use says_who_model::format::VERSION as DATA_FORMAT;
use says_who_model::read::InputFile;

use crate::{data_folder, problems, schema};
pub use questions::Answers;
use release::{PinnedRelease, TARGET};

/// Where the data says whose site it is.
const LIBRARY: &str = "data/library.toml";

/// The files of a repository besides its data. `{name}` and the like are filled in.
const FILES: [(&str, &str); 6] = [
    (
        "README.md",
        include_str!("../../template/repository/README.md"),
    ),
    (
        "fetch-says-who.sh",
        include_str!("../../template/repository/fetch-says-who.sh"),
    ),
    (
        ".github/workflows/publish.yml",
        include_str!("../../template/repository/publish.yml"),
    ),
    (
        ".gitignore",
        include_str!("../../template/repository/gitignore"),
    ),
    // A script with the line ends of Windows does not run.
    (".gitattributes", "*.sh text eol=lf\n"),
    (
        ".vscode/extensions.json",
        include_str!("../../template/repository/extensions.json"),
    ),
];

/// What the repository is made from.
#[derive(Clone, Debug)]
pub struct Options {
    /// What the site says of itself; what is missing is asked, if a person can answer.
    pub answers: Answers,
    /// The address below which the releases of the program are, without a slash at its
    /// end; the one that this program was released at if `None`.
    pub releases: Option<String>,
    /// The SHA-256 of the release for Linux; if `None` it is downloaded.
    pub sha256: Option<String>,
}

/// Makes the repository in `folder`, which may exist if it is empty or has nothing but git
/// in it. Everything is checked before anything is written.
pub fn run(folder: &Path, options: &Options) -> Result<ExitCode> {
    let shown = folder.display();
    check_empty(folder)?;
    let release = PinnedRelease::find(options.releases.as_deref(), options.sha256.as_deref())?;
    let answers = options.answers.clone().ask()?;

    let library = library(&answers);
    if let Some(refused) = refused_answers(&library) {
        err!("{refused}\nnothing was written");
        return Ok(ExitCode::FAILURE);
    }
    let files = FILES.map(|(path, text)| {
        let text = release.fill(text).replace("{name}", answers.name());
        (path, text)
    });
    for (path, text) in files.into_iter().chain([(LIBRARY, library)]) {
        let path = folder.join(path);
        let write = || {
            fs::create_dir_all(path.parent().unwrap_or(folder))?;
            fs::write(&path, text)
        };
        write().with_context(|| format!("{} can't be written", path.display()))?;
    }
    schema::write(&folder.join("data"))?;
    out!(
        "{shown} is a repository for data. Next:\n  cd {}\n  says-who new NAME\n  says-who serve --open\nIts README.md says how it is published.",
        data_folder::as_argument(folder)
    );
    Ok(ExitCode::SUCCESS)
}

fn check_empty(folder: &Path) -> Result<()> {
    let shown = folder.display();
    if !folder.exists() {
        return Ok(());
    }
    let entries = fs::read_dir(folder).with_context(|| format!("{shown} can't be read"))?;
    for entry in entries {
        let name = entry?.file_name();
        if name != ".git" {
            bail!(
                "{shown} has `{}` in it; choose an empty folder",
                name.display()
            );
        }
    }
    Ok(())
}

/// The text of library.toml.
fn library(answers: &Answers) -> String {
    format!(
        "#:schema .schema/library.json\n\n# The disputes of this site, in the order of the start page. The first is featured.\n# `says-who new NAME` adds one.\ndisputes = []\n\n# Whose site this is. Every key is optional.\n{}format = {DATA_FORMAT}\n",
        answers.to_toml()
    )
}

/// What is wrong with the answers, which library.toml has. That there are no disputes yet
/// is right.
fn refused_answers(library: &str) -> Option<String> {
    let file = InputFile {
        path: "library.toml".to_owned(),
        bytes: library.as_bytes().to_owned(),
    };
    let report = says_who_model::read::library("data", &[file]).err()?;
    let of_answers = |message: &str| !message.contains("`disputes` is empty");
    let problems: Vec<_> = report
        .problems()
        .iter()
        .filter(|problem| of_answers(problem.message()))
        .cloned()
        .collect();
    (!problems.is_empty()).then(|| problems::render_plain(&problems))
}

/// The name of the archive of a release for Linux.
fn archive_name(version: &str) -> String {
    format!("says-who-{version}-{TARGET}.tar.gz")
}
