//! Builds the sources.

use indexmap::IndexMap;
use says_who_model::ReadAs;

use super::entity::Entity;
use super::reader::{Reader, placeholder_when};
use crate::format::{Id, Language, Names, Source};
use crate::sheet::when_columns::PUBLISHED;

impl Reader {
    pub(super) fn build_sources(&mut self) -> IndexMap<Id, Source> {
        let mut sources = IndexMap::new();
        for (id, entity) in std::mem::take(&mut self.sources) {
            if self.problems.has(entity.first_row, "source") {
                continue;
            }
            let source = self.build_source(&entity, &id);
            sources.insert(id, source);
        }
        sources
    }

    fn build_source(&mut self, entity: &Entity, id: &Id) -> Source {
        let row = self.merged_row(
            entity,
            "sources.toml",
            id.as_str(),
            "source",
            &[
                ("outlet", "outlet"),
                ("headline", "headline"),
                ("headline-unknown", "headline-unknown"),
                ("description", "source-description"),
                ("kind", "source-kind"),
                ("authors", "authors"),
                ("corporate-authors", "corporate-authors"),
                ("agency", "agency"),
                ("published", "published"),
                ("published.unknown", "published-unknown"),
                ("published.part", "published-part-of-day"),
                ("published.words", "published-words"),
                ("published.words-language", "published-words-language"),
                ("published.counted-from", "published-counted-from"),
                ("published.source", "published-date-source"),
                ("published.other-calendar", "published-other-calendar"),
                ("published.note", "published-note"),
                ("language", "source-language"),
                ("link", "link"),
                ("link-not-recorded", "link-not-recorded"),
                ("archived", "archived"),
                ("copy-read-at", "copy-read-at"),
                ("retrieved", "retrieved"),
                ("read", "read"),
                ("not-verified", "source-not-verified"),
                ("transcript", "transcript"),
                ("note", "source-note"),
            ],
        );
        let p = &mut self.problems;
        let outlet = row.required("outlet", p);
        let headline_unknown = row.get("headline-unknown");
        let headline = match headline_unknown {
            Some(_) => row.get("headline"),
            None => Some(row.required("headline", p).unwrap_or_default()),
        };
        let kind = row.keyword("source-kind", p);
        let retrieved = row.day("retrieved", p);
        let published = row.when(&PUBLISHED, p).unwrap_or_else(placeholder_when);
        let language = row.required("source-language", p).map(Language);
        let read = row.required("read", p).and_then(|_| row.keyword("read", p));
        let transcript = row.flag("transcript", false, p);
        // Missing cells were reported. Fill them in, so that the rest is checked
        // too.
        Source {
            outlet: outlet.unwrap_or_default(),
            headline,
            headline_unknown,
            description: row.get("source-description"),
            kind,
            authors: Names(row.lines("authors")),
            corporate_authors: row.lines("corporate-authors"),
            agency: row.get("agency"),
            published: published.into(),
            language: language.unwrap_or_else(|| Language("en".to_owned())),
            link: row.get("link"),
            link_not_recorded: row.get("link-not-recorded"),
            archived: row.get("archived"),
            copy_read_at: row.get("copy-read-at"),
            retrieved,
            read: read.unwrap_or(ReadAs::Whole),
            not_verified: row.get("source-not-verified"),
            transcript,
            note: row.get("source-note"),
        }
    }
}
