//! The day it is.

use anyhow::{Result, anyhow};
use says_who_model::Date;

/// The day it is in UTC, by this machine's clock.
pub(crate) fn today() -> Result<Date> {
    let now = jiff::Timestamp::now().to_string();
    let day = now.split('T').next().unwrap_or(&now);
    day.parse()
        .map_err(|_| anyhow!("the clock gives no date: {now}"))
}
