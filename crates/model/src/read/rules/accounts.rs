//! Whose words stand in a document's names and in the accounts of an event; and that
//! disputed events have accounts.

use std::collections::HashMap;

use super::voices::voices;
use crate::read::fields::Located;
use crate::read::problem::{Place, Problems};
use crate::read::raw::{RawDispute, RawLibrary};

pub(super) const RULE: &str = "accounts";

pub(super) fn accounts(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        check_documents(dispute, problems);
        check_events(dispute, problems);
    }
}

fn check_documents(dispute: &RawDispute, problems: &mut Problems) {
    let voices = voices(dispute);
    let statements = dispute.points.iter().flat_map(|point| &point.statements);
    let speakers: HashMap<&str, &str> = statements
        .filter_map(|statement| {
            let speaker = statement.speaker.as_ref()?;
            Some((
                statement.id.as_ref()?.value.as_str(),
                speaker.value.as_str(),
            ))
        })
        .collect();
    for called in dispute
        .documents
        .iter()
        .flat_map(|document| &document.called)
    {
        if !called.has_invalid_value {
            check_whose(&called.place, &called.by, &called.by_side, problems);
        }
        let speaker = called.statement.as_ref().and_then(|statement| {
            let speaker = speakers.get(statement.value.as_str())?;
            Some((statement, *speaker))
        });
        let Some((statement, speaker)) = speaker else {
            continue;
        };
        let is_theirs = match (&called.by, &called.by_side) {
            (Some(by), _) => by.value == speaker,
            (None, Some(side)) => voices.get(speaker) == Some(&side.value.as_str()),
            (None, None) => true,
        };
        if !is_theirs {
            problems.add(
                &statement.place,
                RULE,
                format!("`{}` is a statement by `{speaker}`", statement.value),
                "name a statement by whoever calls the document so, or correct `by`",
            );
        }
    }
}

fn check_events(dispute: &RawDispute, problems: &mut Problems) {
    for event in &dispute.events {
        let id = &event.id.value;
        match (event.disputed, event.retracted) {
            (true, true) => problems.add(
                &event.id.place,
                RULE,
                format!("event `{id}` is both disputed and retracted"),
                "keep one of the two: `retracted` where the source that reported it took that back",
            ),
            (false, false) => {
                if let Some(account) = event.accounts.first() {
                    problems.add(
                        &account.place,
                        RULE,
                        format!("event `{id}` has accounts, and nothing says that it is disputed"),
                        "add `disputed = true` or `retracted = true` to the event, or delete the accounts",
                    );
                }
            }
            _ if event.accounts.is_empty() && !event.has_invalid_value => problems.add(
                &event.id.place,
                RULE,
                format!("nothing says who disputes event `{id}`, or what they say"),
                format!("add a `[[{id}.account]]` for each side, with `by-side` or `by`, `said` and `source`"),
            ),
            _ => {}
        }
        for account in event.accounts.iter().filter(|one| !one.has_invalid_value) {
            check_whose(&account.place, &account.by, &account.by_side, problems);
        }
    }
}

/// Words are a speaker's or those of a side as a whole.
fn check_whose(
    place: &Place,
    by: &Option<Located<String>>,
    by_side: &Option<Located<String>>,
    problems: &mut Problems,
) {
    if by.is_some() == by_side.is_some() {
        let message = if by.is_some() {
            "`by` and `by-side` are both given"
        } else {
            "this does not say whose words they are"
        };
        problems.add(
            place,
            RULE,
            message,
            "give either `by` with the id of the speaker, or `by-side` with that of the side",
        );
    }
}
