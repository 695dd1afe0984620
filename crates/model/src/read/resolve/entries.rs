//! Resolves what a dispute has beside its points: speakers, sources, documents, events,
//! open questions, coverage, revisions, retired ids.

use super::{Resolver, id, ids, text, texts};
use crate::{
    Accounted, Called, Coverage, Document, Event, Language, Link, OpenQuestion, Retired, Revision,
    Source, Speaker, SpeaksFor,
};

impl Resolver<'_> {
    /// The events, in order of date.
    pub(super) fn events(&self) -> Option<Vec<Event>> {
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
    pub(super) fn revisions(&self) -> Option<Vec<Revision>> {
        let mut revisions = self
            .raw
            .head
            .revisions
            .iter()
            .map(|revision| {
                Some(Revision {
                    date: revision.date.as_ref()?.value,
                    kind: revision.kind.as_ref()?.value,
                    what: text(&revision.what)?,
                    items: ids(&revision.items)?,
                    texts: revision.texts.iter().map(|text| text.value).collect(),
                })
            })
            .collect::<Option<Vec<_>>>()?;
        sort_newest_first(&mut revisions);
        Some(revisions)
    }

    pub(super) fn open_questions(&self) -> Option<Vec<OpenQuestion>> {
        self.raw
            .open_questions
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

    pub(super) fn retired(&self) -> Option<Vec<Retired>> {
        let aliases = self.raw.head.aliases.iter().map(|alias| {
            Some(Retired::Alias {
                from: id(alias.from.as_ref()?)?,
                to: id(alias.to.as_ref()?)?,
            })
        });
        let tombstones = self.raw.head.tombstones.iter().map(|gone| {
            Some(Retired::Tombstone {
                id: id(gone.id.as_ref()?)?,
                date: gone.date.as_ref()?.value,
                reason: text(&gone.reason)?,
            })
        });
        aliases.chain(tombstones).collect()
    }

    pub(super) fn speakers(&self) -> Option<Vec<Speaker>> {
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

    pub(super) fn all_sources(&self) -> Option<Vec<Source>> {
        self.raw
            .sources
            .iter()
            .map(|source| {
                Some(Source {
                    id: id(&source.id)?,
                    outlet: text(&source.outlet)?,
                    headline: text(&source.headline)?,
                    authors: texts(source.authors.as_deref().unwrap_or_default()),
                    corporate_authors: texts(&source.corporate_authors),
                    published: source.published.as_ref()?.value,
                    language: Language(text(&source.language)?),
                    link: match (&source.link, &source.link_not_recorded) {
                        (Some(link), None) => Link::At(link.value.clone()),
                        (None, Some(reason)) => Link::NotRecorded(reason.value.clone()),
                        _ => return None,
                    },
                    archived: text(&source.archived),
                    read: source.read.as_ref()?.value,
                    transcript: source.transcript,
                    note: text(&source.note),
                })
            })
            .collect()
    }

    pub(super) fn coverage(&self) -> Option<Vec<Coverage>> {
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

    pub(super) fn documents(&self) -> Option<Vec<Document>> {
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
