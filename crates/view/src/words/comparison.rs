//! The texts of comparisons, which are compiled into the app.

use says_who_model::Date;

use crate::comparison::List;

/// The texts of comparisons, in one language.
pub struct ComparisonWords {
    pub compare: &'static str,
    pub day: &'static str,
    pub speaker: &'static str,
    pub choose_speaker: &'static str,
    pub show: &'static str,
    pub with_another: &'static str,
    pub two_hint: &'static str,
    pub two_statements: &'static str,
    pub two_wordings: &'static str,
    pub choose: &'static str,
    pub wordings: &'static str,
    pub same_point: &'static str,
    pub elsewhere: &'static str,
    pub both_sides: &'static str,
    pub said_by: fn(name: &str) -> String,
    pub beside_other_side: &'static str,
    pub beside_both_sides: &'static str,
    pub as_of: fn(Date) -> String,
    pub said_by_then: fn(said: usize, of: usize) -> String,
    pub nothing_by_then: &'static str,
    pub may_be_later: &'static str,
    pub silent: &'static str,
    pub later: &'static str,
    pub undated: &'static str,
    pub day_before: fn(Date) -> String,
    pub day_after: fn(Date) -> String,
    pub on_the_point: &'static str,
    pub unknown: &'static str,
    pub back: &'static str,
    pub copy_link: &'static str,
}

/// The heading of a list of statements.
pub fn list_heading(list: List) -> &'static str {
    match list {
        List::Wordings => ENGLISH.wordings,
        List::SamePoint => ENGLISH.same_point,
        List::Elsewhere => ENGLISH.elsewhere,
        List::Later => ENGLISH.later,
        List::Undated => ENGLISH.undated,
    }
}

/// English.
pub static ENGLISH: ComparisonWords = ComparisonWords {
    compare: "Compare",
    day: "What had been said by the evening of",
    speaker: "Everything said by",
    choose_speaker: "Choose a speaker",
    show: "Show",
    with_another: "Compare with another statement",
    two_hint: "To compare two statements, choose “⋯” beside one of them, then “Compare with another statement”.",
    two_statements: "Two statements side by side",
    two_wordings: "One statement in two wordings",
    choose: "Compare with",
    wordings: "Other wordings of the same statement",
    same_point: "Statements on the same point",
    elsewhere: "Statements on other points",
    both_sides: "Both sides on the same point",
    said_by: |name| format!("Said by {name}"),
    beside_other_side: "Every statement by this speaker, beside what the other side says on the same points.",
    beside_both_sides: "Every statement by this speaker, with what both sides say on the same points.",
    as_of: |day| {
        format!(
            "What had been said by the evening of {}",
            super::english::date(day)
        )
    },
    said_by_then: |said, of| {
        let have = if of == 1 { "statement" } else { "statements" };
        format!(
            "{said} of {of} {have}. What counts is the day on which something was said, not the day on which it was reported."
        )
    },
    nothing_by_then: "In the sources read, nothing had been said by then.",
    may_be_later: "The day is not known exactly: this may have been said later.",
    silent: "Points on which nobody had spoken by then",
    later: "Said later",
    undated: "Said on a day that is not known",
    day_before: |day| format!("Earlier: {}", super::english::date(day)),
    day_after: |day| format!("Later: {}", super::english::date(day)),
    on_the_point: "On the point:",
    unknown: "There is no such statement or speaker on this page.",
    back: "Back to the whole explainer",
    copy_link: "Copy link",
};
