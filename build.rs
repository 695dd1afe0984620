//! Checks the data and embeds it: a site is never built from data that has a
//! problem, and nothing is read from a file when it runs.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

/// The folder to read instead of `data/`, absolute.
const DATA_FOLDER: &str = "SAYS_WHO_DATA";

#[expect(
    clippy::print_stderr,
    reason = "the report is for whoever runs the build"
)]
fn main() -> ExitCode {
    let package = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let data = env::var_os(DATA_FOLDER).map_or_else(|| package.join("data"), PathBuf::from);
    println!("cargo:rerun-if-env-changed={DATA_FOLDER}");
    println!("cargo:rerun-if-changed={}", data.display());

    let library = match says_who_files::library(&data) {
        Ok(library) => library,
        Err(report) => {
            eprintln!("{report}");
            return ExitCode::FAILURE;
        }
    };
    let written = postcard::to_allocvec(&library)
        .map_err(|error| error.to_string())
        .and_then(|bytes| {
            let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
            fs::write(out.join("library.postcard"), bytes).map_err(|error| error.to_string())
        });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the checked data could not be embedded: {error}");
            ExitCode::FAILURE
        }
    }
}
