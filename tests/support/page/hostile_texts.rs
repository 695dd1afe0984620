//! What hostile texts could do on a page, and what they have done.

use serde_json::{Value, json};

use crate::Browser;

/// Finds the harm that hostile texts have done on a page.
const HARM: &str = "const root = document.documentElement;
    const all = [...root.querySelectorAll('*')];
    const at = new URL(arguments[0]);
    const own = (address) => new URL(address, location.href).href.startsWith(at.href);
    const of = (selector) => [...root.querySelectorAll(selector)];
    const harm = [
      // Elements that the site's pages don't have, or not there. An embed page's own
      // script is its last one, which the policy allows by its digest.
      ...of('body > main ~ script').slice(0, -1),
      ...of('#app script:not(#_data, #_words), main script:not(#_data), body script[src], body style, body link, body meta, body base, iframe, frame, object, embed, applet, form, template:not([data-notice], .panels > #_copy_link), audio, video'),
      ...of('img').filter((one) => !own(one.src)),
      ...all.filter((one) => one.localName === 'b' && one.textContent === 'bold'),
      ...all.filter((one) => [...one.attributes].some((attribute) =>
        attribute.name.startsWith('on') || attribute.name === 'style' || attribute.name === 'srcdoc'
        || attribute.name === 'autofocus')),
      ...of('a[*|href], area').filter((one) => !['http:', 'https:'].includes(one.protocol ?? new URL(one.href.baseVal, location.href).protocol)),
      ...of('head script').filter((one) => !own(one.src)),
    ];
    return {
      pwned: window.pwned ?? null,
      harm: harm.map((one) => one.outerHTML.slice(0, 200)),
      violations: window.violations ?? [],
      asked: performance.getEntriesByType('resource').map((one) => one.name).filter((name) => !own(name)),
    };";

/// The hostile texts of the page.
pub struct HostileTexts<'b>(pub &'b Browser);

impl HostileTexts<'_> {
    /// The harm done on the page: what `window.pwned` says that a text has run (`pwned`),
    /// elements that texts have become or have changed (`harm`), the policy violations
    /// recorded in `window.violations` (`violations`), and requests to other addresses
    /// (`asked`).
    pub async fn harm(&self) -> Value {
        let address = vec![json!(self.0.address)];
        self.0.client.execute(HARM, address).await.unwrap()
    }

    /// How often the hostile markup is in the text of the page.
    pub async fn markup_count(&self) -> u64 {
        let count = self
            .0
            .eval("return document.querySelector('main').textContent.split('</title></textarea></style>').length - 1")
            .await;
        count.as_u64().unwrap()
    }

    /// Unfolds everything, and moves the mouse over every element by script.
    pub async fn unfold_and_hover_over_all(&self) {
        self.0
            .eval(
                "document.querySelectorAll('details').forEach((one) => { one.open = true; });
                   document.querySelectorAll('#app *').forEach((one) => {
                     one.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
                   })",
            )
            .await;
    }
}
