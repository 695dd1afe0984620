//! Texts with characters that are special in any of the formats, and where they are
//! inserted.

use proptest::prelude::*;
use says_who_model::read::{escape_hidden, unintended_text};
use toml::Value;

/// The keys with free text.
const TEXTS: [&str; 26] = [
    "about",
    "accepted",
    "as-of-note",
    "attributed-to",
    "authors",
    "contested",
    "corporate-authors",
    "headline",
    "how",
    "left-out",
    "method",
    "name",
    "note",
    "order-note",
    "outlet",
    "question",
    "reason",
    "role",
    "said",
    "says",
    "setting",
    "settled-by",
    "summary",
    "text",
    "verb",
    "what",
];

/// Characters that look like quotation marks, which texts with quotations must not
/// contain.
const MARKS: &str =
    "'`´＇‘’‚‛‹›❛❜❝❞❟❠〝〞〟＂⹂「」『』﹁﹂﹃﹄｢｣′″‴‵‶‷\u{2b9}\u{2ba}\u{2bc}\u{2dd}\u{2ee}״׳🙶🙷🙸";

/// A text with some of the characters that are special in any of the formats.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => "[a-zA-Z]{1,12}",
        2 => "\\PC{1,8}",
        1 => Just("<script>alert(1)</script>".to_owned()),
        1 => Just("</main></div></details>".to_owned()),
        1 => Just("<!-- --> ]]> &amp; &lt;".to_owned()),
        1 => Just("' onerror='x' `{{x}}` \\ %2F".to_owned()),
        1 => Just("שלום \u{200f}مرحبا".to_owned()),
        1 => Just("\u{1f469}\u{200d}\u{1f467} e\u{301}".to_owned()),
        1 => "[a-z]{60,90}",
    ];
    // Quotation marks are added by the caller, where they are allowed.
    let marks = ['“', '”', '"', '„', '‟', '«', '»'];
    let texts = proptest::collection::vec(part, 1..5).prop_map(move |parts| {
        let text = parts.join(" ").replace(marks, "");
        format!("x {text}")
    });
    // Invisible characters, unintended texts and look-alike marks are rejected.
    texts.prop_filter("an accepted text", |text| {
        let typed = ["<<", ">>", ",,"].iter().any(|marks| text.contains(marks));
        escape_hidden(text) == *text && unintended_text(text).is_none() && !typed
    })
}

/// The texts to insert, in order.
pub(crate) struct Texts<'a>(pub(crate) std::iter::Cycle<std::slice::Iter<'a, String>>);

impl Texts<'_> {
    pub(crate) fn next(&mut self) -> String {
        self.0.next().unwrap().clone()
    }

    /// Replaces each free text.
    pub(crate) fn put(&mut self, key: &str, value: &mut Value) {
        match value {
            Value::String(old) if TEXTS.contains(&key) && !old.starts_with("not stated") => {
                let quoted = key == "said" && old.contains('“');
                // Texts that can quote must not contain look-alikes of quotation
                // marks.
                let quotes = ["said", "text", "words"].contains(&key);
                let marks = |c: char| quotes && MARKS.contains(c);
                // Replace them with a letter, so that the characters around them don't
                // combine.
                let text = self.next().replace(marks, "x");
                *old = if quoted {
                    let more = [self.next(), self.next()].map(|text| text.replace(marks, "x"));
                    format!("{text} “{}” {}", more[0], more[1])
                } else {
                    text
                };
            }
            Value::Array(values) => values.iter_mut().for_each(|value| self.put(key, value)),
            Value::Table(table) => {
                // An alias has a `to` as well, which is an id.
                if table.contains_key("hop")
                    && let Some(Value::String(to)) = table.get_mut("to")
                {
                    *to = self.next();
                }
                for (key, value) in table.iter_mut() {
                    self.put(key, value);
                }
            }
            _ => {}
        }
    }
}
