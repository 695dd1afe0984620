//! Rule 10, even-handedness: the figures of a dispute, and warnings about what in
//! them deserves a second look.

mod balance;
mod editorial_texts;
mod figures;

pub(super) use figures::figures;

use std::collections::HashMap;

use editorial_texts::editorial_texts;

use super::loaded::loaded_verbs;
use super::problem::{Place, Problems};
use super::raw::RawDispute;
use crate::{Balance, Dispute};

/// The name of the rule. It produces warnings only.
pub(super) const RULE: &str = "even-handed";

/// One side having this many times as much as the other is lopsided.
const LOPSIDED_RATIO: u32 = 3;

/// The minimum difference in words on a point that counts as lopsided.
const LOPSIDED_WORDS: u32 = 30;

/// Warns about what deserves a second look.
pub(super) fn warn(raw: &RawDispute, dispute: &Dispute, warnings: &mut Problems) {
    for (_, text) in editorial_texts(raw) {
        for (at, word, neutral) in loaded_verbs(&text.value) {
            let mut place = text.place.clone();
            place.column += 1 + at;
            warnings.warn(
                &place,
                RULE,
                format!("`{word}` judges what it reports"),
                format!("write `{neutral}`, or quote whoever used the word"),
            );
        }
    }
    warn_of_copies(raw, warnings);
    let sides = &dispute.sides;
    let places = raw.points.iter();
    let places: HashMap<&str, &Place> = places
        .map(|point| (point.id.value.as_str(), &point.id.place))
        .collect();
    for (point, figures) in dispute.all_points().zip(&dispute.figures.points) {
        let Some(place) = places.get(point.id.as_str()) else {
            continue;
        };
        let (one, other) = (&figures.first, &figures.second);
        if one.statements == 0 || other.statements == 0 {
            continue;
        }
        let mut warn = |what: String, help: &str| warnings.warn(place, RULE, what, help);
        let is_lopsided = |one: u32, other: u32, slack: u32| {
            let (less, more) = (one.min(other), one.max(other));
            more >= less.saturating_mul(LOPSIDED_RATIO) && more - less >= slack
        };
        let both = |what: &str, one: u32, other: u32| {
            format!(
                "lopsided: {} {one} {what}, {} {other}",
                sides.first.name, sides.second.name
            )
        };
        if is_lopsided(one.statements, other.statements, 2) {
            warn(
                both("statements", one.statements, other.statements),
                "look for more from the side that has less, or leave out what repeats",
            );
        }
        if is_lopsided(one.words, other.words, LOPSIDED_WORDS) {
            warn(
                both("words", one.words, other.words),
                "look for more from the side that has less, or shorten what is long",
            );
        }
        let all_unnamed = |of: &Balance| of.named == 0 && of.unnamed() > 0;
        let all_named = |of: &Balance| of.named > 0 && of.unnamed() == 0;
        if all_unnamed(one) && all_named(other) || all_unnamed(other) && all_named(one) {
            warn(
                both("statements by named speakers", one.named, other.named),
                "unequal sourcing: look for a named speaker on the other side too",
            );
        }
    }
}

/// Warns of renderings in the very words of the statement.
fn warn_of_copies(raw: &RawDispute, warnings: &mut Problems) {
    let statements = raw.points.iter().flat_map(|point| &point.statements);
    for statement in statements {
        let Some(said) = &statement.wording.said else {
            continue;
        };
        let others = statement.renderings.iter();
        let others = others.filter_map(|rendering| rendering.wording.said.as_ref());
        for other in others.filter(|other| other.value == said.value) {
            // A quotation is the same in every outlet that carries it.
            let all_quoted = other.value.starts_with('“') && other.value.ends_with('”');
            if !all_quoted {
                warnings.warn(
                    &other.place,
                    RULE,
                    "this rendering is the statement letter for letter",
                    "two outlets rarely paraphrase alike: give this outlet's own words, or take the rendering out",
                );
            }
        }
    }
}

fn saturating_u32(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
