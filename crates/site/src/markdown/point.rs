//! Writes points: the statements and absences of each side.

use says_who_model::{Absence, Cell, ItemRef, Point, SideKey};

use super::Writer;
use super::inline::escape;

impl Writer<'_> {
    /// Points with consecutive numbers.
    pub(super) fn points(&mut self, first_number: usize, points: &[Point]) {
        for (number, point) in (first_number..).zip(points) {
            self.point(number, point);
        }
    }

    fn point(&mut self, number: usize, point: &Point) {
        let words = self.words;
        self.block(&format!(
            "### {}: {}",
            (words.point)(number),
            escape(&point.question)
        ));
        self.block(&format!("*{}*", (words.status)(point.status)));
        let ground = [
            ((words.accepted_here)(point.status), &point.accepted),
            ((words.contested_here)(point.status), &point.contested),
        ];
        for (head, text) in ground {
            if let Some(text) = text {
                self.block(&format!("**{head}:** {}", escape(text)));
            }
        }
        for side in [SideKey::First, SideKey::Second] {
            self.block(&format!(
                "#### {}",
                escape(&self.dispute.sides.get(side).says)
            ));
            match point.cells.get(side) {
                Cell::Statements(statements) => {
                    statements
                        .iter()
                        .for_each(|statement| self.statement(statement));
                }
                Cell::Absence(absence) => self.absence(absence),
            }
        }
        let dispute = self.dispute;
        for (voice, group) in
            dispute.by_voice(&point.others, |one| dispute.speaker(one.speaker).speaks_for)
        {
            let head = words.voice_says(dispute, voice);
            self.block(&format!("#### {}", escape(&head)));
            group
                .into_iter()
                .for_each(|statement| self.statement(statement));
        }
    }

    fn absence(&mut self, absence: &Absence) {
        let words = self.words;
        let mut kind = (words.absence)(absence.kind).to_owned();
        if let Some(when) = &absence.when {
            kind.push_str((words.items.absence_date)(absence.kind));
            kind.push_str(&(words.when)(when));
        }
        let declined = absence.words.as_ref().map_or_else(String::new, |declined| {
            let said = escape(&declined.wording.with_quotation_marks());
            let mut line = format!(" {said} ({}).", self.link(declined.source));
            self.wording(&declined.wording, &mut line);
            line
        });
        let searched = match self.links(&absence.searched) {
            links if links.is_empty() => links,
            links => format!(" {} {links}.", words.searched),
        };
        let see = absence
            .see
            .iter()
            .filter_map(|id| self.dispute.find(id.as_str()));
        let see: Vec<String> = see
            .filter_map(|found| match found {
                ItemRef::Item(item) => Some(escape(&words.item_title(self.dispute, &item))),
                _ => None,
            })
            .collect();
        let see = match see.as_slice() {
            [] => String::new(),
            see => format!(" {} {}.", words.see_also, see.join("; ")),
        };
        let note = escape(&absence.note);
        self.block(&format!("*{kind}.* {note}{declined}{see}{searched}"));
    }
}
