//! The points of the dispute, with their statements.

use super::words::{PLACES, SUBJECTS, TIMES, WHOM, pick, said};
use super::{SIDES, SPEAKERS, Size, source_id};

impl Size {
    /// On every eighth point one side is absent, and the other makes all statements.
    pub(super) fn point(self, number: usize) -> String {
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
            0 => "  { hop = \"reported\", by = \"Hollow Radio\" },\n  { hop = \"cited\", ",
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
