//! The messages of the app.

use crate::words::Message;

pub(super) fn message(message: Message) -> &'static str {
    match message {
        Message::NoDisputes => "No dispute matches.",
        Message::DisputesFound => {
            "{found} of {of} disputes matches.|{found} of {of} disputes match."
        }
        Message::FormName => "Search and filter the statements",
        Message::Search => "Search the statements",
        Message::Filters => "Filters",
        Message::Swap => "Swap sides",
        Message::Compare => "Compare",
        Message::Clear => "Clear",
        Message::ClearAll => "Clear all filters",
        Message::NoMatches => "No matches",
        Message::PointsFound => "{points} of {of} points matches|{points} of {of} points match",
        Message::AlsoStatements => {
            "{found}, with {statements} matching statement|{found}, with {statements} matching statements"
        }
        Message::BothSidesShown => "{found} (both sides shown)",
        Message::FilteredBy => "Filtered:",
        Message::Matches => "Matches the search",
        Message::HiddenByFilter => "Hidden by the filter",
        Message::Side => "Side",
        Message::Speaker => "Speaker",
        Message::Outlet => "Outlet",
        Message::Wording => "Wording",
        Message::Naming => "Named or unnamed",
        Message::From => "From",
        Message::Until => "To",
        Message::Any => "Any",
        Message::Others => "Others",
        Message::Quoted => "Quoted, at least in part",
        Message::Paraphrased => "Paraphrased",
        Message::Summarised => "Summed up by an outlet",
        Message::Named => "Named",
        Message::Unnamed => "Unnamed",
        Message::ChoiceWithCount => "{name} ({count})",
        Message::UnknownChoice => "“{value}”, not on this page",
        Message::SearchedWords => "“{words}”",
        Message::CitedFrom => "Only statements cited from {source}",
        Message::DayToCompare => "What had been said by the evening of",
        Message::SpeakerToCompare => "Everything said by",
        Message::ChooseSpeaker => "Choose a speaker",
        Message::Show => "Show",
        Message::HowToCompareTwo => {
            "To compare two statements, choose “⋯” beside one of them, then “Compare with another statement”."
        }
        Message::TwoStatements => "Two statements side by side",
        Message::TwoWordings => "One statement in two wordings",
        Message::OtherWordings => "Other wordings of the same statement",
        Message::SamePoint => "Statements on the same point",
        Message::OtherPoints => "Statements on other points",
        Message::CompareWith => "Compare with",
        Message::BothSides => "Both sides on the same point",
        Message::OnThePoint => "On the point:",
        Message::SaidBy => "Said by {name}",
        Message::BesideOtherSide => {
            "Every statement by this speaker, beside what the other side says on the same points."
        }
        Message::BesideBothSides => {
            "Every statement by this speaker, with what both sides say on the same points."
        }
        Message::SaidByDay => "What had been said by the evening of {day}",
        Message::SaidOfAll => concat!(
            "{said} of {of} statement. What counts is the day on which something was said, not the day on which it was reported.",
            "|",
            "{said} of {of} statements. What counts is the day on which something was said, not the day on which it was reported."
        ),
        Message::NothingByThen => "In the sources read, nothing had been said by then.",
        Message::MayBeLater => "The day is not known exactly: this may have been said later.",
        Message::Silent => "Points on which nobody had spoken by then",
        Message::SaidLater => "Said later",
        Message::Undated => "Said on a day that is not known",
        Message::DayBefore => "Earlier: {day}",
        Message::DayAfter => "Later: {day}",
        Message::NothingToCompare => "There is no such statement or speaker on this page.",
        Message::Back => "Back to the whole explainer",
        Message::CopyLink => "Copy link",
        Message::SideFirst => "Now listed first: {side}.",
        Message::PlaceOfPoint => "Point {number} of {of} · {name}",
        Message::ShowSources => "Show all sources",
        Message::HideSources => "Hide all sources",
        Message::SourcesOpen => "Sources open: {open} of {of}",
        Message::CopiedLink => "Link copied",
        Message::CopiedQuotation => "Words and attribution copied",
        Message::CopiedCitation => "Citation copied",
        Message::CopiedEmbed => "Embed code copied",
        Message::Date => "{day} {month} {year}",
        Message::Months => {
            "January|February|March|April|May|June|July|August|September|October|November|December"
        }
    }
}
