//! Stress tests of the pages: no text overflows a page or becomes markup, and every
//! point keeps both sides.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use says_who_tests::stress::{DISPUTES, MARKUP, first_point, points};
use says_who_tests::{Browser, Engine, Script, in_every_engine};
use serde_json::{Value, json};

in_every_engine! {
    nothing_overflows_a_page,
    every_point_has_both_sides,
    no_text_becomes_markup,
    a_right_to_left_language_sets_the_page_direction,
}

/// The kinds of pages of a dispute that show its texts in full.
fn pages(dispute: &str) -> [String; 6] {
    let point = first_point(dispute);
    [
        format!("{dispute}/"),
        format!("{dispute}/{point}/"),
        format!("{dispute}/gazette/"),
        format!("{dispute}/share/"),
        format!("embed/{dispute}/"),
        format!("embed/{dispute}/{point}/"),
    ]
}

/// Opens a page in a frame, and waits for the app if the page has one. A frame gets
/// the requested width in every engine; a window may not. The outer document is a
/// text file of the site, which may contain frames and access them.
async fn open_in_frame(browser: &Browser, page: &str) {
    browser.goto("one-point/cite.txt").await;
    let source = format!("{}{page}", browser.address);
    let make = format!(
        "const frame = document.createElement('iframe');
         frame.src = '{source}';
         frame.style.cssText = 'border: 0; inline-size: 1440px; block-size: 900px';
         document.body.replaceChildren(frame);"
    );
    browser.eval(&make).await;
    let ready = if page.starts_with("embed/") {
        "querySelector('.framed__back') != null"
    } else {
        "querySelector('#app')?.dataset.app === 'ready'"
    };
    browser
        .wait(&format!("return frames[0].document.{ready}"))
        .await;
}

/// The overflow of the page in the frame, at a width and a text size: its size, and
/// the innermost elements that overflow.
async fn page_overflow(browser: &Browser, width: u32, size: &str) -> Value {
    let look = format!(
        "const frame = document.querySelector('iframe');
         frame.style.inlineSize = '{width}px';
         const root = frame.contentDocument.documentElement;
         root.style.fontSize = '{size}';
         const by = root.scrollWidth - root.clientWidth;
         if (by <= 0) return null;
         const out = [...root.querySelectorAll('body *')].filter((one) => {{
           const box = one.getBoundingClientRect();
           return box.width > 1 && (box.left < -0.5 || box.right > root.clientWidth + 0.5);
         }});
         const inner = out.filter((one) => !out.some((other) => other !== one && one.contains(other)));
         return [by, inner.slice(0, 4).map((one) => `${{one.tagName}}.${{one.className}} ${{one.textContent.slice(0, 30)}}`)];"
    );
    browser.eval(&look).await
}

async fn nothing_overflows_a_page(engine: Engine) {
    let browser = Browser::open_in(engine, "stress", Script::On).await;
    let own = [String::new(), "404.html".to_owned()];
    let mut found = Vec::new();
    for page in DISPUTES.iter().flat_map(|id| pages(id)).chain(own) {
        open_in_frame(&browser, &page).await;
        browser
            .eval("frames[0].document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            .await;
        for width in [1440, 320] {
            for size in ["100%", "200%"] {
                let out = page_overflow(&browser, width, size).await;
                if out != Value::Null {
                    found.push(format!("{page} at {width} px, text at {size}: {out}"));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

async fn every_point_has_both_sides(engine: Engine) {
    let browser = Browser::open_in(engine, "stress", Script::On).await;
    for dispute in DISPUTES {
        for (page, expected) in [
            (format!("{dispute}/"), points(dispute)),
            (format!("{dispute}/{}/", first_point(dispute)), 1),
        ] {
            browser.goto_hydrated(&page).await;
            let cells = browser
                .eval(
                    "return [...document.querySelectorAll('.point-row__cells')].map((row) =>
                       [...row.querySelectorAll(':scope > .cell')].filter((cell) =>
                         cell.querySelector('.cell__head').textContent !== ''
                         && (cell.querySelector('.statement-card__words') ?? cell.querySelector('.absence')).textContent.length > 10
                       ).length)",
                )
                .await;
            assert_eq!(cells, json!(vec![2; expected]), "{page}");
        }
    }
}

async fn no_text_becomes_markup(engine: Engine) {
    let browser = Browser::open_in(engine, "stress", Script::On).await;
    for page in pages("markup-like") {
        open_in_frame(&browser, &page).await;
        let found = browser
            .client
            .execute(FIND_MARKUP, vec![json!(MARKUP)])
            .await;
        let found = found.unwrap();
        assert_eq!(found["made"], json!([]), "{page}");
        assert_eq!(found["ran"], json!(null), "{page}");
        assert_eq!(found["title"], json!(true), "{page}");
        assert!(found["shown"].as_u64().unwrap() > 1, "{page}: {found}");
    }
}

/// Finds elements that the texts would create as markup, and counts where the texts
/// are shown.
const FIND_MARKUP: &str = r#"const [text] = arguments;
    const page = frames[0].document;
    const made = [...page.querySelectorAll("script, b, img, [onerror], a")].filter((one) =>
      // An embed page has a script of its own, which is unrelated.
      (one.localName === "script" && one.textContent.includes("pwned") && one.type !== "application/ld+json")
      || (one.localName === "b" && one.textContent === "bold")
      || one.getAttribute("src") === "x"
      || one.hasAttribute("onerror")
      || one.protocol === "javascript:");
    return {
      made: made.map((one) => one.outerHTML),
      ran: frames[0].pwned ?? null,
      title: page.title.includes(text),
      shown: page.querySelector("main").textContent.split(text).length,
    };"#;

async fn a_right_to_left_language_sets_the_page_direction(engine: Engine) {
    let browser = Browser::open_in(engine, "stress", Script::On).await;
    let written = "const root = document.documentElement; return [root.lang, root.dir]";
    // By its own URL, and in a frame without script.
    for page in pages("right-to-left") {
        browser.goto(&page).await;
        assert_eq!(browser.eval(written).await, json!(["ar", "rtl"]), "{page}");
    }
    // The router sets it on every page, there and back.
    browser.goto_hydrated("").await;
    assert_eq!(browser.eval(written).await, json!(["en", "ltr"]));
    // In a list of disputes, its entry keeps its own direction.
    for part in ["question", "summary"] {
        let entry = format!(
            "const one = document.querySelector('.disputes .feature__{part}[lang=ar]');
             return getComputedStyle(one).direction"
        );
        assert_eq!(browser.eval(&entry).await, json!("rtl"), "{part}");
    }
    browser
        .eval("document.querySelector('a[href$=\"/right-to-left/\"]').click()")
        .await;
    let arrived = "return document.documentElement.dir === 'rtl' && document.querySelector('.opening') !== null";
    browser.wait(arrived).await;
    assert_eq!(browser.eval(written).await, json!(["ar", "rtl"]));
    assert!(first_side_is_at(&browser, "right").await);
    browser.eval("history.back()").await;
    browser
        .wait("return document.documentElement.dir === 'ltr' && document.querySelector('.feature') !== null")
        .await;
    assert_eq!(browser.eval(written).await, json!(["en", "ltr"]));
    browser.goto_hydrated("one-point/").await;
    assert!(first_side_is_at(&browser, "left").await);
}

/// Whether the first of the two columns is at this edge, in headings and cells.
async fn first_side_is_at(browser: &Browser, edge: &str) -> bool {
    let sign = if edge == "left" { 1 } else { -1 };
    let script = format!(
        "return ['.ledger__head', '.point-row__cells > .cell'].every((pair) => {{
           const [one, other] = [...document.querySelectorAll(pair)].map((side) => side.getBoundingClientRect());
           return one.top === other.top && {sign} * (other.left - one.left) > 100;
         }})"
    );
    browser.eval(&script).await == json!(true)
}
