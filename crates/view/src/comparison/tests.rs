//! Comparisons, by tables and by properties.

use proptest::prelude::*;
use says_who_model::Date;
use says_who_page_data::PageData;

use super::{Comparison, ComparisonQuery, List, Row, Shown};
use crate::test_data::{bridge, day};

fn compared(query: &str) -> Option<Comparison> {
    Comparison::new(&bridge(), &ComparisonQuery::parse(query)?)
}

fn name(data: &PageData, shown: Shown) -> String {
    let id = &shown.statement(data).expect("a statement").id;
    let rendering = shown.rendering.map(|at| format!("~{at}"));
    let may_be_later = shown.may_be_later.then_some("?");
    format!(
        "{id}{}{}",
        rendering.unwrap_or_default(),
        may_be_later.unwrap_or_default()
    )
}

fn names(shown: &[Shown]) -> String {
    let data = bridge();
    let names = shown.iter().map(|one| name(&data, *one));
    names.collect::<Vec<_>>().join(" ")
}

/// Each row as its point, the two sides, and others.
fn written(rows: &[Row]) -> Vec<String> {
    let data = bridge();
    let written = |row: &Row| {
        let [first, second] = &row.cells;
        format!(
            "{}: {} | {} | {}",
            data.points[row.point].id,
            names(first),
            names(second),
            names(&row.others)
        )
    };
    rows.iter().map(written).collect()
}

/// The lists that are not empty, by what they are.
fn lists(comparison: &Comparison) -> Vec<String> {
    let lists = List::ALL.into_iter().zip(&comparison.lists);
    let lists = lists.filter(|(_, list)| !list.is_empty());
    lists
        .map(|(list, statements)| format!("{list:?}: {}", names(statements)))
        .collect()
}

#[test]
fn two_wordings_stand_with_both_sides() {
    for (query, chosen, rows) in [
        // One of each side.
        ("compare=letter,book", "letter book", [].as_slice()),
        ("compare=sums-up,letter", "sums-up letter", &[]),
        // An utterance in two wordings: the other side is beside them.
        (
            "compare=letter,letter~wire",
            "letter letter~0",
            &["notice: letter | book | boat"],
        ),
        // One side, on two points.
        (
            "compare=book,sums-up",
            "book sums-up",
            &[
                "notice: letter | book | boat",
                "pays:  | sums-up | saw-copy",
            ],
        ),
        // One is of neither side.
        (
            "compare=book,boat",
            "book boat",
            &["notice: letter | book | boat"],
        ),
    ] {
        let comparison = compared(query).expect(query);
        assert_eq!(names(&comparison.chosen), chosen, "{query}");
        assert_eq!(written(&comparison.rows), rows, "{query}");
        assert_eq!(lists(&comparison), Vec::<String>::new(), "{query}");
    }
}

#[test]
fn one_wording_offers_all_others() {
    for (query, chosen, offered) in [
        (
            "compare=letter~wire",
            "letter~0",
            ["Wordings: letter", "SamePoint: book boat"].as_slice(),
        ),
        (
            "compare=letter",
            "letter",
            &["Wordings: letter~0", "SamePoint: book boat"],
        ),
        // Nothing stands beside itself.
        (
            "compare=letter,letter",
            "letter",
            &["Wordings: letter~0", "SamePoint: book boat"],
        ),
        // Not the source of any other wording.
        (
            "compare=letter,letter~herald",
            "letter",
            &["Wordings: letter~0", "SamePoint: book boat"],
        ),
    ] {
        let comparison = compared(query).expect(query);
        assert_eq!(names(&comparison.chosen), chosen);
        assert!(comparison.rows.is_empty());
        let mut offered: Vec<String> = offered.iter().map(ToString::to_string).collect();
        offered.push("Elsewhere: sums-up saw-copy".to_owned());
        assert_eq!(lists(&comparison), offered, "{query}");
        // What is offered leads to a comparison.
        let data = bridge();
        let shown = comparison.chosen[0];
        for other in comparison.lists.concat() {
            let [first, second] = [shown, other].map(|one| one.id(&data).expect("an id"));
            let query = ComparisonQuery::Two(first, Some(second)).merge_into("");
            let both = compared(&query).expect(&query);
            assert_eq!(both.chosen, [shown, other], "{query}");
        }
    }
}

#[test]
fn a_speaker_is_beside_the_other_side() {
    for (speaker, expected) in [
        ("engineer", ["notice: letter | book | "].as_slice()),
        // Not the summary of the position.
        ("clerk", &["notice: letter | book | "]),
        ("keeper", &["notice: letter | book | boat"]),
        ("courier", &["pays:  | sums-up | saw-copy"]),
    ] {
        let comparison = compared(&format!("compare=speaker:{speaker}")).expect(speaker);
        assert_eq!(written(&comparison.rows), expected, "{speaker}");
    }
}

#[test]
fn a_day_shows_what_had_been_said_by_then() {
    for (query, rows, silent, later, neighbours) in [
        (
            "as-of=2021-02-28",
            [].as_slice(),
            "notice pays",
            Some("Later: letter book sums-up saw-copy"),
            [None, Some("2021-03-09")],
        ),
        // A month that is not over may have had the statement or not.
        (
            "as-of=2021-03-01",
            &["notice:  | book? | "],
            "pays",
            Some("Later: letter sums-up saw-copy"),
            [None, Some("2021-03-09")],
        ),
        (
            "as-of=2021-03-10",
            &["notice: letter | book? | ", "pays:  | sums-up | "],
            "",
            Some("Later: saw-copy"),
            [Some("2021-03-09"), Some("2021-03-11")],
        ),
        (
            "as-of=2021-03-31",
            &["notice: letter | book | ", "pays:  | sums-up | saw-copy"],
            "",
            None,
            [Some("2021-03-11"), None],
        ),
    ] {
        let comparison = compared(query).expect(query);
        let data = bridge();
        let questions = comparison.silent.iter();
        let questions = questions.map(|at| data.points[*at].id.as_str());
        assert_eq!(written(&comparison.rows), rows, "{query}");
        assert_eq!(questions.collect::<Vec<_>>().join(" "), silent, "{query}");
        let expected = later.into_iter().chain(["Undated: boat"]);
        assert_eq!(lists(&comparison), expected.collect::<Vec<_>>(), "{query}");
        let days = neighbours.map(|day| day.map(|day| day.parse().expect("a date")));
        assert_eq!(comparison.neighbours, days, "{query}");
    }
}

#[test]
fn a_former_id_leads_to_the_same_comparison() {
    let data = bridge();
    let mut query = ComparisonQuery::parse("compare=speaker:town-clerk").expect("a comparison");
    query.update_ids(&data);
    assert_eq!(query.merge_into(""), "?compare=speaker:clerk");
    let mut filter = crate::filter::FilterQuery::parse("speaker=town-clerk&q=x");
    filter.update_ids(&data);
    assert_eq!(filter.merge_into(""), "?q=x&speaker=clerk");
}

#[test]
fn what_the_page_does_not_have_is_not_compared() {
    for query in [
        "compare=nobody",
        "compare=letter,nobody",
        "compare=nobody,letter",
        "compare=speaker:nobody",
        // A point, a source.
        "compare=notice",
        "compare=speaker:herald",
    ] {
        assert_eq!(compared(query), None, "{query}");
    }
}

proptest! {
    /// On every day, each statement is in exactly one place.
    #[test]
    fn nothing_is_lost_on_any_day(number in day("2021-02-01")..day("2021-05-01")) {
        let data = bridge();
        let query = ComparisonQuery::AsOf(Date::from_day_number(number));
        let comparison = Comparison::new(&data, &query).expect("a comparison");
        let in_rows = comparison.rows.iter().flat_map(|row| {
            let [first, second] = &row.cells;
            [first, second, &row.others].into_iter().flatten().copied()
        });
        let mut all: Vec<(usize, usize)> = in_rows
            .chain(comparison.lists.concat())
            .map(|one| (one.position.point, one.position.statement))
            .collect();
        all.sort_unstable();
        let points = data.points.iter().enumerate();
        let expected: Vec<(usize, usize)> = points
            .flat_map(|(at, point)| (0..point.statements.len()).map(move |one| (at, one)))
            .collect();
        prop_assert_eq!(all, expected);
        prop_assert_eq!(
            comparison.rows.len() + comparison.silent.len(),
            data.points.len()
        );
    }
}
