//! The provenance tables: their links filter the ledger.

use says_who_tests::page::{
    Address, Document, Explainer, Focus, Provenance, ProvenanceTable, click_by_script,
};
use says_who_tests::{Engine, Start, in_every_engine};

use crate::DISPUTE_PAGE;

in_every_engine! {
    provenance_links_filter_the_ledger,
}

async fn provenance_links_filter_the_ledger(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    Document(&browser).mark().await;
    let statements = Explainer(&browser).statement_count().await;
    let statements = statements.as_u64().unwrap();
    // The page of the dispute links to the figures.
    click_by_script(&browser, "[aria-labelledby=_provenance] a").await;
    let figures_page = format!("/{DISPUTE_PAGE}figures/");
    Provenance(&browser).wait_until_shown(&figures_page).await;
    Focus(&browser).wait_for_id("_provenance").await;
    // Both tables count every statement, and the length of a bar matches its number.
    let tables = Provenance(&browser).tables().await;
    assert_eq!(tables.len(), 2);
    for table in &tables {
        assert_eq!(table.counts.iter().sum::<u64>(), statements, "{table:?}");
        assert_eq!(table.totals.iter().sum::<u64>(), statements, "{table:?}");
        check_bars(table);
    }
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
        let link = format!(".provenance a[href$='/{DISPUTE_PAGE}{query}#_points']");
        click_by_script(&browser, &link).await;
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
        Provenance(&browser).wait_until_shown(&figures_page).await;
    }
    assert_eq!(browser.console().await, Vec::<String>::new());
}

/// Checks that each bar of a table is as long as its number says.
fn check_bars(table: &ProvenanceTable) {
    let bars = &table.bars;
    let units = bars.iter().map(|(number, width)| width / number);
    let longest = units.clone().fold(0.0, f64::max);
    assert!(bars.len() > 2 && longest > 1.0, "{table:?}");
    for unit in units {
        assert!((unit - longest).abs() < longest / 10.0, "{table:?}");
    }
}
