//! The columns of a sheet, in the order of an exported one. An imported sheet may
//! have them in any order and omit those it doesn't need.

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub name: &'static str,
    /// A description of its content, for help texts and the documentation.
    pub about: &'static str,
}

/// The type of a column's cells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Prose of one paragraph.
    Text,
    /// Names, one per line.
    Lines,
    /// A chain.
    Chain,
    /// An id.
    Id,
    /// Ids separated by spaces.
    Ids,
    /// A date of any precision.
    Date,
    /// A day.
    Day,
    /// Yes or no.
    Flag,
    /// A keyword of the data format.
    Word,
    /// A language tag.
    Language,
    /// A URL.
    Link,
}

impl Kind {
    /// The type of the column with this name.
    pub(super) fn of_column(name: &str) -> Self {
        match name {
            "id"
            | "point"
            | "speaker"
            | "source"
            | "side"
            | "for"
            | "date-source"
            | "published-date-source" => Self::Id,
            "rests-on" | "searched" | "see" => Self::Ids,
            "date" | "published" => Self::Date,
            "counted-from" | "published-counted-from" | "retrieved" => Self::Day,
            "named" | "party" | "after" | "transcript" | "indirect" => Self::Flag,
            "kind"
            | "source-kind"
            | "status"
            | "absence"
            | "read"
            | "part-of-day"
            | "published-part-of-day" => Self::Word,
            "language"
            | "spoken-in"
            | "source-language"
            | "own-name-language"
            | "words-language"
            | "published-words-language" => Self::Language,
            "link" | "archived" => Self::Link,
            "authors" | "corporate-authors" | "other-spellings" => Self::Lines,
            "chain" => Self::Chain,
            _ => Self::Text,
        }
    }
}

const fn column(name: &'static str, about: &'static str) -> Column {
    Column { name, about }
}

/// All columns.
pub const COLUMNS: [Column; 73] = [
    column(
        "kind",
        "what the row is: `statement` (or nothing), `rendering` (the statement of that `id` in another outlet's words), `absence`, and, for those that no statement names, `speaker` or `source`",
    ),
    column("point", "the point's id"),
    column("question", "the point's question; once for each point"),
    column("status", "the point's status; once for each point"),
    column("accepted", "what both sides accept on the point"),
    column("contested", "what they contest on it"),
    column(
        "rests-on",
        "the ids of the items that the point's status rests on",
    ),
    column(
        "after",
        "`yes` for a point about what came after the as-of date",
    ),
    column(
        "id",
        "the statement's id; for an absence, its id where links should lead to it",
    ),
    column("speaker", "the speaker's id"),
    column("speaker-name", "the speaker's name; once for each speaker"),
    column("role", "the role held at the time"),
    column("named", "`no` for somebody whom the source does not name"),
    column(
        "for",
        "the id of a side or a party, `press` or `third-party`; once for each speaker",
    ),
    column("own-name", "the name in its own script"),
    column("own-name-language", "the language of `own-name`"),
    column(
        "other-spellings",
        "other spellings of the name, a line each",
    ),
    column(
        "side-name",
        "the name of the side or party that `for` or `side` names; once for each",
    ),
    column(
        "party",
        "`yes` where `for` names a party beside the two sides; once for each",
    ),
    column(
        "summarised-by",
        "the outlet, where it sums up a side's position in its own words",
    ),
    column(
        "said",
        "what was said: verbatim between “ and ”, the rest paraphrase; for an absence, the words in which the side declined",
    ),
    column(
        "language",
        "the language of the words, where it is not the dispute's",
    ),
    column("spoken-in", "the language in which they were spoken"),
    column("translated-by", "whose translation this is"),
    column(
        "attributed-to",
        "for a rendering: to whom that outlet attributes it",
    ),
    column(
        "indirect",
        "`yes` where what stands outside the marks is the source's own indirect speech and not your paraphrase",
    ),
    column(
        "not-verified",
        "why the quotation can't be searched in its source's text",
    ),
    column(
        "date",
        "the date as precise as it is known: 2022-01-31, 2022-01, 2022, 2022-01-31/2022-02-02, ../2022-02, 2022-02/..",
    ),
    column(
        "date-unknown",
        "why the date is not known, in place of `date`",
    ),
    column(
        "part-of-day",
        "`night`, `morning`, `midday`, `afternoon` or `evening`, where the day is known and the time is not",
    ),
    column("words", "the source's own words for the date"),
    column(
        "words-language",
        "the language of those words, where it is not the dispute's",
    ),
    column(
        "counted-from",
        "the day from which those words were counted",
    ),
    column(
        "date-source",
        "the id of the source that gives the date, where it is another",
    ),
    column(
        "other-calendar",
        "the same date in another calendar, with the name of the calendar",
    ),
    column("date-note", "a note to the date"),
    column("to", "to whom it was said, or `not stated in the source`"),
    column("how", "on what occasion"),
    column(
        "source",
        "the id of the source that reported it; for an absence, the one that has the words in `said`",
    ),
    column("verb", "the verb that the source used"),
    column(
        "chain",
        "in place of the four columns before, where there are more steps: a line for each, like `said | to: reporters | how: by telephone`, then `reported | by: an outlet that is only named` or `cited | source: an-id | at: page 12 | verb: said`; a step is `said`, `reported`, `cited`, `carried`, `passed-on`, `filed`, `published`, or `unknown | note: why`; each but `unknown` can have `how`, `where` and `when`",
    ),
    column("side", "for an absence: the side's id"),
    column(
        "absence",
        "for an absence: `not-found`, `declined`, `not-disclosed` or, after the as-of date, `not-asked`",
    ),
    column(
        "searched",
        "for an absence: the ids of the sources in which you looked",
    ),
    column("see", "for an absence: the ids of items that come near"),
    column(
        "note",
        "a note to the statement or the rendering; for an absence, what the reader is told",
    ),
    column(
        "outlet",
        "the source's outlet; this and what follows once for each source",
    ),
    column("headline", "its headline"),
    column(
        "headline-unknown",
        "why its headline is not known, in place of `headline`",
    ),
    column(
        "source-description",
        "what the source is, in your words, where the headline is not known",
    ),
    column(
        "source-kind",
        "`report`, `transcript`, `document`, `letter`, `book`, `video`, `audio` or `post`",
    ),
    column("authors", "the people who signed it, a line each"),
    column(
        "corporate-authors",
        "the companies or institutions that signed it, a line each",
    ),
    column("agency", "the news agency whose report it carries"),
    column("published", "when it was published, like `date`"),
    column(
        "published-unknown",
        "why that is not known, in place of `published`",
    ),
    column(
        "published-part-of-day",
        "the part of the day, like `part-of-day`",
    ),
    column(
        "published-words",
        "its own words for the date of its publication",
    ),
    column(
        "published-words-language",
        "the language of those words, where it is not the dispute's",
    ),
    column(
        "published-counted-from",
        "the day from which those words were counted",
    ),
    column(
        "published-date-source",
        "the id of the source that gives the date, where it is another",
    ),
    column(
        "published-other-calendar",
        "the same date in another calendar",
    ),
    column("published-note", "a note to the date"),
    column("source-language", "its language"),
    column("link", "its address"),
    column("link-not-recorded", "why there is no address"),
    column("archived", "the address of a copy that an archive keeps"),
    column(
        "copy-read-at",
        "where you read a copy, where that is not the outlet",
    ),
    column("retrieved", "the day on which you read it"),
    column("read", "`whole` or `excerpt`"),
    column(
        "source-not-verified",
        "why its text can't be searched for quotations",
    ),
    column(
        "transcript",
        "`yes` where all of it is the words of those who speak, as in a transcript or a letter",
    ),
    column("source-note", "a note to it"),
];
