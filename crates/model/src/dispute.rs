//! A dispute: the explainer of one question. The library is the list of all
//! disputes.

use crate::item_index::ItemIndex;
use crate::{
    Coverage, Date, Document, Earlier, Event, Figures, Fingerprint, HeadText, Id, Item, ItemRef,
    Language, OpenQuestion, Outlet, PerSide, Point, Position, Revision, Side, SiteInfo, Source,
    SourceIx, Speaker, SpeakerIx, Statement, Status, Supported, TimeOfDay,
};

/// Every dispute of a site, in the order of the start page; never empty. The first
/// one is featured.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Library {
    /// The name and publisher of the site, and how it looks.
    pub site: SiteInfo,
    /// The disputes.
    pub disputes: Vec<Dispute>,
}

impl Library {
    /// The dispute with this id.
    #[must_use]
    pub fn dispute(&self, id: &str) -> Option<&Dispute> {
        self.disputes
            .iter()
            .find(|dispute| dispute.id.as_str() == id)
    }

    /// The question of a dispute, unique within the library: where another dispute
    /// asks the same question, its setting is appended, or its id if the settings
    /// are the same too.
    #[must_use]
    pub fn question_for_titles(&self, dispute: &Dispute) -> String {
        let question = &dispute.question;
        let others = self.disputes.iter();
        let others = others.filter(|other| other.id != dispute.id);
        let mut alike = others
            .filter(|other| other.question == *question)
            .peekable();
        if alike.peek().is_none() {
            question.clone()
        } else if alike.any(|other| other.setting == dispute.setting) {
            format!("{question} ({})", dispute.id)
        } else {
            format!("{question} ({})", dispute.setting)
        }
    }
}

/// The explainer of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dispute {
    /// The dispute's id: the name of its folder.
    pub id: Id,
    /// The question.
    pub question: String,
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

/// An id that was published once and is no longer in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Retired {
    /// The item has another id now.
    Alias {
        /// The old id.
        from: Id,
        /// The id in use.
        to: Id,
    },
    /// The item was removed.
    Tombstone {
        /// The old id.
        id: Id,
        /// The day of the removal.
        date: Date,
        /// Why.
        reason: String,
    },
}

impl Retired {
    /// What `id` refers to, if this is its entry.
    #[must_use]
    pub fn target_of(&self, id: &str) -> Option<ItemRef<'_>> {
        match self {
            Self::Alias { from, to } if from.as_str() == id => Some(ItemRef::Alias(to)),
            Self::Tombstone {
                id: gone,
                date,
                reason,
            } if gone.as_str() == id => Some(ItemRef::Gone(date, reason)),
            Self::Alias { .. } | Self::Tombstone { .. } => None,
        }
    }
}

impl Dispute {
    /// The speaker at `index`.
    #[must_use]
    pub fn speaker(&self, index: SpeakerIx) -> &Speaker {
        &self.speakers[usize::from(index.0)]
    }

    /// The source at `index`.
    #[must_use]
    pub fn source(&self, index: SourceIx) -> &Source {
        &self.sources[usize::from(index.0)]
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

    /// Whether an item is later than the as-of date. Always false for sources: a
    /// later source can report on earlier statements.
    #[must_use]
    pub fn is_later(&self, item: &Item<'_>) -> bool {
        let is_after = |point: &Point| self.after.iter().any(|after| after.id == point.id);
        match item {
            Item::Point(point) => is_after(point),
            Item::Statement(place) => is_after(place.point),
            Item::Document(document) => document.after,
            Item::Event(event) => event.after,
            Item::OpenQuestion(open) => open.after,
            Item::Source(_) => false,
        }
    }
}
