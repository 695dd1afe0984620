//! What sets items apart whose names read alike, so that no two of a dispute
//! have one title.

use std::collections::HashMap;

use crate::{Dispute, Id, Item, Span, Wording};

/// What the title of an item has to say beside its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Apart {
    /// More of the item: its day, a source's headline, what kind of thing it is.
    pub more: bool,
    /// Its number among those that read alike even then, from the second on.
    pub number: Option<usize>,
}

/// How many characters of a statement, or of a headline, a title has.
const TITLE: usize = 60;

/// The beginning of a text, cut between words where it is longer than `most`
/// characters. A quotation that is cut is closed.
#[must_use]
pub fn beginning(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let whole = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    let kept = text[..whole].trim_end_matches([' ', ',', ';', ':', '–', '—']);
    let open = kept.matches('“').count() > kept.matches('”').count();
    format!("{kept}…{}", if open { "”" } else { "" })
}

/// A text as a title has it.
#[must_use]
pub fn in_a_title(text: &str) -> String {
    beginning(text, TITLE)
}

impl Wording {
    /// The words as a title has them, in the quotation marks of the data. Where a
    /// title has no room for all of them, it has those that are quoted: a paraphrase
    /// that is cut before them can say the opposite.
    #[must_use]
    pub fn in_a_title(&self) -> String {
        let all = self.in_marks();
        if all.chars().count() <= TITLE {
            return all;
        }
        let quoted = self.spans.iter().filter_map(|span| match span {
            Span::Verbatim(words) => Some(format!("“{words}”")),
            Span::Paraphrase(_) => None,
        });
        let quoted: Vec<String> = quoted.collect();
        if quoted.is_empty() {
            return in_a_title(&all);
        }
        in_a_title(&quoted.join(" "))
    }
}

impl Dispute {
    /// What the title of the item `id` has to say beside its name.
    #[must_use]
    pub fn apart(&self, id: &Id) -> Apart {
        let number = self.item(id.as_str()).map(|(number, _)| number);
        let apart = number.and_then(|number| self.names_apart().get(number).copied());
        apart.unwrap_or_default()
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

/// What every title has to say beside the name, in the order of
/// [`Dispute::items`]. The title of the whole is the dispute's question.
pub(crate) fn of(dispute: &Dispute) -> Vec<Apart> {
    let names: Vec<String> = dispute
        .items()
        .map(|item| as_read(&name(dispute, &item)))
        .collect();
    let question = as_read(&dispute.question);
    let mut counts = HashMap::from([(question.as_str(), 1)]);
    for name in &names {
        *counts.entry(name).or_insert(0) += 1;
    }
    let is_alone = |name: &str| counts.get(name) == Some(&1);
    let mut taken = HashMap::from([(question.clone(), 1)]);
    taken.extend(
        names
            .iter()
            .filter(|name| is_alone(name))
            .map(|name| (name.clone(), 1)),
    );
    let items = dispute.items().zip(&names).enumerate();
    let apart = items.map(|(at, (item, name))| {
        if is_alone(name) {
            return Apart::default();
        }
        let more = match item {
            // No other kind is numbered.
            Item::Point(_) => format!("{at} {name}"),
            ref other => format!("{name} {}", more(other)),
        };
        let seen = taken.entry(as_read(&more)).or_insert(0);
        *seen += 1;
        Apart {
            more: true,
            number: (*seen > 1).then_some(*seen),
        }
    });
    apart.collect()
}

/// A text as it reads: in one case, with single spaces.
fn as_read(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// What an item is called, as far as it is in no language.
fn name(dispute: &Dispute, item: &Item<'_>) -> String {
    match item {
        Item::Point(point) => point.question.clone(),
        Item::Statement(place) => {
            let statement = place.statement;
            let outlet = statement.summarised_by.as_deref().unwrap_or_default();
            let speaker = &dispute.speaker(statement.speaker).name;
            format!("{outlet} {speaker}: {}", statement.wording.in_a_title())
        }
        Item::Document(document) => document.name.clone(),
        Item::Event(event) => event.what.clone(),
        Item::OpenQuestion(open) => open.question.clone(),
        Item::Source(source) => format!("{}, {}", source.outlet, source.published),
    }
}

/// What more a title can say of an item.
fn more(item: &Item<'_>) -> String {
    match item {
        Item::Point(_) | Item::OpenQuestion(_) => "?".to_owned(),
        Item::Statement(place) => place.statement.when.date.to_string(),
        Item::Document(document) => document.when.date.to_string(),
        Item::Event(event) => event.when.date.to_string(),
        Item::Source(source) => in_a_title(&source.headline),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::beginning;

    #[test]
    fn a_cut_quotation_is_closed() {
        assert_eq!(
            beginning("He said “we sent it on Monday”.", 16),
            "He said “we…”"
        );
        assert_eq!(beginning("Short.", 16), "Short.");
    }

    proptest! {
        #[test]
        fn never_much_longer_than_asked(text in "\\PC*", most in 1_usize..40) {
            let clipped = beginning(&text, most);
            prop_assert!(clipped.chars().count() <= most + 2);
        }
    }
}
