//! Search, filters, swapping the sides, keyboard shortcuts, the table of contents,
//! and the glossary, in three browser engines.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use says_who_tests::{Browser, Engine, Script, in_every_engine, lacks, with_boot};
use serde_json::{Value, json};

in_every_engine! {
    matches_are_highlighted_and_counted_until_cleared,
    matches_in_folded_text_are_unfolded,
    search_ignores_case_and_diacritics,
    phrases_match_across_quotation_marks,
    a_date_filters_only_when_complete,
    the_count_is_announced_once_after_typing,
    every_filter_is_in_the_url,
    a_link_target_is_shown_despite_a_filter,
    swapping_sides_moves_only_the_columns,
    shortcuts_do_what_their_dialog_says,
    shortcuts_ignore_the_keys_of_the_browser,
    shortcuts_ignore_editors_and_widgets,
    a_page_translated_before_hydration_can_be_searched,
    counts_stay_right_on_a_page_translated_after_hydration,
    the_table_of_contents_marks_the_current_section,
    a_shared_search_shows_its_results,
    terms_are_explained_on_an_item_page,
    every_timeline_mark_links_to_its_item,
    provenance_links_filter_the_ledger,
    the_start_page_searches_all_disputes,
    a_summary_matches_no_speaker_filter,
}

const DISPUTE_PAGE: &str = "bridge-repair/";

/// The ids of the visible points, and of the statements that match.
const SHOWN_IDS: &str =
    "const ids = (selector) => [...document.querySelectorAll(selector)].map((one) => one.id);
    return [ids('.ledger > .point:not([hidden])'), ids('[data-match]')]";

async fn open(engine: Engine, path: &str) -> Browser {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.goto_hydrated(path).await;
    browser
}

/// Waits until these points are visible and these statements match.
async fn wait_for_shown(browser: &Browser, points: &[&str], statements: &[&str]) {
    let expected = json!([points, statements]);
    browser
        .wait(&format!(
            "return JSON.stringify((() => {{ {SHOWN_IDS} }})()) === JSON.stringify({expected})"
        ))
        .await;
}

/// Waits until the URL has this query.
async fn wait_for_query(browser: &Browser, query: &str) {
    browser
        .wait(&format!("return location.search === '{query}'"))
        .await;
}

const ALL_POINTS: [&str; 3] = ["notice-given", "who-pays", "later-notice"];

async fn matches_are_highlighted_and_counted_until_cleared(engine: Engine) {
    let browser = open(engine, &format!("{DISPUTE_PAGE}?v=aaaaaaaa")).await;
    let before = browser.eval("return history.length").await;
    browser.click("#_search").await;
    browser.type_text("LETTER's spoke").await;
    wait_for_shown(&browser, &["notice-given"], &["mayor-never-saw-it"]).await;
    wait_for_query(&browser, "?v=aaaaaaaa&q=LETTER%27s%20spoke").await;
    assert_eq!(
        browser.text(".finder__count").await,
        "1 match in 1 of 3 points (both sides shown)"
    );
    // The other side is shown completely.
    let sides = browser
        .eval("return [...document.querySelectorAll('#notice-given .cell')].map((cell) => cell.querySelectorAll('.statement-card').length)")
        .await;
    assert_eq!(sides, json!([1, 2]));
    let heard = browser
        .eval("return document.querySelector('[data-match]').getAttribute('aria-description')")
        .await;
    assert_eq!(heard, json!("Matches the search"));
    let marked = browser
        .eval("return [...(CSS.highlights?.get('found') ?? [])].map((range) => range.toString())")
        .await;
    assert_eq!(marked, json!(["letter's", "spoke"]));
    // The URL alone is enough.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!("{DISPUTE_PAGE}?q=letter%27s+text"))
        .await;
    wait_for_shown(&browser, &["notice-given"], &["mayor-never-saw-it"]).await;
    browser.click(".finder__count + button").await;
    wait_for_shown(&browser, &ALL_POINTS, &[]).await;
    wait_for_query(&browser, "").await;
    browser
        .wait("return document.activeElement.id === '_search' && document.querySelector('.finder__count').innerText === '' && !(CSS.highlights?.has('found'))")
        .await;
    browser.type_text("no such words").await;
    wait_for_shown(&browser, &[], &[]).await;
    assert_eq!(browser.text(".finder__count").await, "No matches");
    let after = browser.eval("return history.length").await;
    assert_eq!(
        after,
        json!(before.as_u64().unwrap() + 2),
        "only the two page loads add history entries"
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn matches_in_folded_text_are_unfolded(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    let open_ones = |ids: &'static [&'static str]| {
        let ids = json!(ids);
        format!(
            "return JSON.stringify([...document.querySelectorAll('.sourcing[open]')].map((one) => one.parentElement.id)) === JSON.stringify({ids})"
        )
    };
    browser.click("#clerk-on-register .sourcing__summary").await;
    browser.click("#_search").await;
    // Words of a headline, which only the sourcing lists.
    browser.type_text("drivers turn").await;
    browser
        .wait(&open_ones(&[
            "engineer-sent-letter",
            "mayor-never-saw-it",
            "clerk-on-register",
            "courier-saw-copy",
        ]))
        .await;
    browser.type_text(" telephone").await;
    browser
        .wait(&open_ones(&["engineer-sent-letter", "clerk-on-register"]))
        .await;
    browser.click(".finder__count + button").await;
    // What the reader unfolded stays unfolded.
    browser.wait(&open_ones(&["clerk-on-register"])).await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn search_ignores_case_and_diacritics(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    browser.click("#_search").await;
    browser.type_text("CLÉRK").await;
    wait_for_shown(&browser, &["notice-given"], &["clerk-on-register"]).await;
    let browser = Browser::open_in(engine, "repo", Script::On).await;
    browser
        .goto_hydrated("did-the-ferry-answer/?q=%D0%9E%D0%A2%D0%92%D0%95%D0%A2")
        .await;
    browser
        .wait("return document.querySelectorAll('[data-match]').length > 0 && document.querySelectorAll('.ledger > .point[hidden]').length > 0")
        .await;
    let found = browser
        .eval("return [...document.querySelectorAll('[data-match]')].every((one) => /ответ/i.test(one.innerText))")
        .await;
    assert_eq!(found, json!(true));
    assert_eq!(browser.console().await, Vec::<String>::new());
}

/// Types these words into the search, replacing its content.
async fn search(browser: &Browser, words: &str) {
    let script = "const field = document.querySelector('#_search');
        field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }))";
    let words = vec![json!(words)];
    browser.client.execute(script, words).await.unwrap();
}

/// The words that are highlighted as matches.
const HIGHLIGHTED: &str =
    "return [...(CSS.highlights?.get('found') ?? [])].map((range) => range.toString())";

async fn phrases_match_across_quotation_marks(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    let engineer = ["engineer-sent-letter"].as_slice();
    for (words, statements, marked) in [
        // Across the quotation marks around verbatim words.
        ("\"sent a formal\"", engineer, vec!["sent “a formal"]),
        ("“town hall on 1”", engineer, vec!["town hall” on 1"]),
        ("«Sent, a FORMAL»", engineer, vec!["sent “a formal"]),
        (
            "&quot;formal notice&quot; county",
            engineer,
            vec!["formal notice", "county"],
        ),
        (
            "\"formal notice\" „the county“",
            engineer,
            vec!["formal notice", "The county"],
        ),
        ("‘town hall’", engineer, vec!["town hall"]),
        (
            "formal, (hall) —notice “sent”.",
            engineer,
            vec!["sent", "formal", "hall", "notice"],
        ),
        ("\"formal hall", engineer, vec!["formal", "hall"]),
        // Part of a word does not match in a phrase.
        ("\"ormal notice\"", &[], vec![]),
        ("\"notice formal\"", &[], vec![]),
        ("\"a formal notice\" \"register\"", &[], vec![]),
        // In folded text: another wording, a headline.
        (
            "\"the mayor's office\"",
            &["mayor-never-saw-it"],
            vec!["the mayor's office"],
        ),
        ("registér…", &["clerk-on-register"], vec!["register"]),
    ] {
        search(&browser, words).await;
        let expected = json!(statements);
        browser
            .wait(&format!("return JSON.stringify([...document.querySelectorAll('[data-match]')].map((one) => one.id)) === JSON.stringify({expected}) && document.querySelector('.finder__count').innerText.startsWith('{} match')", if statements.is_empty() { "No" } else { "1" }).replace("'No match'", "'No matches'"))
            .await;
        let found = browser.eval(HIGHLIGHTED).await;
        let found: Vec<&str> = found
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_str)
            .collect();
        for words in &marked {
            assert!(found.contains(words), "{words} of {found:?}");
        }
        // The words are highlighted wherever they occur, and nothing else is.
        let is_expected = |one: &&&str| {
            let mut all = marked.iter().chain(&["county"]);
            all.any(|words| words.eq_ignore_ascii_case(one))
        };
        assert_eq!(
            found.iter().filter(is_expected).count(),
            found.len(),
            "{words}: {found:?}"
        );
    }
    // Punctuation alone is no search, and has no count.
    for words in ["\"\"", "“ ”", "…", " - ", "&quot;"] {
        search(&browser, words).await;
        wait_for_shown(&browser, &ALL_POINTS, &[]).await;
        assert_eq!(browser.text(".finder__count").await, "", "{words}");
    }
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn a_date_filters_only_when_complete(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    browser.click(".finder__more > summary").await;
    browser
        .wait("return document.querySelector('.finder__choices input[type=date]') !== null")
        .await;
    browser
        .eval("window.heard = []; new MutationObserver(() => heard.push(document.querySelector('.finder__count').innerText)).observe(document.querySelector('.finder__count'), { childList: true, subtree: true })")
        .await;
    let set = |value: &str| {
        format!(
            "const field = document.querySelectorAll('.finder__choices input[type=date]')[1];
             field.value = '{value}'; field.dispatchEvent(new Event('input', {{ bubbles: true }})); field.dispatchEvent(new Event('change', {{ bubbles: true }}));
             return field.value"
        )
    };
    // The values that browsers report while a year is typed.
    for value in ["0002-03-09", "0020-03-09", "0202-03-09"] {
        let left = browser.eval(&set(value)).await;
        assert_eq!(left, json!(value), "an incomplete value is not replaced");
    }
    browser.eval(&set("2021-03-09")).await;
    wait_for_query(&browser, "?until=2021-03-09").await;
    let town = [
        "mayor-never-saw-it",
        "clerk-on-register",
        "mayor-county-pays",
    ];
    wait_for_shown(&browser, &["notice-given", "who-pays"], &town).await;
    // While the date is changed, the previous one applies until the new one is
    // complete.
    for value in ["0002-03-10", "0202-03-10"] {
        browser.eval(&set(value)).await;
    }
    wait_for_shown(&browser, &["notice-given", "who-pays"], &town).await;
    browser.eval(&set("2021-03-01")).await;
    wait_for_query(&browser, "?until=2021-03-01").await;
    let heard = browser.eval("return heard").await;
    assert_eq!(
        heard,
        json!([
            "3 matches in 2 of 3 points (both sides shown)",
            "No matches"
        ])
    );
    // Cleared.
    if engine == Engine::Webkit {
        lacks(engine, "a date field that reports that a script emptied it");
        browser.click(".finder__count ~ .control").await;
    } else {
        browser.eval(&set("")).await;
    }
    wait_for_query(&browser, "").await;
    wait_for_shown(&browser, &ALL_POINTS, &[]).await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn the_count_is_announced_once_after_typing(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    let live = "document.querySelector('.finder [aria-live]')";
    // The visible count changes on every keystroke, so it is no live region.
    let silent = browser
        .eval(&format!("return document.querySelector('.finder__count').closest('[aria-live], [role=status]') === null && {live}.getAttribute('aria-live') === 'polite'"))
        .await;
    assert_eq!(silent, json!(true));
    browser
        .eval(&format!("window.heard = []; new MutationObserver(() => heard.push({live}.textContent)).observe({live}, {{ childList: true, subtree: true, characterData: true }})"))
        .await;
    browser
        .eval(
            "const field = document.querySelector('#_search');
             for (const words of ['c', 'cl', 'cle', 'cler', 'clerk']) {
               field.value = words; field.dispatchEvent(new Event('input', { bubbles: true }));
             }",
        )
        .await;
    wait_for_query(&browser, "?q=clerk").await;
    browser.wait("return heard.length > 0").await;
    assert_eq!(
        browser.eval("return heard").await,
        json!(["1 match in 1 of 3 points (both sides shown)"])
    );
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn shortcuts_ignore_editors_and_widgets(engine: Engine) {
    let browser = open(engine, &format!("{DISPUTE_PAGE}?q=letter")).await;
    browser
        .eval(
            "window.places = [];
             const add = (name, make) => {
               for (const parent of [document.body, document.querySelector('#app main')]) {
                 const host = document.createElement('div');
                 parent.append(host);
                 places.push([name, make(host)]);
               }
             };
             const make = (spec) => {
               const [tag, ...attributes] = spec.split(' '), one = document.createElement(tag);
               for (const [name, value = ''] of attributes.map((one) => one.split('='))) one.setAttribute(name, value);
               if (['p', 'b', 'div', 'a', 'button'].includes(tag)) one.textContent = 'x';
               return one;
             };
             const inner = (outer, spec) => (host) => {
               const [one, other] = [make(outer), spec && make(spec)];
               host.append(one);
               if (other) one.append(other);
               return other ?? one;
             };
             const shadow = (mode, spec) => (host) => {
               const inside = make(spec);
               host.attachShadow({ mode }).append(inside);
               return inside;
             };
             for (const spec of ['input', 'textarea', 'p contenteditable', 'button', 'a href=#x']) {
               add('open ' + spec, shadow('open', spec));
               add('open in ours ' + spec, (host) => { host.tabIndex = -1; return shadow('open', spec)(host); });
               add('closed ' + spec, (host) => {
                 const outer = make('x-note tabindex=-1');
                 host.append(outer);
                 return shadow('closed', spec)(outer);
               });
             }
             for (const role of ['textbox', 'searchbox', 'combobox', 'spinbutton', 'slider', 'listbox', 'menu', 'grid', 'tree', 'application', 'dialog']) {
               add(role, inner(`div role=${role} tabindex=0`));
               add('in ' + role, inner(`div role=${role}`, 'b tabindex=-1'));
             }
             for (const spec of ['p contenteditable tabindex=0', 'p contenteditable=plaintext-only tabindex=0', 'input type=checkbox',
               'input type=range', 'input type=date', 'input', 'select', 'textarea', 'audio controls tabindex=0', 'video controls tabindex=0',
               'x-editor tabindex=-1', 'div tabindex=0', 'iframe tabindex=0', 'object tabindex=0'])
               add(spec, inner(spec));
             add('in an editor', inner('p contenteditable', 'b tabindex=-1'));
             add('in plain text', inner('p contenteditable=plaintext-only', 'b tabindex=-1'));
             return places.length",
        )
        .await;
    let acted = browser
        .eval(
            "return places.filter(([name, place]) => {
               place.focus();
               const taken = [...'jkoacfs?'].map((key) => place.dispatchEvent(new KeyboardEvent('keydown',
                 { bubbles: true, composed: true, cancelable: true, key, code: 'Key' + key.toUpperCase() })));
               return taken.includes(false);
             }).map(([name]) => name)",
        )
        .await;
    assert_eq!(acted, json!([]));
    assert_eq!(
        browser.eval("return location.search").await,
        json!("?q=letter")
    );
    // Nor with the document as an editor, or with focus on another element than the
    // target of the event.
    let press = "document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key: 's', code: 'KeyS' }))";
    let left = browser
        .eval(&format!("document.activeElement.blur(); document.designMode = 'on'; const one = {press}; document.designMode = 'off';
             places.find(([name]) => name === 'closed input')[1].focus(); const other = {press}; return [one, other]"))
        .await;
    assert_eq!(left, json!([true, true]));
    // Shortcuts work on the page's own elements: a link, a button, a statement.
    for place in [
        ".breadcrumb a, .masthead a",
        "#_swap",
        "#engineer-sent-letter",
        "#engineer-sent-letter summary",
    ] {
        let taken = browser
            .eval(&format!("const place = document.querySelector('{place}'); place.focus();
                 return document.activeElement === place && !place.dispatchEvent(new KeyboardEvent('keydown', {{ bubbles: true, composed: true, cancelable: true, key: 'o', code: 'KeyO' }}))"))
            .await;
        assert_eq!(taken, json!(true), "{place}");
    }
    assert_eq!(browser.console().await, Vec::<String>::new());
}

/// Defines `translate()`, which wraps every text node in `font` elements, as page
/// translators do.
const TRANSLATE: &str = "const translate = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        if (text.parentElement.closest('script, style, template, font, option, textarea') || !text.data.trim()) continue;
        const outer = document.createElement('font'), inner = document.createElement('font');
        outer.append(inner);
        text.replaceWith(outer);
        inner.append(document.createTextNode(text.data));
      }
    };";

async fn a_page_translated_before_hydration_can_be_searched(engine: Engine) {
    for change in [
        TRANSLATE.to_owned() + "translate();",
        // Extensions that highlight words split text nodes. Others add elements or
        // remove comments.
        "for (const text of [...document.querySelectorAll('.finder span, .finder button, .finder summary')].map((one) => one.firstChild)) text.splitText(3);".to_owned(),
        "document.querySelector('.finder label').append(document.createElement('x-button'));".to_owned(),
        "const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT), all = []; while (walker.nextNode()) all.push(walker.currentNode); all.forEach((one) => one.remove());".to_owned(),
    ] {
        let folder = with_boot("a-b", Some(&change));
        let browser = Browser::open_folder(engine, folder.path(), "/a/b/", Script::On).await;
        browser.goto_hydrated(DISPUTE_PAGE).await;
        search(&browser, "register").await;
        wait_for_shown(&browser, &["notice-given"], &["clerk-on-register"]).await;
        assert_eq!(
            browser.text(".finder__count").await,
            "1 match in 1 of 3 points (both sides shown)"
        );
        let written = browser
            .eval("return [...document.querySelectorAll('.finder label span, .finder summary, #_swap')].map((one) => one.textContent)")
            .await;
        assert_eq!(written, json!(["Search the statements", "Swap sides", "Filters"]), "{change}");
        browser.click("#_swap").await;
        wait_for_query(&browser, "?q=register&first=town").await;
        assert_eq!(browser.console().await, Vec::<String>::new(), "{change}");
    }
}

async fn counts_stay_right_on_a_page_translated_after_hydration(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    let counts = |found: &str| {
        format!(
            "const text = (selector) => document.querySelector(selector).textContent;
             return text('.finder__count') === '{found}' && text('.finder [aria-live]') === '{found}'"
        )
    };
    let one = "1 match in 1 of 3 points (both sides shown)";
    let translate = TRANSLATE.to_owned() + "translate();";
    browser.eval(&translate).await;
    search(&browser, "register").await;
    browser.wait(&counts(one)).await;
    browser.eval(&translate).await;
    search(&browser, "nothing has this").await;
    browser.wait(&counts("No matches")).await;
    browser.eval(&translate).await;
    search(&browser, "\"a formal notice\"").await;
    browser.wait(&counts(one)).await;
    wait_for_shown(&browser, &["notice-given"], &["engineer-sent-letter"]).await;
    let marked = browser.eval(HIGHLIGHTED).await;
    assert!(
        marked.as_array().unwrap().is_empty() || marked == json!(["a formal notice"]),
        "{marked}"
    );
    browser.eval(&translate).await;
    // Text that was translated since then is searched in its translation.
    browser
        .eval("const text = document.querySelector('#engineer-sent-letter .statement-card__words font font'); text.textContent = 'Le comté';
             document.querySelector('#_search').focus()")
        .await;
    browser
        .eval("document.querySelector('#_search').dispatchEvent(new FocusEvent('focus')); document.querySelector('#_search').dispatchEvent(new FocusEvent('focusin', { bubbles: true }))")
        .await;
    search(&browser, "comte").await;
    browser.wait(&counts(one)).await;
    // Counts are also written if their text nodes were removed.
    browser
        .eval("for (const place of document.querySelectorAll('.finder__count, .finder [aria-live], .all-sources__count')) place.replaceChildren()")
        .await;
    search(&browser, "").await;
    browser.wait(&counts("")).await;
    let open = |count: &str, offer: &str| {
        format!(
            "return document.querySelector('.all-sources__count').textContent === 'Sources open: {count} of 5'
                 && document.querySelector('.all-sources button').textContent === '{offer} all sources'"
        )
    };
    browser.click(".all-sources button").await;
    browser.wait(&open("5", "Hide")).await;
    browser.eval(&translate).await;
    browser.click(".all-sources button").await;
    browser.wait(&open("0", "Show")).await;
    browser.eval(&translate).await;
    browser.click(".finder__more > summary").await;
    browser
        .wait("return document.querySelector('.finder__choices label') !== null")
        .await;
    browser.eval(&translate).await;
    browser
        .eval("const side = document.querySelector('.finder__choices select'); side.value = 'town'; side.dispatchEvent(new Event('change', { bubbles: true }))")
        .await;
    browser
        .wait(&counts("3 matches in 2 of 3 points (both sides shown)"))
        .await;
    browser.eval(&translate).await;
    browser.click("#_swap").await;
    wait_for_query(&browser, "?side=town&first=town").await;
    browser
        .wait("return document.querySelector('[role=status]').textContent.startsWith('Now listed first: ')")
        .await;
    browser.click(".finder__count + button").await;
    browser.wait(&counts("")).await;
    wait_for_shown(&browser, &ALL_POINTS, &[]).await;
    for id in ["who-pays", "notice-given"] {
        browser
            .eval(&format!(
                "{translate} document.getElementById('{id}').scrollIntoView()"
            ))
            .await;
        browser
            .wait(&format!("return document.querySelector('.contents [aria-current]')?.getAttribute('href') === '#{id}' && document.querySelectorAll('.whereabouts__here').length === 1"))
            .await;
    }
    browser.eval(&translate).await;
    browser.click(".masthead [data-keys]").await;
    browser
        .wait("return document.querySelector('dialog[open] kbd') !== null")
        .await;
    browser
        .eval("document.querySelector('dialog[open]').close()")
        .await;
    let app = "return document.querySelector('#app').dataset.app";
    assert_eq!(browser.eval(app).await, json!("ready"));
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn every_filter_is_in_the_url(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    browser.click(".finder__more > summary").await;
    browser
        .wait("return document.querySelector('.finder__choices label') !== null")
        .await;
    let choose = |label: &str, value: &str| {
        format!(
            "const label = [...document.querySelectorAll('.finder__choices label')].find((one) => one.innerText.startsWith('{label}'));
             const field = label.querySelector('select, input');
             field.value = '{value}';
             field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        )
    };
    for (label, value, query, statements) in [
        (
            "Side",
            "town",
            "side=town",
            vec![
                "mayor-never-saw-it",
                "clerk-on-register",
                "mayor-county-pays",
            ],
        ),
        ("Side", "_others", "side=_others", vec!["courier-saw-copy"]),
        ("Side", "", "", vec![]),
        (
            "Speaker",
            "mayor",
            "speaker=mayor",
            vec!["mayor-never-saw-it", "mayor-county-pays"],
        ),
        (
            "Wording",
            "paraphrased",
            "speaker=mayor&wording=paraphrased",
            vec!["mayor-county-pays"],
        ),
        (
            "Speaker",
            "",
            "wording=paraphrased",
            vec!["courier-saw-copy", "mayor-county-pays"],
        ),
        ("Wording", "", "", vec![]),
        ("Named", "no", "named=no", vec!["clerk-on-register"]),
        ("Named", "", "", vec![]),
        (
            "Outlet",
            "Valley Radio",
            "outlet=Valley%20Radio",
            vec!["mayor-never-saw-it", "mayor-county-pays"],
        ),
        ("Outlet", "", "", vec![]),
        (
            "From",
            "2021-03-10",
            "from=2021-03-10",
            vec!["engineer-sent-letter", "courier-saw-copy"],
        ),
        (
            "To",
            "2021-03-09",
            "from=2021-03-10&until=2021-03-09",
            vec![],
        ),
    ] {
        browser.eval(&choose(label, value)).await;
        let query = if query.is_empty() {
            String::new()
        } else {
            format!("?{query}")
        };
        wait_for_query(&browser, &query).await;
        let matched = browser.eval(SHOWN_IDS).await;
        assert_eq!(matched[1], json!(statements), "{label} {value}");
    }
    // The URL alone sets the filters. They are unfolded and selected.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!(
            "{DISPUTE_PAGE}?speaker=mayor&source=radio-bridge&x=1"
        ))
        .await;
    wait_for_shown(&browser, &["who-pays"], &["mayor-county-pays"]).await;
    browser
        .wait("return document.querySelector('.finder__more').open && document.querySelector('.finder__choices select:has([value=mayor])').value === 'mayor' && document.querySelector('.finder__count').innerText.endsWith('Only statements cited from Valley Radio, 9 March 2021')")
        .await;
    wait_for_query(&browser, "?speaker=mayor&source=radio-bridge&x=1").await;
    // Invalid values filter nothing.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!(
            "{DISPUTE_PAGE}?from=2021-02-31&named=perhaps&side=%3F&speaker=&wording=%FF"
        ))
        .await;
    wait_for_shown(&browser, &ALL_POINTS, &[]).await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn a_link_target_is_shown_despite_a_filter(engine: Engine) {
    let browser = open(engine, &format!("{DISPUTE_PAGE}?q=register#who-pays")).await;
    browser
        .wait("const here = document.getElementById('who-pays'); return !here.hidden && here === document.activeElement && here.getBoundingClientRect().top < innerHeight / 2 && document.getElementById('later-notice').hidden")
        .await;
    // A link within the page does not change the filter or the order.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!("{DISPUTE_PAGE}?q=register&first=town"))
        .await;
    wait_for_shown(&browser, &["notice-given"], &["clerk-on-register"]).await;
    browser.click("#clerk-on-register .sourcing__summary").await;
    browser.click("#clerk-on-register .chain__hop a").await;
    browser
        .wait("return location.hash === '#courier-bridge-closes' && location.search === '?q=register&first=town' && document.activeElement.id === 'courier-bridge-closes'")
        .await;
    browser.eval("history.back()").await;
    browser.wait("return location.hash === ''").await;
    wait_for_shown(&browser, &["notice-given"], &["clerk-on-register"]).await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn swapping_sides_moves_only_the_columns(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    let order = "const side = (cell) => [...cell.querySelectorAll('.statement-card')].map((one) => one.id);
        return [
            [...document.querySelectorAll('.ledger__head')].map((one) => one.textContent),
            [...document.querySelectorAll('#notice-given .cell')].map(side),
            [...document.querySelectorAll('.whole__sections a')].map((one) => one.getAttribute('href')).sort(),
            [...document.querySelectorAll('.sourcing[open]')].map((one) => one.parentElement.id).sort(),
        ]";
    browser.click("#clerk-on-register .sourcing__summary").await;
    let first = browser.eval(order).await;
    assert_eq!(
        first[1],
        json!([
            ["engineer-sent-letter"],
            ["mayor-never-saw-it", "clerk-on-register"]
        ])
    );
    browser.click("#_swap").await;
    wait_for_query(&browser, "?first=town").await;
    browser
        .wait("return document.querySelector('[role=status]').innerText.startsWith('Now listed first: ')")
        .await;
    let swapped = browser.eval(order).await;
    let reversed =
        |list: &Value| Value::Array(list.as_array().unwrap().iter().rev().cloned().collect());
    assert_eq!(swapped[0], reversed(&first[0]));
    assert_eq!(swapped[1], reversed(&first[1]));
    assert_eq!(swapped[2], first[2]);
    assert_eq!(swapped[3], first[3]);
    assert_eq!(
        browser.eval("return document.activeElement.id").await,
        json!("_swap")
    );
    // The URL alone is enough. Swapping again removes the parameter.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated(&format!("{DISPUTE_PAGE}?first=town"))
        .await;
    browser
        .wait("return document.querySelector('#notice-given .cell .statement-card').id === 'mayor-never-saw-it'")
        .await;
    browser.click("#_swap").await;
    wait_for_query(&browser, "").await;
    assert_eq!(browser.eval(order).await[1], first[1]);
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn shortcuts_do_what_their_dialog_says(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    let focus = |id: &str| format!("return document.activeElement.id === '{id}'");
    browser.type_text("j").await;
    browser.wait(&focus("notice-given")).await;
    browser.type_text("j").await;
    browser.wait(&focus("who-pays")).await;
    browser.type_text("k").await;
    browser.wait(&focus("notice-given")).await;
    browser.type_text("o").await;
    browser
        .wait("return document.querySelectorAll('#notice-given .sourcing[open]').length === 4 && document.querySelectorAll('.sourcing[open]').length === 4")
        .await;
    browser.type_text("o").await;
    browser
        .wait("return document.querySelectorAll('.sourcing[open]').length === 0")
        .await;
    browser.type_text("a").await;
    browser
        .wait("return document.querySelectorAll('.sourcing:not([open])').length === 0")
        .await;
    browser.type_text("c").await;
    browser
        .wait("return ['Link copied', ''].includes(document.querySelector('[role=status]').innerText) && (document.querySelector('[role=status]').innerText || document.querySelector('dialog[open] textarea')) !== null")
        .await;
    browser
        .eval("document.querySelectorAll('dialog[open]').forEach((one) => one.close())")
        .await;
    browser.type_text("s").await;
    wait_for_query(&browser, "?first=town").await;
    browser.type_text("f").await;
    browser.wait(&focus("_search")).await;
    // In a text field, the keys type characters.
    browser.type_text("js?").await;
    browser
        .wait("return document.getElementById('_search').value === 'js?'")
        .await;
    wait_for_query(&browser, "?q=js%3F&first=town").await;
    browser.eval("document.activeElement.blur()").await;
    browser.type_text("?").await;
    browser
        .wait("const panel = document.querySelector('dialog[open]'); return panel !== null && panel.querySelectorAll('kbd').length === 8 && panel.contains(document.activeElement)")
        .await;
    // Shortcuts can be turned off, and on again.
    browser.click("dialog[open] input").await;
    browser.click("dialog[open] .panel__foot button").await;
    browser.eval("document.activeElement.blur()").await;
    browser.type_text("j").await;
    browser.type_text("?").await;
    let nothing = "return document.querySelector('dialog[open]') === null && document.activeElement === document.body";
    assert_eq!(browser.eval(nothing).await, json!(true));
    browser.click(".masthead [data-keys]").await;
    browser.click("dialog[open] input").await;
    browser.click("dialog[open] .panel__foot button").await;
    assert_eq!(
        browser
            .eval("return Object.keys(localStorage).length")
            .await,
        json!(0)
    );
    // On the page of an item, `j` opens the next item.
    browser.goto_hydrated("bridge-repair/notice-given/").await;
    browser.type_text("j").await;
    browser
        .wait("return location.pathname.endsWith('/who-pays/')")
        .await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn shortcuts_ignore_the_keys_of_the_browser(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    let pressed = browser
        .eval(
            "const press = (options) => document.body.dispatchEvent(
               new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...options }));
             return ['ctrlKey', 'metaKey', 'altKey', 'isComposing', 'repeat']
               .map((with_) => press({ key: 'j', code: 'KeyJ', [with_]: true }))
               .concat([press({ key: '/' }), press({ key: \"'\" }), press({ key: ' ' }), press({ key: 'Tab' }),
                 press({ key: 'ArrowDown' }), press({ key: 'J', shiftKey: true }),
                 press({ key: 'j', shiftKey: true }), press({ key: 'О', code: 'KeyJ', shiftKey: true }),
                 press({ key: 'j', code: 'KeyJ', keyCode: 229 }),
                 press({ key: 'Process', code: 'KeyJ' }), press({ key: 'Dead', code: 'KeyJ' })])
               .concat([document.activeElement === document.body])",
        )
        .await;
    assert_eq!(pressed, json!(vec![true; 17]), "no key was handled");
    // On a Cyrillic keyboard, the shortcuts are on the same physical keys. Caps Lock
    // changes nothing.
    for (key, id) in [
        ("о", "notice-given"),
        ("J", "who-pays"),
        ("О", "later-notice"),
    ] {
        let taken = browser
            .eval(&format!("return !document.body.dispatchEvent(new KeyboardEvent('keydown', {{ bubbles: true, cancelable: true, key: '{key}', code: 'KeyJ' }}))"))
            .await;
        assert_eq!(taken, json!(true), "{key}");
        browser
            .wait(&format!("return document.activeElement.id === '{id}'"))
            .await;
    }
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn the_table_of_contents_marks_the_current_section(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    let here = |id: &str| {
        format!(
            "const here = [...document.querySelectorAll('.contents [aria-current]')];
             return here.length === 1 && here[0].getAttribute('href') === '#{id}' && here[0].getAttribute('aria-current') === 'location'"
        )
    };
    assert_eq!(
        browser
            .eval("return document.querySelectorAll('.contents [aria-current]').length")
            .await,
        json!(0)
    );
    for id in ["who-pays", "notice-given", "_documents"] {
        browser
            .eval(&format!("document.getElementById('{id}').scrollIntoView()"))
            .await;
        browser.wait(&here(id)).await;
    }
    let line = browser
        .eval("return document.querySelector('.whereabouts').textContent")
        .await;
    assert_eq!(
        line,
        json!("On this pageThe documents, and what each side calls them")
    );
    // The last section can't reach the top of the window.
    browser
        .eval("scrollTo(0, document.documentElement.scrollHeight)")
        .await;
    browser.wait(&here("_revisions")).await;
    // Above the first section none is current.
    browser.eval("scrollTo(0, 0)").await;
    browser
        .wait("return document.querySelector('.contents [aria-current]') === null && document.querySelector('.whereabouts').hidden")
        .await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

/// A shared search is visible at once: the field with its words, the count and the
/// first matching point.
async fn a_shared_search_shows_its_results(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.client.set_window_size(1000, 700).await.unwrap();
    browser.goto_hydrated("bridge-repair/?q=register").await;
    browser
        .wait(
            "const box = (selector) => document.querySelector(selector).getBoundingClientRect();
             return document.querySelector('.finder input').value === 'register'
               && document.querySelector('.finder__count').innerText !== ''
               && box('.finder').top >= 0 && box('.finder').top < 200
               && box('.point:not([hidden])').top < innerHeight",
        )
        .await;
    // A link target in the URL takes precedence.
    browser.goto_hydrated("").await;
    browser
        .goto_hydrated("bridge-repair/?q=register#_documents")
        .await;
    browser
        .wait("const top = document.getElementById('_documents').getBoundingClientRect().top; return top >= 0 && top < innerHeight")
        .await;
}

async fn terms_are_explained_on_an_item_page(engine: Engine) {
    // WebKit's driver can't turn scripts off.
    let script = if engine == Engine::Webkit {
        Script::On
    } else {
        Script::Off
    };
    let browser = Browser::open_in(engine, "a-b", script).await;
    browser.goto("bridge-repair/notice-given/").await;
    browser.click(".glossary__terms > summary").await;
    let terms = browser.text(".glossary__terms").await;
    assert!(terms.contains("Via another outlet"), "{terms}");
}

async fn every_timeline_mark_links_to_its_item(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    let marks = browser
        .eval(
            "const shown = [...document.querySelectorAll('.time svg')].find((one) => one.getClientRects().length > 0 && one.querySelector('a'));
             return [...shown.querySelectorAll('a')].map((mark) => {
               const id = mark.getAttribute('href').slice(1);
               const box = mark.querySelector('.time__target').getBoundingClientRect();
               mark.focus();
               return [id, document.getElementById(id) !== null, box.width >= 24 && box.height >= 24,
                 document.activeElement === mark, mark.querySelector('title').textContent.length > 20];
             })",
        )
        .await;
    let marks = marks.as_array().unwrap();
    let all = browser
        .eval("return document.querySelectorAll('.ledger .statement-card, .event-item').length")
        .await;
    assert!(
        marks.len() >= 6 && marks.len() as u64 == all.as_u64().unwrap(),
        "{marks:?} of {all}"
    );
    for mark in marks {
        assert_eq!(
            mark.as_array().unwrap()[1..],
            [json!(true), json!(true), json!(true), json!(true)],
            "{mark}"
        );
    }
    // Marks work with the keyboard, like any link.
    let first = marks[0][0].as_str().unwrap().to_owned();
    browser
        .eval("[...document.querySelectorAll('.time svg')].find((one) => one.getClientRects().length > 0 && one.querySelector('a')).querySelector('a').focus()")
        .await;
    browser.type_text("\u{e007}").await;
    browser
        .wait(&format!(
            "return location.hash === '#{first}' && document.activeElement.id === '{first}'"
        ))
        .await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

async fn provenance_links_filter_the_ledger(engine: Engine) {
    let browser = open(engine, DISPUTE_PAGE).await;
    browser.eval("window.same = true").await;
    let statements = browser
        .eval("return document.querySelectorAll('.ledger .statement-card').length")
        .await;
    // The page of the dispute links to the figures.
    browser
        .eval("document.querySelector('[aria-labelledby=_provenance] a').click()")
        .await;
    let on_figures_page = format!(
        "return location.pathname.endsWith('/{DISPUTE_PAGE}figures/') && location.hash === '#_provenance'
             && document.querySelector('.provenance__table') !== null"
    );
    browser.wait(&on_figures_page).await;
    browser
        .wait("return document.activeElement.id === '_provenance'")
        .await;
    // Both tables count every statement, and the length of a bar matches its number.
    let counted = browser
        .eval(
            "return [...document.querySelectorAll('.provenance__table')].map((table) => {
               const numbers = (rows) => [...table.querySelectorAll(`${rows} td`)].map((cell) => Number(cell.textContent));
               const sum = (list) => list.reduce((all, one) => all + one, 0);
               const bars = [...table.querySelectorAll('td > svg')].map((bar) =>
                 [Number(bar.parentElement.textContent), bar.firstElementChild.getBoundingClientRect().width]);
               const unit = Math.max(...bars.map(([number, width]) => width / number));
               return [sum(numbers('tbody')), sum(numbers('tfoot')), bars.length > 2 && unit > 1
                 && bars.every(([number, width]) => Math.abs(width / number - unit) < unit / 10)];
             })",
        )
        .await;
    let each = json!([statements, statements, true]);
    assert_eq!(counted, json!([each, each]));
    for (name, query, points, statements) in [
        (
            "Valley Radio",
            "?outlet=Valley%20Radio",
            vec!["notice-given", "who-pays"],
            vec!["mayor-never-saw-it", "mayor-county-pays"],
        ),
        (
            "radio-bridge",
            "?source=radio-bridge",
            vec!["who-pays"],
            vec!["mayor-county-pays"],
        ),
    ] {
        browser
            .eval(&format!(
                "[...document.querySelectorAll('.provenance a')].find((one) => one.getAttribute('href').endsWith('/{DISPUTE_PAGE}{query}#_points')).click()"
            ))
            .await;
        wait_for_query(&browser, query).await;
        wait_for_shown(&browser, &points, &statements).await;
        browser
            .wait("return location.hash === '#_points' && document.activeElement.id === '_points'")
            .await;
        assert_eq!(
            browser.eval("return window.same").await,
            json!(true),
            "{name}: the page was loaded again"
        );
        browser.eval("history.back()").await;
        browser.wait(&on_figures_page).await;
    }
    assert_eq!(browser.console().await, Vec::<String>::new());
}

/// A summary matches no filter on speakers or on how they are quoted.
async fn a_summary_matches_no_speaker_filter(engine: Engine) {
    let browser = open(engine, "mill-clock/?wording=summarised").await;
    let agreed = ["clock-agreed"].as_slice();
    wait_for_shown(&browser, agreed, &["millers-want-it-to-run"]).await;
    for (query, points, statements) in [
        (
            "wording=quoted",
            ["clock-agreed", "clock-runs-again"].as_slice(),
            ["clerk-agreed", "master-not-asked", "master-we-wound-it"].as_slice(),
        ),
        ("wording=paraphrased", &[], &[]),
        (
            "named=yes&until=2021-06-02",
            agreed,
            &["clerk-agreed", "master-not-asked"],
        ),
        ("named=no", &[], &[]),
        ("speaker=millers-body", &[], &[]),
        (
            "outlet=Vale%20News%20Service",
            agreed,
            &["millers-want-it-to-run"],
        ),
    ] {
        browser.goto_hydrated("").await;
        browser.goto_hydrated(&format!("mill-clock/?{query}")).await;
        wait_for_shown(&browser, points, statements).await;
    }
    browser.goto_hydrated("mill-clock/").await;
    browser.click(".finder__more > summary").await;
    browser
        .wait("return document.querySelector('.finder__choices label') !== null")
        .await;
    let speakers = browser
        .eval("return [...document.querySelectorAll('.finder__choices label')].find((one) => one.innerText.startsWith('Speaker')).querySelectorAll('option').length")
        .await;
    assert_eq!(speakers, json!(3), "any, and the two who spoke");
    assert_eq!(browser.console().await, Vec::<String>::new());
}

/// The disputes in the list, by the last path segment of their URL.
const LISTED: &str =
    "return [...document.querySelectorAll('.disputes .feature:not([hidden]) .feature__question a')]
    .map((one) => one.pathname.split('/').at(-2)).join(' ')";

async fn the_start_page_searches_all_disputes(engine: Engine) {
    let browser = Browser::open_in(engine, "stress", Script::On).await;
    browser.goto_hydrated("").await;
    let all = browser.eval(LISTED).await;
    let lists = |ids: &str| format!("return (() => {{ {LISTED} }})() === '{ids}'");
    let says = |words: &str| {
        format!("return document.querySelector('.disputes [aria-live]').innerText === '{words}'")
    };
    browser.click(".disputes input").await;
    // Arabic words match with or without diacritics.
    browser.type_text("السّاعة").await;
    browser.wait(&lists("right-to-left")).await;
    browser.wait(&says("1 of 7 disputes matches.")).await;
    // Links to matches have the query.
    let leads = "return !!document.querySelector('.feature:not([hidden]) [data-within]:not([hidden]) a[href*=\"?q=\"]')";
    browser.wait(leads).await;
    let field = "const field = document.querySelector('.disputes input');
        field.value = ''; field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.eval(field).await;
    browser.wait(&lists(all.as_str().unwrap())).await;
    browser.wait(&says("")).await;
    browser.type_text("no such words").await;
    browser.wait(&lists("")).await;
    browser.wait(&says("None of the 7 disputes matches.")).await;
    // The URL alone is enough.
    browser.goto_hydrated("?q=no+such+words").await;
    browser.wait(&says("None of the 7 disputes matches.")).await;
}
