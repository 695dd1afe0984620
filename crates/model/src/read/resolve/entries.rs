//! Resolves what a dispute has beside its points: speakers, sources, documents, events,
//! open questions, coverage, revisions, retired ids.

use super::{Resolver, id, ids, text, texts};
use crate::read::fields::Located;
use crate::{
    Account, Actor, Called, Coverage, Document, Event, EventDoubt, Headline, Language, Link,
    OpenQuestion, OwnName, Retired, Revision, SentenceUse, Source, Speaker, SpeakerOrSide,
    SpeaksFor,
};

impl Resolver<'_> {
    /// The events, in order of date; those without a date come last.
    pub(super) fn events(&self) -> Option<Vec<Event>> {
        let mut events = self
            .raw
            .events
            .iter()
            .map(|event| {
                let accounts = event.accounts.iter().map(|account| {
                    Some(Account {
                        by: self.speaker_or_side(&account.by, &account.by_side)?,
                        wording: self.wording(&account.wording, account.source.as_ref())?,
                        source: self.source(account.source.as_ref()?)?,
                    })
                });
                Some(Event {
                    id: id(&event.id)?,
                    what: text(&event.what)?,
                    when: self.when(event.when.as_ref())?,
                    actor: match &event.actor {
                        Some(actor) => Some(self.actor(&actor.value)?),
                        None => None,
                    },
                    sources: self.sources(&event.sources)?,
                    points: ids(&event.points)?,
                    after: event.after,
                    doubt: match (event.disputed, event.retracted) {
                        (false, false) => None,
                        (true, false) => Some(EventDoubt::Disputed),
                        (false, true) => Some(EventDoubt::Retracted),
                        (true, true) => return None,
                    },
                    accounts: accounts.collect::<Option<_>>()?,
                })
            })
            .collect::<Option<Vec<_>>>()?;
        events.sort_by_key(|event| event.when.sort_key());
        Some(events)
    }

    /// The side or the party with this id.
    fn actor(&self, name: &str) -> Option<Actor> {
        let party = || self.party(name).map(Actor::Party);
        self.side(name).map(Actor::Side).or_else(party)
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
                reason: text(&alias.reason),
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
                        name => match self.actor(name)? {
                            Actor::Side(side) => SpeaksFor::Side(side),
                            Actor::Party(party) => SpeaksFor::Party(party),
                        },
                    },
                    own_name: match &speaker.own_name {
                        Some(name) => Some(OwnName {
                            text: text(&name.text)?,
                            language: Language(text(&name.language)?),
                        }),
                        None => None,
                    },
                    other_spellings: texts(&speaker.other_spellings),
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
                    headline: match (&source.headline, &source.headline_unknown) {
                        (Some(headline), None) => Headline::Known(headline.value.clone()),
                        (None, Some(reason)) => Headline::Unknown {
                            reason: reason.value.clone(),
                            description: text(&source.description)?,
                        },
                        _ => return None,
                    },
                    kind: source.kind.as_ref().map(|kind| kind.value),
                    agency: text(&source.agency),
                    authors: texts(source.authors.as_deref().unwrap_or_default()),
                    corporate_authors: texts(&source.corporate_authors),
                    published: self.when(source.published.as_deref())?,
                    language: Language(text(&source.language)?),
                    link: match (&source.link, &source.link_not_recorded) {
                        (Some(link), None) => Link::At(link.value.clone()),
                        (None, Some(reason)) => Link::NotRecorded(reason.value.clone()),
                        _ => return None,
                    },
                    archived: text(&source.archived),
                    copy_read_at: text(&source.copy_read_at),
                    retrieved: source.retrieved.as_ref().map(|day| day.value),
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
                    Some(why) => SentenceUse::LeftOut(why.value.clone()),
                    None => SentenceUse::Taken(ids(&sentence.ids)?),
                })
            });
            Some(Coverage {
                source: self.source(&coverage.source)?,
                sentences: sentences.collect::<Option<_>>()?,
            })
        });
        all.collect()
    }

    /// Exactly one of the two is there.
    fn speaker_or_side(
        &self,
        speaker: &Option<Located<String>>,
        side: &Option<Located<String>>,
    ) -> Option<SpeakerOrSide> {
        match (speaker, side) {
            (Some(speaker), None) => self.speaker(speaker).map(SpeakerOrSide::Speaker),
            (None, Some(side)) => self.side(&side.value).map(SpeakerOrSide::Side),
            _ => None,
        }
    }

    pub(super) fn documents(&self) -> Option<Vec<Document>> {
        self.raw
            .documents
            .iter()
            .map(|document| {
                let called = document.called.iter().map(|called| {
                    Some(Called {
                        by: self.speaker_or_side(&called.by, &called.by_side)?,
                        wording: self.wording(&called.wording, called.source.as_ref())?,
                        source: self.source(called.source.as_ref()?)?,
                        statement: match &called.statement {
                            Some(statement) => Some(id(statement)?),
                            None => None,
                        },
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
                    link: text(&document.link),
                    status: document.status.as_ref().map(|status| status.value),
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
