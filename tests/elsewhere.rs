//! Pages read elsewhere than on the page: pasted into a text, in a reader view,
//! without our style sheet. The words are the same there, and no side is missing.
#![allow(clippy::unwrap_used, reason = "a test that can't go on should stop")]

use says_who_tests::{Browser, Engine, Script, files, in_every_engine, site};
use serde_json::Value;

in_every_engine!(
    what_is_copied_is_what_one_sees,
    words_have_one_pair_of_marks_without_the_style_sheet,
    a_reader_view_keeps_both_sides,
);

/// What arrives where the contents of the first element for a selector are selected,
/// copied with the keyboard and pasted into a field for plain text.
async fn pasted(browser: &Browser, engine: Engine, selector: &str) -> String {
    let select = format!(
        "const field = document.getElementById('_field') ?? document.createElement('textarea');
         field.id = '_field';
         field.value = '';
         document.querySelector('main').append(field);
         const chosen = document.querySelector('{selector}');
         document.activeElement?.blur();
         getSelection().selectAllChildren(chosen);
         return true"
    );
    browser.wait(&select).await;
    let control = '\u{e009}';
    browser.type_text(&format!("{control}c{control}")).await;
    browser
        .wait("document.getElementById('_field').focus(); return document.activeElement.id === '_field'")
        .await;
    browser.type_text(&format!("{control}v{control}")).await;
    browser
        .wait("return document.getElementById('_field').value !== ''")
        .await;
    let value = browser
        .eval("return document.getElementById('_field').value")
        .await;
    let value = value.as_str().unwrap().trim().to_owned();
    assert!(!value.is_empty(), "{engine:?}: {selector}");
    value
}

async fn what_is_copied_is_what_one_sees(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::On).await;
    browser.ready("bridge-repair/").await;
    // Unfolded: hidden words stand in what folds.
    browser
        .eval("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        .await;
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    };
    let words = pasted(
        &browser,
        engine,
        "#engineer-sent-letter .statement-card__words",
    )
    .await;
    assert_eq!(
        words,
        "The county sent “a formal notice to the town hall” on 1 March."
    );
    let card = pasted(&browser, engine, "#mayor-never-saw-it").await;
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
    let head = pasted(&browser, engine, "#notice-given .point__head").await;
    let head = lines(&head);
    assert_eq!(
        head.get(..3).unwrap(),
        ["1", "Was notice given before the closure?", "Disputed fact"],
        "{engine:?}"
    );
    let ground = pasted(&browser, engine, "#notice-given .point-row__ground").await;
    assert_eq!(
        lines(&ground),
        [
            "Both accept: A letter was written.",
            "Contested: Whether it was a notice, and whether it arrived."
        ]
    );
    // Nothing that is hidden from sight, in whatever stands on the page.
    let whole = pasted(&browser, engine, "main").await;
    let hidden = browser
        .eval(
            "return [...document.querySelectorAll('main .visually-hidden:not(textarea)')]
               .map((one) => one.textContent.trim()).filter((text) => text.length > 12)",
        )
        .await;
    let hidden: Vec<&str> = hidden
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one.as_str().unwrap())
        .collect();
    assert!(hidden.len() > 5);
    for text in hidden {
        assert!(!whole.contains(text), "{engine:?} copies “{text}”");
    }
}

async fn words_have_one_pair_of_marks_without_the_style_sheet(engine: Engine) {
    let browser = Browser::open_in(engine, "a-b", Script::Off).await;
    for page in [
        "bridge-repair/",
        "bridge-repair/mayor-never-saw-it/",
        "embed/bridge-repair/mayor-never-saw-it/",
    ] {
        browser.go(page).await;
        // Marks that an element draws of its own stand in no text: none may draw any.
        let drawing = "
            document.querySelectorAll('link[rel=stylesheet], style').forEach((one) => one.remove());
            return [...document.querySelectorAll('main, main *')].filter((one) =>
                ['::before', '::after'].some((part) => getComputedStyle(one, part).content.includes('quote'))).length";
        if engine == Engine::Firefox {
            // Its driver runs no script on such a page; what draws marks is known by name.
            continue;
        }
        assert_eq!(browser.eval(drawing).await, Value::from(0), "{page}");
    }
    for file in files(&site("a-b")) {
        if file
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            let html = std::fs::read_to_string(&file).unwrap();
            assert!(
                !html.contains("<q>") && !html.contains("<q "),
                "{}",
                file.display()
            );
        }
    }
}

/// What a reader view makes of a page, with what the page itself has: the day to
/// which it speaks, the heads of the sides, each statement's words, each absence.
const READ: &str = "
    const words = (one) => one.textContent.replace(/[^\\p{L}\\p{N}]+/gu, ' ').trim();
    const of = (selector) => [...document.querySelectorAll(selector)].map(words);
    const wanted = of('main .as-of time, main .cell__head, main .statement-card__words, main .statement-card__speaker, main .absence__note, main .absence__kind, main .opening__ground p, main .opening__ground h2');
    const article = new Readability(document.cloneNode(true)).parse();
    const holder = document.createElement('div');
    holder.append(...new DOMParser().parseFromString(article?.content ?? '', 'text/html').body.childNodes);
    const text = words(holder);
    return [wanted.length, wanted.filter((one) => !text.includes(one))];";

async fn a_reader_view_keeps_both_sides(engine: Engine) {
    let script =
        std::env::var_os("SAYS_WHO_READABILITY").expect("Readability: run `cargo xtask test`");
    let script = std::fs::read_to_string(script).unwrap();
    let sites = [
        ("a-b", "bridge-repair"),
        ("a-b", "mill-clock"),
        ("stress", ""),
    ];
    for (name, dispute) in sites {
        let browser = Browser::open_in(engine, name, Script::On).await;
        let folder = site(name);
        for file in files(&folder) {
            let path = file
                .strip_prefix(&folder)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            let Some(page) = path.strip_suffix("index.html") else {
                continue;
            };
            let is_kept = page.starts_with(dispute) && !page.starts_with("embed/");
            if !is_kept || page.ends_with("share/") || page.ends_with("figures/") {
                continue;
            }
            browser.go(page).await;
            let read = browser.eval(&format!("{script}\n{READ}")).await;
            assert_eq!(read[1], Value::Array(Vec::new()), "{engine:?}: {page}");
        }
    }
}
