//! Resolves points, with their statements and absences.

use super::{Resolver, final_source, id, ids, text};
use crate::format::HopKind;
use crate::read::RawWording;
use crate::read::compare::compare_wordings;
use crate::read::fields::Located;
use crate::read::quotations::{self, QuotingText};
use crate::read::raw::{Entry, RawAbsence, RawHop, RawPoint, RawStatement, RawWhen};
use crate::read::rules::NOT_STATED;
use crate::read::wording::spans;
use crate::{
    Absence, Cell, Chain, Language, Outlet, PerSide, Point, Relay, RelayKind, Rendering, SaidHop,
    SideKey, Stated, Statement, When, Wording,
};

impl Resolver<'_> {
    pub(super) fn points(&self, list: &[Located<String>]) -> Option<Vec<Point>> {
        list.iter()
            .map(|name| {
                let number = *self.points.get(name.value.as_str())?;
                self.point(&self.raw.points[number])
            })
            .collect()
    }

    pub(super) fn point(&self, point: &Entry<RawPoint>) -> Option<Point> {
        let statements = |side: Option<SideKey>| -> Option<Vec<Statement>> {
            let all = point.statements.iter().map(|raw| self.statement(raw));
            let all = all.collect::<Option<Vec<_>>>()?;
            let of = |statement: &Statement| {
                let speaker = &self.raw.speakers[usize::from(statement.speaker.0)];
                speaker
                    .speaks_for
                    .as_ref()
                    .and_then(|of| self.side(&of.value))
            };
            Some(
                all.into_iter()
                    .filter(|statement| of(statement) == side)
                    .collect(),
            )
        };
        let cell = |side: SideKey| -> Option<Cell> {
            let statements = statements(Some(side))?;
            if !statements.is_empty() {
                return Some(Cell::Statements(statements));
            }
            let absence = point.absences.iter().find(|absence| {
                absence.side.as_ref().and_then(|of| self.side(&of.value)) == Some(side)
            });
            Some(Cell::Absence(self.absence(absence?)?))
        };
        Some(Point {
            id: id(&point.id)?,
            question: text(&point.question)?,
            status: point.status.as_ref()?.value,
            accepted: text(&point.accepted),
            contested: text(&point.contested),
            rests_on: ids(&point.rests_on)?,
            cells: PerSide {
                first: cell(SideKey::First)?,
                second: cell(SideKey::Second)?,
            },
            others: statements(None)?,
        })
    }

    pub(super) fn absence(&self, absence: &RawAbsence) -> Option<Absence> {
        Some(Absence {
            kind: absence.kind.as_ref()?.value,
            note: text(&absence.note)?,
            searched: self.sources(&absence.searched)?,
            see: ids(&absence.see)?,
        })
    }

    pub(super) fn statement(&self, raw: &RawStatement) -> Option<Statement> {
        let own = self.wording(&raw.wording, final_source(&raw.chain))?;
        let renderings = raw.renderings.iter().map(|rendering| {
            let wording = self.wording(&rendering.wording, final_source(&rendering.chain))?;
            Some(Rendering {
                compared: compare_wordings(&own, &wording),
                wording,
                attributed_to: text(&rendering.attributed_to),
                chain: self.chain(&rendering.chain)?,
            })
        });
        Some(Statement {
            id: id(raw.id.as_ref()?)?,
            speaker: self.speaker(raw.speaker.as_ref()?)?,
            summarised_by: text(&raw.summarised_by),
            renderings: renderings.collect::<Option<_>>()?,
            wording: own,
            when: self.when(raw.when.as_ref())?,
            chain: self.chain(&raw.chain)?,
            note: text(&raw.note),
        })
    }

    pub(super) fn wording(
        &self,
        wording: &RawWording,
        source: Option<&Located<String>>,
    ) -> Option<Wording> {
        let language = text(&wording.language).or_else(|| text(&self.raw.head.language))?;
        let quoting = QuotingText {
            wording,
            source,
            item: None,
        };
        Some(Wording {
            spans: spans(&wording.said.as_ref()?.value)?,
            language: Language(language),
            spoken_in: text(&wording.spoken_in).map(Language),
            translated_by: text(&wording.translated_by),
            verification: quotations::verification(&self.searched, quoting).ok()?,
            cut: self.searched.cut(quoting),
        })
    }

    pub(super) fn when(&self, when: Option<&RawWhen>) -> Option<When> {
        let when = when?;
        Some(When {
            date: when.date.as_ref()?.value,
            words: text(&when.words),
            counted_from: when.counted_from.as_ref().map(|from| from.value),
            source: match &when.source {
                Some(source) => Some(self.source(source)?),
                None => None,
            },
        })
    }

    pub(super) fn chain(&self, hops: &[RawHop]) -> Option<Chain> {
        let (said, rest) = hops.split_first()?;
        let (last, relays) = rest.split_last()?;
        let relays = relays.iter().map(|hop| {
            Some(Relay {
                kind: relay_kind(hop)?,
                by: self.outlet(hop)?,
                verb: text(&hop.verb),
            })
        });
        Some(Chain {
            said: SaidHop {
                to: match said.to.as_ref()?.value.as_str() {
                    NOT_STATED => Stated::NotStated,
                    whom => Stated::As(whom.to_owned()),
                },
                how: text(&said.how),
            },
            relays: relays.collect::<Option<_>>()?,
            kind: relay_kind(last)?,
            verb: text(&last.verb),
            source: self.source(last.source.as_ref()?)?,
        })
    }

    pub(super) fn outlet(&self, hop: &RawHop) -> Option<Outlet> {
        match (&hop.source, &hop.by) {
            (Some(source), None) => Some(Outlet::Read(self.source(source)?)),
            (None, Some(by)) if by.value == NOT_STATED => Some(Outlet::NotStated),
            (None, Some(by)) => Some(Outlet::Named(by.value.clone())),
            _ => None,
        }
    }
}

fn relay_kind(hop: &RawHop) -> Option<RelayKind> {
    match hop.hop.as_ref()?.value {
        HopKind::Reported => Some(RelayKind::Reported),
        HopKind::Cited => Some(RelayKind::Cited),
        HopKind::Said => None,
    }
}
