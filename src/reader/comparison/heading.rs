//! What a comparison is called.

use std::fmt::Display;

use says_who_view::comparison::{Comparison, ComparisonQuery, Row, Shown};
use says_who_view::words::Message;

use super::layout::Draft;

impl Draft<'_> {
    /// Its heading.
    pub(super) fn heading(&self, comparison: &Comparison) -> String {
        let words = self.words;
        let message = match (self.query, &comparison.chosen[..]) {
            (ComparisonQuery::AsOf(day), _) => {
                return words.fill(Message::SaidByDay, &[("day", &words.date(*day))]);
            }
            (ComparisonQuery::Speaker(_), _) => match self.statement_by_speaker(comparison) {
                Some(shown) => {
                    let name = self.parts.speaker_name(shown);
                    return words.fill(Message::SaidBy, &[("name", &name)]);
                }
                None => Message::Compare,
            },
            (_, [one, other]) if one.position == other.position => Message::TwoWordings,
            (_, [_, _]) => Message::TwoStatements,
            _ => Message::Compare,
        };
        words.text(message).to_string()
    }

    /// A statement by the speaker whose statements are compared.
    fn statement_by_speaker(&self, comparison: &Comparison) -> Option<Shown> {
        let ComparisonQuery::Speaker(id) = self.query else {
            return None;
        };
        let is_theirs = |shown: &&Shown| {
            let speaker = shown.statement(self.data).map(|one| one.speaker);
            speaker.is_some_and(|speaker| self.data.speaker(speaker).id == id.as_str())
        };
        let [first, second] = &comparison.rows.first()?.cells;
        let others = &comparison.rows.first()?.others;
        [first, second, others]
            .into_iter()
            .flatten()
            .find(is_theirs)
            .copied()
    }

    /// What is said below the heading.
    pub(super) fn lead(&self, comparison: &Comparison) -> String {
        match self.query {
            ComparisonQuery::Two(..) => String::new(),
            ComparisonQuery::Speaker(_) => {
                let is_of_a_side = comparison.rows.iter().all(|row| row.others.is_empty());
                let message = if is_of_a_side {
                    Message::BesideOtherSide
                } else {
                    Message::BesideBothSides
                };
                self.words.text(message).to_string()
            }
            ComparisonQuery::AsOf(_) => {
                let said: usize = comparison.rows.iter().map(Row::count).sum();
                let of = self.data.statements().count();
                let values: [(&str, &dyn Display); 2] = [("said", &said), ("of", &of)];
                self.words.counted(Message::SaidOfAll, of, &values)
            }
        }
    }
}
