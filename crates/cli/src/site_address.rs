//! The whole address of a published site: its origin and its base path. It is given, or
//! known from the host whose machine builds the site.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use anyhow::{Context, Result, bail};

use crate::origin::Origin;
use crate::public_url::PublicUrl;

/// The environment variable with the address of the site, for any host.
pub const VARIABLE: &str = "SAYS_WHO_ADDRESS";

/// The file with the custom domain of a site on GitHub Pages, in the root of its
/// repository.
const CUSTOM_DOMAIN: &str = "CNAME";

/// Like `https://example.org/repo/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteAddress {
    /// The scheme and the host.
    pub origin: Origin,
    /// The base path.
    pub public_url: PublicUrl,
}

impl FromStr for SiteAddress {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refuse = |why: &str| Err(format!("{why}; give it like `https://example.org/repo/`"));
        let Some((scheme, rest)) = text.split_once("://") else {
            return refuse("it has no scheme");
        };
        if rest.contains(['?', '#']) {
            return refuse("the address of a site has no `?` and no `#`");
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        Ok(Self {
            origin: format!("{scheme}://{host}").parse()?,
            public_url: path.parse()?,
        })
    }
}

impl fmt::Display for SiteAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.origin, self.public_url)
    }
}

/// An address, and the name of what it is known from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownAddress {
    /// The address.
    pub address: SiteAddress,
    /// An environment variable or a file.
    pub from: &'static str,
}

impl SiteAddress {
    /// The address that the host of the site gives to the machine that builds it, in the
    /// environment; `None` if there is none. `root` is the root folder of the repository,
    /// and `variable` reads the environment.
    ///
    /// `SAYS_WHO_ADDRESS` is for any host; the workflows set it to what GitHub Pages says.
    /// GitLab sets `CI_PAGES_URL`, and Netlify `URL`. Without these, a workflow of GitHub
    /// knows the name of the repository.
    ///
    /// # Errors
    ///
    /// What the host gives is no address; the error names it.
    pub fn from_host(
        root: &Path,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Result<Option<KnownAddress>> {
        let filled = |name| variable(name).filter(|value| !value.is_empty());
        let is_on = |name| filled(name).as_deref() == Some("true");
        for (name, applies) in [
            (VARIABLE, true),
            ("CI_PAGES_URL", is_on("GITLAB_CI")),
            ("URL", is_on("NETLIFY")),
        ] {
            if let Some(value) = filled(name).filter(|_| applies) {
                return known(&value, name).map(Some);
            }
        }
        let is_github = is_on("GITHUB_ACTIONS")
            && filled("GITHUB_SERVER_URL").as_deref() == Some("https://github.com");
        match filled("GITHUB_REPOSITORY").filter(|_| is_github) {
            Some(repository) => on_github(root, &repository).map(Some),
            None => Ok(None),
        }
    }
}

/// The address of the site of a repository on GitHub, given as `owner/name`.
fn on_github(root: &Path, repository: &str) -> Result<KnownAddress> {
    if let Ok(domain) = std::fs::read_to_string(root.join(CUSTOM_DOMAIN)) {
        return known(&format!("https://{}/", domain.trim()), CUSTOM_DOMAIN);
    }
    const FROM: &str = "GITHUB_REPOSITORY";
    let Some((owner, name)) = repository.split_once('/') else {
        bail!("{FROM} is `{repository}`, which is not like `owner/name`");
    };
    let host = format!("{}.github.io", owner.to_ascii_lowercase());
    // A repository with the name of the host is the site of its owner.
    let path = if name.eq_ignore_ascii_case(&host) {
        ""
    } else {
        name
    };
    known(&format!("https://{host}/{path}"), FROM)
}

fn known(text: &str, from: &'static str) -> Result<KnownAddress> {
    let address = text.parse::<SiteAddress>();
    let address = address.map_err(anyhow::Error::msg);
    Ok(KnownAddress {
        address: address.with_context(|| format!("{from} gives no address of a site: `{text}`"))?,
        from,
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{KnownAddress, SiteAddress};

    #[test]
    fn an_address_has_an_origin_and_a_path() {
        for (text, whole) in [
            ("https://example.org", "https://example.org/"),
            ("https://example.org/", "https://example.org/"),
            ("https://example.org/repo", "https://example.org/repo/"),
            ("https://example.org/a/b/", "https://example.org/a/b/"),
            ("http://localhost:8080/x", "http://localhost:8080/x/"),
        ] {
            let address = text.parse::<SiteAddress>().expect(text);
            assert_eq!(address.to_string(), whole);
        }
        for (text, why) in [
            ("", "no scheme"),
            ("example.org/repo/", "no scheme"),
            ("ftp://example.org/", "neither http nor https"),
            ("https:///repo/", "a host has"),
            ("https://example.org/a b/", "no blanks"),
            ("https://example.org/?q=x", "no `?`"),
            ("https://example.org/#x", "no `#`"),
            ("https://example.org/../x", "`..` can't"),
        ] {
            let error = text.parse::<SiteAddress>().expect_err(text);
            assert!(error.contains(why), "{text}: {error}");
        }
    }

    /// What is known from these variables, and a custom domain.
    fn known(
        variables: &[(&str, &str)],
        domain: Option<&str>,
    ) -> anyhow::Result<Option<(String, &'static str)>> {
        let folder = tempfile::tempdir().expect("a folder");
        if let Some(domain) = domain {
            fs::write(folder.path().join("CNAME"), domain).expect("a file");
        }
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let found = SiteAddress::from_host(folder.path(), variable)?;
        Ok(found.map(|KnownAddress { address, from }| (address.to_string(), from)))
    }

    /// The variables of a workflow in this repository.
    fn workflow(repository: &str) -> [(&str, &str); 3] {
        [
            ("GITHUB_ACTIONS", "true"),
            ("GITHUB_SERVER_URL", "https://github.com"),
            ("GITHUB_REPOSITORY", repository),
        ]
    }

    #[test]
    fn every_host_says_where_the_site_will_be() {
        for (variables, domain, expected) in [
            (vec![], None, None),
            // A file of this name means nothing elsewhere.
            (vec![], Some("desk.example"), None),
            (
                workflow("Valley-Desk/papers").to_vec(),
                None,
                Some(("https://valley-desk.github.io/papers/", "GITHUB_REPOSITORY")),
            ),
            (
                workflow("Valley-Desk/Valley-Desk.github.io").to_vec(),
                None,
                Some(("https://valley-desk.github.io/", "GITHUB_REPOSITORY")),
            ),
            (
                workflow("valley-desk/papers").to_vec(),
                Some("papers.valley.example\r\n"),
                Some(("https://papers.valley.example/", "CNAME")),
            ),
            // What GitHub Pages says itself.
            (
                [
                    &workflow("valley-desk/papers")[..],
                    &[("SAYS_WHO_ADDRESS", "https://papers.example")],
                ]
                .concat(),
                None,
                Some(("https://papers.example/", "SAYS_WHO_ADDRESS")),
            ),
            // A server of one's own, whose pages may be anywhere.
            (
                vec![
                    ("GITHUB_ACTIONS", "true"),
                    ("GITHUB_SERVER_URL", "https://git.example.org"),
                    ("GITHUB_REPOSITORY", "desk/papers"),
                ],
                None,
                None,
            ),
            (
                vec![
                    ("GITLAB_CI", "true"),
                    ("CI_PAGES_URL", "https://desk.gitlab.io/papers"),
                ],
                None,
                Some(("https://desk.gitlab.io/papers/", "CI_PAGES_URL")),
            ),
            (
                vec![("NETLIFY", "true"), ("URL", "https://papers.netlify.app")],
                None,
                Some(("https://papers.netlify.app/", "URL")),
            ),
            // On any other machine this variable may mean anything.
            (vec![("URL", "https://example.org")], None, None),
            (vec![("SAYS_WHO_ADDRESS", "")], None, None),
        ] {
            let found = known(&variables, domain).expect("an address, or none");
            let found = found
                .as_ref()
                .map(|(address, from)| (address.as_str(), *from));
            assert_eq!(found, expected, "{variables:?}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused_with_its_name() {
        for (variables, domain, name) in [
            (
                vec![("SAYS_WHO_ADDRESS", "example.org")],
                None,
                "SAYS_WHO_ADDRESS",
            ),
            (workflow("desk").to_vec(), None, "GITHUB_REPOSITORY"),
            (workflow("desk/papers").to_vec(), Some("no domain"), "CNAME"),
            (workflow("desk/papers").to_vec(), Some(""), "CNAME"),
        ] {
            let error = known(&variables, domain).expect_err(name);
            assert!(error.to_string().contains(name), "{error}");
        }
    }
}
