//! The document: its HTML, and whether a navigation replaced it.

use serde_json::json;

use super::eval_text;
use crate::Browser;

/// The document of the window.
pub struct Document<'b>(pub &'b Browser);

impl Document<'_> {
    /// The HTML as it is now, as a browser saves it.
    pub async fn html(&self) -> String {
        eval_text(
            self.0,
            "return '<!DOCTYPE html>' + document.documentElement.outerHTML",
        )
        .await
    }

    /// Marks the document, for [`Document::has_stayed`].
    pub async fn mark(&self) {
        self.0.eval("window.stayed = true").await;
    }

    /// Whether no other document was loaded since [`Document::mark`].
    pub async fn has_stayed(&self) -> bool {
        self.0.eval("return window.stayed").await == json!(true)
    }

    /// Waits until another document was loaded since [`Document::mark`].
    pub async fn wait_until_replaced(&self) {
        self.0.wait("return window.stayed === undefined").await;
    }

    /// Reloads the page as a reader does, and waits until the app has hydrated it. The
    /// driver's own reload may bypass the service worker.
    pub async fn reload(&self) {
        self.0.eval("window.before = true; location.reload()").await;
        self.0
            .wait("return window.before === undefined && document.querySelector('#app')?.dataset.app === 'ready'")
            .await;
    }

    /// Whether the first elements for these selectors follow one another in the document.
    pub async fn are_in_order(&self, selectors: &[&str]) -> bool {
        self.0
            .eval(&format!(
                "const all = {}.map((selector) => document.querySelector(selector));
             return all.slice(1).every((one, index) =>
               all[index].compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)",
                json!(selectors)
            ))
            .await
            == json!(true)
    }

    /// Unfolds everything that can be unfolded.
    pub async fn unfold_all(&self) {
        self.0
            .eval("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            .await;
    }

    /// Adds a link at the start of the main part of the page.
    pub async fn add_link(&self, id: &str, href: &str, text: &str) {
        let script = "const link = document.createElement('a');
            [link.id, link.href, link.textContent] = arguments;
            link.rel = 'noopener';
            document.querySelector('main').prepend(link)";
        let arguments = vec![json!(id), json!(href), json!(text)];
        self.0.client.execute(script, arguments).await.unwrap();
    }

    /// Whether the browser supports text fragments in URLs.
    pub async fn supports_text_fragments(&self) -> bool {
        self.0.eval("return 'fragmentDirective' in document").await == json!(true)
    }

    /// The language and the direction of the page.
    pub async fn language_and_direction(&self) -> (String, String) {
        let both = "const root = document.documentElement; return [root.lang, root.dir]";
        serde_json::from_value(self.0.eval(both).await).unwrap()
    }

    /// Waits until the page has this direction, and there is an element for a selector.
    pub async fn wait_for_direction_and_element(&self, direction: &str, selector: &str) {
        let (direction, selector) = (json!(direction), json!(selector));
        self.0
            .wait(&format!(
                "return document.documentElement.dir === {direction} && document.querySelector({selector}) !== null"
            ))
            .await;
    }

    /// The number of elements, texts, comments and other nodes of the page.
    pub async fn node_count(&self) -> u64 {
        let count = "const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let nodes = 1;
    while (walker.nextNode()) nodes += 1;
    return nodes;";
        self.0.eval(count).await.as_u64().unwrap()
    }

    /// The content of a file at an address, absolute or relative to the page.
    pub async fn file_content(&self, address: &str) -> String {
        let script = format!(
            "const asked = new XMLHttpRequest(); asked.open('GET', {}, false); asked.send(); return asked.responseText",
            json!(address)
        );
        eval_text(self.0, &script).await
    }

    /// Whether a script in a hostile address or text has run, which sets `window.hit`.
    pub async fn has_run_hostile_script(&self) -> bool {
        self.0.eval("return (window.hit ?? null) !== null").await == json!(true)
    }
}
