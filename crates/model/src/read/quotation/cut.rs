//! Whether a quotation begins or ends where the speaker did not.

use std::ops::Range;

use super::speaker::is_name;
use super::text::SearchedText;
use crate::Cut;

/// The most words that are shown of what was left out.
const SHOWN: usize = 60;

/// A cut at one edge.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EdgeCut {
    /// What is cut there.
    pub cut: Cut,
    /// What stands there in the text.
    pub left_out: String,
    /// Whether the quotation has `…` there.
    pub marked: bool,
}

/// The cuts of a quotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct EdgeCuts {
    /// The cut before it.
    pub before: Option<EdgeCut>,
    /// The cut after it.
    pub after: Option<EdgeCut>,
}

impl EdgeCuts {
    fn both(&self) -> impl Iterator<Item = &EdgeCut> {
        self.before.iter().chain(&self.after)
    }

    /// The greater cut of the two.
    pub(super) fn cut(&self) -> Option<Cut> {
        self.both().map(|edge| edge.cut).max()
    }

    /// Whether both are marked, as far as they are cut.
    pub(super) fn are_marked(&self) -> bool {
        self.both().all(|edge| edge.marked)
    }

    /// For choosing among places: the less is cut, the lower.
    pub(super) fn rank(&self) -> (Option<Cut>, usize) {
        (self.cut(), self.both().count())
    }
}

/// The cuts of a quotation that stands at a place. In a transcript it is cut
/// where a sentence goes on; elsewhere where the source's own quotation does.
/// What the source says in its own voice is not cut, nor is a whole quotation of
/// its own, and punctuation at the edge is no cut.
pub(super) fn edge_cuts(
    text: &SearchedText,
    place: &Range<usize>,
    transcript: bool,
    (before_marked, after_marked): (bool, bool),
) -> EdgeCuts {
    let goes_on = |range: Range<usize>| {
        let words = text.form.get(range).unwrap_or_default();
        words.contains(char::is_alphanumeric)
    };
    let fills = |quoted: &Range<usize>| {
        quoted.start <= place.start
            && place.end <= quoted.end
            && !goes_on(quoted.start..place.start)
            && !goes_on(place.end..quoted.end)
    };
    // Without its mark a question would be an assertion.
    let asks = |rest: &str| rest.trim_start().starts_with(['?', '!']);
    let asked = text.form.get(place.end..).is_some_and(asks);
    if !asked && text.quoted.iter().any(fills) {
        return EdgeCuts::default();
    }
    let last = place.end.saturating_sub(1);
    let (first_sentence, last_sentence) = (text.sentence(place.start), text.sentence(last));
    let (from, until) = if transcript {
        let label = label(text, &first_sentence, place.start);
        let next = text.sentence(last_sentence.end + 1);
        let paragraph = text.paragraph(last);
        let shown = next.end.min(paragraph.end).max(last_sentence.end);
        (
            Some((first_sentence.start, label)),
            Some((last_sentence.end, shown)),
        )
    } else {
        let within = |at: usize| {
            let mut quoted = text.quoted.iter();
            quoted.find(|quoted| quoted.start <= at && at < quoted.end)
        };
        (
            within(place.start).map(|quoted| (quoted.start, quoted.start)),
            within(last).map(|quoted| (quoted.end, quoted.end)),
        )
    };
    let kind = |in_sentence: bool| {
        if in_sentence {
            Cut::Sentence
        } else {
            Cut::Passage
        }
    };
    let before = from.filter(|(_, from)| goes_on(*from..place.start));
    let after = until.filter(|(until, _)| asked || goes_on(place.end..*until));
    let voice = (asked && until.is_none()).then_some((last_sentence.end, last_sentence.end));
    let after = after.or(voice);
    EdgeCuts {
        before: before.map(|(shown, from)| EdgeCut {
            cut: kind(goes_on(first_sentence.start.max(from)..place.start)),
            left_out: nearest_words(&text.shown(shown..place.start), true),
            marked: before_marked,
        }),
        after: after.map(|(until, shown)| EdgeCut {
            cut: kind(asked || goes_on(place.end..last_sentence.end.min(until))),
            left_out: nearest_words(&text.shown(place.end..shown), false),
            marked: after_marked,
        }),
    }
}

/// Where a sentence of a transcript begins: behind the speaker's name, where
/// one with a colon begins the paragraph.
fn label(text: &SearchedText, sentence: &Range<usize>, at: usize) -> usize {
    let before = text.form.get(sentence.start..at).unwrap_or_default();
    let name = before.rfind(':').map(|colon| &before[..colon]);
    match name {
        Some(name) if text.paragraph(at).start == sentence.start && is_name(name) => {
            sentence.start + name.len()
        }
        _ => sentence.start,
    }
}

/// The words nearest to the quotation.
fn nearest_words(text: &str, last: bool) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    match (words.len().checked_sub(SHOWN), last) {
        (None | Some(0), _) => text.to_owned(),
        (Some(more), true) => format!("… {}", words[more..].join(" ")),
        (Some(_), false) => format!("{} …", words[..SHOWN].join(" ")),
    }
}
