//! Texts with numbers.

/// The rows of the figures over all points.
pub(super) const FIGURES_ROWS: [&str; 9] = [
    "Statements",
    "Words in them",
    "By named speakers",
    "By unnamed speakers",
    "Summed up by an outlet",
    "Quoted",
    "Partly quoted",
    "Paraphrased",
    "Different sources",
];

/// “1,234” from 1234.
pub(super) fn number(number: u32) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

pub(super) fn points_counted(points: usize, kinds: &str) -> String {
    let s = if points == 1 { "" } else { "s" };
    format!("{points} point{s}: {kinds}")
}

pub(super) fn figures_of_point(statements: u32, words: u32, sources: u32) -> String {
    if statements == 0 {
        return "No statements".to_owned();
    }
    let some = |count: u32, one: &str| {
        let s = if count == 1 { "" } else { "s" };
        format!("{} {one}{s}", number(count))
    };
    format!(
        "{}, {}, {}",
        some(statements, "statement"),
        some(words, "word"),
        some(sources, "source")
    )
}

pub(super) fn figures_verified(verified: u32, of: u32) -> String {
    if of == 0 {
        return "Nothing in this explainer is quoted.".to_owned();
    }
    if of == 1 {
        return match verified {
            0 => "In the one passage of this explainer that quotes, not every quoted word was checked against the text of the source. It says why not.",
            _ => "In the one passage of this explainer that quotes, every quoted word was checked against the text of the source.",
        }
        .to_owned();
    }
    if verified == of {
        return format!(
            "In all {} passages of this explainer that quote, every quoted word was checked against the text of the source.",
            number(of)
        );
    }
    let have = match verified {
        0 => "none has".to_owned(),
        1 => "1 has".to_owned(),
        _ => format!("{} have", number(verified)),
    };
    let others = match (verified, of - verified) {
        (0, _) => "Each",
        (_, 1) => "The other",
        _ => "Each of the others",
    };
    format!(
        "Of {} passages in this explainer that quote, {have} had every quoted word checked against the text of the source. {others} says why not.",
        number(of)
    )
}

pub(super) fn figures_waiver(quotations: u32, reason: &str) -> String {
    match quotations {
        1 => format!("For 1 quotation: {reason}"),
        _ => format!("For {quotations} quotations: {reason}"),
    }
}

/// “5 days later”; longer times are rounded to months or years.
pub(super) fn days_later(days: u32) -> String {
    let rounded = |of: f64| (f64::from(days) / of).round();
    match days {
        1 => "1 day later".to_owned(),
        ..60 => format!("{days} days later"),
        60..700 => format!("about {} months later", rounded(365.25 / 12.0)),
        _ => format!("about {} years later", rounded(365.25)),
    }
}

pub(super) fn timeline_at(entries: usize) -> String {
    format!("All {entries} events and statements, in order of time")
}

pub(super) fn all_changes(count: usize) -> String {
    match count {
        1 => "1 change".to_owned(),
        _ => format!("All {count} changes"),
    }
}

pub(super) fn coverage(taken: usize, of: usize, left_out: usize) -> String {
    let sentences = match of {
        1 => "1 sentence".to_owned(),
        _ => format!("{of} sentences"),
    };
    let stand = if taken == 1 { "stands" } else { "stand" };
    match (of, left_out) {
        (1, 0) => "its only sentence stands on this page.".to_owned(),
        (_, 0) => format!("all of its {sentences} stand on this page."),
        (_, 1) => format!("{taken} of its {sentences} {stand} on this page; 1 was left out:"),
        _ => format!("{taken} of its {sentences} {stand} on this page; {left_out} were left out:"),
    }
}

pub(super) fn left_out(sentences: usize) -> String {
    match sentences {
        1 => "(1 sentence)".to_owned(),
        _ => format!("({sentences} sentences)"),
    }
}

pub(super) fn more(count: usize) -> String {
    match count {
        1 => "One more statement on this point".to_owned(),
        _ => format!("{count} more statements on this point"),
    }
}

#[cfg(test)]
mod tests {
    use super::days_later;

    #[test]
    fn long_times_are_rounded() {
        for (days, words) in [
            (1, "1 day later"),
            (59, "59 days later"),
            (60, "about 2 months later"),
            (699, "about 23 months later"),
            (700, "about 2 years later"),
            (1253, "about 3 years later"),
        ] {
            assert_eq!(days_later(days), words);
        }
    }
}
