//! The data of a small dispute, for tests of what is done with it.

use says_who_page_data::{
    Days, FormerId, Hop, Named, OutletIx, PageData, PartyIx, Point, Quoting, Rendering, Source,
    SourceIx, Speaker, SpeakerIx, Statement, Voice,
};

fn named(id: &str, name: &str) -> Named {
    Named {
        id: id.to_owned(),
        name: name.to_owned(),
    }
}

fn speaker(id: &str, voice: Voice, is_named: bool) -> Speaker {
    Speaker {
        id: id.to_owned(),
        voice,
        is_named,
    }
}

pub(crate) fn day(text: &str) -> i32 {
    text.parse::<says_who_model::Date>()
        .expect("a date")
        .day_number()
}

fn on(text: &str) -> Days {
    Days {
        earliest: Some(day(text)),
        latest: Some(day(text)),
    }
}

fn statement(id: &str, speaker: u16, quoting: Quoting, said: Days, chain: &[Hop]) -> Statement {
    Statement {
        id: id.to_owned(),
        speaker: SpeakerIx(speaker),
        quoting,
        said,
        chain: chain.to_vec(),
        renderings: Vec::new(),
    }
}

/// Two points of a town and a county: with another rendering, a party, a summary, a
/// month and a date that is not known.
pub(crate) fn bridge() -> PageData {
    let (herald, agency) = (Hop::Read(SourceIx(0)), Hop::Read(SourceIx(1)));
    let source = |id: &str, outlet, agency: Option<u16>| Source {
        id: id.to_owned(),
        outlet: OutletIx(outlet),
        agency: agency.map(OutletIx),
    };
    let march = Days {
        earliest: Some(day("2021-03-01")),
        latest: Some(day("2021-03-31")),
    };
    let mut letter = statement("letter", 0, Quoting::Quoted, on("2021-03-10"), &[herald]);
    letter.renderings = vec![Rendering {
        chain: vec![Hop::Named(OutletIx(2)), agency],
    }];
    PageData {
        sides: [named("county", "County"), named("town", "Town")],
        parties: vec![named("harbour", "Harbour")],
        speakers: vec![
            speaker("engineer", Voice::FirstSide, true),
            speaker("clerk", Voice::SecondSide, false),
            speaker("keeper", Voice::Party(PartyIx(0)), true),
            speaker("courier", Voice::Press, true),
        ],
        outlets: ["Herald", "Valley Agency", "Radio", "émile"]
            .map(str::to_owned)
            .to_vec(),
        sources: vec![source("herald", 0, None), source("wire", 3, Some(1))],
        points: vec![
            Point {
                id: "notice".to_owned(),
                statements: vec![
                    letter,
                    statement("book", 1, Quoting::Paraphrased, march, &[herald]),
                    statement("boat", 2, Quoting::Quoted, Days::default(), &[agency]),
                ],
            },
            Point {
                id: "pays".to_owned(),
                statements: vec![
                    statement(
                        "sums-up",
                        1,
                        Quoting::Summarised,
                        on("2021-03-09"),
                        &[agency],
                    ),
                    statement(
                        "saw-copy",
                        3,
                        Quoting::Paraphrased,
                        on("2021-03-11"),
                        &[Hop::Unknown, herald],
                    ),
                ],
            },
        ],
        former_ids: vec![FormerId {
            from: "town-clerk".to_owned(),
            to: "clerk".to_owned(),
        }],
    }
}
