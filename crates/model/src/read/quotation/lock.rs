//! The lock, `quotations.toml`: which quotations were found in which text, and
//! how it stands with their edges. It is written where the texts are and
//! committed without them.

use std::collections::BTreeMap;

use super::normal::{VERSION, normal_form};
use crate::read::fields::{At, Fields, TextOrTable, list};
use crate::read::problem::Problems;
use crate::{Cut, Date};

/// The file's name in a dispute's folder.
pub(in crate::read) const FILE: &str = "quotations.toml";

const HEAD: &str = "\
# The quotations that were found, word for word, in the text of their source:
# the day of the search, the digest of the text (SHA-256 of its normal form),
# and the words, each with whether it is whole or cut. Written by
# `cargo xtask quotes`; commit it with the change.
";

/// What was found when the texts were last searched.
#[derive(Debug, Default)]
pub(in crate::read) struct Lock {
    pub(in crate::read) normal_form: Option<At<i64>>,
    pub(in crate::read) sources: Vec<Entry>,
}

/// What was found in the text of one source.
#[derive(Clone, Debug)]
pub(in crate::read) struct Entry {
    pub(in crate::read) source: At<String>,
    /// The digest of the text, and the version of the form it is of.
    pub(in crate::read) text: String,
    pub(in crate::read) text_form: i64,
    pub(in crate::read) date: Date,
    /// The words in the present normal form.
    pub(in crate::read) quotations: BTreeMap<String, Standing>,
}

/// How it stands with a quotation's edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Standing {
    /// Recorded before cuts were looked at.
    NotLookedAt,
    Whole,
    Cut(Cut, Answer),
}

/// What the author says to a cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Answer {
    Nothing,
    /// The quotation has `…` there.
    Marked,
    /// It was looked at on that day.
    Confirmed(Date),
}

/// Reads the file. One of an earlier form is brought to the present one by its
/// words alone; the digests stay those of the earlier form, and say so.
pub(in crate::read) fn read(fields: &mut Fields<'_>, problems: &mut Problems) -> Lock {
    let form = fields.number("normal-form", problems);
    let version = form.as_ref().map_or(VERSION, |form| form.value);
    let mut sources = Vec::new();
    for mut f in fields.tables("source", problems) {
        let id = f.text("id", problems);
        let text = f.text("text", problems);
        let text_form = f.maybe_number("text-form", problems);
        let date = f.date("date", true, problems);
        let entries = f
            .texts_or_tables("quotations", "{ words = \"…\", whole = true }", problems)
            .into_iter();
        let quotations = entries.filter_map(|entry| match entry {
            TextOrTable::Text(words) => Some((words.value, Standing::NotLookedAt)),
            TextOrTable::Table(table) => quotation(table, problems),
        });
        let quotations: Vec<_> = quotations.collect();
        f.done(problems);
        let (Some(source), Some(text), Some(date)) = (id, text, date) else {
            continue;
        };
        sources.push(Entry {
            source,
            text: text.value,
            text_form: text_form.map_or(version, |form| form.value),
            date: date.value,
            quotations: quotations
                .into_iter()
                .map(|(words, standing)| (normal_form(&words), standing))
                .collect(),
        });
    }
    Lock {
        normal_form: form,
        sources,
    }
}

const CUTS: [(&str, Cut); 2] = [("passage", Cut::Passage), ("sentence", Cut::Sentence)];

fn quotation(mut f: Fields<'_>, problems: &mut Problems) -> Option<(String, Standing)> {
    let words = f.text("words", problems);
    let whole = f.flag("whole", problems).is_some_and(|flag| flag.value);
    let cut = f.optional("cut", problems);
    let marked = f.flag("marked", problems).is_some_and(|flag| flag.value);
    let confirmed = f.date("confirmed", false, problems);
    let place = f.place();
    f.done(problems);
    let contradicts =
        (whole && cut.is_some()) || ((marked || confirmed.is_some()) && cut.is_none());
    if contradicts {
        problems.add(
            &place,
            "fields",
            "a quotation is either whole, or cut and marked or confirmed",
            "search again: `cargo xtask quotes --texts FOLDER`",
        );
    }
    let answer = match (marked, confirmed) {
        (true, _) => Answer::Marked,
        (false, Some(day)) => Answer::Confirmed(day.value),
        (false, None) => Answer::Nothing,
    };
    let standing = match cut {
        None if whole => Standing::Whole,
        None => Standing::NotLookedAt,
        Some(cut) => {
            let known = CUTS.iter().find(|(name, _)| *name == cut.value);
            let Some((_, known)) = known else {
                problems.add(
                    &cut.place,
                    "fields",
                    format!("`{}` is not one of the words for this", cut.value),
                    format!("The words are {}", list(&CUTS.map(|(name, _)| name))),
                );
                return None;
            };
            Standing::Cut(*known, answer)
        }
    };
    Some((words?.value, standing))
}

/// The file; nothing where nothing was found.
pub(in crate::read) fn write(entries: &[Entry]) -> Option<String> {
    let entries: String = entries.iter().map(entry).collect();
    (!entries.is_empty()).then(|| format!("{HEAD}normal-form = {VERSION}\n{entries}"))
}

fn entry(entry: &Entry) -> String {
    let Entry {
        source,
        text,
        text_form,
        date,
        quotations,
    } = entry;
    let lines = quotations.iter().map(|(words, standing)| {
        let words = words.replace('\\', "\\\\").replace('"', "\\\"");
        format!(
            "  {{ words = \"{words}\"{} }},\n",
            standing_as_toml(*standing)
        )
    });
    let lines: String = lines.collect();
    format!(
        "\n[[source]]\nid = \"{}\"\ntext = \"{text}\"\ntext-form = {text_form}\ndate = {date}\nquotations = [\n{lines}]\n",
        source.value
    )
}

fn standing_as_toml(standing: Standing) -> String {
    let (cut, answer) = match standing {
        Standing::NotLookedAt => return String::new(),
        Standing::Whole => return ", whole = true".to_owned(),
        Standing::Cut(cut, answer) => (cut, answer),
    };
    let name = CUTS.iter().find(|(_, known)| *known == cut);
    let name = name.map(|(name, _)| *name).unwrap_or_default();
    let answer = match answer {
        Answer::Nothing => String::new(),
        Answer::Marked => ", marked = true".to_owned(),
        Answer::Confirmed(day) => format!(", confirmed = {day}"),
    };
    format!(", cut = \"{name}\"{answer}")
}
