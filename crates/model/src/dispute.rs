//! The whole explainer of one question, and the library of them.

use crate::index::Index;
use crate::{
    Coverage, Date, Document, Earlier, Event, Figures, Fingerprint, HeadText, Id, Item, ItemRef,
    Language, OpenQuestion, Outlet, PerSide, Point, Position, Revision, Side, SiteInfo, Source,
    SourceIx, Speaker, SpeakerIx, Statement, Status, Supported, TimeOfDay,
};

/// Every dispute of a site, in the order of the start page; never empty. The
/// first is the featured one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Library {
    /// Whose site it is.
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

    /// The question of a dispute, as titles have it: where another dispute asks
    /// the same, with its time and place, or else with its id.
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
    /// The dispute's id: its folder's name.
    pub id: Id,
    /// The question.
    pub question: String,
    /// Time and place in a few words, "January and February 2022".
    pub setting: String,
    /// The language it is written in.
    pub language: Language,
    /// The date to which it speaks.
    pub as_of: Date,
    /// The hour of that day to which it speaks, where the day alone is too coarse.
    pub as_of_time: Option<TimeOfDay>,
    /// The report up to which it speaks, where the day alone is too coarse: what
    /// became known after it came after.
    pub as_of_report: Option<SourceIx>,
    /// What exactly the as-of date covers, in a sentence.
    pub as_of_note: Option<String>,
    /// A short neutral summary, in paragraphs; never empty.
    pub summary: Vec<String>,
    /// What both sides accept.
    pub accepted: Vec<Supported>,
    /// What they contest.
    pub contested: Vec<Supported>,
    /// What happened next, in a sentence that rests on what came after.
    pub next: Option<Supported>,
    /// The two sides.
    pub sides: PerSide<Side>,
    /// Why the sides stand in this order.
    pub order_note: String,
    /// How this dispute's statements were chosen and read, in paragraphs.
    pub method: Vec<String>,
    /// Those who speak.
    pub speakers: Vec<Speaker>,
    /// What was read.
    pub sources: Vec<Source>,
    /// The source that the dispute follows, where it follows one.
    pub principal_source: Option<SourceIx>,
    /// What became of each sentence of sources that were read whole.
    pub coverage: Vec<Coverage>,
    /// The points, in order; never empty.
    pub points: Vec<Point>,
    /// Points about what came after the as-of date.
    pub after: Vec<Point>,
    /// The papers.
    pub documents: Vec<Document>,
    /// What happened, in order of date.
    pub events: Vec<Event>,
    /// What is not known.
    pub open_questions: Vec<OpenQuestion>,
    /// What changed, newest first.
    pub revisions: Vec<Revision>,
    /// Ids that are no longer in use.
    pub retired: Vec<Retired>,
    /// The fingerprint of each item, in the order of [`Dispute::items`].
    pub fingerprints: Vec<Fingerprint>,
    /// What items were before, as far as it was published.
    pub earlier: Vec<Earlier>,
    /// The fingerprints of the texts of the whole that there are.
    pub head_fingerprints: Vec<(HeadText, Fingerprint)>,
    /// How even it is, in figures.
    pub(crate) figures: Figures,
    pub(crate) index: Index,
}

/// An id that was published once and is no longer in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Retired {
    /// The item goes by another id now.
    Alias {
        /// The old id.
        from: Id,
        /// The id in use.
        to: Id,
    },
    /// The item was taken out.
    Tombstone {
        /// The old id.
        id: Id,
        /// The day it was taken out.
        date: Date,
        /// Why.
        reason: String,
    },
}

impl Retired {
    /// Where `id` leads, if this is its entry.
    #[must_use]
    pub fn leads(&self, id: &str) -> Option<ItemRef<'_>> {
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

    /// The statement with this id; `None` where another item has it, or none.
    #[must_use]
    pub fn statement(&self, id: &Id) -> Option<&Statement> {
        match self.find(id.as_str())? {
            ItemRef::Item(Item::Statement(place)) => Some(place.statement),
            ItemRef::Item(_) | ItemRef::Alias(_) | ItemRef::Gone(..) => None,
        }
    }

    /// The name of an outlet, where the source gives it.
    #[must_use]
    pub fn outlet_name<'d>(&'d self, outlet: &'d Outlet) -> Option<&'d str> {
        match outlet {
            Outlet::Read(source) => Some(&self.source(*source).outlet),
            Outlet::Named(name) => Some(name),
            Outlet::NotStated => None,
        }
    }

    /// What each side says on the whole, where the data has it: both, or neither.
    #[must_use]
    pub fn positions(&self) -> Option<PerSide<&Position>> {
        Some(PerSide {
            first: self.sides.first.position.as_ref()?,
            second: self.sides.second.position.as_ref()?,
        })
    }

    /// The points by their status, in the order in which the statuses first come,
    /// without those about what came after.
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

    /// The day of the first publication, where the revisions have it.
    #[must_use]
    pub fn first_published(&self) -> Option<Date> {
        let first = self.revisions.iter().find(|revision| revision.is_first());
        first.map(|revision| revision.date)
    }

    /// The day of the last change: of the newest revision, or of an item that was
    /// taken out. `None` before there was either.
    #[must_use]
    pub fn last_changed(&self) -> Option<Date> {
        let gone = self.retired.iter().filter_map(|retired| match retired {
            Retired::Tombstone { date, .. } => Some(*date),
            Retired::Alias { .. } => None,
        });
        let revised = self.revisions.iter().map(|revision| revision.date);
        revised.chain(gone).max()
    }

    /// Whether an item came after the point in time to which the dispute speaks. What
    /// a source carries does not tell, so a source never did.
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
