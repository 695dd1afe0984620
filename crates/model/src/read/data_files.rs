//! Reads the files of a data folder into raw tables.

use std::collections::{BTreeMap, HashSet};

use toml::de::DeTable;

use super::InputFile;
use super::characters::describe_char;
use super::coverage;
use super::encoding::first_hidden_offset;
use super::fields::{Fields, Located};
use super::input_text::decode;
use super::problem::{Place, Problems};
use super::quotation_match::lock;
use super::raw::{Entry, RawDispute, RawLibrary, RawPoint};
use super::register;
use super::syntax;
use super::table::{self, Table};
use super::toml_file::{self, TomlFile};
use crate::format::{
    Document, Event, Head, LibraryFile, OpenQuestion, Point, Quotations, Source, Speaker,
};

/// Reads all files. Does not stop at problems.
pub(super) fn library(files: &[InputFile], problems: &mut Problems) -> RawLibrary {
    let mut raw = RawLibrary {
        library_missing: true,
        ..RawLibrary::default()
    };
    let mut top_level: Vec<(&str, &[u8])> = Vec::new();
    let mut folders: BTreeMap<&str, Vec<(&str, &InputFile)>> = BTreeMap::new();
    for file in files {
        match file.path.split_once('/') {
            None if file.path == "library.toml" => {
                raw.library_missing = false;
                with_table(file, problems, |fields, problems| {
                    raw.site.file = table::read::<LibraryFile>(fields, problems);
                });
            }
            None => top_level.push((file.path.as_str(), file.bytes.as_slice())),
            Some((folder, name)) => folders.entry(folder).or_default().push((name, file)),
        }
    }
    raw.site.take_logo(&mut top_level);
    raw.strays = top_level
        .iter()
        .map(|(path, _)| (*path).to_owned())
        .collect();
    for (folder, files) in folders {
        let dispute = dispute(folder, &files, &mut raw.strays, problems);
        raw.disputes.push(dispute);
    }
    raw
}

/// Parses a file and passes its keys to `read`. Reports syntax errors.
fn with_table(
    file: &InputFile,
    problems: &mut Problems,
    read: impl FnOnce(Fields<'_>, &mut Problems),
) {
    let Some(text) = decode(file, problems) else {
        problems.note_unread_file(&file.path);
        return;
    };
    let lines = toml_file::lines(&text);
    let source = TomlFile {
        path: &file.path,
        text: &text,
        lines: &lines,
    };
    let (table, errors) = DeTable::parse_recoverable(&text);
    if errors.is_empty() {
        let before = problems.count();
        read(
            Fields::new(source, Place::start(&file.path), table.into_inner()),
            problems,
        );
        // Texts were checked already; this finds hidden characters in comments and
        // keys.
        if problems.count() == before
            && let Some((offset, c)) = first_hidden_offset(&text)
        {
            problems.add(
                &source.place(offset),
                "text",
                format!("invisible character here: {}", describe_char(c)),
                "delete it",
            );
        }
        return;
    }
    problems.note_unread_file(&file.path);
    report_syntax_errors(source, &errors, problems);
}

/// Reports why a file is not TOML: typing mistakes, or else the parser's own errors, one
/// for each line. An open bracket makes the parser reject everything after it, so its
/// error is the last.
fn report_syntax_errors(source: TomlFile<'_>, errors: &[toml::de::Error], problems: &mut Problems) {
    let mistakes = syntax::mistakes(source.text);
    if !mistakes.is_empty() {
        for mistake in mistakes {
            let place = source.place(mistake.offset);
            problems.add(&place, "toml", mistake.message, mistake.help);
        }
        return;
    }
    let mut lines = HashSet::new();
    for error in errors {
        let offset = error.span().map_or(0, |span| span.start);
        let place = source.place(offset);
        if !lines.insert(place.line) {
            continue;
        }
        let message = error.message().trim().replace('\n', ", ");
        let help = syntax::help(&message, source.text.get(offset..).unwrap_or_default());
        problems.add(&place, "toml", format!("this is not TOML: {message}"), help);
        if message.contains("array") || message.contains("inline table") {
            return;
        }
    }
}

/// Reads the folder of a dispute. Long, but flat: one arm for each file.
fn dispute(
    id: &str,
    files: &[(&str, &InputFile)],
    strays: &mut Vec<String>,
    problems: &mut Problems,
) -> RawDispute {
    let mut raw = RawDispute {
        id: id.to_owned(),
        ..RawDispute::default()
    };
    for required in ["dispute.toml", "speakers.toml", "sources.toml"] {
        if !files.iter().any(|(name, _)| *name == required) {
            raw.missing.push(required.to_owned());
        }
    }
    for &(name, file) in files {
        match name {
            "dispute.toml" => {
                with_table(file, problems, |fields, problems| {
                    raw.place = Some(fields.place());
                    raw.head = table::read::<Head>(fields, problems);
                });
            }
            "speakers.toml" => raw.speakers = entries::<Speaker>(file, problems),
            "sources.toml" => raw.sources = entries::<Source>(file, problems),
            "documents.toml" => raw.documents = entries::<Document>(file, problems),
            "events.toml" => raw.events = entries::<Event>(file, problems),
            "open-questions.toml" => raw.open_questions = entries::<OpenQuestion>(file, problems),
            lock::FILE => {
                with_table(file, problems, |f, p| {
                    let quotations = table::read::<Quotations>(f, p);
                    raw.lock = lock::resolve(&quotations, p);
                    raw.quotations = Some(quotations);
                });
            }
            coverage::FILE => {
                with_table(file, problems, |f, p| raw.coverage = coverage::read(f, p));
            }
            register::FILE => {
                with_table(file, problems, |f, p| raw.register = register::read(f, p));
            }
            _ => match name
                .strip_prefix("points/")
                .and_then(|name| name.strip_suffix(".toml"))
            {
                Some(stem) if !stem.contains('/') => {
                    // The point exists even if its file can't be read.
                    let mut table = RawPoint::default();
                    with_table(file, problems, |f, p| table = table::read::<Point>(f, p));
                    let id = Located {
                        value: stem.to_owned(),
                        place: Place::start(&file.path),
                    };
                    raw.points.push(Entry::new(id, table));
                }
                _ => strays.push(file.path.clone()),
            },
        }
    }
    let unread = problems.unread_files().iter();
    let unread = unread.filter_map(|path| path.strip_prefix(id)?.strip_prefix('/'));
    // A missing file is reported by itself, not with all that refers to it.
    let unread = unread.map(str::to_owned);
    raw.unread = unread.chain(raw.missing.iter().cloned()).collect();
    // Listed points come first, so that of two equal ids the listed one counts as
    // the original.
    let listed: HashSet<String> = raw.listed().map(str::to_owned).collect();
    raw.points
        .sort_by_key(|point| !listed.contains(&point.id.value));
    raw
}

/// Reads a file with one table per id.
fn entries<T: Table>(file: &InputFile, problems: &mut Problems) -> Vec<Entry<T::Raw>> {
    let mut entries = Vec::new();
    with_table(file, problems, |fields, problems| {
        for (id, fields) in fields.entries(problems) {
            entries.push(Entry::new(id, table::read::<T>(fields, problems)));
        }
    });
    entries
}
