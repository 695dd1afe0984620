//! Generates a dispute of any size for measurements. It is the same each time, and
//! its statements have realistic lengths. The tram line, its operators and its
//! residents are fictional.

mod files;
mod points;
mod words;

use std::path::Path;
use std::{fs, io};

use crate::stress::quoted;
use files::speakers;

/// The id of the dispute, the only one of its library.
pub const DISPUTE: &str = "night-trams";

/// A word that occurs in some points but not in all, if there are at least eight
/// points.
pub const WORD: &str = "lanterns";

/// The default number of statements per point.
pub const STATEMENTS: usize = 4;

/// The size of a dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// The number of points.
    pub points: usize,
    /// The number of statements per point.
    pub statements: usize,
}

impl Size {
    /// Writes a library with one dispute of this size into a folder.
    ///
    /// # Errors
    ///
    /// If a file can't be written.
    pub fn write(self, folder: &Path) -> io::Result<()> {
        let dispute = folder.join(DISPUTE);
        fs::create_dir_all(dispute.join("points"))?;
        fs::write(
            folder.join("library.toml"),
            format!("disputes = [{}]\n", quoted(DISPUTE)),
        )?;
        fs::write(dispute.join("dispute.toml"), self.head())?;
        fs::write(dispute.join("speakers.toml"), speakers())?;
        let all = |count: usize, one: fn(Self, usize) -> String| -> String {
            (1..=count).map(|number| one(self, number)).collect()
        };
        fs::write(
            dispute.join("sources.toml"),
            all(self.sources(), Self::source),
        )?;
        fs::write(
            dispute.join("documents.toml"),
            all(self.points.div_ceil(25), Self::document),
        )?;
        fs::write(
            dispute.join("events.toml"),
            all(self.points.div_ceil(10) + 1, Self::event),
        )?;
        fs::write(
            dispute.join("open-questions.toml"),
            all(self.points.div_ceil(50), Self::open_question),
        )?;
        (1..=self.points).try_for_each(|number| {
            let file = format!("points/{}.toml", point_id(number));
            fs::write(dispute.join(file), self.point(number))
        })
    }

    /// One source for every five points, but at least four.
    fn sources(self) -> usize {
        self.points.div_ceil(5).max(4)
    }
}

/// The ids of the two sides.
const SIDES: [&str; 2] = ["company", "residents"];

/// The number of speakers on each side.
const SPEAKERS: usize = 6;

fn point_id(number: usize) -> String {
    format!("point-{number:04}")
}

fn source_id(number: usize) -> String {
    format!("report-{number}")
}
