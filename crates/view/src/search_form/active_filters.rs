//! What a page is filtered by, in words.

use says_who_model::Id;

use crate::filter::{Choice, Choices, FilterQuery, SideFilter};
use crate::words::{AppWords, Message};

use super::filter_fields::{name_or, naming_message, wording_message};

/// What a page is filtered by, in words; empty if it is not. `choices` are those under
/// this filter; `source` is the name of the source that is asked for.
pub fn active_filters(
    words: &AppWords,
    query: &FilterQuery,
    choices: &Choices,
    source: Option<String>,
) -> Vec<String> {
    let name = |list: &[Choice], value: Option<&str>, own: Option<Message>| {
        let value = value?;
        let choice = list.iter().find(|one| one.value == value)?;
        Some(name_or(words, choice, own))
    };
    let side = query.side.as_ref();
    let others = (side == Some(&SideFilter::Neither)).then_some(Message::Others);
    let text_of = |message| words.text(message).to_string();
    let with_day = |message, day| format!("{} {}", words.text(message), words.date(day));
    let text = query.text.trim();
    let all = [
        (!text.is_empty()).then(|| words.fill(Message::SearchedWords, &[("words", &text)])),
        name(&choices.sides, side.map(SideFilter::name), others),
        name(
            &choices.speakers,
            query.speaker.as_ref().map(Id::as_str),
            None,
        ),
        name(&choices.outlets, query.outlet.as_deref(), None),
        source,
        query.wording.map(|one| text_of(wording_message(one))),
        query
            .named
            .map(|is_named| text_of(naming_message(is_named))),
        query.from.map(|day| with_day(Message::From, day)),
        query.until.map(|day| with_day(Message::Until, day)),
    ];
    all.into_iter().flatten().collect()
}
