//! The target of a link: the page unfolds it, scrolls to it, focuses and marks it.

use std::fs;

use says_who_tests::page::{
    Address, App, Document, Explainer, LinkTarget, Viewport, click_by_script,
};
use says_who_tests::{Engine, Start, base, files, in_every_engine, lacks, with_boot};
use serde_json::{Value, json};

use crate::{EXPLAINER, POINT, STATEMENT};

in_every_engine! {
    a_link_unfolds_focuses_and_marks_its_target,
    a_link_scrolls_to_its_target_before_and_after_the_app_starts,
    the_scroll_position_of_an_active_reader_is_kept,
    scrolling_right_after_a_link_is_not_undone,
    a_text_fragment_still_scrolls_to_its_text,
}

async fn a_link_unfolds_focuses_and_marks_its_target(engine: Engine) {
    let browser = Start::site("a-b")
        .open(engine, &format!("{EXPLAINER}#{STATEMENT}"))
        .await;
    Explainer(&browser).wait_for_target(STATEMENT).await;

    // Follow another link on the page, then this one twice: it unfolds a folded
    // target, and never folds an unfolded one.
    Document(&browser)
        .add_link("_test", &format!("#{STATEMENT}"), "to the statement")
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
    let browser = Start::folder(folder.path(), base("a-b"))
        .load(engine, &format!("{EXPLAINER}#{STATEMENT}"))
        .await;
    LinkTarget::new(&browser, STATEMENT)
        .wait_until_in_upper_half()
        .await;
    // Before the app starts, the browser has scrolled to the target and folding
    // works. Hydration keeps what the reader has unfolded.
    assert_eq!(App(&browser).state().await, Value::Null);
    Explainer(&browser)
        .set_unfolded("engineer-sent-letter", true)
        .await;
    App(&browser).wait_until_paused().await;
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
    let (start, first) = ("(async()=>{", "location.hash");
    let (listeners, rest) = rest.split_once(&format!("{start}{first}")).unwrap();
    fs::write(&boot, format!("{listeners}{start}{wait}{first}{rest}")).unwrap();

    let browser = Start::folder(folder.path(), base("a-b"))
        .load(engine, &format!("{EXPLAINER}#{STATEMENT}"))
        .await;
    App(&browser).wait_until_paused_and_scrolled().await;
    Viewport(&browser).turn_wheel().await;
    // Retry, because WebKit may scroll to the fragment again while the page loads.
    Viewport(&browser).scroll_until_at(40).await;
    App(&browser).resume().await;
    Explainer(&browser).wait_for_mark().await;
    assert_eq!(Viewport(&browser).top().await, json!(40));
}

async fn scrolling_right_after_a_link_is_not_undone(engine: Engine) {
    let browser = Start::site("a-b").open(engine, EXPLAINER).await;
    let link = format!(".contents a[href='#{POINT}']");
    let before = Viewport(&browser)
        .scroll_right_after_link(&link, POINT, -150)
        .await;
    Viewport(&browser).settled_offset(POINT).await;
    assert_eq!(Viewport(&browser).top().await, before);
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn a_text_fragment_still_scrolls_to_its_text(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    let words = "The%20town%27s%20register%20of%20incoming%20mail";
    browser.goto_hydrated("").await;
    // Engines honor a text fragment only in a browsing context group of its own or
    // after user activation. A click by the driver counts as user activation.
    let href = format!("{EXPLAINER}?fresh#who-pays:~:text={words}");
    Document(&browser)
        .add_link("_test", &href, "to the text")
        .await;
    browser.click("#_test").await;
    App(&browser).wait_until_ready_on_explainer().await;
    Explainer(&browser).wait_until_marked("who-pays").await;
    // Browsers strip the text directive from the URL, so the app can't see it. The
    // item is marked in any case.
    let supports_text_fragments = Document(&browser).supports_text_fragments().await;
    assert_eq!(browser.console().await, Vec::<String>::new());
    if supports_text_fragments {
        Viewport(&browser).wait_for("letter-received").await;
    } else {
        lacks(engine, "text fragments: the link leads to the item");
        Viewport(&browser).wait_for("who-pays").await;
    }
}
