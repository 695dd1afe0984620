//! The page in a reader view, which keeps the main text.

use crate::Browser;

/// The texts of the page that a reader view must keep and loses: the as-of date, the
/// sides' headings, statements, absences, positions and more.
const LOST_TEXTS: &str = "
    const words = (one) => one.textContent.replace(/[^\\p{L}\\p{N}]+/gu, ' ').trim();
    const of = (selector) => [...document.querySelectorAll(selector)].map(words);
    const wanted = of('main .as-of time, main .cell__head, main .statement-card__words, main .statement-card__speaker, main .absence__note, main .absence__kind, main .position__head, main .position__text, main .position__by, main .next, main .opening__ground li, main .opening__ground h2, main .revisions li, main .print-edition p, main .print-edition h4');
    const text = words(new Readability(document.cloneNode(true)).parse() ?? { textContent: '' });
    return wanted.filter((one) => !text.includes(one));";

/// The page in a reader view, as the library Readability makes it.
pub struct ReaderView<'b>(pub &'b Browser);

impl ReaderView<'_> {
    /// The texts of the page that a reader view must keep and loses. Takes the source text
    /// of Readability.
    pub async fn lost_texts(&self, readability: &str) -> Vec<String> {
        let script = format!("{readability}\n{LOST_TEXTS}");
        serde_json::from_value(self.0.eval(&script).await).unwrap()
    }
}
