//! What a host answers to a request.

use std::time::Duration;

use says_who_view::dom::id;
use ureq::Agent;
use ureq::http::HeaderMap;

use crate::build_manifest::MAX_FILE;
use crate::site_address::SiteAddress;

/// The host of a site.
pub(super) struct Host<'a> {
    agent: Agent,
    address: &'a SiteAddress,
}

/// What it answers. Redirects are not followed.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Vec<u8>,
    headers: HeaderMap,
}

impl<'a> Host<'a> {
    pub(super) fn new(address: &'a SiteAddress) -> Self {
        let agent = Agent::config_builder()
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_connect(Some(Duration::from_secs(20)))
            .timeout_global(Some(Duration::from_secs(120)))
            .build()
            .into();
        Self { agent, address }
    }

    /// Asks for a path below the address, in a form that is not compressed. The error says
    /// why there is no answer.
    pub(super) fn get(&self, path: &str) -> Result<Answer, String> {
        self.ask(path, "identity")
    }

    /// Asks for a path as a browser does, which accepts gzip.
    pub(super) fn get_compressed(&self, path: &str) -> Result<Answer, String> {
        self.ask(path, "gzip")
    }

    fn ask(&self, path: &str, encoding: &str) -> Result<Answer, String> {
        let request = self.agent.get(format!("{}{path}", self.address));
        let answer = request.header("accept-encoding", encoding).call();
        let mut answer = answer.map_err(|error| error.to_string())?;
        let body = answer.body_mut().with_config().limit(MAX_FILE);
        let body = body.read_to_vec().map_err(|error| error.to_string())?;
        Ok(Answer {
            status: answer.status().as_u16(),
            body,
            headers: answer.headers().clone(),
        })
    }
}

impl Answer {
    /// The value of a header; empty if there is none.
    pub(super) fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// The media type, without its parameters.
    pub(super) fn media_type(&self) -> String {
        let kind = self.header("content-type").split(';').next();
        kind.unwrap_or_default().trim().to_ascii_lowercase()
    }

    /// Whether it leads to another address.
    pub(super) fn is_redirect(&self) -> bool {
        (300..400).contains(&self.status) && !self.header("location").is_empty()
    }

    /// The value of an attribute of the app's element, if this is a page of ours. The
    /// values that are asked for have no entities.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let page = String::from_utf8_lossy(&self.body);
        let (_, rest) = page.split_once(&format!(" id=\"{}\"", id::APP))?;
        let tag = rest.split('>').next()?;
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        Some(rest.split_once('"')?.0.to_owned())
    }
}
