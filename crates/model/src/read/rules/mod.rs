//! The table of rules, with one function each. The numbers are those of the
//! project's list of data rules.

mod absences;
mod accounts;
mod as_of;
mod chains;
mod date_words;
mod files;
mod ids;
mod marks_and_links;
mod no_empty_cell;
mod own_quotations;
mod parties;
mod plausible_dates;
mod references;
mod rests_on;
mod shape;
mod status;
mod summaries;
mod voices;

pub(super) use chains::{NOT_STATED, chains, warn_about_outlets};
pub(super) use date_words::whens;
pub(super) use files::RULE as FILES;
pub(super) use ids::item_ids;
pub(super) use marks_and_links::address_mistake;
pub(super) use parties::warn_about_silent;

use super::problem::Problems;
use super::quotation_match::lock;
use super::quotations;
use super::raw::RawLibrary;
use super::real_text;
use super::register;
use super::site;

/// A rule for the data.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its name, as shown in problems.
    pub name: &'static str,
    /// Its number in the list of data rules, if it is listed there.
    pub number: Option<u8>,
    /// What it requires.
    pub about: &'static str,
    /// Reports violations; `None` for rules that are enforced while reading.
    pub(super) check: Option<fn(&RawLibrary, &mut Problems)>,
    /// The files of the same dispute that it compares a file with: the beginnings of
    /// their names.
    compares_with: &'static [&'static str],
}

/// Files that commands write from the others.
const GENERATED: [&str; 3] = [lock::FILE, super::coverage::FILE, register::FILE];

impl Rule {
    /// Whether a problem of the rule in `file` may only be due to the `unread` files of
    /// the same dispute. Both are names in the dispute's folder.
    pub(super) fn may_be_due_to(&self, file: &str, unread: &[String]) -> bool {
        // Ids are compared within `dispute.toml`, and there with those of the items.
        let needed = match self.name {
            ids::RULE if file != "dispute.toml" => &[][..],
            _ => self.compares_with,
        };
        let is_needed = |name: &String| needed.iter().any(|needed| name.starts_with(needed));
        !unread.is_empty() && (GENERATED.contains(&file) || unread.iter().any(is_needed))
    }

    /// The same rule, which compares a file with these.
    const fn comparing_with(self, files: &'static [&'static str]) -> Self {
        Self {
            compares_with: files,
            ..self
        }
    }
}

const fn rule(
    name: &'static str,
    number: Option<u8>,
    about: &'static str,
    check: Option<fn(&RawLibrary, &mut Problems)>,
) -> Rule {
    Rule {
        name,
        number,
        about,
        check,
        compares_with: &[],
    }
}

fn site_info(raw: &RawLibrary, problems: &mut Problems) {
    site::check(&raw.site, problems);
}

fn verified_quotations(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        quotations::check(dispute, problems);
    }
}

fn cuts_marked(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        quotations::cuts_marked(dispute, problems);
    }
}

fn coverage(raw: &RawLibrary, problems: &mut Problems) {
    for dispute in &raw.disputes {
        super::coverage::check(dispute, problems);
    }
}

/// Every rule.
pub static RULES: &[Rule] = &[
    rule(
        "text",
        None,
        "what is read is text: UTF-8, of a sensible size, nothing hidden in it",
        None,
    ),
    rule(
        real_text::RULE,
        None,
        "a text is one that somebody meant: no error value, placeholder or garbled letters",
        None,
    ),
    rule("toml", None, "a file is TOML", None),
    rule(
        "fields",
        None,
        "every key that is needed is there, with a value of its kind",
        Some(shape::fields),
    ),
    rule(
        "files",
        None,
        "every file has its place, and every place its file",
        Some(files::files),
    ),
    rule(
        site::RULE,
        None,
        "what is said of the site can be shown, and its contact be reached",
        Some(site_info),
    ),
    rule(
        "verbatim-marked",
        Some(1),
        "verbatim words stand between “ and ”",
        Some(marks_and_links::verbatim_marked),
    ),
    rule(
        own_quotations::RULE,
        Some(2),
        "what is quoted in our own voice is quoted in a statement too, or is a title",
        Some(own_quotations::own_quotations),
    )
    .comparing_with(&[
        "dispute.toml",
        "points/",
        "documents.toml",
        "sources.toml",
        "open-questions.toml",
    ]),
    rule(
        quotations::RULE,
        Some(2),
        "what is quoted was found in its source's text, or it is said why not",
        Some(verified_quotations),
    )
    .comparing_with(&[lock::FILE, "sources.toml"]),
    rule(
        quotations::CUTS_RULE,
        Some(2),
        "a quotation that is cut is marked, or somebody looked at what was left out",
        Some(cuts_marked),
    )
    .comparing_with(&[lock::FILE, "sources.toml"]),
    rule(
        super::coverage::RULE,
        None,
        "where sentences of a source are accounted for, all of them are",
        Some(coverage),
    ),
    rule(
        "no-empty-cell",
        Some(3),
        "each side has statements or an absence on each point",
        Some(no_empty_cell::no_empty_cell),
    )
    .comparing_with(&["dispute.toml", "speakers.toml"]),
    rule(
        "complete-chain",
        Some(4),
        "every statement has a chain from its speaker to a source",
        Some(chains::complete_chain),
    ),
    rule(
        "date-words",
        Some(5),
        "a date agrees with the words the source used",
        Some(date_words::date_words),
    ),
    rule(
        ids::RULE,
        Some(6),
        "ids are well formed, unique, and never lost",
        Some(ids::given_ids),
    )
    .comparing_with(&ids::ITEM_FILES),
    rule(
        super::examples::RULE,
        None,
        "what is published has no text of the example that one begins with",
        None,
    ),
    rule(
        super::due::RULE,
        Some(6),
        "what is published is registered, each change of it with its revision",
        None,
    ),
    rule(
        "references-resolve",
        Some(7),
        "every id that is named exists",
        Some(references::references_resolve),
    ),
    rule(
        parties::RULE,
        None,
        "a party is somebody beside the sides, with an id and a name of its own",
        Some(parties::parties),
    ),
    rule("known-keys", Some(8), "there are no unknown keys", None),
    rule(
        "http-links",
        Some(9),
        "links are http or https",
        Some(marks_and_links::http_links),
    ),
    rule(
        "summaries",
        Some(11),
        "an outlet's summary of a position is marked as that outlet's",
        Some(summaries::summaries),
    )
    .comparing_with(&["sources.toml"]),
    rule(
        "rests-on",
        Some(12),
        "what is said of a point or the whole rests on items, and on nothing later",
        Some(rests_on::rests_on),
    )
    .comparing_with(&[
        "dispute.toml",
        "speakers.toml",
        "points/",
        "documents.toml",
        "events.toml",
    ]),
    rule(
        "as-of",
        None,
        "what came after the as-of date stands apart",
        Some(as_of::as_of),
    )
    .comparing_with(&["dispute.toml", "sources.toml", "points/"]),
    rule(
        accounts::RULE,
        None,
        "whose words they are is said once; a disputed event has accounts of it",
        Some(accounts::accounts),
    )
    .comparing_with(&["speakers.toml", "points/"]),
    rule(
        plausible_dates::RULE,
        None,
        "nothing is dated long after the last revision, and no revision before the first",
        Some(plausible_dates::plausible_dates),
    )
    .comparing_with(&["dispute.toml"]),
    rule(
        "status",
        None,
        "a point's status fits its cells",
        Some(status::status),
    )
    .comparing_with(&["dispute.toml", "speakers.toml"]),
];
