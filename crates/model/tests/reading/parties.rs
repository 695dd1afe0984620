//! Parties beside the two sides.

use says_who_model::read::library_with_warnings;
use says_who_model::{Actor, Id, Library, SideKey, SpeaksFor};

use super::edits::{edited, replaced};
use super::support::fixture;

const HEAD: &str = "bridge-repair/dispute.toml";
const SPEAKERS: &str = "bridge-repair/speakers.toml";
const EVENTS: &str = "bridge-repair/events.toml";

const REVISIONS: &str = "\n[[revision]]\ndate = 2021-03-12";
const WITH_PARTY: &str = "\n[[party]]\nid = \"harbour\"\nname = \"Harbour office\"\n\
                          \n[[revision]]\ndate = 2021-03-12";

/// The fixture, in which the courier speaks for a party.
fn with_party() -> Library {
    edited(&[
        (HEAD, REVISIONS, WITH_PARTY),
        (SPEAKERS, "\"press\"", "\"harbour\""),
    ])
}

#[test]
fn a_speaker_and_an_event_can_be_of_a_party() {
    let library = edited(&[
        (HEAD, REVISIONS, WITH_PARTY),
        (SPEAKERS, "\"press\"", "\"harbour\""),
        (EVENTS, "actor = \"county\"", "actor = \"harbour\""),
    ]);
    let dispute = &library.disputes[0];
    let party = |voice| match voice {
        SpeaksFor::Party(party) => dispute.party(party).name.as_str(),
        other => panic!("{other:?}"),
    };
    let point = &dispute.points[0];
    let groups = dispute.by_voice(&point.others, |one| dispute.speaker(one.speaker).speaks_for);
    assert_eq!(groups.len(), 1);
    assert_eq!(party(groups[0].0), "Harbour office");
    for event in &dispute.events {
        let actor = event.actor.unwrap();
        assert!(matches!(actor, Actor::Party(_)) && actor.side().is_none());
        assert_eq!(dispute.actor_name(actor), "Harbour office");
    }
    let others = &dispute.figures().others;
    assert_eq!(others.len(), 1);
    assert_eq!(party(others[0].voice), "Harbour office");
    assert_eq!(
        (others[0].balance.statements, others[0].balance.words),
        (1, 9)
    );
}

#[test]
fn voices_are_grouped_in_the_order_in_which_they_speak_first() {
    let library = with_party();
    let dispute = &library.disputes[0];
    let all: Vec<_> = dispute
        .all_points()
        .flat_map(|point| point.statements())
        .collect();
    let groups = dispute.by_voice(all.iter().copied(), |one| {
        dispute.speaker(one.speaker).speaks_for
    });
    let voices: Vec<_> = groups.iter().map(|group| group.0.side()).collect();
    let expected = [Some(SideKey::First), Some(SideKey::Second), None];
    assert_eq!(voices, expected);
    let grouped: usize = groups.iter().map(|group| group.1.len()).sum();
    assert_eq!(grouped, all.len());
}

#[test]
fn only_a_speaker_changes_when_their_party_becomes_known() {
    let (before, after) = (edited(&[]), with_party());
    let id: Id = "courier-saw-copy".parse().unwrap();
    assert!(before.disputes[0].fingerprint(&id).is_some());
    let changed = before.disputes[0].items().map(|item| item.id().to_string());
    let changed: Vec<String> = changed
        .filter(|id| {
            let id: Id = id.parse().unwrap();
            before.disputes[0].fingerprint(&id) != after.disputes[0].fingerprint(&id)
        })
        .collect();
    assert_eq!(changed, ["valley-courier"]);
}

#[test]
fn a_party_for_which_nobody_speaks_is_remarked() {
    let warnings = |changes: &[(&str, &str, &str)]| {
        let (_, warnings) = library_with_warnings("data", &replaced(changes)).unwrap();
        let own = warnings
            .iter()
            .filter(|warning| warning.rule() == "parties");
        own.map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(warnings(&[(HEAD, REVISIONS, WITH_PARTY)]));
    let party = (HEAD, REVISIONS, WITH_PARTY);
    assert_eq!(
        warnings(&[party, (SPEAKERS, "\"press\"", "\"harbour\"")]),
        ""
    );
    assert_eq!(
        warnings(&[party, (EVENTS, "\"county\"", "\"harbour\"")]),
        ""
    );
    assert!(library_with_warnings("data", &fixture()).is_ok());
}
