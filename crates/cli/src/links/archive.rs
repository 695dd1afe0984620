//! Asks the Internet Archive which copies it has
//! (archive.org/help/wayback_api.php).

use std::time::Duration;

use says_who_model::Date;
use serde::Deserialize;
use ureq::Agent;

/// Its answer to the question is at most so long, in bytes.
const MAX_BYTES: u64 = 64 * 1024;

pub(super) struct Archive {
    agent: Agent,
    address: String,
}

#[derive(Deserialize)]
struct Answer {
    archived_snapshots: Snapshots,
}

#[derive(Deserialize)]
struct Snapshots {
    closest: Option<Snapshot>,
}

#[derive(Deserialize)]
struct Snapshot {
    available: bool,
    url: String,
}

impl Archive {
    /// The archive that answers at this address.
    pub(super) fn new(address: &str) -> Self {
        let agent = Agent::config_builder()
            .timeout_global(Some(Duration::from_secs(30)))
            .build()
            .into();
        Self {
            agent,
            address: address.to_owned(),
        }
    }

    /// The address of the copy of `url` that was made nearest to this day; `None` if there
    /// is none. The error says why the archive could not be asked.
    pub(super) fn closest_copy(
        &self,
        url: &str,
        day: Option<Date>,
    ) -> Result<Option<String>, String> {
        let mut request = self.agent.get(&self.address).query("url", url);
        if let Some(day) = day {
            request = request.query("timestamp", day.to_string().replace('-', ""));
        }
        let mut answer = request.call().map_err(|error| error.to_string())?;
        let text = answer.body_mut().with_config().limit(MAX_BYTES);
        let text = text.read_to_string().map_err(|error| error.to_string())?;
        let answer: Answer = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        let closest = answer.archived_snapshots.closest;
        let closest = closest.filter(|copy| copy.available && is_web(&copy.url));
        Ok(closest.map(|copy| copy.url))
    }
}

/// Whether an address can stand in the data: what another host answers is not trusted.
fn is_web(url: &str) -> bool {
    let is_plain = |c: char| !c.is_control() && !c.is_whitespace() && !"\"<>\\^`{|}".contains(c);
    ["http://", "https://"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
        && url.chars().all(is_plain)
}
