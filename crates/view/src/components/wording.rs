//! The words of a statement: verbatim parts set apart from paraphrase.
//!
//! The quotation marks are ordinary text in a `span`. A `<q>` would add marks of its
//! own wherever our style sheet is missing: in a reader view, an archive, a text
//! browser, and in what Firefox copies as plain text.

use says_who_model::{Language, Span, Stretch, Wording};
use yew::prelude::*;

use super::text;
use crate::direction;
use crate::dom::class;
use crate::words::Words;

/// The words in running text, each verbatim part in its quotation marks.
pub(crate) fn wording(wording: &Wording) -> Html {
    html! {
        <span class="wording" lang={wording.language.as_str().to_owned()} dir={direction::for_language(&wording.language)}>
            { spans_html(&wording.spans, &wording.language) }
        </span>
    }
}

/// The spans of a text, for an element that has the class `wording` and the
/// language.
pub(crate) fn spans_html(spans: &[Span], language: &Language) -> Html {
    marked_spans(spans, language, &[])
}

/// The spans of a wording, with the stretches marked that differ from another one.
pub(super) fn marked_wording(wording: &Wording, differs: &[Stretch]) -> Html {
    marked_spans(&wording.spans, &wording.language, differs)
}

fn marked_spans(spans: &[Span], language: &Language, differs: &[Stretch]) -> Html {
    let (open, close) = match language.as_str() {
        "ru" | "uk" | "fr" => ("«", "»"),
        "de" => ("„", "“"),
        _ => ("“", "”"),
    };
    let parts = spans.iter().enumerate().map(|(index, span)| {
        let here = differs
            .iter()
            .filter(|stretch| usize::from(stretch.span) == index);
        match span {
            Span::Verbatim(words) if differs.is_empty() => html! {
                <span class={class::VERBATIM}>{ format!("{open}{words}{close}") }</span>
            },
            Span::Verbatim(words) => html! {
                <span class={class::VERBATIM}>{ open }{ text_with_marks(words, here) }{ close }</span>
            },
            Span::Paraphrase(words) => text_with_marks(words, here),
        }
    });
    parts.collect()
}

/// A span's text, with the stretches in it marked.
fn text_with_marks<'a>(words: &str, stretches: impl Iterator<Item = &'a Stretch>) -> Html {
    let (mut parts, mut at) = (Vec::new(), 0);
    for stretch in stretches {
        let range = stretch.range();
        parts.push(text(words.get(at..range.start).unwrap_or_default()));
        parts.push(html! { <mark class="differs">{ text(stretch.slice(words)) }</mark> });
        at = range.end;
    }
    parts.push(text(words.get(at..).unwrap_or_default()));
    parts.into_iter().collect()
}

/// The stretches as a list, each in quotation marks.
pub(super) fn quoted_stretches(wording: &Wording, differs: &[Stretch]) -> String {
    let words = differs.iter().filter_map(|stretch| {
        let (Span::Verbatim(words) | Span::Paraphrase(words)) =
            wording.spans.get(usize::from(stretch.span))?;
        Some(format!("“{}”", stretch.slice(words)))
    });
    words.collect::<Vec<_>>().join(", ")
}

/// The original language, and who translated it.
pub fn translation(words: &Words, wording: &Wording) -> Option<String> {
    let language = wording.spoken_in.as_ref()?.as_str();
    let by = wording.translated_by.as_deref()?;
    let name = (words.language_name)(language).unwrap_or(language);
    Some((words.spoken_in)(name, by))
}
