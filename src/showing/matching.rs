//! Which statements an address asks to see. Everything a statement shows is
//! searched, what is folded too; letters match whatever their case and marks.

use says_who_model::{
    Cell, Chain, Dispute, Id, Outlet, Point, Rendering, SpeaksFor, Stated, Statement, Wording,
};

use super::query::{Showing, Speaks};
use crate::words::Words;

/// The text of a dispute's points and statements, ready to be searched.
pub(crate) struct Index {
    points: Vec<Entry>,
}

/// A point.
struct Entry {
    id: Id,
    /// Its question and what stands beside the statements.
    own: String,
    statements: Vec<Text>,
}

/// A statement.
struct Text {
    id: Id,
    /// What is always in sight.
    seen: String,
    /// What unfolds.
    unfolds: String,
}

/// What an address asks to see.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Matched {
    /// The points that stay: never a part of one, so that both sides do.
    pub(crate) points: Vec<Id>,
    /// The statements that match.
    pub(crate) statements: Vec<Id>,
    /// Those among them with a match in what unfolds.
    pub(crate) unfold: Vec<Id>,
}

impl Index {
    /// Reads a dispute once.
    pub(crate) fn of(dispute: &Dispute, words: &Words) -> Self {
        let entry = |point: &Point| Entry {
            id: point.id.clone(),
            own: fold(&own_text(point)),
            statements: point
                .statements()
                .map(|statement| Text {
                    id: statement.id.clone(),
                    seen: fold(&seen(dispute, words, statement)),
                    unfolds: fold(&unfolds(dispute, words, statement)),
                })
                .collect(),
        };
        Self {
            points: dispute.all_points().map(entry).collect(),
        }
    }

    /// What of `dispute`, which this was read from, `showing` asks for.
    pub(crate) fn matched(&self, dispute: &Dispute, showing: &Showing) -> Matched {
        let needles = needles(&showing.words);
        let only_words = Showing {
            words: String::new(),
            ..showing.clone()
        }
        .is_all();
        let mut matched = Matched::default();
        for (point, entry) in dispute.all_points().zip(&self.points) {
            let statements = point.statements().zip(&entry.statements);
            let before = matched.statements.len();
            for (statement, text) in statements {
                let (mut in_all, mut in_seen) = (true, true);
                for needle in &needles {
                    let here = text.seen.contains(needle);
                    in_seen &= here;
                    in_all &= here || text.unfolds.contains(needle);
                }
                if in_all && fits(dispute, statement, showing) {
                    matched.statements.push(text.id.clone());
                    if !in_seen {
                        matched.unfold.push(text.id.clone());
                    }
                }
            }
            let own = only_words
                && !needles.is_empty()
                && needles.iter().all(|needle| entry.own.contains(needle));
            if own || matched.statements.len() > before {
                matched.points.push(entry.id.clone());
            }
        }
        matched
    }
}

/// The words that are searched for.
pub(crate) fn needles(words: &str) -> Vec<String> {
    words
        .split_whitespace()
        .map(fold)
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether a statement is one of those that the choices beside the words mean.
fn fits(dispute: &Dispute, statement: &Statement, showing: &Showing) -> bool {
    let speaker = dispute.speaker(statement.speaker);
    let side = match &showing.side {
        None => true,
        Some(Speaks::ForNeither) => speaker.speaks_for.side().is_none(),
        Some(Speaks::For(id)) => match speaker.speaks_for {
            SpeaksFor::Side(side) => dispute.sides.get(side).id == *id,
            SpeaksFor::Press | SpeaksFor::ThirdParty => false,
        },
    };
    let date = statement.when.date;
    side && showing.speaker.as_ref().is_none_or(|id| speaker.id == *id)
        && showing.named.is_none_or(|named| speaker.named == named)
        && showing
            .handed
            .is_none_or(|handed| handed.means(statement.wording.quoting()))
        && showing.from.is_none_or(|from| from <= date)
        && showing.until.is_none_or(|until| date <= until)
        && showing
            .source
            .as_ref()
            .is_none_or(|id| dispute.source(statement.chain.source).id == *id)
        && showing
            .outlet
            .as_deref()
            .is_none_or(|outlet| outlets(dispute, statement).any(|other| other == outlet))
}

/// The outlets on a statement's way, each time they occur.
pub(crate) fn outlets<'a>(
    dispute: &'a Dispute,
    statement: &'a Statement,
) -> impl Iterator<Item = &'a str> {
    let chain = &statement.chain;
    let relays = chain.relays.iter().filter_map(|relay| match &relay.by {
        Outlet::Read(source) => Some(dispute.source(*source).outlet.as_str()),
        Outlet::Named(name) => Some(name.as_str()),
        Outlet::NotStated => None,
    });
    relays.chain([dispute.source(chain.source).outlet.as_str()])
}

fn own_text(point: &Point) -> String {
    let absences = point.cells.iter().filter_map(|(_, cell)| match cell {
        Cell::Absence(absence) => Some(absence.note.as_str()),
        Cell::Statements(_) => None,
    });
    [&point.accepted, &point.contested]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .chain(absences)
        .fold(point.question.clone(), |all, text| all + "\n" + text)
}

fn seen(dispute: &Dispute, words: &Words, statement: &Statement) -> String {
    let speaker = dispute.speaker(statement.speaker);
    let whom = match &statement.chain.said.to {
        Stated::As(whom) => whom.as_str(),
        Stated::NotStated => "",
    };
    [
        &plain(&statement.wording),
        &speaker.name,
        speaker.role.as_deref().unwrap_or_default(),
        whom,
        &(words.date)(statement.when.date),
        &dispute.source(statement.chain.source).outlet,
        statement.note.as_deref().unwrap_or_default(),
    ]
    .join("\n")
}

fn unfolds(dispute: &Dispute, words: &Words, statement: &Statement) -> String {
    let mut all = chain(dispute, words, &statement.chain);
    all.push_str(&dispute.source(statement.chain.source).headline);
    all.push('\n');
    all.push_str(statement.when.words.as_deref().unwrap_or_default());
    for Rendering {
        wording,
        attributed_to,
        chain: its,
        ..
    } in &statement.renderings
    {
        for part in [
            plain(wording),
            attributed_to.clone().unwrap_or_default(),
            chain(dispute, words, its),
        ] {
            all.push('\n');
            all.push_str(&part);
        }
    }
    all
}

fn chain(dispute: &Dispute, words: &Words, chain: &Chain) -> String {
    let mut all = String::new();
    let mut add = |text: &str| {
        all.push_str(text);
        all.push('\n');
    };
    add(chain.said.how.as_deref().unwrap_or_default());
    for relay in &chain.relays {
        match &relay.by {
            Outlet::Read(source) => add(&words.source_title(dispute.source(*source))),
            Outlet::Named(name) => add(name),
            Outlet::NotStated => {}
        }
        add(relay.verb.as_deref().unwrap_or_default());
    }
    let source = dispute.source(chain.source);
    add(chain.verb.as_deref().unwrap_or_default());
    add(&words.source_title(source));
    all
}

/// The text as it reads, without its marks.
fn plain(wording: &Wording) -> String {
    use says_who_model::Span::{Paraphrase, Verbatim};
    let spans = wording.spans.iter();
    spans
        .map(|span| match span {
            Verbatim(text) | Paraphrase(text) => text.as_str(),
        })
        .collect()
}

/// A text in which letters are equal whatever their case and marks.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        fold_into(letter, &mut folded);
    }
    folded
}

/// Adds what stands for `letter` in a folded text: nothing for a mark that
/// combines with the letter before it.
pub(crate) fn fold_into(letter: char, folded: &mut String) {
    match letter {
        _ if letter.is_ascii() => folded.push(letter.to_ascii_lowercase()),
        '’' | '‘' | 'ʼ' => folded.push('\''),
        '\u{a0}' | '\u{202f}' => folded.push(' '),
        // Dashes and quotation marks decompose to themselves.
        '\u{2000}'..='\u{206f}' => folded.push(letter),
        _ => {
            for small in letter.to_lowercase() {
                folded.extend(decomposed(small).filter(|part| !is_mark(*part)));
            }
        }
    }
}

/// The marks of the scripts that take them off: Latin, Greek, Cyrillic,
/// Hebrew and Arabic points.
fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '\u{300}'..='\u{36f}'
            | '\u{483}'..='\u{487}'
            | '\u{591}'..='\u{5bd}'
            | '\u{5bf}'
            | '\u{5c1}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
    )
}

/// The letter and its marks, one by one. The browser has the tables.
#[cfg(target_arch = "wasm32")]
fn decomposed(letter: char) -> impl Iterator<Item = char> {
    let one = js_sys::JsString::from(letter.to_string());
    let parts = String::from(one.normalize("NFD"));
    parts.chars().collect::<Vec<_>>().into_iter()
}

/// The letter and its marks, one by one.
#[cfg(not(target_arch = "wasm32"))]
fn decomposed(letter: char) -> impl Iterator<Item = char> {
    use unicode_normalization::UnicodeNormalization as _;
    std::iter::once(letter).nfd()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::fold;

    #[test]
    fn case_and_marks_do_not_matter() {
        assert_eq!(fold("Äpfel, Straße, İstanbul"), "apfel, straße, istanbul");
        assert_eq!(
            fold("Лавров ЁЖ Їжак Зеленський"),
            "лавров еж іжак зеленськии"
        );
        assert_eq!(fold("l’été"), "l'ete");
        assert_eq!(fold("e\u{301}te"), fold("éte"));
        assert_eq!(fold("شَدَّة"), "شدة");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn a_part_of_a_text_is_found_in_it(before in "\\PC{0,8}", part in "\\PC{1,8}", after in "\\PC{0,8}") {
            let whole = fold(&format!("{before}{part}{after}"));
            prop_assert!(whole.contains(&fold(&part)));
        }
    }
}
