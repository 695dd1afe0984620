//! A long page skips the layout of off-screen content (`content-visibility`). This has
//! no noticeable effect on links to the far end, find in page, back, the scroll bar,
//! the filter, printing, and the accessibility tree. In other browsers it would have
//! one. They lay everything out, and the same has to hold there.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;
use std::path::{Path, PathBuf};

use fantoccini::wd::PrintConfiguration;
use says_who_routes::Route;
use says_who_site::File;
use says_who_tests::sized::{DISPUTE, Size, WORD};
use says_who_tests::{Browser, Engine, Script, in_chromium, in_every_engine, lacks};
use serde_json::{Value, json};
use tokio::sync::OnceCell;

use alone::{pages_alone, write_files};

#[path = "support/alone.rs"]
mod alone;

in_every_engine! {
    off_screen_points_are_not_laid_out,
    a_link_scrolls_exactly_to_its_target,
    back_returns_to_the_scroll_position,
}

// The other engines lay everything out and behave as on any page.
in_chromium! {
    off_screen_points_are_not_laid_out_without_the_app,
    parser_yields_are_spread_and_invisible,
    a_link_scrolls_exactly_to_its_target_without_the_app,
    a_text_fragment_scrolls_to_its_text,
    find_in_page_finds_off_screen_text,
    shortcuts_move_between_points,
    scrolling_causes_no_layout_shift,
    a_filter_can_be_set_and_cleared,
    the_highlight_of_a_link_target_is_not_clipped,
    printing_includes_every_point,
    every_point_is_in_the_accessibility_tree,
}

const BASE: &str = "/far/";

const SIZE: Size = Size {
    points: 200,
    statements: 2,
};

/// A point near the end of the ledger.
const FAR: &str = "point-0190";

/// A statement of that point.
const STATEMENT: &str = "residents-190-1";

/// An item listed below the ledger.
const SOURCE: &str = "report-3";

/// Words that occur only in [`FAR`].
const RARE: &str = "what a heron shows";

/// The page of the dispute, and a copy of it without the boot script.
const DISPUTE_PAGE: &str = "night-trams/";
const STATIC_PAGE: &str = "still/";

/// A site with only the page of the dispute and that of one point, with Trunk's
/// output. It is written once for all scenarios.
async fn site() -> &'static Path {
    static SITE: OnceCell<PathBuf> = OnceCell::const_new();
    SITE.get_or_init(write_site).await
}

async fn write_site() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("far");
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    let (data, site) = (folder.join("data"), folder.join("site"));
    SIZE.write(&data).unwrap();
    let point = data.join(DISPUTE).join(format!("points/{FAR}.toml"));
    let text = fs::read_to_string(&point).unwrap();
    fs::write(point, text.replace("what it shows", RARE)).unwrap();
    let dispute = Route::Dispute(DISPUTE.parse().unwrap());
    let routes = [
        Route::Item(DISPUTE.parse().unwrap(), FAR.parse().unwrap()),
        dispute,
    ];
    let pages = pages_alone(&data, BASE, &routes, &site);
    let page = pages.last().unwrap();
    let (before, boot) = page.text.split_once("<script").unwrap();
    let (boot, after) = boot.split_once("</script>").unwrap();
    assert!(boot.contains("boot-"), "{boot}");
    let static_page = File {
        path: format!("{STATIC_PAGE}index.html"),
        text: format!("{before}{after}"),
    };
    write_files(&site, &[static_page]);
    site
}

async fn browser(engine: Engine) -> Browser {
    Browser::open_folder(engine, site().await, BASE, Script::On).await
}

/// Opens the page of the dispute, and waits for hydration and layout.
async fn open(engine: Engine, hash: &str) -> Browser {
    let browser = browser(engine).await;
    go(&browser, hash).await;
    browser
}

async fn go(browser: &Browser, hash: &str) {
    browser
        .goto_hydrated(&format!("{DISPUTE_PAGE}{hash}"))
        .await;
    wait_for_layout(browser).await;
}

/// Waits until no point has been measured for several consecutive frames.
async fn wait_for_layout(browser: &Browser) {
    let settled = "const [done] = arguments;
        let calm = 0;
        const look = () => {
          calm = document.querySelector('.ledger [data-measuring]') ? 0 : calm + 1;
          if (calm === 12) done();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);";
    browser.client.execute_async(settled, vec![]).await.unwrap();
}

/// Checks that the page is about as high as with everything laid out.
async fn check_height(browser: &Browser) {
    let [now, exact] = heights(browser).await;
    assert!((now / exact - 1.0).abs() < 0.15, "{now} {exact}");
}

/// Defines `layOut(all)`, which forces layout of everything or leaves it to the page.
const LAY_OUT: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('.ledger > .point { content-visibility: visible !important }');
    const layOut = (all) => { document.adoptedStyleSheets = all ? [sheet] : [] };";

/// Whether the page skips off-screen layout in this engine. It does only where nobody
/// would notice.
fn skips_layout(engine: Engine) -> bool {
    match engine {
        Engine::Chromium => true,
        Engine::Firefox => {
            lacks(engine, "accessible text of content that is not laid out");
            false
        }
        Engine::Webkit => {
            lacks(engine, "scroll anchoring");
            false
        }
    }
}

/// A script that returns whether the head of a point is laid out.
fn is_laid_out(id: &str) -> String {
    format!(
        "return document.querySelector('#{id} .point__question a')
           .checkVisibility({{ contentVisibilityAuto: true }})"
    )
}

/// The height of the page, and its height with everything laid out.
async fn heights(browser: &Browser) -> [f64; 2] {
    let heights = browser
        .eval(&format!(
            "{LAY_OUT}
             const height = () => document.documentElement.scrollHeight;
             const now = height();
             layOut(true);
             const exact = height();
             layOut(false);
             return [now, exact]"
        ))
        .await;
    [0, 1].map(|index| heights[index].as_f64().unwrap())
}

/// Shows or hides all sources. Clicks repeatedly, because right after a change the
/// button may still have its old label.
async fn set_all_sources(browser: &Browser, open: bool) {
    browser
        .wait(&format!(
            "if ([...document.querySelectorAll('.sourcing')].every((one) => one.open === {open})) return true;
             document.querySelector('.all-sources .control').click();
             return false"
        ))
        .await;
}

/// Waits until an element has stayed at the same position for several consecutive
/// frames. Returns its distance from where a link should scroll it: just below the
/// sticky headings.
async fn settled_offset(browser: &Browser, id: &str) -> f64 {
    let settled = "const [id, done] = arguments;
        const one = document.getElementById(id);
        const seen = [];
        const look = () => {
          seen.push(Math.round(one.getBoundingClientRect().top));
          const last = seen.slice(-12);
          if (seen.length < 12 || last.some((top) => top !== last[0])) {
            requestAnimationFrame(look);
            return;
          }
          done(one.getBoundingClientRect().top - parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart)
            - parseFloat(getComputedStyle(one).scrollMarginBlockStart));
        };
        requestAnimationFrame(look);";
    let offset = browser.client.execute_async(settled, vec![json!(id)]).await;
    offset.unwrap().as_f64().unwrap()
}

/// The number of retries while an element is not at its position yet.
const RETRIES: usize = 20;

/// Checks that the target of a link is highlighted, has focus, and is at its
/// position.
async fn check_link_target(browser: &Browser, id: &str) {
    browser
        .wait(&format!(
            "return document.querySelector('[data-here]')?.id === '{id}'"
        ))
        .await;
    // On a busy machine, a page can stand still for some frames before its layout is
    // complete.
    let mut off = settled_offset(browser, id).await;
    for _ in 0..RETRIES {
        if off.abs() < 2.0 {
            break;
        }
        off = settled_offset(browser, id).await;
    }
    assert!(off.abs() < 2.0, "{id}: {off}");
    let focus = browser.eval("return document.activeElement.id").await;
    assert_eq!(focus, json!(id));
}

async fn off_screen_points_are_not_laid_out(engine: Engine) {
    let browser = open(engine, "").await;
    let far = is_laid_out(FAR);
    if skips_layout(engine) {
        browser
            .wait(&format!("return !(() => {{ {far} }})()"))
            .await;
    } else {
        assert_eq!(browser.eval(&far).await, json!(true));
    }
    check_height(&browser).await;
    let show = format!("document.getElementById('{FAR}').scrollIntoView()");
    browser.eval(&show).await;
    browser.wait(&far).await;
    // Nor after all sources are unfolded and folded again.
    browser.eval("scrollTo(0, 0)").await;
    for open in [true, false] {
        set_all_sources(&browser, open).await;
        if skips_layout(engine) {
            browser
                .wait(&format!("return !(() => {{ {far} }})()"))
                .await;
        }
    }
}

async fn off_screen_points_are_not_laid_out_without_the_app(engine: Engine) {
    let browser = browser(engine).await;
    for width in [1280, 700, 420] {
        browser.client.set_window_size(width, 900).await.unwrap();
        browser.goto(STATIC_PAGE).await;
        assert_eq!(browser.eval(&is_laid_out(FAR)).await, json!(false));
        check_height(&browser).await;
        browser.goto("").await;
    }
}

async fn parser_yields_are_spread_and_invisible(engine: Engine) {
    let browser = browser(engine).await;
    browser.goto(STATIC_PAGE).await;
    // They are spread over the ledger and at the end of each section, empty, and
    // invisible.
    let yields = browser
        .eval(
            "const yields = [...document.querySelectorAll('script[type=\"text/plain\"]')];
             const before = yields.map((one) => [...document.querySelectorAll('.ledger > .point')]
               .filter((point) => point.compareDocumentPosition(one) & 4).length);
             return {
               ledger: before.slice(0, 4),
               others: yields.length - 4,
               sections: document.querySelectorAll('.section').length,
               seen: yields.filter((one) => one.textContent || one.getClientRects().length).length,
             };",
        )
        .await;
    assert_eq!(yields["ledger"], json!([40, 80, 120, 160]));
    assert_eq!(yields["others"], yields["sections"]);
    assert_eq!(yields["seen"], json!(0));
}

async fn a_link_scrolls_exactly_to_its_target(engine: Engine) {
    // By a full page load.
    let browser = browser(engine).await;
    for id in [STATEMENT, FAR, SOURCE] {
        browser.goto_hydrated(&format!("{DISPUTE_PAGE}#{id}")).await;
        check_link_target(&browser, id).await;
        wait_for_layout(&browser).await;
        check_link_target(&browser, id).await;
    }
    // On the page, up and down.
    let links = ["point-0003", FAR, SOURCE, "point-0100", STATEMENT];
    for id in links {
        browser.eval(&format!("location.hash = '{id}'")).await;
        check_link_target(&browser, id).await;
    }
    // After unfolding or folding, every point has a new height that was not laid out
    // yet.
    for open in [true, false, true] {
        set_all_sources(&browser, open).await;
        for id in links {
            browser.eval(&format!("location.hash = '{id}'")).await;
            check_link_target(&browser, id).await;
        }
    }
    // In a narrower window.
    browser.client.set_window_size(700, 900).await.unwrap();
    for id in links {
        browser.eval(&format!("location.hash = '{id}'")).await;
        check_link_target(&browser, id).await;
    }
}

async fn a_link_scrolls_exactly_to_its_target_without_the_app(engine: Engine) {
    let browser = browser(engine).await;
    for id in [
        "point-0100",
        STATEMENT,
        FAR,
        "point-0003",
        SOURCE,
        "residents-60-1",
    ] {
        browser.goto(&format!("{STATIC_PAGE}#{id}")).await;
        let off = settled_offset(&browser, id).await;
        assert!(off.abs() < 2.0, "{id}: {off}");
        browser.goto("").await;
    }
}

async fn a_text_fragment_scrolls_to_its_text(engine: Engine) {
    let browser = open(engine, "").await;
    // Engines search for text fragments only after user activation, such as the
    // driver's click.
    browser
        .eval(
            "const link = document.createElement('a'); link.textContent = 'to the text'; link.id = '_test';
             link.rel = 'noopener'; link.href = '?fresh#point-0002:~:text=what%20a%20heron%20shows';
             document.querySelector('main').prepend(link)",
        )
        .await;
    browser.click("#_test").await;
    browser
        .wait("return location.search === '?fresh' && document.querySelector('#app')?.dataset.app === 'ready'")
        .await;
    wait_for_layout(&browser).await;
    let knows = browser.eval("return 'fragmentDirective' in document").await;
    let id = if knows == json!(true) {
        FAR
    } else {
        lacks(engine, "text fragments: the link goes to the item");
        "point-0002"
    };
    settled_offset(&browser, id).await;
    assert!(is_in_window(&browser, &format!("#{id} .point-row__ground")).await);
}

/// Whether the first element for a selector is in the window.
async fn is_in_window(browser: &Browser, selector: &str) -> bool {
    let script = format!(
        "const box = document.querySelector('{selector}').getBoundingClientRect();
         return box.top >= 0 && box.bottom <= innerHeight"
    );
    browser.eval(&script).await == json!(true)
}

async fn find_in_page_finds_off_screen_text(engine: Engine) {
    let browser = open(engine, "").await;
    for open in [None, Some(true)] {
        if let Some(open) = open {
            set_all_sources(&browser, open).await;
        }
        browser
            .eval("getSelection().removeAllRanges(); scrollTo(0, 0)")
            .await;
        let found = browser.eval("return window.find('a heron shows')").await;
        assert_eq!(found, json!(true));
        browser
            .wait(&format!(
                "return getSelection().anchorNode?.parentElement.closest('#{FAR}') != null"
            ))
            .await;
        let found = format!("#{FAR} .point-row__ground");
        let until = format!(
            "const box = document.querySelector('{found}').getBoundingClientRect();
             return box.top >= 0 && box.bottom <= innerHeight"
        );
        browser.wait(&until).await;
        settled_offset(&browser, FAR).await;
        assert!(is_in_window(&browser, &found).await, "{open:?}");
    }
}

/// The element in the middle of the window, and its distance from the top edge.
const LINE: &str = "const one = document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('.ledger [id]');
    return [one.id, Math.round(one.getBoundingClientRect().top)]";

async fn check_same_line(browser: &Browser, line: &Value, why: &str) {
    let id = line[0].as_str().unwrap();
    browser
        .wait(&format!(
            "return Math.abs(document.getElementById('{id}').getBoundingClientRect().top - {}) < 2",
            line[1]
        ))
        .await;
    settled_offset(browser, id).await;
    let now = browser.eval(LINE).await;
    assert_eq!(now[0], line[0], "{why}");
    let off = now[1].as_f64().unwrap() - line[1].as_f64().unwrap();
    assert!(off.abs() < 2.0, "{why}: {line} {now}");
}

async fn back_returns_to_the_scroll_position(engine: Engine) {
    let browser = open(engine, "").await;
    for open in [None, Some(true), Some(false)] {
        let why = format!("{open:?}");
        if let Some(open) = open {
            set_all_sources(&browser, open).await;
        }
        // Start at a part that was never on screen, so that nothing above it was laid
        // out.
        browser
            .eval(&format!(
                "document.getElementById('{FAR}').scrollIntoView(); scrollBy(0, -150)"
            ))
            .await;
        settled_offset(&browser, FAR).await;
        let line = browser.eval(LINE).await;
        // Back on the same page, after content above was laid out.
        browser
            .eval("document.querySelector('.contents a[href=\"#point-0002\"]').click()")
            .await;
        check_link_target(&browser, "point-0002").await;
        browser.eval("scrollBy(0, 5000)").await;
        settled_offset(&browser, "point-0002").await;
        browser.eval("history.back()").await;
        check_same_line(&browser, &line, &why).await;
        // Back from another page.
        browser
            .eval(&format!(
                "document.querySelector('#{FAR} .point__question a').click()"
            ))
            .await;
        browser
            .wait(&format!(
                "return location.pathname.endsWith('/{FAR}/') && document.querySelector('.ledger') === null"
            ))
            .await;
        browser.eval("history.back()").await;
        browser
            .wait("return document.querySelector('.ledger') !== null")
            .await;
        check_same_line(&browser, &line, &why).await;
        wait_for_layout(&browser).await;
        check_same_line(&browser, &line, &why).await;
    }
}

async fn shortcuts_move_between_points(engine: Engine) {
    let browser = open(engine, &format!("#{FAR}")).await;
    check_link_target(&browser, FAR).await;
    set_all_sources(&browser, true).await;
    let number = |id: &str| id.trim_start_matches("point-").parse::<usize>().unwrap();
    let mut at = number(FAR);
    for (key, step) in [
        ("j", 1),
        ("j", 1),
        ("k", -1),
        ("k", -1),
        ("k", -1),
        ("k", -1),
    ] {
        browser.type_text(key).await;
        at = at.checked_add_signed(step).unwrap();
        check_link_target(&browser, &format!("point-{at:04}")).await;
    }
}

async fn scrolling_causes_no_layout_shift(engine: Engine) {
    let browser = open(engine, "").await;
    // Scroll by half a window at a time. Visible content must not move by more or less
    // than that.
    let walk = "const [step, steps, done] = arguments;
        const moves = [];
        let left = steps;
        const go = () => {
          const one = document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('.ledger [id]');
          const top = one?.getBoundingClientRect().top;
          scrollBy({ top: step, behavior: 'instant' });
          requestAnimationFrame(() => requestAnimationFrame(() => {
            if (one) moves.push(Math.abs(one.getBoundingClientRect().top + step - top));
            left -= 1;
            if (left === 0) done([Math.max(...moves), moves.length]);
            else go();
          }));
        };
        requestAnimationFrame(go);";
    for open in [None, Some(true), Some(false)] {
        if let Some(open) = open {
            set_all_sources(&browser, open).await;
        }
        // Start in the middle of content that was never on screen.
        browser.eval("location.hash = 'point-0120'").await;
        check_link_target(&browser, "point-0120").await;
        for step in [-400, 400] {
            let arguments = vec![json!(step), json!(20)];
            let seen = browser.client.execute_async(walk, arguments).await.unwrap();
            assert!(seen[1].as_u64().unwrap() > 15, "{seen}");
            let most = seen[0].as_f64().unwrap();
            assert!(most < 2.0, "{open:?}, {step}: {seen}");
        }
        browser.eval("location.hash = ''").await;
    }
}

async fn a_filter_can_be_set_and_cleared(engine: Engine) {
    let browser = open(engine, "").await;
    let shown = "document.querySelectorAll('.ledger > .point:not([hidden])').length";
    let field = |text: &str| {
        format!(
            "const field = document.querySelector('#_search'); field.value = '{text}';
             field.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        )
    };
    browser.eval(&field(WORD)).await;
    browser
        .wait(&format!("return {shown} > 0 && {shown} < {}", SIZE.points))
        .await;
    check_height(&browser).await;
    let last = browser
        .eval("return [...document.querySelectorAll('.ledger > .point:not([hidden])')].at(-1).id")
        .await;
    let last = last.as_str().unwrap();
    browser.eval(&format!("location.hash = '{last}'")).await;
    browser
        .wait(&format!(
            "return document.querySelector('[data-here]')?.id === '{last}'"
        ))
        .await;
    settled_offset(&browser, last).await;
    assert!(is_in_window(&browser, &format!("#{last} .point__question")).await);
    browser.eval(&field("")).await;
    browser
        .wait(&format!("return {shown} === {}", SIZE.points))
        .await;
    check_height(&browser).await;
    browser.eval(&format!("location.hash = '{FAR}'")).await;
    check_link_target(&browser, FAR).await;
}

async fn the_highlight_of_a_link_target_is_not_clipped(engine: Engine) {
    if !skips_layout(engine) {
        return;
    }
    let browser = open(engine, &format!("#{STATEMENT}")).await;
    check_link_target(&browser, STATEMENT).await;
    // Compare with `==`, so that a failure doesn't print the bytes of an image. Points
    // near the window are laid out frame by frame, so retry until both screenshots are
    // the same. If the highlight is clipped, they never are.
    let screenshot = async |margin: &str| {
        browser
            .eval(&format!(
                "document.getElementById('{FAR}').style.overflowClipMargin = '{margin}'"
            ))
            .await;
        browser.client.screenshot().await.unwrap()
    };
    let mut same = None;
    for _ in 0..30 {
        let unchanged = screenshot("").await;
        if unchanged == screenshot("20rem").await {
            same = Some(unchanged);
            break;
        }
    }
    let unclipped = same.expect("the highlight is clipped");
    assert!(
        unclipped != screenshot("0px").await,
        "the highlight is not in the screenshot"
    );
}

async fn printing_includes_every_point(engine: Engine) {
    let browser = open(engine, "").await;
    if engine == Engine::Webkit {
        lacks(engine, "printing through its driver");
        return;
    }
    // Keep a third of the points, because printing takes time.
    browser
        .eval(
            "document.querySelectorAll('.ledger > .point').forEach((point, index) => {
               if (index % 3 !== 0) point.remove();
             })",
        )
        .await;
    let length = async || {
        let pdf = browser.client.print(PrintConfiguration::default()).await;
        pdf.unwrap().len()
    };
    let skipping = length().await;
    browser.eval(&format!("{LAY_OUT} layOut(true)")).await;
    let laid_out = length().await;
    // The lengths are in bytes; only a page number or a date may differ.
    assert!(
        skipping.abs_diff(laid_out) < laid_out / 100,
        "{skipping} {laid_out}"
    );
    assert!(laid_out > 1_000 * SIZE.points, "{laid_out}");
}

async fn every_point_is_in_the_accessibility_tree(engine: Engine) {
    let browser = if engine == Engine::Chromium {
        Browser::open_with_screen_reader(site().await, BASE).await
    } else {
        browser(engine).await
    };
    go(&browser, "").await;
    browser.eval("scrollTo(0, 0)").await;
    for open in [None, Some(true)] {
        if let Some(open) = open {
            set_all_sources(&browser, open).await;
        }
        for (selector, begins) in [
            (format!("#{FAR} .point__question"), "Point 190:"),
            (format!("#{STATEMENT} > .sourcing > summary"), ""),
        ] {
            let name = browser.name_of(&selector).await;
            assert!(
                name.starts_with(begins) && !name.is_empty(),
                "{selector}: {name}"
            );
        }
    }
    if engine != Engine::Chromium {
        return lacks(
            engine,
            "access to its accessibility tree through its driver",
        );
    }
    let tree = browser
        .devtools("Accessibility.getFullAXTree", json!({}))
        .await;
    let points = tree["nodes"].as_array().unwrap().iter().filter(|node| {
        node["role"]["value"] == "heading"
            && node["name"]["value"]
                .as_str()
                .is_some_and(|name| name.contains(": was the count of "))
    });
    assert_eq!(points.count(), SIZE.points);
}
