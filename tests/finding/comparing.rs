//! Comparing two statements, what a speaker said, and what had been said by a day.

use says_who_tests::page::{
    Address, Clipboard, Comparison, Dialogs, Element, Explainer, Viewport, click_by_script,
};
use says_who_tests::{Browser, Engine, Start, in_every_engine};
use serde_json::json;

use crate::DISPUTE_PAGE;

in_every_engine! {
    two_statements_stand_side_by_side,
    two_wordings_of_one_statement_stand_beside_both_sides,
    a_statement_is_compared_from_its_tools,
    a_speaker_stands_beside_the_other_side,
    a_day_shows_what_had_been_said_by_then,
    the_form_leads_to_comparisons,
    links_lead_out_of_a_comparison,
    shortcuts_act_on_a_comparison,
    an_unknown_statement_is_said_to_be_unknown,
    sides_are_compared_in_the_order_of_the_address,
}

/// Opens the page of the dispute in another document, at this query, and waits until a
/// comparison with this heading is shown.
async fn compare(browser: &Browser, query: &str, heading: &str) {
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!("{DISPUTE_PAGE}{query}"))
        .await;
    Comparison(browser).wait_for(heading).await;
}

async fn two_statements_stand_side_by_side(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    let query = "?compare=mayor-never-saw-it,engineer-sent-letter";
    compare(&browser, query, "Two statements side by side").await;
    // In the order of the sides, whatever the order in the address.
    assert_eq!(
        Comparison(&browser).rows().await,
        json!([[
            "County says engineer-sent-letter",
            "Town says mayor-never-saw-it"
        ]])
    );
    let title = browser.eval("return document.title").await;
    let title = title.as_str().unwrap();
    assert!(
        title.starts_with("Two statements side by side · "),
        "{title}"
    );
    let printed = Explainer(&browser).printed_head().await;
    if let Some(line) = printed.as_str() {
        assert!(line.starts_with("Two statements side by side · "), "{line}");
    }
    // The sourcing is open, and no id is there twice.
    let open = Element::new(&browser, ".comparison .sourcing[open]")
        .count()
        .await;
    assert_eq!(open, 2);
    assert_eq!(Element::new(&browser, ".comparison [id]").count().await, 0);
    // The question stays, and the as-of date.
    for selector in ["h1", ".as-of"] {
        assert_eq!(Element::new(&browser, selector).shown_count().await, 1);
    }
    assert_eq!(Element::new(&browser, ".positions").shown_count().await, 0);

    Comparison(&browser).leave().await;
    Comparison(&browser).wait_until_gone().await;
    Address(&browser).wait_for_query("").await;
    let title = browser.eval("return document.title").await;
    assert!(!title.as_str().unwrap().contains("side by side"), "{title}");
    let printed = Explainer(&browser).printed_head().await;
    assert!(!printed.to_string().contains("side by side"), "{printed}");
    // The count of open sources is of the page alone.
    assert_eq!(
        Element::new(&browser, ".all-sources__count")
            .text_content()
            .await,
        "Sources open: 0 of 5"
    );
    Address(&browser).go_back().await;
    Address(&browser).wait_for_query(query).await;
    Element::new(&browser, ".comparison .statement-card")
        .wait_for_count(2)
        .await;
    assert_eq!(Element::new(&browser, ".whole").visible_count().await, 0);
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn two_wordings_of_one_statement_stand_beside_both_sides(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    let query = "?compare=mayor-never-saw-it,mayor-never-saw-it~radio-bridge";
    compare(&browser, query, "One statement in two wordings").await;
    assert_eq!(
        Comparison(&browser).rows().await,
        json!([
            [
                "Town says mayor-never-saw-it",
                "Town says mayor-never-saw-it"
            ],
            [
                "County says engineer-sent-letter",
                "Town says mayor-never-saw-it clerk-on-register"
            ],
        ])
    );
    let words = Element::new(&browser, ".comparison .cell > .statement-card > .wording");
    let words = words.text_contents().await;
    assert_eq!(words[0], "“We never saw it <or> heard of it.”");
    assert_eq!(words[1], "“We have never seen it.”");
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn a_statement_is_compared_from_its_tools(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    click_by_script(&browser, "#engineer-sent-letter .more").await;
    Dialogs(&browser)
        .wait_for_share_panel_of("engineer-sent-letter")
        .await;
    click_by_script(&browser, "dialog .share__compare a").await;
    Dialogs(&browser).wait_until_closed().await;
    Comparison(&browser).wait_for("Compare").await;
    Address(&browser)
        .wait_for_query("?compare=engineer-sent-letter")
        .await;
    assert_eq!(
        Comparison(&browser).lists().await,
        json!([
            [
                "Statements on the same point",
                "?compare=engineer-sent-letter,mayor-never-saw-it",
                "?compare=engineer-sent-letter,clerk-on-register",
                "?compare=engineer-sent-letter,courier-saw-copy"
            ],
            [
                "Statements on other points",
                "?compare=engineer-sent-letter,mayor-county-pays"
            ],
        ])
    );
    // By keyboard.
    Element::new(&browser, ".comparison__list a").focus().await;
    browser.type_text("\u{e007}").await;
    Comparison(&browser)
        .wait_for("Two statements side by side")
        .await;
    // The tools of a copy are those of its statement.
    click_by_script(&browser, ".comparison [data-item=mayor-never-saw-it] .more").await;
    Dialogs(&browser)
        .wait_for_share_panel_of("mayor-never-saw-it")
        .await;
    Dialogs(&browser).close().await;
    Address(&browser).go_back().await;
    Address(&browser)
        .wait_for_query("?compare=engineer-sent-letter")
        .await;
    Address(&browser).go_back().await;
    Comparison(&browser).wait_until_gone().await;

    // From the page of the statement.
    browser
        .goto_hydrated("bridge-repair/mayor-never-saw-it/")
        .await;
    click_by_script(&browser, ".share__compare a").await;
    Comparison(&browser).wait_for("Compare").await;
    let wordings = &Comparison(&browser).lists().await[0];
    assert_eq!(
        *wordings,
        json!([
            "Other wordings of the same statement",
            "?compare=mayor-never-saw-it,mayor-never-saw-it~radio-bridge"
        ])
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn a_speaker_stands_beside_the_other_side(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    compare(&browser, "?compare=speaker:mayor", "Said by Jo Lind").await;
    // A side without a statement says why.
    assert_eq!(
        Comparison(&browser).rows().await,
        json!([
            [
                "County says engineer-sent-letter",
                "Town says mayor-never-saw-it"
            ],
            ["County says", "Town says mayor-county-pays"],
        ])
    );
    Element::new(&browser, ".comparison .absence__note")
        .wait_for_text("The sources read carry nothing from the county on the cost.")
        .await;
    // Somebody of neither side stands with both.
    compare(
        &browser,
        "?compare=speaker:valley-courier&x=1",
        "Said by The Valley Courier",
    )
    .await;
    assert_eq!(
        Comparison(&browser).rows().await,
        json!([[
            "County says engineer-sent-letter",
            "Town says mayor-never-saw-it clerk-on-register"
        ]])
    );
    let others = Element::new(&browser, ".comparison .point-row__others .statement-card");
    assert_eq!(
        others.attributes("data-item").await,
        [Some("courier-saw-copy".to_owned())]
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn a_day_shows_what_had_been_said_by_then(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    compare(
        &browser,
        "?as-of=2021-03-09",
        "What had been said by the evening of 9 March 2021",
    )
    .await;
    assert_eq!(
        Comparison(&browser).rows().await,
        json!([
            [
                "County says",
                "Town says mayor-never-saw-it clerk-on-register"
            ],
            ["County says", "Town says mayor-county-pays"],
        ])
    );
    let nothing = Element::new(&browser, ".cell > .comparison__note")
        .text_contents()
        .await;
    assert_eq!(
        nothing,
        ["In the sources read, nothing had been said by then."; 2]
    );
    assert_eq!(
        Comparison(&browser).lists().await,
        json!([
            [
                "Points on which nobody had spoken by then",
                "/a/b/bridge-repair/later-notice/"
            ],
            ["Said later", "#engineer-sent-letter", "#courier-saw-copy"],
        ])
    );
    // On to the next day on which something was said.
    click_by_script(&browser, ".comparison__controls a + a").await;
    Comparison(&browser)
        .wait_for("What had been said by the evening of 10 March 2021")
        .await;
    Address(&browser).wait_for_query("?as-of=2021-03-10").await;
    let said = Element::new(&browser, ".comparison .statement-card")
        .count()
        .await;
    assert_eq!(said, 5);
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn the_form_leads_to_comparisons(engine: Engine) {
    let browser = Start::site("a-b")
        .open(engine, &format!("{DISPUTE_PAGE}?first=town"))
        .await;
    Comparison(&browser).unfold_choice().await;
    Comparison(&browser)
        .choose("What had been said by", "2021-03-10")
        .await;
    Comparison(&browser)
        .wait_for("What had been said by the evening of 10 March 2021")
        .await;
    Address(&browser)
        .wait_for_query("?first=town&as-of=2021-03-10")
        .await;
    Comparison(&browser).leave().await;
    Comparison(&browser).wait_until_gone().await;
    // The order of the sides stays.
    Address(&browser).wait_for_query("?first=town").await;
    Comparison(&browser)
        .choose("Everything said by", "mayor")
        .await;
    Comparison(&browser).wait_for("Said by Jo Lind").await;
    Address(&browser)
        .wait_for_query("?first=town&compare=speaker:mayor")
        .await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn links_lead_out_of_a_comparison(engine: Engine) {
    let browser = Start::site("a-b")
        .open(engine, &format!("{DISPUTE_PAGE}?q=county"))
        .await;
    compare(
        &browser,
        "?q=county&as-of=2021-03-09",
        "What had been said by the evening of 9 March 2021",
    )
    .await;
    click_by_script(&browser, ".comparison a[href='#engineer-sent-letter']").await;
    Comparison(&browser).wait_until_gone().await;
    Address(&browser)
        .wait_for_query_and_focused_target("?q=county", "engineer-sent-letter")
        .await;
    Viewport(&browser)
        .settled_offset("engineer-sent-letter")
        .await;
    // Back again.
    Address(&browser).go_back().await;
    Address(&browser)
        .wait_for_query("?q=county&as-of=2021-03-09")
        .await;
    Element::new(&browser, ".comparison h2")
        .wait_until_exists()
        .await;
    // To another page, and back.
    click_by_script(&browser, ".comparison .point__question a").await;
    Element::new(&browser, ".item").wait_until_exists().await;
    Address(&browser).go_back().await;
    Element::new(&browser, ".comparison h2")
        .wait_until_exists()
        .await;
    assert_eq!(Element::new(&browser, ".whole").visible_count().await, 0);
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn shortcuts_act_on_a_comparison(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    let heading = "What had been said by the evening of 10 March 2021";
    compare(&browser, "?as-of=2021-03-10", heading).await;
    let open = Element::new(&browser, ".comparison .sourcing[open]");
    browser.type_text("a").await;
    open.wait_for_count(5).await;
    browser.type_text("a").await;
    open.wait_for_count(0).await;
    // Nothing of the page behind it changes.
    let behind = Element::new(&browser, ".ledger .sourcing[open]");
    assert_eq!(behind.count().await, 0);
    browser.type_text("j").await;
    Comparison(&browser).wait_for(heading).await;
    Clipboard(&browser).replace().await;
    browser.type_text("c").await;
    Clipboard(&browser).wait_for_count(1).await;
    let copied = Clipboard(&browser).copied().await;
    let address = &browser.address;
    assert_eq!(
        copied,
        json!([format!("{address}{DISPUTE_PAGE}?as-of=2021-03-10")])
    );
    browser.type_text("s").await;
    Address(&browser)
        .wait_for_query("?as-of=2021-03-10&first=town")
        .await;
    Comparison(&browser).wait_for_first_side("Town says").await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn an_unknown_statement_is_said_to_be_unknown(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    for query in [
        "compare=no-such-statement",
        "compare=engineer-sent-letter,no-such-statement",
        "compare=speaker:nobody",
    ] {
        compare(&browser, &format!("?{query}"), "Compare").await;
        Element::new(&browser, ".comparison__lead")
            .wait_for_text("There is no such statement or speaker on this page.")
            .await;
        Comparison(&browser).leave().await;
        Comparison(&browser).wait_until_gone().await;
    }
    // What can't be a comparison is none.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!("{DISPUTE_PAGE}?compare=%3F&as-of=2021-02-30"))
        .await;
    Comparison(&browser).wait_until_gone().await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn sides_are_compared_in_the_order_of_the_address(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    let query = "?compare=engineer-sent-letter,mayor-never-saw-it&first=town";
    compare(&browser, query, "Two statements side by side").await;
    assert_eq!(
        Comparison(&browser).rows().await,
        json!([[
            "Town says mayor-never-saw-it",
            "County says engineer-sent-letter"
        ]])
    );
    browser
        .goto_hydrated(&format!("{DISPUTE_PAGE}?as-of=2021-03-10&first=town"))
        .await;
    let row = &Comparison(&browser).rows().await[0];
    assert_eq!(
        *row,
        json!([
            "Town says mayor-never-saw-it clerk-on-register",
            "County says engineer-sent-letter"
        ])
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
}
