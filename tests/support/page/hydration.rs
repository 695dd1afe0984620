//! What hydration changes in the page.

use serde_json::json;

use crate::Browser;

/// Compares the app's part of the page with that in its HTML, without what may differ.
const IS_AS_WRITTEN: &str = "const [done] = arguments;
                 const plain = (node) => {
                   // An empty `value` is an attribute in the HTML, but not in the
                   // rendered DOM.
                   node.querySelectorAll('input').forEach((n) => n.value || n.removeAttribute('value'));
                   node.querySelectorAll('[data-here]').forEach((n) => n.removeAttribute('data-here'));
                   const walk = document.createTreeWalker(node, NodeFilter.SHOW_COMMENT); const gone = [];
                   while (walk.nextNode()) gone.push(walk.currentNode); gone.forEach((n) => n.remove());
                   node.normalize(); return node; };
                 // The content security policy forbids parsing strings as HTML.
                 const request = new XMLHttpRequest();
                 request.responseType = 'document';
                 request.open('GET', location.href);
                 request.onload = () => {
                   const written = plain(request.response.querySelector('#app'));
                   const live = plain(document.querySelector('#app').cloneNode(true));
                   done(written.childNodes.length === live.childNodes.length
                     && [...written.childNodes].every((node, i) => node.isEqualNode(live.childNodes[i])));
                 };
                 request.send();";

/// The part of the page that the app hydrates.
pub struct Hydration<'b>(pub &'b Browser);

impl Hydration<'_> {
    /// Whether the part is as in the HTML of the page, apart from comments, empty values
    /// and the mark of the link target.
    pub async fn has_changed_nothing(&self) -> bool {
        let same = self.0.client.execute_async(IS_AS_WRITTEN, Vec::new());
        same.await.unwrap() == json!(true)
    }
}
