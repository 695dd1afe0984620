//! Generates a dispute of any size for measurements. It is the same each time, and
//! its statements have realistic lengths. The tram line, its operators and its
//! residents are fictional.

use std::path::Path;
use std::{fs, io};

use crate::stress::quoted;

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

    fn head(self) -> String {
        let ids: Vec<String> = (1..=self.points)
            .map(|number| quoted(&point_id(number)))
            .collect();
        format!(
            r#"question = "Should the tram line run through the night?"
setting = "Spring 2031"
language = "en"
as-of = 2031-04-30
as-of-note = "What had been reported by the end of April 2031."
summary = [
  "Since March 2031 the company that runs the tram line and the council of those who live along it have put forward what they hold of a trial with trams through the night. They spoke at meetings, in letters and to the papers of the valley.",
  "They differ on what the trial showed, on what it was for, and on some of what was said at the meetings themselves. On other points both say the same.",
]
accepted = ["A trial was held in March 2031.", "Trams ran on some of its nights.", "Both were asked to look at it together."]
contested = ["What the trial showed.", "Whether all of its nights were counted.", "What is to follow from it."]
order-note = "The company stands first because it spoke first. The order carries no other meaning."
method = ["All reports that the two papers and the radio of the valley carried were read. Where a report gives the words of a statement, they stand between quotation marks; all else is paraphrase."]
points = [{ids}]

[[side]]
id = "company"
name = "Tram company"
says = "Tram company says"

[[side]]
id = "residents"
name = "Residents’ council"
says = "Residents’ council says"

[[revision]]
date = 2031-05-02
kind = "first-published"
what = "First publication."
"#,
            ids = ids.join(", "),
        )
    }

    fn source(self, number: usize) -> String {
        let outlet = pick(&OUTLETS, number);
        let place = pick(&PLACES, number);
        let text = match number % 3 {
            0 => "read = \"excerpt\"\nnote = \"The first half of the report, as it was printed.\"",
            _ => "read = \"whole\"",
        };
        format!(
            r#"[{id}]
outlet = "{outlet}"
headline = "Company and residents meet {place}, report {number}"
published = 2031-03-{day:02}
language = "en"
link = "https://example.org/valley/2031/03/report-{number}"
{text}
not-verified = "The tram line is invented, and no text of this is kept."

"#,
            id = source_id(number),
            day = 3 + number % 26,
        )
    }

    fn document(self, number: usize) -> String {
        format!(
            r#"[paper-{number}]
name = "The {number}. sheet on {subject}"
about = "A sheet of two pages that was handed out at the meeting in the depot."
when = {{ date = 2031-03-02 }}
sources = ["{source}"]
points = ["{point}"]

[[paper-{number}.called]]
by = "company-1"
words = "“our proposal”"
source = "{source}"

[[paper-{number}.called]]
by = "residents-1"
words = "“a first list”"
source = "{source}"

"#,
            subject = pick(&SUBJECTS, number * 5),
            source = source_id(1 + number % self.sources()),
            point = point_id(1 + number * 25 % self.points),
        )
    }

    fn event(self, number: usize) -> String {
        format!(
            r#"[meeting-{number}]
what = "Company and residents met {place} and spoke of {subject}."
when = {{ date = 2031-03-{day:02} }}
sources = ["{source}"]
points = ["{point}"]

"#,
            place = pick(&PLACES, number),
            subject = pick(&SUBJECTS, number * 7),
            day = 3 + number % 26,
            source = source_id(1 + number % self.sources()),
            point = point_id(1 + number * 10 % self.points),
        )
    }

    fn open_question(self, number: usize) -> String {
        format!(
            "[unknown-{number}]\nquestion = \"Who kept the count of {subject}?\"\nsettled-by = \"The book of the depot for March 2031.\"\npoints = [\"{point}\"]\n\n",
            subject = pick(&SUBJECTS, number),
            point = point_id(1 + number * 50 % self.points),
        )
    }

    /// On every eighth point one side is absent, and the other makes all statements.
    fn point(self, number: usize) -> String {
        let silent = (number % 8 == 5).then_some(pick(&SIDES, number / 8));
        let status = match (silent, number % 3) {
            (Some(_), _) => "one-side-only",
            (None, 0) => "agreed",
            (None, 1) => "disputed-fact",
            (None, _) => "disputed-characterisation",
        };
        let mut point = format!(
            r#"question = "Point {number}: was the count of {subject} taken {place}?"
status = "{status}"
accepted = "There was a count of {subject}."
contested = "Whether it was taken {time}, and what it shows."
"#,
            subject = pick(&SUBJECTS, number),
            place = pick(&PLACES, number * 2),
            time = pick(&TIMES, number * 3),
        );
        for index in 0..self.statements {
            // The first side's statements come first. If their number is odd, the
            // first side has one more.
            let side = match silent {
                Some(silent) => SIDES[usize::from(silent == SIDES[0])],
                None => SIDES[index * 2 / (self.statements + self.statements % 2)],
            };
            point.push_str(&self.statement(number, index, side));
        }
        if let Some(side) = silent {
            point.push_str(&format!(
                r#"
[[absence]]
side = "{side}"
kind = "{kind}"
note = "The reports that were read carry nothing on this from that side."
searched = ["{source}"]
"#,
                kind = pick(&["not-found", "declined", "not-disclosed"], number / 8),
                source = source_id(1 + number % self.sources()),
            ));
        }
        point
    }

    /// Every third statement has a rendering by a second outlet, and every fourth has
    /// a relay in its chain.
    fn statement(self, number: usize, index: usize, side: &str) -> String {
        let nth = number * self.statements + index;
        let source = |step: usize| source_id(1 + (nth * 7 + step) % self.sources());
        let relay = match nth % 4 {
            0 => "  { hop = \"reported\", by = \"Valley Radio\" },\n  { hop = \"cited\", ",
            _ => "  { hop = \"reported\", ",
        };
        let mut statement = format!(
            r#"
[[statement]]
id = "{side}-{number}-{index}"
speaker = "{side}-{speaker}"
said = "{said}"
when = {{ date = 2031-03-{day:02} }}
chain = [
  {{ hop = "said", to = "{whom}" }},
{relay}source = "{source}", verb = "said" }},
]
"#,
            speaker = 1 + nth % SPEAKERS,
            said = said(nth),
            day = 3 + nth % 26,
            whom = pick(&WHOM, nth),
            source = source(0),
        );
        if nth.is_multiple_of(3) {
            statement.push_str(&format!(
                r#"
[[statement.rendering]]
said = "{said}"
chain = [
  {{ hop = "said", to = "not stated in the source" }},
  {{ hop = "reported", source = "{source}" }},
]
"#,
                said = said(nth + 1),
                source = source(1),
            ));
        }
        statement
    }
}

/// The ids of the two sides.
const SIDES: [&str; 2] = ["company", "residents"];

/// The number of speakers on each side.
const SPEAKERS: usize = 6;

fn speakers() -> String {
    let names = [
        "Ada Berg",
        "Ines Holm",
        "Jon Veit",
        "Lena Moor",
        "Otto Reim",
        "a clerk at the depot",
        "Paul Lind",
        "Mara Stein",
        "Ruth Aske",
        "Tom Farr",
        "Vera Koll",
        "a neighbour",
    ];
    let roles = ["for the night service", "for the line", "at the meetings"];
    let speakers = names.iter().enumerate().map(|(index, name)| {
        let side = SIDES[index / SPEAKERS];
        let number = 1 + index % SPEAKERS;
        let known = if number == SPEAKERS {
            "named = false".to_owned()
        } else {
            format!("role = \"Speaker {}\"", pick(&roles, index))
        };
        format!("[{side}-{number}]\nname = \"{name}\"\n{known}\nfor = \"{side}\"\n\n")
    });
    speakers.collect()
}

const OUTLETS: [&str; 5] = [
    "The Valley Courier",
    "Lower Valley Gazette",
    "Valley Radio",
    "The Depot Letter",
    "Evening Post of the Valley",
];

// The lengths of the lists that `said` combines are coprime, so that combinations
// repeat late.
const SUBJECTS: [&str; 8] = [
    "trams at night",
    "closed crossings",
    "passengers after midnight",
    "lanterns along the line",
    "complaints about noise",
    "delayed mornings",
    "drivers on call",
    "empty carriages",
];

const PLACES: [&str; 9] = [
    "at the old depot",
    "by the river stop",
    "on the market square",
    "in the school hall",
    "at both ends of the line",
    "near the mill bridge",
    "in the upper town",
    "at the hospital stop",
    "along the embankment",
];

const TIMES: [&str; 7] = [
    "in the first week of the trial",
    "on each night of the trial",
    "before the timetable changed",
    "after the meeting in the depot",
    "between midnight and four",
    "on the two nights with snow",
    "over the whole of March",
];

const FRAMES: [&str; 5] = [
    "What was seen there has been written down, and",
    "Two people stood there and kept the list;",
    "The figures were read out at the meeting, where it was said that",
    "A letter of that week puts it in one line:",
    "Asked about it after the meeting, the answer was that",
];

const VERBATIM: [&str; 11] = [
    "we counted each of them twice and came to the same figure",
    "nobody has shown us a list with other numbers on it",
    "the count was taken as it had been agreed in the winter",
    "there were fewer than anybody had expected when it began",
    "it is too early to say what a whole year would bring",
    "the sheets lie open in the depot, and anyone may read them",
    "that night was left out, because the line stood still",
    "we would rather count again than argue about a number",
    "what matters to us is what people heard in their bedrooms",
    "both of us signed the same sheet at the end of the night",
    "the numbers are ours, and so are the mistakes in them",
];

const WHOM: [&str; 6] = [
    "those at the meeting",
    "a reporter of the paper",
    "the council of the town",
    "not stated in the source",
    "listeners of the radio",
    "the other side, in a letter",
];

/// The words of a statement: partly paraphrase, partly verbatim.
fn said(number: usize) -> String {
    format!(
        "On {subject} {place}, {time}: {frame} “{verbatim}”.",
        subject = pick(&SUBJECTS, number / 3),
        place = pick(&PLACES, number),
        time = pick(&TIMES, number),
        frame = pick(&FRAMES, number),
        verbatim = pick(&VERBATIM, number),
    )
}

fn pick<'a>(list: &[&'a str], number: usize) -> &'a str {
    list[number % list.len()]
}

fn point_id(number: usize) -> String {
    format!("point-{number:04}")
}

fn source_id(number: usize) -> String {
    format!("report-{number}")
}
