//! Queries are read as they were written, also if a program mangled them.

use proptest::option::of;
use proptest::prelude::*;
use says_who_model::{Date, Id};
use says_who_routes::percent::encoded;

use super::{FilterQuery, SideFilter, WordingFilter};

fn id() -> impl Strategy<Value = Id> {
    "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}".prop_filter_map("reserved", |text| text.parse().ok())
}

fn date() -> impl Strategy<Value = Date> {
    (1_i16..=9999, 1_u8..=12, 1_u8..=28).prop_filter_map("a date", |(year, month, day)| {
        format!("{year:04}-{month:02}-{day:02}").parse().ok()
    })
}

fn query() -> impl Strategy<Value = FilterQuery> {
    let side = prop_oneof![id().prop_map(SideFilter::Side), Just(SideFilter::Neither)];
    let text = || "[\\PC]{0,12}".prop_filter("blank", |text| !text.trim().is_empty());
    (
        of(text()),
        of(side),
        of(id()),
        of(text()),
        of(id()),
        of(proptest::sample::select(&WordingFilter::ALL[..])),
        of(any::<bool>()),
        of(date()),
        of(date()),
        of(id()),
    )
        .prop_map(
            |(text, side, speaker, outlet, source, wording, named, from, until, first)| {
                FilterQuery {
                    text: text.unwrap_or_default(),
                    side,
                    speaker,
                    outlet,
                    source,
                    wording,
                    named,
                    from,
                    until,
                    first,
                }
            },
        )
}

proptest! {
    #[test]
    fn what_is_shown_reads_back(query in query()) {
        let written = query.merge_into("");
        prop_assert!(!written.contains(['#', ' ', '"', '<', '>', '\'']));
        prop_assert_eq!(FilterQuery::parse(&written), query);
    }

    #[test]
    fn what_is_not_known_is_kept(one in query(), other in query(), x in "[a-z0-9]{1,5}") {
        let before = one.merge_into(&format!("?v=abcdefgh&x={x}&y"));
        let after = other.merge_into(&before);
        prop_assert!(after.starts_with(&format!("?v=abcdefgh&x={x}&y")), "{}", after);
        prop_assert_eq!(FilterQuery::parse(&after), other);
    }

    #[test]
    fn any_query_has_an_answer(query in "\\PC*") {
        let parsed = FilterQuery::parse(&query);
        let again = FilterQuery::parse(&parsed.merge_into(&query));
        prop_assert_eq!(again, parsed);
    }
}

#[test]
fn a_form_writes_spaces_as_plus_signs() {
    assert_eq!(FilterQuery::parse("?q=written+reply").text, "written reply");
    assert_eq!(
        FilterQuery::parse("?q=%D0%BE%D1%82%D0%B2%D0%B5%D1%82").text,
        "ответ"
    );
    assert!(FilterQuery::parse("?q=+&from=2022-02-30&named=maybe").is_unfiltered());
}

#[test]
fn a_mangled_view_asks_for_the_same() {
    let clean = "?q=a+reply&side=_others&speaker=ada-okafor&source=courier&outlet=AT%26T\
                 &wording=quoted&named=yes&from=2022-01-02&until=2022-02-03&first=town";
    let expected = FilterQuery::parse(clean);
    assert!(expected.side.is_some() && expected.until.is_some() && expected.first.is_some());
    for (written, as_it_is) in [
        ("&", "&amp;"),
        ("&", ";"),
        ("&", "%26"),
        ("&", "%26amp%3B"),
        ("&", "&#38;"),
        ("&", "&%0A"),
        ("=", "=3D"),
        (
            "&wording=quoted&named=yes",
            "&wording=quoted).&named=**yes**",
        ),
    ] {
        let query = clean.replace(written, as_it_is);
        assert_eq!(FilterQuery::parse(&query), expected, "{query}");
    }
    let encoded = encoded(clean.trim_start_matches('?'));
    assert_eq!(FilterQuery::parse(&encoded), expected, "{encoded}");
    let shouted = FilterQuery::parse("?Q=a+reply&SIDE=TOWN&From=2022–01–02");
    assert_eq!(
        shouted,
        FilterQuery::parse("?q=a+reply&side=town&from=2022-01-02")
    );
    // A mangled query is written correctly, once.
    let again = expected.merge_into("?q=x&amp;side=us%26first=us&y=1");
    assert_eq!(again, expected.merge_into("?y=1"));
}
