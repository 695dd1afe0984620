//! Tests of dates at the precision at which they are known.

use proptest::prelude::*;

use super::EdtfDate;
use crate::Date;

fn date(text: &str) -> EdtfDate {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

#[test]
fn each_precision_is_read_and_written() {
    for text in [
        "2022-01-31",
        "2022-01",
        "2022",
        "2022-21",
        "2022-24",
        "0988",
        "1908-04~",
        "1908?",
        "1908-04-21%",
        "2022-01-31/2022-02-02",
        "1907/1908-21",
        "1908-02~/1908-04",
        "../2022-02",
        "2022-02-01/..",
    ] {
        assert_eq!(date(text).to_string(), text);
    }
    for text in [
        "",
        "0000",
        "22",
        "2022-13",
        "2022-25",
        "2022-1",
        "2022-02-30",
        "2022-02/2022-01",
        "2022/2022",
        "../..",
        "/2022",
        "2022/",
        "2022~~",
        "~2022",
        "2022-01-31T10:00",
        "…",
    ] {
        assert!(text.parse::<EdtfDate>().is_err(), "{text}");
    }
}

#[test]
fn bounds_are_those_of_the_calendar() {
    for (text, earliest, latest) in [
        ("2024-02", Some("2024-02-01"), Some("2024-02-29")),
        ("2022", Some("2022-01-01"), Some("2022-12-31")),
        ("2022-22", Some("2022-01-01"), Some("2022-12-31")),
        ("2022-24", Some("2021-12-01"), Some("2023-02-28")),
        ("2021-12/2022", Some("2021-12-01"), Some("2022-12-31")),
        ("../2022-02", None, Some("2022-02-28")),
        ("2022-02/..", Some("2022-02-01"), None),
    ] {
        assert_eq!(date(text).earliest(), earliest.map(day), "{text}");
        assert_eq!(date(text).latest(), latest.map(day), "{text}");
    }
}

#[test]
fn dates_are_sorted_by_their_beginning() {
    let in_order = [
        "../1908-01",
        "1908",
        "1908-02",
        "1908-02-21",
        "1908-21",
        "1908-22",
        "1908-06-02/..",
        "1909",
    ];
    assert!(in_order.is_sorted_by_key(|text| date(text).sort_key()));
}

#[test]
fn only_sure_days_months_and_years_are_iso_8601() {
    for text in ["2022-01-31", "2022-01", "2022"] {
        assert_eq!(date(text).iso_8601().as_deref(), Some(text));
    }
    for text in ["2022-21", "2022~", "2022-01/2022-02", "../2022", "2022/.."] {
        assert_eq!(date(text).iso_8601(), None, "{text}");
    }
}

#[test]
fn a_date_is_found_where_it_may_be() {
    let overlaps =
        |text, from: &str, until: &str| date(text).overlaps(from.parse().ok(), until.parse().ok());
    assert!(overlaps("2022-01", "2022-01-15", "2022-01-20"));
    assert!(overlaps("2022-01", "2022-01-31", ""));
    assert!(!overlaps("2022-01", "2022-02-01", ""));
    assert!(!overlaps("2022-01", "", "2021-12-31"));
    assert!(overlaps("../2022-01", "", "1900-01-01"));
    assert!(!overlaps("../2022-01", "2022-02-01", ""));
    assert!(overlaps("2022-01/..", "2099-01-01", ""));
}

proptest! {
    #[test]
    fn any_text_has_an_answer(text in "[0-9.]{0,5}[-/]?[0-9]{0,3}[-/]?\\PC{0,6}") {
        if let Ok(read) = text.parse::<EdtfDate>() {
            prop_assert_eq!(read.to_string(), text);
        }
    }
}
