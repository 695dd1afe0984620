//! Warnings about what is superfluous: two sources with one link, speakers and sources
//! that nothing uses.

use std::collections::{HashMap, HashSet};

use super::problem::Problems;
use super::raw::RawDispute;
use super::rules::{chains, whens};

/// The name of the rule on references.
const REFERENCES: &str = "references-resolve";

/// The name of the rule on links.
const LINKS: &str = "http-links";

/// Warns about what is superfluous.
pub(super) fn warn(raw: &RawDispute, warnings: &mut Problems) {
    same_links(raw, warnings);
    let speakers = used_speakers(raw);
    for id in raw.speakers.iter().map(|speaker| &speaker.id) {
        if !speakers.contains(id.value.as_str()) {
            warnings.warn(
                &id.place,
                REFERENCES,
                format!("nothing is said by `{}`", id.value),
                "delete the speaker, or add the statement",
            );
        }
    }
    let sources = used_sources(raw);
    for id in raw.sources.iter().map(|source| &source.id) {
        if !sources.contains(id.value.as_str()) {
            warnings.warn(
                &id.place,
                REFERENCES,
                format!("nothing rests on the source `{}`", id.value),
                "name it where it was searched or where it attests something, or delete it",
            );
        }
    }
}

fn same_links(raw: &RawDispute, warnings: &mut Problems) {
    let mut seen: HashMap<&str, &str> = HashMap::new();
    for source in &raw.sources {
        let Some(link) = &source.link else {
            continue;
        };
        if let Some(first) = seen.get(link.value.as_str()) {
            warnings.warn(
                &link.place,
                LINKS,
                format!("`{first}` has the same link"),
                "make one source of the two, or correct the link",
            );
        } else {
            seen.insert(&link.value, &source.id.value);
        }
    }
}

fn used_speakers(raw: &RawDispute) -> HashSet<&str> {
    let statements = raw.points.iter().flat_map(|point| &point.statements);
    let statements = statements.filter_map(|statement| statement.speaker.as_ref());
    let called = raw.documents.iter().flat_map(|document| &document.called);
    let accounts = raw.events.iter().flat_map(|event| &event.accounts);
    statements
        .chain(called.filter_map(|called| called.by.as_ref()))
        .chain(accounts.filter_map(|account| account.by.as_ref()))
        .map(|id| id.value.as_str())
        .collect()
}

fn used_sources(raw: &RawDispute) -> HashSet<&str> {
    let head = &raw.head;
    let hops = chains(raw).flat_map(|(_, hops)| hops);
    let absences = raw.points.iter().flat_map(|point| &point.absences);
    let called = raw.documents.iter().flat_map(|document| &document.called);
    let accounts = raw.events.iter().flat_map(|event| &event.accounts);
    let coverage = raw.coverage.iter().map(|coverage| &coverage.source);
    hops.filter_map(|hop| hop.source.as_ref())
        .chain(whens(raw).filter_map(|when| when.source.as_ref()))
        .chain(absences.flat_map(|absence| absence.searched.iter().chain(&absence.source)))
        .chain(raw.documents.iter().flat_map(|document| &document.sources))
        .chain(called.filter_map(|called| called.source.as_ref()))
        .chain(raw.events.iter().flat_map(|event| &event.sources))
        .chain(accounts.filter_map(|account| account.source.as_ref()))
        .chain(&head.as_of_report)
        .chain(&head.principal_source)
        .chain(coverage)
        .map(|id| id.value.as_str())
        .collect()
}
