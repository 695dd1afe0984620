//! The search and the filters of a dispute.

use serde_json::{Value, json};

use super::eval_text;
use crate::Browser;

/// The start of a script: `count` is the count of matches, `shown` the number of visible
/// points.
const COUNT_AND_VISIBLE: &str = "const count = document.querySelector('.finder__count').innerText;
        const shown = document.querySelectorAll('.ledger > .point:not([hidden])').length";

/// The search and the filters of a dispute.
pub struct Finder<'b>(pub &'b Browser);

impl Finder<'_> {
    /// Sets the words of the search by script.
    pub async fn search(&self, words: &str) {
        let script = "const field = document.querySelector('#_search');
        field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }))";
        let words = vec![json!(words)];
        self.0.client.execute(script, words).await.unwrap();
    }

    /// The words in the search field.
    pub async fn words(&self) -> Value {
        self.0
            .eval("return document.getElementById('_search').value")
            .await
    }

    /// Waits until the search field has these words.
    pub async fn wait_for_words(&self, words: &str) {
        let words = json!(words);
        self.0
            .wait(&format!(
                "return document.getElementById('_search').value === {words}"
            ))
            .await;
    }

    /// Waits until all of these words are highlighted, and returns everything that is.
    pub async fn highlighted_with(&self, words: &[&str]) -> Vec<String> {
        const FOUND: &str =
            "[...(CSS.highlights?.get('found') ?? [])].map((range) => range.toString())";
        let words = json!(words);
        self.0
            .wait(&format!(
                "const found = {FOUND}; return {words}.every((words) => found.includes(words))"
            ))
            .await;
        let found = self.0.eval(&format!("return {FOUND}")).await;
        serde_json::from_value(found).unwrap()
    }

    /// Waits until the count of matches is shown and announced.
    pub async fn wait_for_count(&self, count: &str) {
        let count = json!(count);
        self.0
            .wait(&format!(
                "const text = (selector) => document.querySelector(selector).textContent;
             return text('.finder__count') === {count} && text('.finder [aria-live]') === {count}"
            ))
            .await;
    }

    /// Waits until the filters are there.
    pub async fn wait_for_filters(&self) {
        self.0
            .wait("return document.querySelector('.finder__choices label') !== null")
            .await;
    }

    /// Sets the filter with this label by script.
    pub async fn choose(&self, label: &str, value: &str) {
        let (label, value) = (json!(label), json!(value));
        self.0
            .eval(&format!(
                "const label = [...document.querySelectorAll('.finder__choices label')].find((one) => one.innerText.startsWith({label}));
             const field = label.querySelector('select, input');
             field.value = {value};
             field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
            ))
            .await;
    }

    /// Records the count of matches whenever it changes, for [`Finder::recorded`].
    pub async fn record_counts(&self) {
        self.0
            .eval("window.heard = []; new MutationObserver(() => heard.push(document.querySelector('.finder__count').innerText)).observe(document.querySelector('.finder__count'), { childList: true, subtree: true })")
            .await;
    }

    /// Records what the live region announces, for [`Finder::recorded`].
    pub async fn record_announcements(&self) {
        let live = "document.querySelector('.finder [aria-live]')";
        self.0
            .eval(&format!("window.heard = []; new MutationObserver(() => heard.push({live}.textContent)).observe({live}, {{ childList: true, subtree: true, characterData: true }})"))
            .await;
    }

    /// What was recorded.
    pub async fn recorded(&self) -> Value {
        self.0.eval("return heard").await
    }

    /// Waits until something was recorded.
    pub async fn wait_until_recorded(&self) {
        self.0.wait("return heard.length > 0").await;
    }

    /// Sets the last date of the filters by script, with the events of typing it, and
    /// returns the value that its field then has.
    pub async fn set_last_date(&self, date: &str) -> String {
        let script = format!(
            "const field = document.querySelectorAll('.finder__choices input[type=date]')[1];
             field.value = {};
             field.dispatchEvent(new Event('input', {{ bubbles: true }}));
             field.dispatchEvent(new Event('change', {{ bubbles: true }}));
             return field.value",
            json!(date)
        );
        eval_text(self.0, &script).await
    }

    /// The value of the filter with this label.
    pub async fn chosen(&self, label: &str) -> String {
        let script = format!(
            "return [...document.querySelectorAll('.finder__choices label')]
               .find((one) => one.innerText.startsWith({})).querySelector('select').value",
            json!(label)
        );
        eval_text(self.0, &script).await
    }

    /// The texts of the options of the filter with this label.
    pub async fn options(&self, label: &str) -> Vec<String> {
        let options = self.0.eval(&options_script(label)).await;
        serde_json::from_value(options).unwrap()
    }

    /// Waits until the options of the filter with this label have these texts.
    pub async fn wait_for_options(&self, label: &str, options: &[&str]) {
        self.0
            .wait(&format!(
                "return JSON.stringify((() => {{ {} }})()) === JSON.stringify({})",
                options_script(label),
                json!(options)
            ))
            .await;
    }

    /// Waits until the line at the foot of the window has this text.
    pub async fn wait_for_bar(&self, text: &str) {
        self.0
            .wait(&format!(
                "return document.querySelector('.filter-bar p')?.innerText === {}",
                json!(text)
            ))
            .await;
    }

    /// The number of options of the filter with this label.
    pub async fn option_count(&self, label: &str) -> u64 {
        self.0
            .eval(&format!(
                "return [...document.querySelectorAll('.finder__choices label')]
               .find((one) => one.innerText.startsWith({})).querySelectorAll('option').length",
                json!(label)
            ))
            .await
            .as_u64()
            .unwrap()
    }

    /// Waits until the filters are unfolded, a speaker is chosen, and the count of
    /// matches ends like this.
    pub async fn wait_for_chosen_speaker(&self, speaker: &str, count_end: &str) {
        let field = format!(".finder__choices select:has([value={speaker}])");
        self.0
            .wait(&format!(
                "return document.querySelector('.finder__more').open
               && document.querySelector({}).value === {}
               && document.querySelector('.finder__count').innerText.endsWith({})",
                json!(field),
                json!(speaker),
                json!(count_end)
            ))
            .await;
    }

    /// Waits until the filters are unfolded, and some statement matches.
    pub async fn wait_for_matches_of_filters(&self) {
        self.0
            .wait("return document.querySelector('.finder__more').open && document.querySelector('[data-match]') !== null")
            .await;
    }

    /// Waits until exactly these statements match, and the count of matches starts like
    /// this.
    pub async fn wait_for_matches(&self, statements: &[&str], count_start: &str) {
        self.0
            .wait(&format!(
                "return JSON.stringify([...document.querySelectorAll('[data-match]')].map((one) => one.id)) === JSON.stringify({})
               && document.querySelector('.finder__count').innerText.startsWith({})",
                json!(statements),
                json!(count_start)
            ))
            .await;
    }

    /// Waits until a count of matches is shown.
    pub async fn wait_for_any_count(&self) {
        self.0
            .wait("return document.querySelector('.finder__count').innerText !== ''")
            .await;
    }

    /// Waits until the search field has the focus, and nothing is counted or highlighted.
    pub async fn wait_until_cleared(&self) {
        self.0
            .wait(
                "return document.activeElement.id === '_search'
               && document.querySelector('.finder__count').innerText === ''
               && !(CSS.highlights?.has('found'))",
            )
            .await;
    }

    /// Waits until the results of a search are on the screen: the field has these words
    /// and is near the top, there is a count, and the first visible point starts on the
    /// screen.
    pub async fn wait_for_results_on_screen(&self, words: &str) {
        self.0
            .wait(&format!(
                "const box = (selector) => document.querySelector(selector).getBoundingClientRect();
             return document.querySelector('.finder input').value === {}
               && document.querySelector('.finder__count').innerText !== ''
               && box('.finder').top >= 0 && box('.finder').top < 200
               && box('.point:not([hidden])').top < innerHeight",
                json!(words)
            ))
            .await;
    }

    /// Types the words of a search by script, letter by letter without a pause.
    pub async fn search_without_pause(&self, words: &str) {
        self.0
            .eval(&format!(
                "const field = document.querySelector('#_search'), words = {};
             for (let end = 1; end <= words.length; end += 1) {{
               field.value = words.slice(0, end);
               field.dispatchEvent(new Event('input', {{ bubbles: true }}));
             }}",
                json!(words)
            ))
            .await;
    }

    /// Sends the search field the events of getting the focus. A browser whose window is
    /// in the background sends none.
    pub async fn send_focus_events(&self) {
        self.0
            .eval(
                "const field = document.querySelector('#_search');
             field.dispatchEvent(new FocusEvent('focus'));
             field.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))",
            )
            .await;
    }

    /// Waits until a count of matches is shown, and the query of the address includes
    /// `part`.
    pub async fn wait_for_any_count_and_query(&self, part: &str) {
        self.0
            .wait(&format!(
                "return document.querySelector('.finder__count').innerText !== '' && location.search.includes({})",
                json!(part)
            ))
            .await;
    }

    /// Unfolds the filters by script.
    pub async fn unfold_filters(&self) {
        self.0
            .eval("document.querySelector('.finder__more').open = true")
            .await;
    }

    /// Sets every filter to its last choice by script.
    pub async fn choose_last_of_all(&self) {
        self.0
            .eval(
                "for (const choice of document.querySelectorAll('.finder select')) {
                 choice.selectedIndex = choice.options.length - 1;
                 choice.dispatchEvent(new Event('change', { bubbles: true }));
               }",
            )
            .await;
    }

    /// Waits until the count of matches is shown, and some point is hidden.
    pub async fn wait_until_filtered(&self) {
        self.0
            .wait("return document.querySelector('.finder__count').innerText !== '' && document.querySelector('.point[hidden]') !== null")
            .await;
    }

    /// Waits until some points are visible, and the count says how many of how many.
    pub async fn wait_for_count_of_visible_points(&self, total: usize) {
        self.0
            .wait(&format!(
                "{COUNT_AND_VISIBLE}; return shown > 0 && count.includes(`${{shown}} of {total}`)"
            ))
            .await;
    }

    /// Waits until this many points are visible, and there is no count of matches.
    pub async fn wait_for_points_without_count(&self, total: usize) {
        self.0
            .wait(&format!(
                "{COUNT_AND_VISIBLE}; return shown === {total} && count === ''"
            ))
            .await;
    }
}

/// A script that returns the texts of the options of the filter with this label.
fn options_script(label: &str) -> String {
    format!(
        "const label = [...document.querySelectorAll('.finder__choices label')].find((one) => one.innerText.startsWith({}));
         return [...label.querySelectorAll('option')].map((one) => one.textContent)",
        json!(label)
    )
}
