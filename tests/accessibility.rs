//! Every kind of page, in every state, wide and narrow, light and dark: axe-core
//! finds no violation, and nothing overflows the page.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::path::Path;

use alone::pages_alone;
use says_who_routes::Route;
use says_who_tests::page::{
    Axe, AxeRules, Comparison, Contents, Dialogs, Document, Element, Finder, Notices, Viewport,
};
use says_who_tests::sized::{DISPUTE, Size};
use says_who_tests::{Browser, Engine, Start};

#[path = "support/alone.rs"]
mod alone;

/// The state that a page is checked in.
#[derive(Clone, Copy, Debug)]
enum State {
    /// As it is when the app has hydrated it.
    Loaded,
    /// With the notice about an unknown id.
    UnknownId,
    /// With the notice that the item changed.
    Changed,
    /// With everything unfolded.
    Unfolded,
    /// With the share panel open.
    SharePanel,
    /// With the list of keyboard shortcuts open.
    Shortcuts,
    /// With some statements that match a search.
    Matches,
    /// With some statements that match filters, which are unfolded.
    Filters,
    /// With a count of matches.
    Counted,
    /// With what is compared in place of the page.
    Compared,
    /// With the choice of what to compare unfolded.
    ToCompare,
    /// Scrolled, so that a section is current.
    Scrolled,
}

impl State {
    /// Brings the page into the state, and waits until it is.
    async fn reach(self, browser: &Browser) {
        match self {
            Self::Loaded => {}
            Self::UnknownId => Notices(browser).wait_for_missing().await,
            Self::Changed => Notices(browser).wait_for_changed().await,
            Self::Unfolded => Document(browser).unfold_all().await,
            Self::SharePanel => Dialogs(browser).show_share_panel().await,
            Self::Shortcuts => Dialogs(browser).show_shortcuts().await,
            Self::Matches => {
                Element::new(browser, "[data-match]")
                    .wait_until_exists()
                    .await;
            }
            Self::Filters => Finder(browser).wait_for_matches_of_filters().await,
            Self::Counted => Finder(browser).wait_for_any_count().await,
            Self::Compared => {
                Element::new(browser, ".comparison .statement-card")
                    .wait_until_exists()
                    .await;
            }
            Self::ToCompare => Comparison(browser).unfold_choice().await,
            Self::Scrolled => Contents(browser).scroll_until_current("who-pays").await,
        }
    }
}

/// The pages of the small site, and their states.
const PAGES: [(&str, State); 32] = [
    ("", State::Loaded),
    ("404.html", State::Loaded),
    ("offline.html", State::Loaded),
    ("no/such/page/", State::Loaded),
    ("bridge-repair/", State::Loaded),
    ("bridge-repair/#mayor-never-saw-it", State::Loaded),
    ("bridge-repair/#no-such-item", State::UnknownId),
    ("bridge-repair/", State::Unfolded),
    ("bridge-repair/", State::SharePanel),
    ("bridge-repair/?q=letter", State::Matches),
    ("bridge-repair/?speaker=mayor&first=town", State::Filters),
    ("bridge-repair/?q=nothing-has-this", State::Counted),
    ("bridge-repair/", State::Shortcuts),
    (
        "bridge-repair/?compare=mayor-never-saw-it,mayor-never-saw-it~radio-bridge",
        State::Compared,
    ),
    (
        "bridge-repair/?compare=engineer-sent-letter",
        State::Compared,
    ),
    (
        "bridge-repair/?compare=speaker:mayor&first=town",
        State::Compared,
    ),
    ("bridge-repair/?as-of=2021-03-09", State::Compared),
    ("bridge-repair/", State::ToCompare),
    ("bridge-repair/", State::Scrolled),
    ("bridge-repair/share/", State::Loaded),
    ("bridge-repair/figures/", State::Loaded),
    ("bridge-repair/print/", State::Loaded),
    ("bridge-repair/notice-given/", State::Loaded),
    ("bridge-repair/mayor-never-saw-it/", State::Loaded),
    (
        "bridge-repair/engineer-sent-letter/?v=aearlier",
        State::Changed,
    ),
    ("bridge-repair/closure-letter/", State::Loaded),
    ("bridge-repair/bridge-closed/", State::Loaded),
    ("bridge-repair/letter-received/", State::Loaded),
    ("bridge-repair/radio-bridge/", State::Loaded),
    ("bridge-repair/mayor-first-remark/", State::Loaded),
    ("embed/bridge-repair/mayor-never-saw-it/", State::Loaded),
    ("embed/bridge-repair/", State::Loaded),
];

/// The states in which a narrow page shows what a wide one does not: the line about the
/// section in view, what is stacked, what is in the bar of a filter.
const NARROW_COLORS: [(&str, State); 4] = [
    ("bridge-repair/", State::Scrolled),
    ("bridge-repair/", State::SharePanel),
    ("bridge-repair/?speaker=mayor&first=town", State::Filters),
    (
        "bridge-repair/?compare=mayor-never-saw-it,mayor-never-saw-it~radio-bridge",
        State::Compared,
    ),
];

async fn check_state(browser: &Browser, axe: &Axe, rules: AxeRules, (page, state): (&str, State)) {
    if page.starts_with("embed/") {
        browser.goto(page).await;
    } else {
        // Load another document first: a change of the hash alone would not reload
        // the page.
        browser.goto_hydrated("").await;
        browser.goto_hydrated(page).await;
    }
    state.reach(browser).await;
    let overflow = Viewport(browser).horizontal_overflow().await;
    assert!(
        overflow.as_i64().unwrap() <= 0,
        "{page} {state:?} overflows the page by {overflow} pixels"
    );
    let report = axe.check(browser, rules).await;
    let enough = match rules {
        AxeRules::All => 6,
        AxeRules::Color => 1,
    };
    assert!(report.passed >= enough, "{page}: too few rules were run");
    assert!(
        report.violations.is_empty(),
        "{page} {state:?}: {report:#?}"
    );
}

async fn every_state(width: u32, scheme: &str) {
    let rules = if scheme == "light" {
        AxeRules::All
    } else {
        AxeRules::Color
    };
    let axe = Axe::read();
    let browser = Start::site("a-b").browser(Engine::Chromium).await;
    browser.emulate(width, scheme).await;
    for state in PAGES {
        check_state(&browser, &axe, rules, state).await;
    }
    // The large dispute is long and has words in other languages.
    let browser = Start::site("repo").browser(Engine::Chromium).await;
    browser.emulate(width, scheme).await;
    for state in [
        ("did-the-ferry-answer/", State::Loaded),
        ("did-the-ferry-answer/", State::Unfolded),
        ("did-the-ferry-answer/share/", State::Loaded),
        ("did-the-ferry-answer/figures/", State::Loaded),
        ("did-the-ferry-answer/speakers/", State::Loaded),
        ("did-the-ferry-answer/print/", State::Loaded),
    ] {
        check_state(&browser, &axe, rules, state).await;
    }
    // Every key of the format, names in several scripts.
    let browser = Start::site("keys").browser(Engine::Chromium).await;
    browser.emulate(width, scheme).await;
    for state in [
        ("weir/", State::Loaded),
        ("weir/", State::Unfolded),
        ("weir/?side=ferry", State::Matches),
        ("weir/gate-opened/", State::Loaded),
        ("weir/town-declined/", State::Loaded),
        ("weir/notebook/", State::Loaded),
        ("weir/keeper-note/", State::Loaded),
        ("weir/miller/", State::Loaded),
        ("weir/speakers/", State::Loaded),
        ("weir/miller-opened/", State::Unfolded),
    ] {
        check_state(&browser, &axe, rules, state).await;
    }
    // A timeline that is too long for the explainer page.
    let folder = tempfile::tempdir().unwrap();
    write_long_timeline(folder.path());
    let browser = Start::folder(&folder.path().join("site"), LONG_TIMELINE)
        .browser(Engine::Chromium)
        .await;
    browser.emulate(width, scheme).await;
    let page = format!("{DISPUTE}/timeline/");
    check_state(&browser, &axe, rules, (&page, State::Loaded)).await;
}

/// The base path of a site with a timeline that has a page of its own.
const LONG_TIMELINE: &str = "/long-timeline/";

/// Writes the data of that site and two pages, the start page and the timeline.
fn write_long_timeline(folder: &Path) {
    let (data, site) = (folder.join("data"), folder.join("site"));
    let size = Size {
        points: 30,
        statements: 4,
    };
    size.write(&data).unwrap();
    let routes = [Route::Home, Route::Timeline(DISPUTE.parse().unwrap())];
    let pages = pages_alone(&data, LONG_TIMELINE, &routes, &site);
    assert!(pages[1].text.contains("<section class=\"timeline\">"));
}

#[tokio::test]
async fn wide_and_light() {
    every_state(1440, "light").await;
}

#[tokio::test]
async fn wide_and_dark() {
    every_state(1440, "dark").await;
}

#[tokio::test]
async fn narrow_and_light() {
    every_state(320, "light").await;
}

#[tokio::test]
async fn narrow_and_dark() {
    // The layout does not depend on the scheme, and few colors on the width.
    let axe = Axe::read();
    let browser = Start::site("a-b").browser(Engine::Chromium).await;
    browser.emulate(320, "dark").await;
    for state in NARROW_COLORS {
        check_state(&browser, &axe, AxeRules::Color, state).await;
    }
}
