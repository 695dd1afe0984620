//! Parses the time that may follow a date.

/// Splits a cell into the date and the time after it.
pub(super) fn split_time(text: &str) -> (&str, Option<&str>) {
    let is_time = |rest: &str| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&digits) && rest.as_bytes().get(digits) == Some(&b':')
    };
    let start = text
        .match_indices(['T', 't', ' '])
        .find(|(at, _)| text.get(at + 1..).is_some_and(is_time));
    match start {
        Some((at, _)) => (text[..at].trim_end_matches([',', ' ']), text.get(at + 1..)),
        None => (text, None),
    }
}

/// Whether a time is the midnight that spreadsheets add to a date. With `with_time`,
/// midnight with a UTC offset is a real time.
pub(super) fn is_midnight(time: &str, with_time: bool) -> bool {
    let time = match split_offset(time) {
        Some(_) if with_time => return false,
        Some((clock, _)) => clock,
        None => time.to_owned(),
    };
    let upper = time.to_uppercase();
    let (clock, morning) = match upper.strip_suffix("AM") {
        Some(clock) => (clock.trim_end(), true),
        None => (upper.as_str(), false),
    };
    let mut units = clock.split([':', '.']);
    let hour = units.next().unwrap_or_default();
    let starts = if morning {
        hour == "12"
    } else {
        matches!(hour, "0" | "00")
    };
    starts && units.all(|unit| !unit.is_empty() && unit.bytes().all(|b| b == b'0'))
}

/// Splits a time into the clock time and its UTC offset.
pub(super) fn split_offset(time: &str) -> Option<(String, &str)> {
    let at = time.find(['Z', 'z', '+', '-'])?;
    let (clock, offset) = time.split_at(at);
    let clock = clock.trim_end();
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let is_clock = clock.split(':').count() >= 2 && clock.split([':', '.']).all(digits);
    let is_offset = matches!(offset, "Z" | "z")
        || offset.len() == 6
            && offset.as_bytes()[3] == b':'
            && digits(&offset[1..3])
            && digits(&offset[4..]);
    (is_clock && is_offset).then(|| (clock.to_owned(), offset))
}
