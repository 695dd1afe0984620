//! Writes the disputes that are hard on the pages into the folder it is given.

use std::path::Path;

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let folder = std::env::args_os().nth(1).context("name a folder")?;
    Ok(says_who_tests::stress::write(Path::new(&folder))?)
}
