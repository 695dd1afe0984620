//! A frame with the head of a page of the site, to probe the security policy of the page.

use serde_json::json;

use crate::Browser;

/// Writes the head of a page, the argument, into a frame without the scripts that it
/// loads, and after it an inline script that sets `ran`. Records in `complaints` what the
/// policy forbids.
const WRITE: &str = "const [page] = arguments;
         const frame = document.createElement('iframe');
         document.body.replaceChildren(frame);
         const inner = frame.contentDocument;
         inner.open();
         window.complaints = [];
         inner.addEventListener('securitypolicyviolation', (event) => {
           if (event.effectiveDirective.startsWith('script')) window.complaints.push(event.blockedURI);
         });
         const head = page.split('</head>')[0].replace(/<script[^>]*src=[^>]*><\\/script>/g, '');
         inner.write(head + '<script>parent.ran = true</script></head><body></body></html>');
         inner.close();";

/// A frame with the head of a page of the site, followed by an inline script.
pub struct PolicyProbe<'b>(pub &'b Browser);

impl PolicyProbe<'_> {
    /// Writes the head of a page into a frame that replaces the content of the document.
    pub async fn write(&self, page: &str) {
        let page = vec![json!(page)];
        self.0.client.execute(WRITE, page).await.unwrap();
    }

    /// Waits until the policy has forbidden a script.
    pub async fn wait_for_violation(&self) {
        self.0.wait("return window.complaints.length > 0").await;
    }

    /// The forbidden scripts: their URLs, or `inline`.
    pub async fn violations(&self) -> Vec<String> {
        serde_json::from_value(self.0.eval("return window.complaints").await).unwrap()
    }

    /// Whether the inline script has run.
    pub async fn has_run_script(&self) -> bool {
        self.0.eval("return window.ran != null").await == json!(true)
    }

    /// The text of each script element with structured data.
    pub async fn structured_data(&self) -> Vec<String> {
        let data = self
            .0
            .eval("return [...frames[0].document.querySelectorAll('head script[type=\"application/ld+json\"]')].map((one) => one.textContent)")
            .await;
        serde_json::from_value(data).unwrap()
    }
}
