//! The words of the dispute.

pub(super) const OUTLETS: [&str; 5] = [
    "The Valley Courier",
    "Lower Valley Gazette",
    "Valley Radio",
    "The Depot Letter",
    "Evening Post of the Valley",
];

// The lengths of the lists that `said` combines are coprime, so that combinations
// repeat late.
pub(super) const SUBJECTS: [&str; 8] = [
    "trams at night",
    "closed crossings",
    "passengers after midnight",
    "lanterns along the line",
    "complaints about noise",
    "delayed mornings",
    "drivers on call",
    "empty carriages",
];

pub(super) const PLACES: [&str; 9] = [
    "at the old depot",
    "by the river stop",
    "on the market square",
    "in the school hall",
    "at both ends of the line",
    "near the mill bridge",
    "in the upper town",
    "at the hospital stop",
    "along the embankment",
];

pub(super) const TIMES: [&str; 7] = [
    "in the first week of the trial",
    "on each night of the trial",
    "before the timetable changed",
    "after the meeting in the depot",
    "between midnight and four",
    "on the two nights with snow",
    "over the whole of March",
];

const FRAMES: [&str; 5] = [
    "What was seen there has been written down, and",
    "Two people stood there and kept the list;",
    "The figures were read out at the meeting, where it was said that",
    "A letter of that week puts it in one line:",
    "Asked about it after the meeting, the answer was that",
];

const VERBATIM: [&str; 11] = [
    "we counted each of them twice and came to the same figure",
    "nobody has shown us a list with other numbers on it",
    "the count was taken as it had been agreed in the winter",
    "there were fewer than anybody had expected when it began",
    "it is too early to say what a whole year would bring",
    "the sheets lie open in the depot, and anyone may read them",
    "that night was left out, because the line stood still",
    "we would rather count again than argue about a number",
    "what matters to us is what people heard in their bedrooms",
    "both of us signed the same sheet at the end of the night",
    "the numbers are ours, and so are the mistakes in them",
];

pub(super) const WHOM: [&str; 6] = [
    "those at the meeting",
    "a reporter of the paper",
    "the council of the town",
    "not stated in the source",
    "listeners of the radio",
    "the other side, in a letter",
];

/// The words of a statement: partly paraphrase, partly verbatim.
pub(super) fn said(number: usize) -> String {
    format!(
        "On {subject} {place}, {time}: {frame} “{verbatim}”.",
        subject = pick(&SUBJECTS, number / 3),
        place = pick(&PLACES, number),
        time = pick(&TIMES, number),
        frame = pick(&FRAMES, number),
        verbatim = pick(&VERBATIM, number),
    )
}

pub(super) fn pick<'a>(list: &[&'a str], number: usize) -> &'a str {
    list[number % list.len()]
}
