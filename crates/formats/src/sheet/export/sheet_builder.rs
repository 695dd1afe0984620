//! Builds the rows of a dispute.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::row::{Row, absence_row, ids, keyword, lines, set, source_columns};
use crate::format::{Dispute, Hop, HopKind, Id, Point, Speaker, Statement};
use crate::sheet::chain;
use crate::sheet::when_columns::{SAID, when_columns};

/// The rows of a dispute, without the headers.
pub(super) fn rows(dispute: &Dispute) -> Vec<Row> {
    let mut sheet = SheetBuilder {
        dispute,
        rows: Vec::new(),
        described: BTreeSet::new(),
    };
    let head = &dispute.dispute;
    for (ids, after) in [(&head.points, false), (&head.after, true)] {
        for id in ids {
            if let Some(point) = dispute.points.get(id) {
                sheet.point_rows(id, point, after);
            }
        }
    }
    sheet.undescribed_rows();
    sheet.rows
}

struct SheetBuilder<'a> {
    dispute: &'a Dispute,
    rows: Vec<Row>,
    /// What a row already describes: `p` for a speaker, `s` for a side or party, `q` for a
    /// source, and its id.
    described: BTreeSet<(char, &'a Id)>,
}

impl<'a> SheetBuilder<'a> {
    fn point_rows(&mut self, id: &'a Id, point: &'a Point, after: bool) {
        let first = self.rows.len();
        for statement in &point.statements {
            self.statement_rows(statement);
        }
        for absence in &point.absences {
            let mut row = absence_row(absence);
            self.describe_side(&absence.side, &mut row);
            if let Some(source) = &absence.source {
                self.describe_source(source, &mut row);
            }
            self.rows.push(row);
        }
        for row in self.rows.iter_mut().skip(first) {
            set(row, "point", Some(id.as_str()));
        }
        if let Some(row) = self.rows.get_mut(first) {
            set(row, "question", Some(&point.question));
            set(row, "status", keyword(point.status));
            set(row, "accepted", point.accepted.as_ref());
            set(row, "contested", point.contested.as_ref());
            set(row, "rests-on", ids(&point.rests_on));
            set(row, "after", after.then_some("yes"));
        }
    }

    fn statement_rows(&mut self, statement: &'a Statement) {
        let mut row = Row::new();
        set(&mut row, "id", Some(statement.id.as_str()));
        set(&mut row, "speaker", Some(statement.speaker.as_str()));
        self.describe_speaker(&statement.speaker, &mut row);
        set(&mut row, "summarised-by", statement.summarised_by.as_ref());
        set(&mut row, "said", Some(&statement.said));
        set(
            &mut row,
            "language",
            statement.language.as_ref().map(|l| l.0.as_str()),
        );
        set(
            &mut row,
            "spoken-in",
            statement.spoken_in.as_ref().map(|l| l.0.as_str()),
        );
        set(&mut row, "translated-by", statement.translated_by.as_ref());
        set(&mut row, "not-verified", statement.not_verified.as_ref());
        set(&mut row, "indirect", statement.indirect.then_some("yes"));
        set(&mut row, "note", statement.note.as_ref());
        when_columns(&statement.when, &SAID, &mut row);
        self.chain_columns(&statement.chain, &mut row);
        self.rows.push(row);
        for rendering in &statement.renderings {
            let mut row = Row::from([("kind", "rendering".to_owned())]);
            set(&mut row, "id", Some(statement.id.as_str()));
            set(&mut row, "said", Some(&rendering.said));
            set(
                &mut row,
                "language",
                rendering.language.as_ref().map(|l| l.0.as_str()),
            );
            set(
                &mut row,
                "spoken-in",
                rendering.spoken_in.as_ref().map(|l| l.0.as_str()),
            );
            set(&mut row, "translated-by", rendering.translated_by.as_ref());
            set(&mut row, "not-verified", rendering.not_verified.as_ref());
            set(&mut row, "attributed-to", rendering.attributed_to.as_ref());
            set(&mut row, "indirect", rendering.indirect.then_some("yes"));
            set(&mut row, "note", rendering.note.as_ref());
            self.chain_columns(&rendering.chain, &mut row);
            self.rows.push(row);
        }
    }

    /// Fills in a chain: in four columns if they are enough, otherwise in `chain`.
    fn chain_columns(&mut self, hops: &'a [Hop], row: &mut Row) {
        match hops {
            [
                Hop {
                    hop: HopKind::Said,
                    to: Some(to),
                    how,
                    place_name: None,
                    when: None,
                    by: None,
                    source: None,
                    at: None,
                    verb: None,
                    note: None,
                },
                Hop {
                    hop: HopKind::Reported,
                    to: None,
                    how: None,
                    place_name: None,
                    when: None,
                    by: None,
                    source: Some(source),
                    at: None,
                    verb,
                    note: None,
                },
            ] => {
                set(row, "to", Some(to));
                set(row, "how", how.as_ref());
                set(row, "source", Some(source.as_str()));
                set(row, "verb", verb.as_ref());
            }
            _ => set(row, "chain", Some(chain::to_cell(hops))),
        }
        if let Some(source) = hops.last().and_then(|hop| hop.source.as_ref()) {
            self.describe_source(source, row);
        }
    }

    fn describe_speaker(&mut self, id: &'a Id, row: &mut Row) {
        if let (true, Some(speaker)) = (
            self.described.insert(('p', id)),
            self.dispute.speakers.get(id),
        ) {
            self.speaker_columns(speaker, row);
        }
    }

    fn speaker_columns(&mut self, speaker: &'a Speaker, row: &mut Row) {
        set(row, "speaker-name", Some(&speaker.name));
        set(row, "role", speaker.role.as_ref());
        set(row, "named", (!speaker.named).then_some("no"));
        set(row, "for", Some(speaker.speaks_for.as_str()));
        if let Some(name) = &speaker.own_name {
            set(row, "own-name", Some(&name.text));
            set(row, "own-name-language", Some(&name.language.0));
        }
        set(row, "other-spellings", lines(&speaker.other_spellings));
        self.describe_side(&speaker.speaks_for, row);
    }

    fn describe_side(&mut self, id: &Id, row: &mut Row) {
        let sides = &self.dispute.dispute.sides;
        let side = sides.iter().find(|side| side.id == *id);
        if let Some(side) = side.filter(|side| self.described.insert(('s', &side.id))) {
            set(row, "side-name", Some(&side.name));
        }
        let parties = &self.dispute.dispute.parties;
        let party = parties.iter().find(|party| party.id == *id);
        if let Some(party) = party.filter(|party| self.described.insert(('s', &party.id))) {
            set(row, "side-name", Some(&party.name));
            set(row, "party", Some("yes"));
        }
    }

    fn describe_source(&mut self, id: &'a Id, row: &mut Row) {
        if let (true, Some(source)) = (
            self.described.insert(('q', id)),
            self.dispute.sources.get(id),
        ) {
            source_columns(source, row);
        }
    }

    /// Adds rows for speakers and sources that no other row describes.
    fn undescribed_rows(&mut self) {
        let dispute = self.dispute;
        for (id, speaker) in without_description(&dispute.speakers, &self.described, 'p') {
            let mut row = Row::from([("kind", "speaker".to_owned())]);
            set(&mut row, "speaker", Some(id.as_str()));
            self.speaker_columns(speaker, &mut row);
            self.rows.push(row);
        }
        for (id, source) in without_description(&dispute.sources, &self.described, 'q') {
            let mut row = Row::from([("kind", "source".to_owned())]);
            set(&mut row, "source", Some(id.as_str()));
            source_columns(source, &mut row);
            self.rows.push(row);
        }
    }
}

fn without_description<'a, T>(
    all: &'a IndexMap<Id, T>,
    described: &BTreeSet<(char, &'a Id)>,
    kind: char,
) -> Vec<(&'a Id, &'a T)> {
    let left = all
        .iter()
        .filter(|(id, _)| !described.contains(&(kind, *id)));
    left.collect()
}
