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
    Absence, AbsenceWords, Cell, Chain, Circumstances, DateOrUnknown, Language, Outlet, PerSide,
    Point, Relay, RelayKind, Rendering, SaidHop, SideKey, Stated, Statement, Step, When, Wording,
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
            Some(Cell::Absence(Box::new(self.absence(absence?)?)))
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
            id: match &absence.id {
                Some(own) => Some(id(own)?),
                None => None,
            },
            kind: absence.kind.as_ref()?.value,
            note: text(&absence.note)?,
            searched: self.sources(&absence.searched)?,
            see: ids(&absence.see)?,
            when: match &absence.when {
                Some(when) => Some(self.when(Some(when))?),
                None => None,
            },
            words: match (&absence.wording.said, &absence.source) {
                (None, None) => None,
                (Some(_), Some(source)) => Some(AbsenceWords {
                    wording: self.wording(&absence.wording, Some(source))?,
                    source: self.source(source)?,
                }),
                _ => return None,
            },
        })
    }

    pub(super) fn statement(&self, raw: &RawStatement) -> Option<Statement> {
        let mut own = self.wording(&raw.wording, final_source(&raw.chain))?;
        own.indirect = raw.indirect;
        let renderings = raw.renderings.iter().map(|rendering| {
            let mut wording = self.wording(&rendering.wording, final_source(&rendering.chain))?;
            wording.indirect = rendering.indirect;
            Some(Rendering {
                compared: compare_wordings(&own, &wording),
                wording,
                attributed_to: text(&rendering.attributed_to),
                chain: self.chain(&rendering.chain)?,
                note: text(&rendering.note),
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
            indirect: false,
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
            date: match (&when.date, &when.unknown) {
                (Some(date), None) => DateOrUnknown::Known(date.value.date),
                (None, Some(reason)) => DateOrUnknown::Unknown(reason.value.clone()),
                _ => return None,
            },
            time: match when.date.as_ref().and_then(|date| date.value.time) {
                Some(moment) => Some(moment.time_of_day()?),
                None => None,
            },
            part: when.part.as_ref().map(|part| part.value),
            words: text(&when.words),
            words_language: text(&when.words_language).map(Language),
            counted_from: when.counted_from.as_ref().map(|from| from.value),
            other_calendar: text(&when.other_calendar),
            note: text(&when.note),
            source: match &when.source {
                Some(source) => Some(self.source(source)?),
                None => None,
            },
        })
    }

    pub(super) fn chain(&self, hops: &[RawHop]) -> Option<Chain> {
        let (last, before) = hops.split_last()?;
        let (said, steps) = match before.split_first()? {
            (first, rest) if hop_kind(first)? == HopKind::Said => (Some(first), rest),
            _ => (None, before),
        };
        Some(Chain {
            said: match said {
                Some(said) => Some(self.said_hop(said)?),
                None => None,
            },
            steps: steps
                .iter()
                .map(|hop| self.step(hop))
                .collect::<Option<_>>()?,
            kind: relay_kind(last)?,
            verb: text(&last.verb),
            at: text(&last.at),
            circumstances: self.circumstances(last)?,
            source: self.source(last.source.as_ref()?)?,
        })
    }

    fn said_hop(&self, hop: &RawHop) -> Option<SaidHop> {
        Some(SaidHop {
            to: match hop.to.as_ref()?.value.as_str() {
                NOT_STATED => Stated::NotStated,
                whom => Stated::As(whom.to_owned()),
            },
            verb: text(&hop.verb),
            circumstances: self.circumstances(hop)?,
        })
    }

    fn step(&self, hop: &RawHop) -> Option<Step> {
        if hop_kind(hop)? == HopKind::Unknown {
            return Some(Step::Unknown(text(&hop.note)?));
        }
        Some(Step::Relay(Relay {
            kind: relay_kind(hop)?,
            by: self.outlet(hop)?,
            verb: text(&hop.verb),
            at: text(&hop.at),
            circumstances: self.circumstances(hop)?,
        }))
    }

    fn circumstances(&self, hop: &RawHop) -> Option<Circumstances> {
        Some(Circumstances {
            how: text(&hop.how),
            place: text(&hop.place_name),
            when: match &hop.when {
                Some(when) => Some(self.when(Some(when))?),
                None => None,
            },
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

fn hop_kind(hop: &RawHop) -> Option<HopKind> {
    Some(hop.hop.as_ref()?.value)
}

fn relay_kind(hop: &RawHop) -> Option<RelayKind> {
    Some(match hop_kind(hop)? {
        HopKind::Reported => RelayKind::Reported,
        HopKind::Cited => RelayKind::Cited,
        HopKind::Carried => RelayKind::Carried,
        HopKind::PassedOn => RelayKind::PassedOn,
        HopKind::Filed => RelayKind::Filed,
        HopKind::Published => RelayKind::Published,
        HopKind::Said | HopKind::Unknown => return None,
    })
}
