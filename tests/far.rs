//! Layout of off-screen content is skipped on a long page (`content-visibility`),
//! without visible effects: links to the far end, find in page, back, the scroll
//! bar, the filter, printing, and the accessibility tree. Browsers in which it would
//! be noticeable lay everything out; the same has to hold there.
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

use alone::{pages_alone, put};

#[path = "support/alone.rs"]
mod alone;

in_every_engine! {
    what_is_out_of_sight_is_not_laid_out,
    a_link_arrives_exactly,
    back_leads_to_the_same_line,
}

// The other engines lay everything out and behave as on any page.
in_chromium! {
    nothing_far_is_laid_out_from_the_start,
    a_browser_may_pause,
    a_link_arrives_exactly_without_script,
    a_text_fragment_is_found,
    the_browsers_own_search_finds_the_far_end,
    keys_go_from_point_to_point,
    going_up_and_down_moves_nothing,
    a_filter_comes_and_goes,
    the_mark_is_not_cut_off,
    paper_has_every_point,
    a_screen_reader_is_given_every_point,
}

const BASE: &str = "/far/";

const SIZE: Size = Size {
    points: 200,
    statements: 2,
};

/// Near the end of the ledger.
const FAR: &str = "point-0190";

/// A statement there.
const STATEMENT: &str = "residents-190-1";

/// An item listed below the ledger.
const SOURCE: &str = "report-3";

/// Words that are found there and nowhere else.
const RARE: &str = "what a heron shows";

/// The page of the whole dispute, and the one whose script never loads.
const WHOLE: &str = "night-trams/";
const STILL: &str = "still/";

/// A site with only the page of the whole dispute and that of one point, in Trunk's
/// output: a page for each statement would take long and test nothing more. Written
/// once for all scenarios.
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
    let whole = Route::Dispute(DISPUTE.parse().unwrap());
    let routes = [
        Route::Item(DISPUTE.parse().unwrap(), FAR.parse().unwrap()),
        whole,
    ];
    let pages = pages_alone(&data, BASE, &routes, &site);
    let page = pages.last().unwrap();
    let (before, boot) = page.text.split_once("<script").unwrap();
    let (boot, after) = boot.split_once("</script>").unwrap();
    assert!(boot.contains("boot-"), "{boot}");
    let still = File {
        path: format!("{STILL}index.html"),
        text: format!("{before}{after}"),
    };
    put(&site, &[still]);
    site
}

async fn browser(engine: Engine) -> Browser {
    Browser::open_folder(engine, site().await, BASE, Script::On).await
}

/// The page of the whole dispute, after hydration and once off-screen layout has
/// settled.
async fn open(engine: Engine, hash: &str) -> Browser {
    let browser = browser(engine).await;
    go(&browser, hash).await;
    browser
}

async fn go(browser: &Browser, hash: &str) {
    browser.ready(&format!("{WHOLE}{hash}")).await;
    rests(browser).await;
}

/// Waits until no point has been measured for several consecutive frames.
async fn rests(browser: &Browser) {
    let calm = "const [done] = arguments;
        let calm = 0;
        const look = () => {
          calm = document.querySelector('.ledger [data-measuring]') ? 0 : calm + 1;
          if (calm === 12) done();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);";
    browser.client.execute_async(calm, vec![]).await.unwrap();
}

/// The scroll bar is about as long as with everything laid out.
async fn about_as_high(browser: &Browser) {
    let [now, exact] = heights(browser).await;
    assert!((now / exact - 1.0).abs() < 0.15, "{now} {exact}");
}

/// Forces layout of everything, or leaves it to the page again.
const LAY_OUT: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('.ledger > .point { content-visibility: visible !important }');
    const layOut = (all) => { document.adoptedStyleSheets = all ? [sheet] : [] };";

/// Whether off-screen layout is skipped in this engine: only if nobody would notice.
fn skips(engine: Engine) -> bool {
    match engine {
        Engine::Chromium => true,
        Engine::Firefox => {
            lacks(engine, "words for a screen reader of what is not laid out");
            false
        }
        Engine::Webkit => {
            lacks(engine, "scroll anchoring");
            false
        }
    }
}

/// The head of a point is laid out.
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

/// Shows or hides all sources. Just after a change the button still has its old
/// label; then it is clicked again.
async fn change_all(browser: &Browser, open: bool) {
    browser
        .wait(&format!(
            "if ([...document.querySelectorAll('.sourcing')].every((one) => one.open === {open})) return true;
             document.querySelector('.all-sources .control').click();
             return false"
        ))
        .await;
}

/// Waits until an element has stayed at the same height for several consecutive
/// frames. Returns its distance from where a link should lead: just below the sticky
/// heads.
async fn off_by(browser: &Browser, id: &str) -> f64 {
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
    let off = browser.client.execute_async(settled, vec![json!(id)]).await;
    off.unwrap().as_f64().unwrap()
}

/// The number of retries while a page is still at another position.
const LOOKS: usize = 20;

/// The target of a link is marked, has focus, and is at its position.
async fn arrives(browser: &Browser, id: &str) {
    browser
        .wait(&format!(
            "return document.querySelector('[data-here]')?.id === '{id}'"
        ))
        .await;
    // On a busy machine a page rests for some frames before its layout is complete.
    let mut off = off_by(browser, id).await;
    for _ in 0..LOOKS {
        if off.abs() < 2.0 {
            break;
        }
        off = off_by(browser, id).await;
    }
    assert!(off.abs() < 2.0, "{id}: {off}");
    let focus = browser.eval("return document.activeElement.id").await;
    assert_eq!(focus, json!(id));
}

async fn what_is_out_of_sight_is_not_laid_out(engine: Engine) {
    let browser = open(engine, "").await;
    let far = is_laid_out(FAR);
    if skips(engine) {
        browser
            .wait(&format!("return !(() => {{ {far} }})()"))
            .await;
    } else {
        assert_eq!(browser.eval(&far).await, json!(true));
    }
    about_as_high(&browser).await;
    let show = format!("document.getElementById('{FAR}').scrollIntoView()");
    browser.eval(&show).await;
    browser.wait(&far).await;
    // Nor after unfolding and folding it again.
    browser.eval("scrollTo(0, 0)").await;
    for open in [true, false] {
        change_all(&browser, open).await;
        if skips(engine) {
            browser
                .wait(&format!("return !(() => {{ {far} }})()"))
                .await;
        }
    }
}

async fn nothing_far_is_laid_out_from_the_start(engine: Engine) {
    let browser = browser(engine).await;
    for width in [1280, 700, 420] {
        browser.client.set_window_size(width, 900).await.unwrap();
        browser.go(STILL).await;
        assert_eq!(browser.eval(&is_laid_out(FAR)).await, json!(false));
        about_as_high(&browser).await;
        browser.go("").await;
    }
}

async fn a_browser_may_pause(engine: Engine) {
    let browser = browser(engine).await;
    browser.go(STILL).await;
    // Spread over the ledger, and at the end of each section; empty, and invisible.
    let pauses = browser
        .eval(
            "const pauses = [...document.querySelectorAll('script[type=\"text/plain\"]')];
             const before = pauses.map((one) => [...document.querySelectorAll('.ledger > .point')]
               .filter((point) => point.compareDocumentPosition(one) & 4).length);
             return {
               ledger: before.slice(0, 4),
               others: pauses.length - 4,
               sections: document.querySelectorAll('.section').length,
               seen: pauses.filter((one) => one.textContent || one.getClientRects().length).length,
             };",
        )
        .await;
    assert_eq!(pauses["ledger"], json!([40, 80, 120, 160]));
    assert_eq!(pauses["others"], pauses["sections"]);
    assert_eq!(pauses["seen"], json!(0));
}

async fn a_link_arrives_exactly(engine: Engine) {
    // By a full page load.
    let browser = browser(engine).await;
    for id in [STATEMENT, FAR, SOURCE] {
        browser.ready(&format!("{WHOLE}#{id}")).await;
        arrives(&browser, id).await;
        rests(&browser).await;
        arrives(&browser, id).await;
    }
    // On the page, up and down.
    let links = ["point-0003", FAR, SOURCE, "point-0100", STATEMENT];
    for id in links {
        browser.eval(&format!("location.hash = '{id}'")).await;
        arrives(&browser, id).await;
    }
    // Every point has another height than before, and none has been on screen.
    for open in [true, false, true] {
        change_all(&browser, open).await;
        for id in links {
            browser.eval(&format!("location.hash = '{id}'")).await;
            arrives(&browser, id).await;
        }
    }
    // In a narrower window too.
    browser.client.set_window_size(700, 900).await.unwrap();
    for id in links {
        browser.eval(&format!("location.hash = '{id}'")).await;
        arrives(&browser, id).await;
    }
}

async fn a_link_arrives_exactly_without_script(engine: Engine) {
    let browser = browser(engine).await;
    for id in [
        "point-0100",
        STATEMENT,
        FAR,
        "point-0003",
        SOURCE,
        "residents-60-1",
    ] {
        browser.go(&format!("{STILL}#{id}")).await;
        let off = off_by(&browser, id).await;
        assert!(off.abs() < 2.0, "{id}: {off}");
        browser.go("").await;
    }
}

async fn a_text_fragment_is_found(engine: Engine) {
    let browser = open(engine, "").await;
    // Engines search for text fragments only after user activation: the driver's
    // click counts as one.
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
    rests(&browser).await;
    let knows = browser.eval("return 'fragmentDirective' in document").await;
    let id = if knows == json!(true) {
        FAR
    } else {
        lacks(engine, "text fragments: the link leads to the item");
        "point-0002"
    };
    off_by(&browser, id).await;
    assert!(in_sight(&browser, &format!("#{id} .point-row__ground")).await);
}

/// Whether the first element for a selector is in the window.
async fn in_sight(browser: &Browser, selector: &str) -> bool {
    let box_ = format!(
        "const box = document.querySelector('{selector}').getBoundingClientRect();
         return box.top >= 0 && box.bottom <= innerHeight"
    );
    browser.eval(&box_).await == json!(true)
}

async fn the_browsers_own_search_finds_the_far_end(engine: Engine) {
    let browser = open(engine, "").await;
    for open in [None, Some(true)] {
        if let Some(open) = open {
            change_all(&browser, open).await;
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
        off_by(&browser, FAR).await;
        assert!(in_sight(&browser, &found).await, "{open:?}");
    }
}

/// The element in the middle of the window, and its distance from the top edge.
const LINE: &str = "const one = document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('.ledger [id]');
    return [one.id, Math.round(one.getBoundingClientRect().top)]";

async fn same_line(browser: &Browser, line: &Value, why: &str) {
    let id = line[0].as_str().unwrap();
    browser
        .wait(&format!(
            "return Math.abs(document.getElementById('{id}').getBoundingClientRect().top - {}) < 2",
            line[1]
        ))
        .await;
    off_by(browser, id).await;
    let now = browser.eval(LINE).await;
    assert_eq!(now[0], line[0], "{why}");
    let off = now[1].as_f64().unwrap() - line[1].as_f64().unwrap();
    assert!(off.abs() < 2.0, "{why}: {line} {now}");
}

async fn back_leads_to_the_same_line(engine: Engine) {
    let browser = open(engine, "").await;
    for open in [None, Some(true), Some(false)] {
        let why = format!("{open:?}");
        if let Some(open) = open {
            change_all(&browser, open).await;
        }
        // From a part that was never on screen, so that nothing above it was ever
        // laid out.
        browser
            .eval(&format!(
                "document.getElementById('{FAR}').scrollIntoView(); scrollBy(0, -150)"
            ))
            .await;
        off_by(&browser, FAR).await;
        let line = browser.eval(LINE).await;
        // On the same page, after laying out what is above.
        browser
            .eval("document.querySelector('.contents a[href=\"#point-0002\"]').click()")
            .await;
        arrives(&browser, "point-0002").await;
        browser.eval("scrollBy(0, 5000)").await;
        off_by(&browser, "point-0002").await;
        browser.eval("history.back()").await;
        same_line(&browser, &line, &why).await;
        // On another page.
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
        same_line(&browser, &line, &why).await;
        rests(&browser).await;
        same_line(&browser, &line, &why).await;
    }
}

async fn keys_go_from_point_to_point(engine: Engine) {
    let browser = open(engine, &format!("#{FAR}")).await;
    arrives(&browser, FAR).await;
    change_all(&browser, true).await;
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
        arrives(&browser, &format!("point-{at:04}")).await;
    }
}

async fn going_up_and_down_moves_nothing(engine: Engine) {
    let browser = open(engine, "").await;
    // Half a window at a time, as a reader scrolls; visible content must not move
    // except for the scrolling itself.
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
            change_all(&browser, open).await;
        }
        // From the middle of content that was never on screen, up and down.
        browser.eval("location.hash = 'point-0120'").await;
        arrives(&browser, "point-0120").await;
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

async fn a_filter_comes_and_goes(engine: Engine) {
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
    about_as_high(&browser).await;
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
    off_by(&browser, last).await;
    assert!(in_sight(&browser, &format!("#{last} .point__question")).await);
    browser.eval(&field("")).await;
    browser
        .wait(&format!("return {shown} === {}", SIZE.points))
        .await;
    about_as_high(&browser).await;
    browser.eval(&format!("location.hash = '{FAR}'")).await;
    arrives(&browser, FAR).await;
}

async fn the_mark_is_not_cut_off(engine: Engine) {
    if !skips(engine) {
        return;
    }
    let browser = open(engine, &format!("#{STATEMENT}")).await;
    arrives(&browser, STATEMENT).await;
    // Compare with `==` in one assertion: a failure should not print the bytes of an
    // image. Points near the window are laid out frame by frame, so take both pictures
    // again until they agree: those of a mark that is cut off never do.
    let shot = async |margin: &str| {
        browser
            .eval(&format!(
                "document.getElementById('{FAR}').style.overflowClipMargin = '{margin}'"
            ))
            .await;
        browser.client.screenshot().await.unwrap()
    };
    let mut agreed = None;
    for _ in 0..30 {
        let as_it_is = shot("").await;
        if as_it_is == shot("20rem").await {
            agreed = Some(as_it_is);
            break;
        }
    }
    let uncut = agreed.expect("the mark is cut off");
    assert!(uncut != shot("0px").await, "the mark is not in the picture");
}

async fn paper_has_every_point(engine: Engine) {
    let browser = open(engine, "").await;
    if engine == Engine::Webkit {
        lacks(engine, "a way to print that its driver could be asked for");
        return;
    }
    // A third of them is enough: printing takes time.
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
    let resting = length().await;
    browser.eval(&format!("{LAY_OUT} layOut(true)")).await;
    let whole = length().await;
    // In bytes; only a page number or a date may differ.
    assert!(resting.abs_diff(whole) < whole / 100, "{resting} {whole}");
    assert!(whole > 1_000 * SIZE.points, "{whole}");
}

async fn a_screen_reader_is_given_every_point(engine: Engine) {
    let browser = if engine == Engine::Chromium {
        Browser::open_aloud(site().await, BASE).await
    } else {
        browser(engine).await
    };
    go(&browser, "").await;
    browser.eval("scrollTo(0, 0)").await;
    for open in [None, Some(true)] {
        if let Some(open) = open {
            change_all(&browser, open).await;
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
        return lacks(engine, "a way to ask for the whole tree");
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
