//! Parties beside the two sides in a sheet.

use says_who_formats::sheet::{export, import_into};

use crate::support::{documented, problems, read};

/// The sheet of the documentation with another speaker, who speaks for `harbour`.
fn with_speaker(party: &str) -> String {
    let sheet = documented();
    let mut lines = sheet.lines();
    let heads = format!("{},party", lines.next().unwrap());
    let cells = heads.split(',').map(|head| match head {
        "kind" => "speaker",
        "speaker" => "lock-keeper",
        "speaker-name" => "Pia Holm",
        "for" => "harbour",
        "side-name" => "Harbour office",
        "party" => party,
        _ => "",
    });
    let row = cells.collect::<Vec<_>>().join(",");
    let rows: String = lines.map(|line| format!("{line},\n")).collect();
    format!("{heads}\n{rows}{row}\n")
}

#[test]
fn a_party_is_marked_and_round_trips() {
    let sheet = with_speaker("yes");
    assert_eq!(problems(&sheet), "");
    let dispute = read(&sheet).unwrap().dispute;
    let parties = &dispute.dispute.parties;
    assert_eq!(parties.len(), 1);
    assert_eq!(parties[0].id.as_str(), "harbour");
    assert_eq!(parties[0].name, "Harbour office");
    assert_eq!(dispute.dispute.sides.len(), 2);
    let again = read(&export(&dispute)).unwrap().dispute;
    assert_eq!(again.dispute.parties, *parties);
    assert_eq!(again.speakers, dispute.speakers);
}

#[test]
fn a_party_that_the_dispute_has_needs_no_mark() {
    let dispute = read(&with_speaker("yes")).unwrap().dispute;
    let sheet = with_speaker("").replace("Harbour office", "The harbour office");
    let again = import_into(&dispute, sheet.as_bytes());
    let parties = again.unwrap().dispute.dispute.parties;
    assert_eq!(parties.len(), 1);
    assert_eq!(parties[0].name, "The harbour office");
}

#[test]
fn a_third_side_is_none() {
    let found = problems(&with_speaker(""));
    assert!(found.contains(":for: `harbour` is a third side"), "{found}");
    let found = problems(&with_speaker("perhaps"));
    assert!(found.contains(":party: `perhaps` is neither"), "{found}");
    let found = problems(&with_speaker("yes").replace("Harbour office", "Town"));
    assert!(found.contains("also the name of a side"), "{found}");
}
