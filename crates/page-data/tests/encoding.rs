//! Data is read back as it was written, and nothing else is taken for data.

use proptest::prelude::*;
use says_who_page_data::{
    Days, DecodeError, FormerId, Hop, Named, OutletIx, PageData, Point, Quoting, Rendering, Source,
    SourceIx, Speaker, SpeakerIx, Statement, Voice,
};

fn data() -> PageData {
    let named = |id: &str, name: &str| Named {
        id: id.to_owned(),
        name: name.to_owned(),
    };
    PageData {
        sides: [named("county", "County"), named("town", "Town “A”")],
        parties: vec![named("harbour", "Порт")],
        speakers: vec![Speaker {
            id: "mayor".to_owned(),
            voice: Voice::SecondSide,
            is_named: true,
        }],
        outlets: vec!["Herald".to_owned(), "הארץ".to_owned()],
        sources: vec![Source {
            id: "herald-1".to_owned(),
            outlet: OutletIx(0),
            agency: Some(OutletIx(1)),
        }],
        points: vec![Point {
            id: "notice".to_owned(),
            statements: vec![Statement {
                id: "mayor-said".to_owned(),
                speaker: SpeakerIx(0),
                quoting: Quoting::Summarised,
                said: Days::default(),
                chain: vec![
                    Hop::Named(OutletIx(1)),
                    Hop::Unknown,
                    Hop::Read(SourceIx(0)),
                ],
                renderings: vec![Rendering {
                    chain: vec![Hop::Read(SourceIx(0))],
                }],
            }],
        }],
        former_ids: vec![FormerId {
            from: "burgomaster".to_owned(),
            to: "mayor".to_owned(),
        }],
    }
}

#[test]
fn data_is_read_back_as_it_was_written() {
    let data = data();
    assert_eq!(PageData::decode(&data.encode()), Ok(data));
}

#[test]
fn an_item_is_found_by_its_former_id() {
    let data = data();
    assert_eq!(data.present_id("burgomaster"), "mayor");
    assert_eq!(data.present_id("mayor"), "mayor");
    assert_eq!(data.present_id("nobody"), "nobody");
    assert!(data.has_speaker("burgomaster"));
    assert!(!data.has_speaker("mayor-said"));
}

#[test]
fn data_that_refers_to_nothing_is_refused() {
    let change = |change: fn(&mut PageData)| {
        let mut data = data();
        change(&mut data);
        PageData::decode(&data.encode())
    };
    let changes: [fn(&mut PageData); 7] = [
        |data| data.speakers.clear(),
        |data| data.sources.clear(),
        |data| data.outlets.truncate(1),
        |data| data.outlets.clear(),
        |data| {
            data.speakers[0].voice = Voice::Party(says_who_page_data::PartyIx(1));
        },
        |data| {
            data.points[0].statements[0]
                .chain
                .push(Hop::Named(OutletIx(2)))
        },
        |data| {
            data.points[0].statements[0].renderings[0].chain = vec![Hop::Read(SourceIx(1))];
        },
    ];
    for one in changes {
        assert_eq!(change(one), Err(DecodeError));
    }
    assert!(change(|_| {}).is_ok());
}

#[test]
fn data_that_is_cut_short_is_refused() {
    let bytes = data().encode();
    for end in 0..bytes.len() {
        assert_eq!(PageData::decode(&bytes[..end]), Err(DecodeError), "{end}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2048) })]

    #[test]
    fn reading_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let _ = PageData::decode(&bytes);
        let mut changed = data().encode();
        let at = at.index(changed.len());
        changed[at] = byte;
        if let Ok(data) = PageData::decode(&changed) {
            for statement in data.statements() {
                let _ = data.id_of_voice(data.speaker(statement.speaker).voice);
                for outlet in statement.outlets(&data) {
                    let _ = data.outlet(outlet);
                }
            }
        }
    }
}
