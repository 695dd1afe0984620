//! What a reader compares, as the address says it:
//!
//! - `?compare=a,b`: two statements. One alone is to be compared with another that is
//!   still to be chosen.
//! - `?compare=a,a~source`: a statement in its own words, and as this source words it.
//! - `?compare=speaker:id`: everything that a speaker said.
//! - `?as-of=2022-01-31`: what had been said by the end of a day.

use says_who_model::{Date, Id};
use says_who_page_data::PageData;
use says_who_routes::percent::decoded;
use says_who_routes::segments;

use crate::filter::parameters::parameters;
use crate::filter::update_id;

/// What a reader compares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComparisonQuery {
    /// Two wordings; `None` while the other is still to be chosen.
    Two(WordingId, Option<WordingId>),
    /// Everything that a speaker said.
    Speaker(Id),
    /// What had been said by the end of a day.
    AsOf(Date),
}

/// A statement in its own words, or as another source words it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordingId {
    /// The statement.
    pub statement: Id,
    /// The source of the other wording; `None` for the statement's own words.
    pub source: Option<Id>,
}

/// The names of the parameters.
const COMPARE: &str = "compare";
const AS_OF: &str = "as-of";

/// Before the id of a speaker.
const SPEAKER: &str = "speaker:";

/// Between the ids of a statement and of a source.
const IN_SOURCE: char = '~';

impl ComparisonQuery {
    /// Parses a query, with or without its question mark. `None` where it compares
    /// nothing, or what it compares can't be parsed.
    pub fn parse(query: &str) -> Option<Self> {
        let parameters = parameters(query);
        let value = |name: &str| {
            let parameter = parameters.iter().find(|parameter| parameter.name == name)?;
            Some(decoded(&parameter.value))
        };
        let compare = value(COMPARE).and_then(|value| Self::parse_compared(&value));
        compare.or_else(|| {
            let day = segments(&value(AS_OF)?).into_iter().next()?;
            Some(Self::AsOf(day.name().parse().ok()?))
        })
    }

    fn parse_compared(value: &str) -> Option<Self> {
        if let Some(speaker) = value.trim().strip_prefix(SPEAKER) {
            return Some(Self::Speaker(id(speaker)?));
        }
        let mut wordings = value.split(',').map(WordingId::parse);
        let first = wordings.next()??;
        Some(Self::Two(first, wordings.next().flatten()))
    }

    /// Replaces former ids by the present ones: an item may have had another id when the
    /// address was published.
    pub fn update_ids(&mut self, data: &PageData) {
        let ids = match self {
            Self::Two(first, second) => {
                let wordings = [Some(first), second.as_mut()].into_iter().flatten();
                wordings
                    .flat_map(|one| [Some(&mut one.statement), one.source.as_mut()])
                    .flatten()
                    .collect()
            }
            Self::Speaker(id) => vec![id],
            Self::AsOf(_) => Vec::new(),
        };
        for id in ids {
            update_id(id, data);
        }
    }

    /// A query without its comparison, of which all other parameters are kept. A query
    /// that compares nothing stays as it is. The result begins with a question mark or
    /// is empty.
    pub fn remove_from(query: &str) -> String {
        match Self::parse(query) {
            Some(_) => with_parameter(query, None),
            None => query.to_owned(),
        }
    }

    /// Writes this comparison into a query, of which all other parameters are kept. The
    /// result begins with a question mark.
    pub fn merge_into(&self, query: &str) -> String {
        let own = match self {
            // Ids need no encoding.
            Self::Two(first, None) => format!("{COMPARE}={}", first.to_text()),
            Self::Two(first, Some(second)) => {
                format!("{COMPARE}={},{}", first.to_text(), second.to_text())
            }
            Self::Speaker(id) => format!("{COMPARE}={SPEAKER}{id}"),
            Self::AsOf(day) => format!("{AS_OF}={day}"),
        };
        with_parameter(query, Some(own))
    }
}

impl WordingId {
    /// A statement in its own words.
    pub fn own(statement: Id) -> Self {
        Self {
            statement,
            source: None,
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let (statement, source) = match text.split_once(IN_SOURCE) {
            Some((statement, source)) => (statement, id(source)),
            None => (text, None),
        };
        Some(Self {
            statement: id(statement)?,
            source,
        })
    }

    fn to_text(&self) -> String {
        match &self.source {
            Some(source) => format!("{}{IN_SOURCE}{source}", self.statement),
            None => self.statement.to_string(),
        }
    }
}

/// An id, which may have come with punctuation around it.
fn id(text: &str) -> Option<Id> {
    segments(text).into_iter().next()?.name().parse().ok()
}

/// A query whose comparison is replaced by the parameter `own`.
fn with_parameter(query: &str, own: Option<String>) -> String {
    let others = parameters(query)
        .into_iter()
        .filter(|parameter| ![COMPARE, AS_OF].contains(&parameter.name.as_str()));
    let all: Vec<String> = others.map(|parameter| parameter.text).chain(own).collect();
    if all.is_empty() {
        String::new()
    } else {
        format!("?{}", all.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use says_who_model::{Date, Id};

    use super::{ComparisonQuery, WordingId};

    fn id(text: &str) -> Id {
        text.parse().expect("an id")
    }

    fn wording(statement: &str, source: Option<&str>) -> WordingId {
        WordingId {
            statement: id(statement),
            source: source.map(id),
        }
    }

    #[test]
    fn comparisons_are_parsed_however_they_were_mangled() {
        let two = ComparisonQuery::Two(wording("a-1", None), Some(wording("b", Some("herald"))));
        let speaker = ComparisonQuery::Speaker(id("mayor"));
        let day = ComparisonQuery::AsOf("2021-03-09".parse().expect("a date"));
        for (query, expected) in [
            ("?compare=a-1,b~herald", Some(&two)),
            ("compare=a-1%2Cb%7Eherald", Some(&two)),
            ("?q=x&amp;compare=a-1,b~herald", Some(&two)),
            ("?compare=a-1,b~herald).", Some(&two)),
            ("?compare=%20a-1,%20b~herald", Some(&two)),
            ("?COMPARE=a-1,b~herald", Some(&two)),
            ("?compare=speaker:mayor", Some(&speaker)),
            ("?compare=speaker%3Amayor%22", Some(&speaker)),
            ("?as-of=2021-03-09", Some(&day)),
            ("?as-of=2021-03-09.", Some(&day)),
            // What can't be parsed is not there.
            ("?compare=&as-of=2021-03-09", Some(&day)),
            ("?compare=", None),
            ("?compare=,", None),
            ("?compare=~", None),
            ("?compare=speaker:", None),
            ("?as-of=2021-02-30", None),
            ("?as-of=", None),
            ("?q=compare", None),
            ("", None),
        ] {
            assert_eq!(ComparisonQuery::parse(query).as_ref(), expected, "{query}");
        }
        let one = ComparisonQuery::Two(wording("a", None), None);
        assert_eq!(ComparisonQuery::parse("?compare=a").as_ref(), Some(&one));
        assert_eq!(ComparisonQuery::parse("?compare=a,").as_ref(), Some(&one));
        assert_eq!(ComparisonQuery::parse("?compare=a,!").as_ref(), Some(&one));
    }

    fn ids() -> impl Strategy<Value = Id> {
        "[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,5}){0,2}".prop_map(|text| id(&text))
    }

    fn wordings() -> impl Strategy<Value = WordingId> {
        (ids(), proptest::option::of(ids()))
            .prop_map(|(statement, source)| WordingId { statement, source })
    }

    fn queries() -> impl Strategy<Value = ComparisonQuery> {
        prop_oneof![
            (wordings(), proptest::option::of(wordings()))
                .prop_map(|(first, second)| ComparisonQuery::Two(first, second)),
            ids().prop_map(ComparisonQuery::Speaker),
            (0..3_600_000).prop_map(|number| {
                let first: Date = "0001-01-01".parse().expect("a date");
                ComparisonQuery::AsOf(Date::from_day_number(first.day_number() + number))
            }),
        ]
    }

    proptest! {
        #[test]
        fn a_comparison_survives_its_address(
            query in queries(),
            before in prop_oneof!["", r"\?q=[a-z+]{1,8}&first=[a-z]{1,5}", r"\?compare=x,y&v=1a"],
        ) {
            let written = query.merge_into(&before);
            prop_assert_eq!(ComparisonQuery::parse(&written), Some(query));
            let removed = ComparisonQuery::remove_from(&written);
            prop_assert_eq!(ComparisonQuery::parse(&removed), None);
            // All else is kept.
            prop_assert_eq!(removed, ComparisonQuery::remove_from(&before));
        }
    }
}
