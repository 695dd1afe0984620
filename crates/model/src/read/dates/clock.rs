//! Times of day and their time zones.

use jiff::civil;

use super::{Moment, days};

/// Time zones as reports name them, in minutes east of UTC. Names that several zones
/// share, such as CST, are left out.
const ZONES: [(&str, i32); 18] = [
    ("utc", 0),
    ("gmt", 0),
    ("z", 0),
    ("bst", 60),
    ("cet", 60),
    ("cest", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("moscow", 180),
    ("edt", -240),
    ("est", -300),
    ("cdt", -300),
    ("mdt", -360),
    ("mst", -420),
    ("pdt", -420),
    ("pst", -480),
    ("jst", 540),
];

/// Checks the time in the words. Returns the day to compare the other words with,
/// and whether the words give a time. If both the data and the words give a time,
/// the day is the one in the words' zone.
///
/// # Errors
///
/// A description of the actual time, if the words give another one.
pub(super) fn check(
    words: &str,
    day: civil::Date,
    moment: Option<Moment>,
) -> Result<(civil::Date, bool), String> {
    let Some(said) = time_of_day(words)? else {
        return Ok((day, false));
    };
    let Some(moment) = moment else {
        return Ok((day, true));
    };
    let offset = zone_offset(words).unwrap_or(moment.offset);
    let local = moment.minutes - moment.offset + offset;
    let day = day
        .checked_add(days(i64::from(local.div_euclid(24 * 60))))
        .map_err(|_| "a day that does not exist".to_owned())?;
    let local = local.rem_euclid(24 * 60);
    if local == said {
        Ok((day, true))
    } else {
        Err(format!("{:02}:{:02} in that zone", local / 60, local % 60))
    }
}

/// Parses the time in the words, in minutes since midnight: "22:30", "10:30 p.m.",
/// "10 p.m.", "2230 GMT".
fn time_of_day(words: &str) -> Result<Option<i32>, String> {
    let lower = words
        .to_lowercase()
        .replace("p.m", "pm")
        .replace("a.m", "am");
    let parts: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '.'))
        .filter(|part| !part.is_empty())
        .collect();
    for (at, part) in parts.iter().enumerate() {
        let figures = part.trim_end_matches(|c: char| c.is_alphabetic());
        let ending = &part[figures.len()..];
        let meridiem = [ending, parts.get(at + 1).copied().unwrap_or_default()]
            .into_iter()
            .find(|meridiem| matches!(*meridiem, "am" | "pm"));
        let zoned = parts.get(at + 1).is_some_and(|next| is_zone(next));
        let (hours, minutes) = match figures.split_once(':') {
            Some(time) => time,
            None if meridiem.is_some() => (figures, "0"),
            None if zoned && figures.len() == 4 && figures.is_ascii() => figures.split_at(2),
            None => continue,
        };
        let (Ok(hours), Ok(minutes)) = (hours.parse::<i32>(), minutes.parse::<i32>()) else {
            continue;
        };
        let valid = match meridiem {
            Some(_) => (1..=12).contains(&hours),
            None => (0..=23).contains(&hours),
        };
        if !valid || !(0..=59).contains(&minutes) {
            return Err("not a valid time of day".to_owned());
        }
        let hours = match meridiem {
            Some("pm") => hours % 12 + 12,
            Some(_) => hours % 12,
            None => hours,
        };
        return Ok(Some(hours * 60 + minutes));
    }
    Ok(None)
}

fn is_zone(word: &str) -> bool {
    ZONES.iter().any(|(name, _)| *name == word)
}

/// The offset from UTC of the zone that the words name.
fn zone_offset(words: &str) -> Option<i32> {
    let lower = words.to_lowercase();
    let mut tokens = lower.split(|c: char| !c.is_alphanumeric());
    tokens.find_map(|token| {
        let (_, offset) = ZONES.iter().find(|(name, _)| *name == token)?;
        Some(*offset)
    })
}
