//! From the bytes of data files to a validated library, or to every problem in
//! them. No file is opened here: callers hand over names and bytes.

mod characters;
mod compare;
mod coverage;
mod dates;
mod due;
mod encoding;
mod even;
mod examples;
mod fields;
mod garbled;
mod in_string;
mod loaded;
mod logo;
mod look_alikes;
mod marks;
mod marks_in_code;
mod print;
mod problem;
mod published;
pub mod quotation;
mod quotations;
mod raw;
mod real_text;
mod register;
mod resolve;
mod rules;
mod site;
mod support;
mod syntax;
mod text;
mod wording;

pub use characters::{escape_hidden, named, replace_hidden};
pub use coverage::Outline;
pub use dates::MONTHS;
pub use encoding::utf8_text;
pub use fields::nearest;
pub use garbled::{Garbled, garbled};
pub use problem::{Problem, Report, Weight};
pub use published::{Drafts, Versions};
pub use quotation::normal_form;
pub use quotations::{LookedAt, QuotationsUpdate};
pub use real_text::{Unreal, unreal};
pub use register::RegisterUpdate;
pub use rules::{RULES, Rule};
pub use text::MAX_BYTES;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::{Date, Library};
use problem::Problems;

/// A file of a data folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFile {
    /// Its path below the data folder, with `/` between folders.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Reads a library. `root` stands before each path in the problems.
///
/// # Errors
///
/// Every problem of every file, in the order of files and lines.
pub fn library(root: &str, files: &[InputFile]) -> Result<Library, Report> {
    read(root, files).map(|(_, library)| library)
}

/// Reads a library that is to be published: nothing is due any more. `root`
/// stands before each path in the problems; `examples` are files that a dispute
/// can be begun with.
///
/// # Errors
///
/// Every problem of every file, as for [`library`]; else what is due before the
/// data may be published.
pub fn publishable(
    root: &str,
    files: &[InputFile],
    examples: &[InputFile],
) -> Result<Library, Report> {
    let (raw, library) = read(root, files)?;
    let mut problems = Problems::new(root);
    examples::untouched(files, examples, &mut problems);
    for update in updates(&raw, &library) {
        due::unaccounted(&update, &mut problems);
        due::unregistered(&update, &mut problems);
    }
    problems.finish()?;
    Ok(library)
}

/// What every dispute's register has to become before the library is
/// published; the rest is as for [`publishable`].
///
/// # Errors
///
/// Every problem of every file, as for [`library`]; else what stands in the way
/// of registering: a text of an example, a change of what was published for which
/// there is no revision or which rests on nothing.
pub fn registers(
    root: &str,
    files: &[InputFile],
    examples: &[InputFile],
) -> Result<Vec<RegisterUpdate>, Report> {
    let (raw, library) = read(root, files)?;
    let mut problems = Problems::new(root);
    examples::untouched(files, examples, &mut problems);
    let updates: Vec<RegisterUpdate> = updates(&raw, &library).collect();
    for update in &updates {
        due::unaccounted(update, &mut problems);
    }
    problems.finish()?;
    Ok(updates)
}

/// The versions that a site of the library carries: those on show, and those that
/// are registered.
///
/// # Errors
///
/// Every problem of every file, as for [`library`].
pub fn versions(root: &str, files: &[InputFile]) -> Result<Versions, Report> {
    let (raw, library) = read(root, files)?;
    let updates = updates(&raw, &library);
    Ok(updates
        .map(|update| (update.dispute, update.versions))
        .collect())
}

/// The registers without what a published site never carried.
///
/// # Errors
///
/// Where a register can't be read, or lacks what the site carries: then it is a
/// site of other data, or of newer data.
pub fn drafts(root: &str, files: &[InputFile], site: &Versions) -> Result<Vec<Drafts>, Report> {
    published::drafts(root, files, site)
}

fn updates<'a>(
    raw: &'a raw::RawLibrary,
    library: &'a Library,
) -> impl Iterator<Item = RegisterUpdate> + 'a {
    library.disputes.iter().filter_map(|dispute| {
        let mut disputes = raw.disputes.iter();
        let raw = disputes.find(|raw| raw.id == dispute.id.as_str())?;
        Some(register::update(dispute, &raw.register))
    })
}

/// Reads a library, and looks at how even-handed it is (rule 10): loaded verbs
/// in our own voice, points that are lopsided, unlike sourcing; and whether
/// readers have somebody to write to.
///
/// # Errors
///
/// Every problem of every file, as for [`library`].
pub fn looked_at(root: &str, files: &[InputFile]) -> Result<(Library, Vec<Problem>), Report> {
    let (raw, library) = read(root, files)?;
    let mut warnings = Problems::new(root);
    site::warn(&raw.site, &mut warnings);
    for dispute in &library.disputes {
        let id = dispute.id.as_str();
        if let Some(raw) = raw.disputes.iter().find(|raw| raw.id == id) {
            even::warn(raw, dispute, &mut warnings);
            support::warn(raw, &mut warnings);
            quotations::warn(raw, &mut warnings);
        }
    }
    Ok((library, warnings.into_warnings()))
}

/// Reads a library whose quotations have not been searched yet, and forgets it:
/// data that is on its way in.
///
/// # Errors
///
/// Every problem of every file, except that quotations are not verified.
pub fn but_for_quotations(root: &str, files: &[InputFile]) -> Result<(), Report> {
    let mut problems = Problems::new(root);
    unverified(files, &mut problems);
    problems.finish()
}

/// Reads files and checks all but the quotations.
fn unverified(files: &[InputFile], problems: &mut Problems) -> raw::RawLibrary {
    let raw = raw::library(files, problems);
    let of_lock = [quotations::RULE, quotations::CUTS_RULE];
    let others = RULES.iter().filter(|rule| !of_lock.contains(&rule.name));
    check(&raw, others, problems);
    raw
}

/// What every dispute's record of quotations has to become: each quotation is
/// searched in the text of the source it is attributed to. `texts` holds texts by the
/// id of their source. The cuts of the items in `confirm`, by id, are recorded as
/// looked at.
///
/// # Errors
///
/// Every problem of every file, except that quotations are not verified yet;
/// else a problem for each quotation that its source's text does not have, and
/// for each item in `confirm` that has no cut to confirm.
pub fn quotations(
    root: &str,
    files: &[InputFile],
    texts: &BTreeMap<String, String>,
    confirm: &BTreeSet<String>,
    today: Date,
) -> Result<Vec<QuotationsUpdate>, Report> {
    let mut problems = Problems::new(root);
    let raw = unverified(files, &mut problems);
    problems.finish()?;
    let mut updates = Vec::new();
    let mut missed = Vec::new();
    for dispute in &raw.disputes {
        match quotations::search(root, dispute, texts, confirm, today) {
            Ok(update) => updates.push(update),
            Err(report) => missed.push(report),
        }
    }
    let confirmed = |id: &&String| updates.iter().any(|of| of.confirmed.contains(*id));
    // Where a search failed, what it would have confirmed is not known.
    let nothing: Vec<&String> = if missed.is_empty() {
        confirm.iter().filter(|id| !confirmed(id)).collect()
    } else {
        Vec::new()
    };
    missed.extend(nothing.into_iter().map(|id| {
        Report::of(
            root.to_owned(),
            quotations::CUTS_RULE,
            &format!("`{id}` has no unmarked cut in the texts that were given"),
            "name a statement or a document, and give the text of its source",
        )
    }));
    match Report::all(missed) {
        Some(report) => Err(report),
        None => Ok(updates),
    }
}

/// The sentences of the text of a source, and the account of them that the
/// dispute's author has to give, for each dispute that has such a source.
///
/// # Errors
///
/// Every problem of every file, except that quotations are not verified yet and
/// sentences are not accounted for; else that there is no such source.
pub fn outline(
    root: &str,
    files: &[InputFile],
    source: &str,
    text: &str,
) -> Result<Vec<Outline>, Report> {
    let mut problems = Problems::new(root);
    let raw = raw::library(files, &mut problems);
    let open = [quotations::RULE, quotations::CUTS_RULE, coverage::RULE];
    let others = RULES.iter().filter(|rule| !open.contains(&rule.name));
    check(&raw, others, &mut problems);
    problems.finish()?;
    let has_it = |dispute: &&raw::RawDispute| {
        let mut sources = dispute.sources.iter();
        sources.any(|known| known.id.value == source)
    };
    let outlines = raw.disputes.iter().filter(has_it);
    let outlines = outlines.map(|dispute| coverage::outline_of(dispute, source, text));
    let outlines: Vec<Outline> = outlines.collect();
    if outlines.is_empty() {
        return Err(Report::of(
            root.to_owned(),
            coverage::RULE,
            &format!("there is no source `{source}`"),
            "give the id of a source in sources.toml",
        ));
    }
    Ok(outlines)
}

/// Looks for what breaks the rules. Where a file was not read, nothing else is
/// looked for: all that leads into it would be reported as missing, and the one
/// line to mend would be lost among the rest.
fn check<'a>(
    raw: &raw::RawLibrary,
    rules: impl Iterator<Item = &'a Rule>,
    problems: &mut Problems,
) {
    if problems.has_unread() {
        return;
    }
    let before = problems.count();
    for check in rules.filter_map(|rule| rule.check) {
        check(raw, problems);
    }
    // Of a file that no list names, that is the one thing to say: as a rule it is
    // left over, and what it names has gone.
    let disputes = raw.disputes.iter();
    let unlisted: HashSet<String> = disputes
        .flat_map(raw::RawDispute::unlisted)
        .map(|point| problems.shown(&point.id.place))
        .collect();
    problems.retain_from(before, |problem| {
        problem.rule == rules::FILES || !unlisted.contains(&problem.file)
    });
}

fn read(root: &str, files: &[InputFile]) -> Result<(raw::RawLibrary, Library), Report> {
    let mut problems = Problems::new(root);
    let raw = raw::library(files, &mut problems);
    check(&raw, RULES.iter(), &mut problems);
    problems.finish()?;
    match resolve::library(&raw) {
        Some(library) => Ok((raw, library)),
        // No rule found what stands in the way; that is a hole in the rules, and
        // still no reason to stop with less than a sentence.
        None => Err(Report::of(
            format!("{root}/library.toml"),
            "fields",
            "the data can't be put together",
            "look for a reference to something that isn't there, and report this message",
        )),
    }
}
