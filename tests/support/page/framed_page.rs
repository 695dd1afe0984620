//! A page of the site in the first frame of a document of the same origin.

use serde_json::{Value, json};

use crate::Browser;

/// Finds elements that a text, the argument, would create as markup, and counts where
/// the text is shown.
const FIND_MARKUP: &str = r#"const [text] = arguments;
    const page = frames[0].document;
    const made = [...page.querySelectorAll("script, b, img, [onerror], a")].filter((one) =>
      // An embed page has a script of its own, which is unrelated.
      (one.localName === "script" && one.textContent.includes("pwned") && one.type !== "application/ld+json")
      || (one.localName === "b" && one.textContent === "bold")
      || one.getAttribute("src") === "x"
      || one.hasAttribute("onerror")
      || one.protocol === "javascript:");
    return [
      made.map((one) => one.outerHTML),
      frames[0].pwned ?? null,
      page.title.includes(text),
      page.querySelector("main").textContent.split(text).length - 1,
    ];"#;

/// The page in the first frame, seen from the document around it, which has the same
/// origin.
pub struct FramedPage<'b>(pub &'b Browser);

/// Where a text with markup is shown, and what it did.
#[derive(Debug)]
pub struct MarkupTraces {
    /// The HTML of the elements that the text created.
    pub elements: Vec<String>,
    /// What a script in the text has set, or null.
    pub set_by_script: Value,
    /// Whether the text is in the title of the page.
    pub is_in_title: bool,
    /// How often the text is in the main part of the page.
    pub count: u64,
}

impl FramedPage<'_> {
    /// Replaces the content of the document with a frame without a border that loads a
    /// page, of a size in CSS pixels.
    pub async fn open(&self, address: &str, width: u64, height: u64) {
        let address = json!(address);
        self.0
            .eval(&format!(
                "const frame = document.createElement('iframe');
         frame.src = {address};
         frame.style.cssText = 'border: 0; inline-size: {width}px; block-size: {height}px';
         document.body.replaceChildren(frame);"
            ))
            .await;
    }

    /// Waits until the app has hydrated the page.
    pub async fn wait_until_ready(&self) {
        self.0
            .wait("return frames[0].document.querySelector('#app')?.dataset.app === 'ready'")
            .await;
    }

    /// Waits until the app has hydrated the page, and all its files are loaded.
    pub async fn wait_until_ready_and_complete(&self) {
        self.0
            .wait("const page = document.querySelector('iframe').contentDocument;
            return page?.querySelector('#app')?.dataset.app === 'ready' && page.readyState === 'complete'")
            .await;
    }

    /// Unfolds everything that can be unfolded.
    pub async fn unfold_all(&self) {
        self.0
            .eval("frames[0].document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            .await;
    }

    /// Sets the width of the frame in CSS pixels, and the text size of the page.
    pub async fn resize(&self, width: u64, text_size: &str) {
        let text_size = json!(text_size);
        self.0
            .eval(&format!(
                "document.querySelector('iframe').style.inlineSize = '{width}px';
                     frames[0].document.documentElement.style.fontSize = {text_size};"
            ))
            .await;
    }

    /// By how many pixels the page overflows the frame at a width and a text size, and
    /// the innermost elements that overflow. `None` if it does not overflow.
    pub async fn overflow_at(&self, width: u64, text_size: &str) -> Option<(f64, Vec<String>)> {
        let text_size = json!(text_size);
        let overflow = self
            .0
            .eval(&format!(
                "const frame = document.querySelector('iframe');
         frame.style.inlineSize = '{width}px';
         const root = frame.contentDocument.documentElement;
         root.style.fontSize = {text_size};
         const by = root.scrollWidth - root.clientWidth;
         if (by <= 0) return null;
         const out = [...root.querySelectorAll('body *')].filter((one) => {{
           const box = one.getBoundingClientRect();
           return box.width > 1 && (box.left < -0.5 || box.right > root.clientWidth + 0.5);
         }});
         const inner = out.filter((one) => !out.some((other) => other !== one && one.contains(other)));
         return [by, inner.slice(0, 4).map((one) => `${{one.tagName}}.${{one.className}} ${{one.textContent.slice(0, 30)}}`)];"
            ))
            .await;
        serde_json::from_value(overflow).unwrap()
    }

    /// Where a text with markup is shown, and what it did.
    pub async fn traces_of(&self, text: &str) -> MarkupTraces {
        let traces = self
            .0
            .client
            .execute(FIND_MARKUP, vec![json!(text)])
            .await
            .unwrap();
        let (elements, set_by_script, is_in_title, count) = serde_json::from_value(traces).unwrap();
        MarkupTraces {
            elements,
            set_by_script,
            is_in_title,
            count,
        }
    }
}
