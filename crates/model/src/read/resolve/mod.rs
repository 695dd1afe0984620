//! Converts checked files into the validated types. Returns `None` if something is
//! missing, which some rule should have reported.

mod entries;
mod points;

use std::collections::HashMap;

use crate::item_index::ItemIndex;
use crate::read::even_handed;
use crate::read::fields::Located;
use crate::read::quotations::SearchRecords;
use crate::read::raw::{RawDispute, RawHop, RawLibrary, RawParty, RawSide, RawSupported};
use crate::read::register;
use crate::read::wording::spans;
use crate::{
    Dispute, Figures, Id, Language, Library, Party, PartyIx, PerSide, Position, Side, SideKey,
    SourceIx, SpeakerIx, Supported,
};

pub(super) fn library(raw: &RawLibrary) -> Option<Library> {
    let disputes = raw.site.file.disputes.iter().map(|name| {
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

fn resolve_party(party: &RawParty) -> Option<Party> {
    Some(Party {
        id: id(party.id.as_ref()?)?,
        name: text(&party.name)?,
        about: text(&party.about),
        says: text(&party.says),
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
        let [first, second] = head.sides.as_slice() else {
            return None;
        };
        Some(Dispute {
            id: raw.id.parse().ok()?,
            question: text(&head.question)?,
            short_title: text(&head.short_title),
            setting: text(&head.setting)?,
            language: Language(text(&head.language)?),
            as_of: head.as_of.as_ref()?.value,
            as_of_time: match &head.as_of_time {
                Some(time) => Some(time.time_of_day()?),
                None => None,
            },
            as_of_report: match &head.as_of_report {
                Some(source) => Some(self.source(source)?),
                None => None,
            },
            as_of_note: text(&head.as_of_note),
            summary: texts(&head.summary),
            accepted: head
                .accepted
                .iter()
                .map(|text| supported(text))
                .collect::<Option<_>>()?,
            contested: head
                .contested
                .iter()
                .map(|text| supported(text))
                .collect::<Option<_>>()?,
            next: match &head.next {
                Some(next) => Some(supported(next)?),
                None => None,
            },
            sides: PerSide {
                first: resolve_side(first)?,
                second: resolve_side(second)?,
            },
            parties: head
                .parties
                .iter()
                .map(resolve_party)
                .collect::<Option<_>>()?,
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

    fn side(&self, name: &str) -> Option<SideKey> {
        let index = self
            .raw
            .head
            .sides
            .iter()
            .position(|side| side.id.as_ref().is_some_and(|id| id.value == name))?;
        SideKey::BOTH.get(index).copied()
    }

    fn party(&self, name: &str) -> Option<PartyIx> {
        let mut parties = self.raw.head.parties.iter();
        let index =
            parties.position(|party| party.id.as_ref().is_some_and(|id| id.value == name))?;
        u16::try_from(index).ok().map(PartyIx)
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
pub(super) fn final_source(chain: &[RawHop]) -> Option<&Located<String>> {
    chain.last()?.source.as_ref()
}
