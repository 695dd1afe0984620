//! The texts of the controls: those of the interface that are compiled into the app.
//! All others are on the pages.

use says_who_model::Date;

use crate::copyable::CopyKind;
use crate::filter::WordingFilter;

/// The texts of the controls, in one language.
pub struct Controls {
    pub disputes_found: fn(found: usize, of: usize) -> String,
    pub finder: &'static str,
    pub find: &'static str,
    pub more_choices: &'static str,
    pub found: fn(points: usize, of: usize, statements: usize) -> String,
    pub matches: &'static str,
    pub show_everything: &'static str,
    pub side: &'static str,
    pub speaker: &'static str,
    pub outlet: &'static str,
    pub wording: &'static str,
    pub wordings: fn(WordingFilter) -> &'static str,
    pub naming: &'static str,
    pub named: &'static str,
    pub anonymous: &'static str,
    pub others: &'static str,
    pub from: &'static str,
    pub until: &'static str,
    pub any: &'static str,
    pub counted: fn(name: &str, count: usize) -> String,
    pub unknown_choice: fn(value: &str) -> String,
    pub date: fn(Date) -> String,
    pub quoted: fn(text: &str) -> String,
    pub filtered: &'static str,
    pub clear: &'static str,
    pub left_out: &'static str,
    pub only_source: fn(source: &str) -> String,
    pub swap: &'static str,
    pub stands_first: fn(side: &str) -> String,
    pub point_of: fn(number: usize, of: usize) -> String,
    pub show_all: &'static str,
    pub hide_all: &'static str,
    pub shown_of: fn(open: usize, of: usize) -> String,
    pub copied: fn(CopyKind) -> &'static str,
}

/// English.
pub static ENGLISH: Controls = Controls {
    disputes_found: |found, of| match found {
        0 if of == 2 => "Neither of the 2 disputes matches.".to_owned(),
        0 => format!("None of the {of} disputes matches."),
        _ => {
            let es = if found == 1 { "es" } else { "" };
            format!("{found} of {of} disputes match{es}.")
        }
    },
    finder: "Search and filter the statements",
    find: "Search the statements",
    more_choices: "Filters",
    found: |points, of, statements| {
        if points == 0 {
            return "No matches".to_owned();
        }
        let es = if points == 1 { "es" } else { "" };
        let s = if statements == 1 { "" } else { "s" };
        let with = match statements {
            // The question matched, or another text beside the statements.
            0 => String::new(),
            _ => format!(", with {statements} matching statement{s}"),
        };
        format!("{points} of {of} points match{es}{with} (both sides shown)")
    },
    matches: "Matches the search",
    show_everything: "Clear all filters",
    side: "Side",
    speaker: "Speaker",
    outlet: "Outlet",
    wording: "Wording",
    wordings: |wording| match wording {
        WordingFilter::Quoted => "Quoted, at least in part",
        WordingFilter::Paraphrased => "Paraphrased",
        WordingFilter::Summarised => "Summed up by an outlet",
    },
    naming: "Named or unnamed",
    named: "Named",
    anonymous: "Unnamed",
    others: "Others",
    from: "From",
    until: "To",
    any: "Any",
    counted: |name, count| format!("{name} ({count})"),
    unknown_choice: |value| format!("“{value}”, not on this page"),
    date: super::english::date,
    quoted: |text| format!("“{text}”"),
    filtered: "Filtered:",
    clear: "Clear",
    left_out: "Hidden by the filter",
    only_source: |source| format!("Only statements cited from {source}"),
    swap: "Swap sides",
    stands_first: |side| format!("Now listed first: {side}."),
    point_of: |number, of| format!("Point {number} of {of}"),
    show_all: "Show all sources",
    hide_all: "Hide all sources",
    shown_of: |open, of| format!("Sources open: {open} of {of}"),
    copied: |copied| match copied {
        CopyKind::Link => "Link copied",
        CopyKind::Quotation => "Words and attribution copied",
        CopyKind::Citation => "Citation copied",
        CopyKind::Embed => "Embed code copied",
    },
};
