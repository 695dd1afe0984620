//! `doctor`: says what is wrong with a published site, or with the set-up of this
//! machine.

mod answer;
mod published;
mod set_up;

use std::fmt;
use std::process::ExitCode;

use anyhow::Result;

use crate::site_address::SiteAddress;

/// Something that is not as it should be, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong, in a sentence without its full stop.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Readers miss something.
    Problem,
    /// It could be better.
    Note,
}

impl Finding {
    fn problem(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            severity: Severity::Problem,
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    fn note(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            severity: Severity::Note,
            ..Self::problem(what, remedy)
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Problem => "problem",
            Severity::Note => "note",
        };
        write!(f, "{severity}: {}\n  help: {}", self.what, self.remedy)
    }
}

/// Examines the site at `address`; without one, the set-up of this machine.
pub fn run(address: Option<&SiteAddress>) -> Result<ExitCode> {
    let findings = match address {
        Some(address) => published::examine(address),
        None => set_up::examine(),
    };
    for finding in &findings {
        out!("{finding}");
    }
    let problems = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Problem)
        .count();
    Ok(match problems {
        0 => {
            out!("no problems found");
            ExitCode::SUCCESS
        }
        1 => {
            out!("1 problem found");
            ExitCode::FAILURE
        }
        many => {
            out!("{many} problems found");
            ExitCode::FAILURE
        }
    })
}
