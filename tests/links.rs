//! Links and sharing, in three browser engines. Each scenario is one function; if an
//! engine does not support something, the scenario names it.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;

use fantoccini::Locator;
use fantoccini::key::Key;
use says_who_tests::{
    Browser, Engine, Script, base, files, in_every_engine, lacks, site, with_boot,
};
use serde_json::{Value, json};

in_every_engine! {
    a_link_opens_goes_focuses_and_marks,
    a_link_arrives_before_the_app_and_after,
    the_place_of_a_reader_is_left_alone,
    back_forward_and_reload,
    back_after_a_visit_elsewhere,
    mangled_and_older_names,
    an_unknown_id_is_named,
    unknown_parts_of_the_query_stay,
    a_text_fragment_is_not_undone,
    every_kind_of_item_has_both_sides,
    changed_since_it_was_sent,
    copying,
    a_clipboard_that_refuses,
    the_panel,
    the_share_sheet_of_the_device,
    a_frame_on_another_page,
    the_share_index,
    hostile_addresses,
    without_script,
}

/// The page of the whole small dispute, which is built under `/a/b/`.
const WHOLE: &str = "bridge-repair/";
const STATEMENT: &str = "mayor-never-saw-it";
const POINT: &str = "notice-given";

/// True if the target of a link is open, focused, marked and visible, not covered by
/// the sticky headings.
fn here(id: &str) -> String {
    format!(
        "const here = document.getElementById('{id}');
         const heads = document.querySelector('.ledger__heads');
         const top = here?.getBoundingClientRect().top;
         const clear = heads ? heads.getBoundingClientRect().height : 0;
         return here !== null && here.hasAttribute('data-here') && here === document.activeElement
           && document.querySelectorAll('[data-here]').length === 1
           && top >= clear && (top < innerHeight / 2 || innerHeight + scrollY >= document.documentElement.scrollHeight - 2)
           && (here.querySelector(':scope > details')?.open ?? true)"
    )
}

async fn small(engine: Engine) -> Browser {
    Browser::open_in(engine, "a-b", Script::On).await
}

async fn path(browser: &Browser) -> String {
    let path = browser
        .eval("return location.pathname + location.search + location.hash")
        .await;
    path.as_str().unwrap().to_owned()
}

/// Clicks by script: the link may be off-screen or covered.
async fn press(browser: &Browser, selector: &str) {
    browser
        .eval(&format!(
            "document.querySelector({}).click()",
            json!(selector)
        ))
        .await;
}

async fn a_link_opens_goes_focuses_and_marks(engine: Engine) {
    let browser = small(engine).await;
    browser.ready(&format!("{WHOLE}#{STATEMENT}")).await;
    browser.wait(&here(STATEMENT)).await;

    // Another link on the same page, then the same one twice: it opens what was
    // closed since, and never closes what is open.
    browser
        .eval(&format!(
            "const link = document.createElement('a'); link.href = '#{STATEMENT}'; link.id = '_test';
             document.querySelector('main').append(link)"
        ))
        .await;
    press(&browser, &format!(".contents a[href='#{POINT}']")).await;
    browser.wait(&here(POINT)).await;
    for _ in 0..2 {
        browser
            .eval(&format!(
                "document.querySelector('#{STATEMENT} > details').open = false"
            ))
            .await;
        press(&browser, "#_test").await;
        browser.wait(&here(STATEMENT)).await;
        press(&browser, "#_test").await;
        browser.wait(&here(STATEMENT)).await;
    }
    // Folding does not add a history entry.
    let before = browser.eval("return history.length").await;
    browser
        .click(&format!("#{STATEMENT} .sourcing__summary"))
        .await;
    browser
        .wait(&format!(
            "return !document.querySelector('#{STATEMENT} > details').open"
        ))
        .await;
    assert_eq!(browser.eval("return history.length").await, before);

    // A hash typed by hand.
    browser.eval("location.hash = '#closure-letter'").await;
    browser.wait(&here("closure-letter")).await;
    // From an item's page to its place on the page of the whole dispute.
    browser.ready(&format!("{WHOLE}{STATEMENT}/")).await;
    browser.click(".item__whole a").await;
    browser.wait(&here(STATEMENT)).await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn a_link_arrives_before_the_app_and_after(engine: Engine) {
    let folder = with_boot(
        "a-b",
        Some("await new Promise((go) => { window.go = go; });"),
    );
    let browser = Browser::open_folder(engine, folder.path(), base("a-b"), Script::On).await;
    browser.go(&format!("{WHOLE}#{STATEMENT}")).await;
    let in_sight = format!(
        "const top = document.getElementById('{STATEMENT}').getBoundingClientRect().top;
         return scrollY > 0 && top >= document.querySelector('.ledger__heads').offsetHeight && top < innerHeight / 2"
    );
    browser.wait(&in_sight).await;
    // None of this needs the app: folding works, and what was unfolded stays
    // unfolded.
    assert_eq!(
        browser
            .eval("return document.querySelector('#app').dataset.app ?? null")
            .await,
        Value::Null
    );
    browser
        .eval("document.querySelector('#engineer-sent-letter > details').open = true")
        .await;
    browser.wait("return typeof window.go === 'function'").await;
    browser.eval("window.go()").await;
    browser
        .wait("return document.querySelector('#app').dataset.app === 'ready'")
        .await;
    browser.wait(&here(STATEMENT)).await;
    let open = browser
        .eval("return document.querySelector('#engineer-sent-letter > details').open")
        .await;
    assert_eq!(open, json!(true));
}

async fn the_place_of_a_reader_is_left_alone(engine: Engine) {
    let folder = with_boot(
        "a-b",
        Some("await new Promise((go) => { window.go = go; });"),
    );
    // The real boot script adds its listeners after the wait; here they are added
    // before it.
    let boot = files(folder.path())
        .into_iter()
        .find(|file| file.to_str().unwrap().contains("boot-"))
        .unwrap();
    let text = fs::read_to_string(&boot).unwrap();
    let (wait, rest) = text.split_once('\n').unwrap();
    let start = ";(async()=>{";
    let (listeners, rest) = rest.split_once(start).unwrap();
    fs::write(&boot, format!("{listeners}{start}{wait}{rest}")).unwrap();

    let browser = Browser::open_folder(engine, folder.path(), base("a-b"), Script::On).await;
    browser.go(&format!("{WHOLE}#{STATEMENT}")).await;
    browser
        .wait("return scrollY > 0 && typeof window.go === 'function'")
        .await;
    browser.eval("dispatchEvent(new WheelEvent('wheel'))").await;
    // WebKit may scroll to the fragment once more while the page loads.
    browser
        .wait("if (scrollY !== 40) { scrollTo(0, 40); return false; } return true")
        .await;
    browser.eval("window.go()").await;
    browser
        .wait("return document.querySelector('[data-here]') !== null")
        .await;
    assert_eq!(browser.eval("return scrollY").await, json!(40));
}

// Clicks and not scripts, because browsers skip history entries without user
// activation.
async fn back_forward_and_reload(engine: Engine) {
    let browser = small(engine).await;
    browser.ready(WHOLE).await;
    let link = ".contents a[href='#who-pays']";
    browser
        .eval(&format!(
            "window.stayed = true; const link = document.querySelector(\"{link}\");
             link.scrollIntoView({{ block: 'center' }})"
        ))
        .await;
    browser
        .wait("window.y = Math.round(scrollY); return scrollY > 0")
        .await;
    browser.click(link).await;
    browser.wait(&here("who-pays")).await;
    browser.click("#who-pays .point__question a").await;
    browser
        .wait("return document.querySelector('.item') !== null")
        .await;
    browser
        .wait("return document.activeElement.tagName === 'H1'")
        .await;

    browser.client.back().await.unwrap();
    browser
        .wait("return location.hash === '#who-pays' && document.querySelector('.opening') !== null")
        .await;
    // Back to the link that was followed, with the item still marked and visible.
    browser
        .wait("return document.activeElement === document.querySelector('#who-pays .point__question a')")
        .await;
    browser
        .wait("return document.querySelector('#who-pays').hasAttribute('data-here')
               && document.querySelector('#who-pays').getBoundingClientRect().top < innerHeight / 2")
        .await;
    browser.client.back().await.unwrap();
    browser
        .wait(&format!(
            "return location.hash === '' && Math.abs(scrollY - window.y) < 3
             && document.activeElement === document.querySelector(\"{link}\")"
        ))
        .await;
    browser.client.forward().await.unwrap();
    browser
        .wait("return location.hash === '#who-pays' && document.querySelector('#who-pays').hasAttribute('data-here')")
        .await;
    assert_eq!(
        browser.eval("return window.stayed").await,
        json!(true),
        "a page was loaded whole"
    );

    // Scrolled away, then reloaded: the target of the link takes precedence.
    browser.eval("scrollTo(0, 0)").await;
    browser.wait("return scrollY === 0").await;
    browser.client.refresh().await.unwrap();
    browser
        .wait("return document.querySelector('#app')?.dataset.app === 'ready'")
        .await;
    browser.wait(&here("who-pays")).await;
}

async fn back_after_a_visit_elsewhere(engine: Engine) {
    let browser = small(engine).await;
    browser.ready(WHOLE).await;
    let link = ".contents a[href='#who-pays']";
    browser
        .eval(&format!(
            "document.querySelector(\"{link}\").scrollIntoView({{ block: 'center' }})"
        ))
        .await;
    browser.wait("return scrollY > 0").await;
    let top = browser.eval("return Math.round(scrollY)").await;
    browser.click(link).await;
    browser.wait(&here("who-pays")).await;
    // Another document, and back: to the position, then further back to the link.
    browser.eval("location.assign('who-pays/cite.txt')").await;
    browser
        .wait("return location.pathname.endsWith('cite.txt')")
        .await;
    browser.client.back().await.unwrap();
    browser
        .wait("return document.querySelector('#app')?.dataset.app === 'ready'")
        .await;
    browser
        .wait("return document.querySelector('#who-pays').hasAttribute('data-here')")
        .await;
    browser.client.back().await.unwrap();
    browser
        .wait(&format!(
            "return location.hash === '' && Math.abs(scrollY - {top}) < 3
             && document.activeElement === document.querySelector(\"{link}\")"
        ))
        .await;
}

async fn mangled_and_older_names(engine: Engine) {
    let browser = small(engine).await;
    let base = base("a-b");
    for hash in [
        "Mayor-Never-Saw-It",
        "%6Dayor%2Dnever-saw-it",
        "MAYOR-NEVER-SAW-IT",
        "mayor-never-saw-it).",
    ] {
        browser.ready("").await;
        browser.ready(&format!("{WHOLE}#{hash}")).await;
        browser.wait(&here(STATEMENT)).await;
        assert_eq!(
            path(&browser).await,
            format!("{base}{WHOLE}#{STATEMENT}"),
            "{hash}"
        );
    }
    // An alias redirects, in the hash and in the path.
    browser.ready("").await;
    browser.ready(&format!("{WHOLE}#was-notice-given")).await;
    browser.wait(&here(POINT)).await;
    assert_eq!(path(&browser).await, format!("{base}{WHOLE}#{POINT}"));
    browser
        .ready(&format!("{WHOLE}was-notice-given/?x=1"))
        .await;
    assert_eq!(path(&browser).await, format!("{base}{WHOLE}{POINT}/?x=1"));
    assert!(browser.text("h1").await.contains("Was notice given"));
    // The server answers a mangled path with its error page, which redirects.
    browser.ready("Bridge-Repair/WHO%2DPAYS").await;
    browser
        .wait("return document.querySelector('.item') !== null")
        .await;
    assert_eq!(path(&browser).await, format!("{base}{WHOLE}who-pays/"));
    // A removed item shows why and when, in its place and on its page.
    browser.ready(&format!("{WHOLE}#mayor-first-remark")).await;
    browser.wait(&here("mayor-first-remark")).await;
    assert!(
        browser
            .text("#mayor-first-remark")
            .await
            .contains("The remark was about another bridge.")
    );
    browser.ready(&format!("{WHOLE}mayor-first-remark/")).await;
    let gone = browser.text("main").await;
    assert!(
        gone.contains("14 March 2021") && gone.contains("another bridge"),
        "{gone}"
    );
}

async fn an_unknown_id_is_named(engine: Engine) {
    let browser = small(engine).await;
    // On the page of the whole dispute, whose content below does not change.
    browser.ready(&format!("{WHOLE}#mayor-never-saw")).await;
    browser
        .wait("return document.activeElement.id === '_missing'")
        .await;
    let notice = browser.text("#_missing").await;
    assert!(
        notice.contains("“mayor-never-saw”") && notice.contains(STATEMENT),
        "{notice}"
    );
    press(&browser, "#_missing a").await;
    browser
        .wait("return document.querySelector('.item') !== null")
        .await;
    // On the server's error page.
    browser.ready(&format!("{WHOLE}mayor-never-saw/")).await;
    browser
        .wait("return document.querySelector('main').innerText.includes('“mayor-never-saw”')")
        .await;
    let page = browser.text("main").await;
    assert!(
        page.contains(STATEMENT) && page.contains("Who pays for the detour?"),
        "{page}"
    );
    // The notice disappears with the URL.
    browser.ready(&format!("{WHOLE}#no-such-thing")).await;
    browser
        .wait("return document.querySelector('#_missing') !== null")
        .await;
    browser.eval("location.hash = '#who-pays'").await;
    browser
        .wait("return document.querySelector('#_missing') === null")
        .await;
}

async fn unknown_parts_of_the_query_stay(engine: Engine) {
    let browser = small(engine).await;
    browser
        .ready(&format!("{WHOLE}?from=mail&v=zzz#{STATEMENT}"))
        .await;
    browser.wait(&here(STATEMENT)).await;
    assert_eq!(
        path(&browser).await,
        format!("{}{WHOLE}?from=mail&v=zzz#{STATEMENT}", base("a-b"))
    );
    browser
        .ready(&format!("{WHOLE}?from=mail#was-notice-given"))
        .await;
    browser.wait(&here(POINT)).await;
    assert_eq!(
        path(&browser).await,
        format!("{}{WHOLE}?from=mail#{POINT}", base("a-b"))
    );
}

async fn a_text_fragment_is_not_undone(engine: Engine) {
    let browser = small(engine).await;
    let words = "The%20town%27s%20register%20of%20incoming%20mail";
    browser.ready("").await;
    // Engines search for text fragments only in a window of their own or after user
    // activation; a link that the driver clicks counts as one.
    browser
        .eval(&format!(
            "const link = document.createElement('a'); link.textContent = 'to the text'; link.id = '_test';
             link.rel = 'noopener'; link.href = '{WHOLE}?fresh#who-pays:~:text={words}';
             document.querySelector('main').prepend(link)"
        ))
        .await;
    browser.click("#_test").await;
    browser.wait("return document.querySelector('#app')?.dataset.app === 'ready' && document.querySelector('.opening') !== null").await;
    browser
        .wait("return document.querySelector('#who-pays').hasAttribute('data-here')")
        .await;
    // No directive is left in the URL, and the item is marked in any case.
    let knows = browser.eval("return 'fragmentDirective' in document").await;
    assert_eq!(browser.console().await, Vec::<String>::new());
    let in_sight = |id: &str| {
        format!(
            "const box = document.getElementById('{id}').getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight"
        )
    };
    if knows == json!(true) {
        browser.wait(&in_sight("letter-received")).await;
    } else {
        lacks(engine, "text fragments: the link leads to the item");
        browser.wait(&in_sight("who-pays")).await;
    }
}

async fn every_kind_of_item_has_both_sides(engine: Engine) {
    let browser = small(engine).await;
    for id in [
        POINT,
        STATEMENT,
        "courier-saw-copy",
        "closure-letter",
        "bridge-closed",
        "letter-received",
        "radio-bridge",
    ] {
        browser.ready(&format!("{WHOLE}{id}/")).await;
        let heads = browser
            .eval("return [...document.querySelectorAll('.cell')].filter((cell) => cell.innerText.trim().length > 30)
                     .map((cell) => cell.querySelector('.cell__head').innerText)")
            .await;
        let heads = heads.as_array().unwrap();
        assert!(
            heads.contains(&json!("County says")) && heads.contains(&json!("Town says")),
            "{id}: {heads:?}"
        );
        let page = browser.text("main").await;
        assert!(
            page.contains("As of 10 March 2021") && page.contains("Share and cite"),
            "{page}"
        );
        // The link to the page of the whole dispute, and the item in its place
        // there.
        press(&browser, ".item__whole a").await;
        browser.wait(&here(id)).await;
    }
    // On its own page a statement comes first, unfolded.
    browser.ready(&format!("{WHOLE}{STATEMENT}/")).await;
    let first = browser
        .eval("return document.querySelector('.cell .statement-card').id")
        .await;
    assert_eq!(first, json!(STATEMENT));
    assert_eq!(
        browser
            .eval("return document.querySelectorAll('details[open]').length")
            .await,
        json!(1)
    );
    // The neighbours lead from point to point.
    browser.ready(&format!("{WHOLE}{POINT}/")).await;
    browser.click(".neighbours__next a").await;
    browser
        .wait("return location.pathname.endsWith('/who-pays/')")
        .await;
}

async fn changed_since_it_was_sent(engine: Engine) {
    let browser = small(engine).await;
    let notice = "return document.querySelector('#_changed')?.innerText ?? null";
    browser
        .ready(&format!("{WHOLE}engineer-sent-letter/?v=aearlier"))
        .await;
    browser
        .wait("return document.querySelector('#_changed') !== null")
        .await;
    let text = browser.text("#_changed").await;
    assert!(
        text.contains("14 March 2021")
            && text.contains("The date of the engineer's letter was corrected."),
        "{text}"
    );
    // A point changes with its statements.
    browser.ready(&format!("{WHOLE}{POINT}/?v=abefore2")).await;
    browser
        .wait("return document.querySelector('#_changed') !== null")
        .await;
    // On to another page: the notice does not come along.
    browser.click(".neighbours__next a").await;
    browser.wait("return location.pathname.endsWith('/who-pays/') && document.querySelector('#_changed') === null").await;
    // Current, unknown, malformed or missing: there is no notice.
    let library =
        says_who_files::library(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture"))
            .unwrap();
    let id = "engineer-sent-letter".parse().unwrap();
    let now = library.disputes[0].fingerprint(&id).unwrap();
    for query in [
        format!("?v={now}"),
        "?v=aaaaaaaa".to_owned(),
        "?v=%00<b>".to_owned(),
        "?v=".to_owned(),
        String::new(),
    ] {
        browser
            .ready(&format!("{WHOLE}engineer-sent-letter/{query}"))
            .await;
        assert_eq!(browser.eval(notice).await, Value::Null, "{query}");
    }
}

/// Replaces the clipboard by one that records what is copied.
const CLIPBOARD: &str = "window.copied = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
      writeText: (text) => { window.copied.push(text); return Promise.resolve(); } } })";

/// The last message in the page's live region.
const SAID: &str = "return (document.querySelector('dialog[open] [role=status]') ?? document.querySelector('[role=status]')).innerText";

async fn copying(engine: Engine) {
    let browser = small(engine).await;
    browser.ready(WHOLE).await;
    browser.eval(CLIPBOARD).await;
    let before = (
        path(&browser).await,
        browser.eval("return history.length").await,
    );
    // Every item has one control, whose accessible name includes the item.
    let items = browser
        .eval("return document.querySelectorAll('main .more').length")
        .await;
    let items = items.as_u64().unwrap();
    let names = browser
        .eval("return new Set([...document.querySelectorAll('main .more')].map((one) => one.ariaLabel)).size")
        .await;
    assert_eq!(names, json!(items));
    browser.click(".all-sources button").await;
    press(&browser, ".opening [data-copy=link]").await;
    let mut ids = vec![String::new()];
    for index in 0..items {
        let more = format!("document.querySelectorAll('main .more')[{index}]");
        let id = browser
            .eval(&format!("{more}.click(); return {more}.closest('[id]').id"))
            .await;
        browser
            .wait(&format!(
                "return document.querySelector('dialog[open] .share')?.dataset.of === {id}"
            ))
            .await;
        press(&browser, "dialog[open] [data-copy=link]").await;
        browser
            .wait(&format!("return window.copied.length === {}", index + 2))
            .await;
        browser
            .wait(&format!("{SAID}.includes('Link copied')"))
            .await;
        press(&browser, "dialog[open] .panel__foot button").await;
        ids.push(id.as_str().unwrap().to_owned());
    }
    assert!(ids.len() > 12, "every item has its control: {ids:?}");
    let copied = browser.eval("return window.copied").await;
    let host = browser.address.clone();
    for (id, link) in ids.iter().zip(copied.as_array().unwrap()) {
        let link = link.as_str().unwrap();
        let expected = if id.is_empty() {
            format!("{host}{WHOLE}")
        } else {
            format!("{host}{WHOLE}{id}/?v=")
        };
        assert!(link.starts_with(&expected), "{link}");
        assert_eq!(
            link.len(),
            expected.len() + if id.is_empty() { 0 } else { 8 },
            "{link}"
        );
    }
    assert_eq!(
        before,
        (
            path(&browser).await,
            browser.eval("return history.length").await
        )
    );
    // A copied link opens the item, without a notice that it has changed.
    let link = copied[1]
        .as_str()
        .unwrap()
        .strip_prefix(&host)
        .unwrap()
        .to_owned();
    browser.ready(&link).await;
    assert_eq!(
        browser
            .eval("return document.querySelector('#_changed')")
            .await,
        Value::Null
    );

    // For real: copied by a click, pasted with the keyboard.
    browser.ready(&format!("{WHOLE}{STATEMENT}/")).await;
    browser.click("[data-copy=quotation]").await;
    browser.wait(&format!("{SAID}.includes('copied')")).await;
    browser
        .eval(
            "const field = document.createElement('textarea'); field.id = '_paste';
               document.querySelector('main').prepend(field); field.focus()",
        )
        .await;
    let field = browser.client.find(Locator::Id("_paste")).await.unwrap();
    field
        .send_keys(&format!(
            "{}v{}",
            char::from(Key::Control),
            char::from(Key::Null)
        ))
        .await
        .unwrap();
    browser
        .wait("return document.querySelector('#_paste').value.length > 0")
        .await;
    let pasted = browser
        .eval("return document.querySelector('#_paste').value")
        .await;
    assert_eq!(
        pasted,
        json!(format!(
            "“We never saw it <or> heard of it.”\n— Jo Lind (Mayor), 9 March 2021, quoted in The Valley Courier. {host}{WHOLE}{STATEMENT}/"
        ))
    );
}

async fn a_clipboard_that_refuses(engine: Engine) {
    let browser = small(engine).await;
    for refusal in [
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new Error('no')) } })",
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })",
    ] {
        browser.ready(&format!("{WHOLE}{STATEMENT}/")).await;
        let control = "main .controls [data-copy=link]";
        browser.eval(refusal).await;
        // The legacy API is tried next.
        browser
            .eval("document.execCommand = (name) => { window.by = [name, String(getSelection()) || document.activeElement.value]; return true; }")
            .await;
        press(&browser, control).await;
        browser
            .wait(&format!("{SAID}.includes('Link copied')"))
            .await;
        let by = browser.eval("return window.by").await;
        assert_eq!(by[0], json!("copy"));
        assert!(
            by[1]
                .as_str()
                .unwrap()
                .contains(&format!("{WHOLE}{STATEMENT}/?v=")),
            "{by}"
        );
        // If that is refused too, the text is shown, to be copied by hand.
        browser.eval("document.execCommand = () => false").await;
        press(&browser, control).await;
        browser
            .wait("return document.querySelector('dialog[open] textarea') !== null")
            .await;
        browser
            .wait("const field = document.querySelector('dialog[open] textarea');
                   return field === document.activeElement && field.selectionEnd === field.value.length && field.value.length > 30")
            .await;
        press(&browser, "dialog[open] .panel__foot button").await;
        browser
            .wait("return document.querySelector('dialog[open]') === null")
            .await;
    }
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn the_panel(engine: Engine) {
    let browser = small(engine).await;
    browser.ready(WHOLE).await;
    let before = (
        path(&browser).await,
        browser.eval("return history.length").await,
    );
    let control = format!("#{POINT} .point__head [data-share]");
    for _ in 0..2 {
        browser
            .eval(&format!("document.querySelector('{control}').focus()"))
            .await;
        press(&browser, &control).await;
        browser
            .wait("return document.querySelector('dialog[open] .share') !== null")
            .await;
        browser.eval(CLIPBOARD).await;
        for (what, shows) in [
            ("cite.bib", "@misc{bridge-repair/notice-given,"),
            ("cite.ris", "TY  - GEN"),
            ("cite.json", "[{\"id\":\"bridge-repair/notice-given\""),
            (
                "cite.txt",
                "The Bridge Papers, 14 March 2021: Was notice given",
            ),
            ("embed", "<iframe src=\"http"),
        ] {
            press(&browser, &format!("dialog[open] [data-copy=\"{what}\"]")).await;
            browser
                .wait(&format!(
                    "return window.copied.at(-1)?.startsWith({}) === true",
                    json!(shows)
                ))
                .await;
        }
        browser
            .wait(&format!("{SAID}.includes('Embed code copied')"))
            .await;
        // The message is in the dialog: live regions behind a modal dialog are not
        // announced.
        assert_eq!(
            browser
                .eval("return document.querySelector('dialog[open] [role=status]').innerText")
                .await,
            json!("Embed code copied")
        );
        let field = browser
            .client
            .find(Locator::Css("dialog[open] .panel__foot button"))
            .await
            .unwrap();
        field
            .send_keys(&char::from(Key::Escape).to_string())
            .await
            .unwrap();
        browser
            .wait("return document.querySelector('dialog[open]') === null")
            .await;
        browser
            .wait(&format!(
                "return document.activeElement === document.querySelector('{control}')"
            ))
            .await;
        // An old message is not repeated when it opens.
        press(&browser, &control).await;
        browser
            .wait("return document.querySelector('dialog[open] [role=status]')?.innerText === ''")
            .await;
        browser
            .eval("document.querySelector('dialog[open]').close()")
            .await;
    }
    assert_eq!(
        before,
        (
            path(&browser).await,
            browser.eval("return history.length").await
        )
    );
    // The files behind the links are the same texts.
    let file = browser.eval("const asked = new XMLHttpRequest(); asked.open('GET', 'notice-given/cite.bib', false); asked.send(); return asked.responseText").await;
    assert!(
        file.as_str()
            .unwrap()
            .starts_with("@misc{bridge-repair/notice-given,"),
        "{file}"
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn the_share_sheet_of_the_device(engine: Engine) {
    // None of the three engines has a share sheet on Linux, so the test adds one
    // before the app starts.
    let folder = with_boot(
        "a-b",
        Some(
            "window.sent = []; navigator.share = (data) => { window.sent.push(data); return window.refuse ? Promise.reject(new DOMException('', window.refuse)) : Promise.resolve(); };",
        ),
    );
    let browser = Browser::open_folder(engine, folder.path(), base("a-b"), Script::On).await;
    browser.ready(&format!("{WHOLE}{POINT}/")).await;
    browser.click(".share__device").await;
    browser.wait("return window.sent.length === 1").await;
    let sent = browser.eval("return window.sent[0]").await;
    assert_eq!(sent["title"], json!("Was notice given before the closure?"));
    assert!(
        sent["url"]
            .as_str()
            .unwrap()
            .contains(&format!("{WHOLE}{POINT}/?v=")),
        "{sent}"
    );
    // If the reader cancels, nothing happens. If sharing is refused, the link is
    // copied.
    browser.eval(CLIPBOARD).await;
    browser.eval("window.refuse = 'AbortError'").await;
    browser.click(".share__device").await;
    browser.wait("return window.sent.length === 2").await;
    browser.eval("window.refuse = 'NotAllowedError'").await;
    browser.click(".share__device").await;
    browser.wait("return window.copied.length === 1").await;
    // Without a share sheet there is no button for it.
    let browser = small(engine).await;
    browser.ready(&format!("{WHOLE}{POINT}/")).await;
    assert_eq!(
        browser.eval("return 'share' in navigator").await,
        json!(false),
        "{engine:?} has a share sheet now"
    );
    assert_eq!(
        browser
            .eval("return document.querySelector('.share__device').offsetWidth")
            .await,
        json!(0)
    );
}

async fn a_frame_on_another_page(engine: Engine) {
    let folder = with_boot("a-b", Some(""));
    let host = format!(
        "<!doctype html><title>Another page</title><h1>Another page</h1><iframe id=frame src=\"{}embed/{WHOLE}{STATEMENT}/\" width=700 height=480></iframe>",
        base("a-b")
    );
    fs::write(folder.path().join("host.html"), host).unwrap();
    let browser = Browser::open_folder(engine, folder.path(), base("a-b"), Script::On).await;
    browser.go("host.html").await;
    browser.wait("return document.getElementById('frame').contentDocument?.querySelector('.framed') != null").await;
    let frame = browser.eval("return document.getElementById('frame').contentDocument.querySelector('.framed').innerText").await;
    let frame = frame.as_str().unwrap();
    for words in [
        "As of 10 March 2021",
        "County says",
        "Town says",
        "“We never saw it <or> heard of it.”",
        "Ada Okafor",
    ] {
        assert!(frame.contains(words), "{words}: {frame}");
    }
    let loads = browser
        .eval("return document.getElementById('frame').contentDocument.querySelectorAll('script[src]').length")
        .await;
    assert_eq!(loads, json!(0));
    // Its canonical link opens in the top window, its other links in new ones.
    let other = browser
        .eval(
            "return document.getElementById('frame').contentDocument.querySelector('base').target",
        )
        .await;
    assert_eq!(other, json!("_blank"));
    browser.eval("document.getElementById('frame').contentDocument.querySelector('.framed__address a').click()").await;
    browser
        .wait(&format!(
            "return location.pathname === '{}{WHOLE}{STATEMENT}/'",
            base("a-b")
        ))
        .await;
    // Every page has one, including those of aliases and of the whole dispute.
    for page in [
        "",
        "was-notice-given/",
        "mayor-first-remark/",
        "radio-bridge/",
    ] {
        browser.go(&format!("embed/{WHOLE}{page}")).await;
        assert!(
            browser.text("main").await.contains("As of 10 March 2021"),
            "{page}"
        );
    }
}

async fn the_share_index(engine: Engine) {
    let browser = small(engine).await;
    browser.ready(WHOLE).await;
    press(&browser, ".contents__sections > li:last-child > a").await;
    browser
        .wait("return document.querySelectorAll('.share-entry').length > 12")
        .await;
    browser.eval("document.querySelectorAll('.share-entry img').forEach((card) => { card.loading = 'eager'; })").await;
    browser
        .wait("return [...document.querySelectorAll('.share-entry img')].every((card) => card.complete && card.naturalWidth === 1200 && card.naturalHeight === 630)")
        .await;
    browser.eval(CLIPBOARD).await;
    press(
        &browser,
        ".share-entry [data-copy=\"cite.txt\"][data-item=radio-bridge]",
    )
    .await;
    browser.wait("return window.copied[0]?.startsWith('Valley Radio, 9 March 2021: Mayor on the bridge.') === true").await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn hostile_addresses(engine: Engine) {
    let browser = small(engine).await;
    let long = "a-".repeat(4000);
    let mut addresses = vec![
        format!("{WHOLE}#%3Cimg%20src=x%20onerror=window.hit=1%3E"),
        format!("{WHOLE}#javascript:window.hit=1"),
        format!("{WHOLE}#{long}"),
        format!("{WHOLE}#%"),
        format!("{WHOLE}#%ff%fe%00"),
        format!("{WHOLE}#__proto__"),
        format!("{WHOLE}#constructor"),
        format!("{WHOLE}#content"),
        format!("{WHOLE}#%E2%80%AEgnp.exe"),
        format!("{WHOLE}?v=%3Cscript%3Ewindow.hit=1%3C/script%3E&%FF=%&&&==#who-pays"),
        format!("{WHOLE}%3Cscript%3Ewindow.hit=1%3C%2Fscript%3E/"),
        format!("{WHOLE}..%2f..%2f..%2fetc%2fpasswd"),
        format!("{WHOLE}%00/%ff/"),
        format!("{WHOLE}{}/", "%20".repeat(500)),
        "%E2%80%AE/%F0%9F%92%A3/".to_owned(),
        "//evil.example/".to_owned(),
        ".//evil.example/%5c%5c".to_owned(),
    ];
    addresses.push(format!("{WHOLE}{}/", "x".repeat(2000)));
    for address in addresses {
        // Load another document first: changing only the hash would not load
        // anything.
        browser.ready("").await;
        browser.ready(&address).await;
        let foreign = browser
            .eval("return [document.querySelectorAll('#app script, #app img:not(.masthead__logo), #app iframe, #app [onerror]').length, window.hit ?? null,
                    document.querySelector('main').innerText.length > 20,
                    document.querySelector('main').innerText.includes('evil')]")
            .await;
        assert_eq!(foreign, json!([0, null, true, false]), "{address}");
        let errors: Vec<_> = browser
            .console()
            .await
            .into_iter()
            .filter(|line| !line.contains("status of 404"))
            .collect();
        assert_eq!(errors, Vec::<String>::new(), "{address}");
    }
}

/// Waits for a URL, without script.
async fn comes_to(browser: &Browser, path: &str) {
    let address = format!("{}{path}", browser.address).parse().unwrap();
    browser.client.wait().for_url(&address).await.unwrap();
}

async fn without_script(engine: Engine) {
    let folder;
    let browser = if engine == Engine::Webkit {
        lacks(
            engine,
            "a way to turn script off: the page is served with an empty one",
        );
        folder = with_boot("a-b", None);
        Browser::open_folder(engine, folder.path(), base("a-b"), Script::On).await
    } else {
        Browser::open_in(engine, "a-b", Script::Off).await
    };
    let top = async |id: &str| {
        let element = browser.client.find(Locator::Id(id)).await.unwrap();
        // WebDriver clicks visible elements in place; otherwise it scrolls first.
        let (_, y, _, _) = element.rectangle().await.unwrap();
        y
    };
    // The browser itself scrolls to a place on the page, also by an alias.
    for (hash, id) in [
        (STATEMENT, STATEMENT),
        ("was-notice-given", POINT),
        ("mayor-first-remark", "mayor-first-remark"),
    ] {
        browser.go("").await;
        browser.go(&format!("{WHOLE}#{hash}")).await;
        assert!(browser.text(&format!("#{id}")).await.len() > 20);
        assert!(top(id).await > 0.0);
        if engine == Engine::Chromium || engine == Engine::Webkit {
            browser.wait(&format!("const top = document.getElementById('{id}').getBoundingClientRect().top; return top >= 0 && top < innerHeight")).await;
        } else {
            lacks(
                engine,
                "script of the driver where a page may run none: the scroll position is not read",
            );
        }
    }
    // An alias in the path leads to the current URL.
    browser.go(&format!("{WHOLE}was-notice-given/")).await;
    if engine == Engine::Webkit {
        lacks(
            engine,
            "a page without script: the redirect in <noscript> is not followed",
        );
    } else {
        browser
            .client
            .wait()
            .for_element(Locator::Css(".item"))
            .await
            .unwrap();
        comes_to(&browser, &format!("{WHOLE}{POINT}/")).await;
    }
    assert!(browser.text("h1").await.contains("Was notice given"));
    // Sharing without script: the section with the link, the citation, the files.
    browser.go(&format!("{WHOLE}{STATEMENT}/")).await;
    let page = browser.text("main").await;
    assert!(
        page.contains("Share and cite") && page.contains("Jo Lind (Mayor), 9 March 2021:"),
        "{page}"
    );
    assert!(
        !page.contains("Copy link"),
        "a button that does nothing is shown: {page}"
    );
    browser
        .client
        .find(Locator::LinkText("BibTeX"))
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    // On the page of the whole dispute, the control leads to that section.
    browser.go(WHOLE).await;
    browser
        .click(&format!("#{POINT} .point__head [data-share]"))
        .await;
    comes_to(&browser, &format!("{WHOLE}{POINT}/#_share")).await;
}

/// The link preview of every page of the large site: its card exists in the right
/// size, and both sides are in its description.
#[test]
fn every_page_has_its_preview() {
    let folder = site("repo");
    let library = says_who_files::library(
        &std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture-large"),
    )
    .unwrap();
    let mut cards = 0;
    for page in files(&folder) {
        let below = page
            .strip_prefix(&folder)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        if !below.ends_with(".html") || below.starts_with("embed/") {
            continue;
        }
        let html = fs::read_to_string(&page).unwrap();
        let content = |name: &str| {
            let after = html
                .split_once(name)
                .unwrap_or_else(|| panic!("{below} has no {name}"))
                .1;
            after
                .split_once("content=\"")
                .unwrap()
                .1
                .split_once('"')
                .unwrap()
                .0
                .to_owned()
        };
        let card = content("og:image\"");
        let file = card
            .strip_prefix("https://example.org/repo/")
            .unwrap()
            .split('?')
            .next()
            .unwrap();
        let png = fs::read(folder.join(file)).unwrap();
        assert_eq!(&png[1..4], b"PNG");
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), (1200, 630), "{file}");
        assert_eq!(content("name=\"twitter:card\""), "summary_large_image");
        let (description, same) = (content("name=\"description\""), content("og:description\""));
        assert_eq!(description, same);
        let dispute = below.split_once('/').map(|(first, _)| first);
        // The "about" page belongs to neither side.
        if let Some(dispute) = dispute.filter(|first| *first != "about") {
            let sides = &library.dispute(dispute).unwrap().sides;
            for says in [&sides.first.says, &sides.second.says] {
                assert!(
                    description.contains(&format!("{says}: ")),
                    "{below}: {description}"
                );
            }
            assert!(content("og:image:alt\"").contains(&description));
            assert!(
                html.contains("rel=\"canonical\"") || html.contains("noindex"),
                "{below}"
            );
        }
        cards += 1;
    }
    assert!(cards > 100, "{cards}");
}

/// oEmbed: what other sites request to embed a page.
#[test]
fn every_item_has_an_oembed_answer() {
    let folder = site("repo");
    let mut answers = 0;
    for file in files(&folder) {
        if file.file_name().unwrap() != "oembed.json" {
            continue;
        }
        let answer: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        assert_eq!(
            (&answer["version"], &answer["type"]),
            (&json!("1.0"), &json!("rich"))
        );
        let frame = answer["html"].as_str().unwrap();
        let source = frame
            .split_once("src=\"https://example.org/repo/")
            .unwrap()
            .1
            .split_once('"')
            .unwrap()
            .0;
        let framed = fs::read_to_string(folder.join(source).join("index.html")).unwrap();
        assert!(
            framed.contains("<base target=\"_blank\">") && !framed.contains("<script src"),
            "{source}"
        );
        let height = &answer["height"];
        assert!(frame.contains(&format!(" height=\"{height}\"")), "{source}");
        assert_eq!(answer["width"], json!(640), "{source}");
        let page = fs::read_to_string(file.with_file_name("index.html")).unwrap();
        assert!(
            page.contains("type=\"application/json+oembed\""),
            "{}",
            file.display()
        );
        answers += 1;
    }
    assert!(answers > 100, "{answers}");
}
