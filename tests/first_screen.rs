//! The first screen, and the accessible content of pages in reading order: the
//! question, the date, both sides, what happened next, the status of the points. Also
//! the targets of links.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use says_who_tests::{Browser, Engine, Script, in_chromium, in_every_engine};
use serde_json::{Value, json};

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
    for selector in FIRST_SCREEN {
        let seen = browser
            .eval(&format!(
                "const box = document.querySelector('{selector}').getBoundingClientRect();
                 return box.top >= 0 && box.bottom <= innerHeight && box.height > 10"
            ))
            .await;
        assert_eq!(seen, json!(true), "{selector}");
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
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.client.set_window_size(1440, 900).await.unwrap();
    browser.goto_hydrated(DISPUTE_PAGE).await;
    check_first_screen(&browser).await;
    let next_to_each_other = browser
        .eval(
            "const [one, other] = [...document.querySelectorAll('.position')].map((side) => side.getBoundingClientRect());
             return one.top === other.top && one.right <= other.left && one.width === other.width",
        )
        .await;
    assert_eq!(next_to_each_other, json!(true));
}

async fn both_sides_are_on_the_first_screen_of_a_phone(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    let phone = json!({ "width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": true });
    browser
        .devtools("Emulation.setDeviceMetricsOverride", phone)
        .await;
    browser.goto_hydrated(DISPUTE_PAGE).await;
    check_first_screen(&browser).await;
    let one_below_the_other = browser
        .eval(
            "const [one, other] = [...document.querySelectorAll('.position')].map((side) => side.getBoundingClientRect());
             return one.bottom <= other.top && document.documentElement.scrollWidth <= innerWidth",
        )
        .await;
    assert_eq!(one_below_the_other, json!(true));
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
    let order = browser
        .eval(&format!(
            "const all = {}.map((one) => document.querySelector(one));
             return all.slice(1).every((one, index) =>
               all[index].compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)",
            json!(selectors)
        ))
        .await;
    assert_eq!(order, json!(true), "{selectors:?}");
}

async fn both_sides_are_announced_in_order(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.goto_hydrated(DISPUTE_PAGE).await;
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
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.goto_hydrated("bridge-repair/").await;
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
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
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
    for script in [Script::On, Script::Off] {
        if engine != Engine::Chromium && script == Script::Off {
            continue;
        }
        let browser = Browser::open_in(engine, "a-b", script).await;
        browser.client.set_window_size(1440, 900).await.unwrap();
        let path = "bridge-repair/#mayor-never-saw-it";
        match script {
            Script::On => browser.goto_hydrated(path).await,
            Script::Off => browser.goto(path).await,
        }
        browser
            .wait(
                "const box = (selector) => document.querySelector(selector).getBoundingClientRect();
                 const [question, statement] = ['#notice-given .point__question', '#mayor-never-saw-it'].map(box);
                 return question.top >= 0 && question.bottom <= statement.top + 1 && statement.top < innerHeight / 2
                   && document.elementFromPoint(question.left + 5, question.top + 5)?.closest('.point__question') !== null",
            )
            .await;
        if script == Script::On {
            browser
                .wait("return document.querySelector('.contents [aria-current]')?.getAttribute('href') === '#notice-given'")
                .await;
        }
    }
}

async fn the_status_map_links_to_the_ledger(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.goto_hydrated(DISPUTE_PAGE).await;
    let groups = browser
        .eval("return [...document.querySelectorAll('.status-map li')].map((one) => one.innerText.replace(/\\s+/g, ' ').trim())")
        .await;
    assert_eq!(groups, json!(["In dispute: point 1", "Later: point 2"]));
    browser.click(".status-map li:last-child a").await;
    browser
        .wait("return location.hash === '#clock-runs-again' && document.querySelector('#clock-runs-again').hasAttribute('data-here')")
        .await;
}

/// Later points are marked as such, in the table of contents and on the start page.
async fn later_points_are_marked_in_lists(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    for (page, list, later) in [
        ("bridge-repair/", ".contents__points", "#later-notice"),
        ("", ".feature__points", "later-notice"),
    ] {
        browser.goto_hydrated(page).await;
        let shown = browser
            .eval(&format!(
                "return document.querySelector(`{list} li:has(a[href$='{later}'])`).innerText.replace(/\\s+/g, ' ').trim()"
            ))
            .await;
        assert_eq!(
            shown,
            json!("Did a second notice come? Later: neither side has addressed it"),
            "{page}"
        );
    }
}

/// Limits the height of the page of a dispute of realistic length, and the number of
/// controls before anything is unfolded. Links in text and in tables don't count.
async fn a_page_is_short_and_has_few_controls(engine: Engine) {
    let browser = Browser::open_in(engine, "repo", Script::On).await;
    let measure = "const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
        return [
          document.querySelectorAll('.statement-card').length,
          document.documentElement.scrollHeight,
          [...document.querySelectorAll('button, summary, input, select, textarea, .more')].filter(seen).length,
        ]";
    for (width, height, height_per_statement) in [(1440, 900, 250.0), (390, 844, 550.0)] {
        let screen =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        browser
            .devtools("Emulation.setDeviceMetricsOverride", screen)
            .await;
        browser.goto_hydrated("did-the-ferry-answer/").await;
        let seen = browser.eval(measure).await;
        let [statements, page_height, controls] = [0, 1, 2].map(|index| number(&seen[index]));
        assert!(statements > 50.0, "{seen}");
        assert!(
            page_height / statements <= height_per_statement,
            "{width}: {seen}"
        );
        assert!(controls <= 250.0 * statements / 57.0, "{width}: {seen}");
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}
