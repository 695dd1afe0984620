//! What is done with the texts of the sources: quotations are searched in them, and
//! their sentences are listed.

use std::collections::{BTreeMap, BTreeSet};

use super::apply_rules::apply_rules;
use super::coverage::{self, Outline};
use super::problem::{Problems, Report};
use super::quotations::{self, QuotationsUpdate};
use super::rules::RULES;
use super::{InputFile, data_files, raw};
use crate::Date;

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
    let raw = data_files::library(files, problems);
    let lock_rules = [quotations::RULE, quotations::CUTS_RULE];
    let other_rules = RULES.iter().filter(|rule| !lock_rules.contains(&rule.name));
    apply_rules(&raw, other_rules, problems);
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
    let raw = data_files::library(files, &mut problems);
    let open = [quotations::RULE, quotations::CUTS_RULE, coverage::RULE];
    let other_rules = RULES.iter().filter(|rule| !open.contains(&rule.name));
    apply_rules(&raw, other_rules, &mut problems);
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
