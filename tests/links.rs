//! Links and sharing, in three browser engines. Each scenario is one function, which
//! reports what an engine does not support.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use std::fs;

use fantoccini::Locator;
use fantoccini::key::Key;
use says_who_tests::{
    Browser, Engine, Script, base, files, in_every_engine, lacks, site, with_boot,
};
use serde_json::{Value, json};

in_every_engine! {
    a_link_unfolds_focuses_and_marks_its_target,
    a_link_scrolls_to_its_target_before_and_after_the_app_starts,
    the_scroll_position_of_an_active_reader_is_kept,
    back_forward_and_reload,
    back_from_another_document_restores_scroll_and_focus,
    mangled_ids_aliases_and_removed_ids,
    an_unknown_id_shows_a_notice_with_suggestions,
    unknown_query_parameters_are_kept,
    a_text_fragment_still_scrolls_to_its_text,
    every_kind_of_item_has_both_sides,
    a_link_to_an_older_version_shows_a_notice,
    copying_links_and_quotations,
    copying_falls_back_without_the_clipboard_api,
    the_share_dialog,
    the_native_share_sheet,
    an_embed_on_another_page,
    the_share_index,
    hostile_addresses,
    without_script,
}

/// The explainer of the small dispute. Its site has the base path `/a/b/`.
const EXPLAINER: &str = "bridge-repair/";
const STATEMENT: &str = "mayor-never-saw-it";
const POINT: &str = "notice-given";

/// A script that returns whether an item is the active link target: unfolded,
/// focused, the only one marked, and in the upper half of the viewport below the
/// sticky headings (or lower, if the page can't scroll further).
fn is_active_target(id: &str) -> String {
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

async fn open_small(engine: Engine) -> Browser {
    Browser::open_in(engine, "a-b", Script::On).await
}

/// The path, query and fragment of the current URL.
async fn current_path(browser: &Browser) -> String {
    let path = browser
        .eval("return location.pathname + location.search + location.hash")
        .await;
    path.as_str().unwrap().to_owned()
}

/// Clicks by script: the link may be off-screen or covered.
async fn click_by_script(browser: &Browser, selector: &str) {
    browser
        .eval(&format!(
            "document.querySelector({}).click()",
            json!(selector)
        ))
        .await;
}

async fn a_link_unfolds_focuses_and_marks_its_target(engine: Engine) {
    let browser = open_small(engine).await;
    browser
        .goto_hydrated(&format!("{EXPLAINER}#{STATEMENT}"))
        .await;
    browser.wait(&is_active_target(STATEMENT)).await;

    // Follow another link on the page, then this one twice: it unfolds a folded
    // target, and never folds an unfolded one.
    browser
        .eval(&format!(
            "const link = document.createElement('a'); link.href = '#{STATEMENT}'; link.id = '_test';
             document.querySelector('main').append(link)"
        ))
        .await;
    click_by_script(&browser, &format!(".contents a[href='#{POINT}']")).await;
    browser.wait(&is_active_target(POINT)).await;
    for _ in 0..2 {
        browser
            .eval(&format!(
                "document.querySelector('#{STATEMENT} > details').open = false"
            ))
            .await;
        click_by_script(&browser, "#_test").await;
        browser.wait(&is_active_target(STATEMENT)).await;
        click_by_script(&browser, "#_test").await;
        browser.wait(&is_active_target(STATEMENT)).await;
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

    // Edit the fragment in the URL.
    browser.eval("location.hash = '#closure-letter'").await;
    browser.wait(&is_active_target("closure-letter")).await;
    // Go from an item's page to the item in the explainer.
    browser
        .goto_hydrated(&format!("{EXPLAINER}{STATEMENT}/"))
        .await;
    browser.click(".item__whole a").await;
    browser.wait(&is_active_target(STATEMENT)).await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn a_link_scrolls_to_its_target_before_and_after_the_app_starts(engine: Engine) {
    let folder = with_boot(
        "a-b",
        Some("await new Promise((go) => { window.go = go; });"),
    );
    let browser = Browser::open_folder(engine, folder.path(), base("a-b"), Script::On).await;
    browser.goto(&format!("{EXPLAINER}#{STATEMENT}")).await;
    let is_in_viewport = format!(
        "const top = document.getElementById('{STATEMENT}').getBoundingClientRect().top;
         return scrollY > 0 && top >= document.querySelector('.ledger__heads').offsetHeight && top < innerHeight / 2"
    );
    browser.wait(&is_in_viewport).await;
    // Before the app starts, the browser has scrolled to the target and folding
    // works. Hydration keeps what the reader has unfolded.
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
    browser.wait(&is_active_target(STATEMENT)).await;
    let open = browser
        .eval("return document.querySelector('#engineer-sent-letter > details').open")
        .await;
    assert_eq!(open, json!(true));
}

async fn the_scroll_position_of_an_active_reader_is_kept(engine: Engine) {
    let folder = with_boot(
        "a-b",
        Some("await new Promise((go) => { window.go = go; });"),
    );
    // The wait stands at the start of the boot script. Move it below the boot
    // script's listeners, which have to hear the reader scroll.
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
    browser.goto(&format!("{EXPLAINER}#{STATEMENT}")).await;
    browser
        .wait("return scrollY > 0 && typeof window.go === 'function'")
        .await;
    browser.eval("dispatchEvent(new WheelEvent('wheel'))").await;
    // Retry, because WebKit may scroll to the fragment again while the page loads.
    browser
        .wait("if (scrollY !== 40) { scrollTo(0, 40); return false; } return true")
        .await;
    browser.eval("window.go()").await;
    browser
        .wait("return document.querySelector('[data-here]') !== null")
        .await;
    assert_eq!(browser.eval("return scrollY").await, json!(40));
}

// Uses real clicks: on back, browsers skip history entries that were added without
// user activation.
async fn back_forward_and_reload(engine: Engine) {
    let browser = open_small(engine).await;
    browser.goto_hydrated(EXPLAINER).await;
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
    browser.wait(&is_active_target("who-pays")).await;
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
    // Focus returns to the link that was followed; its item is marked and visible.
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
        "navigation reloaded the page"
    );

    // Scroll away and reload: the URL's target takes precedence over the scroll
    // position.
    browser.eval("scrollTo(0, 0)").await;
    browser.wait("return scrollY === 0").await;
    browser.client.refresh().await.unwrap();
    browser
        .wait("return document.querySelector('#app')?.dataset.app === 'ready'")
        .await;
    browser.wait(&is_active_target("who-pays")).await;
}

async fn back_from_another_document_restores_scroll_and_focus(engine: Engine) {
    let browser = open_small(engine).await;
    browser.goto_hydrated(EXPLAINER).await;
    let link = ".contents a[href='#who-pays']";
    browser
        .eval(&format!(
            "document.querySelector(\"{link}\").scrollIntoView({{ block: 'center' }})"
        ))
        .await;
    browser.wait("return scrollY > 0").await;
    let top = browser.eval("return Math.round(scrollY)").await;
    browser.click(link).await;
    browser.wait(&is_active_target("who-pays")).await;
    // Open another document. The first step back returns to the link's target, the
    // second to the link.
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

async fn mangled_ids_aliases_and_removed_ids(engine: Engine) {
    let browser = open_small(engine).await;
    let base = base("a-b");
    for hash in [
        "Mayor-Never-Saw-It",
        "%6Dayor%2Dnever-saw-it",
        "MAYOR-NEVER-SAW-IT",
        "mayor-never-saw-it).",
    ] {
        browser.goto_hydrated("").await;
        browser.goto_hydrated(&format!("{EXPLAINER}#{hash}")).await;
        browser.wait(&is_active_target(STATEMENT)).await;
        assert_eq!(
            current_path(&browser).await,
            format!("{base}{EXPLAINER}#{STATEMENT}"),
            "{hash}"
        );
    }
    // An alias redirects, in the fragment and in the path.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!("{EXPLAINER}#was-notice-given"))
        .await;
    browser.wait(&is_active_target(POINT)).await;
    assert_eq!(
        current_path(&browser).await,
        format!("{base}{EXPLAINER}#{POINT}")
    );
    browser
        .goto_hydrated(&format!("{EXPLAINER}was-notice-given/?x=1"))
        .await;
    assert_eq!(
        current_path(&browser).await,
        format!("{base}{EXPLAINER}{POINT}/?x=1")
    );
    assert!(browser.text("h1").await.contains("Was notice given"));
    // For a mangled path, the server sends its error page, which redirects.
    browser.goto_hydrated("Bridge-Repair/WHO%2DPAYS").await;
    browser
        .wait("return document.querySelector('.item') !== null")
        .await;
    assert_eq!(
        current_path(&browser).await,
        format!("{base}{EXPLAINER}who-pays/")
    );
    // A removed item says why it was removed, in the explainer and on its own page;
    // its page also says when.
    browser
        .goto_hydrated(&format!("{EXPLAINER}#mayor-first-remark"))
        .await;
    browser.wait(&is_active_target("mayor-first-remark")).await;
    assert!(
        browser
            .text("#mayor-first-remark")
            .await
            .contains("The remark was about another bridge.")
    );
    browser
        .goto_hydrated(&format!("{EXPLAINER}mayor-first-remark/"))
        .await;
    let gone = browser.text("main").await;
    assert!(
        gone.contains("14 March 2021") && gone.contains("another bridge"),
        "{gone}"
    );
}

async fn an_unknown_id_shows_a_notice_with_suggestions(engine: Engine) {
    let browser = open_small(engine).await;
    // In the explainer, as a notice.
    browser
        .goto_hydrated(&format!("{EXPLAINER}#mayor-never-saw"))
        .await;
    browser
        .wait("return document.activeElement.id === '_missing'")
        .await;
    let notice = browser.text("#_missing").await;
    assert!(
        notice.contains("“mayor-never-saw”") && notice.contains(STATEMENT),
        "{notice}"
    );
    click_by_script(&browser, "#_missing a").await;
    browser
        .wait("return document.querySelector('.item') !== null")
        .await;
    // On the server's error page.
    browser
        .goto_hydrated(&format!("{EXPLAINER}mayor-never-saw/"))
        .await;
    browser
        .wait("return document.querySelector('main').innerText.includes('“mayor-never-saw”')")
        .await;
    let page = browser.text("main").await;
    assert!(
        page.contains(STATEMENT) && page.contains("Who pays for the detour?"),
        "{page}"
    );
    // The notice disappears when the URL changes.
    browser
        .goto_hydrated(&format!("{EXPLAINER}#no-such-thing"))
        .await;
    browser
        .wait("return document.querySelector('#_missing') !== null")
        .await;
    browser.eval("location.hash = '#who-pays'").await;
    browser
        .wait("return document.querySelector('#_missing') === null")
        .await;
}

async fn unknown_query_parameters_are_kept(engine: Engine) {
    let browser = open_small(engine).await;
    browser
        .goto_hydrated(&format!("{EXPLAINER}?from=mail&v=zzz#{STATEMENT}"))
        .await;
    browser.wait(&is_active_target(STATEMENT)).await;
    assert_eq!(
        current_path(&browser).await,
        format!("{}{EXPLAINER}?from=mail&v=zzz#{STATEMENT}", base("a-b"))
    );
    browser
        .goto_hydrated(&format!("{EXPLAINER}?from=mail#was-notice-given"))
        .await;
    browser.wait(&is_active_target(POINT)).await;
    assert_eq!(
        current_path(&browser).await,
        format!("{}{EXPLAINER}?from=mail#{POINT}", base("a-b"))
    );
}

async fn a_text_fragment_still_scrolls_to_its_text(engine: Engine) {
    let browser = open_small(engine).await;
    let words = "The%20town%27s%20register%20of%20incoming%20mail";
    browser.goto_hydrated("").await;
    // Engines honor a text fragment only in a browsing context group of its own or
    // after user activation. A click by the driver counts as user activation.
    browser
        .eval(&format!(
            "const link = document.createElement('a'); link.textContent = 'to the text'; link.id = '_test';
             link.rel = 'noopener'; link.href = '{EXPLAINER}?fresh#who-pays:~:text={words}';
             document.querySelector('main').prepend(link)"
        ))
        .await;
    browser.click("#_test").await;
    browser.wait("return document.querySelector('#app')?.dataset.app === 'ready' && document.querySelector('.opening') !== null").await;
    browser
        .wait("return document.querySelector('#who-pays').hasAttribute('data-here')")
        .await;
    // Browsers strip the text directive from the URL, so the app can't see it. The
    // item is marked in any case.
    let supports_text_fragments = browser.eval("return 'fragmentDirective' in document").await;
    assert_eq!(browser.console().await, Vec::<String>::new());
    let is_in_viewport = |id: &str| {
        format!(
            "const box = document.getElementById('{id}').getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight"
        )
    };
    if supports_text_fragments == json!(true) {
        browser.wait(&is_in_viewport("letter-received")).await;
    } else {
        lacks(engine, "text fragments: the link leads to the item");
        browser.wait(&is_in_viewport("who-pays")).await;
    }
}

async fn every_kind_of_item_has_both_sides(engine: Engine) {
    let browser = open_small(engine).await;
    for id in [
        POINT,
        STATEMENT,
        "courier-saw-copy",
        "closure-letter",
        "bridge-closed",
        "letter-received",
        "radio-bridge",
    ] {
        browser.goto_hydrated(&format!("{EXPLAINER}{id}/")).await;
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
        // The link to the explainer leads to the item there.
        click_by_script(&browser, ".item__whole a").await;
        browser.wait(&is_active_target(id)).await;
    }
    // On its own page, a statement is first in its cell, and only its sourcing is
    // unfolded.
    browser
        .goto_hydrated(&format!("{EXPLAINER}{STATEMENT}/"))
        .await;
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
    // The links to the neighbours lead from point to point.
    browser.goto_hydrated(&format!("{EXPLAINER}{POINT}/")).await;
    browser.click(".neighbours__next a").await;
    browser
        .wait("return location.pathname.endsWith('/who-pays/')")
        .await;
}

async fn a_link_to_an_older_version_shows_a_notice(engine: Engine) {
    let browser = open_small(engine).await;
    let notice = "return document.querySelector('#_changed')?.innerText ?? null";
    browser
        .goto_hydrated(&format!("{EXPLAINER}engineer-sent-letter/?v=aearlier"))
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
    // A change to a statement also changes its point.
    browser
        .goto_hydrated(&format!("{EXPLAINER}{POINT}/?v=abefore2"))
        .await;
    browser
        .wait("return document.querySelector('#_changed') !== null")
        .await;
    // Navigating to another page removes the notice.
    browser.click(".neighbours__next a").await;
    browser.wait("return location.pathname.endsWith('/who-pays/') && document.querySelector('#_changed') === null").await;
    // A current, unknown, malformed or missing version shows no notice.
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
            .goto_hydrated(&format!("{EXPLAINER}engineer-sent-letter/{query}"))
            .await;
        assert_eq!(browser.eval(notice).await, Value::Null, "{query}");
    }
}

/// Replaces the clipboard with one that records in `window.copied`.
const FAKE_CLIPBOARD: &str = "window.copied = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
      writeText: (text) => { window.copied.push(text); return Promise.resolve(); } } })";

/// The message in the live region: that of the open dialog, or of the page.
const LAST_MESSAGE: &str = "return (document.querySelector('dialog[open] [role=status]') ?? document.querySelector('[role=status]')).innerText";

async fn copying_links_and_quotations(engine: Engine) {
    let browser = open_small(engine).await;
    browser.goto_hydrated(EXPLAINER).await;
    browser.eval(FAKE_CLIPBOARD).await;
    let before = (
        current_path(&browser).await,
        browser.eval("return history.length").await,
    );
    // Each item's control has an accessible name of its own.
    let items = browser
        .eval("return document.querySelectorAll('main .more').length")
        .await;
    let items = items.as_u64().unwrap();
    let names = browser
        .eval("return new Set([...document.querySelectorAll('main .more')].map((one) => one.ariaLabel)).size")
        .await;
    assert_eq!(names, json!(items));
    browser.click(".all-sources button").await;
    click_by_script(&browser, ".opening [data-copy=link]").await;
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
        click_by_script(&browser, "dialog[open] [data-copy=link]").await;
        browser
            .wait(&format!("return window.copied.length === {}", index + 2))
            .await;
        browser
            .wait(&format!("{LAST_MESSAGE}.includes('Link copied')"))
            .await;
        click_by_script(&browser, "dialog[open] .panel__foot button").await;
        ids.push(id.as_str().unwrap().to_owned());
    }
    assert!(ids.len() > 12, "too few items with a control: {ids:?}");
    let copied = browser.eval("return window.copied").await;
    let host = browser.address.clone();
    for (id, link) in ids.iter().zip(copied.as_array().unwrap()) {
        let link = link.as_str().unwrap();
        let expected = if id.is_empty() {
            format!("{host}{EXPLAINER}")
        } else {
            format!("{host}{EXPLAINER}{id}/?v=")
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
            current_path(&browser).await,
            browser.eval("return history.length").await
        )
    );
    // A copied link opens the item without a change notice.
    let link = copied[1]
        .as_str()
        .unwrap()
        .strip_prefix(&host)
        .unwrap()
        .to_owned();
    browser.goto_hydrated(&link).await;
    assert_eq!(
        browser
            .eval("return document.querySelector('#_changed')")
            .await,
        Value::Null
    );

    // Use the real clipboard: copy by a click, paste with the keyboard.
    browser
        .goto_hydrated(&format!("{EXPLAINER}{STATEMENT}/"))
        .await;
    browser.click("[data-copy=quotation]").await;
    browser
        .wait(&format!("{LAST_MESSAGE}.includes('copied')"))
        .await;
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
            "“We never saw it <or> heard of it.”\n— Jo Lind (Mayor), 9 March 2021, quoted from: The Valley Courier. {host}{EXPLAINER}{STATEMENT}/"
        ))
    );
}

async fn copying_falls_back_without_the_clipboard_api(engine: Engine) {
    let browser = open_small(engine).await;
    for refusal in [
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new Error('no')) } })",
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })",
    ] {
        browser
            .goto_hydrated(&format!("{EXPLAINER}{STATEMENT}/"))
            .await;
        let control = "main .controls [data-copy=link]";
        browser.eval(refusal).await;
        // Next, the app tries the legacy API, `execCommand`.
        browser
            .eval("document.execCommand = (name) => { window.by = [name, String(getSelection()) || document.activeElement.value]; return true; }")
            .await;
        click_by_script(&browser, control).await;
        browser
            .wait(&format!("{LAST_MESSAGE}.includes('Link copied')"))
            .await;
        let by = browser.eval("return window.by").await;
        assert_eq!(by[0], json!("copy"));
        assert!(
            by[1]
                .as_str()
                .unwrap()
                .contains(&format!("{EXPLAINER}{STATEMENT}/?v=")),
            "{by}"
        );
        // If that fails too, a dialog shows the text, selected, to copy by hand.
        browser.eval("document.execCommand = () => false").await;
        click_by_script(&browser, control).await;
        browser
            .wait("return document.querySelector('dialog[open] textarea') !== null")
            .await;
        browser
            .wait("const field = document.querySelector('dialog[open] textarea');
                   return field === document.activeElement && field.selectionEnd === field.value.length && field.value.length > 30")
            .await;
        click_by_script(&browser, "dialog[open] .panel__foot button").await;
        browser
            .wait("return document.querySelector('dialog[open]') === null")
            .await;
    }
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn the_share_dialog(engine: Engine) {
    let browser = open_small(engine).await;
    browser.goto_hydrated(EXPLAINER).await;
    let before = (
        current_path(&browser).await,
        browser.eval("return history.length").await,
    );
    let control = format!("#{POINT} .point__head [data-share]");
    for _ in 0..2 {
        browser
            .eval(&format!("document.querySelector('{control}').focus()"))
            .await;
        click_by_script(&browser, &control).await;
        browser
            .wait("return document.querySelector('dialog[open] .share') !== null")
            .await;
        browser.eval(FAKE_CLIPBOARD).await;
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
            click_by_script(&browser, &format!("dialog[open] [data-copy=\"{what}\"]")).await;
            browser
                .wait(&format!(
                    "return window.copied.at(-1)?.startsWith({}) === true",
                    json!(shows)
                ))
                .await;
        }
        browser
            .wait(&format!("{LAST_MESSAGE}.includes('Embed code copied')"))
            .await;
        // The message is in the dialog, because screen readers don't announce live
        // regions outside a modal dialog.
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
        // When the dialog opens again, the old message is gone.
        click_by_script(&browser, &control).await;
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
            current_path(&browser).await,
            browser.eval("return history.length").await
        )
    );
    // The citation is also a file.
    let file = browser.eval("const asked = new XMLHttpRequest(); asked.open('GET', 'notice-given/cite.bib', false); asked.send(); return asked.responseText").await;
    assert!(
        file.as_str()
            .unwrap()
            .starts_with("@misc{bridge-repair/notice-given,"),
        "{file}"
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn the_native_share_sheet(engine: Engine) {
    // None of the three engines has a share sheet on Linux. Add a fake one before
    // the app starts.
    let folder = with_boot(
        "a-b",
        Some(
            "window.sent = []; navigator.share = (data) => { window.sent.push(data); return window.refuse ? Promise.reject(new DOMException('', window.refuse)) : Promise.resolve(); };",
        ),
    );
    let browser = Browser::open_folder(engine, folder.path(), base("a-b"), Script::On).await;
    browser.goto_hydrated(&format!("{EXPLAINER}{POINT}/")).await;
    browser.click(".share__device").await;
    browser.wait("return window.sent.length === 1").await;
    let sent = browser.eval("return window.sent[0]").await;
    assert_eq!(sent["title"], json!("Was notice given before the closure?"));
    assert!(
        sent["url"]
            .as_str()
            .unwrap()
            .contains(&format!("{EXPLAINER}{POINT}/?v=")),
        "{sent}"
    );
    // If the reader cancels, nothing happens. If the browser refuses to share, the
    // link is copied.
    browser.eval(FAKE_CLIPBOARD).await;
    browser.eval("window.refuse = 'AbortError'").await;
    browser.click(".share__device").await;
    browser.wait("return window.sent.length === 2").await;
    browser.eval("window.refuse = 'NotAllowedError'").await;
    browser.click(".share__device").await;
    browser.wait("return window.copied.length === 1").await;
    // Without a share sheet, its button is hidden.
    let browser = open_small(engine).await;
    browser.goto_hydrated(&format!("{EXPLAINER}{POINT}/")).await;
    assert_eq!(
        browser.eval("return 'share' in navigator").await,
        json!(false),
        "{engine:?} has a share sheet: test it"
    );
    assert_eq!(
        browser
            .eval("return document.querySelector('.share__device').offsetWidth")
            .await,
        json!(0)
    );
}

async fn an_embed_on_another_page(engine: Engine) {
    let folder = with_boot("a-b", Some(""));
    let host = format!(
        "<!doctype html><title>Another page</title><h1>Another page</h1><iframe id=frame src=\"{}embed/{EXPLAINER}{STATEMENT}/\" width=700 height=480></iframe>",
        base("a-b")
    );
    fs::write(folder.path().join("host.html"), host).unwrap();
    let browser = Browser::open_folder(engine, folder.path(), base("a-b"), Script::On).await;
    browser.goto("host.html").await;
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
    // The link to its own URL opens in the top window, other links in a new one.
    let other = browser
        .eval(
            "return document.getElementById('frame').contentDocument.querySelector('base').target",
        )
        .await;
    assert_eq!(other, json!("_blank"));
    browser.eval("document.getElementById('frame').contentDocument.querySelector('.framed__address a').click()").await;
    browser
        .wait(&format!(
            "return location.pathname === '{}{EXPLAINER}{STATEMENT}/'",
            base("a-b")
        ))
        .await;
    // Explainers, aliases, removed items and sources have embed pages too.
    for page in [
        "",
        "was-notice-given/",
        "mayor-first-remark/",
        "radio-bridge/",
    ] {
        browser.goto(&format!("embed/{EXPLAINER}{page}")).await;
        assert!(
            browser.text("main").await.contains("As of 10 March 2021"),
            "{page}"
        );
    }
}

async fn the_share_index(engine: Engine) {
    let browser = open_small(engine).await;
    browser.goto_hydrated(EXPLAINER).await;
    click_by_script(&browser, ".contents__sections > li:last-child > a").await;
    browser
        .wait("return document.querySelectorAll('.share-entry').length > 12")
        .await;
    browser.eval("document.querySelectorAll('.share-entry img').forEach((card) => { card.loading = 'eager'; })").await;
    browser
        .wait("return [...document.querySelectorAll('.share-entry img')].every((card) => card.complete && card.naturalWidth === 1200 && card.naturalHeight === 630)")
        .await;
    browser.eval(FAKE_CLIPBOARD).await;
    click_by_script(
        &browser,
        ".share-entry [data-copy=\"cite.txt\"][data-item=radio-bridge]",
    )
    .await;
    browser.wait("return window.copied[0]?.startsWith('Valley Radio, 9 March 2021: Mayor on the bridge.') === true").await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn hostile_addresses(engine: Engine) {
    let browser = open_small(engine).await;
    let long = "a-".repeat(4000);
    let mut addresses = vec![
        format!("{EXPLAINER}#%3Cimg%20src=x%20onerror=window.hit=1%3E"),
        format!("{EXPLAINER}#javascript:window.hit=1"),
        format!("{EXPLAINER}#{long}"),
        format!("{EXPLAINER}#%"),
        format!("{EXPLAINER}#%ff%fe%00"),
        format!("{EXPLAINER}#__proto__"),
        format!("{EXPLAINER}#constructor"),
        format!("{EXPLAINER}#content"),
        format!("{EXPLAINER}#%E2%80%AEgnp.exe"),
        format!("{EXPLAINER}?v=%3Cscript%3Ewindow.hit=1%3C/script%3E&%FF=%&&&==#who-pays"),
        format!("{EXPLAINER}%3Cscript%3Ewindow.hit=1%3C%2Fscript%3E/"),
        format!("{EXPLAINER}..%2f..%2f..%2fetc%2fpasswd"),
        format!("{EXPLAINER}%00/%ff/"),
        format!("{EXPLAINER}{}/", "%20".repeat(500)),
        "%E2%80%AE/%F0%9F%92%A3/".to_owned(),
        "//evil.example/".to_owned(),
        ".//evil.example/%5c%5c".to_owned(),
    ];
    addresses.push(format!("{EXPLAINER}{}/", "x".repeat(2000)));
    for address in addresses {
        // Load another page first: a new fragment alone would not load anything.
        browser.goto_hydrated("").await;
        browser.goto_hydrated(&address).await;
        let found = browser
            .eval("return [document.querySelectorAll('#app script, #app img:not(.masthead__logo), #app iframe, #app [onerror]').length, window.hit ?? null,
                    document.querySelector('main').innerText.length > 20,
                    document.querySelector('main').innerText.includes('evil')]")
            .await;
        assert_eq!(found, json!([0, null, true, false]), "{address}");
        let errors: Vec<_> = browser
            .console()
            .await
            .into_iter()
            .filter(|line| !line.contains("status of 404"))
            .collect();
        assert_eq!(errors, Vec::<String>::new(), "{address}");
    }
}

/// Waits for a URL. Works where script is off.
async fn wait_for_url(browser: &Browser, path: &str) {
    let address = format!("{}{path}", browser.address).parse().unwrap();
    browser.client.wait().for_url(&address).await.unwrap();
}

async fn without_script(engine: Engine) {
    let folder;
    let browser = if engine == Engine::Webkit {
        lacks(
            engine,
            "a way to turn script off: the boot script is emptied instead",
        );
        folder = with_boot("a-b", None);
        Browser::open_folder(engine, folder.path(), base("a-b"), Script::On).await
    } else {
        Browser::open_in(engine, "a-b", Script::Off).await
    };
    let top = async |id: &str| {
        let element = browser.client.find(Locator::Id(id)).await.unwrap();
        let (_, y, _, _) = element.rectangle().await.unwrap();
        y
    };
    // The browser itself scrolls to the target of a fragment, aliases included.
    for (hash, id) in [
        (STATEMENT, STATEMENT),
        ("was-notice-given", POINT),
        ("mayor-first-remark", "mayor-first-remark"),
    ] {
        browser.goto("").await;
        browser.goto(&format!("{EXPLAINER}#{hash}")).await;
        assert!(browser.text(&format!("#{id}")).await.len() > 20);
        assert!(top(id).await > 0.0);
        if engine == Engine::Chromium || engine == Engine::Webkit {
            browser.wait(&format!("const top = document.getElementById('{id}').getBoundingClientRect().top; return top >= 0 && top < innerHeight")).await;
        } else {
            lacks(
                engine,
                "driver scripts on a page without script: the scroll position is not checked",
            );
        }
    }
    // An alias in the path redirects to the current URL.
    browser.goto(&format!("{EXPLAINER}was-notice-given/")).await;
    if engine == Engine::Webkit {
        lacks(
            engine,
            "pages without script: the redirect in <noscript> is not tested",
        );
    } else {
        browser
            .client
            .wait()
            .for_element(Locator::Css(".item"))
            .await
            .unwrap();
        wait_for_url(&browser, &format!("{EXPLAINER}{POINT}/")).await;
    }
    assert!(browser.text("h1").await.contains("Was notice given"));
    // Without script, a section of the page has the link, the citation and the
    // citation files.
    browser.goto(&format!("{EXPLAINER}{STATEMENT}/")).await;
    let page = browser.text("main").await;
    assert!(
        page.contains("Share and cite") && page.contains("Jo Lind (Mayor), 9 March 2021:"),
        "{page}"
    );
    assert!(
        !page.contains("Copy link"),
        "a button without effect is shown: {page}"
    );
    browser
        .client
        .find(Locator::LinkText("BibTeX"))
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    // In the explainer, the share control is a link to that section.
    browser.goto(EXPLAINER).await;
    browser
        .click(&format!("#{POINT} .point__head [data-share]"))
        .await;
    wait_for_url(&browser, &format!("{EXPLAINER}{POINT}/#_share")).await;
}

/// Every page of the large site has a link preview: its card exists and has the
/// right size, and its description names both sides.
#[test]
fn every_page_has_a_link_preview() {
    let folder = site("repo");
    let library = says_who_files::library(
        &std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture-large"),
    )
    .unwrap();
    let mut cards = 0;
    for page in files(&folder) {
        let path = page
            .strip_prefix(&folder)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        if !path.ends_with(".html") || path.starts_with("embed/") {
            continue;
        }
        let html = fs::read_to_string(&page).unwrap();
        let content = |name: &str| {
            let after = html
                .split_once(name)
                .unwrap_or_else(|| panic!("{path} has no {name}"))
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
        let (description, og_description) =
            (content("name=\"description\""), content("og:description\""));
        assert_eq!(description, og_description);
        let dispute = path.split_once('/').map(|(first, _)| first);
        // The "about" page belongs to no dispute.
        if let Some(dispute) = dispute.filter(|first| *first != "about") {
            let sides = &library.dispute(dispute).unwrap().sides;
            for says in [&sides.first.says, &sides.second.says] {
                assert!(
                    description.contains(&format!("{says}: ")),
                    "{path}: {description}"
                );
            }
            assert!(content("og:image:alt\"").contains(&description));
            assert!(
                html.contains("rel=\"canonical\"") || html.contains("noindex"),
                "{path}"
            );
        }
        cards += 1;
    }
    assert!(cards > 100, "{cards}");
}

/// Other sites request an item's oEmbed response to embed it.
#[test]
fn every_item_has_an_oembed_response() {
    let folder = site("repo");
    let mut responses = 0;
    for file in files(&folder) {
        if file.file_name().unwrap() != "oembed.json" {
            continue;
        }
        let response: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        assert_eq!(
            (&response["version"], &response["type"]),
            (&json!("1.0"), &json!("rich"))
        );
        let frame = response["html"].as_str().unwrap();
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
        let height = &response["height"];
        assert!(frame.contains(&format!(" height=\"{height}\"")), "{source}");
        assert_eq!(response["width"], json!(640), "{source}");
        let page = fs::read_to_string(file.with_file_name("index.html")).unwrap();
        assert!(
            page.contains("type=\"application/json+oembed\""),
            "{}",
            file.display()
        );
        responses += 1;
    }
    assert!(responses > 100, "{responses}");
}
