//! The data files as written: texts with their places, references unresolved.

use std::collections::{BTreeMap, HashSet};

use toml::de::DeTable;

use super::InputFile;
use super::characters::describe_char;
use super::coverage::{self, RawCoverage};
use super::dates::Moment;
use super::encoding::first_hidden_offset;
use super::fields::{self, Fields, Located, TextOrTable, TomlFile};
use super::input_text::decode;
use super::problem::{Place, Problems};
use super::quotation_match::lock::{self, Lock};
use super::register::{self, Registered};
use super::site::{self, RawSite};
use super::syntax;
use crate::Date;

type Text = Located<String>;

/// Everything in a data folder.
#[derive(Debug, Default)]
pub(super) struct RawLibrary {
    pub(super) site: RawSite,
    pub(super) order: Vec<Text>,
    pub(super) disputes: Vec<RawDispute>,
    /// Files that don't belong in a data folder.
    pub(super) strays: Vec<String>,
    pub(super) library_missing: bool,
}

#[derive(Debug, Default)]
pub(super) struct RawDispute {
    pub(super) id: String,
    /// Names of required files that are missing.
    pub(super) missing: Vec<String>,
    pub(super) place: Option<Place>,
    pub(super) head: RawHead,
    pub(super) sides: Vec<RawSide>,
    pub(super) revisions: Vec<RawRevision>,
    pub(super) aliases: Vec<(Option<Text>, Option<Text>)>,
    pub(super) tombstones: Vec<RawTombstone>,
    pub(super) speakers: Vec<RawSpeaker>,
    pub(super) sources: Vec<RawSource>,
    pub(super) documents: Vec<RawDocument>,
    pub(super) events: Vec<RawEvent>,
    pub(super) open: Vec<RawOpenQuestion>,
    pub(super) points: Vec<RawPoint>,
    pub(super) register: Vec<Registered>,
    pub(super) lock: Lock,
    pub(super) coverage: Vec<RawCoverage>,
}

impl RawDispute {
    /// The points that dispute.toml does not list; empty if that file could not be
    /// read.
    pub(super) fn unlisted(&self) -> impl Iterator<Item = &RawPoint> {
        let listed: HashSet<&str> = self.listed().collect();
        let points = self.points.iter().filter(|_| self.place.is_some());
        points.filter(move |point| !listed.contains(point.id.value.as_str()))
    }

    fn listed(&self) -> impl Iterator<Item = &str> {
        let ids = self.head.points.iter().chain(&self.head.after);
        ids.map(|id| id.value.as_str())
    }

    /// The source with this id.
    pub(super) fn source(&self, id: &str) -> Option<&RawSource> {
        self.sources.iter().find(|source| source.id.value == id)
    }
}

#[derive(Debug, Default)]
pub(super) struct RawHead {
    pub(super) question: Option<Text>,
    pub(super) setting: Option<Text>,
    pub(super) language: Option<Text>,
    pub(super) as_of: Option<Located<Date>>,
    pub(super) as_of_time: Option<Moment>,
    pub(super) as_of_report: Option<Text>,
    pub(super) as_of_note: Option<Text>,
    pub(super) summary: Vec<Text>,
    pub(super) accepted: Vec<RawSupported>,
    pub(super) contested: Vec<RawSupported>,
    pub(super) next: Option<RawSupported>,
    pub(super) order_note: Option<Text>,
    pub(super) method: Vec<Text>,
    pub(super) principal_source: Option<Text>,
    pub(super) points: Vec<Text>,
    pub(super) after: Vec<Text>,
}

#[derive(Debug)]
pub(super) struct RawSide {
    pub(super) id: Option<Text>,
    pub(super) name: Option<Text>,
    pub(super) says: Option<Text>,
    pub(super) position: Option<RawSupported>,
    pub(super) place: Place,
}

#[derive(Debug)]
pub(super) struct RawTombstone {
    pub(super) id: Option<Text>,
    pub(super) date: Option<Located<Date>>,
    pub(super) reason: Option<Text>,
}

#[derive(Debug)]
pub(super) struct RawRevision {
    pub(super) date: Option<Located<Date>>,
    pub(super) kind: Option<Text>,
    pub(super) what: Option<Text>,
    pub(super) items: Vec<Text>,
    pub(super) texts: Vec<Text>,
}

#[derive(Debug)]
pub(super) struct RawSpeaker {
    pub(super) id: Text,
    pub(super) name: Option<Text>,
    pub(super) named: bool,
    pub(super) role: Option<Text>,
    pub(super) speaks_for: Option<Text>,
}

#[derive(Debug)]
pub(super) struct RawSource {
    pub(super) id: Text,
    pub(super) outlet: Option<Text>,
    pub(super) headline: Option<Text>,
    pub(super) authors: Vec<Text>,
    pub(super) corporate_authors: Vec<Text>,
    pub(super) published: Option<Located<Date>>,
    pub(super) language: Option<Text>,
    pub(super) link: Option<Text>,
    pub(super) link_not_recorded: Option<Text>,
    pub(super) archived: Option<Text>,
    pub(super) read: Option<Text>,
    pub(super) not_verified: Option<Text>,
    /// Whether it consists entirely of the speakers' own words.
    pub(super) transcript: bool,
    pub(super) note: Option<Text>,
}

#[derive(Debug)]
pub(super) struct RawWhen {
    pub(super) date: Option<Located<Date>>,
    /// The time, if the date was written with one.
    pub(super) moment: Option<Moment>,
    pub(super) words: Option<Text>,
    pub(super) counted_from: Option<Located<Date>>,
    pub(super) source: Option<Text>,
}

#[derive(Debug)]
pub(super) struct RawWording {
    pub(super) said: Option<Text>,
    pub(super) language: Option<Text>,
    pub(super) spoken_in: Option<Text>,
    pub(super) translated_by: Option<Text>,
    pub(super) not_verified: Option<Text>,
}

#[derive(Debug)]
pub(super) struct RawHop {
    pub(super) hop: Option<Text>,
    pub(super) to: Option<Text>,
    pub(super) how: Option<Text>,
    pub(super) by: Option<Text>,
    pub(super) source: Option<Text>,
    pub(super) verb: Option<Text>,
    pub(super) place: Place,
}

#[derive(Debug)]
pub(super) struct RawChain {
    pub(super) hops: Vec<RawHop>,
    pub(super) place: Place,
}

#[derive(Debug)]
pub(super) struct RawStatement {
    pub(super) id: Option<Text>,
    pub(super) speaker: Option<Text>,
    pub(super) summarised_by: Option<Text>,
    pub(super) wording: RawWording,
    pub(super) when: Option<RawWhen>,
    pub(super) chain: RawChain,
    pub(super) renderings: Vec<RawRendering>,
    pub(super) note: Option<Text>,
}

#[derive(Debug)]
pub(super) struct RawRendering {
    pub(super) wording: RawWording,
    pub(super) attributed_to: Option<Text>,
    pub(super) chain: RawChain,
}

#[derive(Debug)]
pub(super) struct RawAbsence {
    pub(super) side: Option<Text>,
    pub(super) kind: Option<Text>,
    pub(super) note: Option<Text>,
    pub(super) searched: Vec<Text>,
    pub(super) see: Vec<Text>,
    pub(super) place: Place,
}

#[derive(Debug)]
pub(super) struct RawPoint {
    pub(super) id: Text,
    pub(super) question: Option<Text>,
    pub(super) status: Option<Text>,
    pub(super) accepted: Option<Text>,
    pub(super) contested: Option<Text>,
    pub(super) rests_on: Vec<Text>,
    pub(super) statements: Vec<RawStatement>,
    pub(super) absences: Vec<RawAbsence>,
}

#[derive(Debug)]
pub(super) struct RawDocument {
    pub(super) id: Text,
    pub(super) name: Option<Text>,
    pub(super) about: Option<Text>,
    pub(super) when: Option<RawWhen>,
    pub(super) called: Vec<RawCalled>,
    pub(super) sources: Vec<Text>,
    pub(super) points: Vec<Text>,
    pub(super) after: bool,
}

#[derive(Debug)]
pub(super) struct RawCalled {
    pub(super) by: Option<Text>,
    pub(super) wording: RawWording,
    pub(super) source: Option<Text>,
    pub(super) after: Option<Located<bool>>,
}

#[derive(Debug)]
pub(super) struct RawEvent {
    pub(super) id: Text,
    pub(super) what: Option<Text>,
    pub(super) when: Option<RawWhen>,
    pub(super) actor: Option<Text>,
    pub(super) sources: Vec<Text>,
    pub(super) points: Vec<Text>,
    pub(super) after: bool,
}

#[derive(Debug)]
pub(super) struct RawOpenQuestion {
    pub(super) id: Text,
    pub(super) question: Option<Text>,
    pub(super) settled_by: Option<Text>,
    pub(super) points: Vec<Text>,
    pub(super) after: bool,
}

/// A text by the editors or a side's position, with the ids of its supporting items.
#[derive(Debug)]
pub(super) struct RawSupported {
    pub(super) text: Option<Text>,
    pub(super) rests_on: Vec<Text>,
    pub(super) place: Place,
}

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
                with_fields(file, problems, |fields, problems| {
                    raw.order = fields.nonempty_texts("disputes", problems);
                    raw.site = site::read(fields, problems);
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

fn with_fields(
    file: &InputFile,
    problems: &mut Problems,
    read: impl FnOnce(&mut Fields<'_>, &mut Problems),
) {
    with_table(file, problems, |mut fields, problems| {
        read(&mut fields, problems);
        fields.report_unknown_keys(problems);
    });
}

/// Parses a file and passes its keys to `read`. Reports syntax errors.
fn with_table(
    file: &InputFile,
    problems: &mut Problems,
    read: impl FnOnce(Fields<'_>, &mut Problems),
) {
    let Some(text) = decode(file, problems) else {
        problems.note_unread_file();
        return;
    };
    let lines = fields::lines(&text);
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
    problems.note_unread_file();
    report_syntax_error(source, &errors, problems);
}

/// Reports why a file is not TOML.
fn report_syntax_error(source: TomlFile<'_>, errors: &[toml::de::Error], problems: &mut Problems) {
    if let Some(mistake) = syntax::mistake(source.text) {
        let place = source.place(mistake.offset);
        problems.add(&place, "toml", mistake.message, mistake.help);
        return;
    }
    // Only the first error: a missing bracket makes the parser reject everything
    // after it, and reporting that would bury the line to fix.
    if let Some(error) = errors.first() {
        let offset = error.span().map_or(0, |span| span.start);
        problems.add(
            &source.place(offset),
            "toml",
            format!(
                "this is not TOML: {}",
                error.message().trim().replace('\n', ", ")
            ),
            match error.message() {
                message if message.contains("date") => {
                    "write a day that the calendar has, like 2022-01-31, without quotation marks"
                }
                message if message.contains("duplicate") => "delete one of the two, or rename it",
                _ => {
                    "look for a missing quotation mark, bracket or equals sign here or on the line before"
                }
            },
        );
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
                with_fields(file, problems, |fields, problems| {
                    raw.place = Some(fields.place());
                    head(&mut raw, fields, problems);
                });
            }
            "speakers.toml" => each_entry(file, problems, |id, f, p| {
                raw.speakers.push(speaker(id, f, p))
            }),
            "sources.toml" => each_entry(file, problems, |id, f, p| {
                raw.sources.push(source(id, f, p))
            }),
            "documents.toml" => each_entry(file, problems, |id, f, p| {
                raw.documents.push(document(id, f, p))
            }),
            "events.toml" => {
                each_entry(file, problems, |id, f, p| raw.events.push(event(id, f, p)))
            }
            "open-questions.toml" => each_entry(file, problems, |id, f, p| {
                raw.open.push(open_question(id, f, p))
            }),
            lock::FILE => {
                with_fields(file, problems, |f, p| raw.lock = lock::read(f, p));
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
                    with_fields(file, problems, |f, p| {
                        let id = Located {
                            value: stem.to_owned(),
                            place: f.place(),
                        };
                        raw.points.push(point(id, f, p));
                    });
                }
                _ => strays.push(file.path.clone()),
            },
        }
    }
    // Listed points come first, so that of two equal ids the listed one counts as
    // the original.
    let listed: HashSet<String> = raw.listed().map(str::to_owned).collect();
    raw.points
        .sort_by_key(|point| !listed.contains(&point.id.value));
    raw
}

/// Reads a file with one table per id.
fn each_entry(
    file: &InputFile,
    problems: &mut Problems,
    mut read: impl FnMut(Text, &mut Fields<'_>, &mut Problems),
) {
    with_table(file, problems, |fields, problems| {
        for (id, mut fields) in fields.entries(problems) {
            read(id, &mut fields, problems);
            fields.report_unknown_keys(problems);
        }
    });
}

fn head(raw: &mut RawDispute, f: &mut Fields<'_>, p: &mut Problems) {
    let (as_of, as_of_time) = f.moment("as-of", p).unzip();
    raw.head = RawHead {
        question: f.text("question", p),
        setting: f.text("setting", p),
        language: f.text("language", p),
        as_of,
        as_of_time: as_of_time.flatten(),
        as_of_report: f.optional_text("as-of-report", p),
        as_of_note: f.optional_text("as-of-note", p),
        summary: f.nonempty_texts("summary", p),
        accepted: supported_texts(f, "accepted", p),
        contested: supported_texts(f, "contested", p),
        next: supported(f, "next", p),
        order_note: f.text("order-note", p),
        method: f.nonempty_texts("method", p),
        principal_source: f.optional_text("principal-source", p),
        points: f.nonempty_texts("points", p),
        after: f.texts("after", p),
    };
    for mut f in f.tables("side", p) {
        raw.sides.push(RawSide {
            id: f.text("id", p),
            name: f.text("name", p),
            says: f.text("says", p),
            position: supported(&mut f, "position", p),
            place: f.place(),
        });
        f.report_unknown_keys(p);
    }
    for mut f in f.tables("revision", p) {
        raw.revisions.push(RawRevision {
            date: f.date("date", true, p),
            kind: f.text("kind", p),
            what: f.text("what", p),
            items: f.texts("items", p),
            texts: f.texts("texts", p),
        });
        f.report_unknown_keys(p);
    }
    for mut f in f.tables("alias", p) {
        raw.aliases.push((f.text("from", p), f.text("to", p)));
        f.report_unknown_keys(p);
    }
    for mut f in f.tables("tombstone", p) {
        raw.tombstones.push(RawTombstone {
            id: f.text("id", p),
            date: f.date("date", true, p),
            reason: f.text("reason", p),
        });
        f.report_unknown_keys(p);
    }
}

fn speaker(id: Text, f: &mut Fields<'_>, p: &mut Problems) -> RawSpeaker {
    RawSpeaker {
        id,
        name: f.text("name", p),
        named: f.flag("named", p).is_none_or(|flag| flag.value),
        role: f.optional_text("role", p),
        speaks_for: f.text("for", p),
    }
}

fn source(id: Text, f: &mut Fields<'_>, p: &mut Problems) -> RawSource {
    RawSource {
        id,
        outlet: f.text("outlet", p),
        headline: f.text("headline", p),
        authors: f.text_or_texts("authors", p),
        corporate_authors: f.texts("corporate-authors", p),
        published: f.date("published", true, p),
        language: f.text("language", p),
        link: f.optional_text("link", p),
        link_not_recorded: f.optional_text("link-not-recorded", p),
        archived: f.optional_text("archived", p),
        read: f.text("read", p),
        not_verified: f.optional_text("not-verified", p),
        transcript: f.flag("transcript", p).is_some_and(|flag| flag.value),
        note: f.optional_text("note", p),
    }
}

fn document(id: Text, f: &mut Fields<'_>, p: &mut Problems) -> RawDocument {
    RawDocument {
        id,
        name: f.text("name", p),
        about: f.text("about", p),
        when: when(f, p),
        called: f
            .tables("called", p)
            .into_iter()
            .map(|f| called(f, p))
            .collect(),
        sources: f.nonempty_texts("sources", p),
        points: f.nonempty_texts("points", p),
        after: f.flag("after", p).is_some_and(|flag| flag.value),
    }
}

fn event(id: Text, f: &mut Fields<'_>, p: &mut Problems) -> RawEvent {
    RawEvent {
        id,
        what: f.text("what", p),
        when: when(f, p),
        actor: f.optional_text("actor", p),
        sources: f.nonempty_texts("sources", p),
        points: f.nonempty_texts("points", p),
        after: f.flag("after", p).is_some_and(|flag| flag.value),
    }
}

fn open_question(id: Text, f: &mut Fields<'_>, p: &mut Problems) -> RawOpenQuestion {
    RawOpenQuestion {
        id,
        question: f.text("question", p),
        settled_by: f.text("settled-by", p),
        points: f.nonempty_texts("points", p),
        after: f.flag("after", p).is_some_and(|flag| flag.value),
    }
}

fn point(id: Text, f: &mut Fields<'_>, p: &mut Problems) -> RawPoint {
    RawPoint {
        id,
        question: f.text("question", p),
        status: f.text("status", p),
        accepted: f.optional_text("accepted", p),
        contested: f.optional_text("contested", p),
        rests_on: f.texts("rests-on", p),
        statements: f
            .tables("statement", p)
            .into_iter()
            .map(|f| statement(f, p))
            .collect(),
        absences: f
            .tables("absence", p)
            .into_iter()
            .map(|f| absence(f, p))
            .collect(),
    }
}

fn statement(mut f: Fields<'_>, p: &mut Problems) -> RawStatement {
    let statement = RawStatement {
        id: f.text("id", p),
        speaker: f.text("speaker", p),
        summarised_by: f.optional_text("summarised-by", p),
        wording: wording(&mut f, "said", p),
        when: when(&mut f, p),
        chain: chain(&mut f, p),
        renderings: f
            .tables("rendering", p)
            .into_iter()
            .map(|f| rendering(f, p))
            .collect(),
        note: f.optional_text("note", p),
    };
    f.report_unknown_keys(p);
    statement
}

fn rendering(mut f: Fields<'_>, p: &mut Problems) -> RawRendering {
    let rendering = RawRendering {
        wording: wording(&mut f, "said", p),
        attributed_to: f.optional_text("attributed-to", p),
        chain: chain(&mut f, p),
    };
    f.report_unknown_keys(p);
    rendering
}

fn absence(mut f: Fields<'_>, p: &mut Problems) -> RawAbsence {
    let absence = RawAbsence {
        side: f.text("side", p),
        kind: f.text("kind", p),
        note: f.text("note", p),
        // Required unless the side was not asked; the rule `no-empty-cell` checks
        // that.
        searched: f.texts("searched", p),
        see: f.texts("see", p),
        place: f.place(),
    };
    f.report_unknown_keys(p);
    absence
}

fn called(mut f: Fields<'_>, p: &mut Problems) -> RawCalled {
    let called = RawCalled {
        by: f.text("by", p),
        wording: wording(&mut f, "words", p),
        source: f.text("source", p),
        after: f.flag("after", p),
    };
    f.report_unknown_keys(p);
    called
}

/// A table with a text and the ids of its supporting items.
fn supported(f: &mut Fields<'_>, key: &'static str, p: &mut Problems) -> Option<RawSupported> {
    Some(supported_from_table(f.optional_table(key, p)?, p))
}

/// A list of texts, some of them in tables with the ids of their supporting items.
fn supported_texts(f: &mut Fields<'_>, key: &'static str, p: &mut Problems) -> Vec<RawSupported> {
    const TABLE: &str = "{ text = \"…\", rests-on = [\"…\"] }";
    let entries = f.texts_or_tables(key, TABLE, p).into_iter();
    let entries = entries.map(|entry| match entry {
        TextOrTable::Text(text) => RawSupported {
            place: text.place.clone(),
            text: Some(text),
            rests_on: Vec::new(),
        },
        TextOrTable::Table(table) => supported_from_table(table, p),
    });
    entries.collect()
}

fn supported_from_table(mut f: Fields<'_>, p: &mut Problems) -> RawSupported {
    let supported = RawSupported {
        text: f.text("text", p),
        rests_on: f.nonempty_texts("rests-on", p),
        place: f.place(),
    };
    f.report_unknown_keys(p);
    supported
}

fn wording(f: &mut Fields<'_>, key: &'static str, p: &mut Problems) -> RawWording {
    RawWording {
        said: f.text(key, p),
        language: f.optional_text("language", p),
        spoken_in: f.optional_text("spoken-in", p),
        translated_by: f.optional_text("translated-by", p),
        not_verified: f.optional_text("not-verified", p),
    }
}

fn when(f: &mut Fields<'_>, p: &mut Problems) -> Option<RawWhen> {
    let mut f = f.table("when", p)?;
    let (date, moment) = f.moment("date", p).unzip();
    let when = RawWhen {
        date,
        moment: moment.flatten(),
        words: f.optional_text("words", p),
        counted_from: f.date("counted-from", false, p),
        source: f.optional_text("source", p),
    };
    f.report_unknown_keys(p);
    Some(when)
}

fn chain(f: &mut Fields<'_>, p: &mut Problems) -> RawChain {
    let place = f.place();
    let hops = f.tables("chain", p).into_iter().map(|mut f| {
        let hop = RawHop {
            hop: f.text("hop", p),
            to: f.optional_text("to", p),
            how: f.optional_text("how", p),
            by: f.optional_text("by", p),
            source: f.optional_text("source", p),
            verb: f.optional_text("verb", p),
            place: f.place(),
        };
        f.report_unknown_keys(p);
        hop
    });
    RawChain {
        hops: hops.collect(),
        place,
    }
}
