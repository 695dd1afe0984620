//! A page of another site that has the site's pages in frames: the heights of its
//! frames, and the messages from them.

use serde_json::json;

use crate::Browser;

/// An expression for the heights of the frames.
const HEIGHTS: &str = "[...document.querySelectorAll('iframe')].map((frame) => frame.clientHeight)";

/// A page of another site that has the site's pages in frames.
pub struct HostPage<'b>(pub &'b Browser);

impl HostPage<'_> {
    /// A script of the page that records the messages of the first frame, for
    /// [`HostPage::wait_for_height_message`] and [`HostPage::wait_for_link_message`].
    pub const RECORD_FIRST_FRAME: &'static str = "window.got = []; addEventListener('message', ({ data, source }) => { if (source === frames[0]) got.push(data); })";

    /// The heights of the frames without their borders.
    pub async fn frame_heights(&self) -> Vec<u64> {
        let heights = self.0.eval(&format!("return {HEIGHTS}")).await;
        serde_json::from_value(heights).unwrap()
    }

    /// Waits until the first frame is higher than this, and the second higher than the
    /// first.
    pub async fn wait_until_second_frame_is_highest(&self, height: u64) {
        self.0
            .wait(&format!(
                "return {HEIGHTS}[0] > {height} && {HEIGHTS}[1] > {HEIGHTS}[0]"
            ))
            .await;
    }

    /// Waits until the first frame is higher than this.
    pub async fn wait_until_first_frame_is_higher_than(&self, height: u64) {
        self.0
            .wait(&format!("return {HEIGHTS}[0] > {height}"))
            .await;
    }

    /// Waits until the first frame has this height.
    pub async fn wait_for_height_of_first_frame(&self, height: u64) {
        self.0
            .wait(&format!("return {HEIGHTS}[0] === {height}"))
            .await;
    }

    /// Sets the width of the first frame in CSS pixels.
    pub async fn set_width_of_first_frame(&self, width: u64) {
        self.0
            .eval(&format!("document.querySelector('iframe').width = {width}"))
            .await;
    }

    /// Adds a frame with a document of its own, and counts the messages of any frame that
    /// are equal to `end`, for [`HostPage::wait_for_end`].
    pub async fn add_frame(&self, document: &str, end: &str) {
        let (document, end) = (json!(document), json!(end));
        self.0
            .eval(&format!(
                "window.heard = 0;
             addEventListener('message', ({{ data }}) => {{ window.heard += data === {end} ? 1 : 0; }});
             const added = document.createElement('iframe');
             added.srcdoc = {document};
             document.body.append(added);"
            ))
            .await;
    }

    /// Waits until the added frame has sent its last message.
    pub async fn wait_for_end(&self) {
        self.0.wait("return window.heard === 1").await;
    }

    /// Waits until the first frame has sent a height above this, with a secret.
    pub async fn wait_for_height_message(&self, secret: &str, height: u64) {
        let secret = json!(secret);
        self.0
            .wait(&format!(
                "return got.some(({{ secret, message, value }}) => secret === {secret} && message === 'height' && value > {height})"
            ))
            .await;
    }

    /// Waits until the first frame has sent a link to open, with a secret.
    pub async fn wait_for_link_message(&self, secret: &str, link: &str) {
        let (secret, link) = (json!(secret), json!(link));
        self.0
            .wait(&format!(
                "return got.some(({{ secret, message, value }}) => secret === {secret} && message === 'link' && value === {link})"
            ))
            .await;
    }
}
