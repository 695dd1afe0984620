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

/// Names that several zones share, with the offsets of each. They are recognised in
/// capitals only, because some are words in lower case.
const SHARED_ZONES: [(&str, &[i32]); 9] = [
    ("ET", &[-300, -240]),
    ("CT", &[-360, -300]),
    ("MT", &[-420, -360]),
    ("PT", &[-480, -420]),
    // India, Israel, Ireland.
    ("IST", &[330, 120, 60]),
    // North America, China, Cuba.
    ("CST", &[-360, 480, -300]),
    // Atlantic, Arabia.
    ("AST", &[-240, 180]),
    // Eastern Australia.
    ("AEST", &[600]),
    ("AEDT", &[660]),
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
    let in_zone = |offset: i32| moment.minutes - moment.offset + offset;
    let fits = |offset: &i32| in_zone(*offset).rem_euclid(24 * 60) == said;
    let offset = zone_offset(words).unwrap_or_else(|| {
        let shared = shared_offsets(words);
        let meant = shared.iter().copied().find(fits);
        meant.or(shared.first().copied()).unwrap_or(moment.offset)
    });
    let local = in_zone(offset);
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

/// The offsets that the zone can have whose shared name is in the words.
fn shared_offsets(words: &str) -> &'static [i32] {
    let mut tokens = words.split(|c: char| !c.is_alphanumeric());
    let named = tokens.find_map(|token| SHARED_ZONES.iter().find(|(name, _)| *name == token));
    named.map_or(&[], |(_, offsets)| *offsets)
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

#[cfg(test)]
mod tests {
    use super::{Moment, check};
    use jiff::civil;

    /// Whether “10:30 a.m.” in a zone fits 10:30 at an offset, in hours.
    fn fits(zone: &str, hours: i32) -> bool {
        let moment = Moment {
            minutes: 10 * 60 + 30,
            offset: hours * 60,
        };
        let words = format!("at 10:30 a.m. {zone}");
        check(&words, civil::date(2022, 1, 31), Some(moment)).is_ok()
    }

    #[test]
    fn a_name_that_zones_share_fits_each_of_them_and_no_other() {
        assert!(fits("ET", -5) && fits("ET", -4) && !fits("ET", 0));
        assert!(fits("IST", 2) && fits("IST", 1) && !fits("IST", 3));
        assert!(fits("local time", 3));
        // “et” in lower case is a word.
        assert!(fits("et al.", 3));
    }
}
