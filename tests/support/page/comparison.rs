//! What a reader compares, laid out in place of the page.

use serde_json::{Value, json};

use super::click_by_script;
use crate::Browser;

/// What is compared.
pub struct Comparison<'b>(pub &'b Browser);

impl Comparison<'_> {
    /// Waits until a comparison with this heading has the focus, and the rest of the page
    /// is not shown.
    pub async fn wait_for(&self, heading: &str) {
        let heading = json!(heading);
        self.0
            .wait(&format!(
                "const heading = document.querySelector('.comparison h2');
                 return heading?.textContent === {heading} && heading === document.activeElement
                   && !document.querySelector('.whole').checkVisibility()"
            ))
            .await;
    }

    /// Waits until nothing is compared, and the whole page is shown.
    pub async fn wait_until_gone(&self) {
        self.0
            .wait(
                "return document.querySelector('.comparison').childElementCount === 0
                   && document.querySelector('.whole').checkVisibility()",
            )
            .await;
    }

    /// Waits until the first column of the first row has this heading.
    pub async fn wait_for_first_side(&self, heading: &str) {
        let heading = json!(heading);
        self.0
            .wait(&format!(
                "return document.querySelector('.comparison .cell__head')?.textContent === {heading}"
            ))
            .await;
    }

    /// Each row of two columns: the heading of each cell, then the ids of its statements,
    /// or its text if it has none.
    pub async fn rows(&self) -> Value {
        self.0
            .eval(
                "const cell = (cell) => [cell.querySelector('.cell__head').textContent].concat(
                   [...cell.querySelectorAll('.statement-card')].map((card) => card.dataset.item));
                 const rows = [...document.querySelectorAll('.comparison .point-row__cells')];
                 return rows.map((row) => [...row.children].map((each) => cell(each).join(' ')))",
            )
            .await
    }

    /// The headings of the parts below the rows, with the links under each.
    pub async fn lists(&self) -> Value {
        self.0
            .eval(
                "const lists = [...document.querySelectorAll('.comparison__list')];
                 return lists.map((list) => [list.previousElementSibling.textContent].concat(
                   [...list.querySelectorAll('a')].map((link) => link.getAttribute('href'))))",
            )
            .await
    }

    /// Follows the link back to the whole page.
    pub async fn leave(&self) {
        click_by_script(self.0, ".comparison__controls a").await;
    }

    /// Unfolds the choice of what to compare.
    pub async fn unfold_choice(&self) {
        click_by_script(self.0, ".finder__more + .finder__more > summary").await;
        self.0
            .wait("return document.querySelector('.finder__pair') !== null")
            .await;
    }

    /// Chooses a value in the field with this label, and follows the link beside it.
    pub async fn choose(&self, label: &str, value: &str) {
        let (label, value) = (json!(label), json!(value));
        self.0
            .eval(&format!(
                "const pair = [...document.querySelectorAll('.finder__pair')].find((one) => one.innerText.startsWith({label}));
                 const field = pair.querySelector('select, input');
                 field.value = {value};
                 field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
            ))
            .await;
        self.0
            .wait(&format!(
                "const pair = [...document.querySelectorAll('.finder__pair')].find((one) => one.innerText.startsWith({label}));
                 const link = pair.querySelector('a[href]');
                 link?.click();
                 return link !== null"
            ))
            .await;
    }
}
