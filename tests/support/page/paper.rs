//! What matters when the page is printed.

use serde_json::json;

use crate::Browser;

/// The page as it is printed.
pub struct Paper<'b>(pub &'b Browser);

impl Paper<'_> {
    /// Whether the browser supports margin boxes, which have the page number.
    pub async fn has_margin_boxes(&self) -> bool {
        self.0.eval("return 'CSSMarginRule' in window").await == json!(true)
    }

    /// The elements and pseudo-elements of the ledger that browsers may paint as layers of
    /// their own, by their classes.
    pub async fn composited_elements(&self) -> Vec<String> {
        let elements = self
            .0
            .eval(
                "const found = new Set();
             for (const element of document.querySelectorAll('.ledger *')) {
               if (!element.checkVisibility()) continue;
               for (const part of ['', '::before', '::after']) {
                 const style = getComputedStyle(element, part);
                 if (part && style.content === 'none') continue;
                 const plain = style.position === 'static' && style.overflow === 'visible'
                   && style.clipPath === 'none' && style.opacity === '1'
                   && style.contentVisibility === 'visible' && style.transform === 'none';
                 if (!plain) found.add(element.className + part);
               }
             }
             return [...found]",
            )
            .await;
        serde_json::from_value(elements).unwrap()
    }

    /// Removes all points but every third.
    pub async fn keep_every_third_point(&self) {
        self.0
            .eval(
                "document.querySelectorAll('.ledger > .point').forEach((point, index) => {
               if (index % 3 !== 0) point.remove();
             })",
            )
            .await;
    }
}
