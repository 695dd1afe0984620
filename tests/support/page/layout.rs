//! The layout of a long page, which skips points that are off screen.

use serde_json::json;

use crate::Browser;

/// Defines `layOut(all)`, which forces layout of everything or leaves it to the page.
const LAY_OUT: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('.ledger > .point { content-visibility: visible !important }');
    const layOut = (all) => { document.adoptedStyleSheets = all ? [sheet] : [] };";

/// The layout of a long page.
pub struct Layout<'b>(pub &'b Browser);

impl Layout<'_> {
    /// Waits until no point has been measured for several consecutive frames.
    pub async fn wait_until_settled(&self) {
        let script = "const [done] = arguments;
        let calm = 0;
        const look = () => {
          calm = document.querySelector('.ledger [data-measuring]') ? 0 : calm + 1;
          if (calm === 12) done();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);";
        self.0.client.execute_async(script, vec![]).await.unwrap();
    }

    /// The height of the page, and its height with everything laid out.
    pub async fn heights(&self) -> [f64; 2] {
        let heights = self
            .0
            .eval(&format!(
                "{LAY_OUT}
             const height = () => document.documentElement.scrollHeight;
             const now = height();
             layOut(true);
             const exact = height();
             layOut(false);
             return [now, exact]"
            ))
            .await;
        serde_json::from_value(heights).unwrap()
    }

    /// Lays out everything, off screen too.
    pub async fn lay_out_everything(&self) {
        self.0.eval(&format!("{LAY_OUT} layOut(true)")).await;
    }

    /// Whether the head of a point is laid out.
    pub async fn is_laid_out(&self, id: &str) -> bool {
        let is_laid_out = self.0.eval(&format!("return {}", is_laid_out(id))).await;
        is_laid_out.as_bool().unwrap()
    }

    /// Waits until the head of a point is laid out.
    pub async fn wait_until_laid_out(&self, id: &str) {
        self.0.wait(&format!("return {}", is_laid_out(id))).await;
    }

    /// Waits until the head of a point is not laid out.
    pub async fn wait_until_not_laid_out(&self, id: &str) {
        self.0.wait(&format!("return !{}", is_laid_out(id))).await;
    }
}

/// A JavaScript expression: whether the head of a point is laid out.
fn is_laid_out(id: &str) -> String {
    format!(
        "document.querySelector({}).checkVisibility({{ contentVisibilityAuto: true }})",
        json!(format!("#{id} .point__question a"))
    )
}
