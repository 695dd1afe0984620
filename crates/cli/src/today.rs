//! Today's date.

use anyhow::{Result, anyhow};
use says_who_model::Date;

/// Today's date in UTC, from the system clock.
pub fn today() -> Result<Date> {
    let now = jiff::Timestamp::now().to_string();
    let day = now.split('T').next().unwrap_or(&now);
    day.parse()
        .map_err(|_| anyhow!("the clock gives no date: {now}"))
}
