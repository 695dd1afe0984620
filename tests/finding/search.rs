//! The search of a dispute: what matches, what is highlighted, and the count.

use says_who_tests::page::{Address, Element, Explainer, Finder, Ledger, Viewport};
use says_who_tests::{Engine, Start, in_every_engine};
use serde_json::json;

use crate::{ALL_POINTS, DISPUTE_PAGE};

in_every_engine! {
    matches_are_highlighted_and_counted_until_cleared,
    matches_in_folded_text_are_unfolded,
    search_ignores_case_and_diacritics,
    phrases_match_across_quotation_marks,
    the_count_is_announced_once_after_typing,
    a_shared_search_shows_its_results,
}

async fn matches_are_highlighted_and_counted_until_cleared(engine: Engine) {
    let browser = Start::site("a-b")
        .open(engine, &format!("{DISPUTE_PAGE}?v=aaaaaaaa"))
        .await;
    let before = Address(&browser).history_length().await;
    browser.click("#_search").await;
    browser.type_text("LETTER's spoke").await;
    Explainer(&browser)
        .wait_for_shown(&["notice-given"], &["mayor-never-saw-it"])
        .await;
    Address(&browser)
        .wait_for_query("?v=aaaaaaaa&q=LETTER%27s%20spoke")
        .await;
    assert_eq!(
        browser.text(".finder__count").await,
        "1 of 3 points matches, with 1 matching statement (both sides shown)"
    );
    // The other side is shown completely.
    let sides = Ledger(&browser).statements_by_side("notice-given").await;
    let counts: Vec<usize> = sides.iter().map(Vec::len).collect();
    assert_eq!(counts, [1, 2]);
    let heard = Element::new(&browser, "[data-match]")
        .attribute("aria-description")
        .await;
    assert_eq!(heard.as_deref(), Some("Matches the search"));
    let marked = Finder(&browser)
        .highlighted_with(&["letter's", "spoke"])
        .await;
    assert_eq!(marked, ["letter's", "spoke"]);
    // The URL alone is enough.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!("{DISPUTE_PAGE}?q=letter%27s+text"))
        .await;
    Explainer(&browser)
        .wait_for_shown(&["notice-given"], &["mayor-never-saw-it"])
        .await;
    browser.click(".finder__count + button").await;
    Explainer(&browser).wait_for_shown(&ALL_POINTS, &[]).await;
    Address(&browser).wait_for_query("").await;
    Finder(&browser).wait_until_cleared().await;
    browser.type_text("no such words").await;
    Explainer(&browser).wait_for_shown(&[], &[]).await;
    assert_eq!(browser.text(".finder__count").await, "No matches");
    let after = Address(&browser).history_length().await;
    assert_eq!(
        after,
        json!(before.as_u64().unwrap() + 2),
        "only the two page loads add history entries"
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn matches_in_folded_text_are_unfolded(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    browser.click("#clerk-on-register .sourcing__summary").await;
    browser.click("#_search").await;
    // Words of a headline, which only the sourcing lists.
    browser.type_text("drivers turn").await;
    Explainer(&browser)
        .wait_for_unfolded(&[
            "engineer-sent-letter",
            "mayor-never-saw-it",
            "clerk-on-register",
            "courier-saw-copy",
        ])
        .await;
    browser.type_text(" telephone").await;
    Explainer(&browser)
        .wait_for_unfolded(&["engineer-sent-letter", "clerk-on-register"])
        .await;
    browser.click(".finder__count + button").await;
    // What the reader unfolded stays unfolded.
    Explainer(&browser)
        .wait_for_unfolded(&["clerk-on-register"])
        .await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn search_ignores_case_and_diacritics(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    browser.click("#_search").await;
    browser.type_text("CLÉRK").await;
    Explainer(&browser)
        .wait_for_shown(&["notice-given"], &["clerk-on-register"])
        .await;
    let browser = Start::site("repo")
        .open(
            engine,
            "did-the-ferry-answer/?q=%D0%9E%D0%A2%D0%92%D0%95%D0%A2",
        )
        .await;
    Explainer(&browser).wait_for_some_points().await;
    for text in Element::new(&browser, "[data-match]").shown_texts().await {
        assert!(text.to_lowercase().contains("ответ"), "{text}");
    }
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn phrases_match_across_quotation_marks(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    let engineer = ["engineer-sent-letter"].as_slice();
    for (words, statements, marked) in [
        // Across the quotation marks around verbatim words.
        ("\"sent a formal\"", engineer, vec!["sent “a formal"]),
        ("“town hall on 1”", engineer, vec!["town hall” on 1"]),
        ("«Sent, a FORMAL»", engineer, vec!["sent “a formal"]),
        (
            "&quot;formal notice&quot; county",
            engineer,
            vec!["formal notice", "county"],
        ),
        (
            "\"formal notice\" „the county“",
            engineer,
            vec!["formal notice", "The county"],
        ),
        ("‘town hall’", engineer, vec!["town hall"]),
        (
            "formal, (hall) —notice “sent”.",
            engineer,
            vec!["sent", "formal", "hall", "notice"],
        ),
        ("\"formal hall", engineer, vec!["formal", "hall"]),
        // Part of a word does not match in a phrase.
        ("\"ormal notice\"", &[], vec![]),
        ("\"notice formal\"", &[], vec![]),
        ("\"a formal notice\" \"register\"", &[], vec![]),
        // In folded text: another wording, a headline.
        (
            "\"the mayor's office\"",
            &["mayor-never-saw-it"],
            vec!["the mayor's office"],
        ),
        ("registér…", &["clerk-on-register"], vec!["register"]),
    ] {
        Finder(&browser).search(words).await;
        let count = if statements.is_empty() {
            "No matches"
        } else {
            "1 of 3 points matches, with 1 matching statement ("
        };
        Finder(&browser).wait_for_matches(statements, count).await;
        let found = Finder(&browser).highlighted_with(&marked).await;
        // The words are highlighted wherever they occur, and nothing else is.
        let is_expected = |one: &&String| {
            let mut all = marked.iter().chain(&["county"]);
            all.any(|words| words.eq_ignore_ascii_case(one))
        };
        assert_eq!(
            found.iter().filter(is_expected).count(),
            found.len(),
            "{words}: {found:?}"
        );
    }
    // Punctuation alone is no search, and has no count.
    for words in ["\"\"", "“ ”", "…", " - ", "&quot;"] {
        Finder(&browser).search(words).await;
        Explainer(&browser).wait_for_shown(&ALL_POINTS, &[]).await;
        assert_eq!(browser.text(".finder__count").await, "", "{words}");
    }
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn the_count_is_announced_once_after_typing(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    // The visible count changes on every keystroke, so it is no live region.
    let is_count_live = Element::new(&browser, ".finder__count")
        .is_within("[aria-live], [role=status]")
        .await;
    assert!(!is_count_live);
    let politeness = Element::new(&browser, ".finder [aria-live]")
        .attribute("aria-live")
        .await;
    assert_eq!(politeness.as_deref(), Some("polite"));
    Finder(&browser).record_announcements().await;
    Finder(&browser).search_without_pause("clerk").await;
    Address(&browser).wait_for_query("?q=clerk").await;
    Finder(&browser).wait_until_recorded().await;
    assert_eq!(
        Finder(&browser).recorded().await,
        json!(["1 of 3 points matches, with 1 matching statement (both sides shown)"])
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
}

/// A shared search is visible at once: the field with its words, the count and the
/// first matching point.
async fn a_shared_search_shows_its_results(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    browser.client.set_window_size(1000, 700).await.unwrap();
    browser.goto_hydrated("bridge-repair/?q=register").await;
    Finder(&browser)
        .wait_for_results_on_screen("register")
        .await;
    // A link target in the URL takes precedence.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated("bridge-repair/?q=register#_documents")
        .await;
    Viewport(&browser).wait_for("_documents").await;
}
