//! Filters and their choices, by a table and by properties.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use says_who_page_data::{
    Days, Hop, OutletIx, PageData, Point, Quoting, Rendering, SourceIx, SpeakerIx, Statement,
};

use super::{LedgerFilter, Match, PointMatch, PointTexts, StatementTexts};
use crate::filter::char_classes::tests::decompose;
use crate::filter::{Choice, Choices, FilterQuery, SideFilter, WordingFilter, fold, search_terms};
use crate::test_data::{bridge, day};

fn folded(text: &str) -> String {
    fold(text, decompose).text
}

/// Every statement has its id as its visible text and its speaker's in its sourcing;
/// every point its id.
fn texts(data: &PageData) -> Vec<PointTexts> {
    let texts = |statement: &Statement| StatementTexts {
        visible: folded(&statement.id.replace('-', " ")),
        sourcing: folded(&data.speaker(statement.speaker).id),
    };
    let points = data.points.iter();
    points
        .map(|point| PointTexts {
            own: folded(&point.id),
            statements: point.statements.iter().map(texts).collect(),
        })
        .collect()
}

fn matches(data: &PageData, query: &FilterQuery) -> Vec<PointMatch> {
    let filter = LedgerFilter::new(data, query, search_terms(&query.text, decompose));
    let texts = texts(data);
    let points = data.points.iter().zip(&texts);
    points
        .map(|(point, texts)| filter.point(point, Some(texts)))
        .collect()
}

fn choices(data: &PageData, query: &FilterQuery) -> Choices {
    let filter = LedgerFilter::new(data, query, search_terms(&query.text, decompose));
    let name = |at| data.speaker(at).id.to_uppercase();
    filter.choices(&texts(data), name, folded)
}

/// The ids of the points that stay and of the statements that match.
fn shown(data: &PageData, query: &str) -> (Vec<String>, Vec<String>) {
    let matches = matches(data, &FilterQuery::parse(query));
    let points = data.points.iter().zip(&matches);
    let stay = points.clone().filter(|(_, matched)| matched.stays);
    let statements =
        points.flat_map(|(point, matched)| point.statements.iter().zip(&matched.statements));
    let matching = statements.filter(|(_, matched)| **matched != Match::No);
    (
        stay.map(|(point, _)| point.id.clone()).collect(),
        matching
            .map(|(statement, _)| statement.id.clone())
            .collect(),
    )
}

#[test]
fn a_query_shows_what_it_asks_for() {
    let data = bridge();
    for (query, points, statements) in [
        ("", ["notice", "pays"].as_slice(), [].as_slice()),
        ("first=town&x=1", &["notice", "pays"], &[]),
        ("side=county", &["notice"], &["letter"]),
        ("side=town", &["notice", "pays"], &["book", "sums-up"]),
        ("side=harbour", &["notice"], &["boat"]),
        ("side=_others", &["pays"], &["saw-copy"]),
        ("side=nobody", &[], &[]),
        ("speaker=clerk", &["notice"], &["book"]),
        ("named=no", &["notice"], &["book"]),
        (
            "named=yes",
            &["notice", "pays"],
            &["letter", "boat", "saw-copy"],
        ),
        ("wording=summarised", &["pays"], &["sums-up"]),
        ("wording=quoted&side=town", &[], &[]),
        // The outlet of another rendering, that of a hop, and an agency.
        ("outlet=Radio", &["notice"], &["letter"]),
        (
            "outlet=Valley+Agency",
            &["notice", "pays"],
            &["letter", "boat", "sums-up"],
        ),
        ("outlet=radio", &[], &[]),
        // The source that a statement itself is read in.
        ("source=wire", &["notice", "pays"], &["boat", "sums-up"]),
        (
            "from=2021-03-10",
            &["notice", "pays"],
            &["letter", "book", "saw-copy"],
        ),
        (
            "until=2021-03-09",
            &["notice", "pays"],
            &["book", "sums-up"],
        ),
        ("from=2021-04-01", &[], &[]),
        // A point's own words keep it, without a statement that matches.
        ("q=pays", &["pays"], &[]),
        ("q=pays&side=town", &[], &[]),
        ("q=clerk", &["notice", "pays"], &["book", "sums-up"]),
        ("q=clerk+book", &["notice"], &["book"]),
    ] {
        let (stay, matching) = shown(&data, query);
        assert_eq!(
            (&stay[..], &matching[..]),
            (
                &points.iter().map(ToString::to_string).collect::<Vec<_>>()[..],
                &statements
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()[..],
            ),
            "{query}"
        );
    }
}

#[test]
fn a_statement_that_matches_by_its_sourcing_is_told_apart() {
    let data = bridge();
    let of = |query| {
        matches(&data, &FilterQuery::parse(query))[0]
            .statements
            .clone()
    };
    assert_eq!(of("q=book"), [Match::No, Match::Visible, Match::No]);
    assert_eq!(
        of("q=clerk+book"),
        [Match::No, Match::InSourcing, Match::No]
    );
    assert_eq!(of("side=town"), [Match::No, Match::Visible, Match::No]);
}

#[test]
fn choices_are_sorted_as_a_reader_would_and_have_their_counts() {
    let list = |choices: &[Choice]| {
        let texts = choices
            .iter()
            .map(|one| format!("{}|{}|{}", one.value, one.name, one.count));
        texts.collect::<Vec<_>>()
    };
    let all = choices(&bridge(), &FilterQuery::default());
    assert_eq!(
        list(&all.sides),
        [
            "county|County|1",
            "town|Town|2",
            "harbour|Harbour|1",
            "_others||1"
        ]
    );
    assert_eq!(
        list(&all.speakers),
        [
            "clerk|CLERK|1",
            "courier|COURIER|1",
            "engineer|ENGINEER|1",
            "keeper|KEEPER|1"
        ]
    );
    assert_eq!(
        list(&all.outlets),
        [
            "émile|émile|3",
            "Herald|Herald|3",
            "Radio|Radio|1",
            "Valley Agency|Valley Agency|3"
        ]
    );
    assert_eq!(
        list(&all.wordings),
        ["quoted||2", "paraphrased||2", "summarised||1"]
    );
    assert_eq!(list(&all.named), ["yes||3", "no||1"]);
    // A filter leaves its own choices open, and narrows those of the others.
    let some = choices(
        &bridge(),
        &FilterQuery::parse("side=town&speaker=nobody&outlet=x"),
    );
    assert_eq!(
        list(&some.sides),
        [
            "county|County|0",
            "town|Town|0",
            "harbour|Harbour|0",
            "_others||0"
        ]
    );
    assert_eq!(
        some.speakers.last(),
        Some(&Choice {
            value: "nobody".to_owned(),
            name: String::new(),
            count: 0
        })
    );
    assert_eq!(list(&some.outlets).last().map(String::as_str), Some("x||0"));
}

prop_compose! {
    fn any_statement()(
        speaker in any::<Index>(),
        quoting in select(&[Quoting::Quoted, Quoting::Paraphrased, Quoting::Summarised][..]),
        said in (proptest::option::of(1_i32..40), proptest::option::of(0_i32..5)),
        hops in proptest::collection::vec(any::<Index>(), 0..3),
        source in any::<Index>(),
        other in proptest::option::of(any::<Index>()),
    ) -> Statement {
        let base = day("2021-03-01");
        let earliest = said.0.map(|at| base + at);
        let data = bridge();
        let read = |at: &Index| Hop::Read(SourceIx(at.index(data.sources.len()) as u16));
        let mut chain: Vec<Hop> = hops
            .iter()
            .map(|at| Hop::Named(OutletIx(at.index(data.outlets.len()) as u16)))
            .collect();
        chain.push(read(&source));
        Statement {
            id: format!("said-{}", chain.len()),
            speaker: SpeakerIx(speaker.index(data.speakers.len()) as u16),
            quoting,
            said: Days { earliest, latest: earliest.zip(said.1).map(|(from, more)| from + more) },
            renderings: other.iter().map(|at| Rendering { chain: vec![read(at)] }).collect(),
            chain,
        }
    }
}

fn any_data() -> impl Strategy<Value = PageData> {
    let statements = proptest::collection::vec(any_statement(), 0..4);
    proptest::collection::vec(statements, 0..5).prop_map(|points| PageData {
        points: points
            .into_iter()
            .zip(0..)
            .map(|(statements, at)| Point {
                id: format!("point-{at}"),
                statements,
            })
            .collect(),
        ..bridge()
    })
}

fn any_query() -> impl Strategy<Value = FilterQuery> {
    let part = |all: &'static [&'static str]| proptest::option::weighted(0.3, select(all));
    (
        part(&[
            "q=said",
            "q=1",
            "q=clerk",
            "q=point",
            "q=point-2",
            "q=\"said 2\"",
        ]),
        part(&["side=county", "side=harbour", "side=_others", "side=nobody"]),
        part(&["speaker=clerk", "speaker=keeper", "speaker=nobody"]),
        part(&["outlet=Herald", "outlet=Radio", "outlet=x"]),
        part(&["wording=quoted", "wording=summarised"]),
        part(&["named=yes", "named=no"]),
        part(&["from=2021-03-10", "until=2021-03-12"]),
        part(&["source=wire", "first=town"]),
    )
        .prop_map(|(a, b, c, d, e, f, g, h)| {
            let parts: Vec<&str> = [a, b, c, d, e, f, g, h].into_iter().flatten().collect();
            FilterQuery::parse(&parts.join("&"))
        })
}

/// Sets a filter to a choice.
type Choose = fn(&mut FilterQuery, &str);

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn without_a_filter_all_stays_and_nothing_is_marked(data in any_data(), query in any_query()) {
        for matched in matches(&data, &query.cleared()) {
            prop_assert!(matched.stays);
            prop_assert!(matched.statements.iter().all(|one| *one == Match::No));
        }
    }

    #[test]
    fn a_point_with_a_match_stays_whole(data in any_data(), query in any_query()) {
        for (point, matched) in data.points.iter().zip(matches(&data, &query)) {
            prop_assert_eq!(point.statements.len(), matched.statements.len());
            let has_match = matched.statements.iter().any(|one| *one != Match::No);
            prop_assert!(matched.stays || !has_match);
        }
    }

    #[test]
    fn each_point_is_matched_by_itself(data in any_data(), query in any_query()) {
        let mut turned = data.clone();
        turned.points.reverse();
        let mut expected = matches(&data, &query);
        expected.reverse();
        prop_assert_eq!(matches(&turned, &query), expected);
    }

    #[test]
    fn more_filters_never_match_more(data in any_data(), query in any_query(), more in any_query()) {
        let narrower = FilterQuery {
            side: query.side.clone().or(more.side),
            outlet: query.outlet.clone().or(more.outlet),
            named: query.named.or(more.named),
            ..query.clone()
        };
        if query.is_unfiltered() {
            return Ok(());
        }
        for (wide, narrow) in matches(&data, &query).iter().zip(matches(&data, &narrower)) {
            for (wide, narrow) in wide.statements.iter().zip(narrow.statements) {
                prop_assert!(narrow == Match::No || *wide == narrow);
            }
        }
    }

    #[test]
    fn a_choice_matches_as_many_as_it_says(data in any_data(), query in any_query()) {
        let choices = choices(&data, &query);
        let lists: [(&[Choice], Choose); 5] = [
            (&choices.sides, |query, value| query.side = SideFilter::from_name(value)),
            (&choices.speakers, |query, value| query.speaker = value.parse().ok()),
            (&choices.outlets, |query, value| query.outlet = Some(value.to_owned())),
            (&choices.wordings, |query, value| {
                query.wording = WordingFilter::ALL.into_iter().find(|one| one.name() == value);
            }),
            (&choices.named, |query, value| query.named = Some(value == "yes")),
        ];
        for (list, choose) in lists {
            for choice in list {
                let mut chosen = query.clone();
                choose(&mut chosen, &choice.value);
                let all = matches(&data, &chosen);
                let statements = all.iter().flat_map(|point| &point.statements);
                let count = statements.filter(|one| **one != Match::No).count();
                prop_assert_eq!(count, choice.count, "{:?}", choice);
            }
        }
    }
}
