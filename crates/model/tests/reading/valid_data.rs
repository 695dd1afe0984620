//! What valid data is read as.

use says_who_model::Span;
use says_who_model::read::library;

use super::edits::with;
use super::support::fixture;

#[test]
fn ten_thousand_statements_are_accepted() {
    let statement = |index: usize| {
        format!(
            "\n[[statement]]\nid = \"said-{index}\"\nspeaker = \"mayor\"\nsaid = \"The county has to pay {index}.\"\nwhen = {{ date = 2021-03-09 }}\nchain = [{{ hop = \"said\", to = \"listeners\" }}, {{ hop = \"reported\", source = \"radio-bridge\" }}]\n"
        )
    };
    let read = with("bridge-repair/points/who-pays.toml", |bytes| {
        let more: String = (0..10_000).map(statement).collect();
        bytes.extend(more.into_bytes());
    })
    .unwrap();
    let point = &read.disputes[0].points[1];
    assert_eq!(point.statements().count(), 10_001);
}

#[test]
fn a_revision_of_the_summary_concerns_no_item() {
    let of_texts = with("bridge-repair/dispute.toml", |bytes| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        *bytes = text
            .replace(
                "items = [\"engineer-sent-letter\"]",
                "texts = [\"summary\"]",
            )
            .into_bytes();
    });
    for (library, concerns) in [(library("data", &fixture()), true), (of_texts, false)] {
        let library = library.unwrap();
        let dispute = &library.disputes[0];
        let revision = dispute
            .revisions
            .iter()
            .find(|one| !one.is_first())
            .unwrap();
        let item = dispute
            .items()
            .find(|item| item.id().as_str() == "engineer-sent-letter");
        assert_eq!(revision.concerns(&item.unwrap()), concerns);
    }
}

#[test]
fn verbatim_and_paraphrased_spans_are_distinguished() {
    let read = library("data", &fixture()).unwrap();
    let point = &read.disputes[0].points[0];
    let statement = point
        .statements()
        .find(|s| s.id.as_str() == "engineer-sent-letter")
        .unwrap();
    assert_eq!(
        statement.wording.spans,
        [
            Span::Paraphrase("The county sent ".to_owned()),
            Span::Verbatim("a formal notice to the town hall".to_owned()),
            Span::Paraphrase(" on 1 March.".to_owned()),
        ]
    );
}
