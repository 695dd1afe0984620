//! How a page looks where its link is shared: description and card. Both sides are
//! in each.

use says_who_model::{
    Dispute, Item, PerSide, Point, SideKey, SiteInfo, truncate, with_quotation_marks,
};

use super::Page;
use super::dispatch::Content;
use super::summary_line::{line, lines};
use crate::direction;
use crate::words::Words;

/// The preview of a page where its link is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// A description with both sides.
    pub description: String,
    /// The text of the preview card, with both sides too.
    pub card: CardText,
}

/// The text of a preview card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardText {
    /// The name of the site.
    pub site: String,
    /// The as-of date, as a phrase.
    pub as_of: String,
    /// The kind of item, if it has to be named.
    pub kicker: Option<String>,
    /// The question, or the title of the item.
    pub title: String,
    /// For each side, who says it, and what.
    pub sides: PerSide<(String, String)>,
    /// Whether the dispute's language is written from right to left.
    pub is_rtl: bool,
}

/// The maximum length of a side's part of a description, in characters. Search
/// engines and messengers show 160 to 300 characters in all, and both sides should
/// be among them.
const MAX_SIDE_CHARS: usize = 110;

/// The maximum length of a text on the card, in characters. The card itself
/// truncates what does not fit.
const MAX_CARD_CHARS: usize = 400;

impl Page<'_> {
    /// The page's preview.
    #[must_use]
    pub fn preview(&self) -> Preview {
        let (words, site) = (self.words(), &self.library.site);
        match self.content {
            Content::Dispute(dispute) | Content::Print(dispute) | Content::Gone(dispute, ..) => {
                dispute_preview(words, site, dispute, None)
            }
            Content::Share(dispute) => {
                dispute_preview(words, site, dispute, Some(words.share_index))
            }
            Content::Figures(dispute) => {
                dispute_preview(words, site, dispute, Some(words.figures_title))
            }
            Content::Timeline(dispute) => {
                dispute_preview(words, site, dispute, Some(words.timeline))
            }
            Content::Speakers(dispute) => {
                dispute_preview(words, site, dispute, Some(words.speakers.title))
            }
            Content::Item(dispute, item) => item_preview(words, site, dispute, &item),
            Content::Home | Content::About | Content::NotFound(_) | Content::Offline => {
                match self.library.disputes.first() {
                    Some(dispute) => Preview {
                        description: self.site_description_text(),
                        card: dispute_preview(words, site, dispute, None).card,
                    },
                    None => empty_preview(words, site),
                }
            }
        }
    }

    /// A description of the site; on the about page, the site's own.
    fn site_description_text(&self) -> String {
        let about = self.library.site.about.first();
        match about.filter(|_| matches!(self.content, Content::About)) {
            Some(about) => truncate(about, 2 * MAX_SIDE_CHARS),
            None => self.words().site_description.to_owned(),
        }
    }
}

/// The preview of a dispute: both positions or, without them, its first point.
fn dispute_preview(
    words: &Words,
    site: &SiteInfo,
    dispute: &Dispute,
    kicker: Option<&str>,
) -> Preview {
    let Some(point) = dispute.points.first() else {
        return empty_preview(words, site);
    };
    preview(
        site,
        dispute,
        words.as_of_phrase(dispute),
        kicker,
        dispute.short_title.as_ref().unwrap_or(&dispute.question),
        &match dispute.positions() {
            Some(positions) => positions.map(|position| with_quotation_marks(&position.spans)),
            None => lines(words, dispute, point, None),
        },
    )
}

/// The preview of an item: the first point that it bears on.
fn item_preview(words: &Words, site: &SiteInfo, dispute: &Dispute, item: &Item<'_>) -> Preview {
    let Some(point) = dispute.first_point_of(item).or(dispute.points.first()) else {
        return empty_preview(words, site);
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
        Item::Speaker(speaker) => {
            let question = dispute.short_title.as_ref().unwrap_or(&dispute.question);
            (words.statement_on)(&words.name_and_role(dispute, speaker), question)
        }
        other => words.item_title(dispute, other),
    };
    let time = if dispute.is_later(item) {
        words.later_label(dispute)
    } else {
        words.as_of_phrase(dispute)
    };
    let mut preview = preview(site, dispute, time, kicker, &title, &said);
    let first = match item {
        Item::Speaker(speaker) => Some(words.speaker_line(dispute, speaker)),
        _ => third_party_line(words, dispute, point, item),
    };
    if let Some(first) = first {
        preview.description = format!(
            "{} {}",
            truncate(&first, MAX_SIDE_CHARS),
            preview.description
        );
    }
    preview
}

/// The words of a statement by a third party, which are in neither side's line.
fn third_party_line(
    words: &Words,
    dispute: &Dispute,
    point: &Point,
    item: &Item<'_>,
) -> Option<String> {
    let other = point.others.iter().find(|other| other.id == *item.id())?;
    Some(line(words, dispute, other))
}

/// A preview with both sides; `as_of` says to what date they apply.
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
        .map(|(key, side)| format!("{}: {}", side.says, truncate(said.get(key), MAX_SIDE_CHARS)));
    let description: Vec<String> = sides.chain([format!("{as_of}.")]).collect();
    let says = |side| {
        let says = dispute.sides.get(side).says.clone();
        (says, truncate(said.get(side), MAX_CARD_CHARS))
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
            is_rtl: direction::is_rtl(&dispute.language),
        },
    }
}

/// The preview of an empty library or dispute, which validation does not let pass.
fn empty_preview(words: &Words, site: &SiteInfo) -> Preview {
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
            is_rtl: false,
        },
    }
}
