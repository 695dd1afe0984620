//! axe-core, which checks the accessibility of a page.

use std::fs;

use serde_json::{Value, json};

use crate::Browser;

const RUN: &str = "const [rules, done] = arguments;
    axe.run({ runOnly: rules })
      .then((found) => done([found.passes.length, found.violations.map((one) => [one.id, one.nodes.map((node) => node.html.slice(0, 200))])]))";

/// The script of axe-core.
pub struct Axe(String);

/// The rules that axe-core checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxeRules {
    /// All rules that have to hold.
    All,
    /// Those that depend on the color scheme.
    Color,
}

impl AxeRules {
    /// The option `runOnly` of axe-core.
    fn selection(self) -> Value {
        match self {
            Self::All => json!([
                "wcag2a",
                "wcag2aa",
                "wcag21a",
                "wcag21aa",
                "wcag22aa",
                "best-practice"
            ]),
            Self::Color => {
                json!({ "type": "rule", "values": ["color-contrast", "link-in-text-block"] })
            }
        }
    }
}

/// What axe-core found on a page.
#[derive(Debug)]
pub struct AxeReport {
    /// The number of rules that hold.
    pub passed: u64,
    /// The rules that do not hold, each with the HTML of the elements that break it.
    pub violations: Vec<(String, Vec<String>)>,
}

impl Axe {
    /// Reads the script from the file that `cargo xtask test` provides.
    ///
    /// # Panics
    ///
    /// If there is none.
    #[must_use]
    pub fn read() -> Self {
        let file = std::env::var_os("SAYS_WHO_AXE").expect("axe-core: run `cargo xtask test`");
        Self(fs::read_to_string(file).unwrap())
    }

    /// Checks the page that a browser shows.
    pub async fn check(&self, browser: &Browser, rules: AxeRules) -> AxeReport {
        browser.eval(&self.0).await;
        let found = browser
            .client
            .execute_async(RUN, vec![rules.selection()])
            .await
            .unwrap();
        let (passed, violations) = serde_json::from_value(found).unwrap();
        AxeReport { passed, violations }
    }
}
