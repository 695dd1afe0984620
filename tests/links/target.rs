//! The target of a link: the page unfolds it, scrolls to it, focuses and marks it.

use std::fs;

use says_who_tests::page::{Address, App, Explainer, Viewport, click_by_script};
use says_who_tests::{Browser, Engine, Script, base, files, in_every_engine, lacks, with_boot};
use serde_json::{Value, json};

use crate::{EXPLAINER, POINT, STATEMENT, open_small};

in_every_engine! {
    a_link_unfolds_focuses_and_marks_its_target,
    a_link_scrolls_to_its_target_before_and_after_the_app_starts,
    the_scroll_position_of_an_active_reader_is_kept,
    a_text_fragment_still_scrolls_to_its_text,
}

async fn a_link_unfolds_focuses_and_marks_its_target(engine: Engine) {
    let browser = open_small(engine).await;
    browser
        .goto_hydrated(&format!("{EXPLAINER}#{STATEMENT}"))
        .await;
    Explainer(&browser).wait_for_target(STATEMENT).await;

    // Follow another link on the page, then this one twice: it unfolds a folded
    // target, and never folds an unfolded one.
    browser
        .eval(&format!(
            "const link = document.createElement('a'); link.href = '#{STATEMENT}'; link.id = '_test';
             document.querySelector('main').append(link)"
        ))
        .await;
    click_by_script(&browser, &format!(".contents a[href='#{POINT}']")).await;
    Explainer(&browser).wait_for_target(POINT).await;
    for _ in 0..2 {
        Explainer(&browser).set_unfolded(STATEMENT, false).await;
        click_by_script(&browser, "#_test").await;
        Explainer(&browser).wait_for_target(STATEMENT).await;
        click_by_script(&browser, "#_test").await;
        Explainer(&browser).wait_for_target(STATEMENT).await;
    }
    // Folding does not add a history entry.
    let before = Address(&browser).history_length().await;
    browser
        .click(&format!("#{STATEMENT} .sourcing__summary"))
        .await;
    Explainer(&browser).wait_until_folded(STATEMENT).await;
    assert_eq!(Address(&browser).history_length().await, before);

    // Edit the fragment in the URL.
    Address(&browser).set_hash("#closure-letter").await;
    Explainer(&browser).wait_for_target("closure-letter").await;
    // Go from an item's page to the item in the explainer.
    browser
        .goto_hydrated(&format!("{EXPLAINER}{STATEMENT}/"))
        .await;
    browser.click(".item__whole a").await;
    Explainer(&browser).wait_for_target(STATEMENT).await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn a_link_scrolls_to_its_target_before_and_after_the_app_starts(engine: Engine) {
    let folder = with_boot("a-b", Some(App::PAUSE));
    let browser = Browser::open_folder(engine, folder.path(), base("a-b"), Script::On).await;
    browser.goto(&format!("{EXPLAINER}#{STATEMENT}")).await;
    let is_in_viewport = format!(
        "const top = document.getElementById('{STATEMENT}').getBoundingClientRect().top;
         return scrollY > 0 && top >= document.querySelector('.ledger__heads').offsetHeight && top < innerHeight / 2"
    );
    browser.wait(&is_in_viewport).await;
    // Before the app starts, the browser has scrolled to the target and folding
    // works. Hydration keeps what the reader has unfolded.
    assert_eq!(App(&browser).state().await, Value::Null);
    Explainer(&browser)
        .set_unfolded("engineer-sent-letter", true)
        .await;
    browser.wait("return typeof window.go === 'function'").await;
    App(&browser).resume().await;
    App(&browser).wait_until_ready().await;
    Explainer(&browser).wait_for_target(STATEMENT).await;
    let open = Explainer(&browser)
        .is_unfolded("engineer-sent-letter")
        .await;
    assert_eq!(open, json!(true));
}

async fn the_scroll_position_of_an_active_reader_is_kept(engine: Engine) {
    let folder = with_boot("a-b", Some(App::PAUSE));
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
    App(&browser).resume().await;
    Explainer(&browser).wait_for_mark().await;
    assert_eq!(Viewport(&browser).top().await, json!(40));
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
    Explainer(&browser).wait_until_marked("who-pays").await;
    // Browsers strip the text directive from the URL, so the app can't see it. The
    // item is marked in any case.
    let supports_text_fragments = browser.eval("return 'fragmentDirective' in document").await;
    assert_eq!(browser.console().await, Vec::<String>::new());
    if supports_text_fragments == json!(true) {
        Viewport(&browser).wait_for("letter-received").await;
    } else {
        lacks(engine, "text fragments: the link leads to the item");
        Viewport(&browser).wait_for("who-pays").await;
    }
}
