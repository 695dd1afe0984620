//! Writes a dispute of a given size. Arguments: the folder, the number of points,
//! the number of statements per point.

use std::path::Path;

use anyhow::Context;
use says_who_tests::sized::{STATEMENTS, Size};

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().context("name a folder")?;
    let points = arguments.next().context("say how many points")?.parse()?;
    let statements = arguments.next().map_or(Ok(STATEMENTS), |own| own.parse())?;
    anyhow::ensure!(
        points > 0 && statements > 1,
        "there is at least one point, and something from each side"
    );
    let size = Size { points, statements };
    Ok(size.write(Path::new(&folder))?)
}
