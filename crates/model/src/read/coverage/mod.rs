//! The coverage of a source's sentences, `coverage.toml`: which items rest on each
//! sentence, or why it was left out. A sentence is identified by its number and
//! digest; its text is not stored.

mod outline;

pub use outline::Outline;
pub(super) use outline::outline_of;

use std::collections::{BTreeMap, HashSet};

use crate::ReadAs;
use crate::format::{RawSentenceUse, SentenceUse};
use crate::read::fields::{Fields, Located, nearest};
use crate::read::problem::Problems;
use crate::read::quotation_match::sentences;
use crate::read::raw::{RawDispute, RawHop};
use crate::read::rules;
use crate::read::table;

/// The file's name in a dispute's folder.
pub(super) const FILE: &str = "coverage.toml";

/// The name of the rule: every sentence is accounted for.
pub(super) const RULE: &str = "coverage";

/// The coverage of one source.
#[derive(Debug)]
pub(super) struct RawCoverage {
    pub(super) source: Located<String>,
    pub(super) sentences: Vec<RawSentenceUse>,
}

/// Reads the file.
pub(super) fn read(fields: Fields<'_>, problems: &mut Problems) -> Vec<RawCoverage> {
    let lists = table::lists::<SentenceUse>(fields, problems).into_iter();
    let coverage = lists.map(|(source, sentences)| RawCoverage { source, sentences });
    coverage.collect()
}

/// Checks the rule for one dispute, as far as possible without the texts.
pub(super) fn check(dispute: &RawDispute, problems: &mut Problems) {
    let items: Vec<&str> = rules::item_ids(dispute)
        .map(|id| id.value.as_str())
        .collect();
    let known: HashSet<&str> = items.iter().copied().collect();
    for coverage in &dispute.coverage {
        let id = &coverage.source;
        let source = dispute.source(&id.value);
        let read = source.and_then(|source| source.read.as_ref());
        match (source, read) {
            (None, _) => problems.add(
                &id.place,
                RULE,
                format!("there is no source `{}`", id.value),
                "name a source of sources.toml, or delete its sentences",
            ),
            (Some(_), Some(read)) if read.value != ReadAs::Whole => problems.add(
                &id.place,
                RULE,
                format!("`{}` was not read whole", id.value),
                "read it whole and say so in sources.toml, or delete its sentences",
            ),
            _ => {}
        }
        if coverage.sentences.is_empty() {
            problems.add(
                &id.place,
                RULE,
                format!("no sentence of `{}` is accounted for", id.value),
                outline_help(&id.value),
            );
        }
        let resting = resting_on(dispute, &id.value);
        for (at, sentence) in coverage.sentences.iter().enumerate() {
            check_sentence(at, sentence, &id.value, problems);
            for named in sentence.ids.iter().filter(|id| {
                // A missing source is already reported above.
                source.is_some()
                    && known.contains(id.value.as_str())
                    && !resting.contains(id.value.as_str())
            }) {
                problems.add(
                    &named.place,
                    RULE,
                    format!("nothing of `{}` rests on `{}`", named.value, id.value),
                    "name an item that cites the source, or say why the sentence was left out: `left-out = \"…\"`",
                );
            }
            let unknown = |id: &&Located<String>| !known.contains(id.value.as_str());
            for id in sentence.ids.iter().filter(unknown) {
                report_unknown_item(id, &items, problems);
            }
        }
    }
}

fn report_unknown_item(id: &Located<String>, items: &[&str], problems: &mut Problems) {
    let near = nearest(&id.value, items.iter().copied());
    let near = near.map(|near| format!("did you mean `{near}`? "));
    problems.add(
        &id.place,
        RULE,
        format!("there is no item `{}`", id.value),
        format!(
            "{}Name what rests on the sentence, or say why it was left out: `left-out = \"…\"`",
            near.unwrap_or_default()
        ),
    );
}

/// The ids of the items that cite a source, or for which the source was searched.
fn resting_on<'a>(dispute: &'a RawDispute, source: &str) -> HashSet<&'a str> {
    let is = |id: &Located<String>| id.value == source;
    let cites = |chain: &[RawHop]| {
        let mut sources = chain.iter().filter_map(|hop| hop.source.as_ref());
        sources.any(is)
    };
    let mut resting = HashSet::new();
    for point in &dispute.points {
        let said = point.statements.iter().filter(|statement| {
            let when = statement
                .when
                .as_ref()
                .and_then(|when| when.source.as_ref());
            cites(&statement.chain)
                || statement.renderings.iter().any(|other| cites(&other.chain))
                || when.is_some_and(is)
        });
        let said: Vec<&str> = said
            .filter_map(|statement| Some(statement.id.as_ref()?.value.as_str()))
            .collect();
        let searched = point.absences.iter().flat_map(|absence| &absence.searched);
        let mut declined = point
            .absences
            .iter()
            .filter_map(|absence| absence.source.as_ref());
        if !said.is_empty() || searched.clone().any(is) || declined.any(is) {
            resting.insert(point.id.value.as_str());
        }
        resting.extend(said);
        let absences = point
            .absences
            .iter()
            .filter(|absence| absence.searched.iter().chain(&absence.source).any(is));
        resting.extend(absences.filter_map(|absence| Some(absence.id.as_ref()?.value.as_str())));
    }
    let documents = dispute.documents.iter().filter(|document| {
        let called = document
            .called
            .iter()
            .filter_map(|called| called.source.as_ref());
        document.sources.iter().chain(called).any(is)
    });
    let events = dispute.events.iter();
    let events = events.filter(|event| {
        let accounts = event.accounts.iter();
        let accounts = accounts.filter_map(|account| account.source.as_ref());
        event.sources.iter().chain(accounts).any(is)
    });
    resting.extend(documents.map(|document| document.id.value.as_str()));
    resting.extend(events.map(|event| event.id.value.as_str()));
    resting
}

/// The help text that says how to list the sentences.
fn outline_help(source: &str) -> String {
    format!("list its sentences: `says-who quotes --texts FOLDER --outline {source}`")
}

/// Checks the sentence at index `at` on its own.
fn check_sentence(at: usize, sentence: &RawSentenceUse, source: &str, problems: &mut Problems) {
    let expected = at + 1;
    if let Some(number) = &sentence.sentence
        && usize::try_from(number.value) != Ok(expected)
    {
        problems.add(
            &number.place,
            RULE,
            format!(
                "sentence {expected} of `{source}` has the number {}",
                number.value
            ),
            "the sentences stand in their order, from 1 and without a gap",
        );
    }
    if let Some(sha256) = &sentence.sha256
        && !(sha256.value.len() == 64 && sha256.value.bytes().all(|b| b.is_ascii_hexdigit()))
    {
        problems.add(
            &sha256.place,
            RULE,
            format!("`{}` is not a SHA-256", sha256.value),
            outline_help(source),
        );
    }
    if !sentence.has_invalid_value && sentence.ids.is_empty() == sentence.left_out.is_none() {
        problems.add(
            &sentence.place,
            RULE,
            format!("sentence {expected} of `{source}` needs either `ids` or `left-out`"),
            "name in `ids` what rests on it, or say in `left-out` why nothing does",
        );
    }
}

/// Compares the coverage with the given texts.
pub(super) fn check_against_texts(
    dispute: &RawDispute,
    texts: &BTreeMap<String, String>,
    problems: &mut Problems,
) {
    for coverage in &dispute.coverage {
        let id = &coverage.source;
        let Some(text) = texts.get(&id.value) else {
            continue;
        };
        let actual = sentences(text);
        for (at, (recorded, sentence)) in coverage.sentences.iter().zip(&actual).enumerate() {
            let Some(recorded) = recorded.sha256.as_ref() else {
                continue;
            };
            if !recorded.value.eq_ignore_ascii_case(&sentence.sha256) {
                problems.add(
                    &recorded.place,
                    RULE,
                    format!(
                        "sentence {} of `{}` differs from the text",
                        at + 1,
                        id.value
                    ),
                    format!(
                        "the text has “{}”; {}",
                        sentence.text,
                        outline_help(&id.value)
                    ),
                );
                // After a missing or extra sentence, all later ones differ too.
                break;
            }
        }
        if coverage.sentences.len() != actual.len() {
            problems.add(
                &id.place,
                RULE,
                format!(
                    "the text of `{}` has {} sentences; {} are accounted for",
                    id.value,
                    actual.len(),
                    coverage.sentences.len()
                ),
                outline_help(&id.value),
            );
        }
    }
}
