//! The sentences of a source's text, and a coverage to start from.

use std::collections::BTreeMap;

use super::FILE;
use crate::format::{self, Id, ListStyle, RawSentenceUse, SentenceUse};
use crate::read::quotation_match::{SearchedText, sentences};
use crate::read::quotations::quoting_texts;
use crate::read::raw::RawDispute;

/// Returns the sentences of a source's text for a person to read, and a coverage to
/// start from: the recorded one, plus the items whose quotations are in each
/// sentence.
pub(in crate::read) fn outline_of(dispute: &RawDispute, source: &str, text: &str) -> Outline {
    let searched = SearchedText::new(text);
    let actual = sentences(text);
    let mut ids: Vec<Vec<String>> = vec![Vec::new(); actual.len()];
    let mut sources = dispute.sources.iter();
    let transcript = sources.any(|known| known.id.value == source && known.transcript);
    for quoting in quoting_texts(dispute) {
        let of_source = quoting.source.is_some_and(|of| of.value == source);
        let (Some(item), true) = (quoting.item, of_source) else {
            continue;
        };
        for words in quoting.quotations() {
            let found = searched.find(&words, transcript);
            let numbers = found.map_or(0..0, |found| searched.sentence_numbers(&found));
            for ids in ids.get_mut(numbers).into_iter().flatten() {
                if !ids.contains(&item.value) {
                    ids.push(item.value.clone());
                }
            }
        }
    }
    let mut recorded = dispute.coverage.iter();
    let recorded = recorded.find(|coverage| coverage.source.value == source);
    let recorded = recorded.map_or(&[][..], |coverage| &coverage.sentences);
    let mut accounted = Vec::new();
    for (at, sentence) in actual.iter().enumerate() {
        let same = |recorded: &&RawSentenceUse| {
            let sha256 = recorded.sha256.as_ref();
            sha256.is_some_and(|sha256| sha256.value == sentence.sha256)
        };
        let known = recorded.iter().find(same);
        let left_out = known.and_then(|known| known.left_out.as_ref());
        for id in known.iter().flat_map(|known| &known.ids) {
            if !ids[at].contains(&id.value) {
                ids[at].push(id.value.clone());
            }
        }
        let ids: Vec<Id> = ids[at].iter().map(|id| id.as_str().into()).collect();
        let why = left_out.map(|why| why.value.clone()).unwrap_or_default();
        accounted.push(SentenceUse {
            sentence: u32::try_from(at + 1).unwrap_or(u32::MAX),
            sha256: sentence.sha256.clone(),
            left_out: ids.is_empty().then_some(why),
            ids,
        });
    }
    let table = BTreeMap::from([(source, accounted)]);
    let account = format::to_toml("", &table, ListStyle::Inline).text;
    Outline {
        sentences: actual.into_iter().map(|sentence| sentence.text).collect(),
        path: format!("{}/{FILE}", dispute.id),
        account: account.trim_end().to_owned(),
    }
}

/// The sentences of a source, and its coverage for `coverage.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Outline {
    /// The sentences, for reading only: never commit them.
    pub sentences: Vec<String>,
    /// The path of `coverage.toml`, relative to the data folder.
    pub path: String,
    /// The TOML to put there, without any of the text.
    pub account: String,
}
