//! What a comparison is called.

use says_who_view::comparison::{Comparison, ComparisonQuery, Row, Shown};
use says_who_view::words::comparison::ENGLISH;

use super::layout::Draft;

impl Draft<'_> {
    /// Its heading.
    pub(super) fn heading(&self, comparison: &Comparison) -> String {
        let words = &ENGLISH;
        match (self.query, &comparison.chosen[..]) {
            (ComparisonQuery::AsOf(day), _) => (words.as_of)(*day),
            (ComparisonQuery::Speaker(_), _) => match self.statement_by_speaker(comparison) {
                Some(shown) => (words.said_by)(&self.parts.speaker_name(shown)),
                None => words.compare.to_owned(),
            },
            (_, [one, other]) if one.position == other.position => words.two_wordings.to_owned(),
            (_, [_, _]) => words.two_statements.to_owned(),
            _ => words.compare.to_owned(),
        }
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
        let words = &ENGLISH;
        match self.query {
            ComparisonQuery::Two(..) => String::new(),
            ComparisonQuery::Speaker(_) => {
                let is_of_a_side = comparison.rows.iter().all(|row| row.others.is_empty());
                if is_of_a_side {
                    words.beside_other_side.to_owned()
                } else {
                    words.beside_both_sides.to_owned()
                }
            }
            ComparisonQuery::AsOf(_) => {
                let said = comparison.rows.iter().map(Row::count).sum();
                (words.said_by_then)(said, self.data.statements().count())
            }
        }
    }
}
