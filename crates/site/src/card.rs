//! The preview card of a page, as the `says-who-cards` crate takes it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use says_who_cards::{Card, CardSide, Direction, Fallback};
use says_who_model::Item;
use says_who_routes::Route;
use says_who_view::pages::{CardText, Page};
use says_who_view::shareable::Shareable;

use super::Site;

/// The card with this text.
pub(super) fn card_from_text(text: CardText) -> Card {
    let side = |(label, text)| CardSide { label, text };
    Card {
        site: text.site,
        as_of: text.as_of,
        kicker: text.kicker,
        title: text.title,
        sides: [side(text.sides.first), side(text.sides.second)],
        note: None,
        direction: match text.is_rtl {
            true => Direction::RightToLeft,
            false => Direction::LeftToRight,
        },
    }
}

/// What stands on the card of a page in place of texts that can't be drawn.
pub(super) fn fallback(site: &Site<'_>, page: &Page<'_>, route: &Route) -> Fallback {
    let address = site.address(&site.base.href(route));
    let address = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"))
        .unwrap_or(&address);
    let titles = item(page).zip(page.dispute()).map(|(item, dispute)| {
        let name = match item {
            Item::Speaker(speaker) => Some(page.words().name_and_role(dispute, speaker)),
            _ => None,
        };
        name.into_iter().chain([dispute.question.clone()]).collect()
    });
    Fallback {
        titles: titles.unwrap_or_default(),
        note: (page.words().card_note)(address),
    }
}

/// The cards on which texts were replaced, by dispute and data file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardWarnings(BTreeMap<(String, &'static str), Replaced>);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Replaced {
    cards: usize,
    scripts: BTreeSet<&'static str>,
}

/// The item that a page is about, if it is about one.
fn item<'a>(page: &Page<'a>) -> Option<Item<'a>> {
    match page.shareable() {
        Some(Shareable::Item(item)) => Some(item),
        Some(Shareable::Whole) | None => None,
    }
}

/// The data file or folder with the title of a page.
pub(super) fn data_file(page: &Page<'_>) -> &'static str {
    match item(page) {
        None => "dispute.toml",
        Some(Item::Point(_) | Item::Statement(_) | Item::Absence(_)) => "points",
        Some(Item::Document(_)) => "documents.toml",
        Some(Item::Event(_)) => "events.toml",
        Some(Item::Source(_)) => "sources.toml",
        Some(Item::Speaker(_)) => SPEAKERS,
        Some(Item::OpenQuestion(_)) => "open-questions.toml",
    }
}

const SPEAKERS: &str = "speakers.toml";

/// The data file with the text that could not be drawn on the card of a page whose title
/// is from `file`: the title of a speaker's card has the question too.
pub(super) fn file_to_blame(file: &'static str, fallback: &Fallback, drawn: &Card) -> &'static str {
    let is_name_drawn = fallback.titles.first() == Some(&drawn.title);
    if file == SPEAKERS && is_name_drawn {
        "dispute.toml"
    } else {
        file
    }
}

impl CardWarnings {
    /// Adds a card whose texts were replaced because the fonts lack these scripts.
    pub(super) fn add(
        &mut self,
        dispute: String,
        file: &'static str,
        scripts: BTreeSet<&'static str>,
    ) {
        let replaced = self.0.entry((dispute, file)).or_default();
        replaced.cards += 1;
        replaced.scripts.extend(scripts);
    }

    /// The warnings, one line each.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        let warnings = self.0.iter();
        warnings.map(|((dispute, file), replaced)| format!("{dispute}/{file}: {replaced}"))
    }
}

impl fmt::Display for Replaced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scripts: Vec<&str> = self.scripts.iter().copied().collect();
        let cards = match self.cards {
            1 => "1 preview card leaves".to_owned(),
            more => format!("{more} preview cards leave"),
        };
        write!(
            f,
            "{cards} out text that the cards' fonts can't draw ({}); the pages show it; to have it on the cards, write it in Latin, Greek, Cyrillic, Arabic or Hebrew letters",
            scripts.join(", ")
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::CardWarnings;

    #[test]
    fn one_line_for_each_dispute_and_file() {
        let mut warnings = CardWarnings::default();
        let mut add = |dispute: &str, file, script| {
            warnings.add(dispute.to_owned(), file, BTreeSet::from([script]));
        };
        add("dam", "points", "Ethiopic");
        add("dam", "points", "Thai");
        add("dam", "dispute.toml", "Ethiopic");
        let lines: Vec<String> = warnings.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("dam/dispute.toml: 1 preview card leaves out"));
        assert!(lines[1].starts_with("dam/points: 2 preview cards leave out"));
        assert!(lines[1].contains("(Ethiopic, Thai)"), "{lines:?}");
    }
}
