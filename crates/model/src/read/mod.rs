//! Turns the bytes of data files into a validated library, or reports every problem
//! in them. No file is opened here: callers pass names and bytes.

mod characters;
mod compare;
mod coverage;
mod dates;
mod due;
mod encoded_marks;
mod encoding;
mod even_handed;
mod examples;
mod fields;
mod garbled;
mod input_text;
mod item_hash;
mod loaded;
mod logo;
mod look_alikes;
mod marks;
mod problem;
mod prune;
pub mod quotation_match;
mod quotations;
mod raw;
mod real_text;
mod register;
mod resolve;
mod rules;
mod site;
mod support;
mod syntax;
mod toml_string;
mod wording;

pub use characters::{describe_char, escape_hidden, replace_hidden};
pub use coverage::Outline;
pub use dates::MONTHS;
pub use encoding::utf8_text;
pub use fields::nearest;
pub use garbled::{Garbled, garbled};
pub use input_text::MAX_BYTES;
pub use problem::{Problem, Report, Severity};
pub use prune::{PrunedRegister, Versions};
pub use quotation_match::normal_form;
pub use quotations::{QuotationToReview, QuotationsUpdate};
pub use real_text::{UnintendedText, unintended_text};
pub use register::RegisterUpdate;
pub use rules::{RULES, Rule};

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::{Date, Library};
use problem::Problems;

/// A file of a data folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFile {
    /// Its path below the data folder, with `/` between folders.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Reads a library. `root` is prepended to each path in the problems.
///
/// # Errors
///
/// Every problem of every file, in the order of files and lines.
pub fn library(root: &str, files: &[InputFile]) -> Result<Library, Report> {
    read_and_check(root, files).map(|(_, library)| library)
}

/// Reads a library that is to be published, so every change has to be registered.
/// `root` is prepended to each path in the problems; `examples` are the template
/// files for a new dispute.
///
/// # Errors
///
/// Every problem of every file, as for [`library`]; if there are none, what has to
/// be done before the data may be published.
pub fn publishable(
    root: &str,
    files: &[InputFile],
    examples: &[InputFile],
) -> Result<Library, Report> {
    let (raw, library) = read_and_check(root, files)?;
    let mut problems = Problems::new(root);
    examples::report_untouched(files, examples, &mut problems);
    for update in updates_of(&raw, &library) {
        due::report_unexplained_changes(&update, &mut problems);
        due::report_unregistered(&update, &mut problems);
    }
    problems.finish()?;
    Ok(library)
}

/// The updates that every dispute's register needs before the library is published.
/// The parameters are those of [`publishable`].
///
/// # Errors
///
/// Every problem of every file, as for [`library`]; if there are none, what prevents
/// registering: a text of an example, or a change to a published item that no
/// revision explains or that lacks `rests-on`.
pub fn register_updates(
    root: &str,
    files: &[InputFile],
    examples: &[InputFile],
) -> Result<Vec<RegisterUpdate>, Report> {
    let (raw, library) = read_and_check(root, files)?;
    let mut problems = Problems::new(root);
    examples::report_untouched(files, examples, &mut problems);
    let updates: Vec<RegisterUpdate> = updates_of(&raw, &library).collect();
    for update in &updates {
        due::report_unexplained_changes(update, &mut problems);
    }
    problems.finish()?;
    Ok(updates)
}

/// The versions that a site built from the library has: the current and the
/// registered ones.
///
/// # Errors
///
/// Every problem of every file, as for [`library`].
pub fn versions(root: &str, files: &[InputFile]) -> Result<Versions, Report> {
    let (raw, library) = read_and_check(root, files)?;
    let updates = updates_of(&raw, &library);
    Ok(updates
        .map(|update| (update.dispute, update.versions))
        .collect())
}

/// The registers without entries that were never published on `site`.
///
/// # Errors
///
/// If a register can't be read, or lacks versions that the site has: then the site
/// was built from other or newer data.
pub fn prune_registers(
    root: &str,
    files: &[InputFile],
    site: &Versions,
) -> Result<Vec<PrunedRegister>, Report> {
    prune::prune_registers(root, files, site)
}

fn updates_of<'a>(
    raw: &'a raw::RawLibrary,
    library: &'a Library,
) -> impl Iterator<Item = RegisterUpdate> + 'a {
    library.disputes.iter().filter_map(|dispute| {
        let mut disputes = raw.disputes.iter();
        let raw = disputes.find(|raw| raw.id == dispute.id.as_str())?;
        Some(register::update(dispute, &raw.register))
    })
}

/// Reads a library and returns warnings: on even-handedness (rule 10: loaded verbs
/// in our own voice, lopsided points, unequal sourcing), on missing `rests-on`, on
/// quotations, and on a site without publisher or contact.
///
/// # Errors
///
/// Every problem of every file, as for [`library`].
pub fn library_with_warnings(
    root: &str,
    files: &[InputFile],
) -> Result<(Library, Vec<Problem>), Report> {
    let (raw, library) = read_and_check(root, files)?;
    let mut warnings = Problems::new(root);
    site::warn(&raw.site, &mut warnings);
    for dispute in &library.disputes {
        let id = dispute.id.as_str();
        if let Some(raw) = raw.disputes.iter().find(|raw| raw.id == id) {
            even_handed::warn(raw, dispute, &mut warnings);
            support::warn(raw, &mut warnings);
            quotations::warn(raw, &mut warnings);
        }
    }
    Ok((library, warnings.into_warnings()))
}

/// Checks a library whose quotations have not been searched yet, such as data that
/// is being imported.
///
/// # Errors
///
/// Every problem of every file, except unverified quotations.
pub fn check_except_quotations(root: &str, files: &[InputFile]) -> Result<(), Report> {
    let mut problems = Problems::new(root);
    read_except_quotations(files, &mut problems);
    problems.finish()
}

/// Reads files and applies every rule except those on quotations.
fn read_except_quotations(files: &[InputFile], problems: &mut Problems) -> raw::RawLibrary {
    let raw = raw::library(files, problems);
    let lock_rules = [quotations::RULE, quotations::CUTS_RULE];
    let other_rules = RULES.iter().filter(|rule| !lock_rules.contains(&rule.name));
    check(&raw, other_rules, problems);
    raw
}

/// The updates that every dispute's record of quotations needs: searches each
/// quotation in the text of the source it is attributed to. `texts` maps source ids
/// to texts. The cuts of the items in `confirm`, by id, are recorded as confirmed.
///
/// # Errors
///
/// Every problem of every file, except unverified quotations; if there are none, a
/// problem for each quotation that was not found in its source's text, and for each
/// item in `confirm` that has no cut to confirm.
pub fn search_quotations(
    root: &str,
    files: &[InputFile],
    texts: &BTreeMap<String, String>,
    confirm: &BTreeSet<String>,
    today: Date,
) -> Result<Vec<QuotationsUpdate>, Report> {
    let mut problems = Problems::new(root);
    let raw = read_except_quotations(files, &mut problems);
    problems.finish()?;
    let mut updates = Vec::new();
    let mut failures = Vec::new();
    for dispute in &raw.disputes {
        match quotations::search(root, dispute, texts, confirm, today) {
            Ok(update) => updates.push(update),
            Err(report) => failures.push(report),
        }
    }
    let confirmed = |id: &&String| updates.iter().any(|of| of.confirmed.contains(*id));
    // If a search failed, it is unknown what it would have confirmed.
    let unconfirmed: Vec<&String> = if failures.is_empty() {
        confirm.iter().filter(|id| !confirmed(id)).collect()
    } else {
        Vec::new()
    };
    failures.extend(unconfirmed.into_iter().map(|id| {
        Report::single(
            root.to_owned(),
            quotations::CUTS_RULE,
            &format!("`{id}` has no unmarked cut in the texts that were given"),
            "name a statement or a document, and give the text of its source",
        )
    }));
    match Report::merged(failures) {
        Some(report) => Err(report),
        None => Ok(updates),
    }
}

/// The sentences of the text of a source, with a template for the coverage that the
/// author has to write, for each dispute that has such a source.
///
/// # Errors
///
/// Every problem of every file, except unverified quotations and missing coverage;
/// if there are none, that there is no such source.
pub fn outline(
    root: &str,
    files: &[InputFile],
    source: &str,
    text: &str,
) -> Result<Vec<Outline>, Report> {
    let mut problems = Problems::new(root);
    let raw = raw::library(files, &mut problems);
    let open = [quotations::RULE, quotations::CUTS_RULE, coverage::RULE];
    let other_rules = RULES.iter().filter(|rule| !open.contains(&rule.name));
    check(&raw, other_rules, &mut problems);
    problems.finish()?;
    let has_it = |dispute: &&raw::RawDispute| {
        let mut sources = dispute.sources.iter();
        sources.any(|known| known.id.value == source)
    };
    let outlines = raw.disputes.iter().filter(has_it);
    let outlines = outlines.map(|dispute| coverage::outline_of(dispute, source, text));
    let outlines: Vec<Outline> = outlines.collect();
    if outlines.is_empty() {
        return Err(Report::single(
            root.to_owned(),
            coverage::RULE,
            &format!("there is no source `{source}`"),
            "give the id of a source in sources.toml",
        ));
    }
    Ok(outlines)
}

/// Applies the rules. If a file could not be read, no rule is applied: every
/// reference into it would be reported as missing, and the one line to fix would get
/// lost among the rest.
fn check<'a>(
    raw: &raw::RawLibrary,
    rules: impl Iterator<Item = &'a Rule>,
    problems: &mut Problems,
) {
    if problems.has_unread_file() {
        return;
    }
    let before = problems.count();
    for check in rules.filter_map(|rule| rule.check) {
        check(raw, problems);
    }
    // For a file that no list names, report only that: usually it is left over, and
    // what it refers to was removed.
    let disputes = raw.disputes.iter();
    let unlisted: HashSet<String> = disputes
        .flat_map(raw::RawDispute::unlisted)
        .map(|point| problems.display_path(&point.id.place))
        .collect();
    problems.retain_from(before, |problem| {
        problem.rule == rules::FILES || !unlisted.contains(&problem.file)
    });
}

fn read_and_check(root: &str, files: &[InputFile]) -> Result<(raw::RawLibrary, Library), Report> {
    let mut problems = Problems::new(root);
    let raw = raw::library(files, &mut problems);
    check(&raw, RULES.iter(), &mut problems);
    problems.finish()?;
    match resolve::library(&raw) {
        Some(library) => Ok((raw, library)),
        // No rule reported why this fails. That is a gap in the rules, but the
        // author still needs a message.
        None => Err(Report::single(
            format!("{root}/library.toml"),
            "fields",
            "internal error: the data can't be assembled",
            "look for a reference to something that isn't there, and report this message",
        )),
    }
}
