//! The words that the controls say: those of the interface that the browser's
//! program has in it. All others stand on the pages.

use crate::copied::Copied;
use crate::showing::Handed;

/// What the controls say, in one language.
pub(crate) struct Controls {
    pub(crate) disputes_found: fn(found: usize, of: usize) -> String,
    pub(crate) finder: &'static str,
    pub(crate) find: &'static str,
    pub(crate) more_choices: &'static str,
    pub(crate) found: fn(points: usize, of: usize, statements: usize) -> String,
    pub(crate) matches: &'static str,
    pub(crate) show_everything: &'static str,
    pub(crate) side: &'static str,
    pub(crate) speaker: &'static str,
    pub(crate) outlet: &'static str,
    pub(crate) wording: &'static str,
    pub(crate) handed: fn(Handed) -> &'static str,
    pub(crate) naming: &'static str,
    pub(crate) named: &'static str,
    pub(crate) anonymous: &'static str,
    pub(crate) others: &'static str,
    pub(crate) from: &'static str,
    pub(crate) until: &'static str,
    pub(crate) any: &'static str,
    pub(crate) only_source: fn(source: &str) -> String,
    pub(crate) swap: &'static str,
    pub(crate) stands_first: fn(side: &str) -> String,
    pub(crate) point_of: fn(number: usize, of: usize) -> String,
    pub(crate) show_all: &'static str,
    pub(crate) hide_all: &'static str,
    pub(crate) shown_of: fn(open: usize, of: usize) -> String,
    pub(crate) copied: fn(Copied) -> &'static str,
}

/// English.
pub(crate) static ENGLISH: Controls = Controls {
    disputes_found: |found, of| match found {
        0 => format!("None of the {of} disputes matches."),
        1 => format!("1 of {of} disputes matches."),
        _ => format!("{found} of {of} disputes match."),
    },
    finder: "Search and filter the statements",
    find: "Search the statements",
    more_choices: "Filters",
    found: |points, of, statements| {
        match (statements, points) {
            (_, 0) => "No matches".to_owned(),
            // A question, or what stands beside the statements.
            (0, 1) => format!("1 of {of} points matches (both sides shown)"),
            (0, _) => format!("{points} of {of} points match (both sides shown)"),
            (1, _) => format!("1 match in {points} of {of} points (both sides shown)"),
            _ => format!("{statements} matches in {points} of {of} points (both sides shown)"),
        }
    },
    matches: "Matches the search",
    show_everything: "Clear all filters",
    side: "Side",
    speaker: "Speaker",
    outlet: "Outlet",
    wording: "Wording",
    handed: |handed| match handed {
        Handed::Quoted => "Quoted, at least in part",
        Handed::Paraphrased => "Paraphrased",
        Handed::Summarised => "Summed up by an outlet",
    },
    naming: "Named or anonymous",
    named: "Named",
    anonymous: "Anonymous",
    others: "Others",
    from: "From",
    until: "To",
    any: "Any",
    only_source: |source| format!("Only statements cited from {source}"),
    swap: "Swap sides",
    stands_first: |side| format!("Now listed first: {side}."),
    point_of: |number, of| format!("Point {number} of {of}"),
    show_all: "Show all sources",
    hide_all: "Hide all sources",
    shown_of: |open, of| format!("Sources open: {open} of {of}"),
    copied: |copied| match copied {
        Copied::Link => "Link copied",
        Copied::Quotation => "Words and attribution copied",
        Copied::Citation => "Citation copied",
        Copied::Embed => "Embed code copied",
    },
};
