//! Parses dates as spreadsheets write them. An ambiguous date is an error that names
//! both readings.

mod date;
#[cfg(test)]
mod tests;
mod time;

use super::cell_errors::CellError;
use date::parse_date;
use time::{is_midnight, split_offset, split_time};

/// Parses a cell as a date like 2022-01-31. With `with_time` a time with its UTC
/// offset may follow.
pub(super) fn parse_day(text: &str, with_time: bool) -> Result<String, CellError> {
    let (written, time) = split_time(text);
    let day = parse_date(written).map_err(|(why, help)| (format!("`{text}` {why}"), help))?;
    let Some(time) = time.filter(|time| !is_midnight(time, with_time)) else {
        return Ok(day.to_string());
    };
    match split_offset(time) {
        Some((clock, offset)) if with_time => Ok(format!("{day}T{clock}{offset}")),
        _ if with_time => Err((
            format!("`{text}` has a time but no UTC offset"),
            format!(
                "write the day alone, {day}, or add the time's distance from UTC, like {day}T14:30:00+01:00"
            ),
        )),
        _ => Err((
            format!("`{text}` has a time, and this column takes a day alone"),
            format!("write {day}"),
        )),
    }
}
