//! Converts checked files into the validated types. Returns `None` if something is
//! missing, which some rule should have reported.

use std::collections::HashMap;

use super::compare::compare_wordings;
use super::even_handed;
use super::fields::Located;
use super::quotations::{self, QuotingText, SearchRecords};
use super::raw::{
    RawAbsence, RawChain, RawDispute, RawHop, RawLibrary, RawPoint, RawSide, RawStatement,
    RawSupported, RawWhen, RawWording,
};
use super::register;
use super::rules::NOT_STATED;
use super::wording::spans;
use crate::item_index::ItemIndex;
use crate::{
    Absence, AbsenceKind, Accounted, Called, Cell, Chain, Coverage, Dispute, Document, Event,
    Figures, HeadText, Id, Language, Library, Link, OpenQuestion, Outlet, PerSide, Point, Position,
    ReadAs, Relay, RelayKind, Rendering, Retired, Revision, RevisionKind, SaidHop, Side, SideKey,
    Source, SourceIx, Speaker, SpeakerIx, SpeaksFor, Stated, Statement, Status, Supported,
    TimeOfDay, When, Wording,
};

pub(super) fn library(raw: &RawLibrary) -> Option<Library> {
    let disputes = raw.order.iter().map(|name| {
        let raw = raw
            .disputes
            .iter()
            .find(|dispute| dispute.id == name.value)?;
        let mut dispute = Resolver::new(raw).dispute()?;
        register::apply(&mut dispute, &raw.register);
        dispute.figures = even_handed::figures(raw, &dispute);
        Some(dispute)
    });
    Some(Library {
        site: raw.site.resolve()?,
        disputes: disputes.collect::<Option<_>>()?,
    })
}

type Text = Option<Located<String>>;

fn text(text: &Text) -> Option<String> {
    Some(text.as_ref()?.value.clone())
}

fn texts(texts: &[Located<String>]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}

fn supported(raw: &RawSupported) -> Option<Supported> {
    Some(Supported {
        text: text(&raw.text)?,
        rests_on: ids(&raw.rests_on)?,
    })
}

fn resolve_side(side: &RawSide) -> Option<Side> {
    Some(Side {
        id: id(side.id.as_ref()?)?,
        name: text(&side.name)?,
        says: text(&side.says)?,
        position: match &side.position {
            Some(position) => Some(Position {
                spans: spans(&position.text.as_ref()?.value)?,
                rests_on: ids(&position.rests_on)?,
            }),
            None => None,
        },
    })
}

fn id(id: &Located<String>) -> Option<Id> {
    id.value.parse().ok()
}

fn ids(list: &[Located<String>]) -> Option<Vec<Id>> {
    list.iter().map(id).collect()
}

struct Resolver<'a> {
    raw: &'a RawDispute,
    /// The index of each id in its list.
    points: HashMap<&'a str, usize>,
    speakers: HashMap<&'a str, usize>,
    sources: HashMap<&'a str, usize>,
    searched: SearchRecords<'a>,
}

impl<'a> Resolver<'a> {
    fn new(raw: &'a RawDispute) -> Self {
        Self {
            raw,
            points: indices_by_id(raw.points.iter().map(|point| &point.id)),
            speakers: indices_by_id(raw.speakers.iter().map(|speaker| &speaker.id)),
            sources: indices_by_id(raw.sources.iter().map(|source| &source.id)),
            searched: SearchRecords::from_dispute(raw),
        }
    }

    /// Long because a dispute has many fields.
    fn dispute(&self) -> Option<Dispute> {
        let raw = self.raw;
        let head = &raw.head;
        let [first, second] = raw.sides.as_slice() else {
            return None;
        };
        Some(Dispute {
            id: raw.id.parse().ok()?,
            question: text(&head.question)?,
            setting: text(&head.setting)?,
            language: Language(text(&head.language)?),
            as_of: head.as_of.as_ref()?.value,
            as_of_time: match head.as_of_time {
                Some(time) => Some(TimeOfDay {
                    minutes: u16::try_from(time.minutes).ok()?,
                    offset: i16::try_from(time.offset).ok()?,
                }),
                None => None,
            },
            as_of_report: match &head.as_of_report {
                Some(source) => Some(self.source(source)?),
                None => None,
            },
            as_of_note: text(&head.as_of_note),
            summary: texts(&head.summary),
            accepted: head.accepted.iter().map(supported).collect::<Option<_>>()?,
            contested: head
                .contested
                .iter()
                .map(supported)
                .collect::<Option<_>>()?,
            next: match &head.next {
                Some(next) => Some(supported(next)?),
                None => None,
            },
            sides: PerSide {
                first: resolve_side(first)?,
                second: resolve_side(second)?,
            },
            order_note: text(&head.order_note)?,
            method: texts(&head.method),
            speakers: self.speakers()?,
            sources: self.all_sources()?,
            principal_source: match &head.principal_source {
                Some(source) => Some(self.source(source)?),
                None => None,
            },
            coverage: self.coverage()?,
            points: self.points(&head.points)?,
            after: self.points(&head.after)?,
            documents: self.documents()?,
            events: self.events()?,
            open_questions: self.open_questions()?,
            revisions: self.revisions()?,
            retired: self.retired()?,
            fingerprints: Vec::new(),
            earlier: Vec::new(),
            head_fingerprints: Vec::new(),
            figures: Figures::default(),
            index: ItemIndex::default(),
        })
    }

    /// The events, in order of date.
    fn events(&self) -> Option<Vec<Event>> {
        let mut events = self
            .raw
            .events
            .iter()
            .map(|event| {
                Some(Event {
                    id: id(&event.id)?,
                    what: text(&event.what)?,
                    when: self.when(event.when.as_ref())?,
                    actor: match &event.actor {
                        Some(actor) => Some(self.side(&actor.value)?),
                        None => None,
                    },
                    sources: self.sources(&event.sources)?,
                    points: ids(&event.points)?,
                    after: event.after,
                })
            })
            .collect::<Option<Vec<_>>>()?;
        events.sort_by_key(|event| event.when.date);
        Some(events)
    }

    /// The revisions, newest first.
    fn revisions(&self) -> Option<Vec<Revision>> {
        let mut revisions = self
            .raw
            .revisions
            .iter()
            .map(|revision| {
                Some(Revision {
                    date: revision.date.as_ref()?.value,
                    kind: match revision.kind.as_ref()?.value.as_str() {
                        "first-published" => RevisionKind::FirstPublished,
                        "correction" => RevisionKind::Correction,
                        "new-information" => RevisionKind::NewInformation,
                        "wording" => RevisionKind::Wording,
                        _ => return None,
                    },
                    what: text(&revision.what)?,
                    items: ids(&revision.items)?,
                    texts: revision
                        .texts
                        .iter()
                        .map(|text| HeadText::from_name(&text.value))
                        .collect::<Option<_>>()?,
                })
            })
            .collect::<Option<Vec<_>>>()?;
        sort_newest_first(&mut revisions);
        Some(revisions)
    }

    fn open_questions(&self) -> Option<Vec<OpenQuestion>> {
        self.raw
            .open
            .iter()
            .map(|open| {
                Some(OpenQuestion {
                    id: id(&open.id)?,
                    question: text(&open.question)?,
                    settled_by: text(&open.settled_by)?,
                    points: ids(&open.points)?,
                    after: open.after,
                })
            })
            .collect()
    }

    fn retired(&self) -> Option<Vec<Retired>> {
        let aliases = self.raw.aliases.iter().map(|(from, to)| {
            Some(Retired::Alias {
                from: id(from.as_ref()?)?,
                to: id(to.as_ref()?)?,
            })
        });
        let tombstones = self.raw.tombstones.iter().map(|gone| {
            Some(Retired::Tombstone {
                id: id(gone.id.as_ref()?)?,
                date: gone.date.as_ref()?.value,
                reason: text(&gone.reason)?,
            })
        });
        aliases.chain(tombstones).collect()
    }

    fn speakers(&self) -> Option<Vec<Speaker>> {
        self.raw
            .speakers
            .iter()
            .map(|speaker| {
                Some(Speaker {
                    id: id(&speaker.id)?,
                    name: text(&speaker.name)?,
                    named: speaker.named,
                    role: text(&speaker.role),
                    speaks_for: match speaker.speaks_for.as_ref()?.value.as_str() {
                        "press" => SpeaksFor::Press,
                        "third-party" => SpeaksFor::ThirdParty,
                        side => SpeaksFor::Side(self.side(side)?),
                    },
                })
            })
            .collect()
    }

    fn all_sources(&self) -> Option<Vec<Source>> {
        self.raw
            .sources
            .iter()
            .map(|source| {
                Some(Source {
                    id: id(&source.id)?,
                    outlet: text(&source.outlet)?,
                    headline: text(&source.headline)?,
                    authors: texts(&source.authors),
                    corporate_authors: texts(&source.corporate_authors),
                    published: source.published.as_ref()?.value,
                    language: Language(text(&source.language)?),
                    link: match (&source.link, &source.link_not_recorded) {
                        (Some(link), None) => Link::At(link.value.clone()),
                        (None, Some(reason)) => Link::NotRecorded(reason.value.clone()),
                        _ => return None,
                    },
                    archived: text(&source.archived),
                    read: match source.read.as_ref()?.value.as_str() {
                        "whole" => ReadAs::Whole,
                        "excerpt" => ReadAs::Excerpt,
                        _ => return None,
                    },
                    transcript: source.transcript,
                    note: text(&source.note),
                })
            })
            .collect()
    }

    fn coverage(&self) -> Option<Vec<Coverage>> {
        let all = self.raw.coverage.iter().map(|coverage| {
            let sentences = coverage.sentences.iter().map(|sentence| {
                Some(match &sentence.left_out {
                    Some(why) => Accounted::LeftOut(why.value.clone()),
                    None => Accounted::Taken(ids(&sentence.ids)?),
                })
            });
            Some(Coverage {
                source: self.source(&coverage.source)?,
                sentences: sentences.collect::<Option<_>>()?,
            })
        });
        all.collect()
    }

    fn documents(&self) -> Option<Vec<Document>> {
        self.raw
            .documents
            .iter()
            .map(|document| {
                let called = document.called.iter().map(|called| {
                    Some(Called {
                        by: self.speaker(called.by.as_ref()?)?,
                        wording: self.wording(&called.wording, called.source.as_ref())?,
                        source: self.source(called.source.as_ref()?)?,
                        after: called.after.as_ref().is_some_and(|after| after.value),
                    })
                });
                Some(Document {
                    id: id(&document.id)?,
                    name: text(&document.name)?,
                    when: self.when(document.when.as_ref())?,
                    about: text(&document.about)?,
                    called: called.collect::<Option<_>>()?,
                    sources: self.sources(&document.sources)?,
                    points: ids(&document.points)?,
                    after: document.after,
                })
            })
            .collect()
    }

    fn points(&self, list: &[Located<String>]) -> Option<Vec<Point>> {
        list.iter()
            .map(|name| {
                let number = *self.points.get(name.value.as_str())?;
                self.point(&self.raw.points[number])
            })
            .collect()
    }

    fn point(&self, point: &RawPoint) -> Option<Point> {
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
            status: match point.status.as_ref()?.value.as_str() {
                "agreed" => Status::Agreed,
                "disputed-fact" => Status::DisputedFact,
                "disputed-characterisation" => Status::DisputedCharacterisation,
                "one-side-only" => Status::OneSideOnly,
                "not-addressed" => Status::NotAddressed,
                _ => return None,
            },
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

    fn absence(&self, absence: &RawAbsence) -> Option<Absence> {
        Some(Absence {
            kind: match absence.kind.as_ref()?.value.as_str() {
                "not-found" => AbsenceKind::NotFound,
                "declined" => AbsenceKind::Declined,
                "not-disclosed" => AbsenceKind::NotDisclosed,
                "not-asked" => AbsenceKind::NotAsked,
                _ => return None,
            },
            note: text(&absence.note)?,
            searched: self.sources(&absence.searched)?,
            see: ids(&absence.see)?,
        })
    }

    fn statement(&self, raw: &RawStatement) -> Option<Statement> {
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

    fn wording(&self, wording: &RawWording, source: Option<&Located<String>>) -> Option<Wording> {
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

    fn when(&self, when: Option<&RawWhen>) -> Option<When> {
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

    fn chain(&self, chain: &RawChain) -> Option<Chain> {
        let (said, rest) = chain.hops.split_first()?;
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

    fn outlet(&self, hop: &RawHop) -> Option<Outlet> {
        match (&hop.source, &hop.by) {
            (Some(source), None) => Some(Outlet::Read(self.source(source)?)),
            (None, Some(by)) if by.value == NOT_STATED => Some(Outlet::NotStated),
            (None, Some(by)) => Some(Outlet::Named(by.value.clone())),
            _ => None,
        }
    }

    fn side(&self, name: &str) -> Option<SideKey> {
        let index = self
            .raw
            .sides
            .iter()
            .position(|side| side.id.as_ref().is_some_and(|id| id.value == name))?;
        SideKey::BOTH.get(index).copied()
    }

    fn speaker(&self, name: &Located<String>) -> Option<SpeakerIx> {
        let index = *self.speakers.get(name.value.as_str())?;
        u16::try_from(index).ok().map(SpeakerIx)
    }

    fn source(&self, name: &Located<String>) -> Option<SourceIx> {
        let index = *self.sources.get(name.value.as_str())?;
        u16::try_from(index).ok().map(SourceIx)
    }

    fn sources(&self, names: &[Located<String>]) -> Option<Vec<SourceIx>> {
        names.iter().map(|name| self.source(name)).collect()
    }
}

/// The index of each id in its list.
fn indices_by_id<'a>(ids: impl Iterator<Item = &'a Located<String>>) -> HashMap<&'a str, usize> {
    let numbered = ids
        .enumerate()
        .map(|(number, id)| (id.value.as_str(), number));
    numbered.collect()
}

/// The source at the end of a chain.
pub(super) fn final_source(chain: &RawChain) -> Option<&Located<String>> {
    chain.hops.last()?.source.as_ref()
}

fn relay_kind(hop: &RawHop) -> Option<RelayKind> {
    match hop.hop.as_ref()?.value.as_str() {
        "reported" => Some(RelayKind::Reported),
        "cited" => Some(RelayKind::Cited),
        _ => None,
    }
}

/// Sorts revisions, newest first. Files may start with the oldest or the newest one;
/// within a day, file order decides.
fn sort_newest_first(revisions: &mut [Revision]) {
    if let ([first, ..], [.., last]) = (&*revisions, &*revisions) {
        let from_old = first.date < last.date || (first.date == last.date && first.is_first());
        if from_old {
            revisions.reverse();
        }
    }
    revisions.sort_by_key(|revision| std::cmp::Reverse(revision.date));
}
