//! A dispute: the explainer of one question.

use crate::item_index::ItemIndex;
use crate::{
    Actor, Coverage, Date, Document, Earlier, Event, Figures, Fingerprint, HeadText, Id, Item,
    ItemRef, Language, OpenQuestion, Outlet, Party, PartyIx, PerSide, Point, Position, Retired,
    Revision, Side, SideKey, Source, SourceIx, Speaker, SpeakerIx, SpeakerOrSide, SpeaksFor,
    Statement, Status, Supported, TimeOfDay,
};

/// The explainer of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dispute {
    /// The dispute's id: the name of its folder.
    pub id: Id,
    /// The question.
    pub question: String,
    /// The question in a few words.
    pub short_title: Option<String>,
    /// Time and place in a few words, such as "January and February 2022".
    pub setting: String,
    /// The language it is written in.
    pub language: Language,
    /// The date up to which it covers events.
    pub as_of: Date,
    /// The time on that date, where the date alone is too coarse.
    pub as_of_time: Option<TimeOfDay>,
    /// The last report that is covered, where the date alone is too coarse: what
    /// became known after it counts as later.
    pub as_of_report: Option<SourceIx>,
    /// What exactly the as-of date covers, in a sentence.
    pub as_of_note: Option<String>,
    /// A short neutral summary, in paragraphs; never empty.
    pub summary: Vec<String>,
    /// What both sides accept.
    pub accepted: Vec<Supported>,
    /// What they contest.
    pub contested: Vec<Supported>,
    /// What happened after the as-of date, in a sentence that rests on later items.
    pub next: Option<Supported>,
    /// The two sides.
    pub sides: PerSide<Side>,
    /// The parties beside the sides, in the order of the data.
    pub parties: Vec<Party>,
    /// Why the sides stand in this order.
    pub order_note: String,
    /// How the statements of this dispute were selected and read, in paragraphs.
    pub method: Vec<String>,
    /// The people and bodies that are quoted.
    pub speakers: Vec<Speaker>,
    /// The sources that were read.
    pub sources: Vec<Source>,
    /// The source that the dispute follows, if it follows one.
    pub principal_source: Option<SourceIx>,
    /// How the dispute accounts for each sentence of sources that were read
    /// completely.
    pub coverage: Vec<Coverage>,
    /// The points, in order; never empty.
    pub points: Vec<Point>,
    /// Points about what came after the as-of date.
    pub after: Vec<Point>,
    /// The documents that the sides argue about.
    pub documents: Vec<Document>,
    /// What happened, in order of date.
    pub events: Vec<Event>,
    /// What is not known.
    pub open_questions: Vec<OpenQuestion>,
    /// The change log, newest first.
    pub revisions: Vec<Revision>,
    /// Ids that are no longer in use.
    pub retired: Vec<Retired>,
    /// The fingerprint of each item, in the order of [`Dispute::items`].
    pub fingerprints: Vec<Fingerprint>,
    /// The earlier published versions of items.
    pub earlier: Vec<Earlier>,
    /// The fingerprints of the dispute-level texts that it has.
    pub head_fingerprints: Vec<(HeadText, Fingerprint)>,
    /// Figures on how even-handed it is.
    pub(crate) figures: Figures,
    pub(crate) index: ItemIndex,
}

impl Dispute {
    /// The speaker at `index`.
    #[must_use]
    pub fn speaker(&self, index: SpeakerIx) -> &Speaker {
        &self.speakers[usize::from(index.0)]
    }

    /// The index of each speaker.
    pub fn speaker_indices(&self) -> impl Iterator<Item = SpeakerIx> + use<> {
        let count = u16::try_from(self.speakers.len()).unwrap_or(u16::MAX);
        (0..count).map(SpeakerIx)
    }

    /// The party at `index`.
    #[must_use]
    pub fn party(&self, index: PartyIx) -> &Party {
        &self.parties[usize::from(index.0)]
    }

    /// The name of the side or the party that acted.
    #[must_use]
    pub fn actor_name(&self, actor: Actor) -> &str {
        match actor {
            Actor::Side(side) => &self.sides.get(side).name,
            Actor::Party(party) => &self.party(party).name,
        }
    }

    /// Groups what speakers said by whom they speak for, in the order in which each
    /// of these speaks first.
    pub fn by_voice<'t, T>(
        &self,
        all: impl IntoIterator<Item = &'t T>,
        voice: impl Fn(&T) -> SpeaksFor,
    ) -> Vec<(SpeaksFor, Vec<&'t T>)> {
        let mut groups: Vec<(SpeaksFor, Vec<&T>)> = Vec::new();
        for one in all {
            let voice = voice(one);
            match groups.iter_mut().find(|group| group.0 == voice) {
                Some((_, group)) => group.push(one),
                None => groups.push((voice, vec![one])),
            }
        }
        groups
    }

    /// The point that represents an item where there is room for one: the first that it
    /// bears on, and for a speaker that of their earliest statement.
    #[must_use]
    pub fn first_point_of(&self, item: &Item<'_>) -> Option<&Point> {
        match item {
            Item::Speaker(speaker) => self.statements_by(speaker).first().map(|(point, _)| *point),
            _ => self.points_of(item).into_iter().next(),
        }
    }

    /// The statements of a speaker, each with its point: in order of their days, and
    /// those of one day in page order. Statements whose date is not known are last.
    #[must_use]
    pub fn statements_by<'d>(&'d self, speaker: &Speaker) -> Vec<(&'d Point, &'d Statement)> {
        let points = self.points_with_speaker(&speaker.id).into_iter();
        let statements = points.flat_map(|point| point.statements().map(move |one| (point, one)));
        let mut statements: Vec<_> = statements
            .filter(|(_, one)| self.speaker(one.speaker).id == speaker.id)
            .collect();
        statements.sort_by_key(|(_, one)| (one.when.sort_key(), one.when.time_sort_key()));
        statements
    }

    /// Those beside the sides for whom somebody speaks: the parties in the order of the
    /// data, the press, then anyone else.
    pub fn other_voices(&self) -> impl Iterator<Item = SpeaksFor> + use<> {
        let mut voices: Vec<SpeaksFor> = self.speakers.iter().map(|one| one.speaks_for).collect();
        voices.retain(|voice| voice.side().is_none());
        voices.sort_by_key(|voice| match *voice {
            SpeaksFor::Party(party) => (0, Some(party)),
            SpeaksFor::Press => (1, None),
            SpeaksFor::ThirdParty | SpeaksFor::Side(_) => (2, None),
        });
        voices.dedup();
        voices.into_iter()
    }

    /// The source at `index`.
    #[must_use]
    pub fn source(&self, index: SourceIx) -> &Source {
        &self.sources[usize::from(index.0)]
    }

    /// The name of a speaker or a side.
    #[must_use]
    pub fn name_of(&self, by: SpeakerOrSide) -> &str {
        match by {
            SpeakerOrSide::Speaker(speaker) => &self.speaker(speaker).name,
            SpeakerOrSide::Side(side) => &self.sides.get(side).name,
        }
    }

    /// Whom somebody speaks for.
    #[must_use]
    pub fn voice_of(&self, by: SpeakerOrSide) -> SpeaksFor {
        match by {
            SpeakerOrSide::Speaker(speaker) => self.speaker(speaker).speaks_for,
            SpeakerOrSide::Side(side) => SpeaksFor::Side(side),
        }
    }

    /// The side that somebody speaks for; `None` for the press and other parties.
    #[must_use]
    pub fn side_of(&self, by: SpeakerOrSide) -> Option<SideKey> {
        self.voice_of(by).side()
    }

    /// The points, then those about what came after.
    pub fn all_points(&self) -> impl Iterator<Item = &Point> {
        self.points.iter().chain(&self.after)
    }

    /// The statement with this id; `None` if the id is unknown or belongs to another
    /// kind of item.
    #[must_use]
    pub fn statement(&self, id: &Id) -> Option<&Statement> {
        match self.find(id.as_str())? {
            ItemRef::Item(Item::Statement(place)) => Some(place.statement),
            ItemRef::Item(_) | ItemRef::Alias(_) | ItemRef::Gone(..) => None,
        }
    }

    /// The name of an outlet, unless the source does not state it.
    #[must_use]
    pub fn outlet_name<'d>(&'d self, outlet: &'d Outlet) -> Option<&'d str> {
        match outlet {
            Outlet::Read(source) => Some(&self.source(*source).outlet),
            Outlet::Named(name) => Some(name),
            Outlet::NotStated => None,
        }
    }

    /// The positions of the sides on the dispute as a whole. Either both sides have
    /// one or neither.
    #[must_use]
    pub fn positions(&self) -> Option<PerSide<&Position>> {
        Some(PerSide {
            first: self.sides.first.position.as_ref()?,
            second: self.sides.second.position.as_ref()?,
        })
    }

    /// The points grouped by status, in order of first occurrence, without the
    /// points about what came after the as-of date.
    #[must_use]
    pub fn points_by_status(&self) -> Vec<(Status, Vec<&Point>)> {
        let mut groups: Vec<(Status, Vec<&Point>)> = Vec::new();
        for point in &self.points {
            match groups.iter_mut().find(|group| group.0 == point.status) {
                Some((_, group)) => group.push(point),
                None => groups.push((point.status, vec![point])),
            }
        }
        groups
    }

    /// The day of the first publication, if the revisions record it.
    #[must_use]
    pub fn first_published(&self) -> Option<Date> {
        let first = self.revisions.iter().find(|revision| revision.is_first());
        first.map(|revision| revision.date)
    }

    /// The day of the last change: of the newest revision or of the last removal of
    /// an item. `None` if there is neither.
    #[must_use]
    pub fn last_changed(&self) -> Option<Date> {
        let gone = self.retired.iter().filter_map(|retired| match retired {
            Retired::Tombstone { date, .. } => Some(*date),
            Retired::Alias { .. } => None,
        });
        let revised = self.revisions.iter().map(|revision| revision.date);
        revised.chain(gone).max()
    }

    /// Whether an item is later than the as-of date: a speaker is, if all their
    /// statements are. Always false for sources: a later source can report on earlier
    /// statements.
    #[must_use]
    pub fn is_later(&self, item: &Item<'_>) -> bool {
        let is_after = |point: &Point| self.after.iter().any(|after| after.id == point.id);
        match item {
            Item::Point(point) => is_after(point),
            Item::Statement(place) => is_after(place.point),
            Item::Absence(place) => is_after(place.point),
            Item::Document(document) => document.after,
            Item::Event(event) => event.after,
            Item::OpenQuestion(open) => open.after,
            Item::Source(_) => false,
            Item::Speaker(_) => {
                let points = self.points_of(item);
                !points.is_empty() && points.into_iter().all(is_after)
            }
        }
    }
}
