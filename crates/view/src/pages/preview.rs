//! What others show of a page: description and card. Both sides are in each.

use says_who_model::{Dispute, Item, PerSide, Point, SideKey, SiteInfo, beginning, in_marks};

use super::Page;
use super::page::Content;
use super::summary_line::{line, lines};
use crate::words::Words;

/// What a page looks like where its link is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// A description that holds both sides.
    pub description: String,
    /// What the preview card says: the same.
    pub card: CardText,
}

/// The words on a preview card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardText {
    /// The name of the site.
    pub site: String,
    /// The day the content stands for, as a phrase.
    pub as_of: String,
    /// What kind of thing the title names, if that has to be said.
    pub kicker: Option<String>,
    /// The question, or the name of what is shared.
    pub title: String,
    /// For each side who says it, and what.
    pub sides: PerSide<(String, String)>,
}

/// How many characters a description gives a side. Search engines and
/// messengers show some 160 to 300 in all, and both sides should be among them.
const SIDE: usize = 110;

/// How many characters of a text are handed to the card, which cuts what has
/// no room.
const CARD_LINE: usize = 400;

impl Page<'_> {
    /// The page's preview.
    #[must_use]
    pub fn preview(&self) -> Preview {
        let (words, site) = (self.words(), &self.library.site);
        match self.content {
            Content::Dispute(dispute) | Content::Print(dispute) | Content::Gone(dispute, ..) => {
                whole(words, site, dispute, None)
            }
            Content::Share(dispute) => whole(words, site, dispute, Some(words.share_index)),
            Content::Figures(dispute) => whole(words, site, dispute, Some(words.figures_title)),
            Content::Item(dispute, item) => of_item(words, site, dispute, &item),
            Content::Home | Content::About | Content::Missing(_) | Content::Unkept => {
                match self.library.disputes.first() {
                    Some(dispute) => Preview {
                        description: self.of_site(),
                        card: whole(words, site, dispute, None).card,
                    },
                    None => nothing(words, site),
                }
            }
        }
    }

    /// A description of the site; on the page about it, its own.
    fn of_site(&self) -> String {
        let about = self.library.site.about.first();
        match about.filter(|_| matches!(self.content, Content::About)) {
            Some(about) => beginning(about, 2 * SIDE),
            None => self.words().site_description.to_owned(),
        }
    }
}

/// A dispute, by both positions; without them by its first point.
fn whole(words: &Words, site: &SiteInfo, dispute: &Dispute, kicker: Option<&str>) -> Preview {
    let Some(point) = dispute.points.first() else {
        return nothing(words, site);
    };
    preview(
        site,
        dispute,
        words.as_of_words(dispute),
        kicker,
        &dispute.question,
        &match dispute.positions() {
            Some(positions) => positions.map(|position| in_marks(&position.spans)),
            None => lines(words, dispute, point, None),
        },
    )
}

/// An item, by the first point it bears on.
fn of_item(words: &Words, site: &SiteInfo, dispute: &Dispute, item: &Item<'_>) -> Preview {
    let points = dispute.points_of(item);
    let Some(point) = points.first().copied().or(dispute.points.first()) else {
        return nothing(words, site);
    };
    let said = lines(words, dispute, point, Some(item));
    let kicker = match item {
        Item::Point(_) => None,
        other => Some((words.kicker)(other)),
    };
    // The card has the words of a statement below its title.
    let title = match item {
        Item::Statement(place) => {
            let by = words.said_by(dispute, place.statement);
            (words.statement_on)(&by, &place.point.question)
        }
        other => words.item_title(dispute, other),
    };
    let time = if dispute.is_later(item) {
        words.later_words(dispute)
    } else {
        words.as_of_words(dispute)
    };
    let mut preview = preview(site, dispute, time, kicker, &title, &said);
    if let Some(third) = third_voice(words, dispute, point, item) {
        preview.description = format!("{} {}", beginning(&third, SIDE), preview.description);
    }
    preview
}

/// The words of a statement that stands on neither side.
fn third_voice(words: &Words, dispute: &Dispute, point: &Point, item: &Item<'_>) -> Option<String> {
    let other = point.others.iter().find(|other| other.id == *item.id())?;
    Some(line(words, dispute, other))
}

/// A page with both sides; `as_of` says to what time they speak.
fn preview(
    site: &SiteInfo,
    dispute: &Dispute,
    as_of: String,
    kicker: Option<&str>,
    title: &str,
    said: &PerSide<String>,
) -> Preview {
    let sides = dispute
        .sides
        .iter()
        .map(|(key, side)| format!("{}: {}", side.says, beginning(said.get(key), SIDE)));
    let description: Vec<String> = sides.chain([format!("{as_of}.")]).collect();
    let says = |side| {
        let says = dispute.sides.get(side).says.clone();
        (says, beginning(said.get(side), CARD_LINE))
    };
    Preview {
        description: description.join(" "),
        card: CardText {
            site: site.name.clone(),
            as_of,
            kicker: kicker.map(str::to_owned),
            title: title.to_owned(),
            sides: PerSide {
                first: says(SideKey::First),
                second: says(SideKey::Second),
            },
        },
    }
}

/// A library or a dispute without anything in it; the checker lets none pass.
fn nothing(words: &Words, site: &SiteInfo) -> Preview {
    Preview {
        description: words.site_description.to_owned(),
        card: CardText {
            site: site.name.clone(),
            as_of: String::new(),
            kicker: None,
            title: site.name.clone(),
            sides: PerSide {
                first: (String::new(), String::new()),
                second: (String::new(), String::new()),
            },
        },
    }
}
