//! What a page is filtered by, in words.

use says_who_model::Id;

use crate::filter::{Choice, Choices, FilterQuery, SideFilter};
use crate::words::controls::ENGLISH;

use super::filter_fields::name_or;

/// What a page is filtered by, in words; empty if it is not. `choices` are those under
/// this filter; `source` is the name of the source that is asked for.
pub fn active_filters(
    query: &FilterQuery,
    choices: &Choices,
    source: Option<String>,
) -> Vec<String> {
    let words = &ENGLISH;
    let name = |list: &[Choice], value: Option<&str>, own: Option<&str>| {
        let value = value?;
        let choice = list.iter().find(|one| one.value == value)?;
        Some(name_or(choice, own))
    };
    let side = query.side.as_ref();
    let others = (side == Some(&SideFilter::Neither)).then_some(words.others);
    let named = |named| if named { words.named } else { words.anonymous };
    let text = query.text.trim();
    let all = [
        (!text.is_empty()).then(|| (words.quoted)(text)),
        name(&choices.sides, side.map(SideFilter::name), others),
        name(
            &choices.speakers,
            query.speaker.as_ref().map(Id::as_str),
            None,
        ),
        name(&choices.outlets, query.outlet.as_deref(), None),
        source,
        query
            .wording
            .map(|wording| (words.wordings)(wording).to_owned()),
        query.named.map(|is_named| named(is_named).to_owned()),
        query
            .from
            .map(|day| format!("{} {}", words.from, (words.date)(day))),
        query
            .until
            .map(|day| format!("{} {}", words.until, (words.date)(day))),
    ];
    all.into_iter().flatten().collect()
}
