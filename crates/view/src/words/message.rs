//! The messages that the app shows.

/// Declares the messages, and the list of them all.
macro_rules! messages {
    ($($message:ident)*) => {
        /// A message that the app shows. Some have `{names}` in braces, which the app
        /// fills in. Those that depend on a number have a form for each kind of number,
        /// separated by [`Message::FORM_SEPARATOR`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Message {
            $(#[allow(missing_docs, reason = "the English texts say what they are")] $message,)*
        }

        impl Message {
            /// All messages. Pages carry their texts in this order.
            pub const ALL: &[Self] = &[$(Self::$message,)*];
        }
    };
}

messages! {
    // The search on the start page.
    NoDisputes DisputesFound
    // The search form.
    FormName Search Filters Swap Compare Clear ClearAll
    NoMatches PointsFound AlsoStatements BothSidesShown FilteredBy Matches HiddenByFilter
    Side Speaker Outlet Wording Naming From Until Any
    Others Quoted Paraphrased Summarised Named Unnamed
    ChoiceWithCount UnknownChoice SearchedWords CitedFrom
    // The choice of a comparison.
    DayToCompare SpeakerToCompare ChooseSpeaker Show HowToCompareTwo
    // A comparison.
    TwoStatements TwoWordings OtherWordings SamePoint OtherPoints CompareWith
    BothSides OnThePoint SaidBy BesideOtherSide BesideBothSides
    SaidByDay SaidOfAll NothingByThen MayBeLater Silent SaidLater Undated DayBefore DayAfter
    NothingToCompare Back CopyLink
    // The page of a dispute.
    SideFirst PlaceOfPoint ShowSources HideSources SourcesOpen
    // What was copied.
    CopiedLink CopiedQuotation CopiedCitation CopiedEmbed
    // Dates.
    Date Months
}

impl Message {
    /// Separates the forms of a message that depends on a number, and the names of the
    /// months.
    pub const FORM_SEPARATOR: char = '|';
}
