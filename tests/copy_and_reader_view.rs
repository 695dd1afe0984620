//! Pages outside their layout: copied and pasted, in a reader view, and without the
//! style sheet. The words are the same, and no side is missing.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use says_who_tests::page::{Document, PasteField, ReaderView, Styles};
use says_who_tests::{Browser, Engine, Start, base, copy_site_with, files, in_every_engine};

in_every_engine!(
    copied_text_is_the_visible_text,
    no_quotation_marks_are_generated_without_the_style_sheet,
    a_reader_view_keeps_both_sides,
);

/// Selects the contents of the first element for a selector, copies them with the
/// keyboard, pastes them into a text field, and returns its value.
async fn copy_and_paste(browser: &Browser, engine: Engine, selector: &str) -> String {
    let field = PasteField(browser);
    field.add_and_select(selector).await;
    let control = '\u{e009}';
    browser.type_text(&format!("{control}c{control}")).await;
    let value = field.paste().await.trim().to_owned();
    assert!(!value.is_empty(), "{engine:?}: {selector}");
    value
}

async fn copied_text_is_the_visible_text(engine: Engine) {
    let browser = Start::site("a-b").open(engine, "bridge-repair/").await;
    // Unfold everything, because folded content has visually hidden text too.
    Document(&browser).unfold_all().await;
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    };
    let words = copy_and_paste(
        &browser,
        engine,
        "#engineer-sent-letter .statement-card__words",
    )
    .await;
    assert_eq!(
        words,
        "The county sent “a formal notice to the town hall” on 1 March."
    );
    let card = copy_and_paste(&browser, engine, "#mayor-never-saw-it").await;
    assert!(
        card.starts_with("“We never saw it <or> heard of it.”"),
        "{card}"
    );
    for doubled in ["\"", "““", "””", "“\"", "\"”"] {
        assert!(
            !card.contains(doubled),
            "{engine:?} copies {doubled}: {card}"
        );
    }
    let head = copy_and_paste(&browser, engine, "#notice-given .point__head").await;
    let head = lines(&head);
    assert_eq!(
        head.get(..3).unwrap(),
        ["1", "Was notice given before the closure?", "In dispute"],
        "{engine:?}"
    );
    for (place, expected) in [
        (
            ".point__head + .point-row__ground",
            "Common ground: A letter was written.",
        ),
        (
            ".point-row__ground + .point-row__ground",
            "Where they differ: Whether it was a notice, and whether it arrived.",
        ),
    ] {
        let ground = copy_and_paste(&browser, engine, &format!("#notice-given {place}")).await;
        assert_eq!(lines(&ground), [expected]);
    }
    // Visually hidden text is not copied, wherever it is on the page.
    let hidden = Styles(&browser)
        .replace_visually_hidden_texts("out of sight")
        .await;
    assert!(hidden > 5, "{hidden}");
    let whole = copy_and_paste(&browser, engine, "main").await;
    assert!(whole.contains("Was notice given before the closure?"));
    assert!(!whole.contains("out of sight"), "{engine:?}: {whole}");
}

async fn no_quotation_marks_are_generated_without_the_style_sheet(engine: Engine) {
    let browser = Start::site("a-b").browser(engine).await;
    for page in ["bridge-repair/", "bridge-repair/mayor-never-saw-it/"] {
        browser.goto_hydrated(page).await;
        // Quotation marks are text. Marks that CSS generates, as browsers do for `<q>`,
        // would be a second pair.
        Styles(&browser).remove().await;
        let generated = Styles(&browser).generated_quotation_count().await;
        assert_eq!(generated, 0, "{engine:?}: {page}");
    }
}

/// The part of the pages' security policy under which Readability can't run.
const TRUSTED_TYPES_POLICY: &str = "require-trusted-types-for 'script'; trusted-types says-who";

async fn a_reader_view_keeps_both_sides(engine: Engine) {
    let script =
        std::env::var_os("SAYS_WHO_READABILITY").expect("Readability: run `cargo xtask test`");
    let script = std::fs::read_to_string(script).unwrap();
    // A real reader view is not subject to the page's policy. Remove it in a copy of
    // the site.
    let copy = copy_site_with("a-b", |path, bytes| {
        if !path.ends_with(".html") {
            return Some(bytes);
        }
        let html = String::from_utf8(bytes).unwrap();
        Some(html.replace(TRUSTED_TYPES_POLICY, "").into_bytes())
    });
    let folder = copy.path();
    let browser = Start::folder(folder, base("a-b")).browser(engine).await;
    let mut read = 0;
    for file in files(folder) {
        let path = file.strip_prefix(folder).unwrap();
        let path = path.to_str().unwrap().replace('\\', "/");
        let Some(page) = path.strip_suffix("index.html") else {
            continue;
        };
        let is_article = page.contains('/') && !page.starts_with("embed/");
        if !is_article || page.ends_with("share/") || page.ends_with("figures/") {
            continue;
        }
        browser.goto(page).await;
        let lost = ReaderView(&browser).lost_texts(&script).await;
        assert_eq!(lost, Vec::<String>::new(), "{engine:?}: {page}");
        read += 1;
    }
    assert!(read > 20, "{read}");
}
