//! Asks addresses whether they answer: several hosts at the same time, and each of them
//! one address after another, with a pause.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use ureq::{Agent, ResponseExt};

use super::address::Address;
use crate::progress::Progress;
use crate::version::VERSION;

/// So many hosts are asked at the same time.
const AT_ONCE: usize = 8;

/// The pause before a host is asked again.
const PAUSE: Duration = Duration::from_secs(1);

/// How often an address is asked that gives no answer at all.
const ATTEMPTS: u32 = 2;

/// What became of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It answers.
    Answers,
    /// It has moved for good, to this address, which answers.
    Moved(String),
    /// It is answered with this status, which says that there is nothing any more.
    Gone(u16),
    /// There is no answer, for this reason.
    Silent(String),
    /// It is answered with this status, which says nothing about whether it is there.
    Refused(u16),
}

/// Asks all addresses. The outcomes are in their order.
pub(super) fn all(addresses: &[Address], quiet: bool) -> Vec<Outcome> {
    let mut hosts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, address) in addresses.iter().enumerate() {
        hosts.entry(host(&address.url)).or_default().push(at);
    }
    let hosts: Mutex<VecDeque<Vec<usize>>> = Mutex::new(hosts.into_values().collect());
    let outcomes = Mutex::new(vec![None; addresses.len()]);
    let progress = Progress::new("asking addresses", quiet);
    let asker = Asker::new();
    let next = || hosts.lock().ok()?.pop_front();
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(host) = next() {
                    for (number, at) in host.into_iter().enumerate() {
                        if number > 0 {
                            thread::sleep(PAUSE);
                        }
                        let outcome = asker.ask(&addresses[at].url);
                        if let Ok(mut outcomes) = outcomes.lock() {
                            outcomes[at] = Some(outcome);
                            let done = outcomes.iter().flatten().count();
                            progress.set(done, addresses.len());
                        }
                    }
                }
            });
        }
    });
    let outcomes = outcomes.into_inner().unwrap_or_default();
    let not_asked = || Outcome::Silent("it was not asked".to_owned());
    outcomes
        .into_iter()
        .map(|outcome| outcome.unwrap_or_else(not_asked))
        .collect()
}

/// The host of an address, with its port.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

struct Asker {
    /// Does not follow redirects, whose kind counts.
    first: Agent,
    /// Follows them.
    following: Agent,
}

impl Asker {
    fn new() -> Self {
        let agent = |redirects| {
            Agent::config_builder()
                .user_agent(format!(
                    "says-who/{VERSION} (asks whether its sources still answer)"
                ))
                .max_redirects(redirects)
                .max_redirects_will_error(false)
                .http_status_as_error(false)
                .timeout_connect(Some(Duration::from_secs(20)))
                .timeout_global(Some(Duration::from_secs(60)))
                .build()
                .into()
        };
        Self {
            first: agent(0),
            following: agent(10),
        }
    }

    fn ask(&self, url: &str) -> Outcome {
        let mut attempts = 1;
        loop {
            match self.try_to_ask(url) {
                Ok(outcome) => return outcome,
                Err(error) if attempts == ATTEMPTS => return Outcome::Silent(error.to_string()),
                Err(_) => attempts += 1,
            }
        }
    }

    /// Asks for the page and reads nothing of it: many hosts refuse `HEAD`.
    fn try_to_ask(&self, url: &str) -> Result<Outcome, ureq::Error> {
        let first = self.first.get(url).call()?;
        let status = first.status().as_u16();
        if !(300..400).contains(&status) {
            return Ok(judged(status));
        }
        let last = self.following.get(url).call()?;
        let outcome = judged(last.status().as_u16());
        let has_moved = matches!(status, 301 | 308) && outcome == Outcome::Answers;
        Ok(if has_moved {
            Outcome::Moved(last.get_uri().to_string())
        } else {
            outcome
        })
    }
}

/// What a status that is no redirect says of an address (RFC 9110, 15).
fn judged(status: u16) -> Outcome {
    match status {
        200..=299 => Outcome::Answers,
        404 | 410 => Outcome::Gone(status),
        _ => Outcome::Refused(status),
    }
}
