//! The search of a dispute: what matches, what is highlighted, and the count.

use says_who_tests::page::{Address, Explainer, Finder, Viewport};
use says_who_tests::{Browser, Engine, Script, in_every_engine};
use serde_json::{Value, json};

use crate::{ALL_POINTS, DISPUTE_PAGE, open};

in_every_engine! {
    matches_are_highlighted_and_counted_until_cleared,
    matches_in_folded_text_are_unfolded,
    search_ignores_case_and_diacritics,
    phrases_match_across_quotation_marks,
    the_count_is_announced_once_after_typing,
    a_shared_search_shows_its_results,
}

async fn matches_are_highlighted_and_counted_until_cleared(engine: Engine) {
    let browser = open(engine, &format!("{DISPUTE_PAGE}?v=aaaaaaaa")).await;
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
    let sides = browser
        .eval("return [...document.querySelectorAll('#notice-given .cell')].map((cell) => cell.querySelectorAll('.statement-card').length)")
        .await;
    assert_eq!(sides, json!([1, 2]));
    let heard = browser
        .eval("return document.querySelector('[data-match]').getAttribute('aria-description')")
        .await;
    assert_eq!(heard, json!("Matches the search"));
    let marked = Finder(&browser).highlighted().await;
    assert_eq!(marked, json!(["letter's", "spoke"]));
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
    browser
        .wait("return document.activeElement.id === '_search' && document.querySelector('.finder__count').innerText === '' && !(CSS.highlights?.has('found'))")
        .await;
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
    let browser = open(engine, DISPUTE_PAGE).await;
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
    let browser = open(engine, DISPUTE_PAGE).await;
    browser.click("#_search").await;
    browser.type_text("CLÉRK").await;
    Explainer(&browser)
        .wait_for_shown(&["notice-given"], &["clerk-on-register"])
        .await;
    let browser = Browser::open_in(engine, "repo", Script::On).await;
    browser
        .goto_hydrated("did-the-ferry-answer/?q=%D0%9E%D0%A2%D0%92%D0%95%D0%A2")
        .await;
    Explainer(&browser).wait_for_some_points().await;
    let found = browser
        .eval("return [...document.querySelectorAll('[data-match]')].every((one) => /ответ/i.test(one.innerText))")
        .await;
    assert_eq!(found, json!(true));
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn phrases_match_across_quotation_marks(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
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
        let expected = json!(statements);
        let count = if statements.is_empty() {
            "No matches"
        } else {
            "1 of 3 points matches, with 1 matching statement ("
        };
        browser
            .wait(&format!("return JSON.stringify([...document.querySelectorAll('[data-match]')].map((one) => one.id)) === JSON.stringify({expected}) && document.querySelector('.finder__count').innerText.startsWith('{count}')"))
            .await;
        let found = Finder(&browser).highlighted().await;
        let found: Vec<&str> = found
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_str)
            .collect();
        for words in &marked {
            assert!(found.contains(words), "{words} of {found:?}");
        }
        // The words are highlighted wherever they occur, and nothing else is.
        let is_expected = |one: &&&str| {
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
    let browser = open(engine, DISPUTE_PAGE).await;
    let live = "document.querySelector('.finder [aria-live]')";
    // The visible count changes on every keystroke, so it is no live region.
    let silent = browser
        .eval(&format!("return document.querySelector('.finder__count').closest('[aria-live], [role=status]') === null && {live}.getAttribute('aria-live') === 'polite'"))
        .await;
    assert_eq!(silent, json!(true));
    Finder(&browser).record_announcements().await;
    browser
        .eval(
            "const field = document.querySelector('#_search');
             for (const words of ['c', 'cl', 'cle', 'cler', 'clerk']) {
               field.value = words; field.dispatchEvent(new Event('input', { bubbles: true }));
             }",
        )
        .await;
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
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.client.set_window_size(1000, 700).await.unwrap();
    browser.goto_hydrated("bridge-repair/?q=register").await;
    browser
        .wait(
            "const box = (selector) => document.querySelector(selector).getBoundingClientRect();
             return document.querySelector('.finder input').value === 'register'
               && document.querySelector('.finder__count').innerText !== ''
               && box('.finder').top >= 0 && box('.finder').top < 200
               && box('.point:not([hidden])').top < innerHeight",
        )
        .await;
    // A link target in the URL takes precedence.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated("bridge-repair/?q=register#_documents")
        .await;
    Viewport(&browser).wait_for("_documents").await;
}
