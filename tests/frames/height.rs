//! `embed.js` sets the height of a frame to what its page reports.

use says_who_tests::page::{HostPage, Viewport};
use says_who_tests::{Engine, FaultyServer, in_every_engine};

use crate::host::{STATEMENT, enter_embed, open_host};

in_every_engine! {
    embed_js_sets_the_height_of_a_frame,
}

/// A document that sends messages which are not from an embed page, and last `done`.
const HOSTILE_FRAME: &str = "<script>for (const height of [1e9, -1, NaN, 0, '700', {}, null, [9]]) parent.postMessage({ height }, '*');
               for (const other of [null, 5, 'height', []]) parent.postMessage(other, '*');
               parent.postMessage('done', '*')</script>";

/// A script that sends heights from an embed page: one that is too large, and some that
/// are no heights.
const SEND_HEIGHTS: &str =
    "for (const height of [1e9, NaN, '1', null]) parent.postMessage({ height }, '*')";

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
    HostPage(&browser)
        .wait_until_second_frame_is_highest(200)
        .await;
    for frame in [0, 1] {
        enter_embed(&browser, &[frame]).await;
        Viewport(&browser).wait_until_page_fits().await;
    }
    browser.switch_to_frame(&[]).await;
    // A page that is not an embed page sends no message.
    let heights = HostPage(&browser).frame_heights().await;
    assert_eq!(heights[2], 150);

    // A narrower frame becomes taller.
    HostPage(&browser).set_width_of_first_frame(300).await;
    Viewport(&browser).scroll_to_top().await;
    HostPage(&browser)
        .wait_until_first_frame_is_higher_than(heights[0])
        .await;

    // Messages from other frames are ignored, whatever they contain.
    let before = HostPage(&browser).frame_heights().await;
    HostPage(&browser).add_frame(HOSTILE_FRAME, "done").await;
    HostPage(&browser).wait_for_end().await;
    let after = HostPage(&browser).frame_heights().await;
    assert_eq!(before, after[..3]);
    // The site's own frames can't grow without limit, and only numbers count.
    enter_embed(&browser, &[0]).await;
    browser.eval(SEND_HEIGHTS).await;
    browser.switch_to_frame(&[]).await;
    HostPage(&browser)
        .wait_for_height_of_first_frame(10_000)
        .await;
}
