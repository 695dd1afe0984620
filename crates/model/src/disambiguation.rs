//! Tells items with the same name apart, so that no two pages of a dispute have the
//! same title.

use std::collections::HashMap;

use crate::{Dispute, Id, Item, Span, When, Wording};

/// What the title of an item has to contain in addition to its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Disambiguation {
    /// Whether to add a detail of the item: its date, the headline of a source, the
    /// role of a speaker, or the kind of item.
    pub more: bool,
    /// Its number among the items whose titles are still the same with that detail.
    /// The first one has none.
    pub number: Option<usize>,
}

/// The longest excerpt of a statement or a headline in a title, in characters.
const MAX_TITLE_CHARACTERS: usize = 60;

/// Truncates a text that is longer than `most` characters, between two words, and
/// adds an ellipsis. Closes a quotation that the cut leaves open.
#[must_use]
pub fn truncate(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let whole = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    let kept = text[..whole].trim_end_matches([' ', ',', ';', ':', '–', '—']);
    let open = kept.matches('“').count() > kept.matches('”').count();
    format!("{kept}…{}", if open { "”" } else { "" })
}

/// Truncates a text to the length that fits a title.
#[must_use]
pub fn title_excerpt(text: &str) -> String {
    truncate(text, MAX_TITLE_CHARACTERS)
}

impl Wording {
    /// The words as a title shows them, with the quotation marks of the data. If
    /// they are too long, only the quoted ones: a paraphrase that is cut before them
    /// can say the opposite.
    #[must_use]
    pub fn title_excerpt(&self) -> String {
        let all = self.with_quotation_marks();
        if all.chars().count() <= MAX_TITLE_CHARACTERS {
            return all;
        }
        let quoted = self.spans.iter().filter_map(|span| match span {
            Span::Verbatim(words) => Some(format!("“{words}”")),
            Span::Paraphrase(_) => None,
        });
        let quoted: Vec<String> = quoted.collect();
        if quoted.is_empty() {
            return title_excerpt(&all);
        }
        title_excerpt(&quoted.join(" "))
    }
}

impl Dispute {
    /// What the title of the item `id` has to say beside its name.
    #[must_use]
    pub fn disambiguation(&self, id: &Id) -> Disambiguation {
        let number = self.item(id.as_str()).map(|(number, _)| number);
        let disambiguation = number.and_then(|number| self.disambiguations().get(number).copied());
        disambiguation.unwrap_or_default()
    }

    /// The number of a point on the page, from 1.
    #[must_use]
    pub fn point_number(&self, id: &Id) -> usize {
        1 + self
            .all_points()
            .take_while(|point| point.id != *id)
            .count()
    }
}

/// The disambiguation of every item, in the order of [`Dispute::items`]. The title
/// of the page of the whole dispute is its question, so that counts as taken.
pub(crate) fn of_all_items(dispute: &Dispute) -> Vec<Disambiguation> {
    let names: Vec<String> = dispute
        .items()
        .map(|item| normalized(&name(dispute, &item)))
        .collect();
    let question = normalized(&dispute.question);
    let mut counts = HashMap::from([(question.as_str(), 1)]);
    for name in &names {
        *counts.entry(name).or_insert(0) += 1;
    }
    let is_unique = |name: &str| counts.get(name) == Some(&1);
    let mut taken = HashMap::from([(question.clone(), 1)]);
    taken.extend(
        names
            .iter()
            .filter(|name| is_unique(name))
            .map(|name| (name.clone(), 1)),
    );
    let items = dispute.items().zip(&names).enumerate();
    let disambiguation = items.map(|(at, (item, name))| {
        if is_unique(name) {
            return Disambiguation::default();
        }
        let more = match item {
            // Only points are numbered on the page.
            Item::Point(_) => format!("{at} {name}"),
            ref other => format!("{name} {}", detail(other)),
        };
        let seen = taken.entry(normalized(&more)).or_insert(0);
        *seen += 1;
        Disambiguation {
            more: true,
            number: (*seen > 1).then_some(*seen),
        }
    });
    disambiguation.collect()
}

/// Normalizes case and white space, to compare titles as a reader would.
fn normalized(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// The name of an item, without the parts of its title that depend on the interface
/// language.
fn name(dispute: &Dispute, item: &Item<'_>) -> String {
    match item {
        Item::Point(point) => point.question.clone(),
        Item::Statement(place) => {
            let statement = place.statement;
            let outlet = statement.summarised_by.as_deref().unwrap_or_default();
            let speaker = &dispute.speaker(statement.speaker).name;
            format!("{outlet} {speaker}: {}", statement.wording.title_excerpt())
        }
        Item::Absence(place) => {
            let side = &dispute.sides.get(place.side).name;
            format!("{side} {:?} {}", place.absence.kind, place.point.question)
        }
        Item::Document(document) => document.name.clone(),
        Item::Event(event) => event.what.clone(),
        Item::OpenQuestion(open) => open.question.clone(),
        Item::Source(source) => format!("{}, {}", source.outlet, date_key(&source.published)),
        Item::Speaker(speaker) => speaker.name.clone(),
    }
}

/// A text that is the same for dates that titles show alike.
fn date_key(when: &When) -> String {
    let date = when.known().map(|date| date.to_string());
    format!("{date:?} {:?} {:?}", when.time, when.part)
}

/// The detail that a title adds to the name of an item.
fn detail(item: &Item<'_>) -> String {
    match item {
        Item::Point(_) | Item::OpenQuestion(_) | Item::Absence(_) => "?".to_owned(),
        Item::Statement(place) => date_key(&place.statement.when),
        Item::Document(document) => date_key(&document.when),
        Item::Event(event) => date_key(&event.when),
        Item::Source(source) => title_excerpt(source.headline.text()),
        Item::Speaker(speaker) => speaker.role.clone().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::truncate;

    #[test]
    fn a_cut_quotation_is_closed() {
        assert_eq!(
            truncate("He said “we sent it on Monday”.", 16),
            "He said “we…”"
        );
        assert_eq!(truncate("Short.", 16), "Short.");
    }

    proptest! {
        #[test]
        fn never_much_longer_than_asked(text in "\\PC*", most in 1_usize..40) {
            let clipped = truncate(&text, most);
            prop_assert!(clipped.chars().count() <= most + 2);
        }
    }
}
