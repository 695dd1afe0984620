//! The provenance tables: their links filter the ledger.

use says_who_tests::page::{Address, Document, Explainer, Focus, click_by_script};
use says_who_tests::{Engine, in_every_engine};
use serde_json::json;

use crate::{DISPUTE_PAGE, open};

in_every_engine! {
    provenance_links_filter_the_ledger,
}

async fn provenance_links_filter_the_ledger(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    Document(&browser).mark().await;
    let statements = Explainer(&browser).statement_count().await;
    // The page of the dispute links to the figures.
    click_by_script(&browser, "[aria-labelledby=_provenance] a").await;
    let on_figures_page = format!(
        "return location.pathname.endsWith('/{DISPUTE_PAGE}figures/') && location.hash === '#_provenance'
             && document.querySelector('.provenance__table') !== null"
    );
    browser.wait(&on_figures_page).await;
    Focus(&browser).wait_for_id("_provenance").await;
    // Both tables count every statement, and the length of a bar matches its number.
    let counted = browser
        .eval(
            "return [...document.querySelectorAll('.provenance__table')].map((table) => {
               const numbers = (rows) => [...table.querySelectorAll(`${rows} td`)].map((cell) => Number(cell.textContent));
               const sum = (list) => list.reduce((all, one) => all + one, 0);
               const bars = [...table.querySelectorAll('td > svg')].map((bar) =>
                 [Number(bar.parentElement.textContent), bar.firstElementChild.getBoundingClientRect().width]);
               const unit = Math.max(...bars.map(([number, width]) => width / number));
               return [sum(numbers('tbody')), sum(numbers('tfoot')), bars.length > 2 && unit > 1
                 && bars.every(([number, width]) => Math.abs(width / number - unit) < unit / 10)];
             })",
        )
        .await;
    let each = json!([statements, statements, true]);
    assert_eq!(counted, json!([each, each]));
    for (name, query, points, statements) in [
        (
            "Valley Radio",
            "?outlet=Valley%20Radio",
            vec!["notice-given", "who-pays"],
            vec!["mayor-never-saw-it", "mayor-county-pays"],
        ),
        (
            "radio-bridge",
            "?source=radio-bridge",
            vec!["who-pays"],
            vec!["mayor-county-pays"],
        ),
    ] {
        browser
            .eval(&format!(
                "[...document.querySelectorAll('.provenance a')].find((one) => one.getAttribute('href').endsWith('/{DISPUTE_PAGE}{query}#_points')).click()"
            ))
            .await;
        Address(&browser).wait_for_query(query).await;
        Explainer(&browser)
            .wait_for_shown(&points, &statements)
            .await;
        Address(&browser).wait_for_focused_target("_points").await;
        assert!(
            Document(&browser).has_stayed().await,
            "{name}: the page was loaded again"
        );
        Address(&browser).go_back().await;
        browser.wait(&on_figures_page).await;
    }
    assert_eq!(browser.console().await, Vec::<String>::new());
}
