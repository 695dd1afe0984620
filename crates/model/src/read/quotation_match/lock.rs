//! The lock file, `quotations.toml`: which quotations were found in which text,
//! and whether they are cut. It is written where the texts are available and
//! committed without them.

use std::collections::BTreeMap;

use super::normal::{VERSION, normal_form};
use crate::read::fields::{Fields, Located, TextOrTable, list};
use crate::read::problem::Problems;
use crate::{Cut, Date};

/// The file's name in a dispute's folder.
pub(in crate::read) const FILE: &str = "quotations.toml";

const HEADER: &str = "\
# The quotations that were found, word for word, in the text of their source:
# the day of the search, the digest of the text (SHA-256 of its normal form),
# and the words, each with whether it is whole or cut. Written by
# `cargo xtask quotes`; commit it with the change.
";

/// The contents of the lock file: what the last search found.
#[derive(Debug, Default)]
pub(in crate::read) struct Lock {
    pub(in crate::read) normal_form: Option<Located<i64>>,
    pub(in crate::read) sources: Vec<Entry>,
}

/// The quotations found in the text of one source.
#[derive(Clone, Debug)]
pub(in crate::read) struct Entry {
    pub(in crate::read) source: Located<String>,
    /// The digest of the text's normal form.
    pub(in crate::read) text: String,
    /// The version of the normal form that the digest was computed from.
    pub(in crate::read) text_form: i64,
    pub(in crate::read) date: Date,
    /// The quotations, by their words in the current normal form.
    pub(in crate::read) quotations: BTreeMap<String, CutStatus>,
}

/// Whether a quotation is whole or cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum CutStatus {
    /// Recorded before searches looked for cuts.
    Unchecked,
    Whole,
    Cut(Cut, CutReview),
}

/// How the author dealt with a cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum CutReview {
    /// Neither marked nor confirmed.
    Pending,
    /// The quotation has `…` there.
    Marked,
    /// The author reviewed it on that day.
    Confirmed(Date),
}

/// Reads the file. If it has an earlier normal form, the words are converted to
/// the current one. The digests can't be: each keeps the version of its form.
pub(in crate::read) fn read(fields: &mut Fields<'_>, problems: &mut Problems) -> Lock {
    let form = fields.number("normal-form", problems);
    let version = form.as_ref().map_or(VERSION, |form| form.value);
    let mut sources = Vec::new();
    for mut f in fields.tables("source", problems) {
        let id = f.text("id", problems);
        let text = f.text("text", problems);
        let text_form = f.optional_number("text-form", problems);
        let date = f.date("date", true, problems);
        let entries = f
            .texts_or_tables("quotations", "{ words = \"…\", whole = true }", problems)
            .into_iter();
        let quotations = entries.filter_map(|entry| match entry {
            TextOrTable::Text(words) => Some((words.value, CutStatus::Unchecked)),
            TextOrTable::Table(table) => read_quotation(table, problems),
        });
        let quotations: Vec<_> = quotations.collect();
        f.report_unknown_keys(problems);
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
                .map(|(words, status)| (normal_form(&words), status))
                .collect(),
        });
    }
    Lock {
        normal_form: form,
        sources,
    }
}

const CUTS: [(&str, Cut); 2] = [("passage", Cut::Passage), ("sentence", Cut::Sentence)];

fn read_quotation(mut f: Fields<'_>, problems: &mut Problems) -> Option<(String, CutStatus)> {
    let words = f.text("words", problems);
    let whole = f.flag("whole", problems).is_some_and(|flag| flag.value);
    let cut = f.optional_text("cut", problems);
    let marked = f.flag("marked", problems).is_some_and(|flag| flag.value);
    let confirmed = f.date("confirmed", false, problems);
    let place = f.place();
    f.report_unknown_keys(problems);
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
    let review = match (marked, confirmed) {
        (true, _) => CutReview::Marked,
        (false, Some(day)) => CutReview::Confirmed(day.value),
        (false, None) => CutReview::Pending,
    };
    let status = match cut {
        None if whole => CutStatus::Whole,
        None => CutStatus::Unchecked,
        Some(cut) => {
            let known = CUTS.iter().find(|(name, _)| *name == cut.value);
            let Some((_, known)) = known else {
                problems.add(
                    &cut.place,
                    "fields",
                    format!("`{}` is not a valid value", cut.value),
                    format!("valid values are {}", list(&CUTS.map(|(name, _)| name))),
                );
                return None;
            };
            CutStatus::Cut(*known, review)
        }
    };
    Some((words?.value, status))
}

/// Formats the file; `None` if nothing was found.
pub(in crate::read) fn to_toml(entries: &[Entry]) -> Option<String> {
    let entries: String = entries.iter().map(entry_as_toml).collect();
    (!entries.is_empty()).then(|| format!("{HEADER}normal-form = {VERSION}\n{entries}"))
}

fn entry_as_toml(entry: &Entry) -> String {
    let Entry {
        source,
        text,
        text_form,
        date,
        quotations,
    } = entry;
    let lines = quotations.iter().map(|(words, status)| {
        let words = words.replace('\\', "\\\\").replace('"', "\\\"");
        format!(
            "  {{ words = \"{words}\"{} }},\n",
            cut_status_as_toml(*status)
        )
    });
    let lines: String = lines.collect();
    format!(
        "\n[[source]]\nid = \"{}\"\ntext = \"{text}\"\ntext-form = {text_form}\ndate = {date}\nquotations = [\n{lines}]\n",
        source.value
    )
}

fn cut_status_as_toml(status: CutStatus) -> String {
    let (cut, review) = match status {
        CutStatus::Unchecked => return String::new(),
        CutStatus::Whole => return ", whole = true".to_owned(),
        CutStatus::Cut(cut, review) => (cut, review),
    };
    let name = CUTS.iter().find(|(_, known)| *known == cut);
    let name = name.map(|(name, _)| *name).unwrap_or_default();
    let review = match review {
        CutReview::Pending => String::new(),
        CutReview::Marked => ", marked = true".to_owned(),
        CutReview::Confirmed(day) => format!(", confirmed = {day}"),
    };
    format!(", cut = \"{name}\"{review}")
}
