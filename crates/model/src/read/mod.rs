//! Turns the bytes of data files into a validated library, or reports every problem
//! in them. No file is opened here: callers pass names and bytes.

mod apply_rules;
mod characters;
mod compare;
mod coverage;
mod data_files;
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
mod register_update;
mod resolve;
mod rules;
mod site;
mod site_data;
mod source_texts;
mod support;
mod syntax;
mod table;
mod text_or_table;
mod to_format;
mod toml_file;
mod toml_string;
mod unused;
mod values;
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
pub use register_update::RegisterUpdate;
pub use rules::{RULES, Rule};
pub use site_data::{SiteData, site_data};
pub use source_texts::{check_except_quotations, outline, search_quotations};

pub(crate) use dates::Moment;
pub(crate) use fields::{Fields, Located};
pub(crate) use problem::{Place, Problems};
pub(crate) use raw::RawWording;
pub(crate) use table::{ListValue, Table, Value};

use crate::Library;
use apply_rules::apply_rules;

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
) -> Result<SiteData, Report> {
    let (raw, library) = read_and_check(root, files)?;
    let mut problems = Problems::new(root);
    examples::report_untouched(files, examples, &mut problems);
    for update in updates_of(&raw, &library) {
        due::report_unexplained_changes(&update, &mut problems);
        due::report_unregistered(&update, &mut problems);
    }
    problems.finish()?;
    SiteData::new(&raw, library)
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
        Some(register_update::update(dispute, &raw.register))
    })
}

/// Reads a library and returns warnings: on even-handedness (rule 10: loaded verbs
/// in our own voice, lopsided points, unequal sourcing), on missing `rests-on`, on
/// quotations, on chains that come back to an outlet, on what nothing uses, on parties
/// for which nobody speaks, and on a site without publisher or contact.
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
            rules::warn_about_silent(raw, &mut warnings);
            rules::warn_about_outlets(raw, &mut warnings);
            quotations::warn(raw, &mut warnings);
            unused::warn(raw, &mut warnings);
        }
    }
    Ok((library, warnings.into_warnings()))
}

fn read_and_check(root: &str, files: &[InputFile]) -> Result<(raw::RawLibrary, Library), Report> {
    let mut problems = Problems::new(root);
    let raw = data_files::library(files, &mut problems);
    apply_rules(&raw, RULES.iter(), &mut problems);
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
