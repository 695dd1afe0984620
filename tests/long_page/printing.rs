//! The printed page has every point.

use fantoccini::wd::PrintConfiguration;
use says_who_tests::page::{Layout, Paper};
use says_who_tests::{Engine, in_chromium};

use crate::site::{SIZE, open};

in_chromium! {
    printing_includes_every_point,
}

async fn printing_includes_every_point(engine: Engine) {
    let browser = open(engine, "").await;
    // Keep a third of the points, because printing takes time.
    Paper(&browser).keep_every_third_point().await;
    let length = async || {
        let pdf = browser.client.print(PrintConfiguration::default()).await;
        pdf.unwrap().len()
    };
    let skipping = length().await;
    Layout(&browser).lay_out_everything().await;
    let laid_out = length().await;
    // The lengths are in bytes; only a page number or a date may differ.
    assert!(
        skipping.abs_diff(laid_out) < laid_out / 100,
        "{skipping} {laid_out}"
    );
    assert!(laid_out > 1_000 * SIZE.points, "{laid_out}");
}
