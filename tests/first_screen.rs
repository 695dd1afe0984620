//! The first screen, and the accessible content of pages in reading order: the
//! question, the date, both sides, what happened next, the status of the points. Also
//! the targets of links.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use says_who_tests::page::{Address, Contents, Document, Element, Explainer, Ledger, Viewport};
use says_who_tests::{Browser, Engine, Start, in_chromium, in_every_engine};
use serde_json::json;

in_every_engine! {
    both_sides_are_on_the_first_screen,
    both_sides_are_announced_in_order,
    a_point_is_announced_in_order,
    an_item_is_announced_in_order,
    a_link_to_a_statement_shows_its_question,
    the_status_map_links_to_the_ledger,
    later_points_are_marked_in_lists,
}

in_chromium! {
    both_sides_are_on_the_first_screen_of_a_phone,
    a_page_is_short_and_has_few_controls,
}

const DISPUTE_PAGE: &str = "mill-clock/";

/// The elements that have to be on the first screen.
const FIRST_SCREEN: [&str; 5] = [
    ".opening__question",
    ".as-of",
    ".position[data-side=first]",
    ".position[data-side=second]",
    ".next",
];

async fn check_first_screen(browser: &Browser) {
    let screen = Viewport(browser).height().await;
    for selector in FIRST_SCREEN {
        let seen = Element::new(browser, selector).rectangle().await;
        assert!(
            seen.top >= 0.0 && seen.bottom <= screen && seen.height() > 10.0,
            "{selector}: {seen:?}, on a screen of height {screen}"
        );
    }
    check_order(browser, &FIRST_SCREEN).await;
    // The speaker, the date, and the outlet.
    let by = browser
        .text(".position[data-side=first] .position__by")
        .await;
    assert_eq!(by, "Ruth Amsel, 2 June 2021 (The Vale Herald)");
    let next = browser.text(".next").await;
    assert_eq!(
        next,
        "What happened next: The millers wound the clock again on 3 June. See point 2"
    );
}

async fn both_sides_are_on_the_first_screen(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    browser.client.set_window_size(1440, 900).await.unwrap();
    browser.goto_hydrated(DISPUTE_PAGE).await;
    check_first_screen(&browser).await;
    // They are next to each other.
    let sides = Element::new(&browser, ".position").rectangles().await;
    let [one, other] = [sides[0], sides[1]];
    assert_eq!(one.top, other.top);
    assert!(one.right <= other.left, "{sides:?}");
    // A width is the difference of two edges, which has a rounding error.
    assert!((one.width() - other.width()).abs() < 0.001, "{sides:?}");
}

async fn both_sides_are_on_the_first_screen_of_a_phone(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    let phone = json!({ "width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": true });
    browser
        .devtools("Emulation.setDeviceMetricsOverride", phone)
        .await;
    browser.goto_hydrated(DISPUTE_PAGE).await;
    check_first_screen(&browser).await;
    // One is below the other.
    let sides = Element::new(&browser, ".position").rectangles().await;
    assert!(sides[0].bottom <= sides[1].top, "{sides:?}");
    let overflow = Viewport(&browser).horizontal_overflow().await;
    assert!(overflow.as_i64().unwrap() <= 0, "{overflow}");
}

/// Checks the accessible roles and names of some elements, and their order.
async fn check_announced(browser: &Browser, expected: &[(&str, &str, &str)]) {
    for (selector, role, name) in expected {
        assert_eq!(browser.role_of(selector).await, *role, "{selector}");
        assert_eq!(browser.name_of(selector).await, *name, "{selector}");
    }
    let selectors: Vec<&str> = expected.iter().map(|(selector, ..)| *selector).collect();
    check_order(browser, &selectors).await;
}

/// Checks that elements follow one another in reading order.
async fn check_order(browser: &Browser, selectors: &[&str]) {
    let in_order = Document(browser).are_in_order(selectors).await;
    assert!(in_order, "{selectors:?}");
}

async fn both_sides_are_announced_in_order(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    check_announced(
        &browser,
        &[
            ("h1", "heading", "Did the millers agree to stop the clock?"),
            (
                ".position[data-side=first] h2",
                "heading",
                "The parish says",
            ),
            (
                ".position[data-side=first] .position__by a",
                "link",
                "Ruth Amsel, 2 June 2021 (The Vale Herald)",
            ),
            (
                ".position[data-side=second] h2",
                "heading",
                "The millers say",
            ),
            (".next a", "link", "See point 2"),
            (".status-map", "navigation", "The points and how they stand"),
            (
                ".status-map a",
                "link",
                "Point 1: Was it agreed that the clock should stop?",
            ),
        ],
    )
    .await;
}

async fn a_point_is_announced_in_order(engine: Engine) {
    let browser = Start::site("a-b").open(engine, "bridge-repair/").await;
    check_announced(
        &browser,
        &[
            (
                "#notice-given h3",
                "heading",
                "Was notice given before the closure?",
            ),
            (
                "#notice-given .point__head .more",
                "link",
                "Share and cite: Was notice given before the closure?",
            ),
            (
                "#notice-given [data-side=first] h4",
                "heading",
                "County says",
            ),
            (
                "#notice-given [data-side=second] h4",
                "heading",
                "Town says",
            ),
        ],
    )
    .await;
}

async fn an_item_is_announced_in_order(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    // The side of the statement comes first, then the other side.
    browser
        .goto_hydrated("bridge-repair/mayor-never-saw-it/")
        .await;
    check_announced(
        &browser,
        &[
            (
                "h1",
                "heading",
                "Jo Lind: “We never saw it <or> heard of it.”",
            ),
            (".item [data-side=second] h2", "heading", "Town says"),
            (".item [data-side=first] h2", "heading", "County says"),
            ("#_share", "heading", "Share and cite"),
        ],
    )
    .await;
}

/// The target of a link is visible together with the question it belongs to, also
/// without scripts.
async fn a_link_to_a_statement_shows_its_question(engine: Engine) {
    for has_script in [true, false] {
        let mut start = Start::site("a-b");
        if !has_script {
            if engine != Engine::Chromium {
                continue;
            }
            start = start.without_script();
        }
        let browser = start.browser(engine).await;
        browser.client.set_window_size(1440, 900).await.unwrap();
        let path = "bridge-repair/#mayor-never-saw-it";
        if has_script {
            browser.goto_hydrated(path).await;
        } else {
            browser.goto(path).await;
        }
        Ledger(&browser)
            .wait_for_statement_below_question("notice-given", "mayor-never-saw-it")
            .await;
        if has_script {
            Contents(&browser).wait_for_current("notice-given").await;
        }
    }
}

async fn the_status_map_links_to_the_ledger(engine: Engine) {
    let browser = Start::site("a-b").open(engine, DISPUTE_PAGE).await;
    let groups = Element::new(&browser, ".status-map li").shown_texts().await;
    let groups: Vec<String> = groups.iter().map(|text| on_one_line(text)).collect();
    assert_eq!(groups, ["In dispute: point 1", "Later: point 2"]);
    browser.click(".status-map li:last-child a").await;
    Address(&browser).wait_for_hash("#clock-runs-again").await;
    Explainer(&browser)
        .wait_until_marked("clock-runs-again")
        .await;
}

/// Later points are marked as such, in the table of contents and on the start page.
async fn later_points_are_marked_in_lists(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    for (page, list, later) in [
        ("bridge-repair/", ".contents__points", "#later-notice"),
        ("", ".feature__points", "later-notice"),
    ] {
        browser.goto_hydrated(page).await;
        let point = format!("{list} li:has(a[href$='{later}'])");
        let shown = Element::new(&browser, &point).shown_texts().await;
        assert_eq!(
            on_one_line(&shown[0]),
            "Did a second notice come? Later: neither side has addressed it",
            "{page}"
        );
    }
}

/// Limits the height of the page of a dispute of realistic length, and the number of
/// controls before anything is unfolded. Links in text and in tables don't count.
async fn a_page_is_short_and_has_few_controls(engine: Engine) {
    let browser = Start::site("repo").browser(engine).await;
    let controls = "button, summary, input, select, textarea, .more";
    for (width, height, height_per_statement) in [(1440, 900, 310.0), (390, 844, 700.0)] {
        let screen =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        browser
            .devtools("Emulation.setDeviceMetricsOverride", screen)
            .await;
        browser.goto_hydrated("did-the-ferry-answer/").await;
        let statements = Element::new(&browser, ".statement-card").count().await as f64;
        let page_height = Viewport(&browser).page_height().await;
        let controls = Element::new(&browser, controls).shown_count().await as f64;
        let seen =
            format!("{width}: {statements} statements, {page_height} pixels, {controls} controls");
        assert!(statements > 50.0, "{seen}");
        assert!(page_height / statements <= height_per_statement, "{seen}");
        assert!(controls <= 250.0 * statements / 57.0, "{seen}");
    }
}

/// A text with each run of white space as one space.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
