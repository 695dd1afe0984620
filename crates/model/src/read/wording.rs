//! Verbatim spans: the text between “ and ”.

use super::fields::Located;
use super::marks::{self, ForeignMark};
use super::problem::{Place, Problems};
use crate::Span;

const RULE: &str = "verbatim-marked";

/// A problem with a quotation mark; `at` is its index in characters.
struct Fault {
    at: usize,
    message: String,
    help: &'static str,
}

/// Splits a text at its quotation marks; `None` if [`check`] reports a problem.
pub(super) fn spans(text: &str) -> Option<Vec<Span>> {
    let (spans, faults) = read(text);
    faults.is_empty().then_some(spans)
}

/// Reports unpaired quotation marks, quotations without words, and other kinds of
/// marks.
pub(super) fn check(text: &Located<String>, problems: &mut Problems) {
    let (_, mut faults) = read(&text.value);
    faults.extend(marks::foreign_marks(&text.value).map(foreign_mark_fault));
    report(text, faults, problems);
}

/// Reports unpaired quotation marks and quotations without words.
pub(super) fn check_pairs(text: &Located<String>, problems: &mut Problems) {
    let (_, faults) = read(&text.value);
    report(text, faults, problems);
}

/// Reports double quotation marks of other kinds. Single ones, which may be
/// apostrophes or belong to a name, are allowed.
pub(super) fn check_double_marks(text: &Located<String>, problems: &mut Problems) {
    let foreign = marks::foreign_marks(&text.value);
    let double = foreign.filter(|foreign| "\"„‟«»".contains(&foreign.mark));
    report(text, double.map(foreign_mark_fault).collect(), problems);
}

fn report(text: &Located<String>, faults: Vec<Fault>, problems: &mut Problems) {
    for fault in faults {
        let place = place_in(text, fault.at);
        problems.add(&place, RULE, fault.message, fault.help);
    }
}

/// The place of a character of a text, by its index in characters.
pub(super) fn place_in(text: &Located<String>, at: usize) -> Place {
    // Skip the opening quotation mark of the TOML string. In a string over
    // several lines the reported column is only approximate.
    Place {
        column: text.place.column + 1 + at,
        ..text.place.clone()
    }
}

/// The spans of a text, as far as its marks are paired, and the faults.
fn read(text: &str) -> (Vec<Span>, Vec<Fault>) {
    let mut spans = Vec::new();
    let mut faults = Vec::new();
    let mut open = None;
    let mut words = String::new();
    let mut fault = |at, message: &str, help| {
        let message = message.to_owned();
        faults.push(Fault { at, message, help });
    };
    for (at, c) in text.chars().enumerate() {
        match (c, open) {
            ('“', None) => {
                if !words.is_empty() {
                    spans.push(Span::Paraphrase(std::mem::take(&mut words)));
                }
                open = Some(at);
            }
            ('“', Some(_)) => fault(
                at,
                "a quotation opens inside a quotation",
                "close the first one with ” before, or use ‘ and ’ for a quotation inside another",
            ),
            ('”', Some(start)) => {
                if words.trim().is_empty() {
                    fault(
                        start,
                        "a quotation is empty",
                        "put the words between “ and ”, or delete the marks",
                    );
                } else if !words.contains(char::is_alphanumeric) {
                    fault(
                        start,
                        "there are no words in this quotation",
                        "put the words between “ and ”; where they are left out, leave the marks out too",
                    );
                }
                spans.push(Span::Verbatim(std::mem::take(&mut words)));
                open = None;
            }
            ('”', None) => fault(
                at,
                "a quotation closes that was never opened",
                "put “ where the verbatim words begin",
            ),
            (c, _) => words.push(c),
        }
    }
    if let Some(start) = open {
        fault(
            start,
            "a quotation opens here and is never closed",
            "put ” where the verbatim words end",
        );
    }
    if !words.is_empty() {
        spans.push(Span::Paraphrase(words));
    }
    (spans, faults)
}

fn foreign_mark_fault(foreign: ForeignMark) -> Fault {
    let help = if foreign.inside {
        "for a quotation inside a quotation use ‘ and ’, whatever marks the source uses; an apostrophe is ’"
    } else {
        "put verbatim words between “ and ”, whatever marks the source uses; an apostrophe is ’"
    };
    Fault {
        at: foreign.at,
        message: format!("`{}` is not an accepted quotation mark", foreign.mark),
        help,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::spans;
    use crate::Span;

    #[test]
    fn a_quotation_has_words() {
        for text in [
            "“”",
            "“ ”",
            "“\u{a0}”",
            "“...”",
            "“…”",
            "“[…]”",
            "“\u{200b}”",
            "“–”",
            "“?!”",
            "“\u{2060}”",
            "“‘’”",
            "“,”",
            "a “b” “…”",
            "“\u{300}”",
            "“’”",
        ] {
            assert_eq!(spans(text), None, "{text}");
        }
        for text in ["“5”", "“…a”", "“Ж”", "“№ 1”", "“北”", "“ª”"] {
            assert!(spans(text).is_some(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn spans_are_the_text(text in "[a“”… .]{0,12}") {
            if let Some(spans) = spans(&text) {
                let written: String = spans.iter().map(|span| match span {
                    Span::Verbatim(words) => format!("“{words}”"),
                    Span::Paraphrase(words) => words.clone(),
                }).collect();
                prop_assert_eq!(written, text);
            }
        }
    }
}
