//! What makes each dispute hard to render.

use std::path::Path;
use std::{fs, io};

use super::{ADDRESS, MARKUP, QUOTED, long_word, quoted};

/// What makes a dispute hard to render.
pub(super) struct HardDispute {
    pub(super) points: usize,
    in_arabic: bool,
    /// The suffix of every text.
    tail: String,
    /// A further suffix where nobody is quoted.
    end: &'static str,
    /// The URL of the first source.
    pub(super) link: String,
    /// Further fields of a statement.
    pub(super) extra_fields: String,
    /// How often the first statement repeats its words.
    pub(super) repeats: usize,
    /// Whether the second side is always absent.
    pub(super) is_one_silent: bool,
    /// The length of the points' ids.
    id_length: usize,
}

impl HardDispute {
    pub(super) fn of(id: &str) -> Self {
        let plain = Self {
            points: 3,
            in_arabic: false,
            tail: String::new(),
            end: "",
            // A URL can't have the suffix, which contains spaces; a long URL is hard
            // enough.
            link: format!("https://example.org/{}?a=1&b=%3Cb%3E", long_word()),
            extra_fields: String::new(),
            repeats: 1,
            is_one_silent: false,
            id_length: 0,
        };
        match id {
            "one-point" => Self { points: 1, ..plain },
            "many-points" => Self {
                points: 200,
                ..plain
            },
            "long-statement" => Self {
                // Twelve words per repeat.
                repeats: 50,
                ..plain
            },
            "long-word" => Self {
                tail: format!(" {}", long_word()),
                id_length: 80,
                ..plain
            },
            "only-absences" => Self {
                is_one_silent: true,
                ..plain
            },
            "right-to-left" => Self {
                in_arabic: true,
                ..plain
            },
            "markup-like" => Self {
                tail: format!(" {MARKUP}"),
                end: QUOTED,
                link: ADDRESS.to_owned(),
                extra_fields: format!(
                    "spoken-in = \"ru\"\ntranslated-by = {0}\nnot-verified = {0}\n",
                    quoted(&format!("{MARKUP}{QUOTED}"))
                ),
                ..plain
            },
            _ => plain,
        }
    }

    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder.join("points"))?;
        fs::write(folder.join("dispute.toml"), self.head())?;
        fs::write(folder.join("speakers.toml"), self.speakers())?;
        fs::write(folder.join("sources.toml"), self.sources())?;
        fs::write(folder.join("documents.toml"), self.documents())?;
        fs::write(folder.join("events.toml"), self.events())?;
        fs::write(folder.join("open-questions.toml"), self.open_questions())?;
        (1..=self.points).try_for_each(|number| {
            let file = format!("points/{}.toml", self.point_id(number));
            fs::write(folder.join(file), self.point(number))
        })
    }

    /// A text in the dispute's language, as a TOML string.
    pub(super) fn text(&self, english: &str, arabic: &str) -> String {
        let words = if self.in_arabic { arabic } else { english };
        quoted(&format!("{words}{}{}", self.tail, self.end))
    }

    /// A text in our own voice that may quote, as a TOML string: the check rejects
    /// straight double quotes in it.
    pub(super) fn own_text(&self, english: &str, arabic: &str) -> String {
        let words = if self.in_arabic { arabic } else { english };
        quoted(&format!("{words}{}", self.tail))
    }

    /// The words of a statement, partly verbatim.
    pub(super) fn said(
        &self,
        repeats: usize,
        english: (&str, &str),
        arabic: (&str, &str),
    ) -> String {
        let (own, verbatim) = if self.in_arabic { arabic } else { english };
        let tail = &self.tail;
        let all = vec![format!("{own}{tail} “{verbatim}{tail}”."); repeats];
        quoted(&all.join(" "))
    }

    pub(super) fn language(&self) -> &'static str {
        if self.in_arabic { "ar" } else { "en" }
    }

    pub(super) fn point_id(&self, number: usize) -> String {
        format!("{:x<1$}", format!("point-{number:03}"), self.id_length)
    }
}
