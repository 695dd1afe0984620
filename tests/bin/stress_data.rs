//! Writes the stress test disputes into a given folder.

use std::path::Path;

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let folder = std::env::args_os().nth(1).context("name a folder")?;
    Ok(says_who_tests::stress::write(Path::new(&folder))?)
}
