//! Keywords: the words of the format that a value can be.

use std::str::FromStr;

use strum::VariantNames;

use super::{Fields, Located};
use crate::read::problem::Problems;

/// An enumeration whose values are words of the format.
pub(crate) trait Keyword: FromStr + VariantNames + Copy {}

impl<T: FromStr + VariantNames + Copy> Keyword for T {}

impl Fields<'_> {
    /// A keyword: one of the words of `T`.
    pub(crate) fn keyword<T: Keyword>(
        &mut self,
        key: &'static str,
        required: bool,
        problems: &mut Problems,
    ) -> Option<Located<T>> {
        let text = if required {
            self.text(key, problems)
        } else {
            self.optional_text(key, problems)
        };
        let text = text?;
        let value = parse_keyword(&text, problems);
        self.has_invalid_value |= value.is_none();
        value
    }
}

/// Parses a keyword and reports an unknown one.
pub(crate) fn parse_keyword<T: Keyword>(
    text: &Located<String>,
    problems: &mut Problems,
) -> Option<Located<T>> {
    let Ok(value) = text.value.parse() else {
        let near = nearest(&text.value, T::VARIANTS.iter().copied())
            .map(|near| format!("; did you mean `{near}`?"))
            .unwrap_or_default();
        problems.add(
            &text.place,
            "fields",
            format!("`{}` is not a valid value", text.value),
            format!("valid values are {}{near}", list(T::VARIANTS)),
        );
        return None;
    };
    let place = text.place.clone();
    Some(Located { value, place })
}

/// The most similar of the `known` names, for a misspelt `text`. None if that
/// name has other letters than ASCII: then it is the misspelt one.
pub fn nearest<'b>(text: &str, known: impl Iterator<Item = &'b str>) -> Option<&'b str> {
    known
        .map(|name| (strsim::jaro_winkler(text, name), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, name)| name)
        .filter(|name| name.is_ascii())
}

/// Formats names as a list for a message.
pub(crate) fn list(names: &[&str]) -> String {
    names
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ")
}
