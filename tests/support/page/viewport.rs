//! The viewport: the scroll position, and what is in view.

use serde_json::{Value, json};

use crate::Browser;

/// The viewport of the page.
pub struct Viewport<'b>(pub &'b Browser);

impl Viewport<'_> {
    /// Waits until the top of an element is in view.
    pub async fn wait_for(&self, id: &str) {
        let id = json!(id);
        self.0
            .wait(&format!("const top = document.getElementById({id}).getBoundingClientRect().top; return top >= 0 && top < innerHeight"))
            .await;
    }

    /// The distance that the page is scrolled.
    pub async fn top(&self) -> Value {
        self.0.eval("return scrollY").await
    }

    /// Waits until the page is scrolled.
    pub async fn wait_until_scrolled(&self) {
        self.0.wait("return scrollY > 0").await;
    }

    /// Scrolls to the top of the page.
    pub async fn scroll_to_top(&self) {
        self.0.eval("scrollTo(0, 0)").await;
    }

    /// Scrolls to the end of the page.
    pub async fn scroll_to_end(&self) {
        self.0
            .eval("scrollTo(0, document.documentElement.scrollHeight)")
            .await;
    }

    /// Scrolls an element to the top of the viewport.
    pub async fn scroll_to(&self, id: &str) {
        let id = json!(id);
        self.0
            .eval(&format!("document.getElementById({id}).scrollIntoView()"))
            .await;
    }

    /// Scrolls the first element for a selector to the centre of the viewport.
    pub async fn scroll_to_centre(&self, selector: &str) {
        let selector = json!(selector);
        self.0
            .eval(&format!(
                "document.querySelector({selector}).scrollIntoView({{ block: 'center' }})"
            ))
            .await;
    }

    /// The distance that the page is scrolled, in whole pixels.
    pub async fn rounded_top(&self) -> Value {
        self.0.eval("return Math.round(scrollY)").await
    }

    /// Waits until the page is scrolled to its top.
    pub async fn wait_until_at_top(&self) {
        self.0.wait("return scrollY === 0").await;
    }

    /// By how many pixels the page is wider than the viewport.
    pub async fn horizontal_overflow(&self) -> Value {
        self.0
            .eval("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            .await
    }

    /// The height of the viewport, in CSS pixels.
    pub async fn height(&self) -> f64 {
        self.0.eval("return innerHeight").await.as_f64().unwrap()
    }

    /// The height of the whole page, in CSS pixels.
    pub async fn page_height(&self) -> f64 {
        self.0
            .eval("return document.documentElement.scrollHeight")
            .await
            .as_f64()
            .unwrap()
    }

    /// Waits until an element has stayed at the same position for several consecutive
    /// frames. Returns its distance from where a link should scroll it: just below the
    /// sticky headings.
    pub async fn settled_offset(&self, id: &str) -> f64 {
        let script = "const [id, done] = arguments;
        const one = document.getElementById(id);
        const seen = [];
        const look = () => {
          seen.push(Math.round(one.getBoundingClientRect().top));
          const last = seen.slice(-12);
          if (seen.length < 12 || last.some((top) => top !== last[0])) {
            requestAnimationFrame(look);
            return;
          }
          done(one.getBoundingClientRect().top - parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart)
            - parseFloat(getComputedStyle(one).scrollMarginBlockStart));
        };
        requestAnimationFrame(look);";
        let offset = self.0.client.execute_async(script, vec![json!(id)]).await;
        offset.unwrap().as_f64().unwrap()
    }

    /// Clicks a link by script, and scrolls by this distance in the first frame after the
    /// page has marked the target of the link. Returns the scroll position then.
    pub async fn scroll_right_after_link(&self, link: &str, target: &str, distance: i64) -> Value {
        let script = "const [link, target, distance, done] = arguments;
        const here = document.getElementById(target);
        const look = () => {
          if (!here.hasAttribute('data-here')) {
            requestAnimationFrame(look);
            return;
          }
          scrollBy(0, distance);
          done(scrollY);
        };
        document.querySelector(link).click();
        requestAnimationFrame(look);";
        let arguments = vec![json!(link), json!(target), json!(distance)];
        let top = self.0.client.execute_async(script, arguments).await;
        top.unwrap()
    }

    /// Scrolls down by this distance, or up if it is negative.
    pub async fn scroll_by(&self, distance: i64) {
        self.0.eval(&format!("scrollBy(0, {distance})")).await;
    }

    /// Scrolls an element to the top of the viewport, and then back up by `space`. One
    /// script does both, so that no frame is painted in between.
    pub async fn scroll_to_with_space_above(&self, id: &str, space: u64) {
        self.0
            .eval(&format!(
                "document.getElementById({}).scrollIntoView(); scrollBy(0, -{space})",
                json!(id)
            ))
            .await;
    }

    /// The id of the ledger's element in the middle of the viewport, and its distance
    /// from the upper edge, in whole pixels.
    pub async fn middle_element(&self) -> (String, f64) {
        let element = self
            .0
            .eval(
                "const one = document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('.ledger [id]');
    return [one.id, Math.round(one.getBoundingClientRect().top)]",
            )
            .await;
        serde_json::from_value(element).unwrap()
    }

    /// Waits until an element is less than two pixels from this distance to the upper
    /// edge of the viewport.
    pub async fn wait_until_at(&self, id: &str, top: f64) {
        self.0
            .wait(&format!(
                "return Math.abs(document.getElementById({}).getBoundingClientRect().top - {}) < 2",
                json!(id),
                json!(top)
            ))
            .await;
    }

    /// Scrolls by `distance` pixels at a time. For each step in which the ledger is in
    /// the middle of the viewport, returns by how many pixels its element there moved
    /// more or less than that.
    pub async fn shifts_while_scrolling(&self, distance: i64, steps: u64) -> Vec<f64> {
        let script = "const [step, steps, done] = arguments;
        const moves = [];
        let left = steps;
        const go = () => {
          const one = document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('.ledger [id]');
          const top = one?.getBoundingClientRect().top;
          scrollBy({ top: step, behavior: 'instant' });
          requestAnimationFrame(() => requestAnimationFrame(() => {
            if (one) moves.push(Math.abs(one.getBoundingClientRect().top + step - top));
            left -= 1;
            if (left === 0) done(moves);
            else go();
          }));
        };
        requestAnimationFrame(go);";
        let arguments = vec![json!(distance), json!(steps)];
        let shifts = self.0.client.execute_async(script, arguments).await;
        serde_json::from_value(shifts.unwrap()).unwrap()
    }

    /// Waits until the page is scrolled by more than this distance.
    pub async fn wait_until_scrolled_past(&self, top: u32) {
        self.0.wait(&format!("return scrollY > {top}")).await;
    }

    /// Waits until the page is scrolled by this distance, give or take two pixels.
    pub async fn wait_until_scrolled_to(&self, top: &Value) {
        self.0
            .wait(&format!("return Math.abs(scrollY - {top}) < 3"))
            .await;
    }

    /// Waits until the viewport is as high as the page, which it does not scroll: the
    /// viewport of a frame.
    pub async fn wait_until_page_fits(&self) {
        self.0
            .wait(
                "return Math.abs(innerHeight - document.documentElement.getBoundingClientRect().height) < 1.5
                     && document.documentElement.scrollHeight <= innerHeight",
            )
            .await;
    }

    /// Turns the wheel of the mouse, as the page hears it, without scrolling.
    pub async fn turn_wheel(&self) {
        self.0.eval("dispatchEvent(new WheelEvent('wheel'))").await;
    }

    /// Scrolls the page by this distance from its top, again and again until it is there.
    pub async fn scroll_until_at(&self, top: u32) {
        self.0
            .wait(&format!(
                "if (scrollY !== {top}) {{ scrollTo(0, {top}); return false; }} return true"
            ))
            .await;
    }
}
