//! Rule 7: references resolve.

use std::collections::HashSet;

use crate::read::fields::{Located, nearest};
use crate::read::problem::Problems;
use crate::read::raw::{RawDispute, RawLibrary};

use super::{chains, date_words, ids};

pub(super) fn references_resolve(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        check(dispute, problems);
    }
}

/// Ids that can be referred to, in order and as a set.
struct Known<'a>(Vec<&'a str>, HashSet<&'a str>);

impl<'a> FromIterator<&'a str> for Known<'a> {
    fn from_iter<I: IntoIterator<Item = &'a str>>(ids: I) -> Self {
        let ids: Vec<&str> = ids.into_iter().collect();
        let set = ids.iter().copied().collect();
        Self(ids, set)
    }
}

/// Long, but flat: one loop for each kind of reference.
fn check(dispute: &RawDispute, problems: &mut Problems) {
    let sources: Known<'_> = dispute
        .sources
        .iter()
        .map(|source| source.id.value.as_str())
        .collect();
    let speakers: Known<'_> = dispute
        .speakers
        .iter()
        .map(|speaker| speaker.id.value.as_str())
        .collect();
    let items: Known<'_> = ids::item_ids(dispute).map(|id| id.value.as_str()).collect();
    let points: Known<'_> = dispute
        .points
        .iter()
        .map(|point| point.id.value.as_str())
        .collect();
    let sides: Known<'_> = dispute
        .head
        .sides
        .iter()
        .filter_map(|side| Some(side.id.as_ref()?.value.as_str()))
        .collect();
    let parties = dispute.head.parties.iter();
    let parties = parties.filter_map(|party| Some(party.id.as_ref()?.value.as_str()));
    let actors: Known<'_> = sides.0.iter().copied().chain(parties).collect();
    let others = ["press", "third-party"];
    let voices: Known<'_> = actors.0.iter().copied().chain(others).collect();

    let is_unread = |name: &str| dispute.unread.iter().any(|unread| unread.starts_with(name));
    let mut expect = |what: &str, file: &str, known: &Known<'_>, named: &Located<String>| {
        // It may be in a file that could not be read.
        let may_exist = match what {
            "point" => false,
            "item" => ids::ITEM_FILES.iter().any(|file| is_unread(file)),
            "side" | "side or party" | "side or voice" => is_unread("dispute.toml"),
            _ => is_unread(file),
        };
        if !may_exist && !known.1.contains(named.value.as_str()) {
            let near = nearest(&named.value, known.0.iter().copied())
                .map(|near| format!("did you mean `{near}`? Otherwise "))
                .unwrap_or_default();
            problems.add(
                &named.place,
                "references-resolve",
                format!("there is no {what} `{}`", named.value),
                format!("{near}add it to {file}"),
            );
        }
    };

    for whom in dispute
        .speakers
        .iter()
        .filter_map(|speaker| speaker.speaks_for.as_ref())
    {
        expect(
            "side or voice",
            "dispute.toml, as a `[[side]]` or a `[[party]]`; the other voices are `press` and `third-party`",
            &voices,
            whom,
        );
    }
    let hops = chains::chains(dispute).flat_map(|(_, hops)| hops);
    let called = || {
        dispute
            .documents
            .iter()
            .flat_map(|document| &document.called)
    };
    let cited = hops
        .filter_map(|hop| hop.source.as_ref())
        .chain(date_words::whens(dispute).filter_map(|when| when.source.as_ref()))
        .chain(called().filter_map(|called| called.source.as_ref()))
        .chain(
            dispute
                .documents
                .iter()
                .flat_map(|document| &document.sources),
        )
        .chain(dispute.events.iter().flat_map(|event| &event.sources))
        .chain(&dispute.head.as_of_report);
    for source in cited {
        expect("source", "sources.toml", &sources, source);
    }
    if let Some(source) = &dispute.head.principal_source {
        expect("source", "sources.toml", &sources, source);
    }
    let accounts = || dispute.events.iter().flat_map(|event| &event.accounts);
    for source in accounts().filter_map(|account| account.source.as_ref()) {
        expect("source", "sources.toml", &sources, source);
    }
    let by = called().filter_map(|called| called.by.as_ref());
    for speaker in by.chain(accounts().filter_map(|account| account.by.as_ref())) {
        expect("speaker", "speakers.toml", &speakers, speaker);
    }
    let by_side = called().filter_map(|called| called.by_side.as_ref());
    for side in by_side.chain(accounts().filter_map(|account| account.by_side.as_ref())) {
        expect("side", "`[[side]]` in dispute.toml", &sides, side);
    }
    let statements: Known<'_> = dispute
        .points
        .iter()
        .flat_map(|point| &point.statements)
        .filter_map(|statement| Some(statement.id.as_ref()?.value.as_str()))
        .collect();
    for statement in called().filter_map(|called| called.statement.as_ref()) {
        expect("statement", "points/", &statements, statement);
    }
    for point in &dispute.points {
        for speaker in point
            .statements
            .iter()
            .filter_map(|statement| statement.speaker.as_ref())
        {
            expect("speaker", "speakers.toml", &speakers, speaker);
        }
        for absence in &point.absences {
            for source in absence.searched.iter().chain(&absence.source) {
                expect("source", "sources.toml", &sources, source);
            }
            for item in &absence.see {
                expect("item", "the dispute", &items, item);
            }
            if let Some(side) = &absence.side {
                expect("side", "`[[side]]` in dispute.toml", &sides, side);
            }
        }
    }
    for actor in dispute
        .events
        .iter()
        .filter_map(|event| event.actor.as_ref())
    {
        expect(
            "side or party",
            "dispute.toml, as a `[[side]]` or a `[[party]]`",
            &actors,
            actor,
        );
    }
    let bears_on = dispute
        .open_questions
        .iter()
        .flat_map(|open| &open.points)
        .chain(dispute.documents.iter().flat_map(|d| &d.points))
        .chain(dispute.events.iter().flat_map(|event| &event.points));
    for point in bears_on {
        expect("point", "points/", &points, point);
    }
    for item in dispute
        .head
        .revisions
        .iter()
        .flat_map(|revision| &revision.items)
    {
        expect("item", "the dispute", &items, item);
    }
}
