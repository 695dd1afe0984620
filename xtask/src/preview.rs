//! A preview of a built site, while a tool looks at it.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use anyhow::{Context, Result};

use crate::says_who::SaysWho;

/// A running `says-who preview`; stopped when dropped.
pub(crate) struct Preview {
    child: Child,
    /// The address of the site.
    pub(crate) address: String,
}

impl Preview {
    /// Serves the site in the folder `site`.
    pub(crate) fn start(says_who: &SaysWho, site: &Path) -> Result<Self> {
        let mut command = says_who.command(&["preview", "--port", "0", "--site"]);
        let mut child = command
            .arg(site)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .context("says-who did not start")?;
        let mut line = String::new();
        if let Some(output) = child.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        let address = line
            .strip_prefix("serving ")
            .and_then(|rest| rest.split(' ').next());
        let address = address.map(str::to_owned);
        let mut preview = Self {
            child,
            address: String::new(),
        };
        preview.address = address.context("says-who serves nothing; see above")?;
        Ok(preview)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // Ignore the errors: it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
