//! Sources, chains and renderings: what counts, and what a fingerprint covers.

use says_who_model::Step;
use says_who_model::read::library_with_warnings;

use super::edits::{edited, replaced};

const PAYS: &str = "bridge-repair/points/who-pays.toml";
const POINT: &str = "bridge-repair/points/notice-given.toml";
const SOURCES: &str = "bridge-repair/sources.toml";
const CITED: &str = "{ hop = \"cited\", source = \"courier-bridge-closes\", verb = \"claimed\" }";

/// It may be a slip, and it may be true: two outlets may cite each other.
#[test]
fn a_chain_that_comes_back_to_an_outlet_is_remarked() {
    let remarked = |edits: &[(&str, &str, &str)]| {
        let (_, warnings) = library_with_warnings("data", &replaced(edits)).unwrap();
        let own = warnings.iter().filter(|one| one.rule() == "complete-chain");
        own.map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(remarked(&[]), [""; 0]);
    let hop = "{ hop = \"reported\", source = \"radio-bridge\" }";
    let radio = "{ hop = \"reported\", by = \"Valley Radio\" },\n  ";
    let wire = "{ hop = \"cited\", by = \"County Wire\" },\n  ";
    let first_wire = wire.replace("cited", "reported");
    let cited = "{ hop = \"cited\", source = \"radio-bridge\" }";
    for (chain, outlet) in [
        (format!("{radio}{cited}"), "Valley Radio"),
        (format!("{radio}{wire}{cited}"), "Valley Radio"),
        (format!("{first_wire}{wire}{cited}"), "County Wire"),
    ] {
        let remarks = remarked(&[(PAYS, hop, &chain)]);
        assert_eq!(remarks.len(), 1, "{chain}");
        assert!(
            remarks[0].contains(&format!("`{outlet}` stands twice")),
            "{}",
            remarks[0]
        );
    }
    // Two sources of one outlet: it can cite its own earlier report.
    let read_radio = (
        POINT,
        "{ hop = \"reported\", by = \"Valley Radio\" }",
        "{ hop = \"reported\", source = \"radio-bridge\" }",
    );
    let same_outlet = (SOURCES, "\"The Valley Courier\"", "\"Valley Radio\"");
    assert_eq!(remarked(&[read_radio, same_outlet]), [""; 0]);
}

#[test]
fn an_agency_and_its_copies_are_one_source() {
    let single = |edits: &[(&str, &str, &str)]| {
        let library = edited(edits);
        let figures = library.disputes[0].figures();
        let single = figures.single_sourced.iter();
        let is_single = single.clone().any(|id| id.as_str() == "mayor-never-saw-it");
        (is_single, figures.whole.second.sources)
    };
    let (is_single, sources) = single(&[]);
    assert!(!is_single);
    let agency = "outlet = \"Valley Radio\"\nagency = \"County Wire\"";
    let one = (SOURCES, "outlet = \"Valley Radio\"", agency);
    assert_eq!(single(&[one]), (false, sources));
    let both = (
        SOURCES,
        "outlet = \"The Valley Courier\"",
        "outlet = \"The Valley Courier\"\nagency = \"County Wire\"",
    );
    assert_eq!(single(&[one, both]), (true, sources - 1));
    // The agency's own report is no second source either.
    let own = (
        SOURCES,
        "outlet = \"The Valley Courier\"",
        "outlet = \"County Wire\"",
    );
    assert_eq!(single(&[one, own]), (true, sources - 1));
}

#[test]
fn a_fingerprint_covers_every_key_of_a_chain_and_of_a_rendering() {
    let id = "mayor-never-saw-it".parse().unwrap();
    let print = |library: &says_who_model::Library| library.disputes[0].fingerprint(&id).unwrap();
    let mut prints = vec![print(&edited(&[]))];
    let said = "{ hop = \"said\", to = \"listeners\", how = \"on air\"";
    let rendering = "attributed-to = \"the mayor's office\"";
    for (find, more) in [
        (said, ", verb = \"shouted\""),
        (said, ", where = \"in the town hall\""),
        (said, ", when = { date = \"2021-03\" }"),
        (&CITED[..CITED.len() - 2], ", at = \"page 2\""),
        (&CITED[..CITED.len() - 2], ", at = \"page 3\""),
        (rendering, "\nnote = \"Repeated at noon.\""),
        (
            "{ hop = \"reported\", by = \"Valley Radio\" },",
            "\n  { hop = \"unknown\", note = \"Nobody says.\" },",
        ),
    ] {
        let replace = format!("{find}{more}");
        prints.push(print(&edited(&[(POINT, find, &replace)])));
    }
    let carried = CITED.replace("cited", "carried");
    prints.push(print(&edited(&[(POINT, CITED, &carried)])));
    let all = prints.len();
    prints.sort_by_key(ToString::to_string);
    prints.dedup();
    assert_eq!(prints.len(), all);
}

#[test]
fn a_way_that_is_not_known_stands_in_its_place() {
    let unknown = "{ hop = \"unknown\", note = \"Nobody says.\" }";
    let said = "{ hop = \"said\", to = \"listeners\", how = \"on air\" }";
    let library = edited(&[(POINT, said, unknown)]);
    let id = "mayor-never-saw-it".parse().unwrap();
    let statement = library.disputes[0].statement(&id).unwrap();
    let chain = &statement.chain;
    assert!(chain.said.is_none() && !chain.is_known() && chain.to().is_none());
    assert_eq!(chain.steps[0], Step::Unknown("Nobody says.".to_owned()));
    assert_eq!(chain.relays().count(), 1);
}
