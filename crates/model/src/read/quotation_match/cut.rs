//! Cuts: a quotation that begins or ends where the speaker did not.

use std::ops::Range;

use super::searched_text::SearchedText;
use super::speaker::is_speaker_name;
use crate::Cut;

/// How many words of the omitted text are shown at most.
const MAX_SHOWN_WORDS: usize = 60;

/// A cut at one edge of a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EdgeCut {
    /// Whether a sentence or only a passage is cut.
    pub cut: Cut,
    /// The omitted text, as far as it is shown.
    pub left_out: String,
    /// Whether the quotation has `…` there.
    pub marked: bool,
}

/// The cuts at both edges of a quotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct EdgeCuts {
    /// The cut before it.
    pub before: Option<EdgeCut>,
    /// The cut after it.
    pub after: Option<EdgeCut>,
}

impl EdgeCuts {
    fn iter(&self) -> impl Iterator<Item = &EdgeCut> {
        self.before.iter().chain(&self.after)
    }

    /// The more severe of the two cuts.
    pub(super) fn cut(&self) -> Option<Cut> {
        self.iter().map(|edge| edge.cut).max()
    }

    /// Whether every cut edge is marked.
    pub(super) fn are_marked(&self) -> bool {
        self.iter().all(|edge| edge.marked)
    }

    /// Sort key for choosing between matches: lower when less is cut.
    pub(super) fn rank(&self) -> (Option<Cut>, usize) {
        (self.cut(), self.iter().count())
    }
}

/// Finds the cuts of a quotation that was found at `place`. In a transcript, an
/// edge is cut if the sentence continues there; elsewhere, if the source's own
/// quotation marks enclose more. Text in the source's own voice is never cut,
/// except that a question must keep its question mark. A complete quotation of
/// the source is not cut either. Punctuation at an edge doesn't count.
pub(super) fn edge_cuts(
    text: &SearchedText,
    place: &Range<usize>,
    transcript: bool,
    (before_marked, after_marked): (bool, bool),
) -> EdgeCuts {
    let has_words = |range: Range<usize>| {
        let words = text.form.get(range).unwrap_or_default();
        words.contains(char::is_alphanumeric)
    };
    let fills_quotation = |quoted: &Range<usize>| {
        quoted.start <= place.start
            && place.end <= quoted.end
            && !has_words(quoted.start..place.start)
            && !has_words(place.end..quoted.end)
    };
    // Without its question mark, a question would read as an assertion.
    let is_question = |rest: &str| rest.trim_start().starts_with(['?', '!']);
    let cuts_question = text.form.get(place.end..).is_some_and(is_question);
    if !cuts_question && text.quoted.iter().any(fills_quotation) {
        return EdgeCuts::default();
    }
    let last = place.end.saturating_sub(1);
    let (first_sentence, last_sentence) = (text.sentence(place.start), text.sentence(last));
    let (from, until) = if transcript {
        transcript_bounds(text, place)
    } else {
        quotation_bounds(text, place)
    };
    let kind = |in_sentence: bool| {
        if in_sentence {
            Cut::Sentence
        } else {
            Cut::Passage
        }
    };
    let before = from.filter(|(from, _)| has_words(*from..place.start));
    let after = until.filter(|(until, _)| cuts_question || has_words(place.end..*until));
    let question =
        (cuts_question && until.is_none()).then_some((last_sentence.end, last_sentence.end));
    let after = after.or(question);
    EdgeCuts {
        before: before.map(|(from, shown)| EdgeCut {
            cut: kind(has_words(first_sentence.start.max(from)..place.start)),
            left_out: nearest_words(&text.display_text(shown..place.start), true),
            marked: before_marked,
        }),
        after: after.map(|(until, shown)| EdgeCut {
            cut: kind(cuts_question || has_words(place.end..last_sentence.end.min(until))),
            left_out: nearest_words(&text.display_text(place.end..shown), false),
            marked: after_marked,
        }),
    }
}

/// How far a quotation would have to extend to be whole: the offset on each side,
/// and the offset up to which the omitted text is shown. `None` on a side that
/// can't be cut.
type Bounds = (Option<(usize, usize)>, Option<(usize, usize)>);

/// The bounds in a transcript: its sentences. One more sentence is shown after it.
fn transcript_bounds(text: &SearchedText, place: &Range<usize>) -> Bounds {
    let last = place.end.saturating_sub(1);
    let (first_sentence, last_sentence) = (text.sentence(place.start), text.sentence(last));
    let speech = speech_start(text, &first_sentence, place.start);
    let next = text.sentence(last_sentence.end + 1);
    let paragraph = text.paragraph(last);
    let shown = next.end.min(paragraph.end).max(last_sentence.end);
    (
        Some((speech, first_sentence.start)),
        Some((last_sentence.end, shown)),
    )
}

/// The bounds in any other text: the source's own quotation marks.
fn quotation_bounds(text: &SearchedText, place: &Range<usize>) -> Bounds {
    let around = |at: usize| {
        let mut quoted = text.quoted.iter();
        quoted.find(|quoted| quoted.start <= at && at < quoted.end)
    };
    let last = place.end.saturating_sub(1);
    (
        around(place.start).map(|quoted| (quoted.start, quoted.start)),
        around(last).map(|quoted| (quoted.end, quoted.end)),
    )
}

/// Returns the offset where a sentence of a transcript begins, after the speaker's
/// name if the paragraph starts with one and a colon.
fn speech_start(text: &SearchedText, sentence: &Range<usize>, at: usize) -> usize {
    let before = text.form.get(sentence.start..at).unwrap_or_default();
    let name = before.rfind(':').map(|colon| &before[..colon]);
    match name {
        Some(name) if text.paragraph(at).start == sentence.start && is_speaker_name(name) => {
            sentence.start + name.len()
        }
        _ => sentence.start,
    }
}

/// Shortens the omitted text to the words nearest to the quotation: the last ones
/// if `last`, otherwise the first ones.
fn nearest_words(text: &str, last: bool) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    match (words.len().checked_sub(MAX_SHOWN_WORDS), last) {
        (None | Some(0), _) => text.to_owned(),
        (Some(more), true) => format!("… {}", words[more..].join(" ")),
        (Some(_), false) => format!("{} …", words[..MAX_SHOWN_WORDS].join(" ")),
    }
}
