//! The words of the app. Every page carries them in its own language, so that the app is
//! the same for all languages.

use std::fmt::Display;

use says_who_model::{Date, DatePart, Precision};
use yew::AttrValue;

use super::{Message, Words};
use crate::copyable::CopyKind;

/// The texts of all messages, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AppWords(Vec<AttrValue>);

impl AppWords {
    fn new(text: impl Fn(Message) -> &'static str) -> Self {
        let texts = Message::ALL.iter().map(|message| text(*message).into());
        Self(texts.collect())
    }

    /// Reads them from the block of a page.
    pub fn from_block(block: &str) -> Self {
        Self(
            block
                .split('\n')
                .map(|text| text.to_owned().into())
                .collect(),
        )
    }

    /// The block of a page: a text a line, in the order of [`Message::ALL`].
    pub(crate) fn to_block(&self) -> String {
        self.0.join("\n")
    }

    /// The text of a message; empty if the page does not have it.
    pub fn text(&self, message: Message) -> AttrValue {
        self.0.get(message as usize).cloned().unwrap_or_default()
    }

    /// A message with these values in the places of their names.
    pub fn fill(&self, message: Message, values: &[(&str, &dyn Display)]) -> String {
        fill(&self.text(message), values)
    }

    /// The form of a message for a number, with these values in the places of their
    /// names.
    //
    // English has two forms. A language with more needs a rule of its own (Unicode
    // CLDR, plural rules).
    pub fn counted(
        &self,
        message: Message,
        number: usize,
        values: &[(&str, &dyn Display)],
    ) -> String {
        fill(form(&self.text(message), usize::from(number != 1)), values)
    }

    /// That something was copied.
    pub fn copied(&self, kind: CopyKind) -> String {
        let message = match kind {
            CopyKind::Link => Message::CopiedLink,
            CopyKind::Quotation => Message::CopiedQuotation,
            CopyKind::Citation => Message::CopiedCitation,
            CopyKind::Embed => Message::CopiedEmbed,
        };
        self.text(message).to_string()
    }

    /// A day: "31 January 2022".
    pub fn date(&self, date: Date) -> String {
        let DatePart {
            year, precision, ..
        } = date.into();
        let Precision::Day(month, day) = precision else {
            return String::new();
        };
        let months = self.text(Message::Months);
        let month = form(&months, usize::from(month).wrapping_sub(1));
        self.fill(
            Message::Date,
            &[("day", &day), ("month", &month), ("year", &year)],
        )
    }
}

impl Words {
    /// The words of the app in this language.
    pub fn app_words(&self) -> AppWords {
        AppWords::new(self.message)
    }
}

/// One of the forms of a message; empty if it does not have that many.
fn form(text: &str, index: usize) -> &str {
    let mut forms = text.split(Message::FORM_SEPARATOR);
    // Not `nth`: it would be compiled for this alone.
    for _ in 0..index {
        forms.next();
    }
    forms.next().unwrap_or_default()
}

/// The text with values in the places of their names. A value is not looked at again, and
/// what is no name stays.
fn fill(text: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut filled = String::new();
    let mut parts = text.split('{');
    filled.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let name_and_rest = part.split_once('}');
        let value = name_and_rest.and_then(|(name, rest)| {
            let (_, value) = values.iter().find(|(own, _)| *own == name)?;
            Some((value, rest))
        });
        match value {
            Some((value, rest)) => {
                filled.push_str(&value.to_string());
                filled.push_str(rest);
            }
            None => {
                filled.push('{');
                filled.push_str(part);
            }
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::{AppWords, fill};
    use crate::words::{ENGLISH, Message};

    #[test]
    fn a_page_carries_every_message() {
        let words = ENGLISH.app_words();
        assert_eq!(AppWords::from_block(&words.to_block()), words);
        for message in Message::ALL {
            let text = words.text(*message);
            assert!(!text.is_empty(), "{message:?}");
            // It stands in the HTML as it is.
            assert!(!text.contains(['\n', '<', '>', '&']), "{message:?}");
        }
    }

    #[test]
    fn a_page_without_the_words_breaks_nothing() {
        let words = AppWords::default();
        assert_eq!(words.text(Message::Search), "");
        assert_eq!(
            words.counted(Message::PointsFound, 3, &[("points", &3)]),
            ""
        );
    }

    #[test]
    fn values_take_the_places_of_their_names() {
        for (text, filled) in [
            ("{a} of {b}", "1 of {a}"),
            ("{c}, {a", "{c}, {a"),
            ("a} {a}{a}", "a} 11"),
            ("", ""),
        ] {
            assert_eq!(fill(text, &[("a", &1), ("b", &"{a}")]), filled);
        }
    }

    #[test]
    fn numbers_have_their_forms() {
        let words = ENGLISH.app_words();
        for (number, expected) in [
            (0, "0 of 2 disputes match."),
            (1, "1 of 2 disputes matches."),
            (2, "2 of 2 disputes match."),
        ] {
            let values: [(&str, &dyn std::fmt::Display); 2] = [("found", &number), ("of", &2)];
            let text = words.counted(Message::DisputesFound, number, &values);
            assert_eq!(text, expected);
        }
    }

    #[test]
    fn days_read_as_on_the_pages() {
        let words = ENGLISH.app_words();
        for day in ["2022-01-31", "1908-12-01", "0033-04-03"] {
            let day = day.parse().expect("a day");
            assert_eq!(words.date(day), (ENGLISH.date)(day));
        }
    }
}
