//! The words of the app. Every page carries them, so that the app is the same for all
//! languages.

use std::fmt::Display;

use says_who_model::{Date, DatePart, Precision};
use yew::AttrValue;

use super::{Message, Words};
use crate::copyable::CopyKind;

/// Separates the texts in a page. Not white space: servers and archives change that.
const SEPARATOR: char = '¶';

/// The texts of all messages, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AppWords(Vec<AttrValue>);

impl AppWords {
    fn new(text: impl Fn(Message) -> &'static str) -> Self {
        let texts = Message::ALL.iter().map(|message| text(*message).into());
        Self(texts.collect())
    }

    /// Reads them from the block of a page; `None` if it is not complete.
    pub fn from_block(block: &str) -> Option<Self> {
        let texts = block.split(SEPARATOR);
        let texts: Vec<_> = texts.map(|text| text.trim().to_owned().into()).collect();
        (texts.len() == Message::ALL.len()).then_some(Self(texts))
    }

    /// The block of a page: the texts in the order of [`Message::ALL`].
    pub(crate) fn to_block(&self) -> String {
        self.0.join(&format!("{SEPARATOR}\n"))
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
        let month = form(&months, usize::from(month).saturating_sub(1));
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

/// One of the forms of a message; the last one if it does not have that many.
fn form(text: &str, index: usize) -> &str {
    let mut last = "";
    for (at, form) in text.split(Message::FORM_SEPARATOR).enumerate() {
        last = form;
        if at == index {
            break;
        }
    }
    last
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
        assert_eq!(AppWords::from_block(&words.to_block()), Some(words.clone()));
        let on_one_line = words.to_block().replace('\n', "  ");
        assert_eq!(AppWords::from_block(&on_one_line), Some(words.clone()));
        for message in Message::ALL {
            let text = words.text(*message);
            assert!(!text.is_empty(), "{message:?}");
            // It stands in the HTML as it is.
            assert!(!text.contains(['¶', '<', '>', '&']), "{message:?}");
        }
    }

    #[test]
    fn an_incomplete_block_is_refused() {
        let block = ENGLISH.app_words().to_block();
        let (_, shorter) = block.split_once('¶').expect("many texts");
        for block in ["", "Search", shorter, &format!("{block}¶")] {
            assert_eq!(AppWords::from_block(block), None, "{block}");
        }
    }

    #[test]
    fn messages_have_the_names_that_the_app_fills_in() {
        let filled: &[(Message, &[&str])] = &[
            (Message::DisputesFound, &["found", "of"]),
            (Message::PointsFound, &["points", "of"]),
            (Message::AlsoStatements, &["found", "statements"]),
            (Message::BothSidesShown, &["found"]),
            (Message::ChoiceWithCount, &["name", "count"]),
            (Message::UnknownChoice, &["value"]),
            (Message::SearchedWords, &["words"]),
            (Message::CitedFrom, &["source"]),
            (Message::SaidBy, &["name"]),
            (Message::SaidByDay, &["day"]),
            (Message::SaidOfAll, &["said", "of"]),
            (Message::DayBefore, &["day"]),
            (Message::DayAfter, &["day"]),
            (Message::SideFirst, &["side"]),
            (Message::PlaceOfPoint, &["number", "of", "name"]),
            (Message::SourcesOpen, &["open", "of"]),
            (Message::Date, &["day", "month", "year"]),
        ];
        for message in Message::ALL {
            let expected = filled.iter().find(|(of, _)| of == message);
            let expected = expected.map_or(&[][..], |(_, names)| names);
            for form in (ENGLISH.message)(*message).split(Message::FORM_SEPARATOR) {
                let names = form.split('{').skip(1);
                let names = names.filter_map(|part| Some(part.split_once('}')?.0));
                assert_eq!(names.collect::<Vec<_>>(), expected, "{message:?}");
            }
        }
    }

    #[test]
    fn a_hint_names_the_control_that_it_means() {
        let hint = (ENGLISH.message)(Message::HowToCompareTwo);
        assert!(hint.contains(ENGLISH.compare_with_another), "{hint}");
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
        let months = (1..=12).map(|month| format!("2022-{month:02}-28"));
        for day in months.chain(["0033-04-03".to_owned()]) {
            let day = day.parse().expect("a day");
            assert_eq!(words.date(day), (ENGLISH.date)(day));
        }
    }
}
