//! Elements that a selector names: their texts, attributes, boxes, and whether they are
//! visible.

use serde_json::{Value, json};

use crate::Browser;

/// A JavaScript expression: whether the upper and the lower edge of `one` are in the
/// viewport.
const IS_ON_SCREEN: &str =
    "one.getBoundingClientRect().top >= 0 && one.getBoundingClientRect().bottom <= innerHeight";

/// The elements of the page that match a CSS selector. Methods about one element are
/// about the first.
pub struct Element<'b> {
    browser: &'b Browser,
    selector: &'b str,
}

/// The rectangle of an element in the viewport, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rectangle {
    /// The upper edge.
    pub top: f64,
    /// The lower edge.
    pub bottom: f64,
    /// The left edge.
    pub left: f64,
    /// The right edge.
    pub right: f64,
}

impl Rectangle {
    /// The distance from the left to the right edge.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// The distance from the upper to the lower edge.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }
}

impl<'b> Element<'b> {
    /// The elements that match a CSS selector.
    pub fn new(browser: &'b Browser, selector: &'b str) -> Self {
        Self { browser, selector }
    }

    /// The value of a JavaScript expression in which `all` are the elements and `one`
    /// is the first.
    async fn value(&self, expression: &str) -> Value {
        self.browser
            .eval(&format!(
                "const all = [...document.querySelectorAll({})], one = all[0]; return {expression}",
                json!(self.selector)
            ))
            .await
    }

    /// Waits until a JavaScript expression is `true`. See [`Element::value`].
    async fn wait_for(&self, expression: &str) {
        self.browser
            .wait(&format!(
                "const all = [...document.querySelectorAll({})], one = all[0]; return {expression}",
                json!(self.selector)
            ))
            .await;
    }

    /// The number of elements.
    pub async fn count(&self) -> u64 {
        self.value("all.length").await.as_u64().unwrap()
    }

    /// Whether there is such an element.
    pub async fn exists(&self) -> bool {
        self.count().await > 0
    }

    /// The text of the element, with what is hidden, as the DOM has it.
    pub async fn text_content(&self) -> String {
        self.value("one.textContent")
            .await
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// The texts of all elements, with what is hidden, as the DOM has them.
    pub async fn text_contents(&self) -> Vec<String> {
        serde_json::from_value(self.value("all.map((each) => each.textContent)").await).unwrap()
    }

    /// The texts of all elements as they are shown.
    pub async fn shown_texts(&self) -> Vec<String> {
        serde_json::from_value(self.value("all.map((each) => each.innerText)").await).unwrap()
    }

    /// The ids of all elements.
    pub async fn ids(&self) -> Vec<String> {
        serde_json::from_value(self.value("all.map((each) => each.id)").await).unwrap()
    }

    /// The value of an attribute of the element, if it has the attribute.
    pub async fn attribute(&self, name: &str) -> Option<String> {
        let value = self
            .value(&format!("one.getAttribute({})", json!(name)))
            .await;
        value.as_str().map(str::to_owned)
    }

    /// The value of an attribute of each element; of those without it, `None`.
    pub async fn attributes(&self, name: &str) -> Vec<Option<String>> {
        let values = self
            .value(&format!(
                "all.map((each) => each.getAttribute({}))",
                json!(name)
            ))
            .await;
        serde_json::from_value(values).unwrap()
    }

    /// The computed value of a CSS property of the element.
    pub async fn style(&self, property: &str) -> String {
        self.value(&format!(
            "getComputedStyle(one).getPropertyValue({})",
            json!(property)
        ))
        .await
        .as_str()
        .unwrap()
        .to_owned()
    }

    /// The rectangle of the element in the viewport.
    pub async fn rectangle(&self) -> Rectangle {
        self.rectangles().await[0]
    }

    /// The rectangles of all elements in the viewport.
    pub async fn rectangles(&self) -> Vec<Rectangle> {
        let edges: Vec<[f64; 4]> = serde_json::from_value(
            self.value(
                "all.map((each) => each.getBoundingClientRect()).map((box) => [box.top, box.bottom, box.left, box.right])",
            )
            .await,
        )
        .unwrap();
        edges
            .into_iter()
            .map(|[top, bottom, left, right]| Rectangle {
                top,
                bottom,
                left,
                right,
            })
            .collect()
    }

    /// Waits until there are this many elements.
    pub async fn wait_for_count(&self, count: u64) {
        self.wait_for(&format!("all.length === {count}")).await;
    }

    /// Waits until there is such an element.
    pub async fn wait_until_exists(&self) {
        self.wait_for("one !== undefined").await;
    }

    /// Waits until there is no such element.
    pub async fn wait_until_gone(&self) {
        self.wait_for("one === undefined").await;
    }

    /// Waits until the text of the element, as the DOM has it, is this.
    pub async fn wait_for_text(&self, text: &str) {
        self.wait_for(&format!("one?.textContent === {}", json!(text)))
            .await;
    }

    /// Waits until the element has the focus.
    pub async fn wait_for_focus(&self) {
        self.wait_for("one !== undefined && document.activeElement === one")
            .await;
    }

    /// Gives the element the focus by script.
    pub async fn focus(&self) {
        self.value("one.focus()").await;
    }

    /// Whether the element has the focus.
    pub async fn has_focus(&self) -> bool {
        self.value("one !== undefined && document.activeElement === one")
            .await
            == json!(true)
    }

    /// Whether the element, or one that it is in, matches a selector.
    pub async fn is_within(&self, selector: &str) -> bool {
        self.value(&format!("one.closest({}) !== null", json!(selector)))
            .await
            == json!(true)
    }

    /// The number of elements that are visible, as `checkVisibility` says. It counts
    /// those that are only `visibility: hidden`.
    pub async fn visible_count(&self) -> u64 {
        self.value("all.filter((each) => each.checkVisibility()).length")
            .await
            .as_u64()
            .unwrap()
    }

    /// The number of elements that are shown: they have boxes, and neither they nor what
    /// they are in is folded or hidden, with `visibility` or otherwise.
    pub async fn shown_count(&self) -> u64 {
        self.value(
            "all.filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length > 0).length",
        )
        .await
        .as_u64()
        .unwrap()
    }

    /// Whether both the upper and the lower edge of the element are in the viewport.
    pub async fn is_on_screen(&self) -> bool {
        self.value(IS_ON_SCREEN).await == json!(true)
    }

    /// Waits until both the upper and the lower edge of the element are in the viewport.
    pub async fn wait_until_on_screen(&self) {
        self.wait_for(IS_ON_SCREEN).await;
    }

    /// Sets a CSS property in the `style` attribute of the element. An empty value
    /// removes it.
    pub async fn set_style(&self, property: &str, value: &str) {
        self.value(&format!(
            "one.style.setProperty({}, {})",
            json!(property),
            json!(value)
        ))
        .await;
    }

    /// Waits until the text of the element, as the DOM has it, has these words.
    pub async fn wait_for_words(&self, words: &str) {
        self.wait_for(&format!(
            "one?.textContent.includes({}) === true",
            json!(words)
        ))
        .await;
    }

    /// Waits until the text of the element, as it is shown, is this.
    pub async fn wait_for_shown_text(&self, text: &str) {
        self.wait_for(&format!("one?.innerText === {}", json!(text)))
            .await;
    }

    /// Waits until the text of the element, as it is shown, has these words.
    pub async fn wait_for_shown_words(&self, words: &str) {
        self.wait_for(&format!(
            "one?.innerText.includes({}) === true",
            json!(words)
        ))
        .await;
    }

    /// Waits until there are more than this many elements.
    pub async fn wait_for_more_than(&self, count: u64) {
        self.wait_for(&format!("all.length > {count}")).await;
    }
}
