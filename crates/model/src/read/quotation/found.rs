//! Where a quotation stands in a text.

use std::collections::BTreeMap;
use std::ops::Range;

use super::cut::{EdgeCuts, edge_cuts};
use super::edges::within;
use super::negation::negations;
use super::text::{DIVIDED, SearchedText, plain, search_form};
use crate::Cut;

/// The most words that may be left out between two parts of one quotation:
/// two or three sentences. Whoever leaves out more quotes two things, and sets
/// each in marks of its own.
pub const MOST_LEFT_OUT: usize = 60;

/// Brackets around a first letter that are tried both ways, in one quotation.
const BRACKETS: usize = 4;

/// Where a quotation stands, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found {
    /// What it leaves out between its parts, in order.
    pub left_out: Vec<Gap>,
    /// Whether it begins or ends where the text does not.
    pub cuts: EdgeCuts,
    /// The bytes of the text's form.
    pub(super) place: Range<usize>,
}

/// Words that a quotation leaves out, marked `…` or `[…]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What stands there.
    pub text: String,
}

impl Found {
    /// What the quotation is a part of; `None` where it is whole. Where a negation
    /// is left out between its parts, it is a part of what was said.
    #[must_use]
    pub fn cut(&self) -> Option<Cut> {
        let inside = self.leaves_out_negation().then_some(Cut::Sentence);
        self.cuts.cut().max(inside)
    }

    /// Whether `…` is enough: every cut at an edge has it, and no negation is left
    /// out between the parts.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.cuts.are_marked() && !self.leaves_out_negation()
    }

    /// Whether a negation stands in what is left out between the parts.
    #[must_use]
    pub fn leaves_out_negation(&self) -> bool {
        let mut gaps = self.left_out.iter();
        gaps.any(|gap| !negations(&gap.text).is_empty())
    }
}

impl SearchedText {
    /// The place where a quotation stands; of several, the one at which it is
    /// cut least. `transcript` says that all of the text is the speaker's words.
    #[must_use]
    pub fn find(&self, quotation: &str, transcript: bool) -> Option<Found> {
        let wanted = Wanted::of(quotation);
        let places = wanted
            .spellings
            .iter()
            .flat_map(|parts| places(self, parts, wanted.ends));
        let all = places.map(|place| {
            let cuts = edge_cuts(self, &place.whole, transcript, wanted.marked);
            let gaps = place.gaps.iter();
            let shown = gaps.map(|gap| self.shown(gap.clone()));
            Found {
                left_out: shown
                    .filter(|text| counted(text) > 0)
                    .map(|text| Gap { text })
                    .collect(),
                cuts,
                place: place.whole,
            }
        });
        let left_out = |found: &Found| -> usize {
            let gaps = found.left_out.iter();
            gaps.map(|gap| counted(&gap.text)).sum()
        };
        all.min_by_key(|found| (found.cuts.rank(), left_out(found), found.place.start))
    }
}

/// How many words a text has.
pub(super) fn counted(text: &str) -> usize {
    let words = text.split(' ');
    words
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}

/// What is searched for a quotation.
struct Wanted {
    /// Its parts, in every spelling that brackets allow: `[T]he` is found as
    /// `the` and as `The`.
    spellings: Vec<Vec<String>>,
    ends: Ends,
    /// Whether words left out are marked before and after it.
    marked: (bool, bool),
}

impl Wanted {
    fn of(quotation: &str) -> Self {
        let form = search_form(quotation).text;
        let marked = (form.starts_with('…'), form.ends_with('…'));
        let body = form.trim_matches(['…', ' ']);
        let mut end = body.trim_end_matches([',', '.', ';', ':', '–', ' ']);
        let mark = end.ends_with('"');
        if mark {
            end = end.trim_end_matches(['"', ',', '.', ' ']);
        }
        let stops = body[end.len()..].contains([',', '.', ';', ':', '–']) && !marked.1;
        let begun = end.trim_start_matches([',', ';', ':', '–', ' ']);
        let spellings = spellings(begun);
        let parts = |spelling: &String| -> Vec<String> {
            let parts = spelling.split('…').map(str::trim);
            let parts = parts.filter(|part| part.contains(char::is_alphanumeric));
            parts.map(str::to_owned).collect()
        };
        Self {
            spellings: spellings.iter().map(parts).collect(),
            ends: Ends { stops, mark },
            marked,
        }
    }
}

/// How a quotation ends, behind its last word or question mark.
#[derive(Clone, Copy)]
struct Ends {
    /// With a full stop, a comma or the like.
    stops: bool,
    /// With a quotation mark, on either side of that.
    mark: bool,
}

/// A text with each bracketed first letter as it stands, and without brackets
/// in either case.
fn spellings(text: &str) -> Vec<String> {
    let mut all = vec![text.to_owned()];
    for _ in 0..BRACKETS {
        let more: Vec<String> = all.iter().flat_map(|text| unbracketed(text)).collect();
        let new: Vec<String> = more
            .into_iter()
            .filter(|text| !all.contains(text))
            .collect();
        if new.is_empty() {
            break;
        }
        all.extend(new);
    }
    all
}

/// The text with its first bracketed letter in both cases.
fn unbracketed(text: &str) -> Vec<String> {
    for (at, _) in text.match_indices('[') {
        let mut rest = text[at + 1..].chars();
        let (Some(letter), Some(']')) = (rest.next(), rest.next()) else {
            continue;
        };
        let follows = rest.as_str();
        let first = !text[..at].ends_with(char::is_alphanumeric);
        if first && letter.is_alphabetic() && follows.starts_with(char::is_alphabetic) {
            let cases = [
                letter.to_lowercase().to_string(),
                letter.to_uppercase().to_string(),
            ];
            let put = |letter: &String| format!("{}{letter}{follows}", &text[..at]);
            return cases.iter().map(put).collect();
        }
    }
    Vec::new()
}

/// Where the parts of a quotation stand.
struct Place {
    whole: Range<usize>,
    gaps: Vec<Range<usize>>,
}

/// Every place of the first part from which the others follow within the bounds.
fn places(text: &SearchedText, parts: &[String], ends: Ends) -> Vec<Place> {
    let Some((first, rest)) = parts.split_first() else {
        return Vec::new();
    };
    let others: Vec<Vec<Range<usize>>> = rest.iter().map(|part| occurrences(text, part)).collect();
    let mut found = Vec::new();
    for start in occurrences(text, first) {
        // For each end that can be reached, the part it is of and what came before.
        let mut layers = vec![BTreeMap::from([(start.end, (start.clone(), start.start))])];
        for occurrences in &others {
            let before = &layers[layers.len() - 1];
            let mut reached = BTreeMap::new();
            for next in occurrences {
                let from = before
                    .keys()
                    .rev()
                    .find(|end| **end <= next.start && may_leave_out(text, **end..next.start));
                if let Some(&from) = from {
                    reached.entry(next.end).or_insert((next.clone(), from));
                }
            }
            layers.push(reached);
        }
        let last = &layers[layers.len() - 1];
        for &end in last.keys().filter(|end| ends_alike(text, **end, ends)) {
            let mut gaps = Vec::new();
            let mut at = end;
            for layer in layers.iter().skip(1).rev() {
                let (part, from) = &layer[&at];
                gaps.push(*from..part.start);
                at = *from;
            }
            gaps.reverse();
            let whole = start.start..end;
            found.push(Place { whole, gaps });
        }
    }
    found
}

/// A full stop, a comma or nothing may stand where the other has one of them,
/// but none for a question mark or an exclamation mark, and no mark too many.
fn ends_alike(text: &SearchedText, end: usize, ends: Ends) -> bool {
    let after = text.form[end..].trim_start_matches([' ', '.', ',']);
    let asked = after.trim_start_matches(['"', ' ', '.', ',']);
    let asked = asked.starts_with(['?', '!']);
    !(ends.stops && asked) && (!ends.mark || after.starts_with('"'))
}

/// Whether a quotation may leave this out: a few words of one paragraph, and no
/// end or beginning of a quotation among them. An ellipsis of the text's own leaves
/// nothing out.
fn may_leave_out(text: &SearchedText, gap: Range<usize>) -> bool {
    let words = text.form[gap.clone()].trim();
    if words == "…" {
        return true;
    }
    let paragraph = text.paragraph(gap.start);
    if gap.end > paragraph.end || counted(words) > MOST_LEFT_OUT {
        return false;
    }
    !text.quoted.iter().any(|quoted| {
        let inside = |at: usize| gap.start < at && at <= gap.end;
        inside(quoted.start) != inside(quoted.end + 1)
    })
}

/// The places where words stand in a text as whole words.
fn occurrences(text: &SearchedText, words: &str) -> Vec<Range<usize>> {
    let (wanted, _) = plain(words);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.plain[from..]
        .find(&wanted)
        .filter(|_| !wanted.is_empty())
    {
        let (start, end) = (from + at, from + at + wanted.len());
        let mut start_in_form = text.in_form[start];
        if words.starts_with('-') && text.form[..start_in_form].ends_with('-') {
            start_in_form -= 1;
        }
        let mut end_in_form = text.in_form[end - 1] + 1;
        if words.ends_with('-') && text.form[end_in_form..].starts_with('-') {
            end_in_form += 1;
        }
        if same(words, &text.form[start_in_form..end_in_form])
            && !within(&text.form, start_in_form)
            && !within(&text.form, end_in_form)
        {
            found.push(start_in_form..end_in_form);
        }
        from = start + wanted.chars().next().map_or(1, char::len_utf8);
    }
    found
}

/// Whether words are those of the text: where it divides a word at a line's
/// end, they have a hyphen there or none.
fn same(words: &str, text: &str) -> bool {
    let mut words = words.chars().peekable();
    for c in text.chars() {
        if c == DIVIDED {
            words.next_if_eq(&'-');
        } else if words.next() != Some(c) {
            return false;
        }
    }
    words.next().is_none()
}
