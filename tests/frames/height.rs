//! `embed.js` sets the height of a frame to what its page reports.

use says_who_tests::{Engine, FaultyServer, in_every_engine};
use serde_json::json;

use crate::host::{STATEMENT, enter_embed, open_host};

in_every_engine! {
    embed_js_sets_the_height_of_a_frame,
}

async fn embed_js_sets_the_height_of_a_frame(engine: Engine) {
    let site = FaultyServer::serve("a-b", |_, it| it).await;
    let page = format!("{}embed/{STATEMENT}", site.address);
    let body = format!(
        "<style>.around {{ box-sizing: border-box; padding: 0 }}</style>
         <iframe width=640 height=150 style='border:3px solid' src='{page}'></iframe>
         <iframe width=340 height=150 style='border:3px solid' class=around sandbox=allow-scripts src='{page}'></iframe>
         <iframe width=340 height=150 src='{}{STATEMENT}'></iframe>
         <script async src='{}embed.js'></script>",
        site.address, site.address
    );
    let browser = open_host(engine, &body).await;
    let heights = "[...document.querySelectorAll('iframe')].map((frame) => frame.clientHeight)";
    browser
        .wait(&format!(
            "return {heights}[0] > 200 && {heights}[1] > {heights}[0]"
        ))
        .await;
    for frame in [0, 1] {
        enter_embed(&browser, &[frame]).await;
        browser
            .wait("return Math.abs(innerHeight - document.documentElement.getBoundingClientRect().height) < 1.5
                     && document.documentElement.scrollHeight <= innerHeight")
            .await;
    }
    browser.switch_to_frame(&[]).await;
    // A page that is not an embed page sends no message.
    assert_eq!(
        browser.eval(&format!("return {heights}[2]")).await,
        json!(150)
    );

    // A narrower frame becomes taller.
    let before = browser.eval(&format!("return {heights}[0]")).await;
    browser
        .eval("document.querySelector('iframe').width = 300; scrollTo(0, 0)")
        .await;
    browser
        .wait(&format!("return {heights}[0] > {before}"))
        .await;

    // Messages from other frames are ignored, whatever they contain.
    let before = browser.eval(&format!("return {heights}")).await;
    browser
        .eval(
            "window.heard = 0;
             addEventListener('message', ({ data }) => { window.heard += data === 'done' ? 1 : 0; });
             const hostile = document.createElement('iframe');
             hostile.srcdoc = `<script>for (const height of [1e9, -1, NaN, 0, '700', {}, null, [9]]) parent.postMessage({ height }, '*');
               for (const other of [null, 5, 'height', []]) parent.postMessage(other, '*');
               parent.postMessage('done', '*')</script>`;
             document.body.append(hostile);",
        )
        .await;
    browser.wait("return window.heard === 1").await;
    let after = browser.eval(&format!("return {heights}.slice(0, 3)")).await;
    assert_eq!(before, after);
    // The site's own frames can't grow without limit, and only numbers count.
    enter_embed(&browser, &[0]).await;
    browser
        .eval("for (const height of [1e9, NaN, '1', null]) parent.postMessage({ height }, '*')")
        .await;
    browser.switch_to_frame(&[]).await;
    browser
        .wait(&format!("return {heights}[0] === 10000"))
        .await;
}
