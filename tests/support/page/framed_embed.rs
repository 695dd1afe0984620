//! An embed page in the first frame of a document of the same origin.

use serde_json::json;

use super::eval_text;
use crate::Browser;

/// What is visible in the frame without scrolling. See [`VisibleParts`].
const VISIBLE_PARTS: &str = "
    const page = frames[0].document;
    const foot = page.querySelector('.framed__back').getBoundingClientRect();
    const isVisible = (box) => box !== undefined && box.top >= 0 && box.bottom <= foot.top + 1;
    const first = (cell) => {
      const words = page.createRange();
      words.selectNodeContents(cell.querySelector('.wording, .absence__kind'));
      return words.getClientRects()[0];
    };
    const cells = [...page.querySelectorAll('.cell')];
    return [
      page.documentElement.scrollHeight <= frames[0].innerHeight,
      cells.map((cell) => isVisible(first(cell))),
      cells.map((cell) => isVisible(cell.querySelector('.cell__head').getBoundingClientRect())),
      foot.bottom <= frames[0].innerHeight + 1 && foot.top >= 0,
    ];";

/// The embed page in the first frame, seen from the document around it, which has the
/// same origin.
pub struct FramedEmbed<'b>(pub &'b Browser);

/// What is visible in the frame without scrolling.
#[derive(Debug)]
pub struct VisibleParts {
    /// Whether the whole page is visible.
    pub all: bool,
    /// Whether the first line of each side is visible.
    pub words: Vec<bool>,
    /// Whether the heading of each side is visible.
    pub heads: Vec<bool>,
    /// Whether the link back to the site is visible.
    pub back: bool,
}

impl FramedEmbed<'_> {
    /// Waits until the page is parsed up to its link back to the site.
    pub async fn wait_until_parsed(&self) {
        self.0
            .wait("return frames[0].document.querySelector('.framed__back') != null")
            .await;
    }

    /// Waits until the page is there with all its files.
    pub async fn wait_until_complete(&self) {
        self.0
            .wait("return frames[0].document.querySelector('.framed__back') !== null && frames[0].document.readyState === 'complete'")
            .await;
    }

    /// What is visible in the frame without scrolling.
    pub async fn visible_parts(&self) -> VisibleParts {
        let parts = self.0.eval(VISIBLE_PARTS).await;
        let (all, words, heads, back) = serde_json::from_value(parts).unwrap();
        VisibleParts {
            all,
            words,
            heads,
            back,
        }
    }

    /// Whether statements of others come before those of the sides.
    pub async fn begins_with_others(&self) -> bool {
        self.0
            .eval("return frames[0].document.querySelector('.point-row__others ~ .point-row__cells') !== null")
            .await
            == json!(true)
    }

    /// The text of the page.
    pub async fn text(&self) -> String {
        eval_text(
            self.0,
            "return frames[0].document.querySelector('.framed').innerText",
        )
        .await
    }

    /// The number of scripts that the page loads.
    pub async fn loaded_script_count(&self) -> u64 {
        self.0
            .eval("return frames[0].document.querySelectorAll('script[src]').length")
            .await
            .as_u64()
            .unwrap()
    }

    /// The window in which the links of the page open, unless they say another.
    pub async fn link_target(&self) -> String {
        eval_text(
            self.0,
            "return frames[0].document.querySelector('base').target",
        )
        .await
    }

    /// Follows the link to the page's own URL by script.
    pub async fn follow_own_link(&self) {
        self.0
            .eval("frames[0].document.querySelector('.framed__address a').click()")
            .await;
    }
}
