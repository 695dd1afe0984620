//! The data block: the structured data of a page's dispute, in the page. The app reads
//! it from there.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use says_who_model::{
    self as model, Chain, Dispute, EdtfDate, ItemRef, Outlet, Retired, SideKey, SpeaksFor, Step,
    When,
};
use says_who_page_data::{
    Days, FormerId, Hop, Named, OutletIx, PageData, PartyIx, Point, Quoting, Rendering, Source,
    SourceIx, Speaker, SpeakerIx, Statement, Voice,
};
use yew::prelude::*;

use crate::dom::id;
use crate::inert_block::inert_block;

/// The data of these points of a dispute as an element of the page.
pub(crate) fn data_block<'d>(
    dispute: &'d Dispute,
    points: impl IntoIterator<Item = &'d model::Point>,
) -> Html {
    let data = page_data(dispute, points);
    let text = STANDARD_NO_PAD.encode(data.encode());
    inert_block("application/x-postcard", id::DATA, text)
}

/// The data of these points of a dispute, and of what they refer to.
pub fn page_data<'d>(
    dispute: &'d Dispute,
    points: impl IntoIterator<Item = &'d model::Point>,
) -> PageData {
    let mut builder = Builder {
        dispute,
        speakers: List::default(),
        parties: List::default(),
        sources: List::default(),
        outlets: List::default(),
    };
    let points = points.into_iter().map(|point| builder.point(point));
    let points = points.collect();
    let Builder {
        speakers,
        parties,
        sources,
        outlets,
        ..
    } = builder;
    PageData {
        sides: SideKey::BOTH.map(|side| {
            let side = dispute.sides.get(side);
            named(&side.id, &side.name)
        }),
        parties: parties.entries,
        speakers: speakers.entries,
        sources: sources.entries,
        outlets: outlets.entries,
        points,
        former_ids: former_ids(dispute),
    }
}

/// The former ids of items that are still there.
fn former_ids(dispute: &Dispute) -> Vec<FormerId> {
    let present = |from: &model::Id| match dispute.follow(from.as_str()) {
        Some(ItemRef::Item(item)) => Some(FormerId {
            from: from.to_string(),
            to: item.id().to_string(),
        }),
        Some(ItemRef::Alias(_) | ItemRef::Gone(..)) | None => None,
    };
    let retired = dispute.retired.iter();
    retired
        .filter_map(|retired| match retired {
            Retired::Alias { from, .. } => present(from),
            Retired::Tombstone { .. } => None,
        })
        .collect()
}

fn named(id: &model::Id, name: &str) -> Named {
    Named {
        id: id.to_string(),
        name: name.to_owned(),
    }
}

/// Collects what the points refer to.
struct Builder<'d> {
    dispute: &'d Dispute,
    speakers: List<model::SpeakerIx, Speaker>,
    parties: List<model::PartyIx, Named>,
    sources: List<model::SourceIx, Source>,
    outlets: List<&'d str, String>,
}

impl<'d> Builder<'d> {
    fn point(&mut self, point: &'d model::Point) -> Point {
        let statements = point.statements();
        Point {
            id: point.id.to_string(),
            statements: statements.map(|one| self.statement(one)).collect(),
        }
    }

    fn statement(&mut self, statement: &'d model::Statement) -> Statement {
        // In the order of the page: first those of the same report.
        let (same, other): (Vec<_>, Vec<_>) = statement
            .renderings
            .iter()
            .partition(|rendering| statement.is_in_same_report(rendering));
        let renderings = same.into_iter().chain(other);
        Statement {
            id: statement.id.to_string(),
            speaker: self.speaker(statement.speaker),
            quoting: quoting(statement),
            said: days(&statement.when),
            chain: self.chain(&statement.chain),
            renderings: renderings
                .map(|rendering| Rendering {
                    chain: self.chain(&rendering.chain),
                })
                .collect(),
        }
    }

    fn speaker(&mut self, of: model::SpeakerIx) -> SpeakerIx {
        let speaker = self.dispute.speaker(of);
        let voice = match speaker.speaks_for {
            SpeaksFor::Side(SideKey::First) => Voice::FirstSide,
            SpeaksFor::Side(SideKey::Second) => Voice::SecondSide,
            SpeaksFor::Party(party) => {
                let of = self.dispute.party(party);
                Voice::Party(PartyIx(
                    self.parties.place_of(party, || named(&of.id, &of.name)),
                ))
            }
            SpeaksFor::Press => Voice::Press,
            SpeaksFor::ThirdParty => Voice::ThirdParty,
        };
        SpeakerIx(self.speakers.place_of(of, || Speaker {
            id: speaker.id.to_string(),
            voice,
            is_named: speaker.named,
        }))
    }

    /// The hops from the speaker to the source that was read.
    fn chain(&mut self, chain: &'d Chain) -> Vec<Hop> {
        let steps = chain.steps.iter().map(|step| match step {
            Step::Relay(relay) => self.hop(&relay.by),
            Step::Unknown(_) => Hop::Unknown,
        });
        let mut hops: Vec<Hop> = steps.collect();
        hops.push(Hop::Read(self.source(chain.source)));
        hops
    }

    fn hop(&mut self, outlet: &'d Outlet) -> Hop {
        match outlet {
            Outlet::Read(source) => Hop::Read(self.source(*source)),
            Outlet::Named(name) => Hop::Named(self.outlet(name)),
            Outlet::NotStated => Hop::Unknown,
        }
    }

    fn source(&mut self, of: model::SourceIx) -> SourceIx {
        let source = self.dispute.source(of);
        let outlet = self.outlet(&source.outlet);
        let agency = source.agency.as_deref().map(|name| self.outlet(name));
        SourceIx(self.sources.place_of(of, || Source {
            id: source.id.to_string(),
            outlet,
            agency,
        }))
    }

    fn outlet(&mut self, name: &'d str) -> OutletIx {
        OutletIx(self.outlets.place_of(name, || name.to_owned()))
    }
}

/// A list that grows as its entries are referred to. Each has a key of its own.
struct List<K, V> {
    keys: Vec<K>,
    entries: Vec<V>,
}

impl<K, V> Default for List<K, V> {
    fn default() -> Self {
        Self {
            keys: Vec::new(),
            entries: Vec::new(),
        }
    }
}

impl<K: PartialEq, V> List<K, V> {
    /// The position of the entry with this key; `entry` makes it if it is new.
    fn place_of(&mut self, key: K, entry: impl FnOnce() -> V) -> u16 {
        let place = self.keys.iter().position(|other| *other == key);
        let place = place.unwrap_or_else(|| {
            self.keys.push(key);
            self.entries.push(entry());
            self.keys.len() - 1
        });
        // The model counts its lists in u16, too.
        u16::try_from(place).unwrap_or(u16::MAX)
    }
}

fn quoting(statement: &model::Statement) -> Quoting {
    if statement.is_summary() {
        return Quoting::Summarised;
    }
    match statement.wording.quoting() {
        model::Quoting::Paraphrase => Quoting::Paraphrased,
        model::Quoting::Direct | model::Quoting::Mixed => Quoting::Quoted,
    }
}

fn days(when: &When) -> Days {
    let day = |date: Option<model::Date>| date.map(model::Date::day_number);
    let date = when.known();
    Days {
        earliest: day(date.and_then(EdtfDate::earliest)),
        latest: day(date.and_then(EdtfDate::latest)),
    }
}
