//! The files of the dispute except its points.

use super::words::{OUTLETS, PLACES, SUBJECTS, pick};
use super::{SIDES, SPEAKERS, Size, point_id, source_id};
use crate::stress::quoted;

impl Size {
    pub(super) fn head(self) -> String {
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

    pub(super) fn source(self, number: usize) -> String {
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

    pub(super) fn document(self, number: usize) -> String {
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

    pub(super) fn event(self, number: usize) -> String {
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

    pub(super) fn open_question(self, number: usize) -> String {
        format!(
            "[unknown-{number}]\nquestion = \"Who kept the count of {subject}?\"\nsettled-by = \"The book of the depot for March 2031.\"\npoints = [\"{point}\"]\n\n",
            subject = pick(&SUBJECTS, number),
            point = point_id(1 + number * 50 % self.points),
        )
    }
}

pub(super) fn speakers() -> String {
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
