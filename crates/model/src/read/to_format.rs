//! Converts the folder of a dispute, as read, into one value of the format.

use indexmap::IndexMap;

use super::InputFile;
use super::data_files;
use super::problem::{Problems, Report};
use super::raw::{Entry, RawDispute, RawLibrary};
use super::register::Version;
use super::table::Table;
use crate::Library;
use crate::format::{Dispute, Head, Id, Quotations, RegisterKey, SentenceUse, VERSION};

/// Each dispute of a library as one value of the format.
pub(super) fn disputes(raw: &RawLibrary, library: &Library) -> Result<Vec<Dispute>, Report> {
    let disputes = library.disputes.iter().map(|dispute| {
        let id = dispute.id.as_str();
        let raw = raw.disputes.iter().find(|raw| raw.id == id);
        raw.and_then(convert).ok_or_else(|| incomplete(id))
    });
    disputes.collect()
}

fn incomplete(id: &str) -> Report {
    Report::single(
        format!("{id}/"),
        "files",
        "this is not a complete dispute",
        "run `says-who check`",
    )
}

impl Dispute {
    /// Reads the dispute `id` from the files of a data folder. Applies no rule: use it
    /// for data that passed the check.
    ///
    /// # Errors
    ///
    /// Every value of the dispute's files that is missing or can't be read.
    pub fn from_files(id: &str, files: &[InputFile]) -> Result<Self, Report> {
        let folder = format!("{id}/");
        let files = files.iter().filter(|file| file.path.starts_with(&folder));
        let files: Vec<InputFile> = files.cloned().collect();
        let mut problems = Problems::new("");
        let raw = data_files::library(&files, &mut problems);
        problems.finish()?;
        let dispute = raw.disputes.iter().find(|raw| raw.id == id);
        dispute.and_then(convert).ok_or_else(|| incomplete(id))
    }
}

fn convert(raw: &RawDispute) -> Option<Dispute> {
    let listed = raw.head.points.iter().chain(&raw.head.after);
    let points = listed.map(|id| raw.points.iter().find(|point| point.id.value == id.value));
    let points: Vec<_> = points.collect::<Option<_>>()?;
    let coverage = raw.coverage.iter().map(|coverage| {
        let sentences = coverage.sentences.iter();
        let sentences = sentences.map(<SentenceUse as Table>::convert);
        Some((
            Id(coverage.source.value.clone()),
            sentences.collect::<Option<_>>()?,
        ))
    });
    let register = raw.register.iter().map(|entry| {
        let versions = entry.versions.iter().map(Version::to_format);
        (RegisterKey(entry.id.value.clone()), versions.collect())
    });
    Some(Dispute {
        schema: None,
        format: VERSION,
        id: Id(raw.id.clone()),
        dispute: <Head as Table>::convert(&raw.head)?,
        speakers: entries(&raw.speakers)?,
        sources: entries(&raw.sources)?,
        points: entries(points)?,
        documents: entries(&raw.documents)?,
        events: entries(&raw.events)?,
        open_questions: entries(&raw.open_questions)?,
        quotations: match &raw.quotations {
            Some(quotations) => Some(<Quotations as Table>::convert(quotations)?),
            None => None,
        },
        coverage: coverage.collect::<Option<_>>()?,
        register: register.collect(),
    })
}

fn entries<'a, T>(entries: impl IntoIterator<Item = &'a Entry<T::Raw>>) -> Option<IndexMap<Id, T>>
where
    T: Table,
    T::Raw: 'a,
{
    let entries = entries.into_iter();
    let entries =
        entries.map(|entry| Some((Id(entry.id.value.clone()), T::convert(entry.table())?)));
    entries.collect()
}
